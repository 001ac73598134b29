/* SPDX-License-Identifier: GPL-3.0-or-later
 * The time, as a collaborator that tests can set.
 */
#define G_LOG_DOMAIN "hearth-core"

#include "core/clock.h"

#include "core/date.h"

#include <time.h>

struct _HearthClock {
  GObject parent_instance;

  GDateTime *fixed; /* NULL: the system's time */
  gint64 fixed_boot_seconds;
};

G_DEFINE_FINAL_TYPE (HearthClock, hearth_clock, G_TYPE_OBJECT)

static void
hearth_clock_finalize (GObject *object)
{
  HearthClock *self = HEARTH_CLOCK (object);

  g_clear_pointer (&self->fixed, g_date_time_unref);
  G_OBJECT_CLASS (hearth_clock_parent_class)->finalize (object);
}

static void
hearth_clock_class_init (HearthClockClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = hearth_clock_finalize;
}

static void
hearth_clock_init (HearthClock *self)
{
  self->fixed_boot_seconds = -1;
}

HearthClock *
hearth_clock_new (void)
{
  return g_object_new (HEARTH_TYPE_CLOCK, NULL);
}

HearthClock *
hearth_clock_new_fixed (const char *time)
{
  HearthClock *self = hearth_clock_new ();

  hearth_clock_set_fixed (self, time);
  return self;
}

void
hearth_clock_set_fixed (HearthClock *self, const char *time)
{
  g_autoptr (GTimeZone) utc = g_time_zone_new_utc ();
  g_autoptr (GDateTime) fixed = NULL;

  g_return_if_fail (HEARTH_IS_CLOCK (self));

  fixed = g_date_time_new_from_iso8601 (time, utc);
  g_return_if_fail (fixed != NULL);
  g_clear_pointer (&self->fixed, g_date_time_unref);
  self->fixed = g_steal_pointer (&fixed);
}

GDateTime *
hearth_clock_now (HearthClock *self)
{
  g_return_val_if_fail (HEARTH_IS_CLOCK (self), NULL);

  return self->fixed != NULL ? g_date_time_ref (self->fixed) : g_date_time_new_now_local ();
}

gint64
hearth_clock_get_boot_seconds (HearthClock *self)
{
  struct timespec since_boot;

  g_return_val_if_fail (HEARTH_IS_CLOCK (self), -1);

  if (self->fixed != NULL)
    return self->fixed_boot_seconds;
  return clock_gettime (CLOCK_BOOTTIME, &since_boot) == 0 ? (gint64) since_boot.tv_sec : -1;
}

void
hearth_clock_set_fixed_boot_seconds (HearthClock *self, gint64 seconds)
{
  g_return_if_fail (HEARTH_IS_CLOCK (self));
  g_return_if_fail (self->fixed != NULL);

  self->fixed_boot_seconds = seconds;
}

char *
hearth_clock_stamp (HearthClock *self)
{
  g_autoptr (GDateTime) now = hearth_clock_now (self);

  return hearth_instant_from_date_time (now);
}

char *
hearth_clock_today (HearthClock *self)
{
  g_autoptr (GDateTime) now = hearth_clock_now (self);

  return g_date_time_format (now, "%Y-%m-%d");
}

/* SPDX-License-Identifier: GPL-3.0-or-later
 * The three shifts of a house: when they are, as the house's record and clock say.
 */
#define G_LOG_DOMAIN "hearth-rules"

#include "config.h"

#include "rules/shift.h"

#include "core/date.h"
#include "records/types.h"
#include "rules/reader-private.h"
#include "rules/shift-times.h"

#include <glib/gi18n-lib.h>

#define LATE_AFTER_HOURS 24

/* --- the shift itself ---------------------------------------------------------------------------- */

HearthShift *
hearth_shift_new (HearthStore *store, const char *date, const char *code)
{
  HearthShiftHours hours;
  g_autoptr (GDateTime) now = NULL;

  g_return_val_if_fail (HEARTH_IS_STORE (store), NULL);
  g_return_val_if_fail (date != NULL && code != NULL, NULL);

  hours = hearth_shift_hours_read (hearth_store_get_house (store));
  now = hearth_clock_now (hearth_store_get_clock (store));
  return hearth_shift_make (&hours, date, code, g_date_time_get_timezone (now));
}

HearthShift *
hearth_shift_new_now (HearthStore *store)
{
  g_autofree char *now = hearth_clock_stamp (hearth_store_get_clock (store));

  return hearth_shift_new_at (store, now);
}

HearthShift *
hearth_shift_new_at (HearthStore *store, const char *instant)
{
  HearthShiftHours hours;
  g_autoptr (GDateTime) now = NULL;
  g_autoptr (GDateTime) time = NULL;
  g_autoptr (GDateTime) here = NULL;

  g_return_val_if_fail (HEARTH_IS_STORE (store), NULL);
  g_return_val_if_fail (instant != NULL, NULL);

  hours = hearth_shift_hours_read (hearth_store_get_house (store));
  now = hearth_clock_now (hearth_store_get_clock (store));
  time = hearth_instant_to_date_time (instant);
  if (time == NULL)
    return NULL;
  here = g_date_time_to_timezone (time, g_date_time_get_timezone (now));
  return hearth_shift_make_at (&hours, here);
}

static HearthShift *
new_beside (HearthStore *store, const HearthShift *shift, int steps)
{
  HearthShiftHours hours = hearth_shift_hours_read (hearth_store_get_house (store));
  g_autoptr (GDateTime) now = hearth_clock_now (hearth_store_get_clock (store));

  return hearth_shift_make_beside (&hours, shift->date, shift->code, steps, g_date_time_get_timezone (now));
}

HearthShift *
hearth_shift_new_before (HearthStore *store, const HearthShift *shift)
{
  g_return_val_if_fail (HEARTH_IS_STORE (store), NULL);
  g_return_val_if_fail (shift != NULL, NULL);

  return new_beside (store, shift, -1);
}

HearthShift *
hearth_shift_new_after (HearthStore *store, const HearthShift *shift)
{
  g_return_val_if_fail (HEARTH_IS_STORE (store), NULL);
  g_return_val_if_fail (shift != NULL, NULL);

  return new_beside (store, shift, 1);
}

void
hearth_shift_free (HearthShift *shift)
{
  if (shift == NULL)
    return;
  g_free (shift->date);
  g_free (shift->begin);
  g_free (shift->end);
  g_free (shift);
}

/* --- words ----------------------------------------------------------------------------------------- */

char *
hearth_shift_dup_title (const HearthShift *shift)
{
  const HearthField *field = hearth_record_type_lookup_field (&hearth_daily_log_type, "shift");
  g_autofree char *day = NULL;

  g_return_val_if_fail (shift != NULL, NULL);

  day = hearth_date_format (shift->date);
  /* Translators: a shift and its day, “Night, 3 May 2026” */
  return g_strdup_printf (_ ("%s, %s"), _ (hearth_field_lookup_choice (field, shift->code)->label), day);
}

static char *
format_time (const char *instant)
{
  g_autoptr (GDateTime) time = hearth_instant_to_date_time (instant);
  g_autofree char *canonical = g_date_time_format (time, "%H:%M");

  return hearth_time_format (canonical);
}

char *
hearth_shift_dup_hours (const HearthShift *shift)
{
  g_autofree char *from = NULL, *to = NULL;

  g_return_val_if_fail (shift != NULL, NULL);

  from = format_time (shift->begin);
  to = format_time (shift->end);
  /* Translators: from one time of day to another */
  return g_strdup_printf (_ ("%s – %s"), from, to);
}

/* --- now ---------------------------------------------------------------------------------------------- */

bool
hearth_shift_holds (const HearthShift *shift, const char *instant)
{
  g_return_val_if_fail (shift != NULL, false);
  g_return_val_if_fail (instant != NULL, false);

  return *instant != '\0' && hearth_instant_compare (shift->begin, instant) <= 0 &&
         hearth_instant_compare (instant, shift->end) < 0;
}

bool
hearth_shift_has_begun (HearthStore *store, const HearthShift *shift)
{
  g_autofree char *now = hearth_clock_stamp (hearth_store_get_clock (store));

  g_return_val_if_fail (shift != NULL, false);

  return hearth_instant_compare (shift->begin, now) <= 0;
}

/* Whether @instant is so long after the end of @shift that it counts as late. */
static bool
is_late_at (HearthStore *store, const HearthShift *shift, const char *instant)
{
  gint64 hours = hearth_record_get_integer (hearth_store_get_house (store), "late_hours", LATE_AFTER_HOURS);
  g_autofree char *bound = hearth_instant_add_minutes (shift->end, (int) hours * 60);

  return hearth_instant_compare (instant, bound) > 0;
}

bool
hearth_shift_is_late (HearthStore *store, const HearthShift *shift)
{
  g_autofree char *now = NULL;

  g_return_val_if_fail (HEARTH_IS_STORE (store), false);
  g_return_val_if_fail (shift != NULL, false);

  now = hearth_clock_stamp (hearth_store_get_clock (store));
  return is_late_at (store, shift, now);
}

bool
hearth_shift_wants_reason (HearthStore *store, HearthRecord *log)
{
  g_autoptr (HearthShift) shift = NULL;

  g_return_val_if_fail (HEARTH_IS_STORE (store), false);
  g_return_val_if_fail (HEARTH_IS_RECORD (log), false);

  shift = hearth_shift_new (store, hearth_record_get (log, "date"), hearth_record_get (log, "shift"));
  return shift != NULL && !hearth_record_has (log, "late_reason") && hearth_record_has (log, "created_at") &&
         is_late_at (store, shift, hearth_record_get (log, "created_at"));
}

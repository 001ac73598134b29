/* SPDX-License-Identifier: GPL-3.0-or-later
 * How a notification stands, in words: how much time is left, or since when it is late; when it was done, and how.
 */
#define G_LOG_DOMAIN "hearth-views"

#include "config.h"

#include "views/notification-words.h"

#include <glib/gi18n-lib.h>

#include "core/date.h"
#include "records/types.h"
#include "rules/notifications.h"
#include "views/isolate.h"

#define MINUTE 60
#define HOUR (60 * MINUTE)
#define DAY (24 * HOUR)

/* "40 minutes", "3 hours", "2 days": never too many. */
static char *
describe_span (gint64 seconds)
{
  gulong n;

  if (seconds < MINUTE)
    return g_strdup (_ ("less than a minute"));
  if (seconds < 2 * HOUR)
    {
      n = (gulong) (seconds / MINUTE);
      return g_strdup_printf (g_dngettext (GETTEXT_PACKAGE, "%lu minute", "%lu minutes", n), n);
    }
  if (seconds < 2 * DAY)
    {
      n = (gulong) (seconds / HOUR);
      return g_strdup_printf (g_dngettext (GETTEXT_PACKAGE, "%lu hour", "%lu hours", n), n);
    }
  n = (gulong) (seconds / DAY);
  return g_strdup_printf (g_dngettext (GETTEXT_PACKAGE, "%lu day", "%lu days", n), n);
}

HearthNotificationState
hearth_notification_get_state (HearthStore *store, HearthRecord *notification)
{
  if (hearth_notification_is_settled (notification))
    return HEARTH_NOTIFICATION_SETTLED;
  return hearth_notification_is_late (store, notification) ? HEARTH_NOTIFICATION_LATE
                                                           : HEARTH_NOTIFICATION_OPEN;
}

static void
append_part (GString *words, const char *part)
{
  if (*part != '\0')
    /* First-strong isolate: a name must not turn round what stands beside it. */
    g_string_append_printf (words, "%s\u2068%s\u2069", words->len > 0 ? " · " : "", part);
}

static char *
format_field (HearthRecord *record, const char *name)
{
  return hearth_record_format (record,
                               hearth_record_type_lookup_field (hearth_record_get_record_type (record), name),
                               "");
}

/* Told, or explained why it need not be. */
static char *
describe_settled (HearthStore *store, HearthRecord *notification)
{
  g_autoptr (GString) words = g_string_new (NULL);
  g_autofree char *by =
    hearth_isolate (hearth_store_dup_link_title (store, hearth_record_get (notification, "done_by")));
  g_autofree char *when =
    hearth_isolate (hearth_instant_format (hearth_record_get (notification, "done_at")));
  g_autofree char *how = format_field (notification, "how");
  g_autofree char *told = NULL;

  if (*when == '\0')
    told = g_strdup (_ ("Need not be told"));
  else if (*by != '\0')
    /* Translators: a date and time, and a name */
    told = g_strdup_printf (_ ("Told %s by %s"), when, by);
  else
    told = g_strdup_printf (_ ("Told %s"), when);
  append_part (words, told);
  append_part (words, how);
  append_part (words, hearth_record_get (notification, "reference"));
  append_part (words, hearth_record_get (notification, "answer"));
  return g_string_free_and_steal (g_steal_pointer (&words));
}

char *
hearth_notification_describe (HearthStore *store, HearthRecord *notification)
{
  const char *due_at = hearth_record_get (notification, "due_at");
  g_autoptr (GDateTime) due = hearth_instant_to_date_time (due_at);
  g_autoptr (GDateTime) now = hearth_clock_now (hearth_store_get_clock (store));
  g_autofree char *shown = hearth_isolate (hearth_instant_format (due_at));
  g_autofree char *span = NULL;
  GTimeSpan left;

  if (hearth_notification_is_settled (notification))
    return describe_settled (store, notification);
  if (due == NULL)
    return g_strdup (_ ("Not told yet"));
  left = g_date_time_difference (due, now) / G_TIME_SPAN_SECOND;
  span = describe_span (ABS (left));
  if (left < 0)
    /* Translators: "20 minutes late, to be told by 3 May 2026, 14:30" */
    return g_strdup_printf (_ ("%s late, to be told by %s"), span, shown);
  /* Translators: "2 hours left, to be told by 3 May 2026, 14:30" */
  return g_strdup_printf (_ ("%s left, to be told by %s"), span, shown);
}

/* SPDX-License-Identifier: GPL-3.0-or-later
 * What wants to be known of residents beside dates that fall due: who is missing or out, what holds, who must be told.
 */
#define G_LOG_DOMAIN "hearth-rules"

#include "config.h"

#include "core/date.h"
#include "records/types.h"
#include "rules/contributors-private.h"
#include "rules/notifications.h"
#include "rules/reader-private.h"
#include "rules/whereabouts.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#define LONGEST_LEAVE_DAYS 366

static const char *const nothing[] = { "", NULL };

static char *
dup_day (HearthRecord *record, const char *field)
{
  return hearth_instant_dup_date (hearth_record_get (record, field));
}

/* --- missing --------------------------------------------------------------------------------------------- */

bool
hearth_note_missing (HearthStore *store, const HearthContributor *row, GPtrArray *notices, GError **error)
{
  g_autoptr (HearthQuery) query = hearth_query_new (row->type);
  g_autoptr (GPtrArray) episodes = NULL;

  hearth_query_set_filter (query, "found_at", nothing);
  episodes = hearth_reader_list (store, query, error);
  for (guint i = 0; episodes != NULL && i < episodes->len; i++)
    {
      HearthRecord *episode = g_ptr_array_index (episodes, i);
      g_autofree char *since = hearth_instant_format (hearth_record_get (episode, "last_seen_at")),
                      *day = dup_day (episode, "last_seen_at"),
                      *told = g_strdup_printf (_ ("Missing. Last seen %s"), since);

      hearth_notices_add (store, row, notices, episode, HEARTH_GROUP_AT_ONCE, told, day, true);
    }
  return episodes != NULL;
}

/* --- leaves ------------------------------------------------------------------------------------------------ */

static bool
note_asked (HearthStore *store, const HearthContributor *row, GPtrArray *notices, GError **error)
{
  g_autoptr (GPtrArray) leaves = hearth_leaves_list_asked (store, error);

  for (guint i = 0; leaves != NULL && i < leaves->len; i++)
    {
      HearthRecord *leave = g_ptr_array_index (leaves, i);
      g_autofree char *title = hearth_record_dup_title (leave), *day = dup_day (leave, "leaves_at"),
                      *when = hearth_instant_format (hearth_record_get (leave, "leaves_at")),
                      *told = g_strdup_printf (_ ("Asks to go out, %s: %s"), when, title);

      hearth_notices_add (store, row, notices, leave, HEARTH_GROUP_TO_DECIDE, told, day, false);
    }
  return leaves != NULL;
}

/* Those who have gone and are not back. */
static GPtrArray *
list_out (HearthStore *store, GError **error)
{
  g_autoptr (HearthQuery) query = hearth_query_new (&hearth_leave_type);
  g_autofree char *today = hearth_clock_today (hearth_store_get_clock (store));
  g_autofree char *from = hearth_date_add_days (today, -LONGEST_LEAVE_DAYS);

  hearth_query_set_range (query, "out_at", from, NULL);
  hearth_query_set_filter (query, "back_at", nothing);
  return hearth_reader_list (store, query, error);
}

static void
note_one_out (HearthStore *store,
              const HearthContributor *row,
              GPtrArray *notices,
              HearthRecord *leave,
              bool late)
{
  g_autofree char *due = hearth_instant_format (hearth_record_get (leave, "due_back")),
                  *day = dup_day (leave, "due_back"),
                  *told = late ? g_strdup_printf (_ ("Not back yet: was to be back %s"), due)
                               : g_strdup_printf (_ ("Out, back %s"), due);

  hearth_notices_add (store, row, notices, leave, late ? HEARTH_GROUP_AT_ONCE : HEARTH_GROUP_OUT, told, day,
                      late);
}

static bool
note_gone (HearthStore *store,
           const HearthContributor *row,
           GPtrArray *notices,
           bool only_late,
           GError **error)
{
  g_autoptr (GPtrArray) out = list_out (store, error);
  g_autofree char *now = hearth_clock_stamp (hearth_store_get_clock (store));

  for (guint i = 0; out != NULL && i < out->len; i++)
    {
      HearthRecord *leave = g_ptr_array_index (out, i);
      bool late = hearth_instant_compare (hearth_record_get (leave, "due_back"), now) < 0;

      if (late || !only_late)
        note_one_out (store, row, notices, leave, late);
    }
  return out != NULL;
}

/* What was agreed for today and tomorrow. */
static bool
note_going (HearthStore *store,
            const HearthContributor *row,
            GPtrArray *notices,
            HearthGroup group,
            GError **error)
{
  static const char *const agreed[] = { "agreed", NULL };
  g_autoptr (HearthQuery) query = hearth_query_new (row->type);
  g_autofree char *today = hearth_clock_today (hearth_store_get_clock (store));
  g_autofree char *tomorrow = hearth_date_add_days (today, 1);
  g_autoptr (GPtrArray) leaves = NULL;

  hearth_query_set_period (query, today, tomorrow);
  hearth_query_set_filter (query, "decision", agreed);
  hearth_query_set_filter (query, "out_at", nothing);
  leaves = hearth_reader_list (store, query, error);
  for (guint i = 0; leaves != NULL && i < leaves->len; i++)
    {
      HearthRecord *leave = g_ptr_array_index (leaves, i);
      g_autofree char *from = hearth_instant_format (hearth_record_get (leave, "leaves_at")),
                      *until = hearth_instant_format (hearth_record_get (leave, "due_back")),
                      *day = dup_day (leave, "leaves_at"),
                      /* Translators: two moments */
                        *told = g_strdup_printf (_ ("Goes out %s, back %s"), from, until);

      hearth_notices_add (store, row, notices, leave, group, told, day, false);
    }
  return leaves != NULL;
}

bool
hearth_note_leaves (HearthStore *store, const HearthContributor *row, GPtrArray *notices, GError **error)
{
  return note_gone (store, row, notices, true, error) &&
         (!hearth_leave_may_decide (store) || note_asked (store, row, notices, error)) &&
         note_going (store, row, notices, HEARTH_GROUP_COMING, error);
}

bool
hearth_note_out (HearthStore *store, const HearthContributor *row, GPtrArray *notices, GError **error)
{
  return note_gone (store, row, notices, false, error) &&
         note_going (store, row, notices, HEARTH_GROUP_OUT, error);
}

/* --- what holds ---------------------------------------------------------------------------------------------- */

static bool
note_alerts_ending (HearthStore *store,
                    const HearthContributor *row,
                    GPtrArray *notices,
                    HearthQuery *query,
                    GError **error)
{
  static const char *const watched[] = { "high", "medium", NULL };
  g_autofree char *today = hearth_clock_today (hearth_store_get_clock (store));
  g_autoptr (GPtrArray) alerts = NULL;

  hearth_query_set_filter (query, "level", watched);
  hearth_query_set_period (query, NULL, today);
  alerts = hearth_reader_list (store, query, error);
  for (guint i = 0; alerts != NULL && i < alerts->len; i++)
    {
      HearthRecord *alert = g_ptr_array_index (alerts, i);
      g_autofree char *told = row->tell (store, alert);

      if (strcmp (hearth_record_get (alert, "start"), today) <= 0)
        hearth_notices_add (store, row, notices, alert, row->handover, told,
                            hearth_record_get (alert, "start"), row->is_urgent (alert));
    }
  return alerts != NULL;
}

bool
hearth_note_alerts (HearthStore *store, const HearthContributor *row, GPtrArray *notices, GError **error)
{
  g_autoptr (HearthQuery) endless = hearth_query_new (row->type);
  g_autoptr (HearthQuery) ending = hearth_query_new (row->type);
  g_autofree char *today = hearth_clock_today (hearth_store_get_clock (store));

  hearth_query_set_filter (endless, "end", nothing);
  hearth_query_set_range (ending, "end", today, NULL);
  return note_alerts_ending (store, row, notices, endless, error) &&
         note_alerts_ending (store, row, notices, ending, error);
}

bool
hearth_note_barred (HearthStore *store, const HearthContributor *row, GPtrArray *notices, GError **error)
{
  static const char *const yes[] = { "yes", NULL };
  g_autoptr (HearthQuery) query = hearth_query_new (row->type);
  g_autoptr (GPtrArray) contacts = NULL;

  hearth_query_set_filter (query, "no_contact", yes);
  contacts = hearth_reader_list (store, query, error);
  for (guint i = 0; contacts != NULL && i < contacts->len; i++)
    {
      HearthRecord *contact = g_ptr_array_index (contacts, i);
      g_autofree char *told = row->tell (store, contact);

      hearth_notices_add (store, row, notices, contact, row->handover, told,
                          hearth_record_get (contact, "no_contact_since"), false);
    }
  return contacts != NULL;
}

/* --- who must be told ------------------------------------------------------------------------------------------ */

bool
hearth_note_notifications (HearthStore *store,
                           const HearthContributor *row,
                           GPtrArray *notices,
                           GError **error)
{
  const HearthRole *role = hearth_reader_get_role (store);
  g_autoptr (GPtrArray) open = NULL;

  /* For who can write down that it was done. */
  if (role == NULL || !hearth_role_may (role, row->type, HEARTH_VERB_CHANGE))
    return true;
  open = hearth_notifications_list_open (store, error);
  for (guint i = 0; open != NULL && i < open->len; i++)
    {
      HearthRecord *notification = g_ptr_array_index (open, i);
      bool late = hearth_notification_is_late (store, notification);
      g_autofree char *whom = hearth_record_dup_title (notification),
                      *due = hearth_instant_format (hearth_record_get (notification, "due_at")),
                      *day = dup_day (notification, "due_at"),
                      /* Translators: somebody who must be told, and until when */
                        *told = *due != '\0' ? g_strdup_printf (_ ("To be told: %s, until %s"), whom, due)
                                             : g_strdup_printf (_ ("To be told: %s"), whom);

      hearth_notices_add (store, row, notices, notification, late ? HEARTH_GROUP_AT_ONCE : HEARTH_GROUP_DUE,
                          told, day, late);
    }
  return open != NULL;
}

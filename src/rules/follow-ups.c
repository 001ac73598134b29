/* SPDX-License-Identifier: GPL-3.0-or-later
 * What follows by itself when something was written down. It is made here, for every way in which a record comes to be:
 * a page, hearthctl, an import.
 */
#define G_LOG_DOMAIN "hearth-rules"

#include "config.h"

#include "rules/follow-ups.h"

#include "core/date.h"
#include "records/types.h"
#include "rules/follow-ups-private.h"
#include "rules/notifications.h"
#include "rules/reader-private.h"
#include "rules/subject.h"
#include "rules/tasks.h"

#include <glib/gi18n-lib.h>

/* Who writes down what happened longer ago starts no clock with it. */
#define LONGEST_AGO_DAYS 31
#define TALK_WITHIN_DAYS 3

static bool
is_recent (HearthStore *store, HearthRecord *record)
{
  g_autofree char *today = hearth_clock_today (hearth_store_get_clock (store));
  g_autofree char *day = hearth_record_dup_event_date (record);

  return hearth_date_days_between (day, today) <= LONGEST_AGO_DAYS;
}

static bool
make_notifications (HearthStore *store, HearthRecord *record, GError **error)
{
  g_autoptr (GPtrArray) made = hearth_notifications_make (store, record, error);

  return made != NULL;
}

/* --- the talk after coming back ------------------------------------------------------------------------- */

static HearthRecord *
make_talk (HearthStore *store, HearthRecord *episode)
{
  HearthRecord *task = hearth_task_new (store, episode);
  g_autofree char *found = hearth_instant_dup_date (hearth_record_get (episode, "found_at"));
  g_autofree char *due = hearth_date_add_days (found, TALK_WITHIN_DAYS);

  hearth_record_set (task, "title", _ ("Talk after coming back"));
  hearth_record_set (task, "details",
                     _ ("Ask how the resident is, what made leaving seem right, and what would help another "
                        "time. Write it into the record of the time the resident was missing."));
  hearth_record_set (task, "due", due);
  hearth_record_set (task, "assignee_role", "key-worker");
  return task;
}

/* Asked for when the resident is back, done when the talk is written down. */
static bool
tend_talk (HearthStore *store, HearthRecord *episode, GError **error)
{
  g_autoptr (GPtrArray) tasks = NULL;
  bool has_talked = hearth_record_has (episode, "talk_on");

  if (!hearth_record_has (episode, "found_at"))
    return true;
  tasks = hearth_subject_list (store, &hearth_task_type, hearth_record_get_id (episode), error);
  if (tasks == NULL)
    return false;
  if (tasks->len == 0 && !has_talked)
    {
      g_autoptr (HearthRecord) talk = make_talk (store, episode);

      return hearth_store_save (store, talk, NULL, NULL, error);
    }
  return tasks->len == 0 || !has_talked ||
         hearth_task_finish (store, g_ptr_array_index (tasks, 0), NULL, NULL, error);
}

/* --- taking back ---------------------------------------------------------------------------------------- */

static bool
take_back (HearthStore *store, HearthRecord *record, GError **error)
{
  const HearthRecordType *const types[] = { &hearth_notification_type, &hearth_task_type };

  for (gsize i = 0; i < G_N_ELEMENTS (types); i++)
    {
      g_autoptr (GPtrArray) made =
        hearth_subject_list (store, types[i], hearth_record_get_id (record), error);

      if (made == NULL)
        return false;
      for (guint j = 0; j < made->len; j++)
        {
          HearthRecord *follow_up = g_ptr_array_index (made, j);
          bool is_over = types[i] == &hearth_notification_type
                           ? hearth_notification_is_settled (follow_up)
                           : hearth_task_get_standing (store, follow_up) >= HEARTH_TASK_DONE;

          /* That somebody was told of it stays true. */
          if (!is_over && !hearth_store_mark_in_error (store, follow_up,
                                                       _ ("What it is about was entered in error"), error))
            return false;
        }
    }
  return true;
}

/* --- whose files they are in ------------------------------------------------------------------------------ */

/* While an incident is not signed, somebody else may turn out to have been there. */
static bool
follow_files (HearthStore *store, HearthRecord *record, GError **error)
{
  const HearthRecordType *const types[] = { &hearth_notification_type, &hearth_incident_review_type,
                                            &hearth_task_type };
  g_auto (GStrv) files = hearth_record_dup_files (record);
  g_autofree char *residents = g_strjoinv (" ", files);

  for (gsize i = 0; i < G_N_ELEMENTS (types); i++)
    {
      g_autoptr (GPtrArray) made =
        hearth_subject_list (store, types[i], hearth_record_get_id (record), error);

      if (made == NULL)
        return false;
      for (guint j = 0; j < made->len; j++)
        {
          g_autoptr (HearthRecord) changed = hearth_record_copy (g_ptr_array_index (made, j));

          hearth_record_set (changed, "residents", residents);
          if (!hearth_store_save (store, changed, NULL, NULL, error))
            return false;
        }
    }
  return true;
}

/* --- the whole ------------------------------------------------------------------------------------------ */

static bool
follow_incident (HearthStore *store, HearthRecord *incident, GError **error)
{
  if (g_str_equal (hearth_record_get (incident, "state"), HEARTH_STATE_IN_ERROR))
    return take_back (store, incident, error);
  return make_notifications (store, incident, error) && follow_files (store, incident, error);
}

static bool
follow_episode (HearthStore *store, HearthRecord *episode, GError **error)
{
  if (g_str_equal (hearth_record_get (episode, "state"), HEARTH_STATE_IN_ERROR))
    return take_back (store, episode, error);
  return make_notifications (store, episode, error) && tend_talk (store, episode, error);
}

/* @recent: only of what happened not long ago */
static const struct {
  const HearthRecordType *type;
  bool (*follow) (HearthStore *store, HearthRecord *record, GError **error);
  bool recent;
} rows[] = {
  { &hearth_incident_type, follow_incident, .recent = true },
  { &hearth_missing_episode_type, follow_episode, .recent = true },
  { &hearth_safety_check_type, hearth_follow_safety_check, .recent = true },
  { &hearth_plan_review_type, hearth_follow_plan_review },
  { &hearth_group_session_type, hearth_follow_group_session },
  { &hearth_hearing_type, hearth_follow_hearing },
};

void
hearth_follow_ups_make (HearthStore *store, HearthRecord *record)
{
  const HearthRecordType *type = hearth_record_get_record_type (record);

  for (gsize i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      g_autoptr (GError) error = NULL;

      if (rows[i].type == type && (!rows[i].recent || is_recent (store, record)) &&
          !rows[i].follow (store, record, &error))
        g_warning ("What follows from %s could not be made: %s", hearth_record_get_id (record),
                   error->message);
    }
}

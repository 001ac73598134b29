/* SPDX-License-Identifier: GPL-3.0-or-later
 * Tasks: whose they are, when they are due, and the next one of those that repeat.
 */
#define G_LOG_DOMAIN "hearth-rules"

#include "config.h"

#include "rules/tasks.h"

#include "core/date.h"
#include "records/types.h"
#include "rules/reader-private.h"
#include "rules/subject.h"

#include <glib/gi18n-lib.h>
#include <string.h>

/* --- how it stands -------------------------------------------------------------------------------- */

/* Whether the time of day that it is due at is over. */
static bool
is_past_time (HearthStore *store, HearthRecord *task)
{
  g_autoptr (GDateTime) now = hearth_clock_now (hearth_store_get_clock (store));
  g_autofree char *time = g_date_time_format (now, "%H:%M");

  return hearth_record_has (task, "due_time") && strcmp (hearth_record_get (task, "due_time"), time) < 0;
}

HearthTaskStanding
hearth_task_get_standing (HearthStore *store, HearthRecord *task)
{
  g_autofree char *today = NULL;
  int days;

  g_return_val_if_fail (HEARTH_IS_STORE (store), HEARTH_TASK_LATER);
  g_return_val_if_fail (HEARTH_IS_RECORD (task), HEARTH_TASK_LATER);

  if (hearth_record_has (task, "done_on"))
    return HEARTH_TASK_DONE;
  if (hearth_record_is_yes (task, "cancelled"))
    return HEARTH_TASK_CANCELLED;
  today = hearth_clock_today (hearth_store_get_clock (store));
  days = hearth_date_days_between (today, hearth_record_get (task, "due"));
  if (days < 0 || (days == 0 && is_past_time (store, task)))
    return HEARTH_TASK_OVERDUE;
  if (days == 0)
    return HEARTH_TASK_DUE;
  return days <= hearth_record_get_integer (task, "remind", 0) ? HEARTH_TASK_SOON : HEARTH_TASK_LATER;
}

const char *
hearth_task_standing_get_label (HearthTaskStanding standing)
{
  static const char *const labels[] = {
    [HEARTH_TASK_LATER] = N_ ("Later"), [HEARTH_TASK_SOON] = N_ ("Soon"),
    [HEARTH_TASK_DUE] = N_ ("Today"),   [HEARTH_TASK_OVERDUE] = N_ ("Overdue"),
    [HEARTH_TASK_DONE] = N_ ("Done"),   [HEARTH_TASK_CANCELLED] = N_ ("Not needed any more"),
  };

  g_return_val_if_fail ((gsize) standing < G_N_ELEMENTS (labels), "");

  return _ (labels[standing]);
}

HearthTaskWhose
hearth_task_get_whose (HearthStore *store, HearthRecord *task)
{
  const char *assignee, *role;

  g_return_val_if_fail (HEARTH_IS_STORE (store), HEARTH_TASK_OF_ANOTHER);
  g_return_val_if_fail (HEARTH_IS_RECORD (task), HEARTH_TASK_OF_ANOTHER);

  assignee = hearth_record_get (task, "assignee");
  role = hearth_record_get (task, "assignee_role");
  if (*assignee != '\0')
    return g_str_equal (assignee, hearth_reader_get_id (store)) ? HEARTH_TASK_MINE : HEARTH_TASK_OF_ANOTHER;
  if (*role != '\0')
    return g_str_equal (role, hearth_reader_get_role_code (store)) ? HEARTH_TASK_OF_MY_ROLE
                                                                   : HEARTH_TASK_OF_ANOTHER;
  return HEARTH_TASK_EVERYBODYS;
}

/* --- lists ------------------------------------------------------------------------------------------ */

static int
compare_tasks (gconstpointer a, gconstpointer b)
{
  HearthRecord *one = *(HearthRecord *const *) a, *other = *(HearthRecord *const *) b;
  bool is_urgent = hearth_record_is_yes (one, "urgent"), other_is = hearth_record_is_yes (other, "urgent");
  int order;

  if (is_urgent != other_is)
    return is_urgent ? -1 : 1;
  order = strcmp (hearth_record_get (one, "due"), hearth_record_get (other, "due"));
  return order != 0 ? order
                    : strcmp (hearth_record_get (one, "due_time"), hearth_record_get (other, "due_time"));
}

GPtrArray *
hearth_tasks_list (HearthStore *store, HearthTaskWhose whose, GError **error)
{
  static const char *const nothing[] = { "", NULL };
  g_autoptr (HearthQuery) query = NULL;
  g_autoptr (GPtrArray) tasks = NULL;

  g_return_val_if_fail (HEARTH_IS_STORE (store), NULL);

  query = hearth_query_new (&hearth_task_type);
  hearth_query_set_filter (query, "done_on", nothing);
  tasks = hearth_reader_list (store, query, error);
  for (guint i = tasks != NULL ? tasks->len : 0; i > 0; i--)
    {
      HearthRecord *task = g_ptr_array_index (tasks, i - 1);

      if (hearth_record_is_yes (task, "cancelled") || hearth_task_get_whose (store, task) > whose)
        g_ptr_array_remove_index (tasks, i - 1);
    }
  if (tasks != NULL)
    g_ptr_array_sort (tasks, compare_tasks);
  return g_steal_pointer (&tasks);
}

HearthRecord *
hearth_task_new (HearthStore *store, HearthRecord *subject)
{
  HearthRecord *task;
  g_autofree char *today = NULL;

  g_return_val_if_fail (HEARTH_IS_STORE (store), NULL);
  g_return_val_if_fail (subject == NULL || HEARTH_IS_RECORD (subject), NULL);

  task = hearth_record_new (&hearth_task_type);
  today = hearth_clock_today (hearth_store_get_clock (store));
  hearth_record_set (task, "due", today);
  if (subject != NULL)
    hearth_subject_set (task, subject);
  return task;
}

/* --- repeating ---------------------------------------------------------------------------------------- */

static const struct {
  const char *code;
  int days, months;
} repeats[] = {
  { "daily", 1, 0 },   { "weekly", 7, 0 },    { "two_weeks", 14, 0 },
  { "monthly", 0, 1 }, { "quarterly", 0, 3 }, { "yearly", 0, 12 },
};

/* The @n-th repetition is counted from @due itself, so that one on the 31st comes back to the 31st. */
static char *
dup_repetition (const char *due, gsize repeat, int n)
{
  return repeats[repeat].days > 0 ? hearth_date_add_days (due, repeats[repeat].days * n)
                                  : hearth_date_add_months (due, repeats[repeat].months * n);
}

char *
hearth_task_dup_next_due (HearthRecord *task, const char *day)
{
  const char *due;

  g_return_val_if_fail (HEARTH_IS_RECORD (task), NULL);
  g_return_val_if_fail (day != NULL, NULL);

  due = hearth_record_get (task, "due");
  for (gsize i = 0; i < G_N_ELEMENTS (repeats); i++)
    {
      if (!g_str_equal (repeats[i].code, hearth_record_get (task, "repeat")) || *due == '\0')
        continue;
      for (int n = 1;; n++)
        {
          g_autofree char *next = dup_repetition (due, i, n);

          if (strcmp (next, day) > 0)
            return g_steal_pointer (&next);
        }
    }
  return NULL;
}

static HearthRecord *
make_next (HearthStore *store, HearthRecord *task, const char *today)
{
  static const char *const kept[] = { "title",        "details",       "residents", "subject",
                                      "subject_type", "due_time",      "remind",    "repeat",
                                      "assignee",     "assignee_role", "urgent",    NULL };
  g_autofree char *due = hearth_task_dup_next_due (task, today);
  HearthRecord *next;

  if (due == NULL)
    return NULL;
  next = hearth_record_new (&hearth_task_type);
  for (gsize i = 0; kept[i] != NULL; i++)
    hearth_record_set (next, kept[i], hearth_record_get (task, kept[i]));
  hearth_record_set (next, "due", due);
  return next;
}

/* A record in its own transaction needs none around it. */
static bool
save_both (HearthStore *store, HearthRecord *task, HearthRecord *next, GError **error)
{
  if (next == NULL)
    return hearth_store_save (store, task, NULL, NULL, error);
  if (!hearth_store_begin (store, error))
    return false;
  if (hearth_store_save (store, task, NULL, NULL, error) &&
      hearth_store_save (store, next, NULL, NULL, error))
    return hearth_store_commit (store, error);
  hearth_store_roll_back (store);
  return false;
}

bool
hearth_task_finish (HearthStore *store,
                    HearthRecord *task,
                    const char *outcome,
                    HearthRecord **next,
                    GError **error)
{
  g_autofree char *today = NULL;
  g_autoptr (HearthRecord) done = NULL;
  g_autoptr (HearthRecord) following = NULL;

  g_return_val_if_fail (HEARTH_IS_STORE (store), false);
  g_return_val_if_fail (HEARTH_IS_RECORD (task), false);

  if (next != NULL)
    *next = NULL;
  if (hearth_task_get_standing (store, task) >= HEARTH_TASK_DONE)
    return true;
  today = hearth_clock_today (hearth_store_get_clock (store));
  done = hearth_record_copy (task);
  following = make_next (store, task, today);
  hearth_record_set (done, "done_on", today);
  hearth_record_set (done, "done_by", hearth_reader_get_id (store));
  if (outcome != NULL)
    hearth_record_set (done, "outcome", outcome);
  if (!save_both (store, done, following, error))
    return false;
  if (next != NULL)
    *next = g_steal_pointer (&following);
  return true;
}

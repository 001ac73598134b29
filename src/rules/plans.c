/* SPDX-License-Identifier: GPL-3.0-or-later
 * Plans, goals, and how the six areas of recovery stand.
 */
#define G_LOG_DOMAIN "hearth-rules"

#include "config.h"

#include "rules/plans.h"

#include <string.h>

#include "core/date.h"
#include "records/types.h"
#include "rules/plans-private.h"
#include "rules/reader-private.h"
#include "rules/residence-private.h"
#include "rules/subject.h"
#include "rules/tasks.h"

#include <glib/gi18n-lib.h>

const char *const hearth_recovery_areas[HEARTH_N_RECOVERY_AREAS + 1] = { "safety",   "legal",  "mental",
                                                                         "economic", "social", "physical",
                                                                         NULL };

/* --- plans ------------------------------------------------------------------------------------------ */

bool
hearth_plan_is_active (HearthRecord *plan, const char *day)
{
  const char *ended;

  g_return_val_if_fail (HEARTH_IS_RECORD (plan), false);
  g_return_val_if_fail (day != NULL, false);

  ended = hearth_record_get (plan, "ended_on");
  return !g_str_equal (hearth_record_get (plan, "state"), HEARTH_STATE_IN_ERROR) &&
         strcmp (hearth_record_get (plan, "start"), day) <= 0 && (*ended == '\0' || strcmp (ended, day) > 0);
}

HearthRecord *
hearth_plan_find_active (HearthStore *store,
                         const HearthRecordType *type,
                         const char *resident,
                         GError **error)
{
  g_autoptr (HearthQuery) query = hearth_query_new (type);
  g_autofree char *today = hearth_clock_today (hearth_store_get_clock (store));
  g_autoptr (GPtrArray) plans = NULL;

  hearth_query_set_resident (query, resident);
  hearth_query_set_sort (query, "start", true);
  plans = hearth_reader_list (store, query, error);
  for (guint i = 0; plans != NULL && i < plans->len; i++)
    if (hearth_plan_is_active (g_ptr_array_index (plans, i), today))
      return g_object_ref (g_ptr_array_index (plans, i));
  return NULL;
}

HearthRecord *
hearth_care_plan_find_active (HearthStore *store, const char *resident, GError **error)
{
  g_return_val_if_fail (HEARTH_IS_STORE (store), NULL);
  g_return_val_if_fail (resident != NULL, NULL);

  return hearth_plan_find_active (store, &hearth_care_plan_type, resident, error);
}

/* Records of @type whose link @field names @id, by @sort. Transfer full. */
static GPtrArray *
list_linked (HearthStore *store,
             const HearthRecordType *type,
             const char *field,
             const char *id,
             const char *sort,
             bool descending,
             GError **error)
{
  const char *const ids[] = { id, NULL };
  g_autoptr (HearthQuery) query = hearth_query_new (type);

  hearth_query_set_filter (query, field, ids);
  hearth_query_set_sort (query, sort, descending);
  return hearth_reader_list (store, query, error);
}

GPtrArray *
hearth_plan_list_reviews (HearthStore *store, const char *plan, GError **error)
{
  g_return_val_if_fail (HEARTH_IS_STORE (store), NULL);
  g_return_val_if_fail (plan != NULL, NULL);

  return list_linked (store, &hearth_plan_review_type, "plan", plan, "date", true, error);
}

/* --- goals ------------------------------------------------------------------------------------------- */

bool
hearth_goal_is_open (HearthRecord *goal)
{
  const char *status;

  g_return_val_if_fail (HEARTH_IS_RECORD (goal), false);

  status = hearth_record_get (goal, "status");
  return !g_str_equal (hearth_record_get (goal, "state"), HEARTH_STATE_IN_ERROR) &&
         (g_str_equal (status, "planned") || g_str_equal (status, "active"));
}

/* What has no day comes last. */
static int
compare_days (const char *one, const char *other)
{
  if (*one == '\0' || *other == '\0')
    return (*one == '\0') - (*other == '\0');
  return strcmp (one, other);
}

static int
compare_goals (gconstpointer a, gconstpointer b)
{
  HearthRecord *one = *(HearthRecord *const *) a, *other = *(HearthRecord *const *) b;
  bool is_open = hearth_goal_is_open (one);
  int order;

  if (is_open != hearth_goal_is_open (other))
    return is_open ? -1 : 1;
  if (is_open)
    order = compare_days (hearth_record_get (one, "target"), hearth_record_get (other, "target"));
  else
    order = strcmp (hearth_record_get (other, "ended_on"), hearth_record_get (one, "ended_on"));
  return order != 0 ? order : strcmp (hearth_record_get_id (one), hearth_record_get_id (other));
}

static GPtrArray *
list_goals (HearthStore *store,
            const HearthRecordType *type,
            const char *resident,
            const char *plan,
            GError **error)
{
  const char *const plans[] = { plan, NULL };
  g_autoptr (HearthQuery) query = hearth_query_new (type);
  g_autoptr (GPtrArray) goals = NULL;

  hearth_query_set_resident (query, resident);
  if (plan != NULL)
    hearth_query_set_filter (query, "plan", plans);
  goals = hearth_reader_list (store, query, error);
  if (goals == NULL || (resident == NULL && !hearth_residences_keep (store, goals, error)))
    return NULL;
  g_ptr_array_sort (goals, compare_goals);
  return g_steal_pointer (&goals);
}

GPtrArray *
hearth_goals_list (HearthStore *store, const char *resident, const char *plan, GError **error)
{
  g_return_val_if_fail (HEARTH_IS_STORE (store), NULL);

  return list_goals (store, &hearth_goal_type, resident, plan, error);
}

GPtrArray *
hearth_learning_goals_list (HearthStore *store, const char *resident, const char *plan, GError **error)
{
  g_return_val_if_fail (HEARTH_IS_STORE (store), NULL);

  return list_goals (store, &hearth_learning_goal_type, resident, plan, error);
}

GPtrArray *
hearth_goal_list_progress (HearthStore *store, const char *goal, GError **error)
{
  g_return_val_if_fail (HEARTH_IS_STORE (store), NULL);
  g_return_val_if_fail (goal != NULL, NULL);

  return list_linked (store, &hearth_goal_progress_type, "goal", goal, "date", false, error);
}

HearthRecord *
hearth_goal_find_latest_progress (HearthStore *store, const char *goal, GError **error)
{
  g_autoptr (GPtrArray) progress = hearth_goal_list_progress (store, goal, error);

  return progress != NULL && progress->len > 0 ? g_object_ref (progress->pdata[progress->len - 1]) : NULL;
}

static bool
is_settled (HearthRecord *task)
{
  return hearth_record_has (task, "done_on") || hearth_record_is_yes (task, "cancelled");
}

static int
compare_actions (gconstpointer a, gconstpointer b)
{
  HearthRecord *one = *(HearthRecord *const *) a, *other = *(HearthRecord *const *) b;
  int order = (int) is_settled (one) - (int) is_settled (other);

  if (order == 0)
    order = strcmp (hearth_record_get (one, "due"), hearth_record_get (other, "due"));
  return order != 0 ? order : strcmp (hearth_record_get_id (one), hearth_record_get_id (other));
}

GPtrArray *
hearth_goal_list_actions (HearthStore *store, const char *goal, GError **error)
{
  GPtrArray *tasks;

  g_return_val_if_fail (HEARTH_IS_STORE (store), NULL);
  g_return_val_if_fail (goal != NULL, NULL);

  tasks = hearth_subject_list (store, &hearth_task_type, goal, error);
  if (tasks != NULL)
    g_ptr_array_sort (tasks, compare_actions);
  return tasks;
}

unsigned int
hearth_actions_count_done (GPtrArray *actions, unsigned int *open)
{
  unsigned int done = 0, left = 0;

  g_return_val_if_fail (actions != NULL, 0);

  for (guint i = 0; i < actions->len; i++)
    {
      HearthRecord *task = g_ptr_array_index (actions, i);

      if (hearth_record_has (task, "done_on"))
        done++;
      else if (!hearth_record_is_yes (task, "cancelled"))
        left++;
    }
  if (open != NULL)
    *open = left;
  return done;
}

/* --- recovery ------------------------------------------------------------------------------------------ */

GPtrArray *
hearth_recovery_list (HearthStore *store, const char *resident, GError **error)
{
  g_autoptr (HearthQuery) query = NULL;

  g_return_val_if_fail (HEARTH_IS_STORE (store), NULL);
  g_return_val_if_fail (resident != NULL, NULL);

  query = hearth_query_new (&hearth_recovery_score_type);
  hearth_query_set_resident (query, resident);
  hearth_query_set_sort (query, "date", false);
  return hearth_reader_list (store, query, error);
}

/* Who came back is compared with how it was then, so the last arrival counts. */
HearthRecord *
hearth_recovery_pick (GPtrArray *scores, HearthRecoveryWhich which)
{
  g_return_val_if_fail (scores != NULL, NULL);

  if (scores->len == 0)
    return NULL;
  if (which == HEARTH_RECOVERY_LATEST)
    return scores->pdata[scores->len - 1];
  for (guint i = scores->len; i > 0; i--)
    if (g_str_equal (hearth_record_get (scores->pdata[i - 1], "occasion"), "entry"))
      return scores->pdata[i - 1];
  return scores->pdata[0];
}

int
hearth_recovery_get_score (HearthRecord *score, unsigned int nth)
{
  g_return_val_if_fail (HEARTH_IS_RECORD (score), 0);
  g_return_val_if_fail (nth < HEARTH_N_RECOVERY_AREAS, 0);

  return (int) hearth_record_get_integer (score, hearth_recovery_areas[nth], 0);
}

const char *
hearth_recovery_area_get_label (unsigned int nth)
{
  g_return_val_if_fail (nth < HEARTH_N_RECOVERY_AREAS, "");

  return _ (hearth_record_type_lookup_field (&hearth_recovery_score_type, hearth_recovery_areas[nth])->label);
}

/* SPDX-License-Identifier: GPL-3.0-or-later
 * Plans and goals, sessions by month, and the six areas of recovery.
 */
#include "fixtures/fixtures.h"
#include "fixtures/house.h"
#include "people-fixture.h"
#include "records/types.h"
#include "rules/plans.h"
#include "rules/school.h"
#include "rules/tasks.h"

#define TODAY HEARTH_TEST_TODAY

static HearthRecord *
add_plan (HearthTestHouse *house, const char *type, const char *id, const char *start, const char *ended)
{
  return hearth_test_house_add (house, type, "resident", id, "start", start, "review", "2026-06-01",
                                "ended_on", ended, NULL);
}

static void
test_active (void)
{
  g_autoptr (HearthTestHouse) house = people_house_new ();
  g_autoptr (HearthRecord) mali = hearth_test_house_add_resident (house, "Mali");
  const char *id = hearth_record_get_id (mali);
  g_autoptr (HearthRecord) none = hearth_care_plan_find_active (house->store, id, NULL);
  g_autoptr (HearthRecord) old = add_plan (house, "care_plan", id, "2025-09-01", "2026-01-31");
  g_autoptr (HearthRecord) now = add_plan (house, "care_plan", id, "2026-02-01", "");
  g_autoptr (HearthRecord) lessons = add_plan (house, "education_plan", id, "2026-01-01", "");
  g_autoptr (HearthRecord) found = hearth_care_plan_find_active (house->store, id, NULL);
  g_autoptr (HearthRecord) of_lessons = hearth_education_plan_find_active (house->store, id, NULL);

  g_assert_null (none);
  g_assert_true (found == now);
  g_assert_true (of_lessons == lessons);
  g_assert_false (hearth_plan_is_active (old, "2025-08-31"));
  g_assert_true (hearth_plan_is_active (old, "2025-09-01"));
  g_assert_false (hearth_plan_is_active (old, "2026-01-31"));
}

static HearthRecord *
add_goal (HearthTestHouse *house,
          const char *id,
          HearthRecord *plan,
          const char *text,
          const char *status,
          const char *target,
          const char *ended)
{
  return hearth_test_house_add (house, "goal", "resident", id, "plan",
                                plan != NULL ? hearth_record_get_id (plan) : "", "domain", "safety", "text",
                                text, "start", "2026-02-01", "status", status, "target", target, "ended_on",
                                ended, NULL);
}

static void
assert_goals (GPtrArray *goals, const char *expected)
{
  g_autoptr (GString) found = g_string_new (NULL);

  g_assert_nonnull (goals);
  for (guint i = 0; i < goals->len; i++)
    g_string_append (found, hearth_record_get (goals->pdata[i], "text"));
  g_assert_cmpstr (found->str, ==, expected);
  g_ptr_array_unref (goals);
}

static void
test_goals (void)
{
  g_autoptr (HearthTestHouse) house = people_house_new ();
  g_autoptr (HearthRecord) mali = hearth_test_house_add_resident (house, "Mali");
  const char *id = hearth_record_get_id (mali);
  g_autoptr (HearthRecord) plan = add_plan (house, "care_plan", id, "2026-02-01", "");
  g_autoptr (HearthRecord) endless = add_goal (house, id, plan, "A", "planned", "", "");
  g_autoptr (HearthRecord) late = add_goal (house, id, plan, "B", "active", "2026-05-01", "");
  g_autoptr (HearthRecord) early = add_goal (house, id, NULL, "C", "active", "2026-04-01", "");
  g_autoptr (HearthRecord) met = add_goal (house, id, plan, "D", "met", "", "2026-02-10");
  g_autoptr (HearthRecord) dropped = add_goal (house, id, plan, "E", "dropped", "", "2026-02-20");

  assert_goals (hearth_goals_list (house->store, id, NULL, NULL), "CBAED");
  assert_goals (hearth_goals_list (house->store, id, hearth_record_get_id (plan), NULL), "BAED");
  assert_goals (hearth_goals_list (house->store, NULL, NULL, NULL), "CBAED");
  g_assert_true (hearth_goal_is_open (late));
  g_assert_false (hearth_goal_is_open (met));
  /* The carer meets a goal as its tasks, and the plan not at all. */
  people_enter (house, "dani");
  assert_goals (hearth_goals_list (house->store, id, NULL, NULL), "");
}

static void
test_progress (void)
{
  g_autoptr (HearthTestHouse) house = people_house_new ();
  g_autoptr (HearthRecord) mali = hearth_test_house_add_resident (house, "Mali");
  const char *id = hearth_record_get_id (mali);
  g_autoptr (HearthRecord) goal = add_goal (house, id, NULL, "A", "active", "", "");
  g_autoptr (HearthRecord) other = add_goal (house, id, NULL, "B", "active", "", "");
  g_autoptr (GPtrArray) progress = NULL;
  g_autoptr (HearthRecord) none = NULL;
  g_autoptr (HearthRecord) latest = NULL;

  none = hearth_goal_find_latest_progress (house->store, hearth_record_get_id (goal), NULL);
  g_assert_null (none);
  for (int i = 0; i < 2; i++)
    g_object_unref (hearth_test_house_add (house, "goal_progress", "resident", id, "goal",
                                           hearth_record_get_id (goal), "date",
                                           i ? "2026-02-10" : "2026-02-24", "value", i ? "3" : "6", NULL));
  g_object_unref (hearth_test_house_add (house, "goal_progress", "resident", id, "goal",
                                         hearth_record_get_id (other), "date", TODAY, "value", "9", NULL));
  progress = hearth_goal_list_progress (house->store, hearth_record_get_id (goal), NULL);
  g_assert_cmpuint (progress->len, ==, 2);
  g_assert_cmpstr (hearth_record_get (progress->pdata[0], "value"), ==, "3");
  latest = hearth_goal_find_latest_progress (house->store, hearth_record_get_id (goal), NULL);
  g_assert_cmpstr (hearth_record_get (latest, "value"), ==, "6");
}

static void
test_actions (void)
{
  g_autoptr (HearthTestHouse) house = people_house_new ();
  g_autoptr (HearthRecord) mali = hearth_test_house_add_resident (house, "Mali");
  g_autoptr (HearthRecord) goal = add_goal (house, hearth_record_get_id (mali), NULL, "A", "active", "", "");
  static const char *const dues[] = { "2026-03-20", "2026-03-10", "2026-03-01", "2026-02-01" };
  g_autoptr (GPtrArray) actions = NULL;
  unsigned int open;

  for (gsize i = 0; i < G_N_ELEMENTS (dues); i++)
    {
      g_autoptr (HearthRecord) task = hearth_task_new (house->store, goal);

      hearth_record_set (task, "title", "Something");
      hearth_record_set (task, "due", dues[i]);
      hearth_record_set (task, "done_on", i == 2 ? "2026-02-28" : "");
      hearth_record_set (task, "cancelled", i == 3 ? "yes" : "");
      people_save (house, task);
    }
  actions = hearth_goal_list_actions (house->store, hearth_record_get_id (goal), NULL);
  g_assert_cmpuint (actions->len, ==, 4);
  g_assert_cmpstr (hearth_record_get (actions->pdata[0], "due"), ==, "2026-03-10");
  g_assert_cmpstr (hearth_record_get (actions->pdata[1], "due"), ==, "2026-03-20");
  g_assert_cmpuint (hearth_actions_count_done (actions, &open), ==, 1);
  g_assert_cmpuint (open, ==, 2);
}

static void
add_session (HearthTestHouse *house, const char *id, const char *date, const char *kind, const char *outcome)
{
  g_object_unref (hearth_test_house_add (house, "counselling_session", "resident", id, "date", date, "kind",
                                         kind, "took_place", outcome, NULL));
}

static void
add_group (HearthTestHouse *house, const char *id, const char *date, const char *part)
{
  g_autoptr (HearthRecord) session =
    hearth_test_house_add (house, "group_session", "date", date, "topic", "Sleep", NULL);

  g_object_unref (hearth_test_house_add (house, "group_attendance", "resident", id, "session",
                                         hearth_record_get_id (session), "date", date, "topic", "Sleep",
                                         "part", part, NULL));
}

static void
test_sessions (void)
{
  g_autoptr (HearthTestHouse) house = people_house_new ();
  g_autoptr (HearthRecord) mali = hearth_test_house_add_resident (house, "Mali");
  g_autoptr (HearthRecord) dara = hearth_test_house_add_resident (house, "Dara");
  const char *id = hearth_record_get_id (mali);
  g_autoptr (GPtrArray) months = NULL, all = NULL, none = NULL;
  HearthSessionCount *count, sum;

  people_enter (house, "cora");
  add_session (house, id, "2025-12-14", "individual", "attended"); /* before the period */
  add_session (house, id, "2025-12-15", "individual", "attended");
  add_session (house, id, "2026-02-02", "individual", "declined");
  add_session (house, id, "2026-02-09", "individual", "cut_short");
  add_session (house, id, "2026-02-16", "individual", "cancelled");
  add_session (house, id, "2026-02-20", "group", "attended");
  add_group (house, id, "2026-02-21", "part");
  add_group (house, id, "2026-02-22", "absent");
  add_session (house, hearth_record_get_id (dara), "2026-02-23", "individual", "attended");

  months = hearth_sessions_count (house->store, id, "2025-12-15", TODAY, NULL);
  g_assert_cmpuint (months->len, ==, 4);
  g_assert_cmpstr (((HearthSessionCount *) months->pdata[0])->month, ==, "2025-12");
  g_assert_cmpuint (((HearthSessionCount *) months->pdata[0])->offered, ==, 1);
  g_assert_cmpuint (((HearthSessionCount *) months->pdata[1])->offered, ==, 0);
  count = months->pdata[2];
  g_assert_cmpstr (count->month, ==, "2026-02");
  g_assert_cmpuint (count->offered, ==, 4);
  g_assert_cmpuint (count->attended, ==, 1);
  g_assert_cmpuint (count->cut_short, ==, 2);
  g_assert_cmpuint (count->declined, ==, 1);
  g_assert_cmpuint (count->cancelled, ==, 2);
  g_assert_cmpuint (count->in_group, ==, 2);
  sum = hearth_sessions_sum (months);
  g_assert_cmpuint (sum.offered, ==, 5);
  g_assert_null (sum.month);
  all = hearth_sessions_count (house->store, NULL, "2026-02-01", TODAY, NULL);
  g_assert_cmpuint (hearth_sessions_sum (all).offered, ==, 5);
  /* Who may not know of sessions learns not even that there were none. */
  people_enter (house, "kim");
  none = hearth_sessions_count (house->store, id, "2026-02-01", TODAY, NULL);
  g_assert_cmpuint (none->len, ==, 0);
}

static HearthRecord *
add_score (HearthTestHouse *house, const char *id, const char *date, const char *occasion, const char *safety)
{
  return hearth_test_house_add (house, "recovery_score", "resident", id, "date", date, "occasion", occasion,
                                "safety", safety, "safety_why", "x", "legal", "2", "legal_why", "x", "mental",
                                "2", "mental_why", "x", "economic", "2", "economic_why", "x", "social", "2",
                                "social_why", "x", "physical", "4", "physical_why", "x", NULL);
}

static void
test_recovery (void)
{
  g_autoptr (HearthTestHouse) house = people_house_new ();
  g_autoptr (HearthRecord) mali = hearth_test_house_add_resident (house, "Mali");
  const char *id = hearth_record_get_id (mali);
  g_autoptr (GPtrArray) none = hearth_recovery_list (house->store, id, NULL);
  g_autoptr (HearthRecord) review = add_score (house, id, "2026-02-10", "review", "3");
  g_autoptr (HearthRecord) before = add_score (house, id, "2024-05-01", "entry", "1");
  g_autoptr (HearthRecord) again = NULL;
  g_autoptr (GPtrArray) first = hearth_recovery_list (house->store, id, NULL), second = NULL;
  HearthRecord *latest;

  g_assert_null (hearth_recovery_pick (none, HEARTH_RECOVERY_ENTRY));
  g_assert_null (hearth_recovery_pick (none, HEARTH_RECOVERY_LATEST));
  g_assert_true (hearth_recovery_pick (first, HEARTH_RECOVERY_ENTRY) == before);
  /* Who came back is measured by the second arrival. */
  again = add_score (house, id, "2025-11-01", "entry", "2");
  second = hearth_recovery_list (house->store, id, NULL);
  latest = hearth_recovery_pick (second, HEARTH_RECOVERY_LATEST);
  g_assert_true (hearth_recovery_pick (second, HEARTH_RECOVERY_ENTRY) == again);
  g_assert_true (latest == review);
  g_assert_cmpint (hearth_recovery_get_score (latest, 0), ==, 3);
  g_assert_cmpint (hearth_recovery_get_score (latest, 5), ==, 4);
  for (unsigned int i = 0; i < HEARTH_N_RECOVERY_AREAS; i++)
    g_assert_cmpstr (hearth_recovery_area_get_label (i), !=, "");
  g_assert_null (hearth_recovery_areas[HEARTH_N_RECOVERY_AREAS]);
}

int
main (int argc, char **argv)
{
  hearth_test_init (&argc, &argv);
  g_test_add_func ("/rules/plans/active", test_active);
  g_test_add_func ("/rules/plans/goals", test_goals);
  g_test_add_func ("/rules/plans/progress", test_progress);
  g_test_add_func ("/rules/plans/actions", test_actions);
  g_test_add_func ("/rules/plans/sessions", test_sessions);
  g_test_add_func ("/rules/plans/recovery", test_recovery);
  return g_test_run ();
}

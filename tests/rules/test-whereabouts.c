/* SPDX-License-Identifier: GPL-3.0-or-later
 * Where everybody is, who decides about going out, and what follows from somebody missing.
 */
#include "fixtures/fixtures.h"
#include "fixtures/house.h"
#include "people-fixture.h"
#include "records/types.h"
#include "rules/notifications.h"
#include "rules/subject.h"
#include "rules/tasks.h"
#include "rules/whereabouts.h"

/* It is 14:30 on 1 March 2026 in Bangkok: 07:30 UTC. */
#define NOON "2026-03-01T05:00:00Z+07:00"
#define AT_ONE "2026-03-01T06:00:00Z+07:00"
#define AT_TWO "2026-03-01T07:00:00Z+07:00"
#define EVENING "2026-03-01T12:00:00Z+07:00"

static HearthRecord *
add_resident (HearthTestHouse *house, const char *name, const char *placement)
{
  HearthRecord *resident = hearth_test_house_add_resident (house, name);
  g_autoptr (HearthRecord) stay =
    hearth_test_house_add (house, "stay", "resident", hearth_record_get_id (resident), "placement", placement,
                           "start", "2026-01-01", NULL);

  return resident;
}

static HearthRecord *
make_leave (HearthRecord *resident, const char *kind, const char *due)
{
  HearthRecord *leave = hearth_record_new (&hearth_leave_type);

  hearth_record_set (leave, "resident", hearth_record_get_id (resident));
  hearth_record_set (leave, "kind", kind);
  hearth_record_set (leave, "leaves_at", NOON);
  hearth_record_set (leave, "due_back", due);
  hearth_record_set (leave, "decision", "agreed");
  return leave;
}

static HearthRecord *
add_leave (HearthTestHouse *house, HearthRecord *resident, const char *kind, const char *due, const char *out)
{
  HearthRecord *leave = make_leave (resident, kind, due);

  hearth_record_set (leave, "out_at", out);
  people_save (house, leave);
  return leave;
}

static HearthRecord *
add_episode (HearthTestHouse *house, HearthRecord *resident)
{
  return hearth_test_house_add (house, "missing_episode", "resident", hearth_record_get_id (resident),
                                "last_seen_at", NOON, "noticed_at", AT_ONE, "risk", "high", NULL);
}

static void
assert_where (HearthTestHouse *house, HearthRecord *resident, HearthWhere where, HearthRecord *record)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (HearthWhereabouts) found =
    hearth_whereabouts_look_up (house->store, hearth_record_get_id (resident), &error);

  g_assert_no_error (error);
  g_assert_nonnull (found);
  g_assert_cmpint (found->where, ==, where);
  g_assert_true (found->record == record);
}

static void
test_kinds (void)
{
  g_autoptr (HearthTestHouse) house = hearth_test_house_new ();
  g_autoptr (HearthRecord) mali = add_resident (house, "Mali", "this_house");
  g_autoptr (HearthRecord) dara = add_resident (house, "Dara", "this_house");
  g_autoptr (HearthRecord) sokha = add_resident (house, "Sokha", "hospital");
  g_autoptr (HearthRecord) nary = add_resident (house, "Nary", "this_house");
  g_autoptr (HearthRecord) away = add_resident (house, "Chan", "kin");
  g_autoptr (HearthRecord) late = add_resident (house, "Bopha", "this_house");
  g_autoptr (HearthRecord) planned = add_leave (house, mali, "day", EVENING, "");
  g_autoptr (HearthRecord) school = add_leave (house, dara, "work", EVENING, NOON);
  g_autoptr (HearthRecord) episode = add_episode (house, nary);
  g_autoptr (HearthRecord) overdue = add_leave (house, late, "home", AT_TWO, NOON);
  g_autoptr (GPtrArray) all = NULL;
  g_autoptr (GError) error = NULL;
  HearthHeadcount count;

  assert_where (house, mali, HEARTH_WHERE_HERE, NULL);
  assert_where (house, dara, HEARTH_WHERE_SCHOOL, school);
  assert_where (house, nary, HEARTH_WHERE_MISSING, episode);
  assert_where (house, late, HEARTH_WHERE_LATE, overdue);
  g_assert_null (hearth_whereabouts_look_up (house->store, hearth_record_get_id (away), &error));
  g_assert_no_error (error);

  all = hearth_whereabouts_list (house->store, NULL, &error);
  g_assert_no_error (error);
  count = hearth_headcount (all);
  g_assert_cmpuint (count.expected, ==, 5);
  g_assert_cmpuint (count.present, ==, 1);
  g_assert_cmpuint (count.away, ==, 3);
  g_assert_cmpuint (count.late, ==, 1);
  g_assert_cmpuint (count.missing, ==, 1);

  /* In the morning, all but the one in hospital were here. */
  g_clear_pointer (&all, g_ptr_array_unref);
  all = hearth_whereabouts_list (house->store, "2026-03-01T02:00:00Z+07:00", &error);
  count = hearth_headcount (all);
  g_assert_cmpuint (count.present, ==, 4);
  g_assert_cmpuint (count.missing, ==, 0);
}

static void
test_out_and_back (void)
{
  g_autoptr (HearthTestHouse) house = hearth_test_house_new ();
  g_autoptr (HearthRecord) mali = add_resident (house, "Mali", "this_house");
  g_autoptr (HearthRecord) leave = add_leave (house, mali, "day", EVENING, "");
  g_autoptr (GError) error = NULL;

  g_assert_true (hearth_leave_note (house->store, leave, true, &error));
  assert_where (house, mali, HEARTH_WHERE_LEAVE, leave);
  hearth_clock_set_fixed (house->clock, "2026-03-01T19:30:00+07:00");
  assert_where (house, mali, HEARTH_WHERE_LATE, leave);
  g_assert_true (hearth_leave_note (house->store, leave, false, &error));
  g_assert_no_error (error);
  hearth_clock_set_fixed (house->clock, "2026-03-01T19:31:00+07:00");
  assert_where (house, mali, HEARTH_WHERE_HERE, NULL);
}

/* What the log of the shift says counts until somebody is back. */
static void
test_log (void)
{
  g_autoptr (HearthTestHouse) house = hearth_test_house_new ();
  g_autoptr (HearthRecord) mali = add_resident (house, "Mali", "this_house");
  g_autoptr (HearthRecord) leave = add_leave (house, mali, "day", EVENING, NOON);
  g_autoptr (HearthRecord) entry =
    hearth_test_house_add (house, "daily_log", "resident", hearth_record_get_id (mali), "date",
                           HEARTH_TEST_TODAY, "shift", "afternoon", "presence", "school", NULL);
  g_autoptr (GError) error = NULL;

  assert_where (house, mali, HEARTH_WHERE_LEAVE, leave);
  hearth_clock_set_fixed (house->clock, "2026-03-01T16:00:00+07:00");
  g_assert_true (hearth_leave_note (house->store, leave, false, &error));
  assert_where (house, mali, HEARTH_WHERE_HERE, NULL);
  /* Gone once more, and only the log says so. */
  hearth_clock_set_fixed (house->clock, "2026-03-01T17:00:00+07:00");
  hearth_record_set (entry, "presence", "appointment");
  people_save (house, entry);
  assert_where (house, mali, HEARTH_WHERE_APPOINTMENT, entry);
}

static void
assert_denied (HearthTestHouse *house, HearthRecord *record, const char *field)
{
  int code;
  g_autoptr (GPtrArray) problems = people_try (house, record, &code);

  g_assert_cmpint (code, ==, HEARTH_STORE_ERROR_INVALID);
  hearth_test_assert_problem (problems, field, HEARTH_PROBLEM_RULE);
}

static void
test_who_decides (void)
{
  g_autoptr (HearthTestHouse) house = people_house_new ();
  g_autoptr (HearthRecord) mali = add_resident (house, "Mali", "this_house");
  g_autofree char *id = NULL;
  g_autoptr (HearthRecord) leave = NULL;
  g_autoptr (HearthRecord) asked = make_leave (mali, "day", EVENING);
  g_autoptr (GPtrArray) waiting = NULL;
  g_autoptr (GError) error = NULL;

  people_enter (house, "dani");
  g_assert_false (hearth_leave_may_decide (house->store));
  assert_denied (house, asked, "decision");
  hearth_record_set (asked, "decision", "asked");
  people_save (house, asked);
  id = g_strdup (hearth_record_get_id (asked));
  g_clear_object (&asked);

  people_enter (house, "kim");
  g_assert_true (hearth_leave_may_decide (house->store));
  waiting = hearth_leaves_list_asked (house->store, &error);
  g_assert_cmpuint (waiting->len, ==, 1);
  g_clear_pointer (&waiting, g_ptr_array_unref);
  leave = hearth_store_load (house->store, id, &error);
  hearth_record_set (leave, "decision", "agreed");
  people_save (house, leave);
  g_clear_object (&leave);

  /* What was agreed is not stretched by somebody else; going and coming back is for all to write down. */
  people_enter (house, "dani");
  leave = hearth_store_load (house->store, id, &error);
  hearth_record_set (leave, "due_back", "2026-03-01T15:00:00Z+07:00");
  assert_denied (house, leave, "due_back");
  hearth_record_set (leave, "due_back", EVENING);
  hearth_record_set (leave, "decision_note", "Agreed to all of it");
  assert_denied (house, leave, "decision_note");
  hearth_record_set (leave, "decision_note", "");
  hearth_record_set (leave, "out_at", AT_ONE);
  people_save (house, leave);
}

/* --- missing ------------------------------------------------------------------------------------ */

static void
test_missing (void)
{
  g_autoptr (HearthTestHouse) house = hearth_test_house_new ();
  g_autoptr (HearthRecord) mali = add_resident (house, "Mali", "this_house");
  g_autoptr (HearthRecord) episode = add_episode (house, mali);
  g_autoptr (HearthRecord) again = hearth_record_copy (episode);
  g_autoptr (HearthRecord) second = hearth_record_new (&hearth_missing_episode_type);
  const char *id = hearth_record_get_id (episode);
  g_autoptr (GPtrArray) told = NULL;
  g_autoptr (GPtrArray) tasks = NULL;
  g_autoptr (GError) error = NULL;

  told = hearth_notifications_list (house->store, id, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (told->len, ==, 4);
  g_assert_cmpstr (hearth_record_get (g_ptr_array_index (told, 0), "due_at"), ==, AT_ONE);
  g_assert_true (hearth_notification_is_late (house->store, g_ptr_array_index (told, 0)));
  g_assert_cmpstr (hearth_record_get (g_ptr_array_index (told, 3), "due_at"), ==, AT_TWO);
  g_assert_cmpstr (hearth_record_get (g_ptr_array_index (told, 0), "residents"), ==,
                   hearth_record_get_id (mali));

  hearth_record_set (second, "resident", hearth_record_get_id (mali));
  hearth_record_set (second, "last_seen_at", NOON);
  hearth_record_set (second, "noticed_at", AT_ONE);
  hearth_record_set (second, "risk", "low");
  assert_denied (house, second, "");

  /* Found: one talk is asked for, and it is over when it is written down. */
  hearth_record_set (again, "found_at", AT_TWO);
  people_save (house, again);
  tasks = hearth_subject_list (house->store, &hearth_task_type, id, &error);
  g_assert_cmpuint (tasks->len, ==, 1);
  g_assert_cmpstr (hearth_record_get (g_ptr_array_index (tasks, 0), "due"), ==, "2026-03-04");
  g_assert_cmpstr (hearth_record_get (g_ptr_array_index (tasks, 0), "assignee_role"), ==, "key-worker");
  hearth_record_set (again, "found_how", "came_back");
  people_save (house, again);
  g_clear_pointer (&tasks, g_ptr_array_unref);
  tasks = hearth_subject_list (house->store, &hearth_task_type, id, &error);
  g_assert_cmpuint (tasks->len, ==, 1);
  hearth_record_set (again, "talk_on", HEARTH_TEST_TODAY);
  people_save (house, again);
  g_assert_cmpint (hearth_task_get_standing (house->store, g_ptr_array_index (tasks, 0)), ==,
                   HEARTH_TASK_DONE);
  assert_where (house, mali, HEARTH_WHERE_HERE, NULL);
}

/* Entered in error, and nobody need be told any more; that somebody was told stays. */
static void
test_missing_in_error (void)
{
  g_autoptr (HearthTestHouse) house = hearth_test_house_new ();
  g_autoptr (HearthRecord) mali = add_resident (house, "Mali", "this_house");
  g_autoptr (HearthRecord) episode = add_episode (house, mali);
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) told =
    hearth_notifications_list (house->store, hearth_record_get_id (episode), &error);
  g_autoptr (GPtrArray) open = NULL;

  g_assert_true (hearth_notification_finish (house->store, g_ptr_array_index (told, 0), "phone", NULL, NULL,
                                             &error));
  g_assert_true (hearth_store_mark_in_error (house->store, episode, "Was in the garden", &error));
  g_assert_no_error (error);
  open = hearth_notifications_list_open (house->store, &error);
  g_assert_cmpuint (open->len, ==, 0);
  g_clear_pointer (&told, g_ptr_array_unref);
  told = hearth_notifications_list (house->store, hearth_record_get_id (episode), &error);
  g_assert_cmpuint (told->len, ==, 1);
}

/* What is written down long afterwards starts no clock. */
static void
test_missing_long_ago (void)
{
  g_autoptr (HearthTestHouse) house = hearth_test_house_new ();
  g_autoptr (HearthRecord) mali = add_resident (house, "Mali", "this_house");
  g_autoptr (HearthRecord) episode =
    hearth_test_house_add (house, "missing_episode", "resident", hearth_record_get_id (mali), "last_seen_at",
                           "2026-01-05T05:00:00Z+07:00", "noticed_at", "2026-01-05T06:00:00Z+07:00", "risk",
                           "high", "found_at", "2026-01-06T05:00:00Z+07:00", NULL);
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) open = hearth_notifications_list_open (house->store, &error);
  g_autoptr (GPtrArray) tasks = hearth_tasks_list (house->store, HEARTH_TASK_OF_ANOTHER, &error);

  g_assert_no_error (error);
  g_assert_cmpuint (open->len, ==, 0);
  g_assert_cmpuint (tasks->len, ==, 0);
}

/* Who is not named in a file still counts heads: who is out, until when, and who is missing; and nothing else of it. */
static void
test_limited (void)
{
  g_autoptr (HearthTestHouse) house = people_house_new ();
  g_autoptr (HearthRecord) mali = add_resident (house, "Mali", "this_house");
  g_autoptr (HearthRecord) leave = make_leave (mali, "home", EVENING);
  g_autoptr (HearthRecord) limit = NULL;
  g_autofree char *id = g_strdup (hearth_record_get_id (mali));
  g_autoptr (HearthWhereabouts) found = NULL;
  g_autoptr (GError) error = NULL;

  hearth_record_set (leave, "out_at", NOON);
  hearth_record_set (leave, "where_to", "To her aunt");
  people_save (house, leave);
  limit = people_limit (house, mali, HEARTH_TEST_USER, "named");
  g_clear_object (&leave);
  g_clear_object (&mali);
  people_enter (house, "dani");
  found = hearth_whereabouts_look_up (house->store, id, &error);
  g_assert_no_error (error);
  g_assert_cmpint (found->where, ==, HEARTH_WHERE_LEAVE);
  g_assert_cmpstr (found->due_back, ==, EVENING);
  g_assert_cmpstr (hearth_record_get (found->record, "where_to"), ==, "");
}

/* --- visits --------------------------------------------------------------------------------------- */

static void
test_barred_visit (void)
{
  g_autoptr (HearthTestHouse) house = hearth_test_house_new ();
  g_autoptr (HearthRecord) mali = add_resident (house, "Mali", "this_house");
  g_autoptr (HearthRecord) dara = add_resident (house, "Dara", "this_house");
  g_autoptr (HearthRecord) barred =
    hearth_test_house_add (house, "contact", "resident", hearth_record_get_id (mali), "name", "Somebody",
                           "relation", "other", "safe_to_call", "no", "no_contact", "yes", NULL);
  g_autoptr (HearthRecord) visit = hearth_record_new (&hearth_visit_type);
  g_autoptr (GPtrArray) problems = NULL;
  int code;

  hearth_record_set (visit, "resident", hearth_record_get_id (mali));
  hearth_record_set (visit, "at", AT_ONE);
  hearth_record_set (visit, "way", "visit");
  hearth_record_set (visit, "contact", hearth_record_get_id (barred));
  hearth_record_set (visit, "allowed", "supervised");
  hearth_record_set (visit, "took_place", "yes");
  assert_denied (house, visit, "allowed");
  hearth_record_set (visit, "resident", hearth_record_get_id (dara));
  problems = people_try (house, visit, &code);
  hearth_test_assert_problem (problems, "contact", HEARTH_PROBLEM_RULE);
  hearth_record_set (visit, "resident", hearth_record_get_id (mali));
  hearth_record_set (visit, "allowed", "not_allowed");
  hearth_record_set (visit, "note", "Stood at the gate; the house manager was told");
  people_save (house, visit);
}

int
main (int argc, char *argv[])
{
  hearth_test_init (&argc, &argv);
  g_test_add_func ("/rules/whereabouts/kinds", test_kinds);
  g_test_add_func ("/rules/whereabouts/out-and-back", test_out_and_back);
  g_test_add_func ("/rules/whereabouts/log", test_log);
  g_test_add_func ("/rules/whereabouts/who-decides", test_who_decides);
  g_test_add_func ("/rules/whereabouts/missing", test_missing);
  g_test_add_func ("/rules/whereabouts/missing-in-error", test_missing_in_error);
  g_test_add_func ("/rules/whereabouts/missing-long-ago", test_missing_long_ago);
  g_test_add_func ("/rules/whereabouts/limited", test_limited);
  g_test_add_func ("/rules/whereabouts/barred-visit", test_barred_visit);
  return g_test_run ();
}

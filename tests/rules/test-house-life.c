/* SPDX-License-Identifier: GPL-3.0-or-later
 * Tasks that repeat, rooms and beds, and what colleagues carry.
 */
#include "fixtures/fixtures.h"
#include "fixtures/house.h"
#include "people-fixture.h"
#include "records/types.h"
#include "rules/rooms.h"
#include "rules/safety-plans.h"
#include "rules/staff-load.h"
#include "rules/tasks.h"

#define TODAY HEARTH_TEST_TODAY

/* --- tasks ------------------------------------------------------------------------------------------ */

static HearthRecord *
add_task (HearthTestHouse *house, const char *due, const char *field, const char *value)
{
  return hearth_test_house_add (house, "task", "title", "Check the smoke detectors", "due", due, field, value,
                                NULL);
}

static void
assert_next (const char *due, const char *repeat, const char *after, const char *expected)
{
  g_autoptr (HearthRecord) task = hearth_record_new (&hearth_task_type);
  g_autofree char *next = NULL;

  hearth_record_set (task, "due", due);
  hearth_record_set (task, "repeat", repeat);
  next = hearth_task_dup_next_due (task, after);
  g_assert_cmpstr (next, ==, expected);
}

static void
test_repeats (void)
{
  assert_next (TODAY, "", TODAY, NULL);
  assert_next (TODAY, "no", TODAY, NULL);
  assert_next (TODAY, "daily", TODAY, "2026-03-02");
  assert_next ("2026-02-20", "daily", TODAY, "2026-03-02");
  assert_next ("2026-02-20", "weekly", TODAY, "2026-03-06");
  assert_next ("2026-02-20", "two_weeks", TODAY, "2026-03-06");
  /* Done before it was due: the one after that. */
  assert_next ("2026-03-05", "weekly", TODAY, "2026-03-12");
  assert_next ("2026-01-31", "monthly", "2026-01-31", "2026-02-28");
  assert_next ("2026-01-31", "monthly", "2026-02-28", "2026-03-31");
  assert_next ("2025-12-31", "quarterly", TODAY, "2026-03-31");
  assert_next ("2024-02-29", "yearly", TODAY, "2027-02-28");
}

static void
test_standing (void)
{
  g_autoptr (HearthTestHouse) house = hearth_test_house_new ();
  g_autoptr (HearthRecord) late = add_task (house, "2026-02-28", "details", "");
  g_autoptr (HearthRecord) due = add_task (house, TODAY, "due_time", "14:31");
  g_autoptr (HearthRecord) over = add_task (house, TODAY, "due_time", "14:29");
  g_autoptr (HearthRecord) soon = add_task (house, "2026-03-04", "remind", "3");
  g_autoptr (HearthRecord) later = add_task (house, "2026-03-04", "remind", "2");
  g_autoptr (HearthRecord) cancelled = add_task (house, "2026-02-28", "cancelled", "yes");

  g_assert_cmpint (hearth_task_get_standing (house->store, late), ==, HEARTH_TASK_OVERDUE);
  g_assert_cmpint (hearth_task_get_standing (house->store, due), ==, HEARTH_TASK_DUE);
  g_assert_cmpint (hearth_task_get_standing (house->store, over), ==, HEARTH_TASK_OVERDUE);
  g_assert_cmpint (hearth_task_get_standing (house->store, soon), ==, HEARTH_TASK_SOON);
  g_assert_cmpint (hearth_task_get_standing (house->store, later), ==, HEARTH_TASK_LATER);
  g_assert_cmpint (hearth_task_get_standing (house->store, cancelled), ==, HEARTH_TASK_CANCELLED);
}

static void
test_finish (void)
{
  g_autoptr (HearthTestHouse) house = people_house_new ();
  g_autofree char *dani = people_find (house, "dani");
  g_autoptr (HearthRecord) mine = add_task (house, "2026-02-20", "assignee", dani);
  g_autoptr (HearthRecord) of_role = add_task (house, TODAY, "assignee_role", "duty-carer");
  g_autoptr (HearthRecord) of_nurse = add_task (house, TODAY, "assignee_role", "nurse");
  g_autoptr (HearthRecord) everybodys = add_task (house, TODAY, "repeat", "weekly");
  g_autofree char *id = g_strdup (hearth_record_get_id (everybodys));
  g_autoptr (HearthRecord) task = NULL;
  g_autoptr (HearthRecord) next = NULL;
  g_autoptr (HearthRecord) none = NULL;
  g_autoptr (GPtrArray) tasks = NULL;
  g_autoptr (GError) error = NULL;

  g_clear_object (&mine);
  g_clear_object (&of_role);
  g_clear_object (&of_nurse);
  g_clear_object (&everybodys);
  people_enter (house, "dani");
  tasks = hearth_tasks_list (house->store, HEARTH_TASK_MINE, &error);
  g_assert_cmpuint (tasks->len, ==, 1);
  g_clear_pointer (&tasks, g_ptr_array_unref);
  tasks = hearth_tasks_list (house->store, HEARTH_TASK_OF_MY_ROLE, &error);
  g_assert_cmpuint (tasks->len, ==, 2);
  g_assert_cmpstr (hearth_record_get (g_ptr_array_index (tasks, 0), "assignee"), ==, dani);
  g_clear_pointer (&tasks, g_ptr_array_unref);
  tasks = hearth_tasks_list (house->store, HEARTH_TASK_EVERYBODYS, &error);
  g_assert_cmpuint (tasks->len, ==, 3);

  task = hearth_store_load (house->store, id, &error);
  g_assert_true (hearth_task_finish (house->store, task, "All six work", &next, &error));
  g_assert_no_error (error);
  g_assert_cmpstr (hearth_record_get (task, "done_by"), ==, dani);
  g_assert_cmpstr (hearth_record_get (task, "outcome"), ==, "All six work");
  g_assert_cmpstr (hearth_record_get (next, "due"), ==, "2026-03-08");
  g_assert_cmpstr (hearth_record_get (next, "repeat"), ==, "weekly");
  g_assert_cmpstr (hearth_record_get (next, "outcome"), ==, "");
  /* Pressed twice. */
  g_assert_true (hearth_task_finish (house->store, task, NULL, &none, &error));
  g_assert_null (none);
}

/* --- rooms ------------------------------------------------------------------------------------------- */

static HearthRecord *
add_room (HearthTestHouse *house, const char *name, const char *beds)
{
  return hearth_test_house_add (house, "room", "name", name, "beds", beds, NULL);
}

static HearthRecord *
make_bed (HearthRecord *resident, HearthRecord *room, const char *start, const char *end)
{
  HearthRecord *bed = hearth_record_new (&hearth_bed_type);

  hearth_record_set (bed, "resident", hearth_record_get_id (resident));
  hearth_record_set (bed, "room", hearth_record_get_id (room));
  hearth_record_set (bed, "start", start);
  hearth_record_set (bed, "end", end);
  return bed;
}

static HearthRecord *
add_bed (HearthTestHouse *house,
         HearthRecord *resident,
         HearthRecord *room,
         const char *start,
         const char *end)
{
  HearthRecord *bed = make_bed (resident, room, start, end);

  people_save (house, bed);
  return bed;
}

static void
assert_bed_refused (HearthTestHouse *house,
                    HearthRecord *resident,
                    HearthRecord *room,
                    const char *start,
                    const char *field)
{
  g_autoptr (HearthRecord) bed = make_bed (resident, room, start, "");
  int code;
  g_autoptr (GPtrArray) problems = people_try (house, bed, &code);

  hearth_test_assert_problem (problems, field, HEARTH_PROBLEM_RULE);
}

static void
test_capacity (void)
{
  g_autoptr (HearthTestHouse) house = hearth_test_house_new ();
  g_autoptr (HearthRecord) mali = hearth_test_house_add_resident (house, "Mali");
  g_autoptr (HearthRecord) dara = hearth_test_house_add_resident (house, "Dara");
  g_autoptr (HearthRecord) nary = hearth_test_house_add_resident (house, "Nary");
  g_autoptr (HearthRecord) room = add_room (house, "Garden", "2");
  g_autoptr (HearthRecord) one = add_bed (house, mali, room, "2026-01-01", "");
  g_autoptr (HearthRecord) two = add_bed (house, dara, room, "2026-01-01", "2026-02-20");
  g_autoptr (HearthRecord) soon = NULL;
  g_autoptr (GPtrArray) uses = NULL;
  g_autoptr (GPtrArray) without = NULL;
  g_autoptr (GError) error = NULL;
  const HearthRoomUse *use;

  /* The last night counts. */
  assert_bed_refused (house, nary, room, "2026-02-20", "room");
  soon = add_bed (house, nary, room, "2026-02-21", "");
  assert_bed_refused (house, dara, room, "2026-03-01", "room");
  assert_bed_refused (house, mali, room, "2026-03-01", "start");
  uses = hearth_rooms_list (house->store, TODAY, &error);
  g_assert_no_error (error);
  use = g_ptr_array_index (uses, 0);
  g_assert_cmpuint (use->n_beds, ==, 2);
  g_assert_cmpuint (use->n_taken, ==, 2);
  g_assert_cmpuint (use->beds->len, ==, 2);
  without = hearth_rooms_list_without_bed (house->store, TODAY, &error);
  g_assert_cmpuint (without->len, ==, 1);
  g_assert_true (g_ptr_array_index (without, 0) == dara);
}

static void
test_closed_room (void)
{
  g_autoptr (HearthTestHouse) house = hearth_test_house_new ();
  g_autoptr (HearthRecord) mali = hearth_test_house_add_resident (house, "Mali");
  g_autoptr (HearthRecord) room =
    hearth_test_house_add (house, "room", "name", "Attic", "beds", "3", "closed_on", "2026-02-15", NULL);
  g_autoptr (GPtrArray) uses = NULL;
  g_autoptr (GError) error = NULL;

  assert_bed_refused (house, mali, room, TODAY, "room");
  uses = hearth_rooms_list (house->store, TODAY, &error);
  g_assert_cmpuint (uses->len, ==, 0);
}

static void
test_kept_apart (void)
{
  g_autoptr (HearthTestHouse) house = people_house_new ();
  g_autoptr (HearthRecord) mali = hearth_test_house_add_resident (house, "Mali");
  g_autoptr (HearthRecord) dara = hearth_test_house_add_resident (house, "Dara");
  g_autoptr (HearthRecord) room = add_room (house, "Garden", "4");
  g_autoptr (HearthRecord) bed = add_bed (house, mali, room, "2026-01-01", "");
  g_autofree char *both = g_strdup_printf ("%s %s", hearth_record_get_id (mali), hearth_record_get_id (dara));
  g_autoptr (HearthRecord) restriction =
    hearth_test_house_add (house, "room_restriction", "residents", both, "start", "2026-02-01", "end",
                           "2026-03-31", NULL);
  g_autoptr (HearthRecord) limit = NULL;
  g_auto (GStrv) apart = NULL;
  g_autoptr (GError) error = NULL;

  apart = hearth_rooms_list_kept_apart (house->store, hearth_record_get_id (mali), TODAY, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (g_strv_length (apart), ==, 1);
  g_assert_cmpstr (apart[0], ==, hearth_record_get_id (dara));
  assert_bed_refused (house, dara, room, TODAY, "room");
  /* Also for who may not know of it. */
  limit = people_limit (house, mali, HEARTH_TEST_USER, "named");
  people_enter (house, "dani");
  assert_bed_refused (house, dara, room, TODAY, "room");
  g_clear_object (&bed);
  bed = add_bed (house, dara, room, "2026-04-01", "");
}

static void
test_move (void)
{
  g_autoptr (HearthTestHouse) house = hearth_test_house_new ();
  g_autoptr (HearthRecord) mali = hearth_test_house_add_resident (house, "Mali");
  g_autoptr (HearthRecord) dara = hearth_test_house_add_resident (house, "Dara");
  g_autoptr (HearthRecord) garden = add_room (house, "Garden", "1");
  g_autoptr (HearthRecord) street = add_room (house, "Street", "1");
  g_autoptr (HearthRecord) bed = add_bed (house, mali, garden, "2026-01-01", "");
  g_autoptr (HearthRecord) taken = NULL;
  g_autoptr (HearthRecord) moved = NULL;
  g_autoptr (HearthRecord) again = NULL;
  g_autoptr (HearthRecord) now = NULL;
  g_autoptr (GPtrArray) problems = NULL;
  g_autoptr (GError) error = NULL;
  HearthOccupancy occupancy;

  moved =
    hearth_rooms_move (house->store, hearth_record_get_id (mali), street, "1", "2026-02-10", NULL, &error);
  g_assert_no_error (error);
  g_assert_cmpstr (hearth_record_get (bed, "end"), ==, "2026-02-09");
  /* Once more on the same day, back to where they were. */
  again =
    hearth_rooms_move (house->store, hearth_record_get_id (mali), garden, NULL, "2026-02-10", NULL, &error);
  g_assert_no_error (error);
  now = hearth_rooms_look_up_bed (house->store, hearth_record_get_id (mali), TODAY, &error);
  g_assert_true (now == again);

  taken = add_bed (house, dara, street, "2026-02-28", "");
  g_assert_null (hearth_rooms_move (house->store, hearth_record_get_id (mali), street, NULL, TODAY, &problems,
                                    &error));
  g_assert_error (error, HEARTH_STORE_ERROR, HEARTH_STORE_ERROR_INVALID);
  g_clear_error (&error);
  hearth_test_assert_problem (problems, "room", HEARTH_PROBLEM_RULE);
  g_assert_cmpstr (hearth_record_get (again, "end"), ==, "");

  g_assert_true (hearth_rooms_count_occupancy (house->store, "2026-02-27", TODAY, &occupancy, &error));
  g_assert_cmpuint (occupancy.n_bed_nights, ==, 6);
  g_assert_cmpuint (occupancy.n_taken_nights, ==, 5);
}

/* --- colleagues ---------------------------------------------------------------------------------------- */

static void
add_load (HearthTestHouse *house, const char *date, const char *hours, const char *debrief)
{
  g_autoptr (HearthRecord) load = hearth_test_house_add (house, "staff_load", "date", date, "hours", hours,
                                                         "kind", "disclosure", "debrief", debrief, NULL);
}

static void
test_load (void)
{
  g_autoptr (HearthTestHouse) house = people_house_new ();
  g_autofree char *dani = people_find (house, "dani");
  g_autoptr (GPtrArray) loads = NULL;
  g_autoptr (GError) error = NULL;
  const HearthStaffLoad *load;

  people_enter (house, "dani");
  add_load (house, "2026-02-03", "1.5", "taken");
  add_load (house, "2026-02-20", "2.0", "not_offered");
  add_load (house, TODAY, "0.5", "not_needed");
  people_enter (house, "kim");
  add_load (house, "2026-02-11", "3.0", "declined");
  g_assert_false (hearth_staff_load_sees_all (house->store));
  loads = hearth_staff_load_list (house->store, NULL, NULL, &error);
  g_assert_cmpuint (loads->len, ==, 1);
  g_clear_pointer (&loads, g_ptr_array_unref);

  people_enter (house, "hanna");
  loads = hearth_staff_load_list (house->store, NULL, NULL, &error);
  g_assert_cmpuint (loads->len, ==, 0);
  g_clear_pointer (&loads, g_ptr_array_unref);

  people_enter (house, HEARTH_TEST_USER);
  g_assert_true (hearth_staff_load_sees_all (house->store));
  loads = hearth_staff_load_list (house->store, "2026-02-01", TODAY, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (loads->len, ==, 3);
  load = g_ptr_array_index (loads, 0);
  g_assert_cmpstr (load->month, ==, "2026-03");
  load = g_ptr_array_index (loads, 1);
  g_assert_cmpstr (load->month, ==, "2026-02");
  g_assert_cmpstr (load->account, ==, dani);
  g_assert_cmpuint (load->minutes, ==, 210);
  g_assert_cmpuint (load->n_entries, ==, 2);
  g_assert_cmpuint (load->n_offered, ==, 1);
  g_assert_cmpuint (load->n_taken, ==, 1);
  g_assert_cmpuint (load->n_not_offered, ==, 1);
}

/* --- safety plans -------------------------------------------------------------------------------------- */

static void
assert_followed (HearthTestHouse *house, HearthRecord *resident, HearthRecord *expected)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (HearthRecord) plan =
    hearth_safety_plan_look_up (house->store, hearth_record_get_id (resident), &error);

  g_assert_no_error (error);
  g_assert_true (plan == expected);
}

static HearthRecord *
add_plan (HearthTestHouse *house, HearthRecord *resident, const char *made_on, const char *ended_on)
{
  return hearth_test_house_add (house, "safety_plan", "resident", hearth_record_get_id (resident), "made_on",
                                made_on, "review", "2026-06-01", "ended_on", ended_on, NULL);
}

/* One answer for the screen and for paper. */
static void
test_safety_plan (void)
{
  g_autoptr (HearthTestHouse) house = hearth_test_house_new ();
  g_autoptr (HearthRecord) mali = hearth_test_house_add (house, "resident", "name_used", "Mali", NULL);
  g_autoptr (HearthRecord) other = hearth_test_house_add (house, "resident", "name_used", "Dao", NULL);
  g_autoptr (HearthRecord) others = add_plan (house, other, TODAY, "");
  g_autoptr (HearthRecord) ended = NULL;
  g_autoptr (HearthRecord) first = NULL;
  g_autoptr (HearthRecord) second = NULL;
  g_autoptr (GError) error = NULL;

  assert_followed (house, mali, NULL);
  ended = add_plan (house, mali, "2026-01-01", TODAY);
  assert_followed (house, mali, NULL);
  first = add_plan (house, mali, "2026-01-02", "");
  second = add_plan (house, mali, "2026-02-01", "2026-03-02");
  assert_followed (house, mali, second);
  g_assert_true (hearth_store_mark_in_error (house->store, second, "Somebody else's", &error));
  assert_followed (house, mali, first);
}

int
main (int argc, char *argv[])
{
  hearth_test_init (&argc, &argv);
  g_test_add_func ("/rules/house-life/repeats", test_repeats);
  g_test_add_func ("/rules/house-life/standing", test_standing);
  g_test_add_func ("/rules/house-life/finish", test_finish);
  g_test_add_func ("/rules/house-life/capacity", test_capacity);
  g_test_add_func ("/rules/house-life/closed-room", test_closed_room);
  g_test_add_func ("/rules/house-life/kept-apart", test_kept_apart);
  g_test_add_func ("/rules/house-life/move", test_move);
  g_test_add_func ("/rules/house-life/load", test_load);
  g_test_add_func ("/rules/house-life/safety-plan", test_safety_plan);
  return g_test_run ();
}

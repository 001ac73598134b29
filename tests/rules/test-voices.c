/* SPDX-License-Identifier: GPL-3.0-or-later
 * What is said of colleagues, what residents complain of, what is added later, and an entry in the wrong file.
 */
#include "fixtures/fixtures.h"
#include "fixtures/house.h"
#include "people-fixture.h"
#include "records/types.h"
#include "rules/addenda.h"
#include "rules/complaints.h"
#include "rules/tasks.h"

static void
assert_refused (HearthTestHouse *house, HearthRecord *record, const char *field)
{
  int code;
  g_autoptr (GPtrArray) problems = people_try (house, record, &code);

  g_assert_cmpint (code, ==, HEARTH_STORE_ERROR_INVALID);
  hearth_test_assert_problem (problems, field, HEARTH_PROBLEM_RULE);
}

/* --- concerns about colleagues ---------------------------------------------------------------------- */

static HearthRecord *
make_concern (HearthRecord *resident)
{
  HearthRecord *concern = hearth_record_new (&hearth_allegation_type);

  hearth_record_set (concern, "noticed_on", HEARTH_TEST_TODAY);
  hearth_record_set (concern, "told", "Nobody should be spoken to like that");
  if (resident != NULL)
    hearth_record_set (concern, "residents", hearth_record_get_id (resident));
  return concern;
}

static HearthRecord *
make_complaint (HearthTestHouse *house, HearthRecord *resident)
{
  HearthRecord *complaint = hearth_record_new (&hearth_complaint_type);

  hearth_complaint_fill_in (house->store, complaint);
  hearth_record_set (complaint, "residents", hearth_record_get_id (resident));
  return complaint;
}

static void
test_concern (void)
{
  g_autoptr (HearthTestHouse) house = people_house_new ();
  g_autoptr (HearthRecord) mali = hearth_test_house_add_resident (house, "Mali");
  g_autofree char *director = g_strdup (hearth_record_get_id (hearth_store_get_account (house->store)));
  g_autofree char *hanna = people_find (house, "hanna");
  g_autoptr (HearthRecord) concern = make_concern (mali);
  g_autoptr (HearthRecord) kept = make_concern (NULL);
  g_autoptr (HearthRecord) read = NULL;
  g_autofree char *id = NULL;
  g_autoptr (GError) error = NULL;

  people_enter (house, "dani");
  hearth_record_set (concern, "kept_from", hanna);
  people_save (house, concern);
  id = g_strdup (hearth_record_get_id (concern));
  g_clear_object (&concern);
  g_assert_false (people_get (house, id));
  /* The only person who could read it. */
  hearth_record_set (kept, "kept_from", director);
  assert_refused (house, kept, "kept_from");

  people_enter (house, "hanna");
  g_assert_false (people_get (house, id));
  people_enter (house, HEARTH_TEST_USER);
  read = hearth_store_load (house->store, id, &error);
  g_assert_no_error (error);
  g_assert_cmpstr (hearth_record_get (read, "told"), ==, "Nobody should be spoken to like that");
}

/* A second director with the key may be kept from it, or the first; not both. */
static void
test_two_directors (void)
{
  g_autoptr (HearthTestHouse) house = people_house_new ();
  g_autofree char *first = g_strdup (hearth_record_get_id (hearth_store_get_account (house->store)));
  g_autofree char *second = NULL;
  g_autofree char *both = NULL;
  g_autoptr (HearthRecord) concern = make_concern (NULL);

  hearth_test_house_add_person (house, "dalia", "director");
  second = people_find (house, "dalia");
  both = g_strdup_printf ("%s %s", first, second);
  people_enter (house, "kim");
  hearth_record_set (concern, "kept_from", both);
  assert_refused (house, concern, "kept_from");
  hearth_record_set (concern, "kept_from", first);
  people_save (house, concern);
}

/* A director without the key could not read it. */
static void
test_director_without_key (void)
{
  g_autoptr (HearthTestHouse) house = people_house_new ();
  g_autofree char *first = g_strdup (hearth_record_get_id (hearth_store_get_account (house->store)));
  g_autoptr (HearthRecord) concern = make_concern (NULL);

  people_add (house, "dalia", "director");
  people_enter (house, "kim");
  hearth_record_set (concern, "kept_from", first);
  assert_refused (house, concern, "kept_from");
}

/* The slot is open to whoever may not see the file. */
static void
test_concern_of_limited_file (void)
{
  g_autoptr (HearthTestHouse) house = people_house_new ();
  g_autoptr (HearthRecord) mali = hearth_test_house_add_resident (house, "Mali");
  g_autoptr (HearthRecord) limit = people_limit (house, mali, HEARTH_TEST_USER, "named");
  g_autoptr (HearthRecord) concern = make_concern (mali);

  people_enter (house, "dani");
  people_save (house, concern);
}

/* Nobody, the manager neither, writes over what they do not see. */
static void
test_complaint_of_limited_file (void)
{
  g_autoptr (HearthTestHouse) house = people_house_new ();
  g_autoptr (HearthRecord) mali = hearth_test_house_add_resident (house, "Mali");
  g_autoptr (HearthRecord) limit = people_limit (house, mali, HEARTH_TEST_USER, "named");
  g_autoptr (HearthRecord) complaint = make_complaint (house, mali);
  g_autoptr (GError) error = NULL;

  people_enter (house, "hanna");
  hearth_record_set (complaint, "text", "The door of the bathroom does not close");
  people_save (house, complaint);
  g_assert_false (people_get (house, hearth_record_get_id (complaint)));
  hearth_record_set (complaint, "text", "All is well");
  g_assert_false (hearth_store_save (house->store, complaint, NULL, NULL, &error));
  g_assert_error (error, HEARTH_STORE_ERROR, HEARTH_STORE_ERROR_INVALID);
  g_clear_error (&error);
  g_assert_false (hearth_store_mark_in_error (house->store, complaint, "All is well", &error));
  g_assert_error (error, HEARTH_STORE_ERROR, HEARTH_STORE_ERROR_INVALID);
}

/* --- complaints -------------------------------------------------------------------------------------- */

static void
test_complaint (void)
{
  g_autoptr (HearthTestHouse) house = people_house_new ();
  g_autoptr (HearthRecord) mali = hearth_test_house_add_resident (house, "Mali");
  g_autofree char *hanna = people_find (house, "hanna");
  g_autofree char *director = g_strdup (hearth_record_get_id (hearth_store_get_account (house->store)));
  g_autofree char *both = g_strdup_printf ("%s %s", hanna, director);
  g_autoptr (HearthRecord) complaint = NULL;
  g_autoptr (HearthRecord) answered = NULL;
  g_autofree char *id = NULL;
  g_autoptr (GError) error = NULL;

  people_enter (house, "dani");
  complaint = make_complaint (house, mali);
  g_assert_cmpstr (hearth_record_get (complaint, "answer_due"), ==, "2026-03-15");
  hearth_record_set (complaint, "text", "The door of the bathroom does not close");
  hearth_record_set (complaint, "about_staff", both);
  assert_refused (house, complaint, "about_staff");
  hearth_record_set (complaint, "about_staff", hanna);
  people_save (house, complaint);
  id = g_strdup (hearth_record_get_id (complaint));
  g_clear_object (&complaint);

  people_enter (house, "hanna");
  g_assert_false (people_get (house, id));
  people_enter (house, HEARTH_TEST_USER);
  answered = hearth_store_load (house->store, id, &error);
  g_assert_no_error (error);
  hearth_record_set (answered, "closed_on", HEARTH_TEST_TODAY);
  assert_refused (house, answered, "closed_on");
  hearth_record_set (answered, "answer", "It was repaired");
  hearth_record_set (answered, "answered_on", HEARTH_TEST_TODAY);
  people_save (house, answered);
}

/* --- addenda --------------------------------------------------------------------------------------------- */

static HearthRecord *
add_entry (HearthTestHouse *house, HearthRecord *resident, const char *mood, const char *notes)
{
  return hearth_test_house_add (house, "daily_log", "resident", hearth_record_get_id (resident), "date",
                                HEARTH_TEST_TODAY, "shift", "afternoon", "presence", "present", "mood", mood,
                                "notes", notes, NULL);
}

static void
sign (HearthTestHouse *house, HearthRecord *record)
{
  g_autoptr (GError) error = NULL;

  hearth_store_sign (house->store, record, &error);
  g_assert_no_error (error);
}

static void
test_addendum (void)
{
  g_autoptr (HearthTestHouse) house = people_house_new ();
  g_autoptr (HearthRecord) mali = hearth_test_house_add_resident (house, "Mali");
  g_autoptr (HearthRecord) dara = hearth_test_house_add_resident (house, "Dara");
  g_autoptr (HearthRecord) entry = add_entry (house, mali, "good", "");
  g_autoptr (HearthRecord) addendum = hearth_addendum_new (entry);
  g_autoptr (HearthRecord) of_resident = hearth_addendum_new (mali);
  g_autoptr (GPtrArray) addenda = NULL;
  g_autoptr (GError) error = NULL;

  hearth_record_set (addendum, "text", "She also helped to cook");
  g_assert_false (hearth_addendum_may_add (house->store, entry));
  assert_refused (house, addendum, "subject");
  sign (house, entry);
  g_assert_true (hearth_addendum_may_add (house->store, entry));
  hearth_record_set (addendum, "residents", hearth_record_get_id (dara));
  assert_refused (house, addendum, "residents");
  hearth_record_set (addendum, "residents", hearth_record_get_id (mali));
  people_save (house, addendum);
  addenda = hearth_addenda_list (house->store, entry, &error);
  g_assert_cmpuint (addenda->len, ==, 1);

  hearth_record_set (of_resident, "text", "Something");
  assert_refused (house, of_resident, "subject");
}

/* Whoever does not write such a record does not add to it. */
static void
test_addendum_by_whom (void)
{
  g_autoptr (HearthTestHouse) house = people_house_new ();
  g_autoptr (HearthRecord) mali = hearth_test_house_add_resident (house, "Mali");
  g_autoptr (HearthRecord) entry = add_entry (house, mali, "good", "");
  g_autoptr (HearthRecord) addendum = hearth_addendum_new (entry);

  sign (house, entry);
  hearth_test_house_add_person (house, "lee", "legal-officer");
  hearth_record_set (addendum, "text", "Something");
  people_enter (house, "lee");
  assert_refused (house, addendum, "subject");
  people_enter (house, "dani");
  people_save (house, addendum);
}

/* --- tasks about records -------------------------------------------------------------------------------------- */

/* A task is seen by everybody: it must not tell of what is not for everybody. */
static void
test_task_about (void)
{
  g_autoptr (HearthTestHouse) house = people_house_new ();
  g_autoptr (HearthRecord) mali = hearth_test_house_add_resident (house, "Mali");
  g_autoptr (HearthRecord) concern = make_concern (mali);
  g_autoptr (HearthRecord) complaint = make_complaint (house, mali);
  g_autoptr (HearthRecord) limit = people_limit (house, mali, "dani", "conflict");
  g_autoptr (HearthRecord) entry = add_entry (house, mali, "good", "");
  HearthRecord *apart[3];

  people_save (house, concern);
  hearth_record_set (complaint, "way", "spoken");
  hearth_record_set (complaint, "text", "Nobody knocks");
  people_save (house, complaint);
  apart[0] = concern;
  apart[1] = complaint;
  apart[2] = limit;
  for (gsize i = 0; i < G_N_ELEMENTS (apart); i++)
    {
      g_autoptr (HearthRecord) task = hearth_task_new (house->store, apart[i]);

      hearth_record_set (task, "title", "Speak about it");
      assert_refused (house, task, "subject");
    }
  {
    g_autoptr (HearthRecord) task = hearth_task_new (house->store, entry);
    int code;
    g_autoptr (GPtrArray) problems = NULL;

    hearth_record_set (task, "title", "Ask again");
    people_save (house, task);
    /* What it is about is not changed. */
    hearth_record_set (task, "subject", "");
    hearth_record_set (task, "subject_type", "");
    problems = people_try (house, task, &code);
    g_assert_cmpint (code, ==, HEARTH_STORE_ERROR_INVALID);
    hearth_test_assert_problem (problems, "subject", HEARTH_PROBLEM_READ_ONLY);
  }
}

/* The team alone reads goals; who does what for one is known to whoever does it. */
static void
test_task_of_a_goal (void)
{
  g_autoptr (HearthTestHouse) house = people_house_new ();
  g_autoptr (HearthRecord) mali = hearth_test_house_add_resident (house, "Mali");
  const char *id = hearth_record_get_id (mali);
  g_autoptr (HearthRecord) plan = hearth_test_house_add (house, "care_plan", "resident", id, "start",
                                                         HEARTH_TEST_TODAY, "review", "2026-06-01", NULL);
  g_autoptr (HearthRecord) goal =
    hearth_test_house_add (house, "goal", "resident", id, "domain", "economic", "text", "Learns to bake",
                           "start", HEARTH_TEST_TODAY, "status", "active", NULL);
  g_autoptr (HearthRecord) of_goal = hearth_task_new (house->store, goal);
  g_autoptr (HearthRecord) of_plan = hearth_task_new (house->store, plan);

  hearth_record_set (of_goal, "title", "Ask the baker");
  people_save (house, of_goal);
  hearth_record_set (of_plan, "title", "Speak about it");
  assert_refused (house, of_plan, "subject");
}

/* --- the wrong file ------------------------------------------------------------------------------------------ */

static void
test_move (void)
{
  g_autoptr (HearthTestHouse) house = people_house_new ();
  g_autoptr (HearthRecord) mali = hearth_test_house_add_resident (house, "Mali");
  g_autoptr (HearthRecord) dara = hearth_test_house_add_resident (house, "Dara");
  g_autoptr (HearthRecord) entry = add_entry (house, mali, "low", "Called a friend");
  g_autoptr (HearthRecord) moved = NULL;
  g_autofree char *to = NULL;
  g_autoptr (GPtrArray) addenda = NULL;
  g_autoptr (GPtrArray) problems = NULL;
  g_autoptr (GError) error = NULL;

  sign (house, entry);
  g_assert_true (hearth_entry_is_movable (entry));
  g_assert_null (hearth_entry_move (house->store, entry, mali, &problems, &error));
  g_assert_error (error, HEARTH_STORE_ERROR, HEARTH_STORE_ERROR_INVALID);
  g_clear_error (&error);
  g_clear_pointer (&problems, g_ptr_array_unref);

  moved = hearth_entry_move (house->store, entry, dara, &problems, &error);
  g_assert_no_error (error);
  g_assert_cmpstr (hearth_record_get_resident (moved), ==, hearth_record_get_id (dara));
  g_assert_cmpstr (hearth_record_get (moved, "mood"), ==, "low");
  g_assert_cmpstr (hearth_record_get (moved, "notes"), ==, "Called a friend");
  g_assert_true (hearth_record_is_open (moved));
  g_assert_cmpstr (hearth_record_get (entry, "state"), ==, HEARTH_STATE_IN_ERROR);
  g_assert_false (hearth_entry_is_movable (entry));
  to = hearth_entry_dup_moved_to (house->store, entry);
  g_assert_cmpstr (to, ==, hearth_record_get_id (moved));
  addenda = hearth_addenda_list (house->store, entry, &error);
  g_assert_cmpuint (addenda->len, ==, 1);
  g_assert_cmpstr (hearth_record_get (g_ptr_array_index (addenda, 0), "points_to"), ==,
                   hearth_record_get_id (moved));
  /* Not everybody who reads this file may know of the other. */
  g_assert_null (strstr (hearth_record_get (g_ptr_array_index (addenda, 0), "text"),
                         hearth_record_get (dara, "code")));
}

/* What the right one's entry says already stays. */
static void
test_move_beside (void)
{
  g_autoptr (HearthTestHouse) house = people_house_new ();
  g_autoptr (HearthRecord) mali = hearth_test_house_add_resident (house, "Mali");
  g_autoptr (HearthRecord) dara = hearth_test_house_add_resident (house, "Dara");
  g_autoptr (HearthRecord) entry = add_entry (house, mali, "low", "Called a friend");
  g_autoptr (HearthRecord) known = add_entry (house, dara, "good", "");
  g_autoptr (HearthRecord) moved = NULL;
  g_autoptr (HearthRecord) another = NULL;
  g_autoptr (GPtrArray) problems = NULL;
  g_autoptr (GError) error = NULL;

  moved = hearth_entry_move (house->store, entry, dara, &problems, &error);
  g_assert_no_error (error);
  g_assert_cmpstr (hearth_record_get_id (moved), ==, hearth_record_get_id (known));
  g_assert_cmpstr (hearth_record_get (moved, "mood"), ==, "good");
  g_assert_cmpstr (hearth_record_get (moved, "notes"), ==, "Called a friend");

  /* A signed one is not written into, and then nothing happens at all. */
  sign (house, known);
  another = add_entry (house, mali, "even", "Played cards");
  g_assert_null (hearth_entry_move (house->store, another, dara, &problems, &error));
  g_assert_error (error, HEARTH_STORE_ERROR, HEARTH_STORE_ERROR_INVALID);
  g_assert_true (hearth_record_is_open (another));
}

int
main (int argc, char *argv[])
{
  hearth_test_init (&argc, &argv);
  g_test_add_func ("/rules/voices/concern", test_concern);
  g_test_add_func ("/rules/voices/two-directors", test_two_directors);
  g_test_add_func ("/rules/voices/director-without-key", test_director_without_key);
  g_test_add_func ("/rules/voices/concern-of-limited-file", test_concern_of_limited_file);
  g_test_add_func ("/rules/voices/complaint-of-limited-file", test_complaint_of_limited_file);
  g_test_add_func ("/rules/voices/complaint", test_complaint);
  g_test_add_func ("/rules/voices/addendum", test_addendum);
  g_test_add_func ("/rules/voices/addendum-by-whom", test_addendum_by_whom);
  g_test_add_func ("/rules/voices/task-about", test_task_about);
  g_test_add_func ("/rules/voices/task-of-a-goal", test_task_of_a_goal);
  g_test_add_func ("/rules/voices/move", test_move);
  g_test_add_func ("/rules/voices/move-beside", test_move_beside);
  return g_test_run ();
}

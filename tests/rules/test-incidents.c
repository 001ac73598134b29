/* SPDX-License-Identifier: GPL-3.0-or-later
 * Who is told of an incident, when a review may be closed, and what many incidents have in common.
 */
#include "fixtures/fixtures.h"
#include "fixtures/house.h"
#include "people-fixture.h"
#include "records/types.h"
#include "rules/addenda.h"
#include "rules/incidents.h"
#include "rules/notifications.h"
#include "rules/subject.h"
#include "rules/tasks.h"

#define NOON "2026-03-01T05:00:00Z+07:00"

static HearthRecord *
make_incident (HearthRecord *resident, const char *category, const char *severity)
{
  HearthRecord *incident = hearth_record_new (&hearth_incident_type);

  hearth_record_set (incident, "occurred_at", NOON);
  hearth_record_set (incident, "reported_at", NOON);
  hearth_record_set (incident, "category", category);
  hearth_record_set (incident, "severity", severity);
  hearth_record_set (incident, "seen", "A cup fell and broke");
  if (resident != NULL)
    hearth_record_set (incident, "affected", hearth_record_get_id (resident));
  return incident;
}

static HearthRecord *
add_incident (HearthTestHouse *house, HearthRecord *resident, const char *category, const char *severity)
{
  HearthRecord *incident = make_incident (resident, category, severity);

  people_save (house, incident);
  return incident;
}

/* "whom hours, whom hours", by the time. */
static char *
describe (HearthTestHouse *house, HearthRecord *incident)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) duties = hearth_notification_duties_list_for (house->store, incident, &error);
  GString *words = g_string_new (NULL);

  g_assert_no_error (error);
  for (guint i = 0; i < duties->len; i++)
    {
      const HearthNotificationDuty *duty = g_ptr_array_index (duties, i);

      g_string_append_printf (words, "%s%s %d", i > 0 ? ", " : "", duty->whom, duty->hours);
    }
  return g_string_free_and_steal (words);
}

static void
assert_owed (HearthTestHouse *house, const char *category, const char *severity, const char *expected)
{
  g_autoptr (HearthRecord) incident = make_incident (NULL, category, severity);
  g_autofree char *owed = describe (house, incident);

  g_assert_cmpstr (owed, ==, expected);
}

static HearthRecord *
add_rule (HearthTestHouse *house,
          const char *about,
          const char *severity,
          const char *whom,
          const char *hours)
{
  return hearth_test_house_add (house, "notification_rule", "about", about, "severity", severity, "whom",
                                whom, "hours", hours, NULL);
}

static void
test_duties (void)
{
  g_autoptr (HearthTestHouse) house = hearth_test_house_new ();
  g_autoptr (HearthRecord) rule = NULL;
  g_autoptr (HearthRecord) off = NULL;
  g_autoptr (HearthRecord) twice = NULL;
  g_autoptr (GPtrArray) problems = NULL;
  int code;

  assert_owed (house, "property", "1", "");
  assert_owed (house, "property", "2", "manager 24");
  assert_owed (house, "property", "3", "manager 1, director 24, guardian 24, social_worker 24");
  assert_owed (house, "property", "4", "director 0, manager 1, guardian 24, social_worker 24, licensing 24");
  assert_owed (house, "medication_error", "1", "doctor 0");

  /* A rule of the house takes the place of what came with Hearth about the same. */
  rule = add_rule (house, "any", "3", "manager", "4");
  assert_owed (house, "property", "2", "");
  assert_owed (house, "property", "3", "manager 4, director 24, guardian 24, social_worker 24");
  off = add_rule (house, "medication_error", "1", "doctor", "0");
  hearth_record_set (off, "off", "yes");
  people_save (house, off);
  assert_owed (house, "medication_error", "1", "");

  twice = hearth_record_new (&hearth_notification_rule_type);
  hearth_record_set (twice, "about", "any");
  hearth_record_set (twice, "whom", "manager");
  hearth_record_set (twice, "hours", "2");
  problems = people_try (house, twice, &code);
  hearth_test_assert_problem (problems, "whom", HEARTH_PROBLEM_RULE);
}

static void
test_made_once (void)
{
  g_autoptr (HearthTestHouse) house = hearth_test_house_new ();
  g_autoptr (HearthRecord) mali = hearth_test_house_add_resident (house, "Mali");
  g_autoptr (HearthRecord) dara = hearth_test_house_add_resident (house, "Dara");
  g_autoptr (HearthRecord) incident = add_incident (house, mali, "property", "2");
  const char *id = hearth_record_get_id (incident);
  g_autofree char *both = g_strdup_printf ("%s %s", hearth_record_get_id (mali), hearth_record_get_id (dara));
  g_autoptr (GPtrArray) told = NULL;
  g_autoptr (GError) error = NULL;

  told = hearth_notifications_list (house->store, id, &error);
  g_assert_cmpuint (told->len, ==, 1);
  g_assert_cmpstr (hearth_record_get (g_ptr_array_index (told, 0), "due_at"), ==,
                   "2026-03-02T05:00:00Z+07:00");

  /* Graver than it was thought, and somebody else was there: those who are still to be told are added. */
  hearth_record_set (incident, "severity", "3");
  hearth_record_set (incident, "affected", both);
  people_save (house, incident);
  g_clear_pointer (&told, g_ptr_array_unref);
  told = hearth_notifications_list (house->store, id, &error);
  g_assert_cmpuint (told->len, ==, 4);
  for (guint i = 0; i < told->len; i++)
    g_assert_cmpstr (hearth_record_get (g_ptr_array_index (told, i), "residents"), ==, both);
  g_assert_false (hearth_notifications_are_settled (house->store, id, &error));
  for (guint i = 0; i < told->len; i++)
    g_assert_true (hearth_notification_finish (house->store, g_ptr_array_index (told, i), "phone", "Ms Lee",
                                               NULL, &error));
  g_assert_true (hearth_notifications_are_settled (house->store, id, &error));
}

/* By a teacher too, who can do nothing else with notifications. */
static void
test_made_by_teacher (void)
{
  g_autoptr (HearthTestHouse) house = hearth_test_house_new ();
  g_autoptr (HearthRecord) incident = NULL;
  g_autoptr (GPtrArray) told = NULL;
  g_autoptr (GError) error = NULL;

  hearth_test_house_add_person (house, "tim", "teacher");
  people_enter (house, "tim");
  incident = add_incident (house, NULL, "property", "2");
  told = hearth_notifications_list (house->store, hearth_record_get_id (incident), &error);
  g_assert_cmpuint (told->len, ==, 1);
  g_assert_false (hearth_notification_finish (house->store, g_ptr_array_index (told, 0), NULL, NULL, NULL,
                                              &error));
  g_assert_error (error, HEARTH_STORE_ERROR, HEARTH_STORE_ERROR_INVALID);
}

/* Whoever finds out that somebody else was there: what is about the incident is in that file too, also what the one who
 * wrote it down could not change. Else it would tell there of what is kept from a reader of it. */
static void
test_followed_by_teacher (void)
{
  g_autoptr (HearthTestHouse) house = people_house_new ();
  g_autoptr (HearthRecord) mali = hearth_test_house_add_resident (house, "Mali");
  g_autoptr (HearthRecord) dara = hearth_test_house_add_resident (house, "Dara");
  g_autofree char *both = g_strdup_printf ("%s %s", hearth_record_get_id (mali), hearth_record_get_id (dara));
  g_autoptr (HearthRecord) incident = NULL, review = NULL, task = NULL;
  g_autofree char *id = NULL;
  const HearthRecordType *const types[] = { &hearth_notification_type, &hearth_incident_review_type,
                                            &hearth_task_type };
  g_autoptr (GError) error = NULL;

  hearth_test_house_add_person (house, "tim", "teacher");
  incident = add_incident (house, mali, "property", "2");
  id = g_strdup (hearth_record_get_id (incident));
  review = hearth_incident_begin_review (house->store, incident, &error);
  hearth_record_set (review, "cause", "The shelf was loose");
  people_save (house, review);
  task = hearth_task_new (house->store, incident);
  hearth_record_set (task, "title", "Mend the shelf");
  people_save (house, task);
  g_clear_object (&incident);
  g_clear_object (&review);
  g_clear_object (&task);

  people_enter (house, "tim");
  incident = hearth_store_load (house->store, id, &error);
  hearth_record_set (incident, "affected", both);
  people_save (house, incident);
  for (gsize i = 0; i < G_N_ELEMENTS (types); i++)
    {
      g_autoptr (GPtrArray) made = hearth_subject_list (house->store, types[i], id, &error);

      g_assert_no_error (error);
      g_assert_cmpuint (made->len, ==, 1);
      g_assert_cmpstr (hearth_record_get (g_ptr_array_index (made, 0), "residents"), ==, both);
    }
  /* By hand a teacher changes no review. */
  review = hearth_incident_begin_review (house->store, incident, &error);
  hearth_record_set (review, "cause", "Nobody knows");
  g_assert_false (hearth_store_save (house->store, review, NULL, NULL, &error));
  g_assert_error (error, HEARTH_STORE_ERROR, HEARTH_STORE_ERROR_DENIED);
}

/* --- reviews -------------------------------------------------------------------------------------- */

static guint
count_obstacles (HearthTestHouse *house, HearthRecord *review)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) obstacles = hearth_incident_list_obstacles (house->store, review, &error);

  g_assert_no_error (error);
  return obstacles->len;
}

static void
settle_all (HearthTestHouse *house, HearthRecord *incident)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) told =
    hearth_notifications_list (house->store, hearth_record_get_id (incident), &error);

  for (guint i = 0; i < told->len; i++)
    g_assert_true (hearth_notification_finish (house->store, g_ptr_array_index (told, i), NULL, NULL, NULL,
                                               &error));
}

static void
test_closing (void)
{
  g_autoptr (HearthTestHouse) house = people_house_new ();
  g_autoptr (HearthRecord) mali = hearth_test_house_add_resident (house, "Mali");
  g_autoptr (HearthRecord) incident = make_incident (mali, "towards_staff", "3");
  g_autoptr (HearthRecord) review = NULL;
  g_autoptr (HearthRecord) addendum = NULL;
  g_autoptr (GPtrArray) open = NULL;
  g_autoptr (GPtrArray) problems = NULL;
  g_autoptr (GError) error = NULL;
  int code;

  hearth_record_set (incident, "intervention", "yes");
  hearth_record_set (incident, "intervention_why", "Was about to run into the road");
  hearth_record_set (incident, "intervention_kind", "holding");
  hearth_record_set (incident, "intervention_minutes", "1");
  hearth_record_set (incident, "intervention_by",
                     hearth_record_get_id (hearth_store_get_account (house->store)));
  hearth_record_set (incident, "medical_check", "waiting");
  people_save (house, incident);
  review = hearth_incident_begin_review (house->store, incident, &error);
  g_assert_no_error (error);
  /* Not signed, not told, no cause, no plan, no talk, no check. */
  g_assert_cmpuint (count_obstacles (house, review), ==, 6);
  g_assert_true (hearth_store_sign (house->store, incident, &error));
  settle_all (house, incident);
  g_assert_cmpuint (count_obstacles (house, review), ==, 4);
  hearth_record_set (review, "cause", "Was told of the hearing in passing");
  hearth_record_set (review, "plan_followed", "partly");
  hearth_record_set (review, "resident_talk_on", HEARTH_TEST_TODAY);
  g_assert_cmpuint (count_obstacles (house, review), ==, 1);
  hearth_record_set (review, "closed_on", HEARTH_TEST_TODAY);
  problems = people_try (house, review, &code);
  hearth_test_assert_problem (problems, "closed_on", HEARTH_PROBLEM_RULE);
  addendum = hearth_addendum_new (incident);
  hearth_record_set (addendum, "text", "The doctor found no injury");
  people_save (house, addendum);
  open = hearth_incidents_list_open (house->store, &error);
  g_assert_cmpuint (open->len, ==, 1);
  people_save (house, review);
  g_clear_pointer (&open, g_ptr_array_unref);
  open = hearth_incidents_list_open (house->store, &error);
  g_assert_cmpuint (open->len, ==, 0);
}

static void
test_who_closes (void)
{
  g_autoptr (HearthTestHouse) house = people_house_new ();
  g_autoptr (HearthRecord) incident = NULL;
  g_autoptr (HearthRecord) review = NULL;
  g_autoptr (GPtrArray) problems = NULL;
  g_autoptr (GError) error = NULL;
  int code;

  people_enter (house, "kim");
  incident = add_incident (house, NULL, "property", "1");
  g_assert_true (hearth_store_sign (house->store, incident, &error));
  review = hearth_incident_begin_review (house->store, incident, &error);
  hearth_record_set (review, "cause", "The shelf was loose");
  hearth_record_set (review, "plan_followed", "no_plan");
  people_save (house, review);
  hearth_record_set (review, "closed_on", HEARTH_TEST_TODAY);
  problems = people_try (house, review, &code);
  hearth_test_assert_problem (problems, "closed_on", HEARTH_PROBLEM_RULE);
}

static void
assert_problem (HearthTestHouse *house, HearthRecord *record, const char *field, HearthProblemCode expected)
{
  int code;
  g_autoptr (GPtrArray) problems = people_try (house, record, &code);

  g_assert_cmpint (code, ==, HEARTH_STORE_ERROR_INVALID);
  hearth_test_assert_problem (problems, field, expected);
}

/* What was closed stays closed, and about what it was, but for who leads the house. */
static void
test_stays_closed (void)
{
  g_autoptr (HearthTestHouse) house = people_house_new ();
  g_autoptr (HearthRecord) incident = add_incident (house, NULL, "property", "1");
  g_autoptr (HearthRecord) other = add_incident (house, NULL, "property", "1");
  g_autoptr (HearthRecord) review = NULL;
  g_autofree char *id = NULL;
  g_autoptr (GError) error = NULL;

  g_assert_true (hearth_store_sign (house->store, incident, &error));
  settle_all (house, incident);
  review = hearth_incident_begin_review (house->store, incident, &error);
  hearth_record_set (review, "cause", "The shelf was loose");
  hearth_record_set (review, "plan_followed", "no_plan");
  hearth_record_set (review, "closed_on", HEARTH_TEST_TODAY);
  people_save (house, review);
  id = g_strdup (hearth_record_get_id (review));
  g_clear_object (&review);

  people_enter (house, "kim");
  review = hearth_store_load (house->store, id, &error);
  g_assert_no_error (error);
  hearth_record_set (review, "cause", "Somebody was careless");
  assert_problem (house, review, "closed_on", HEARTH_PROBLEM_RULE);
  hearth_record_set (review, "closed_on", "");
  assert_problem (house, review, "closed_on", HEARTH_PROBLEM_RULE);
  g_clear_object (&review);

  people_enter (house, HEARTH_TEST_USER);
  review = hearth_store_load (house->store, id, &error);
  hearth_record_set (review, "subject", hearth_record_get_id (other));
  assert_problem (house, review, "subject", HEARTH_PROBLEM_READ_ONLY);
  hearth_record_set (review, "subject", hearth_record_get_id (incident));
  hearth_record_set (review, "closed_on", "");
  people_save (house, review);
}

/* --- patterns ---------------------------------------------------------------------------------------- */

static void
add_at (HearthTestHouse *house, const char *at, const char *place, const char *triggers)
{
  g_autoptr (HearthRecord) incident = make_incident (NULL, "property", "1");

  hearth_record_set (incident, "occurred_at", at);
  hearth_record_set (incident, "place", place);
  hearth_record_set (incident, "triggers", triggers);
  people_save (house, incident);
}

static void
test_pattern (void)
{
  g_autoptr (HearthTestHouse) house = hearth_test_house_new ();
  g_autoptr (HearthRecord) mali = hearth_test_house_add_resident (house, "Mali");
  g_autoptr (HearthRecord) visit =
    hearth_test_house_add (house, "visit", "resident", hearth_record_get_id (mali), "at",
                           "2026-02-18T05:00:00Z+07:00", "way", "visit", "allowed", "yes", "took_place",
                           "yes", NULL);
  g_autoptr (HearthIncidentPattern) pattern = NULL;
  g_autoptr (GError) error = NULL;

  /* 22:30 at the house on Wednesday 18 February; 01:00 on Thursday; Sunday 1 March at noon. */
  add_at (house, "2026-02-18T15:30:00Z+07:00", "kitchen", "court visit");
  add_at (house, "2026-02-18T18:00:00Z+07:00", "kitchen", "visit");
  add_at (house, NOON, "", "");
  pattern = hearth_incident_pattern_new (house->store, NULL, "2026-02-10", HEARTH_TEST_TODAY, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (pattern->n, ==, 3);
  g_assert_cmpuint (pattern->hours[22], ==, 1);
  g_assert_cmpuint (pattern->hours[1], ==, 1);
  g_assert_cmpuint (pattern->hours[12], ==, 1);
  g_assert_cmpuint (pattern->weekdays[2], ==, 1);
  g_assert_cmpuint (pattern->weekdays[3], ==, 1);
  g_assert_cmpuint (pattern->weekdays[6], ==, 1);
  g_assert_cmpuint (pattern->places->len, ==, 2);
  g_assert_cmpstr (g_array_index (pattern->places, HearthIncidentCount, 0).code, ==, "kitchen");
  g_assert_cmpuint (g_array_index (pattern->places, HearthIncidentCount, 0).n, ==, 2);
  g_assert_cmpstr (g_array_index (pattern->triggers, HearthIncidentCount, 0).code, ==, "visit");
  /* Weeks from Monday 9 February to Monday 23 February. */
  g_assert_cmpuint (pattern->weeks->len, ==, 3);
  g_assert_cmpstr (g_array_index (pattern->weeks, HearthIncidentWeek, 0).monday, ==, "2026-02-09");
  g_assert_cmpuint (g_array_index (pattern->weeks, HearthIncidentWeek, 0).n, ==, 0);
  g_assert_cmpuint (g_array_index (pattern->weeks, HearthIncidentWeek, 1).n, ==, 2);
  g_assert_cmpuint (g_array_index (pattern->weeks, HearthIncidentWeek, 1).n_visits, ==, 1);
  g_assert_cmpuint (g_array_index (pattern->weeks, HearthIncidentWeek, 1).n_court, ==, 1);
  g_assert_cmpuint (g_array_index (pattern->weeks, HearthIncidentWeek, 2).n, ==, 1);
  g_assert_cmpuint (g_array_index (pattern->weeks, HearthIncidentWeek, 2).n_by_severity[0], ==, 1);
}

int
main (int argc, char *argv[])
{
  hearth_test_init (&argc, &argv);
  g_test_add_func ("/rules/incidents/duties", test_duties);
  g_test_add_func ("/rules/incidents/made-once", test_made_once);
  g_test_add_func ("/rules/incidents/made-by-teacher", test_made_by_teacher);
  g_test_add_func ("/rules/incidents/followed-by-teacher", test_followed_by_teacher);
  g_test_add_func ("/rules/incidents/closing", test_closing);
  g_test_add_func ("/rules/incidents/who-closes", test_who_closes);
  g_test_add_func ("/rules/incidents/stays-closed", test_stays_closed);
  g_test_add_func ("/rules/incidents/pattern", test_pattern);
  return g_test_run ();
}

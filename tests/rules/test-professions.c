/* SPDX-License-Identifier: GPL-3.0-or-later
 * What falls due for nurse, counsellor, teacher and legal officer, and what the next shift must know of it.
 */
#define G_LOG_DOMAIN "hearth-test"

#include "fixtures/fixtures.h"
#include "fixtures/house.h"
#include "people-fixture.h"
#include "records/types.h"
#include "rules/contributors.h"

/* Today is 1 March 2026, half past two in the afternoon. */

static GPtrArray *
collect (HearthTestHouse *house, HearthFeed feed)
{
  g_autoptr (GError) error = NULL;
  GPtrArray *notices = hearth_feed_collect (house->store, feed, NULL, &error);

  g_assert_no_error (error);
  return notices;
}

/* By id: another sign-in has other objects. */
static const HearthNotice *
find (GPtrArray *notices, const char *id)
{
  for (guint i = 0; i < notices->len; i++)
    {
      const HearthNotice *notice = g_ptr_array_index (notices, i);

      if (notice->record != NULL && g_str_equal (hearth_record_get_id (notice->record), id))
        return notice;
    }
  return NULL;
}

/* What Today says of the record with @id, NULL for nothing; borrowed until the next call. */
static const char *
ask_today (HearthTestHouse *house, const char *id)
{
  static char *words;
  g_autoptr (GPtrArray) notices = collect (house, HEARTH_FEED_TODAY);
  const HearthNotice *notice = find (notices, id);

  g_free (words);
  words = notice != NULL
            ? g_strdup_printf ("%s: %s%s", notice->group, notice->detail, notice->urgent ? " (late)" : "")
            : NULL;
  return words;
}

#define add(house, resident, type, ...) \
  hearth_test_house_add (house, type, "resident", hearth_record_get_id (resident), __VA_ARGS__, NULL)

static HearthRecord *
add_case (HearthTestHouse *house, HearthRecord *resident)
{
  return add (house, resident, "legal_case", "kind", "criminal", "stage", "trial", "opened_on", "2026-01-10");
}

static HearthRecord *
add_hearing (HearthTestHouse *house, HearthRecord *of_case, const char *at)
{
  return hearth_test_house_add (house, "hearing", "resident", hearth_record_get_resident (of_case),
                                "legal_case", hearth_record_get_id (of_case), "at", at, "kind", "testimony",
                                "attend", "in_person", "status", "planned", NULL);
}

static HearthRecord *
add_appointment (HearthTestHouse *house, HearthRecord *resident, const char *at, const char *status)
{
  return add (house, resident, "appointment", "at", at, "kind", "dentist", "status", status, "where_to",
              "คลินิก");
}

static void
test_appointments (void)
{
  g_autoptr (HearthTestHouse) house = people_house_new ();
  g_autoptr (HearthRecord) mali = hearth_test_house_add_resident (house, "มะลิ");
  g_autoptr (HearthRecord) today = add_appointment (house, mali, "2026-03-01T09:00:00Z+07:00", "planned");
  g_autoptr (HearthRecord) coming = add_appointment (house, mali, "2026-03-04T02:00:00Z+07:00", "planned");
  g_autoptr (HearthRecord) far = add_appointment (house, mali, "2026-03-05T02:00:00Z+07:00", "planned");
  g_autoptr (HearthRecord) past = add_appointment (house, mali, "2026-02-27T02:00:00Z+07:00", "planned");
  g_autoptr (HearthRecord) over = add_appointment (house, mali, "2026-02-26T02:00:00Z+07:00", "attended");
  g_autoptr (HearthRecord) early = add_appointment (house, mali, "2026-03-01T02:00:00Z+07:00", "planned");
  g_autofree char *id = g_strdup (hearth_record_get_id (today)),
                  *early_id = g_strdup (hearth_record_get_id (early));
  g_autoptr (GPtrArray) standing = NULL;
  g_autoptr (GPtrArray) notices = collect (house, HEARTH_FEED_TODAY);

  g_assert_cmpstr (ask_today (house, id), ==, "Appointments and court: Appointment, 16:00");
  g_assert_cmpstr (ask_today (house, hearth_record_get_id (coming)), ==, "Coming up: Appointment, 09:00");
  g_assert_null (ask_today (house, hearth_record_get_id (far)));
  g_assert_cmpstr (ask_today (house, hearth_record_get_id (past)), ==,
                   "Due: Write down how the appointment went (late)");
  g_assert_null (ask_today (house, hearth_record_get_id (over)));
  /* The first of the day first. */
  g_assert_true (((HearthNotice *) g_ptr_array_index (notices, 0))->record == early);
  g_assert_true (((HearthNotice *) g_ptr_array_index (notices, 1))->record == today);

  people_enter (house, "dani");
  standing = collect (house, HEARTH_FEED_STANDING);
  g_assert_cmpuint (standing->len, ==, 2);
  g_assert_true (g_ptr_array_index (standing, 0) == find (standing, early_id));
  g_assert_nonnull (strstr (find (standing, id)->detail, "Dentist"));
  g_assert_nonnull (strstr (find (standing, id)->detail, "Where: คลินิก"));
}

/* A result is for who cares for health: a carer does not learn that one is awaited. */
static void
test_results (void)
{
  g_autoptr (HearthTestHouse) house = people_house_new ();
  g_autoptr (HearthRecord) mali = hearth_test_house_add_resident (house, "Mali");
  g_autoptr (HearthRecord) appointment =
    add (house, mali, "appointment", "at", "2026-02-20T02:00:00Z+07:00", "kind", "test", "status", "attended",
         "waits", "yes", "next_on", "2026-03-03");
  g_autoptr (HearthRecord) old = add (house, mali, "appointment", "at", "2026-01-20T02:00:00Z+07:00", "kind",
                                      "test", "status", "attended", "waits", "yes");
  g_autofree char *id = g_strdup (hearth_record_get_id (appointment));

  g_assert_cmpstr (ask_today (house, id), ==, "Due: A result is awaited");
  g_assert_cmpstr (ask_today (house, hearth_record_get_id (old)), ==, "Due: A result is awaited (late)");
  hearth_record_set (appointment, "waits", "no");
  hearth_record_set (appointment, "result_on", "2026-02-28");
  people_save (house, appointment);
  g_assert_cmpstr (ask_today (house, id), ==, "Coming up: The next appointment: is it made?");
  people_enter (house, "dani");
  g_assert_null (ask_today (house, id));
}

/* The next dose was given when there is a later record of the same vaccine. */
static void
test_vaccinations (void)
{
  g_autoptr (HearthTestHouse) house = people_house_new ();
  g_autoptr (HearthRecord) mali = hearth_test_house_add_resident (house, "Mali");
  g_autoptr (HearthRecord) first = add (house, mali, "vaccination", "vaccine", "hepb", "dose", "1", "date",
                                        "2026-01-01", "source", "given", "next_due", "2026-02-01");
  g_autoptr (HearthRecord) other =
    add (house, mali, "vaccination", "vaccine", "hpv", "date", "2026-02-10", "source", "given");
  g_autofree char *id = g_strdup (hearth_record_get_id (first));
  g_autoptr (HearthRecord) second = NULL;

  g_assert_cmpstr (ask_today (house, id), ==, "Due: The next dose is due (late)");
  people_enter (house, "cora");
  g_assert_null (ask_today (house, id)); /* reads it, and gives none */
  people_enter (house, HEARTH_TEST_USER);
  second =
    add (house, mali, "vaccination", "vaccine", "hepb", "dose", "2", "date", "2026-02-12", "source", "given");
  g_assert_null (ask_today (house, id));
}

static void
test_plans (void)
{
  g_autoptr (HearthTestHouse) house = people_house_new ();
  g_autoptr (HearthRecord) mali = hearth_test_house_add_resident (house, "Mali");
  g_autoptr (HearthRecord) plan =
    add (house, mali, "care_plan", "start", "2025-12-01", "review", "2026-03-10");
  g_autoptr (HearthRecord) goal =
    hearth_test_house_add (house, "goal", "resident", hearth_record_get_id (mali), "plan",
                           hearth_record_get_id (plan), "domain", "safety", "text", "อ่านหนังสือ", "start",
                           "2025-12-01", "target", "2026-02-20", "status", "active", NULL);
  g_autoptr (HearthRecord) check = add (house, mali, "safety_check", "at", "2026-02-20T02:00:00Z+07:00",
                                        "risk", "low", "review", "2026-02-28");
  g_autoptr (HearthRecord) place = add (house, mali, "enrolment", "school", "โรงเรียน", "programme", "formal",
                                        "start", "2025-06-01", "paid_until", "2026-02-15");

  g_assert_cmpstr (ask_today (house, hearth_record_get_id (plan)), ==,
                   "Coming up: Look at the plan again, together with the resident");
  g_assert_cmpstr (ask_today (house, hearth_record_get_id (goal)), ==,
                   "Due: A goal was to be reached by now (late)");
  g_assert_cmpstr (ask_today (house, hearth_record_get_id (check)), ==, "Due: Ask again about safety (late)");
  g_assert_cmpstr (ask_today (house, hearth_record_get_id (place)), ==,
                   "Due: The school place is paid until then (late)");

  hearth_record_set (goal, "status", "met");
  people_save (house, goal);
  g_assert_null (ask_today (house, hearth_record_get_id (goal)));
  hearth_record_set (place, "until", "2026-02-20");
  people_save (house, place);
  g_assert_null (ask_today (house, hearth_record_get_id (place)));
  people_enter (house, "dani");
  g_assert_null (ask_today (house, hearth_record_get_id (plan)));
}

/* A goal is looked after by the resident's key worker: the page of today of all the others stays short. */
static void
test_whose (void)
{
  g_autoptr (HearthTestHouse) house = people_house_new ();
  g_autoptr (HearthRecord) mali = hearth_test_house_add_resident (house, "Mali");
  g_autoptr (HearthRecord) noor = hearth_test_house_add_resident (house, "نور");
  g_autoptr (HearthRecord) goal = add (house, mali, "goal", "domain", "safety", "text", "อ่านหนังสือ", "start",
                                       "2025-12-01", "target", "2026-02-20", "status", "active");
  g_autoptr (HearthRecord) plan =
    add (house, mali, "care_plan", "start", "2025-12-01", "review", "2026-03-01");
  g_autoptr (HearthRecord) nobodys = add (house, noor, "goal", "domain", "safety", "text", "…", "start",
                                          "2025-12-01", "target", "2026-02-20", "status", "active");
  g_autofree char *kim = people_find (house, "kim"), *id = g_strdup (hearth_record_get_id (goal)),
                  *plan_id = g_strdup (hearth_record_get_id (plan)),
                  *nobodys_id = g_strdup (hearth_record_get_id (nobodys));

  hearth_record_set (mali, "key_worker", kim);
  people_save (house, mali);
  people_enter (house, "cora");
  g_assert_null (ask_today (house, id));
  g_assert_null (ask_today (house, plan_id));
  g_assert_nonnull (ask_today (house, nobodys_id));
  people_enter (house, "kim");
  g_assert_nonnull (ask_today (house, id));
  g_assert_nonnull (ask_today (house, plan_id));
  people_enter (house, "hanna");
  g_assert_null (ask_today (house, id));
  g_assert_nonnull (ask_today (house, plan_id));
}

/* Cases go on when somebody has moved out. */
static void
test_court (void)
{
  g_autoptr (HearthTestHouse) house = people_house_new ();
  g_autoptr (HearthRecord) mali = hearth_test_house_add_resident (house, "Mali");
  g_autoptr (HearthRecord) stay = add (house, mali, "stay", "placement", "kin", "start", "2026-01-01");
  g_autoptr (HearthRecord) of_case = add_case (house, mali);
  const char *case_id = hearth_record_get_id (of_case);
  g_autoptr (HearthRecord) today = add_hearing (house, of_case, "2026-03-01T02:30:00Z+07:00");
  g_autoptr (HearthRecord) soon = add_hearing (house, of_case, "2026-03-15T02:30:00Z+07:00");
  g_autoptr (HearthRecord) past = NULL;
  g_autoptr (HearthRecord) order = add (house, mali, "court_order", "legal_case", case_id, "ordered_on",
                                        "2026-02-01", "words", "…", "due", "2026-02-10", "status", "not_yet");
  g_autoptr (HearthRecord) holds =
    add (house, mali, "court_order", "legal_case", case_id, "ordered_on", "2026-02-01", "words", "…",
         "expires", "2026-03-20", "status", "done");
  g_autoptr (HearthRecord) asked =
    add (house, mali, "protective_measure", "legal_case", case_id, "kind", "screen", "noted_on", "2026-02-01",
         "wanted", "yes", "requested_on", "2026-02-02", "decision", "waiting");
  g_autoptr (HearthRecord) accused =
    add (house, mali, "accused", "legal_case", case_id, "letter", "A1", "noted_on", "2026-01-10", "status",
         "custody", "release_on", "2026-03-20");
  g_autofree char *id = g_strdup (hearth_record_get_id (today));

  /* Nobody plans for a day that is over. */
  hearth_clock_set_fixed (house->clock, "2026-02-19T14:30:00+07:00");
  past = add_hearing (house, of_case, "2026-02-20T02:30:00Z+07:00");
  hearth_record_set (past, "report_filed_on", "2026-02-19");
  people_save (house, past);
  hearth_clock_set_fixed (house->clock, HEARTH_TEST_NOW);
  hearth_record_set (soon, "report_due", "2026-02-28");
  people_save (house, soon);
  g_assert_cmpstr (ask_today (house, id), ==, "Appointments and court: Day at court, 09:30");
  g_assert_cmpstr (ask_today (house, hearth_record_get_id (past)), ==,
                   "Due: Write down how the day at court was (late)");
  g_assert_cmpstr (ask_today (house, hearth_record_get_id (order)), ==,
                   "Due: An order of the court is to be carried out (late)");
  g_assert_cmpstr (ask_today (house, hearth_record_get_id (holds)), ==,
                   "Coming up: An order of the court ends");
  g_assert_cmpstr (ask_today (house, hearth_record_get_id (asked)), ==,
                   "Due: The court was asked for this and has not answered (late)");
  g_assert_cmpstr (ask_today (house, hearth_record_get_id (accused)), ==,
                   "Coming up: A release is expected: is everybody safe, and told?");
  people_enter (house, "dani"); /* sees that there is a day at court, and nothing of the case */
  g_assert_nonnull (ask_today (house, id));
  g_assert_null (ask_today (house, hearth_record_get_id (order)));
  g_assert_null (ask_today (house, hearth_record_get_id (asked)));
}

static HearthRecord *
add_step (HearthTestHouse *house, HearthRecord *hearing, const char *days, const char *due, const char *role)
{
  return hearth_test_house_add (house, "preparation", "resident", hearth_record_get_resident (hearing),
                                "hearing", hearth_record_get_id (hearing), "stage", "logistics", "text",
                                "จองรถ", "days", days, "due", due, "role", role, NULL);
}

/* Everybody has their own steps; who leads the case hears that the others' are late, once for a day at court. */
static void
test_preparation (void)
{
  g_autoptr (HearthTestHouse) house = people_house_new ();
  g_autoptr (HearthRecord) mali = hearth_test_house_add_resident (house, "Mali");
  g_autoptr (HearthRecord) of_case = add_case (house, mali);
  g_autoptr (HearthRecord) hearing = add_hearing (house, of_case, "2026-03-20T02:30:00Z+07:00");
  g_autoptr (HearthRecord) late = add_step (house, hearing, "25", "2026-02-23", "key-worker");
  g_autoptr (HearthRecord) later = add_step (house, hearing, "22", "2026-02-26", "key-worker");
  g_autoptr (HearthRecord) done = add_step (house, hearing, "20", "2026-02-28", "key-worker");
  g_autoptr (HearthRecord) after = add_step (house, hearing, "-3", "", "key-worker");
  g_autofree char *hearing_id = g_strdup (hearth_record_get_id (hearing));
  g_autofree char *id = g_strdup (hearth_record_get_id (late));
  g_autoptr (HearthRecord) held = NULL;

  hearth_record_set (done, "done_on", "2026-02-27");
  people_save (house, done);
  g_assert_null (ask_today (house, id));
  g_assert_cmpstr (ask_today (house, hearing_id), ==,
                   "Due: 2 steps of preparation of colleagues are late (late)");
  people_enter (house, "cora");
  g_assert_null (ask_today (house, hearing_id));
  people_enter (house, "kim");
  g_assert_cmpstr (ask_today (house, id), ==, "Due: Before the day at court (late)");
  g_assert_nonnull (ask_today (house, hearth_record_get_id (later)));
  g_assert_null (ask_today (house, hearth_record_get_id (done)));
  /* What comes afterwards waits until the day was held. */
  hearth_clock_set_fixed (house->clock, "2026-03-23T14:30:00+07:00");
  g_assert_null (ask_today (house, hearth_record_get_id (after)));
  held = hearth_store_load (house->store, hearing_id, NULL);
  hearth_record_set (held, "status", "held");
  people_save (house, held);
  g_assert_cmpstr (ask_today (house, hearth_record_get_id (after)), ==, "Due: After the day at court");
  g_assert_null (ask_today (house, id));
}

static void
test_allergy (void)
{
  g_autoptr (HearthTestHouse) house = people_house_new ();
  g_autoptr (HearthRecord) mali = hearth_test_house_add_resident (house, "Mali");
  g_autoptr (HearthRecord) allergy =
    add (house, mali, "allergy", "substance", "Peanuts", "kind", "food", "severity", "grave", "action",
         "โทร 1669", "noted_on", "2026-03-01");
  g_autofree char *id = g_strdup (hearth_record_get_id (allergy));
  g_autoptr (GPtrArray) notices = NULL;

  people_enter (house, "dani");
  notices = collect (house, HEARTH_FEED_HANDOVER);
  g_assert_true (find (notices, id)->urgent);
  g_assert_cmpstr (find (notices, id)->detail, ==,
                   "Allergy: Peanuts\nHow grave: Grave: call for help at once\nWhat to do: โทร 1669");
}

/* The page of a profession tells what is due whoever is to see to it, and of one resident when it is asked of one. */
static void
test_of_profession (void)
{
  static const HearthRecordType *const health[] = { &hearth_screening_type, &hearth_medicine_type, NULL };
  g_autoptr (HearthTestHouse) house = people_house_new ();
  g_autoptr (HearthRecord) mali = hearth_test_house_add_resident (house, "Mali");
  g_autoptr (HearthRecord) noor = hearth_test_house_add_resident (house, "نور");
  g_autoptr (HearthRecord) screening =
    add (house, mali, "screening", "date", "2026-02-01", "reason", "regular", "next_check", "2026-03-01");
  g_autoptr (HearthRecord) medicine = add (house, noor, "medicine", "medicine", "Vitamin D", "dose", "1",
                                           "schedule", "เช้า", "start", "2026-02-01", "until", "2026-03-05");
  g_autoptr (HearthRecord) plan =
    add (house, mali, "care_plan", "start", "2025-12-01", "review", "2026-03-10");
  g_autoptr (GPtrArray) all = NULL;
  g_autoptr (GPtrArray) one = NULL;

  people_enter (house, "cora");
  all = hearth_feed_collect_due (house->store, NULL, health, NULL);
  g_assert_cmpuint (all->len, ==, 2);
  g_assert_nonnull (find (all, hearth_record_get_id (screening)));
  g_assert_null (find (all, hearth_record_get_id (plan)));
  one = hearth_feed_collect_due (house->store, noor, health, NULL);
  g_assert_cmpuint (one->len, ==, 1);
  g_assert_nonnull (find (one, hearth_record_get_id (medicine)));
}

int
main (int argc, char *argv[])
{
  hearth_test_init (&argc, &argv);
  g_test_add_func ("/rules/professions/appointments", test_appointments);
  g_test_add_func ("/rules/professions/results", test_results);
  g_test_add_func ("/rules/professions/vaccinations", test_vaccinations);
  g_test_add_func ("/rules/professions/plans", test_plans);
  g_test_add_func ("/rules/professions/whose", test_whose);
  g_test_add_func ("/rules/professions/court", test_court);
  g_test_add_func ("/rules/professions/preparation", test_preparation);
  g_test_add_func ("/rules/professions/allergy", test_allergy);
  g_test_add_func ("/rules/professions/of-profession", test_of_profession);
  return g_test_run ();
}

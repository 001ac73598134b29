/* SPDX-License-Identifier: GPL-3.0-or-later
 * What nurse, counsellor, teacher and legal officer are told when something cannot be, and what follows from what they save.
 */
#define G_LOG_DOMAIN "hearth-test"

#include "core/date.h"
#include "fixtures/fixtures.h"
#include "fixtures/house.h"
#include "people-fixture.h"
#include "records/problem-text.h"
#include "records/types.h"

/* Today is 1 March 2026, half past two in the afternoon. */

#define add(house, resident, type, ...) \
  hearth_test_house_add (house, type, "resident", hearth_record_get_id (resident), __VA_ARGS__, NULL)

static HearthRecord *
make (const HearthRecordType *type, HearthRecord *resident, const char *const *values)
{
  HearthRecord *record = hearth_record_new (type);

  hearth_record_set (record, "resident", hearth_record_get_id (resident));
  for (; *values != NULL; values += 2)
    hearth_record_set (record, values[0], values[1]);
  return record;
}

/* That saving is refused, with one problem, of @field, in @words. */
static void
assert_refused (HearthTestHouse *house, HearthRecord *record, const char *field, const char *words)
{
  int code;
  g_autoptr (GPtrArray) problems = people_try (house, record, &code);
  const HearthProblem *problem;
  g_autofree char *sentence = NULL;

  g_assert_cmpint (code, ==, HEARTH_STORE_ERROR_INVALID);
  g_assert_cmpuint (problems->len, ==, 1);
  problem = g_ptr_array_index (problems, 0);
  sentence = hearth_problem_to_sentence (hearth_record_get_record_type (record), problem);
  g_assert_cmpstr (problem->field, ==, field);
  if (strstr (sentence, words) == NULL)
    g_error ("“%s” is not in “%s”", words, sentence);
}

#define REFUSE(house, type, resident, field, words, ...)              \
  G_STMT_START                                                        \
  {                                                                   \
    const char *const values[] = { __VA_ARGS__, NULL };               \
    g_autoptr (HearthRecord) refused = make (type, resident, values); \
    assert_refused (house, refused, field, words);                    \
  }                                                                   \
  G_STMT_END

static HearthRecord *
reload (HearthTestHouse *house, HearthRecord *record)
{
  g_autoptr (GError) error = NULL;
  HearthRecord *loaded = hearth_store_load (house->store, hearth_record_get_id (record), &error);

  g_assert_no_error (error);
  return loaded;
}

static void
assert_says (HearthTestHouse *house, HearthRecord *record, const char *field, const char *value)
{
  g_autoptr (HearthRecord) now = reload (house, record);

  g_assert_cmpstr (hearth_record_get (now, field), ==, value);
}

static void
change (HearthTestHouse *house, HearthRecord *record, const char *field, const char *value)
{
  g_autoptr (HearthRecord) now = reload (house, record);
  g_autoptr (HearthRecord) changed = hearth_record_copy (now);

  hearth_record_set (changed, field, value);
  people_save (house, changed);
}

/* --- health ----------------------------------------------------------------------------------------------- */

static void
test_measurements (void)
{
  g_autoptr (HearthTestHouse) house = hearth_test_house_new ();
  g_autoptr (HearthRecord) mali = hearth_test_house_add_resident (house, "มะลิ");
  g_autoptr (HearthRecord) noor = hearth_test_house_add_resident (house, "نور");
  g_autoptr (HearthRecord) first =
    add (house, mali, "measurement", "date", "2026-02-10", "height", "152.0", "weight", "45.0");
  g_autoptr (HearthRecord) wide =
    add (house, mali, "measurement", "date", "2026-02-20", "height", "147.0", "weight", "59.9");
  g_autoptr (HearthRecord) other = add (house, noor, "measurement", "date", "2026-03-01", "height", "120.0");
  g_autoptr (HearthRecord) earlier =
    add (house, mali, "measurement", "date", "2025-02-10", "height", "140.0");

  REFUSE (house, &hearth_measurement_type, mali, "height", "taller before", "date", "2026-03-01", "height",
          "146.9");
  REFUSE (house, &hearth_measurement_type, mali, "weight", "more than a third", "date", "2026-03-01",
          "weight", "29.9");
  REFUSE (house, &hearth_measurement_type, mali, "height", "between 30 and 230 cm", "date", "2026-03-01",
          "height", "17.0", "note", "…");
  REFUSE (house, &hearth_measurement_type, mali, "systolic", "swapped", "date", "2026-03-01", "systolic",
          "70", "diastolic", "110");
  /* With a word about it, it is right. */
  g_object_unref (add (house, mali, "measurement", "date", "2026-03-01", "height", "146.9", "weight", "29.9",
                       "note", "วัดซ้ำแล้ว"));
}

static void
test_appointment (void)
{
  g_autoptr (HearthTestHouse) house = hearth_test_house_new ();
  g_autoptr (HearthRecord) mali = hearth_test_house_add_resident (house, "Mali");

  REFUSE (house, &hearth_appointment_type, mali, "status", "still to come", "at",
          "2026-03-02T02:00:00Z+07:00", "kind", "doctor", "status", "attended");
  g_object_unref (add (house, mali, "appointment", "at", "2026-03-02T02:00:00Z+07:00", "kind", "doctor",
                       "status", "declined"));
}

static void
test_referral (void)
{
  g_autoptr (HearthTestHouse) house = people_house_new ();
  g_autoptr (HearthRecord) mali = hearth_test_house_add_resident (house, "Mali");
  g_autoptr (HearthRecord) noor = hearth_test_house_add_resident (house, "نور");
  g_autoptr (HearthRecord) withdrawn =
    add (house, mali, "consent", "purpose", "lawyer", "given_by", "self", "valid_from", "2026-01-01",
         "valid_until", "2026-12-31", "withdrawn_on", "2026-02-10");
  g_autoptr (HearthRecord) others = add (house, noor, "consent", "purpose", "lawyer", "given_by", "self",
                                         "valid_from", "2026-01-01", "valid_until", "2026-12-31");
  const char *id = hearth_record_get_id (withdrawn);

  REFUSE (house, &hearth_referral_type, mali, "consent", "did not hold", "service", "legal", "to_whom",
          "ทนาย", "status", "sent", "sent_on", "2026-02-11", "consent", id);
  REFUSE (house, &hearth_referral_type, mali, "consent", "did not hold", "service", "legal", "to_whom",
          "ทนาย", "status", "planned", "consent", id);
  REFUSE (house, &hearth_referral_type, mali, "consent", "in this resident’s file", "service", "legal",
          "to_whom", "ทนาย", "status", "planned", "consent", hearth_record_get_id (others));
  g_object_unref (add (house, mali, "referral", "service", "legal", "to_whom", "ทนาย", "status", "sent",
                       "sent_on", "2026-02-09", "consent", id));
}

/* --- counselling and plans --------------------------------------------------------------------------------- */

static void
test_group (void)
{
  g_autoptr (HearthTestHouse) house = people_house_new ();
  g_autoptr (HearthRecord) mali = hearth_test_house_add_resident (house, "Mali");
  g_autoptr (HearthRecord) session = NULL;
  g_autoptr (HearthRecord) line = NULL;
  const char *id;

  people_enter (house, "cora");
  session =
    hearth_test_house_add (house, "group_session", "date", "2026-02-20", "topic", "Ruhe · الهدوء", NULL);
  id = hearth_record_get_id (session);
  line = add (house, mali, "group_attendance", "session", id, "part", "attended");
  g_assert_cmpstr (hearth_record_get (line, "date"), ==, "2026-02-20");
  g_assert_cmpstr (hearth_record_get (line, "topic"), ==, "Ruhe · الهدوء");
  REFUSE (house, &hearth_group_attendance_type, mali, "session", "already", "session", id, "part",
          "declined");
}

static void
test_plans (void)
{
  g_autoptr (HearthTestHouse) house = hearth_test_house_new ();
  g_autoptr (HearthRecord) mali = hearth_test_house_add_resident (house, "Mali");
  g_autoptr (HearthRecord) noor = hearth_test_house_add_resident (house, "نور");
  g_autoptr (HearthRecord) plan =
    add (house, mali, "care_plan", "start", "2026-01-01", "review", "2026-04-01");
  g_autoptr (HearthRecord) education =
    add (house, mali, "education_plan", "start", "2026-01-01", "review", "2026-04-01");

  REFUSE (house, &hearth_care_plan_type, mali, "start", "already", "start", "2026-02-01", "review",
          "2026-04-01");
  REFUSE (house, &hearth_education_plan_type, mali, "start", "already", "start", "2025-12-01", "review",
          "2026-04-01");
  REFUSE (house, &hearth_goal_type, noor, "plan", "in this resident’s file", "domain", "safety", "text", "…",
          "start", "2026-02-01", "status", "active", "plan", hearth_record_get_id (plan));
  g_object_unref (add (house, noor, "care_plan", "start", "2026-02-01", "review", "2026-04-01"));
  change (house, plan, "ended_on", "2026-02-01");
  g_object_unref (add (house, mali, "care_plan", "start", "2026-02-01", "review", "2026-04-01"));
  /* Two of the past side by side. */
  REFUSE (house, &hearth_care_plan_type, mali, "start", "already", "start", "2025-12-01", "review",
          "2026-04-01", "ended_on", "2026-01-15");
}

static void
test_plan_review (void)
{
  g_autoptr (HearthTestHouse) house = hearth_test_house_new ();
  g_autoptr (HearthRecord) mali = hearth_test_house_add_resident (house, "Mali");
  g_autoptr (HearthRecord) plan =
    add (house, mali, "care_plan", "start", "2025-10-01", "review", "2026-01-01");
  const char *id = hearth_record_get_id (plan);
  g_autoptr (HearthRecord) newest = add (house, mali, "plan_review", "plan", id, "date", "2026-02-20", "part",
                                         "present", "next_review", "2026-05-20");
  g_autoptr (HearthRecord) older = NULL;
  g_autoptr (GError) error = NULL;

  assert_says (house, plan, "review", "2026-05-20");
  older = add (house, mali, "plan_review", "plan", id, "date", "2026-01-02", "part", "present", "next_review",
               "2026-02-02");
  assert_says (house, plan, "review", "2026-05-20");
  hearth_store_mark_in_error (house->store, newest, "ผิดคน", &error);
  g_assert_no_error (error);
  assert_says (house, plan, "review", "2026-02-02");
}

static guint
count_alerts (HearthTestHouse *house, HearthRecord *resident, bool open)
{
  g_autoptr (HearthQuery) query = hearth_query_new (&hearth_alert_type);
  g_autoptr (GError) error = NULL;
  static const char *const nothing[] = { "", NULL };

  hearth_query_set_resident (query, hearth_record_get_id (resident));
  if (open)
    hearth_query_set_filter (query, "end", nothing);
  return (guint) hearth_store_count (house->store, query, &error);
}

static HearthRecord *
load_alert (HearthTestHouse *house, HearthRecord *resident)
{
  g_autoptr (HearthQuery) query = hearth_query_new (&hearth_alert_type);
  g_autoptr (GListModel) alerts = NULL;
  static const char *const nothing[] = { "", NULL };

  hearth_query_set_resident (query, hearth_record_get_id (resident));
  hearth_query_set_filter (query, "end", nothing);
  alerts = hearth_store_list (house->store, query, NULL);
  return g_list_model_get_item (alerts, 0);
}

/* The alert says what the check says, until somebody writes into it; the next check takes its place. */
static void
test_safety_check (void)
{
  g_autoptr (HearthTestHouse) house = people_house_new ();
  g_autoptr (HearthRecord) mali = hearth_test_house_add_resident (house, "Mali");
  g_autoptr (HearthRecord) low = NULL;
  g_autoptr (HearthRecord) high = NULL;
  g_autoptr (HearthRecord) next = NULL;
  g_autoptr (HearthRecord) alert = NULL;
  g_autoptr (GError) error = NULL;

  people_enter (house, "cora");
  low = add (house, mali, "safety_check", "at", "2026-02-26T02:00:00Z+07:00", "risk", "low");
  g_assert_cmpuint (count_alerts (house, mali, false), ==, 0);
  high = add (house, mali, "safety_check", "at", "2026-02-27T02:00:00Z+07:00", "risk", "medium", "review",
              "2026-03-02", "alert_text", "อยู่ใกล้ ๆ");
  alert = load_alert (house, mali);
  g_assert_cmpstr (hearth_record_get (alert, "kind"), ==, "watch");
  g_assert_cmpstr (hearth_record_get (alert, "level"), ==, "medium");
  g_assert_cmpstr (hearth_record_get (alert, "text"), ==, "อยู่ใกล้ ๆ");
  g_assert_cmpstr (hearth_record_get (alert, "start"), ==, "2026-02-27");
  g_assert_cmpstr (hearth_record_get (alert, "review"), ==, "2026-03-02");

  change (house, high, "risk", "high");
  assert_says (house, alert, "level", "high");
  change (house, alert, "text", "Door open at night");
  change (house, high, "alert_text", "อื่น");
  assert_says (house, alert, "text", "Door open at night");
  change (house, high, "risk", "low");
  assert_says (house, alert, "end", "2026-03-01");
  change (house, high, "risk", "high");
  assert_says (house, alert, "end", "");
  g_assert_cmpuint (count_alerts (house, mali, false), ==, 1);

  next = add (house, mali, "safety_check", "at", "2026-02-28T02:00:00Z+07:00", "risk", "high", "review",
              "2026-03-01", "alert_text", "อยู่ด้วยกัน");
  assert_says (house, alert, "end", "2026-02-28");
  g_assert_cmpuint (count_alerts (house, mali, true), ==, 1);
  hearth_store_mark_in_error (house->store, next, "ผิดคน", &error);
  g_assert_no_error (error);
  g_assert_cmpuint (count_alerts (house, mali, true), ==, 0);
}

/* --- learning ---------------------------------------------------------------------------------------------- */

static void
test_attendance (void)
{
  g_autoptr (HearthTestHouse) house = hearth_test_house_new ();
  g_autoptr (HearthRecord) mali = hearth_test_house_add_resident (house, "Mali");
  g_autoptr (HearthRecord) place = add (house, mali, "enrolment", "school", "โรงเรียน", "programme", "formal",
                                        "start", "2026-02-02", "until", "2026-02-27");
  g_autoptr (HearthRecord) changed = NULL;
  const char *id = hearth_record_get_id (place);

  REFUSE (house, &hearth_attendance_type, mali, "date", "begins on a later day", "enrolment", id, "date",
          "2026-02-01", "was_there", "present");
  REFUSE (house, &hearth_attendance_type, mali, "date", "had ended", "enrolment", id, "date", "2026-02-28",
          "was_there", "present");
  g_object_unref (add (house, mali, "attendance", "enrolment", id, "date", "2026-02-02", "was_there",
                       "present"));
  REFUSE (house, &hearth_attendance_type, mali, "date", "already", "enrolment", id, "date", "2026-02-02",
          "was_there", "absent");
  changed = hearth_record_copy (place);
  hearth_record_set (changed, "start", "2026-02-03");
  assert_refused (house, changed, "start", "days before");
}

/* --- law --------------------------------------------------------------------------------------------------- */

typedef struct {
  HearthTestHouse *house;
  HearthRecord *resident, *legal_case, *hearing;
} Court;

static Court
court_new (void)
{
  Court court = { .house = people_house_new () };

  court.resident = hearth_test_house_add_resident (court.house, "Mali");
  court.legal_case = add (court.house, court.resident, "legal_case", "kind", "criminal", "stage", "trial",
                          "opened_on", "2026-01-10");
  court.hearing =
    add (court.house, court.resident, "hearing", "legal_case", hearth_record_get_id (court.legal_case), "at",
         "2026-04-01T02:30:00Z+07:00", "kind", "testimony", "attend", "in_person", "status", "planned");
  return court;
}

static void
court_clear (Court *court)
{
  g_object_unref (court->hearing);
  g_object_unref (court->legal_case);
  g_object_unref (court->resident);
  hearth_test_house_free (court->house);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Court, court_clear)

static HearthRecord *
add_step (Court *court, const char *days, const char *due)
{
  return add (court->house, court->resident, "preparation", "hearing", hearth_record_get_id (court->hearing),
              "stage", "logistics", "text", "จองรถ", "days", days, "due", due);
}

/* What is left moves along with the day, and back; what was done stays. */
static void
test_move (void)
{
  g_auto (Court) court = court_new ();
  g_autoptr (HearthRecord) before = add_step (&court, "7", "");
  g_autoptr (HearthRecord) after = add_step (&court, "-3", "");
  g_autoptr (HearthRecord) fixed = add_step (&court, "", "2026-03-10");
  g_autoptr (HearthRecord) done = add_step (&court, "20", "");

  g_assert_cmpstr (hearth_record_get (before, "due"), ==, "2026-03-25");
  g_assert_cmpstr (hearth_record_get (after, "due"), ==, "2026-04-04");
  assert_says (court.house, court.hearing, "report_due", "2026-03-11");
  change (court.house, done, "done_on", "2026-03-01");

  change (court.house, court.hearing, "at", "2026-04-15T02:30:00Z+07:00");
  assert_says (court.house, court.hearing, "report_due", "2026-03-25");
  assert_says (court.house, before, "due", "2026-04-08");
  assert_says (court.house, after, "due", "2026-04-18");
  assert_says (court.house, fixed, "due", "2026-03-10");
  assert_says (court.house, done, "due", "2026-03-12");

  change (court.house, court.hearing, "at", "2026-04-01T02:30:00Z+07:00");
  assert_says (court.house, court.hearing, "report_due", "2026-03-11");
  assert_says (court.house, before, "due", "2026-03-25");
}

/* A day that somebody chose stays as many days before the hearing. */
static void
test_step_days (void)
{
  g_auto (Court) court = court_new ();
  g_autoptr (HearthRecord) step = add_step (&court, "7", "");
  g_autoptr (HearthRecord) late = add_step (&court, "30", "2026-03-12");

  assert_says (court.house, late, "days", "20");
  change (court.house, step, "due", "2026-03-22");
  assert_says (court.house, step, "days", "10");
  change (court.house, step, "days", "14");
  assert_says (court.house, step, "due", "2026-03-18");
  change (court.house, court.hearing, "report_due", "2026-03-20");
  change (court.house, court.hearing, "at", "2026-04-02T02:30:00Z+07:00");
  assert_says (court.house, court.hearing, "report_due", "2026-03-20");
  assert_says (court.house, step, "due", "2026-03-19");
  assert_says (court.house, late, "due", "2026-03-13");
}

static void
test_cancel (void)
{
  g_auto (Court) court = court_new ();
  g_autoptr (HearthRecord) before = add_step (&court, "7", "");
  g_autoptr (HearthRecord) after = add_step (&court, "-3", "");
  g_autoptr (HearthRecord) done = add_step (&court, "20", "");
  g_autoptr (HearthRecord) never = add_step (&court, "10", "");
  g_autoptr (HearthRecord) hearing = NULL;
  g_autoptr (GError) error = NULL;

  change (court.house, done, "done_on", "2026-03-01");
  change (court.house, never, "not_needed", "yes");
  hearth_clock_set_fixed (court.house->clock, "2026-03-01T14:31:00+07:00");
  change (court.house, court.hearing, "status", "cancelled");
  assert_says (court.house, before, "not_needed", "yes");
  assert_says (court.house, after, "not_needed", "");
  assert_says (court.house, done, "not_needed", "");
  /* And on again, also on another day. */
  change (court.house, court.hearing, "at", "2026-04-02T02:30:00Z+07:00");
  change (court.house, court.hearing, "status", "planned");
  assert_says (court.house, before, "not_needed", "no");
  assert_says (court.house, before, "due", "2026-03-26");
  assert_says (court.house, never, "not_needed", "yes");

  hearing = reload (court.house, court.hearing);
  hearth_store_mark_in_error (court.house->store, hearing, "ผิดคน", &error);
  g_assert_no_error (error);
  assert_says (court.house, before, "state", HEARTH_STATE_IN_ERROR);
  assert_says (court.house, done, "state", HEARTH_STATE_OPEN);
}

static void
assert_change_refused (HearthTestHouse *house,
                       HearthRecord *record,
                       const char *field,
                       const char *value,
                       const char *words)
{
  g_autoptr (HearthRecord) now = reload (house, record);
  g_autoptr (HearthRecord) changed = hearth_record_copy (now);

  hearth_record_set (changed, field, value);
  assert_refused (house, changed, field, words);
}

/* Who goes along writes how it was, and does not move the day. */
static void
test_who_moves (void)
{
  g_auto (Court) court = court_new ();
  g_autoptr (HearthRecord) step = add_step (&court, "7", "");
  g_autofree char *id = g_strdup (hearth_record_get_id (step));

  assert_change_refused (court.house, court.hearing, "at", "2026-02-20T02:30:00Z+07:00", "This day is over");
  assert_change_refused (court.house, court.hearing, "status", "held", "still to come");
  assert_change_refused (court.house, court.legal_case, "stage", "closed", "still planned");
  people_enter (court.house, "dani");
  assert_change_refused (court.house, court.hearing, "at", "2026-04-02T02:30:00Z+07:00", "A key worker");
  assert_change_refused (court.house, court.hearing, "status", "cancelled", "A key worker");
  assert_change_refused (court.house, court.hearing, "attend", "not_needed", "A key worker");
  {
    g_autoptr (HearthRecord) now = reload (court.house, court.hearing);
    g_autoptr (GError) error = NULL;

    hearth_store_mark_in_error (court.house->store, now, "ผิดคน", &error);
    g_assert_error (error, HEARTH_STORE_ERROR, HEARTH_STORE_ERROR_INVALID);
  }
  hearth_clock_set_fixed (court.house->clock, "2026-04-01T17:00:00+07:00");
  change (court.house, court.hearing, "how_it_was", "เหนื่อย แต่ภูมิใจ");
  change (court.house, court.hearing, "status", "held");
  change (court.house, court.hearing, "attend", "video");
  people_enter (court.house, HEARTH_TEST_USER);
  assert_says (court.house, court.hearing, "report_due", "2026-03-11");
  {
    g_autoptr (HearthRecord) now = hearth_store_load (court.house->store, id, NULL);

    g_assert_cmpstr (hearth_record_get (now, "not_needed"), ==, "");
    g_assert_true (hearth_record_is_open (now));
  }
}

/* A report calls them the counsellor's. */
static void
test_contribution (void)
{
  g_auto (Court) court = court_new ();
  g_autoptr (HearthRecord) words = NULL;

  people_enter (court.house, "cora");
  words = add (court.house, court.resident, "contribution", "date", "2026-02-20", "part", "wellbeing", "uses",
               "court", "text", "ต้องพักเป็นระยะ");
  change (court.house, words, "basis", "หกครั้ง");
  people_enter (court.house, "kim");
  assert_change_refused (court.house, words, "text", "ไม่ต้องพัก", "words of a colleague");
}

static void
test_same_case (void)
{
  g_auto (Court) court = court_new ();
  g_autoptr (HearthRecord) noor = hearth_test_house_add_resident (court.house, "نور");
  g_autoptr (HearthRecord) other = add (court.house, court.resident, "legal_case", "kind", "custody", "stage",
                                        "trial", "opened_on", "2026-01-10");
  const char *case_id = hearth_record_get_id (court.legal_case);
  const char *hearing_id = hearth_record_get_id (court.hearing);

  REFUSE (court.house, &hearth_hearing_type, noor, "legal_case", "in this resident’s file", "legal_case",
          case_id, "at", "2026-04-01T02:30:00Z+07:00", "kind", "trial", "attend", "video", "status",
          "planned");
  REFUSE (court.house, &hearth_court_order_type, court.resident, "hearing", "another case", "legal_case",
          hearth_record_get_id (other), "hearing", hearing_id, "ordered_on", "2026-02-01", "words", "…",
          "status", "not_yet");
  REFUSE (court.house, &hearth_court_order_type, court.resident, "status", "holds no longer", "legal_case",
          case_id, "ordered_on", "2026-01-01", "words", "…", "status", "not_yet", "expires", "2026-02-01");
  REFUSE (court.house, &hearth_consent_type, court.resident, "withdrawn_on", "earlier than", "purpose",
          "lawyer", "given_by", "self", "valid_from", "2026-02-01", "valid_until", "2026-12-31",
          "withdrawn_on", "2026-01-15");
  people_enter (court.house, "cora");
  REFUSE (court.house, &hearth_counselling_session_type, court.resident, "end", "earlier than", "date",
          "2026-02-01", "start", "10:00", "end", "09:00", "kind", "individual", "took_place", "attended");
}

int
main (int argc, char *argv[])
{
  hearth_test_init (&argc, &argv);
  g_test_add_func ("/rules/profession-saves/measurements", test_measurements);
  g_test_add_func ("/rules/profession-saves/appointment", test_appointment);
  g_test_add_func ("/rules/profession-saves/referral", test_referral);
  g_test_add_func ("/rules/profession-saves/group", test_group);
  g_test_add_func ("/rules/profession-saves/plans", test_plans);
  g_test_add_func ("/rules/profession-saves/plan-review", test_plan_review);
  g_test_add_func ("/rules/profession-saves/safety-check", test_safety_check);
  g_test_add_func ("/rules/profession-saves/attendance", test_attendance);
  g_test_add_func ("/rules/profession-saves/move", test_move);
  g_test_add_func ("/rules/profession-saves/step-days", test_step_days);
  g_test_add_func ("/rules/profession-saves/cancel", test_cancel);
  g_test_add_func ("/rules/profession-saves/who-moves", test_who_moves);
  g_test_add_func ("/rules/profession-saves/contribution", test_contribution);
  g_test_add_func ("/rules/profession-saves/same-case", test_same_case);
  return g_test_run ();
}

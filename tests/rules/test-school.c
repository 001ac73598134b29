/* SPDX-License-Identifier: GPL-3.0-or-later
 * School and training: places, who is expected, the week of the house, and how often somebody was there.
 */
#include "fixtures/fixtures.h"
#include "fixtures/house.h"
#include "people-fixture.h"
#include "records/types.h"
#include "rules/school.h"

/* The clock of every test stands at a Sunday, 2026-03-01. */
#define MONDAY "2026-02-23"
#define WEDNESDAY "2026-02-25"
#define SATURDAY "2026-02-28"
#define SUNDAY HEARTH_TEST_TODAY

static HearthRecord *
add_place (HearthTestHouse *house,
           HearthRecord *resident,
           const char *start,
           const char *until,
           const char *days)
{
  return hearth_test_house_add (house, "enrolment", "resident", hearth_record_get_id (resident), "school",
                                "Town school", "programme", "formal", "start", start, "until", until, "days",
                                days, NULL);
}

static HearthRecord *
set (HearthTestHouse *house, HearthRecord *place, const char *date, const char *code, const char *reason)
{
  g_autoptr (GError) error = NULL;
  HearthRecord *record = hearth_attendance_set (house->store, place, date, code, reason, NULL, NULL, &error);

  g_assert_no_error (error);
  g_assert_nonnull (record);
  return record;
}

static void
test_expects (void)
{
  g_autoptr (HearthTestHouse) house = people_house_new ();
  g_autoptr (HearthRecord) mali = hearth_test_house_add_resident (house, "Mali");
  g_autoptr (HearthRecord) usual = add_place (house, mali, "2026-02-24", "2026-02-27", "");
  g_autoptr (HearthRecord) weekend = add_place (house, mali, "2026-01-01", "", "wed sat");
  g_autoptr (GPtrArray) last_day = NULL, after = NULL, before = NULL;

  g_assert_false (hearth_enrolment_holds (usual, MONDAY));
  g_assert_true (hearth_enrolment_holds (usual, "2026-02-24"));
  g_assert_true (hearth_enrolment_holds (usual, "2026-02-27"));
  g_assert_false (hearth_enrolment_holds (usual, SATURDAY));
  g_assert_true (hearth_enrolment_expects (usual, WEDNESDAY));
  g_assert_false (hearth_enrolment_expects (usual, MONDAY));
  g_assert_true (hearth_enrolment_expects (weekend, WEDNESDAY));
  g_assert_true (hearth_enrolment_expects (weekend, SATURDAY));
  g_assert_false (hearth_enrolment_expects (weekend, SUNDAY));
  g_assert_false (hearth_enrolment_expects (weekend, "2026-02-26"));
  g_assert_false (hearth_enrolment_expects (weekend, "no day"));
  last_day = hearth_enrolments_list (house->store, hearth_record_get_id (mali), "2026-02-27", SUNDAY, NULL);
  after = hearth_enrolments_list (house->store, hearth_record_get_id (mali), SATURDAY, SUNDAY, NULL);
  before = hearth_enrolments_list (house->store, NULL, "2025-12-01", "2026-01-01", NULL);
  g_assert_cmpuint (last_day->len, ==, 2);
  g_assert_cmpuint (after->len, ==, 1);
  g_assert_cmpuint (before->len, ==, 1);
}

static void
test_set (void)
{
  g_autoptr (HearthTestHouse) house = people_house_new ();
  g_autoptr (HearthRecord) mali = hearth_test_house_add_resident (house, "Mali");
  g_autoptr (HearthRecord) place = add_place (house, mali, "2026-01-01", "", "");
  g_autoptr (HearthRecord) first = NULL, second = NULL, before = NULL, none = NULL, shown = NULL;
  g_autoptr (GPtrArray) problems = NULL;
  g_autoptr (GError) error = NULL;

  people_enter (house, "dani");
  first = hearth_attendance_set (house->store, place, WEDNESDAY, "absent", "ill", &before, &problems, &error);
  g_assert_no_error (error);
  g_assert_null (before);
  g_assert_cmpstr (hearth_record_get (first, "reason"), ==, "ill");
  g_assert_cmpstr (hearth_record_get (first, "enrolment"), ==, hearth_record_get_id (place));
  hearth_record_set (first, "note", "Fever");
  people_save (house, first);

  /* The same day again changes the same record, and keeps what else is written there. */
  second = hearth_attendance_set (house->store, place, WEDNESDAY, "present", "ill", &before, NULL, &error);
  g_assert_no_error (error);
  g_assert_cmpstr (hearth_record_get_id (second), ==, hearth_record_get_id (first));
  g_assert_cmpstr (hearth_record_get (second, "was_there"), ==, "present");
  g_assert_cmpstr (hearth_record_get (second, "reason"), ==, "");
  g_assert_cmpstr (hearth_record_get (second, "note"), ==, "Fever");
  g_assert_cmpstr (hearth_record_get (before, "was_there"), ==, "absent");
  g_assert_cmpint (people_count (house, "attendance", hearth_record_get_id (mali)), ==, 1);

  shown = hearth_attendance_find (house->store, hearth_record_get_id (place), WEDNESDAY, NULL);
  g_assert_cmpstr (hearth_record_get_id (shown), ==, hearth_record_get_id (first));
  hearth_attendance_take_back (house->store, shown, &error);
  g_assert_no_error (error);
  none = hearth_attendance_find (house->store, hearth_record_get_id (place), WEDNESDAY, NULL);
  g_assert_null (none);
}

/* Before the place began, and on a day that is still to come: said, not saved. */
static void
test_refused (void)
{
  g_autoptr (HearthTestHouse) house = people_house_new ();
  g_autoptr (HearthRecord) mali = hearth_test_house_add_resident (house, "Mali");
  g_autoptr (HearthRecord) place = add_place (house, mali, WEDNESDAY, "", "");
  g_autoptr (GPtrArray) early = NULL, late = NULL;
  g_autoptr (HearthRecord) before = NULL;
  g_autoptr (GError) error = NULL;

  g_assert_null (hearth_attendance_set (house->store, place, "2026-03-02", "present", NULL, &before, &late,
                                        &error));
  g_assert_error (error, HEARTH_STORE_ERROR, HEARTH_STORE_ERROR_INVALID);
  g_assert_null (before);
  g_assert_cmpuint (late->len, ==, 1);
  g_clear_error (&error);
  g_assert_null (hearth_attendance_set (house->store, place, MONDAY, "present", NULL, NULL, &early, &error));
  g_assert_error (error, HEARTH_STORE_ERROR, HEARTH_STORE_ERROR_INVALID);
}

static void
add_stay (HearthTestHouse *house, HearthRecord *resident, const char *end)
{
  g_object_unref (hearth_test_house_add (house, "stay", "resident", hearth_record_get_id (resident),
                                         "placement", "this_house", "start", "2026-01-01", "end", end, NULL));
}

/* Weeks begin on another day in another locale. */
static const HearthSchoolDay *
look_up_day (const HearthSchoolWeek *week, guint nth, const char *date)
{
  const HearthSchoolRow *row = week->rows->pdata[nth];

  for (gsize i = 0; i < G_N_ELEMENTS (row->days); i++)
    if (g_str_equal (row->days[i].date, date))
      return &row->days[i];
  g_assert_not_reached ();
}

static void
test_week (void)
{
  g_autoptr (HearthTestHouse) house = people_house_new ();
  g_autoptr (HearthRecord) mali = hearth_test_house_add_resident (house, "Mali");
  g_autoptr (HearthRecord) dara = hearth_test_house_add_resident (house, "Dara");
  g_autoptr (HearthRecord) gone = hearth_test_house_add_resident (house, "Gone");
  g_autoptr (HearthRecord) school = add_place (house, mali, "2026-01-01", "", "");
  g_autoptr (HearthRecord) course = add_place (house, mali, WEDNESDAY, "", "sat");
  g_autoptr (HearthRecord) over = add_place (house, dara, "2025-01-01", "2026-02-20", "");
  g_autoptr (HearthRecord) ends = add_place (house, dara, "2025-01-02", MONDAY, "");
  g_autoptr (HearthRecord) of_gone = add_place (house, gone, "2026-01-01", "", "");
  g_autoptr (HearthRecord) written = set (house, school, WEDNESDAY, "late", "transport");
  g_autoptr (HearthSchoolWeek) week = NULL;
  g_autoptr (GError) error = NULL;

  add_stay (house, mali, "");
  add_stay (house, dara, "");
  add_stay (house, gone, "2026-02-01");
  week = hearth_school_week_new (house->store, WEDNESDAY, &error);
  g_assert_no_error (error);
  g_assert_cmpstr (week->first, ==, ((HearthSchoolRow *) week->rows->pdata[0])->days[0].date);
  g_assert_cmpstr (week->first, <=, MONDAY);
  g_assert_cmpuint (week->rows->len, ==, 3);
  g_assert_true (((HearthSchoolRow *) week->rows->pdata[0])->enrolment == ends);
  g_assert_true (look_up_day (week, 0, MONDAY)->expected);
  g_assert_false (look_up_day (week, 0, "2026-02-24")->expected);
  g_assert_true (((HearthSchoolRow *) week->rows->pdata[1])->resident == mali);
  g_assert_true (((HearthSchoolRow *) week->rows->pdata[1])->enrolment == school);
  g_assert_true (look_up_day (week, 1, WEDNESDAY)->record == written);
  g_assert_null (look_up_day (week, 1, MONDAY)->record);
  g_assert_false (look_up_day (week, 1, SATURDAY)->expected);
  g_assert_true (look_up_day (week, 2, SATURDAY)->expected);
  /* Four days of school, one of the course, one of the place that ended. */
  g_assert_cmpuint (hearth_school_week_count_open (week, SATURDAY), ==, 6);
  g_assert_cmpuint (hearth_school_week_count_open (week, MONDAY), ==, 2);
}

static void
test_share (void)
{
  g_autoptr (HearthTestHouse) house = people_house_new ();
  g_autoptr (HearthRecord) mali = hearth_test_house_add_resident (house, "Mali");
  g_autoptr (HearthRecord) dara = hearth_test_house_add_resident (house, "Dara");
  g_autoptr (HearthRecord) place = add_place (house, mali, "2026-01-01", "", "");
  g_autoptr (HearthRecord) other = add_place (house, dara, "2026-01-01", "", "");
  const char *codes[] = { "present", "late", "part", "excused", "absent", "closed", "present" };
  HearthAttendanceCount count;

  for (int i = 0; i < 7; i++)
    {
      g_autofree char *date = g_strdup_printf ("2026-02-%02d", 2 + i);

      g_object_unref (set (house, place, date, codes[i], NULL));
    }
  g_object_unref (set (house, other, "2026-02-02", "absent", NULL));
  g_assert_true (hearth_attendance_count (house->store, hearth_record_get_id (mali), "2026-02-01",
                                          "2026-02-28", &count, NULL));
  g_assert_cmpuint (hearth_attendance_count_get_there (&count), ==, 4);
  g_assert_cmpuint (hearth_attendance_count_get_days (&count), ==, 6);
  g_assert_cmpint (hearth_attendance_count_get_share (&count), ==, 67);
  g_assert_true (hearth_attendance_count (house->store, NULL, "2026-02-02", "2026-02-02", &count, NULL));
  g_assert_cmpint (hearth_attendance_count_get_share (&count), ==, 50);
  g_assert_true (hearth_attendance_count (house->store, NULL, "2025-02-02", "2025-02-02", &count, NULL));
  g_assert_cmpint (hearth_attendance_count_get_share (&count), ==, -1);
}

int
main (int argc, char **argv)
{
  hearth_test_init (&argc, &argv);
  g_test_add_func ("/rules/school/expects", test_expects);
  g_test_add_func ("/rules/school/set", test_set);
  g_test_add_func ("/rules/school/refused", test_refused);
  g_test_add_func ("/rules/school/week", test_week);
  g_test_add_func ("/rules/school/share", test_share);
  return g_test_run ();
}

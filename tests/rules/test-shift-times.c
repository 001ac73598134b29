/* SPDX-License-Identifier: GPL-3.0-or-later
 * When shifts are: hours of a house, midnight, and nights in which the clocks change.
 */
#include "fixtures/fixtures.h"
#include "records/types.h"
#include "rules/shift-times.h"

static const HearthShiftHours usual = { { 7 * 60, 14 * 60, 21 * 60 } };

static void
assert_shift (const HearthShift *shift,
              const char *date,
              const char *code,
              const char *begin,
              const char *end)
{
  g_assert_nonnull (shift);
  g_assert_cmpstr (shift->date, ==, date);
  g_assert_cmpstr (shift->code, ==, code);
  g_assert_cmpstr (shift->begin, ==, begin);
  g_assert_cmpstr (shift->end, ==, end);
}

static void
assert_made (const char *zone_name, const char *date, const char *code, const char *begin, const char *end)
{
  g_autoptr (GTimeZone) zone = g_time_zone_new_identifier (zone_name);
  g_autoptr (HearthShift) shift = NULL;

  g_assert_nonnull (zone);
  shift = hearth_shift_make (&usual, date, code, zone);
  assert_shift (shift, date, code, begin, end);
}

static void
test_a_day (void)
{
  assert_made ("Asia/Bangkok", "2026-03-01", "morning", "2026-03-01T00:00:00Z+07:00",
               "2026-03-01T07:00:00Z+07:00");
  assert_made ("Asia/Bangkok", "2026-03-01", "afternoon", "2026-03-01T07:00:00Z+07:00",
               "2026-03-01T14:00:00Z+07:00");
  assert_made ("Asia/Bangkok", "2026-03-01", "night", "2026-03-01T14:00:00Z+07:00",
               "2026-03-02T00:00:00Z+07:00");
  assert_made ("Asia/Bangkok", "2026-12-31", "night", "2026-12-31T14:00:00Z+07:00",
               "2027-01-01T00:00:00Z+07:00");
}

/* In Berlin, the night to 29 March 2026 has nine hours, the one to 25 October eleven. */
static void
test_clock_changes (void)
{
  assert_made ("Europe/Berlin", "2026-03-28", "night", "2026-03-28T20:00:00Z+01:00",
               "2026-03-29T05:00:00Z+02:00");
  assert_made ("Europe/Berlin", "2026-03-29", "morning", "2026-03-29T05:00:00Z+02:00",
               "2026-03-29T12:00:00Z+02:00");
  assert_made ("Europe/Berlin", "2026-10-24", "night", "2026-10-24T19:00:00Z+02:00",
               "2026-10-25T06:00:00Z+01:00");
  assert_made ("Europe/Berlin", "2026-10-25", "morning", "2026-10-25T06:00:00Z+01:00",
               "2026-10-25T13:00:00Z+01:00");
}

static void
assert_at (const char *zone_name, const char *local, const char *date, const char *code)
{
  g_autoptr (GTimeZone) zone = g_time_zone_new_identifier (zone_name);
  g_autoptr (GDateTime) time = g_date_time_new_from_iso8601 (local, zone);
  g_autoptr (GDateTime) there = g_date_time_to_timezone (time, zone);
  g_autoptr (HearthShift) shift = hearth_shift_make_at (&usual, there);

  g_assert_nonnull (shift);
  g_assert_cmpstr (shift->date, ==, date);
  g_assert_cmpstr (shift->code, ==, code);
}

static void
test_at (void)
{
  assert_at ("Asia/Bangkok", "2026-03-01T06:59:59", "2026-02-28", "night");
  assert_at ("Asia/Bangkok", "2026-03-01T07:00:00", "2026-03-01", "morning");
  assert_at ("Asia/Bangkok", "2026-03-01T13:59:59", "2026-03-01", "morning");
  assert_at ("Asia/Bangkok", "2026-03-01T23:59:59", "2026-03-01", "night");
  assert_at ("Asia/Bangkok", "2026-03-02T00:00:00", "2026-03-01", "night");
  /* Both hours that are called half past two belong to the one night. */
  assert_at ("Europe/Berlin", "2026-10-25T00:30:00Z", "2026-10-24", "night");
  assert_at ("Europe/Berlin", "2026-10-25T01:30:00Z", "2026-10-24", "night");
  assert_at ("Europe/Berlin", "2026-03-29T01:30:00Z", "2026-03-28", "night");
}

/* Every moment is in exactly one shift, and each shift ends where the next begins. */
static void
assert_no_gaps (const char *zone_name, const char *first, const HearthShiftHours *hours)
{
  g_autoptr (GTimeZone) zone = g_time_zone_new_identifier (zone_name);
  g_autoptr (HearthShift) shift = hearth_shift_make (hours, first, "morning", zone);

  for (int i = 0; i < 12; i++)
    {
      HearthShift *next = hearth_shift_make_beside (hours, shift->date, shift->code, 1, zone);
      g_autoptr (HearthShift) back = hearth_shift_make_beside (hours, next->date, next->code, -1, zone);

      g_assert_cmpstr (shift->end, ==, next->begin);
      assert_shift (back, shift->date, shift->code, shift->begin, shift->end);
      hearth_shift_free (shift);
      shift = next;
    }
}

static void
test_no_gaps (void)
{
  static const HearthShiftHours after_midnight = { { 8 * 60, 16 * 60, 30 } };
  static const HearthShiftHours before_change = { { 3 * 60, 11 * 60, 150 } };

  assert_no_gaps ("Europe/Berlin", "2026-03-27", &usual);
  assert_no_gaps ("Europe/Berlin", "2026-10-23", &usual);
  assert_no_gaps ("Europe/Berlin", "2026-10-23", &after_midnight);
  assert_no_gaps ("Europe/Berlin", "2026-03-27", &before_change);
  assert_no_gaps ("Asia/Kathmandu", "2026-12-30", &usual);
}

/* A night that begins after midnight belongs to the day that is over. */
static void
test_night_after_midnight (void)
{
  static const HearthShiftHours hours = { { 8 * 60, 16 * 60, 30 } };
  g_autoptr (GTimeZone) zone = g_time_zone_new_identifier ("Asia/Bangkok");
  g_autoptr (GDateTime) time = g_date_time_new (zone, 2026, 3, 2, 1, 0, 0);
  g_autoptr (GDateTime) before = g_date_time_new (zone, 2026, 3, 2, 0, 15, 0);
  g_autoptr (HearthShift) night = hearth_shift_make_at (&hours, time);
  g_autoptr (HearthShift) afternoon = hearth_shift_make_at (&hours, before);

  assert_shift (night, "2026-03-01", "night", "2026-03-01T17:30:00Z+07:00", "2026-03-02T01:00:00Z+07:00");
  assert_shift (afternoon, "2026-03-01", "afternoon", "2026-03-01T09:00:00Z+07:00",
                "2026-03-01T17:30:00Z+07:00");
}

static void
test_hours_of_a_house (void)
{
  g_autoptr (HearthRecord) house = hearth_record_new (&hearth_house_type);
  HearthShiftHours hours = hearth_shift_hours_read (house);

  g_assert_cmpint (hours.from[0], ==, 7 * 60);
  g_assert_cmpint (hours.from[1], ==, 14 * 60);
  g_assert_cmpint (hours.from[2], ==, 21 * 60);
  hearth_record_set (house, "morning_from", "06:30");
  hearth_record_set (house, "night_from", "22:15");
  hours = hearth_shift_hours_read (house);
  g_assert_cmpint (hours.from[0], ==, 6 * 60 + 30);
  g_assert_cmpint (hours.from[1], ==, 14 * 60);
  g_assert_cmpint (hours.from[2], ==, 22 * 60 + 15);
  /* Nonsense is not followed. */
  hearth_record_set (house, "night_from", "13:00");
  hours = hearth_shift_hours_read (house);
  g_assert_cmpint (hours.from[2], ==, 21 * 60);
  hearth_record_set (house, "night_from", "14:00");
  hours = hearth_shift_hours_read (house);
  g_assert_cmpint (hours.from[0], ==, 7 * 60);
}

static void
test_no_such_shift (void)
{
  g_autoptr (GTimeZone) zone = g_time_zone_new_utc ();

  g_assert_null (hearth_shift_make (&usual, "2026-02-30", "morning", zone));
  g_assert_null (hearth_shift_make (&usual, "2026-02", "morning", zone));
  g_assert_null (hearth_shift_make (&usual, "", "morning", zone));
  g_assert_null (hearth_shift_make (&usual, "2026-02-01", "noon", zone));
}

int
main (int argc, char *argv[])
{
  hearth_test_init (&argc, &argv);
  g_test_add_func ("/rules/shift-times/a-day", test_a_day);
  g_test_add_func ("/rules/shift-times/clock-changes", test_clock_changes);
  g_test_add_func ("/rules/shift-times/at", test_at);
  g_test_add_func ("/rules/shift-times/no-gaps", test_no_gaps);
  g_test_add_func ("/rules/shift-times/night-after-midnight", test_night_after_midnight);
  g_test_add_func ("/rules/shift-times/hours-of-a-house", test_hours_of_a_house);
  g_test_add_func ("/rules/shift-times/no-such-shift", test_no_such_shift);
  return g_test_run ();
}

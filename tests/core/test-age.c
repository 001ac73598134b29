/* SPDX-License-Identifier: GPL-3.0-or-later
 * Dates without a day, spans, and ages from them.
 */
#include "core/age.h"

#include "fixtures/fixtures.h"

static void
test_age (void)
{
  static const struct {
    const char *birth, *on, *words;
    int least, most;
  } cases[] = {
    { "2012-03-01", "2026-03-01", "14 years", 14, 14 }, { "2012-03-02", "2026-03-01", "13 years", 13, 13 },
    { "2012-02-29", "2026-02-28", "13 years", 13, 13 }, { "2012-02-29", "2026-03-01", "14 years", 14, 14 },
    { "2012", "2026-03-01", "13–14 years", 13, 14 },    { "2012~", "2026-12-31", "about 14 years", 14, 14 },
    { "2012-05", "2026-05-15", "13–14 years", 13, 14 }, { "2025-07-01", "2026-03-01", "8 months", 0, 0 },
    { "2026-02-15", "2026-03-01", "0 months", 0, 0 },   { "2026-04-01", "2026-03-01", "", -1, -1 },
    { "2026", "2026-03-01", "0 years", 0, 0 },          { "", "2026-03-01", "", -1, -1 },
    { "nonsense", "2026-03-01", "", -1, -1 },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      HearthAge age = hearth_age_at (cases[i].birth, cases[i].on);
      g_autofree char *words = hearth_age_format (&age);

      g_test_message ("%s on %s", cases[i].birth, cases[i].on);
      g_assert_cmpint (age.least_years, ==, cases[i].least);
      g_assert_cmpint (age.most_years, ==, cases[i].most);
      g_assert_cmpstr (words, ==, cases[i].words);
    }
}

static void
test_span (void)
{
  static const struct {
    const char *date;
    int days;
  } cases[] = {
    { "2024", 366 }, { "2023", 365 }, { "2024-02", 29 }, { "2023-02~", 28 }, { "2023-02-01", 1 }
  };
  int first, last;

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_assert_true (hearth_partial_date_get_span (cases[i].date, &first, &last));
      g_assert_cmpint (last - first + 1, ==, cases[i].days);
    }
  g_assert_false (hearth_partial_date_get_span ("2023-02-30", &first, &last));
  g_assert_false (hearth_partial_date_get_span ("0000", &first, &last));
  g_assert_false (hearth_partial_date_get_span ("2023-2-3", &first, &last));
}

static void
test_days (void)
{
  g_autofree char *next = hearth_date_add_days ("2024-02-28", 1);
  g_autofree char *before = hearth_date_add_days ("2026-01-01", -1);
  g_autofree char *shorter = hearth_date_add_months ("2024-01-31", 1);
  g_autofree char *back = hearth_date_add_months ("2026-01-30", -2);
  g_autofree char *none = hearth_date_add_months ("2026-01", 1);

  g_assert_cmpstr (next, ==, "2024-02-29");
  g_assert_cmpstr (before, ==, "2025-12-31");
  g_assert_cmpstr (shorter, ==, "2024-02-29");
  g_assert_cmpstr (back, ==, "2025-11-30");
  g_assert_cmpstr (none, ==, "");
  g_assert_cmpint (hearth_date_days_between ("2025-12-31", "2026-03-01"), ==, 60);
  g_assert_cmpint (hearth_time_minutes_between ("21:30", "06:00"), ==, 510);
  g_assert_cmpint (hearth_time_minutes_between ("", "06:00"), ==, -1);
}

static void
test_instant (void)
{
  g_autoptr (HearthClock) clock = hearth_test_clock_new ();
  g_autofree char *stamp = hearth_clock_stamp (clock), *today = hearth_clock_today (clock);
  g_autofree char *rfc = hearth_instant_to_rfc3339 (stamp), *day = hearth_instant_dup_date (stamp);
  g_autofree char *late = NULL, *late_day = NULL;

  g_assert_cmpstr (stamp, ==, "2026-03-01T07:30:00Z+07:00");
  g_assert_cmpstr (today, ==, HEARTH_TEST_TODAY);
  g_assert_cmpstr (rfc, ==, HEARTH_TEST_NOW);
  g_assert_cmpstr (day, ==, HEARTH_TEST_TODAY);

  /* Ten to midnight there is another day than in UTC. */
  hearth_clock_set_fixed (clock, "2026-03-01T23:50:00-05:00");
  late = hearth_clock_stamp (clock);
  late_day = hearth_instant_dup_date (late);
  g_assert_cmpstr (late, ==, "2026-03-02T04:50:00Z-05:00");
  g_assert_cmpstr (late_day, ==, "2026-03-01");
  g_assert_cmpstr (late, >, stamp);
}

int
main (int argc, char *argv[])
{
  hearth_test_init (&argc, &argv);
  g_test_add_func ("/core/age/age", test_age);
  g_test_add_func ("/core/date/span", test_span);
  g_test_add_func ("/core/date/days", test_days);
  g_test_add_func ("/core/date/instant", test_instant);
  return g_test_run ();
}

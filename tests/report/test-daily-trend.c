/* SPDX-License-Identifier: GPL-3.0-or-later
 * The chart of a resident's days: which panels there are, one value a day, and what stands in it as a mark.
 */
#include "report/daily-trend.h"

#include "records/types.h"

#include "fixtures/fixtures.h"

#include <stdarg.h>

#define FIRST "2026-02-01"
#define LAST "2026-03-02"

static const char *
get_field (HearthRecord *record, const char *name, gpointer user_data)
{
  return hearth_record_get (record, name);
}

static void
add (GPtrArray *records, const HearthRecordType *type, const char *name, ...)
{
  HearthRecord *record = hearth_record_new (type);
  va_list arguments;

  va_start (arguments, name);
  for (; name; name = va_arg (arguments, const char *))
    hearth_record_set (record, name, va_arg (arguments, const char *));
  va_end (arguments);
  g_ptr_array_add (records, record);
}

static const HearthChartSeries *
find_series (const HearthChart *chart, const char *label)
{
  for (unsigned int i = 0; i < chart->series->len; i++)
    {
      const HearthChartSeries *series = chart->series->pdata[i];

      if (g_str_equal (series->label, label))
        return series;
    }
  return NULL;
}

static double
get_value (const HearthChartSeries *series, unsigned int nth)
{
  return g_array_index (series->points, HearthChartPoint, nth).value;
}

static void
test_panels (void)
{
  g_autoptr (GPtrArray) entries = g_ptr_array_new_with_free_func (g_object_unref);
  g_autoptr (HearthChart) empty = hearth_daily_trend_new_chart (entries, FIRST, LAST, get_field, NULL);
  g_autoptr (HearthChart) chart = NULL;

  g_assert_true (hearth_chart_is_empty (empty));
  g_assert_nonnull (find_series (empty, "Sleep"));
  g_assert_nonnull (find_series (empty, "Mood"));
  g_assert_null (find_series (empty, "Appetite"));

  add (entries, &hearth_daily_log_type, "date", "2026-02-03", "breakfast", "all", "lunch", "none", "dinner",
       "all", "participation", "alone", NULL);
  add (entries, &hearth_daily_log_type, "date", "2026-02-03", "mood", "low", "participation", "joined", NULL);
  add (entries, &hearth_daily_log_type, "date", "2026-02-04", "mood", "good", "lunch", "away", "sleep_from",
       "22:00", "sleep_to", "06:00", NULL);
  chart = hearth_daily_trend_new_chart (entries, FIRST, LAST, get_field, NULL);
  g_assert_cmpuint (chart->series->len, ==, 4);
  /* The middle of three meals; a meal elsewhere tells nothing of the appetite. */
  g_assert_cmpuint (find_series (chart, "Appetite")->points->len, ==, 1);
  g_assert_cmpfloat (get_value (find_series (chart, "Appetite"), 0), ==, 3);
  g_assert_cmpfloat (get_value (find_series (chart, "Life in the house"), 0), ==, 2);
  g_assert_cmpfloat (get_value (find_series (chart, "Mood"), 1), ==, 4);
  g_assert_cmpfloat (get_value (find_series (chart, "Sleep"), 0), ==, 8);
  g_assert_cmpstr (find_series (chart, "Sleep")->unit, ==, "hours");
}

/* Whoever writes how the night was instead of hours sees that. */
static void
test_sleep_quality (void)
{
  g_autoptr (GPtrArray) entries = g_ptr_array_new_with_free_func (g_object_unref);
  g_autoptr (HearthChart) chart = NULL;

  add (entries, &hearth_daily_log_type, "date", "2026-02-03", "sleep_quality", "well", NULL);
  add (entries, &hearth_daily_log_type, "date", "2026-02-04", "sleep_quality", "hardly", NULL);
  add (entries, &hearth_daily_log_type, "date", "2026-02-05", "sleep_from", "22:00", "sleep_to", "06:00",
       NULL);
  chart = hearth_daily_trend_new_chart (entries, FIRST, LAST, get_field, NULL);
  g_assert_cmpuint (find_series (chart, "Sleep")->points->len, ==, 2);
  g_assert_cmpfloat (get_value (find_series (chart, "Sleep"), 0), ==, 4);
  g_assert_cmpfloat (get_value (find_series (chart, "Sleep"), 1), ==, 1);
  g_assert_cmpstr (find_series (chart, "Sleep")->steps[0], ==, "Hardly slept");
}

static const char *
get_mark (const HearthChart *chart, unsigned int nth)
{
  return ((HearthChartEvent *) chart->events->pdata[nth])->label;
}

static void
test_marks (void)
{
  g_autoptr (GPtrArray) none = g_ptr_array_new ();
  g_autoptr (GPtrArray) records = g_ptr_array_new_with_free_func (g_object_unref);
  g_autoptr (HearthChart) chart = hearth_daily_trend_new_chart (none, FIRST, LAST, get_field, NULL);
  g_autofree char *words = NULL;

  add (records, &hearth_visit_type, "at", "2026-02-20T09:00:00Z+07:00", "way", "visit", "took_place", "yes",
       NULL);
  add (records, &hearth_visit_type, "at", "2026-02-21T09:00:00Z+07:00", "way", "visit", "took_place", "no",
       NULL);
  add (records, &hearth_visit_type, "at", "2026-02-22T09:00:00Z+07:00", "way", "letter", NULL);
  add (records, &hearth_incident_type, "occurred_at", "2026-02-10T09:00:00Z+07:00", "category", "bullying",
       NULL);
  add (records, &hearth_incident_type, "occurred_at", "2026-02-11T09:00:00Z+07:00", "category", "bullying",
       "state", HEARTH_STATE_IN_ERROR, NULL);
  add (records, &hearth_incident_type, "occurred_at", "2026-01-11T09:00:00Z+07:00", "category", "bullying",
       NULL);
  hearth_daily_trend_add_marks (chart, records, get_field, NULL);
  g_assert_cmpuint (chart->events->len, ==, 2);
  g_assert_cmpstr (get_mark (chart, 0), ==, "Incident: Bullying");
  g_assert_cmpstr (get_mark (chart, 1), ==, "Visit");
  words = hearth_chart_describe_marks (chart);
  g_assert_cmpstr (words, ==, "Marks: 1 (10 Feb 2026): Incident: Bullying; 2 (20 Feb 2026): Visit.");
}

/* What cannot be read is no chart: calls go first, then visits, an incident never. */
static void
test_many_marks (void)
{
  g_autoptr (GPtrArray) none = g_ptr_array_new ();
  g_autoptr (GPtrArray) records = g_ptr_array_new_with_free_func (g_object_unref);
  g_autoptr (HearthChart) fewer = hearth_daily_trend_new_chart (none, FIRST, LAST, get_field, NULL);
  g_autoptr (HearthChart) fewest = hearth_daily_trend_new_chart (none, FIRST, LAST, get_field, NULL);

  add (records, &hearth_incident_type, "occurred_at", "2026-02-10T09:00:00Z+07:00", "category", "bullying",
       NULL);
  for (unsigned int i = 0; i < 13; i++)
    add (records, &hearth_visit_type, "at", "2026-02-20T09:00:00Z+07:00", "way", "visit", NULL);
  add (records, &hearth_visit_type, "at", "2026-02-20T09:00:00Z+07:00", "way", "call_in", NULL);
  hearth_daily_trend_add_marks (fewer, records, get_field, NULL);
  g_assert_cmpuint (fewer->events->len, ==, 14);
  add (records, &hearth_visit_type, "at", "2026-02-20T09:00:00Z+07:00", "way", "visit", NULL);
  hearth_daily_trend_add_marks (fewest, records, get_field, NULL);
  g_assert_cmpuint (fewest->events->len, ==, 1);
}

int
main (int argc, char **argv)
{
  hearth_test_init (&argc, &argv);
  g_test_add_func ("/report/daily-trend/panels", test_panels);
  g_test_add_func ("/report/daily-trend/sleep-quality", test_sleep_quality);
  g_test_add_func ("/report/daily-trend/marks", test_marks);
  g_test_add_func ("/report/daily-trend/many-marks", test_many_marks);
  return g_test_run ();
}

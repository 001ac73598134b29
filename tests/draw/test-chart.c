/* SPDX-License-Identifier: GPL-3.0-or-later
 * Charts: gaps, gathering, the date axis, the sentence, and where ink stands.
 */
#include "draw/chart-private.h"
#include "draw/font.h"

#include "fixtures/fixtures.h"

#include <math.h>

static int
day_of (int year, int month, int day)
{
  GDate date;

  g_date_set_dmy (&date, (GDateDay) day, (GDateMonth) month, (GDateYear) year);
  return (int) g_date_get_julian (&date);
}

static HearthChart *
create_chart (int days)
{
  int first = day_of (2026, 1, 1);
  HearthChart *chart = hearth_chart_new (first, first + days - 1);

  hearth_chart_add_series (chart, HEARTH_CHART_BARS, HEARTH_CHART_NIGHTS, "Sleep", "hours", 0, 12, 4);
  hearth_chart_add_series (chart, HEARTH_CHART_LINE, HEARTH_CHART_DAYS, "Mood", "", 1, 5, 1);
  return chart;
}

static void
test_points (void)
{
  g_autoptr (HearthChart) chart = create_chart (10);
  HearthChartSeries *series = chart->series->pdata[0];
  int first = chart->first_day;

  g_assert_true (hearth_chart_is_empty (chart));
  hearth_chart_series_add (chart, series, first + 5, 8);
  hearth_chart_series_add (chart, series, first + 2, 6);
  hearth_chart_series_add (chart, series, first + 2, 7);
  hearth_chart_series_add (chart, series, first - 1, 1);
  hearth_chart_series_add (chart, series, first + 10, 1);
  hearth_chart_series_add (chart, series, first + 3, NAN);
  g_assert_cmpuint (series->points->len, ==, 2);
  g_assert_cmpint (g_array_index (series->points, HearthChartPoint, 0).day, ==, first + 2);
  g_assert_cmpfloat (g_array_index (series->points, HearthChartPoint, 0).value, ==, 7);
  g_assert_false (hearth_chart_is_empty (chart));
}

static void
test_median (void)
{
  double odd[] = { 9, 1, 4 }, even[] = { 4, 1, 2, 9 };

  g_assert_cmpfloat (hearth_median (odd, 3), ==, 4);
  g_assert_cmpfloat (hearth_median (even, 4), ==, 3);
  g_assert_true (isnan (hearth_median (odd, 0)));
}

static void
test_gather (void)
{
  g_autoptr (HearthChart) chart = create_chart (60);
  HearthChartSeries *series = chart->series->pdata[0];
  g_autoptr (GArray) weeks = NULL;
  g_autoptr (GArray) months = NULL;
  const HearthBucket *bucket;

  /* 1 January 2026 is a Thursday: four days of its week, nothing in the next, all of the third. */
  for (int i = 0; i < 4; i++)
    hearth_chart_series_add (chart, series, chart->first_day + i, 6 + i);
  for (int i = 11; i < 18; i++)
    hearth_chart_series_add (chart, series, chart->first_day + i, i == 11 ? 1 : 8);

  weeks = hearth_chart_gather (chart, series, HEARTH_BUCKET_WEEK);
  g_assert_cmpuint (weeks->len, ==, 2);
  bucket = &g_array_index (weeks, HearthBucket, 0);
  g_assert_cmpfloat (bucket[0].value, ==, 7.5);
  g_assert_cmpint (bucket[0].first_day, ==, chart->first_day);
  g_assert_cmpint (bucket[0].last_day, ==, chart->first_day + 3);
  g_assert_cmpint (bucket[1].index, ==, bucket[0].index + 2);
  g_assert_cmpfloat (bucket[1].value, ==, 8);

  months = hearth_chart_gather (chart, series, HEARTH_BUCKET_MONTH);
  g_assert_cmpuint (months->len, ==, 1);
  g_assert_cmpint (g_array_index (months, HearthBucket, 0).last_day, ==, day_of (2026, 1, 31));
}

static void
test_bucket_size (void)
{
  g_autoptr (HearthChart) month = create_chart (30);
  g_autoptr (HearthChart) year = create_chart (365);
  g_autoptr (HearthChart) decade = create_chart (3650);

  g_assert_cmpint (hearth_chart_choose_bucket (month, 430), ==, HEARTH_BUCKET_DAY);
  g_assert_cmpint (hearth_chart_choose_bucket (year, 430), ==, HEARTH_BUCKET_WEEK);
  g_assert_cmpint (hearth_chart_choose_bucket (decade, 430), ==, HEARTH_BUCKET_MONTH);
}

/* Marks stand apart, in order, inside the chart, whatever the time and the room are. */
static void
test_axis (void)
{
  for (int days = 1; days < 9000; days += 1 + days / 7)
    {
      int first = day_of (2024, 2, 27);
      g_autoptr (GArray) ticks = hearth_time_axis_new (first, first + days - 1, 430, 60);
      double per_day = 430.0 / days;

      g_test_message ("%d days, %u marks", days, ticks->len);
      g_assert_cmpuint (ticks->len, <=, 9);
      g_assert_true (ticks->len > 0 || days < 366 * 2);
      for (unsigned int i = 0; i < ticks->len; i++)
        {
          const HearthTick *tick = &g_array_index (ticks, HearthTick, i);

          g_assert_cmpint (tick->day, >=, first);
          g_assert_cmpint (tick->day, <, first + days);
          g_assert_cmpint (strlen (tick->label), >, 0);
          if (i > 0)
            g_assert_cmpfloat ((tick->day - tick[-1].day) * per_day, >=, 60 * 0.9);
        }
    }
}

static void
test_axis_labels (void)
{
  g_autoptr (GArray) ticks = hearth_time_axis_new (day_of (2025, 11, 10), day_of (2026, 4, 9), 430, 60);
  const HearthTick *tick = &g_array_index (ticks, HearthTick, 0);

  g_assert_cmpuint (ticks->len, ==, 5);
  g_assert_cmpstr (tick[0].label, ==, "December 2025");
  g_assert_cmpstr (tick[1].label, ==, "January 2026");
  g_assert_cmpstr (tick[2].label, ==, "Feb");
}

static void
test_sentence (void)
{
  g_autoptr (HearthChart) chart = create_chart (90);
  g_autofree char *empty = hearth_chart_describe (chart);
  g_autofree char *full = NULL, *between = NULL;
  static const char *const steps[] = { "very low", "low", "fair", "good", "very good", NULL };

  g_assert_cmpstr (empty, ==,
                   "From 1 Jan 2026 to 31 Mar 2026. Sleep: nothing recorded. Mood: nothing recorded.");

  ((HearthChartSeries *) chart->series->pdata[1])->steps = g_strdupv ((GStrv) steps);
  for (int i = 0; i < 60; i++)
    hearth_chart_series_add (chart, chart->series->pdata[0], chart->first_day + i,
                             i < 20   ? 5
                             : i < 40 ? 6.5
                                      : 8);
  hearth_chart_series_add (chart, chart->series->pdata[1], chart->first_day, 4);
  full = hearth_chart_describe (chart);
  g_assert_cmpstr (full, ==,
                   "From 1 Jan 2026 to 31 Mar 2026. Sleep: usually 6.5 hours, written down for 60 nights. "
                   "Lowest 5 hours, highest 8 hours. At the beginning usually 5 hours, at the end usually 8 "
                   "hours. "
                   "Mood: “good”, written down for 1 day.");
  hearth_chart_series_add (chart, chart->series->pdata[1], chart->first_day + 1, 3);
  between = hearth_chart_describe (chart);
  g_assert_true (g_str_has_suffix (between,
                                   " Mood: usually between “fair” and “good”, written down for 2 days. "
                                   "Lowest “fair”, highest “good”."));
}

/* The share of dark pixels in a column of the picture, over some rows. */
static double
measure_ink (cairo_surface_t *surface, double x1, double x2, double y1, double y2)
{
  const guint8 *data = cairo_image_surface_get_data (surface);
  int stride = cairo_image_surface_get_stride (surface);
  unsigned int dark = 0, all = 0;

  for (int y = (int) y1; y < (int) y2; y++)
    {
      for (int x = (int) x1; x < (int) x2; x++)
        {
          const guint8 *pixel = data + y * stride + x * 4;

          dark += pixel[0] + pixel[1] + pixel[2] < 600;
          all++;
        }
    }
  return (double) dark / MAX (all, 1);
}

static cairo_surface_t *
paint (const HearthChart *chart, bool rtl, double *height)
{
  g_autoptr (GObject) context = (GObject *) hearth_font_create_context (rtl ? "ar" : "en");
  HearthChartStyle style = {
    .palette = &hearth_palette_paper, .context = PANGO_CONTEXT (context), .font_size = 8, .rtl = rtl
  };
  cairo_surface_t *surface;
  cairo_t *cr;

  *height = hearth_chart_measure (chart, &style, 400);
  surface = cairo_image_surface_create (CAIRO_FORMAT_RGB24, 400, (int) *height);
  cr = cairo_create (surface);
  hearth_color_set_source (&hearth_palette_paper.background, cr);
  cairo_paint (cr);
  hearth_chart_paint (chart, &style, cr, 400);
  g_assert_cmpint (cairo_status (cr), ==, CAIRO_STATUS_SUCCESS);
  cairo_destroy (cr);
  cairo_surface_flush (surface);
  return surface;
}

/* Bars only in the first half of the time: the ink is on the left, and mirrored on the right. */
static void
test_gap_and_mirror (void)
{
  g_autoptr (HearthChart) chart = create_chart (60);
  double height;

  for (int i = 0; i < 30; i++)
    hearth_chart_series_add (chart, chart->series->pdata[0], chart->first_day + i, 12);
  for (int rtl = 0; rtl < 2; rtl++)
    {
      cairo_surface_t *surface = paint (chart, rtl, &height);
      double left = measure_ink (surface, 30, 200, 20, 65), right = measure_ink (surface, 220, 370, 20, 65);

      g_assert_cmpfloat (rtl ? right : left, >, 0.6);
      g_assert_cmpfloat (rtl ? left : right, <, 0.05);
      cairo_surface_destroy (surface);
    }
}

/* Days that nobody wrote down are not bridged by a line. */
static void
test_line_gap (void)
{
  for (int with_gap = 0; with_gap < 2; with_gap++)
    {
      g_autoptr (HearthChart) chart = create_chart (60);
      HearthChartSeries *mood = chart->series->pdata[1];
      cairo_surface_t *surface;
      double height, ink;

      for (int i = 0; i < 60; i++)
        {
          if (!with_gap || i < 15 || i > 44)
            hearth_chart_series_add (chart, mood, chart->first_day + i, 3);
        }
      surface = paint (chart, false, &height);
      ink = measure_ink (surface, 140, 280, 90, height - 25);
      if (with_gap)
        g_assert_cmpfloat (ink, ==, 0);
      else
        g_assert_cmpfloat (ink, >, 0.01);
      cairo_surface_destroy (surface);
    }
}

/* What is measured now and then is joined, and told value by value. */
static void
test_times (void)
{
  int first = day_of (2026, 1, 1);
  g_autoptr (HearthChart) chart = hearth_chart_new (first, first + 200);
  HearthChartSeries *score =
    hearth_chart_add_series (chart, HEARTH_CHART_LINE, HEARTH_CHART_TIMES, "Score", "", 0, 27, 9);
  g_autofree char *one = NULL, *three = NULL;
  cairo_surface_t *surface;
  double height;

  hearth_chart_series_add (chart, score, first, 14);
  one = hearth_chart_describe (chart);
  g_assert_true (g_str_has_suffix (one, " Score: 14 (1 Jan 2026)."));
  hearth_chart_series_add (chart, score, first + 100, 16);
  hearth_chart_series_add (chart, score, first + 200, 9);
  three = hearth_chart_describe (chart);
  g_assert_true (g_str_has_suffix (three, " Score: first 14 (1 Jan 2026), last 9 (20 Jul 2026), 3 times. "
                                          "Lowest 9, highest 16."));
  surface = paint (chart, false, &height);
  g_assert_cmpfloat (measure_ink (surface, 100, 180, 20, height - 25), >, 0.005);
  cairo_surface_destroy (surface);
}

static void
test_events (void)
{
  g_autoptr (HearthChart) chart = create_chart (60);
  g_autoptr (GObject) context = (GObject *) hearth_font_create_context ("en");
  HearthChartStyle style = { .palette = &hearth_palette_paper,
                             .context = PANGO_CONTEXT (context),
                             .font_size = 8 };
  double without = hearth_chart_measure (chart, &style, 400), with;
  cairo_surface_t *surface;

  hearth_chart_add_event (chart, chart->first_day + 10, "Moved to the garden room");
  hearth_chart_add_event (chart, chart->first_day + 100, "Too late to be here");
  g_assert_cmpuint (chart->events->len, ==, 1);
  with = hearth_chart_measure (chart, &style, 400);
  g_assert_cmpfloat (with, >, without + 15);
  surface = paint (chart, false, &with);
  cairo_surface_destroy (surface);
}

static void
test_copy (void)
{
  g_autoptr (HearthChart) chart = create_chart (60);
  g_autoptr (HearthChart) copy = NULL;
  g_autofree char *first = NULL, *second = NULL;

  hearth_chart_series_add (chart, chart->series->pdata[0], chart->first_day, 7);
  hearth_chart_add_event (chart, chart->first_day, "Arrived");
  copy = hearth_chart_copy (chart);
  first = hearth_chart_describe (chart);
  second = hearth_chart_describe (copy);
  g_assert_cmpstr (first, ==, second);
  g_assert_cmpuint (copy->events->len, ==, 1);
}

int
main (int argc, char **argv)
{
  hearth_test_init (&argc, &argv);
  g_test_add_func ("/draw/chart/points", test_points);
  g_test_add_func ("/draw/chart/median", test_median);
  g_test_add_func ("/draw/chart/gather", test_gather);
  g_test_add_func ("/draw/chart/bucket-size", test_bucket_size);
  g_test_add_func ("/draw/chart/axis", test_axis);
  g_test_add_func ("/draw/chart/axis-labels", test_axis_labels);
  g_test_add_func ("/draw/chart/sentence", test_sentence);
  g_test_add_func ("/draw/chart/gap-and-mirror", test_gap_and_mirror);
  g_test_add_func ("/draw/chart/line-gap", test_line_gap);
  g_test_add_func ("/draw/chart/times", test_times);
  g_test_add_func ("/draw/chart/events", test_events);
  g_test_add_func ("/draw/chart/copy", test_copy);
  return g_test_run ();
}

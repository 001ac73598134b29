/* SPDX-License-Identifier: GPL-3.0-or-later
 * A chart's date axis: which days get a mark, and values gathered into days, weeks or months.
 */
#define G_LOG_DOMAIN "hearth-draw"
#include "config.h"

#include "draw/chart-private.h"

#include "core/date.h"

#include <glib/gi18n-lib.h>
#include <math.h>

#define SMALLEST_PITCH 3.0 /* user units from bar to bar */

typedef struct {
  int days, months; /* one of the two */
} Step;

static const Step steps[] = {
  { .days = 1 },   { .days = 2 },   { .days = 7 },    { .days = 14 },   { .months = 1 },  { .months = 2 },
  { .months = 3 }, { .months = 6 }, { .months = 12 }, { .months = 24 }, { .months = 60 }, { .months = 120 },
};

HearthBucketSize
hearth_chart_choose_bucket (const HearthChart *chart, double width)
{
  double days = chart->last_day - chart->first_day + 1;

  if (width / days >= SMALLEST_PITCH)
    return HEARTH_BUCKET_DAY;
  return width * 7 / days >= SMALLEST_PITCH ? HEARTH_BUCKET_WEEK : HEARTH_BUCKET_MONTH;
}

static int
days_of_month_start (int months)
{
  GDate date;

  g_date_set_dmy (&date, 1, (GDateMonth) (months % 12 + 1), (GDateYear) (months / 12));
  return (int) g_date_get_julian (&date);
}

static int
month_of_day (int day)
{
  GDate date;

  g_date_set_julian (&date, (guint32) day);
  return g_date_get_year (&date) * 12 + (int) g_date_get_month (&date) - 1;
}

static HearthBucket
bucket_of_day (int day, HearthBucketSize size)
{
  HearthBucket bucket = { .index = day, .first_day = day, .last_day = day };

  if (size == HEARTH_BUCKET_WEEK)
    {
      /* Julian day 1 is a Monday. */
      bucket.index = (day - 1) / 7;
      bucket.first_day = bucket.index * 7 + 1;
      bucket.last_day = bucket.first_day + 6;
    }
  else if (size == HEARTH_BUCKET_MONTH)
    {
      bucket.index = month_of_day (day);
      bucket.first_day = days_of_month_start (bucket.index);
      bucket.last_day = days_of_month_start (bucket.index + 1) - 1;
    }
  return bucket;
}

GArray *
hearth_chart_gather (const HearthChart *chart, const HearthChartSeries *series, HearthBucketSize size)
{
  GArray *buckets = g_array_new (FALSE, FALSE, sizeof (HearthBucket));
  g_autoptr (GArray) values = g_array_new (FALSE, FALSE, sizeof (double));

  for (unsigned int i = 0; i < series->points->len; i++)
    {
      const HearthChartPoint *point = &g_array_index (series->points, HearthChartPoint, i);
      HearthBucket bucket = bucket_of_day (point->day, size);
      bool last = i + 1 == series->points->len;

      g_array_append_val (values, point->value);
      if (!last && bucket_of_day (g_array_index (series->points, HearthChartPoint, i + 1).day, size).index ==
                     bucket.index)
        continue;

      bucket.value = hearth_median ((double *) (gpointer) values->data, values->len);
      bucket.first_day = MAX (bucket.first_day, chart->first_day);
      bucket.last_day = MIN (bucket.last_day, chart->last_day);
      g_array_append_val (buckets, bucket);
      g_array_set_size (values, 0);
    }
  return buckets;
}

static void
tick_clear (gpointer data)
{
  HearthTick *tick = data;

  g_free (tick->label);
}

static char *
format_tick (int day, const Step *step, bool first)
{
  g_autoptr (GDateTime) time = NULL;
  g_autofree char *canonical = NULL;
  GDate date;

  g_date_set_julian (&date, (guint32) day);
  if (step->months >= 12)
    canonical = g_strdup_printf ("%04d", g_date_get_year (&date));
  else if (step->months > 0 && (first || g_date_get_month (&date) == G_DATE_JANUARY))
    canonical = g_strdup_printf ("%04d-%02d", g_date_get_year (&date), (int) g_date_get_month (&date));
  if (canonical)
    return hearth_date_format (canonical);

  time = g_date_time_new_utc (g_date_get_year (&date), (int) g_date_get_month (&date), g_date_get_day (&date),
                              12, 0, 0);
  /* Translators: a day on the date axis of a chart, "3 May"; see g_date_time_format () */
  return g_date_time_format (time, step->days > 0
                                     ? C_ ("chart axis: day", "%-d %b")
                                     /* Translators: a month on the date axis of a chart, "May" */
                                     : C_ ("chart axis: month", "%b"));
}

static int
first_tick_day (int first_day, const Step *step)
{
  int month;

  if (step->days > 0)
    return step->days < 7 ? first_day : (first_day - 1 + 6) / 7 * 7 + 1;
  month = month_of_day (first_day);
  if (days_of_month_start (month) < first_day)
    month++;
  return days_of_month_start ((month + step->months - 1) / step->months * step->months);
}

static int
next_tick_day (int day, const Step *step)
{
  return step->days > 0 ? day + step->days : days_of_month_start (month_of_day (day) + step->months);
}

GArray *
hearth_time_axis_new (int first_day, int last_day, double width, double label_width)
{
  GArray *ticks = g_array_new (FALSE, FALSE, sizeof (HearthTick));
  double per_day = width / MAX (1, last_day - first_day + 1);
  const Step *step = &steps[G_N_ELEMENTS (steps) - 1];

  g_array_set_clear_func (ticks, tick_clear);
  for (gsize i = 0; i < G_N_ELEMENTS (steps); i++)
    {
      double days = steps[i].days > 0 ? steps[i].days : steps[i].months * 30;

      if (days * per_day >= label_width)
        {
          step = &steps[i];
          break;
        }
    }
  for (int day = first_tick_day (first_day, step); day <= last_day; day = next_tick_day (day, step))
    {
      HearthTick tick = { .day = day, .label = format_tick (day, step, ticks->len == 0) };

      g_array_append_val (ticks, tick);
    }
  return ticks;
}

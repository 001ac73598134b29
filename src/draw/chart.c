/* SPDX-License-Identifier: GPL-3.0-or-later
 * A chart's data.
 */
#define G_LOG_DOMAIN "hearth-draw"

#include "draw/chart.h"

#include <math.h>

static void
series_free (HearthChartSeries *series)
{
  g_free (series->label);
  g_free (series->unit);
  g_strfreev (series->steps);
  g_array_unref (series->points);
  g_free (series);
}

static void
event_free (HearthChartEvent *event)
{
  g_free (event->label);
  g_free (event);
}

HearthChart *
hearth_chart_new (int first_day, int last_day)
{
  HearthChart *chart = g_new0 (HearthChart, 1);

  chart->first_day = MIN (first_day, last_day);
  chart->last_day = MAX (first_day, last_day);
  chart->series = g_ptr_array_new_with_free_func ((GDestroyNotify) series_free);
  chart->events = g_ptr_array_new_with_free_func ((GDestroyNotify) event_free);
  return chart;
}

HearthChart *
hearth_chart_copy (const HearthChart *chart)
{
  HearthChart *copy;

  g_return_val_if_fail (chart != NULL, NULL);

  copy = hearth_chart_new (chart->first_day, chart->last_day);
  for (unsigned int i = 0; i < chart->series->len; i++)
    {
      const HearthChartSeries *from = chart->series->pdata[i];
      HearthChartSeries *to = hearth_chart_add_series (copy, from->form, from->count, from->label, from->unit,
                                                       from->minimum, from->maximum, from->step);

      to->steps = g_strdupv (from->steps);
      g_array_append_vals (to->points, from->points->data, from->points->len);
    }
  for (unsigned int i = 0; i < chart->events->len; i++)
    {
      const HearthChartEvent *event = chart->events->pdata[i];

      hearth_chart_add_event (copy, event->day, event->label);
    }
  return copy;
}

void
hearth_chart_free (HearthChart *chart)
{
  g_ptr_array_unref (chart->series);
  g_ptr_array_unref (chart->events);
  g_free (chart);
}

HearthChartSeries *
hearth_chart_add_series (HearthChart *chart,
                         HearthChartForm form,
                         HearthChartCount count,
                         const char *label,
                         const char *unit,
                         double minimum,
                         double maximum,
                         double step)
{
  HearthChartSeries *series;

  g_return_val_if_fail (chart != NULL, NULL);
  g_return_val_if_fail (minimum < maximum && step > 0, NULL);

  series = g_new0 (HearthChartSeries, 1);
  series->form = form;
  series->count = count;
  series->label = g_strdup (label);
  series->unit = g_strdup (unit);
  series->minimum = minimum;
  series->maximum = maximum;
  series->step = step;
  series->points = g_array_new (FALSE, FALSE, sizeof (HearthChartPoint));
  g_ptr_array_add (chart->series, series);
  return series;
}

void
hearth_chart_series_add (HearthChart *chart, HearthChartSeries *series, int day, double value)
{
  HearthChartPoint point = { .day = day, .value = value };
  unsigned int at;

  g_return_if_fail (chart != NULL && series != NULL);

  if (!isfinite (value) || day < chart->first_day || day > chart->last_day)
    return;

  /* Days mostly come in order, so the search begins at the end. */
  for (at = series->points->len; at > 0; at--)
    {
      HearthChartPoint *before = &g_array_index (series->points, HearthChartPoint, at - 1);

      if (before->day < day)
        break;
      if (before->day == day)
        {
          before->value = value;
          return;
        }
    }
  g_array_insert_val (series->points, at, point);
}

void
hearth_chart_add_event (HearthChart *chart, int day, const char *label)
{
  HearthChartEvent *event;

  g_return_if_fail (chart != NULL && label != NULL);

  if (day < chart->first_day || day > chart->last_day)
    return;
  event = g_new0 (HearthChartEvent, 1);
  event->day = day;
  event->label = g_strdup (label);
  g_ptr_array_add (chart->events, event);
}

bool
hearth_chart_is_empty (const HearthChart *chart)
{
  for (unsigned int i = 0; i < chart->series->len; i++)
    {
      const HearthChartSeries *series = chart->series->pdata[i];

      if (series->points->len > 0)
        return false;
    }
  return true;
}

static int
compare_doubles (gconstpointer a, gconstpointer b)
{
  double x = *(const double *) a, y = *(const double *) b;

  return (x > y) - (x < y);
}

double
hearth_median (double *values, gsize n)
{
  if (n == 0)
    return NAN;
  qsort (values, n, sizeof *values, compare_doubles);
  return n % 2 ? values[n / 2] : (values[n / 2 - 1] + values[n / 2]) / 2;
}

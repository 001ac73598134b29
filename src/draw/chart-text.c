/* SPDX-License-Identifier: GPL-3.0-or-later
 * A chart in words.
 */
#define G_LOG_DOMAIN "hearth-draw"
#include "config.h"

#include "draw/chart-private.h"

#include "core/date.h"
#include "core/number.h"

#include <glib/gi18n-lib.h>
#include <math.h>

/* A trend is only told when there is enough on both sides to speak of. */
#define ENOUGH_FOR_A_TREND 14

char *
hearth_chart_format_value (double value)
{
  char canonical[G_ASCII_DTOSTR_BUF_SIZE];
  double tenths = round (value * 10) / 10;

  g_ascii_formatd (canonical, sizeof canonical, tenths == floor (tenths) ? "%.0f" : "%.1f", tenths);
  return hearth_number_format (canonical);
}

char *
hearth_chart_format_day (int day)
{
  char canonical[32];
  GDate date;

  g_date_set_julian (&date, (guint32) day);
  g_snprintf (canonical, sizeof canonical, "%04d-%02d-%02d", g_date_get_year (&date),
              (int) g_date_get_month (&date), g_date_get_day (&date));
  return hearth_date_format (canonical);
}

char *
hearth_chart_format_legend (const HearthChartSeries *series, HearthBucketSize size)
{
  g_autofree char *name = NULL;

  /* Translators: above a chart: what is shown and its unit, "Sleep (hours)" */
  name =
    *series->unit ? g_strdup_printf (_ ("%s (%s)"), series->label, series->unit) : g_strdup (series->label);
  switch (size)
    {
    case HEARTH_BUCKET_WEEK:
      /* Translators: above a chart: "Sleep (hours), median of each week" */
      return g_strdup_printf (_ ("%s, median of each week"), name);
    case HEARTH_BUCKET_MONTH:
      return g_strdup_printf (_ ("%s, median of each month"), name);
    case HEARTH_BUCKET_DAY:
    default:
      return g_steal_pointer (&name);
    }
}

static double
median_of_points (const HearthChartSeries *series, unsigned int first, unsigned int n)
{
  g_autofree double *values = g_new (double, n + 1);

  for (unsigned int i = 0; i < n; i++)
    values[i] = g_array_index (series->points, HearthChartPoint, first + i).value;
  return hearth_median (values, n);
}

static char *
format_with_unit (const HearthChartSeries *series, double value)
{
  g_autofree char *number = hearth_chart_format_value (value);
  unsigned int step = (unsigned int) MAX (0, lround ((value - series->minimum) / series->step));

  /* A scale's own word, where the value is one of its steps. */
  if (series->steps && step < g_strv_length (series->steps) && series->minimum + step * series->step == value)
    return g_strdup_printf ("%s (%s)", number, series->steps[step]);
  if (*series->unit == '\0')
    return g_steal_pointer (&number);
  /* Translators: a number and its unit, "7.5 hours" */
  return g_strdup_printf (C_ ("number and unit", "%s %s"), number, series->unit);
}

static char *
describe_usual (const HearthChartSeries *series)
{
  unsigned int n = series->points->len;
  g_autofree char *middle = format_with_unit (series, median_of_points (series, 0, n));

  if (series->count == HEARTH_CHART_NIGHTS)
    return g_strdup_printf (ngettext ("%s: median %s, from %u night recorded.",
                                      "%s: median %s, from %u nights recorded.", n),
                            series->label, middle, n);
  return g_strdup_printf (ngettext ("%s: median %s, from %u day recorded.",
                                    "%s: median %s, from %u days recorded.", n),
                          series->label, middle, n);
}

static char *
describe_range (const HearthChartSeries *series)
{
  double lowest = INFINITY, highest = -INFINITY;
  g_autofree char *low = NULL, *high = NULL;

  for (unsigned int i = 0; i < series->points->len; i++)
    {
      double value = g_array_index (series->points, HearthChartPoint, i).value;

      lowest = MIN (lowest, value);
      highest = MAX (highest, value);
    }
  if (lowest == highest)
    return NULL;
  low = format_with_unit (series, lowest);
  high = format_with_unit (series, highest);
  return g_strdup_printf (_ ("Lowest %s, highest %s."), low, high);
}

static char *
describe_trend (const HearthChartSeries *series)
{
  unsigned int third = series->points->len / 3;
  g_autofree char *first = NULL, *last = NULL;

  if (third < ENOUGH_FOR_A_TREND)
    return NULL;
  first = format_with_unit (series, median_of_points (series, 0, third));
  last = format_with_unit (series, median_of_points (series, series->points->len - third, third));
  if (g_str_equal (first, last))
    return g_strdup_printf (_ ("About the same at the beginning and at the end of this time: %s."), first);
  return g_strdup_printf (_ ("In the first third of this time %s, in the last third %s."), first, last);
}

/* Takes @sentence, which may be NULL. */
static void
append_sentence (GString *words, char *sentence)
{
  if (sentence && words->len > 0)
    g_string_append_c (words, ' ');
  if (sentence)
    g_string_append (words, sentence);
  g_free (sentence);
}

char *
hearth_chart_describe (const HearthChart *chart)
{
  g_autoptr (GString) words = g_string_new (NULL);
  g_autofree char *first = NULL, *last = NULL;

  g_return_val_if_fail (chart != NULL, NULL);

  first = hearth_chart_format_day (chart->first_day);
  last = hearth_chart_format_day (chart->last_day);
  append_sentence (words, g_strdup_printf (_ ("From %s to %s."), first, last));
  for (unsigned int i = 0; i < chart->series->len; i++)
    {
      const HearthChartSeries *series = chart->series->pdata[i];

      if (series->points->len == 0)
        {
          append_sentence (words, g_strdup_printf (_ ("%s: nothing recorded."), series->label));
          continue;
        }
      append_sentence (words, describe_usual (series));
      append_sentence (words, describe_range (series));
      append_sentence (words, describe_trend (series));
    }
  return g_string_free_and_steal (g_steal_pointer (&words));
}

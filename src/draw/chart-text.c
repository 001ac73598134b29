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
      /* Translators: above a chart: "Sleep (hours), usual value of each week" */
      return g_strdup_printf (_ ("%s, usual value of each week"), name);
    case HEARTH_BUCKET_MONTH:
      return g_strdup_printf (_ ("%s, usual value of each month"), name);
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

/* @value in the words of @series' scale. */
static char *
format_step (const HearthChartSeries *series, double value)
{
  unsigned int last = g_strv_length (series->steps) - 1;
  double place = CLAMP ((value - series->minimum) / series->step, 0, last);
  const char *below = series->steps[(unsigned int) floor (place)];
  const char *above = series->steps[(unsigned int) ceil (place)];

  if (below == above)
    /* Translators: a word of a scale, as in “Good” */
    return g_strdup_printf (C_ ("scale", "“%s”"), below);
  /* Translators: two words of a scale that stand side by side, as in “Even” and “Good” */
  return g_strdup_printf (C_ ("scale", "between “%s” and “%s”"), below, above);
}

static char *
format_with_unit (const HearthChartSeries *series, double value)
{
  g_autofree char *number = NULL;

  if (series->steps && *series->steps)
    return format_step (series, value);
  number = hearth_chart_format_value (value);
  if (*series->unit == '\0')
    return g_steal_pointer (&number);
  /* Translators: a number and its unit, "7.5 hours" */
  return g_strdup_printf (C_ ("number and unit", "%s %s"), number, series->unit);
}

/* The median is what is usual: a few bad nights do not move it. */
static char *
describe_usual (const HearthChartSeries *series)
{
  unsigned int n = series->points->len;
  g_autofree char *middle = format_with_unit (series, median_of_points (series, 0, n));

  if (series->count == HEARTH_CHART_NIGHTS)
    return g_strdup_printf (g_dngettext (GETTEXT_PACKAGE, "%s: %s, written down for %u night.",
                                         "%s: usually %s, written down for %u nights.", n),
                            series->label, middle, n);
  return g_strdup_printf (g_dngettext (GETTEXT_PACKAGE, "%s: %s, written down for %u day.",
                                       "%s: usually %s, written down for %u days.", n),
                          series->label, middle, n);
}

/* "Score: 14 (3 May 2026), then 9 (4 June 2026)." */
static char *
describe_times (const HearthChartSeries *series)
{
  const HearthChartPoint *first = &g_array_index (series->points, HearthChartPoint, 0);
  const HearthChartPoint *last = &g_array_index (series->points, HearthChartPoint, series->points->len - 1);
  g_autofree char *from = format_with_unit (series, first->value);
  g_autofree char *to = format_with_unit (series, last->value);
  g_autofree char *first_day = hearth_chart_format_day (first->day);
  g_autofree char *last_day = hearth_chart_format_day (last->day);

  if (series->points->len == 1)
    /* Translators: what was measured, its value, the day: "Weight: 54 kg (3 May 2026)." */
    return g_strdup_printf (_ ("%s: %s (%s)."), series->label, from, first_day);
  /* Translators: what was measured, its first value and the day, its last value and the day, how many times */
  return g_strdup_printf (_ ("%s: first %s (%s), last %s (%s), %u times."), series->label, from, first_day,
                          to, last_day, series->points->len);
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
    return g_strdup_printf (_ ("About the same at the beginning and at the end: %s."), first);
  return g_strdup_printf (_ ("At the beginning usually %s, at the end usually %s."), first, last);
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
hearth_chart_describe_marks (const HearthChart *chart)
{
  g_autoptr (GString) words = g_string_new (NULL);

  g_return_val_if_fail (chart != NULL, NULL);

  for (unsigned int i = 0; i < chart->events->len; i++)
    {
      const HearthChartEvent *event = chart->events->pdata[i];
      g_autofree char *number = hearth_chart_format_value (i + 1);
      g_autofree char *day = hearth_chart_format_day (event->day);

      /* Translators: a numbered mark in a chart: its number, its day, what happened */
      g_string_append_printf (words, _ ("%s (%s): %s"), number, day, event->label);
      g_string_append (words, i + 1 < chart->events->len ? "; " : "");
    }
  /* Translators: %s are numbered marks in a chart */
  return words->len > 0 ? g_strdup_printf (_ ("Marks: %s."), words->str) : g_strdup ("");
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
      if (series->count == HEARTH_CHART_TIMES)
        {
          append_sentence (words, describe_times (series));
          append_sentence (words, series->points->len > 2 ? describe_range (series) : NULL);
          continue;
        }
      append_sentence (words, describe_usual (series));
      append_sentence (words, describe_range (series));
      append_sentence (words, describe_trend (series));
    }
  return g_string_free_and_steal (g_steal_pointer (&words));
}

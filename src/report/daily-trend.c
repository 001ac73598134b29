/* SPDX-License-Identifier: GPL-3.0-or-later
 * Sleep and mood from the daily log as a chart: one value a day, for paper and for the screen.
 */
#define G_LOG_DOMAIN "hearth-report"

#include "config.h"

#include "report/daily-trend.h"

#include <glib/gi18n-lib.h>
#include <math.h>

#include "core/date.h"
#include "records/types.h"

#define SLEEP_SCALE 12 /* hours */

static const HearthField *
get_mood_field (void)
{
  return hearth_record_type_lookup_field (&hearth_daily_log_type, "mood");
}

/* Place of @code in the mood's choices, from 1; 0 for none. */
static unsigned int
get_mood (const char *code)
{
  const HearthChoice *choices = get_mood_field ()->choices;

  for (unsigned int i = 0; choices[i].code; i++)
    {
      if (g_str_equal (choices[i].code, code))
        return i + 1;
    }
  return 0;
}

static HearthChartSeries *
add_mood_series (HearthChart *chart)
{
  g_autoptr (GStrvBuilder) steps = g_strv_builder_new ();
  const HearthField *field = get_mood_field ();
  unsigned int n = 0;
  HearthChartSeries *series;

  for (; field->choices[n].code; n++)
    g_strv_builder_add (steps, _ (field->choices[n].label));
  series =
    hearth_chart_add_series (chart, HEARTH_CHART_LINE, HEARTH_CHART_DAYS, _ (field->label), "", 1, n, 1);
  series->steps = g_strv_builder_end (steps);
  return series;
}

/* Hours slept that @entry tells of; NAN where it tells none. */
static double
get_sleep (HearthRecord *entry, HearthTrendFieldFunc get_field, gpointer user_data)
{
  int minutes = hearth_time_minutes_between (get_field (entry, "sleep_from", user_data),
                                             get_field (entry, "sleep_to", user_data));

  return minutes < 0 ? NAN : minutes / 60.0;
}

int
hearth_daily_trend_get_day (HearthRecord *entry)
{
  int first = 0, last = 0;

  hearth_partial_date_get_span (hearth_record_get (entry, "date"), &first, &last);
  return first;
}

HearthChart *
hearth_daily_trend_new_chart (GPtrArray *entries,
                              const char *first,
                              const char *last,
                              HearthTrendFieldFunc get_field,
                              gpointer user_data)
{
  g_autoptr (GArray) moods = g_array_new (FALSE, FALSE, sizeof (double));
  int first_day = 0, last_day = 0, unused;
  double longest = NAN;
  HearthChart *chart;
  HearthChartSeries *sleep, *mood;

  hearth_partial_date_get_span (first, &first_day, &unused);
  hearth_partial_date_get_span (last, &unused, &last_day);
  chart = hearth_chart_new (first_day, last_day);
  sleep = hearth_chart_add_series (chart, HEARTH_CHART_BARS, HEARTH_CHART_NIGHTS, _ ("Sleep"), _ ("hours"), 0,
                                   SLEEP_SCALE, 4);
  mood = add_mood_series (chart);
  for (unsigned int i = 0; i < entries->len; i++)
    {
      HearthRecord *entry = entries->pdata[i];
      double level = get_mood (get_field (entry, "mood", user_data));
      int day = hearth_daily_trend_get_day (entry);

      longest = fmax (longest, get_sleep (entry, get_field, user_data));
      if (level > 0)
        g_array_append_val (moods, level);
      if (i + 1 < entries->len && hearth_daily_trend_get_day (entries->pdata[i + 1]) == day)
        continue;
      hearth_chart_series_add (chart, sleep, day, longest);
      hearth_chart_series_add (chart, mood, day,
                               hearth_median ((double *) (gpointer) moods->data, moods->len));
      g_array_set_size (moods, 0);
      longest = NAN;
    }
  return chart;
}

/* SPDX-License-Identifier: GPL-3.0-or-later
 * The charts of a pattern of incidents: what is counted, and in which order it stands.
 */
#define G_LOG_DOMAIN "hearth-views"

#include "config.h"

#include "views/pattern-bars.h"

#include <glib/gi18n-lib.h>

#include "core/date.h"

#define HOURS_A_BAR 3

/* A Monday. */
#define SOME_MONDAY_YEAR 2024

HearthBars *
hearth_pattern_bars_of_hours (const HearthIncidentPattern *pattern)
{
  HearthBars *bars = hearth_bars_new (_ ("By hour of the day"), _ ("Incidents"), NULL);

  for (unsigned int hour = 0; hour < G_N_ELEMENTS (pattern->hours); hour += HOURS_A_BAR)
    {
      g_autofree char *label = NULL;
      unsigned int n = 0;

      for (unsigned int i = hour; i < hour + HOURS_A_BAR; i++)
        n += pattern->hours[i];
      /* Translators: from one full hour to another, such as "21–24" */
      label = g_strdup_printf (_ ("%u–%u"), hour, hour + HOURS_A_BAR);
      hearth_bars_add (bars, label, n, 0);
    }
  return bars;
}

HearthBars *
hearth_pattern_bars_of_weekdays (const HearthIncidentPattern *pattern)
{
  HearthBars *bars = hearth_bars_new (_ ("By day of the week"), _ ("Incidents"), NULL);
  g_autoptr (GDateTime) monday = g_date_time_new_utc (SOME_MONDAY_YEAR, 1, 1, 0, 0, 0);

  for (int i = 0; i < (int) G_N_ELEMENTS (pattern->weekdays); i++)
    {
      g_autoptr (GDateTime) day = g_date_time_add_days (monday, i);
      g_autofree char *label = g_date_time_format (day, "%a");

      hearth_bars_add (bars, label, pattern->weekdays[i], 0);
    }
  return bars;
}

HearthBars *
hearth_pattern_bars_of_counts (GArray *counts, const char *title)
{
  HearthBars *bars = hearth_bars_new (title, _ ("Incidents"), NULL);

  for (guint i = 0; i < counts->len; i++)
    {
      const HearthIncidentCount *count = &g_array_index (counts, HearthIncidentCount, i);

      hearth_bars_add (bars, count->label, count->n, 0);
    }
  return bars;
}

/* "4 May": the year is clear from where it stands. */
static char *
format_week (const HearthIncidentWeek *week)
{
  HearthPartialDate date = { 0 };
  g_autoptr (GDateTime) day = NULL;

  hearth_partial_date_read (week->monday, &date);
  day = g_date_time_new_utc (date.year, date.month, date.day, 0, 0, 0);
  /* Translators: a day without its year, as g_date_time_format () takes it */
  return g_date_time_format (day, _ ("%-d %b"));
}

static guint
get_first_week (const HearthIncidentPattern *pattern)
{
  return pattern->weeks->len > HEARTH_PATTERN_MOST_WEEKS ? pattern->weeks->len - HEARTH_PATTERN_MOST_WEEKS
                                                         : 0;
}

HearthBars *
hearth_pattern_bars_of_weeks (const HearthIncidentPattern *pattern)
{
  HearthBars *bars =
    hearth_bars_new (_ ("By week, from Monday on"), _ ("Small or of note"), _ ("Serious or grave"));

  for (guint i = get_first_week (pattern); i < pattern->weeks->len; i++)
    {
      const HearthIncidentWeek *week = &g_array_index (pattern->weeks, HearthIncidentWeek, i);
      g_autofree char *label = format_week (week);

      hearth_bars_add (bars, label, week->n_by_severity[0] + week->n_by_severity[1],
                       week->n_by_severity[2] + week->n_by_severity[3]);
    }
  return bars;
}

HearthBars *
hearth_pattern_bars_of_occasions (const HearthIncidentPattern *pattern)
{
  HearthBars *bars =
    hearth_bars_new (_ ("In the same weeks"), _ ("Visits and calls"), _ ("Incidents around court"));

  for (guint i = get_first_week (pattern); i < pattern->weeks->len; i++)
    {
      const HearthIncidentWeek *week = &g_array_index (pattern->weeks, HearthIncidentWeek, i);
      g_autofree char *label = format_week (week);

      hearth_bars_add (bars, label, week->n_visits, week->n_court);
    }
  return bars;
}

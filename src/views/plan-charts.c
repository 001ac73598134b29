/* SPDX-License-Identifier: GPL-3.0-or-later
 * Charts of plans: how near a goal came.
 */
#define G_LOG_DOMAIN "hearth-views"

#include "config.h"

#include "views/plan-charts.h"

#include <glib/gi18n-lib.h>

#include "core/date.h"
#include "records/types.h"

static bool
read_day (HearthRecord *record, const char *date, int *day)
{
  int last;

  return hearth_partial_date_get_span (hearth_record_get (record, date), day, &last);
}

static bool
has_any (HearthRecord *record, const char *const *fields)
{
  while (*fields != NULL && !hearth_record_has (record, *fields))
    fields++;
  return *fields != NULL;
}

HearthChart *
hearth_chart_new_for_records (GPtrArray *records, const char *date, const char *const *fields)
{
  int first = G_MAXINT, last = G_MININT, day;

  for (guint i = 0; i < records->len; i++)
    if (has_any (g_ptr_array_index (records, i), fields) &&
        read_day (g_ptr_array_index (records, i), date, &day))
      {
        first = MIN (first, day);
        last = MAX (last, day);
      }
  return first < last ? hearth_chart_new (first, last) : NULL;
}

void
hearth_chart_series_add_records (HearthChart *chart,
                                 HearthChartSeries *series,
                                 GPtrArray *records,
                                 const char *date,
                                 const char *field)
{
  int day;

  for (guint i = 0; i < records->len; i++)
    {
      HearthRecord *record = g_ptr_array_index (records, i);

      if (hearth_record_has (record, field) && read_day (record, date, &day))
        hearth_chart_series_add (chart, series, day,
                                 g_ascii_strtod (hearth_record_get (record, field), NULL));
    }
}

HearthChart *
hearth_plan_chart_of_progress (GPtrArray *progress)
{
  static const char *const fields[] = { "value", NULL };
  const HearthField *field = hearth_record_type_lookup_field (&hearth_goal_progress_type, "value");
  g_autoptr (HearthChart) chart = hearth_chart_new_for_records (progress, "date", fields);
  HearthChartSeries *series;

  if (chart == NULL)
    return NULL;
  series = hearth_chart_add_series (chart, HEARTH_CHART_LINE, HEARTH_CHART_TIMES, _ (field->label), "",
                                    field->minimum, field->maximum, 5);
  hearth_chart_series_add_records (chart, series, progress, "date", "value");
  return g_steal_pointer (&chart);
}

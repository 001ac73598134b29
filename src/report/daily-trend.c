/* SPDX-License-Identifier: GPL-3.0-or-later
 * Sleep, mood, appetite and life in the house from the daily log as a chart, with what happened on the way as marks: one
 * value a day, for paper and for the screen.
 */
#define G_LOG_DOMAIN "hearth-report"

#include "config.h"

#include "report/daily-trend.h"

#include <glib/gi18n-lib.h>
#include <math.h>

#include "core/date.h"
#include "records/types.h"

#define SLEEP_SCALE 12 /* hours */

/* More than that below a chart is a list, and no chart any more. */
#define MOST_EVENTS 14

/* A scale of words, lowest first; @fields: of the daily log, all answered with it; an answer that is not on the scale
 * ("Ate elsewhere") counts for nothing. */
typedef struct {
  const char *label; /* N_(), or NULL: the first field's own */
  const char *fields[3];
  const char *codes[5];
  HearthChartCount count;
} Scale;

static const Scale sleep_quality = { .fields = { "sleep_quality" },
                                     .codes = { "hardly", "badly", "broken", "well" },
                                     .count = HEARTH_CHART_NIGHTS };
static const Scale mood = { .fields = { "mood" },
                            .codes = { "very_low", "low", "even", "good", "very_good" },
                            .count = HEARTH_CHART_DAYS };
static const Scale appetite = { .label = N_ ("Appetite"),
                                .fields = { "breakfast", "lunch", "dinner" },
                                .codes = { "none", "some", "all" },
                                .count = HEARTH_CHART_DAYS };
static const Scale participation = { .fields = { "participation" },
                                     .codes = { "alone", "partly", "joined", "led" },
                                     .count = HEARTH_CHART_DAYS };

typedef struct {
  GPtrArray *entries;
  HearthChart *chart;
  HearthTrendFieldFunc get_field;
  gpointer user_data;
} Trend;

/* ---- Values ---- */

int
hearth_daily_trend_get_day (HearthRecord *entry)
{
  int first = 0, last = 0;

  hearth_partial_date_get_span (hearth_record_get (entry, "date"), &first, &last);
  return first;
}

static bool
is_last_of_day (const Trend *trend, unsigned int nth)
{
  return nth + 1 == trend->entries->len || hearth_daily_trend_get_day (trend->entries->pdata[nth + 1]) !=
                                             hearth_daily_trend_get_day (trend->entries->pdata[nth]);
}

/* Place of @code on @scale, from 1; 0 for none. */
static unsigned int
find_step (const Scale *scale, const char *code)
{
  for (unsigned int i = 0; i < G_N_ELEMENTS (scale->codes) && scale->codes[i]; i++)
    {
      if (g_str_equal (scale->codes[i], code))
        return i + 1;
    }
  return 0;
}

static void
add_scale_values (const Trend *trend, const Scale *scale, HearthRecord *entry, GArray *values)
{
  for (gsize i = 0; i < G_N_ELEMENTS (scale->fields) && scale->fields[i]; i++)
    {
      double step = find_step (scale, trend->get_field (entry, scale->fields[i], trend->user_data));

      if (step > 0)
        g_array_append_val (values, step);
    }
}

/* Hours slept that @entry tells of; NAN where it tells none. */
static double
get_sleep (const Trend *trend, HearthRecord *entry)
{
  int minutes = hearth_time_minutes_between (trend->get_field (entry, "sleep_from", trend->user_data),
                                             trend->get_field (entry, "sleep_to", trend->user_data));

  return minutes < 0 ? NAN : minutes / 60.0;
}

/* ---- Series ---- */

static HearthChartSeries *
add_scale_series (HearthChart *chart, const Scale *scale)
{
  const HearthField *field = hearth_record_type_lookup_field (&hearth_daily_log_type, scale->fields[0]);
  g_autoptr (GStrvBuilder) steps = g_strv_builder_new ();
  HearthChartSeries *series;
  unsigned int n = 0;

  for (; n < G_N_ELEMENTS (scale->codes) && scale->codes[n]; n++)
    g_strv_builder_add (steps, _ (hearth_field_lookup_choice (field, scale->codes[n])->label));
  series = hearth_chart_add_series (chart, HEARTH_CHART_LINE, scale->count,
                                    _ (scale->label ? scale->label : field->label), "", 1, n, 1);
  series->steps = g_strv_builder_end (steps);
  return series;
}

/* The middle of each day's answers. */
static void
fill_scale (const Trend *trend, const Scale *scale, HearthChartSeries *series)
{
  g_autoptr (GArray) values = g_array_new (FALSE, FALSE, sizeof (double));

  for (unsigned int i = 0; i < trend->entries->len; i++)
    {
      add_scale_values (trend, scale, trend->entries->pdata[i], values);
      if (!is_last_of_day (trend, i))
        continue;
      hearth_chart_series_add (trend->chart, series, hearth_daily_trend_get_day (trend->entries->pdata[i]),
                               hearth_median ((double *) (gpointer) values->data, values->len));
      g_array_set_size (values, 0);
    }
}

static bool
is_answered (const Trend *trend, const Scale *scale)
{
  g_autoptr (GArray) values = g_array_new (FALSE, FALSE, sizeof (double));

  for (unsigned int i = 0; i < trend->entries->len && values->len == 0; i++)
    add_scale_values (trend, scale, trend->entries->pdata[i], values);
  return values->len > 0;
}

static void
add_scale_if_answered (const Trend *trend, const Scale *scale)
{
  if (is_answered (trend, scale))
    fill_scale (trend, scale, add_scale_series (trend->chart, scale));
}

/* Of each day the longest sleep, in hours. */
static void
add_sleep_hours (const Trend *trend)
{
  HearthChartSeries *series = hearth_chart_add_series (trend->chart, HEARTH_CHART_BARS, HEARTH_CHART_NIGHTS,
                                                       _ ("Sleep"), _ ("hours"), 0, SLEEP_SCALE, 4);
  double longest = NAN;

  for (unsigned int i = 0; i < trend->entries->len; i++)
    {
      longest = fmax (longest, get_sleep (trend, trend->entries->pdata[i]));
      if (!is_last_of_day (trend, i))
        continue;
      hearth_chart_series_add (trend->chart, series, hearth_daily_trend_get_day (trend->entries->pdata[i]),
                               longest);
      longest = NAN;
    }
}

/* Hours where they were written down more often, else how it was. */
static void
add_sleep (const Trend *trend)
{
  g_autoptr (GArray) answers = g_array_new (FALSE, FALSE, sizeof (double));
  unsigned int n_hours = 0;

  for (unsigned int i = 0; i < trend->entries->len; i++)
    {
      n_hours += !isnan (get_sleep (trend, trend->entries->pdata[i]));
      add_scale_values (trend, &sleep_quality, trend->entries->pdata[i], answers);
    }
  if (answers->len > n_hours)
    fill_scale (trend, &sleep_quality, add_scale_series (trend->chart, &sleep_quality));
  else
    add_sleep_hours (trend);
}

HearthChart *
hearth_daily_trend_new_chart (GPtrArray *entries,
                              const char *first,
                              const char *last,
                              HearthTrendFieldFunc get_field,
                              gpointer user_data)
{
  Trend trend = { .entries = entries, .get_field = get_field, .user_data = user_data };
  int first_day = 0, last_day = 0, unused;

  hearth_partial_date_get_span (first, &first_day, &unused);
  hearth_partial_date_get_span (last, &unused, &last_day);
  trend.chart = hearth_chart_new (first_day, last_day);
  add_sleep (&trend);
  fill_scale (&trend, &mood, add_scale_series (trend.chart, &mood));
  add_scale_if_answered (&trend, &appetite);
  add_scale_if_answered (&trend, &participation);
  return trend.chart;
}

/* ---- Marks ---- */

/* What may stand in a chart as a mark; the first of the table stays where there are too many. */
typedef struct {
  const HearthRecordType *type;
  const char *label_field; /* a choice whose answer says what it was */
  const char *only_field; /* counts only where this is answered with */
  const char *only_codes[4]; /* one of these */
} Mark;

static const Mark marks[] = {
  { .type = &hearth_incident_type, .label_field = "category" },
  { .type = &hearth_missing_episode_type },
  { .type = &hearth_visit_type, .label_field = "way", .only_field = "way", .only_codes = { "visit" } },
  { .type = &hearth_visit_type,
    .label_field = "way",
    .only_field = "way",
    .only_codes = { "call_in", "call_out", "video" } },
};

const HearthRecordType *const *
hearth_daily_trend_get_mark_types (void)
{
  static const HearthRecordType *const types[] = { &hearth_incident_type, &hearth_missing_episode_type,
                                                   &hearth_visit_type, NULL };

  return types;
}

static bool
is_marked (const Mark *mark, HearthRecord *record)
{
  const char *state = hearth_record_get (record, "state");

  if (hearth_record_get_record_type (record) != mark->type || g_str_equal (state, HEARTH_STATE_IN_ERROR))
    return false;
  if (mark->type == &hearth_visit_type && g_str_equal (hearth_record_get (record, "took_place"), "no"))
    return false;
  if (!mark->only_field)
    return true;
  for (gsize i = 0; i < G_N_ELEMENTS (mark->only_codes) && mark->only_codes[i]; i++)
    {
      if (g_str_equal (hearth_record_get (record, mark->only_field), mark->only_codes[i]))
        return true;
    }
  return false;
}

static char *
format_mark (const Mark *mark, HearthRecord *record, HearthTrendFieldFunc get_field, gpointer user_data)
{
  const HearthField *field =
    mark->label_field ? hearth_record_type_lookup_field (mark->type, mark->label_field) : NULL;
  const HearthChoice *choice =
    field ? hearth_field_lookup_choice (field, get_field (record, mark->label_field, user_data)) : NULL;

  if (!choice || mark->type == &hearth_visit_type)
    return g_strdup (choice ? _ (choice->label) : _ (mark->type->label));
  /* Translators: a mark in a chart: the kind of a record, and what it was */
  return g_strdup_printf (C_ ("chart mark", "%s: %s"), _ (mark->type->label), _ (choice->label));
}

static int
get_event_day (HearthRecord *record)
{
  g_autofree char *date = hearth_record_dup_event_date (record);
  int first = 0, last = 0;

  hearth_partial_date_get_span (date, &first, &last);
  return first;
}

static int
compare_by_day (gconstpointer a, gconstpointer b)
{
  int x = get_event_day (*(HearthRecord *const *) a), y = get_event_day (*(HearthRecord *const *) b);

  return (x > y) - (x < y);
}

static unsigned int
count_marks (GPtrArray *records, const HearthChart *chart, gsize n_kinds)
{
  unsigned int n = 0;

  for (unsigned int i = 0; i < records->len; i++)
    {
      int day = get_event_day (records->pdata[i]);

      for (gsize kind = 0; kind < n_kinds; kind++)
        n += is_marked (&marks[kind], records->pdata[i]) && day >= chart->first_day && day <= chart->last_day;
    }
  return n;
}

void
hearth_daily_trend_add_marks (HearthChart *chart,
                              GPtrArray *records,
                              HearthTrendFieldFunc get_field,
                              gpointer user_data)
{
  g_autoptr (GPtrArray) sorted = g_ptr_array_new ();
  gsize n_kinds = G_N_ELEMENTS (marks);

  while (n_kinds > 1 && count_marks (records, chart, n_kinds) > MOST_EVENTS)
    n_kinds--;
  g_ptr_array_extend (sorted, records, NULL, NULL);
  g_ptr_array_sort (sorted, compare_by_day);
  for (unsigned int i = 0; i < sorted->len; i++)
    {
      for (gsize kind = 0; kind < n_kinds; kind++)
        {
          g_autofree char *words = NULL;

          if (!is_marked (&marks[kind], sorted->pdata[i]))
            continue;
          words = format_mark (&marks[kind], sorted->pdata[i], get_field, user_data);
          hearth_chart_add_event (chart, get_event_day (sorted->pdata[i]), words);
        }
    }
}

/* SPDX-License-Identifier: GPL-3.0-or-later
 * Counselling in figures: sessions by month, mood before and after, and scores of named instruments.
 */
#define G_LOG_DOMAIN "hearth-views"

#include "config.h"

#include "views/counselling-parts.h"

#include <glib/gi18n-lib.h>
#include <math.h>

#include "core/date.h"
#include "core/number.h"
#include "records/types.h"
#include "rules/plans.h"
#include "views/area.h"
#include "views/figure-strip.h"
#include "views/isolate.h"
#include "views/plain-page.h"
#include "views/plain-row.h"
#include "views/plan-charts.h"
#include "widgets/trend-chart.h"

#define MONTHS 6
#define MOOD_SESSIONS 40
#define MOST_SCORES 200
#define STEPS_OF_A_SCALE 4

/* ---- Helpers ---- */

/* Of HearthRecord, newest first, up to @most; NULL where the reader may see none. Transfer full. */
static GPtrArray *
list_newest (HearthStore *store, HearthRecord *resident, const HearthRecordType *type, guint most)
{
  g_autoptr (HearthQuery) query = hearth_query_new (type);
  g_autoptr (GListModel) list = NULL;
  GPtrArray *records;

  hearth_query_set_resident (query, hearth_record_get_id (resident));
  list = hearth_store_list (store, query, NULL);
  if (list == NULL)
    return NULL;
  records = g_ptr_array_new_with_free_func (g_object_unref);
  for (guint i = 0; i < MIN (g_list_model_get_n_items (list), most); i++)
    {
      HearthRecord *record = g_list_model_get_item (list, i);

      if (record != NULL)
        g_ptr_array_add (records, record);
    }
  return records;
}

static GtkWidget *
make_chart (const HearthChart *chart)
{
  HearthTrendChart *trend = hearth_trend_chart_new ();

  hearth_trend_chart_set_chart (trend, chart);
  return GTK_WIDGET (trend);
}

/* ---- Sessions by month ---- */

/* The first day of the month @before months ago; ISO, transfer full. */
static char *
dup_first_day (const char *today, int before)
{
  g_autofree char *first = g_strdup_printf ("%.8s01", today);

  return hearth_date_add_months (first, -before);
}

static char *
format_month (const char *month)
{
  int year = 0, number = 0;
  g_autoptr (GDateTime) day = NULL;

  if (sscanf (month, "%d-%d", &year, &number) != 2)
    return g_strdup (month);
  day = g_date_time_new_utc (year, number, 1, 0, 0, 0);
  return day != NULL ? g_date_time_format (day, "%b") : g_strdup (month);
}

static HearthBars *
make_bars (GPtrArray *months)
{
  HearthBars *bars = hearth_bars_new (_ ("Sessions offered, by month"), _ ("Took place"), _ ("Declined"));

  for (guint i = 0; i < months->len; i++)
    {
      const HearthSessionCount *count = g_ptr_array_index (months, i);
      g_autofree char *label = format_month (count->month);

      hearth_bars_add (bars, label, count->attended + count->cut_short, count->declined);
    }
  return bars;
}

static GtkWidget *
make_strip (const HearthSessionCount *sum)
{
  HearthFigureStrip *strip = hearth_figure_strip_new ();

  hearth_figure_strip_add (strip, sum->offered, _ ("Offered"), NULL);
  hearth_figure_strip_add (strip, sum->attended + sum->cut_short, _ ("Took place"), NULL);
  hearth_figure_strip_add (strip, sum->declined, _ ("Declined"), NULL);
  return GTK_WIDGET (strip);
}

GtkWidget *
hearth_counselling_make_sessions (HearthStore *store, HearthRecord *resident)
{
  g_autofree char *today = hearth_clock_today (hearth_store_get_clock (store));
  g_autofree char *from = dup_first_day (today, MONTHS - 1);
  g_autoptr (GPtrArray) months =
    hearth_sessions_count (store, resident != NULL ? hearth_record_get_id (resident) : NULL, from, today,
                           NULL);
  g_autoptr (HearthBars) bars = NULL;
  HearthSessionCount sum;
  HearthTrendChart *trend;
  GtkWidget *box;

  if (months == NULL || months->len == 0)
    return NULL;
  sum = hearth_sessions_sum (months);
  if (sum.offered == 0)
    return hearth_area_nothing_new (_ ("No session was offered in the last six months. Write down offers "
                                       "that "
                                       "were declined too: to say no is a choice that counts."));
  bars = make_bars (months);
  trend = hearth_trend_chart_new ();
  hearth_trend_chart_set_bars (trend, bars);
  box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 12);
  gtk_box_append (GTK_BOX (box), make_strip (&sum));
  gtk_box_append (GTK_BOX (box), GTK_WIDGET (trend));
  return box;
}

/* ---- Mood ---- */

GtkWidget *
hearth_counselling_make_mood (HearthStore *store, HearthRecord *resident)
{
  static const char *const fields[] = { "mood_before", "mood_after", NULL };
  g_autoptr (GPtrArray) sessions =
    list_newest (store, resident, &hearth_counselling_session_type, MOOD_SESSIONS);
  g_autoptr (HearthChart) chart =
    sessions != NULL ? hearth_chart_new_for_records (sessions, "date", fields) : NULL;

  if (chart == NULL)
    return NULL;
  for (const char *const *name = fields; *name != NULL; name++)
    {
      const HearthField *field = hearth_record_type_lookup_field (&hearth_counselling_session_type, *name);
      HearthChartSeries *series =
        hearth_chart_add_series (chart, HEARTH_CHART_LINE, HEARTH_CHART_TIMES, _ (field->label), "",
                                 field->minimum, field->maximum, 5);

      hearth_chart_series_add_records (chart, series, sessions, "date", *name);
    }
  return make_chart (chart);
}

/* ---- Scores ---- */

/* Where no scale is known, the scores themselves say how far it goes. */
static void
get_scale (GPtrArray *scores, double *lowest, double *highest)
{
  HearthRecord *latest = g_ptr_array_index (scores, 0);

  *lowest = INFINITY;
  *highest = -INFINITY;
  for (guint i = 0; i < scores->len; i++)
    {
      double score = g_ascii_strtod (hearth_record_get (g_ptr_array_index (scores, i), "score"), NULL);

      *lowest = MIN (*lowest, score);
      *highest = MAX (*highest, score);
    }
  if (hearth_record_has (latest, "lowest"))
    *lowest = MIN (*lowest, g_ascii_strtod (hearth_record_get (latest, "lowest"), NULL));
  if (hearth_record_has (latest, "highest"))
    *highest = MAX (*highest, g_ascii_strtod (hearth_record_get (latest, "highest"), NULL));
  if (*lowest >= *highest)
    *highest = *lowest + 1;
}

static HearthChart *
make_score_chart (GPtrArray *scores)
{
  static const char *const fields[] = { "score", NULL };
  const HearthField *field = hearth_record_type_lookup_field (&hearth_assessment_score_type, "score");
  g_autoptr (HearthChart) chart = hearth_chart_new_for_records (scores, "date", fields);
  HearthChartSeries *series;
  double lowest, highest;

  if (chart == NULL)
    return NULL;
  get_scale (scores, &lowest, &highest);
  series = hearth_chart_add_series (chart, HEARTH_CHART_LINE, HEARTH_CHART_TIMES, _ (field->label), "",
                                    lowest, highest, (highest - lowest) / STEPS_OF_A_SCALE);
  hearth_chart_series_add_records (chart, series, scores, "date", "score");
  return g_steal_pointer (&chart);
}

/* "9" where no tenths are needed; "" where nothing is known. */
static char *
format_number (HearthRecord *score, const char *name)
{
  char plain[G_ASCII_DTOSTR_BUF_SIZE];

  if (!hearth_record_has (score, name))
    return g_strdup ("");
  g_ascii_formatd (plain, sizeof plain, "%g", g_ascii_strtod (hearth_record_get (score, name), NULL));
  return hearth_number_format (plain);
}

/* "12 of 27", and below "3 May 2026 · answered by: The resident" */
static GtkWidget *
make_latest_row (HearthRecord *score)
{
  const HearthRecordType *type = &hearth_assessment_score_type;
  g_autofree char *value = format_number (score, "score");
  g_autofree char *most = format_number (score, "highest");
  g_autofree char *who =
    hearth_record_format (score, hearth_record_type_lookup_field (type, "respondent"), "");
  g_autofree char *day = hearth_isolate (hearth_date_format (hearth_record_get (score, "date")));
  /* Translators: a score, and the highest there can be */
  g_autofree char *title = *most != '\0' ? g_strdup_printf (_ ("%s of %s"), value, most) : g_strdup (value);
  /* Translators: the day of a questionnaire, and who answered it */
  g_autofree char *about =
    *who != '\0' ? g_strdup_printf (_ ("%s · answered by: %s"), day, who) : g_strdup (day);
  GtkWidget *row = hearth_plain_row_new_for_record (title, about, hearth_record_get_id (score));

  hearth_plain_row_add_icon (row, type->icon_name);
  hearth_plain_row_add_arrow (row);
  return row;
}

/* @scores: of one instrument, newest first */
static void
add_instrument (GtkBox *box, GPtrArray *scores)
{
  HearthRecord *latest = g_ptr_array_index (scores, 0);
  g_autofree char *direction =
    hearth_record_format (latest, hearth_record_type_lookup_field (&hearth_assessment_score_type, "better"),
                          "");
  g_autoptr (HearthChart) chart = make_score_chart (scores);
  AdwPreferencesGroup *group =
    hearth_plain_page_add_group (box, hearth_record_get (latest, "instrument"), direction);

  adw_preferences_group_add (group, make_latest_row (latest));
  if (chart != NULL)
    {
      GtkWidget *trend = make_chart (chart);

      gtk_widget_set_margin_top (trend, 12);
      adw_preferences_group_add (group, trend);
    }
}

GtkWidget *
hearth_counselling_make_scores (HearthStore *store, HearthRecord *resident)
{
  g_autoptr (GPtrArray) scores = list_newest (store, resident, &hearth_assessment_score_type, MOST_SCORES);
  g_autoptr (GHashTable) by_name =
    g_hash_table_new_full (g_str_hash, g_str_equal, NULL, (GDestroyNotify) g_ptr_array_unref);
  g_autoptr (GPtrArray) names = g_ptr_array_new ();
  GtkBox *box;

  if (scores == NULL || scores->len == 0)
    return NULL;
  for (guint i = 0; i < scores->len; i++)
    {
      HearthRecord *score = g_ptr_array_index (scores, i);
      const char *name = hearth_record_get (score, "instrument");
      GPtrArray *of_name = g_hash_table_lookup (by_name, name);

      if (of_name == NULL)
        {
          of_name = g_ptr_array_new ();
          g_hash_table_insert (by_name, (gpointer) name, of_name);
          g_ptr_array_add (names, (gpointer) name);
        }
      g_ptr_array_add (of_name, score);
    }
  box = GTK_BOX (gtk_box_new (GTK_ORIENTATION_VERTICAL, 24));
  for (guint i = 0; i < names->len; i++)
    add_instrument (box, g_hash_table_lookup (by_name, g_ptr_array_index (names, i)));
  return GTK_WIDGET (box);
}

void
hearth_score_fill_in (HearthStore *store, HearthRecord *score)
{
  HearthRecord *account = hearth_store_get_account (store);

  if (account != NULL && !hearth_record_has (score, "assessor"))
    hearth_record_set (score, "assessor", hearth_record_get_id (account));
}

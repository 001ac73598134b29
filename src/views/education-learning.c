/* SPDX-License-Identifier: GPL-3.0-or-later
 * How learning goes: how often a resident was there, marks by subject and term, skills by area.
 */
#define G_LOG_DOMAIN "hearth-views"

#include "config.h"

#include "views/education-parts.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "core/date.h"
#include "core/week.h"
#include "draw/bars.h"
#include "draw/chart.h"
#include "records/types.h"
#include "rules/school.h"
#include "views/area.h"
#include "views/plain-row.h"
#include "views/resident-file.h"
#include "widgets/trend-chart.h"

#define WEEK 7
#define WEEKS 8
#define MOST_TERMS 4
#define LEAST_POINTS 2
#define MOST_CHARTS 4
#define ALL_OF_IT 100
#define QUARTER 25

/* ---- Helpers ---- */

static GtkWidget *
make_card (GtkWidget *content)
{
  GtkWidget *card = adw_bin_new ();

  gtk_widget_set_margin_top (content, 12);
  gtk_widget_set_margin_bottom (content, 12);
  gtk_widget_set_margin_start (content, 12);
  gtk_widget_set_margin_end (content, 12);
  gtk_widget_add_css_class (card, "card");
  adw_bin_set_child (ADW_BIN (card), content);
  return card;
}

static GtkWidget *
make_bars (HearthBars *bars)
{
  HearthTrendChart *chart = hearth_trend_chart_new ();

  hearth_trend_chart_set_bars (chart, bars);
  return GTK_WIDGET (chart);
}

/* ---- Attendance ---- */

static char *
format_week (const char *first)
{
  HearthPartialDate date;
  g_autoptr (GDateTime) day = NULL;

  hearth_partial_date_read (first, &date);
  day = g_date_time_new_utc (date.year, date.month, date.day, 0, 0, 0);
  /* Translators: a day without its year, as g_date_time_format () takes it */
  return g_date_time_format (day, _ ("%-d %b"));
}

static GtkWidget *
make_weeks (HearthStore *store, const char *id, const char *first)
{
  g_autoptr (HearthBars) bars = hearth_bars_new (_ ("Days by week"), _ ("There"), _ ("Away"));

  for (int week = 0; week < WEEKS; week++)
    {
      g_autofree char *from = hearth_date_add_days (first, week * WEEK);
      g_autofree char *to = hearth_date_add_days (from, WEEK - 1), *label = format_week (from);
      HearthAttendanceCount count = { 0 };

      if (hearth_attendance_count (store, id, from, to, &count, NULL))
        hearth_bars_add (bars, label, hearth_attendance_count_get_there (&count),
                         count.excused + count.absent);
    }
  return make_bars (bars);
}

/* NULL where no reason is written. */
static GtkWidget *
make_reasons (HearthStore *store, const char *id, const char *from, const char *to)
{
  const HearthField *field = hearth_record_type_lookup_field (&hearth_attendance_type, "reason");
  g_autoptr (HearthBars) bars = hearth_bars_new (_ ("Why away, late or for a part"), _ ("Days"), NULL);

  for (const HearthChoice *choice = field->choices; choice->code != NULL; choice++)
    {
      g_autoptr (HearthQuery) query = hearth_query_new (&hearth_attendance_type);
      const char *const codes[] = { choice->code, NULL };
      gint64 n;

      hearth_query_set_resident (query, id);
      hearth_query_set_period (query, from, to);
      hearth_query_set_filter (query, "reason", codes);
      n = hearth_store_count (store, query, NULL);
      if (n > 0)
        hearth_bars_add (bars, _ (choice->label), (unsigned int) n, 0);
    }
  return hearth_bars_get_total (bars) > 0 ? make_bars (bars) : NULL;
}

static GtkWidget *
make_share (const HearthAttendanceCount *count)
{
  unsigned int there = hearth_attendance_count_get_there (count),
               days = hearth_attendance_count_get_days (count);
  g_autofree char *words =
    g_strdup_printf (g_dngettext (GETTEXT_PACKAGE, "There on %u of %u day with lessons: %d %%",
                                  "There on %u of %u days with lessons: %d %%", days),
                     there, days, hearth_attendance_count_get_share (count));
  GtkWidget *label = gtk_label_new (words);

  gtk_label_set_wrap (GTK_LABEL (label), TRUE);
  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_widget_add_css_class (label, "heading");
  return label;
}

GtkWidget *
hearth_education_make_attendance (HearthStore *store, HearthRecord *resident)
{
  const char *id = hearth_record_get_id (resident);
  g_autofree char *today = hearth_clock_today (hearth_store_get_clock (store));
  g_autofree char *this_week = hearth_week_begin (today);
  g_autofree char *first = hearth_date_add_days (this_week, -(WEEKS - 1) * WEEK);
  HearthAttendanceCount count;
  GtkWidget *box, *reasons;

  if (!hearth_attendance_count (store, id, first, today, &count, NULL) ||
      hearth_attendance_count_get_days (&count) == 0)
    return NULL;
  box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 12);
  gtk_box_append (GTK_BOX (box), make_share (&count));
  gtk_box_append (GTK_BOX (box), make_weeks (store, id, first));
  reasons = make_reasons (store, id, first, today);
  if (reasons != NULL)
    gtk_box_append (GTK_BOX (box), reasons);
  return make_card (box);
}

/* ---- Marks ---- */

/* @order: of names, borrowed from the records; @name is added where it is new. */
static guint
find_or_add (GPtrArray *order, const char *name)
{
  guint place;

  if (g_ptr_array_find_with_equal_func (order, name, g_str_equal, &place))
    return place;
  g_ptr_array_add (order, (gpointer) name);
  return order->len - 1;
}

static GtkWidget *
add_label (GtkGrid *grid, const char *words, int column, int row, const char *style)
{
  GtkWidget *label = gtk_label_new (words);

  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_label_set_ellipsize (GTK_LABEL (label), PANGO_ELLIPSIZE_END);
  gtk_widget_set_hexpand (label, TRUE);
  gtk_widget_set_tooltip_text (label, words);
  if (style != NULL)
    gtk_widget_add_css_class (label, style);
  gtk_grid_attach (grid, label, column, row, 1, 1);
  return label;
}

/* "B (72 %)"; read out with what it is of. */
static void
add_mark (GtkGrid *grid, HearthRecord *mark, int column, int row)
{
  const char *given = hearth_record_get (mark, "mark"), *percent = hearth_record_get (mark, "percent");
  g_autofree char *words =
    *percent != '\0' ? g_strdup_printf (_ ("%s (%s %%)"), given, percent) : g_strdup (given);
  /* Translators: a mark as it is read out: subject, term, mark */
  g_autofree char *label = g_strdup_printf (_ ("%s, %s: %s"), hearth_record_get (mark, "school_subject"),
                                            hearth_record_get (mark, "term"), words);

  gtk_accessible_update_property (GTK_ACCESSIBLE (add_label (grid, words, column, row, "numeric")),
                                  GTK_ACCESSIBLE_PROPERTY_LABEL, label, -1);
}

/* @marks: oldest first. The last terms; of several marks in one, the last. */
static GtkWidget *
make_table (GPtrArray *marks)
{
  GtkGrid *grid = GTK_GRID (gtk_grid_new ());
  g_autoptr (GPtrArray) terms = g_ptr_array_new (), subjects = g_ptr_array_new ();
  g_autoptr (GHashTable) filled = g_hash_table_new (NULL, NULL);
  guint skipped;

  for (guint i = 0; i < marks->len; i++)
    find_or_add (terms, hearth_record_get (g_ptr_array_index (marks, i), "term"));
  skipped = terms->len > MOST_TERMS ? terms->len - MOST_TERMS : 0;
  gtk_grid_set_row_spacing (grid, 9);
  gtk_grid_set_column_spacing (grid, 12);
  add_label (grid, _ ("Subject"), 0, 0, "dimmed");
  for (guint i = skipped; i < terms->len; i++)
    add_label (grid, g_ptr_array_index (terms, i), (int) (i - skipped) + 1, 0, "dimmed");
  for (guint i = marks->len; i > 0; i--)
    {
      HearthRecord *mark = g_ptr_array_index (marks, i - 1);
      guint term = find_or_add (terms, hearth_record_get (mark, "term")), n_subjects = subjects->len, subject;

      if (term < skipped)
        continue;
      subject = find_or_add (subjects, hearth_record_get (mark, "school_subject"));
      if (subjects->len > n_subjects)
        add_label (grid, g_ptr_array_index (subjects, subject), 0, (int) subject + 1, NULL);
      if (g_hash_table_add (filled, GUINT_TO_POINTER (subject * MOST_TERMS + (term - skipped) + 1)))
        add_mark (grid, mark, (int) (term - skipped) + 1, (int) subject + 1);
    }
  return GTK_WIDGET (grid);
}

static int
get_julian (HearthRecord *mark)
{
  int first = 0, last = 0;

  hearth_partial_date_get_span (hearth_record_get (mark, "date"), &first, &last);
  return first;
}

static void
add_series (HearthChart *chart, GPtrArray *marks, const char *subject)
{
  HearthChartSeries *series = NULL;
  guint n = 0;

  for (guint pass = 0; pass < 2; pass++)
    for (guint i = 0; i < marks->len; i++)
      {
        HearthRecord *mark = g_ptr_array_index (marks, i);

        if (!hearth_record_has (mark, "percent") ||
            !g_str_equal (hearth_record_get (mark, "school_subject"), subject))
          continue;
        if (pass == 0)
          n++;
        else if (n >= LEAST_POINTS)
          {
            if (series == NULL)
              series = hearth_chart_add_series (chart, HEARTH_CHART_LINE, HEARTH_CHART_TIMES, subject, "%", 0,
                                                ALL_OF_IT, QUARTER);
            hearth_chart_series_add (chart, series, get_julian (mark),
                                     (double) hearth_record_get_integer (mark, "percent", 0));
          }
      }
}

/* NULL where no subject has two shares to join. */
static GtkWidget *
make_chart (GPtrArray *marks)
{
  g_autoptr (HearthChart) chart = hearth_chart_new (get_julian (g_ptr_array_index (marks, 0)),
                                                    get_julian (g_ptr_array_index (marks, marks->len - 1)));
  g_autoptr (GPtrArray) subjects = g_ptr_array_new ();
  HearthTrendChart *trend;

  for (guint i = marks->len; i > 0; i--)
    find_or_add (subjects, hearth_record_get (g_ptr_array_index (marks, i - 1), "school_subject"));
  for (guint i = 0; i < subjects->len && chart->series->len < MOST_CHARTS; i++)
    add_series (chart, marks, g_ptr_array_index (subjects, i));
  if (chart->series->len == 0)
    return NULL;
  trend = hearth_trend_chart_new ();
  hearth_trend_chart_set_chart (trend, chart);
  return GTK_WIDGET (trend);
}

/* Oldest first. */
static GPtrArray *
list_marks (HearthStore *store, HearthRecord *resident)
{
  g_autoptr (GListModel) model =
    hearth_resident_file_list (store, resident, &hearth_school_mark_type, NULL, NULL);
  GPtrArray *marks = g_ptr_array_new_with_free_func (g_object_unref);

  for (guint i = model != NULL ? g_list_model_get_n_items (model) : 0; i > 0; i--)
    {
      HearthRecord *mark = g_list_model_get_item (model, i - 1);

      if (mark != NULL)
        g_ptr_array_add (marks, mark);
    }
  return marks;
}

GtkWidget *
hearth_education_make_marks (HearthStore *store, HearthRecord *resident)
{
  g_autoptr (GPtrArray) marks = list_marks (store, resident);
  GtkWidget *box, *chart;

  if (marks->len == 0)
    return NULL;
  box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 18);
  gtk_box_append (GTK_BOX (box), make_table (marks));
  chart = make_chart (marks);
  if (chart != NULL)
    gtk_box_append (GTK_BOX (box), chart);
  return make_card (box);
}

/* ---- Skills ---- */

static unsigned int
count_steps (const HearthField *levels, const char *code)
{
  unsigned int n = 0;

  while (levels->choices[n].code != NULL && !g_str_equal (levels->choices[n].code, code))
    n++;
  return n;
}

/* Three steps up from "not begun", of which as many are filled. */
static GtkWidget *
make_steps (HearthRecord *skill)
{
  const HearthField *levels = hearth_record_type_lookup_field (&hearth_skill_type, "level");
  const char *code = hearth_record_get (skill, "level");
  const HearthChoice *level = hearth_field_lookup_choice (levels, code);
  unsigned int most = 0;

  while (levels->choices[most + 1].code != NULL)
    most++;
  return hearth_education_make_level (GTK_LEVEL_BAR_MODE_DISCRETE, MIN (count_steps (levels, code), most),
                                      most, _ (levels->label), level != NULL ? _ (level->label) : "");
}

static GtkWidget *
make_skill_row (HearthRecord *skill, const HearthChoice *area)
{
  g_autofree char *title = hearth_record_dup_title (skill), *level = hearth_record_dup_subtitle (skill);
  g_autofree char *day = hearth_date_format (hearth_record_get (skill, "date"));
  g_autofree char *about = g_strdup_printf ("%s · %s · %s", _ (area->label), level, day);
  GtkWidget *row = hearth_plain_row_new_for_record (title, about, hearth_record_get_id (skill));

  adw_action_row_add_suffix (ADW_ACTION_ROW (row), make_steps (skill));
  return row;
}

/* The newest of each, by area and name. */
static GPtrArray *
list_latest_skills (HearthStore *store, HearthRecord *resident)
{
  g_autoptr (GListModel) model = hearth_resident_file_list (store, resident, &hearth_skill_type, NULL, NULL);
  g_autoptr (GHashTable) seen = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  GPtrArray *skills = g_ptr_array_new_with_free_func (g_object_unref);

  for (guint i = 0; model != NULL && i < g_list_model_get_n_items (model); i++)
    {
      g_autoptr (HearthRecord) skill = g_list_model_get_item (model, i);
      g_autofree char *name = g_utf8_casefold (hearth_record_get (skill, "skill"), -1);

      if (g_hash_table_add (seen, g_strconcat (hearth_record_get (skill, "area"), " ", name, NULL)))
        g_ptr_array_add (skills, g_steal_pointer (&skill));
    }
  return skills;
}

GtkWidget *
hearth_education_make_skills (HearthStore *store, HearthRecord *resident)
{
  const HearthField *areas = hearth_record_type_lookup_field (&hearth_skill_type, "area");
  g_autoptr (GPtrArray) skills = list_latest_skills (store, resident);
  GtkListBox *list;

  if (skills->len == 0)
    return NULL;
  list = hearth_area_list_new (_ ("Skills"));
  for (const HearthChoice *area = areas->choices; area->code != NULL; area++)
    for (guint i = 0; i < skills->len; i++)
      {
        HearthRecord *skill = g_ptr_array_index (skills, i);

        if (g_str_equal (hearth_record_get (skill, "area"), area->code))
          gtk_list_box_append (list, make_skill_row (skill, area));
      }
  return GTK_WIDGET (list);
}

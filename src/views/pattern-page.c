/* SPDX-License-Identifier: GPL-3.0-or-later
 * What incidents have in common: hours, weekdays, places, what set them off, and weeks beside visits and court.
 */
#define G_LOG_DOMAIN "hearth-views"

#include "config.h"

#include "views/pattern-page.h"

#include <glib/gi18n-lib.h>

#include "core/date.h"
#include "records/types.h"
#include "views/follow.h"
#include "views/pattern-bars.h"
#include "views/plain-page.h"
#include "widgets/trend-chart.h"

/* Days, in the order of the choices. */
static const int periods[] = { 30, 90, 365 };

#define USUAL_PERIOD 1

struct _HearthPatternPage {
  AdwNavigationPage parent_instance;

  /* Borrowed */
  AdwComboRow *period;
  AdwComboRow *kind;
  AdwComboRow *resident;
  GtkBox *charts;

  /* Owned */
  HearthStore *store;
  GPtrArray *residents; /* ids, in the order of the choices after "everybody" */
};

G_DEFINE_FINAL_TYPE (HearthPatternPage, hearth_pattern_page, ADW_TYPE_NAVIGATION_PAGE)

/* ---- Asking ---- */

static const HearthChoice *
get_kinds (void)
{
  return hearth_record_type_lookup_field (&hearth_incident_type, "category")->choices;
}

/* The first choice is everything. */
static const char *
get_kind (HearthPatternPage *self)
{
  guint chosen = adw_combo_row_get_selected (self->kind);

  return chosen > 0 && chosen != GTK_INVALID_LIST_POSITION ? get_kinds ()[chosen - 1].code : NULL;
}

static const char *
get_resident (HearthPatternPage *self)
{
  guint chosen = adw_combo_row_get_selected (self->resident);

  return chosen > 0 && chosen <= self->residents->len ? g_ptr_array_index (self->residents, chosen - 1)
                                                      : NULL;
}

static int
get_days (HearthPatternPage *self)
{
  return periods[MIN (adw_combo_row_get_selected (self->period), G_N_ELEMENTS (periods) - 1)];
}

static HearthIncidentPattern *
read_pattern (HearthPatternPage *self, GError **error)
{
  g_autofree char *today = hearth_clock_today (hearth_store_get_clock (self->store));
  g_autofree char *from = hearth_date_add_days (today, 1 - get_days (self));

  return hearth_incident_pattern_new_of (self->store, get_resident (self), get_kind (self), from, today,
                                         error);
}

/* ---- Showing ---- */

/* Takes @bars. */
static void
add_chart (HearthPatternPage *self, HearthBars *bars)
{
  g_autoptr (HearthBars) taken = bars;
  GtkWidget *card, *chart;

  if (hearth_bars_get_total (bars) == 0)
    return;
  card = adw_bin_new ();
  chart = GTK_WIDGET (hearth_trend_chart_new ());
  hearth_trend_chart_set_bars (HEARTH_TREND_CHART (chart), bars);
  gtk_widget_set_margin_top (chart, 12);
  gtk_widget_set_margin_bottom (chart, 12);
  gtk_widget_set_margin_start (chart, 12);
  gtk_widget_set_margin_end (chart, 12);
  gtk_widget_add_css_class (card, "card");
  adw_bin_set_child (ADW_BIN (card), chart);
  adw_preferences_group_add (hearth_plain_page_add_group (self->charts, bars->title, NULL), card);
}

static void
add_summary (HearthPatternPage *self, const HearthIncidentPattern *pattern)
{
  g_autofree char *words = g_strdup_printf (g_dngettext (GETTEXT_PACKAGE, "%u incident in the last %d days.",
                                                         "%u incidents in the last %d days.", pattern->n),
                                            pattern->n, get_days (self));
  g_autofree char *both =
    pattern->weeks->len > HEARTH_PATTERN_MOST_WEEKS
      ? g_strdup_printf (_ ("%s The weeks shown are the last %d."), words, HEARTH_PATTERN_MOST_WEEKS)
      : g_strdup (words);
  GtkWidget *label = gtk_label_new (both);

  gtk_label_set_wrap (GTK_LABEL (label), TRUE);
  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_widget_add_css_class (label, "heading");
  gtk_box_append (self->charts, label);
}

static void
add_charts (HearthPatternPage *self, const HearthIncidentPattern *pattern)
{
  add_summary (self, pattern);
  add_chart (self, hearth_pattern_bars_of_hours (pattern));
  add_chart (self, hearth_pattern_bars_of_weekdays (pattern));
  add_chart (self, hearth_pattern_bars_of_counts (pattern->places, _ ("By place")));
  add_chart (self, hearth_pattern_bars_of_counts (pattern->triggers, _ ("By what may have set it off")));
  if (get_kind (self) == NULL)
    add_chart (self, hearth_pattern_bars_of_counts (pattern->categories, _ ("By kind")));
  add_chart (self, hearth_pattern_bars_of_weeks (pattern));
  add_chart (self, hearth_pattern_bars_of_occasions (pattern));
}

static void
show (gpointer owner)
{
  HearthPatternPage *self = owner;
  g_autoptr (GError) error = NULL;
  g_autoptr (HearthIncidentPattern) pattern = read_pattern (self, &error);

  hearth_plain_page_empty (self->charts);
  if (pattern == NULL)
    {
      hearth_plain_page_add_error (self->charts, error);
      return;
    }
  if (pattern->n == 0)
    hearth_plain_page_add_status (self->charts, "object-select-symbolic", _ ("No incidents in these days"),
                                  _ ("When there are some, it shows here at which hours and places they "
                                     "come together, and what went before."));
  else
    add_charts (self, pattern);
}

/* ---- Choices ---- */

static AdwComboRow *
add_choice (HearthPatternPage *self, AdwPreferencesGroup *group, const char *title, GtkStringList *labels)
{
  GtkWidget *row = adw_combo_row_new ();

  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), title);
  adw_combo_row_set_model (ADW_COMBO_ROW (row), G_LIST_MODEL (labels));
  adw_preferences_group_add (group, row);
  g_object_unref (labels);
  return ADW_COMBO_ROW (row);
}

static GtkStringList *
list_periods (void)
{
  GtkStringList *labels = gtk_string_list_new (NULL);

  for (gsize i = 0; i < G_N_ELEMENTS (periods); i++)
    gtk_string_list_take (labels, g_strdup_printf (g_dngettext (GETTEXT_PACKAGE, "Last %d day",
                                                                "Last %d days", (gulong) periods[i]),
                                                   periods[i]));
  return labels;
}

static GtkStringList *
list_kinds (void)
{
  GtkStringList *labels = gtk_string_list_new (NULL);

  gtk_string_list_append (labels, _ ("Every kind"));
  for (const HearthChoice *kind = get_kinds (); kind->code != NULL; kind++)
    gtk_string_list_append (labels, _ (kind->label));
  return labels;
}

static GtkStringList *
list_residents (HearthPatternPage *self)
{
  GtkStringList *labels = gtk_string_list_new (NULL);
  g_autoptr (HearthQuery) query = hearth_query_new (&hearth_resident_type);
  g_autoptr (GListModel) residents = NULL;

  gtk_string_list_append (labels, _ ("Everybody"));
  hearth_query_set_sort (query, "name_used", false);
  residents = hearth_store_list (self->store, query, NULL);
  for (guint i = 0; residents != NULL && i < g_list_model_get_n_items (residents); i++)
    {
      g_autoptr (HearthRecord) resident = g_list_model_get_item (residents, i);

      if (resident == NULL)
        continue;
      gtk_string_list_take (labels, hearth_record_dup_title (resident));
      g_ptr_array_add (self->residents, g_strdup (hearth_record_get_id (resident)));
    }
  return labels;
}

static void
add_choices (HearthPatternPage *self, GtkBox *box)
{
  AdwPreferencesGroup *group = ADW_PREFERENCES_GROUP (adw_preferences_group_new ());
  AdwComboRow **rows[] = { &self->period, &self->kind, &self->resident };

  gtk_box_append (box, GTK_WIDGET (group));
  self->period = add_choice (self, group, _ ("Days"), list_periods ());
  self->kind = add_choice (self, group, _ ("Kind"), list_kinds ());
  self->resident = add_choice (self, group, _ ("Resident"), list_residents (self));
  adw_combo_row_set_selected (self->period, USUAL_PERIOD);
  for (gsize i = 0; i < G_N_ELEMENTS (rows); i++)
    hearth_follow (self, *rows[i], "notify::selected", show);
}

/* ---- Overrides ---- */

static void
hearth_pattern_page_dispose (GObject *object)
{
  HearthPatternPage *self = HEARTH_PATTERN_PAGE (object);

  g_clear_object (&self->store);
  g_clear_pointer (&self->residents, g_ptr_array_unref);

  G_OBJECT_CLASS (hearth_pattern_page_parent_class)->dispose (object);
}

static void
hearth_pattern_page_class_init (HearthPatternPageClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = hearth_pattern_page_dispose;
}

static void
hearth_pattern_page_init (HearthPatternPage *self)
{
  self->residents = g_ptr_array_new_with_free_func (g_free);
}

/* ---- Public ---- */

HearthPatternPage *
hearth_pattern_page_new (HearthStore *store)
{
  HearthPatternPage *self = g_object_new (HEARTH_TYPE_PATTERN_PAGE, NULL);
  GtkBox *column =
    hearth_plain_page_fill (ADW_NAVIGATION_PAGE (self), _ ("What incidents have in common"), NULL, NULL);

  self->store = g_object_ref (store);
  add_choices (self, column);
  self->charts = GTK_BOX (gtk_box_new (GTK_ORIENTATION_VERTICAL, 24));
  gtk_box_append (column, GTK_WIDGET (self->charts));
  show (self);
  return self;
}

/* SPDX-License-Identifier: GPL-3.0-or-later
 * How a resident's last days went, drawn and told, with what happened on the way.
 */
#define G_LOG_DOMAIN "hearth-views"

#include "config.h"

#include "views/trend-group.h"

#include <glib/gi18n-lib.h>

#include "core/date.h"
#include "records/types.h"
#include "report/daily-trend.h"
#include "widgets/trend-chart.h"

struct _HearthTrendGroup {
  AdwBin parent_instance;

  /* Borrowed */
  HearthTrendChart *trend;
  AdwToggleGroup *lengths;

  /* Owned */
  HearthStore *store;
  char *resident;     /* id */
  GListModel *entries; /* of the daily log; NULL where the reader may see none */
  GPtrArray *marks;    /* of GListModel, those of what stands in the chart as a mark */
  char *first;         /* ISO dates */
  char *last;
};

G_DEFINE_FINAL_TYPE (HearthTrendGroup, hearth_trend_group, ADW_TYPE_BIN)

/* The first is what it begins with. */
static const struct {
  const char *name;
  int days;
} lengths[] = { { "30", 30 }, { "90", 90 } };

/* ---- Helpers ---- */

static const char *
get_field (HearthRecord *record, const char *name, gpointer user_data)
{
  return hearth_record_get (record, name);
}

/* Adds those of @list to @records, oldest first. */
static void
collect (GListModel *list, GPtrArray *records)
{
  for (unsigned int i = g_list_model_get_n_items (list); i > 0; i--)
    {
      g_autoptr (HearthRecord) record = g_list_model_get_item (list, i - 1);

      /* One that has just become unreadable. */
      if (record != NULL)
        g_ptr_array_add (records, g_steal_pointer (&record));
    }
}

static bool
is_longest (HearthTrendGroup *self)
{
  const char *name = adw_toggle_group_get_active_name (self->lengths);

  return g_strcmp0 (name, lengths[G_N_ELEMENTS (lengths) - 1].name) == 0;
}

static void
fill (HearthTrendGroup *self)
{
  g_autoptr (GPtrArray) entries = g_ptr_array_new_with_free_func (g_object_unref);
  g_autoptr (GPtrArray) marked = g_ptr_array_new_with_free_func (g_object_unref);
  g_autoptr (HearthChart) chart = NULL;

  if (self->entries != NULL)
    collect (self->entries, entries);
  for (unsigned int i = 0; i < self->marks->len; i++)
    collect (g_ptr_array_index (self->marks, i), marked);
  chart = hearth_daily_trend_new_chart (entries, self->first, self->last, get_field, NULL);
  hearth_daily_trend_add_marks (chart, marked, get_field, NULL);
  hearth_trend_chart_set_chart (self->trend, chart);
  /* Who has looked further back, and found nothing there either, must find the way to the shorter time again. */
  gtk_widget_set_visible (GTK_WIDGET (self), is_longest (self) || !hearth_chart_is_empty (chart));
}

static void
items_changed_cb (HearthTrendGroup *self)
{
  fill (self);
}

/* NULL where the reader may see none. */
static GListModel *
list_records (HearthTrendGroup *self, const HearthRecordType *type)
{
  g_autoptr (HearthQuery) query = hearth_query_new (type);
  g_autoptr (GError) error = NULL;
  GListModel *list;

  hearth_query_set_resident (query, self->resident);
  hearth_query_set_period (query, self->first, self->last);
  list = hearth_store_list (self->store, query, &error);
  if (list != NULL)
    g_signal_connect_object (list, "items-changed", G_CALLBACK (items_changed_cb), self, G_CONNECT_SWAPPED);
  else if (!g_error_matches (error, HEARTH_STORE_ERROR, HEARTH_STORE_ERROR_DENIED))
    g_warning ("Records for a chart cannot be listed: %s", error->message);
  return list;
}

static void
load (HearthTrendGroup *self, int days)
{
  g_clear_object (&self->entries);
  g_ptr_array_set_size (self->marks, 0);
  g_free (self->first);
  self->first = hearth_date_add_days (self->last, 1 - days);
  self->entries = list_records (self, &hearth_daily_log_type);
  for (const HearthRecordType *const *type = hearth_daily_trend_get_mark_types (); *type != NULL; type++)
    {
      GListModel *list = list_records (self, *type);

      if (list != NULL)
        g_ptr_array_add (self->marks, list);
    }
  fill (self);
}

/* ---- Callbacks ---- */

static void
length_chosen_cb (HearthTrendGroup *self)
{
  const char *name = adw_toggle_group_get_active_name (self->lengths);

  for (gsize i = 0; i < G_N_ELEMENTS (lengths); i++)
    if (g_strcmp0 (lengths[i].name, name) == 0)
      load (self, lengths[i].days);
}

/* ---- Overrides ---- */

static void
hearth_trend_group_dispose (GObject *object)
{
  HearthTrendGroup *self = HEARTH_TREND_GROUP (object);

  g_clear_object (&self->entries);
  g_clear_pointer (&self->marks, g_ptr_array_unref);
  g_clear_object (&self->store);
  g_clear_pointer (&self->resident, g_free);
  g_clear_pointer (&self->first, g_free);
  g_clear_pointer (&self->last, g_free);

  G_OBJECT_CLASS (hearth_trend_group_parent_class)->dispose (object);
}

static void
hearth_trend_group_class_init (HearthTrendGroupClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = hearth_trend_group_dispose;
}

static void
add_length (HearthTrendGroup *self, gsize nth)
{
  AdwToggle *toggle = adw_toggle_new ();
  g_autofree char *label =
    g_strdup_printf (g_dngettext (GETTEXT_PACKAGE, "%d day", "%d days", (unsigned long) lengths[nth].days),
                     lengths[nth].days);

  adw_toggle_set_name (toggle, lengths[nth].name);
  adw_toggle_set_label (toggle, label);
  adw_toggle_group_add (self->lengths, toggle);
}

static void
hearth_trend_group_init (HearthTrendGroup *self)
{
  AdwPreferencesGroup *group = ADW_PREFERENCES_GROUP (adw_preferences_group_new ());

  self->marks = g_ptr_array_new_with_free_func (g_object_unref);
  self->trend = hearth_trend_chart_new ();
  self->lengths = ADW_TOGGLE_GROUP (adw_toggle_group_new ());
  gtk_widget_add_css_class (GTK_WIDGET (self->lengths), "flat");
  gtk_widget_set_valign (GTK_WIDGET (self->lengths), GTK_ALIGN_CENTER);
  for (gsize i = 0; i < G_N_ELEMENTS (lengths); i++)
    add_length (self, i);
  adw_toggle_group_set_active_name (self->lengths, lengths[0].name);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->lengths), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  _ ("How many days are shown"), -1);
  adw_preferences_group_set_title (group, _ ("How the days went"));
  adw_preferences_group_set_header_suffix (group, GTK_WIDGET (self->lengths));
  adw_preferences_group_add (group, GTK_WIDGET (self->trend));
  adw_bin_set_child (ADW_BIN (self), GTK_WIDGET (group));
}

/* ---- Public ---- */

HearthTrendGroup *
hearth_trend_group_new (HearthStore *store, HearthRecord *resident)
{
  HearthTrendGroup *self = g_object_new (HEARTH_TYPE_TREND_GROUP, "visible", FALSE, NULL);

  self->store = g_object_ref (store);
  self->resident = g_strdup (hearth_record_get_id (resident));
  self->last = hearth_clock_today (hearth_store_get_clock (store));
  load (self, lengths[0].days);
  g_signal_connect_object (self->lengths, "notify::active-name", G_CALLBACK (length_chosen_cb), self,
                           G_CONNECT_SWAPPED);
  return self;
}

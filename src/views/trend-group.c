/* SPDX-License-Identifier: GPL-3.0-or-later
 * A resident's sleep and mood of the last days, drawn and told.
 */
#define G_LOG_DOMAIN "hearth-views"

#include "config.h"

#include "views/trend-group.h"

#include <glib/gi18n-lib.h>

#include "core/date.h"
#include "records/types.h"
#include "report/daily-trend.h"
#include "widgets/trend-chart.h"

#define DAYS 30

struct _HearthTrendGroup {
  AdwBin parent_instance;

  /* Borrowed */
  HearthTrendChart *trend;

  /* Owned */
  GListModel *entries;
  char *first; /* ISO dates */
  char *last;
};

G_DEFINE_FINAL_TYPE (HearthTrendGroup, hearth_trend_group, ADW_TYPE_BIN)

/* ---- Helpers ---- */

static const char *
get_field (HearthRecord *entry, const char *name, gpointer user_data)
{
  return hearth_record_get (entry, name);
}

static void
fill (HearthTrendGroup *self)
{
  g_autoptr (GPtrArray) oldest_first = g_ptr_array_new_with_free_func (g_object_unref);
  g_autoptr (HearthChart) chart = NULL;

  for (unsigned int i = g_list_model_get_n_items (self->entries); i > 0; i--)
    {
      g_autoptr (HearthRecord) entry = g_list_model_get_item (self->entries, i - 1);

      /* One that has just become unreadable. */
      if (entry != NULL)
        g_ptr_array_add (oldest_first, g_steal_pointer (&entry));
    }
  chart = hearth_daily_trend_new_chart (oldest_first, self->first, self->last, get_field, NULL);
  hearth_trend_chart_set_chart (self->trend, chart);
  gtk_widget_set_visible (GTK_WIDGET (self), !hearth_chart_is_empty (chart));
}

static void
items_changed_cb (HearthTrendGroup *self)
{
  fill (self);
}

/* ---- Overrides ---- */

static void
hearth_trend_group_dispose (GObject *object)
{
  HearthTrendGroup *self = HEARTH_TREND_GROUP (object);

  g_clear_object (&self->entries);
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
hearth_trend_group_init (HearthTrendGroup *self)
{
  GtkWidget *group = adw_preferences_group_new ();

  self->trend = hearth_trend_chart_new ();
  adw_preferences_group_set_title (ADW_PREFERENCES_GROUP (group), _ ("Sleep and mood, last 30 days"));
  adw_preferences_group_add (ADW_PREFERENCES_GROUP (group), GTK_WIDGET (self->trend));
  adw_bin_set_child (ADW_BIN (self), group);
}

/* ---- Public ---- */

HearthTrendGroup *
hearth_trend_group_new (HearthStore *store, HearthRecord *resident)
{
  HearthTrendGroup *self = g_object_new (HEARTH_TYPE_TREND_GROUP, "visible", FALSE, NULL);
  g_autoptr (HearthQuery) query = hearth_query_new (&hearth_daily_log_type);
  g_autoptr (GError) error = NULL;

  self->last = hearth_clock_today (hearth_store_get_clock (store));
  self->first = hearth_date_add_days (self->last, 1 - DAYS);
  hearth_query_set_resident (query, hearth_record_get_id (resident));
  hearth_query_set_period (query, self->first, self->last);
  self->entries = hearth_store_list (store, query, &error);
  if (self->entries != NULL)
    {
      g_signal_connect_object (self->entries, "items-changed", G_CALLBACK (items_changed_cb), self,
                               G_CONNECT_SWAPPED);
      fill (self);
    }
  else if (!g_error_matches (error, HEARTH_STORE_ERROR, HEARTH_STORE_ERROR_DENIED))
    g_warning ("Sleep and mood cannot be listed: %s", error->message);
  return self;
}

/* SPDX-License-Identifier: GPL-3.0-or-later
 * The alerts of a resident that hold today, the high ones first.
 */
#define G_LOG_DOMAIN "hearth-views"

#include "config.h"

#include "views/resident-alerts.h"

#include <string.h>

#include "records/types.h"
#include "views/resident-file.h"

static gboolean
is_current_cb (gpointer item, gpointer user_data)
{
  g_autofree char *today = hearth_clock_today (user_data);
  const char *start = hearth_record_get (item, "start");
  const char *end = hearth_record_get (item, "end");
  const char *state = hearth_record_get (item, "state");

  return strcmp (start, today) <= 0 && (*end == '\0' || strcmp (end, today) >= 0) &&
         !g_str_equal (state, HEARTH_STATE_IN_ERROR);
}

static gboolean
is_high_cb (gpointer item, gpointer user_data)
{
  return g_str_equal (hearth_record_get (item, "level"), "high");
}

/* High first: the choices of the table stand in that order. */
static int
get_rank (HearthRecord *alert)
{
  const HearthField *level = hearth_record_type_lookup_field (&hearth_alert_type, "level");
  int rank = 0;

  while (level->choices[rank].code != NULL &&
         !g_str_equal (level->choices[rank].code, hearth_record_get (alert, "level")))
    rank++;
  return rank;
}

static int
compare_alerts_cb (gconstpointer a, gconstpointer b, gpointer user_data)
{
  return get_rank ((HearthRecord *) a) - get_rank ((HearthRecord *) b);
}

GListModel *
hearth_resident_alerts_new (HearthStore *store, HearthRecord *resident, GtkFilter **current)
{
  GListModel *alerts = hearth_resident_file_list (store, resident, &hearth_alert_type, NULL, NULL);
  GtkFilterListModel *holding;

  *current = NULL;
  if (alerts == NULL)
    return NULL;
  *current = GTK_FILTER (gtk_custom_filter_new (is_current_cb, g_object_ref (hearth_store_get_clock (store)),
                                                g_object_unref));
  holding = gtk_filter_list_model_new (alerts, *current);
  return G_LIST_MODEL (gtk_sort_list_model_new (G_LIST_MODEL (holding),
                                                GTK_SORTER (gtk_custom_sorter_new (compare_alerts_cb, NULL,
                                                                                   NULL))));
}

GListModel *
hearth_resident_alerts_new_high (GListModel *alerts)
{
  return G_LIST_MODEL (gtk_filter_list_model_new (g_object_ref (alerts),
                                                  GTK_FILTER (gtk_custom_filter_new (is_high_cb, NULL,
                                                                                     NULL))));
}

/* SPDX-License-Identifier: GPL-3.0-or-later
 * The alerts and allergies of a resident that hold today, the high and grave ones first.
 */
#define G_LOG_DOMAIN "hearth-views"

#include "config.h"

#include "views/resident-alerts.h"

#include <string.h>

#include "records/types.h"
#include "rules/health.h"
#include "views/resident-file.h"
#include "widgets/words.h"

static gboolean
is_current_cb (gpointer item, gpointer user_data)
{
  g_autofree char *today = hearth_clock_today (user_data);
  const char *end;

  if (hearth_record_get_record_type (item) == &hearth_allergy_type)
    return hearth_allergy_holds (item, today);
  end = hearth_record_get (item, "end");
  return strcmp (hearth_record_get (item, "start"), today) <= 0 &&
         (*end == '\0' || strcmp (end, today) >= 0) &&
         !g_str_equal (hearth_record_get (item, "state"), HEARTH_STATE_IN_ERROR);
}

static gboolean
is_high_cb (gpointer item, gpointer user_data)
{
  return hearth_alert_is_high (item);
}

static int
get_place (HearthRecord *record, const char *name)
{
  const HearthField *field = hearth_record_type_lookup_field (hearth_record_get_record_type (record), name);
  int place = 0;

  while (field->choices[place].code != NULL &&
         !g_str_equal (field->choices[place].code, hearth_record_get (record, name)))
    place++;
  return place;
}

/* High first, of the same height allergies: the choices of the tables stand in that order. */
static int
get_rank (HearthRecord *record)
{
  return hearth_record_get_record_type (record) == &hearth_allergy_type ? 2 * get_place (record, "severity")
                                                                        : 2 * get_place (record, "level") + 1;
}

static int
compare_alerts_cb (gconstpointer a, gconstpointer b, gpointer user_data)
{
  return get_rank ((HearthRecord *) a) - get_rank ((HearthRecord *) b);
}

GListModel *
hearth_resident_alerts_new (HearthStore *store, HearthRecord *resident, GtkFilter **current)
{
  const HearthRecordType *const types[] = { &hearth_allergy_type, &hearth_alert_type };
  GListStore *lists = g_list_store_new (G_TYPE_LIST_MODEL);
  GtkFilterListModel *holding;

  *current = NULL;
  for (gsize i = 0; i < G_N_ELEMENTS (types); i++)
    {
      g_autoptr (GListModel) list = hearth_resident_file_list (store, resident, types[i], NULL, NULL);

      if (list != NULL)
        g_list_store_append (lists, list);
    }
  if (g_list_model_get_n_items (G_LIST_MODEL (lists)) == 0)
    {
      g_object_unref (lists);
      return NULL;
    }
  *current = GTK_FILTER (gtk_custom_filter_new (is_current_cb, g_object_ref (hearth_store_get_clock (store)),
                                                g_object_unref));
  holding =
    gtk_filter_list_model_new (G_LIST_MODEL (gtk_flatten_list_model_new (G_LIST_MODEL (lists))), *current);
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

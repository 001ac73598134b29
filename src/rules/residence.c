/* SPDX-License-Identifier: GPL-3.0-or-later
 * Who lives in the house on a day.
 */
#define G_LOG_DOMAIN "hearth-rules"

#include "rules/residence-private.h"

#include "core/date.h"
#include "records/types.h"
#include "rules/reader-private.h"

#include <string.h>

static void
residence_free (gpointer data)
{
  HearthResidence *residence = data;

  g_clear_object (&residence->resident);
  g_clear_object (&residence->stay);
  g_free (residence);
}

/* Stays here that began up to @to; with @ended_from those that have ended on that day or later, without it those that have
 * no end. */
static bool
add_stays (HearthStore *store, const char *ended_from, const char *to, GHashTable *stays, GError **error)
{
  static const char *const here[] = { "this_house", "hospital", NULL };
  static const char *const no_end[] = { "", NULL };
  g_autoptr (HearthQuery) query = hearth_query_new (&hearth_stay_type);
  g_autoptr (GPtrArray) found = NULL;

  hearth_query_set_filter (query, "placement", here);
  hearth_query_set_period (query, NULL, to);
  if (ended_from != NULL)
    hearth_query_set_range (query, "end", ended_from, NULL);
  else
    hearth_query_set_filter (query, "end", no_end);
  found = hearth_reader_list (store, query, error);
  for (guint i = 0; found != NULL && i < found->len; i++)
    {
      HearthRecord *stay = g_ptr_array_index (found, i);
      const char *resident = hearth_record_get_resident (stay);
      HearthRecord *known = g_hash_table_lookup (stays, resident);

      if (known == NULL ||
          strcmp (hearth_record_get (known, "start"), hearth_record_get (stay, "start")) <= 0)
        g_hash_table_insert (stays, g_strdup (resident), g_object_ref (stay));
    }
  return found != NULL;
}

static bool
add_with_stays (HearthStore *store, GHashTable *stays, GPtrArray *residences, GError **error)
{
  GHashTableIter iter;
  gpointer id, stay;

  g_hash_table_iter_init (&iter, stays);
  while (g_hash_table_iter_next (&iter, &id, &stay))
    {
      g_autoptr (GError) local_error = NULL;
      g_autoptr (HearthRecord) resident = hearth_store_load (store, id, &local_error);
      HearthResidence *residence;

      if (resident == NULL && !g_error_matches (local_error, HEARTH_STORE_ERROR, HEARTH_STORE_ERROR_DENIED))
        {
          g_propagate_error (error, g_steal_pointer (&local_error));
          return false;
        }
      if (resident == NULL || !hearth_record_is_open (resident))
        continue;
      residence = g_new0 (HearthResidence, 1);
      residence->resident = g_steal_pointer (&resident);
      residence->stay = g_object_ref (stay);
      g_ptr_array_add (residences, residence);
    }
  return true;
}

static bool
add_without_stays (HearthStore *store, const char *to, GPtrArray *residences, GError **error)
{
  static const char *const none[] = { HEARTH_FACET_NONE, NULL };
  g_autoptr (HearthQuery) query = hearth_query_new (&hearth_resident_type);
  g_autoptr (GPtrArray) found = NULL;

  hearth_query_set_filter (query, "where_now", none);
  found = hearth_reader_list (store, query, error);
  for (guint i = 0; found != NULL && i < found->len; i++)
    {
      HearthRecord *resident = g_ptr_array_index (found, i);
      g_autofree char *known_since = hearth_instant_dup_date (hearth_record_get (resident, "created_at"));
      HearthResidence *residence;

      if (strcmp (known_since, to) > 0)
        continue;
      residence = g_new0 (HearthResidence, 1);
      residence->resident = g_object_ref (resident);
      g_ptr_array_add (residences, residence);
    }
  return found != NULL;
}

static int
compare_names (gconstpointer a, gconstpointer b)
{
  const HearthResidence *one = *(const HearthResidence *const *) a,
                        *other = *(const HearthResidence *const *) b;
  int order = g_utf8_collate (hearth_record_get (one->resident, "name_used"),
                              hearth_record_get (other->resident, "name_used"));

  return order != 0
           ? order
           : strcmp (hearth_record_get (one->resident, "code"), hearth_record_get (other->resident, "code"));
}

GPtrArray *
hearth_residences_list (HearthStore *store, const char *from, const char *to, GError **error)
{
  g_autoptr (GHashTable) stays = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_object_unref);
  g_autoptr (GPtrArray) residences = g_ptr_array_new_with_free_func (residence_free);

  if (!add_stays (store, from, to, stays, error) || !add_stays (store, NULL, to, stays, error) ||
      !add_with_stays (store, stays, residences, error) || !add_without_stays (store, to, residences, error))
    return NULL;
  g_ptr_array_sort (residences, compare_names);
  return g_steal_pointer (&residences);
}

bool
hearth_residences_keep (HearthStore *store, GPtrArray *records, GError **error)
{
  g_autofree char *today = hearth_clock_today (hearth_store_get_clock (store));
  g_autoptr (GHashTable) here = g_hash_table_new (g_str_hash, g_str_equal);
  g_autoptr (GPtrArray) residences = NULL;

  if (records->len == 0)
    return true;
  residences = hearth_residences_list (store, today, today, error);
  if (residences == NULL)
    return false;
  for (guint i = 0; i < residences->len; i++)
    g_hash_table_add (here,
                      (gpointer) hearth_record_get_id (((HearthResidence *) residences->pdata[i])->resident));
  for (guint i = records->len; i > 0; i--)
    if (!g_hash_table_contains (here, hearth_record_get_resident (records->pdata[i - 1])))
      g_ptr_array_remove_index (records, i - 1);
  return true;
}

char *
hearth_residence_dup_arrival (HearthStore *store, const HearthResidence *residence, GError **error)
{
  g_autoptr (HearthQuery) query = hearth_query_new (&hearth_admission_type);
  g_autoptr (GPtrArray) admissions = NULL;
  const char *start;

  if (residence->stay == NULL)
    return NULL;
  start = hearth_record_get (residence->stay, "start");
  hearth_query_set_resident (query, hearth_record_get_id (residence->resident));
  hearth_query_set_period (query, start, start);
  admissions = hearth_reader_list (store, query, error);
  if (admissions == NULL || admissions->len == 0)
    return NULL;
  return g_strdup (hearth_record_get (g_ptr_array_index (admissions, 0), "arrived_at"));
}

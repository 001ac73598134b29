/* SPDX-License-Identifier: GPL-3.0-or-later
 * How much of what is hard each colleague carries.
 */
#define G_LOG_DOMAIN "hearth-rules"

#include "rules/staff-load.h"

#include "records/types.h"
#include "rules/reader-private.h"

#include <string.h>

#define MONTH_LENGTH 7 /* "2026-03" */

void
hearth_staff_load_free (HearthStaffLoad *load)
{
  if (load == NULL)
    return;
  g_free (load->account);
  g_free (load);
}

bool
hearth_staff_load_sees_all (HearthStore *store)
{
  g_return_val_if_fail (HEARTH_IS_STORE (store), false);

  return hearth_policy_may_do (hearth_store_get_policy (store), HEARTH_ACTION_CARE_FOR_STAFF);
}

static HearthStaffLoad *
find_or_add (GPtrArray *loads, GHashTable *known, HearthRecord *entry)
{
  const char *account = hearth_record_get (entry, "created_by");
  g_autofree char *month = g_strndup (hearth_record_get (entry, "date"), MONTH_LENGTH);
  g_autofree char *key = g_strdup_printf ("%s %s", month, account);
  HearthStaffLoad *load = g_hash_table_lookup (known, key);

  if (load != NULL)
    return load;
  load = g_new0 (HearthStaffLoad, 1);
  load->account = g_strdup (account);
  g_strlcpy (load->month, month, sizeof load->month);
  g_ptr_array_add (loads, load);
  g_hash_table_insert (known, g_steal_pointer (&key), load);
  return load;
}

static void
count (HearthStaffLoad *load, HearthRecord *entry)
{
  const char *debrief = hearth_record_get (entry, "debrief");

  load->n_entries++;
  load->minutes += (unsigned int) (g_ascii_strtod (hearth_record_get (entry, "hours"), NULL) * 60 + 0.5);
  if (g_str_equal (debrief, "not_offered"))
    load->n_not_offered++;
  else if (!g_str_equal (debrief, "not_needed"))
    load->n_offered++;
  if (g_str_equal (debrief, "taken"))
    load->n_taken++;
}

static int
compare_loads (gconstpointer a, gconstpointer b, gpointer user_data)
{
  const HearthStaffLoad *one = *(const HearthStaffLoad *const *) a,
                        *other = *(const HearthStaffLoad *const *) b;
  g_autofree char *name = NULL;
  g_autofree char *other_name = NULL;
  int order = strcmp (other->month, one->month);

  if (order != 0)
    return order;
  name = hearth_store_dup_link_title (user_data, one->account);
  other_name = hearth_store_dup_link_title (user_data, other->account);
  return g_utf8_collate (name, other_name);
}

GPtrArray *
hearth_staff_load_list (HearthStore *store, const char *from, const char *to, GError **error)
{
  g_autoptr (HearthQuery) query = NULL;
  g_autoptr (GPtrArray) entries = NULL;
  g_autoptr (GPtrArray) loads = NULL;
  g_autoptr (GHashTable) known = NULL;

  g_return_val_if_fail (HEARTH_IS_STORE (store), NULL);

  query = hearth_query_new (&hearth_staff_load_type);
  hearth_query_set_period (query, from, to);
  entries = hearth_reader_list (store, query, error);
  if (entries == NULL)
    return NULL;
  loads = g_ptr_array_new_with_free_func ((GDestroyNotify) hearth_staff_load_free);
  known = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  for (guint i = 0; i < entries->len; i++)
    count (find_or_add (loads, known, g_ptr_array_index (entries, i)), g_ptr_array_index (entries, i));
  g_ptr_array_sort_with_data (loads, compare_loads, store);
  return g_steal_pointer (&loads);
}

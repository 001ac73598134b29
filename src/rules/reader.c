/* SPDX-License-Identifier: GPL-3.0-or-later
 * Who is signed in, and what they read.
 */
#define G_LOG_DOMAIN "hearth-rules"

#include "rules/reader-private.h"

#include "core/date.h"
#include "rules/house-policy.h"

#include <string.h>

#define INSTANT_DIGITS 20 /* "2026-03-01T14:30:00Z"; the offset behind it is no part of the moment */

const char *
hearth_reader_get_id (HearthStore *store)
{
  HearthRecord *account = hearth_store_get_account (store);

  return account != NULL ? hearth_record_get_id (account) : "";
}

const HearthRole *
hearth_reader_get_role (HearthStore *store)
{
  HearthPolicy *policy = hearth_store_get_policy (store);

  return HEARTH_IS_HOUSE_POLICY (policy) ? hearth_house_policy_get_role (HEARTH_HOUSE_POLICY (policy)) : NULL;
}

const char *
hearth_reader_get_role_code (HearthStore *store)
{
  const HearthRole *role = hearth_reader_get_role (store);

  return role != NULL ? role->code : "";
}

GPtrArray *
hearth_reader_list (HearthStore *store, HearthQuery *query, GError **error)
{
  g_autoptr (GPtrArray) found = g_ptr_array_new_with_free_func (g_object_unref);
  g_autoptr (GError) local_error = NULL;
  g_autoptr (GListModel) records = hearth_store_list (store, query, &local_error);

  if (records == NULL)
    {
      if (g_error_matches (local_error, HEARTH_STORE_ERROR, HEARTH_STORE_ERROR_DENIED))
        return g_steal_pointer (&found);
      g_propagate_error (error, g_steal_pointer (&local_error));
      return NULL;
    }
  for (guint i = 0; i < g_list_model_get_n_items (records); i++)
    {
      g_autoptr (HearthRecord) record = g_list_model_get_item (records, i);

      if (record != NULL && !g_str_equal (hearth_record_get (record, "state"), HEARTH_STATE_IN_ERROR))
        g_ptr_array_add (found, g_steal_pointer (&record));
    }
  return g_steal_pointer (&found);
}

int
hearth_instant_compare (const char *a, const char *b)
{
  return strncmp (a, b, INSTANT_DIGITS);
}

char *
hearth_instant_add_minutes (const char *instant, int minutes)
{
  g_autoptr (GDateTime) time = hearth_instant_to_date_time (instant);
  g_autoptr (GDateTime) later = time != NULL ? g_date_time_add_minutes (time, minutes) : NULL;

  return later != NULL ? hearth_instant_from_date_time (later) : g_strdup ("");
}

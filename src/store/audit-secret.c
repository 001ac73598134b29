/* SPDX-License-Identifier: GPL-3.0-or-later
 * Rows of the audit of which a reader is not to know that there are any.
 */
#define G_LOG_DOMAIN "hearth-store"

#include "store/audit-secret.h"

#include "records/registry.h"
#include "store/store-private.h"

#include <json-glib/json-glib.h>

static bool
reads_files (HearthStore *store)
{
  return hearth_store_may_read (store, hearth_records_lookup_type ("resident"), NULL);
}

/* Where by role nobody's are for this reader: that somebody wrote one says it all. */
static bool
is_past_reader (HearthStore *store, const HearthRecordType *type)
{
  return type->hidden_from != NULL && reads_files (store) && !hearth_store_may_read (store, type, NULL);
}

static bool
is_of_others (HearthStore *store, const HearthRecordType *type)
{
  return type->overseen && reads_files (store) && !hearth_store_sees_all_of (store, type);
}

bool
hearth_audit_is_secret (HearthStore *store, const HearthRecordType *type, const char *id)
{
  if (type == NULL)
    return false;
  return is_past_reader (store, type) ||
         (*id != '\0' && (hearth_store_is_hidden (store, type, id) ||
                          (is_of_others (store, type) && !hearth_store_is_author (store, type, id))));
}

/* --- all of them ---------------------------------------------------------------------------- */

/* @values: for the places of @sql, ends with NULL */
static bool
add_ids (HearthStore *store,
         const char *sql,
         const char *const *values,
         JsonBuilder *ids,
         bool *any,
         GError **error)
{
  g_autoptr (HearthStatement) statement = hearth_db_prepare (store->db, sql, error);
  HearthStep step;

  if (statement == NULL)
    return false;
  for (int i = 0; values[i] != NULL; i++)
    hearth_statement_bind_text (statement, i + 1, values[i]);
  while ((step = hearth_statement_step (statement, error)) == HEARTH_STEP_ROW)
    {
      json_builder_add_string_value (ids, hearth_statement_get_text (statement, 0));
      *any = true;
    }
  return step == HEARTH_STEP_DONE;
}

static bool
add_type (HearthStore *store, const HearthRecordType *type, JsonBuilder *ids, bool *any, GError **error)
{
  const char *const by_name[] = { type->name, hearth_store_get_person_id (store), type->hidden_from, NULL };
  const char *const by_author[] = { hearth_store_get_person_id (store), NULL };
  g_autofree char *of_others = NULL;

  if (is_past_reader (store, type))
    {
      json_builder_add_string_value (ids, type->name);
      *any = true;
      return true;
    }
  if (type->hidden_from != NULL &&
      !add_ids (store,
                "SELECT i.id FROM record_link l CROSS JOIN record_index i ON i.row = l.row "
                "WHERE l.target = ?2 AND l.field = ?3 AND i.type = ?1",
                by_name, ids, any, error))
    return false;
  if (!is_of_others (store, type))
    return true;
  of_others = g_strdup_printf ("SELECT id FROM \"%s\" WHERE created_by <> ?1", type->name);
  return add_ids (store, of_others, by_author, ids, any, error);
}

bool
hearth_audit_list_secrets (HearthStore *store, char **ids, GError **error)
{
  unsigned int n_types;
  const HearthRecordType *const *types = hearth_records_get_types (&n_types);
  g_autoptr (JsonBuilder) builder = json_builder_new_immutable ();
  g_autoptr (JsonNode) root = NULL;
  bool any = false;

  *ids = NULL;
  json_builder_begin_array (builder);
  for (unsigned int i = 0; i < n_types; i++)
    if (!add_type (store, types[i], builder, &any, error))
      return false;
  json_builder_end_array (builder);
  root = json_builder_get_root (builder);
  if (any)
    *ids = json_to_string (root, FALSE);
  return true;
}

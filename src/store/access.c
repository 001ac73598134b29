/* SPDX-License-Identifier: GPL-3.0-or-later
 * Asking the policy, with what the store knows: whose file a record is in, and which keys the reader holds.
 */
#define G_LOG_DOMAIN "hearth-store"

#include "store/store-private.h"

#include <json-glib/json-glib.h>
#include <string.h>

const char *
hearth_record_type_get_file (const HearthRecordType *type, const char *id, const char *resident)
{
  const HearthField *owner;

  if (resident != NULL && *resident != '\0')
    return resident;
  for (unsigned int i = 0; i < hearth_n_base_fields; i++)
    {
      owner = &hearth_base_fields[i];
      if (g_str_equal (owner->name, "resident") && g_str_equal (type->name, owner->link_type))
        return id != NULL && *id != '\0' ? id : NULL;
    }
  return NULL;
}

bool
hearth_store_may_read (HearthStore *store, const HearthRecordType *type, const char *resident)
{
  return hearth_policy_may_read (store->policy, type, NULL,
                                 resident != NULL && *resident != '\0' ? resident : NULL);
}

bool
hearth_store_is_author (HearthStore *store, const HearthRecordType *type, const char *id)
{
  g_autofree char *sql = g_strdup_printf ("SELECT created_by FROM \"%s\" WHERE id = ?1", type->name);
  g_autoptr (GError) error = NULL;
  g_autoptr (HearthStatement) statement = hearth_db_prepare (store->db, sql, &error);

  if (statement != NULL)
    {
      hearth_statement_bind_text (statement, 1, id);
      if (hearth_statement_step (statement, &error) == HEARTH_STEP_ROW)
        return g_str_equal (hearth_statement_get_text (statement, 0), hearth_store_get_person_id (store));
    }
  if (error != NULL)
    g_warning ("asking for the author of %s: %s", id, error->message);
  return false;
}

bool
hearth_store_may_read_record (HearthStore *store,
                              const HearthRecordType *type,
                              const char *id,
                              const char *resident)
{
  if (store->account != NULL && g_str_equal (id, hearth_record_get_id (store->account)))
    return true;
  if (type->personal && !hearth_store_is_author (store, type, id))
    return false;
  return hearth_store_may_read (store, type, hearth_record_type_get_file (type, id, resident));
}

bool
hearth_store_may_read_field (HearthStore *store,
                             const HearthRecordType *type,
                             const HearthField *field,
                             const char *resident)
{
  if (hearth_field_is_base (field))
    return true;
  if (field->kind == HEARTH_FIELD_SEALED &&
      (field->compartment == NULL || !hearth_keyring_has_compartment (store->keyring, field->compartment)))
    return false;
  return hearth_policy_may_read (store->policy, type, field,
                                 resident != NULL && *resident != '\0' ? resident : NULL);
}

bool
hearth_store_may_read_field_of (HearthStore *store,
                                const HearthRecordType *type,
                                const HearthField *field,
                                const char *resident,
                                bool is_author)
{
  return (is_author || !hearth_field_is_authors_own (field)) &&
         hearth_store_may_read_field (store, type, field, resident);
}

bool
hearth_field_is_authors_own (const HearthField *field)
{
  return field->kind == HEARTH_FIELD_SEALED && g_strcmp0 (field->compartment, HEARTH_COMPARTMENT_AUTHOR) == 0;
}

static char *
array_to_json (JsonBuilder *builder)
{
  g_autoptr (JsonNode) root = json_builder_get_root (builder);

  return json_to_string (root, FALSE);
}

bool
hearth_store_list_denied_residents (HearthStore *store,
                                    const HearthRecordType *type,
                                    const HearthField *field,
                                    char **denied,
                                    GError **error)
{
  g_autoptr (HearthStatement) residents =
    hearth_db_prepare (store->db, "SELECT id FROM record_index WHERE type = 'resident'", error);
  g_autoptr (JsonBuilder) builder = json_builder_new_immutable ();
  bool any = false;
  HearthStep step;

  *denied = NULL;
  if (residents == NULL)
    return false;
  json_builder_begin_array (builder);
  while ((step = hearth_statement_step (residents, error)) == HEARTH_STEP_ROW)
    {
      const char *id = hearth_statement_get_text (residents, 0);

      if (field != NULL ? hearth_store_may_read_field (store, type, field, id)
                        : hearth_store_may_read (store, type, id))
        continue;
      json_builder_add_string_value (builder, id);
      any = true;
    }
  json_builder_end_array (builder);
  if (any)
    *denied = array_to_json (builder);
  return step == HEARTH_STEP_DONE;
}

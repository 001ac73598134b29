/* SPDX-License-Identifier: GPL-3.0-or-later
 * Asking the policy, with what the store knows: whose file a record is in, and which keys the reader holds.
 */
#define G_LOG_DOMAIN "hearth-store"

#include "store/store-private.h"
#include "store/table.h"

#include <json-glib/json-glib.h>

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

/* --- files ------------------------------------------------------------------------------ */

/* The files of what is in several: those that its links name. NULL where they cannot be asked for. */
static GStrv
dup_linked_files (HearthStore *store, const HearthRecordType *type, const char *id)
{
  g_autoptr (GStrvBuilder) files = g_strv_builder_new ();
  g_autofree char *sql = g_strdup_printf ("SELECT DISTINCT target FROM record_link WHERE row = "
                                          "(SELECT row FROM record_index WHERE id = ?1) AND field IN (%s)",
                                          hearth_table_get (type)->file_fields);
  g_autoptr (GError) error = NULL;
  g_autoptr (HearthStatement) statement = hearth_db_prepare (store->db, sql, &error);
  HearthStep step = HEARTH_STEP_ERROR;

  if (statement != NULL)
    {
      hearth_statement_bind_text (statement, 1, id);
      while ((step = hearth_statement_step (statement, &error)) == HEARTH_STEP_ROW)
        g_strv_builder_add (files, hearth_statement_get_text (statement, 0));
    }
  if (step == HEARTH_STEP_DONE)
    return g_strv_builder_end (files);
  g_warning ("asking for the files of %s: %s", id, error->message);
  return NULL;
}

static GStrv
dup_one_file (const HearthRecordType *type, const char *id, const char *resident)
{
  const char *file = hearth_record_type_get_file (type, id, resident);
  const char *const files[] = { file, NULL };

  return g_strdupv ((char **) files);
}

GStrv
hearth_store_dup_files (HearthStore *store,
                        const HearthRecordType *type,
                        const char *id,
                        const char *resident)
{
  return type->owner == HEARTH_OWNER_RESIDENTS ? dup_linked_files (store, type, id)
                                               : dup_one_file (type, id, resident);
}

GStrv
hearth_store_dup_files_of (HearthRecord *record)
{
  const HearthRecordType *type = hearth_record_get_record_type (record);

  return type->owner == HEARTH_OWNER_RESIDENTS
           ? hearth_record_dup_files (record)
           : dup_one_file (type, hearth_record_get_id (record), hearth_record_get_resident (record));
}

/* --- reading ---------------------------------------------------------------------------- */

bool
hearth_store_may_read (HearthStore *store, const HearthRecordType *type, const char *resident)
{
  return hearth_policy_may_read (store->policy, type, NULL,
                                 resident != NULL && *resident != '\0' ? resident : NULL);
}

bool
hearth_store_may_read_in (HearthStore *store, const HearthRecordType *type, const char *const *files)
{
  if (files == NULL)
    return false;
  if (files[0] == NULL)
    return hearth_store_may_read (store, type, NULL);
  for (gsize i = 0; files[i] != NULL; i++)
    if (!hearth_store_may_read (store, type, files[i]))
      return false;
  return true;
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
hearth_store_is_hidden (HearthStore *store, const HearthRecordType *type, const char *id)
{
  g_autoptr (HearthStatement) statement = NULL;
  g_autoptr (GError) error = NULL;
  HearthStep step = HEARTH_STEP_ERROR;

  if (type->hidden_from == NULL)
    return false;
  statement = hearth_db_prepare (store->db,
                                 "SELECT 1 FROM record_link WHERE target = ?1 AND field = ?2 AND "
                                 "row = (SELECT row FROM record_index WHERE id = ?3)",
                                 &error);
  if (statement != NULL)
    {
      hearth_statement_bind_text (statement, 1, hearth_store_get_person_id (store));
      hearth_statement_bind_text (statement, 2, type->hidden_from);
      hearth_statement_bind_text (statement, 3, id);
      step = hearth_statement_step (statement, &error);
    }
  if (error != NULL)
    g_warning ("asking whom %s is hidden from: %s", id, error->message);
  return step != HEARTH_STEP_DONE;
}

bool
hearth_store_deny_record (HearthStore *store, const HearthRecordType *type, const char *id, GError **error)
{
  g_set_error (error, HEARTH_STORE_ERROR,
               hearth_store_is_hidden (store, type, id) ? HEARTH_STORE_ERROR_NOT_FOUND
                                                        : HEARTH_STORE_ERROR_DENIED,
               "%s", id);
  return false;
}

bool
hearth_store_sees_all_of (HearthStore *store, const HearthRecordType *type)
{
  return !type->personal ||
         (type->overseen && hearth_policy_may_do (store->policy, HEARTH_ACTION_CARE_FOR_STAFF));
}

bool
hearth_store_may_read_record_in (HearthStore *store,
                                 const HearthRecordType *type,
                                 const char *id,
                                 const char *const *files)
{
  if (store->account != NULL && g_str_equal (id, hearth_record_get_id (store->account)))
    return true;
  return hearth_store_may_read_in (store, type, files) && !hearth_store_is_hidden (store, type, id) &&
         (hearth_store_sees_all_of (store, type) || hearth_store_is_author (store, type, id));
}

bool
hearth_store_may_read_record (HearthStore *store,
                              const HearthRecordType *type,
                              const char *id,
                              const char *resident)
{
  g_auto (GStrv) files = hearth_store_dup_files (store, type, id, resident);

  return hearth_store_may_read_record_in (store, type, id, (const char *const *) files);
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
hearth_store_may_read_field_in (HearthStore *store,
                                const HearthRecordType *type,
                                const HearthField *field,
                                const char *const *files)
{
  if (files == NULL)
    return false;
  if (files[0] == NULL)
    return hearth_store_may_read_field (store, type, field, NULL);
  for (gsize i = 0; files[i] != NULL; i++)
    if (!hearth_store_may_read_field (store, type, field, files[i]))
      return false;
  return true;
}

bool
hearth_store_may_read_field_of (HearthStore *store,
                                const HearthRecordType *type,
                                const HearthField *field,
                                const char *const *files,
                                bool is_author)
{
  return (is_author || !hearth_field_is_authors_own (field)) &&
         hearth_store_may_read_field_in (store, type, field, files);
}

bool
hearth_field_is_authors_own (const HearthField *field)
{
  return field->kind == HEARTH_FIELD_SEALED && g_strcmp0 (field->compartment, HEARTH_COMPARTMENT_AUTHOR) == 0;
}

/* --- writing ---------------------------------------------------------------------------- */

bool
hearth_store_may_write_in (HearthStore *store,
                           const HearthRecordType *type,
                           const HearthField *field,
                           const char *const *files)
{
  if (files == NULL)
    return false;
  if (files[0] == NULL)
    return hearth_policy_may_write (store->policy, type, field, NULL);
  for (gsize i = 0; files[i] != NULL; i++)
    if (!hearth_policy_may_write (store->policy, type, field, files[i]))
      return false;
  return true;
}

bool
hearth_store_may_seal (HearthStore *store, const HearthField *field, bool is_new, bool is_author)
{
  if (field->compartment == NULL)
    return false;
  if (field->letterbox && is_new)
    return hearth_keyring_may_seal (store->keyring, field->compartment);
  return hearth_keyring_has_compartment (store->keyring, field->compartment) &&
         (is_author || !hearth_field_is_authors_own (field));
}

/* --- whose files are closed --------------------------------------------------------------- */

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

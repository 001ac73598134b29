/* SPDX-License-Identifier: GPL-3.0-or-later
 * What a record was like at each save.
 */
#define G_LOG_DOMAIN "hearth-store"

#include "store/store-private.h"
#include "store/table.h"

#include <json-glib/json-glib.h>

void
hearth_revision_free (HearthRevision *revision)
{
  if (revision == NULL)
    return;
  g_free (revision->saved_at);
  g_free (revision->saved_by);
  g_free (revision->reason);
  g_clear_object (&revision->record);
  g_free (revision);
}

static HearthRecord *
read_body (HearthStore *store,
           const HearthRecordType *type,
           const char *file,
           const char *body,
           GError **error)
{
  g_autoptr (JsonNode) root = json_from_string (body, NULL);
  g_autoptr (HearthRecord) record = hearth_record_new (type);
  const HearthTable *table = hearth_table_get (type);
  JsonObject *object;

  if (root == NULL || !JSON_NODE_HOLDS_OBJECT (root))
    {
      g_set_error_literal (error, HEARTH_STORE_ERROR, HEARTH_STORE_ERROR_CORRUPT, "a revision's body");
      return NULL;
    }
  object = json_node_get_object (root);
  for (unsigned int i = 0; i < table->n_columns; i++)
    {
      const HearthField *field = table->columns[i];

      if (table->places[i] < 0)
        continue;
      if (field->kind == HEARTH_FIELD_SEALED || !hearth_store_may_read_field (store, type, field, file))
        hearth_record_set_withheld (record, i, true);
      else
        hearth_record_set_column (record, i,
                                  json_object_get_string_member_with_default (object, field->name, ""));
    }
  return g_steal_pointer (&record);
}

static HearthRevision *
read_revision (HearthStore *store,
               const HearthRecordType *type,
               const char *file,
               HearthStatement *statement,
               GError **error)
{
  HearthRevision *revision;
  HearthRecord *record = read_body (store, type, file, hearth_statement_get_text (statement, 4), error);

  if (record == NULL)
    return NULL;
  revision = g_new0 (HearthRevision, 1);
  revision->revision = hearth_statement_get_int64 (statement, 0);
  revision->saved_at = g_strdup (hearth_statement_get_text (statement, 1));
  revision->saved_by = g_strdup (hearth_statement_get_text (statement, 2));
  revision->reason = g_strdup (hearth_statement_get_text (statement, 3));
  revision->record = record;
  return revision;
}

static GPtrArray *
list_revisions (HearthStore *store,
                const HearthRecordType *type,
                const char *id,
                const char *file,
                GError **error)
{
  g_autoptr (GPtrArray) revisions = g_ptr_array_new_with_free_func ((GDestroyNotify) hearth_revision_free);
  g_autoptr (HearthStatement) statement =
    hearth_db_prepare (store->db,
                       "SELECT revision, at, by, reason, body FROM revision WHERE id = ?1 ORDER BY revision",
                       error);
  HearthStep step;

  if (statement == NULL)
    return NULL;
  hearth_statement_bind_text (statement, 1, id);
  while ((step = hearth_statement_step (statement, error)) == HEARTH_STEP_ROW)
    {
      HearthRevision *revision = read_revision (store, type, file, statement, error);

      if (revision == NULL)
        return NULL;
      g_ptr_array_add (revisions, revision);
    }
  return step == HEARTH_STEP_DONE ? g_steal_pointer (&revisions) : NULL;
}

GPtrArray *
hearth_store_list_revisions (HearthStore *store, const char *id, GError **error)
{
  const HearthRecordType *type;
  g_autofree char *resident = NULL;
  gint64 row;

  g_return_val_if_fail (HEARTH_IS_STORE (store), NULL);
  g_return_val_if_fail (id != NULL, NULL);

  if (!hearth_store_check_open (store, error) ||
      !hearth_store_find_row (store, id, &row, &type, &resident, error))
    return NULL;
  if (!hearth_store_may_read_record (store, type, id, resident))
    {
      g_set_error_literal (error, HEARTH_STORE_ERROR, HEARTH_STORE_ERROR_DENIED, id);
      return NULL;
    }
  return list_revisions (store, type, id, hearth_record_type_get_file (type, id, resident), error);
}

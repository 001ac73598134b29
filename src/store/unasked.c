/* SPDX-License-Identifier: GPL-3.0-or-later
 * Reading without asking the policy: for the policy itself, which has to know what it decides by before anybody may
 * read.
 */
#define G_LOG_DOMAIN "hearth-store"

#include "store/unasked.h"

#include "store/store-private.h"
#include "store/table.h"

/* Sealed columns of a stored record are empty: that they are withheld keeps that from being saved. */
static HearthRecord *
take_record (const HearthTable *table, HearthStored *stored)
{
  HearthRecord *record = g_object_ref (stored->record);

  for (unsigned int i = 0; i < table->n_columns; i++)
    if (table->columns[i]->kind == HEARTH_FIELD_SEALED)
      hearth_record_set_withheld (record, i, true);
  return record;
}

static HearthStatement *
find_rows (HearthStore *store,
           const HearthRecordType *type,
           const char *field,
           const char *value,
           GError **error)
{
  g_autoptr (GString) sql = g_string_new ("SELECT row FROM ");
  HearthStatement *statement;

  hearth_sql_append_name (sql, type->name);
  g_string_append (sql, " WHERE state <> 'in_error'");
  if (field != NULL)
    {
      g_string_append (sql, " AND ");
      hearth_sql_append_name (sql, field);
      g_string_append (sql, " = ?1");
    }
  g_string_append (sql, " ORDER BY row");
  statement = hearth_db_prepare (store->db, sql->str, error);
  if (statement != NULL && field != NULL)
    hearth_statement_bind_text (statement, 1, value);
  return statement;
}

GPtrArray *
hearth_store_read_unasked (HearthStore *store,
                           const HearthRecordType *type,
                           const char *field,
                           const char *value,
                           GError **error)
{
  const HearthTable *table = hearth_table_get (type);
  g_autoptr (GPtrArray) records = g_ptr_array_new_with_free_func (g_object_unref);
  g_autoptr (HearthStatement) rows = NULL;
  HearthStep step;

  g_return_val_if_fail (HEARTH_IS_STORE (store), NULL);
  g_return_val_if_fail (field == NULL || hearth_record_type_lookup_field (type, field) != NULL, NULL);

  if (!hearth_store_check_open (store, error))
    return NULL;
  rows = find_rows (store, type, field, value, error);
  if (rows == NULL)
    return NULL;
  while ((step = hearth_statement_step (rows, error)) == HEARTH_STEP_ROW)
    {
      g_autoptr (HearthStored) stored =
        hearth_table_load_row (table, store->db, hearth_statement_get_int64 (rows, 0), error);

      if (stored == NULL)
        return NULL;
      g_ptr_array_add (records, take_record (table, stored));
    }
  return step == HEARTH_STEP_DONE ? g_steal_pointer (&records) : NULL;
}

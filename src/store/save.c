/* SPDX-License-Identifier: GPL-3.0-or-later
 * Saving a record: one transaction of checks, row, revision, signed audit row and search text.
 */
#define G_LOG_DOMAIN "hearth-store"

#include "store/save-private.h"

#include "store/links.h"

void
hearth_save_clear (HearthSave *save)
{
  g_clear_pointer (&save->before, hearth_stored_free);
  g_clear_pointer (&save->next, hearth_stored_free);
  g_clear_pointer (&save->changed, g_free);
  g_clear_pointer (&save->today, g_free);
  g_clear_pointer (&save->problems, g_ptr_array_unref);
}

/* --- writing ---------------------------------------------------------------------- */

static int
column_of (HearthSave *save, const char *name)
{
  return hearth_record_type_find_column (save->table->type, name);
}

static void
set_base (HearthSave *save, bool *columns, const char *name, const char *value)
{
  int column = column_of (save, name);

  hearth_record_set_column (save->next->record, (unsigned int) column, value);
  columns[column] = true;
}

/* Revision, state and stamps of what is about to be written; marks their columns in @columns. */
static void
stamp (HearthSave *save, bool *columns)
{
  g_autofree char *now = hearth_clock_stamp (save->store->clock);
  const char *person = hearth_store_get_person_id (save->store);
  gint64 revision = save->before != NULL ? hearth_record_get_revision (save->before->record) : 0;
  g_autofree char *number = g_strdup_printf ("%" G_GINT64_FORMAT, revision + 1);

  set_base (save, columns, "revision", number);
  set_base (save, columns, save->before != NULL ? "changed_at" : "created_at", now);
  set_base (save, columns, save->before != NULL ? "changed_by" : "created_by", person);
  if (save->kind == HEARTH_SAVE_SIGN)
    set_base (save, columns, "state", HEARTH_STATE_SIGNED);
  else if (save->kind == HEARTH_SAVE_IN_ERROR)
    set_base (save, columns, "state", HEARTH_STATE_IN_ERROR);
}

static bool
write_index (HearthSave *save, GError **error)
{
  HearthStore *store = save->store;
  HearthRecord *record = save->next->record;
  g_autofree char *event = hearth_stored_dup_event (save->next);
  g_autoptr (HearthStatement) statement =
    hearth_db_prepare (store->db,
                       save->before == NULL ? "INSERT INTO record_index (row, id, type, resident, event, "
                                              "state) VALUES (?1, ?2, ?3, ?4, ?5, ?6)"
                                            : "UPDATE record_index SET resident = ?4, event = ?5, state = ?6 "
                                              "WHERE row = ?1 AND id = ?2 AND type = ?3",
                       error);

  if (statement == NULL)
    return false;
  if (save->before != NULL)
    hearth_statement_bind_int64 (statement, 1, save->before->row);
  hearth_statement_bind_text (statement, 2, hearth_record_get_id (record));
  hearth_statement_bind_text (statement, 3, save->table->type->name);
  hearth_statement_bind_text_or_null (statement, 4, hearth_record_get_resident (record));
  hearth_statement_bind_text (statement, 5, event);
  hearth_statement_bind_text (statement, 6, hearth_record_get (record, "state"));
  if (!hearth_statement_run (statement, error))
    return false;
  save->next->row =
    save->before != NULL ? save->before->row : sqlite3_last_insert_rowid (hearth_db_get_handle (store->db));
  return true;
}

static bool
write_revision (HearthSave *save, const char *body, GError **error)
{
  HearthRecord *record = save->next->record;
  const char *at = hearth_record_get (record, save->before != NULL ? "changed_at" : "created_at");
  g_autoptr (HearthStatement) insert = hearth_db_prepare (save->store->db,
                                                          "INSERT INTO revision (id, revision, at, by, "
                                                          "reason, body) VALUES (?1, ?2, ?3, ?4, ?5, ?6)",
                                                          error);

  if (insert == NULL)
    return false;
  hearth_statement_bind_text (insert, 1, hearth_record_get_id (record));
  hearth_statement_bind_int64 (insert, 2, hearth_record_get_revision (record));
  hearth_statement_bind_text (insert, 3, at);
  hearth_statement_bind_text (insert, 4, hearth_store_get_person_id (save->store));
  hearth_statement_bind_text_or_null (insert, 5, save->reason);
  hearth_statement_bind_text (insert, 6, body);
  return hearth_statement_run (insert, error);
}

static bool
write_audit (HearthSave *save, const char *body, GError **error)
{
  static const char *const actions[] = {
    [HEARTH_SAVE_CHANGE] = "change",
    [HEARTH_SAVE_SIGN] = "sign",
    [HEARTH_SAVE_IN_ERROR] = "in-error",
  };
  guint8 before[HEARTH_HASH_BYTES], after[HEARTH_HASH_BYTES];
  HearthAuditEntry entry = {
    .action = save->before != NULL ? actions[save->kind] : "create",
    .type = save->table->type->name,
    .id = hearth_record_get_id (save->next->record),
    .revision = hearth_record_get_revision (save->next->record),
    .before = save->before != NULL ? before : NULL,
    .after = after,
    .reason = save->reason,
  };

  hearth_body_hash (body, after);
  if (save->before != NULL)
    {
      g_autofree char *body_before = hearth_table_dup_body (save->table, save->before);

      hearth_body_hash (body_before, before);
    }
  return hearth_store_add_audit (save->store, &entry, error);
}

bool
hearth_save_write (HearthSave *save, GError **error)
{
  g_autofree bool *columns = g_memdup2 (save->changed, save->table->n_columns * sizeof (bool));
  g_autofree char *body = NULL;
  HearthDb *db = save->store->db;

  stamp (save, columns);
  body = hearth_table_dup_body (save->table, save->next);
  if (!write_index (save, error))
    return false;
  if (save->before == NULL ? !hearth_table_insert (save->table, db, save->next, error)
                           : !hearth_table_update (save->table, db, save->next, columns,
                                                   hearth_record_get_revision (save->before->record), error))
    return false;
  return hearth_links_write (db, save->table, save->next, columns, error) &&
         write_revision (save, body, error) && write_audit (save, body, error) &&
         hearth_store_index (save->store, save->next->row, save->next->record, error);
}

/* --- the whole ---------------------------------------------------------------------- */

/* What was put through a letterbox is not for whoever put it there. */
static bool
is_posted (HearthSave *save, unsigned int column)
{
  const HearthField *field = save->table->columns[column];

  return field->letterbox && save->changed[column] &&
         !hearth_keyring_has_compartment (save->store->keyring, field->compartment);
}

static void
take_over_column (HearthSave *save, unsigned int column)
{
  HearthRecord *record = save->record;

  if (is_posted (save, column))
    {
      hearth_record_set_withheld (record, column, true);
      hearth_record_set_column (record, column, "");
    }
  else if (!hearth_record_is_withheld (record, column) &&
           !hearth_record_is_withheld (save->next->record, column))
    hearth_record_set_column (record, column, hearth_record_get_column (save->next->record, column));
}

static bool
is_hidden (HearthSave *save)
{
  return hearth_store_is_hidden (save->store, save->table->type, hearth_record_get_id (save->next->record));
}

/* The caller's record, and the live one, take over what was saved; or nothing, where that is kept from whoever saved it. */
static void
take_over (HearthSave *save)
{
  HearthRecord *record = save->record;
  HearthRecord *live = hearth_store_lookup_live (save->store, hearth_record_get_id (save->next->record));

  hearth_store_remember_undo (save->store, record);
  if (live != NULL && live != record)
    hearth_store_remember_undo (save->store, live);

  g_object_freeze_notify (G_OBJECT (record));
  for (unsigned int i = 0; i < save->table->n_columns; i++)
    take_over_column (save, i);
  if (is_hidden (save))
    hearth_record_withhold_all (record);
  g_object_thaw_notify (G_OBJECT (record));

  if (live == NULL)
    hearth_store_set_live (save->store, record);
  else if (live != record)
    hearth_record_assign (live, record);
}

static bool
save_in_change (HearthSave *save, GError **error)
{
  if (!hearth_save_prepare (save, error))
    return false;
  return !save->any || (hearth_save_check (save, error) && hearth_save_write (save, error));
}

static bool
run_save (HearthSave *save, GPtrArray **problems, GError **error)
{
  HearthStore *store = save->store;
  bool saved;

  save->table = hearth_table_get (hearth_record_get_record_type (save->record));
  save->problems = hearth_problems_new ();
  save->today = hearth_clock_today (store->clock);
  saved = hearth_store_begin_change (store, error) &&
          hearth_store_end_change (store, save_in_change (save, error), error);
  if (saved && save->any)
    {
      HearthRecord *record = save->record;

      take_over (save);
      hearth_store_announce (store, hearth_store_lookup_live (store, hearth_record_get_id (record)),
                             save->next->row, is_hidden (save));
    }
  if (problems != NULL)
    *problems = save->problems->len > 0 ? g_ptr_array_ref (save->problems) : NULL;
  hearth_save_clear (save);
  return saved;
}

bool
hearth_store_save (HearthStore *store,
                   HearthRecord *record,
                   const char *reason,
                   GPtrArray **problems,
                   GError **error)
{
  HearthSave save = { .store = store, .record = record, .reason = reason, .kind = HEARTH_SAVE_CHANGE };

  g_return_val_if_fail (HEARTH_IS_STORE (store), false);
  g_return_val_if_fail (HEARTH_IS_RECORD (record), false);

  return run_save (&save, problems, error);
}

bool
hearth_store_save_trusted (HearthStore *store, HearthRecord *record, GPtrArray **problems, GError **error)
{
  HearthSave save = { .store = store, .record = record, .kind = HEARTH_SAVE_CHANGE, .trusted = true };

  return run_save (&save, problems, error);
}

bool
hearth_store_sign (HearthStore *store, HearthRecord *record, GError **error)
{
  HearthSave save = { .store = store, .record = record, .kind = HEARTH_SAVE_SIGN };

  g_return_val_if_fail (HEARTH_IS_STORE (store), false);
  g_return_val_if_fail (HEARTH_IS_RECORD (record), false);

  return run_save (&save, NULL, error);
}

bool
hearth_store_mark_in_error (HearthStore *store, HearthRecord *record, const char *reason, GError **error)
{
  HearthSave save = { .store = store, .record = record, .reason = reason, .kind = HEARTH_SAVE_IN_ERROR };

  g_return_val_if_fail (HEARTH_IS_STORE (store), false);
  g_return_val_if_fail (HEARTH_IS_RECORD (record), false);
  g_return_val_if_fail (reason != NULL && *reason != '\0', false);

  return run_save (&save, NULL, error);
}

/* SPDX-License-Identifier: GPL-3.0-or-later
 * Loading records: by id, by code, by page; filtered by the policy; one object per record.
 */
#define G_LOG_DOMAIN "hearth-store"

#include "core/wipe.h"
#include "records/registry.h"
#include "store/audit-lines.h"
#include "store/store-private.h"
#include "store/table.h"
#include "vault/vault.h"

#include <string.h>

/* --- the identity map ------------------------------------------------------------ */

typedef struct {
  HearthStore *store; /* whose finalizing takes every entry away first */
  HearthRecord *record;
  char id[]; /* the map's key */
} LiveEntry;

static void
live_record_gone_cb (gpointer user_data, GObject *where_it_was)
{
  LiveEntry *entry = user_data;

  g_hash_table_steal (entry->store->live, entry->id);
  g_free (entry);
}

HearthRecord *
hearth_store_lookup_live (HearthStore *store, const char *id)
{
  LiveEntry *entry = g_hash_table_lookup (store->live, id);

  return entry != NULL ? entry->record : NULL;
}

void
hearth_store_set_live (HearthStore *store, HearthRecord *record)
{
  const char *id = hearth_record_get_id (record);
  gsize size = strlen (id) + 1;
  LiveEntry *entry;

  g_return_if_fail (hearth_store_lookup_live (store, id) == NULL);

  entry = g_malloc (sizeof *entry + size);
  entry->store = store;
  entry->record = record;
  memcpy (entry->id, id, size);
  g_hash_table_insert (store->live, entry->id, entry);
  g_object_weak_ref (G_OBJECT (record), live_record_gone_cb, entry);
}

void
hearth_store_forget_live (HearthStore *store, const char *id)
{
  LiveEntry *entry = g_hash_table_lookup (store->live, id);

  if (entry == NULL)
    return;
  g_hash_table_steal (store->live, id);
  g_object_weak_unref (G_OBJECT (entry->record), live_record_gone_cb, entry);
  g_free (entry);
}

GPtrArray *
hearth_store_list_live (HearthStore *store)
{
  GPtrArray *records = g_ptr_array_new_with_free_func (g_object_unref);
  GHashTableIter iter;
  gpointer value;

  g_hash_table_iter_init (&iter, store->live);
  while (g_hash_table_iter_next (&iter, NULL, &value))
    g_ptr_array_add (records, g_object_ref (((LiveEntry *) value)->record));
  return records;
}

void
hearth_store_drop_live (HearthStore *store)
{
  GHashTableIter iter;
  gpointer value;

  g_hash_table_iter_init (&iter, store->live);
  while (g_hash_table_iter_next (&iter, NULL, &value))
    {
      LiveEntry *entry = value;

      g_hash_table_iter_steal (&iter);
      g_object_weak_unref (G_OBJECT (entry->record), live_record_gone_cb, entry);
      g_free (entry);
    }
}

/* --- rows into records ----------------------------------------------------------- */

static char *
open_sealed (HearthStore *store, const HearthTable *table, HearthStored *stored, unsigned int column)
{
  const HearthField *field = table->columns[column];
  const HearthSeal *seal = &stored->seals[column];
  const char *id = hearth_record_get_id (stored->record);
  g_autofree char *context = hearth_seal_dup_context (table->type, id, field);
  g_autoptr (GError) error = NULL;
  char *text;

  if (seal->value == NULL)
    return g_strdup ("");
  if (seal->commitment == NULL || g_bytes_get_size (seal->commitment) != HEARTH_HASH_BYTES)
    return NULL;
  text = hearth_keyring_open (store->keyring, field->compartment, context, (guint64) seal->number,
                              seal->value, g_bytes_get_data (seal->commitment, NULL), &error);
  /* After a lost password one's own notes are closed until the recovery sheet was used: nothing is broken. */
  if (g_error_matches (error, HEARTH_VAULT_ERROR, HEARTH_VAULT_ERROR_DENIED))
    g_message ("sealed field %s stays closed: %s", context, error->message);
  else if (text == NULL)
    g_warning ("sealed field %s cannot be opened: %s", context, error->message);
  return text;
}

static bool
is_author (HearthStore *store, HearthStored *stored)
{
  return g_str_equal (hearth_record_get (stored->record, "created_by"), hearth_store_get_person_id (store));
}

/* What this reader gets of @stored. */
static void
show_column (HearthStore *store,
             const HearthTable *table,
             HearthStored *stored,
             bool own,
             HearthRecord *record,
             unsigned int column)
{
  const HearthField *field = table->columns[column];
  const char *file = hearth_record_type_get_file (table->type, hearth_record_get_id (stored->record),
                                                  hearth_record_get_resident (stored->record));
  hearth_autowipe char *text = NULL;

  if (!own && !hearth_store_may_read_field_of (store, table->type, field, file, is_author (store, stored)))
    {
      hearth_record_set_withheld (record, column, true);
      hearth_record_set_column (record, column, "");
      return;
    }
  if (field->kind != HEARTH_FIELD_SEALED)
    {
      hearth_record_set_withheld (record, column, false);
      hearth_record_set_column (record, column, hearth_record_get_column (stored->record, column));
      return;
    }
  text = open_sealed (store, table, stored, column);
  hearth_record_set_withheld (record, column, text == NULL);
  hearth_record_set_column (record, column, text);
}

static bool
is_own (HearthStore *store, HearthRecord *record)
{
  const HearthRecordType *type = hearth_record_get_record_type (record);

  /* The house's one record is on every sheet of paper. */
  return g_str_equal (hearth_record_get_id (record), hearth_store_get_person_id (store)) ||
         g_str_equal (type->name, "house");
}

static HearthRecord *
show (HearthStore *store, const HearthTable *table, HearthStored *stored)
{
  const char *id = hearth_record_get_id (stored->record);
  HearthRecord *live = hearth_store_lookup_live (store, id);
  HearthRecord *record;
  bool own = is_own (store, stored->record);

  if (!own &&
      !hearth_store_may_read_record (store, table->type, id, hearth_record_get_resident (stored->record)))
    return NULL;
  if (live != NULL)
    return g_object_ref (live);

  record = hearth_record_new (table->type);
  g_object_freeze_notify (G_OBJECT (record));
  for (unsigned int i = 0; i < table->n_columns; i++)
    if (table->places[i] >= 0)
      show_column (store, table, stored, own, record, i);
  g_object_thaw_notify (G_OBJECT (record));
  hearth_store_set_live (store, record);
  return record;
}

/* What the reader may not see of @stored goes out of it. */
static void
hide_columns (HearthStore *store, const HearthTable *table, HearthStored *stored)
{
  const char *file = hearth_record_type_get_file (table->type, hearth_record_get_id (stored->record),
                                                  hearth_record_get_resident (stored->record));

  for (unsigned int i = 0; i < table->n_columns; i++)
    if (table->places[i] >= 0 && !hearth_store_may_read_field_of (store, table->type, table->columns[i], file,
                                                                  is_author (store, stored)))
      hearth_record_set_column (stored->record, i, "");
}

/* Without an object for each: a list of many thousands is put in order by this. Sealed text is not computed from. */
static char *
compute (HearthStore *store,
         const HearthTable *table,
         HearthStored *stored,
         const HearthField *field,
         const char *today)
{
  const char *id = hearth_record_get_id (stored->record);

  if (!is_own (store, stored->record))
    {
      if (!hearth_store_may_read_record (store, table->type, id, hearth_record_get_resident (stored->record)))
        return g_strdup ("");
      hide_columns (store, table, stored);
    }
  return hearth_record_format (stored->record, field, today);
}

/** Calls @take with each of @rows that is there, and its place among them. */
static bool
read_page (HearthStore *store,
           const HearthTable *table,
           const gint64 *rows,
           gsize n_rows,
           void (*take) (HearthStore *store,
                         const HearthTable *table,
                         HearthStored *stored,
                         gsize place,
                         gpointer user_data),
           gpointer user_data,
           GError **error)
{
  g_autoptr (HearthStatement) statement =
    hearth_db_prepare (store->db, n_rows == 1 ? table->select_row : table->select_page, error);
  HearthStep step;

  g_assert (n_rows > 0 && n_rows <= HEARTH_PAGE_ROWS);

  if (statement == NULL)
    return false;
  for (gsize i = 0; i < (n_rows == 1 ? 1 : HEARTH_PAGE_ROWS); i++)
    hearth_statement_bind_int64 (statement, (int) i + 1, rows[MIN (i, n_rows - 1)]);
  while ((step = hearth_statement_step (statement, error)) == HEARTH_STEP_ROW)
    {
      g_autoptr (HearthStored) stored = hearth_table_read_row (table, statement);

      for (gsize i = 0; i < n_rows; i++)
        if (rows[i] == stored->row)
          take (store, table, stored, i, user_data);
    }
  return step == HEARTH_STEP_DONE;
}

static void
take_record (HearthStore *store,
             const HearthTable *table,
             HearthStored *stored,
             gsize place,
             gpointer user_data)
{
  HearthRecord **out = user_data;

  out[place] = show (store, table, stored);
}

bool
hearth_store_load_page (HearthStore *store,
                        const HearthRecordType *type,
                        const gint64 *rows,
                        gsize n_rows,
                        HearthRecord **out,
                        GError **error)
{
  memset (out, 0, n_rows * sizeof *out);
  return read_page (store, hearth_table_get (type), rows, n_rows, take_record, out, error);
}

/* The live record, as the policy has it now. */
static void
take_again (HearthStore *store,
            const HearthTable *table,
            HearthStored *stored,
            gsize place,
            gpointer user_data)
{
  HearthRecord *live = user_data;
  bool own = is_own (store, stored->record);
  bool may_read =
    own || hearth_store_may_read_record (store, table->type, hearth_record_get_id (stored->record),
                                         hearth_record_get_resident (stored->record));

  g_object_freeze_notify (G_OBJECT (live));
  for (unsigned int i = 0; i < table->n_columns; i++)
    {
      if (table->places[i] < 0)
        continue;
      if (may_read)
        {
          show_column (store, table, stored, own, live, i);
          continue;
        }
      if (hearth_field_is_base (table->columns[i]))
        continue;
      hearth_record_set_withheld (live, i, true);
      hearth_record_set_column (live, i, "");
    }
  g_object_thaw_notify (G_OBJECT (live));
}

bool
hearth_store_refill (HearthStore *store, HearthRecord *live, GError **error)
{
  const HearthRecordType *type;
  gint64 row;

  return hearth_store_find_row (store, hearth_record_get_id (live), &row, &type, NULL, error) &&
         read_page (store, hearth_table_get (type), &row, 1, take_again, live, error);
}

typedef struct {
  const HearthField *field;
  const char *today;
  char **out;
} Computing;

static void
take_computed (HearthStore *store,
               const HearthTable *table,
               HearthStored *stored,
               gsize place,
               gpointer user_data)
{
  const Computing *computing = user_data;

  computing->out[place] = compute (store, table, stored, computing->field, computing->today);
}

bool
hearth_store_compute_page (HearthStore *store,
                           const HearthRecordType *type,
                           const HearthField *field,
                           const gint64 *rows,
                           gsize n_rows,
                           char **out,
                           GError **error)
{
  g_autofree char *today = hearth_clock_today (store->clock);
  Computing computing = { .field = field, .today = today, .out = out };

  memset (out, 0, n_rows * sizeof *out);
  return read_page (store, hearth_table_get (type), rows, n_rows, take_computed, &computing, error);
}

/* --- by id ------------------------------------------------------------------------ */

bool
hearth_store_find_row (HearthStore *store,
                       const char *id,
                       gint64 *row,
                       const HearthRecordType **type,
                       char **resident,
                       GError **error)
{
  g_autoptr (HearthStatement) statement =
    hearth_db_prepare (store->db, "SELECT row, type, resident FROM record_index WHERE id = ?1", error);
  const HearthRecordType *found = NULL;
  HearthStep step;

  if (statement == NULL)
    return false;
  hearth_statement_bind_text (statement, 1, id);
  step = hearth_statement_step (statement, error);
  if (step == HEARTH_STEP_ROW)
    found = hearth_records_lookup_type (hearth_statement_get_text (statement, 1));
  if (found == NULL)
    {
      if (step != HEARTH_STEP_ERROR)
        g_set_error (error, HEARTH_STORE_ERROR, HEARTH_STORE_ERROR_NOT_FOUND, "%s", id);
      return false;
    }
  *row = hearth_statement_get_int64 (statement, 0);
  if (type != NULL)
    *type = found;
  if (resident != NULL)
    *resident = g_strdup (hearth_statement_get_text (statement, 2));
  return true;
}

HearthRecord *
hearth_store_load (HearthStore *store, const char *id, GError **error)
{
  const HearthRecordType *type;
  HearthRecord *record;
  gint64 row;

  g_return_val_if_fail (HEARTH_IS_STORE (store), NULL);
  g_return_val_if_fail (id != NULL, NULL);

  if (!hearth_store_check_open (store, error) ||
      !hearth_store_find_row (store, id, &row, &type, NULL, error) ||
      !hearth_store_load_page (store, type, &row, 1, &record, error))
    return NULL;
  if (record == NULL)
    g_set_error (error, HEARTH_STORE_ERROR, HEARTH_STORE_ERROR_DENIED, "%s", id);
  return record;
}

HearthRecord *
hearth_store_load_resident (HearthStore *store, const char *code, GError **error)
{
  g_autoptr (HearthStatement) statement = NULL;
  g_autofree char *id = NULL;
  HearthStep step;

  g_return_val_if_fail (HEARTH_IS_STORE (store), NULL);
  g_return_val_if_fail (code != NULL, NULL);

  if (!hearth_store_check_open (store, error))
    return NULL;
  statement = hearth_db_prepare (store->db, "SELECT id FROM resident WHERE code = ?1 COLLATE NOCASE", error);
  if (statement == NULL)
    return NULL;
  hearth_statement_bind_text (statement, 1, code);
  step = hearth_statement_step (statement, error);
  if (step == HEARTH_STEP_ROW)
    {
      id = g_strdup (hearth_statement_get_text (statement, 0));
      hearth_statement_reset (statement);
      /* Numbers can be tried: who is kept from a file is not told that there is one. */
      if (!hearth_audit_is_kept_from (store, id))
        return hearth_store_load (store, id, error);
    }
  if (step != HEARTH_STEP_ERROR)
    g_set_error (error, HEARTH_STORE_ERROR, HEARTH_STORE_ERROR_NOT_FOUND, "%s", code);
  return NULL;
}

char *
hearth_store_dup_link_title (HearthStore *store, const char *id)
{
  g_autoptr (HearthRecord) record = NULL;

  g_return_val_if_fail (HEARTH_IS_STORE (store), NULL);
  g_return_val_if_fail (id != NULL, NULL);

  if (*id != '\0')
    record = hearth_store_load (store, id, NULL);
  return record != NULL ? hearth_record_dup_title (record) : g_strdup ("");
}

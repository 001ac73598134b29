/* SPDX-License-Identifier: GPL-3.0-or-later
 * Loading records: by id, by code, by page; filtered by the policy; one object per record.
 */
#define G_LOG_DOMAIN "hearth-store"

#include "core/value.h"
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
  if (!hearth_seal_is_allowed (field, seal->value))
    {
      g_warning ("sealed field %s came through a letterbox that it does not have", context);
      return NULL;
    }
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
is_own (HearthStore *store, HearthRecord *record)
{
  const HearthRecordType *type = hearth_record_get_record_type (record);

  /* The house's one record is on every sheet of paper. */
  return g_str_equal (hearth_record_get_id (record), hearth_store_get_person_id (store)) ||
         g_str_equal (type->name, "house");
}

/** One stored record, and what the policy is asked by for each of its fields. */
typedef struct {
  HearthStore *store;
  const HearthTable *table;
  HearthStored *stored;
  GStrv files;
  bool is_own;
  bool is_author;
} Sight;

static void
sight_clear (Sight *sight)
{
  g_strfreev (sight->files);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Sight, sight_clear)

static Sight
look_at (HearthStore *store, const HearthTable *table, HearthStored *stored)
{
  return (Sight) {
    .store = store,
    .table = table,
    .stored = stored,
    .files = hearth_store_dup_files_of (stored->record),
    .is_own = is_own (store, stored->record),
    .is_author =
      g_str_equal (hearth_record_get (stored->record, "created_by"), hearth_store_get_person_id (store)),
  };
}

static bool
may_read (const Sight *sight)
{
  return sight->is_own || hearth_store_may_read_record_in (sight->store, sight->table->type,
                                                           hearth_record_get_id (sight->stored->record),
                                                           (const char *const *) sight->files);
}

static bool
may_read_column (const Sight *sight, unsigned int column)
{
  return hearth_store_may_read_field_of (sight->store, sight->table->type, sight->table->columns[column],
                                         (const char *const *) sight->files, sight->is_author);
}

/* What this reader gets of it. */
static void
show_column (const Sight *sight, HearthRecord *record, unsigned int column)
{
  hearth_autowipe char *text = NULL;

  if (!sight->is_own && !may_read_column (sight, column))
    {
      hearth_record_set_withheld (record, column, true);
      hearth_record_set_column (record, column, "");
      return;
    }
  if (sight->table->columns[column]->kind != HEARTH_FIELD_SEALED)
    {
      hearth_record_set_withheld (record, column, false);
      hearth_record_set_column (record, column, hearth_record_get_column (sight->stored->record, column));
      return;
    }
  text = open_sealed (sight->store, sight->table, sight->stored, column);
  hearth_record_set_withheld (record, column, text == NULL);
  hearth_record_set_column (record, column, text);
}

static HearthRecord *
show (const Sight *sight)
{
  HearthRecord *live = hearth_store_lookup_live (sight->store, hearth_record_get_id (sight->stored->record));
  HearthRecord *record;

  if (!may_read (sight))
    return NULL;
  if (live != NULL)
    return g_object_ref (live);

  record = hearth_record_new (sight->table->type);
  g_object_freeze_notify (G_OBJECT (record));
  for (unsigned int i = 0; i < sight->table->n_columns; i++)
    if (sight->table->places[i] >= 0)
      show_column (sight, record, i);
  g_object_thaw_notify (G_OBJECT (record));
  hearth_store_set_live (sight->store, record);
  return record;
}

/* What the reader may not see goes out of the stored record. */
static void
hide_columns (const Sight *sight)
{
  for (unsigned int i = 0; i < sight->table->n_columns; i++)
    if (sight->table->places[i] >= 0 && !may_read_column (sight, i))
      hearth_record_set_column (sight->stored->record, i, "");
}

/* Without an object for each: a list of many thousands is put in order by this. Sealed text is not computed from. */
static char *
compute (const Sight *sight, const HearthField *field, const char *today)
{
  if (!may_read (sight))
    return g_strdup ("");
  if (!sight->is_own)
    hide_columns (sight);
  return hearth_record_format (sight->stored->record, field, today);
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
  g_auto (Sight) sight = look_at (store, table, stored);
  HearthRecord **out = user_data;

  out[place] = show (&sight);
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

void
hearth_record_withhold_all (HearthRecord *record)
{
  unsigned int n_columns;
  const HearthField *const *columns =
    hearth_record_type_get_columns (hearth_record_get_record_type (record), &n_columns);

  g_object_freeze_notify (G_OBJECT (record));
  for (unsigned int i = 0; i < n_columns; i++)
    if (hearth_field_is_stored (columns[i]) && !hearth_field_is_base (columns[i]))
      {
        hearth_record_set_withheld (record, i, true);
        hearth_record_set_column (record, i, "");
      }
  g_object_thaw_notify (G_OBJECT (record));
}

/* The live record, as the policy has it now. */
static void
take_again (HearthStore *store,
            const HearthTable *table,
            HearthStored *stored,
            gsize place,
            gpointer user_data)
{
  g_auto (Sight) sight = look_at (store, table, stored);
  HearthRecord *live = user_data;

  if (!may_read (&sight))
    {
      hearth_record_withhold_all (live);
      return;
    }
  g_object_freeze_notify (G_OBJECT (live));
  for (unsigned int i = 0; i < table->n_columns; i++)
    if (table->places[i] >= 0)
      show_column (&sight, live, i);
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
  g_auto (Sight) sight = look_at (store, table, stored);
  const Computing *computing = user_data;

  computing->out[place] = compute (&sight, computing->field, computing->today);
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
    hearth_store_deny_record (store, type, id, error);
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
hearth_store_dup_link_title (HearthStore *store, const char *link)
{
  g_auto (GStrv) ids = NULL;
  g_autoptr (GStrvBuilder) titles = g_strv_builder_new ();
  g_auto (GStrv) words = NULL;

  g_return_val_if_fail (HEARTH_IS_STORE (store), NULL);
  g_return_val_if_fail (link != NULL, NULL);

  ids = g_strsplit (link, " ", -1);
  for (guint i = 0; ids[i] != NULL; i++)
    {
      g_autoptr (HearthRecord) record = *ids[i] != '\0' ? hearth_store_load (store, ids[i], NULL) : NULL;

      if (record != NULL)
        g_strv_builder_take (titles, hearth_record_dup_title (record));
    }
  words = g_strv_builder_end (titles);
  return hearth_words_join ((const char *const *) words);
}

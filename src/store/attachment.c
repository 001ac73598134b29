/* SPDX-License-Identifier: GPL-3.0-or-later
 * Attached files: reading them, and who may.
 */
#define G_LOG_DOMAIN "hearth-store"

#include "store/attachment.h"

#include "records/registry.h"
#include "store/attachment-row.h"
#include "store/table.h"

#include <errno.h>
#include <sodium.h>


/* --- who may ----------------------------------------------------------------------- */

/** Calls @answers with every field of any type that holds an attachment until one says yes. */
static bool
any_field (HearthStore *store,
           bool (*answers) (HearthStore *store,
                            const HearthRecordType *type,
                            const HearthField *field,
                            const HearthAttachment *attachment),
           const HearthAttachment *attachment)
{
  unsigned int n_types;
  const HearthRecordType *const *types = hearth_records_get_types (&n_types);

  for (guint t = 0; t < n_types; t++)
    for (guint i = 0; i < types[t]->n_fields; i++)
      if (types[t]->fields[i].kind == HEARTH_FIELD_ATTACHMENT &&
          answers (store, types[t], &types[t]->fields[i], attachment))
        return true;
  return false;
}

static bool
may_write_field (HearthStore *store,
                 const HearthRecordType *type,
                 const HearthField *field,
                 const HearthAttachment *attachment)
{
  return hearth_policy_may_write (store->policy, type, field,
                                  *attachment->resident ? attachment->resident : NULL);
}

static char *
make_holders_sql (const HearthRecordType *type, const HearthField *field)
{
  GString *sql = g_string_new ("SELECT i.id, i.resident FROM ");

  hearth_sql_append_name (sql, type->name);
  g_string_append (sql, " AS t CROSS JOIN record_index AS i ON i.row = t.row WHERE t.");
  hearth_sql_append_name (sql, field->name);
  g_string_append (sql, " = ?1");
  return g_string_free_and_steal (sql);
}

/** Whether a record that this reader may see holds the attachment in @field: one of the same file, or of any when it
 * was added before its record was saved. */
static bool
is_shown_by (HearthStore *store,
             const HearthRecordType *type,
             const HearthField *field,
             const HearthAttachment *attachment)
{
  g_autofree char *sql = make_holders_sql (type, field);
  g_autoptr (GError) error = NULL;
  g_autoptr (HearthStatement) statement = hearth_db_prepare (store->db, sql, &error);
  bool shown = false;

  if (statement)
    hearth_statement_bind_text (statement, 1, attachment->id);
  while (statement && !shown && hearth_statement_step (statement, &error) == HEARTH_STEP_ROW)
    {
      const char *id = hearth_statement_get_text (statement, 0);
      const char *resident = hearth_statement_get_text (statement, 1);
      g_auto (GStrv) own = hearth_store_dup_files (store, type, id, resident);
      const char *const *files = (const char *const *) own;

      shown = files && (!*attachment->resident || g_strv_contains (files, attachment->resident)) &&
              hearth_store_may_read_record_in (store, type, id, files) &&
              hearth_store_may_read_field_in (store, type, field, files);
    }
  if (error)
    g_warning ("Asking who holds attachment %s: %s", attachment->id, error->message);
  return shown;
}

static bool
is_held_by (HearthStore *store,
            const HearthRecordType *type,
            const HearthField *field,
            const HearthAttachment *attachment)
{
  g_autofree char *sql = make_holders_sql (type, field);
  g_autoptr (GError) error = NULL;
  g_autoptr (HearthStatement) statement = hearth_db_prepare (store->db, sql, &error);

  if (statement)
    hearth_statement_bind_text (statement, 1, attachment->id);
  /* When in doubt it is held, and its holder decides. */
  return !statement || hearth_statement_step (statement, &error) != HEARTH_STEP_DONE;
}

/** Who may see a record that shows it, or, until a record does, who added it. */
static bool
may_read (HearthStore *store, const HearthAttachment *attachment)
{
  if (*attachment->compartment && !hearth_keyring_has_compartment (store->keyring, attachment->compartment))
    return false;
  if (any_field (store, is_shown_by, attachment))
    return true;
  return g_str_equal (attachment->added_by, hearth_store_get_person_id (store)) &&
         !any_field (store, is_held_by, attachment);
}

bool
hearth_store_may_attach (HearthStore *store, const HearthAttachment *attachment)
{
  return any_field (store, may_write_field, attachment) &&
         (!*attachment->compartment ||
          hearth_keyring_has_compartment (store->keyring, attachment->compartment));
}

/* --- reading ----------------------------------------------------------------------- */

/** The row of @id if this reader may see it; NOT_FOUND, DENIED. */
static HearthStoredAttachment *
load_for_reader (HearthStore *store, const char *id, GError **error)
{
  g_autoptr (GError) local_error = NULL;
  g_autoptr (HearthStoredAttachment) row = NULL;

  if (!hearth_store_check_open (store, error))
    return NULL;
  row = hearth_stored_attachment_load (store->db, id, &local_error);
  if (local_error)
    g_propagate_error (error, g_steal_pointer (&local_error));
  else if (!row)
    g_set_error (error, HEARTH_STORE_ERROR, HEARTH_STORE_ERROR_NOT_FOUND, "attachment %s", id);
  else if (!may_read (store, row->info))
    g_set_error (error, HEARTH_STORE_ERROR, HEARTH_STORE_ERROR_DENIED, "attachment %s", id);
  else
    return g_steal_pointer (&row);
  return NULL;
}

HearthAttachment *
hearth_store_lookup_attachment (HearthStore *store, const char *id, GError **error)
{
  g_autoptr (HearthStoredAttachment) row = NULL;

  g_return_val_if_fail (HEARTH_IS_STORE (store), NULL);
  g_return_val_if_fail (id, NULL);

  row = load_for_reader (store, id, error);
  return row ? g_steal_pointer (&row->info) : NULL;
}

/** Opens the sealed key of a compartment's file into @key. */
static bool
open_key (HearthStore *store, const HearthStoredAttachment *row, guint8 *key, GError **error)
{
  g_autofree char *context = hearth_stored_attachment_dup_context (row);
  gsize length = 0;
  bool good;
  char *hex;

  /* Files have no letterbox: somebody has put it there who does not hold the key. */
  if (hearth_sealed_is_letter (row->sealed_key))
    {
      g_set_error (error, HEARTH_STORE_ERROR, HEARTH_STORE_ERROR_CORRUPT, "attachment %s", row->info->id);
      return false;
    }
  hex = hearth_keyring_open (store->keyring, row->info->compartment, context, (guint64) row->seal_number,
                             row->sealed_key, g_bytes_get_data (row->commitment, NULL), error);
  if (!hex)
    return false;
  good = sodium_hex2bin (key, HEARTH_SEALED_FILE_KEY_BYTES, hex, strlen (hex), NULL, &length, NULL) == 0 &&
         length == HEARTH_SEALED_FILE_KEY_BYTES;
  sodium_memzero (hex, strlen (hex));
  g_free (hex);
  if (!good)
    g_set_error (error, HEARTH_STORE_ERROR, HEARTH_STORE_ERROR_CORRUPT, "attachment %s", row->info->id);
  return good;
}

/** What opening one file takes: nothing of the store, so that it can be done in a thread. */
typedef struct {
  HearthStoredAttachment *row;
  char *folder;
  guint8 *key;
} Reading;

static void
reading_free (Reading *reading)
{
  g_clear_pointer (&reading->row, hearth_stored_attachment_free);
  sodium_free (reading->key);
  g_free (reading->folder);
  g_free (reading);
}
G_DEFINE_AUTOPTR_CLEANUP_FUNC (Reading, reading_free)

/** Asks who may, and takes the key out. */
static Reading *
begin_reading (HearthStore *store, const char *id, GError **error)
{
  g_autoptr (Reading) reading = g_new0 (Reading, 1);
  const HearthStoredAttachment *row = reading->row = load_for_reader (store, id, error);

  if (!row)
    return NULL;
  reading->folder = hearth_house_dup_files_path (store->folder);
  reading->key = sodium_malloc (HEARTH_SEALED_FILE_KEY_BYTES);
  if (!reading->key)
    {
      hearth_file_set_error (error, ENOMEM);
      return NULL;
    }
  if (row->key)
    memcpy (reading->key, g_bytes_get_data (row->key, NULL), HEARTH_SEALED_FILE_KEY_BYTES);
  else if (!open_key (store, row, reading->key, error))
    return NULL;
  return g_steal_pointer (&reading);
}

static GBytes *
read_content (const Reading *reading, GError **error)
{
  return hearth_sealed_file_read (reading->folder, reading->row->file, reading->key, reading->row->info->size,
                                  error);
}

/** Looking into a compartment's file leaves an audit row, as opening a page of it does. */
static bool
note_reading (HearthStore *store, const HearthStoredAttachment *row, GError **error)
{
  HearthAuditEntry entry = { .action = "view", .type = "attachment", .id = row->info->id };

  if (!*row->info->compartment)
    return true;
  return hearth_store_begin_change (store, error) &&
         hearth_store_end_change (store, hearth_store_add_audit (store, &entry, error), error);
}

GBytes *
hearth_store_read_attachment (HearthStore *store, const char *id, GError **error)
{
  g_autoptr (Reading) reading = NULL;
  g_autoptr (GBytes) content = NULL;

  g_return_val_if_fail (HEARTH_IS_STORE (store), NULL);
  g_return_val_if_fail (id, NULL);

  reading = begin_reading (store, id, error);
  if (!reading)
    return NULL;
  content = read_content (reading, error);
  return content && note_reading (store, reading->row, error) ? g_steal_pointer (&content) : NULL;
}

static void
read_thread (GTask *task, gpointer source, gpointer task_data, GCancellable *cancellable)
{
  g_autoptr (GError) error = NULL;
  GBytes *content = read_content (task_data, &error);

  if (content)
    g_task_return_pointer (task, content, (GDestroyNotify) g_bytes_unref);
  else
    g_task_return_error (task, g_steal_pointer (&error));
}

static void
read_done_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (GTask) task = user_data;
  const Reading *reading = g_task_get_task_data (G_TASK (result));
  g_autoptr (GError) error = NULL;
  g_autoptr (GBytes) content = g_task_propagate_pointer (G_TASK (result), &error);

  if (content && hearth_store_check_open (HEARTH_STORE (source), &error) &&
      note_reading (HEARTH_STORE (source), reading->row, &error))
    g_task_return_pointer (task, g_steal_pointer (&content), (GDestroyNotify) g_bytes_unref);
  else
    g_task_return_error (task, g_steal_pointer (&error));
}

void
hearth_store_read_attachment_async (HearthStore *store,
                                    const char *id,
                                    GCancellable *cancellable,
                                    GAsyncReadyCallback callback,
                                    gpointer user_data)
{
  g_autoptr (GTask) task = NULL;
  g_autoptr (GTask) work = NULL;
  g_autoptr (GError) error = NULL;
  Reading *reading;

  g_return_if_fail (HEARTH_IS_STORE (store));
  g_return_if_fail (id);

  task = g_task_new (store, cancellable, callback, user_data);
  g_task_set_source_tag (task, hearth_store_read_attachment_async);
  reading = begin_reading (store, id, &error);
  if (!reading)
    {
      g_task_return_error (task, g_steal_pointer (&error));
      return;
    }
  work = g_task_new (store, cancellable, read_done_cb, g_steal_pointer (&task));
  g_task_set_task_data (work, reading, (GDestroyNotify) reading_free);
  g_task_run_in_thread (work, read_thread);
}

GBytes *
hearth_store_read_attachment_finish (HearthStore *store, GAsyncResult *result, GError **error)
{
  g_return_val_if_fail (g_task_is_valid (result, store), NULL);

  return g_task_propagate_pointer (G_TASK (result), error);
}

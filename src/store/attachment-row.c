/* SPDX-License-Identifier: GPL-3.0-or-later
 * A row of the attachment table: what a file is, and the key that opens it.
 */
#define G_LOG_DOMAIN "hearth-store"

#include "store/attachment-row.h"

#include "vault/canon.h"

#include <sodium.h>

void
hearth_attachment_free (HearthAttachment *attachment)
{
  if (!attachment)
    return;
  g_free (attachment->id);
  g_free (attachment->resident);
  g_free (attachment->name);
  g_free (attachment->media_type);
  g_free (attachment->added_at);
  g_free (attachment->added_by);
  g_free (attachment->compartment);
  g_free (attachment);
}

HearthStoredAttachment *
hearth_stored_attachment_new (void)
{
  HearthStoredAttachment *row = g_new0 (HearthStoredAttachment, 1);

  row->info = g_new0 (HearthAttachment, 1);
  return row;
}

void
hearth_stored_attachment_free (HearthStoredAttachment *row)
{
  if (!row)
    return;
  hearth_attachment_free (row->info);
  g_free (row->file);
  g_clear_pointer (&row->key, g_bytes_unref);
  g_clear_pointer (&row->sealed_key, g_bytes_unref);
  g_clear_pointer (&row->commitment, g_bytes_unref);
  g_free (row);
}

static void
read_info (HearthAttachment *info, HearthStatement *statement)
{
  info->id = g_strdup (hearth_statement_get_text (statement, 0));
  info->resident = g_strdup (hearth_statement_get_text (statement, 1));
  info->name = g_strdup (hearth_statement_get_text (statement, 2));
  info->media_type = g_strdup (hearth_statement_get_text (statement, 3));
  info->size = hearth_statement_get_int64 (statement, 4);
  info->added_at = g_strdup (hearth_statement_get_text (statement, 5));
  info->added_by = g_strdup (hearth_statement_get_text (statement, 6));
  info->compartment = g_strdup (hearth_statement_get_text (statement, 7));
}

static bool
has_length (GBytes *bytes, gsize length)
{
  return bytes && g_bytes_get_size (bytes) == length;
}

HearthStoredAttachment *
hearth_stored_attachment_read (HearthStatement *statement, GError **error)
{
  g_autoptr (HearthStoredAttachment) row = hearth_stored_attachment_new ();
  g_autoptr (GBytes) hash = NULL;

  read_info (row->info, statement);
  row->file = g_strdup (hearth_statement_get_text (statement, 8));
  row->digest.size = hearth_statement_get_int64 (statement, 9);
  hash = hearth_statement_dup_bytes (statement, 10);
  row->key = hearth_statement_dup_bytes (statement, 11);
  row->sealed_key = hearth_statement_dup_bytes (statement, 12);
  row->commitment = hearth_statement_dup_bytes (statement, 13);
  row->seal_number = hearth_statement_get_int64 (statement, 14);
  if (!has_length (hash, sizeof row->digest.hash) ||
      (row->key && !has_length (row->key, HEARTH_SEALED_FILE_KEY_BYTES)) ||
      (row->sealed_key && !has_length (row->commitment, HEARTH_HASH_BYTES)))
    {
      g_set_error (error, HEARTH_STORE_ERROR, HEARTH_STORE_ERROR_CORRUPT, "attachment %s", row->info->id);
      return NULL;
    }
  memcpy (row->digest.hash, g_bytes_get_data (hash, NULL), sizeof row->digest.hash);
  return g_steal_pointer (&row);
}

bool
hearth_stored_attachment_insert (const HearthStoredAttachment *row, HearthDb *db, GError **error)
{
  const HearthAttachment *info = row->info;
  g_autoptr (HearthStatement) statement =
    hearth_db_prepare (db,
                       "INSERT INTO attachment (" HEARTH_ATTACHMENT_COLUMNS ") "
                       "VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10, ?11, ?12, ?13, ?14, ?15)",
                       error);

  if (!statement)
    return false;
  hearth_statement_bind_text (statement, 1, info->id);
  hearth_statement_bind_text_or_null (statement, 2, info->resident);
  hearth_statement_bind_text (statement, 3, info->name);
  hearth_statement_bind_text (statement, 4, info->media_type);
  hearth_statement_bind_int64 (statement, 5, info->size);
  hearth_statement_bind_text (statement, 6, info->added_at);
  hearth_statement_bind_text (statement, 7, info->added_by);
  hearth_statement_bind_text (statement, 8, info->compartment);
  hearth_statement_bind_text (statement, 9, row->file);
  hearth_statement_bind_int64 (statement, 10, row->digest.size);
  hearth_statement_bind_blob (statement, 11, row->digest.hash, sizeof row->digest.hash);
  hearth_statement_bind_bytes (statement, 12, row->key);
  hearth_statement_bind_bytes (statement, 13, row->sealed_key);
  hearth_statement_bind_bytes (statement, 14, row->commitment);
  if (row->sealed_key)
    hearth_statement_bind_int64 (statement, 15, row->seal_number);
  return hearth_statement_run (statement, error);
}

HearthStoredAttachment *
hearth_stored_attachment_load (HearthDb *db, const char *id, GError **error)
{
  g_autoptr (HearthStatement) statement =
    hearth_db_prepare (db, "SELECT " HEARTH_ATTACHMENT_COLUMNS " FROM attachment WHERE id = ?1", error);

  if (!statement)
    return NULL;
  hearth_statement_bind_text (statement, 1, id);
  return hearth_statement_step (statement, error) == HEARTH_STEP_ROW
           ? hearth_stored_attachment_read (statement, error)
           : NULL;
}

static void
add_bytes (GByteArray *canon, GBytes *bytes)
{
  gsize length = 0;
  const void *data = bytes ? g_bytes_get_data (bytes, &length) : NULL;

  hearth_canon_add_bytes (canon, data ? data : "", length);
}

void
hearth_stored_attachment_hash (const HearthStoredAttachment *row, guint8 hash[HEARTH_HASH_BYTES])
{
  const HearthAttachment *info = row->info;
  g_autoptr (GByteArray) canon = hearth_canon_new ("hearth attachment 1");

  hearth_canon_add_text (canon, info->id);
  hearth_canon_add_text (canon, info->resident);
  hearth_canon_add_text (canon, info->name);
  hearth_canon_add_text (canon, info->media_type);
  hearth_canon_add_number (canon, (guint64) info->size);
  hearth_canon_add_text (canon, info->added_at);
  hearth_canon_add_text (canon, info->added_by);
  hearth_canon_add_text (canon, info->compartment);
  hearth_canon_add_text (canon, row->file);
  hearth_canon_add_number (canon, (guint64) row->digest.size);
  hearth_canon_add_bytes (canon, row->digest.hash, sizeof row->digest.hash);
  add_bytes (canon, row->key);
  add_bytes (canon, row->commitment);
  crypto_generichash (hash, HEARTH_HASH_BYTES, canon->data, canon->len, NULL, 0);
}

char *
hearth_stored_attachment_dup_context (const HearthStoredAttachment *row)
{
  return g_strdup_printf ("attachment|%s|key", row->info->id);
}

char *
hearth_house_dup_files_path (const char *folder)
{
  return g_build_filename (folder, "files", NULL);
}

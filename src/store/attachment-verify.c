/* SPDX-License-Identifier: GPL-3.0-or-later
 * Checking attachments: each row against its audit row, each file against its row. No compartment's key is needed.
 */
#define G_LOG_DOMAIN "hearth-store"

#include "config.h"

#include "store/attachment-row.h"

#include <glib/gi18n-lib.h>

/** What the audit says of an attachment. */
typedef struct {
  gint64 sequence;
  char *person;
  GBytes *hash;
  bool met;
} Noted;

static void
noted_free (gpointer data)
{
  Noted *noted = data;

  g_free (noted->person);
  g_clear_pointer (&noted->hash, g_bytes_unref);
  g_free (noted);
}

/** id → Noted of the first "attach" row of each: a later one of the same id is somebody else's. NULL on error. */
static GHashTable *
read_audit (HearthDb *db, GError **error)
{
  g_autoptr (GHashTable) all = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, noted_free);
  g_autoptr (HearthStatement) statement =
    hearth_db_prepare (db,
                       "SELECT id, sequence, after, person FROM audit WHERE action = 'attach' AND type = "
                       "'attachment' "
                       "ORDER BY sequence DESC",
                       error);
  HearthStep step;

  if (!statement)
    return NULL;
  while ((step = hearth_statement_step (statement, error)) == HEARTH_STEP_ROW)
    {
      Noted *noted = g_new0 (Noted, 1);

      noted->sequence = hearth_statement_get_int64 (statement, 1);
      noted->hash = hearth_statement_dup_bytes (statement, 2);
      noted->person = g_strdup (hearth_statement_get_text (statement, 3));
      g_hash_table_insert (all, g_strdup (hearth_statement_get_text (statement, 0)), noted);
    }
  return step == HEARTH_STEP_DONE ? g_steal_pointer (&all) : NULL;
}

static void
find (HearthVerification *verification, gint64 sequence, const char *format, const char *id)
{
  g_auto (GStrv) parts = g_strsplit (format, "%s", 2);

  hearth_verification_take_finding (verification, "attachment", sequence, g_strjoinv (id, parts));
}

static void
check_row (const HearthStoredAttachment *row, GHashTable *audit, HearthVerification *verification)
{
  Noted *noted = g_hash_table_lookup (audit, row->info->id);
  guint8 hash[HEARTH_HASH_BYTES];

  hearth_stored_attachment_hash (row, hash);
  if (!noted)
    {
      find (verification, 0, _ ("The attached file %s was not added by Hearth: nothing says who did."),
            row->info->id);
      return;
    }
  noted->met = true;
  if (!noted->hash || g_bytes_get_size (noted->hash) != sizeof hash ||
      memcmp (g_bytes_get_data (noted->hash, NULL), hash, sizeof hash) != 0 ||
      !g_str_equal (row->info->added_by, noted->person))
    find (verification, noted->sequence,
          _ ("What is kept about the attached file %s was changed afterwards."), row->info->id);
}

/** @folder: files/ */
static bool
check_file (const HearthStoredAttachment *row,
            const char *folder,
            HearthVerification *verification,
            GCancellable *cancellable,
            GError **error)
{
  g_autofree char *path = g_build_filename (folder, row->file, NULL);
  g_autoptr (GError) local_error = NULL;
  HearthFileDigest digest;

  if (hearth_file_digest_path (path, &digest, cancellable, &local_error) &&
      hearth_file_digest_equal (&digest, &row->digest))
    return true;
  if (g_error_matches (local_error, HEARTH_STORE_ERROR, HEARTH_STORE_ERROR_CANCELLED))
    {
      g_propagate_error (error, g_steal_pointer (&local_error));
      return false;
    }
  find (verification, 0,
        g_error_matches (local_error, HEARTH_STORE_ERROR, HEARTH_STORE_ERROR_NOT_FOUND)
          ? _ ("The attached file %s is missing. A backup may still have it.")
          : _ ("The attached file %s is damaged. A backup may still have it whole."),
        row->info->id);
  return true;
}

static void
check_all_met (GHashTable *audit, HearthVerification *verification)
{
  GHashTableIter iter;
  gpointer id, value;

  g_hash_table_iter_init (&iter, audit);
  while (g_hash_table_iter_next (&iter, &id, &value))
    if (!((Noted *) value)->met)
      find (verification, ((Noted *) value)->sequence,
            _ ("What was kept about the attached file %s was removed."), id);
}

bool
hearth_attachment_verify_all (HearthDb *db,
                              const char *folder,
                              HearthKeyring *keyring,
                              HearthVerification *verification,
                              GCancellable *cancellable,
                              GError **error)
{
  g_autoptr (GHashTable) audit = read_audit (db, error);
  g_autoptr (HearthStatement) statement = NULL;
  g_autofree char *files = hearth_house_dup_files_path (folder);
  HearthStep step;

  if (!audit)
    return false;
  statement =
    hearth_db_prepare (db, "SELECT " HEARTH_ATTACHMENT_COLUMNS " FROM attachment ORDER BY id", error);
  if (!statement)
    return false;
  while ((step = hearth_statement_step (statement, error)) == HEARTH_STEP_ROW)
    {
      g_autoptr (HearthStoredAttachment) row = hearth_stored_attachment_read (statement, error);

      if (!row)
        return false;
      verification->attachments++;
      check_row (row, audit, verification);
      if (!check_file (row, files, verification, cancellable, error))
        return false;
    }
  check_all_met (audit, verification);
  return step == HEARTH_STEP_DONE;
}

/* SPDX-License-Identifier: GPL-3.0-or-later
 * Looking at a copy as somebody would who has to rely on it: from its manifest on.
 */
#define G_LOG_DOMAIN "hearth-store"

#include "store/backup-check.h"

#include "store/backup-db.h"
#include "store/folder.h"
#include "store/store-private.h"

static bool
counts_equal (GHashTable *a, GHashTable *b)
{
  GHashTableIter iter;
  gpointer table, count;

  if (g_hash_table_size (a) != g_hash_table_size (b))
    return false;
  g_hash_table_iter_init (&iter, a);
  while (g_hash_table_iter_next (&iter, &table, &count))
    {
      const gint64 *other = g_hash_table_lookup (b, table);

      if (!other || *other != *(const gint64 *) count)
        return false;
    }
  return true;
}

bool
hearth_copy_check_database (const char *copy,
                            const char *folder,
                            HearthKeyring *keyring,
                            bool thorough,
                            GCancellable *cancellable,
                            GError **error)
{
  g_autofree char *path = hearth_house_dup_db_path (folder);
  g_autoptr (HearthManifest) manifest = hearth_manifest_read (copy, error);
  g_autoptr (GHashTable) said = manifest ? hearth_manifest_open_counts (manifest, keyring, error) : NULL;
  g_autoptr (HearthDb) db = said ? hearth_db_open (path, keyring, HEARTH_DB_READ_ONLY, error) : NULL;
  g_autoptr (GHashTable) found = NULL;
  g_autofree char *anchor = NULL;
  HearthAuditHead head;

  if (!db)
    return false;
  hearth_db_set_cancellable (db, cancellable);
  if (!(thorough ? hearth_db_check_whole : hearth_db_check_pages) (db, error) ||
      !hearth_audit_read_head (db, &head, error))
    return false;
  found = hearth_db_count_rows (db, error);
  if (!found)
    return false;
  anchor = hearth_anchor_to_text (head.sequence, head.hash);
  if (counts_equal (said, found) && g_str_equal (anchor, manifest->anchor))
    return true;
  g_set_error_literal (error, HEARTH_STORE_ERROR, HEARTH_STORE_ERROR_CORRUPT,
                       "the copy is not what was copied");
  return false;
}

/* SPDX-License-Identifier: GPL-3.0-or-later
 * Replacing the house key: the database is written anew beside itself and put in its own place.
 *
 * From the first step to the last the key file holds both keys. One call of rename () decides which of them is the
 * house's, so that at every moment there is one database and a key to it.
 */
#define G_LOG_DOMAIN "hearth-store"

#include "store/backup-db.h"
#include "store/backup-file.h"
#include "store/folder.h"
#include "store/migrate.h"
#include "store/people-private.h"

#include <errno.h>
#include <glib/gstdio.h>
#include <string.h>

/* How much of the work copying is; the rest is checking. */
#define COPYING 0.7

typedef struct {
  const char *folder;
  HearthKeyring *keyring;
  char *path;
  char *next;
  HearthProgressFunc progress;
  gpointer user_data;
  GCancellable *cancellable;
} Rotation;

static void
rotation_clear (Rotation *rotation)
{
  g_free (rotation->path);
  g_free (rotation->next);
}
G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Rotation, rotation_clear)

/* --- after an interruption ---------------------------------------------------------- */

static bool
is_wrong_key (const GError *error)
{
  return g_error_matches (error, HEARTH_STORE_ERROR, HEARTH_STORE_ERROR_KEY);
}

/* Whether house.db is under the next key already. Neither key is given up unless the other one is seen to open it. */
static bool
look_which (const char *path, HearthKeyring *keyring, bool *is_next, GError **error)
{
  g_autoptr (GError) local_error = NULL;
  g_autoptr (HearthDb) db = hearth_db_open_next (path, keyring, HEARTH_DB_READ_ONLY, &local_error);

  *is_next = db != NULL;
  if (db != NULL)
    return true;
  if (!is_wrong_key (local_error))
    {
      g_propagate_error (error, g_steal_pointer (&local_error));
      return false;
    }
  db = hearth_db_open (path, keyring, HEARTH_DB_READ_ONLY, error);
  return db != NULL;
}

bool
hearth_house_settle_rotation (const char *folder, HearthKeyring *keyring, GError **error)
{
  g_autofree char *path = hearth_house_dup_db_path (folder);
  g_autofree char *next = hearth_house_dup_next_db_path (folder);
  bool is_next;

  if (hearth_keyring_is_rotating (keyring))
    {
      if (!look_which (path, keyring, &is_next, error))
        return false;
      if (!(is_next ? hearth_vault_finish_rotation : hearth_vault_cancel_rotation) (folder, keyring, error))
        return false;
    }
  hearth_database_remove (next);
  return true;
}

/* --- writing anew -------------------------------------------------------------------- */

static void
copied_cb (int done, int all, gpointer user_data)
{
  const Rotation *rotation = user_data;

  if (rotation->progress != NULL && all > 0)
    rotation->progress (COPYING * done / all, rotation->user_data);
}

static bool
check_cancelled (const Rotation *rotation, GError **error)
{
  if (!g_cancellable_is_cancelled (rotation->cancellable))
    return true;
  g_set_error_literal (error, HEARTH_STORE_ERROR, HEARTH_STORE_ERROR_CANCELLED, "rotation");
  return false;
}

/* A database of its own, not a copy that is given another key: of that the old key would open what the disk keeps of
 * the first writing. */
static bool
write_next (const Rotation *rotation, HearthDb *from, GError **error)
{
  g_autoptr (HearthDb) to = hearth_db_open_next (rotation->next, rotation->keyring, HEARTH_DB_CREATE, error);

  return to != NULL &&
         hearth_db_copy_pages (from, to, copied_cb, (gpointer) rotation, rotation->cancellable, error) &&
         hearth_db_set_journal_mode (to, "delete", error);
}

static bool
has_same_end (HearthDb *from, HearthDb *to, GError **error)
{
  HearthAuditHead before, after;

  if (!hearth_audit_read_head (from, &before, error) || !hearth_audit_read_head (to, &after, error))
    return false;
  return before.sequence == after.sequence && memcmp (before.hash, after.hash, sizeof before.hash) == 0;
}

static bool
has_same_rows (HearthDb *from, HearthDb *to, GError **error)
{
  g_autoptr (GHashTable) before = hearth_db_count_rows (from, error);
  g_autoptr (GHashTable) after = before != NULL ? hearth_db_count_rows (to, error) : NULL;
  GHashTableIter iter;
  gpointer table, count;

  if (after == NULL || g_hash_table_size (before) != g_hash_table_size (after))
    return false;
  g_hash_table_iter_init (&iter, before);
  while (g_hash_table_iter_next (&iter, &table, &count))
    {
      const gint64 *other = g_hash_table_lookup (after, table);

      if (other == NULL || *other != *(const gint64 *) count)
        return false;
    }
  return true;
}

static bool
check_next (const Rotation *rotation, HearthDb *from, GError **error)
{
  g_autoptr (GError) local_error = NULL;
  g_autoptr (HearthDb) to =
    hearth_db_open_next (rotation->next, rotation->keyring, HEARTH_DB_READ_ONLY, &local_error);

  if (to != NULL)
    hearth_db_set_cancellable (to, rotation->cancellable);
  if (to != NULL && hearth_db_check_whole (to, &local_error) && has_same_end (from, to, &local_error) &&
      has_same_rows (from, to, &local_error))
    return true;
  if (local_error == NULL)
    g_set_error_literal (&local_error, HEARTH_STORE_ERROR, HEARTH_STORE_ERROR_IO, "house.db.next");
  g_propagate_error (error, g_steal_pointer (&local_error));
  return false;
}

/* All of what was changed is in the one file, which nobody else has open. */
static bool
gather (HearthDb *db, GError **error)
{
  g_autoptr (HearthStatement) statement = hearth_db_prepare (db, "PRAGMA wal_checkpoint (TRUNCATE)", error);

  if (statement == NULL || hearth_statement_step (statement, error) == HEARTH_STEP_ERROR)
    return false;
  if (hearth_statement_get_int64 (statement, 0) == 0)
    return true;
  g_set_error_literal (error, HEARTH_STORE_ERROR, HEARTH_STORE_ERROR_LOCKED, "house.db is in use");
  return false;
}

/* The log of the old database would be played into the new one. */
static bool
remove_log (const Rotation *rotation, GError **error)
{
  static const char *const endings[] = { "-wal", "-shm" };

  for (gsize i = 0; i < G_N_ELEMENTS (endings); i++)
    {
      g_autofree char *log = g_strconcat (rotation->path, endings[i], NULL);

      if (g_unlink (log) != 0 && errno != ENOENT)
        return hearth_file_set_error (error, errno);
    }
  return true;
}

static bool
write_and_check (const Rotation *rotation, GError **error)
{
  g_autoptr (HearthDb) from = hearth_db_open (rotation->path, rotation->keyring, HEARTH_DB_READ_WRITE, error);

  return from != NULL && gather (from, error) && hearth_db_begin_read (from, error) &&
         write_next (rotation, from, error) && check_next (rotation, from, error);
}

/* --- who gets the next key ------------------------------------------------------------ */

/* Whether the recovery sheet or somebody who may sign in has @slot; false with @error set when that cannot be told. */
static bool
is_in_use (HearthDb *db, const HearthKeySlotInfo *slot, GError **error)
{
  g_autoptr (HearthStatement) statement = NULL;

  if (slot->is_recovery)
    return true;
  statement =
    hearth_db_prepare (db, "SELECT 1 FROM account WHERE id = ?1 AND state = 'open' AND active IS NOT 0",
                       error);
  if (statement == NULL)
    return false;
  hearth_statement_bind_text (statement, 1, slot->person);
  return hearth_statement_step (statement, error) == HEARTH_STEP_ROW;
}

/* Everybody who may sign in and whose slot is as the audit knows them: who was removed may have put theirs back. */
static GPtrArray *
list_people (const Rotation *rotation, GError **error)
{
  g_autoptr (HearthDb) db = hearth_db_open (rotation->path, rotation->keyring, HEARTH_DB_READ_ONLY, error);
  g_autoptr (HearthKeyHistory) history =
    db != NULL ? hearth_key_history_read (db, rotation->keyring, error) : NULL;
  g_autoptr (GPtrArray) slots =
    history != NULL ? hearth_vault_list_slots (rotation->folder, rotation->keyring, error) : NULL;

  for (guint i = slots != NULL ? slots->len : 0; i > 0; i--)
    {
      const HearthKeySlotInfo *slot = g_ptr_array_index (slots, i - 1);
      g_autoptr (GError) local_error = NULL;

      if (!hearth_slot_is_of_its_person (slot, history) || !is_in_use (db, slot, &local_error))
        g_ptr_array_remove_index (slots, i - 1);
      if (local_error != NULL)
        {
          g_propagate_error (error, g_steal_pointer (&local_error));
          return NULL;
        }
    }
  return g_steal_pointer (&slots);
}

/* --- the whole -------------------------------------------------------------------------- */

static bool
rotate (const Rotation *rotation, GError **error)
{
  g_autoptr (GPtrArray) people = list_people (rotation, error);

  if (people == NULL || !check_cancelled (rotation, error) ||
      !hearth_vault_begin_rotation (rotation->folder, rotation->keyring, people, error))
    return false;
  hearth_database_remove (rotation->next);
  return write_and_check (rotation, error) && hearth_file_sync (rotation->next, error) &&
         check_cancelled (rotation, error) && remove_log (rotation, error) &&
         hearth_file_rename_durably (rotation->next, rotation->path, error) &&
         hearth_vault_finish_rotation (rotation->folder, rotation->keyring, error);
}

static bool
rotate_locked (const Rotation *rotation, GError **error)
{
  g_autoptr (GError) local_error = NULL;
  g_autoptr (GError) settling_error = NULL;
  unsigned int epoch;

  if (!hearth_house_settle_rotation (rotation->folder, rotation->keyring, error))
    return false;
  epoch = hearth_keyring_get_epoch (rotation->keyring);
  if (rotate (rotation, &local_error))
    return true;
  /* Where that fails as well, the next opening does it. */
  if (!hearth_house_settle_rotation (rotation->folder, rotation->keyring, &settling_error))
    g_message ("the rotation is settled later: %s", settling_error->message);
  if (hearth_keyring_get_epoch (rotation->keyring) > epoch)
    return true;
  g_propagate_error (error, g_steal_pointer (&local_error));
  return false;
}

bool
hearth_house_rotate (const char *folder,
                     HearthKeyring *keyring,
                     HearthProgressFunc progress,
                     gpointer user_data,
                     GCancellable *cancellable,
                     GError **error)
{
  g_auto (Rotation) rotation = {
    .folder = folder,
    .keyring = keyring,
    .progress = progress,
    .user_data = user_data,
    .cancellable = cancellable,
  };
  bool done;
  int lock;

  g_return_val_if_fail (folder != NULL, false);
  g_return_val_if_fail (HEARTH_IS_KEYRING (keyring), false);

  if (!hearth_house_check_files (folder, error))
    return false;
  rotation.path = hearth_house_dup_db_path (folder);
  rotation.next = hearth_house_dup_next_db_path (folder);
  lock = hearth_house_lock (folder, error);
  if (lock < 0)
    return false;
  done = rotate_locked (&rotation, error);
  hearth_house_unlock (lock);
  if (done && progress != NULL)
    progress (1.0, user_data);
  return done;
}

/* --- the audit ---------------------------------------------------------------------------- */

bool
hearth_store_note_rotation (HearthStore *store, GError **error)
{
  g_autofree char *epoch = g_strdup_printf ("%u", hearth_keyring_get_epoch (store->keyring));
  gint64 noted;

  /* The first key came without one. */
  if (!hearth_db_query_int64 (store->db,
                              "SELECT coalesce (max (CAST (reason AS INTEGER)), 1) FROM audit WHERE action = "
                              "'rotation'",
                              &noted, error))
    return false;
  return (gint64) hearth_keyring_get_epoch (store->keyring) <= noted ||
         hearth_store_note (store, "rotation", NULL, NULL, epoch, error);
}

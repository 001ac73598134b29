/* SPDX-License-Identifier: GPL-3.0-or-later
 * The house's database while it is open: making, opening, changing, closing.
 */
#define G_LOG_DOMAIN "hearth-store"

#include "store/store.h"

#include "core/id.h"
#include "core/problem.h"
#include "records/registry.h"
#include "store/audit-lines.h"
#include "store/backup-file.h"
#include "store/copies.h"
#include "store/folder.h"
#include "store/migrate.h"
#include "store/people-private.h"
#include "store/record-list.h"
#include "store/store-private.h"
#include "vault/vault.h"

#include <errno.h>
#include <fcntl.h>
#include <string.h>
#include <sys/statvfs.h>
#include <unistd.h>

/* With so much room again, a house whose disk was full is tried once more. */
#define ROOM_BYTES (G_GUINT64_CONSTANT (16) * 1024 * 1024)

G_DEFINE_FINAL_TYPE (HearthStore, hearth_store, G_TYPE_OBJECT)

enum {
  PROP_READ_ONLY = 1,
  N_PROPS,
};

static GParamSpec *properties[N_PROPS];

/* --- overrides -------------------------------------------------------------------- */

static void
hearth_store_get_property (GObject *object, guint id, GValue *value, GParamSpec *pspec)
{
  HearthStore *store = HEARTH_STORE (object);

  switch (id)
    {
    case PROP_READ_ONLY:
      g_value_set_boolean (value, store->read_only);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
    }
}

static void
hearth_store_dispose (GObject *object)
{
  hearth_store_close (HEARTH_STORE (object));
  G_OBJECT_CLASS (hearth_store_parent_class)->dispose (object);
}

static void
hearth_store_finalize (GObject *object)
{
  HearthStore *store = HEARTH_STORE (object);

  g_clear_object (&store->account);
  g_clear_object (&store->house);
  hearth_store_drop_live (store);
  g_hash_table_unref (store->live);
  g_ptr_array_unref (store->lists);
  g_ptr_array_unref (store->audit_lists);
  g_clear_object (&store->keyring);
  g_clear_object (&store->policy);
  g_clear_object (&store->clock);
  g_free (store->folder);
  g_free (store->boot_id);
  g_free (store->sign_in_id);
  G_OBJECT_CLASS (hearth_store_parent_class)->finalize (object);
}

static void
hearth_store_class_init (HearthStoreClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);

  object_class->get_property = hearth_store_get_property;
  object_class->dispose = hearth_store_dispose;
  object_class->finalize = hearth_store_finalize;

  properties[PROP_READ_ONLY] =
    g_param_spec_boolean ("read-only", NULL, NULL, FALSE, G_PARAM_READABLE | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (object_class, N_PROPS, properties);

  /** Emitted after a record was saved, with the live object of it. */
  g_signal_new ("saved", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 1,
                HEARTH_TYPE_RECORD);
  g_signal_new ("drafts-changed", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                G_TYPE_NONE, 0);
  /** Emitted after hearth_store_reread (): what a page says by the policy alone is to be asked anew. */
  g_signal_new ("reread", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);
  /** Emitted after the key of a compartment was given or taken away, and for a new recovery sheet. */
  g_signal_new ("keys-changed", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                G_TYPE_NONE, 0);
  /** Emitted when the house was closed: what is kept beside the store is dropped and wiped. */
  g_signal_new ("closed", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);
}

static void
hearth_store_init (HearthStore *store)
{
  store->lock_fd = -1;
  store->live = g_hash_table_new (g_str_hash, g_str_equal);
  store->lists = g_ptr_array_new ();
  store->audit_lists = g_ptr_array_new ();
}

/* --- changes ------------------------------------------------------------------------ */

static void
set_read_only (HearthStore *store, bool read_only, HearthStoreError trouble)
{
  store->trouble = trouble;
  if (store->read_only == read_only)
    return;
  store->read_only = read_only;
  g_object_notify_by_pspec (G_OBJECT (store), properties[PROP_READ_ONLY]);
}

bool
hearth_store_check_open (HearthStore *store, GError **error)
{
  if (store->db != NULL)
    return true;
  g_set_error_literal (error, HEARTH_STORE_ERROR, HEARTH_STORE_ERROR_KEY, "the house is locked");
  return false;
}

/* A full disk may have room again. One that failed is never trusted again before the house is opened anew. */
static bool
has_room_again (HearthStore *store)
{
  struct statvfs room;

  return store->trouble == HEARTH_STORE_ERROR_FULL && statvfs (store->folder, &room) == 0 &&
         (guint64) room.f_bavail * room.f_frsize >= ROOM_BYTES;
}

bool
hearth_store_begin_change (HearthStore *store, GError **error)
{
  HearthStoreError before;

  if (!hearth_store_check_open (store, error))
    return false;
  if (store->in_batch && store->read_only)
    {
      /* SQLite may have ended the transaction: what is written now would be there without the rest. */
      g_set_error_literal (error, HEARTH_STORE_ERROR, (int) store->trouble, "nothing is written any more");
      return false;
    }
  if (store->in_batch)
    {
      store->batch_changes = sqlite3_total_changes64 (hearth_db_get_handle (store->db));
      return true;
    }
  if (store->read_only && !has_room_again (store))
    {
      g_set_error_literal (error, HEARTH_STORE_ERROR, (int) store->trouble, "nothing is written any more");
      return false;
    }
  set_read_only (store, false, 0);
  hearth_db_take_trouble (store->db, &before); /* of reading: that is told by who reads */
  return hearth_db_begin (store->db, error);
}

/* Whether the database or @error (which is NULL when the caller did not ask) says that it was the disk. */
static void
note_trouble (HearthStore *store, const GError *error)
{
  static const HearthStoreError troubles[] = { HEARTH_STORE_ERROR_FULL, HEARTH_STORE_ERROR_IO };
  HearthStoreError trouble;

  if (hearth_db_take_trouble (store->db, &trouble))
    {
      set_read_only (store, true, trouble);
      return;
    }

  for (gsize i = 0; i < G_N_ELEMENTS (troubles); i++)
    if (g_error_matches (error, HEARTH_STORE_ERROR, (int) troubles[i]))
      set_read_only (store, true, troubles[i]);
}

bool
hearth_store_end_change (HearthStore *store, bool ok, GError **error)
{
  g_autoptr (GError) local_error = NULL;

  if (store->in_batch)
    {
      /* Who was refused before writing has harmed nothing. */
      if (!ok && sqlite3_total_changes64 (hearth_db_get_handle (store->db)) != store->batch_changes)
        store->batch_failed = true;
      if (!ok)
        note_trouble (store, error != NULL ? *error : NULL);
      return ok;
    }
  if (ok && hearth_db_commit (store->db, &local_error))
    {
      store->committed_head = store->head;
      g_ptr_array_foreach (store->audit_lists, (GFunc) hearth_audit_list_follow, NULL);
      return true;
    }
  if (local_error != NULL)
    g_propagate_error (error, g_error_copy (local_error));
  note_trouble (store, local_error != NULL || error == NULL ? local_error : *error);
  hearth_db_roll_back (store->db);
  store->head = store->committed_head;
  return false;
}

/* --- opening ------------------------------------------------------------------------ */

static char *
read_boot_id (void)
{
  char *id = NULL;

  if (g_file_get_contents ("/proc/sys/kernel/random/boot_id", &id, NULL, NULL))
    return g_strstrip (id);
  return g_strdup ("");
}

static HearthStore *
store_new (const char *folder, HearthKeyring *keyring, HearthPolicy *policy, HearthClock *clock)
{
  HearthStore *store = g_object_new (HEARTH_TYPE_STORE, NULL);

  store->folder = g_strdup (folder);
  store->keyring = g_object_ref (keyring);
  store->policy = g_object_ref (policy);
  store->clock = g_object_ref (clock);
  store->boot_id = read_boot_id ();
  store->sign_in_id = hearth_id_new ();
  return store;
}

/* The one record of the singular type "house". */
static bool
load_house (HearthStore *store, GError **error)
{
  g_autoptr (HearthStatement) statement =
    hearth_db_prepare (store->db, "SELECT row FROM record_index WHERE type = 'house'", error);
  HearthStep step;
  gint64 row;

  if (statement == NULL)
    return false;
  step = hearth_statement_step (statement, error);
  if (step == HEARTH_STEP_ROW)
    {
      row = hearth_statement_get_int64 (statement, 0);
      return hearth_store_load_page (store, hearth_records_lookup_type ("house"), &row, 1, &store->house,
                                     error);
    }
  if (step == HEARTH_STEP_DONE)
    g_set_error_literal (error, HEARTH_STORE_ERROR, HEARTH_STORE_ERROR_NOT_A_HOUSE, "no record of the house");
  return false;
}

/* Whether the keys are those that the audit knows of the person now: not old ones out of a copy of the key file, nor
 * those of a recovery sheet that was replaced. */
static bool
has_present_keys (HearthStore *store, const HearthKeyHistory *history)
{
  const char *person = hearth_store_get_person_id (store);
  guint8 own[HEARTH_PUBLIC_KEY_BYTES], signing[HEARTH_PUBLIC_KEY_BYTES], sealing[HEARTH_PUBLIC_KEY_BYTES];

  if (hearth_key_history_has_left (history, person))
    return false;
  hearth_keyring_get_signing_public_key (store->keyring, own);
  if (!hearth_key_history_get_keys (history, person, signing, sealing) ||
      memcmp (own, signing, sizeof own) == 0)
    return true;
  store->keys_wait = hearth_key_history_get_chosen_keys (history, person, signing, sealing) &&
                     memcmp (own, signing, sizeof own) == 0;
  return store->keys_wait;
}

/* Who has a key but no account, or one that may not sign in, stays outside; so does one whose signature nobody
 * could check later. */
static bool
load_account (HearthStore *store, const HearthKeyHistory *history, GError **error)
{
  g_autoptr (HearthStatement) statement =
    hearth_db_prepare (store->db, "SELECT 1 FROM person_key WHERE person = ?1 AND signing = ?2", error);
  g_autoptr (GError) local_error = NULL;
  guint8 signing[HEARTH_PUBLIC_KEY_BYTES];
  HearthStep step;

  if (statement == NULL)
    return false;
  hearth_keyring_get_signing_public_key (store->keyring, signing);
  hearth_statement_bind_text (statement, 1, hearth_store_get_person_id (store));
  hearth_statement_bind_blob (statement, 2, signing, sizeof signing);
  step = hearth_statement_step (statement, error);
  if (step == HEARTH_STEP_ERROR)
    return false;
  if (step == HEARTH_STEP_ROW && has_present_keys (store, history))
    {
      if (hearth_keyring_is_recovery (store->keyring))
        return true;
      store->account = hearth_store_load (store, hearth_store_get_person_id (store), &local_error);
    }
  if (local_error != NULL && !g_error_matches (local_error, HEARTH_STORE_ERROR, HEARTH_STORE_ERROR_NOT_FOUND))
    {
      g_propagate_error (error, g_steal_pointer (&local_error));
      return false;
    }
  if (store->account != NULL && hearth_record_is_open (store->account) &&
      !g_str_equal (hearth_record_get (store->account, "active"), "no"))
    return true;
  g_set_error_literal (error, HEARTH_STORE_ERROR, HEARTH_STORE_ERROR_DENIED, "no account that may sign in");
  return false;
}

/* The chain can be written with the keys of somebody who was let in only: wrong passwords wait for the next good one.
 * Whose they were is not known, and what was typed is not kept. */
static bool
note_refused_tries (HearthStore *store, GError **error)
{
  unsigned int refused = hearth_keyring_get_refused_tries (store->keyring);
  g_autofree char *reason = g_strdup_printf ("%u", refused);

  if (refused == 0)
    return true;
  if (!hearth_store_note (store, "sign-in-refused", NULL, NULL, reason, error))
    return false;
  hearth_keyring_forget_refused_tries (store->keyring);
  return true;
}

/* Signing in has put the previous version of the key file into the place of the newest: then only the audit tells that
 * who was taken out by its last change could come in again. */
static bool
note_previous_keys (HearthStore *store, GError **error)
{
  return !hearth_keyring_used_previous (store->keyring) ||
         hearth_store_note (store, "previous-keys", NULL, NULL, NULL, error);
}

/* A full disk keeps nobody from reading. */
static bool
note_sign_in (HearthStore *store, const char *const *refused, GError **error)
{
  g_autoptr (GError) local_error = NULL;

  if ((hearth_store_note_rotation (store, &local_error) &&
       hearth_store_note_refused_keys (store, refused, &local_error) &&
       note_previous_keys (store, &local_error) && note_refused_tries (store, &local_error) &&
       hearth_store_note (store, "sign-in", NULL, hearth_store_get_person_id (store), NULL, &local_error)) ||
      store->read_only)
    return true;
  g_propagate_error (error, g_steal_pointer (&local_error));
  return false;
}

static bool
sign_in (HearthStore *store, GError **error)
{
  g_autoptr (HearthKeyHistory) history = NULL;
  g_auto (GStrv) refused = NULL;

  if (!hearth_audit_read_head (store->db, &store->head, error))
    return false;
  store->committed_head = store->head;
  history = hearth_key_history_read (store->db, store->keyring, error);
  if (history == NULL)
    return false;
  refused = hearth_store_check_keys (store, history);
  return load_house (store, error) && load_account (store, history, error) &&
         note_sign_in (store, (const char *const *) refused, error);
}

static bool
open_database (HearthStore *store, GError **error)
{
  g_autofree char *path = hearth_house_dup_db_path (store->folder);

  if (faccessat (AT_FDCWD, path, W_OK, AT_EACCESS) != 0)
    return hearth_file_set_error (error, errno);
  store->db = hearth_db_open (path, store->keyring, HEARTH_DB_READ_WRITE, error);
  if (store->db != NULL && sign_in (store, error))
    {
      hearth_house_note_opened (store->lock_fd, hearth_keyring_get_house_id (store->keyring));
      return true;
    }
  g_clear_pointer (&store->db, hearth_db_close); /* nobody signed in, so nobody signs out */
  return false;
}

/* What a drill that was killed has left beside the house. */
static void
sweep_beside (const char *folder)
{
  g_autofree char *whole = g_canonicalize_filename (folder, NULL);
  g_autofree char *parent = g_path_get_dirname (whole);

  hearth_drill_sweep (parent);
}

/* A full disk keeps nobody from reading: the key file holds both keys until there is room. */
static bool
settle_rotation (const char *folder, HearthKeyring *keyring, GError **error)
{
  g_autoptr (GError) local_error = NULL;

  if (hearth_house_settle_rotation (folder, keyring, &local_error))
    return true;
  if (local_error->domain != HEARTH_VAULT_ERROR)
    {
      g_propagate_error (error, g_steal_pointer (&local_error));
      return false;
    }
  g_message ("the rotation stays unfinished: %s", local_error->message);
  return true;
}

HearthStore *
hearth_store_open (const char *folder,
                   HearthKeyring *keyring,
                   HearthPolicy *policy,
                   HearthClock *clock,
                   GError **error)
{
  g_autoptr (HearthStore) store = NULL;
  g_autoptr (GError) local_error = NULL;
  const HearthMigration *migrations;
  gsize n_migrations;

  g_return_val_if_fail (folder != NULL, NULL);
  g_return_val_if_fail (HEARTH_IS_KEYRING (keyring), NULL);
  g_return_val_if_fail (HEARTH_IS_POLICY (policy), NULL);
  g_return_val_if_fail (HEARTH_IS_CLOCK (clock), NULL);

  if (!hearth_house_check_files (folder, error) || !hearth_house_check_local (folder, error))
    return NULL;
  store = store_new (folder, keyring, policy, clock);
  store->lock_fd = hearth_house_lock (folder, error);
  if (store->lock_fd < 0)
    return NULL;
  sweep_beside (folder);
  migrations = hearth_migrations_get (&n_migrations);
  if (settle_rotation (folder, keyring, &local_error) &&
      hearth_migrate_house (folder, keyring, migrations, n_migrations, &local_error) &&
      open_database (store, &local_error))
    return g_steal_pointer (&store);
  if (hearth_house_is_damage (folder, keyring, local_error))
    g_set_error_literal (error, HEARTH_STORE_ERROR, HEARTH_STORE_ERROR_CORRUPT, "house.db");
  else
    g_propagate_error (error, g_steal_pointer (&local_error));
  return NULL;
}

/* --- making --------------------------------------------------------------------------- */

static bool
save_first (HearthStore *store, HearthRecord *record, GError **error)
{
  g_autoptr (GPtrArray) problems = NULL;
  g_autoptr (GError) local_error = NULL;
  const HearthProblem *problem;

  if (hearth_store_save_trusted (store, record, &problems, &local_error))
    return true;
  if (problems == NULL || problems->len == 0)
    {
      g_propagate_error (error, g_steal_pointer (&local_error));
      return false;
    }
  problem = g_ptr_array_index (problems, 0);
  g_set_error (error, HEARTH_STORE_ERROR, HEARTH_STORE_ERROR_INVALID, "%s", problem->field);
  return false;
}

/* The sheet may sign too, so its keys are written down by the person who was given it. */
static bool
add_first_keys (HearthStore *store, GError **error)
{
  guint8 signing[HEARTH_PUBLIC_KEY_BYTES], sealing[HEARTH_PUBLIC_KEY_BYTES];

  hearth_keyring_get_signing_public_key (store->keyring, signing);
  hearth_keyring_get_sealing_public_key (store->keyring, sealing);
  if (!hearth_store_add_person_keys (store, hearth_store_get_person_id (store), signing, sealing, error))
    return false;
  hearth_keyring_get_recovery_public_keys (store->keyring, signing, sealing);
  return hearth_store_add_person_keys (store, hearth_keyring_get_recovery_id (store->keyring), signing,
                                       sealing, error);
}

static bool
write_ground (HearthStore *store, HearthRecord *house, HearthRecord *account, GError **error)
{
  const HearthMigration *migrations;
  gsize n_migrations;

  migrations = hearth_migrations_get (&n_migrations);
  if (!hearth_store_begin (store, error))
    return false;
  if (hearth_migrate (store->db, migrations, n_migrations, error) && add_first_keys (store, error) &&
      save_first (store, account, error) && save_first (store, house, error) &&
      hearth_store_add_first_compartments (store, error))
    return hearth_store_commit (store, error);
  hearth_store_roll_back (store);
  return false;
}

/* Under a name of its own until all is written, so that there is a whole house or none. */
static bool
write_database (HearthStore *store,
                const char *path,
                HearthRecord *house,
                HearthRecord *account,
                GError **error)
{
  g_autofree char *partial = g_strconcat (path, ".partial", NULL);
  bool done;

  hearth_database_remove (partial);
  store->db = hearth_db_open (partial, store->keyring, HEARTH_DB_CREATE, error);
  /* So that all of it is in the one file that is given its name. */
  done = store->db != NULL && write_ground (store, house, account, error) &&
         hearth_db_set_journal_mode (store->db, "delete", error);
  g_clear_pointer (&store->db, hearth_db_close);
  if (done && hearth_file_rename_durably (partial, path, error))
    return true;
  hearth_database_remove (partial);
  return false;
}

HearthStore *
hearth_store_create (const char *folder,
                     HearthKeyring *keyring,
                     HearthPolicy *policy,
                     HearthClock *clock,
                     HearthRecord *house,
                     HearthRecord *account,
                     GError **error)
{
  g_autofree char *path = NULL;
  g_autofree char *log = NULL;
  g_autoptr (HearthStore) store = NULL;
  bool done;

  g_return_val_if_fail (folder != NULL, NULL);
  g_return_val_if_fail (HEARTH_IS_KEYRING (keyring), NULL);
  g_return_val_if_fail (HEARTH_IS_POLICY (policy), NULL);
  g_return_val_if_fail (HEARTH_IS_CLOCK (clock), NULL);

  path = hearth_house_dup_db_path (folder);
  log = g_strconcat (path, "-wal", NULL);
  /* The log of another file would be played into the new one. */
  if (g_file_test (path, G_FILE_TEST_EXISTS) || g_file_test (log, G_FILE_TEST_EXISTS))
    {
      g_set_error_literal (error, HEARTH_STORE_ERROR, HEARTH_STORE_ERROR_EXISTS, "there is a house.db");
      return NULL;
    }
  if (!hearth_house_check_local (folder, error))
    return NULL;
  store = store_new (folder, keyring, policy, clock);
  store->lock_fd = hearth_house_lock (folder, error);
  if (store->lock_fd < 0)
    return NULL;

  hearth_record_set (account, "id", hearth_keyring_get_person_id (keyring));
  store->account = g_object_ref (account);
  done = write_database (store, path, house, account, error);
  g_clear_object (&store->account);
  if (!done || !open_database (store, error))
    return NULL;
  return g_steal_pointer (&store);
}

/* --- closing --------------------------------------------------------------------------- */

static void
leave_word (HearthStore *store)
{
  g_autoptr (GError) error = NULL;

  if (!hearth_store_note (store, "sign-out", NULL, hearth_store_get_person_id (store), NULL, &error) ||
      !hearth_vault_store_anchor (store->folder, store->keyring, store->committed_head.sequence,
                                  store->committed_head.hash, &error))
    g_message ("closing without a last word: %s", error->message);
}

void
hearth_store_close (HearthStore *store)
{
  g_return_if_fail (HEARTH_IS_STORE (store));

  if (store->db != NULL)
    {
      if (store->in_batch)
        hearth_store_roll_back (store);
      if (!store->read_only)
        leave_word (store);
      for (guint i = store->lists->len; i > 0; i--)
        hearth_record_list_close (g_ptr_array_index (store->lists, i - 1));
      for (guint i = store->audit_lists->len; i > 0; i--)
        hearth_audit_list_close (g_ptr_array_index (store->audit_lists, i - 1));
      /* The last connection's end puts the log into the file. */
      g_clear_pointer (&store->db, hearth_db_close);
      g_signal_emit_by_name (store, "closed");
    }
  hearth_house_unlock (store->lock_fd);
  store->lock_fd = -1;
}

/* --- what it knows ----------------------------------------------------------------------- */

const char *
hearth_store_get_person_id (HearthStore *store)
{
  return hearth_keyring_get_person_id (store->keyring);
}

const char *
hearth_store_get_folder (HearthStore *store)
{
  g_return_val_if_fail (HEARTH_IS_STORE (store), NULL);

  return store->folder;
}

HearthClock *
hearth_store_get_clock (HearthStore *store)
{
  g_return_val_if_fail (HEARTH_IS_STORE (store), NULL);

  return store->clock;
}

HearthPolicy *
hearth_store_get_policy (HearthStore *store)
{
  g_return_val_if_fail (HEARTH_IS_STORE (store), NULL);

  return store->policy;
}

HearthRecord *
hearth_store_get_account (HearthStore *store)
{
  g_return_val_if_fail (HEARTH_IS_STORE (store), NULL);

  return store->account;
}

HearthRecord *
hearth_store_get_house (HearthStore *store)
{
  g_return_val_if_fail (HEARTH_IS_STORE (store), NULL);

  return store->house;
}

bool
hearth_store_is_read_only (HearthStore *store)
{
  g_return_val_if_fail (HEARTH_IS_STORE (store), true);

  return store->read_only;
}

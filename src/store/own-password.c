/* SPDX-License-Identifier: GPL-3.0-or-later
 * Changing one's own password; in the place of a first one with new keys, which whoever gave that password never had.
 *
 * No single step changes database and key file together, so there are three. A row of the audit says which keys were chosen,
 * signed with those of the first password. Then the key file has them. Then a second row says the same, signed with the
 * chosen ones, and from there on the ones before are nobody's. Whenever that is interrupted, the password that the key
 * file has opens the house: before the second row the house takes either keys for the person's, and the next row that the
 * chosen ones sign is preceded by it.
 */
#define G_LOG_DOMAIN "hearth-store"

#include "store/people-private.h"

/* The row of person_key that the keyring's pairs are in. */
static bool
hash_own_keys (HearthStore *store, guint8 hash[HEARTH_HASH_BYTES], GError **error)
{
  const char *person = hearth_store_get_person_id (store);
  g_autoptr (HearthStatement) statement =
    hearth_db_prepare (store->db, "SELECT epoch FROM person_key WHERE person = ?1 AND signing = ?2", error);
  guint8 signing[HEARTH_PUBLIC_KEY_BYTES], sealing[HEARTH_PUBLIC_KEY_BYTES];
  HearthStep step;

  if (statement == NULL)
    return false;
  hearth_keyring_get_signing_public_key (store->keyring, signing);
  hearth_keyring_get_sealing_public_key (store->keyring, sealing);
  hearth_statement_bind_text (statement, 1, person);
  hearth_statement_bind_blob (statement, 2, signing, sizeof signing);
  step = hearth_statement_step (statement, error);
  if (step == HEARTH_STEP_DONE)
    g_set_error_literal (error, HEARTH_STORE_ERROR, HEARTH_STORE_ERROR_NOT_FOUND, person);
  if (step == HEARTH_STEP_ROW)
    hearth_person_keys_hash (person, signing, sealing, hearth_statement_get_int64 (statement, 0), hash);
  return step == HEARTH_STEP_ROW;
}

bool
hearth_store_use_chosen_keys (HearthStore *store, GError **error)
{
  guint8 hash[HEARTH_HASH_BYTES];
  HearthAuditEntry entry = {
    .action = "keys", .type = "person", .id = hearth_store_get_person_id (store), .after = hash
  };
  bool added;

  if (!store->keys_wait || store->keys_in_use ||
      (store->keys_row > 0 && store->head.sequence >= store->keys_row))
    return true;
  store->keys_in_use = true;
  added = hash_own_keys (store, hash, error) && hearth_store_add_key_audit (store, entry, error);
  store->keys_in_use = false;
  store->keys_row = added ? store->head.sequence : 0;
  return added;
}

static bool
note_chosen (HearthStore *store, const guint8 *signing, const guint8 *sealing, GError **error)
{
  return hearth_store_begin_change (store, error) &&
         hearth_store_end_change (store,
                                  hearth_store_add_person_keys (store, hearth_store_get_person_id (store),
                                                                signing, sealing, error),
                                  error);
}

/* Notes that the recovery sheet has sealed to the keys of the first password, after a lost one. Where that fails the sheet
 * has to do it once more. */
static void
take_notes_along (HearthStore *store, HearthKeyring *before)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (HearthKeyHistory) history = hearth_key_history_read (store->db, store->keyring, &error);

  if (history == NULL || !hearth_store_reseal_notes (store, before, history, &error))
    g_warning ("notes stay sealed to earlier keys: %s", error->message);
}

bool
hearth_store_change_password (HearthStore *store, const HearthNewPassword *password, GError **error)
{
  guint8 signing[HEARTH_PUBLIC_KEY_BYTES], sealing[HEARTH_PUBLIC_KEY_BYTES];
  g_autoptr (HearthKeyring) before = NULL;
  g_autoptr (GError) local_error = NULL;
  bool has_keys;

  g_return_val_if_fail (HEARTH_IS_STORE (store), false);
  g_return_val_if_fail (password != NULL, false);
  g_return_val_if_fail (!store->in_batch, false);

  has_keys = hearth_new_password_get_keys (password, signing, sealing);
  if (!hearth_store_check_open (store, error))
    return false;
  before = hearth_keyring_copy (store->keyring, error);
  if (before == NULL || (has_keys && !note_chosen (store, signing, sealing, error)) ||
      !hearth_vault_change_password (store->folder, store->keyring, password, error))
    return false;
  store->keys_wait = store->keys_wait || has_keys;
  /* It was changed, whether the disk takes the row or not. */
  if (!hearth_store_note (store, "password", NULL, hearth_store_get_person_id (store), NULL, &local_error))
    g_message ("a changed password could not be noted: %s", local_error->message);
  else if (has_keys)
    take_notes_along (store, before);
  return true;
}

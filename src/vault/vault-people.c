/* SPDX-License-Identifier: GPL-3.0-or-later
 * Changing the key file of a house: its people, their passwords, the audit anchor.
 */
#define G_LOG_DOMAIN "hearth-vault"

#include <string.h>

#include "core/id.h"
#include "vault/canon.h"
#include "vault/new-password.h"
#include "vault/vault-private.h"

/* The key file as the keyring's house has it: of this house, and not changed since by anybody else. */
static HearthKeyFile *
load_for (const char *folder, HearthKeyring *keyring, GError **error)
{
  g_autoptr (HearthKeyFile) file = hearth_key_file_load (folder, error);
  const HearthSecrets *secrets = file == NULL ? NULL : hearth_keyring_hold (keyring, error);
  bool good;

  if (secrets == NULL)
    return NULL;
  good = hearth_key_file_is_sealed_by (file, secrets->house_key);
  hearth_keyring_release (keyring);
  if (good)
    return g_steal_pointer (&file);
  if (g_str_equal (file->house, hearth_keyring_get_house_id (keyring)))
    g_set_error_literal (error, HEARTH_VAULT_ERROR, HEARTH_VAULT_ERROR_DAMAGED,
                         "The key file was changed by something else than this program");
  else
    g_set_error_literal (error, HEARTH_VAULT_ERROR, HEARTH_VAULT_ERROR_DENIED,
                         "The key file is of another house");
  return NULL;
}

static bool
save_for (HearthKeyFile *file,
          const char *folder,
          HearthKeyring *keyring,
          HearthKeyFilePrevious previous,
          GError **error)
{
  const HearthSecrets *secrets = hearth_keyring_hold (keyring, error);

  if (secrets == NULL)
    return false;
  hearth_key_file_seal (file, secrets->house_key);
  hearth_keyring_release (keyring);
  return hearth_key_file_save (file, folder, previous, error);
}

/* --- people -------------------------------------------------------------------- */

static bool
get_bits (HearthKeyring *keyring, const char *const *compartments, unsigned int *bits, GError **error)
{
  *bits = 0;
  for (guint i = 0; compartments[i] != NULL; i++)
    *bits |= hearth_compartment_get_bit (compartments[i]);
  for (guint i = 0; compartments[i] != NULL; i++)
    if (!hearth_keyring_has_compartment (keyring, compartments[i]))
      {
        g_set_error_literal (error, HEARTH_VAULT_ERROR, HEARTH_VAULT_ERROR_DENIED,
                             "A compartment can be given by its holders only");
        return false;
      }
  return true;
}

/* New pairs, and of the keyring's keys those that are passed on. */
static HearthSecrets *
make_secrets (HearthKeyring *keyring, unsigned int compartments, GError **error)
{
  g_autoptr (HearthSecrets) secrets = hearth_secrets_new (error);
  const HearthSecrets *own = secrets == NULL ? NULL : hearth_keyring_hold (keyring, error);

  if (own == NULL)
    return NULL;
  memcpy (secrets->house_key, own->house_key, sizeof secrets->house_key);
  for (guint i = 0; i < HEARTH_COMPARTMENTS; i++)
    if (compartments & (1u << i))
      memcpy (secrets->compartments[i], own->compartments[i], HEARTH_HOUSE_KEY_BYTES);
  hearth_keyring_release (keyring);
  hearth_secrets_make_pairs (secrets);
  return g_steal_pointer (&secrets);
}

static bool
check_password (const HearthKeyFile *file, const HearthNewPassword *password, GError **error)
{
  if (hearth_new_password_fits (password, file))
    return true;
  g_set_error_literal (error, HEARTH_VAULT_ERROR, HEARTH_VAULT_ERROR_DENIED,
                       "The password was prepared for another house");
  return false;
}

static bool
add_slot (HearthKeyFile *file, HearthKeySlot *slot, GError **error)
{
  g_autoptr (HearthKeySlot) owned = slot;

  if (hearth_key_file_lookup_person (file, slot->person) != NULL ||
      hearth_key_file_lookup_slot (file, slot->id) != NULL)
    {
      g_set_error_literal (error, HEARTH_VAULT_ERROR, HEARTH_VAULT_ERROR_TAKEN,
                           "This person has a slot already");
      return false;
    }
  g_ptr_array_add (file->slots, g_steal_pointer (&owned));
  return true;
}

bool
hearth_vault_add_person (const char *folder,
                         HearthKeyring *keyring,
                         const char *person_id,
                         const HearthNewPassword *password,
                         const char *const *compartments,
                         guint8 signing_key[HEARTH_PUBLIC_KEY_BYTES],
                         guint8 sealing_key[HEARTH_PUBLIC_KEY_BYTES],
                         GError **error)
{
  g_autoptr (HearthKeyFile) file = NULL;
  g_autoptr (HearthSecrets) secrets = NULL;
  g_autoptr (GMutexLocker) locker = NULL;
  HearthKeySlot *slot;
  unsigned int bits;

  g_return_val_if_fail (HEARTH_IS_KEYRING (keyring) && hearth_id_is_valid (person_id), false);
  g_return_val_if_fail (password != NULL, false);

  if (!get_bits (keyring, compartments, &bits, error))
    return false;
  secrets = make_secrets (keyring, bits, error);
  if (secrets == NULL)
    return false;
  locker = g_mutex_locker_new (&hearth_vault_mutex);
  file = load_for (folder, keyring, error);
  if (file == NULL || !check_password (file, password, error))
    return false;
  slot = hearth_key_slot_new (file, password->kek, person_id, false, secrets, bits);
  memcpy (signing_key, slot->signing_key, HEARTH_PUBLIC_KEY_BYTES);
  memcpy (sealing_key, slot->sealing_key, HEARTH_PUBLIC_KEY_BYTES);
  return add_slot (file, slot, error) &&
         save_for (file, folder, keyring, HEARTH_KEY_FILE_KEEP_PREVIOUS, error);
}

static bool
replace_slot (HearthKeyFile *file,
              const char *person,
              const HearthSecretBytes *kek,
              const HearthSecrets *secrets,
              GError **error)
{
  HearthKeySlot *old = hearth_key_file_lookup_person (file, person);
  HearthKeySlot *new;

  if (old == NULL)
    {
      g_set_error_literal (error, HEARTH_VAULT_ERROR, HEARTH_VAULT_ERROR_DENIED,
                           "This person's slot was taken away");
      return false;
    }
  new = hearth_key_slot_new (file, kek, person, false, secrets, old->compartments);
  g_ptr_array_remove (file->slots, old);
  return add_slot (file, new, error);
}

bool
hearth_vault_change_password (const char *folder,
                              HearthKeyring *keyring,
                              const char *user,
                              const char *old_password,
                              const char *new_password,
                              GError **error)
{
  g_autoptr (HearthKeyFile) file = NULL;
  g_autoptr (HearthSecrets) secrets = NULL;
  g_autoptr (HearthSecretBytes) kek = NULL;
  g_autoptr (GMutexLocker) locker = NULL;
  HearthKeySlot *slot;
  unsigned int refused;
  const char *person = hearth_keyring_get_person_id (keyring);

  g_return_val_if_fail (HEARTH_IS_KEYRING (keyring), false);

  if (!hearth_vault_check_new (user, new_password, error))
    return false;
  file = load_for (folder, keyring, error);
  secrets = file == NULL
              ? NULL
              : hearth_vault_try_password (folder, file, user, old_password, &slot, &refused, error);
  if (secrets == NULL)
    return false;
  hearth_keyring_set_refused_tries (keyring, hearth_keyring_get_refused_tries (keyring) + refused);
  if (!g_str_equal (slot->person, person))
    {
      hearth_vault_set_wrong (error);
      return false;
    }
  kek = hearth_vault_derive_new (file, user, new_password, error);
  if (kek == NULL)
    return false;
  locker = g_mutex_locker_new (&hearth_vault_mutex);
  g_clear_pointer (&file, hearth_key_file_free);
  file = load_for (folder, keyring, error);
  return file != NULL && replace_slot (file, person, kek, secrets, error) &&
         save_for (file, folder, keyring, HEARTH_KEY_FILE_RETIRE_PREVIOUS, error);
}

bool
hearth_vault_remove_person (const char *folder, HearthKeyring *keyring, const char *person_id, GError **error)
{
  g_autoptr (HearthKeyFile) file = NULL;
  g_autoptr (GMutexLocker) locker = g_mutex_locker_new (&hearth_vault_mutex);
  HearthKeySlot *slot;

  g_return_val_if_fail (HEARTH_IS_KEYRING (keyring) && person_id != NULL, false);

  file = load_for (folder, keyring, error);
  if (file == NULL)
    return false;
  slot = hearth_key_file_lookup_person (file, person_id);
  if (slot != NULL && (slot->is_recovery || g_str_equal (person_id, hearth_keyring_get_person_id (keyring))))
    {
      g_set_error_literal (error, HEARTH_VAULT_ERROR, HEARTH_VAULT_ERROR_DENIED,
                           "One's own slot and the sheet's cannot be taken away");
      return false;
    }
  if (slot == NULL)
    return true;
  g_ptr_array_remove (file->slots, slot);
  return save_for (file, folder, keyring, HEARTH_KEY_FILE_RETIRE_PREVIOUS, error);
}

char **
hearth_vault_list_people (const char *folder, HearthKeyring *keyring, GError **error)
{
  g_autoptr (HearthKeyFile) file = NULL;
  g_autoptr (GStrvBuilder) people = g_strv_builder_new ();

  g_return_val_if_fail (HEARTH_IS_KEYRING (keyring), NULL);

  file = load_for (folder, keyring, error);
  if (file == NULL)
    return NULL;
  for (guint i = 0; i < file->slots->len; i++)
    {
      const HearthKeySlot *slot = g_ptr_array_index (file->slots, i);

      if (!slot->is_recovery)
        g_strv_builder_add (people, slot->person);
    }
  return g_strv_builder_end (people);
}

/* --- anchor -------------------------------------------------------------------- */

static GByteArray *
make_anchor_message (const char *house, gint64 sequence, const guint8 hash[HEARTH_HASH_BYTES])
{
  GByteArray *canon = hearth_canon_new ("hearth-anchor-1");

  hearth_canon_add_text (canon, house);
  hearth_canon_add_number (canon, (guint64) sequence);
  hearth_canon_add_bytes (canon, hash, HEARTH_HASH_BYTES);
  return canon;
}

bool
hearth_vault_store_anchor (const char *folder,
                           HearthKeyring *keyring,
                           gint64 sequence,
                           const guint8 hash[32],
                           GError **error)
{
  g_autoptr (HearthKeyFile) file = NULL;
  g_autoptr (GByteArray) message = NULL;
  g_autoptr (GMutexLocker) locker = g_mutex_locker_new (&hearth_vault_mutex);

  g_return_val_if_fail (HEARTH_IS_KEYRING (keyring) && sequence >= 0, false);

  file = load_for (folder, keyring, error);
  if (file == NULL)
    return false;
  message = make_anchor_message (file->house, sequence, hash);
  file->anchor.sequence = sequence;
  memcpy (file->anchor.hash, hash, HEARTH_HASH_BYTES);
  g_set_str (&file->anchor.signer, hearth_keyring_get_person_id (keyring));
  return hearth_keyring_sign (keyring, message->data, message->len, file->anchor.signature, error) &&
         save_for (file, folder, keyring, HEARTH_KEY_FILE_KEEP_PREVIOUS, error);
}

bool
hearth_vault_read_anchor (const char *folder,
                          gint64 *sequence,
                          guint8 hash[32],
                          char **signer_id,
                          guint8 signature[HEARTH_SIGNATURE_BYTES],
                          GError **error)
{
  g_autoptr (HearthKeyFile) file = hearth_key_file_load (folder, error);

  if (file == NULL || file->anchor.signer == NULL)
    return false;
  *sequence = file->anchor.sequence;
  memcpy (hash, file->anchor.hash, HEARTH_HASH_BYTES);
  *signer_id = g_steal_pointer (&file->anchor.signer);
  memcpy (signature, file->anchor.signature, HEARTH_SIGNATURE_BYTES);
  return true;
}

bool
hearth_anchor_is_good (const char *house_id,
                       gint64 sequence,
                       const guint8 hash[32],
                       const guint8 signing_key[HEARTH_PUBLIC_KEY_BYTES],
                       const guint8 signature[HEARTH_SIGNATURE_BYTES])
{
  g_autoptr (GByteArray) message = make_anchor_message (house_id, sequence, hash);

  return hearth_signature_is_good (signing_key, message->data, message->len, signature);
}

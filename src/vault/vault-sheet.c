/* SPDX-License-Identifier: GPL-3.0-or-later
 * The recovery sheet's slot in the key file: made with the house, and made again when a sheet is lost or was seen.
 */
#define G_LOG_DOMAIN "hearth-vault"

#include <string.h>

#include "core/id.h"
#include "vault/recovery.h"
#include "vault/vault-private.h"

HearthRecoverySheet *
hearth_vault_add_sheet (HearthKeyFile *file,
                        const HearthSecrets *secrets,
                        unsigned int compartments,
                        const HearthKeySlot **slot,
                        GError **error)
{
  g_autoptr (HearthSecretBytes) secret = hearth_secret_new (HEARTH_RECOVERY_BYTES, error);
  g_autoptr (HearthSecrets) own = secret == NULL ? NULL : hearth_secrets_new (error);
  g_autoptr (HearthSecretBytes) kek = NULL;
  g_autofree char *id = hearth_id_new ();
  HearthKeySlot *new;

  if (own == NULL)
    return NULL;
  randombytes_buf (secret, HEARTH_RECOVERY_BYTES);
  kek = hearth_recovery_derive (secret, file->house, error);
  if (kek == NULL)
    return NULL;
  *own = *secrets;
  hearth_secrets_make_pairs (own);
  new = hearth_key_slot_new (file, kek, id, HEARTH_SLOT_RECOVERY, own, compartments);
  g_ptr_array_add (file->slots, new);
  *slot = new;
  return hearth_recovery_sheet_new (secret, error);
}

/* What the old sheet held, somebody may have who has a copy of the key file. */
static void
remove_old_sheet (HearthKeyFile *file)
{
  HearthKeySlot *old = hearth_key_file_lookup_recovery (file);

  for (guint i = 0; i < HEARTH_COMPARTMENTS; i++)
    if (old->compartments & (1u << i))
      file->compartments[i].marked = true;
  g_ptr_array_remove (file->slots, old);
}

bool
hearth_vault_replace_sheet (const char *folder,
                            HearthKeyring *keyring,
                            HearthRecoverySheet **sheet,
                            char **person_id,
                            guint8 signing_key[HEARTH_PUBLIC_KEY_BYTES],
                            guint8 sealing_key[HEARTH_PUBLIC_KEY_BYTES],
                            GError **error)
{
  g_autoptr (HearthSecrets) secrets = NULL;
  g_autoptr (HearthKeyFile) file = NULL;
  g_autoptr (HearthRecoverySheet) new_sheet = NULL;
  g_autoptr (GMutexLocker) locker = NULL;
  const HearthKeySlot *slot;

  g_return_val_if_fail (HEARTH_IS_KEYRING (keyring) && sheet != NULL && person_id != NULL, false);

  if (hearth_keyring_is_recovery (keyring))
    {
      hearth_vault_set_denied (error, "The sheet in use cannot be replaced");
      return false;
    }
  secrets = hearth_keyring_copy_secrets (keyring, error);
  if (secrets == NULL)
    return false;
  locker = g_mutex_locker_new (&hearth_vault_mutex);
  file = hearth_vault_load_for (folder, keyring, error);
  if (file == NULL || !hearth_vault_is_in_step (file, secrets, secrets->held, error))
    return false;
  remove_old_sheet (file);
  new_sheet = hearth_vault_add_sheet (file, secrets, secrets->held, &slot, error);
  if (new_sheet == NULL ||
      !hearth_vault_save_for (file, folder, keyring, HEARTH_KEY_FILE_RETIRE_PREVIOUS, error))
    return false;
  hearth_keyring_set_recovery (keyring, slot);
  *sheet = g_steal_pointer (&new_sheet);
  *person_id = g_strdup (slot->person);
  memcpy (signing_key, slot->signing_key, HEARTH_PUBLIC_KEY_BYTES);
  memcpy (sealing_key, slot->sealing_key, HEARTH_PUBLIC_KEY_BYTES);
  return true;
}

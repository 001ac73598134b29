/* SPDX-License-Identifier: GPL-3.0-or-later
 * Replacing the house key.
 *
 * Until the end the key file is sealed with the present key and holds both, in both its versions: whichever of them is
 * read, and whichever key the database has by then, it opens. At the end both versions are replaced, so that nobody
 * who was removed finds the key in the previous one.
 */
#define G_LOG_DOMAIN "hearth-vault"

#include <string.h>

#include "vault/vault-private.h"

/* Takes away every slot that is not the keyring's own or @people's; false with DENIED when the sheet's would go. */
static bool
keep_slots (HearthKeyFile *file, const char *own, GPtrArray *people, GError **error)
{
  const HearthKeySlot *sheet = hearth_key_file_lookup_recovery (file);

  if (hearth_vault_find_slot (file, own, error) == NULL)
    return false;
  if (!g_str_equal (sheet->person, own) && !hearth_vault_lists_slot (people, sheet))
    {
      hearth_vault_set_denied (error, "The recovery sheet's slot is not the house's");
      return false;
    }
  for (guint i = file->slots->len; i-- > 0;)
    {
      const HearthKeySlot *slot = g_ptr_array_index (file->slots, i);

      if (!g_str_equal (slot->person, own) && !hearth_vault_lists_slot (people, slot))
        g_ptr_array_remove_index (file->slots, i);
    }
  return true;
}

static void
give_house_to_all (HearthKeyFile *file, const HearthSecrets *secrets)
{
  file->epoch = secrets->epoch;
  file->is_rotating = secrets->is_rotating;
  for (guint i = 0; i < file->slots->len; i++)
    hearth_key_slot_give_house (g_ptr_array_index (file->slots, i), secrets);
}

bool
hearth_vault_begin_rotation (const char *folder, HearthKeyring *keyring, GPtrArray *people, GError **error)
{
  g_autoptr (HearthSecrets) secrets = NULL;
  g_autoptr (HearthKeyFile) file = NULL;
  g_autoptr (GMutexLocker) locker = g_mutex_locker_new (&hearth_vault_mutex);

  g_return_val_if_fail (HEARTH_IS_KEYRING (keyring) && people != NULL, false);

  secrets = hearth_keyring_copy_secrets (keyring, error);
  file = secrets == NULL ? NULL : hearth_vault_load_for (folder, keyring, error);
  if (file == NULL || !keep_slots (file, keyring->person, people, error))
    return false;
  /* A next key that the keyring does not know of somebody else could have put there. One that it knows the database
   * may have by now. */
  if (!secrets->is_rotating)
    randombytes_buf (secrets->next_house_key, sizeof secrets->next_house_key);
  secrets->is_rotating = true;
  give_house_to_all (file, secrets);
  if (!hearth_vault_save_for (file, folder, keyring, HEARTH_KEY_FILE_RETIRE_PREVIOUS, error))
    return false;
  hearth_keyring_take_secrets (keyring, g_steal_pointer (&secrets));
  return true;
}

static void
forget_next (HearthSecrets *secrets)
{
  secrets->is_rotating = false;
  sodium_memzero (secrets->next_house_key, sizeof secrets->next_house_key);
}

bool
hearth_vault_cancel_rotation (const char *folder, HearthKeyring *keyring, GError **error)
{
  g_autoptr (HearthSecrets) secrets = NULL;
  g_autoptr (HearthKeyFile) file = NULL;
  g_autoptr (GMutexLocker) locker = g_mutex_locker_new (&hearth_vault_mutex);

  g_return_val_if_fail (HEARTH_IS_KEYRING (keyring), false);

  secrets = hearth_keyring_copy_secrets (keyring, error);
  file = secrets == NULL ? NULL : hearth_vault_load_for (folder, keyring, error);
  if (file == NULL)
    return false;
  forget_next (secrets);
  if (file->is_rotating)
    {
      give_house_to_all (file, secrets);
      if (!hearth_vault_save_for (file, folder, keyring, HEARTH_KEY_FILE_RETIRE_PREVIOUS, error))
        return false;
    }
  hearth_keyring_take_secrets (keyring, g_steal_pointer (&secrets));
  return true;
}

/* The key file as it is before the end, or after it: then an attempt that the disk did not confirm was the end. */
static HearthKeyFile *
load_rotating (const char *folder, const HearthSecrets *secrets, bool *ended, GError **error)
{
  g_autoptr (HearthKeyFile) file = hearth_key_file_load (folder, error);

  if (file == NULL)
    return NULL;
  *ended = hearth_key_file_is_sealed_by (file, secrets->next_house_key);
  if (*ended || hearth_key_file_is_sealed_by (file, secrets->house_key))
    return g_steal_pointer (&file);
  g_set_error_literal (error, HEARTH_VAULT_ERROR, HEARTH_VAULT_ERROR_DAMAGED,
                       "The key file was changed by something else than this program");
  return NULL;
}

bool
hearth_vault_finish_rotation (const char *folder, HearthKeyring *keyring, GError **error)
{
  g_autoptr (HearthSecrets) secrets = NULL;
  g_autoptr (HearthKeyFile) file = NULL;
  g_autoptr (GMutexLocker) locker = g_mutex_locker_new (&hearth_vault_mutex);
  bool ended;

  g_return_val_if_fail (HEARTH_IS_KEYRING (keyring), false);

  secrets = hearth_keyring_copy_secrets (keyring, error);
  if (secrets == NULL)
    return false;
  if (!secrets->is_rotating)
    {
      hearth_vault_set_denied (error, "The house key is not being replaced");
      return false;
    }
  file = load_rotating (folder, secrets, &ended, error);
  if (file == NULL)
    return false;
  memcpy (secrets->house_key, secrets->next_house_key, sizeof secrets->house_key);
  secrets->epoch++;
  forget_next (secrets);
  if (!ended)
    {
      for (guint i = 0; i < file->slots->len; i++)
        {
          HearthKeySlot *slot = g_ptr_array_index (file->slots, i);

          /* Not sealed anew: whose slot was put there meanwhile has no next key. */
          memcpy (slot->house_box, slot->next_box, sizeof slot->house_box);
          memset (slot->next_box, 0, sizeof slot->next_box);
        }
      file->epoch = secrets->epoch;
      file->is_rotating = false;
      hearth_key_file_seal (file, secrets->house_key);
      if (!hearth_key_file_save (file, folder, HEARTH_KEY_FILE_RETIRE_PREVIOUS, error))
        return false;
    }
  hearth_keyring_take_secrets (keyring, g_steal_pointer (&secrets));
  return true;
}

/* SPDX-License-Identifier: GPL-3.0-or-later
 * Steps that all changes of a key file share.
 */
#define G_LOG_DOMAIN "hearth-vault"

#include "vault/vault-private.h"

#include <string.h>

GMutex hearth_vault_mutex;

void
hearth_vault_set_denied (GError **error, const char *message)
{
  g_set_error_literal (error, HEARTH_VAULT_ERROR, HEARTH_VAULT_ERROR_DENIED, message);
}

HearthKeyFile *
hearth_vault_load_for (const char *folder, HearthKeyring *keyring, GError **error)
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
    hearth_vault_set_denied (error, "The key file is of another house");
  return NULL;
}

bool
hearth_vault_save_for (HearthKeyFile *file,
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

HearthKeySlot *
hearth_vault_find_slot (const HearthKeyFile *file, const char *person, GError **error)
{
  HearthKeySlot *slot = hearth_key_file_lookup_person (file, person);

  if (slot == NULL)
    hearth_vault_set_denied (error, "This person has no slot");
  return slot;
}

bool
hearth_vault_add_slot (HearthKeyFile *file, HearthKeySlot *slot, GError **error)
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
hearth_vault_is_in_step (const HearthKeyFile *file,
                         const HearthSecrets *secrets,
                         unsigned int compartments,
                         GError **error)
{
  bool in_step = file->is_rotating == secrets->is_rotating;

  for (guint i = 0; in_step && i < HEARTH_COMPARTMENTS; i++)
    if (compartments & (1u << i))
      in_step = hearth_secrets_match (secrets, file, i);
  if (!in_step)
    hearth_vault_set_denied (error, "The keys were replaced since the sign-in");
  return in_step;
}

bool
hearth_vault_lists_slot (GPtrArray *known, const HearthKeySlot *slot)
{
  for (guint i = 0; i < known->len; i++)
    {
      const HearthKeySlotInfo *info = g_ptr_array_index (known, i);

      if (g_str_equal (info->person, slot->person) &&
          memcmp (info->sealing_key, slot->sealing_key, sizeof slot->sealing_key) == 0)
        return true;
    }
  return false;
}

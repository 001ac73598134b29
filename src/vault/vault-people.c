/* SPDX-License-Identifier: GPL-3.0-or-later
 * People in the key file of a house: adding and removing them, their passwords.
 */
#define G_LOG_DOMAIN "hearth-vault"

#include <string.h>

#include "core/id.h"
#include "vault/new-password.h"
#include "vault/vault-private.h"

static bool
get_bits (const HearthSecrets *secrets, const char *const *compartments, unsigned int *bits, GError **error)
{
  *bits = 0;
  for (guint i = 0; compartments[i] != NULL; i++)
    {
      unsigned int bit = hearth_compartment_get_bit (compartments[i]);

      if ((secrets->held & bit) == 0)
        {
          hearth_vault_set_denied (error, "A compartment can be given by its holders only");
          return false;
        }
      *bits |= bit;
    }
  return true;
}

static bool
check_password (const HearthKeyFile *file, const HearthNewPassword *password, GError **error)
{
  if (!hearth_new_password_fits (password, file))
    hearth_vault_set_denied (error, "The password was prepared for another house");
  return hearth_new_password_fits (password, file);
}

/* A slot with new pairs and the keyring's keys of @compartments in the place of @old, if any. */
static bool
give_slot (HearthKeyFile *file,
           HearthKeySlot *old,
           const char *person_id,
           const HearthNewPassword *password,
           HearthSecrets *secrets,
           const char *const *compartments,
           GError **error)
{
  HearthSlotKind kind = password->first ? HEARTH_SLOT_FIRST_PASSWORD : HEARTH_SLOT_PERSON;
  unsigned int bits;

  if (!get_bits (secrets, compartments, &bits, error) || !check_password (file, password, error) ||
      !hearth_vault_is_in_step (file, secrets, bits, error))
    return false;
  hearth_secrets_make_pairs (secrets);
  if (old != NULL)
    g_ptr_array_remove (file->slots, old);
  return hearth_vault_add_slot (file,
                                hearth_key_slot_new (file, password->kek, person_id, kind, secrets, bits),
                                error);
}

static void
tell_keys (const HearthKeyFile *file, const char *person_id, guint8 *signing_key, guint8 *sealing_key)
{
  const HearthKeySlot *slot = hearth_key_file_lookup_person (file, person_id);

  memcpy (signing_key, slot->signing_key, HEARTH_PUBLIC_KEY_BYTES);
  memcpy (sealing_key, slot->sealing_key, HEARTH_PUBLIC_KEY_BYTES);
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
  g_autoptr (GMutexLocker) locker = g_mutex_locker_new (&hearth_vault_mutex);

  g_return_val_if_fail (HEARTH_IS_KEYRING (keyring) && hearth_id_is_valid (person_id), false);
  g_return_val_if_fail (password != NULL, false);

  secrets = hearth_keyring_copy_secrets (keyring, error);
  file = secrets == NULL ? NULL : hearth_vault_load_for (folder, keyring, error);
  if (file == NULL || !give_slot (file, NULL, person_id, password, secrets, compartments, error))
    return false;
  tell_keys (file, person_id, signing_key, sealing_key);
  return hearth_vault_save_for (file, folder, keyring, HEARTH_KEY_FILE_KEEP_PREVIOUS, error);
}

bool
hearth_vault_reset_person (const char *folder,
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
  g_autoptr (GMutexLocker) locker = g_mutex_locker_new (&hearth_vault_mutex);
  HearthKeySlot *old;

  g_return_val_if_fail (HEARTH_IS_KEYRING (keyring) && person_id != NULL && password != NULL, false);

  secrets = hearth_keyring_copy_secrets (keyring, error);
  file = secrets == NULL ? NULL : hearth_vault_load_for (folder, keyring, error);
  old = file == NULL ? NULL : hearth_vault_find_slot (file, person_id, error);
  if (old == NULL)
    return false;
  if (old->is_recovery || g_str_equal (person_id, hearth_keyring_get_person_id (keyring)))
    {
      hearth_vault_set_denied (error, "One's own slot and the sheet's cannot be given anew");
      return false;
    }
  if (!give_slot (file, old, person_id, password, secrets, compartments, error))
    return false;
  tell_keys (file, person_id, signing_key, sealing_key);
  return hearth_vault_save_for (file, folder, keyring, HEARTH_KEY_FILE_RETIRE_PREVIOUS, error);
}

/* Whether @slot is still the one that the keyring was opened with: who manages accounts may have given it anew. */
static bool
check_own (const HearthKeySlot *slot, HearthKeyring *keyring, GError **error)
{
  guint8 sealing_key[HEARTH_PUBLIC_KEY_BYTES];

  hearth_keyring_get_sealing_public_key (keyring, sealing_key);
  if (memcmp (sealing_key, slot->sealing_key, sizeof sealing_key) == 0)
    return true;
  hearth_vault_set_denied (error, "This person has other keys since the sign-in");
  return false;
}

/* The slot of @secrets, which get the pairs that come with @password, under its key. */
static bool
replace_password (HearthKeyFile *file,
                  HearthKeySlot *slot,
                  HearthSecrets *secrets,
                  const HearthNewPassword *password,
                  GError **error)
{
  if (!check_password (file, password, error) || !hearth_new_password_is_free (password, file, slot, error))
    return false;
  if (password->pairs != NULL && !hearth_key_slot_replace_pairs (slot, secrets, password->pairs))
    {
      g_set_error_literal (error, HEARTH_VAULT_ERROR, HEARTH_VAULT_ERROR_DAMAGED,
                           "A key of this person does not open");
      return false;
    }
  hearth_key_slot_wrap_again (file, slot, password->kek, secrets);
  return true;
}

bool
hearth_vault_change_password (const char *folder,
                              HearthKeyring *keyring,
                              const HearthNewPassword *password,
                              GError **error)
{
  g_autoptr (HearthKeyFile) file = NULL;
  g_autoptr (HearthSecrets) secrets = NULL;
  g_autoptr (GMutexLocker) locker = g_mutex_locker_new (&hearth_vault_mutex);
  HearthKeySlot *slot;

  g_return_val_if_fail (HEARTH_IS_KEYRING (keyring) && password != NULL, false);

  secrets = hearth_keyring_copy_secrets (keyring, error);
  file = secrets == NULL ? NULL : hearth_vault_load_for (folder, keyring, error);
  slot = file == NULL ? NULL : hearth_vault_find_slot (file, hearth_keyring_get_person_id (keyring), error);
  if (slot == NULL || !check_own (slot, keyring, error) ||
      !replace_password (file, slot, secrets, password, error) ||
      !hearth_vault_save_for (file, folder, keyring, HEARTH_KEY_FILE_RETIRE_PREVIOUS, error))
    return false;
  hearth_keyring_take_own (keyring, slot, g_steal_pointer (&secrets));
  return true;
}

bool
hearth_vault_remove_person (const char *folder, HearthKeyring *keyring, const char *person_id, GError **error)
{
  g_autoptr (HearthKeyFile) file = NULL;
  g_autoptr (GMutexLocker) locker = g_mutex_locker_new (&hearth_vault_mutex);
  HearthKeySlot *slot;

  g_return_val_if_fail (HEARTH_IS_KEYRING (keyring) && person_id != NULL, false);

  file = hearth_vault_load_for (folder, keyring, error);
  if (file == NULL)
    return false;
  slot = hearth_key_file_lookup_person (file, person_id);
  if (slot != NULL && (slot->is_recovery || g_str_equal (person_id, hearth_keyring_get_person_id (keyring))))
    {
      hearth_vault_set_denied (error, "One's own slot and the sheet's cannot be taken away");
      return false;
    }
  if (slot == NULL)
    return true;
  for (guint i = 0; i < HEARTH_COMPARTMENTS; i++)
    if (slot->compartments & (1u << i))
      file->compartments[i].marked = true;
  g_ptr_array_remove (file->slots, slot);
  return hearth_vault_save_for (file, folder, keyring, HEARTH_KEY_FILE_RETIRE_PREVIOUS, error);
}

char **
hearth_vault_list_people (const char *folder, HearthKeyring *keyring, GError **error)
{
  g_autoptr (HearthKeyFile) file = NULL;
  g_autoptr (GStrvBuilder) people = g_strv_builder_new ();

  g_return_val_if_fail (HEARTH_IS_KEYRING (keyring), NULL);

  file = hearth_vault_load_for (folder, keyring, error);
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

void
hearth_key_slot_info_free (HearthKeySlotInfo *info)
{
  g_free (info->person);
  g_free (info);
}

static void
free_info (gpointer info)
{
  hearth_key_slot_info_free (info);
}

GPtrArray *
hearth_vault_list_slots (const char *folder, HearthKeyring *keyring, GError **error)
{
  g_autoptr (GPtrArray) list = g_ptr_array_new_with_free_func (free_info);
  g_autoptr (HearthKeyFile) file = NULL;

  g_return_val_if_fail (HEARTH_IS_KEYRING (keyring), NULL);

  file = hearth_vault_load_for (folder, keyring, error);
  if (file == NULL)
    return NULL;
  for (guint i = 0; i < file->slots->len; i++)
    {
      const HearthKeySlot *slot = g_ptr_array_index (file->slots, i);
      HearthKeySlotInfo *info = g_new (HearthKeySlotInfo, 1);

      *info = (HearthKeySlotInfo) {
        .person = g_strdup (slot->person),
        .is_recovery = slot->is_recovery,
        .first_password = slot->first_password,
        .compartments = slot->compartments,
      };
      memcpy (info->sealing_key, slot->sealing_key, sizeof info->sealing_key);
      memcpy (info->signing_key, slot->signing_key, sizeof info->signing_key);
      g_ptr_array_add (list, info);
    }
  return g_steal_pointer (&list);
}

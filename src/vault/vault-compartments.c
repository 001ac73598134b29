/* SPDX-License-Identifier: GPL-3.0-or-later
 * Who holds the keys of a compartment, and replacing them when somebody who held them has gone.
 *
 * The new key is in both versions of the key file before anything is sealed with it, and the one before stays in both
 * until nothing is sealed with that any more: whichever version is read after an accident, it opens every value.
 */
#define G_LOG_DOMAIN "hearth-vault"

#include <string.h>

#include "vault/vault-private.h"

/* Number of @compartment; -1 with DENIED when there is none of that name. */
static int
find (const char *compartment, GError **error)
{
  int i = hearth_compartment_find (compartment);

  if (i < 0)
    hearth_vault_set_denied (error, "There is no such compartment");
  return i;
}

/* The keyring's secrets, which hold compartment number @i. */
static HearthSecrets *
copy_with (HearthKeyring *keyring, int i, GError **error)
{
  g_autoptr (HearthSecrets) secrets = i < 0 ? NULL : hearth_keyring_copy_secrets (keyring, error);

  if (secrets == NULL || (secrets->held & (1u << i)))
    return g_steal_pointer (&secrets);
  hearth_vault_set_denied (error, "This compartment is not held");
  return NULL;
}

/* --- giving and taking away ------------------------------------------------------- */

bool
hearth_vault_grant (const char *folder,
                    HearthKeyring *keyring,
                    const char *person_id,
                    const guint8 sealing_key[HEARTH_PUBLIC_KEY_BYTES],
                    const char *compartment,
                    GError **error)
{
  g_autoptr (HearthSecrets) secrets = NULL;
  g_autoptr (HearthKeyFile) file = NULL;
  g_autoptr (GMutexLocker) locker = g_mutex_locker_new (&hearth_vault_mutex);
  HearthKeySlot *slot;
  int i;

  g_return_val_if_fail (HEARTH_IS_KEYRING (keyring) && person_id != NULL && compartment != NULL, false);

  i = find (compartment, error);
  secrets = copy_with (keyring, i, error);
  file = secrets == NULL ? NULL : hearth_vault_load_for (folder, keyring, error);
  slot = file == NULL ? NULL : hearth_vault_find_slot (file, person_id, error);
  if (slot == NULL || !hearth_vault_is_in_step (file, secrets, 1u << i, error))
    return false;
  if (memcmp (slot->sealing_key, sealing_key, sizeof slot->sealing_key) != 0)
    {
      hearth_vault_set_denied (error, "The slot is not of who it says");
      return false;
    }
  hearth_key_slot_give (slot, (guint) i, secrets);
  return hearth_vault_save_for (file, folder, keyring, HEARTH_KEY_FILE_KEEP_PREVIOUS, error);
}

bool
hearth_vault_revoke (const char *folder,
                     HearthKeyring *keyring,
                     const char *person_id,
                     const char *compartment,
                     GError **error)
{
  g_autoptr (HearthKeyFile) file = NULL;
  g_autoptr (GMutexLocker) locker = g_mutex_locker_new (&hearth_vault_mutex);
  HearthKeySlot *slot;
  int i;

  g_return_val_if_fail (HEARTH_IS_KEYRING (keyring) && person_id != NULL && compartment != NULL, false);

  i = find (compartment, error);
  file = i < 0 ? NULL : hearth_vault_load_for (folder, keyring, error);
  slot = file == NULL ? NULL : hearth_vault_find_slot (file, person_id, error);
  if (slot == NULL)
    return false;
  if (slot->is_recovery)
    {
      hearth_vault_set_denied (error, "The recovery sheet holds every compartment");
      return false;
    }
  hearth_key_slot_take (slot, (guint) i);
  file->compartments[i].marked = true;
  if (!hearth_vault_save_for (file, folder, keyring, HEARTH_KEY_FILE_RETIRE_PREVIOUS, error))
    return false;
  if (g_str_equal (person_id, hearth_keyring_get_person_id (keyring)))
    hearth_keyring_drop_compartment (keyring, compartment);
  return true;
}

/* --- a new key ---------------------------------------------------------------------- */

bool
hearth_vault_wants_renewal (const char *folder, HearthKeyring *keyring, const char *compartment)
{
  g_autoptr (HearthKeyFile) file = NULL;
  int i;

  g_return_val_if_fail (HEARTH_IS_KEYRING (keyring) && compartment != NULL, false);

  i = hearth_compartment_find (compartment);
  file = i < 0 ? NULL : hearth_vault_load_for (folder, keyring, NULL);
  return file != NULL && (file->compartments[i].marked || file->compartments[i].epoch_before != 0);
}

/* The present key becomes the one before. */
static void
make_new_key (HearthSecrets *secrets, guint i)
{
  memcpy (secrets->compartments_before[i], secrets->compartments[i], HEARTH_HOUSE_KEY_BYTES);
  secrets->epochs_before[i] = secrets->epochs[i]++;
  secrets->renewing |= 1u << i;
  randombytes_buf (secrets->compartments[i], HEARTH_HOUSE_KEY_BYTES);
}

/* Where another key is written in the file, somebody put it there, or an attempt was not confirmed by the disk: either
 * way it goes. Only keys of @secrets are passed on. */
static void
give_to_holders (HearthKeyFile *file,
                 const HearthSecrets *secrets,
                 guint i,
                 const HearthKeySlot *own,
                 GPtrArray *holders)
{
  for (guint n = 0; n < file->slots->len; n++)
    {
      HearthKeySlot *slot = g_ptr_array_index (file->slots, n);

      if (slot == own || hearth_vault_lists_slot (holders, slot))
        hearth_key_slot_give (slot, i, secrets);
      else
        hearth_key_slot_take (slot, i);
    }
}

bool
hearth_vault_begin_renewal (const char *folder,
                            HearthKeyring *keyring,
                            const char *compartment,
                            GPtrArray *holders,
                            GError **error)
{
  g_autoptr (HearthSecrets) secrets = NULL;
  g_autoptr (HearthKeyFile) file = NULL;
  g_autoptr (GMutexLocker) locker = g_mutex_locker_new (&hearth_vault_mutex);
  const HearthKeySlot *own;
  int i;

  g_return_val_if_fail (HEARTH_IS_KEYRING (keyring) && compartment != NULL && holders != NULL, false);

  i = find (compartment, error);
  secrets = copy_with (keyring, i, error);
  if (secrets == NULL)
    return false;
  if (secrets->renewing & (1u << i))
    return true;
  file = hearth_vault_load_for (folder, keyring, error);
  own = file == NULL ? NULL : hearth_vault_find_slot (file, keyring->person, error);
  if (own == NULL)
    return false;
  make_new_key (secrets, (guint) i);
  hearth_secrets_describe (secrets, file, (guint) i);
  file->compartments[i].marked = false;
  give_to_holders (file, secrets, (guint) i, own, holders);
  if (!hearth_vault_save_for (file, folder, keyring, HEARTH_KEY_FILE_RETIRE_PREVIOUS, error))
    return false;
  hearth_keyring_take_secrets (keyring, g_steal_pointer (&secrets));
  return true;
}

typedef enum {
  FINISH,
  CANCEL,
} End;

static void
end_in_secrets (HearthSecrets *secrets, guint i, End end)
{
  if (end == CANCEL)
    {
      memcpy (secrets->compartments[i], secrets->compartments_before[i], HEARTH_HOUSE_KEY_BYTES);
      secrets->epochs[i] = secrets->epochs_before[i];
    }
  hearth_secrets_drop_before (secrets, i);
}

static void
end_in_file (HearthKeyFile *file, const HearthSecrets *secrets, guint i, End end)
{
  hearth_secrets_describe (secrets, file, i);
  file->compartments[i].marked |= end == CANCEL;
  for (guint n = 0; n < file->slots->len; n++)
    {
      HearthKeySlot *slot = g_ptr_array_index (file->slots, n);

      if (end == CANCEL)
        memcpy (slot->boxes[i], slot->boxes_before[i], HEARTH_BOX_BYTES);
      memset (slot->boxes_before[i], 0, HEARTH_BOX_BYTES);
    }
}

static bool
end_renewal (const char *folder, HearthKeyring *keyring, const char *compartment, End end, GError **error)
{
  g_autoptr (HearthSecrets) secrets = NULL;
  g_autoptr (HearthKeyFile) file = NULL;
  g_autoptr (GMutexLocker) locker = g_mutex_locker_new (&hearth_vault_mutex);
  int i = find (compartment, error);
  bool under_way;

  secrets = copy_with (keyring, i, error);
  if (secrets == NULL || !(secrets->renewing & (1u << i)))
    return secrets != NULL;
  file = hearth_vault_load_for (folder, keyring, error);
  if (file == NULL)
    return false;
  under_way = hearth_secrets_match (secrets, file, (guint) i);
  end_in_secrets (secrets, (guint) i, end);
  if (under_way)
    {
      end_in_file (file, secrets, (guint) i, end);
      if (!hearth_vault_save_for (file, folder, keyring, HEARTH_KEY_FILE_RETIRE_PREVIOUS, error))
        return false;
    }
  /* An attempt that the disk did not confirm may have done it already. */
  else if (!hearth_secrets_match (secrets, file, (guint) i))
    {
      hearth_vault_set_denied (error, "The keys were replaced since the sign-in");
      return false;
    }
  hearth_keyring_take_secrets (keyring, g_steal_pointer (&secrets));
  return true;
}

bool
hearth_vault_cancel_renewal (const char *folder,
                             HearthKeyring *keyring,
                             const char *compartment,
                             GError **error)
{
  g_return_val_if_fail (HEARTH_IS_KEYRING (keyring) && compartment != NULL, false);

  return end_renewal (folder, keyring, compartment, CANCEL, error);
}

bool
hearth_vault_finish_renewal (const char *folder,
                             HearthKeyring *keyring,
                             const char *compartment,
                             GError **error)
{
  g_return_val_if_fail (HEARTH_IS_KEYRING (keyring) && compartment != NULL, false);

  return end_renewal (folder, keyring, compartment, FINISH, error);
}

/* SPDX-License-Identifier: GPL-3.0-or-later
 * A name and password that went through the key derivation, until a slot is made with them.
 */
#define G_LOG_DOMAIN "hearth-vault"

#include "vault/new-password.h"

#include <string.h>

#include "vault/normalise.h"
#include "vault/vault-private.h"

/* Slow. */
static HearthNewPassword *
derive (const HearthKeyFile *file, const char *user, const char *password, GError **error)
{
  g_autoptr (HearthNewPassword) new = g_new0 (HearthNewPassword, 1);

  new->house = g_strdup (file->house);
  memcpy (new->salt, file->salt, sizeof new->salt);
  new->cost = file->cost;
  new->user = hearth_name_normalise (user);
  new->kek = hearth_vault_derive_new (file, user, password, error);
  return new->kek == NULL ? NULL : g_steal_pointer (&new);
}

HearthNewPassword *
hearth_new_password_prepare (const char *folder,
                             const char *user,
                             const char *password,
                             bool first,
                             GError **error)
{
  HearthNewPassword *new;
  g_autoptr (HearthKeyFile) file = NULL;

  g_return_val_if_fail (folder != NULL && user != NULL && password != NULL, NULL);

  if (!hearth_vault_check_new (user, password, error))
    return NULL;
  file = hearth_key_file_load (folder, error);
  if (file == NULL)
    return NULL;
  if (!hearth_kdf_is_allowed (&file->cost))
    {
      g_set_error_literal (error, HEARTH_VAULT_ERROR, HEARTH_VAULT_ERROR_WEAK,
                           "The key file asks for a cheaper key derivation than is safe");
      return NULL;
    }
  new = derive (file, user, password, error);
  if (new != NULL)
    new->first = first;
  return new;
}

/* The keyring's own slot in @file, when @user and @password open it. */
static HearthKeySlot *
try_own (const char *folder,
         const HearthKeyFile *file,
         HearthKeyring *keyring,
         const char *user,
         const char *password,
         GError **error)
{
  HearthKeySlot *slot;
  unsigned int refused;
  g_autoptr (HearthSecrets) secrets =
    hearth_vault_try_password (folder, file, user, password, &slot, &refused, error);

  if (secrets == NULL)
    return NULL;
  hearth_keyring_set_refused_tries (keyring, hearth_keyring_get_refused_tries (keyring) + refused);
  if (g_str_equal (slot->person, hearth_keyring_get_person_id (keyring)))
    return slot;
  hearth_vault_set_wrong (error);
  return NULL;
}

HearthNewPassword *
hearth_new_password_prepare_own (const char *folder,
                                 HearthKeyring *keyring,
                                 const char *user,
                                 const char *old_password,
                                 const char *new_password,
                                 GError **error)
{
  g_autoptr (HearthNewPassword) new = NULL;
  g_autoptr (HearthKeyFile) file = NULL;
  const HearthKeySlot *slot;

  g_return_val_if_fail (HEARTH_IS_KEYRING (keyring), NULL);

  if (!hearth_vault_check_new (user, new_password, error))
    return NULL;
  file = hearth_vault_load_for (folder, keyring, error);
  slot = file != NULL ? try_own (folder, file, keyring, user, old_password, error) : NULL;
  new = slot != NULL ? derive (file, user, new_password, error) : NULL;
  if (new == NULL || !hearth_new_password_is_free (new, file, slot, error))
    return NULL;
  if (!slot->first_password)
    return g_steal_pointer (&new);
  new->pairs = hearth_secrets_new (error);
  if (new->pairs == NULL)
    return NULL;
  hearth_secrets_make_pairs (new->pairs);
  return g_steal_pointer (&new);
}

void
hearth_new_password_free (HearthNewPassword *password)
{
  g_free (password->house);
  g_free (password->user);
  hearth_secret_free (password->kek);
  g_clear_pointer (&password->pairs, hearth_secrets_free);
  g_free (password);
}

bool
hearth_new_password_get_keys (const HearthNewPassword *password,
                              guint8 signing_key[HEARTH_PUBLIC_KEY_BYTES],
                              guint8 sealing_key[HEARTH_PUBLIC_KEY_BYTES])
{
  g_return_val_if_fail (password != NULL, false);

  if (password->pairs == NULL)
    return false;
  crypto_sign_ed25519_sk_to_pk (signing_key, password->pairs->signing_secret);
  crypto_scalarmult_base (sealing_key, password->pairs->sealing_secret);
  return true;
}

bool
hearth_new_password_is_free (const HearthNewPassword *password,
                             const HearthKeyFile *file,
                             const HearthKeySlot *slot,
                             GError **error)
{
  guint8 id[HEARTH_SLOT_ID_BYTES];
  const HearthKeySlot *same;

  hearth_key_slot_make_id (password->kek, id);
  same = hearth_key_file_lookup_slot (file, id);
  if (same == slot && slot->first_password)
    {
      g_set_error_literal (error, HEARTH_VAULT_ERROR, HEARTH_VAULT_ERROR_WEAK,
                           "Somebody else knows this password");
      return false;
    }
  if (same != NULL && same != slot)
    {
      g_set_error_literal (error, HEARTH_VAULT_ERROR, HEARTH_VAULT_ERROR_TAKEN,
                           "Somebody else signs in with these");
      return false;
    }
  return true;
}

bool
hearth_new_password_is_for (const HearthNewPassword *password, const char *user)
{
  g_autofree char *name = hearth_name_normalise (user);

  return g_strcmp0 (password->user, name) == 0;
}

bool
hearth_new_password_fits (const HearthNewPassword *password, const HearthKeyFile *file)
{
  return g_str_equal (password->house, file->house) &&
         memcmp (password->salt, file->salt, sizeof password->salt) == 0 &&
         password->cost.operations == file->cost.operations && password->cost.memory == file->cost.memory;
}

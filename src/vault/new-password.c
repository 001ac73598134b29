/* SPDX-License-Identifier: GPL-3.0-or-later
 * A name and password that went through the key derivation, until a slot is made with them.
 */
#define G_LOG_DOMAIN "hearth-vault"

#include "vault/new-password.h"

#include <string.h>

#include "vault/normalise.h"
#include "vault/vault-private.h"

HearthNewPassword *
hearth_new_password_prepare (const char *folder,
                             const char *user,
                             const char *password,
                             bool first,
                             GError **error)
{
  g_autoptr (HearthNewPassword) new = NULL;
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
  new = g_new0 (HearthNewPassword, 1);
  new->house = g_strdup (file->house);
  memcpy (new->salt, file->salt, sizeof new->salt);
  new->cost = file->cost;
  new->user = hearth_name_normalise (user);
  new->first = first;
  new->kek = hearth_vault_derive_new (file, user, password, error);
  return new->kek == NULL ? NULL : g_steal_pointer (&new);
}

void
hearth_new_password_free (HearthNewPassword *password)
{
  g_free (password->house);
  g_free (password->user);
  hearth_secret_free (password->kek);
  g_free (password);
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

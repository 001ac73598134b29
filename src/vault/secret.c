/* SPDX-License-Identifier: GPL-3.0-or-later
 * Memory for secrets: locked, between guard pages, wiped when it is freed.
 */
#define G_LOG_DOMAIN "hearth-vault"

#include "vault/secret.h"

#include <sodium.h>

#include "vault/vault.h"

void
hearth_sodium_init (void)
{
  if (sodium_init () < 0)
    g_error ("The system has no randomness to give");
}

HearthSecretBytes *
hearth_secret_new (gsize length, GError **error)
{
  guint8 *secret;

  hearth_sodium_init ();
  secret = sodium_malloc (length);
  if (secret == NULL)
    {
      g_set_error_literal (error, HEARTH_VAULT_ERROR, HEARTH_VAULT_ERROR_MEMORY, "No memory for a secret");
      return NULL;
    }
  sodium_memzero (secret, length);
  return secret;
}

void
hearth_secret_free (HearthSecretBytes *secret)
{
  sodium_free (secret);
}

bool
hearth_secret_is_locked (HearthSecretBytes *secret, gsize length)
{
  /* sodium_malloc () itself says nothing when the limit on locked memory is used up. */
  return sodium_mlock (secret, length) == 0;
}

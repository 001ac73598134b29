/* SPDX-License-Identifier: GPL-3.0-or-later
 * Letterboxes of compartments: what everybody can seal to, and only holders of the compartment's key open.
 */
#define G_LOG_DOMAIN "hearth-vault"

#include <string.h>

#include "vault/canon.h"
#include "vault/keyring-private.h"

void
hearth_letterbox_derive (const char *house,
                         guint compartment,
                         guint64 epoch,
                         const guint8 key[HEARTH_HOUSE_KEY_BYTES],
                         guint8 public_key[HEARTH_PUBLIC_KEY_BYTES],
                         guint8 secret[crypto_box_SECRETKEYBYTES])
{
  g_autoptr (GByteArray) canon = hearth_canon_new ("hearth-letterbox-1");
  guint8 seed[crypto_box_SEEDBYTES];

  hearth_canon_add_text (canon, house);
  hearth_canon_add_text (canon, hearth_compartments[compartment]);
  hearth_canon_add_number (canon, epoch);
  crypto_generichash (seed, sizeof seed, canon->data, canon->len, key, HEARTH_HOUSE_KEY_BYTES);
  crypto_box_seed_keypair (public_key, secret, seed);
  sodium_memzero (seed, sizeof seed);
}

bool
hearth_keyring_get_own_letterbox (HearthKeyring *keyring,
                                  const char *compartment,
                                  guint8 public_key[HEARTH_PUBLIC_KEY_BYTES])
{
  int i = hearth_compartment_find (compartment);
  guint8 secret[crypto_box_SECRETKEYBYTES];
  const HearthSecrets *secrets;
  bool held;

  g_return_val_if_fail (HEARTH_IS_KEYRING (keyring), false);

  secrets = i < 0 ? NULL : hearth_keyring_hold (keyring, NULL);
  if (secrets == NULL)
    return false;
  held = (secrets->held & (1u << i)) != 0;
  if (held)
    {
      hearth_letterbox_derive (keyring->house, (guint) i, secrets->epochs[i], secrets->compartments[i],
                               public_key, secret);
      sodium_memzero (secret, sizeof secret);
    }
  hearth_keyring_release (keyring);
  return held;
}

void
hearth_keyring_set_letterbox (HearthKeyring *keyring,
                              const char *compartment,
                              unsigned int epoch,
                              const guint8 public_key[HEARTH_PUBLIC_KEY_BYTES])
{
  int i = hearth_compartment_find (compartment);
  HearthLetterbox *letterbox;

  g_return_if_fail (HEARTH_IS_KEYRING (keyring));
  g_return_if_fail (i >= 0);
  g_return_if_fail (public_key == NULL || epoch > 0);

  letterbox = &keyring->letterboxes[i];
  *letterbox = (HearthLetterbox) { .epoch = public_key != NULL ? epoch : 0 };
  if (public_key != NULL)
    memcpy (letterbox->key, public_key, sizeof letterbox->key);
}

bool
hearth_keyring_may_seal (HearthKeyring *keyring, const char *compartment)
{
  int i = hearth_compartment_find (compartment);

  g_return_val_if_fail (HEARTH_IS_KEYRING (keyring), false);

  return hearth_keyring_has_compartment (keyring, compartment) ||
         (i >= 0 && keyring->letterboxes[i].epoch > 0);
}

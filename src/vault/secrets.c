/* SPDX-License-Identifier: GPL-3.0-or-later
 * What one slot of the key file gives to who opens it.
 */
#define G_LOG_DOMAIN "hearth-vault"

#include "vault/secrets.h"

#include <string.h>

#include "vault/canon.h"

const char *const hearth_compartments[HEARTH_COMPARTMENTS + 1] = {
  "counselling", "medical", "legal", "safeguarding", NULL,
};

HearthSecrets *
hearth_secrets_new (GError **error)
{
  return (HearthSecrets *) (gpointer) hearth_secret_new (sizeof (HearthSecrets), error);
}

void
hearth_secrets_free (HearthSecrets *secrets)
{
  sodium_free (secrets);
}

void
hearth_secrets_make_pairs (HearthSecrets *secrets)
{
  guint8 unused[HEARTH_PUBLIC_KEY_BYTES];

  crypto_box_keypair (unused, secrets->sealing_secret);
  crypto_sign_keypair (unused, secrets->signing_secret);
}

int
hearth_compartment_find (const char *compartment)
{
  for (int i = 0; i < HEARTH_COMPARTMENTS; i++)
    if (g_str_equal (compartment, hearth_compartments[i]))
      return i;
  return -1;
}

void
hearth_compartment_commit (const char *house,
                           guint compartment,
                           guint64 epoch,
                           const guint8 key[HEARTH_HOUSE_KEY_BYTES],
                           guint8 commitment[HEARTH_HASH_BYTES])
{
  g_autoptr (GByteArray) canon = hearth_canon_new ("hearth-compartment-1");

  hearth_canon_add_text (canon, house);
  hearth_canon_add_text (canon, hearth_compartments[compartment]);
  hearth_canon_add_number (canon, epoch);
  crypto_generichash (commitment, HEARTH_HASH_BYTES, canon->data, canon->len, key, HEARTH_HOUSE_KEY_BYTES);
}

void
hearth_secrets_describe (const HearthSecrets *secrets, HearthKeyFile *file, guint i)
{
  HearthKeyCompartment *compartment = &file->compartments[i];

  compartment->epoch = secrets->epochs[i];
  hearth_compartment_commit (file->house, i, secrets->epochs[i], secrets->compartments[i],
                             compartment->commitment);
  compartment->epoch_before = 0;
  memset (compartment->commitment_before, 0, sizeof compartment->commitment_before);
  if (!(secrets->renewing & (1u << i)))
    return;
  compartment->epoch_before = secrets->epochs_before[i];
  hearth_compartment_commit (file->house, i, secrets->epochs_before[i], secrets->compartments_before[i],
                             compartment->commitment_before);
}

bool
hearth_secrets_match (const HearthSecrets *secrets, const HearthKeyFile *file, guint i)
{
  const HearthKeyCompartment *said = &file->compartments[i];
  unsigned int bit = 1u << i;
  guint8 commitment[HEARTH_HASH_BYTES];

  if (!(secrets->held & bit) || secrets->epochs[i] != said->epoch ||
      (said->epoch_before != 0) != ((secrets->renewing & bit) != 0))
    return false;
  hearth_compartment_commit (file->house, i, said->epoch, secrets->compartments[i], commitment);
  if (sodium_memcmp (commitment, said->commitment, sizeof commitment) != 0)
    return false;
  if (said->epoch_before == 0)
    return true;
  hearth_compartment_commit (file->house, i, said->epoch_before, secrets->compartments_before[i], commitment);
  return secrets->epochs_before[i] == said->epoch_before &&
         sodium_memcmp (commitment, said->commitment_before, sizeof commitment) == 0;
}

void
hearth_secrets_drop (HearthSecrets *secrets, guint i)
{
  hearth_secrets_drop_before (secrets, i);
  secrets->held &= ~(1u << i);
  secrets->epochs[i] = 0;
  sodium_memzero (secrets->compartments[i], HEARTH_HOUSE_KEY_BYTES);
}

void
hearth_secrets_drop_before (HearthSecrets *secrets, guint i)
{
  secrets->renewing &= ~(1u << i);
  secrets->epochs_before[i] = 0;
  sodium_memzero (secrets->compartments_before[i], HEARTH_HOUSE_KEY_BYTES);
}

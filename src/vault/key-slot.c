/* SPDX-License-Identifier: GPL-3.0-or-later
 * One person's (or the recovery sheet's) slot of the key file: making it and opening it.
 *
 * The key from the password opens the person's own secret keys. Those open the boxes with the key of the house
 * and of the compartments, which anybody could have sealed: the pin beside the secret keys says which they were.
 * Without it, somebody with the house key could hand a colleague a compartment key of their own choice.
 */
#define G_LOG_DOMAIN "hearth-vault"

#include "vault/key-slot.h"

#include <string.h>

#include "vault/canon.h"

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

void
hearth_key_slot_make_id (const HearthSecretBytes *kek, guint8 id[HEARTH_SLOT_ID_BYTES])
{
  static const char purpose[] = "slot";

  crypto_generichash (id, HEARTH_SLOT_ID_BYTES, (const guint8 *) purpose, strlen (purpose), kek,
                      HEARTH_KEK_BYTES);
}

static GByteArray *
make_additional_data (const HearthKeyFile *file, const HearthKeySlot *slot)
{
  GByteArray *canon = hearth_canon_new ("hearth-slot-1");

  hearth_canon_add_text (canon, file->house);
  hearth_canon_add_bytes (canon, slot->id, sizeof slot->id);
  hearth_canon_add_text (canon, slot->person);
  hearth_canon_add_number (canon, slot->is_recovery);
  hearth_canon_add_number (canon, slot->epoch);
  hearth_canon_add_number (canon, crypto_pwhash_argon2id_ALG_ARGON2ID13);
  hearth_canon_add_number (canon, file->cost.operations);
  hearth_canon_add_number (canon, file->cost.memory);
  hearth_canon_add_bytes (canon, file->salt, sizeof file->salt);
  return canon;
}

static void
make_pin (const HearthKeyFile *file,
          const HearthSecrets *secrets,
          unsigned int compartments,
          guint8 pin[HEARTH_HASH_BYTES])
{
  g_autoptr (GByteArray) canon = hearth_canon_new ("hearth-pin-1");
  crypto_generichash_state state;

  hearth_canon_add_text (canon, file->house);
  hearth_canon_add_number (canon, compartments);
  /* The keys go in straight from locked memory; each has one length, and the number above says which follow. */
  crypto_generichash_init (&state, NULL, 0, HEARTH_HASH_BYTES);
  crypto_generichash_update (&state, canon->data, canon->len);
  crypto_generichash_update (&state, secrets->house_key, HEARTH_HOUSE_KEY_BYTES);
  for (guint i = 0; i < HEARTH_COMPARTMENTS; i++)
    if (compartments & (1u << i))
      crypto_generichash_update (&state, secrets->compartments[i], HEARTH_HOUSE_KEY_BYTES);
  crypto_generichash_final (&state, pin, HEARTH_HASH_BYTES);
  sodium_memzero (&state, sizeof state);
}

static void
wrap (const HearthKeyFile *file,
      HearthKeySlot *slot,
      const HearthSecretBytes *kek,
      const HearthSecrets *secrets)
{
  g_autoptr (GByteArray) data = make_additional_data (file, slot);
  guint8 plain[HEARTH_WRAPPED_PLAIN_BYTES];

  memcpy (plain, secrets->sealing_secret, crypto_box_SECRETKEYBYTES);
  crypto_sign_ed25519_sk_to_seed (plain + crypto_box_SECRETKEYBYTES, secrets->signing_secret);
  make_pin (file, secrets, slot->compartments, plain + crypto_box_SECRETKEYBYTES + crypto_sign_SEEDBYTES);
  randombytes_buf (slot->nonce, sizeof slot->nonce);
  crypto_aead_xchacha20poly1305_ietf_encrypt (slot->wrapped, NULL, plain, sizeof plain, data->data, data->len,
                                              NULL, slot->nonce, kek);
  sodium_memzero (plain, sizeof plain);
}

HearthKeySlot *
hearth_key_slot_new (const HearthKeyFile *file,
                     const HearthSecretBytes *kek,
                     const char *person,
                     bool is_recovery,
                     const HearthSecrets *secrets,
                     unsigned int compartments)
{
  HearthKeySlot *slot = g_new0 (HearthKeySlot, 1);

  hearth_key_slot_make_id (kek, slot->id);
  slot->person = g_strdup (person);
  slot->is_recovery = is_recovery;
  slot->epoch = file->epoch;
  slot->compartments = compartments;
  crypto_scalarmult_base (slot->sealing_key, secrets->sealing_secret);
  crypto_sign_ed25519_sk_to_pk (slot->signing_key, secrets->signing_secret);
  crypto_box_seal (slot->house_box, secrets->house_key, HEARTH_HOUSE_KEY_BYTES, slot->sealing_key);
  for (guint i = 0; i < HEARTH_COMPARTMENTS; i++)
    if (compartments & (1u << i))
      crypto_box_seal (slot->compartment_boxes[i], secrets->compartments[i], HEARTH_HOUSE_KEY_BYTES,
                       slot->sealing_key);
  wrap (file, slot, kek, secrets);
  return slot;
}

static bool
open_boxes (const HearthKeySlot *slot, HearthSecrets *secrets)
{
  const guint8 *public = slot->sealing_key;
  const guint8 *secret = secrets->sealing_secret;

  if (crypto_box_seal_open (secrets->house_key, slot->house_box, HEARTH_BOX_BYTES, public, secret) != 0)
    return false;
  for (guint i = 0; i < HEARTH_COMPARTMENTS; i++)
    if ((slot->compartments & (1u << i)) &&
        crypto_box_seal_open (secrets->compartments[i], slot->compartment_boxes[i], HEARTH_BOX_BYTES, public,
                              secret) != 0)
      return false;
  return true;
}

bool
hearth_key_slot_open (const HearthKeyFile *file,
                      const HearthKeySlot *slot,
                      const HearthSecretBytes *kek,
                      HearthSecrets *secrets)
{
  g_autoptr (GByteArray) data = make_additional_data (file, slot);
  guint8 plain[HEARTH_WRAPPED_PLAIN_BYTES], pin[HEARTH_HASH_BYTES], sealing_key[HEARTH_PUBLIC_KEY_BYTES],
    signing_key[HEARTH_PUBLIC_KEY_BYTES];
  bool good;

  if (crypto_aead_xchacha20poly1305_ietf_decrypt (plain, NULL, NULL, slot->wrapped, HEARTH_WRAPPED_BYTES,
                                                  data->data, data->len, slot->nonce, kek) != 0)
    return false;
  memcpy (secrets->sealing_secret, plain, crypto_box_SECRETKEYBYTES);
  crypto_scalarmult_base (sealing_key, secrets->sealing_secret);
  crypto_sign_seed_keypair (signing_key, secrets->signing_secret, plain + crypto_box_SECRETKEYBYTES);
  good = memcmp (sealing_key, slot->sealing_key, sizeof sealing_key) == 0 &&
         memcmp (signing_key, slot->signing_key, sizeof signing_key) == 0 && open_boxes (slot, secrets);
  if (good)
    {
      make_pin (file, secrets, slot->compartments, pin);
      good = sodium_memcmp (pin, plain + crypto_box_SECRETKEYBYTES + crypto_sign_SEEDBYTES, sizeof pin) == 0;
    }
  sodium_memzero (plain, sizeof plain);
  return good;
}

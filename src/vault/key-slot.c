/* SPDX-License-Identifier: GPL-3.0-or-later
 * One person's (or the recovery sheet's) slot of the key file: making it and opening it.
 *
 * The key from the password opens the person's own secret keys. Those open the boxes with the key of the house
 * and of the compartments, which anybody can seal: so others can give a person keys, replace them and take them
 * away without the person's password. Nothing in the slot therefore says that a key came from somebody who was
 * entitled to give it; whoever has the house key could hand a colleague a compartment key of his own choice, and
 * write its commitment to match. The store finds that out: it walks over the audit's signed rows and asks for the
 * commitment of every key (hearth_keyring_get_commitment ()), before anything is sealed with it. Where that walk
 * begins stands beside the secret keys, for it never changes: the signing key of who made the house. A database with
 * another founder is not the house that this password was given for.
 */
#define G_LOG_DOMAIN "hearth-vault"

#include "vault/key-slot.h"

#include <string.h>

#include "vault/canon.h"

#define SEED_AT crypto_box_SECRETKEYBYTES
#define FOUNDER_AT (SEED_AT + crypto_sign_SEEDBYTES)

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
  GByteArray *canon = hearth_canon_new ("hearth-slot-2");

  hearth_canon_add_text (canon, file->house);
  hearth_canon_add_bytes (canon, slot->id, sizeof slot->id);
  hearth_canon_add_text (canon, slot->person);
  hearth_canon_add_number (canon, slot->is_recovery);
  hearth_canon_add_number (canon, slot->first_password);
  hearth_canon_add_number (canon, slot->epoch);
  hearth_canon_add_number (canon, crypto_pwhash_argon2id_ALG_ARGON2ID13);
  hearth_canon_add_number (canon, file->cost.operations);
  hearth_canon_add_number (canon, file->cost.memory);
  hearth_canon_add_bytes (canon, file->salt, sizeof file->salt);
  return canon;
}

static void
wrap (const HearthKeyFile *file,
      HearthKeySlot *slot,
      const HearthSecretBytes *kek,
      const HearthSecrets *secrets)
{
  g_autoptr (GByteArray) data = NULL;
  guint8 plain[HEARTH_WRAPPED_PLAIN_BYTES];

  hearth_key_slot_make_id (kek, slot->id);
  slot->epoch = file->epoch;
  data = make_additional_data (file, slot);
  memcpy (plain, secrets->sealing_secret, crypto_box_SECRETKEYBYTES);
  crypto_sign_ed25519_sk_to_seed (plain + SEED_AT, secrets->signing_secret);
  memcpy (plain + FOUNDER_AT, secrets->founder_key, sizeof secrets->founder_key);
  randombytes_buf (slot->nonce, sizeof slot->nonce);
  crypto_aead_xchacha20poly1305_ietf_encrypt (slot->wrapped, NULL, plain, sizeof plain, data->data, data->len,
                                              NULL, slot->nonce, kek);
  sodium_memzero (plain, sizeof plain);
}

void
hearth_key_slot_give_house (HearthKeySlot *slot, const HearthSecrets *secrets)
{
  crypto_box_seal (slot->house_box, secrets->house_key, HEARTH_HOUSE_KEY_BYTES, slot->sealing_key);
  if (secrets->is_rotating)
    crypto_box_seal (slot->next_box, secrets->next_house_key, HEARTH_HOUSE_KEY_BYTES, slot->sealing_key);
  else
    memset (slot->next_box, 0, sizeof slot->next_box);
}

void
hearth_key_slot_give (HearthKeySlot *slot, guint i, const HearthSecrets *secrets)
{
  hearth_key_slot_take (slot, i);
  slot->compartments |= 1u << i;
  crypto_box_seal (slot->boxes[i], secrets->compartments[i], HEARTH_HOUSE_KEY_BYTES, slot->sealing_key);
  if (secrets->renewing & (1u << i))
    crypto_box_seal (slot->boxes_before[i], secrets->compartments_before[i], HEARTH_HOUSE_KEY_BYTES,
                     slot->sealing_key);
}

void
hearth_key_slot_take (HearthKeySlot *slot, guint i)
{
  slot->compartments &= ~(1u << i);
  memset (slot->boxes[i], 0, HEARTH_BOX_BYTES);
  memset (slot->boxes_before[i], 0, HEARTH_BOX_BYTES);
}

HearthKeySlot *
hearth_key_slot_new (const HearthKeyFile *file,
                     const HearthSecretBytes *kek,
                     const char *person,
                     HearthSlotKind kind,
                     const HearthSecrets *secrets,
                     unsigned int compartments)
{
  HearthKeySlot *slot = g_new0 (HearthKeySlot, 1);

  slot->person = g_strdup (person);
  slot->is_recovery = kind == HEARTH_SLOT_RECOVERY;
  slot->first_password = kind == HEARTH_SLOT_FIRST_PASSWORD;
  crypto_scalarmult_base (slot->sealing_key, secrets->sealing_secret);
  crypto_sign_ed25519_sk_to_pk (slot->signing_key, secrets->signing_secret);
  hearth_key_slot_give_house (slot, secrets);
  for (guint i = 0; i < HEARTH_COMPARTMENTS; i++)
    if (compartments & (1u << i))
      hearth_key_slot_give (slot, i, secrets);
  wrap (file, slot, kek, secrets);
  return slot;
}

static bool
open_box (const HearthKeySlot *slot, const HearthSecrets *secrets, const guint8 *box, guint8 *key)
{
  return crypto_box_seal_open (key, box, HEARTH_BOX_BYTES, slot->sealing_key, secrets->sealing_secret) == 0;
}

/* Where there is no key in it, a box is zero. */
static bool
seal_again (guint8 *box, const HearthKeySlot *old, const HearthSecrets *secrets, const HearthKeySlot *slot)
{
  guint8 key[HEARTH_HOUSE_KEY_BYTES];
  bool opened;

  if (sodium_is_zero (box, HEARTH_BOX_BYTES))
    return true;
  opened = open_box (old, secrets, box, key);
  if (opened)
    crypto_box_seal (box, key, sizeof key, slot->sealing_key);
  sodium_memzero (key, sizeof key);
  return opened;
}

bool
hearth_key_slot_replace_pairs (HearthKeySlot *slot, HearthSecrets *secrets, const HearthSecrets *pairs)
{
  const HearthKeySlot old = *slot;
  bool good;

  crypto_scalarmult_base (slot->sealing_key, pairs->sealing_secret);
  crypto_sign_ed25519_sk_to_pk (slot->signing_key, pairs->signing_secret);
  good =
    seal_again (slot->house_box, &old, secrets, slot) && seal_again (slot->next_box, &old, secrets, slot);
  for (guint i = 0; good && i < HEARTH_COMPARTMENTS; i++)
    good = seal_again (slot->boxes[i], &old, secrets, slot) &&
           seal_again (slot->boxes_before[i], &old, secrets, slot);
  memcpy (secrets->sealing_secret, pairs->sealing_secret, sizeof secrets->sealing_secret);
  memcpy (secrets->signing_secret, pairs->signing_secret, sizeof secrets->signing_secret);
  return good;
}

void
hearth_key_slot_wrap_again (const HearthKeyFile *file,
                            HearthKeySlot *slot,
                            const HearthSecretBytes *kek,
                            const HearthSecrets *secrets)
{
  slot->first_password = false;
  wrap (file, slot, kek, secrets);
}

static bool
open_boxes (const HearthKeyFile *file, const HearthKeySlot *slot, HearthSecrets *secrets)
{
  secrets->epoch = file->epoch;
  secrets->is_rotating = file->is_rotating;
  secrets->held = slot->compartments;
  secrets->renewing = slot->compartments & hearth_key_file_get_renewing (file);
  if (!open_box (slot, secrets, slot->house_box, secrets->house_key) ||
      (file->is_rotating && !open_box (slot, secrets, slot->next_box, secrets->next_house_key)))
    return false;
  for (guint i = 0; i < HEARTH_COMPARTMENTS; i++)
    {
      if (!(secrets->held & (1u << i)))
        continue;
      secrets->epochs[i] = file->compartments[i].epoch;
      secrets->epochs_before[i] = file->compartments[i].epoch_before;
      if (!open_box (slot, secrets, slot->boxes[i], secrets->compartments[i]))
        return false;
      if ((secrets->renewing & (1u << i)) &&
          !open_box (slot, secrets, slot->boxes_before[i], secrets->compartments_before[i]))
        return false;
      if (!hearth_secrets_match (secrets, file, i))
        return false;
    }
  return true;
}

bool
hearth_key_slot_open (const HearthKeyFile *file,
                      const HearthKeySlot *slot,
                      const HearthSecretBytes *kek,
                      HearthSecrets *secrets)
{
  g_autoptr (GByteArray) data = make_additional_data (file, slot);
  guint8 plain[HEARTH_WRAPPED_PLAIN_BYTES], sealing_key[HEARTH_PUBLIC_KEY_BYTES],
    signing_key[HEARTH_PUBLIC_KEY_BYTES];

  if (crypto_aead_xchacha20poly1305_ietf_decrypt (plain, NULL, NULL, slot->wrapped, HEARTH_WRAPPED_BYTES,
                                                  data->data, data->len, slot->nonce, kek) != 0)
    return false;
  memcpy (secrets->sealing_secret, plain, crypto_box_SECRETKEYBYTES);
  crypto_scalarmult_base (sealing_key, secrets->sealing_secret);
  crypto_sign_seed_keypair (signing_key, secrets->signing_secret, plain + SEED_AT);
  memcpy (secrets->founder_key, plain + FOUNDER_AT, sizeof secrets->founder_key);
  sodium_memzero (plain, sizeof plain);
  return memcmp (sealing_key, slot->sealing_key, sizeof sealing_key) == 0 &&
         memcmp (signing_key, slot->signing_key, sizeof signing_key) == 0 && open_boxes (file, slot, secrets);
}

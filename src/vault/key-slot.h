/* SPDX-License-Identifier: GPL-3.0-or-later
 * One person's (or the recovery sheet's) slot of the key file: making it and opening it.
 */
#pragma once

#include "vault/key-file.h"

G_BEGIN_DECLS

/**
 * HearthSecrets: what a slot gives, always in locked memory
 * @compartments: zero where the person does not hold the key
 */
typedef struct {
  guint8 house_key[HEARTH_HOUSE_KEY_BYTES];
  guint8 compartments[HEARTH_COMPARTMENTS][HEARTH_HOUSE_KEY_BYTES];
  guint8 sealing_secret[crypto_box_SECRETKEYBYTES];
  guint8 signing_secret[crypto_sign_SECRETKEYBYTES];
} HearthSecrets;

/** Zeroed; NULL with %HEARTH_VAULT_ERROR_MEMORY. */
HearthSecrets *hearth_secrets_new (GError **error);
void hearth_secrets_free (HearthSecrets *secrets);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (HearthSecrets, hearth_secrets_free)
/** Gives @secrets a new pair of each kind. */
void hearth_secrets_make_pairs (HearthSecrets *secrets);

/** What a key of @kek finds its slot by: BLAKE2b (KEK, "slot"). */
void hearth_key_slot_make_id (const HearthSecretBytes *kek, guint8 id[HEARTH_SLOT_ID_BYTES]);

/**
 * hearth_key_slot_new:
 * @file: gives the house, the epoch and the parameters that the slot is bound to; the slot is not added to it
 * @compartments: bits of those in @secrets that the slot is to hold
 */
HearthKeySlot *hearth_key_slot_new (const HearthKeyFile *file,
                                    const HearthSecretBytes *kek,
                                    const char *person,
                                    bool is_recovery,
                                    const HearthSecrets *secrets,
                                    unsigned int compartments);

/** Fills @secrets; false when anything in the slot or what it is bound to was changed. */
bool hearth_key_slot_open (const HearthKeyFile *file,
                           const HearthKeySlot *slot,
                           const HearthSecretBytes *kek,
                           HearthSecrets *secrets);

G_END_DECLS

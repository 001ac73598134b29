/* SPDX-License-Identifier: GPL-3.0-or-later
 * What one slot of the key file gives to who opens it.
 */
#pragma once

#include "vault/key-file.h"

G_BEGIN_DECLS

/**
 * HearthSecrets: always in locked memory
 * @founder_key: signing key of who made the house
 * @epoch: of @house_key
 * @next_house_key: zero unless @is_rotating
 * @held: bits of the compartments whose keys are there; the keys of others are zero
 * @renewing: of those, bits of them that have a key before
 */
typedef struct {
  guint8 founder_key[HEARTH_PUBLIC_KEY_BYTES];
  guint64 epoch;
  guint8 house_key[HEARTH_HOUSE_KEY_BYTES];
  bool is_rotating;
  guint8 next_house_key[HEARTH_HOUSE_KEY_BYTES];
  unsigned int held;
  guint64 epochs[HEARTH_COMPARTMENTS];
  guint8 compartments[HEARTH_COMPARTMENTS][HEARTH_HOUSE_KEY_BYTES];
  unsigned int renewing;
  guint64 epochs_before[HEARTH_COMPARTMENTS];
  guint8 compartments_before[HEARTH_COMPARTMENTS][HEARTH_HOUSE_KEY_BYTES];
  guint8 sealing_secret[crypto_box_SECRETKEYBYTES];
  guint8 signing_secret[crypto_sign_SECRETKEYBYTES];
} HearthSecrets;

/** Zeroed; NULL with %HEARTH_VAULT_ERROR_MEMORY. */
HearthSecrets *hearth_secrets_new (GError **error);
void hearth_secrets_free (HearthSecrets *secrets);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (HearthSecrets, hearth_secrets_free)
/** Gives @secrets a new pair of each kind. */
void hearth_secrets_make_pairs (HearthSecrets *secrets);

/** Index in hearth_compartments, -1 when there is none of that name. */
int hearth_compartment_find (const char *compartment);
/** Says which key it is without telling it: BLAKE2b-256 keyed with @key over house | compartment | epoch. */
void hearth_compartment_commit (const char *house,
                                guint compartment,
                                guint64 epoch,
                                const guint8 key[HEARTH_HOUSE_KEY_BYTES],
                                guint8 commitment[HEARTH_HASH_BYTES]);

/** Writes into @file which keys of @compartment @secrets holds. */
void hearth_secrets_describe (const HearthSecrets *secrets, HearthKeyFile *file, guint compartment);
/** Whether @secrets holds the keys of @compartment that @file says there are. */
bool hearth_secrets_match (const HearthSecrets *secrets, const HearthKeyFile *file, guint compartment);
/** Wipes the keys of @compartment, or the one before alone. */
void hearth_secrets_drop (HearthSecrets *secrets, guint compartment);
void hearth_secrets_drop_before (HearthSecrets *secrets, guint compartment);

G_END_DECLS

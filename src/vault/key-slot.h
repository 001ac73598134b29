/* SPDX-License-Identifier: GPL-3.0-or-later
 * One person's (or the recovery sheet's) slot of the key file: making it and opening it.
 */
#pragma once

#include "vault/secrets.h"

G_BEGIN_DECLS

typedef enum {
  HEARTH_SLOT_PERSON,
  HEARTH_SLOT_FIRST_PASSWORD, /* a person whose password was given by somebody else */
  HEARTH_SLOT_RECOVERY,
} HearthSlotKind;

/** What a key of @kek finds its slot by: BLAKE2b (KEK, "slot"). */
void hearth_key_slot_make_id (const HearthSecretBytes *kek, guint8 id[HEARTH_SLOT_ID_BYTES]);

/**
 * hearth_key_slot_new:
 * @file: gives the house, the epoch and the parameters that the slot is bound to; the slot is not added to it
 * @secrets: the slot's own pairs, and the keys it is to hold
 * @compartments: bits of those in @secrets that the slot is to hold
 */
HearthKeySlot *hearth_key_slot_new (const HearthKeyFile *file,
                                    const HearthSecretBytes *kek,
                                    const char *person,
                                    HearthSlotKind kind,
                                    const HearthSecrets *secrets,
                                    unsigned int compartments);

/** Puts the pairs in @secrets under another @kek; what the slot holds stays. The password is no first one any more. */
void hearth_key_slot_wrap_again (const HearthKeyFile *file,
                                 HearthKeySlot *slot,
                                 const HearthSecretBytes *kek,
                                 const HearthSecrets *secrets);

/** Seals what the slot holds to the public key of @pairs, which @secrets, that opened it, gets in the place of its own; to be
 * wrapped again. False when something in the slot does not open. */
bool hearth_key_slot_replace_pairs (HearthKeySlot *slot, HearthSecrets *secrets, const HearthSecrets *pairs);

/** Seals the house keys in @secrets to the slot. */
void hearth_key_slot_give_house (HearthKeySlot *slot, const HearthSecrets *secrets);
/** Seals the keys of compartment number @compartment in @secrets to the slot. */
void hearth_key_slot_give (HearthKeySlot *slot, guint compartment, const HearthSecrets *secrets);
void hearth_key_slot_take (HearthKeySlot *slot, guint compartment);

/** Fills @secrets; false when anything in the slot or what it is bound to was changed. */
bool hearth_key_slot_open (const HearthKeyFile *file,
                           const HearthKeySlot *slot,
                           const HearthSecretBytes *kek,
                           HearthSecrets *secrets);

G_END_DECLS

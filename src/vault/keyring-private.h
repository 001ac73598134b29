/* SPDX-License-Identifier: GPL-3.0-or-later
 * A keyring from within, and what the key file's functions may do with it.
 */
#pragma once

#include "vault/key-slot.h"

G_BEGIN_DECLS

/** HearthLetterbox: @epoch: of the key that opens what is in it; 0 when none is known */
typedef struct {
  unsigned int epoch;
  guint8 key[HEARTH_PUBLIC_KEY_BYTES];
} HearthLetterbox;

/**
 * HearthKeyring:
 * @compartments: bits of those held, as in @secrets, to be asked without making them readable
 * @author_dropped: values of %HEARTH_COMPARTMENT_AUTHOR are not to be sealed or opened
 * @sheet_unused: values of %HEARTH_COMPARTMENT_AUTHOR are sealed to their author alone
 * @secrets: NULL when closed
 */
struct _HearthKeyring {
  GObject parent_instance;

  char *house;
  char *person;
  char *recovery;
  bool is_recovery;
  bool first_password;
  bool used_previous;
  unsigned int refused_tries;
  guint8 sealing_key[HEARTH_PUBLIC_KEY_BYTES];
  guint8 signing_key[HEARTH_PUBLIC_KEY_BYTES];
  guint8 founder_key[HEARTH_PUBLIC_KEY_BYTES];
  guint8 recovery_sealing_key[HEARTH_PUBLIC_KEY_BYTES];
  guint8 recovery_signing_key[HEARTH_PUBLIC_KEY_BYTES];

  GRecMutex mutex;
  unsigned int holds;
  guint64 epoch;
  bool is_rotating;
  unsigned int compartments;
  bool author_dropped;
  bool sheet_unused;
  HearthLetterbox letterboxes[HEARTH_COMPARTMENTS];
  HearthSecrets *secrets;
};

/**
 * hearth_keyring_new:
 * @file: the house
 * @slot: of the person or the sheet
 * @secrets: (transfer full): of @slot
 *
 * Returns: NULL with %HEARTH_VAULT_ERROR_MEMORY when the secrets cannot be kept out of swap space
 */
HearthKeyring *hearth_keyring_new (const HearthKeyFile *file,
                                   const HearthKeySlot *slot,
                                   HearthSecrets *secrets,
                                   GError **error);

void hearth_keyring_set_refused_tries (HearthKeyring *keyring, unsigned int refused);
/** Takes over who the recovery sheet is. */
void hearth_keyring_set_recovery (HearthKeyring *keyring, const HearthKeySlot *slot);

/** Makes the secrets readable until hearth_keyring_release (), and keeps other threads waiting; NULL with
 * %HEARTH_VAULT_ERROR_DENIED when closed, then there is nothing to release. */
const HearthSecrets *hearth_keyring_hold (HearthKeyring *keyring, GError **error);
void hearth_keyring_release (HearthKeyring *keyring);

/** The keyring's secrets once more, to be changed; NULL with DENIED or MEMORY. Transfer full. */
HearthSecrets *hearth_keyring_copy_secrets (HearthKeyring *keyring, GError **error);
/** Takes @secrets, transfer full, in the place of those it had, once the key file has them too. Nothing when it was
 * closed meanwhile. What the keyring holds never comes from a key file that was read later: only what was there at
 * sign-in was checked by the store. */
void hearth_keyring_take_secrets (HearthKeyring *keyring, HearthSecrets *secrets);

/** As above, after the person has changed their password: their pairs are those of @slot now. */
void hearth_keyring_take_own (HearthKeyring *keyring, const HearthKeySlot *slot, HearthSecrets *secrets);

/** The pair of keys of the letterbox that belongs to @key, number @epoch of @compartment; @secret is the caller's to wipe. */
void hearth_letterbox_derive (const char *house,
                              guint compartment,
                              guint64 epoch,
                              const guint8 key[HEARTH_HOUSE_KEY_BYTES],
                              guint8 public_key[HEARTH_PUBLIC_KEY_BYTES],
                              guint8 secret[crypto_box_SECRETKEYBYTES]);

/** Bit of @compartment in a slot's compartments; 0 when there is none of that name. */
unsigned int hearth_compartment_get_bit (const char *compartment);

G_END_DECLS

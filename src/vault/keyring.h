/* SPDX-License-Identifier: GPL-3.0-or-later
 * What one signed-in person can open and sign with. Secrets live in locked memory and are wiped when
 * the keyring is closed or finalised (security.md 2).
 */
#pragma once

#include <gio/gio.h>
#include <stdbool.h>

G_BEGIN_DECLS

#define HEARTH_TYPE_KEYRING (hearth_keyring_get_type ())
G_DECLARE_FINAL_TYPE (HearthKeyring, hearth_keyring, HEARTH, KEYRING, GObject)

#define HEARTH_HOUSE_KEY_BYTES 32
#define HEARTH_SIGNATURE_BYTES 64
#define HEARTH_PUBLIC_KEY_BYTES 32

/** Names of the compartments, ending with NULL: "counselling", "medical", "legal", "safeguarding". */
extern const char *const hearth_compartments[];

/** ULID of the house, and of the person's account; borrowed. */
const char *hearth_keyring_get_house_id (HearthKeyring *keyring);
const char *hearth_keyring_get_person_id (HearthKeyring *keyring);
/** The house key's epoch: 1, one more after every rotation. */
unsigned int hearth_keyring_get_epoch (HearthKeyring *keyring);
/** Whether opened by the recovery sheet and not by a person. */
bool hearth_keyring_is_recovery (HearthKeyring *keyring);

/** Whether house.keys was missing or damaged, so that its previous version was read. */
bool hearth_keyring_used_previous (HearthKeyring *keyring);

/** How many names and passwords the house refused since somebody last signed in with the right ones. They are no
 * longer kept on disk: the store writes them into the audit and then forgets them. */
unsigned int hearth_keyring_get_refused_tries (HearthKeyring *keyring);
void hearth_keyring_forget_refused_tries (HearthKeyring *keyring);

/** Calls @use with the 32 bytes of the house key while they are readable; they must not be copied
 * into memory that is not locked. Returns what @use returned, -1 without calling it when closed.
 * @use must not close the keyring. */
typedef int (*HearthKeyUseFunc) (const guint8 *key, gsize length, gpointer user_data);
int hearth_keyring_use_house_key (HearthKeyring *keyring, HearthKeyUseFunc use, gpointer user_data);

/** Whether a rotation of the house key was begun, so that there is a next one. */
bool hearth_keyring_is_rotating (HearthKeyring *keyring);
/** As hearth_keyring_use_house_key () for the next key; -1 when there is none. */
int hearth_keyring_use_next_house_key (HearthKeyring *keyring, HearthKeyUseFunc use, gpointer user_data);

/** Whether the password was given by somebody else and is to be changed before anything else is done. */
bool hearth_keyring_has_first_password (HearthKeyring *keyring);
/** The same keys once more, for what they opened before @keyring gets others; NULL with DENIED or MEMORY. Transfer full. */
HearthKeyring *hearth_keyring_copy (HearthKeyring *keyring, GError **error);

/** Ed25519 of the person over @data. */
bool hearth_keyring_sign (HearthKeyring *keyring,
                          const guint8 *data,
                          gsize length,
                          guint8 signature[HEARTH_SIGNATURE_BYTES],
                          GError **error);
bool hearth_signature_is_good (const guint8 public_key[HEARTH_PUBLIC_KEY_BYTES],
                               const guint8 *data,
                               gsize length,
                               const guint8 signature[HEARTH_SIGNATURE_BYTES]);
void hearth_keyring_get_signing_public_key (HearthKeyring *keyring, guint8 key[HEARTH_PUBLIC_KEY_BYTES]);
void hearth_keyring_get_sealing_public_key (HearthKeyring *keyring, guint8 key[HEARTH_PUBLIC_KEY_BYTES]);

/** Signing key of who made the house. It is kept under the password, so that nobody else can put another in its place:
 * the audit's first row is signed with it, or the database is not the house's. */
void hearth_keyring_get_founder_key (HearthKeyring *keyring, guint8 key[HEARTH_PUBLIC_KEY_BYTES]);

/** ULID that the recovery sheet signs as, and its public keys, as the key file said at sign-in. */
const char *hearth_keyring_get_recovery_id (HearthKeyring *keyring);
void hearth_keyring_get_recovery_public_keys (HearthKeyring *keyring,
                                              guint8 signing_key[HEARTH_PUBLIC_KEY_BYTES],
                                              guint8 sealing_key[HEARTH_PUBLIC_KEY_BYTES]);

/** Whether an author's values are sealed to the recovery sheet too, as they are until it is said otherwise: to one that the
 * house does not know they are not. */
void hearth_keyring_use_sheet (HearthKeyring *keyring, bool used);

/** Whether the person holds @compartment's key; everybody holds HEARTH_COMPARTMENT_AUTHOR, their own. */
bool hearth_keyring_has_compartment (HearthKeyring *keyring, const char *compartment);
/** Number of @compartment's present key, 0 when it is not held, or for HEARTH_COMPARTMENT_AUTHOR. */
unsigned int hearth_keyring_get_compartment_epoch (HearthKeyring *keyring, const char *compartment);
/** Which key it is; false when it is not held. */
bool hearth_keyring_get_commitment (HearthKeyring *keyring, const char *compartment, guint8 commitment[32]);
/** As above for the key before the present one; false when no renewal is under way. */
bool hearth_keyring_get_commitment_before (HearthKeyring *keyring,
                                           const char *compartment,
                                           guint8 commitment[32]);
/** Wipes a key that did not come the way it should: the compartment counts as not held from now on. */
void hearth_keyring_drop_compartment (HearthKeyring *keyring, const char *compartment);

/* --- letterboxes -------------------------------------------------------------
 * From each compartment's key follows a pair of keys. Who knows its public half can seal a value that only the holders of
 * the compartment's key open, and cannot open it again: as with what is put through the slot of a letterbox. */

/** The public key of the letterbox that belongs to @compartment's present key; false when that is not held. */
bool hearth_keyring_get_own_letterbox (HearthKeyring *keyring,
                                       const char *compartment,
                                       guint8 public_key[HEARTH_PUBLIC_KEY_BYTES]);
/** Which letterbox @compartment has, of the key number @epoch; @public_key: (nullable): NULL when it has none. The caller
 * answers for where it comes from: whoever put in a key of their own would read what others seal to it. */
void hearth_keyring_set_letterbox (HearthKeyring *keyring,
                                   const char *compartment,
                                   unsigned int epoch,
                                   const guint8 public_key[HEARTH_PUBLIC_KEY_BYTES]);
/** Whether a value can be sealed to @compartment: because it is held, or because its letterbox is known. */
bool hearth_keyring_may_seal (HearthKeyring *keyring, const char *compartment);

/**
 * hearth_keyring_seal:
 * @compartment: one that hearth_keyring_may_seal () allows
 * @context: what the value belongs to: type, record, field; bound as additional data
 * @seal_number: one more than the value's last seal number, 1 for a new value
 * @commitment: (out): BLAKE2b-256 over salt ‖ text; it stays the same when the value is re-sealed
 *
 * XChaCha20-Poly1305, additional data house | context | compartment | epoch | seal number; the epoch is the compartment
 * key's. For HEARTH_COMPARTMENT_AUTHOR the key is a new one, itself sealed to the person's public key and to the recovery
 * sheet's (crypto_box_seal), the epoch 0. For a compartment that is not held it is a new one, sealed to the letterbox, and
 * the epoch that of the letterbox: whoever seals such a value does not open it again.
 * Returns: (transfer full): the sealed value with its salt inside, or NULL with %HEARTH_VAULT_ERROR_DENIED
 */
GBytes *hearth_keyring_seal (HearthKeyring *keyring,
                             const char *compartment,
                             const char *context,
                             guint64 seal_number,
                             const char *text,
                             guint8 commitment[32],
                             GError **error);

/** The text of a sealed value, transfer full; DENIED without the compartment (for the author's: when it is sealed to
 * somebody else), DAMAGED when it does not open in this context or does not match @commitment. Values of the key before
 * open too while a compartment is renewed. */
char *hearth_keyring_open (HearthKeyring *keyring,
                           const char *compartment,
                           const char *context,
                           guint64 seal_number,
                           GBytes *sealed,
                           const guint8 commitment[32],
                           GError **error);

/** The same text and commitment sealed once more as @new_seal_number, with the present key and the salt it had, so
 * that no hash changes; what came through the letterbox is then as if a holder had sealed it. Errors as
 * hearth_keyring_open (). */
GBytes *hearth_keyring_reseal (HearthKeyring *keyring,
                               const char *compartment,
                               const char *context,
                               guint64 seal_number,
                               guint64 new_seal_number,
                               GBytes *sealed,
                               const guint8 commitment[32],
                               GError **error);

/** As hearth_keyring_reseal () for an author's value, sealed to @author_key and the present recovery sheet: by the author
 * for a new sheet, or with the recovery sheet for an author who has new keys. */
GBytes *hearth_keyring_reseal_for_author (HearthKeyring *keyring,
                                          const guint8 author_key[HEARTH_PUBLIC_KEY_BYTES],
                                          const char *context,
                                          guint64 seal_number,
                                          guint64 new_seal_number,
                                          GBytes *sealed,
                                          const guint8 commitment[32],
                                          GError **error);
/** Number of the compartment key that a sealed value was sealed with, or to whose letterbox; 0 for an author's, and for what
 * is none. */
unsigned int hearth_sealed_get_epoch (GBytes *sealed);
/** Whether a sealed value came through a letterbox: anybody with the house key could have sealed it. */
bool hearth_sealed_is_letter (GBytes *sealed);
/** Whether an author's sealed value opens to who holds the secret key of @author_key, and to the recovery sheet of
 * @recovery_key: told by short marks of the public keys in it. */
bool hearth_sealed_is_for (GBytes *sealed,
                           const guint8 author_key[HEARTH_PUBLIC_KEY_BYTES],
                           const guint8 recovery_key[HEARTH_PUBLIC_KEY_BYTES]);

/**
 * Keys derived from the house key for a purpose ("attachment-name", …): the same purpose gives the same 32 bytes.
 * false when closed: then @key is random, so that nothing sealed with it by mistake can be read by anybody.
 */
bool hearth_keyring_derive (HearthKeyring *keyring, const char *purpose, guint8 key[32]);

/** Wipes every secret now; afterwards every use fails with %HEARTH_VAULT_ERROR_DENIED. */
void hearth_keyring_close (HearthKeyring *keyring);

G_END_DECLS

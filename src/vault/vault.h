/* SPDX-License-Identifier: GPL-3.0-or-later
 * The key file of a house ("house.keys"): making it, opening it with a password or the recovery sheet,
 * adding and removing people. All functions block (Argon2id): call them from a thread.
 */
#pragma once

#include "vault/keyring.h"

G_BEGIN_DECLS

typedef enum {
  HEARTH_VAULT_ERROR_WRONG,   /* name or password (or sheet): one constant message */
  HEARTH_VAULT_ERROR_WAIT,    /* too many wrong ones: hearth_vault_get_wait () */
  HEARTH_VAULT_ERROR_MISSING, /* there is no key file */
  HEARTH_VAULT_ERROR_DAMAGED, /* neither it nor its previous version can be read */
  HEARTH_VAULT_ERROR_NEWER,   /* written by a newer Hearth */
  HEARTH_VAULT_ERROR_WEAK,    /* password refused: too short; or parameters below the floor */
  HEARTH_VAULT_ERROR_TAKEN,   /* the name is in use, or the folder already holds a house */
  HEARTH_VAULT_ERROR_DENIED,  /* this keyring may not */
  HEARTH_VAULT_ERROR_IO,      /* message: the system's words */
  HEARTH_VAULT_ERROR_FULL,
  HEARTH_VAULT_ERROR_MEMORY,  /* no locked memory to be had */
  HEARTH_VAULT_ERROR_NAME,    /* the new sign-in name is empty, too long or not text */
} HearthVaultError;

#define HEARTH_VAULT_ERROR (hearth_vault_error_quark ())
GQuark hearth_vault_error_quark (void);

/** How dear a password guess is. NULL in the calls below: calibrated to 0.5–1.5 s on this machine,
 * never below t=3, m=256 MiB. Cheaper ones are refused unless built with -Dtest_keys=true. */
typedef struct {
  guint64 operations;
  guint64 memory; /* bytes */
} HearthKeyCost;

/** The cheapest cost Argon2id takes, for tests and the demo house; only in test builds (else NULL). */
const HearthKeyCost *hearth_key_cost_for_tests (void);

/** Two printable halves of grouped base32 with a checksum each, for two people; either alone says nothing. In locked
 * memory; free with hearth_recovery_sheet_free (). */
typedef struct {
  char *first_half;
  char *second_half;
} HearthRecoverySheet;
void hearth_recovery_sheet_free (HearthRecoverySheet *sheet);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (HearthRecoverySheet, hearth_recovery_sheet_free)

/** Makes house.keys in @folder (and the folder) with one person holding every compartment. @sheet: (out): the only
 * copy of the recovery secret. WEAK for a short password or a @cost below the floor. */
HearthKeyring *hearth_vault_create (const char *folder,
                                    const char *user,
                                    const char *password,
                                    const HearthKeyCost *cost,
                                    HearthRecoverySheet **sheet,
                                    GError **error);

/** @user: in any case and Unicode form. WRONG is the same for an unknown name and a wrong password. */
HearthKeyring *hearth_vault_unlock (const char *folder,
                                    const char *user,
                                    const char *password,
                                    GError **error);

/** Either half may be typed with spaces, lower case, O for 0, I or L for 1. @wrong_half: (out) (optional): 1 or
 * 2 when that half's own checksum fails, else 0. */
HearthKeyring *hearth_vault_unlock_with_sheet (const char *folder,
                                               const char *first_half,
                                               const char *second_half,
                                               int *wrong_half,
                                               GError **error);

/** A name and password that went through the key derivation, for one house. In locked memory. */
typedef struct _HearthNewPassword HearthNewPassword;

/**
 * hearth_new_password_prepare:
 * @first: given by somebody else, to be changed at the first sign-in
 *
 * The slow part of giving somebody a password, for a thread; WEAK, NAME, and what reading the key file says.
 */
HearthNewPassword *hearth_new_password_prepare (const char *folder,
                                                const char *user,
                                                const char *password,
                                                bool first,
                                                GError **error);

/**
 * hearth_new_password_prepare_own:
 *
 * The slow part of changing one's own password, for a thread; blocks for two derivations. WRONG, and counted as a try,
 * unless @user and @old_password are the keyring's own. When @old_password is a first one, new key pairs come with the
 * new one, for who gave it could have kept the old pairs; and the same password is refused with WEAK.
 */
HearthNewPassword *hearth_new_password_prepare_own (const char *folder,
                                                    HearthKeyring *keyring,
                                                    const char *user,
                                                    const char *old_password,
                                                    const char *new_password,
                                                    GError **error);
/** The public keys of the pairs that come with it; false when there are none. */
bool hearth_new_password_get_keys (const HearthNewPassword *password,
                                   guint8 signing_key[HEARTH_PUBLIC_KEY_BYTES],
                                   guint8 sealing_key[HEARTH_PUBLIC_KEY_BYTES]);
void hearth_new_password_free (HearthNewPassword *password);
/** Whether it was made for the sign-in name @user, in any case and Unicode form. */
bool hearth_new_password_is_for (const HearthNewPassword *password, const char *user);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (HearthNewPassword, hearth_new_password_free)

/** Adds a person whose id will be their account's; @keyring must hold every key that is passed on.
 * @compartments: NULL-ended. The public keys of the new person go into the out arguments. */
bool hearth_vault_add_person (const char *folder,
                              HearthKeyring *keyring,
                              const char *person_id,
                              const HearthNewPassword *password,
                              const char *const *compartments,
                              guint8 signing_key[HEARTH_PUBLIC_KEY_BYTES],
                              guint8 sealing_key[HEARTH_PUBLIC_KEY_BYTES],
                              GError **error);

/** Gives a person new key pairs under another password, when the old one is lost, and keys of @compartments, NULL-ended:
 * @keyring must hold them, and the house know that the person held them, for the slot alone proves nothing. Others are
 * gone for them. DENIED for the keyring's own slot and for the recovery sheet's. */
bool hearth_vault_reset_person (const char *folder,
                                HearthKeyring *keyring,
                                const char *person_id,
                                const HearthNewPassword *password,
                                const char *const *compartments,
                                guint8 signing_key[HEARTH_PUBLIC_KEY_BYTES],
                                guint8 sealing_key[HEARTH_PUBLIC_KEY_BYTES],
                                GError **error);

/** Puts @password, of hearth_new_password_prepare_own (), in the place of the keyring's own, and the pairs that come with it,
 * which @keyring takes over: what the slot holds is sealed to the new public key. With IO the new password may be the one
 * in effect: the disk did not say. DENIED when the slot was given anew meanwhile. */
bool hearth_vault_change_password (const char *folder,
                                   HearthKeyring *keyring,
                                   const HearthNewPassword *password,
                                   GError **error);

/** Takes a person's slot away; nobody's when it is gone already, so that it may be repeated. Compartments they held are
 * marked for renewal. DENIED for the keyring's own slot and for the recovery sheet's. */
bool hearth_vault_remove_person (const char *folder,
                                 HearthKeyring *keyring,
                                 const char *person_id,
                                 GError **error);

/**
 * HearthKeySlotInfo: one slot of the key file, as far as it tells without its password
 * @compartments: bit n for hearth_compartments[n]
 */
typedef struct {
  char *person;
  bool is_recovery;
  bool first_password;
  unsigned int compartments;
  guint8 sealing_key[HEARTH_PUBLIC_KEY_BYTES];
  guint8 signing_key[HEARTH_PUBLIC_KEY_BYTES];
} HearthKeySlotInfo;

void hearth_key_slot_info_free (HearthKeySlotInfo *info);
/** Of HearthKeySlotInfo, the recovery sheet's among them; transfer full. */
GPtrArray *hearth_vault_list_slots (const char *folder, HearthKeyring *keyring, GError **error);

/* --- compartments: each has a key, its number ("epoch", from 1 on) and a commitment, BLAKE2b-256 keyed with the key, that
 * says which key it is without telling it. While its fields are sealed anew there are two keys: the present one and the
 * one before. */

/** Gives @person_id, whose public key must be @sealing_key, the keys of @compartment that @keyring holds. DENIED when it
 * holds none, or the slot's public key is another one. The recovery sheet's slot is a person here. */
bool hearth_vault_grant (const char *folder,
                         HearthKeyring *keyring,
                         const char *person_id,
                         const guint8 sealing_key[HEARTH_PUBLIC_KEY_BYTES],
                         const char *compartment,
                         GError **error);
/** Takes the keys of @compartment out of @person_id's slot and marks the compartment for renewal. */
bool hearth_vault_revoke (const char *folder,
                          HearthKeyring *keyring,
                          const char *person_id,
                          const char *compartment,
                          GError **error);
/** Whether @compartment is marked for renewal, or its renewal is not finished. */
bool hearth_vault_wants_renewal (const char *folder, HearthKeyring *keyring, const char *compartment);
/**
 * hearth_vault_begin_renewal:
 * @holders: (element-type HearthKeySlotInfo): people and sheet who are to have the new key, beside the keyring's own:
 *   those of hearth_vault_list_slots () that the house knows as holders with this sealing key. Whoever has the house
 *   key could have written himself into a slot; everybody else's bit and boxes are taken away.
 *
 * Makes a new key of @compartment beside the present one, which becomes the one before; @keyring takes it over. Begins
 * nothing anew where a renewal is under way. DENIED when @keyring does not hold it.
 */
bool hearth_vault_begin_renewal (const char *folder,
                                 HearthKeyring *keyring,
                                 const char *compartment,
                                 GPtrArray *holders,
                                 GError **error);
/** The key before becomes the present one again, and the compartment is marked: for a renewal that the house's database
 * knows nothing of, so that nothing is sealed with the new key yet. */
bool hearth_vault_cancel_renewal (const char *folder,
                                  HearthKeyring *keyring,
                                  const char *compartment,
                                  GError **error);
/** Drops the key before, when nothing is sealed with it any more. */
bool hearth_vault_finish_renewal (const char *folder,
                                  HearthKeyring *keyring,
                                  const char *compartment,
                                  GError **error);

/** A new recovery secret in the place of the old one, with the compartments that @keyring holds. Those that the old one
 * held are marked for renewal: who found it may have a copy of the key file. */
bool hearth_vault_replace_sheet (const char *folder,
                                 HearthKeyring *keyring,
                                 HearthRecoverySheet **sheet,
                                 char **person_id,
                                 guint8 signing_key[HEARTH_PUBLIC_KEY_BYTES],
                                 guint8 sealing_key[HEARTH_PUBLIC_KEY_BYTES],
                                 GError **error);

/* --- replacing the house key: between begin and finish every slot holds both, and so does every keyring that is opened;
 * hearth_keyring_use_house_key () gives the present one until the end. */

/**
 * hearth_vault_begin_rotation:
 * @people: (element-type HearthKeySlotInfo): who is to have the next key, beside the keyring's own: those of
 *   hearth_vault_list_slots () that the house knows with this sealing key. All other slots are taken away: somebody
 *   who was removed may have put his back. DENIED without the recovery sheet's.
 *
 * Makes the next house key and gives it to @keyring. Where a rotation was begun already, its key is taken.
 */
bool hearth_vault_begin_rotation (const char *folder,
                                  HearthKeyring *keyring,
                                  GPtrArray *people,
                                  GError **error);
/** The next key becomes the house key, its epoch one more; the one before is gone from both versions of the key file. */
bool hearth_vault_finish_rotation (const char *folder, HearthKeyring *keyring, GError **error);
/** Forgets the next key. */
bool hearth_vault_cancel_rotation (const char *folder, HearthKeyring *keyring, GError **error);

/** Ids of the people who have a slot, the recovery sheet's left out; NULL-ended, transfer full. */
char **hearth_vault_list_people (const char *folder, HearthKeyring *keyring, GError **error);

/** Seconds until the next try is heard, 0 when now. */
unsigned int hearth_vault_get_wait (const char *folder);

/** The house's id as the key file says it, without any password; transfer full. */
char *hearth_vault_read_house_id (const char *folder, GError **error);

/** The last signed audit anchor, kept in the key file beside the keys. @hash: 32 bytes. */
bool hearth_vault_store_anchor (const char *folder,
                                HearthKeyring *keyring,
                                gint64 sequence,
                                const guint8 hash[32],
                                GError **error);
/** false without error when there is none yet; DAMAGED when its signature by a person of @signing_keys'
 * choice is not checkable is left to the caller: @signature and @signer are handed out. */
bool hearth_vault_read_anchor (const char *folder,
                               gint64 *sequence,
                               guint8 hash[32],
                               char **signer_id,
                               guint8 signature[HEARTH_SIGNATURE_BYTES],
                               GError **error);

/** Whether @signature is that of @signing_key over an anchor of the house @house_id. */
bool hearth_anchor_is_good (const char *house_id,
                            gint64 sequence,
                            const guint8 hash[32],
                            const guint8 signing_key[HEARTH_PUBLIC_KEY_BYTES],
                            const guint8 signature[HEARTH_SIGNATURE_BYTES]);

/** Whether a password is long enough: 12 characters, five of them different. Four generated words have 15 at least. */
bool hearth_password_is_strong_enough (const char *password);
/** Four words from the built-in list, with a space between; in locked memory, free with sodium_free (). NULL when
 * there is none to be had. */
char *hearth_password_generate (void);

G_END_DECLS

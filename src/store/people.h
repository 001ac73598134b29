/* SPDX-License-Identifier: GPL-3.0-or-later
 * The people who sign in, and their keys: an account is a record and a slot in the key file. Everything here needs
 * HEARTH_ACTION_MANAGE_ACCOUNTS unless it says otherwise, and leaves its row in the audit.
 *
 * Who holds a compartment's key is decided by its holders only. The audit keeps who gave it to whom, beginning with
 * the founder of the house; a key that did not come that way is not used.
 */
#pragma once

#include "store/audit.h"
#include "store/store.h"
#include "vault/vault.h"

G_BEGIN_DECLS

/**
 * HearthHolder:
 * @account: id; for the recovery sheet "" 
 * @compartments: NULL-ended names of the keys held
 * @first_password: has not yet chosen a password of one's own
 */
typedef struct {
  char *account;
  bool is_recovery;
  bool first_password;
  char **compartments;
} HearthHolder;

void hearth_holder_free (HearthHolder *holder);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (HearthHolder, hearth_holder_free)

/** Whoever has a slot in the key file; everybody signed in may ask. Of HearthHolder; transfer full. */
GPtrArray *hearth_store_list_holders (HearthStore *store, GError **error);
/** Whether what the signed-in person writes can be sealed for the holders of @compartment's key: it is held, or its letterbox
 * is known. Everybody signed in may ask. */
bool hearth_store_reaches_holders (HearthStore *store, const char *compartment);

/**
 * hearth_store_add_account:
 * @account: a new "account" record; its id is made here
 * @password: made in a thread for @account's "user" (hearth_new_password_prepare ())
 * @compartments: NULL-ended names the person is given keys of; NOT_HELD when the caller lacks one
 *
 * Key slot and record, or neither.
 */
bool hearth_store_add_account (HearthStore *store,
                               HearthRecord *account,
                               HearthNewPassword *password,
                               const char *const *compartments,
                               GPtrArray **problems,
                               GError **error);

/** Gives @account new keys under a first password, because the old one is lost. Of the compartments that were held,
 * those the caller holds too are given again; the others wait for one of their holders. Sealed notes of the person's
 * own open again only after the recovery sheet was used (hearth_store_tend_keys ()). */
bool hearth_store_reset_account (HearthStore *store,
                                 HearthRecord *account,
                                 HearthNewPassword *password,
                                 GPtrArray **problems,
                                 GError **error);

/** Puts @password, of hearth_new_password_prepare_own (), in the place of one's own; everybody signed in may. With the change
 * of a first password come new keys: what whoever gave it may have kept opens nothing any more. With an error of IO the new
 * password may be the one in effect. */
bool hearth_store_change_password (HearthStore *store, const HearthNewPassword *password, GError **error);

/** Takes the key slot of @account away and sets it to "may not sign in". DENIED for one's own, and for the last director
 * (the policy's check of the record says so). The keys that the person held are replaced by hearth_house_rotate (), which
 * is for the caller to offer. */
bool hearth_store_remove_account (HearthStore *store,
                                  HearthRecord *account,
                                  const char *reason,
                                  GPtrArray **problems,
                                  GError **error);

/** Gives @account, or "" for the recovery sheet, the key of @compartment: any holder of it may, and nobody else (NOT_HELD).
 * DENIED when the slot is not of who it says; FIRST_PASSWORD for who has not chosen a password of their own, because
 * whoever gave it could open the key too. */
bool hearth_store_grant (HearthStore *store, const char *account, const char *compartment, GError **error);
/** Takes it away again, and marks it to be replaced: at once when the caller holds it, else at the next sign-in of a
 * holder. Managers of accounts, holders; one's own by oneself. LAST_HOLDER for the last person who holds it, DENIED for
 * the recovery sheet. */
bool hearth_store_revoke (HearthStore *store,
                          const char *account,
                          const char *compartment,
                          const char *reason,
                          GError **error);

/** A new recovery sheet; the old one opens nothing any more. It has the keys that the caller holds; the others it is given
 * by their holders, with hearth_store_grant (), and until it has them all nobody's notes of their own are sealed to it:
 * whoever makes a sheet could keep it. @sheet: (out) (transfer full): the only copy. */
bool hearth_store_replace_sheet (HearthStore *store, HearthRecoverySheet **sheet, GError **error);

/**
 * hearth_store_tend_keys:
 *
 * What is due when somebody has signed in: replaces compartment keys marked for it and seals their fields and files
 * anew; writes down letterboxes that are not known; completes a gift to the recovery sheet that was interrupted; seals
 * one's own notes for a new sheet; with the recovery sheet, seals everybody's notes for their present keys. Nothing for
 * who still has a first password. Asks no policy; repeats harmlessly when it was interrupted.
 */
bool hearth_store_tend_keys (HearthStore *store, GError **error);

/** Whether somebody who held keys has gone since the house key was last replaced, so that copies made from now on would
 * still open to them. */
bool hearth_store_wants_rotation (HearthStore *store);

/**
 * hearth_house_rotate:
 * @folder: of a house that nobody has open; it is locked meanwhile
 * @keyring: of a person with HEARTH_ACTION_MANAGE_ACCOUNTS (the caller's work); holds the new key afterwards
 *
 * Replaces the house key: writes the database under a new key beside the old one, checks it, and puts it in its place.
 * For a worker thread. Whenever it is interrupted, the house opens with the old key or the new one, and what was left is
 * cleared at the next opening. The audit row is written at that opening.
 */
bool hearth_house_rotate (const char *folder,
                          HearthKeyring *keyring,
                          HearthProgressFunc progress,
                          gpointer user_data,
                          GCancellable *cancellable,
                          GError **error);

G_END_DECLS

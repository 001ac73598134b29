/* SPDX-License-Identifier: GPL-3.0-or-later
 * Founding a house: its keys, its first account, its database.
 */
#pragma once

#include "store/store.h"
#include "vault/vault.h"

G_BEGIN_DECLS

/**
 * hearth_house_found:
 * @folder: a folder without a house in it, best a workshop (store/workshop.h)
 * @house: a new "house" record
 * @account: a new "account" record, whose "user" signs in with @password; its id is set here
 * @cost: (nullable): see vault/vault.h
 * @keyring: (out) (transfer full): of the person of @account
 * @sheet: (out) (transfer full): the only copy of the recovery secret
 *
 * Blocks for the key derivation; may run in a thread when the store is closed there too. Errors are those of vault
 * and store; what is left in @folder after one is for the caller to remove.
 *
 * Returns: (transfer full): the open store, under the policy of the house
 */
HearthStore *hearth_house_found (const char *folder,
                                 HearthRecord *house,
                                 HearthRecord *account,
                                 const char *password,
                                 const HearthKeyCost *cost,
                                 HearthClock *clock,
                                 HearthKeyring **keyring,
                                 HearthRecoverySheet **sheet,
                                 GError **error);

G_END_DECLS

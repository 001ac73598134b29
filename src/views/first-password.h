/* SPDX-License-Identifier: GPL-3.0-or-later
 * Making a first password for somebody: four words, taken through the key derivation in a thread.
 */
#pragma once

#include "store/store.h"
#include "vault/vault.h"

G_BEGIN_DECLS

/** @words: in locked memory; @password: what the store is given */
typedef struct {
  char *words;
  HearthNewPassword *password;
} HearthFirstPassword;

void hearth_first_password_free (HearthFirstPassword *password);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (HearthFirstPassword, hearth_first_password_free)

/** For somebody who signs in as @user. */
void hearth_first_password_make_async (HearthStore *store,
                                       const char *user,
                                       GAsyncReadyCallback callback,
                                       gpointer user_data);
/** Transfer full; NULL with an error of the vault. */
HearthFirstPassword *hearth_first_password_make_finish (GAsyncResult *result, GError **error);

G_END_DECLS

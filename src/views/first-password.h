/* SPDX-License-Identifier: GPL-3.0-or-later
 * A first password for somebody: taken through the key derivation in a thread, and printed on a slip.
 */
#pragma once

#include "store/store.h"
#include "vault/vault.h"
#include "views/print-job.h"

G_BEGIN_DECLS

/** @words: in locked memory; @password: what the store is given */
typedef struct {
  char *words;
  HearthNewPassword *password;
} HearthFirstPassword;

void hearth_first_password_free (HearthFirstPassword *password);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (HearthFirstPassword, hearth_first_password_free)

/** For somebody who signs in as @user. @words: (nullable): what it is; NULL: four words that nobody chose */
void hearth_first_password_make_async (HearthStore *store,
                                       const char *user,
                                       const char *words,
                                       GAsyncReadyCallback callback,
                                       gpointer user_data);
/** Transfer full; NULL with an error of the vault. */
HearthFirstPassword *hearth_first_password_make_finish (GAsyncResult *result, GError **error);

/** The slip that hands it over to who signs in as @user. Run it with hearth_print_job_run (). Transfer full. */
HearthPrintJob *hearth_first_password_new_slip (const HearthFirstPassword *password,
                                                HearthStore *store,
                                                const char *user);

G_END_DECLS

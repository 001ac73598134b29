/* SPDX-License-Identifier: GPL-3.0-or-later
 * One person's time in an open house, from sign-in to lock: keyring, policy and store together.
 */
#pragma once

#include "rules/house-policy.h"
#include "store/store.h"
#include "vault/vault.h"

G_BEGIN_DECLS

#define HEARTH_TYPE_SESSION (hearth_session_get_type ())
G_DECLARE_FINAL_TYPE (HearthSession, hearth_session, HEARTH, SESSION, GObject)

/** Takes the password through the key derivation in a thread, then opens the store on the main thread.
 * Errors are those of vault and store. */
void hearth_session_open_async (const char *folder,
                                const char *user,
                                const char *password,
                                HearthClock *clock,
                                GAsyncReadyCallback callback,
                                gpointer user_data);
/** Transfer full. */
HearthSession *hearth_session_open_finish (GAsyncResult *result, GError **error);

/** Opens the store of @folder with a keyring that is open already. Transfer full. */
HearthSession *hearth_session_open_with_keyring (const char *folder,
                                                 HearthKeyring *keyring,
                                                 HearthClock *clock,
                                                 GError **error);

HearthStore *hearth_session_get_store (HearthSession *session);
HearthKeyring *hearth_session_get_keyring (HearthSession *session);
/** Notes @reason ("lock", "quit") in the audit, closes the store and wipes the keys. Closing twice is fine. */
void hearth_session_close (HearthSession *session, const char *reason);

G_END_DECLS

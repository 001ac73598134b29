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

/** The same with the recovery sheet as typed. */
void hearth_session_open_with_sheet_async (const char *folder,
                                           const char *first_half,
                                           const char *second_half,
                                           HearthClock *clock,
                                           GAsyncReadyCallback callback,
                                           gpointer user_data);
/** @wrong_half: 1 or 2 when that half has a mistake in it, else 0. Transfer full. */
HearthSession *hearth_session_open_with_sheet_finish (GAsyncResult *result, int *wrong_half, GError **error);

/** Opens the store of @folder with a keyring that is open already. Transfer full. */
HearthSession *hearth_session_open_with_keyring (const char *folder,
                                                 HearthKeyring *keyring,
                                                 HearthClock *clock,
                                                 GError **error);

/** What became of a house key that was being replaced when the program was stopped, and was found so at the opening. */
typedef enum {
  HEARTH_INTERRUPTED_NONE, /* there was none */
  HEARTH_INTERRUPTED_FINISHED, /* it is replaced */
  HEARTH_INTERRUPTED_UNDONE, /* it is as it was */
} HearthInterrupted;

HearthInterrupted hearth_session_get_interrupted (HearthSession *session);

HearthStore *hearth_session_get_store (HearthSession *session);
HearthKeyring *hearth_session_get_keyring (HearthSession *session);

/** Whether this person signed in with a password that somebody else gave them, so that one of their own comes first. */
bool hearth_session_wants_password (HearthSession *session);
/** Whether @password is that one; always false when there is none. */
bool hearth_session_is_given_password (HearthSession *session, const char *password);
/**
 * hearth_session_change_password_async:
 * @old_password: (nullable): NULL: the one just signed in with, which only hearth_session_wants_password () keeps
 *
 * In a thread; the audit gets its row. Errors are those of vault and store: WRONG when @old_password is not right.
 */
void hearth_session_change_password_async (HearthSession *session,
                                           const char *old_password,
                                           const char *new_password,
                                           GAsyncReadyCallback callback,
                                           gpointer user_data);
bool hearth_session_change_password_finish (HearthSession *session, GAsyncResult *result, GError **error);

/** Notes @reason ("lock", "idle", "screen", "resume", "quit") in the audit, closes the store and wipes the keys.
 * Closing twice is fine. */
void hearth_session_close (HearthSession *session, const char *reason);
/** The same, but gives the keys away unwiped, for a copy that is still to be made: whoever takes them wipes them. NULL
 * where it was closed already. Transfer full. */
HearthKeyring *hearth_session_close_for_copy (HearthSession *session, const char *reason);

G_END_DECLS

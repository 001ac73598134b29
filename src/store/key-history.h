/* SPDX-License-Identifier: GPL-3.0-or-later
 * Who has which keys, as the audit tells it from its first row on. Private.
 *
 * The key file alone does not tell: whoever has the house key could write into it. The rows of the audit are signed, and
 * those about keys name the one before them, so that none can be taken out of their midst.
 */
#pragma once

#include "store/store-private.h"

G_BEGIN_DECLS

/** The actions that the history is made of, for SQL. */
#define HEARTH_KEY_ACTIONS \
  "('keys', 'compartment-key', 'letterbox', 'grant', 'revoke', 'remove', 'new-sheet')"

typedef struct _HearthKeyHistory HearthKeyHistory;

/** Reads all rows about keys and checks each one's hash, signature and right, beginning with the founder that @keyring
 * knows. Transfer full. */
HearthKeyHistory *hearth_key_history_read (HearthDb *db, HearthKeyring *keyring, GError **error);
void hearth_key_history_free (HearthKeyHistory *history);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (HearthKeyHistory, hearth_key_history_free)

/** The public keys that @person has now; false for who is not known, or has gone. */
bool hearth_key_history_get_keys (const HearthKeyHistory *history,
                                  const char *person,
                                  guint8 signing[HEARTH_PUBLIC_KEY_BYTES],
                                  guint8 sealing[HEARTH_PUBLIC_KEY_BYTES]);

/** Those that @person has chosen with an own password and not signed with yet: because something was interrupted, it is
 * not known which of the two the key file has. */
bool hearth_key_history_get_chosen_keys (const HearthKeyHistory *history,
                                         const char *person,
                                         guint8 signing[HEARTH_PUBLIC_KEY_BYTES],
                                         guint8 sealing[HEARTH_PUBLIC_KEY_BYTES]);

/** Whether @person was removed, or is a recovery sheet that another has taken the place of. */
bool hearth_key_history_has_left (const HearthKeyHistory *history, const char *person);

/** Whether the keys that @person has now are their first, or came from somebody who leads the house or had the recovery
 * sheet. Everybody with the house key could write down new keys for a colleague, or knows the password they gave. */
bool hearth_key_history_is_vouched_for (const HearthKeyHistory *history, const char *person);
/** Of GBytes: the public keys that text was ever sealed to @person with; transfer full. */
GPtrArray *hearth_key_history_list_sealing_keys (const HearthKeyHistory *history, const char *person);

/** Whether @person was given the key of @compartment by somebody who had it, and has not lost it since. */
bool hearth_key_history_is_member (const HearthKeyHistory *history,
                                   const char *person,
                                   const char *compartment);
/** Whether the recovery sheet that @keyring seals an author's text to was given the keys of every compartment by those
 * who had them. A new sheet that somebody made alone could be in their own drawer. */
bool hearth_key_history_knows_sheet (const HearthKeyHistory *history, HearthKeyring *keyring);
/** Ids of the members, in no order; transfer full. */
GPtrArray *hearth_key_history_list_members (const HearthKeyHistory *history, const char *compartment);

/** Whether @commitment is that of @compartment's present key. */
bool hearth_key_history_is_present (const HearthKeyHistory *history,
                                    const char *compartment,
                                    const guint8 commitment[HEARTH_HASH_BYTES]);

/** The letterbox of @compartment's present key, as somebody wrote it down who had that key; false while nobody has. */
bool hearth_key_history_get_letterbox (const HearthKeyHistory *history,
                                       const char *compartment,
                                       unsigned int *epoch,
                                       guint8 public_key[HEARTH_PUBLIC_KEY_BYTES]);

/** Sequences (gint64) of rows that say what nobody could rightly say. */
const GArray *hearth_key_history_get_refused (const HearthKeyHistory *history);

/** Adds a row about keys inside the change under way; its "before" becomes the hash of the row about keys before it. */
bool hearth_store_add_key_audit (HearthStore *store, HearthAuditEntry entry, GError **error);

G_END_DECLS

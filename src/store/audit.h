/* SPDX-License-Identifier: GPL-3.0-or-later
 * The signed chain of everything done (security.md 4), and checking it.
 */
#pragma once

#include "store/store.h"

G_BEGIN_DECLS

/** Adds a row about something that is no save: "sign-in", "print", "view", "export", "lock" … @type, @id and
 * @reason may be NULL. */
bool hearth_store_note (HearthStore *store,
                        const char *action,
                        const HearthRecordType *type,
                        const char *id,
                        const char *reason,
                        GError **error);

/** The head of the chain for paper: "1204 · 9f86d081884c7d65"; transfer full. */
char *hearth_store_dup_anchor (HearthStore *store);

/** When the person signed in was here before: the last thing they did before this sign-in. An instant, or NULL where
 * that is too long ago. Transfer full. */
char *hearth_store_dup_last_seen (HearthStore *store);
/** How many names and passwords the house has refused since then, whoever they were tried for: that is not kept. For
 * somebody who is here for the first time, only those that came right before this sign-in. */
gint64 hearth_store_count_refused_tries (HearthStore *store);
/** How many seconds ago the record with @id was made, by the computer's own measure that no clock changes; -1 where that
 * was before the computer was started, G_MAXINT64 where its clock was set back besides, so that nobody can tell. */
gint64 hearth_store_measure_age (HearthStore *store, const char *id);
/** Whether the present recovery sheet has been used to open the house, so that its halves have been together. */
bool hearth_store_was_sheet_used (HearthStore *store);

typedef void (*HearthProgressFunc) (double fraction, gpointer user_data);

/** One thing found wrong. @sequence: the first bad audit row, 0 when it is not about one. */
typedef struct {
  char *kind; /* "damage", "integrity", "chain", "signature", "record", "attachment", "anchor", "keys" */
  gint64 sequence;
  char *sentence; /* translated */
} HearthFinding;

typedef struct {
  gint64 audit_rows;
  gint64 records;
  gint64 attachments;
  char *anchor;
  GPtrArray *findings; /* of HearthFinding; empty: all is well */
} HearthVerification;

void hearth_verification_free (HearthVerification *verification);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (HearthVerification, hearth_verification_free)

/**
 * hearth_house_verify:
 *
 * Cipher integrity of every page, SQLite's own check, every audit row's place, hash and signature, every record
 * against its last audit row, the anchor in the key file, who has which keys, every attachment. Opens its own read-only connection
 * with its own snapshot: for a worker thread, beside an open store or without one.
 *
 * Returns: (transfer full): findings, or NULL with CANCELLED, KEY or IO. Damage is a finding, not an error.
 */
HearthVerification *hearth_house_verify (const char *folder,
                                         HearthKeyring *keyring,
                                         HearthProgressFunc progress,
                                         gpointer user_data,
                                         GCancellable *cancellable,
                                         GError **error);

G_END_DECLS

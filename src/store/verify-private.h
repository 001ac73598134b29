/* SPDX-License-Identifier: GPL-3.0-or-later
 * One verification while it is under way. Private to verify*.c.
 */
#pragma once

#include "store/store-private.h"

G_BEGIN_DECLS

typedef struct {
  HearthDb *db;
  const char *folder;
  HearthKeyring *keyring;
  HearthVerification *result;

  HearthProgressFunc progress;
  gpointer user_data;
  GCancellable *cancellable;
  gint64 rows_done;
  gint64 rows_all; /* audit rows and records together */

  GHashTable *last_saves; /* id → gint64, its last save in the audit; NULL before the first finding */
  guint n_records_found;  /* records with a finding */
} HearthVerify;

/** Counts one row as done; false and CANCELLED when the person has had enough. */
bool hearth_verify_step (HearthVerify *verify, GError **error);

/** Places, hashes and signatures of all audit rows, the keys they name, the revisions they cover, the anchor. */
bool hearth_verify_chain (HearthVerify *verify, GError **error);
/** The rows about keys, and the key file against them. */
bool hearth_verify_keys (HearthVerify *verify, GError **error);
/** Every record against its last revision, and its line in the index against itself. */
bool hearth_verify_records (HearthVerify *verify, GError **error);

G_END_DECLS

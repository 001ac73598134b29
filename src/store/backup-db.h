/* SPDX-License-Identifier: GPL-3.0-or-later
 * A copy of the database, and looking at it: what backups are made of. Private.
 */
#pragma once

#include "store/audit-row.h"
#include "store/backup-manifest.h"
#include "store/db.h"

G_BEGIN_DECLS

/** @done, @all: pages. */
typedef void (*HearthPagesFunc) (int done, int all, gpointer user_data);

/** Copies what @from sees in its transaction into @to, which may be under another key. */
bool hearth_db_copy_pages (HearthDb *from,
                           HearthDb *to,
                           HearthPagesFunc progress,
                           gpointer user_data,
                           GCancellable *cancellable,
                           GError **error);

/** Copies what @from sees in its transaction to a new file at @path, under the same key, as one file without
 * a journal beside it. On an error something may be left at @path. */
bool hearth_db_copy_to (HearthDb *from,
                        const char *path,
                        HearthKeyring *keyring,
                        HearthPagesFunc progress,
                        gpointer user_data,
                        GCancellable *cancellable,
                        GError **error);

/** Cipher integrity of every page, and that they make up tables and indexes; CORRUPT. */
bool hearth_db_check_pages (HearthDb *db, GError **error);
/** Also each row in each index, which takes five times as long; CORRUPT. */
bool hearth_db_check_whole (HearthDb *db, GError **error);

/** Rows of each table that is no search index's own; table → number. NULL on error. Transfer full. */
GHashTable *hearth_db_count_rows (HearthDb *db, GError **error);

G_END_DECLS

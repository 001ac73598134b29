/* SPDX-License-Identifier: GPL-3.0-or-later
 * Looking at a copy as somebody would who has to rely on it. Private to the store.
 */
#pragma once

#include "store/backup-manifest.h"

G_BEGIN_DECLS

/** Whether house.db in @folder is what the manifest in @copy says: every page, the rows of each table, the last audit
 * row; with @thorough also each row in each index. CORRUPT. */
bool hearth_copy_check_database (const char *copy,
                                 const char *folder,
                                 HearthKeyring *keyring,
                                 bool thorough,
                                 GCancellable *cancellable,
                                 GError **error);

G_END_DECLS

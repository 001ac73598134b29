/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copies of a whole house: database by sqlite3_backup, key file, attached files, a manifest; opened and checked.
 */
#pragma once

#include "store/audit.h"

G_BEGIN_DECLS

/**
 * hearth_house_backup:
 * @destination: folder; the copy is made as a new folder in it, named by time; attachment files a copy there has
 *   already are linked or left, never written twice
 * @copy: (out) (optional) (transfer full): the folder made
 *
 * For a worker thread. Counts in the manifest are compared with the copy before it gets its name.
 */
bool hearth_house_backup (const char *folder,
                          HearthKeyring *keyring,
                          const char *destination,
                          char **copy,
                          HearthProgressFunc progress,
                          gpointer user_data,
                          GCancellable *cancellable,
                          GError **error);

/** Puts the copy in @copy into @folder, which must be empty or not exist. No key is needed: what was copied sealed
 * stays sealed. Sizes and hashes of the manifest are checked first. */
bool hearth_house_restore (const char *copy, const char *folder, GCancellable *cancellable, GError **error);

G_END_DECLS

/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copies of a whole house: database by sqlite3_backup, key file, attached files, a manifest; opened and checked.
 */
#pragma once

#include "store/audit.h"

G_BEGIN_DECLS

/**
 * hearth_house_backup:
 * @destination: folder; the copy is made as a new folder in it, named by time (UTC). Attached files that the newest
 *   copy there has already are linked where the disk can do that, else written again: a copy is always whole.
 * @copy: (out) (optional) (transfer full): the folder made
 *
 * For a worker thread, beside an open store or without one. Before the copy gets its name it is opened and looked at:
 * every page, the counts of the manifest, the last audit row. An attached file that is damaged in the house, and not
 * whole in the newest copy either, is listed in the manifest and does not stop the copy. Whether the person
 * may make one, and the audit row about it, are the caller's work.
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

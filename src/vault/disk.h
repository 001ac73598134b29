/* SPDX-License-Identifier: GPL-3.0-or-later
 * Files that must survive a power cut: bounded reads and synced writes.
 */
#pragma once

#include <glib.h>
#include <stdbool.h>

G_BEGIN_DECLS

/** The file at @path; NULL with MISSING, IO, or DAMAGED when it is no plain file or longer than @most. */
GBytes *hearth_disk_read (const char *path, gsize most, GError **error);

/* What changes the disk answers 0 or an errno, of which vault and store make errors of their own. */

/** All of @bytes to @fd. */
int hearth_disk_write (int fd, gconstpointer bytes, gsize length);
/** As above, then fsync. */
int hearth_disk_write_synced (int fd, gconstpointer bytes, gsize length);
/** Makes the file at @path, readable by its owner alone, and syncs it; after an error there is none. @flags: O_TRUNC to
 * write over one that is there, O_EXCL not to. */
int hearth_disk_write_file (const char *path, int flags, gconstpointer bytes, gsize length);
/** Makes what was made or renamed in @folder last. */
int hearth_disk_sync_folder (const char *folder);

/** Whether @code is 0; else sets the vault's FULL or IO. */
bool hearth_disk_check (int code, GError **error);

G_END_DECLS

/* SPDX-License-Identifier: GPL-3.0-or-later
 * Small files that must survive a power cut: bounded reads and synced writes.
 */
#pragma once

#include <glib.h>
#include <stdbool.h>

G_BEGIN_DECLS

/** Sets FULL or IO from @code, an errno. */
void hearth_disk_set_error (GError **error, int code);

/** The file at @path; NULL with MISSING, IO, or DAMAGED when it is no plain file or longer than @most. */
GBytes *hearth_disk_read (const char *path, gsize most, GError **error);
/** All of @bytes to @fd, then fsync; 0 or an errno. */
int hearth_disk_write_synced (int fd, gconstpointer bytes, gsize length);
/** Makes or overwrites the file at @path, readable by its owner alone, and syncs it; false with FULL or IO, then a
 * part of it may be there. */
bool hearth_disk_write (const char *path, GBytes *bytes, GError **error);
bool hearth_disk_rename (const char *from, const char *to, GError **error);
/** Makes what was renamed in @folder last. */
bool hearth_disk_sync_folder (const char *folder, GError **error);

G_END_DECLS

/* SPDX-License-Identifier: GPL-3.0-or-later
 * The folder of a house: its files, its lock, and whether it lies on a disk of this machine.
 */
#pragma once

#include <gio/gio.h>
#include <stdbool.h>

G_BEGIN_DECLS

char *hearth_house_dup_db_path (const char *folder);

/** Whether @folder holds house.keys and house.db; else NOT_A_HOUSE. */
bool hearth_house_check_files (const char *folder, GError **error);

/** Takes house.lock; LOCKED when another Hearth has it, READ_ONLY when the folder may not be written.
 * Returns a descriptor for hearth_house_unlock (), or -1. */
int hearth_house_lock (const char *folder, GError **error);
void hearth_house_unlock (int fd);

/** NETWORK when @folder is on a network file system, where locks and syncs cannot be relied on. */
bool hearth_house_check_local (const char *folder, GError **error);
/** The decision: @f_type as of statfs (), @name as of /proc/self/mountinfo ("" when unknown). */
bool hearth_file_system_is_network (gint64 f_type, const char *name);

G_END_DECLS

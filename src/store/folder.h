/* SPDX-License-Identifier: GPL-3.0-or-later
 * The folder of a house: its files, its lock, and whether it lies on a disk of this machine.
 */
#pragma once

#include "vault/keyring.h"

G_BEGIN_DECLS

char *hearth_house_dup_db_path (const char *folder);
/** Where the database is written anew when the house key is replaced. */
char *hearth_house_dup_next_db_path (const char *folder);

/** Whether @folder holds house.keys and house.db; else NOT_A_HOUSE. */
bool hearth_house_check_files (const char *folder, GError **error);

/** Takes house.lock; LOCKED when another Hearth has it, READ_ONLY when the folder may not be written.
 * Returns a descriptor for hearth_house_unlock (), or -1. */
int hearth_house_lock (const char *folder, GError **error);
void hearth_house_unlock (int fd);
/** Keeps in the lock file which house was opened here last. */
void hearth_house_note_opened (int fd, const char *house);

/** NETWORK when @folder is on a network file system, where locks and syncs cannot be relied on; LENT when it is a
 * document of the desktop's portal, whose locks nobody else sees. */
bool hearth_house_check_local (const char *folder, GError **error);
/** The decision: @f_type as of statfs (), @name as of /proc/self/mountinfo ("" when unknown). */
bool hearth_file_system_is_network (gint64 f_type, const char *name);
/** As above: whether it is the file system through which the desktop lends files to a sandbox. */
bool hearth_file_system_is_lent (const char *name);
/** Whether @path, or the nearest folder above it that is there, is lent so. */
bool hearth_path_is_lent (const char *path);
/** Where @path, which is lent, is for a person outside of the sandbox: the portal says it while that is there. NULL where it
 * does not say. Transfer full. */
char *hearth_lent_dup_host_path (const char *path);

/** Whether @error of opening house.db with @keyring means that the file is damaged: CORRUPT, or KEY although the
 * keyring was opened from the key file of this very house. Where another house was opened in @folder before, it is the
 * key file that does not belong there. */
bool hearth_house_is_damage (const char *folder, HearthKeyring *keyring, const GError *error);

G_END_DECLS

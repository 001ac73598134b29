/* SPDX-License-Identifier: GPL-3.0-or-later
 * Where the copies of a house go, as this computer remembers it, and when the last one was made.
 */
#pragma once

#include <sys/statvfs.h>

#include "store/store.h"
#include "vault/keyring.h"

G_BEGIN_DECLS

/** The place for copies of the house in @folder; NULL when none is set. Transfer full. */
char *hearth_backup_place_dup (const char *folder);
/** @place: (nullable): none any more */
void hearth_backup_place_set (const char *folder, const char *place);

/** Remembers that a checked copy of the house in @folder was made at @time (RFC 3339). */
void hearth_backup_place_note_copy (const char *folder, const char *time);

/** Why copies of the house in @folder cannot go to @place, in a sentence; NULL when they can. Transfer full. */
char *hearth_backup_place_refuse (const char *folder, const char *place);
/** Whether a broken disk would take both. */
bool hearth_backup_place_is_same_disk (const char *folder, const char *place);
/** The decision in a sandbox: what the portal passes on is how large a disk is and how much of it is free; two that agree in
 * all of it, up to a thousandth of what is free, are one. */
bool hearth_disks_look_like_one (const struct statvfs *one, const struct statvfs *other);

/** The name of the stick that @place is on, else its path for reading; transfer full. */
char *hearth_backup_place_describe (const char *place);
/** "STICK" of "/run/media/sara/STICK/copies", as desktops mount it for @user; NULL for a path elsewhere. Transfer full. */
char *hearth_stick_dup_name (const char *path, const char *user);
/** "today 18:10", "yesterday 18:10", "3 May 2026 18:10" for @time (RFC 3339); @now decides. Transfer full. */
char *hearth_backup_describe_time (const char *time, GDateTime *now);
/** "Last checked copy: yesterday 18:10, on STICK", or that there is none yet, or that the stick is not plugged in.
 * What lies in the place counts; what is remembered only where that is out of reach. Transfer full. */
char *hearth_backup_describe_last (HearthStore *store, HearthKeyring *keyring);

/** "Last checked copy: today 18:10", wherever it is, from what is remembered; NULL where this person may not back up.
 * @is_old: (out): whether it is older than a day, or there is none. Transfer full. */
char *hearth_backup_dup_line (HearthStore *store, bool *is_old);

/** What wants to be done about the copies of @store's house, in a sentence: the last one went wrong, there is none at all,
 * or for a week none was made that survives the loss of this computer. NULL when nothing is to be said, or this person
 * may not back up, or the house is for demonstration. Transfer full. */
char *hearth_backup_dup_notice (HearthStore *store);

G_END_DECLS

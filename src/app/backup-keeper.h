/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copies that nobody has to think of: in the house's own folder, and on the stick when it is there.
 */
#pragma once

#include "app/session.h"

G_BEGIN_DECLS

/** The folder below the house's own that automatic copies go to. */
#define HEARTH_COPIES_NAME "copies"

#define HEARTH_TYPE_BACKUP_KEEPER (hearth_backup_keeper_get_type ())
G_DECLARE_FINAL_TYPE (HearthBackupKeeper, hearth_backup_keeper, HEARTH, BACKUP_KEEPER, GObject)

/**
 * hearth_backup_keeper_new:
 *
 * A copy is made every half hour and when the house is left, where something has changed since the last one; whoever is
 * signed in, as it stays where the house is, or goes where somebody who may make copies wanted it. It is checked, then
 * those are removed that need not be kept. What went wrong is remembered and said on Today.
 */
HearthBackupKeeper *hearth_backup_keeper_new (void);

/** @session is open from now on. Tells its audit of a copy that was made since. */
void hearth_backup_keeper_open (HearthBackupKeeper *keeper, HearthSession *session);

/**
 * hearth_backup_keeper_leave:
 * @reason: for the audit, as of hearth_session_close (), which this calls
 *
 * Closes the session that was opened, with its keys. Where somebody left it, or nobody was there, a copy that is due is
 * made first: it keeps the keys until it has been checked, half a minute at most, while the window shows nothing any
 * more. For every other reason (the screen was locked, the computer slept, keys are to be changed) they are wiped at
 * once, and no copy is made, or goes on being made.
 */
void hearth_backup_keeper_leave (HearthBackupKeeper *keeper, const char *reason);

/** Closes the session that was opened, but not its keys, for whoever has work for them while the house is closed. No copy
 * is made, or goes on being made. Transfer full. */
HearthKeyring *hearth_backup_keeper_hand_over (HearthBackupKeeper *keeper, const char *reason);

/** Ends a copy that is being made, and wipes the keys it uses. Nothing of it is left. */
void hearth_backup_keeper_stop (HearthBackupKeeper *keeper);

/** Makes a copy if one is due: what happens every half hour. */
void hearth_backup_keeper_look (HearthBackupKeeper *keeper);

/** Whether a copy is being made. */
bool hearth_backup_keeper_is_working (HearthBackupKeeper *keeper);

/** Path of the folder of automatic copies of the house in @folder; transfer full. */
char *hearth_backup_keeper_dup_place (const char *folder);

G_END_DECLS

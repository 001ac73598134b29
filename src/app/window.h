/* SPDX-License-Identifier: GPL-3.0-or-later
 * The window: first run, sign-in, or the open house; nothing of a house remains in it after a lock.
 */
#pragma once

#include <adwaita.h>

#include "app/backup-keeper.h"
#include "app/house-pane.h"
#include "app/lock-watch.h"
#include "app/rotation.h"
#include "app/session.h"

G_BEGIN_DECLS

#define HEARTH_TYPE_WINDOW (hearth_window_get_type ())
G_DECLARE_FINAL_TYPE (HearthWindow, hearth_window, HEARTH, WINDOW, AdwApplicationWindow)

/**
 * hearth_window_new:
 * @time: (nullable): the clocks that locking goes by; NULL: the system's
 * @folder: (nullable): the house to sign in to; NULL: the last one, or the first run when there is none
 *
 * Actions: win.search, win.lock, win.new, win.find, win.print, win.save, win.back, win.section (s),
 * win.open-record (s: id), win.continue-draft (s: id), win.report (s: id of a resident),
 * win.back-up, win.copies, win.cover, win.account, win.change-person, win.new-sheet, win.replace-house-key (b),
 * win.preferences, win.shortcuts, win.help, win.about. Those of a page are passed to the page in front.
 */
HearthWindow *hearth_window_new (GtkApplication *application,
                                 HearthClock *clock,
                                 const HearthLockTime *time,
                                 const char *folder);

/** Shows the house of @session, which the window keeps until it locks. */
void hearth_window_open (HearthWindow *window, HearthSession *session);
/** Keeps drafts, closes the house, and shows sign-in; whatever is up over it goes, and so do copies and whatever else was
 * asked for and needs keys. @reason: for the audit, see hearth_backup_keeper_leave (). */
void hearth_window_lock (HearthWindow *window, const char *reason);

/** Closes the house as a lock does, but for the keys, and begins to replace the house key. Borrowed. */
HearthRotation *hearth_window_begin_rotation (HearthWindow *window);
/** Takes the rotation's page away, and shows the house of @session, or sign-in with NULL. */
void hearth_window_end_rotation (HearthWindow *window, HearthSession *session);

/** NULL while locked. */
HearthSession *hearth_window_get_session (HearthWindow *window);
HearthHousePane *hearth_window_get_pane (HearthWindow *window);

HearthLockWatch *hearth_window_get_watch (HearthWindow *window);
HearthBackupKeeper *hearth_window_get_keeper (HearthWindow *window);

G_END_DECLS

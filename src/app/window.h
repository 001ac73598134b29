/* SPDX-License-Identifier: GPL-3.0-or-later
 * The window: first run, sign-in, or the open house; nothing of a house remains in it after a lock.
 */
#pragma once

#include <adwaita.h>

#include "app/house-pane.h"
#include "app/session.h"

G_BEGIN_DECLS

#define HEARTH_TYPE_WINDOW (hearth_window_get_type ())
G_DECLARE_FINAL_TYPE (HearthWindow, hearth_window, HEARTH, WINDOW, AdwApplicationWindow)

/**
 * hearth_window_new:
 * @folder: (nullable): the house to sign in to; NULL: the last one, or the first run when there is none
 *
 * Actions: win.search, win.lock, win.new, win.find, win.print, win.save, win.back, win.section (s),
 * win.open-record (s: id), win.continue-draft (s: id), win.report (s: id of a resident),
 * win.back-up, win.preferences, win.shortcuts, win.help, win.about. Those of a page are passed to the page in front.
 */
HearthWindow *hearth_window_new (GtkApplication *application, HearthClock *clock, const char *folder);

/** Shows the house of @session, which the window keeps until it locks. */
void hearth_window_open (HearthWindow *window, HearthSession *session);
/** Keeps drafts, closes the house, and shows sign-in. @reason: "lock" or "quit". */
void hearth_window_lock (HearthWindow *window, const char *reason);

/** NULL while locked. */
HearthSession *hearth_window_get_session (HearthWindow *window);
HearthHousePane *hearth_window_get_pane (HearthWindow *window);

G_END_DECLS

/* SPDX-License-Identifier: GPL-3.0-or-later
 * When the house is to be locked without anybody asking: nobody there, the screen locked, the computer asleep.
 */
#pragma once

#include <gtk/gtk.h>
#include <stdbool.h>

#include "core/record.h"

G_BEGIN_DECLS

/** Where the house says nothing. */
#define HEARTH_LOCK_DEFAULT_MINUTES 5
#define HEARTH_LOCK_MOST_MINUTES 15

#define HEARTH_LOCK_IDLE "idle"
#define HEARTH_LOCK_SCREEN "screen"
#define HEARTH_LOCK_RESUME "resume"

/** The clocks, those of the system or of a test. In microseconds from any beginning. */
typedef struct {
  gint64 (*get_awake) (gpointer user_data); /* stands still while the computer sleeps */
  gint64 (*get_elapsed) (gpointer user_data); /* goes on meanwhile */
  gpointer user_data;
} HearthLockTime;

#define HEARTH_TYPE_LOCK_WATCH (hearth_lock_watch_get_type ())
G_DECLARE_FINAL_TYPE (HearthLockWatch, hearth_lock_watch, HEARTH, LOCK_WATCH, GObject)

/**
 * hearth_lock_watch_new:
 * @window: whose keys, pointer, touch and frames are followed, and those of its application's other windows
 * @time: (nullable): NULL: the system's clocks
 *
 * Signal: "lock" (string: one of the reasons above, for the audit). SCREEN and RESUME come while nothing is open too.
 * Property: "ending": whether it locks within twenty seconds unless somebody moves.
 */
HearthLockWatch *hearth_lock_watch_new (GtkWindow *window, const HearthLockTime *time);

/** A house is open: being idle counts from now on. @house says how many minutes, whenever that changes too. */
void hearth_lock_watch_start (HearthLockWatch *watch, HearthRecord *house);
void hearth_lock_watch_stop (HearthLockWatch *watch);
/** Under the cover it locks after a minute, moved or not. */
void hearth_lock_watch_set_covered (HearthLockWatch *watch, bool covered);

/** Somebody is there. */
void hearth_lock_watch_touch (HearthLockWatch *watch);
/** Looks at the clocks: once a second, and before each frame, so that nothing is painted first. */
void hearth_lock_watch_look (HearthLockWatch *watch);

bool hearth_lock_watch_is_ending (HearthLockWatch *watch);

G_END_DECLS

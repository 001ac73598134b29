/* SPDX-License-Identifier: GPL-3.0-or-later
 * What was it on that day, and why: choices with a digit each, beside a cell of the attendance grid.
 */
#pragma once

#include <gtk/gtk.h>
#include <stdbool.h>

G_BEGIN_DECLS

#define HEARTH_TYPE_ATTENDANCE_POPOVER (hearth_attendance_popover_get_type ())
G_DECLARE_FINAL_TYPE (HearthAttendancePopover,
                      hearth_attendance_popover,
                      HEARTH,
                      ATTENDANCE_POPOVER,
                      GtkPopover)

/** Signals: "chosen" (code of the state, code of the reason or ""); "cleared". Either comes once, before it closes. Whoever
 * goes away from the reasons has said the state without one; with Escape, nothing. */
HearthAttendancePopover *hearth_attendance_popover_new (void);

/** Asks what it was; @heading: whose day it is; @written: whether there is something to take back. */
void hearth_attendance_popover_ask_state (HearthAttendancePopover *popover,
                                          const char *heading,
                                          bool written);
/** Asks why it was @state. */
void hearth_attendance_popover_ask_reason (HearthAttendancePopover *popover,
                                           const char *heading,
                                           const char *state);

/** Whether @state has a reason that is worth asking for. */
bool hearth_attendance_asks_reason (const char *state);

G_END_DECLS

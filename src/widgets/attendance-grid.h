/* SPDX-License-Identifier: GPL-3.0-or-later
 * Who was at school or training in a week: a row for each resident's place, a column for each day, filled in by keyboard.
 */
#pragma once

#include <gtk/gtk.h>

#include "widgets/attendance-line.h"

G_BEGIN_DECLS

#define HEARTH_TYPE_ATTENDANCE_GRID (hearth_attendance_grid_get_type ())
G_DECLARE_FINAL_TYPE (HearthAttendanceGrid, hearth_attendance_grid, HEARTH, ATTENDANCE_GRID, GtkWidget)

/**
 * hearth_attendance_grid_new:
 *
 * Arrows, Home and End, with Ctrl as far as it goes, move; the digits 1 to 6 and the first letter of its word say how it
 * was and go on to the next who is expected on that day; who was away is asked why. 0 fills the day for everybody, Delete
 * takes back, Enter offers all of it. Where there is no room for a week, it shows one day.
 *
 * Signals, each with places in what is shown: "chosen" (line, day, code of the state, code of the reason or ""), "cleared"
 * (line, day), "everybody" (day): they were there, who are expected and of whom nothing is written; "opened" (line): its
 * resident is asked for.
 */
HearthAttendanceGrid *hearth_attendance_grid_new (void);

/** Shows the seven days from @first (ISO) on; @today: ISO. @lines: (element-type HearthAttendanceLine). The keyboard stays
 * where it is. */
void hearth_attendance_grid_show (HearthAttendanceGrid *grid,
                                  const char *first,
                                  const char *today,
                                  GPtrArray *lines);
/** The cell of @day that stands in @line gets the keyboard. */
void hearth_attendance_grid_go (HearthAttendanceGrid *grid, int line, int day);

G_END_DECLS

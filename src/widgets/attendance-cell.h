/* SPDX-License-Identifier: GPL-3.0-or-later
 * One cell of the attendance grid: a resident on one day, as a shape and a short word.
 */
#pragma once

#include <gtk/gtk.h>

#include "core/field.h"
#include "widgets/attendance-line.h"

G_BEGIN_DECLS

#define HEARTH_TYPE_ATTENDANCE_CELL (hearth_attendance_cell_get_type ())
G_DECLARE_FINAL_TYPE (HearthAttendanceCell, hearth_attendance_cell, HEARTH, ATTENDANCE_CELL, GtkButton)

HearthAttendanceCell *hearth_attendance_cell_new (void);

/** Shows @day of @line; @date: ISO. What did not change is left alone. */
void hearth_attendance_cell_show (HearthAttendanceCell *cell,
                                  const HearthAttendanceLine *line,
                                  unsigned int day,
                                  const char *date);

/** The fields that a cell says something of. */
const HearthField *hearth_attendance_get_state_field (void);
const HearthField *hearth_attendance_get_reason_field (void);
/** "Monday, 2 March"; transfer full. */
char *hearth_attendance_dup_day (const char *date);

G_END_DECLS

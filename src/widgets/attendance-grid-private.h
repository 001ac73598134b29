/* SPDX-License-Identifier: GPL-3.0-or-later
 * What the parts of the attendance grid share.
 */
#pragma once

#include "widgets/attendance-cell.h"
#include "widgets/attendance-grid.h"
#include "widgets/attendance-popover.h"

G_BEGIN_DECLS

/* The column of the names. */
#define HEARTH_ATTENDANCE_NAMES (-1)

/* Borrowed: children of the grid. */
typedef struct {
  GtkWidget *name; /* a button */
  GtkLabel *title;
  GtkLabel *detail;
  HearthAttendanceCell *cells[HEARTH_ATTENDANCE_DAYS];
} HearthAttendanceRow;

struct _HearthAttendanceGrid {
  GtkWidget parent_instance;

  /* Borrowed: children */
  GtkWidget *headings[HEARTH_ATTENDANCE_DAYS];
  GtkWidget *before; /* to the day before, where one is shown */
  GtkWidget *after;
  GtkWidget *everybody; /* the name of the row below the others */
  GtkWidget *fills[HEARTH_ATTENDANCE_DAYS];
  HearthAttendancePopover *popover;

  /* Owned */
  GArray *rows;     /* of HearthAttendanceRow */
  GPtrArray *lines; /* of HearthAttendanceLine */
  char *dates[HEARTH_ATTENDANCE_DAYS];

  int row, column; /* that has, or would have, the keyboard; the row below the others is rows->len */
  int asked_row, asked_column; /* that the popover is about */
  int day;         /* the one that is shown where there is room for one */
  bool one_day;
  int heading_height, row_height, fill_height;
};

/* attendance-grid.c */
const HearthAttendanceLine *hearth_attendance_grid_get_line (HearthAttendanceGrid *self, int row);
/** What stands at @row and @column, or NULL. */
GtkWidget *hearth_attendance_grid_get_child (HearthAttendanceGrid *self, int row, int column);
bool hearth_attendance_grid_waits (HearthAttendanceGrid *self, int day);

/* attendance-grid-keys.c */
void hearth_attendance_grid_take_keys (HearthAttendanceGrid *self);
/** Asks how it was at the cell that has the keyboard. */
void hearth_attendance_grid_ask (HearthAttendanceGrid *self);
void hearth_attendance_grid_add_popover (HearthAttendanceGrid *self);

/* attendance-grid-layout.c */
void hearth_attendance_grid_class_lay_out (GtkWidgetClass *widget_class);

G_END_DECLS

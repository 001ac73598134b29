/* SPDX-License-Identifier: GPL-3.0-or-later
 * A row of the shift grid: who it is, which stays in sight, and the items, which scroll beside it.
 */
#pragma once

#include <gtk/gtk.h>

#include "widgets/shift-cell.h"

G_BEGIN_DECLS

/** Where the columns are: one for all rows of a grid. Numbers are pixels, counted from where lines begin. */
typedef struct {
  const HearthField **fields;
  guint n_fields;
  int *x; /* of each column, from the end of the names on */
  int *width;
  int names; /* how wide the names are */
  int total; /* all columns together */
  int scrolled;
  int line; /* how high a stacked cell is */
  bool stacked; /* one resident at a time, an item a line */
} HearthShiftColumns;

#define HEARTH_TYPE_SHIFT_ROW (hearth_shift_row_get_type ())
G_DECLARE_FINAL_TYPE (HearthShiftRow, hearth_shift_row, HEARTH, SHIFT_ROW, GtkWidget)

/** @columns: borrowed, outlives the row. Signals: "menu" (GtkWidget *button). */
HearthShiftRow *hearth_shift_row_new (const HearthShiftColumns *columns, HearthShiftLine *line);

HearthShiftLine *hearth_shift_row_get_line (HearthShiftRow *row);
HearthShiftCell *hearth_shift_row_get_cell (HearthShiftRow *row, guint column);
/** After @columns changed. */
void hearth_shift_row_columns_changed (HearthShiftRow *row);
/** Where the column @column stands in a row of @width that reads from left to right, or mirrored. */
GtkAllocation hearth_shift_columns_get_place (const HearthShiftColumns *columns,
                                              guint column,
                                              int width,
                                              int height,
                                              bool mirrored);

G_END_DECLS

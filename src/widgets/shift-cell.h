/* SPDX-License-Identifier: GPL-3.0-or-later
 * One cell of the shift grid: an item of one resident's entry, as a shape and a short word. It has no children, so that
 * many hundreds of them are cheap.
 */
#pragma once

#include <gtk/gtk.h>

#include "widgets/shift-line.h"

G_BEGIN_DECLS

#define HEARTH_TYPE_SHIFT_CELL (hearth_shift_cell_get_type ())
G_DECLARE_FINAL_TYPE (HearthShiftCell, hearth_shift_cell, HEARTH, SHIFT_CELL, GtkWidget)

HearthShiftCell *hearth_shift_cell_new (const HearthField *field);

const HearthField *hearth_shift_cell_get_field (HearthShiftCell *cell);
/** Shows what @line says now. */
void hearth_shift_cell_show (HearthShiftCell *cell, HearthShiftLine *line);
/** With its heading before it, as a line of its own. */
void hearth_shift_cell_set_stacked (HearthShiftCell *cell, bool stacked);
/** How wide a column of @field wants to be, in the font of @widget. */
int hearth_shift_cell_measure_column (GtkWidget *widget, const HearthField *field);

G_END_DECLS

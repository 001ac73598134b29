/* SPDX-License-Identifier: GPL-3.0-or-later
 * What the parts of the shift grid share: where things stand, what the keyboard does, and writing.
 */
#pragma once

#include "widgets/shift-editor.h"
#include "widgets/shift-grid.h"
#include "widgets/shift-row.h"

G_BEGIN_DECLS

struct _HearthShiftGrid {
  GtkWidget parent_instance;

  /* Borrowed: children */
  GtkWidget *corner;
  HearthShiftEditor *editor; /* NULL while none is open */

  /* Owned */
  GPtrArray *rows;     /* of HearthShiftRow, children */
  GPtrArray *headings; /* of GtkLabel, children */
  GtkAdjustment *adjustments[2]; /* by GtkOrientation */

  const HearthRecordType *type;
  HearthShiftWordsFunc words;
  HearthShiftWordlessFunc wordless;
  HearthShiftColumns columns;
  int *wanted_widths; /* of the columns, before they are stretched */
  int row, column; /* that has, or would have, the keyboard */
  int row_height, header_height;
  int editor_row, editor_column;
  int go_on_at; /* the column to go to when the words are done, or -1 */
  GtkScrollablePolicy policies[2];
};

/* shift-grid.c */
HearthShiftRow *hearth_shift_grid_get_row (HearthShiftGrid *self, int row);
const HearthField *hearth_shift_grid_get_column_field (HearthShiftGrid *self, int column);
int hearth_shift_grid_find_column (HearthShiftGrid *self, const char *name);
void hearth_shift_grid_go_to (HearthShiftGrid *self, int row, int column);
/** How many rows are seen at once. */
int hearth_shift_grid_count_seen (HearthShiftGrid *self);

/* shift-grid-layout.c */
void hearth_shift_grid_class_lay_out (GtkWidgetClass *widget_class);
/** How wide the columns want to be; after the font or the items changed. */
void hearth_shift_grid_measure_columns (HearthShiftGrid *self);

int hearth_shift_grid_get_scrolled_across (HearthShiftGrid *self);

/* shift-grid-keys.c */
void hearth_shift_grid_take_keys (HearthShiftGrid *self);

/* shift-grid-write.c */
/** @extra: (nullable): a character that was typed already. */
void hearth_shift_grid_open_editor (HearthShiftGrid *self, int column, const char *extra, int go_on_at);
void hearth_shift_grid_close_editor (HearthShiftGrid *self);
/** To the next cell; from the last one of a row to the next row. */
void hearth_shift_grid_go_on (HearthShiftGrid *self);
/** To the next cell that has something to fill in, or back; false where there is none. */
bool hearth_shift_grid_go_to_open (HearthShiftGrid *self, bool back);
/** The first column of @row that has something to fill in, or the first of all. */
int hearth_shift_grid_find_open (HearthShiftGrid *self, int row);
bool hearth_shift_grid_choose_by_letter (HearthShiftGrid *self, gunichar letter);

G_END_DECLS

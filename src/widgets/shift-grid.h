/* SPDX-License-Identifier: GPL-3.0-or-later
 * The shift on one page: a row for each resident, a column for each item, filled in by keyboard alone.
 */
#pragma once

#include <gtk/gtk.h>

#include "widgets/shift-line.h"

G_BEGIN_DECLS

#define HEARTH_TYPE_SHIFT_GRID (hearth_shift_grid_get_type ())
G_DECLARE_FINAL_TYPE (HearthShiftGrid, hearth_shift_grid, HEARTH, SHIFT_GRID, GtkWidget)

/** The text field that wants words when @field says @code, or NULL. */
typedef const char *(*HearthShiftWordsFunc) (const char *field, const char *code);
/** The first item of @entry that wants words and has none, or NULL. */
typedef const char *(*HearthShiftWordlessFunc) (HearthRecord *entry);

/**
 * hearth_shift_grid_new:
 *
 * To be put into a scrolled window. Digits choose and move on, 0 asks for "usual", letters choose by the first letter of
 * the word, arrows and Home, End, Page Up and Page Down move, with Ctrl as far as it goes; Tab goes to what is not filled
 * in yet, and out of the grid when nothing is left; Enter and F2 open the words, Delete clears.
 *
 * Properties: "stacked" (gboolean): one resident at a time, an item a line.
 *
 * Signals: "moved" (): another cell has the keyboard; "edited" (HearthShiftLine *); "left" (HearthShiftLine *): the
 * keyboard went to another row, or out of the grid; "usual" (HearthShiftLine *); "typing" (HearthShiftLine *): text in
 * the open field, see hearth_shift_grid_dup_typed (); "menu" (HearthShiftLine *, GtkWidget *near).
 */
HearthShiftGrid *hearth_shift_grid_new (void);

/** @items: names of fields of @type, NULL-ended. Takes all rows out. */
void hearth_shift_grid_set_items (HearthShiftGrid *grid,
                                  const HearthRecordType *type,
                                  const char *const *items);
/** @lines: of HearthShiftLine. The keyboard goes to the first of them that has something to fill in. */
void hearth_shift_grid_set_lines (HearthShiftGrid *grid, GPtrArray *lines);
void hearth_shift_grid_set_words_funcs (HearthShiftGrid *grid,
                                        HearthShiftWordsFunc words,
                                        HearthShiftWordlessFunc wordless);

/** The row that has, or would have, the keyboard; NULL where there are none. Borrowed. */
HearthShiftLine *hearth_shift_grid_get_line (HearthShiftGrid *grid);
/** And its item. */
const HearthField *hearth_shift_grid_get_field (HearthShiftGrid *grid);

/** The keyboard goes to @item of @line; NULL: to the item that has it now. */
void hearth_shift_grid_go (HearthShiftGrid *grid, HearthShiftLine *line, const char *item);
/** As many rows on, or back. */
void hearth_shift_grid_move (HearthShiftGrid *grid, int rows);
/** To the next row's first item that is not filled in. */
void hearth_shift_grid_move_on (HearthShiftGrid *grid);
/** Chooses the option @n (from 1 on) of the present item and moves on; false where it has none. */
bool hearth_shift_grid_choose (HearthShiftGrid *grid, guint n);
void hearth_shift_grid_clear (HearthShiftGrid *grid);
/** Opens the words of the present item. */
void hearth_shift_grid_open_words (HearthShiftGrid *grid);
void hearth_shift_grid_ask_usual (HearthShiftGrid *grid);
/** Takes what is typed in the open field into its entry, if it can be taken; false where it cannot. */
bool hearth_shift_grid_take_typed (HearthShiftGrid *grid);

/** What is typed in the open field and not in the entry yet, and of which line and field; NULL when none is open.
 * Transfer full. */
char *hearth_shift_grid_dup_typed (HearthShiftGrid *grid, HearthShiftLine **line, const HearthField **field);

/** How many options @field has, and the code and the translated word of each (from 1 on); "" and NULL beyond. */
guint hearth_shift_count_options (const HearthField *field);
const char *hearth_shift_get_option (const HearthField *field, guint n, const char **word);

G_END_DECLS

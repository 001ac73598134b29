/* SPDX-License-Identifier: GPL-3.0-or-later
 * Below the shift grid: what each digit stands for in the cell that has the keyboard; buttons for pointer and finger.
 */
#pragma once

#include <gtk/gtk.h>

#include "widgets/shift-grid.h"

G_BEGIN_DECLS

#define HEARTH_TYPE_SHIFT_STRIP (hearth_shift_strip_get_type ())
G_DECLARE_FINAL_TYPE (HearthShiftStrip, hearth_shift_strip, HEARTH, SHIFT_STRIP, GtkWidget)

/** @grid: borrowed, in the same window. */
HearthShiftStrip *hearth_shift_strip_new (HearthShiftGrid *grid);

/** Says @words (translated) beside what has the keyboard, until that is something else. */
void hearth_shift_strip_tell (HearthShiftStrip *strip, const char *words);

G_END_DECLS

/* SPDX-License-Identifier: GPL-3.0-or-later
 * What a cell of the shift grid draws beside its word: a shape, so that nothing is told by colour alone.
 */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

typedef enum {
  HEARTH_SHIFT_SHAPE_NONE,
  HEARTH_SHIFT_SHAPE_FACE,   /* amount: 0 very low … 1 very good */
  HEARTH_SHIFT_SHAPE_AMOUNT, /* a circle, filled from below; amount: 0 … 1 */
  HEARTH_SHIFT_SHAPE_DASH,
  HEARTH_SHIFT_SHAPE_HOUSE,
  HEARTH_SHIFT_SHAPE_OUT,
  HEARTH_SHIFT_SHAPE_CROSS,
  HEARTH_SHIFT_SHAPE_STAR,
  HEARTH_SHIFT_SHAPE_ALERT,
  HEARTH_SHIFT_SHAPE_LINES,
} HearthShiftShape;

/** Draws @shape into a square of @size from the upper left corner on. */
void hearth_shift_symbol_snapshot (GtkSnapshot *snapshot,
                                   HearthShiftShape shape,
                                   double amount,
                                   double size,
                                   const GdkRGBA *color);

G_END_DECLS

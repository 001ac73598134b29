/* SPDX-License-Identifier: GPL-3.0-or-later
 * Labels of drawings that run from the start side, whichever that is. Private to draw.
 */
#pragma once

#include "draw/chart.h"

G_BEGIN_DECLS

/** @text in the style's font, @size user units high. @width: where it is cut, or (@wrap) broken; 0: nowhere. Transfer
 * full. */
PangoLayout *hearth_label_create (const HearthChartStyle *style,
                                  const char *text,
                                  double size,
                                  double width,
                                  bool wrap);
/** Width and height of @layout. Each (out) (optional). */
void hearth_label_get_size (PangoLayout *layout, double *width, double *height);
/** Draws @layout in a drawing of @whole_width. @x: where its start (@align 0), middle (0.5) or end (1) stands, from the start
 * side; @y: its middle. */
void hearth_label_paint (PangoLayout *layout,
                         const HearthChartStyle *style,
                         cairo_t *cr,
                         double whole_width,
                         double x,
                         double y,
                         double align,
                         const HearthColor *color);

G_END_DECLS

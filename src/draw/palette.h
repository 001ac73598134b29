/* SPDX-License-Identifier: GPL-3.0-or-later
 * Colours of drawings, for paper and for light and dark screens.
 */
#pragma once

#include <cairo.h>
#include <glib.h>

G_BEGIN_DECLS

typedef struct {
  double red, green, blue, alpha;
} HearthColor;

/**
 * HearthPalette:
 * @series: told apart with every common kind of colour blindness and by their darkness in grey print
 */
typedef struct {
  HearthColor ink;
  HearthColor muted; /* text that steps back; still 4.5 : 1 on the background */
  HearthColor rule;  /* axes, table rules */
  HearthColor grid;
  HearthColor accent;
  HearthColor background;
  HearthColor series[2];
} HearthPalette;

extern const HearthPalette hearth_palette_paper;
extern const HearthPalette hearth_palette_light;
extern const HearthPalette hearth_palette_dark;

void hearth_color_set_source (const HearthColor *color, cairo_t *cr);

G_END_DECLS

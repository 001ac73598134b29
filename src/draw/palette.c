/* SPDX-License-Identifier: GPL-3.0-or-later
 * Colours of drawings, for paper and for light and dark screens.
 */
#define G_LOG_DOMAIN "hearth-draw"

#include "draw/palette.h"

#define RGB(value) \
  { (((value) >> 16) & 0xff) / 255.0, (((value) >> 8) & 0xff) / 255.0, ((value) & 0xff) / 255.0, 1.0 }

const HearthPalette hearth_palette_paper = {
  .ink = RGB (0x1c1f22),
  .muted = RGB (0x5a6167),
  .rule = RGB (0x8d949a),
  .grid = RGB (0xd9dde0),
  .accent = RGB (0x1d4e5f),
  .background = RGB (0xffffff),
  .series = { RGB (0x6fa3c4), RGB (0xa8440e) },
};

const HearthPalette hearth_palette_light = {
  .ink = RGB (0x2e3436),
  .muted = RGB (0x5e6468),
  .rule = RGB (0x9a9fa3),
  .grid = RGB (0xdcdfe1),
  .accent = RGB (0x1d4e5f),
  .background = RGB (0xffffff),
  .series = { RGB (0x5b98bf), RGB (0xb1480f) },
};

const HearthPalette hearth_palette_dark = {
  .ink = RGB (0xf2f3f4),
  .muted = RGB (0xb4babf),
  .rule = RGB (0x7d848a),
  .grid = RGB (0x474c51),
  .accent = RGB (0x8ac6da),
  .background = RGB (0x242428),
  .series = { RGB (0x5b98bf), RGB (0xf0a068) },
};

void
hearth_color_set_source (const HearthColor *color, cairo_t *cr)
{
  cairo_set_source_rgba (cr, color->red, color->green, color->blue, color->alpha);
}

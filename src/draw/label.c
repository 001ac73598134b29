/* SPDX-License-Identifier: GPL-3.0-or-later
 * Labels of drawings.
 */
#define G_LOG_DOMAIN "hearth-draw"

#include "draw/label-private.h"

#include "draw/text.h"

PangoLayout *
hearth_label_create (const HearthChartStyle *style, const char *text, double size, double width, bool wrap)
{
  PangoLayout *layout = pango_layout_new (style->context);
  const PangoFontDescription *font = pango_context_get_font_description (style->context);
  PangoFontDescription *sized = font ? pango_font_description_copy (font) : pango_font_description_new ();
  g_autofree char *marked = hearth_text_mark_breaks (text);

  pango_font_description_set_absolute_size (sized, size * PANGO_SCALE);
  pango_layout_set_font_description (layout, sized);
  pango_font_description_free (sized);
  pango_layout_set_text (layout, marked, -1);
  if (width <= 0)
    return layout;
  pango_layout_set_width (layout, (int) (width * PANGO_SCALE));
  if (wrap)
    pango_layout_set_wrap (layout, PANGO_WRAP_WORD_CHAR);
  else
    pango_layout_set_ellipsize (layout, PANGO_ELLIPSIZE_END);
  return layout;
}

void
hearth_label_get_size (PangoLayout *layout, double *width, double *height)
{
  PangoRectangle logical;

  pango_layout_get_extents (layout, NULL, &logical);
  if (width)
    *width = (double) logical.width / PANGO_SCALE;
  if (height)
    *height = (double) logical.height / PANGO_SCALE;
}

void
hearth_label_paint (PangoLayout *layout,
                    const HearthChartStyle *style,
                    cairo_t *cr,
                    double whole_width,
                    double x,
                    double y,
                    double align,
                    const HearthColor *color)
{
  PangoRectangle logical;
  double width, left;

  pango_layout_get_extents (layout, NULL, &logical);
  width = (double) logical.width / PANGO_SCALE;
  left = x - width * align;
  if (style->rtl)
    left = whole_width - left - width;
  hearth_color_set_source (color, cr);
  cairo_move_to (cr, left - (double) logical.x / PANGO_SCALE, y - (double) logical.height / PANGO_SCALE / 2);
  pango_cairo_show_layout (cr, layout);
}

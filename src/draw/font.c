/* SPDX-License-Identifier: GPL-3.0-or-later
 * Fonts for paper: Noto for every script, measured the same on every surface.
 */
#define G_LOG_DOMAIN "hearth-draw"

#include "draw/font.h"

#include "draw/text.h"

/*
 * One family after another, so that a script's font does not depend on what else is installed. Thai and Lao are
 * looped and Arabic is Naskh: what official papers are set in. Khmer comes before Thai, whose font has a few marks of
 * Khmer. The last name lets fontconfig find the rest.
 */
static const char families[] = "Noto Sans,"
                               "Noto Sans Khmer,Noto Sans Myanmar,"
                               "Noto Looped Lao,Noto Sans Lao,"
                               "Noto Looped Thai,Noto Sans Thai,"
                               "Noto Naskh Arabic,Noto Sans Arabic,Noto Sans Hebrew,"
                               "Noto Sans Devanagari,Noto Sans Bengali,Noto Sans Gujarati,Noto Sans Gurmukhi,"
                               "Noto Sans Tamil,Noto Sans Telugu,Noto Sans Kannada,Noto Sans Malayalam,"
                               "Noto Sans Sinhala,Noto Sans Ethiopic,Noto Sans Georgian,Noto Sans Armenian,"
                               "Noto Sans CJK SC,Noto Sans CJK JP,Noto Sans CJK KR,"
                               "sans-serif";

PangoFontDescription *
hearth_font_new (double size, PangoWeight weight)
{
  PangoFontDescription *font = pango_font_description_new ();

  pango_font_description_set_family_static (font, families);
  pango_font_description_set_absolute_size (font, size * PANGO_SCALE);
  pango_font_description_set_weight (font, weight);
  return font;
}

PangoContext *
hearth_font_create_context (const char *language)
{
  PangoContext *context = pango_font_map_create_context (pango_cairo_font_map_get_default ());
  cairo_font_options_t *options = cairo_font_options_create ();
  PangoFontDescription *font = hearth_font_new (10, PANGO_WEIGHT_NORMAL);

  cairo_font_options_set_hint_style (options, CAIRO_HINT_STYLE_NONE);
  cairo_font_options_set_hint_metrics (options, CAIRO_HINT_METRICS_OFF);
  cairo_font_options_set_antialias (options, CAIRO_ANTIALIAS_GRAY);
  pango_cairo_context_set_font_options (context, options);
  pango_cairo_context_set_resolution (context, 72);
  pango_context_set_round_glyph_positions (context, FALSE);
  if (language && *language)
    pango_context_set_language (context, pango_language_from_string (language));
  pango_context_set_base_dir (context,
                              hearth_language_is_rtl (language) ? PANGO_DIRECTION_RTL : PANGO_DIRECTION_LTR);
  pango_context_set_font_description (context, font);
  cairo_font_options_destroy (options);
  pango_font_description_free (font);
  return context;
}

/* SPDX-License-Identifier: GPL-3.0-or-later
 * Pages on any surface.
 */
#define G_LOG_DOMAIN "hearth-report"

#include "report/tags.h"

#include "draw/font.h"
#include "report/language.h"

#include <math.h>

#define HEAD_BASE 50.0   /* upper edge of the running head, from the page's */
#define HEAD_RULE 64.0
#define FOOT_BASE 58.0   /* upper edge of the foot, from the page's lower edge */
#define FOOT_LINE 11.0
#define RUNNING_GAP 24.0
#define RULE 0.5
#define STRONG_RULE 0.9
#define WATERMARK_ALPHA 0.045
#define CHECK_BOX 9.0

typedef struct {
  HearthPages *pages;
  const HearthLayout *layout;
  cairo_t *cr;
  HearthTags *tags;
} Painter;

static void
set_ink (cairo_t *cr, HearthInk ink)
{
  const HearthPalette *palette = &hearth_palette_paper;

  hearth_color_set_source (ink == HEARTH_INK_ACCENT  ? &palette->accent
                           : ink == HEARTH_INK_MUTED ? &palette->muted
                                                     : &palette->ink,
                           cr);
}

/* @x, @y: of the upper left corner of the first line. */
static void
paint_lines (cairo_t *cr, const HearthText *text, unsigned int first, unsigned int last, double x, double y)
{
  const HearthLine *lines = (const HearthLine *) (gpointer) text->lines->data;

  set_ink (cr, text->ink);
  for (unsigned int i = first; i < last; i++)
    {
      cairo_move_to (cr, x + lines[i].x, y + lines[i].baseline - lines[first].top);
      pango_cairo_show_layout_line (cr, lines[i].line);
    }
}

static void
paint_rule (const Painter *painter,
            double x,
            double y,
            double width,
            double thickness,
            const HearthColor *color)
{
  hearth_color_set_source (color, painter->cr);
  cairo_rectangle (painter->cr, x, y - thickness / 2, width, thickness);
  cairo_fill (painter->cr);
}

/* --- Head, foot and watermark --- */

static void
paint_running (const Painter *painter, const char *words, double y, HearthAlign align, double width)
{
  const HearthLayout *layout = painter->layout;
  g_autoptr (HearthText) text =
    hearth_layout_create_text ((HearthLayout *) layout, HEARTH_STYLE_RUNNING, align, words, width);
  double x = hearth_layout_mirror (layout, align == HEARTH_ALIGN_END ? layout->width - width : 0, width);

  paint_lines (painter->cr, text, 0, MIN (text->lines->len, 1), layout->left + x, y);
}

/* The end side gets what it needs, the start side the rest. */
static void
paint_running_pair (const Painter *painter, const char *start, const char *end, double y)
{
  HearthLayout *layout = (HearthLayout *) painter->layout;
  g_autoptr (HearthText) measure =
    hearth_layout_create_text (layout, HEARTH_STYLE_RUNNING, HEARTH_ALIGN_END, end, -1);
  double width = MIN (hearth_text_get_width (measure) + 1, layout->width * 0.6);

  paint_running (painter, start, y, HEARTH_ALIGN_START, layout->width - width - RUNNING_GAP);
  paint_running (painter, end, y, HEARTH_ALIGN_END, width);
}

static void
paint_head_and_foot (const Painter *painter, unsigned int nth)
{
  const HearthLayout *layout = painter->layout;
  double foot = layout->page_height - FOOT_BASE;
  g_auto (HearthRunning) running = { NULL };

  hearth_pages_get_running (painter->pages, nth, &running);
  paint_running_pair (painter, running.head_start, running.head_end, HEAD_BASE);
  paint_rule (painter, layout->left, HEAD_RULE, layout->width, RULE, &hearth_palette_paper.grid);
  paint_rule (painter, layout->left, foot - 6, layout->width, RULE, &hearth_palette_paper.grid);
  paint_running_pair (painter, running.foot_start, running.foot_end, foot);
  paint_running (painter, running.seal, foot + FOOT_LINE, HEARTH_ALIGN_START, layout->width);
}

/* Across the page, behind everything, as large as it may be. */
static void
paint_watermark (const Painter *painter)
{
  const HearthLayout *layout = painter->layout;
  double diagonal = hypot (layout->page_width, layout->page_height) * 0.72;
  g_autoptr (PangoLayout) pango = pango_layout_new (layout->context);
  PangoFontDescription *font = hearth_font_new (100, PANGO_WEIGHT_BOLD);
  PangoRectangle ink;
  double scale;

  pango_layout_set_font_description (pango, font);
  pango_font_description_free (font);
  pango_layout_set_text (pango, layout->document->watermark, -1);
  pango_layout_get_extents (pango, &ink, NULL);
  if (ink.width == 0)
    return;
  scale = MIN (diagonal * PANGO_SCALE / ink.width, 2.0);

  cairo_save (painter->cr);
  cairo_translate (painter->cr, layout->page_width / 2, layout->page_height / 2);
  cairo_rotate (painter->cr, -atan2 (layout->page_height, layout->page_width));
  cairo_scale (painter->cr, scale, scale);
  cairo_move_to (painter->cr, -(ink.x + ink.width / 2.0) / PANGO_SCALE,
                 -(ink.y + ink.height / 2.0) / PANGO_SCALE);
  cairo_set_source_rgba (painter->cr, 0, 0, 0, WATERMARK_ALPHA);
  pango_cairo_show_layout (painter->cr, pango);
  cairo_restore (painter->cr);
}

/* --- What belongs to a block beside its words --- */

static void
paint_check_box (const Painter *painter, double y, const char *state)
{
  const HearthLayout *layout = painter->layout;
  cairo_t *cr = painter->cr;
  double box = CHECK_BOX * layout->scale;
  double x = layout->left + hearth_layout_mirror (layout, 1, box);

  y += 3 * layout->scale;
  hearth_color_set_source (&hearth_palette_paper.ink, cr);
  cairo_set_line_width (cr, 0.8);
  cairo_rectangle (cr, x, y, box, box);
  cairo_stroke (cr);
  cairo_set_line_width (cr, 1.3);
  if (g_str_equal (state, "yes"))
    {
      cairo_move_to (cr, x + 2, y + box / 2);
      cairo_line_to (cr, x + box * 0.42, y + box - 2.2);
      cairo_line_to (cr, x + box - 1.6, y + 1.8);
      cairo_stroke (cr);
    }
  else if (g_str_equal (state, "no"))
    {
      cairo_move_to (cr, x + 2.2, y + box / 2);
      cairo_line_to (cr, x + box - 2.2, y + box / 2);
      cairo_stroke (cr);
    }
}

static void
paint_signature_lines (const Painter *painter, double y)
{
  const HearthLayout *layout = painter->layout;
  double name = layout->width * HEARTH_SIGNATURE_WIDTH;

  y += hearth_layout_get_signature_line (layout);
  paint_rule (painter, layout->left + hearth_layout_mirror (layout, 0, name - HEARTH_SIGNATURE_GAP), y,
              name - HEARTH_SIGNATURE_GAP, RULE, &hearth_palette_paper.ink);
  paint_rule (painter, layout->left + hearth_layout_mirror (layout, name, layout->width - name), y,
              layout->width - name, RULE, &hearth_palette_paper.ink);
}

static void
paint_quote_bar (const Painter *painter, const HearthPlaced *placed, const HearthPlaced *before, double y)
{
  const HearthLayout *layout = painter->layout;
  const HearthBlock *block = layout->document->blocks->pdata[placed->strip->block];
  bool goes_on = before && before->strip->block == placed->strip->block;
  double top = goes_on ? y - placed->strip->before : y;

  hearth_color_set_source (&hearth_palette_paper.accent, painter->cr);
  cairo_rectangle (painter->cr,
                   layout->left + (hearth_layout_is_block_rtl (layout, block) ? layout->width - 2 : 0), top,
                   2, y + placed->strip->height - top);
  cairo_fill (painter->cr);
}

/* @y: upper edge of the strip on the page. */
static void
paint_ornament (const Painter *painter, const HearthPlaced *placed, const HearthPlaced *before, double y)
{
  const HearthLayout *layout = painter->layout;
  const HearthStrip *strip = placed->strip;
  const HearthBlock *block = strip->block < 0 ? NULL : layout->document->blocks->pdata[strip->block];
  double bottom = y + strip->height;

  if (!block)
    {
      const HearthStrip *next =
        layout->strips->len > strip->row + 1 ? layout->strips->pdata[strip->row + 1] : NULL;

      if (!next || next->block != HEARTH_BLOCK_MASTHEAD)
        paint_rule (painter, layout->left, bottom - 2, layout->width, STRONG_RULE,
                    &hearth_palette_paper.accent);
    }
  else if (strip->kind == HEARTH_STRIP_HEAD)
    paint_rule (painter, layout->left, bottom, layout->width, STRONG_RULE, &hearth_palette_paper.ink);
  else if (block->kind == HEARTH_BLOCK_QUOTE)
    paint_quote_bar (painter, placed, before, y);
  else if (block->kind == HEARTH_BLOCK_CHECKLIST)
    paint_check_box (painter, y, ((GStrv) block->rows->pdata[strip->row])[0]);
  else if (block->kind == HEARTH_BLOCK_SIGNATURES)
    paint_signature_lines (painter, y);
  else if (strip->kind == HEARTH_STRIP_ROW && strip->last_of_row)
    paint_rule (painter, layout->left, bottom, layout->width, RULE, &hearth_palette_paper.grid);
}

static void
paint_cells (const Painter *painter, const HearthStrip *strip, double y)
{
  for (unsigned int i = 0; i < strip->cells->len; i++)
    {
      const HearthCell *cell = &g_array_index (strip->cells, HearthCell, i);

      hearth_tags_begin_cell (painter->tags, strip, i);
      paint_lines (painter->cr, cell->text, cell->first, cell->last, painter->layout->left + cell->x,
                   y + cell->y);
      hearth_tags_end_cell (painter->tags, strip, i);
    }
}

static void
paint_body_map (const Painter *painter, const HearthBlock *block, double height)
{
  HearthBodyMapStyle style = hearth_layout_get_body_map_style (painter->layout);
  g_autofree char *marks = hearth_layout_dup_body_map (block);

  hearth_body_map_paint (marks, &style, painter->cr, painter->layout->width, height);
}

static void
paint_picture (const Painter *painter, const HearthStrip *strip, double y)
{
  const HearthBlock *block = painter->layout->document->blocks->pdata[strip->block];
  HearthChartStyle style = hearth_layout_get_chart_style (painter->layout);

  cairo_save (painter->cr);
  cairo_translate (painter->cr, painter->layout->left, y);
  if (block->kind == HEARTH_BLOCK_BODY_MAP)
    paint_body_map (painter, block, strip->height);
  else if (block->kind == HEARTH_BLOCK_COMPARE)
    hearth_compare_paint (block->compare, &style, painter->cr, painter->layout->width);
  else
    hearth_chart_paint (block->chart, &style, painter->cr, painter->layout->width);
  cairo_restore (painter->cr);
}

static void
paint_strip (const Painter *painter, const HearthPlaced *placed, const HearthPlaced *before)
{
  const HearthStrip *strip = placed->strip;
  double y = painter->layout->top + placed->y;

  hearth_tags_begin_artifact (painter->tags);
  paint_ornament (painter, placed, before, y);
  if (placed->repeated)
    {
      /* Said once is enough for a screen reader. */
      Painter untagged = *painter;

      untagged.tags = NULL;
      paint_cells (&untagged, strip, y);
    }
  hearth_tags_end_artifact (painter->tags);
  if (placed->repeated)
    return;

  hearth_tags_enter (painter->tags, strip);
  if (strip->kind == HEARTH_STRIP_CHART)
    paint_picture (painter, strip, y);
  else
    paint_cells (painter, strip, y);
}

void
hearth_pages_paint_tagged (HearthPages *pages, unsigned int nth, cairo_t *cr, HearthTags *tags)
{
  const HearthPage *page = hearth_pages_get_page (pages, nth);
  const Painter painter = {
    .pages = pages, .layout = hearth_pages_get_layout (pages), .cr = cr, .tags = tags
  };
  /* Charts write their days and values as they are painted. */
  g_autoptr (HearthLanguageScope) scope = hearth_language_scope_new (painter.layout->document->language);
  const HearthPlaced *before = NULL;

  cairo_save (cr);
  hearth_tags_begin_artifact (tags);
  if (*painter.layout->document->watermark)
    paint_watermark (&painter);
  paint_head_and_foot (&painter, nth);
  hearth_tags_end_artifact (tags);
  for (unsigned int i = 0; i < page->placed->len; i++)
    {
      const HearthPlaced *placed = &g_array_index (page->placed, HearthPlaced, i);

      paint_strip (&painter, placed, before);
      before = placed;
    }
  cairo_restore (cr);
}

/* SPDX-License-Identifier: GPL-3.0-or-later
 * A chart of counts.
 */
#define G_LOG_DOMAIN "hearth-draw"
#include "config.h"

#include "draw/bars.h"

#include "core/number.h"
#include "draw/label-private.h"

#include <glib/gi18n-lib.h>
#include <math.h>

/* In font sizes. */
#define LINE_HEIGHT 1.7
#define PLOT_HEIGHT 9.0
#define LYING_BAR 1.15
#define LYING_PITCH 1.9
#define LABEL_GAP 0.7
#define SWATCH 0.85
#define MOST_LABEL_SHARE 0.45 /* of the width, for labels beside lying bars */
#define COUNT_ROOM 2.2        /* after the longest bar */

typedef struct {
  const HearthBars *bars;
  const HearthChartStyle *style;
  cairo_t *cr; /* NULL while measuring */
  double em, width;
  unsigned int most;
  double widest; /* label */
} Canvas;

/* ---- The data ---- */

static void
bar_free (HearthBar *bar)
{
  g_free (bar->label);
  g_free (bar);
}

HearthBars *
hearth_bars_new (const char *title, const char *part, const char *second)
{
  HearthBars *bars;

  g_return_val_if_fail (title != NULL && part != NULL, NULL);

  bars = g_new0 (HearthBars, 1);
  bars->title = g_strdup (title);
  bars->parts = g_ptr_array_new_with_free_func (g_free);
  bars->bars = g_ptr_array_new_with_free_func ((GDestroyNotify) bar_free);
  g_ptr_array_add (bars->parts, g_strdup (part));
  if (second)
    g_ptr_array_add (bars->parts, g_strdup (second));
  return bars;
}

HearthBars *
hearth_bars_copy (const HearthBars *bars)
{
  HearthBars *copy;

  g_return_val_if_fail (bars != NULL, NULL);

  copy =
    hearth_bars_new (bars->title, bars->parts->pdata[0], bars->parts->len > 1 ? bars->parts->pdata[1] : NULL);
  for (unsigned int i = 0; i < bars->bars->len; i++)
    {
      const HearthBar *bar = bars->bars->pdata[i];

      hearth_bars_add (copy, bar->label, bar->counts[0], bar->counts[1]);
    }
  return copy;
}

void
hearth_bars_free (HearthBars *bars)
{
  g_free (bars->title);
  g_ptr_array_unref (bars->parts);
  g_ptr_array_unref (bars->bars);
  g_free (bars);
}

void
hearth_bars_add (HearthBars *bars, const char *label, unsigned int first, unsigned int second)
{
  HearthBar *bar;

  g_return_if_fail (bars != NULL && label != NULL);
  g_return_if_fail (second == 0 || bars->parts->len > 1);

  bar = g_new0 (HearthBar, 1);
  bar->label = g_strdup (label);
  bar->counts[0] = first;
  bar->counts[1] = second;
  g_ptr_array_add (bars->bars, bar);
}

static unsigned int
count_bar (const HearthBar *bar)
{
  return bar->counts[0] + bar->counts[1];
}

unsigned int
hearth_bars_get_total (const HearthBars *bars)
{
  unsigned int total = 0;

  g_return_val_if_fail (bars != NULL, 0);

  for (unsigned int i = 0; i < bars->bars->len; i++)
    total += count_bar (bars->bars->pdata[i]);
  return total;
}

/* ---- In words ---- */

static char *
format_count (unsigned int count)
{
  g_autofree char *canonical = g_strdup_printf ("%u", count);

  return hearth_number_format (canonical);
}

static unsigned int
find_most (const HearthBars *bars)
{
  unsigned int most = 0;

  for (unsigned int i = 0; i < bars->bars->len; i++)
    most = MAX (most, count_bar (bars->bars->pdata[i]));
  return most;
}

static char *
describe_bar (const HearthBars *bars, const HearthBar *bar)
{
  g_autofree char *all = format_count (count_bar (bar));
  g_autofree char *second = format_count (bar->counts[1]);

  if (bars->parts->len > 1 && bar->counts[1] > 0)
    /* Translators: a bar of a chart, its count, and how many of them are what: "Kitchen: 5 (serious: 2)" */
    return g_strdup_printf (_ ("%s: %s (%s: %s)"), bar->label, all, (const char *) bars->parts->pdata[1],
                            second);
  /* Translators: a bar of a chart and its count: "Kitchen: 5" */
  return g_strdup_printf (C_ ("bar and count", "%s: %s"), bar->label, all);
}

char *
hearth_bars_describe (const HearthBars *bars)
{
  g_autoptr (GString) list = g_string_new (NULL);
  g_autofree char *total = NULL;

  g_return_val_if_fail (bars != NULL, NULL);

  if (find_most (bars) == 0)
    return g_strdup_printf (_ ("%s: none."), bars->title);
  for (unsigned int i = 0; i < bars->bars->len; i++)
    {
      const HearthBar *bar = bars->bars->pdata[i];
      g_autofree char *words = count_bar (bar) > 0 ? describe_bar (bars, bar) : NULL;

      /* Translators: between the bars of a chart when they are read out */
      if (words && list->len > 0)
        g_string_append (list, _ (", "));
      if (words)
        g_string_append (list, words);
    }
  total = format_count (hearth_bars_get_total (bars));
  /* Translators: a chart of counts in words: its title, how many there are, and every bar that is not empty */
  return g_strdup_printf (_ ("%s, %s in all. %s."), bars->title, total, list->str);
}

/* ---- Drawing ---- */

static double
measure_label (const Canvas *canvas, const char *text)
{
  g_autoptr (PangoLayout) layout = hearth_label_create (canvas->style, text, canvas->em, 0, false);
  double width;

  hearth_label_get_size (layout, &width, NULL);
  return width;
}

/* @x: where the label's start (@align 0), middle (0.5) or end (1) stands, from the start side; @y: its middle; @width: no
 * more than that, 0 for any. */
static void
paint_label (const Canvas *canvas,
             const char *text,
             double x,
             double y,
             double width,
             double align,
             const HearthColor *color)
{
  g_autoptr (PangoLayout) layout = hearth_label_create (canvas->style, text, canvas->em, width, false);

  hearth_label_paint (layout, canvas->style, canvas->cr, canvas->width, x, y, align, color);
}

static void
fill_box (const Canvas *canvas, double x, double y, double width, double height, const HearthColor *color)
{
  hearth_color_set_source (color, canvas->cr);
  cairo_rectangle (canvas->cr, canvas->style->rtl ? canvas->width - x - width : x, y, width, height);
  cairo_fill (canvas->cr);
}

/* Upright where every label has room below its bar. */
static bool
is_upright (const Canvas *canvas)
{
  return canvas->widest + LABEL_GAP * canvas->em <= canvas->width / canvas->bars->bars->len;
}

static Canvas
canvas_init (const HearthBars *bars, const HearthChartStyle *style, cairo_t *cr, double width)
{
  Canvas canvas = {
    .bars = bars, .style = style, .cr = cr, .em = style->font_size, .width = width, .most = find_most (bars)
  };

  for (unsigned int i = 0; i < bars->bars->len; i++)
    canvas.widest = MAX (canvas.widest, measure_label (&canvas, ((HearthBar *) bars->bars->pdata[i])->label));
  return canvas;
}

/* What the colours stand for, where there are two; returns the height. */
static double
lay_out_legend (const Canvas *canvas)
{
  double line = LINE_HEIGHT * canvas->em, size = SWATCH * canvas->em, y = 0;

  if (canvas->bars->parts->len < 2)
    return 0;
  for (unsigned int i = 0; i < canvas->bars->parts->len; i++, y += line)
    {
      if (!canvas->cr)
        continue;
      fill_box (canvas, 0, y + (line - size) / 2, size, size, &canvas->style->palette->series[i]);
      paint_label (canvas, canvas->bars->parts->pdata[i], size + 0.5 * canvas->em, y + line / 2,
                   canvas->width - size - canvas->em, 0, &canvas->style->palette->ink);
    }
  return y + 0.4 * canvas->em;
}

static void
paint_upright (const Canvas *canvas, double top)
{
  const HearthPalette *palette = canvas->style->palette;
  double pitch = canvas->width / canvas->bars->bars->len, line = LINE_HEIGHT * canvas->em;
  double height = PLOT_HEIGHT * canvas->em, floor_y = top + line + height;

  for (unsigned int i = 0; i < canvas->bars->bars->len; i++)
    {
      const HearthBar *bar = canvas->bars->bars->pdata[i];
      g_autofree char *count = format_count (count_bar (bar));
      double y = floor_y, gap = pitch * 0.14;

      for (unsigned int part = 0; part < canvas->bars->parts->len && count_bar (bar) > 0; part++)
        {
          double piece = height * bar->counts[part] / canvas->most;

          y -= piece;
          fill_box (canvas, i * pitch + gap, y, pitch - 2 * gap, piece, &palette->series[part]);
        }
      if (count_bar (bar) > 0)
        paint_label (canvas, count, (i + 0.5) * pitch, y - line / 2, 0, 0.5, &palette->ink);
      paint_label (canvas, bar->label, (i + 0.5) * pitch, floor_y + line / 2 + 0.1 * canvas->em, 0, 0.5,
                   &palette->muted);
    }
  fill_box (canvas, 0, floor_y, canvas->width, canvas->em * 0.08, &palette->rule);
}

static void
paint_lying (const Canvas *canvas, double top)
{
  const HearthPalette *palette = canvas->style->palette;
  double label = MIN (canvas->widest, canvas->width * MOST_LABEL_SHARE);
  double begin = label + LABEL_GAP * canvas->em, pitch = LYING_PITCH * canvas->em;
  double room = canvas->width - begin - COUNT_ROOM * canvas->em;

  for (unsigned int i = 0; i < canvas->bars->bars->len; i++)
    {
      const HearthBar *bar = canvas->bars->bars->pdata[i];
      g_autofree char *count = format_count (count_bar (bar));
      double y = top + i * pitch, x = begin;

      paint_label (canvas, bar->label, 0, y + pitch / 2, label + 1, 0, &palette->ink);
      for (unsigned int part = 0; part < canvas->bars->parts->len && count_bar (bar) > 0; part++)
        {
          double piece = room * bar->counts[part] / canvas->most;

          fill_box (canvas, x, y + (pitch - LYING_BAR * canvas->em) / 2, piece, LYING_BAR * canvas->em,
                    &palette->series[part]);
          x += piece;
        }
      paint_label (canvas, count, x + 0.4 * canvas->em, y + pitch / 2, 0, 0,
                   count_bar (bar) > 0 ? &palette->ink : &palette->muted);
    }
  fill_box (canvas, begin, top, canvas->em * 0.08, pitch * canvas->bars->bars->len, &palette->rule);
}

/* Paints, or only measures; returns the height. */
static double
lay_out (const Canvas *canvas)
{
  double y;

  if (canvas->bars->bars->len == 0)
    return 0;
  y = lay_out_legend (canvas);
  if (is_upright (canvas))
    {
      if (canvas->cr)
        paint_upright (canvas, y);
      return y + (PLOT_HEIGHT + 2 * LINE_HEIGHT + 0.2) * canvas->em;
    }
  if (canvas->cr)
    paint_lying (canvas, y);
  return y + LYING_PITCH * canvas->em * canvas->bars->bars->len;
}

double
hearth_bars_measure (const HearthBars *bars, const HearthChartStyle *style, double width)
{
  Canvas canvas;

  g_return_val_if_fail (bars != NULL && style != NULL, 0);

  canvas = canvas_init (bars, style, NULL, width);
  return lay_out (&canvas);
}

void
hearth_bars_paint (const HearthBars *bars, const HearthChartStyle *style, cairo_t *cr, double width)
{
  Canvas canvas;

  g_return_if_fail (bars != NULL && style != NULL && cr != NULL);

  canvas = canvas_init (bars, style, cr, width);
  cairo_save (cr);
  lay_out (&canvas);
  cairo_restore (cr);
}

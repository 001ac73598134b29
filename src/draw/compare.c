/* SPDX-License-Identifier: GPL-3.0-or-later
 * A chart of areas, then and now.
 */
#define G_LOG_DOMAIN "hearth-draw"
#include "config.h"

#include "draw/compare.h"

#include "core/number.h"
#include "draw/label-private.h"

#include <glib/gi18n-lib.h>
#include <math.h>

/* In font sizes. */
#define LINE_HEIGHT 1.7
#define PITCH 2.1       /* from area to area */
#define GAP 0.9         /* between label and scale */
#define RING 0.62       /* radius */
#define DISC 0.42
#define PEN 0.16
#define SWATCH 1.6      /* room for a mark in the legend */
#define KEY_SIZE 0.92
#define KEY_GAP 0.5
#define MOST_LABEL_SHARE 0.42 /* of the width; labels stand above their line where they need more */

typedef struct {
  const HearthCompare *compare;
  const HearthChartStyle *style;
  cairo_t *cr; /* NULL while measuring */
  double em, width;
  double begin, end; /* of the scale: first and last step */
  bool above;        /* labels stand above their line */
  unsigned int n_steps;
} Canvas;

/* ---- The data ---- */

static void
area_free (HearthCompareArea *area)
{
  g_free (area->label);
  g_free (area);
}

HearthCompare *
hearth_compare_new (const char *title, const char *first, const char *second, const char *const *steps)
{
  HearthCompare *compare;

  g_return_val_if_fail (title != NULL && first != NULL, NULL);
  g_return_val_if_fail (steps != NULL && g_strv_length ((char **) steps) >= 2, NULL);

  compare = g_new0 (HearthCompare, 1);
  compare->title = g_strdup (title);
  compare->first = g_strdup (first);
  compare->second = g_strdup (second);
  compare->steps = g_strdupv ((char **) steps);
  compare->areas = g_ptr_array_new_with_free_func ((GDestroyNotify) area_free);
  return compare;
}

HearthCompare *
hearth_compare_copy (const HearthCompare *compare)
{
  HearthCompare *copy;

  g_return_val_if_fail (compare != NULL, NULL);

  copy = hearth_compare_new (compare->title, compare->first, compare->second,
                             (const char *const *) compare->steps);
  for (unsigned int i = 0; i < compare->areas->len; i++)
    {
      const HearthCompareArea *area = compare->areas->pdata[i];

      hearth_compare_add (copy, area->label, area->first, area->second);
    }
  return copy;
}

void
hearth_compare_free (HearthCompare *compare)
{
  g_free (compare->title);
  g_free (compare->first);
  g_free (compare->second);
  g_strfreev (compare->steps);
  g_ptr_array_unref (compare->areas);
  g_free (compare);
}

void
hearth_compare_add (HearthCompare *compare, const char *label, unsigned int first, unsigned int second)
{
  HearthCompareArea *area;
  unsigned int n_steps;

  g_return_if_fail (compare != NULL && label != NULL);

  n_steps = g_strv_length (compare->steps);
  g_return_if_fail (first <= n_steps && second <= n_steps);
  g_return_if_fail (second == 0 || compare->second != NULL);

  area = g_new0 (HearthCompareArea, 1);
  area->label = g_strdup (label);
  area->first = first;
  area->second = second;
  g_ptr_array_add (compare->areas, area);
}

/* ---- In words ---- */

static char *
format_step (unsigned int step)
{
  g_autofree char *canonical = g_strdup_printf ("%u", step);

  return hearth_number_format (canonical);
}

static char *
describe_area (const HearthCompare *compare, const HearthCompareArea *area)
{
  g_autofree char *first = format_step (area->first), *second = format_step (area->second);

  if (area->first == 0 && area->second == 0)
    /* Translators: an area of a chart that was not scored */
    return g_strdup_printf (_ ("%s: not known"), area->label);
  if (compare->second == NULL || area->second == 0)
    /* Translators: an area of a chart and its score: "Safety: 2" */
    return g_strdup_printf (C_ ("area and score", "%s: %s"), area->label, first);
  if (area->first == 0)
    /* Translators: an area of a chart that has a score only now: "Safety: now 2" */
    return g_strdup_printf (_ ("%s: now %s"), area->label, second);
  if (area->first == area->second)
    /* Translators: an area of a chart with the same score as before: "Safety: still 2" */
    return g_strdup_printf (_ ("%s: still %s"), area->label, second);
  /* Translators: an area of a chart, its score before and now: "Safety: 1, then 3" */
  return g_strdup_printf (_ ("%s: %s, then %s"), area->label, first, second);
}

static char *
describe_scale (const HearthCompare *compare)
{
  g_autofree char *most = format_step (g_strv_length (compare->steps));

  if (compare->second == NULL)
    /* Translators: what a chart shows, the highest step of its scale, and of when the values are */
    return g_strdup_printf (_ ("%s, on a scale from 1 to %s. %s."), compare->title, most, compare->first);
  /* Translators: what a chart shows, the highest step of its scale, and of when the two values are */
  return g_strdup_printf (_ ("%s, on a scale from 1 to %s. First: %s; then: %s."), compare->title, most,
                          compare->first, compare->second);
}

char *
hearth_compare_describe (const HearthCompare *compare)
{
  g_autoptr (GString) words = NULL;
  g_autofree char *scale = NULL;

  g_return_val_if_fail (compare != NULL, NULL);

  if (compare->areas->len == 0)
    return g_strdup_printf (_ ("%s: none."), compare->title);
  scale = describe_scale (compare);
  words = g_string_new (scale);
  for (unsigned int i = 0; i < compare->areas->len; i++)
    {
      g_autofree char *area = describe_area (compare, compare->areas->pdata[i]);

      /* Translators: between the areas of a chart when they are read out */
      g_string_append_printf (words, "%s%s", i == 0 ? " " : _ ("; "), area);
    }
  g_string_append_c (words, '.');
  return g_string_free_and_steal (g_steal_pointer (&words));
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

/* From the start side to cairo's left. */
static double
mirror (const Canvas *canvas, double x)
{
  return canvas->style->rtl ? canvas->width - x : x;
}

static void
paint_ring (const Canvas *canvas, double x, double y)
{
  hearth_color_set_source (&canvas->style->palette->background, canvas->cr);
  cairo_new_path (canvas->cr); /* text leaves a point behind, from which an arc would begin with a line */
  cairo_arc (canvas->cr, mirror (canvas, x), y, RING * canvas->em, 0, 2 * G_PI);
  cairo_fill_preserve (canvas->cr);
  hearth_color_set_source (&canvas->style->palette->series[0], canvas->cr);
  cairo_set_line_width (canvas->cr, PEN * 1.4 * canvas->em);
  cairo_stroke (canvas->cr);
}

static void
paint_disc (const Canvas *canvas, double x, double y)
{
  hearth_color_set_source (&canvas->style->palette->series[1], canvas->cr);
  cairo_new_path (canvas->cr);
  cairo_arc (canvas->cr, mirror (canvas, x), y, DISC * canvas->em, 0, 2 * G_PI);
  cairo_fill (canvas->cr);
}

static void
paint_line (const Canvas *canvas,
            double x1,
            double y1,
            double x2,
            double y2,
            double width,
            const HearthColor *color)
{
  hearth_color_set_source (color, canvas->cr);
  cairo_set_line_width (canvas->cr, width);
  cairo_move_to (canvas->cr, mirror (canvas, x1), y1);
  cairo_line_to (canvas->cr, mirror (canvas, x2), y2);
  cairo_stroke (canvas->cr);
}

static double
place_step (const Canvas *canvas, unsigned int step)
{
  return canvas->begin + (canvas->end - canvas->begin) * (step - 1) / (canvas->n_steps - 1);
}

static Canvas
canvas_init (const HearthCompare *compare, const HearthChartStyle *style, cairo_t *cr, double width)
{
  Canvas canvas = { .compare = compare, .style = style, .cr = cr, .em = style->font_size, .width = width };
  double widest = 0;

  for (unsigned int i = 0; i < compare->areas->len; i++)
    widest = MAX (widest, measure_label (&canvas, ((HearthCompareArea *) compare->areas->pdata[i])->label));
  canvas.n_steps = g_strv_length (compare->steps);
  canvas.above = widest > width * MOST_LABEL_SHARE;
  canvas.begin = (canvas.above ? 0 : widest + GAP * canvas.em) + RING * 1.5 * canvas.em;
  canvas.end = width - RING * 1.5 * canvas.em;
  return canvas;
}

/* What ring and disc stand for; returns the height. */
static double
lay_out_legend (const Canvas *canvas)
{
  const char *const words[] = { canvas->compare->first, canvas->compare->second };
  double line = LINE_HEIGHT * canvas->em, y = 0;

  for (unsigned int i = 0; i < G_N_ELEMENTS (words) && words[i] != NULL; i++, y += line)
    {
      if (canvas->cr == NULL)
        continue;
      if (i == 0)
        paint_ring (canvas, RING * 1.3 * canvas->em, y + line / 2);
      else
        paint_disc (canvas, RING * 1.3 * canvas->em, y + line / 2);
      paint_label (canvas, words[i], (SWATCH + 0.3) * canvas->em, y + line / 2,
                   canvas->width - (SWATCH + 0.3) * canvas->em, 0, &canvas->style->palette->ink);
    }
  return y + 0.3 * canvas->em;
}

static void
paint_area (const Canvas *canvas, const HearthCompareArea *area, double label_y, double y)
{
  const HearthPalette *palette = canvas->style->palette;
  double from, to;

  paint_label (canvas, area->label, 0, label_y, canvas->above ? canvas->width : 0, 0, &palette->ink);
  paint_line (canvas, canvas->begin, y, canvas->end, y, 0.08 * canvas->em, &palette->rule);
  from = area->first > 0 ? place_step (canvas, area->first) : 0;
  to = area->second > 0 ? place_step (canvas, area->second) : 0;
  if (area->first > 0 && area->second > 0)
    paint_line (canvas, from, y, to, y, PEN * 1.6 * canvas->em, &palette->series[1]);
  if (area->first > 0)
    paint_ring (canvas, from, y);
  if (area->second > 0)
    paint_disc (canvas, to, y);
}

/* Numbers above, and a thin line down each step, which leaves labels above the lines alone. */
static void
paint_scale (const Canvas *canvas, double top, double row)
{
  double line = LINE_HEIGHT * canvas->em, skipped = canvas->above ? line : 0;

  for (unsigned int step = 1; step <= canvas->n_steps; step++)
    {
      g_autofree char *number = format_step (step);
      double x = place_step (canvas, step);

      paint_label (canvas, number, x, top - line / 2, 0, 0.5, &canvas->style->palette->muted);
      for (unsigned int i = 0; i < canvas->compare->areas->len; i++)
        paint_line (canvas, x, top + i * row + skipped, x, top + (i + 1) * row, 0.08 * canvas->em,
                    &canvas->style->palette->grid);
    }
}

/* What the steps mean, one below the other; returns the height. */
static double
lay_out_key (const Canvas *canvas, double y)
{
  double top = y + KEY_GAP * canvas->em;

  y = top;
  for (unsigned int i = 0; i < canvas->n_steps; i++)
    {
      g_autoptr (PangoLayout) layout = hearth_label_create (canvas->style, canvas->compare->steps[i],
                                                            KEY_SIZE * canvas->em, canvas->width, true);
      double height;

      hearth_label_get_size (layout, NULL, &height);
      if (canvas->cr != NULL)
        hearth_label_paint (layout, canvas->style, canvas->cr, canvas->width, 0, y + height / 2, 0,
                            &canvas->style->palette->muted);
      y += height;
    }
  return y - top + KEY_GAP * canvas->em;
}

/* Paints, or only measures; returns the height. */
static double
lay_out (const Canvas *canvas)
{
  double line = LINE_HEIGHT * canvas->em, pitch = PITCH * canvas->em, row, top, bottom;

  if (canvas->compare->areas->len == 0)
    return 0;
  row = canvas->above ? line + pitch * 0.8 : pitch;
  top = lay_out_legend (canvas) + line;
  bottom = top + row * canvas->compare->areas->len;
  if (canvas->cr != NULL)
    paint_scale (canvas, top, row);
  for (unsigned int i = 0; i < canvas->compare->areas->len && canvas->cr != NULL; i++)
    {
      double y = top + i * row;

      if (canvas->above)
        paint_area (canvas, canvas->compare->areas->pdata[i], y + line / 2, y + line + pitch * 0.35);
      else
        paint_area (canvas, canvas->compare->areas->pdata[i], y + pitch / 2, y + pitch / 2);
    }
  return bottom + lay_out_key (canvas, bottom);
}

double
hearth_compare_measure (const HearthCompare *compare, const HearthChartStyle *style, double width)
{
  Canvas canvas;

  g_return_val_if_fail (compare != NULL && style != NULL, 0);

  canvas = canvas_init (compare, style, NULL, width);
  return ceil (lay_out (&canvas));
}

void
hearth_compare_paint (const HearthCompare *compare, const HearthChartStyle *style, cairo_t *cr, double width)
{
  Canvas canvas;

  g_return_if_fail (compare != NULL && style != NULL && cr != NULL);

  canvas = canvas_init (compare, style, cr, width);
  cairo_save (cr);
  lay_out (&canvas);
  cairo_restore (cr);
}

/* SPDX-License-Identifier: GPL-3.0-or-later
 * Drawing a chart: one panel per series over a shared date axis, for screen and paper alike.
 */
#define G_LOG_DOMAIN "hearth-draw"

#include "draw/chart-private.h"
#include "draw/text.h"

#include <math.h>

/* All lengths are in font sizes, so that a chart grows with its text. */
#define LINE_HEIGHT 1.7
#define PLOT_HEIGHT 6.5
#define PANEL_GAP 1.1
#define GUTTER_GAP 0.6
#define TICK_LENGTH 0.35
#define TICK_LABEL_GAP 1.6
#define SWATCH 0.85
#define HAIRLINE 0.05

typedef struct {
  const HearthChart *chart;
  const HearthChartStyle *style;
  cairo_t *cr; /* NULL while measuring */
  double em;
  double width;
  double gutter; /* room for the value axis' words */
  double plot;   /* width of the plot */
  HearthBucketSize bucket;
} Canvas;

static PangoLayout *
create_label (const Canvas *canvas, const char *text, double width)
{
  PangoLayout *layout = pango_layout_new (canvas->style->context);
  const PangoFontDescription *font = pango_context_get_font_description (canvas->style->context);
  PangoFontDescription *sized = font ? pango_font_description_copy (font) : pango_font_description_new ();
  g_autofree char *marked = hearth_text_mark_breaks (text);

  pango_font_description_set_absolute_size (sized, canvas->em * PANGO_SCALE);
  pango_layout_set_font_description (layout, sized);
  pango_layout_set_text (layout, marked, -1);
  if (width > 0)
    {
      pango_layout_set_width (layout, (int) (width * PANGO_SCALE));
      pango_layout_set_wrap (layout, PANGO_WRAP_WORD_CHAR);
    }
  pango_font_description_free (sized);
  return layout;
}

static void
get_label_size (PangoLayout *layout, double *width, double *height)
{
  PangoRectangle logical;

  pango_layout_get_extents (layout, NULL, &logical);
  *width = (double) logical.width / PANGO_SCALE;
  *height = (double) logical.height / PANGO_SCALE;
}

/* @x: where the label's start (@align 0), middle (0.5) or end (1) stands, counted from the start side. */
static void
paint_label (const Canvas *canvas,
             const char *text,
             double x,
             double y,
             double align,
             const HearthColor *color)
{
  g_autoptr (PangoLayout) layout = create_label (canvas, text, 0);
  double width, height, left;

  get_label_size (layout, &width, &height);
  left = CLAMP (x - width * align, 0, MAX (0, canvas->width - width));
  if (canvas->style->rtl)
    left = canvas->width - left - width;
  hearth_color_set_source (color, canvas->cr);
  cairo_move_to (canvas->cr, left, y - height / 2);
  pango_cairo_show_layout (canvas->cr, layout);
}

/* From the start side to the left side. */
static double
mirror (const Canvas *canvas, double x)
{
  return canvas->style->rtl ? canvas->width - x : x;
}

static void
paint_line (const Canvas *canvas, double x1, double y1, double x2, double y2)
{
  cairo_move_to (canvas->cr, mirror (canvas, x1), y1);
  cairo_line_to (canvas->cr, mirror (canvas, x2), y2);
  cairo_stroke (canvas->cr);
}

static double
x_of_day (const Canvas *canvas, double day)
{
  double days = canvas->chart->last_day - canvas->chart->first_day + 1;

  return canvas->gutter + (day - canvas->chart->first_day) / days * canvas->plot;
}

static unsigned int
count_steps (const HearthChartSeries *series)
{
  return (unsigned int) floor ((series->maximum - series->minimum) / series->step + 1e-9) + 1;
}

static char *
format_step (const HearthChartSeries *series, unsigned int step)
{
  if (series->steps && step < g_strv_length (series->steps))
    return g_strdup (series->steps[step]);
  return hearth_chart_format_value (series->minimum + step * series->step);
}

/* A scale's words need a line each. */
static double
get_plot_height (const Canvas *canvas, const HearthChartSeries *series)
{
  return canvas->em * (series->steps ? MAX (PLOT_HEIGHT, count_steps (series) * 1.45) : PLOT_HEIGHT);
}

static void
measure_gutter (Canvas *canvas)
{
  for (unsigned int i = 0; i < canvas->chart->series->len; i++)
    {
      const HearthChartSeries *series = canvas->chart->series->pdata[i];

      for (unsigned int step = 0; step < count_steps (series); step++)
        {
          g_autofree char *label = format_step (series, step);
          g_autoptr (PangoLayout) layout = create_label (canvas, label, 0);
          double width, height;

          get_label_size (layout, &width, &height);
          canvas->gutter = MAX (canvas->gutter, width);
        }
    }
  canvas->gutter = MIN (canvas->gutter + GUTTER_GAP * canvas->em, canvas->width / 3);
}

static Canvas
canvas_init (const HearthChart *chart, const HearthChartStyle *style, cairo_t *cr, double width)
{
  Canvas canvas = { .chart = chart, .style = style, .cr = cr, .em = style->font_size, .width = width };

  measure_gutter (&canvas);
  canvas.plot = width - canvas.gutter;
  canvas.bucket = hearth_chart_choose_bucket (chart, canvas.plot);
  return canvas;
}

/* Half a step is left free below and above a scale, so that its marks do not lie on the frame. */
static double
y_of_value (const HearthChartSeries *series, double value, double top, double height)
{
  double pad = series->form == HEARTH_CHART_LINE ? series->step / 2 : 0;
  double low = series->minimum - pad, high = series->maximum + pad;

  return top + height - (CLAMP (value, low, high) - low) / (high - low) * height;
}

static void
paint_bars (const Canvas *canvas, const HearthChartSeries *series, GArray *buckets, double top, double height)
{
  double floor_y = y_of_value (series, series->minimum, top, height);

  for (unsigned int i = 0; i < buckets->len; i++)
    {
      const HearthBucket *bucket = &g_array_index (buckets, HearthBucket, i);
      double start = x_of_day (canvas, bucket->first_day), end = x_of_day (canvas, bucket->last_day + 1);
      double gap = MIN ((end - start) * 0.15, canvas->em * 0.2);
      /* Nothing slept is still a mark: only what nobody wrote down is a gap. */
      double y = MIN (y_of_value (series, bucket->value, top, height), floor_y - canvas->em * 0.1);
      double left = MIN (mirror (canvas, start + gap), mirror (canvas, end - gap));

      cairo_rectangle (canvas->cr, left, y, end - start - 2 * gap, floor_y - y);
    }
  cairo_fill (canvas->cr);
}

static double
middle_of_bucket (const Canvas *canvas, const HearthBucket *bucket)
{
  return mirror (canvas, x_of_day (canvas, (bucket->first_day + bucket->last_day + 1) / 2.0));
}

static bool
are_joined (const HearthChartSeries *series, const HearthBucket *before, const HearthBucket *after)
{
  return series->count == HEARTH_CHART_TIMES || after->index == before->index + 1;
}

/* A line where bucket follows bucket, broken at every gap; a dot for each where there is room, and for those that
 * stand alone. */
static void
paint_curve (const Canvas *canvas,
             const HearthChartSeries *series,
             GArray *buckets,
             double top,
             double height)
{
  double radius = canvas->em * 0.2;
  bool room = buckets->len > 0 && canvas->plot / buckets->len > radius * 3;

  cairo_set_line_width (canvas->cr, canvas->em * 0.14);
  for (unsigned int i = 0; i < buckets->len; i++)
    {
      const HearthBucket *bucket = &g_array_index (buckets, HearthBucket, i);
      double x = middle_of_bucket (canvas, bucket), y = y_of_value (series, bucket->value, top, height);

      if (i > 0 && are_joined (series, bucket - 1, bucket))
        cairo_line_to (canvas->cr, x, y);
      else
        cairo_move_to (canvas->cr, x, y);
    }
  cairo_stroke (canvas->cr);

  for (unsigned int i = 0; i < buckets->len; i++)
    {
      const HearthBucket *bucket = &g_array_index (buckets, HearthBucket, i);
      bool joined = (i > 0 && are_joined (series, bucket - 1, bucket)) ||
                    (i + 1 < buckets->len && are_joined (series, bucket, bucket + 1));

      if (joined && !room)
        continue;
      cairo_new_sub_path (canvas->cr);
      cairo_arc (canvas->cr, middle_of_bucket (canvas, bucket),
                 y_of_value (series, bucket->value, top, height), radius, 0, 2 * G_PI);
    }
  cairo_fill (canvas->cr);
}

static HearthBucketSize
get_bucket_size (const Canvas *canvas, const HearthChartSeries *series)
{
  return series->count == HEARTH_CHART_TIMES ? HEARTH_BUCKET_DAY : canvas->bucket;
}

/* The name above a panel, with a sample of its mark. */
static void
paint_legend (const Canvas *canvas, const HearthChartSeries *series, const HearthColor *color, double y)
{
  g_autofree char *legend = hearth_chart_format_legend (series, get_bucket_size (canvas, series));
  double size = SWATCH * canvas->em, x = canvas->gutter;

  hearth_color_set_source (color, canvas->cr);
  if (series->form == HEARTH_CHART_BARS)
    {
      cairo_rectangle (canvas->cr, MIN (mirror (canvas, x), mirror (canvas, x + size)), y - size / 2, size,
                       size);
      cairo_fill (canvas->cr);
    }
  else
    {
      cairo_set_line_width (canvas->cr, canvas->em * 0.14);
      paint_line (canvas, x, y, x + size * 1.6, y);
      cairo_arc (canvas->cr, mirror (canvas, x + size * 0.8), y, canvas->em * 0.25, 0, 2 * G_PI);
      cairo_fill (canvas->cr);
      size *= 1.6;
    }
  paint_label (canvas, legend, x + size + 0.5 * canvas->em, y, 0, &canvas->style->palette->ink);
}

static void
paint_value_axis (const Canvas *canvas, const HearthChartSeries *series, double top, double height)
{
  const HearthPalette *palette = canvas->style->palette;

  for (unsigned int step = 0; step < count_steps (series); step++)
    {
      g_autofree char *label = format_step (series, step);
      double y = y_of_value (series, series->minimum + step * series->step, top, height);
      bool base = step == 0 && series->form == HEARTH_CHART_BARS;

      hearth_color_set_source (base ? &palette->rule : &palette->grid, canvas->cr);
      cairo_set_line_width (canvas->cr, canvas->em * HAIRLINE);
      paint_line (canvas, canvas->gutter, y, canvas->width, y);
      paint_label (canvas, label, canvas->gutter - GUTTER_GAP * canvas->em, y, 1, &palette->muted);
    }
}

static void
paint_event_lines (const Canvas *canvas, double top, double height)
{
  const double dashes[] = { canvas->em * 0.25, canvas->em * 0.25 };

  cairo_save (canvas->cr);
  cairo_set_dash (canvas->cr, dashes, G_N_ELEMENTS (dashes), 0);
  cairo_set_line_width (canvas->cr, canvas->em * 0.08);
  hearth_color_set_source (&canvas->style->palette->ink, canvas->cr);
  for (unsigned int i = 0; i < canvas->chart->events->len; i++)
    {
      const HearthChartEvent *event = canvas->chart->events->pdata[i];
      double x = x_of_day (canvas, event->day + 0.5);

      paint_line (canvas, x, top, x, top + height);
    }
  cairo_restore (canvas->cr);
}

static void
paint_panel (const Canvas *canvas, unsigned int nth, double top, double height)
{
  const HearthPalette *palette = canvas->style->palette;
  const HearthChartSeries *series = canvas->chart->series->pdata[nth];
  const HearthColor *color = &palette->series[nth % G_N_ELEMENTS (palette->series)];
  g_autoptr (GArray) buckets = hearth_chart_gather (canvas->chart, series, get_bucket_size (canvas, series));

  paint_value_axis (canvas, series, top, height);
  paint_event_lines (canvas, top, height);
  hearth_color_set_source (color, canvas->cr);
  if (series->form == HEARTH_CHART_BARS)
    paint_bars (canvas, series, buckets, top, height);
  else
    paint_curve (canvas, series, buckets, top, height);
}

static void
paint_date_axis (const Canvas *canvas, double y)
{
  const HearthPalette *palette = canvas->style->palette;
  g_autofree char *sample = hearth_chart_format_day (canvas->chart->last_day);
  g_autoptr (PangoLayout) layout = create_label (canvas, sample, 0);
  g_autoptr (GArray) ticks = NULL;
  double width, height;

  get_label_size (layout, &width, &height);
  ticks = hearth_time_axis_new (canvas->chart->first_day, canvas->chart->last_day, canvas->plot,
                                width * 0.75 + TICK_LABEL_GAP * canvas->em);
  hearth_color_set_source (&palette->rule, canvas->cr);
  cairo_set_line_width (canvas->cr, canvas->em * HAIRLINE * 1.5);
  paint_line (canvas, canvas->gutter, y, canvas->width, y);
  for (unsigned int i = 0; i < ticks->len; i++)
    {
      const HearthTick *tick = &g_array_index (ticks, HearthTick, i);
      double x = x_of_day (canvas, tick->day);

      hearth_color_set_source (&palette->rule, canvas->cr);
      paint_line (canvas, x, y, x, y + TICK_LENGTH * canvas->em);
      paint_label (canvas, tick->label, x, y + (TICK_LENGTH + LINE_HEIGHT / 2) * canvas->em, 0,
                   &palette->muted);
    }
}

/* The number above an event's line; the list below the chart says what it stands for. */
static void
paint_event_numbers (const Canvas *canvas, double y)
{
  for (unsigned int i = 0; i < canvas->chart->events->len; i++)
    {
      const HearthChartEvent *event = canvas->chart->events->pdata[i];
      g_autofree char *number = hearth_chart_format_value (i + 1);

      paint_label (canvas, number, x_of_day (canvas, event->day + 0.5), y, 0.5, &canvas->style->palette->ink);
    }
}

/* Pango swaps left and right for a text that runs against its context. */
static void
align_to_start (const Canvas *canvas, PangoLayout *layout, const char *words)
{
  bool context_rtl = pango_context_get_base_dir (canvas->style->context) == PANGO_DIRECTION_RTL;
  HearthDirection direction = hearth_text_find_direction (words, -1);
  bool swapped = direction != HEARTH_DIRECTION_NONE && (direction == HEARTH_DIRECTION_RTL) != context_rtl;

  pango_layout_set_alignment (layout, canvas->style->rtl == swapped ? PANGO_ALIGN_LEFT : PANGO_ALIGN_RIGHT);
}

/* Explains the numbered events; returns the height. */
static double
lay_out_events (const Canvas *canvas, double top)
{
  double y = top;

  for (unsigned int i = 0; i < canvas->chart->events->len; i++)
    {
      const HearthChartEvent *event = canvas->chart->events->pdata[i];
      g_autofree char *number = hearth_chart_format_value (i + 1);
      g_autofree char *day = hearth_chart_format_day (event->day);
      g_autofree char *words = g_strdup_printf ("%s  %s  %s", number, day, event->label);
      g_autoptr (PangoLayout) layout = create_label (canvas, words, canvas->plot);
      double width, height;

      align_to_start (canvas, layout, words);
      get_label_size (layout, &width, &height);
      if (canvas->cr)
        {
          hearth_color_set_source (&canvas->style->palette->ink, canvas->cr);
          cairo_move_to (canvas->cr, canvas->style->rtl ? 0 : canvas->gutter, y);
          pango_cairo_show_layout (canvas->cr, layout);
        }
      y += height;
    }
  return y - top;
}

/* Paints, or only measures; returns the height. */
static double
lay_out (const Canvas *canvas)
{
  const HearthChart *chart = canvas->chart;
  double line = LINE_HEIGHT * canvas->em;
  double y = 0;

  for (unsigned int i = 0; i < chart->series->len; i++)
    {
      const HearthChartSeries *series = chart->series->pdata[i];
      double height = get_plot_height (canvas, series);

      if (canvas->cr)
        paint_legend (canvas, series, &canvas->style->palette->series[i % 2], y + line / 2);
      y += line;
      if (i == 0 && chart->events->len > 0)
        {
          if (canvas->cr)
            paint_event_numbers (canvas, y + line / 2);
          y += line;
        }
      else
        y += canvas->em * 0.3;
      if (canvas->cr)
        paint_panel (canvas, i, y, height);
      y += height + (i + 1 < chart->series->len ? PANEL_GAP * canvas->em : 0);
    }
  if (canvas->cr)
    paint_date_axis (canvas, y);
  y += line + TICK_LENGTH * canvas->em;
  return y + lay_out_events (canvas, y);
}

double
hearth_chart_measure (const HearthChart *chart, const HearthChartStyle *style, double width)
{
  Canvas canvas;

  g_return_val_if_fail (chart != NULL && style != NULL, 0);

  canvas = canvas_init (chart, style, NULL, width);
  return lay_out (&canvas);
}

void
hearth_chart_paint (const HearthChart *chart, const HearthChartStyle *style, cairo_t *cr, double width)
{
  Canvas canvas;

  g_return_if_fail (chart != NULL && style != NULL && cr != NULL);

  canvas = canvas_init (chart, style, cr, width);
  cairo_save (cr);
  lay_out (&canvas);
  cairo_restore (cr);
}

/* SPDX-License-Identifier: GPL-3.0-or-later
 * What a cell of the shift grid draws beside its word: a shape, so that nothing is told by colour alone.
 */
#define G_LOG_DOMAIN "hearth-widgets"

#include "widgets/shift-symbol.h"

#include <math.h>

/* Shapes are drawn on a square of 16, as symbolic icons are. */
#define SQUARE 16.0
#define LINE 1.4f
#define STAR_POINTS 5

typedef struct {
  GtkSnapshot *snapshot;
  const GdkRGBA *color;
} Pen;

static void
fill (const Pen *pen, GskPathBuilder *builder)
{
  g_autoptr (GskPath) path = gsk_path_builder_free_to_path (builder);

  gtk_snapshot_append_fill (pen->snapshot, path, GSK_FILL_RULE_WINDING, pen->color);
}

static void
stroke (const Pen *pen, GskPathBuilder *builder)
{
  g_autoptr (GskPath) path = gsk_path_builder_free_to_path (builder);
  g_autoptr (GskStroke) line = gsk_stroke_new (LINE);

  gsk_stroke_set_line_cap (line, GSK_LINE_CAP_ROUND);
  gsk_stroke_set_line_join (line, GSK_LINE_JOIN_ROUND);
  gtk_snapshot_append_stroke (pen->snapshot, path, line, pen->color);
}

static void
draw_circle (const Pen *pen, float x, float y, float radius, bool filled)
{
  GskPathBuilder *builder = gsk_path_builder_new ();

  gsk_path_builder_add_circle (builder, &GRAPHENE_POINT_INIT (x, y), radius);
  if (filled)
    fill (pen, builder);
  else
    stroke (pen, builder);
}

static void
draw_face (const Pen *pen, double amount)
{
  GskPathBuilder *mouth = gsk_path_builder_new ();
  float bend = (float) ((amount - 0.5) * 7), middle = 10.4f - bend / 3;

  draw_circle (pen, 8, 8, 7, false);
  draw_circle (pen, 5.4f, 6.2f, 1.1f, true);
  draw_circle (pen, 10.6f, 6.2f, 1.1f, true);
  gsk_path_builder_move_to (mouth, 4.9f, middle);
  gsk_path_builder_quad_to (mouth, 8, middle + bend, 11.1f, middle);
  stroke (pen, mouth);
}

static void
draw_amount (const Pen *pen, double amount)
{
  float height = (float) (amount * 14);

  if (amount > 0)
    {
      gtk_snapshot_push_clip (pen->snapshot, &GRAPHENE_RECT_INIT (0, 15 - height, 16, height + 1));
      draw_circle (pen, 8, 8, 7, true);
      gtk_snapshot_pop (pen->snapshot);
    }
  draw_circle (pen, 8, 8, 6.8f, false);
}

static void
draw_lines (const Pen *pen, const float (*points)[4], guint n_lines)
{
  GskPathBuilder *builder = gsk_path_builder_new ();

  for (guint i = 0; i < n_lines; i++)
    {
      gsk_path_builder_move_to (builder, points[i][0], points[i][1]);
      gsk_path_builder_line_to (builder, points[i][2], points[i][3]);
    }
  stroke (pen, builder);
}

static void
draw_house (const Pen *pen)
{
  GskPathBuilder *builder = gsk_path_builder_new ();

  gsk_path_builder_move_to (builder, 1.5f, 8.5f);
  gsk_path_builder_line_to (builder, 8, 2);
  gsk_path_builder_line_to (builder, 14.5f, 8.5f);
  gsk_path_builder_move_to (builder, 3.5f, 7.5f);
  gsk_path_builder_line_to (builder, 3.5f, 14);
  gsk_path_builder_line_to (builder, 12.5f, 14);
  gsk_path_builder_line_to (builder, 12.5f, 7.5f);
  stroke (pen, builder);
}

static void
draw_out (const Pen *pen)
{
  static const float lines[][4] = { { 2, 8, 13.5f, 8 }, { 13.5f, 8, 9, 3.5f }, { 13.5f, 8, 9, 12.5f } };

  draw_lines (pen, lines, G_N_ELEMENTS (lines));
}

static void
draw_cross (const Pen *pen)
{
  static const float lines[][4] = { { 8, 4, 8, 12 }, { 4, 8, 12, 8 } };

  draw_circle (pen, 8, 8, 7, false);
  draw_lines (pen, lines, G_N_ELEMENTS (lines));
}

static void
draw_text (const Pen *pen)
{
  static const float lines[][4] = { { 2.5f, 4, 13.5f, 4 }, { 2.5f, 8, 13.5f, 8 }, { 2.5f, 12, 9, 12 } };

  draw_lines (pen, lines, G_N_ELEMENTS (lines));
}

static void
draw_dash (const Pen *pen)
{
  static const float lines[][4] = { { 3.5f, 8, 12.5f, 8 } };

  draw_lines (pen, lines, G_N_ELEMENTS (lines));
}

static void
draw_star (const Pen *pen)
{
  GskPathBuilder *builder = gsk_path_builder_new ();

  for (guint i = 0; i < 2 * STAR_POINTS; i++)
    {
      double angle = G_PI * (i / (double) STAR_POINTS - 0.5), radius = i % 2 == 0 ? 7.5 : 3.2;
      float x = (float) (8 + radius * cos (angle)), y = (float) (8.5 + radius * sin (angle));

      if (i == 0)
        gsk_path_builder_move_to (builder, x, y);
      else
        gsk_path_builder_line_to (builder, x, y);
    }
  gsk_path_builder_close (builder);
  fill (pen, builder);
}

static void
draw_alert (const Pen *pen)
{
  static const float lines[][4] = { { 8, 6, 8, 9.5f }, { 8, 12, 8, 12.1f } };
  GskPathBuilder *builder = gsk_path_builder_new ();

  gsk_path_builder_move_to (builder, 8, 1.8f);
  gsk_path_builder_line_to (builder, 15, 14.2f);
  gsk_path_builder_line_to (builder, 1, 14.2f);
  gsk_path_builder_close (builder);
  stroke (pen, builder);
  draw_lines (pen, lines, G_N_ELEMENTS (lines));
}

static void
draw (const Pen *pen, HearthShiftShape shape, double amount)
{
  switch (shape)
    {
    case HEARTH_SHIFT_SHAPE_FACE:
      draw_face (pen, amount);
      break;
    case HEARTH_SHIFT_SHAPE_AMOUNT:
      draw_amount (pen, amount);
      break;
    case HEARTH_SHIFT_SHAPE_DASH:
      draw_dash (pen);
      break;
    case HEARTH_SHIFT_SHAPE_HOUSE:
      draw_house (pen);
      break;
    case HEARTH_SHIFT_SHAPE_OUT:
      draw_out (pen);
      break;
    case HEARTH_SHIFT_SHAPE_CROSS:
      draw_cross (pen);
      break;
    case HEARTH_SHIFT_SHAPE_STAR:
      draw_star (pen);
      break;
    case HEARTH_SHIFT_SHAPE_ALERT:
      draw_alert (pen);
      break;
    case HEARTH_SHIFT_SHAPE_LINES:
      draw_text (pen);
      break;
    case HEARTH_SHIFT_SHAPE_NONE:
      break;
    }
}

void
hearth_shift_symbol_snapshot (GtkSnapshot *snapshot,
                              HearthShiftShape shape,
                              double amount,
                              double size,
                              const GdkRGBA *color)
{
  const Pen pen = { snapshot, color };

  gtk_snapshot_save (snapshot);
  gtk_snapshot_scale (snapshot, (float) (size / SQUARE), (float) (size / SQUARE));
  draw (&pen, shape, amount);
  gtk_snapshot_restore (snapshot);
}

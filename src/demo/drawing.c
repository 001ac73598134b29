/* SPDX-License-Identifier: GPL-3.0-or-later
 * Pictures that residents of the invented house have drawn.
 */
#define G_LOG_DOMAIN "hearth-demo"

#include "config.h"

#include "demo/drawing.h"

#include <cairo.h>
#include <math.h>

#define WIDTH 800
#define HEIGHT 560
#define GROUND 430

static cairo_status_t
write_cb (void *closure, const unsigned char *data, unsigned int length)
{
  g_byte_array_append (closure, data, length);
  return CAIRO_STATUS_SUCCESS;
}

static void
draw_flower (cairo_t *cr, GRand *random)
{
  double x = g_rand_double_range (random, 40, WIDTH - 40), y = g_rand_double_range (random, 330, 420);
  double size = g_rand_double_range (random, 12, 24);
  double red = g_rand_double_range (random, 0.6, 1), green = g_rand_double_range (random, 0.2, 0.7),
         blue = g_rand_double_range (random, 0.2, 0.9);

  cairo_set_source_rgb (cr, 0.25, 0.55, 0.25);
  cairo_set_line_width (cr, 5);
  cairo_move_to (cr, x, y);
  cairo_curve_to (cr, x - 10, y + 40, x + 12, y + 60, x, GROUND + 60);
  cairo_stroke (cr);
  cairo_set_source_rgb (cr, red, green, blue);
  for (int petal = 0; petal < 6; petal++)
    {
      double angle = petal * G_PI / 3;

      cairo_arc (cr, x + cos (angle) * size, y + sin (angle) * size, size * 0.7, 0, 2 * G_PI);
      cairo_fill (cr);
    }
  cairo_set_source_rgb (cr, 0.98, 0.83, 0.3);
  cairo_arc (cr, x, y, size * 0.6, 0, 2 * G_PI);
  cairo_fill (cr);
}

static void
draw_garden (cairo_t *cr, GRand *random)
{
  int flowers = g_rand_int_range (random, 5, 10);

  cairo_set_source_rgb (cr, 0.84, 0.93, 0.98);
  cairo_paint (cr);
  cairo_set_source_rgb (cr, 1, 0.85, 0.35);
  cairo_arc (cr, g_rand_double_range (random, 90, WIDTH - 90), 100, 55, 0, 2 * G_PI);
  cairo_fill (cr);
  cairo_set_source_rgb (cr, 0.6, 0.8, 0.5);
  cairo_rectangle (cr, 0, GROUND, WIDTH, HEIGHT - GROUND);
  cairo_fill (cr);
  for (int i = 0; i < flowers; i++)
    draw_flower (cr, random);
}

GBytes *
hearth_demo_draw (GRand *random)
{
  cairo_surface_t *surface = cairo_image_surface_create (CAIRO_FORMAT_RGB24, WIDTH, HEIGHT);
  cairo_t *cr = cairo_create (surface);
  GByteArray *png = g_byte_array_new ();

  draw_garden (cr, random);
  cairo_destroy (cr);
  cairo_surface_write_to_png_stream (surface, write_cb, png);
  cairo_surface_destroy (surface);
  return g_byte_array_free_to_bytes (png);
}

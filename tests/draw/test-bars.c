/* SPDX-License-Identifier: GPL-3.0-or-later
 * Charts of counts: what they say, which way they stand, and how long a bar is.
 */
#include "draw/bars.h"
#include "draw/font.h"

#include "fixtures/fixtures.h"

#define WIDTH 400
#define HEIGHT 200

static HearthChartStyle
make_style (bool rtl)
{
  return (HearthChartStyle) { .palette = &hearth_palette_paper,
                              .context = hearth_font_create_context ("en"),
                              .font_size = 10,
                              .rtl = rtl };
}

static void
test_words (void)
{
  g_autoptr (HearthBars) bars = hearth_bars_new ("By place", "Small", "Serious");
  g_autoptr (HearthBars) copy = NULL;
  g_autofree char *none = hearth_bars_describe (bars);
  g_autofree char *words = NULL;

  g_assert_cmpstr (none, ==, "By place: none.");
  hearth_bars_add (bars, "Kitchen", 3, 2);
  hearth_bars_add (bars, "Street", 0, 0);
  hearth_bars_add (bars, "Garden", 7, 0);
  copy = hearth_bars_copy (bars);
  words = hearth_bars_describe (copy);
  g_assert_cmpstr (words, ==, "By place, 12 in all. Kitchen: 5 (Serious: 2), Garden: 7.");
  g_assert_cmpuint (hearth_bars_get_total (copy), ==, 12);
}

/* How many pixels of the first colour are in the column or row at @at. */
static unsigned int
count_ink (cairo_surface_t *surface, int at, bool column)
{
  const HearthColor *color = &hearth_palette_paper.series[0];
  guint32 ink = 0xff000000 | (guint32) (color->red * 255 + 0.5) << 16 |
                (guint32) (color->green * 255 + 0.5) << 8 | (guint32) (color->blue * 255 + 0.5);
  unsigned int n = 0;

  for (int i = 0; i < (column ? HEIGHT : WIDTH); i++)
    {
      int x = column ? at : i, y = column ? i : at;
      const guchar *row =
        cairo_image_surface_get_data (surface) + y * cairo_image_surface_get_stride (surface);

      n += ((const guint32 *) (gconstpointer) row)[x] == ink;
    }
  return n;
}

static cairo_surface_t *
draw (const HearthBars *bars, bool rtl, double *height)
{
  cairo_surface_t *surface = cairo_image_surface_create (CAIRO_FORMAT_ARGB32, WIDTH, HEIGHT);
  HearthChartStyle style = make_style (rtl);
  cairo_t *cr = cairo_create (surface);

  *height = hearth_bars_measure (bars, &style, WIDTH);
  hearth_bars_paint (bars, &style, cr, WIDTH);
  cairo_destroy (cr);
  cairo_surface_flush (surface);
  g_object_unref (style.context);
  return surface;
}

/* Twice as many is twice as high, and the other way round on a page that runs from right to left. */
static void
test_upright (void)
{
  for (int rtl = 0; rtl <= 1; rtl++)
    {
      g_autoptr (HearthBars) bars = hearth_bars_new ("By hour", "All", NULL);
      cairo_surface_t *surface;
      unsigned int one, two;
      double height;

      hearth_bars_add (bars, "1", 2, 0);
      hearth_bars_add (bars, "2", 4, 0);
      surface = draw (bars, rtl == 1, &height);
      one = count_ink (surface, rtl ? 300 : 100, true);
      two = count_ink (surface, rtl ? 100 : 300, true);
      g_assert_cmpuint (one, >, 20);
      g_assert_cmpuint (ABS ((int) two - 2 * (int) one), <=, 2);
      cairo_surface_destroy (surface);
    }
}

static void
test_lying (void)
{
  g_autoptr (HearthBars) bars = hearth_bars_new ("By place", "All", NULL);
  cairo_surface_t *surface;
  double height;

  hearth_bars_add (bars, "A place with a name that is far too long to stand below a bar", 2, 0);
  hearth_bars_add (bars, "Another that has no less to say than the one before it", 4, 0);
  surface = draw (bars, false, &height);
  g_assert_cmpfloat (height, ==, 2 * 19);
  g_assert_cmpuint (count_ink (surface, 9, false), >, 20);
  g_assert_cmpint (ABS ((int) count_ink (surface, 28, false) - 2 * (int) count_ink (surface, 9, false)), <=,
                   2);
  cairo_surface_destroy (surface);
}

static void
test_nothing (void)
{
  g_autoptr (HearthBars) bars = hearth_bars_new ("By place", "All", NULL);
  double height;
  cairo_surface_t *surface = draw (bars, false, &height);

  g_assert_cmpfloat (height, ==, 0);
  cairo_surface_destroy (surface);
  hearth_bars_add (bars, "Kitchen", 0, 0);
  surface = draw (bars, false, &height);
  g_assert_cmpfloat (height, >, 0);
  cairo_surface_destroy (surface);
}

int
main (int argc, char **argv)
{
  hearth_test_init (&argc, &argv);
  g_test_add_func ("/draw/bars/words", test_words);
  g_test_add_func ("/draw/bars/upright", test_upright);
  g_test_add_func ("/draw/bars/lying", test_lying);
  g_test_add_func ("/draw/bars/nothing", test_nothing);
  return g_test_run ();
}

/* SPDX-License-Identifier: GPL-3.0-or-later
 * Areas then and now: what the chart says, where its marks stand, and that it holds on narrow pages and from right to left.
 */
#include "draw/compare.h"
#include "draw/font.h"

#include "fixtures/fixtures.h"

#define WIDTH 420
#define HEIGHT 420

static const char *const steps[] = { "1 · In need", "2 · Supported", "3 · Stable", "4 · Well", NULL };

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
  g_autoptr (HearthCompare) compare = hearth_compare_new ("Recovery", "On arrival", "now", steps);
  g_autoptr (HearthCompare) copy = NULL;
  g_autofree char *none = hearth_compare_describe (compare);
  g_autofree char *words = NULL;

  g_assert_cmpstr (none, ==, "Recovery: none.");
  hearth_compare_add (compare, "Safety", 1, 3);
  hearth_compare_add (compare, "Health", 2, 2);
  hearth_compare_add (compare, "Learning", 0, 4);
  hearth_compare_add (compare, "Friends", 3, 0);
  hearth_compare_add (compare, "Law", 0, 0);
  copy = hearth_compare_copy (compare);
  words = hearth_compare_describe (copy);
  g_assert_cmpstr (words, ==,
                   "Recovery, on a scale from 1 to 4. First: On arrival; then: now. Safety: 1, then 3; "
                   "Health: "
                   "still 2; Learning: now 4; Friends: 3; Law: not known.");
}

static void
test_words_of_one (void)
{
  g_autoptr (HearthCompare) compare = hearth_compare_new ("Recovery", "On arrival", NULL, steps);
  g_autofree char *words = NULL;

  hearth_compare_add (compare, "Safety", 1, 0);
  words = hearth_compare_describe (compare);
  g_assert_cmpstr (words, ==, "Recovery, on a scale from 1 to 4. On arrival. Safety: 1.");
}

static bool
has_color (cairo_surface_t *surface, int x, int y, const HearthColor *color)
{
  guint32 ink = 0xff000000 | (guint32) (color->red * 255 + 0.5) << 16 |
                (guint32) (color->green * 255 + 0.5) << 8 | (guint32) (color->blue * 255 + 0.5);
  const guchar *row = cairo_image_surface_get_data (surface) + y * cairo_image_surface_get_stride (surface);

  return ((const guint32 *) (gconstpointer) row)[x] == ink;
}

/* The middle of where @color stands in the picture, from the left; -1 for nowhere. Nothing above @top is looked at. */
static int
find_middle (cairo_surface_t *surface, const HearthColor *color, int top, int bottom)
{
  int first = -1, last = -1;

  for (int x = 0; x < WIDTH; x++)
    for (int y = top; y < bottom; y++)
      if (has_color (surface, x, y, color))
        {
          first = first < 0 ? x : first;
          last = x;
        }
  return first < 0 ? -1 : (first + last) / 2;
}

static cairo_surface_t *
draw (const HearthCompare *compare, bool rtl, double *height)
{
  cairo_surface_t *surface = cairo_image_surface_create (CAIRO_FORMAT_ARGB32, WIDTH, HEIGHT);
  HearthChartStyle style = make_style (rtl);
  cairo_t *cr = cairo_create (surface);

  *height = hearth_compare_measure (compare, &style, WIDTH);
  /* What was drawn before has left a point there: nothing begins at it. */
  cairo_move_to (cr, WIDTH / 2.0, 0);
  hearth_compare_paint (compare, &style, cr, WIDTH);
  cairo_destroy (cr);
  cairo_surface_flush (surface);
  g_object_unref (style.context);
  return surface;
}

/* One area below two lines of legend and a line of numbers. */
#define ROW_TOP (2 * 17 + 3 + 17)
#define ROW_BOTTOM (ROW_TOP + 21)

/* What got better went towards the end of the line, and in a script from right to left to the left of the page. */
static void
test_places (void)
{
  for (int rtl = 0; rtl <= 1; rtl++)
    {
      g_autoptr (HearthCompare) compare = hearth_compare_new ("Recovery", "Then", "Now", steps);
      cairo_surface_t *surface;
      int ring, lowest, highest;
      double height;

      hearth_compare_add (compare, "Safety", 1, 4);
      surface = draw (compare, rtl == 1, &height);
      g_assert_cmpfloat (height, >, ROW_BOTTOM);
      g_assert_cmpfloat (height, <, HEIGHT);
      ring = find_middle (surface, &hearth_palette_paper.series[0], ROW_TOP, ROW_BOTTOM);
      highest = find_middle (surface, &hearth_palette_paper.series[1], ROW_TOP, ROW_TOP + 9);
      lowest = rtl ? WIDTH - 9 : 9;
      g_assert_cmpint (ring, >=, 0);
      g_assert_cmpint (highest, >=, 0);
      g_assert_cmpint (ABS (find_middle (surface, &hearth_palette_paper.series[0], 0, 17) -
                            (rtl ? WIDTH - 8 : 8)),
                       <=, 1);
      /* The label has the start of the line; the scale ends at the other side of the page. */
      if (rtl)
        {
          g_assert_cmpint (highest, <, 30);
          g_assert_cmpint (ring, >, WIDTH / 2);
          g_assert_cmpint (ring, <, lowest);
        }
      else
        {
          g_assert_cmpint (highest, >, WIDTH - 30);
          g_assert_cmpint (ring, <, WIDTH / 2);
          g_assert_cmpint (ring, >, lowest);
        }
      cairo_surface_destroy (surface);
    }
}

/* The same step twice: the disc stands inside the ring, and both are seen. */
static void
test_same (void)
{
  g_autoptr (HearthCompare) compare = hearth_compare_new ("Recovery", "Then", "Now", steps);
  cairo_surface_t *surface;
  double height;
  int ring, disc;

  hearth_compare_add (compare, "Safety", 3, 3);
  surface = draw (compare, false, &height);
  ring = find_middle (surface, &hearth_palette_paper.series[0], ROW_TOP, ROW_BOTTOM);
  disc = find_middle (surface, &hearth_palette_paper.series[1], ROW_TOP, ROW_BOTTOM);
  g_assert_cmpint (ring, >, 0);
  g_assert_cmpint (ABS (ring - disc), <=, 1);
  cairo_surface_destroy (surface);
}

/* A label that has no room beside its line stands above it. */
static void
test_narrow (void)
{
  g_autoptr (HearthCompare) compare = hearth_compare_new ("Recovery", "Then", "Now", steps);
  HearthChartStyle style = make_style (false);
  double wide, narrow;

  hearth_compare_add (compare, "Learning and earning a living", 1, 2);
  hearth_compare_add (compare, "Family and friends", 1, 2);
  wide = hearth_compare_measure (compare, &style, 600);
  narrow = hearth_compare_measure (compare, &style, 240);
  g_assert_cmpfloat (narrow, >, wide + 20);
  g_object_unref (style.context);
}

static void
test_nothing (void)
{
  g_autoptr (HearthCompare) compare = hearth_compare_new ("Recovery", "Then", NULL, steps);
  double height;
  cairo_surface_t *surface = draw (compare, false, &height);

  g_assert_cmpfloat (height, ==, 0);
  cairo_surface_destroy (surface);
  hearth_compare_add (compare, "Safety", 0, 0);
  surface = draw (compare, false, &height);
  g_assert_cmpfloat (height, >, 0);
  g_assert_cmpint (find_middle (surface, &hearth_palette_paper.series[1], 0, (int) height), ==, -1);
  cairo_surface_destroy (surface);
}

int
main (int argc, char **argv)
{
  hearth_test_init (&argc, &argv);
  g_test_add_func ("/draw/compare/words", test_words);
  g_test_add_func ("/draw/compare/words-of-one", test_words_of_one);
  g_test_add_func ("/draw/compare/places", test_places);
  g_test_add_func ("/draw/compare/same", test_same);
  g_test_add_func ("/draw/compare/narrow", test_narrow);
  g_test_add_func ("/draw/compare/nothing", test_nothing);
  return g_test_run ();
}

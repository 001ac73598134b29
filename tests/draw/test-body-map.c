/* SPDX-License-Identifier: GPL-3.0-or-later
 * Marks on the outline of a body: where they are, what that is called, and that they are drawn there.
 */
#include "draw/body-map.h"
#include "draw/font.h"

#include "fixtures/fixtures.h"

#define WIDTH 300

static const HearthChoice kinds[] = { { "bruise", "Bruise" }, { "cut", "Cut" }, { NULL } };

static HearthBodyMapStyle
make_style (bool rtl)
{
  return (HearthBodyMapStyle) { .palette = &hearth_palette_paper,
                                .context = hearth_font_create_context ("en"),
                                .font_size = 10,
                                .rtl = rtl,
                                .kinds = kinds,
                                .chosen = -1 };
}

static void
assert_called (HearthBodyView view, int x, int y, const char *name)
{
  g_autofree char *words = hearth_body_map_describe_place (&(HearthBodyPlace) { view, x, y });

  g_assert_cmpstr (words, ==, name);
}

/* Left and right are the person's own: from the front the other way round than on the paper. */
static void
test_names (void)
{
  assert_called (HEARTH_BODY_FRONT, 780, 410, "Left forearm, front");
  assert_called (HEARTH_BODY_FRONT, 220, 410, "Right forearm, front");
  assert_called (HEARTH_BODY_BACK, 780, 410, "Right forearm, back");
  assert_called (HEARTH_BODY_BACK, 220, 410, "Left forearm, back");
  assert_called (HEARTH_BODY_FRONT, 500, 30, "Forehead and top of the head");
  assert_called (HEARTH_BODY_BACK, 500, 240, "Upper back, middle");
  assert_called (HEARTH_BODY_FRONT, 570, 710, "Left knee");
  /* Beside the body: what is nearest. */
  assert_called (HEARTH_BODY_FRONT, 0, 1000, "Top of the right foot");
}

/* Whoever chooses by name gets a place of that name, on the body, and every name once. */
static void
test_places (void)
{
  for (int view = HEARTH_BODY_FRONT; view <= HEARTH_BODY_BACK; view++)
    {
      g_autoptr (GHashTable) names = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
      gsize n;
      const HearthBodyPlace *places = hearth_body_map_list_places ((HearthBodyView) view, &n);

      g_assert_cmpuint (n, >, 30);
      for (gsize i = 0; i < n; i++)
        {
          char *name = hearth_body_map_describe_place (&places[i]);

          g_test_message ("%s", name);
          g_assert_cmpint (places[i].view, ==, view);
          g_assert_true (hearth_body_map_is_on_body (&places[i]));
          g_assert_true (g_hash_table_add (names, name));
        }
    }
  g_assert_false (hearth_body_map_is_on_body (&(HearthBodyPlace) { HEARTH_BODY_FRONT, 20, 20 }));
  g_assert_false (hearth_body_map_is_on_body (&(HearthBodyPlace) { HEARTH_BODY_FRONT, 500, 800 }));
}

static void
test_lines (void)
{
  static const char *const wrong[] = {
    "",           "front",          "front 1 2",         "front 1 2 ",
    "side 1 2 x", "front 1001 2 x", "front -1 2 bruise", "front a 2 bruise"
  };
  g_autofree char *code = NULL, *words = NULL;
  HearthBodyPlace place = { HEARTH_BODY_FRONT, 7, 7 };

  for (gsize i = 0; i < G_N_ELEMENTS (wrong); i++)
    g_assert_false (hearth_body_map_read_line (wrong[i], &place, NULL, NULL));
  g_assert_cmpint (place.x, ==, 7);
  g_assert_true (hearth_body_map_read_line ("back 0 1000 bruise as big as a coin", &place, &code, &words));
  g_assert_true (place.view == HEARTH_BODY_BACK && place.x == 0 && place.y == 1000);
  g_assert_cmpstr (code, ==, "bruise");
  g_assert_cmpstr (words, ==, "as big as a coin");
}

static void
test_words (void)
{
  const char *value = "front 780 410 bruise as big as a coin\nback 500 240 cut\nfront 570 710 unheard_of";
  g_autofree char *words = hearth_body_map_describe (value, kinds);
  g_autofree char *none = hearth_body_map_describe ("", kinds);

  g_assert_cmpstr (words, ==,
                   "1. Bruise: Left forearm, front (as big as a coin)\n"
                   "2. Cut: Upper back, middle\n"
                   "3. unheard_of: Left knee");
  g_assert_cmpstr (none, ==, "");
}

/* Darkest at the place, whichever way the page runs. */
static void
test_drawing (void)
{
  const char *value = "front 560 235 bruise\nback 500 240 cut";

  for (int rtl = 0; rtl <= 1; rtl++)
    {
      HearthBodyMapStyle style = make_style (rtl == 1);
      double height = hearth_body_map_measure (&style, WIDTH);
      cairo_surface_t *surface = cairo_image_surface_create (CAIRO_FORMAT_ARGB32, WIDTH, (int) height + 1);
      cairo_t *cr = cairo_create (surface);
      int found[2] = { 0, 0 };

      hearth_body_map_paint (value, &style, cr, WIDTH, height);
      cairo_surface_flush (surface);
      for (int y = 0; y < (int) height; y++)
        {
          for (int x = 0; x < WIDTH; x++)
            {
              int mark = hearth_body_map_find_mark (value, &style, WIDTH, height, x, y);
              const guint32 *row =
                (const guint32 *) (gpointer) (cairo_image_surface_get_data (surface) +
                                              y * cairo_image_surface_get_stride (surface));
              bool dark = (row[x] & 0xff00ffff) == 0xff004e5f;

              if (dark && mark >= 0)
                found[mark] = x;
              g_assert_true (!dark || mark >= 0);
            }
        }
      g_assert_true (found[0] > 0 && found[1] > 0);
      g_assert_true ((found[0] < found[1]) == (rtl == 0));
      cairo_destroy (cr);
      cairo_surface_destroy (surface);
      g_object_unref (style.context);
    }
}

/* What is pointed at in the drawing is what is stored. */
static void
test_pointing (void)
{
  HearthBodyMapStyle style = make_style (false);
  double height = hearth_body_map_measure (&style, WIDTH);
  HearthBodyPlace place;

  g_assert_true (hearth_body_map_find_place (&style, WIDTH, height, WIDTH / 4.0, height / 2, &place));
  g_assert_cmpint (place.view, ==, HEARTH_BODY_FRONT);
  g_assert_cmpint (ABS (place.x - 500), <, 40);
  g_assert_cmpint (ABS (place.y - 470), <, 40);
  g_assert_true (hearth_body_map_find_place (&style, WIDTH, height, WIDTH * 0.75, height / 2, &place));
  g_assert_cmpint (place.view, ==, HEARTH_BODY_BACK);
  g_assert_false (hearth_body_map_find_place (&style, WIDTH, height, WIDTH / 2.0, height / 2, &place));
  g_assert_false (hearth_body_map_find_place (&style, WIDTH, height, WIDTH / 4.0, 1, &place));
  g_object_unref (style.context);
}

int
main (int argc, char **argv)
{
  hearth_test_init (&argc, &argv);
  g_test_add_func ("/draw/body-map/names", test_names);
  g_test_add_func ("/draw/body-map/places", test_places);
  g_test_add_func ("/draw/body-map/lines", test_lines);
  g_test_add_func ("/draw/body-map/words", test_words);
  g_test_add_func ("/draw/body-map/drawing", test_drawing);
  g_test_add_func ("/draw/body-map/pointing", test_pointing);
  return g_test_run ();
}

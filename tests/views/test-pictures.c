/* SPDX-License-Identifier: GPL-3.0-or-later
 * Ten pages, drawn without animations, against pictures of how they looked when somebody last looked them over.
 *
 * Compared are small grey pictures, so that another version of a font does not count and a widget that is gone, cut or
 * moved does. After a wanted change: HEARTH_KEEP_PICTURES=1 writes them anew; then look at them.
 */
#define G_LOG_DOMAIN "hearth-tests"

#include "config.h"

#include "views/drive.h"

#include <glib/gstdio.h>

#define WIDTH 1000
#define HEIGHT 720
/* Each pixel compared stands for so many, both ways. */
#define SCALE 4
/* How far a grey may be off, of 255, and how many of a thousand pixels may be. */
#define NEAR 40
#define FEW 6

/* --- drawing ---------------------------------------------------------------- */

/* NULL while what changed last is not drawn yet. */
static GskRenderNode *
make_node (GtkWidget *widget, int width, int height)
{
  g_autoptr (GdkPaintable) paintable = gtk_widget_paintable_new (widget);
  g_autoptr (GtkSnapshot) snapshot = gtk_snapshot_new ();

  gdk_paintable_snapshot (paintable, snapshot, width, height);
  return gtk_snapshot_to_node (snapshot);
}

static cairo_surface_t *
draw_window (Drive *drive)
{
  GtkWidget *widget = GTK_WIDGET (drive->window);
  GskRenderer *renderer = gtk_native_get_renderer (gtk_widget_get_native (widget));
  int width = gtk_widget_get_width (widget), height = gtk_widget_get_height (widget);
  cairo_surface_t *surface = cairo_image_surface_create (CAIRO_FORMAT_ARGB32, width, height);
  g_autoptr (GskRenderNode) node = NULL;
  g_autoptr (GdkTexture) texture = NULL;

  hearth_test_wait_until ((node = make_node (widget, width, height)) != NULL);
  texture =
    gsk_renderer_render_texture (renderer, node, &GRAPHENE_RECT_INIT (0, 0, (float) width, (float) height));
  gdk_texture_download (texture, cairo_image_surface_get_data (surface),
                        (gsize) cairo_image_surface_get_stride (surface));
  cairo_surface_mark_dirty (surface);
  return surface;
}

static cairo_surface_t *
make_small (cairo_surface_t *large)
{
  int width = cairo_image_surface_get_width (large) / SCALE,
      height = cairo_image_surface_get_height (large) / SCALE;
  cairo_surface_t *small = cairo_image_surface_create (CAIRO_FORMAT_RGB24, width, height);
  cairo_t *cr = cairo_create (small);

  cairo_set_source_rgb (cr, 1, 1, 1);
  cairo_paint (cr);
  cairo_scale (cr, 1.0 / SCALE, 1.0 / SCALE);
  cairo_set_source_surface (cr, large, 0, 0);
  cairo_pattern_set_filter (cairo_get_source (cr), CAIRO_FILTER_GOOD);
  cairo_paint (cr);
  cairo_destroy (cr);
  cairo_surface_flush (small);
  return small;
}

static int
get_grey (cairo_surface_t *surface, int x, int y)
{
  const guint8 *pixel =
    cairo_image_surface_get_data (surface) + y * cairo_image_surface_get_stride (surface) + x * 4;

  return (pixel[0] + 2 * pixel[1] + pixel[2]) / 4;
}

/* How many of a thousand pixels differ; all of them when the sizes do. */
static int
compare (cairo_surface_t *one, cairo_surface_t *other)
{
  int width = cairo_image_surface_get_width (one), height = cairo_image_surface_get_height (one), off = 0;

  if (cairo_image_surface_get_width (other) != width || cairo_image_surface_get_height (other) != height)
    return 1000;
  for (int y = 0; y < height; y++)
    for (int x = 0; x < width; x++)
      off += ABS (get_grey (one, x, y) - get_grey (other, x, y)) > NEAR;
  return off * 1000 / (width * height);
}

/* --- the house that is looked at ------------------------------------------------ */

static HearthTestHouse *
make_house (void)
{
  HearthTestHouse *house = hearth_test_house_new ();
  g_autoptr (HearthRecord) mali =
    hearth_test_house_add (house, "resident", "name_used", "Mali", "local_name", "มะลิ", "birth", "2012-05-03",
                           "sex", "2", "nationality", "Thai", "languages", "Thai, some English", "comforts",
                           "Tea and a quiet place by the window", "avoid_topics", "The old school", NULL);
  g_autoptr (HearthRecord) samir = hearth_test_house_add (house, "resident", "name_used", "Samir",
                                                          "local_name", "سمير", "birth", "2010~", NULL);
  const char *id = hearth_record_get_id (mali);
  g_autoptr (HearthRecord) stay =
    hearth_test_house_add (house, "stay", "resident", id, "placement", "this_house", "start", "2026-01-10",
                           "legal_basis", "court_order", "order_expires", "2026-03-12", NULL);
  g_autoptr (HearthRecord) alert =
    hearth_test_house_add (house, "alert", "resident", id, "kind", "allergy", "level", "high", "text",
                           "Peanuts", "action", "Call the nurse at once", "start", "2026-01-10", NULL);
  g_autoptr (HearthRecord) aunt =
    hearth_test_house_add (house, "contact", "resident", id, "name", "Aunt Noi", "relation", "aunt_or_uncle",
                           "safe_to_call", "yes", "phone", "555 0101", NULL);
  g_autoptr (HearthRecord) entry =
    hearth_test_house_add (house, "daily_log", "resident", id, "date", "2026-03-01", "shift", "morning",
                           "presence", "present", "mood", "good", "positive_moment", "Sang while cooking",
                           NULL);
  g_autoptr (HearthRecord) paper =
    hearth_test_house_add (house, "identity_document", "resident", id, "kind", "passport", "original",
                           "taken", "expected_on", "2026-03-02", NULL);

  return house;
}

/* --- pages ------------------------------------------------------------------------ */

static void
open_mali (Drive *drive)
{
  g_autoptr (HearthRecord) mali = hearth_store_load_resident (drive_get_store (drive), "R-001", NULL);

  drive_activate (drive, "win.open-record", hearth_record_get_id (mali));
}

static void
show_resident_page (Drive *drive, const char *name)
{
  open_mali (drive);
  gtk_widget_activate_action (GTK_WIDGET (drive_get_page (drive)), "page.show", "s", name);
}

static void
show_today (Drive *drive)
{
  drive_activate (drive, "win.section", "today");
}

static void
show_residents (Drive *drive)
{
  drive_activate (drive, "win.section", "residents");
}

static void
show_daily_log (Drive *drive)
{
  drive_activate (drive, "win.section", "daily-log");
}

static void
show_reports (Drive *drive)
{
  drive_activate (drive, "win.section", "reports");
}

static void
show_overview (Drive *drive)
{
  show_resident_page (drive, "overview");
}

static void
show_timeline (Drive *drive)
{
  show_resident_page (drive, "timeline");
}

static void
show_profile (Drive *drive)
{
  show_resident_page (drive, "profile");
}

static void
show_file (Drive *drive)
{
  show_resident_page (drive, "file");
}

static void
show_entry (Drive *drive)
{
  open_mali (drive);
  gtk_widget_activate_action (GTK_WIDGET (drive_get_page (drive)), "page.new", NULL);
}

static void
show_admission (Drive *drive)
{
  drive_activate (drive, "win.admit", "");
}

typedef struct {
  const char *name;
  void (*show) (Drive *drive);
} Page;

static const Page pages[] = {
  { "today", show_today },         { "residents", show_residents }, { "daily-log", show_daily_log },
  { "reports", show_reports },     { "overview", show_overview },   { "timeline", show_timeline },
  { "profile", show_profile },     { "file", show_file },           { "entry", show_entry },
  { "admission", show_admission },
};

/* --- comparing ---------------------------------------------------------------------- */

static guint64
get_frame (Drive *drive)
{
  return (guint64)
    gdk_frame_clock_get_frame_counter (gtk_widget_get_frame_clock (GTK_WIDGET (drive->window)));
}

/* What was asked for is laid out and drawn two frames later. */
static void
wait_for_frames (Drive *drive)
{
  guint64 before;

  hearth_test_settle ();
  before = get_frame (drive);
  gdk_frame_clock_begin_updating (gtk_widget_get_frame_clock (GTK_WIDGET (drive->window)));
  hearth_test_wait_until (get_frame (drive) > before + 2);
  gdk_frame_clock_end_updating (gtk_widget_get_frame_clock (GTK_WIDGET (drive->window)));
  hearth_test_settle ();
}

static cairo_surface_t *
take_picture (const Page *page)
{
  g_autoptr (Drive) drive = drive_new_in (make_house ());
  cairo_surface_t *large, *small;

  gtk_window_set_default_size (GTK_WINDOW (drive->window), WIDTH, HEIGHT);
  drive_sign_in (drive, HEARTH_TEST_USER, HEARTH_TEST_PASSWORD);
  hearth_test_wait_until (hearth_window_get_session (drive->window) != NULL);
  page->show (drive);
  gtk_window_set_focus (GTK_WINDOW (drive->window), NULL);
  wait_for_frames (drive);
  large = draw_window (drive);
  small = make_small (large);
  cairo_surface_destroy (large);
  return small;
}

static void
test_page (gconstpointer data)
{
  const Page *page = data;
  g_autofree char *name = g_strconcat (page->name, ".png", NULL);
  g_autofree char *kept = g_test_build_filename (G_TEST_DIST, "views", "pictures", name, NULL);
  cairo_surface_t *taken = take_picture (page), *reference;
  int off;

  if (g_getenv ("HEARTH_KEEP_PICTURES") != NULL)
    cairo_surface_write_to_png (taken, kept);
  reference = cairo_image_surface_create_from_png (kept);
  g_assert_cmpint (cairo_surface_status (reference), ==, CAIRO_STATUS_SUCCESS);
  off = compare (taken, reference);
  g_test_message ("%s: %d of 1000 pixels are off", page->name, off);
  if (off >= FEW)
    {
      g_autofree char *here = g_test_build_filename (G_TEST_BUILT, "views", name, NULL);

      cairo_surface_write_to_png (taken, here);
      g_test_message ("It looks like %s now", here);
    }
  cairo_surface_destroy (taken);
  cairo_surface_destroy (reference);
  g_assert_cmpint (off, <, FEW);
}

/* Nothing moves by itself: the same page drawn twice is the same, to the pixel. */
static void
test_stands_still (void)
{
  cairo_surface_t *one = take_picture (&pages[0]), *other = take_picture (&pages[0]);

  g_assert_cmpint (compare (one, other), ==, 0);
  cairo_surface_destroy (one);
  cairo_surface_destroy (other);
}

/* A page that is not the one must be seen, or the tests above say nothing. */
static void
test_difference_is_seen (void)
{
  cairo_surface_t *one = take_picture (&pages[4]), *other = take_picture (&pages[5]);

  g_assert_cmpint (compare (one, other), >=, FEW);
  cairo_surface_destroy (one);
  cairo_surface_destroy (other);
}

int
main (int argc, char *argv[])
{
  drive_init (&argc, &argv);
  for (gsize i = 0; i < G_N_ELEMENTS (pages); i++)
    {
      g_autofree char *path = g_strconcat ("/pictures/", pages[i].name, NULL);

      g_test_add_data_func (path, &pages[i], test_page);
    }
  g_test_add_func ("/pictures/stands-still", test_stands_still);
  g_test_add_func ("/pictures/difference-is-seen", test_difference_is_seen);
  return g_test_run ();
}

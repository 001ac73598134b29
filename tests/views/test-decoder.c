/* SPDX-License-Identifier: GPL-3.0-or-later
 * The program that turns files into pixels: what it may not do, and what it makes of spoilt files.
 */
#include "views/decoder.h"
#include "views/drive.h"
#include "views/samples.h"

#define N_SPOILT 200

/* ---- Helpers ---- */

static void
keep_result_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  GAsyncResult **kept = user_data;

  *kept = g_object_ref (result);
}

static HearthDecoder *
open_content (GBytes *content, GError **error)
{
  g_autoptr (GAsyncResult) result = NULL;

  hearth_decoder_open_async (content, NULL, keep_result_cb, &result);
  hearth_test_wait_until (result != NULL);
  return hearth_decoder_open_finish (result, error);
}

static GdkTexture *
render (HearthDecoder *decoder, unsigned int nth, double width, GError **error)
{
  g_autoptr (GAsyncResult) result = NULL;

  hearth_decoder_render_async (decoder, nth, width, NULL, keep_result_cb, &result);
  hearth_test_wait_until (result != NULL);
  return hearth_decoder_render_finish (decoder, result, error);
}

static guint
get_pixel (GdkTexture *texture, int x, int y)
{
  int width = gdk_texture_get_width (texture), height = gdk_texture_get_height (texture);
  g_autofree guint32 *pixels = g_new (guint32, (gsize) width * (gsize) height);

  gdk_texture_download (texture, (guchar *) pixels, (gsize) width * 4);
  return pixels[(gsize) y * (gsize) width + (gsize) x] & 0xFFFFFF;
}

/* ---- Good files ---- */

static void
test_pages (void)
{
  g_autoptr (GBytes) pdf = sample_pdf (3);
  g_autoptr (GError) error = NULL;
  g_autoptr (HearthDecoder) decoder = open_content (pdf, &error);
  double width, height;

  g_assert_no_error (error);
  g_assert_false (hearth_decoder_is_picture (decoder));
  g_assert_cmpuint (hearth_decoder_get_n_pages (decoder), ==, 3);
  hearth_decoder_get_size (decoder, 2, &width, &height);
  g_assert_cmpfloat (width, ==, 300);
  g_assert_cmpfloat (height, ==, 400);
  for (unsigned int i = 0; i < 3; i++)
    {
      g_autoptr (GdkTexture) texture = render (decoder, i, 600, &error);
      bool inked = false;

      g_assert_no_error (error);
      g_assert_cmpint (gdk_texture_get_width (texture), ==, 600);
      g_assert_cmpint (gdk_texture_get_height (texture), ==, 800);
      g_assert_cmphex (get_pixel (texture, 10, 10), ==, 0xFFFFFF);
      for (int x = 100; x < 300 && !inked; x++)
        inked = get_pixel (texture, x, 190) != 0xFFFFFF;
      g_assert_true (inked);
    }
}

/* However much is asked for, no more than is allowed comes. */
static void
test_width_is_limited (void)
{
  g_autoptr (GBytes) png = sample_png (10, 40, 0xFF0000);
  g_autoptr (GError) error = NULL;
  g_autoptr (HearthDecoder) decoder = open_content (png, &error);
  g_autoptr (GdkTexture) texture = render (decoder, 0, 1e9, &error);

  g_assert_no_error (error);
  g_assert_cmpint (gdk_texture_get_height (texture), <=, 8192);
  g_assert_cmpint (gdk_texture_get_width (texture), <=, 2048);
  g_assert_cmpint (gdk_texture_get_width (texture), >=, 2000);
  g_assert_cmphex (get_pixel (texture, 100, 100), ==, 0xFF0000);
}

/* Answers come in the order of the questions; who has left is not answered. */
static void
test_queue (void)
{
  g_autoptr (GBytes) pdf = sample_pdf (3);
  g_autoptr (GError) error = NULL;
  g_autoptr (HearthDecoder) decoder = open_content (pdf, &error);
  g_autoptr (GCancellable) leaving = g_cancellable_new ();
  GAsyncResult *results[3] = { NULL };

  for (unsigned int i = 0; i < 3; i++)
    hearth_decoder_render_async (decoder, i, 100 + i, i == 1 ? leaving : NULL, keep_result_cb, &results[i]);
  g_cancellable_cancel (leaving);
  hearth_test_wait_until (results[2] != NULL);
  for (unsigned int i = 0; i < 3; i++)
    {
      g_autoptr (GdkTexture) texture = hearth_decoder_render_finish (decoder, results[i], &error);

      g_object_unref (results[i]);
      if (i == 1)
        g_assert_error (error, G_IO_ERROR, G_IO_ERROR_CANCELLED);
      else
        g_assert_cmpint (gdk_texture_get_width (texture), ==, (int) (100 + i));
      g_clear_error (&error);
    }
}

static void
test_closed (void)
{
  g_autoptr (GBytes) pdf = sample_pdf (1);
  g_autoptr (GError) error = NULL;
  g_autoptr (HearthDecoder) decoder = open_content (pdf, &error);

  hearth_decoder_close (decoder);
  g_assert_null (render (decoder, 0, 100, &error));
  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_CANCELLED);
}

static void
test_left_while_opening (void)
{
  g_autoptr (GBytes) png = sample_png (3000, 3000, 0xFF0000);
  g_autoptr (GCancellable) leaving = g_cancellable_new ();
  g_autoptr (GAsyncResult) result = NULL;
  g_autoptr (GError) error = NULL;

  hearth_decoder_open_async (png, leaving, keep_result_cb, &result);
  g_cancellable_cancel (leaving);
  hearth_test_wait_until (result != NULL);
  g_assert_null (hearth_decoder_open_finish (result, &error));
  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_CANCELLED);
}

/* ---- Bad files ---- */

static void
assert_error_of (GBytes *content, HearthDecoderError code)
{
  g_autoptr (GError) error = NULL;
  g_autofree char *sentence = NULL;

  g_assert_null (open_content (content, &error));
  g_assert_error (error, HEARTH_DECODER_ERROR, (int) code);
  sentence = hearth_decoder_error_to_sentence (error);
  g_assert_cmpstr (sentence, !=, "");
}

static void
test_errors (void)
{
  g_autoptr (GBytes) nothing = g_bytes_new_static ("", 0);
  g_autoptr (GBytes) words = g_bytes_new_static ("words", 5);
  g_autoptr (GBytes) no_pdf = g_bytes_new_static ("%PDF-1.7\n", 9);
  g_autoptr (GBytes) locked = sample_locked_pdf ();
  g_autoptr (GBytes) heic = sample_heic ();
  g_autoptr (GBytes) bomb = sample_png_of_size (G_MAXINT32, G_MAXINT32);
  g_autoptr (GBytes) wide = sample_png_of_size (100000, 10000);
  g_autoptr (GBytes) pages = sample_pdf (1001);

  assert_error_of (nothing, HEARTH_DECODER_ERROR_EMPTY);
  assert_error_of (words, HEARTH_DECODER_ERROR_UNKNOWN);
  assert_error_of (no_pdf, HEARTH_DECODER_ERROR_DAMAGED);
  assert_error_of (locked, HEARTH_DECODER_ERROR_PASSWORD);
  assert_error_of (heic, HEARTH_DECODER_ERROR_UNSUPPORTED);
  assert_error_of (bomb, HEARTH_DECODER_ERROR_DAMAGED);
  assert_error_of (wide, HEARTH_DECODER_ERROR_TOO_LARGE);
  assert_error_of (pages, HEARTH_DECODER_ERROR_TOO_LARGE);
}

/* @content with some of its bytes changed, or cut. */
static GBytes *
spoil (GBytes *content, GRand *random)
{
  gsize length;
  guint8 *data = g_memdup2 (g_bytes_get_data (content, NULL), g_bytes_get_size (content));
  int n_changes = g_rand_int_range (random, 1, 12);

  length = g_bytes_get_size (content);
  for (int i = 0; i < n_changes; i++)
    data[g_rand_int_range (random, 0, (gint32) length)] = (guint8) g_rand_int (random);
  if (g_rand_int_range (random, 0, 4) == 0)
    length = (gsize) g_rand_int_range (random, 1, (gint32) length);
  return g_bytes_new_take (data, length);
}

/* Each is shown or refused in words, and this program goes on. */
static void
spoil_many (GBytes *content)
{
  g_autoptr (GRand) random = g_rand_new_with_seed (42);
  guint n_shown = 0, n_refused = 0;

  for (int i = 0; i < N_SPOILT; i++)
    {
      g_autoptr (GBytes) spoilt = spoil (content, random);
      g_autoptr (GError) error = NULL;
      g_autoptr (HearthDecoder) decoder = open_content (spoilt, &error);
      g_autoptr (GdkTexture) texture = NULL;

      if (decoder != NULL)
        texture = render (decoder, 0, 120, &error);
      if (texture != NULL)
        n_shown++;
      else
        {
          g_assert_nonnull (error);
          g_assert_true (error->domain == HEARTH_DECODER_ERROR);
          n_refused++;
        }
    }
  g_test_message ("%u shown, %u refused", n_shown, n_refused);
  g_assert_cmpuint (n_refused, >, 0);
}

static void
test_spoilt_pdf (void)
{
  g_autoptr (GBytes) pdf = sample_pdf (2);

  spoil_many (pdf);
}

static void
test_spoilt_png (void)
{
  g_autoptr (GBytes) png = sample_png (60, 60, 0x123456);

  spoil_many (png);
}

int
main (int argc, char *argv[])
{
  drive_init (&argc, &argv);
  g_test_add_func ("/views/decoder/pages", test_pages);
  g_test_add_func ("/views/decoder/width-is-limited", test_width_is_limited);
  g_test_add_func ("/views/decoder/queue", test_queue);
  g_test_add_func ("/views/decoder/closed", test_closed);
  g_test_add_func ("/views/decoder/left-while-opening", test_left_while_opening);
  g_test_add_func ("/views/decoder/errors", test_errors);
  g_test_add_func ("/views/decoder/spoilt-pdf", test_spoilt_pdf);
  g_test_add_func ("/views/decoder/spoilt-png", test_spoilt_png);
  return g_test_run ();
}

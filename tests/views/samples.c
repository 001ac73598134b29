/* SPDX-License-Identifier: GPL-3.0-or-later
 * Files to attach, made on the spot.
 */
#include "views/samples.h"

#include <cairo-pdf.h>
#include <string.h>
#include <zlib.h>

static cairo_status_t
write_cb (void *closure, const unsigned char *data, unsigned int length)
{
  g_byte_array_append (closure, data, length);
  return CAIRO_STATUS_SUCCESS;
}

GBytes *
sample_png (int width, int height, guint color)
{
  GByteArray *bytes = g_byte_array_new ();
  cairo_surface_t *surface = cairo_image_surface_create (CAIRO_FORMAT_RGB24, width, height);
  cairo_t *cairo = cairo_create (surface);

  cairo_set_source_rgb (cairo, (color >> 16 & 255) / 255.0, (color >> 8 & 255) / 255.0,
                        (color & 255) / 255.0);
  cairo_paint (cairo);
  cairo_destroy (cairo);
  g_assert_cmpint (cairo_surface_write_to_png_stream (surface, write_cb, bytes), ==, CAIRO_STATUS_SUCCESS);
  cairo_surface_destroy (surface);
  return g_byte_array_free_to_bytes (bytes);
}

static void
put_number (guint8 *at, guint32 number)
{
  number = GUINT32_TO_BE (number);
  memcpy (at, &number, sizeof number);
}

GBytes *
sample_png_of_size (guint32 width, guint32 height)
{
  g_autoptr (GBytes) png = sample_png (60, 60, 0);
  gsize length;
  guint8 *data = g_bytes_unref_to_data (g_steal_pointer (&png), &length);

  /* After the signature: length, "IHDR", width, height, five bytes, and a sum of all but the length. */
  put_number (data + 16, width);
  put_number (data + 20, height);
  put_number (data + 29, (guint32) crc32 (0, data + 12, 17));
  return g_bytes_new_take (data, length);
}

GBytes *
sample_pdf (int n_pages)
{
  GByteArray *bytes = g_byte_array_new ();
  cairo_surface_t *surface = cairo_pdf_surface_create_for_stream (write_cb, bytes, 300, 400);
  cairo_t *cairo = cairo_create (surface);

  for (int i = 0; i < n_pages; i++)
    {
      cairo_move_to (cairo, 50, 100);
      cairo_set_font_size (cairo, 24);
      cairo_show_text (cairo, "A letter");
      cairo_show_page (cairo);
    }
  cairo_destroy (cairo);
  cairo_surface_finish (surface);
  cairo_surface_destroy (surface);
  return g_byte_array_free_to_bytes (bytes);
}

GBytes *
sample_locked_pdf (void)
{
  static const char text[] =
    "%PDF-1.4\n"
    "1 0 obj <</Type /Catalog /Pages 2 0 R>> endobj\n"
    "2 0 obj <</Type /Pages /Kids [] /Count 0>> endobj\n"
    "3 0 obj <</Filter /Standard /V 1 /R 2 /P -1\n"
    "/O <000102030405060708090a0b0c0d0e0f101112131415161718191a1b1c1d1e1f>\n"
    "/U <000102030405060708090a0b0c0d0e0f101112131415161718191a1b1c1d1e1f>>> endobj\n"
    "trailer <</Root 1 0 R /Encrypt 3 0 R /ID [<00> <00>]>>\n";

  return g_bytes_new_static (text, strlen (text));
}

GBytes *
sample_heic (void)
{
  static const char data[] = "\0\0\0\030ftypheic\0\0\0\0mif1heic";

  return g_bytes_new_static (data, sizeof data);
}

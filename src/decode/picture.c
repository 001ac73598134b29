/* SPDX-License-Identifier: GPL-3.0-or-later
 * Pictures: photos and scans, of the kinds that gdk-pixbuf's loaders read.
 */
#include "decode/paper.h"

#include <gdk-pixbuf/gdk-pixbuf.h>
#include <math.h>
#include <string.h>

typedef struct {
  const char *media_type;
  gsize offset;
  const char *mark;
  gsize length;
} Kind;

/* What a camera, a telephone or a scanner makes. Not SVG: it is a program rather than a picture. */
static const Kind kinds[] = {
  { "image/png", 0, "\x89PNG\r\n\x1a\n", 8 },
  { "image/jpeg", 0, "\xff\xd8\xff", 3 },
  { "image/gif", 0, "GIF8", 4 },
  { "image/bmp", 0, "BM", 2 },
  { "image/tiff", 0, "II*\0", 4 },
  { "image/tiff", 0, "MM\0*", 4 },
  { "image/webp", 8, "WEBP", 4 },
  { "image/avif", 4, "ftypavi", 7 },
  { "image/heif", 4, "ftyphei", 7 },
  { "image/heif", 4, "ftyphev", 7 },
  { "image/heif", 4, "ftypmif1", 8 },
  { "image/heif", 4, "ftypmsf1", 8 },
};

static const char *
lookup_media_type (GBytes *content)
{
  gsize length;
  const char *data = g_bytes_get_data (content, &length);

  for (gsize i = 0; i < G_N_ELEMENTS (kinds); i++)
    if (length >= kinds[i].offset + kinds[i].length &&
        memcmp (data + kinds[i].offset, kinds[i].mark, kinds[i].length) == 0)
      return kinds[i].media_type;
  return NULL;
}

/* Before the loader makes room for the pixels: not more of them than will ever be asked for. */
static void
size_prepared_cb (GdkPixbufLoader *loader, int width, int height, gboolean *too_large)
{
  double pixels = (double) width * height, factor;

  if (width < 1 || height < 1 || pixels > HEARTH_DECODE_MOST_SOURCE_PIXELS)
    {
      *too_large = width >= 1 && height >= 1;
      gdk_pixbuf_loader_set_size (loader, 0, 0);
      return;
    }
  factor = MIN (sqrt ((double) HEARTH_DECODE_MOST_PIXELS / pixels),
                (double) HEARTH_DECODE_MOST_WIDTH / MAX (width, height));
  if (factor < 1)
    gdk_pixbuf_loader_set_size (loader, MAX (1, (int) (width * factor)), MAX (1, (int) (height * factor)));
}

/* In pieces, so that the loader has said no before it has read all of a bomb. */
static gboolean
feed (GdkPixbufLoader *loader, GBytes *content, const gboolean *too_large)
{
  const gsize piece = 64 * 1024;
  gsize length;
  const guchar *data = g_bytes_get_data (content, &length);
  gboolean good = TRUE;

  for (gsize at = 0; good && !*too_large && at < length; at += piece)
    good = gdk_pixbuf_loader_write (loader, data + at, MIN (piece, length - at), NULL);
  return gdk_pixbuf_loader_close (loader, NULL) && good && !*too_large;
}

HearthDecodeStatus
hearth_picture_open (GBytes *content, HearthPaper *paper)
{
  const char *media_type = lookup_media_type (content);
  g_autoptr (GdkPixbufLoader) loader = NULL;
  gboolean too_large = FALSE;
  GdkPixbuf *pixbuf;
  HearthDecodeSize size;

  if (media_type == NULL)
    return HEARTH_DECODE_UNKNOWN;
  loader = gdk_pixbuf_loader_new_with_mime_type (media_type, NULL);
  if (loader == NULL)
    return HEARTH_DECODE_UNSUPPORTED;
  g_signal_connect (loader, "size-prepared", G_CALLBACK (size_prepared_cb), &too_large);
  if (!feed (loader, content, &too_large))
    return too_large ? HEARTH_DECODE_TOO_LARGE : HEARTH_DECODE_DAMAGED;
  pixbuf = gdk_pixbuf_loader_get_pixbuf (loader);
  if (pixbuf == NULL)
    return HEARTH_DECODE_DAMAGED;
  /* As the camera was held. */
  pixbuf = gdk_pixbuf_apply_embedded_orientation (pixbuf);
  if (pixbuf == NULL)
    return HEARTH_DECODE_TOO_LARGE;
  size = (HearthDecodeSize) { (float) gdk_pixbuf_get_width (pixbuf), (float) gdk_pixbuf_get_height (pixbuf) };
  g_array_append_val (paper->sizes, size);
  paper->kind = HEARTH_DECODE_PICTURE;
  paper->data = pixbuf;
  return HEARTH_DECODE_OK;
}

static guint32
premultiply (const guchar *pixel, gboolean has_alpha)
{
  guint32 alpha = has_alpha ? pixel[3] : 255;

  return alpha << 24 | (pixel[0] * alpha / 255) << 16 | (pixel[1] * alpha / 255) << 8 |
         pixel[2] * alpha / 255;
}

HearthDecodeStatus
hearth_picture_paint (HearthPaper *paper, cairo_surface_t *target)
{
  int width = cairo_image_surface_get_width (target);
  int height = cairo_image_surface_get_height (target);
  g_autoptr (GdkPixbuf) scaled = gdk_pixbuf_scale_simple (paper->data, width, height, GDK_INTERP_BILINEAR);
  int n_channels;
  gsize from_stride, to_stride = (gsize) cairo_image_surface_get_stride (target);

  if (scaled == NULL)
    return HEARTH_DECODE_TOO_LARGE;
  n_channels = gdk_pixbuf_get_n_channels (scaled);
  from_stride = (gsize) gdk_pixbuf_get_rowstride (scaled);
  for (int y = 0; y < height; y++)
    {
      const guchar *from = gdk_pixbuf_read_pixels (scaled) + (gsize) y * from_stride;
      guint32 *to = (guint32 *) (cairo_image_surface_get_data (target) + (gsize) y * to_stride);

      for (int x = 0; x < width; x++)
        to[x] = premultiply (from + (gsize) x * (gsize) n_channels, n_channels == 4);
    }
  cairo_surface_mark_dirty (target);
  return HEARTH_DECODE_OK;
}

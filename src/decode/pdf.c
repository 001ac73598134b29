/* SPDX-License-Identifier: GPL-3.0-or-later
 * PDF pages, painted by poppler.
 */
#include "decode/paper.h"

#include <poppler.h>
#include <string.h>

/* Readers find the mark anywhere in the beginning. */
#define MARK "%PDF-"
#define MARK_WITHIN 1024

gboolean
hearth_pdf_is (GBytes *content)
{
  gsize length;
  const char *data = g_bytes_get_data (content, &length);

  return length > 0 && memmem (data, MIN (length, MARK_WITHIN), MARK, strlen (MARK)) != NULL;
}

static gboolean
add_size (HearthPaper *paper, PopplerDocument *document, int nth)
{
  PopplerPage *page = poppler_document_get_page (document, nth);
  double width = 0, height = 0;
  HearthDecodeSize size;

  if (page == NULL)
    return FALSE;
  poppler_page_get_size (page, &width, &height);
  g_object_unref (page);
  if (!(width >= 1 && height >= 1 && width <= HEARTH_DECODE_LONGEST_SIDE &&
        height <= HEARTH_DECODE_LONGEST_SIDE))
    return FALSE;
  size = (HearthDecodeSize) { (float) width, (float) height };
  g_array_append_val (paper->sizes, size);
  return TRUE;
}

HearthDecodeStatus
hearth_pdf_open (GBytes *content, HearthPaper *paper)
{
  g_autoptr (GError) error = NULL;
  PopplerDocument *document = poppler_document_new_from_bytes (content, NULL, &error);
  int n_pages;

  if (document == NULL)
    return g_error_matches (error, POPPLER_ERROR, POPPLER_ERROR_ENCRYPTED) ? HEARTH_DECODE_PASSWORD
                                                                           : HEARTH_DECODE_DAMAGED;
  n_pages = poppler_document_get_n_pages (document);
  if (n_pages > HEARTH_DECODE_MOST_PAGES)
    return HEARTH_DECODE_TOO_LARGE;
  for (int i = 0; i < n_pages; i++)
    if (!add_size (paper, document, i))
      return HEARTH_DECODE_DAMAGED;
  if (n_pages < 1)
    return HEARTH_DECODE_DAMAGED;
  paper->kind = HEARTH_DECODE_PDF;
  paper->data = document;
  return HEARTH_DECODE_OK;
}

HearthDecodeStatus
hearth_pdf_paint (HearthPaper *paper, unsigned int nth, cairo_surface_t *target)
{
  PopplerPage *page = poppler_document_get_page (paper->data, (int) nth);
  HearthDecodeSize size = g_array_index (paper->sizes, HearthDecodeSize, nth);
  cairo_t *cairo;
  cairo_status_t status;

  if (page == NULL)
    return HEARTH_DECODE_DAMAGED;
  cairo = cairo_create (target);
  cairo_set_source_rgb (cairo, 1, 1, 1);
  cairo_paint (cairo);
  cairo_scale (cairo, cairo_image_surface_get_width (target) / (double) size.width,
               cairo_image_surface_get_height (target) / (double) size.height);
  poppler_page_render (page, cairo);
  g_object_unref (page);
  status = cairo_status (cairo);
  cairo_destroy (cairo);
  return status == CAIRO_STATUS_SUCCESS ? HEARTH_DECODE_OK : HEARTH_DECODE_DAMAGED;
}

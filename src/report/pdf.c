/* SPDX-License-Identifier: GPL-3.0-or-later
 * Pages as tagged PDF.
 */
#define G_LOG_DOMAIN "hearth-report"

#include "report/pdf.h"

#include "report/pdf-finish.h"
#include "report/tags.h"

#include <cairo-pdf.h>
#include <gio/gio.h>

static cairo_status_t
append_cb (void *closure, const unsigned char *data, unsigned int length)
{
  g_byte_array_append (closure, data, length);
  return CAIRO_STATUS_SUCCESS;
}

static void
set_metadata (cairo_surface_t *surface, const HearthDocument *document)
{
  g_autofree char *midnight = g_strdup_printf ("%sT00:00:00Z", document->date);

  cairo_pdf_surface_set_metadata (surface, CAIRO_PDF_METADATA_TITLE, document->title);
  /* Without one, cairo tells the minute. */
  cairo_pdf_surface_set_metadata (surface, CAIRO_PDF_METADATA_CREATE_DATE,
                                  *document->date ? midnight : "1970-01-01T00:00:00Z");
}

static void
add_outline (cairo_surface_t *surface, HearthPages *pages)
{
  const HearthLayout *layout = hearth_pages_get_layout (pages);
  int parents[4] = { CAIRO_PDF_OUTLINE_ROOT };

  for (unsigned int nth = 0; nth < hearth_pages_get_n_pages (pages); nth++)
    {
      const HearthPage *page = hearth_pages_get_page (pages, nth);

      for (unsigned int i = 0; i < page->placed->len; i++)
        {
          const HearthPlaced *placed = &g_array_index (page->placed, HearthPlaced, i);
          const HearthBlock *block =
            placed->strip->block < 0 ? NULL : layout->document->blocks->pdata[placed->strip->block];
          char link[G_ASCII_DTOSTR_BUF_SIZE * 2 + 32], y[G_ASCII_DTOSTR_BUF_SIZE];
          unsigned int level;

          if (!block || block->kind != HEARTH_BLOCK_HEADING)
            continue;
          level = CLAMP (block->level, 1, 3);
          g_ascii_formatd (y, sizeof y, "%.2f", layout->top + placed->y);
          g_snprintf (link, sizeof link, "page=%u pos=[0 %s]", nth + 1, y);
          parents[level] = cairo_pdf_surface_add_outline (surface, parents[level - 1], block->text, link,
                                                          CAIRO_PDF_OUTLINE_FLAG_OPEN);
          /* A heading of level 3 may come with none of level 2 before it. */
          for (unsigned int deeper = level + 1; deeper < G_N_ELEMENTS (parents); deeper++)
            parents[deeper] = parents[level];
        }
    }
}

static void
paint_pages (cairo_t *cr, cairo_surface_t *surface, HearthPages *pages, HearthTags *tags)
{
  for (unsigned int nth = 0; nth < hearth_pages_get_n_pages (pages); nth++)
    {
      char label[16];

      g_snprintf (label, sizeof label, "%u", nth + 1);
      cairo_pdf_surface_set_page_label (surface, label);
      hearth_pages_paint_tagged (pages, nth, cr, tags);
      if (nth + 1 == hearth_pages_get_n_pages (pages))
        hearth_tags_finish (tags);
      cairo_show_page (cr);
    }
}

GBytes *
hearth_pdf_render (HearthPages *pages, GError **error)
{
  g_autoptr (GByteArray) raw = g_byte_array_new ();
  g_autoptr (HearthTags) tags = NULL;
  HearthDocument *document;
  cairo_surface_t *surface;
  cairo_status_t status;
  cairo_t *cr;
  double width, height;

  g_return_val_if_fail (HEARTH_IS_PAGES (pages), NULL);

  document = hearth_pages_get_document (pages);
  hearth_pages_get_size (pages, &width, &height);
  surface = cairo_pdf_surface_create_for_stream (append_cb, raw, width, height);
  set_metadata (surface, document);
  add_outline (surface, pages);
  cr = cairo_create (surface);
  tags = hearth_tags_new (cr, document);
  paint_pages (cr, surface, pages, tags);
  cairo_destroy (cr);
  cairo_surface_finish (surface);
  status = cairo_surface_status (surface);
  cairo_surface_destroy (surface);
  if (status != CAIRO_STATUS_SUCCESS)
    {
      g_set_error_literal (error, G_IO_ERROR, G_IO_ERROR_FAILED, cairo_status_to_string (status));
      return NULL;
    }
  return hearth_pdf_finish (raw->data, raw->len, document->language, hearth_pages_get_layout (pages)->rtl,
                            hearth_tags_get_alternates (tags), hearth_tags_get_scopes (tags), error);
}

bool
hearth_pdf_write (HearthPages *pages, const char *path, GError **error)
{
  g_autoptr (GBytes) pdf = NULL;
  gsize length;
  const void *data;

  g_return_val_if_fail (path != NULL, false);

  pdf = hearth_pdf_render (pages, error);
  if (!pdf)
    return false;
  data = g_bytes_get_data (pdf, &length);
  return g_file_set_contents_full (path, data, (gssize) length,
                                   G_FILE_SET_CONTENTS_CONSISTENT | G_FILE_SET_CONTENTS_DURABLE, 0600, error);
}

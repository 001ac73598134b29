/* SPDX-License-Identifier: GPL-3.0-or-later
 * A file that has been taken apart: a picture or a PDF, painted page by page.
 */
#pragma once

#include <cairo.h>
#include <glib.h>

#include "decode/protocol.h"

G_BEGIN_DECLS

/** @data: what the kind needs to paint. It is never freed: the process ends with it. */
typedef struct {
  HearthDecodeKind kind;
  GArray *sizes; /* of HearthDecodeSize */
  gpointer data;
} HearthPaper;

/** Whether @content begins as a PDF does. */
gboolean hearth_pdf_is (GBytes *content);
HearthDecodeStatus hearth_pdf_open (GBytes *content, HearthPaper *paper);
/** Paints page @nth over all of @target, an ARGB32 surface. */
HearthDecodeStatus hearth_pdf_paint (HearthPaper *paper, unsigned int nth, cairo_surface_t *target);

HearthDecodeStatus hearth_picture_open (GBytes *content, HearthPaper *paper);
HearthDecodeStatus hearth_picture_paint (HearthPaper *paper, cairo_surface_t *target);

G_END_DECLS

/* SPDX-License-Identifier: GPL-3.0-or-later
 * A document on pages, which can be painted on any surface: screen, printer, PDF and picture show the same.
 */
#pragma once

#include "report/document.h"

#include <cairo.h>

G_BEGIN_DECLS

#define HEARTH_TYPE_PAGES (hearth_pages_get_type ())
G_DECLARE_FINAL_TYPE (HearthPages, hearth_pages, HEARTH, PAGES, GObject)

/** Lays @document out and breaks it into pages. To be used in the thread it was made in. */
HearthPages *hearth_pages_new (HearthDocument *document);

HearthDocument *hearth_pages_get_document (HearthPages *pages);
/** At least 1. */
unsigned int hearth_pages_get_n_pages (HearthPages *pages);
/** Of every page, in points. */
void hearth_pages_get_size (HearthPages *pages, double *width, double *height);
/** The hash that the pages carry, 64 hex digits; the first 16 are printed. */
const char *hearth_pages_get_hash (HearthPages *pages);

/** Paints page @nth, from 0, with its upper left corner at the origin of @cr, in points. */
void hearth_pages_paint (HearthPages *pages, unsigned int nth, cairo_t *cr);

G_END_DECLS

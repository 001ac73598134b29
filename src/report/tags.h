/* SPDX-License-Identifier: GPL-3.0-or-later
 * What is what on a page, for tagged PDF: headings, paragraphs, tables, lists, pictures. Private to this folder.
 */
#pragma once

#include "report/pages-private.h"

G_BEGIN_DECLS

/** @cr: of a PDF surface. Every function here takes NULL for @tags, and then does nothing. */
HearthTags *hearth_tags_new (cairo_t *cr, const HearthDocument *document);
/** What cairo cannot write into a structure element, in the order the elements began: of char *, the words of each
 * picture and the scope of each table head. Borrowed. */
GPtrArray *hearth_tags_get_alternates (HearthTags *tags);
GPtrArray *hearth_tags_get_scopes (HearthTags *tags);
/** Ends what is open. */
void hearth_tags_finish (HearthTags *tags);
void hearth_tags_free (HearthTags *tags);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (HearthTags, hearth_tags_free)

/** Page furniture and repeated heads: not part of what is read out. */
void hearth_tags_begin_artifact (HearthTags *tags);
void hearth_tags_end_artifact (HearthTags *tags);

/** Ends and begins elements so that what is painted next belongs to @strip's. An element goes on over pages. */
void hearth_tags_enter (HearthTags *tags, const HearthStrip *strip);
/** Around the cell @nth of a strip that was entered. */
void hearth_tags_begin_cell (HearthTags *tags, const HearthStrip *strip, unsigned int nth);
void hearth_tags_end_cell (HearthTags *tags, const HearthStrip *strip, unsigned int nth);

G_END_DECLS

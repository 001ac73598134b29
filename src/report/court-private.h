/* SPDX-License-Identifier: GPL-3.0-or-later
 * The sections of the report to the court, by number. Private to this folder.
 */
#pragma once

#include "report/court-file.h"

G_BEGIN_DECLS

/** The heading of section @number. */
void hearth_court_add_heading (HearthBuilder *builder, unsigned int number, const char *title);
/** The field @name of the text as a paragraph, or "Nothing to report". */
void hearth_court_add_text (HearthBuilder *builder, HearthCourtFile *file, const char *name);

/** court-facts.c: sections 4 to 6. */
bool hearth_court_add_facts (HearthBuilder *builder, HearthCourtFile *file, GError **error);
/** court-views.c: sections 7 to 11. */
void hearth_court_add_views (HearthBuilder *builder, HearthCourtFile *file);

G_END_DECLS

/* SPDX-License-Identifier: GPL-3.0-or-later
 * A report as it comes out of the printer, read back by other programs.
 */
#pragma once

#include "report/pages-private.h"
#include "report/report-kind.h"

#include "fixtures/house.h"

G_BEGIN_DECLS

typedef struct {
  HearthDocument *document;
  HearthPages *pages;
  char *text; /* of the PDF, as another program reads it */
  char *info;
} Paper;

void paper_free (Paper *paper);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (Paper, paper_free)

Paper *paper_print_with (HearthTestHouse *house,
                         HearthRecord *subject,
                         const char *kind,
                         const HearthReportOptions *options);
/** In English, on A4. */
Paper *paper_print (HearthTestHouse *house, HearthRecord *subject, const char *kind);

/** What everybody in the house knows; @ended_on: ISO date, or "". */
void paper_add_allergy (HearthTestHouse *house,
                        HearthRecord *resident,
                        const char *substance,
                        const char *ended_on);

bool paper_says (const Paper *paper, const char *words);
unsigned int paper_count (const Paper *paper, const char *words);
unsigned int paper_count_pages (const Paper *paper);
/** All of @words, up to NULL, are there, or none of them is; says which. */
void paper_assert_says (const Paper *paper, const char *const *words);
void paper_assert_silent (const Paper *paper, const char *const *words);

G_END_DECLS

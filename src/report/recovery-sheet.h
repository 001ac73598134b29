/* SPDX-License-Identifier: GPL-3.0-or-later
 * The recovery sheet on paper: two halves, to be cut apart and kept by two people.
 */
#pragma once

#include "report/document.h"

G_BEGIN_DECLS

/** @house: what the sheet says on top; @date: ISO date; @language: BCP 47, "" for that of the screen. The document holds the secret: print it and let it go.
 * Transfer full. */
HearthDocument *hearth_recovery_sheet_to_document (const char *house,
                                                   const char *first_half,
                                                   const char *second_half,
                                                   const char *date,
                                                   const char *language,
                                                   HearthPaper paper);

G_END_DECLS

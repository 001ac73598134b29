/* SPDX-License-Identifier: GPL-3.0-or-later
 * The recovery sheet on paper.
 */
#define G_LOG_DOMAIN "hearth-report"

#include "config.h"

#include "report/recovery-sheet.h"

#include "report/language.h"

#include <glib/gi18n-lib.h>

static void
add_half (HearthDocument *document, const char *title, const char *half)
{
  HearthBlock *facts;

  hearth_document_add_heading (document, 1, title);
  hearth_document_add_paragraph (document, _ ("Whoever holds both halves can open every record of the house, "
                                              "without any "
                                              "password. One half alone opens nothing."));
  facts = hearth_document_add (document, hearth_block_new (HEARTH_BLOCK_FACTS));
  hearth_block_add_row (facts, _ ("To type"), half, NULL);
  hearth_block_add_row (facts, _ ("Kept by"), "", NULL);
  hearth_block_add_row (facts, _ ("Where"), "", NULL);
  hearth_document_add_remark (document, _ ("Keep it where only you can reach it, never beside the computer "
                                           "and never together "
                                           "with the other half. Spaces and capitals make no difference."));
}

HearthDocument *
hearth_recovery_sheet_to_document (const char *house,
                                   const char *first_half,
                                   const char *second_half,
                                   const char *date,
                                   const char *language,
                                   HearthPaper paper)
{
  g_autoptr (HearthLanguageScope) scope = hearth_language_scope_new (language);
  g_autofree char *written = hearth_language_dup_chosen (language);
  HearthDocument *document = hearth_document_new ("recovery-sheet", written, paper);

  g_set_str (&document->title, _ ("Recovery sheet"));
  g_set_str (&document->organisation, house);
  g_set_str (&document->date, date);
  g_set_str (&document->classification, _ ("Cut this sheet in two and give each half to another person."));
  add_half (document, _ ("First half"), first_half);
  add_half (document, _ ("Second half"), second_half);
  return document;
}

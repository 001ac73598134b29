/* SPDX-License-Identifier: GPL-3.0-or-later
 * What an author should look at before a report leaves the house: words that blame or that nobody outside understands,
 * opinions among the facts, and places that are not finished.
 */
#pragma once

#include "report/document.h"

G_BEGIN_DECLS

typedef enum {
  HEARTH_WORDS_UNFINISHED, /* stops the report from leaving */
  HEARTH_WORDS_BLAMING,
  HEARTH_WORDS_JARGON,
  HEARTH_WORDS_OPINION, /* among facts */
  HEARTH_WORDS_CAUTION, /* about the report as a whole */
} HearthWordsKind;

/**
 * HearthWordsRemark:
 * @section: the heading it stands under, ""
 * @found: as it is written there, ""
 * @around: some words before and after
 * @advice: one sentence, in the language of the screen
 */
typedef struct {
  HearthWordsKind kind;
  char *section;
  char *found;
  char *around;
  char *advice;
} HearthWordsRemark;

/** What there is to look at in @document, unfinished places first, then in the order of the pages. The resident's own words and
 * what courts ordered stay as they are, and are only looked through for unfinished places; opinions may stand where a
 * report says that they are some. Words are those of English. Of HearthWordsRemark; transfer full. */
GPtrArray *hearth_report_words_check (HearthDocument *document);

/** A sentence that says where @document is not finished; NULL: it is, or may stay in the house as it is. Transfer full. */
char *hearth_report_words_find_unfinished (HearthDocument *document);

G_END_DECLS

/* SPDX-License-Identifier: GPL-3.0-or-later
 * Asking the search tables: rows that may be hits, newest first, of types the reader may see. Private.
 */
#pragma once

#include "store/search-text.h"
#include "store/store-private.h"

G_BEGIN_DECLS

/** A row that an index names. What the reader sees of the record is still to be looked at. */
typedef struct {
  gint64 row;
  const HearthRecordType *type;
  GStrv files; /* whose; none for the house's */
  char *event;
  HearthTier tier; /* the lowest at which all words are there */
} HearthCandidate;

/** A question being answered. */
typedef struct {
  HearthStore *store;
  GStrv words;
  char *match; /* for MATCH: every word in quotes */
  bool short_word; /* asks names and codes only */
  bool with_errors; /* also records entered in error */
  gint64 only_row;  /* 0: all */
  GPtrArray *cursors; /* of Cursor: the tiers this reader has */
} HearthQuestion;

void hearth_question_init (HearthQuestion *question, HearthStore *store, const char *words);
void hearth_question_clear (HearthQuestion *question);
G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (HearthQuestion, hearth_question_clear)

/** Rows whose names and codes have the words, in no order. #GArray of HearthCandidate; transfer full. */
GArray *hearth_question_find_names (HearthQuestion *question, GError **error);

/** Up to @most further rows whose text has the words, descending by row; empty at the end. Transfer full. */
GArray *hearth_question_find_next (HearthQuestion *question, guint most, GError **error);

G_END_DECLS

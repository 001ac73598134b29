/* SPDX-License-Identifier: GPL-3.0-or-later
 * Search over everything the reader may see.
 */
#pragma once

#include "store/store.h"

G_BEGIN_DECLS

typedef struct {
  char *id;
  const HearthRecordType *type;
  char *resident; /* id, "" for a record of the house; of what is in several files the first */
  char *title;    /* the record's */
  char *subtitle; /* the record's, "" when none */
  char *resident_title; /* whose file, or all whose files; "" when none */
  char *snippet;  /* plain text around the hit, "" when the hit is in the title */
  char *date;     /* ISO date of the event */
} HearthSearchHit;

void hearth_search_hit_free (HearthSearchHit *hit);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (HearthSearchHit, hearth_search_hit_free)

/**
 * hearth_store_search:
 * @words: all must be found; any script, marks and case ignored; under three characters names and codes only
 * @limit: at most so many; people come first, then the newest
 *
 * Returns: (transfer full): #GPtrArray of HearthSearchHit. A search that touches tiers 3–4 leaves an audit row.
 */
GPtrArray *hearth_store_search (HearthStore *store, const char *words, unsigned int limit, GError **error);

/** The form that text is indexed and asked in: NFKC, case, Arabic letter forms and marks, tatweel.
 * Transfer full. */
char *hearth_search_normalise (const char *text);

G_END_DECLS

/* SPDX-License-Identifier: GPL-3.0-or-later
 * What a list shows: which records, in which order.
 */
#pragma once

#include "core/record.h"

G_BEGIN_DECLS

/**
 * HearthQuery:
 * @type: NULL: every type of residents' files that the reader may see (the timeline)
 * @types: (element-type HearthRecordType) (nullable): where @type is NULL, only these; NULL: every one
 * @resident: id, or NULL for the whole house; a record that is in several files is found in each of them
 * @from, @to: ISO dates of the event, both included, or NULL
 * @sort: field name; NULL: by event, newest first
 * @text: (nullable): words that the record's search text must hold
 * @include_errors: also records "entered in error"
 */
typedef struct {
  const HearthRecordType *type;
  GPtrArray *types;
  char *resident;
  char *from;
  char *to;
  char *sort;
  bool descending;
  char *text;
  bool include_errors;
  GPtrArray *filters; /* of HearthFilter */
  GPtrArray *ranges;  /* of HearthRange */
} HearthQuery;

/** @field is one of @codes (for MULTI_CHOICE and LINKS: holds one of them); or the name of a facet of the type, and one of
 * @codes holds today, or is #HEARTH_FACET_NONE or #HEARTH_FACET_PAST and true. */
typedef struct {
  char *field;
  GStrv codes;
} HearthFilter;

/** @field (DATE, DATE_TIME or PARTIAL_DATE) is filled in, and not before @from nor after @to, of which one may be NULL. */
typedef struct {
  char *field;
  char *from;
  char *to;
} HearthRange;

HearthQuery *hearth_query_new (const HearthRecordType *type);
HearthQuery *hearth_query_copy (const HearthQuery *query);
void hearth_query_free (HearthQuery *query);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (HearthQuery, hearth_query_free)

/** Narrows a query for every type to @n_types of them; those that the reader may not see are left out without a
 * word. @n_types 0: every one again. */
void hearth_query_set_types (HearthQuery *query, const HearthRecordType *const *types, unsigned int n_types);
void hearth_query_set_resident (HearthQuery *query, const char *resident);
void hearth_query_set_period (HearthQuery *query, const char *from, const char *to);
void hearth_query_set_sort (HearthQuery *query, const char *field, bool descending);
void hearth_query_set_text (HearthQuery *query, const char *text);
/** @field: of a field or a facet; @codes: NULL-ended, "" among them for where nothing was answered; NULL or empty takes the
 * filter away. */
void hearth_query_set_filter (HearthQuery *query, const char *field, const char *const *codes);
/**
 * hearth_query_set_range:
 * @field: a date of the query's type, any of them: what falls due by it
 * @from, @to: (nullable): ISO dates or, for DATE_TIME, instants too; both included. A date is meant as the day of the
 *   place where the value was written down; what is known to the month or year only counts as its first day. Both NULL
 *   takes the range away.
 *
 * Asked by the index where @field is the type's event.
 */
void hearth_query_set_range (HearthQuery *query, const char *field, const char *from, const char *to);

G_END_DECLS

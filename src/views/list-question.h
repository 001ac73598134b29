/* SPDX-License-Identifier: GPL-3.0-or-later
 * What a list is asked to show, as a person sets it: filters, order, words searched for, period. It can be kept as
 * text and taken up again later.
 */
#pragma once

#include "store/query.h"

G_BEGIN_DECLS

/** The whole past, as a period. */
#define HEARTH_PERIOD_ALL "all"
/** What a list of the house begins with; in the file of one resident that is everything. */
#define HEARTH_PERIOD_USUAL "30"

/**
 * HearthListQuestion:
 * @text: words searched for
 * @sort: field name, "" for the list's own order
 * @period: number of days, or #HEARTH_PERIOD_ALL
 * @filters: (element-type utf8 GStrv): field or facet → codes; none is empty
 */
typedef struct {
  char *text;
  char *sort;
  bool descending;
  char *period;
  GHashTable *filters;
} HearthListQuestion;

HearthListQuestion *hearth_list_question_new (void);
HearthListQuestion *hearth_list_question_copy (const HearthListQuestion *question);
void hearth_list_question_free (HearthListQuestion *question);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (HearthListQuestion, hearth_list_question_free)

bool hearth_list_question_equal (const HearthListQuestion *a, const HearthListQuestion *b);
/** @codes: (nullable): NULL or empty takes the filter away; their order counts for nothing. */
void hearth_list_question_set_filter (HearthListQuestion *question,
                                      const char *field,
                                      const char *const *codes);
bool hearth_list_question_is_filtered (const HearthListQuestion *question);

/** One line of JSON with sorted members; transfer full. */
char *hearth_list_question_to_json (const HearthListQuestion *question);
/**
 * hearth_list_question_from_json:
 * @type: what the list is of
 *
 * Members that are not known are passed over, as are filters by and orders of fields that @type has not (any more). What
 * is no object of the right kinds and sizes is refused as a whole.
 *
 * Returns: (transfer full): the question, or NULL
 */
HearthListQuestion *hearth_list_question_from_json (const HearthRecordType *type, const char *json);

/** @resident: (nullable): whose; @today: ISO date the period ends on. Transfer full. */
HearthQuery *hearth_list_question_make_query (const HearthListQuestion *question,
                                              const HearthRecordType *type,
                                              const char *resident,
                                              const char *today);

G_END_DECLS

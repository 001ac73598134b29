/* SPDX-License-Identifier: GPL-3.0-or-later
 * How complete a record is: of the fields that its table expects, those that are filled in.
 */
#pragma once

#include "store/store.h"

G_BEGIN_DECLS

/** @missing: (element-type HearthField): borrowed fields, in the table's order. */
typedef struct {
  unsigned int expected;
  unsigned int filled;
  GPtrArray *missing;
} HearthCompleteness;

/** Of @section (the table's own words, not translated), or with NULL of the whole record. Fields that the signed-in
 * person may not read do not count. Transfer full. */
HearthCompleteness *hearth_completeness_new (HearthStore *store, HearthRecord *record, const char *section);
void hearth_completeness_free (HearthCompleteness *completeness);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (HearthCompleteness, hearth_completeness_free)

G_END_DECLS

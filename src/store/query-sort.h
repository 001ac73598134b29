/* SPDX-License-Identifier: GPL-3.0-or-later
 * Putting rows in order by a field's meaning. Private to the store.
 */
#pragma once

#include "store/query-plan.h"

G_BEGIN_DECLS

/** An empty #GArray of HearthRowKey that frees them. */
GArray *hearth_row_keys_new (void);
/** The key in columns 0 (row) and 1 (the sorted field) of @statement. */
void hearth_query_plan_take_key (HearthQueryPlan *plan, HearthStatement *statement, HearthRowKey *key);
/** Reads the key of each of @rows (of gint64) from its record, into the empty @keys: for what is computed. */
bool hearth_query_plan_read_keys (HearthQueryPlan *plan, GArray *rows, GArray *keys, GError **error);
/** Puts @keys in order; equal ones the newest first. */
void hearth_query_plan_sort (HearthQueryPlan *plan, GArray *keys);

G_END_DECLS

/* SPDX-License-Identifier: GPL-3.0-or-later
 * Putting rows in order by a field's meaning. Private to the store.
 */
#pragma once

#include "store/query-plan.h"

G_BEGIN_DECLS

/** Sorts @rows (of gint64) by the plan's field; equal ones stay the newest first. */
bool hearth_query_plan_sort (HearthQueryPlan *plan, GArray *rows, GError **error);

G_END_DECLS

/* SPDX-License-Identifier: GPL-3.0-or-later
 * What falls into a period by any of its dates. Private to the store.
 */
#pragma once

#include "store/query-plan.h"

G_BEGIN_DECLS

/** Appends the conditions of all ranges. DENIED when the reader may not see a field, or it is no date. */
bool hearth_query_plan_append_ranges (HearthQueryPlan *plan, GString *sql, GError **error);
/** Whether one of them begins somewhere on the date that the index goes by. */
bool hearth_query_plan_has_event_range (HearthQueryPlan *plan);

G_END_DECLS

/* SPDX-License-Identifier: GPL-3.0-or-later
 * Filters of a list of residents by their other records. Private to the store.
 */
#pragma once

#include "store/query-plan.h"

G_BEGIN_DECLS

/** The facet of @type called @name, or NULL. */
const HearthFacet *hearth_facet_lookup (const HearthRecordType *type, const char *name);

/** Appends " AND …": residents that @facet says one of @codes (NULL-ended) of. DENIED when the reader may not see what
 * that is decided by; residents whose records of that type are not for this reader are left out. */
bool hearth_query_plan_append_facet (HearthQueryPlan *plan,
                                     GString *sql,
                                     const HearthFacet *facet,
                                     const char *const *codes,
                                     GError **error);

/** Whether a record of @type decides who is in the list. */
bool hearth_query_plan_has_facet_of (HearthQueryPlan *plan, const HearthRecordType *type);

G_END_DECLS

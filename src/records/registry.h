/* SPDX-License-Identifier: GPL-3.0-or-later
 * Every record type there is.
 */
#pragma once

#include "core/record-type.h"

G_BEGIN_DECLS

/** All types, in the order in which tables are made (a type stands after those it links to). */
const HearthRecordType *const *hearth_records_get_types (unsigned int *n_types);
/** The type called @name, or NULL. */
const HearthRecordType *hearth_records_lookup_type (const char *name);

G_END_DECLS

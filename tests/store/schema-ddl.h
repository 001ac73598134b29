/* SPDX-License-Identifier: GPL-3.0-or-later
 * The tables that the record types ask for, in SQL: what migrations are written from and compared with.
 */
#pragma once

#include "core/record-type.h"

G_BEGIN_DECLS

/** CREATE statements of the table of @type, with its indexes and triggers; transfer full. */
char *schema_ddl_of_type (const HearthRecordType *type);
/** Those of every type; transfer full. */
char *schema_ddl_of_all (void);

G_END_DECLS

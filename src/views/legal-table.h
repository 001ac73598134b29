/* SPDX-License-Identifier: GPL-3.0-or-later
 * A small table of records that is still read on a narrow page: what it is on one line, the columns below it.
 */
#pragma once

#include <adwaita.h>

#include "core/record.h"

G_BEGIN_DECLS


/** A list called @name, with a row of @heads: translated, NULL-ended, borrowed while the list is there. Floating. */
GtkListBox *hearth_legal_table_new (const char *name, const char *const *heads);
/** A row that opens @record. @cells: as many as there are heads; "" where there is nothing to say. @warn: number of the cell
 * that wants to be looked at, or -1. */
void hearth_legal_table_add (GtkListBox *table,
                             HearthRecord *record,
                             const char *title,
                             const char *const *cells,
                             int warn);

G_END_DECLS

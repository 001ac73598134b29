/* SPDX-License-Identifier: GPL-3.0-or-later
 * A field typed on one line: text, numbers, dates and times.
 */
#pragma once

#include "widgets/field-row.h"

G_BEGIN_DECLS

#define HEARTH_TYPE_ENTRY_ROW (hearth_entry_row_get_type ())
G_DECLARE_FINAL_TYPE (HearthEntryRow, hearth_entry_row, HEARTH, ENTRY_ROW, AdwEntryRow)

GtkWidget *hearth_entry_row_new (const HearthField *field);

G_END_DECLS

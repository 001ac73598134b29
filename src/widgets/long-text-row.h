/* SPDX-License-Identifier: GPL-3.0-or-later
 * A field of many lines: long text, sealed text, the resident's own words.
 */
#pragma once

#include "widgets/field-row.h"

G_BEGIN_DECLS

#define HEARTH_TYPE_LONG_TEXT_ROW (hearth_long_text_row_get_type ())
G_DECLARE_FINAL_TYPE (HearthLongTextRow, hearth_long_text_row, HEARTH, LONG_TEXT_ROW, AdwPreferencesRow)

GtkWidget *hearth_long_text_row_new (const HearthField *field);

G_END_DECLS

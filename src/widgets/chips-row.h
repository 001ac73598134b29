/* SPDX-License-Identifier: GPL-3.0-or-later
 * A field with any number of choices, each a chip that is on or off.
 */
#pragma once

#include "widgets/field-row.h"

G_BEGIN_DECLS

#define HEARTH_TYPE_CHIPS_ROW (hearth_chips_row_get_type ())
G_DECLARE_FINAL_TYPE (HearthChipsRow, hearth_chips_row, HEARTH, CHIPS_ROW, AdwPreferencesRow)

GtkWidget *hearth_chips_row_new (const HearthField *field);

G_END_DECLS

/* SPDX-License-Identifier: GPL-3.0-or-later
 * A field with one of many choices, in a list that can be searched.
 */
#pragma once

#include "widgets/field-row.h"

G_BEGIN_DECLS

#define HEARTH_TYPE_CHOICE_ROW (hearth_choice_row_get_type ())
G_DECLARE_FINAL_TYPE (HearthChoiceRow, hearth_choice_row, HEARTH, CHOICE_ROW, AdwComboRow)

GtkWidget *hearth_choice_row_new (const HearthField *field);

G_END_DECLS

/* SPDX-License-Identifier: GPL-3.0-or-later
 * A field with few short answers side by side: yes or no, small choices.
 */
#pragma once

#include "widgets/field-row.h"

G_BEGIN_DECLS

#define HEARTH_TYPE_TOGGLE_ROW (hearth_toggle_row_get_type ())
G_DECLARE_FINAL_TYPE (HearthToggleRow, hearth_toggle_row, HEARTH, TOGGLE_ROW, AdwPreferencesRow)

GtkWidget *hearth_toggle_row_new (const HearthField *field);

/** Whether the choices of @field are few and short enough to stand side by side on a narrow window. */
bool hearth_toggle_row_suits (const HearthField *field);

G_END_DECLS

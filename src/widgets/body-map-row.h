/* SPDX-License-Identifier: GPL-3.0-or-later
 * A field that holds marks on the outline of a body: the drawing, and below it each mark with its kind and words.
 */
#pragma once

#include "widgets/field-row.h"

G_BEGIN_DECLS

#define HEARTH_TYPE_BODY_MAP_ROW (hearth_body_map_row_get_type ())
G_DECLARE_FINAL_TYPE (HearthBodyMapRow, hearth_body_map_row, HEARTH, BODY_MAP_ROW, AdwPreferencesRow)

GtkWidget *hearth_body_map_row_new (const HearthField *field);

/** Whether marks can be set and changed. What only can be read, and says nothing, is not there. */
void hearth_body_map_row_set_editable (HearthBodyMapRow *row, bool editable);

G_END_DECLS

/* SPDX-License-Identifier: GPL-3.0-or-later
 * A field that points at another record, chosen from a list that can be searched.
 */
#pragma once

#include "widgets/field-row.h"

G_BEGIN_DECLS

#define HEARTH_TYPE_LINK_ROW (hearth_link_row_get_type ())
G_DECLARE_FINAL_TYPE (HearthLinkRow, hearth_link_row, HEARTH, LINK_ROW, AdwComboRow)

GtkWidget *hearth_link_row_new (const HearthField *field);

/** What can be chosen: a list of HearthRecord, shown by title; NULL for none. */
void hearth_link_row_set_model (HearthLinkRow *row, GListModel *records);

G_END_DECLS

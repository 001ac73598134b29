/* SPDX-License-Identifier: GPL-3.0-or-later
 * A field that points at several records: a chip for each, and a list to choose more from.
 */
#pragma once

#include "widgets/field-row.h"

G_BEGIN_DECLS

#define HEARTH_TYPE_LINKS_ROW (hearth_links_row_get_type ())
G_DECLARE_FINAL_TYPE (HearthLinksRow, hearth_links_row, HEARTH, LINKS_ROW, AdwPreferencesRow)

GtkWidget *hearth_links_row_new (const HearthField *field);

/** What can be chosen: a list of HearthRecord, shown by title; NULL for none. */
void hearth_links_row_set_model (HearthLinksRow *row, GListModel *records);

G_END_DECLS

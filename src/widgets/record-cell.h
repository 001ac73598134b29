/* SPDX-License-Identifier: GPL-3.0-or-later
 * One value of a record in a table.
 */
#pragma once

#include <adwaita.h>

#include "core/record.h"
#include "widgets/record-line.h"

G_BEGIN_DECLS

#define HEARTH_TYPE_RECORD_CELL (hearth_record_cell_get_type ())
G_DECLARE_FINAL_TYPE (HearthRecordCell, hearth_record_cell, HEARTH, RECORD_CELL, GtkWidget)

/** Shows what @words says of the record. @user_data must live as long as the cell.
 * @n_characters: how much room to ask for */
GtkWidget *hearth_record_cell_new (HearthRecordWordsFunc words,
                                   gpointer user_data,
                                   unsigned int n_characters);

/** @record: (nullable): the cell follows its changes. */
void hearth_record_cell_set_record (HearthRecordCell *cell, HearthRecord *record);

/** Asks anew for the words. */
void hearth_record_cell_update (HearthRecordCell *cell);

G_END_DECLS

/* SPDX-License-Identifier: GPL-3.0-or-later
 * A task in a list: what is to be done, by when and by whom, and a box to tick.
 */
#pragma once

#include <adwaita.h>

#include "store/store.h"

G_BEGIN_DECLS

#define HEARTH_TYPE_TASK_ROW (hearth_task_row_get_type ())
G_DECLARE_FINAL_TYPE (HearthTaskRow, hearth_task_row, HEARTH, TASK_ROW, AdwPreferencesRow)

/** Opens the task when it is activated. Signals: "finish" () when the box is ticked, which then is empty again. */
GtkWidget *hearth_task_row_new (HearthStore *store, HearthRecord *task);
/** Borrowed. */
HearthRecord *hearth_task_row_get_task (HearthTaskRow *row);
/** Brings the keyboard to the box, or to the row where there is none. */
void hearth_task_row_focus (HearthTaskRow *row);

G_END_DECLS

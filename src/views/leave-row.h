/* SPDX-License-Identifier: GPL-3.0-or-later
 * One leave in a line, with the one thing that is to be done about it next: deciding, going, coming back.
 */
#pragma once

#include <adwaita.h>

#include "store/store.h"

G_BEGIN_DECLS

/** Opens the leave when activated. @late: it should have been over. Floating. */
GtkWidget *hearth_leave_row_new (HearthStore *store, HearthRecord *leave, bool late);

/** A new leave is asked for today, until somebody decides. */
void hearth_leave_fill_in (HearthStore *store, HearthRecord *leave);

G_END_DECLS

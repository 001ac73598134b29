/* SPDX-License-Identifier: GPL-3.0-or-later
 * What ends or renews somebody's sign-in: removing a person from the house, and another first password.
 */
#pragma once

#include <adwaita.h>

#include "store/store.h"

G_BEGIN_DECLS

/** Why @account cannot be removed by the person signed in, as a sentence; NULL where it can. Transfer full. */
char *hearth_staff_leave_refuse (HearthStore *store, HearthRecord *account);

/** Asks for a reason, removes @account, and offers to replace the house key and the recovery sheet
 * ("win.replace-house-key", "win.new-sheet"). */
void hearth_staff_leave_ask (GtkWidget *near, HearthStore *store, HearthRecord *account);

/** Says what it costs, makes another first password, and opens its slip above the page that @near is in. */
void hearth_staff_reset_ask (GtkWidget *near, HearthStore *store, HearthRecord *account);

/** Says what replacing the house key means, and begins it ("win.replace-house-key"). */
void hearth_staff_rotate_ask (GtkWidget *near);
/** Says what a new recovery sheet means, and makes one ("win.new-sheet"). */
void hearth_staff_sheet_ask (GtkWidget *near);

G_END_DECLS

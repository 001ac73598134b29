/* SPDX-License-Identifier: GPL-3.0-or-later
 * What is done to a whole record from its page, after asking: signing it, marking it as entered in error, and putting what was
 * written for the wrong resident into the right file.
 */
#pragma once

#include <adwaita.h>

#include "store/store.h"

G_BEGIN_DECLS

/** Whether the person signed in may sign @record as it is now: one that is saved, open, and of a type that is signed. */
bool hearth_record_may_be_signed (HearthStore *store, HearthRecord *record);
/** The same for marking it. A record that stays editable is changed instead. */
bool hearth_record_may_be_marked (HearthStore *store, HearthRecord *record);

/** Asks, in the window that @near is in, and does it; tells why not. Whoever shows @record follows the store's "saved". */
void hearth_record_ask_to_sign (GtkWidget *near, HearthStore *store, HearthRecord *record);
void hearth_record_ask_to_mark (GtkWidget *near, HearthStore *store, HearthRecord *record);

/** Whether @record may be put into the file of another resident. */
bool hearth_record_may_be_moved (HearthStore *store, HearthRecord *record);
/** Asks whose it is, does it, and opens the entry in the right file. @near: in a navigation view. */
void hearth_record_ask_to_move (GtkWidget *near, HearthStore *store, HearthRecord *record);

G_END_DECLS

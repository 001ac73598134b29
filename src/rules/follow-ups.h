/* SPDX-License-Identifier: GPL-3.0-or-later
 * What follows by itself when something was written down: who must be told, a talk
 * after coming back, an alert, other days for what is to be prepared. Private to rules.
 */
#pragma once

#include "store/store.h"

G_BEGIN_DECLS

/** After @record was saved: makes what follows from it and is not there yet, and takes back what followed from a record that
 * was entered in error. What cannot be made now is made at the next save of @record. */
void hearth_follow_ups_make (HearthStore *store, HearthRecord *record);

G_END_DECLS

/* SPDX-License-Identifier: GPL-3.0-or-later
 * Putting an accused person among the people of the file, so that whoever is at the door or on the phone knows.
 */
#pragma once

#include <adwaita.h>

#include "store/store.h"

G_BEGIN_DECLS

/** Whether @accused is not yet among the people of the file, and the person signed in may add them. */
bool hearth_accused_wants_contact (HearthStore *store, HearthRecord *accused);
/** Opens the form of a new person, as barred, in the navigation view that @near is in; once it is saved, @accused points to it. */
void hearth_accused_begin_contact (GtkWidget *near, HearthStore *store, HearthRecord *accused);
/** The page after a new accused person was written down, which offers that; NULL where there is nothing to offer. */
AdwNavigationPage *hearth_accused_make_parting (HearthStore *store, HearthRecord *accused);

G_END_DECLS

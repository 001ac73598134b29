/* SPDX-License-Identifier: GPL-3.0-or-later
 * Complaints of residents: a channel of their own, answered within the time that the house has set.
 */
#pragma once

#include "store/store.h"

G_BEGIN_DECLS

/** What is most often so of a new @complaint, where nothing else is said: received today, taken by the signed-in person,
 * to be answered within the house's "complaint_days" (14 where it says none). */
void hearth_complaint_fill_in (HearthStore *store, HearthRecord *complaint);

G_END_DECLS

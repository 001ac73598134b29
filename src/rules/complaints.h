/* SPDX-License-Identifier: GPL-3.0-or-later
 * Complaints of residents: a channel of their own, answered within the time that the house has set.
 */
#pragma once

#include "store/store.h"

G_BEGIN_DECLS

/** A new complaint, not saved: received today, taken by the signed-in person, to be answered within the house's
 * "complaint_days" (14 where it says none). @resident: (nullable): id. Transfer full. */
HearthRecord *hearth_complaint_new (HearthStore *store, const char *resident);

G_END_DECLS

/* SPDX-License-Identifier: GPL-3.0-or-later
 * Which safety plan is to be followed.
 */
#pragma once

#include "store/store.h"

G_BEGIN_DECLS

/** Whether @plan is to be followed on @day (ISO date): it was made by then, has not ended, and is no entry in error. */
bool hearth_safety_plan_holds (HearthRecord *plan, const char *day);
/** The last of @plans (of HearthRecord, oldest first) that holds on @day; NULL for none. Transfer none. */
HearthRecord *hearth_safety_plan_pick (GPtrArray *plans, const char *day);
/** The newest plan of @resident (id) that holds today, of those the signed-in person may read; NULL for none. Transfer
 * full. */
HearthRecord *hearth_safety_plan_look_up (HearthStore *store, const char *resident, GError **error);

G_END_DECLS

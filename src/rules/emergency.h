/* SPDX-License-Identifier: GPL-3.0-or-later
 * Opening one resident's file in an emergency: tiers 0 to 3 for half an hour, with a reason, reviewed by a second
 * person. Keys are never given: what is sealed stays sealed. A conflict of interest is not overcome.
 */
#pragma once

#include "store/store.h"

G_BEGIN_DECLS

#define HEARTH_EMERGENCY_MINUTES 30

/** Whether the signed-in person would see more of @resident's file by opening it in an emergency. */
bool hearth_emergency_is_offered (HearthStore *store, const char *resident);

/** Opens @resident's file: an "emergency_access" record, which asks for a review in the same transaction. The policy
 * answers by it at once and emits "changed". INVALID with @problems for a reason that is too short; DENIED. */
bool hearth_emergency_open (HearthStore *store,
                            const char *resident,
                            const char *reason,
                            GPtrArray **problems,
                            GError **error);

/** Until when (instant) the signed-in person's opening of @resident's file holds; NULL when there is none. Transfer
 * full. */
char *hearth_emergency_dup_until (HearthStore *store, const char *resident);

G_END_DECLS

/* SPDX-License-Identifier: GPL-3.0-or-later
 * The house's policy: what the signed-in person's role may read, write and do.
 */
#pragma once

#include "core/policy.h"
#include "store/store.h"

G_BEGIN_DECLS

#define HEARTH_TYPE_HOUSE_POLICY (hearth_house_policy_get_type ())
G_DECLARE_FINAL_TYPE (HearthHousePolicy, hearth_house_policy, HEARTH, HOUSE_POLICY, GObject)

/** A policy that says no to everything until it is given a store. */
HearthHousePolicy *hearth_house_policy_new (void);

/** From now on answers for the role of the account that @store was opened with, as it is now and then as it is saved:
 * not for what is typed into it meanwhile. The store is not kept alive;
 * an account that is not active, or whose role is unknown, may do nothing. */
void hearth_house_policy_set_store (HearthHousePolicy *policy, HearthStore *store);

G_END_DECLS

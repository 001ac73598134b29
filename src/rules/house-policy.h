/* SPDX-License-Identifier: GPL-3.0-or-later
 * The house's policy: what the signed-in person's role may read, write and do.
 */
#pragma once

#include "core/policy.h"
#include "rules/file-limits.h"
#include "rules/role.h"
#include "store/store.h"

G_BEGIN_DECLS

#define HEARTH_TYPE_HOUSE_POLICY (hearth_house_policy_get_type ())
G_DECLARE_FINAL_TYPE (HearthHousePolicy, hearth_house_policy, HEARTH, HOUSE_POLICY, GObject)

/** A policy that says no to everything until it is given a store. */
HearthHousePolicy *hearth_house_policy_new (void);

/* Emits "changed" when what may be read has changed: a role, a limit of a file, an opening in an emergency that begins or
 * ends. The store has reread by then (hearth_store_reread ()). */

/** From now on answers for the role of the account that @store was opened with, as it is now and then as it is saved:
 * not for what is typed into it meanwhile. The store is not kept alive;
 * an account that is not active, or whose role is unknown, may do nothing. The recovery sheet reads accounts and the
 * record of the house, and manages accounts: it gives new passwords, and changes nothing else in them. */
void hearth_house_policy_set_store (HearthHousePolicy *policy, HearthStore *store);

/** The role that it answers for, or NULL: not active, waiting for approval, or the recovery sheet. */
const HearthRole *hearth_house_policy_get_role (HearthHousePolicy *policy);
/** What is known of limits of files, for the same account; NULL before a store is set. */
HearthFileLimits *hearth_house_policy_get_limits (HearthHousePolicy *policy);

G_END_DECLS

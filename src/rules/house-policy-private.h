/* SPDX-License-Identifier: GPL-3.0-or-later
 * What the other files of rules do with the house's policy. Private to rules.
 */
#pragma once

#include "rules/house-policy.h"

G_BEGIN_DECLS

/** While this is set, openings in an emergency may be written: only emergency.c makes them. */
void hearth_house_policy_set_opening (HearthHousePolicy *policy, bool opening);

G_END_DECLS

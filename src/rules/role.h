/* SPDX-License-Identifier: GPL-3.0-or-later
 * The roles of a house: what each may read and do (security.md, "Roles and tiers").
 */
#pragma once

#include "core/policy.h"

G_BEGIN_DECLS

/**
 * HearthRole:
 * @code: value of an account's "role"
 * @tiers: bit 1 << #HearthTier for each tier of residents' files the role reads
 * @compartments: NULL-ended; what the role is given keys of
 * @actions: bit 1 << #HearthAction for each
 * @writes_files: whether the role writes in residents' files at all
 * @manages_accounts: whether it makes and changes accounts and the house record
 */
typedef struct {
  const char *code;
  unsigned int tiers;
  const char *const *compartments;
  unsigned int actions;
  bool writes_files;
  bool manages_accounts;
} HearthRole;

/** The role with @code, or NULL. */
const HearthRole *hearth_role_lookup (const char *code);
bool hearth_role_has_compartment (const HearthRole *role, const char *compartment);

G_END_DECLS

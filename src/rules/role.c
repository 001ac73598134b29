/* SPDX-License-Identifier: GPL-3.0-or-later
 * The roles of a house: what each may read and do.
 */
#define G_LOG_DOMAIN "hearth-rules"

#include "rules/role.h"

#define TIER(tier) (1u << HEARTH_TIER_##tier)
#define ACTION(action) (1u << HEARTH_ACTION_##action)

static const char *const none[] = { NULL };
static const char *const medical[] = { "medical", NULL };
static const char *const counselling[] = { "counselling", NULL };
static const char *const legal[] = { "legal", NULL };
static const char *const legal_and_safeguarding[] = { "legal", "safeguarding", NULL };

static const HearthRole roles[] = {
  {
    .code = "duty-carer",
    .tiers = TIER (HOUSE) | TIER (CARE),
    .compartments = none,
    .actions = ACTION (PRINT),
    .writes_files = true,
  },
  {
    .code = "key-worker",
    .tiers = TIER (HOUSE) | TIER (CARE) | TIER (CASE),
    .compartments = none,
    .actions = ACTION (PRINT) | ACTION (EXPORT),
    .writes_files = true,
  },
  {
    .code = "nurse",
    .tiers = TIER (HOUSE) | TIER (CARE) | TIER (CLINICAL),
    .compartments = medical,
    .actions = ACTION (PRINT),
    .writes_files = true,
  },
  {
    .code = "counsellor",
    .tiers = TIER (HOUSE) | TIER (CARE) | TIER (CLINICAL),
    .compartments = counselling,
    .actions = ACTION (PRINT),
    .writes_files = true,
  },
  {
    .code = "teacher",
    .tiers = TIER (HOUSE) | TIER (CARE),
    .compartments = none,
    .actions = ACTION (PRINT),
    .writes_files = true,
  },
  {
    .code = "legal-officer",
    .tiers = TIER (HOUSE) | TIER (CARE) | TIER (CASE) | TIER (SEALED),
    .compartments = legal,
    .actions = ACTION (PRINT) | ACTION (EXPORT),
    .writes_files = true,
  },
  {
    .code = "house-manager",
    .tiers = TIER (HOUSE) | TIER (CARE) | TIER (CASE),
    .compartments = none,
    .actions = ACTION (PRINT) | ACTION (EXPORT) | ACTION (BACKUP) | ACTION (VERIFY) | ACTION (READ_AUDIT),
    .writes_files = true,
  },
  {
    .code = "director",
    .tiers = TIER (HOUSE) | TIER (CARE) | TIER (CASE) | TIER (CLINICAL) | TIER (SEALED),
    .compartments = legal_and_safeguarding,
    .actions = ACTION (PRINT) | ACTION (EXPORT) | ACTION (BACKUP) | ACTION (VERIFY) | ACTION (READ_AUDIT) |
               ACTION (MANAGE_ACCOUNTS),
    .writes_files = true,
    .manages_accounts = true,
  },
  {
    .code = "administrator",
    .compartments = none,
    .actions = ACTION (BACKUP) | ACTION (VERIFY) | ACTION (MANAGE_ACCOUNTS),
    .manages_accounts = true,
  },
  {
    .code = "auditor",
    .compartments = none,
    .actions = ACTION (VERIFY) | ACTION (READ_AUDIT),
  },
};

const HearthRole *
hearth_role_lookup (const char *code)
{
  g_return_val_if_fail (code != NULL, NULL);

  for (gsize i = 0; i < G_N_ELEMENTS (roles); i++)
    if (g_str_equal (roles[i].code, code))
      return &roles[i];
  return NULL;
}

bool
hearth_role_has_compartment (const HearthRole *role, const char *compartment)
{
  g_return_val_if_fail (role != NULL, false);
  g_return_val_if_fail (compartment != NULL, false);

  return g_strv_contains (role->compartments, compartment);
}

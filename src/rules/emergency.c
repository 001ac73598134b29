/* SPDX-License-Identifier: GPL-3.0-or-later
 * Opening one resident's file in an emergency: tiers 0 to 3 for half an hour, with a reason, reviewed by a second
 * person.
 */
#define G_LOG_DOMAIN "hearth-rules"

#include "rules/emergency.h"

#include "core/date.h"
#include "core/record.h"
#include "records/types.h"
#include "rules/approval.h"
#include "rules/house-policy-private.h"
#include "store/audit.h"

#define OPENED_TIERS \
  (1u << HEARTH_TIER_HOUSE | 1u << HEARTH_TIER_CARE | 1u << HEARTH_TIER_CASE | 1u << HEARTH_TIER_CLINICAL)

/* The house's own policy, when it has a role and limits to ask; else NULL. */
static HearthHousePolicy *
get_policy (HearthStore *store)
{
  HearthPolicy *policy = hearth_store_get_policy (store);

  if (!HEARTH_IS_HOUSE_POLICY (policy) || hearth_house_policy_get_role (HEARTH_HOUSE_POLICY (policy)) == NULL)
    return NULL;
  return HEARTH_HOUSE_POLICY (policy);
}

bool
hearth_emergency_is_offered (HearthStore *store, const char *resident)
{
  HearthHousePolicy *policy;
  HearthFileLimits *limits;
  HearthFileState state;

  g_return_val_if_fail (HEARTH_IS_STORE (store), false);
  g_return_val_if_fail (resident != NULL, false);

  policy = get_policy (store);
  if (policy == NULL || !hearth_policy_may_do (HEARTH_POLICY (policy), HEARTH_ACTION_OPEN_EMERGENCY))
    return false;
  limits = hearth_house_policy_get_limits (policy);
  state = hearth_file_limits_get (limits, resident);
  if (state == HEARTH_FILE_CONFLICT || hearth_file_limits_get_opening (limits, resident) != NULL)
    return false;
  return state == HEARTH_FILE_LIMITED ||
         (hearth_house_policy_get_role (policy)->tiers & OPENED_TIERS) != OPENED_TIERS;
}

static HearthRecord *
make_access (HearthStore *store, const char *resident, const char *reason)
{
  HearthRecord *access = hearth_record_new (&hearth_emergency_access_type);
  g_autoptr (GDateTime) now = hearth_clock_now (hearth_store_get_clock (store));
  g_autoptr (GDateTime) end = g_date_time_add_minutes (now, HEARTH_EMERGENCY_MINUTES);
  g_autofree char *from = hearth_instant_from_date_time (now), *until = hearth_instant_from_date_time (end);
  g_autofree char *words = g_strstrip (g_strdup (reason));

  hearth_record_set (access, "resident", resident);
  hearth_record_set (access, "person", hearth_record_get_id (hearth_store_get_account (store)));
  hearth_record_set (access, "opened_at", from);
  hearth_record_set (access, "until", until);
  hearth_record_set (access, "reason", words);
  return access;
}

static bool
save (HearthStore *store,
      HearthHousePolicy *policy,
      HearthRecord *access,
      GPtrArray **problems,
      GError **error)
{
  bool saved;

  hearth_house_policy_set_opening (policy, true);
  saved = hearth_store_save (store, access, NULL, problems, error) &&
          hearth_approval_request (store, access, "", error) &&
          hearth_store_note (store, "emergency", &hearth_resident_type, hearth_record_get_resident (access),
                             NULL, error);
  hearth_house_policy_set_opening (policy, false);
  return saved;
}

bool
hearth_emergency_open (HearthStore *store,
                       const char *resident,
                       const char *reason,
                       GPtrArray **problems,
                       GError **error)
{
  g_autoptr (HearthRecord) access = NULL;

  g_return_val_if_fail (HEARTH_IS_STORE (store), false);
  g_return_val_if_fail (resident != NULL && reason != NULL, false);

  if (problems != NULL)
    *problems = NULL;
  if (!hearth_emergency_is_offered (store, resident))
    {
      g_set_error_literal (error, HEARTH_STORE_ERROR, HEARTH_STORE_ERROR_DENIED, "emergency_access");
      return false;
    }
  access = make_access (store, resident, reason);
  if (!hearth_store_begin (store, error))
    return false;
  if (save (store, get_policy (store), access, problems, error))
    return hearth_store_commit (store, error);
  hearth_store_roll_back (store);
  return false;
}

char *
hearth_emergency_dup_until (HearthStore *store, const char *resident)
{
  HearthHousePolicy *policy;

  g_return_val_if_fail (HEARTH_IS_STORE (store), NULL);
  g_return_val_if_fail (resident != NULL, NULL);

  policy = get_policy (store);
  return policy != NULL
           ? g_strdup (hearth_file_limits_get_opening (hearth_house_policy_get_limits (policy), resident))
           : NULL;
}

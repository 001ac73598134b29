/* SPDX-License-Identifier: GPL-3.0-or-later
 * The role that counts for an account: none while it may not sign in, or waits for a director.
 */
#define G_LOG_DOMAIN "hearth-rules"

#include "rules/account-role.h"

#include "records/types.h"
#include "rules/approval.h"
#include "store/unasked.h"

/* Whether @now gives more than @before did: another role, the sign-in back, or a password that whoever gave it knows. */
static bool
gives (HearthRecord *before, HearthRecord *now)
{
  return before == NULL ||
         !g_str_equal (hearth_record_get (before, "role"), hearth_record_get (now, "role")) ||
         !g_str_equal (hearth_record_get (before, "password_given"),
                       hearth_record_get (now, "password_given")) ||
         (hearth_record_is_yes (now, "active") && !hearth_record_is_yes (before, "active"));
}

gint64
hearth_account_find_given_role (HearthStore *store, HearthRecord *account, GError **error)
{
  const HearthRole *role = hearth_role_lookup (hearth_record_get (account, "role"));
  g_autoptr (GPtrArray) revisions = NULL;
  const HearthRevision *given = NULL, *before = NULL;

  if (role == NULL || role->tiers == 0)
    return 0;
  revisions = hearth_store_list_revisions_unasked (store, hearth_record_get_id (account), error);
  if (revisions == NULL)
    return -1;
  for (guint i = 0; i < revisions->len; i++)
    {
      const HearthRevision *revision = g_ptr_array_index (revisions, i);

      if (gives (before != NULL ? before->record : NULL, revision->record))
        given = revision;
      before = revision;
    }
  return given != NULL && g_strcmp0 (given->role, "administrator") == 0 ? given->revision : 0;
}

static bool
is_approved (HearthStore *store, HearthRecord *account)
{
  g_autoptr (GError) error = NULL;
  gint64 given = hearth_account_find_given_role (store, account, &error);
  g_autoptr (HearthApprovalStanding) standing = NULL;

  if (given > 0)
    standing = hearth_approval_look_up (store, account, &error);
  if (error != NULL)
    g_warning ("who gave %s its role cannot be read: %s", hearth_record_get_id (account), error->message);
  return given == 0 || (standing != NULL && standing->state == HEARTH_APPROVAL_APPROVED);
}

const HearthRole *
hearth_account_get_role (HearthStore *store, HearthRecord *account)
{
  g_return_val_if_fail (HEARTH_IS_STORE (store), NULL);
  g_return_val_if_fail (HEARTH_IS_RECORD (account), NULL);

  if (!hearth_record_is_yes (account, "active") || !hearth_record_is_open (account) ||
      !is_approved (store, account))
    return NULL;
  return hearth_role_lookup (hearth_record_get (account, "role"));
}

bool
hearth_account_has_other_director (HearthStore *store, HearthRecord *account, GError **error)
{
  g_autoptr (GPtrArray) directors = NULL;

  g_return_val_if_fail (HEARTH_IS_STORE (store), false);
  g_return_val_if_fail (HEARTH_IS_RECORD (account), false);

  directors = hearth_store_read_unasked (store, &hearth_account_type, "role", "director", error);
  for (guint i = 0; directors != NULL && i < directors->len; i++)
    {
      HearthRecord *other = g_ptr_array_index (directors, i);

      if (!g_str_equal (hearth_record_get_id (other), hearth_record_get_id (account)) &&
          hearth_account_get_role (store, other) != NULL)
        return true;
    }
  return false;
}

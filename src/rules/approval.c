/* SPDX-License-Identifier: GPL-3.0-or-later
 * Approval of a record by somebody.
 */
#define G_LOG_DOMAIN "hearth-rules"

#include "rules/approval.h"

static bool
deny (GError **error)
{
  g_set_error_literal (error, HEARTH_STORE_ERROR, HEARTH_STORE_ERROR_DENIED, "approval");
  return false;
}

void
hearth_approval_standing_free (HearthApprovalStanding *standing)
{
  if (standing == NULL)
    return;
  g_clear_object (&standing->step);
  g_free (standing);
}

bool
hearth_approval_is_for (const HearthRecordType *type)
{
  return false;
}

HearthApprovalStanding *
hearth_approval_look_up (HearthStore *store, HearthRecord *record, GError **error)
{
  return g_new0 (HearthApprovalStanding, 1);
}

bool
hearth_approval_may_decide (HearthStore *store, HearthRecord *record)
{
  return false;
}

bool
hearth_approval_request (HearthStore *store, HearthRecord *record, const char *comment, GError **error)
{
  return deny (error);
}

bool
hearth_approval_approve (HearthStore *store, HearthRecord *record, const char *comment, GError **error)
{
  return deny (error);
}

bool
hearth_approval_return (HearthStore *store, HearthRecord *record, const char *comment, GError **error)
{
  return deny (error);
}

bool
hearth_approval_withdraw (HearthStore *store, HearthRecord *record, GError **error)
{
  return deny (error);
}

GPtrArray *
hearth_approval_list_waiting (HearthStore *store, GError **error)
{
  return g_ptr_array_new_with_free_func (g_object_unref);
}

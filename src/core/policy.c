/* SPDX-License-Identifier: GPL-3.0-or-later
 * The policy interface; a question nobody answers is answered no.
 */
#define G_LOG_DOMAIN "hearth-core"

#include "core/policy.h"

#include "core/problem.h"
#include "core/record.h"

G_DEFINE_INTERFACE (HearthPolicy, hearth_policy, G_TYPE_OBJECT)

static void
hearth_policy_default_init (HearthPolicyInterface *iface)
{
}

bool
hearth_policy_may_read (HearthPolicy *self,
                        const HearthRecordType *type,
                        const HearthField *field,
                        const char *resident)
{
  HearthPolicyInterface *iface;

  g_return_val_if_fail (HEARTH_IS_POLICY (self), false);
  g_return_val_if_fail (type != NULL, false);

  iface = HEARTH_POLICY_GET_IFACE (self);
  return iface->may_read != NULL && iface->may_read (self, type, field, resident);
}

bool
hearth_policy_may_write (HearthPolicy *self,
                         const HearthRecordType *type,
                         const HearthField *field,
                         const char *resident)
{
  HearthPolicyInterface *iface;

  g_return_val_if_fail (HEARTH_IS_POLICY (self), false);
  g_return_val_if_fail (type != NULL, false);

  iface = HEARTH_POLICY_GET_IFACE (self);
  return iface->may_write != NULL && iface->may_write (self, type, field, resident);
}

void
hearth_policy_fill_in (HearthPolicy *self, HearthRecord *record, HearthRecord *before)
{
  HearthPolicyInterface *iface;

  g_return_if_fail (HEARTH_IS_POLICY (self));
  g_return_if_fail (HEARTH_IS_RECORD (record));

  iface = HEARTH_POLICY_GET_IFACE (self);
  if (iface->fill_in != NULL)
    iface->fill_in (self, record, before);
}

void
hearth_policy_check_save (HearthPolicy *self, HearthRecord *record, HearthRecord *before, GPtrArray *problems)
{
  HearthPolicyInterface *iface;

  g_return_if_fail (HEARTH_IS_POLICY (self));
  g_return_if_fail (HEARTH_IS_RECORD (record));
  g_return_if_fail (problems != NULL);

  iface = HEARTH_POLICY_GET_IFACE (self);
  if (iface->check_save != NULL)
    iface->check_save (self, record, before, problems);
}

bool
hearth_policy_may_do (HearthPolicy *self, HearthAction action)
{
  HearthPolicyInterface *iface;

  g_return_val_if_fail (HEARTH_IS_POLICY (self), false);

  iface = HEARTH_POLICY_GET_IFACE (self);
  return iface->may_do != NULL && iface->may_do (self, action);
}

/* SPDX-License-Identifier: GPL-3.0-or-later
 * The house's policy: what the signed-in person's role may read, write and do.
 */
#define G_LOG_DOMAIN "hearth-rules"

#include "config.h"

#include "rules/house-policy.h"

#include "core/problem.h"
#include "core/record.h"
#include "records/types.h"
#include "rules/role.h"
#include "rules/save-checks.h"

#include <glib/gi18n-lib.h>

struct _HearthHousePolicy {
  GObject parent_instance;

  HearthStore *store; /* weak */
  HearthRecord *account; /* as it was last saved; NULL for the recovery sheet */
  HearthFileLimits *limits;
};

static void hearth_house_policy_iface_init (HearthPolicyInterface *iface);

G_DEFINE_FINAL_TYPE_WITH_CODE (HearthHousePolicy,
                               hearth_house_policy,
                               G_TYPE_OBJECT,
                               G_IMPLEMENT_INTERFACE (HEARTH_TYPE_POLICY, hearth_house_policy_iface_init))

/* --- helpers --- */

static const HearthRole *
get_role (HearthPolicy *policy)
{
  HearthHousePolicy *self = HEARTH_HOUSE_POLICY (policy);

  if (self->store == NULL || self->account == NULL || !hearth_record_is_yes (self->account, "active"))
    return NULL;
  return hearth_role_lookup (hearth_record_get (self->account, "role"));
}

/* The store's own object is on screen too, where a role that was chosen and not saved must not count. */
static void
saved_cb (HearthHousePolicy *self, HearthRecord *record)
{
  if (self->account != NULL &&
      g_str_equal (hearth_record_get_id (record), hearth_record_get_id (self->account)))
    hearth_record_assign (self->account, record);
}

/* --- overrides --- */

static bool
hearth_house_policy_may_read (HearthPolicy *policy,
                              const HearthRecordType *type,
                              const HearthField *field,
                              const char *resident)
{
  const HearthRole *role = get_role (policy);

  if (role == NULL)
    return false;
  return field != NULL ? hearth_role_may_field (role, type, field, false)
                       : hearth_role_may (role, type, HEARTH_VERB_READ);
}

static bool
hearth_house_policy_may_write (HearthPolicy *policy,
                               const HearthRecordType *type,
                               const HearthField *field,
                               const char *resident)
{
  const HearthRole *role = get_role (policy);

  if (role == NULL)
    return false;
  return field != NULL ? hearth_role_may_field (role, type, field, true)
                       : hearth_role_may (role, type, HEARTH_VERB_ADD) ||
                           hearth_role_may (role, type, HEARTH_VERB_CHANGE);
}

static void
hearth_house_policy_check_save (HearthPolicy *policy,
                                HearthRecord *record,
                                HearthRecord *before,
                                GPtrArray *problems)
{
  const HearthRecordType *type = hearth_record_get_record_type (record);
  HearthRecord *account = HEARTH_HOUSE_POLICY (policy)->account;
  HearthStore *store = HEARTH_HOUSE_POLICY (policy)->store;

  /* Somebody has to be able to let the others in again. */
  if (type == &hearth_account_type && before != NULL && account != NULL &&
      g_str_equal (hearth_record_get_id (record), hearth_record_get_id (account)) &&
      (!hearth_record_is_yes (record, "active") || !hearth_record_is_open (record) ||
       !g_str_equal (hearth_record_get (record, "role"), hearth_record_get (before, "role"))))
    hearth_problems_add (problems, HEARTH_PROBLEM_RULE, "role",
                         N_ ("One’s own role and sign-in are changed by somebody else."));
  /* There is no second one to take its place. */
  if (type->singular && !hearth_record_is_open (record))
    hearth_problems_add (problems, HEARTH_PROBLEM_RULE, "",
                         N_ ("The record of the house can be changed, but not taken back."));
  if (store != NULL)
    hearth_save_checks_run (store, record, before, problems);
}

static bool
hearth_house_policy_may_do (HearthPolicy *policy, HearthAction action)
{
  const HearthRole *role = get_role (policy);

  return role != NULL && (role->actions & (1u << action)) != 0;
}

static void
hearth_house_policy_iface_init (HearthPolicyInterface *iface)
{
  iface->may_read = hearth_house_policy_may_read;
  iface->may_write = hearth_house_policy_may_write;
  iface->check_save = hearth_house_policy_check_save;
  iface->may_do = hearth_house_policy_may_do;
}

static void
hearth_house_policy_dispose (GObject *object)
{
  hearth_house_policy_set_store (HEARTH_HOUSE_POLICY (object), NULL);
  G_OBJECT_CLASS (hearth_house_policy_parent_class)->dispose (object);
}

static void
hearth_house_policy_class_init (HearthHousePolicyClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = hearth_house_policy_dispose;
  g_signal_new ("changed", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);
}

static void
hearth_house_policy_init (HearthHousePolicy *self)
{
}

/* --- public --- */

HearthHousePolicy *
hearth_house_policy_new (void)
{
  return g_object_new (HEARTH_TYPE_HOUSE_POLICY, NULL);
}

void
hearth_house_policy_set_store (HearthHousePolicy *self, HearthStore *store)
{
  g_return_if_fail (HEARTH_IS_HOUSE_POLICY (self));
  g_return_if_fail (store == NULL || HEARTH_IS_STORE (store));

  if (self->store != NULL)
    g_signal_handlers_disconnect_by_func (self->store, saved_cb, self);
  g_clear_object (&self->account);
  g_clear_pointer (&self->limits, hearth_file_limits_free);
  g_set_weak_pointer (&self->store, store);
  if (store == NULL)
    return;
  self->limits = hearth_file_limits_new (store, "", NULL);
  if (hearth_store_get_account (store) != NULL)
    self->account = hearth_record_copy (hearth_store_get_account (store));
  g_signal_connect_object (store, "saved", G_CALLBACK (saved_cb), self, G_CONNECT_SWAPPED);
}

const HearthRole *
hearth_house_policy_get_role (HearthHousePolicy *self)
{
  g_return_val_if_fail (HEARTH_IS_HOUSE_POLICY (self), NULL);

  return get_role (HEARTH_POLICY (self));
}

HearthFileLimits *
hearth_house_policy_get_limits (HearthHousePolicy *self)
{
  g_return_val_if_fail (HEARTH_IS_HOUSE_POLICY (self), NULL);

  return self->limits;
}

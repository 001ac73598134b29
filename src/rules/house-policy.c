/* SPDX-License-Identifier: GPL-3.0-or-later
 * The house's policy: what the signed-in person's role may read, write and do, file by file.
 */
#define G_LOG_DOMAIN "hearth-rules"

#include "config.h"

#include "rules/house-policy.h"

#include "core/problem.h"
#include "core/record.h"
#include "records/types.h"
#include "rules/account-role.h"
#include "rules/file-limits-private.h"
#include "rules/fill-in.h"
#include "rules/follow-ups.h"
#include "rules/house-policy-private.h"
#include "rules/save-checks.h"

#include <glib/gi18n-lib.h>

/* How long an answer that time has changed may stand on the screen when the computer's clock was set forward. */
#define LONGEST_WAIT_SECONDS 30
#define SHORTEST_WAIT_MS 50

struct _HearthHousePolicy {
  GObject parent_instance;

  HearthStore *store; /* weak */
  HearthRecord *account; /* as it was last saved; NULL for the recovery sheet */
  const HearthRole *role; /* NULL: no is the answer to everything */
  HearthFileLimits *limits; /* NULL without a store, or where they could not be read */
  bool is_opening; /* an opening in an emergency is being saved */
  unsigned int is_following_up; /* how deep: what follows from something that was saved is being saved */
  guint timer;
};

static guint changed_signal;

static void hearth_house_policy_iface_init (HearthPolicyInterface *iface);

G_DEFINE_FINAL_TYPE_WITH_CODE (HearthHousePolicy,
                               hearth_house_policy,
                               G_TYPE_OBJECT,
                               G_IMPLEMENT_INTERFACE (HEARTH_TYPE_POLICY, hearth_house_policy_iface_init))

/* --- keeping up ------------------------------------------------------------------------------ */

static gboolean timer_cb (gpointer user_data);

static void
set_timer (HearthHousePolicy *self)
{
  gint64 seconds = self->limits != NULL ? hearth_file_limits_count_seconds (self->limits) : -1;
  guint wait;

  g_clear_handle_id (&self->timer, g_source_remove);
  if (seconds < 0)
    return;
  wait = MAX ((guint) MIN (seconds, LONGEST_WAIT_SECONDS) * 1000, SHORTEST_WAIT_MS);
  self->timer = g_timeout_add (wait, timer_cb, self);
}

static void
tell (HearthHousePolicy *self)
{
  g_autoptr (HearthHousePolicy) held = g_object_ref (self);

  hearth_store_reread (self->store);
  g_signal_emit (self, changed_signal, 0);
}

static gboolean
timer_cb (gpointer user_data)
{
  HearthHousePolicy *self = user_data;
  bool changed = hearth_file_limits_settle (self->limits);

  self->timer = 0;
  if (self->store == NULL)
    return G_SOURCE_REMOVE;
  set_timer (self);
  if (changed)
    tell (self);
  return G_SOURCE_REMOVE;
}

/* Whoever cannot be asked about gets nothing. */
static void
read_role (HearthHousePolicy *self)
{
  self->role = self->account != NULL && self->limits != NULL
                 ? hearth_account_get_role (self->store, self->account)
                 : NULL;
}

static void
reread_limits (HearthHousePolicy *self)
{
  g_autoptr (GError) error = NULL;

  if (self->limits == NULL || hearth_file_limits_reread (self->limits, self->store, &error))
    return;
  g_warning ("limits of files cannot be read: %s", error->message);
  g_clear_pointer (&self->limits, hearth_file_limits_free);
}

/* The store's own object is on screen too, where a role that was chosen and not saved must not count. */
static void
keep_up (HearthHousePolicy *self, HearthRecord *record)
{
  const HearthRecordType *type = hearth_record_get_record_type (record);
  const HearthRole *role = self->role;

  if (type == &hearth_file_limit_type || type == &hearth_emergency_access_type)
    reread_limits (self);
  else if (g_str_equal (hearth_record_get_id (record), hearth_record_get_id (self->account)))
    hearth_record_assign (self->account, record);
  else
    return;
  read_role (self);
  set_timer (self);
  if (role != self->role || (self->limits != NULL && hearth_file_limits_settle (self->limits)))
    tell (self);
}

static void
saved_cb (HearthHousePolicy *self, HearthRecord *record)
{
  if (self->account == NULL)
    return;
  keep_up (self, record);
  if (self->store == NULL || self->role == NULL)
    return;
  /* It saves, and comes here again. */
  self->is_following_up++;
  hearth_follow_ups_make (self->store, record);
  self->is_following_up--;
}

/* What the program writes by itself once an incident is saved, whoever saved it. */
static bool
is_follow_up (HearthHousePolicy *self, const HearthRecordType *type)
{
  return self->is_following_up > 0 && (type == &hearth_notification_type ||
                                       type == &hearth_incident_review_type || type == &hearth_task_type);
}

/* --- one file -------------------------------------------------------------------------------- */

/* Whether records of @type are in somebody's file, of which @resident may be one. Of what is in several files the store
 * asks about each. */
static bool
is_in_file (const HearthRecordType *type, const char *resident)
{
  return resident != NULL && (type->owner != HEARTH_OWNER_HOUSE || type == &hearth_resident_type);
}

/* What the safety of the house needs to know of everybody: tier 0 and, of where somebody lives, that it is here; who is out,
 * until when, and who is missing, of which the tier 0 fields tell. */
static bool
is_for_safety (const HearthRecordType *type, const HearthField *field)
{
  static const char *const head_count[] = { "placement", "start", "end", NULL };

  if (field == NULL)
    return type->tier == HEARTH_TIER_HOUSE || type == &hearth_resident_type || type == &hearth_stay_type ||
           type == &hearth_leave_type || type == &hearth_missing_episode_type;
  return hearth_record_type_get_field_tier (type, field) == HEARTH_TIER_HOUSE ||
         (type == &hearth_stay_type && g_strv_contains (head_count, field->name));
}

/* What an opening in an emergency gives beside the role: everything but what keys keep, but who may see the file, and but
 * what is said of those who work here. */
static bool
is_opened (const HearthRecordType *type, const HearthField *field)
{
  HearthTier tier = field != NULL ? hearth_record_type_get_field_tier (type, field) : type->tier;

  return type != &hearth_file_limit_type && type != &hearth_emergency_access_type &&
         type->hidden_from == NULL && tier <= HEARTH_TIER_CLINICAL &&
         (field == NULL || field->compartment == NULL);
}

/* @by_role: what the role alone says */
static bool
may_read_in_file (HearthHousePolicy *self,
                  const HearthRecordType *type,
                  const HearthField *field,
                  const char *resident,
                  bool by_role)
{
  HearthFileState state = hearth_file_limits_get (self->limits, resident);

  if (state == HEARTH_FILE_CONFLICT)
    return false;
  if (hearth_file_limits_get_opening (self->limits, resident) != NULL)
    return by_role || is_opened (type, field);
  return by_role && (state == HEARTH_FILE_OPEN || is_for_safety (type, field));
}

static bool
may_write_in_file (HearthHousePolicy *self, const HearthRecordType *type, const char *resident)
{
  HearthFileState state = hearth_file_limits_get (self->limits, resident);

  if (state == HEARTH_FILE_CONFLICT)
    return false;
  if (type == &hearth_emergency_access_type)
    return self->is_opening;
  /* Who may see a file is not decided in an emergency. */
  if (type == &hearth_file_limit_type)
    return state == HEARTH_FILE_OPEN;
  /* What a resident complains of, or is said of a colleague, goes in whoever takes it, as through a slot. */
  if (type == &hearth_complaint_type || type == &hearth_allegation_type)
    return true;
  return state == HEARTH_FILE_OPEN || type->tier == HEARTH_TIER_HOUSE ||
         hearth_file_limits_get_opening (self->limits, resident) != NULL;
}

/* The recovery sheet is for letting people in again: it is nobody, and reads no file. */
static bool
is_recovery (HearthHousePolicy *self)
{
  return self->store != NULL && self->account == NULL;
}

/* --- overrides --------------------------------------------------------------------------------- */

static bool
hearth_house_policy_may_read (HearthPolicy *policy,
                              const HearthRecordType *type,
                              const HearthField *field,
                              const char *resident)
{
  HearthHousePolicy *self = HEARTH_HOUSE_POLICY (policy);
  bool by_role;

  if (self->role == NULL)
    return is_recovery (self) && (type == &hearth_account_type || type == &hearth_house_type);
  /* What every record has (id, dates, author) is as open as the record itself. */
  if (field != NULL && hearth_field_is_base (field))
    field = NULL;
  by_role = field != NULL ? hearth_role_may_field (self->role, type, field, false)
                          : hearth_role_may (self->role, type, HEARTH_VERB_READ);
  return is_in_file (type, resident) ? may_read_in_file (self, type, field, resident, by_role) : by_role;
}

static bool
hearth_house_policy_may_write (HearthPolicy *policy,
                               const HearthRecordType *type,
                               const HearthField *field,
                               const char *resident)
{
  HearthHousePolicy *self = HEARTH_HOUSE_POLICY (policy);
  bool by_role;

  /* That somebody was given a password with it. */
  if (is_recovery (self))
    return type == &hearth_account_type && (field == NULL || g_str_equal (field->name, "password_given"));
  if (self->role == NULL || (type == &hearth_emergency_access_type && !self->is_opening))
    return false;
  by_role = field != NULL ? hearth_role_may_field (self->role, type, field, true)
                          : hearth_role_may (self->role, type, HEARTH_VERB_ADD) ||
                              hearth_role_may (self->role, type, HEARTH_VERB_CHANGE);
  by_role |= is_follow_up (self, type);
  return by_role && (!is_in_file (type, resident) || may_write_in_file (self, type, resident));
}

/* What goes in through a slot, also into a file that is limited to others, is not written over by who cannot see it. */
static bool
is_in_the_box (HearthHousePolicy *self, HearthRecord *before)
{
  const HearthRecordType *type = hearth_record_get_record_type (before);
  g_auto (GStrv) files = hearth_record_dup_files (before);

  for (gsize i = 0; type->hidden_from != NULL && files[i] != NULL; i++)
    if (!hearth_policy_may_read (HEARTH_POLICY (self), type, NULL, files[i]))
      return true;
  return false;
}

static void
hearth_house_policy_fill_in (HearthPolicy *policy, HearthRecord *record, HearthRecord *before)
{
  HearthHousePolicy *self = HEARTH_HOUSE_POLICY (policy);

  if (self->role != NULL)
    hearth_fill_in (self->store, record, before);
}

static void
hearth_house_policy_check_save (HearthPolicy *policy,
                                HearthRecord *record,
                                HearthRecord *before,
                                GPtrArray *problems)
{
  HearthHousePolicy *self = HEARTH_HOUSE_POLICY (policy);
  const HearthRecordType *type = hearth_record_get_record_type (record);

  if (self->role == NULL && !is_recovery (self))
    return; /* the store has asked before whether it may be written at all */
  if ((self->role != NULL && !is_follow_up (self, type) &&
       !hearth_role_may (self->role, type, before == NULL ? HEARTH_VERB_ADD : HEARTH_VERB_CHANGE)) ||
      (before != NULL && is_in_the_box (self, before)))
    hearth_problems_add (problems, HEARTH_PROBLEM_RULE, "", N_ ("What was written here stays as it is."));
  /* There is no second one to take its place. */
  if (type->singular && !hearth_record_is_open (record))
    hearth_problems_add (problems, HEARTH_PROBLEM_RULE, "",
                         N_ ("The record of the house can be changed, but not taken back."));
  hearth_save_checks_run (self->store, record, before, problems);
}

static bool
hearth_house_policy_may_do (HearthPolicy *policy, HearthAction action)
{
  HearthHousePolicy *self = HEARTH_HOUSE_POLICY (policy);

  if (self->role == NULL)
    return is_recovery (self) && action == HEARTH_ACTION_MANAGE_ACCOUNTS;
  return hearth_role_may_do (self->role, action);
}

static void
hearth_house_policy_iface_init (HearthPolicyInterface *iface)
{
  iface->may_read = hearth_house_policy_may_read;
  iface->may_write = hearth_house_policy_may_write;
  iface->fill_in = hearth_house_policy_fill_in;
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

  changed_signal = g_signal_new ("changed", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                 G_TYPE_NONE, 0);
}

static void
hearth_house_policy_init (HearthHousePolicy *self)
{
}

/* --- public --------------------------------------------------------------------------------------- */

HearthHousePolicy *
hearth_house_policy_new (void)
{
  return g_object_new (HEARTH_TYPE_HOUSE_POLICY, NULL);
}

static void
leave_store (HearthHousePolicy *self)
{
  g_clear_handle_id (&self->timer, g_source_remove);
  if (self->store != NULL)
    g_signal_handlers_disconnect_by_func (self->store, saved_cb, self);
  g_clear_object (&self->account);
  g_clear_pointer (&self->limits, hearth_file_limits_free);
  self->role = NULL;
  g_clear_weak_pointer (&self->store);
}

void
hearth_house_policy_set_store (HearthHousePolicy *self, HearthStore *store)
{
  g_autoptr (GError) error = NULL;

  g_return_if_fail (HEARTH_IS_HOUSE_POLICY (self));
  g_return_if_fail (store == NULL || HEARTH_IS_STORE (store));

  leave_store (self);
  if (store == NULL)
    return;
  g_set_weak_pointer (&self->store, store);
  if (hearth_store_get_account (store) != NULL)
    {
      self->account = hearth_record_copy (hearth_store_get_account (store));
      self->limits = hearth_file_limits_new (store, hearth_record_get_id (self->account), &error);
    }
  if (error != NULL)
    g_warning ("limits of files cannot be read: %s", error->message);
  read_role (self);
  set_timer (self);
  g_signal_connect_object (store, "saved", G_CALLBACK (saved_cb), self, G_CONNECT_SWAPPED);
}

const HearthRole *
hearth_house_policy_get_role (HearthHousePolicy *self)
{
  g_return_val_if_fail (HEARTH_IS_HOUSE_POLICY (self), NULL);

  return self->role;
}

HearthFileLimits *
hearth_house_policy_get_limits (HearthHousePolicy *self)
{
  g_return_val_if_fail (HEARTH_IS_HOUSE_POLICY (self), NULL);

  return self->limits;
}

void
hearth_house_policy_set_opening (HearthHousePolicy *self, bool opening)
{
  g_return_if_fail (HEARTH_IS_HOUSE_POLICY (self));

  self->is_opening = opening;
}

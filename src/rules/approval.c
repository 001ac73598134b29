/* SPDX-License-Identifier: GPL-3.0-or-later
 * Approval of a record by somebody: asked for, approved, or returned with a comment. What is approved at all, and how,
 * is a row of the table.
 */
#define G_LOG_DOMAIN "hearth-rules"

#include "config.h"

#include "rules/approval.h"

#include "core/problem.h"
#include "core/record.h"
#include "records/types.h"
#include "rules/account-role.h"
#include "rules/approval-private.h"
#include "rules/reader-private.h"
#include "store/audit.h"
#include "store/unasked.h"

#include <glib/gi18n-lib.h>

/**
 * @second_person: never by who asked for it or wrote it, whatever else that person may
 * @decider: code of the only role that decides; NULL: whoever may approve
 * @find_needed: the version from which on it has to be approved without anybody asking, 0 where it has not, -1 with an
 *   error; NULL: where somebody asked
 * @may_ask: whether the signed-in person may ask for it
 */
typedef struct {
  const HearthRecordType *type;
  bool second_person;
  const char *decider;
  gint64 (*find_needed) (HearthStore *store, HearthRecord *record, GError **error);
  bool (*may_ask) (HearthStore *store, HearthRecord *record);
} Row;

/* --- the table ------------------------------------------------------------------------------- */

static gint64
find_always (HearthStore *store, HearthRecord *record, GError **error)
{
  return hearth_record_get_revision (record);
}

static bool
is_of_person (HearthStore *store, HearthRecord *record)
{
  return g_str_equal (hearth_record_get (record, "person"), hearth_reader_get_id (store));
}

static bool
manages_accounts (HearthStore *store, HearthRecord *record)
{
  return hearth_policy_may_do (hearth_store_get_policy (store), HEARTH_ACTION_MANAGE_ACCOUNTS);
}

static const Row table[] = {
  /* Reviewed after the fact, by somebody who did not open the file. */
  { .type = &hearth_emergency_access_type,
    .second_person = true,
    .find_needed = find_always,
    .may_ask = is_of_person },
  /* A role that reads files, given by an administrator, who reads none. */
  { .type = &hearth_account_type,
    .decider = "director",
    .find_needed = hearth_account_find_given_role,
    .may_ask = manages_accounts },
};

static const Row *
look_up_row (const HearthRecordType *type)
{
  for (gsize i = 0; i < G_N_ELEMENTS (table); i++)
    if (table[i].type == type)
      return &table[i];
  return NULL;
}

bool
hearth_approval_is_for (const HearthRecordType *type)
{
  return look_up_row (type) != NULL;
}

/* --- how it stands ------------------------------------------------------------------------------ */

void
hearth_approval_standing_free (HearthApprovalStanding *standing)
{
  if (standing == NULL)
    return;
  g_clear_object (&standing->step);
  g_free (standing);
}

static HearthApprovalState
read_step (HearthRecord *step)
{
  const char *code = hearth_record_get (step, "step");

  return g_str_equal (code, "requested")  ? HEARTH_APPROVAL_REQUESTED
         : g_str_equal (code, "approved") ? HEARTH_APPROVAL_APPROVED
         : g_str_equal (code, "returned") ? HEARTH_APPROVAL_RETURNED
                                          : HEARTH_APPROVAL_NONE;
}

/* @from: the version from which on a step counts. */
static HearthApprovalStanding *
standing_new (HearthRecord *last, gint64 from)
{
  HearthApprovalStanding *standing = g_new0 (HearthApprovalStanding, 1);
  bool holds = last != NULL && hearth_record_get_integer (last, "subject_revision", 0) >= from;

  if (last == NULL)
    return standing;
  standing->state = read_step (last);
  if (!holds && standing->state != HEARTH_APPROVAL_NONE)
    standing->state =
      standing->state == HEARTH_APPROVAL_RETURNED ? HEARTH_APPROVAL_NONE : HEARTH_APPROVAL_VOIDED;
  standing->step = g_object_ref (last);
  return standing;
}

HearthApprovalStanding *
hearth_approval_look_up (HearthStore *store, HearthRecord *record, GError **error)
{
  g_autoptr (GPtrArray) steps = NULL;
  HearthApprovalStanding *standing;
  gint64 needed = 0;
  const Row *row;

  g_return_val_if_fail (HEARTH_IS_STORE (store), NULL);
  g_return_val_if_fail (HEARTH_IS_RECORD (record), NULL);

  row = look_up_row (hearth_record_get_record_type (record));
  if (row == NULL)
    return g_new0 (HearthApprovalStanding, 1);
  if (row->find_needed != NULL)
    needed = row->find_needed (store, record, error);
  if (row->find_needed != NULL && needed == 0)
    return g_new0 (HearthApprovalStanding, 1);
  /* Who may read a record may know how it stands. */
  if (needed >= 0)
    steps = hearth_store_read_unasked (store, &hearth_approval_type, "subject", hearth_record_get_id (record),
                                       error);
  if (steps == NULL)
    return NULL;
  standing = standing_new (steps->len > 0 ? g_ptr_array_index (steps, steps->len - 1) : NULL,
                           needed > 0 ? needed : hearth_record_get_revision (record));
  if (needed > 0 && (standing->state == HEARTH_APPROVAL_NONE || standing->state == HEARTH_APPROVAL_VOIDED))
    standing->state = HEARTH_APPROVAL_REQUESTED;
  return standing;
}

/* --- who may ------------------------------------------------------------------------------------- */

static bool
is_own (HearthStore *store, HearthRecord *record, HearthRecord *step)
{
  const char *me = hearth_reader_get_id (store);

  return g_str_equal (hearth_record_get (record, "created_by"), me) ||
         g_str_equal (hearth_record_get (record, "changed_by"), me) ||
         (step != NULL && g_str_equal (hearth_record_get (step, "created_by"), me));
}

static bool
has_right (HearthStore *store, const Row *row, HearthRecord *record)
{
  HearthPolicy *policy = hearth_store_get_policy (store);
  const HearthRole *role = hearth_reader_get_role (store);

  return role != NULL && hearth_policy_may_do (policy, HEARTH_ACTION_APPROVE) &&
         (row->decider == NULL || g_str_equal (role->code, row->decider)) &&
         hearth_policy_may_read (policy, row->type, NULL,
                                 row->type->owner == HEARTH_OWNER_RESIDENT
                                   ? hearth_record_get_resident (record)
                                   : NULL);
}

/* @standing: how @record stands */
static bool
may_decide (HearthStore *store, const Row *row, HearthRecord *record, const HearthApprovalStanding *standing)
{
  if (standing->state != HEARTH_APPROVAL_REQUESTED || !has_right (store, row, record) ||
      g_str_equal (hearth_record_get_id (record), hearth_reader_get_id (store)))
    return false;
  return !is_own (store, record, standing->step) ||
         (!row->second_person &&
          hearth_policy_may_do (hearth_store_get_policy (store), HEARTH_ACTION_APPROVE_OWN));
}

bool
hearth_approval_may_decide (HearthStore *store, HearthRecord *record)
{
  g_autoptr (HearthApprovalStanding) standing = NULL;
  const Row *row;

  g_return_val_if_fail (HEARTH_IS_STORE (store), false);
  g_return_val_if_fail (HEARTH_IS_RECORD (record), false);

  row = look_up_row (hearth_record_get_record_type (record));
  standing = row != NULL ? hearth_approval_look_up (store, record, NULL) : NULL;
  return standing != NULL && may_decide (store, row, record, standing);
}

/* One that nobody asked for may still be asked for, once: that tells who did. */
static bool
may_ask (HearthStore *store, const Row *row, HearthRecord *record, const HearthApprovalStanding *standing)
{
  bool waits = standing->state == HEARTH_APPROVAL_REQUESTED && standing->step != NULL &&
               read_step (standing->step) == HEARTH_APPROVAL_REQUESTED;

  return !waits && standing->state != HEARTH_APPROVAL_APPROVED && row->may_ask (store, record);
}

static bool
may_take_back (HearthStore *store,
               const Row *row,
               HearthRecord *record,
               const HearthApprovalStanding *standing)
{
  return row->find_needed == NULL && standing->state == HEARTH_APPROVAL_REQUESTED &&
         g_str_equal (hearth_record_get (standing->step, "created_by"), hearth_reader_get_id (store));
}

static bool
may_take_step (HearthStore *store,
               const Row *row,
               HearthRecord *record,
               const HearthApprovalStanding *standing,
               const char *step)
{
  if (g_str_equal (step, "requested"))
    return may_ask (store, row, record, standing);
  if (g_str_equal (step, "withdrawn"))
    return may_take_back (store, row, record, standing);
  return may_decide (store, row, record, standing);
}

/* --- the steps ------------------------------------------------------------------------------------- */

void
hearth_approval_check_step (HearthStore *store, HearthRecord *step, HearthRecord *before, GPtrArray *problems)
{
  const HearthRecordType *type = NULL;
  g_autoptr (GPtrArray) subjects = NULL;
  g_autoptr (HearthApprovalStanding) standing = NULL;
  const Row *row = NULL;
  HearthRecord *subject;

  for (gsize i = 0; i < G_N_ELEMENTS (table) && row == NULL; i++)
    if (g_str_equal (table[i].type->name, hearth_record_get (step, "subject_type")))
      row = &table[i];
  type = row != NULL ? row->type : NULL;
  if (type != NULL)
    subjects = hearth_store_read_unasked (store, type, "id", hearth_record_get (step, "subject"), NULL);
  if (subjects == NULL || subjects->len != 1)
    {
      hearth_problems_add (problems, HEARTH_PROBLEM_NO_SUCH_RECORD, "subject", NULL);
      return;
    }
  subject = g_ptr_array_index (subjects, 0);
  standing = hearth_approval_look_up (store, subject, NULL);
  if (hearth_record_get_integer (step, "subject_revision", 0) != hearth_record_get_revision (subject))
    hearth_problems_add (problems, HEARTH_PROBLEM_RULE, "subject_revision",
                         N_ ("The record was changed meanwhile. Please look at it again."));
  else if (standing == NULL || before != NULL ||
           !may_take_step (store, row, subject, standing, hearth_record_get (step, "step")))
    hearth_problems_add (problems, HEARTH_PROBLEM_RULE, "step", N_ ("This is for somebody else to decide."));
}

static bool
take_step (HearthStore *store, HearthRecord *record, const char *code, const char *comment, GError **error)
{
  const HearthRecordType *type = hearth_record_get_record_type (record);
  g_autofree char *revision = g_strdup_printf ("%" G_GINT64_FORMAT, hearth_record_get_revision (record));
  g_autoptr (HearthRecord) step = hearth_record_new (&hearth_approval_type);
  g_autoptr (HearthApprovalStanding) standing = NULL;
  const Row *row = look_up_row (type);

  if (row != NULL)
    standing = hearth_approval_look_up (store, record, error);
  if (row != NULL && standing == NULL)
    return false;
  if (row == NULL || !may_take_step (store, row, record, standing, code))
    {
      g_set_error_literal (error, HEARTH_STORE_ERROR, HEARTH_STORE_ERROR_DENIED, hearth_approval_type.name);
      return false;
    }
  hearth_record_set (step, "subject", hearth_record_get_id (record));
  hearth_record_set (step, "subject_type", type->name);
  hearth_record_set (step, "subject_revision", revision);
  hearth_record_set (step, "step", code);
  hearth_record_set (step, "comment", comment);
  return hearth_store_save (store, step, NULL, NULL, error);
}

/* With a row in the audit about the record itself, where those look who ask what became of it. */
static bool
decide (HearthStore *store, HearthRecord *record, const char *code, const char *comment, GError **error)
{
  if (!hearth_store_begin (store, error))
    return false;
  if (take_step (store, record, code, comment, error) &&
      hearth_store_note (store, "approval", hearth_record_get_record_type (record),
                         hearth_record_get_id (record), NULL, error))
    return hearth_store_commit (store, error);
  hearth_store_roll_back (store);
  return false;
}

bool
hearth_approval_request (HearthStore *store, HearthRecord *record, const char *comment, GError **error)
{
  g_return_val_if_fail (HEARTH_IS_STORE (store), false);
  g_return_val_if_fail (HEARTH_IS_RECORD (record), false);

  return take_step (store, record, "requested", comment, error);
}

bool
hearth_approval_approve (HearthStore *store, HearthRecord *record, const char *comment, GError **error)
{
  g_return_val_if_fail (HEARTH_IS_STORE (store), false);
  g_return_val_if_fail (HEARTH_IS_RECORD (record), false);

  return decide (store, record, "approved", comment, error);
}

bool
hearth_approval_return (HearthStore *store, HearthRecord *record, const char *comment, GError **error)
{
  g_return_val_if_fail (HEARTH_IS_STORE (store), false);
  g_return_val_if_fail (HEARTH_IS_RECORD (record), false);

  return decide (store, record, "returned", comment, error);
}

bool
hearth_approval_withdraw (HearthStore *store, HearthRecord *record, GError **error)
{
  g_return_val_if_fail (HEARTH_IS_STORE (store), false);
  g_return_val_if_fail (HEARTH_IS_RECORD (record), false);

  return take_step (store, record, "withdrawn", NULL, error);
}

/* --- what waits -------------------------------------------------------------------------------------- */

/* Takes @record, as the signed-in person sees it, when it waits for a decision of theirs. */
static bool
take_waiting (HearthStore *store, const Row *row, HearthRecord *record, GPtrArray *waiting, GError **error)
{
  g_autoptr (HearthApprovalStanding) standing = hearth_approval_look_up (store, record, error);
  HearthRecord *shown;

  if (standing == NULL)
    return false;
  if (!may_decide (store, row, record, standing))
    return true;
  shown = hearth_store_load (store, hearth_record_get_id (record), error);
  if (shown != NULL)
    g_ptr_array_add (waiting, shown);
  return shown != NULL;
}

static int
compare_age (gconstpointer a, gconstpointer b)
{
  return g_strcmp0 (hearth_record_get (*(HearthRecord *const *) a, "created_at"),
                    hearth_record_get (*(HearthRecord *const *) b, "created_at"));
}

GPtrArray *
hearth_approval_list_waiting (HearthStore *store, GError **error)
{
  g_autoptr (GPtrArray) waiting = g_ptr_array_new_with_free_func (g_object_unref);

  g_return_val_if_fail (HEARTH_IS_STORE (store), NULL);

  if (!hearth_policy_may_do (hearth_store_get_policy (store), HEARTH_ACTION_APPROVE))
    return g_steal_pointer (&waiting);
  for (gsize i = 0; i < G_N_ELEMENTS (table); i++)
    {
      g_autoptr (GPtrArray) records = hearth_store_read_unasked (store, table[i].type, NULL, NULL, error);

      if (records == NULL)
        return NULL;
      for (guint j = 0; j < records->len; j++)
        if (!take_waiting (store, &table[i], g_ptr_array_index (records, j), waiting, error))
          return NULL;
    }
  g_ptr_array_sort (waiting, compare_age);
  return g_steal_pointer (&waiting);
}

/* SPDX-License-Identifier: GPL-3.0-or-later
 * One step of an approval: asked for, approved, returned or taken back; of one version of one record.
 */
#define G_LOG_DOMAIN "hearth-records"

#include "config.h"

#include "records/types.h"

#include "core/problem.h"
#include "core/record.h"

#include <glib/gi18n-lib.h>

static const HearthChoice steps[] = {
  { "requested", N_ ("Asked for approval") },
  { "approved", N_ ("Approved") },
  { "returned", N_ ("Returned") },
  { "withdrawn", N_ ("Taken back") },
  { NULL },
};

static const HearthField fields[] = {
  { .name = "subject",
    .label = N_ ("Record"),
    .section = N_ ("Approval"),
    .kind = HEARTH_FIELD_TEXT,
    .max_length = 26,
    .required = true,
    .since = 3 },
  { .name = "subject_type",
    .label = N_ ("Kind of record"),
    .section = N_ ("Approval"),
    .kind = HEARTH_FIELD_TEXT,
    .max_length = 60,
    .required = true,
    .list_column = true,
    .since = 3 },
  { .name = "subject_revision",
    .label = N_ ("Version"),
    .section = N_ ("Approval"),
    .kind = HEARTH_FIELD_INTEGER,
    .minimum = 1,
    .maximum = 1000000000,
    .required = true,
    .since = 3 },
  { .name = "step",
    .label = N_ ("Step"),
    .section = N_ ("Approval"),
    .kind = HEARTH_FIELD_CHOICE,
    .choices = steps,
    .required = true,
    .list_column = true,
    .filter = true,
    .since = 3 },
  { .name = "comment",
    .label = N_ ("Comment"),
    .section = N_ ("Approval"),
    .kind = HEARTH_FIELD_LONG_TEXT,
    .max_length = 2000,
    .list_column = true,
    .hint = N_ ("What must change. Nothing of the case itself."),
    .since = 3 },
};

static char *
make_title (HearthRecord *approval)
{
  return hearth_record_format (approval, hearth_record_type_lookup_field (&hearth_approval_type, "step"), "");
}

static void
validate (HearthRecord *approval, const char *today, GPtrArray *problems)
{
  if (g_str_equal (hearth_record_get (approval, "step"), "returned") &&
      !hearth_record_has (approval, "comment"))
    hearth_problems_add (problems, HEARTH_PROBLEM_REQUIRED, "comment", NULL);
}

const HearthRecordType hearth_approval_type = {
  .name = "approval",
  .gtype_name = "HearthApproval",
  .label = N_ ("Approval"),
  .label_plural = N_ ("Approvals"),
  .label_new = N_ ("New approval"),
  .icon_name = "object-select-symbolic",
  .owner = HEARTH_OWNER_HOUSE,
  .life_cycle = HEARTH_LIFE_APPEND_ONLY,
  .tier = HEARTH_TIER_HOUSE,
  .retention = HEARTH_RETAIN_HOUSE,
  .fields = fields,
  .n_fields = G_N_ELEMENTS (fields),
  .title = make_title,
  .validate = validate,
};

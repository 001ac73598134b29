/* SPDX-License-Identifier: GPL-3.0-or-later
 * A training that a person of the staff took.
 */
#define G_LOG_DOMAIN "hearth-records"

#include "config.h"

#include "records/types.h"

#include "core/problem.h"
#include "core/record.h"

#include <glib/gi18n-lib.h>

static const HearthField fields[] = {
  { .name = "account",
    .label = N_ ("Person"),
    .section = N_ ("Training"),
    .kind = HEARTH_FIELD_LINK,
    .link_type = "account",
    .required = true,
    .list_column = true,
    .since = 3 },
  { .name = "title",
    .label = N_ ("Training"),
    .section = N_ ("Training"),
    .kind = HEARTH_FIELD_TEXT,
    .max_length = 200,
    .required = true,
    .searchable = true,
    .list_column = true,
    .hint = N_ ("Such as first aid, keeping children safe, working with trauma."),
    .since = 3 },
  { .name = "held_by",
    .label = N_ ("Held by"),
    .section = N_ ("Training"),
    .kind = HEARTH_FIELD_TEXT,
    .max_length = 200,
    .since = 3 },
  { .name = "date",
    .label = N_ ("Date"),
    .section = N_ ("Training"),
    .kind = HEARTH_FIELD_DATE,
    .required = true,
    .past_only = true,
    .list_column = true,
    .since = 3 },
  { .name = "valid_until",
    .label = N_ ("Good until"),
    .section = N_ ("Training"),
    .kind = HEARTH_FIELD_DATE,
    .list_column = true,
    .hint = N_ ("The house is reminded 60 days before."),
    .since = 3 },
  { .name = "note",
    .label = N_ ("Note"),
    .section = N_ ("Training"),
    .kind = HEARTH_FIELD_LONG_TEXT,
    .since = 3 },
};

static char *
make_title (HearthRecord *training)
{
  return g_strdup (hearth_record_get (training, "title"));
}

static void
validate (HearthRecord *training, const char *today, GPtrArray *problems)
{
  if (hearth_record_has (training, "valid_until") &&
      g_strcmp0 (hearth_record_get (training, "valid_until"), hearth_record_get (training, "date")) < 0)
    hearth_problems_add (problems, HEARTH_PROBLEM_BEFORE, "valid_until", "date");
}

const HearthRecordType hearth_staff_training_type = {
  .name = "staff_training",
  .gtype_name = "HearthStaffTraining",
  .label = N_ ("Training"),
  .label_plural = N_ ("Trainings"),
  .label_new = N_ ("New training"),
  .icon_name = "starred-symbolic",
  .owner = HEARTH_OWNER_HOUSE,
  .life_cycle = HEARTH_LIFE_EDITABLE,
  .tier = HEARTH_TIER_CASE,
  .retention = HEARTH_RETAIN_STAFF,
  .event_field = "date",
  .fields = fields,
  .n_fields = G_N_ELEMENTS (fields),
  .title = make_title,
  .validate = validate,
};

/* SPDX-License-Identifier: GPL-3.0-or-later
 * A health condition, suspected or known, and how it stands.
 */
#define G_LOG_DOMAIN "hearth-records"

#include "config.h"

#include "records/types.h"

#include "core/problem.h"
#include "core/record.h"
#include "records/hooks.h"

#include <glib/gi18n-lib.h>

static const HearthChoice states[] = {
  { "suspected", N_ ("To be clarified") },
  { "active", N_ ("Needs care") },
  { "controlled", N_ ("Under control") },
  { "over", N_ ("Over") },
  { NULL },
};

static const HearthField fields[] = {
  { .name = "condition",
    .label = N_ ("What it is"),
    .section = N_ ("Condition"),
    .kind = HEARTH_FIELD_TEXT,
    .max_length = 120,
    .required = true,
    .searchable = true,
    .list_column = true,
    .printable = HEARTH_PRINT_PROGRESS,
    .since = 5 },
  { .name = "status",
    .label = N_ ("How it stands"),
    .section = N_ ("Condition"),
    .kind = HEARTH_FIELD_CHOICE,
    .choices = states,
    .required = true,
    .list_column = true,
    .filter = true,
    .printable = HEARTH_PRINT_PROGRESS,
    .since = 5 },
  { .name = "since",
    .label = N_ ("Since"),
    .section = N_ ("Condition"),
    .kind = HEARTH_FIELD_PARTIAL_DATE,
    .list_column = true,
    .past_only = true,
    .printable = HEARTH_PRINT_PROGRESS,
    .since = 5 },
  { .name = "found_by",
    .label = N_ ("Found by"),
    .section = N_ ("Condition"),
    .kind = HEARTH_FIELD_TEXT,
    .max_length = 120,
    .since = 5 },
  { .name = "ended_on",
    .label = N_ ("Over since"),
    .section = N_ ("Condition"),
    .kind = HEARTH_FIELD_DATE,
    .past_only = true,
    .printable = HEARTH_PRINT_PROGRESS,
    .since = 5 },
  { .name = "care",
    .label = N_ ("What helps and what is done"),
    .section = N_ ("Condition"),
    .kind = HEARTH_FIELD_LONG_TEXT,
    .searchable = true,
    .printable = HEARTH_PRINT_PROGRESS,
    .since = 5 },
  { .name = "next_check",
    .label = N_ ("Next check"),
    .section = N_ ("Condition"),
    .kind = HEARTH_FIELD_DATE,
    .list_column = true,
    .printable = HEARTH_PRINT_PROGRESS,
    .since = 5 },
  { .name = "sealed",
    .label = N_ ("Only for those who care for health"),
    .hint = N_ ("Such as which infection. Above, write what may be read by others in the health file."),
    .section = N_ ("Condition"),
    .kind = HEARTH_FIELD_SEALED,
    .sensitive = true,
    .tier = HEARTH_TIER_SEALED,
    .compartment = "medical",
    .since = 5 },
};

static char *
make_title (HearthRecord *record)
{
  return g_strdup (hearth_record_get (record, "condition"));
}

static char *
make_subtitle (HearthRecord *record)
{
  return hearth_words_of (record, "status");
}

static void
validate (HearthRecord *record, const char *today, GPtrArray *problems)
{
  if (hearth_record_has (record, "ended_on") && g_strcmp0 (hearth_record_get (record, "status"), "over") != 0)
    hearth_problems_add (problems, HEARTH_PROBLEM_RULE, "status", N_ ("There is a day when it was over."));
}

const HearthRecordType hearth_health_condition_type = {
  .name = "health_condition",
  .gtype_name = "HearthHealthCondition",
  .label = N_ ("Condition"),
  .label_plural = N_ ("Conditions"),
  .label_new = N_ ("New condition"),
  .icon_name = "hearth-condition-symbolic",
  .owner = HEARTH_OWNER_RESIDENT,
  .life_cycle = HEARTH_LIFE_EDITABLE,
  .tier = HEARTH_TIER_CLINICAL,
  .retention = HEARTH_RETAIN_FILE,
  .event_field = "since",
  .fields = fields,
  .n_fields = G_N_ELEMENTS (fields),
  .title = make_title,
  .subtitle = make_subtitle,
  .validate = validate,
};

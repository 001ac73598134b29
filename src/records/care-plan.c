/* SPDX-License-Identifier: GPL-3.0-or-later
 * A plan that was made with the resident; goals belong to it. One is active at a time.
 */
#define G_LOG_DOMAIN "hearth-records"

#include "config.h"

#include "records/types.h"

#include "core/problem.h"
#include "core/record.h"
#include "records/choices.h"
#include "records/hooks.h"

#include <glib/gi18n-lib.h>

static const HearthField fields[] = {
  { .name = "start",
    .label = N_ ("From"),
    .section = N_ ("Plan"),
    .kind = HEARTH_FIELD_DATE,
    .required = true,
    .list_column = true,
    .printable = HEARTH_PRINT_PROGRESS,
    .since = 5 },
  { .name = "review",
    .label = N_ ("Next review"),
    .hint = N_ ("Guidance says every three months, sooner where the risk is high."),
    .section = N_ ("Plan"),
    .kind = HEARTH_FIELD_DATE,
    .required = true,
    .list_column = true,
    .printable = HEARTH_PRINT_PROGRESS,
    .since = 5 },
  { .name = "wishes",
    .label = N_ ("What the resident wishes, in own words"),
    .section = N_ ("Plan"),
    .kind = HEARTH_FIELD_LONG_TEXT,
    .own_words = true,
    .searchable = true,
    .printable = HEARTH_PRINT_PROGRESS | HEARTH_PRINT_COURT,
    .since = 5 },
  { .name = "summary",
    .label = N_ ("What it is about"),
    .section = N_ ("Plan"),
    .kind = HEARTH_FIELD_LONG_TEXT,
    .searchable = true,
    .printable = HEARTH_PRINT_PROGRESS,
    .since = 5 },
  { .name = "worries",
    .label = N_ ("What stands in the way"),
    .section = N_ ("Plan"),
    .kind = HEARTH_FIELD_LONG_TEXT,
    .searchable = true,
    .since = 5 },
  { .name = "agreed",
    .label = N_ ("The resident agrees"),
    .section = N_ ("Plan"),
    .kind = HEARTH_FIELD_CHOICE,
    .choices = hearth_choices_agreement,
    .printable = HEARTH_PRINT_PROGRESS,
    .since = 5 },
  { .name = "agreed_on",
    .label = N_ ("Agreed on"),
    .section = N_ ("Plan"),
    .kind = HEARTH_FIELD_DATE,
    .past_only = true,
    .printable = HEARTH_PRINT_PROGRESS,
    .since = 5 },
  { .name = "guardian",
    .label = N_ ("What a guardian says to it"),
    .section = N_ ("Plan"),
    .kind = HEARTH_FIELD_TEXT,
    .max_length = 300,
    .since = 5 },
  { .name = "ended_on",
    .label = N_ ("Ended on"),
    .section = N_ ("Plan"),
    .kind = HEARTH_FIELD_DATE,
    .past_only = true,
    .list_column = true,
    .printable = HEARTH_PRINT_PROGRESS,
    .since = 5 },
  { .name = "ended_why",
    .label = N_ ("Why it ended"),
    .section = N_ ("Plan"),
    .kind = HEARTH_FIELD_TEXT,
    .max_length = 200,
    .printable = HEARTH_PRINT_PROGRESS,
    .since = 5 },
};

static char *
make_title (HearthRecord *record)
{
  return g_strdup (_ ("Plan"));
}

static char *
make_subtitle (HearthRecord *record)
{
  return hearth_words_span (record, "start", "ended_on");
}

static void
validate (HearthRecord *record, const char *today, GPtrArray *problems)
{
  hearth_check_order (record, "start", "review", problems);
  hearth_check_order (record, "start", "ended_on", problems);
}

const HearthRecordType hearth_care_plan_type = {
  .name = "care_plan",
  .gtype_name = "HearthCarePlan",
  .label = N_ ("Plan"),
  .label_plural = N_ ("Plans"),
  .label_new = N_ ("New plan"),
  .icon_name = "hearth-plan-symbolic",
  .owner = HEARTH_OWNER_RESIDENT,
  .life_cycle = HEARTH_LIFE_EDITABLE,
  .tier = HEARTH_TIER_CARE,
  .retention = HEARTH_RETAIN_FILE,
  .event_field = "start",
  .fields = fields,
  .n_fields = G_N_ELEMENTS (fields),
  .title = make_title,
  .subtitle = make_subtitle,
  .validate = validate,
};

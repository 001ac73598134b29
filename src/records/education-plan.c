/* SPDX-License-Identifier: GPL-3.0-or-later
 * A plan of learning that was made with the resident. One is active at a time.
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
    .section = N_ ("Education plan"),
    .kind = HEARTH_FIELD_DATE,
    .required = true,
    .list_column = true,
    .printable = HEARTH_PRINT_PROGRESS,
    .since = 5 },
  { .name = "review",
    .label = N_ ("Next review"),
    .section = N_ ("Education plan"),
    .kind = HEARTH_FIELD_DATE,
    .required = true,
    .list_column = true,
    .printable = HEARTH_PRINT_PROGRESS,
    .since = 5 },
  { .name = "wishes",
    .label = N_ ("What the resident wishes, in own words"),
    .section = N_ ("Education plan"),
    .kind = HEARTH_FIELD_LONG_TEXT,
    .own_words = true,
    .searchable = true,
    .printable = HEARTH_PRINT_PROGRESS | HEARTH_PRINT_COURT,
    .since = 5 },
  { .name = "summary",
    .label = N_ ("What it is about"),
    .section = N_ ("Education plan"),
    .kind = HEARTH_FIELD_LONG_TEXT,
    .searchable = true,
    .printable = HEARTH_PRINT_PROGRESS,
    .since = 5 },
  { .name = "support",
    .label = N_ ("Help that is needed"),
    .hint = N_ ("A tutor, glasses, a quiet room, a talk."),
    .section = N_ ("Education plan"),
    .kind = HEARTH_FIELD_LONG_TEXT,
    .printable = HEARTH_PRINT_PROGRESS,
    .since = 5 },
  { .name = "agreed",
    .label = N_ ("The resident agrees"),
    .section = N_ ("Education plan"),
    .kind = HEARTH_FIELD_CHOICE,
    .choices = hearth_choices_agreement,
    .printable = HEARTH_PRINT_PROGRESS,
    .since = 5 },
  { .name = "ended_on",
    .label = N_ ("Ended on"),
    .section = N_ ("Education plan"),
    .kind = HEARTH_FIELD_DATE,
    .past_only = true,
    .list_column = true,
    .printable = HEARTH_PRINT_PROGRESS,
    .since = 5 },
  { .name = "ended_why",
    .label = N_ ("Why it ended"),
    .section = N_ ("Education plan"),
    .kind = HEARTH_FIELD_TEXT,
    .max_length = 200,
    .printable = HEARTH_PRINT_PROGRESS,
    .since = 5 },

  { .name = "reviewed_on",
    .label = N_ ("Reviewed on"),
    .section = N_ ("Last review"),
    .kind = HEARTH_FIELD_DATE,
    .past_only = true,
    .printable = HEARTH_PRINT_PROGRESS,
    .since = 5 },
  { .name = "reviewed_with",
    .label = N_ ("With whom"),
    .section = N_ ("Last review"),
    .kind = HEARTH_FIELD_TEXT,
    .max_length = 200,
    .since = 5 },
  { .name = "part",
    .label = N_ ("The resident took part"),
    .section = N_ ("Last review"),
    .kind = HEARTH_FIELD_CHOICE,
    .choices = hearth_choices_agreement,
    .printable = HEARTH_PRINT_PROGRESS,
    .since = 5 },
  { .name = "said",
    .label = N_ ("What the resident says to it"),
    .section = N_ ("Last review"),
    .kind = HEARTH_FIELD_LONG_TEXT,
    .own_words = true,
    .searchable = true,
    .printable = HEARTH_PRINT_PROGRESS,
    .since = 5 },
  { .name = "result",
    .label = N_ ("What was decided"),
    .section = N_ ("Last review"),
    .kind = HEARTH_FIELD_LONG_TEXT,
    .searchable = true,
    .printable = HEARTH_PRINT_PROGRESS,
    .since = 5 },
};

static char *
make_title (HearthRecord *record)
{
  return g_strdup (_ ("Education plan"));
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
  hearth_check_order (record, "start", "reviewed_on", problems);
}

const HearthRecordType hearth_education_plan_type = {
  .name = "education_plan",
  .gtype_name = "HearthEducationPlan",
  .label = N_ ("Education plan"),
  .label_plural = N_ ("Education plans"),
  .label_new = N_ ("New education plan"),
  .icon_name = "hearth-education-symbolic",
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

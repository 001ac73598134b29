/* SPDX-License-Identifier: GPL-3.0-or-later
 * What somebody whose notes stay closed lets a report say: their own sentences, for the court or for a report of progress.
 */
#define G_LOG_DOMAIN "hearth-records"

#include "config.h"

#include "records/types.h"

#include "core/record.h"
#include "records/hooks.h"

#include <glib/gi18n-lib.h>

static const HearthChoice parts[] = {
  { "health", N_ ("Physical health") },
  { "wellbeing", N_ ("Emotional well-being") },
  { "effect", N_ ("Effect of what happened") },
  { "education", N_ ("Learning and work") },
  { "daily_life", N_ ("Daily life") },
  { "needs", N_ ("What is needed") },
  { NULL },
};

static const HearthChoice uses[] = {
  { "court", N_ ("Reports to a court") },
  { "progress", N_ ("Reports of progress") },
  { NULL },
};

static const HearthField fields[] = {
  { .name = "date",
    .label = N_ ("Date"),
    .section = N_ ("Contribution"),
    .kind = HEARTH_FIELD_DATE,
    .required = true,
    .past_only = true,
    .list_column = true,
    .printable = HEARTH_PRINT_PROGRESS | HEARTH_PRINT_COURT,
    .since = 5 },
  { .name = "part",
    .label = N_ ("About"),
    .section = N_ ("Contribution"),
    .kind = HEARTH_FIELD_CHOICE,
    .choices = parts,
    .required = true,
    .list_column = true,
    .filter = true,
    .printable = HEARTH_PRINT_PROGRESS | HEARTH_PRINT_COURT,
    .since = 5 },
  { .name = "uses",
    .label = N_ ("For"),
    .section = N_ ("Contribution"),
    .kind = HEARTH_FIELD_MULTI_CHOICE,
    .choices = uses,
    .required = true,
    .list_column = true,
    .printable = HEARTH_PRINT_PROGRESS | HEARTH_PRINT_COURT,
    .since = 5 },
  { .name = "text",
    .label = N_ ("What a report may say"),
    .hint = N_ ("Whole sentences: attendance, what can be seen, what is needed. Nothing from inside a "
                "session, no test results that need their own consent."),
    .section = N_ ("Contribution"),
    .kind = HEARTH_FIELD_LONG_TEXT,
    .required = true,
    .searchable = true,
    .list_column = true,
    .printable = HEARTH_PRINT_PROGRESS | HEARTH_PRINT_COURT,
    .since = 5 },
  { .name = "basis",
    .label = N_ ("What it rests on"),
    .hint = N_ ("Such as six sessions since March."),
    .section = N_ ("Contribution"),
    .kind = HEARTH_FIELD_TEXT,
    .max_length = 200,
    .printable = HEARTH_PRINT_PROGRESS | HEARTH_PRINT_COURT,
    .since = 5 },
};

static char *
make_title (HearthRecord *record)
{
  return hearth_words_of (record, "part");
}

static char *
make_subtitle (HearthRecord *record)
{
  return hearth_words_first_line (record, "text");
}

const HearthRecordType hearth_contribution_type = {
  .name = "contribution",
  .gtype_name = "HearthContribution",
  .label = N_ ("Contribution to reports"),
  .label_plural = N_ ("Contributions to reports"),
  .label_new = N_ ("New contribution to reports"),
  .icon_name = "document-edit-symbolic",
  .owner = HEARTH_OWNER_RESIDENT,
  .life_cycle = HEARTH_LIFE_EDITABLE,
  .tier = HEARTH_TIER_CARE,
  .retention = HEARTH_RETAIN_FILE,
  .event_field = "date",
  .fields = fields,
  .n_fields = G_N_ELEMENTS (fields),
  .title = make_title,
  .subtitle = make_subtitle,
};

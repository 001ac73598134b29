/* SPDX-License-Identifier: GPL-3.0-or-later
 * Learning a trade.
 */
#define G_LOG_DOMAIN "hearth-records"

#include "config.h"

#include "records/types.h"

#include "core/problem.h"
#include "core/record.h"
#include "records/hooks.h"

#include <glib/gi18n-lib.h>

static const HearthChoice states[] = {
  { "planned", N_ ("Planned") },
  { "running", N_ ("Running") },
  { "completed", N_ ("Completed") },
  { "stopped", N_ ("Stopped") },
  { NULL },
};

static const HearthField fields[] = {
  { .name = "trade",
    .label = N_ ("Trade"),
    .section = N_ ("Training"),
    .kind = HEARTH_FIELD_TEXT,
    .max_length = 80,
    .required = true,
    .searchable = true,
    .list_column = true,
    .printable = HEARTH_PRINT_PROGRESS | HEARTH_PRINT_COURT,
    .since = 5 },
  { .name = "provider",
    .label = N_ ("Where"),
    .section = N_ ("Training"),
    .kind = HEARTH_FIELD_TEXT,
    .max_length = 160,
    .since = 5 },
  { .name = "status",
    .label = N_ ("How it stands"),
    .section = N_ ("Training"),
    .kind = HEARTH_FIELD_CHOICE,
    .choices = states,
    .required = true,
    .list_column = true,
    .filter = true,
    .printable = HEARTH_PRINT_PROGRESS | HEARTH_PRINT_COURT,
    .since = 5 },
  { .name = "start",
    .label = N_ ("From"),
    .section = N_ ("Training"),
    .kind = HEARTH_FIELD_DATE,
    .required = true,
    .list_column = true,
    .printable = HEARTH_PRINT_PROGRESS | HEARTH_PRINT_COURT,
    .since = 5 },
  { .name = "until",
    .label = N_ ("Until"),
    .section = N_ ("Training"),
    .kind = HEARTH_FIELD_DATE,
    .list_column = true,
    .printable = HEARTH_PRINT_PROGRESS | HEARTH_PRINT_COURT,
    .since = 5 },
  { .name = "hours",
    .label = N_ ("Hours so far"),
    .section = N_ ("Training"),
    .kind = HEARTH_FIELD_INTEGER,
    .unit = N_ ("h"),
    .minimum = 0,
    .maximum = 10000,
    .printable = HEARTH_PRINT_PROGRESS,
    .since = 5 },
  { .name = "level",
    .label = N_ ("Level"),
    .section = N_ ("Training"),
    .kind = HEARTH_FIELD_TEXT,
    .max_length = 60,
    .printable = HEARTH_PRINT_PROGRESS | HEARTH_PRINT_COURT,
    .since = 5 },
  { .name = "assessor",
    .label = N_ ("Assessed by"),
    .section = N_ ("Training"),
    .kind = HEARTH_FIELD_TEXT,
    .max_length = 120,
    .since = 5 },
  { .name = "tools",
    .label = N_ ("Tools given"),
    .section = N_ ("Training"),
    .kind = HEARTH_FIELD_TEXT,
    .max_length = 200,
    .printable = HEARTH_PRINT_PROGRESS,
    .since = 5 },
  { .name = "placement",
    .label = N_ ("Practice place"),
    .section = N_ ("Training"),
    .kind = HEARTH_FIELD_TEXT,
    .max_length = 160,
    .since = 5 },
  { .name = "job_start",
    .label = N_ ("Work began on"),
    .section = N_ ("Training"),
    .kind = HEARTH_FIELD_DATE,
    .past_only = true,
    .printable = HEARTH_PRINT_PROGRESS,
    .since = 5 },
  { .name = "wage",
    .label = N_ ("Pay"),
    .hint = N_ ("A trainee’s work is paid as the law says."),
    .section = N_ ("Training"),
    .kind = HEARTH_FIELD_TEXT,
    .max_length = 80,
    .since = 5 },
  { .name = "note",
    .label = N_ ("How it goes"),
    .section = N_ ("Training"),
    .kind = HEARTH_FIELD_LONG_TEXT,
    .searchable = true,
    .printable = HEARTH_PRINT_PROGRESS,
    .since = 5 },
};

static char *
make_title (HearthRecord *record)
{
  return g_strdup (hearth_record_get (record, "trade"));
}

static char *
make_subtitle (HearthRecord *record)
{
  return hearth_words_of (record, "status");
}

static void
validate (HearthRecord *record, const char *today, GPtrArray *problems)
{
  hearth_check_order (record, "start", "until", problems);
  hearth_check_order (record, "start", "job_start", problems);
}

const HearthRecordType hearth_vocational_training_type = {
  .name = "vocational_training",
  .gtype_name = "HearthVocationalTraining",
  .label = N_ ("Training"),
  .label_plural = N_ ("Trainings"),
  .label_new = N_ ("New training"),
  .icon_name = "hearth-training-symbolic",
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

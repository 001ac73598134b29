/* SPDX-License-Identifier: GPL-3.0-or-later
 * Something that makes a day at court bearable: what the resident wants, what was asked for, what the court said.
 */
#define G_LOG_DOMAIN "hearth-records"

#include "config.h"

#include "records/types.h"

#include "core/problem.h"
#include "core/record.h"
#include "records/choices.h"
#include "records/hooks.h"

#include <glib/gi18n-lib.h>

static const HearthChoice wants[] = {
  { "yes", N_ ("Wants it") },
  { "unsure", N_ ("Is unsure") },
  { "no", N_ ("Does not want it") },
  { "not_asked", N_ ("Not asked yet") },
  { NULL },
};

static const HearthChoice decisions[] = {
  { "waiting", N_ ("No answer yet") },
  { "granted", N_ ("Granted") },
  { "other", N_ ("Something else granted") },
  { "refused", N_ ("Refused") },
  { NULL },
};

static const HearthChoice givens[] = {
  { "yes", N_ ("Yes") },
  { "partly", N_ ("In part") },
  { "no", N_ ("No") },
  { NULL },
};

static const HearthField fields[] = {
  { .name = "legal_case",
    .label = N_ ("Case"),
    .section = N_ ("Protection"),
    .kind = HEARTH_FIELD_LINK,
    .link_type = "legal_case",
    .required = true,
    .since = 5 },
  { .name = "hearing",
    .label = N_ ("For the hearing"),
    .hint = N_ ("Left empty: for all of the case."),
    .section = N_ ("Protection"),
    .kind = HEARTH_FIELD_LINK,
    .link_type = "hearing",
    .since = 5 },
  { .name = "kind",
    .label = N_ ("What"),
    .section = N_ ("Protection"),
    .kind = HEARTH_FIELD_CHOICE,
    .choices = hearth_choices_measure,
    .required = true,
    .list_column = true,
    .filter = true,
    .printable = HEARTH_PRINT_COURT,
    .since = 5 },
  { .name = "detail",
    .label = N_ ("More exactly"),
    .section = N_ ("Protection"),
    .kind = HEARTH_FIELD_TEXT,
    .max_length = 200,
    .printable = HEARTH_PRINT_COURT,
    .since = 5 },
  { .name = "noted_on",
    .label = N_ ("Written down on"),
    .section = N_ ("Protection"),
    .kind = HEARTH_FIELD_DATE,
    .required = true,
    .past_only = true,
    .printable = HEARTH_PRINT_COURT,
    .since = 5 },
  { .name = "wanted",
    .label = N_ ("The resident"),
    .section = N_ ("Protection"),
    .kind = HEARTH_FIELD_CHOICE,
    .choices = wants,
    .required = true,
    .list_column = true,
    .filter = true,
    .printable = HEARTH_PRINT_COURT,
    .since = 5 },
  { .name = "wish",
    .label = N_ ("In own words"),
    .section = N_ ("Protection"),
    .kind = HEARTH_FIELD_LONG_TEXT,
    .own_words = true,
    .searchable = true,
    .printable = HEARTH_PRINT_COURT,
    .since = 5 },

  { .name = "requested_on",
    .label = N_ ("Asked for on"),
    .section = N_ ("The court"),
    .kind = HEARTH_FIELD_DATE,
    .past_only = true,
    .list_column = true,
    .printable = HEARTH_PRINT_COURT,
    .since = 5 },
  { .name = "requested_by",
    .label = N_ ("By whom"),
    .section = N_ ("The court"),
    .kind = HEARTH_FIELD_TEXT,
    .max_length = 120,
    .printable = HEARTH_PRINT_COURT,
    .since = 5 },
  { .name = "decision",
    .label = N_ ("Answer"),
    .section = N_ ("The court"),
    .kind = HEARTH_FIELD_CHOICE,
    .choices = decisions,
    .list_column = true,
    .filter = true,
    .printable = HEARTH_PRINT_COURT,
    .since = 5 },
  { .name = "decided_on",
    .label = N_ ("Answered on"),
    .section = N_ ("The court"),
    .kind = HEARTH_FIELD_DATE,
    .past_only = true,
    .printable = HEARTH_PRINT_COURT,
    .since = 5 },
  { .name = "reason",
    .label = N_ ("Reason"),
    .section = N_ ("The court"),
    .kind = HEARTH_FIELD_TEXT,
    .max_length = 300,
    .printable = HEARTH_PRINT_COURT,
    .since = 5 },
  { .name = "given",
    .label = N_ ("Was so on the day"),
    .section = N_ ("The court"),
    .kind = HEARTH_FIELD_CHOICE,
    .choices = givens,
    .printable = HEARTH_PRINT_COURT | HEARTH_PRINT_HOUSE,
    .since = 5 },
};

static char *
make_title (HearthRecord *record)
{
  return hearth_words_of (record, "kind");
}

static char *
make_subtitle (HearthRecord *record)
{
  return hearth_words_pair (record, "wanted", "decision");
}

static void
validate (HearthRecord *record, const char *today, GPtrArray *problems)
{
  hearth_check_order (record, "requested_on", "decided_on", problems);
  if (hearth_record_has (record, "decision") && !hearth_record_has (record, "requested_on"))
    hearth_problems_add (problems, HEARTH_PROBLEM_RULE, "requested_on",
                         N_ ("There is an answer, but nothing was asked for yet."));
}

const HearthRecordType hearth_protective_measure_type = {
  .name = "protective_measure",
  .gtype_name = "HearthProtectiveMeasure",
  .label = N_ ("Protection at court"),
  .label_plural = N_ ("Protection at court"),
  .label_new = N_ ("New protection at court"),
  .icon_name = "security-high-symbolic",
  .owner = HEARTH_OWNER_RESIDENT,
  .life_cycle = HEARTH_LIFE_EDITABLE,
  .tier = HEARTH_TIER_CASE,
  .retention = HEARTH_RETAIN_FILE,
  .event_field = "noted_on",
  .fields = fields,
  .n_fields = G_N_ELEMENTS (fields),
  .title = make_title,
  .subtitle = make_subtitle,
  .validate = validate,
};

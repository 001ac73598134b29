/* SPDX-License-Identifier: GPL-3.0-or-later
 * The score of a named questionnaire or scale, entered by hand. The program judges nothing by it.
 */
#define G_LOG_DOMAIN "hearth-records"

#include "config.h"

#include "records/types.h"

#include "core/problem.h"
#include "core/record.h"
#include "records/hooks.h"

#include <glib/gi18n-lib.h>

static const HearthChoice directions[] = {
  { "higher", N_ ("A higher score is better") },
  { "lower", N_ ("A lower score is better") },
  { NULL },
};

static const HearthChoice occasions[] = {
  { "entry", N_ ("On arrival") },
  { "review", N_ ("In between") },
  { "exit", N_ ("Before moving out") },
  { NULL },
};

static const HearthChoice respondents[] = {
  { "self", N_ ("The resident") },
  { "carer", N_ ("Somebody who cares") },
  { "worker", N_ ("The assessor") },
  { NULL },
};

static const HearthField fields[] = {
  { .name = "instrument",
    .label = N_ ("Questionnaire or scale"),
    .hint = N_ ("Its name and version."),
    .section = N_ ("Score"),
    .kind = HEARTH_FIELD_TEXT,
    .max_length = 80,
    .required = true,
    .searchable = true,
    .list_column = true,
    .printable = HEARTH_PRINT_PROGRESS,
    .since = 5 },
  { .name = "date",
    .label = N_ ("Date"),
    .section = N_ ("Score"),
    .kind = HEARTH_FIELD_DATE,
    .required = true,
    .past_only = true,
    .list_column = true,
    .printable = HEARTH_PRINT_PROGRESS,
    .since = 5 },
  { .name = "score",
    .label = N_ ("Score"),
    .section = N_ ("Score"),
    .kind = HEARTH_FIELD_DECIMAL,
    .minimum = -10000,
    .maximum = 10000,
    .digits = 1,
    .required = true,
    .list_column = true,
    .printable = HEARTH_PRINT_PROGRESS,
    .since = 5 },
  { .name = "lowest",
    .label = N_ ("Lowest possible"),
    .section = N_ ("Score"),
    .kind = HEARTH_FIELD_DECIMAL,
    .minimum = -10000,
    .maximum = 10000,
    .digits = 1,
    .printable = HEARTH_PRINT_PROGRESS,
    .since = 5 },
  { .name = "highest",
    .label = N_ ("Highest possible"),
    .section = N_ ("Score"),
    .kind = HEARTH_FIELD_DECIMAL,
    .minimum = -10000,
    .maximum = 10000,
    .digits = 1,
    .printable = HEARTH_PRINT_PROGRESS,
    .since = 5 },
  { .name = "better",
    .label = N_ ("Direction"),
    .section = N_ ("Score"),
    .kind = HEARTH_FIELD_CHOICE,
    .choices = directions,
    .required = true,
    .printable = HEARTH_PRINT_PROGRESS,
    .since = 5 },
  { .name = "assessor",
    .label = N_ ("Assessed by"),
    .section = N_ ("Score"),
    .kind = HEARTH_FIELD_LINK,
    .link_type = "account",
    .required = true,
    .printable = HEARTH_PRINT_PROGRESS,
    .since = 5 },
  { .name = "respondent",
    .label = N_ ("Answered by"),
    .section = N_ ("Score"),
    .kind = HEARTH_FIELD_CHOICE,
    .choices = respondents,
    .printable = HEARTH_PRINT_PROGRESS,
    .since = 5 },
  { .name = "occasion",
    .label = N_ ("When in the stay"),
    .section = N_ ("Score"),
    .kind = HEARTH_FIELD_CHOICE,
    .choices = occasions,
    .filter = true,
    .printable = HEARTH_PRINT_PROGRESS,
    .since = 5 },
  { .name = "meaning",
    .label = N_ ("What the manual says to it"),
    .hint = N_ ("Say “may point to”. A score is no diagnosis."),
    .section = N_ ("Score"),
    .kind = HEARTH_FIELD_TEXT,
    .max_length = 200,
    .printable = HEARTH_PRINT_PROGRESS,
    .since = 5 },
  { .name = "note",
    .label = N_ ("Note"),
    .section = N_ ("Score"),
    .kind = HEARTH_FIELD_LONG_TEXT,
    .searchable = true,
    .since = 5 },
};

static char *
make_title (HearthRecord *record)
{
  return g_strdup (hearth_record_get (record, "instrument"));
}

static char *
make_subtitle (HearthRecord *record)
{
  return hearth_words_of (record, "score");
}

static void
validate (HearthRecord *record, const char *today, GPtrArray *problems)
{
  double score = g_ascii_strtod (hearth_record_get (record, "score"), NULL);

  if (hearth_record_has (record, "lowest") &&
      score < g_ascii_strtod (hearth_record_get (record, "lowest"), NULL))
    hearth_problems_add (problems, HEARTH_PROBLEM_RULE, "score",
                         N_ ("This is below the lowest possible score."));
  if (hearth_record_has (record, "highest") &&
      score > g_ascii_strtod (hearth_record_get (record, "highest"), NULL))
    hearth_problems_add (problems, HEARTH_PROBLEM_RULE, "score",
                         N_ ("This is above the highest possible score."));
}

const HearthRecordType hearth_assessment_score_type = {
  .name = "assessment_score",
  .gtype_name = "HearthAssessmentScore",
  .label = N_ ("Score"),
  .label_plural = N_ ("Scores"),
  .label_new = N_ ("New score"),
  .icon_name = "hearth-score-symbolic",
  .owner = HEARTH_OWNER_RESIDENT,
  .life_cycle = HEARTH_LIFE_EDITABLE,
  .tier = HEARTH_TIER_CLINICAL,
  .retention = HEARTH_RETAIN_FILE,
  .event_field = "date",
  .fields = fields,
  .n_fields = G_N_ELEMENTS (fields),
  .title = make_title,
  .subtitle = make_subtitle,
  .validate = validate,
};

/* SPDX-License-Identifier: GPL-3.0-or-later
 * What a report to a court says beyond the record: the question, the sources, views, risks, opinion and recommendations.
 */
#define G_LOG_DOMAIN "hearth-records"

#include "config.h"

#include "records/types.h"

#include "core/problem.h"
#include "core/record.h"

#include <glib/gi18n-lib.h>

static const HearthChoice ways[] = {
  { "talk", N_ ("In a talk") },
  { "writing", N_ ("In writing") },
  { "drawing", N_ ("By drawing") },
  { "several", N_ ("At several times") },
  { "chose_not", N_ ("Chose not to say") },
  { NULL },
};

static const HearthField fields[] = {
  { .name = "hearing",
    .label = N_ ("For the hearing"),
    .section = N_ ("Basis"),
    .kind = HEARTH_FIELD_LINK,
    .link_type = "hearing",
    .since = 5 },
  { .name = "legal_case",
    .label = N_ ("Case"),
    .section = N_ ("Basis"),
    .kind = HEARTH_FIELD_LINK,
    .link_type = "legal_case",
    .required = true,
    .since = 5 },
  { .name = "date",
    .label = N_ ("Written on"),
    .section = N_ ("Basis"),
    .kind = HEARTH_FIELD_DATE,
    .required = true,
    .past_only = true,
    .list_column = true,
    .printable = HEARTH_PRINT_COURT,
    .since = 5 },
  { .name = "asked_by",
    .label = N_ ("Asked for by"),
    .section = N_ ("Basis"),
    .kind = HEARTH_FIELD_TEXT,
    .max_length = 160,
    .list_column = true,
    .printable = HEARTH_PRINT_COURT,
    .since = 5 },
  { .name = "question",
    .label = N_ ("What it is to answer"),
    .section = N_ ("Basis"),
    .kind = HEARTH_FIELD_LONG_TEXT,
    .searchable = true,
    .printable = HEARTH_PRINT_COURT,
    .since = 5 },
  { .name = "author_post",
    .label = N_ ("Post and training of the author"),
    .section = N_ ("Basis"),
    .kind = HEARTH_FIELD_TEXT,
    .max_length = 300,
    .expected = true,
    .printable = HEARTH_PRINT_COURT,
    .since = 5 },
  { .name = "contacts",
    .label = N_ ("Who was spoken to, and when"),
    .hint = N_ ("By role, with dates; also who could not be reached."),
    .section = N_ ("Basis"),
    .kind = HEARTH_FIELD_LONG_TEXT,
    .printable = HEARTH_PRINT_COURT,
    .since = 5 },
  { .name = "papers",
    .label = N_ ("Which papers were read"),
    .section = N_ ("Basis"),
    .kind = HEARTH_FIELD_LONG_TEXT,
    .printable = HEARTH_PRINT_COURT,
    .since = 5 },

  { .name = "situation",
    .label = N_ ("The situation in one paragraph"),
    .section = N_ ("Facts"),
    .kind = HEARTH_FIELD_LONG_TEXT,
    .searchable = true,
    .expected = true,
    .printable = HEARTH_PRINT_COURT,
    .since = 5 },
  { .name = "behaviour",
    .label = N_ ("Events that matter to the question"),
    .hint = N_ ("Only where they do. Facts."),
    .section = N_ ("Facts"),
    .kind = HEARTH_FIELD_LONG_TEXT,
    .printable = HEARTH_PRINT_COURT,
    .since = 5 },
  { .name = "family",
    .label = N_ ("Family and others who matter"),
    .section = N_ ("Facts"),
    .kind = HEARTH_FIELD_LONG_TEXT,
    .printable = HEARTH_PRINT_COURT,
    .since = 5 },

  { .name = "views",
    .label = N_ ("Views and wishes, in own words"),
    .section = N_ ("The resident’s views"),
    .kind = HEARTH_FIELD_LONG_TEXT,
    .own_words = true,
    .searchable = true,
    .expected = true,
    .printable = HEARTH_PRINT_COURT,
    .since = 5 },
  { .name = "asked_on",
    .label = N_ ("Asked on"),
    .section = N_ ("The resident’s views"),
    .kind = HEARTH_FIELD_DATE,
    .past_only = true,
    .printable = HEARTH_PRINT_COURT,
    .since = 5 },
  { .name = "asked_how",
    .label = N_ ("How"),
    .section = N_ ("The resident’s views"),
    .kind = HEARTH_FIELD_CHOICE,
    .choices = ways,
    .printable = HEARTH_PRINT_COURT,
    .since = 5 },
  { .name = "needs",
    .label = N_ ("What is needed at court"),
    .section = N_ ("The resident’s views"),
    .kind = HEARTH_FIELD_LONG_TEXT,
    .printable = HEARTH_PRINT_COURT,
    .since = 5 },

  { .name = "risks",
    .label = N_ ("Risks if things change"),
    .section = N_ ("Judgment"),
    .kind = HEARTH_FIELD_LONG_TEXT,
    .printable = HEARTH_PRINT_COURT,
    .since = 5 },
  { .name = "options",
    .label = N_ ("What was considered, and what speaks against it"),
    .section = N_ ("Judgment"),
    .kind = HEARTH_FIELD_LONG_TEXT,
    .printable = HEARTH_PRINT_COURT,
    .since = 5 },
  { .name = "opinion",
    .label = N_ ("Opinion"),
    .hint = N_ ("Marked as opinion in the report."),
    .section = N_ ("Judgment"),
    .kind = HEARTH_FIELD_LONG_TEXT,
    .printable = HEARTH_PRINT_COURT,
    .since = 5 },
  { .name = "recommendations",
    .label = N_ ("Recommendations"),
    .hint = N_ ("A line each: what, why, who, by when."),
    .section = N_ ("Judgment"),
    .kind = HEARTH_FIELD_LONG_TEXT,
    .printable = HEARTH_PRINT_COURT,
    .since = 5 },
};

static char *
make_title (HearthRecord *record)
{
  return g_strdup (_ ("Text of a court report"));
}

static char *
make_subtitle (HearthRecord *record)
{
  return g_strdup (hearth_record_get (record, "asked_by"));
}

static void
validate (HearthRecord *record, const char *today, GPtrArray *problems)
{
  if (hearth_record_has (record, "views") &&
      g_str_equal (hearth_record_get (record, "asked_how"), "chose_not"))
    hearth_problems_add (problems, HEARTH_PROBLEM_RULE, "asked_how", N_ ("There are views in own words."));
}

const HearthRecordType hearth_court_report_type = {
  .name = "court_report",
  .gtype_name = "HearthCourtReport",
  .label = N_ ("Text of a court report"),
  .label_plural = N_ ("Texts of court reports"),
  .label_new = N_ ("New text of a court report"),
  .icon_name = "x-office-document-symbolic",
  .owner = HEARTH_OWNER_RESIDENT,
  .life_cycle = HEARTH_LIFE_EDITABLE,
  .tier = HEARTH_TIER_CASE,
  .retention = HEARTH_RETAIN_FILE,
  .event_field = "date",
  .fields = fields,
  .n_fields = G_N_ELEMENTS (fields),
  .title = make_title,
  .subtitle = make_subtitle,
  .validate = validate,
};

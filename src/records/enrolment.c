/* SPDX-License-Identifier: GPL-3.0-or-later
 * A place at a school, a course or with a master, and who pays for it.
 */
#define G_LOG_DOMAIN "hearth-records"

#include "config.h"

#include "records/types.h"

#include "core/problem.h"
#include "core/record.h"
#include "records/hooks.h"

#include <glib/gi18n-lib.h>

static const HearthChoice programmes[] = {
  { "formal", N_ ("School") },
  { "bridging", N_ ("Bridging class") },
  { "equivalency", N_ ("Second-chance certificate") },
  { "home", N_ ("Lessons in the house") },
  { "vocational", N_ ("Vocational training") },
  { "apprenticeship", N_ ("Apprenticeship") },
  { "university", N_ ("University") },
  { "other", N_ ("Other") },
  { NULL },
};

static const HearthChoice days[] = {
  { "mon", N_ ("Monday") },    { "tue", N_ ("Tuesday") },
  { "wed", N_ ("Wednesday") }, { "thu", N_ ("Thursday") },
  { "fri", N_ ("Friday") },    { "sat", N_ ("Saturday") },
  { "sun", N_ ("Sunday") },    { NULL },
};

static const HearthChoice ends[] = {
  { "completed", N_ ("Completed") },
  { "moved", N_ ("Moved to another place") },
  { "left_house", N_ ("Moved out of this house") },
  { "wish", N_ ("The resident’s wish") },
  { "safety", N_ ("Not safe any more") },
  { "closed", N_ ("Course ended early") },
  { "other", N_ ("Other") },
  { NULL },
};

static const HearthField fields[] = {
  { .name = "school",
    .label = N_ ("School, course or workplace"),
    .section = N_ ("Place"),
    .kind = HEARTH_FIELD_TEXT,
    .max_length = 160,
    .required = true,
    .searchable = true,
    .list_column = true,
    .since = 5 },
  { .name = "programme",
    .label = N_ ("Kind"),
    .section = N_ ("Place"),
    .kind = HEARTH_FIELD_CHOICE,
    .choices = programmes,
    .required = true,
    .list_column = true,
    .filter = true,
    .printable = HEARTH_PRINT_PROGRESS | HEARTH_PRINT_COURT,
    .since = 5 },
  { .name = "grade",
    .label = N_ ("Class or course"),
    .section = N_ ("Place"),
    .kind = HEARTH_FIELD_TEXT,
    .max_length = 80,
    .list_column = true,
    .printable = HEARTH_PRINT_PROGRESS | HEARTH_PRINT_COURT,
    .since = 5 },
  { .name = "start",
    .label = N_ ("From"),
    .section = N_ ("Place"),
    .kind = HEARTH_FIELD_DATE,
    .required = true,
    .list_column = true,
    .printable = HEARTH_PRINT_PROGRESS | HEARTH_PRINT_COURT,
    .since = 5 },
  { .name = "until",
    .label = N_ ("Until"),
    .section = N_ ("Place"),
    .kind = HEARTH_FIELD_DATE,
    .list_column = true,
    .printable = HEARTH_PRINT_PROGRESS | HEARTH_PRINT_COURT,
    .since = 5 },
  { .name = "end_reason",
    .label = N_ ("Why it ended"),
    .section = N_ ("Place"),
    .kind = HEARTH_FIELD_CHOICE,
    .choices = ends,
    .printable = HEARTH_PRINT_PROGRESS,
    .since = 5 },
  { .name = "days",
    .label = N_ ("Days of the week"),
    .hint = N_ ("When somebody is expected there. Monday to Friday if left empty."),
    .section = N_ ("Place"),
    .kind = HEARTH_FIELD_MULTI_CHOICE,
    .choices = days,
    .expected = true,
    .printable = HEARTH_PRINT_PROGRESS,
    .since = 5 },

  { .name = "contact",
    .label = N_ ("Who to speak with"),
    .section = N_ ("Around it"),
    .kind = HEARTH_FIELD_TEXT,
    .max_length = 120,
    .since = 5 },
  { .name = "phone",
    .label = N_ ("Phone"),
    .section = N_ ("Around it"),
    .kind = HEARTH_FIELD_TEXT,
    .max_length = 60,
    .since = 5 },
  { .name = "told",
    .label = N_ ("What they were told"),
    .hint = N_ ("So that everybody says the same."),
    .section = N_ ("Around it"),
    .kind = HEARTH_FIELD_LONG_TEXT,
    .sensitive = true,
    .since = 5 },
  { .name = "transport",
    .label = N_ ("How to get there"),
    .section = N_ ("Around it"),
    .kind = HEARTH_FIELD_TEXT,
    .max_length = 160,
    .since = 5 },
  { .name = "support",
    .label = N_ ("Extra help"),
    .section = N_ ("Around it"),
    .kind = HEARTH_FIELD_TEXT,
    .max_length = 200,
    .printable = HEARTH_PRINT_PROGRESS,
    .since = 5 },

  { .name = "sponsor",
    .label = N_ ("Paid by"),
    .section = N_ ("Who pays"),
    .kind = HEARTH_FIELD_TEXT,
    .max_length = 160,
    .list_column = true,
    .since = 5 },
  { .name = "fees",
    .label = N_ ("How much, and how often"),
    .section = N_ ("Who pays"),
    .kind = HEARTH_FIELD_TEXT,
    .max_length = 80,
    .since = 5 },
  { .name = "paid_until",
    .label = N_ ("Paid until"),
    .section = N_ ("Who pays"),
    .kind = HEARTH_FIELD_DATE,
    .since = 5 },
  { .name = "sponsor_note",
    .label = N_ ("What was agreed with the sponsor"),
    .hint =
      N_ ("Nobody’s story is a price: no photos or reports to sponsors without the resident’s consent."),
    .section = N_ ("Who pays"),
    .kind = HEARTH_FIELD_LONG_TEXT,
    .since = 5 },
};

static char *
make_title (HearthRecord *record)
{
  return hearth_words_of (record, "programme");
}

static char *
make_subtitle (HearthRecord *record)
{
  return hearth_words_pair (record, "grade", "end_reason");
}

static void
validate (HearthRecord *record, const char *today, GPtrArray *problems)
{
  hearth_check_order (record, "start", "until", problems);
  if (hearth_record_has (record, "end_reason") && !hearth_record_has (record, "until"))
    hearth_problems_add (problems, HEARTH_PROBLEM_RULE, "end_reason",
                         N_ ("There is a reason for the end, but no last day."));
}

const HearthRecordType hearth_enrolment_type = {
  .name = "enrolment",
  .gtype_name = "HearthEnrolment",
  .label = N_ ("School or training place"),
  .label_plural = N_ ("School or training places"),
  .label_new = N_ ("New school or training place"),
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

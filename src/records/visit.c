/* SPDX-License-Identifier: GPL-3.0-or-later
 * A visit or a call: who, whether it was allowed and wanted, and how it was.
 */
#define G_LOG_DOMAIN "hearth-records"

#include "config.h"

#include "records/types.h"

#include "core/problem.h"
#include "core/record.h"
#include "records/hooks.h"

#include <glib/gi18n-lib.h>

static const HearthChoice ways[] = {
  { "visit", N_ ("Visit") },
  { "call_in", N_ ("Call from outside") },
  { "call_out", N_ ("Call to outside") },
  { "video", N_ ("Video call") },
  { "letter", N_ ("Letter") },
  { "message", N_ ("Message") },
  { "parcel", N_ ("Parcel") },
  { NULL },
};

static const HearthChoice allowances[] = {
  { "yes", N_ ("Allowed") },
  { "supervised", N_ ("Allowed with somebody there") },
  { "not_allowed", N_ ("Not allowed") },
  { "not_known", N_ ("Not known") },
  { NULL },
};

static const HearthChoice wishes[] = {
  { "wanted", N_ ("Wanted it") },
  { "unsure", N_ ("Was unsure") },
  { "did_not_want", N_ ("Did not want it") },
  { NULL },
};

static const HearthField fields[] = {
  { .name = "at",
    .label = N_ ("When"),
    .section = N_ ("Visit or call"),
    .kind = HEARTH_FIELD_DATE_TIME,
    .required = true,
    .list_column = true,
    .printable = HEARTH_PRINT_PROGRESS | HEARTH_PRINT_HOUSE,
    .since = 4 },
  { .name = "way",
    .label = N_ ("What it was"),
    .section = N_ ("Visit or call"),
    .kind = HEARTH_FIELD_CHOICE,
    .choices = ways,
    .required = true,
    .list_column = true,
    .filter = true,
    .printable = HEARTH_PRINT_PROGRESS | HEARTH_PRINT_HOUSE,
    .since = 4 },
  { .name = "contact",
    .label = N_ ("With whom"),
    .hint = N_ ("From the contacts of the resident."),
    .section = N_ ("Visit or call"),
    .kind = HEARTH_FIELD_LINK,
    .link_type = "contact",
    .list_column = true,
    .printable = HEARTH_PRINT_PROGRESS | HEARTH_PRINT_HOUSE,
    .since = 4 },
  { .name = "who",
    .label = N_ ("Somebody who is not among the contacts"),
    .section = N_ ("Visit or call"),
    .kind = HEARTH_FIELD_TEXT,
    .searchable = true,
    .list_column = true,
    .printable = HEARTH_PRINT_PROGRESS | HEARTH_PRINT_HOUSE,
    .since = 4 },
  { .name = "identity_checked",
    .label = N_ ("Showed who they are"),
    .section = N_ ("Visit or call"),
    .kind = HEARTH_FIELD_YES_NO,
    .printable = HEARTH_PRINT_PROGRESS | HEARTH_PRINT_HOUSE,
    .since = 4 },
  { .name = "allowed",
    .label = N_ ("May be in contact"),
    .hint = N_ ("As the contact, the court or the safety plan says."),
    .section = N_ ("Visit or call"),
    .kind = HEARTH_FIELD_CHOICE,
    .choices = allowances,
    .required = true,
    .list_column = true,
    .filter = true,
    .printable = HEARTH_PRINT_PROGRESS | HEARTH_PRINT_HOUSE,
    .since = 4 },
  { .name = "took_place",
    .label = N_ ("Took place"),
    .section = N_ ("Visit or call"),
    .kind = HEARTH_FIELD_YES_NO,
    .printable = HEARTH_PRINT_PROGRESS | HEARTH_PRINT_HOUSE,
    .since = 4 },
  { .name = "minutes",
    .label = N_ ("How long"),
    .section = N_ ("Visit or call"),
    .kind = HEARTH_FIELD_INTEGER,
    .unit = N_ ("minutes"),
    .minimum = 0,
    .maximum = 1440,
    .printable = HEARTH_PRINT_PROGRESS | HEARTH_PRINT_HOUSE,
    .since = 4 },
  { .name = "supervised_by",
    .label = N_ ("Who was with them"),
    .section = N_ ("Visit or call"),
    .kind = HEARTH_FIELD_LINK,
    .link_type = "account",
    .printable = HEARTH_PRINT_PROGRESS | HEARTH_PRINT_HOUSE,
    .since = 4 },

  { .name = "wished",
    .label = N_ ("Did the resident want it"),
    .section = N_ ("How it was"),
    .kind = HEARTH_FIELD_CHOICE,
    .choices = wishes,
    .printable = HEARTH_PRINT_PROGRESS | HEARTH_PRINT_HOUSE,
    .since = 4 },
  { .name = "seen",
    .label = N_ ("What was seen and heard"),
    .section = N_ ("How it was"),
    .kind = HEARTH_FIELD_LONG_TEXT,
    .searchable = true,
    .printable = HEARTH_PRINT_PROGRESS | HEARTH_PRINT_HOUSE,
    .since = 4 },
  { .name = "said",
    .label = N_ ("Said, in own words"),
    .section = N_ ("How it was"),
    .kind = HEARTH_FIELD_LONG_TEXT,
    .searchable = true,
    .own_words = true,
    .printable = HEARTH_PRINT_PROGRESS | HEARTH_PRINT_HOUSE,
    .since = 4 },
  { .name = "after",
    .label = N_ ("Afterwards"),
    .hint = N_ ("How the resident was in the hours after."),
    .section = N_ ("How it was"),
    .kind = HEARTH_FIELD_LONG_TEXT,
    .searchable = true,
    .printable = HEARTH_PRINT_PROGRESS | HEARTH_PRINT_HOUSE,
    .since = 4 },
  { .name = "note",
    .label = N_ ("Note"),
    .section = N_ ("How it was"),
    .kind = HEARTH_FIELD_LONG_TEXT,
    .searchable = true,
    .printable = HEARTH_PRINT_PROGRESS | HEARTH_PRINT_HOUSE,
    .since = 4 },
};

static char *
make_title (HearthRecord *visit)
{
  return hearth_words_pair (visit, "way", "who");
}

static char *
make_subtitle (HearthRecord *visit)
{
  return hearth_words_of (visit, "allowed");
}

static void
validate (HearthRecord *visit, const char *today, GPtrArray *problems)
{
  const char *allowed = hearth_record_get (visit, "allowed");

  if (g_str_equal (allowed, "not_allowed") && hearth_record_is_yes (visit, "took_place") &&
      !hearth_record_has (visit, "note"))
    hearth_problems_add (problems, HEARTH_PROBLEM_RULE, "note",
                         N_ ("It took place and was not allowed. Please write what happened and who was "
                             "told."));
}

const HearthRecordType hearth_visit_type = {
  .name = "visit",
  .gtype_name = "HearthVisit",
  .label = N_ ("Visit or call"),
  .label_plural = N_ ("Visits and calls"),
  .label_new = N_ ("New visit or call"),
  .icon_name = "system-users-symbolic",
  .owner = HEARTH_OWNER_RESIDENT,
  .life_cycle = HEARTH_LIFE_EDITABLE,
  .tier = HEARTH_TIER_CARE,
  .retention = HEARTH_RETAIN_FILE,
  .event_field = "at",
  .fields = fields,
  .n_fields = G_N_ELEMENTS (fields),
  .title = make_title,
  .subtitle = make_subtitle,
  .validate = validate,
};

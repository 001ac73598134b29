/* SPDX-License-Identifier: GPL-3.0-or-later
 * A goal: the resident’s own words first, then the worker’s.
 */
#define G_LOG_DOMAIN "hearth-records"

#include "config.h"

#include "records/types.h"

#include "core/problem.h"
#include "core/record.h"
#include "records/choices.h"
#include "records/hooks.h"

#include <glib/gi18n-lib.h>

static const HearthChoice states[] = {
  { "planned", N_ ("Planned") },     { "active", N_ ("In progress") },
  { "met", N_ ("Reached") },         { "partly", N_ ("Partly reached") },
  { "not_met", N_ ("Not reached") }, { "changed", N_ ("Changed") },
  { "dropped", N_ ("Let go") },      { NULL },
};

static const HearthField fields[] = {
  { .name = "plan",
    .label = N_ ("Plan"),
    .section = N_ ("Goal"),
    .kind = HEARTH_FIELD_LINK,
    .link_type = "care_plan",
    .since = 5 },
  { .name = "domain",
    .label = N_ ("Area"),
    .section = N_ ("Goal"),
    .kind = HEARTH_FIELD_CHOICE,
    .choices = hearth_choices_domain,
    .required = true,
    .list_column = true,
    .filter = true,
    .printable = HEARTH_PRINT_PROGRESS | HEARTH_PRINT_COURT,
    .since = 5 },
  { .name = "own",
    .label = N_ ("In the resident’s own words"),
    .section = N_ ("Goal"),
    .kind = HEARTH_FIELD_LONG_TEXT,
    .own_words = true,
    .searchable = true,
    .printable = HEARTH_PRINT_PROGRESS | HEARTH_PRINT_COURT,
    .since = 5 },
  { .name = "text",
    .label = N_ ("What we work on"),
    .section = N_ ("Goal"),
    .kind = HEARTH_FIELD_TEXT,
    .max_length = 200,
    .required = true,
    .searchable = true,
    .list_column = true,
    .printable = HEARTH_PRINT_PROGRESS | HEARTH_PRINT_COURT,
    .since = 5 },
  { .name = "measure",
    .label = N_ ("How we will know"),
    .section = N_ ("Goal"),
    .kind = HEARTH_FIELD_TEXT,
    .max_length = 200,
    .printable = HEARTH_PRINT_PROGRESS,
    .since = 5 },
  { .name = "baseline",
    .label = N_ ("Where it began"),
    .section = N_ ("Goal"),
    .kind = HEARTH_FIELD_TEXT,
    .max_length = 200,
    .printable = HEARTH_PRINT_PROGRESS,
    .since = 5 },
  { .name = "start",
    .label = N_ ("From"),
    .section = N_ ("Goal"),
    .kind = HEARTH_FIELD_DATE,
    .required = true,
    .list_column = true,
    .printable = HEARTH_PRINT_PROGRESS | HEARTH_PRINT_COURT,
    .since = 5 },
  { .name = "target",
    .label = N_ ("By"),
    .section = N_ ("Goal"),
    .kind = HEARTH_FIELD_DATE,
    .list_column = true,
    .printable = HEARTH_PRINT_PROGRESS | HEARTH_PRINT_COURT,
    .since = 5 },
  { .name = "status",
    .label = N_ ("How it stands"),
    .section = N_ ("Goal"),
    .kind = HEARTH_FIELD_CHOICE,
    .choices = states,
    .required = true,
    .list_column = true,
    .filter = true,
    .printable = HEARTH_PRINT_PROGRESS | HEARTH_PRINT_COURT,
    .since = 5 },
  { .name = "help",
    .label = N_ ("Who and what helps"),
    .section = N_ ("Goal"),
    .kind = HEARTH_FIELD_TEXT,
    .max_length = 200,
    .printable = HEARTH_PRINT_PROGRESS,
    .since = 5 },
  { .name = "barrier",
    .label = N_ ("What stands in the way"),
    .section = N_ ("Goal"),
    .kind = HEARTH_FIELD_TEXT,
    .max_length = 200,
    .since = 5 },
  { .name = "ended_on",
    .label = N_ ("Ended on"),
    .section = N_ ("Goal"),
    .kind = HEARTH_FIELD_DATE,
    .past_only = true,
    .printable = HEARTH_PRINT_PROGRESS | HEARTH_PRINT_COURT,
    .since = 5 },
  { .name = "ended_why",
    .label = N_ ("Why, or what shows it"),
    .section = N_ ("Goal"),
    .kind = HEARTH_FIELD_TEXT,
    .max_length = 300,
    .printable = HEARTH_PRINT_PROGRESS | HEARTH_PRINT_COURT,
    .since = 5 },
};

static char *
make_title (HearthRecord *record)
{
  return g_strdup (hearth_record_get (record, "text"));
}

static char *
make_subtitle (HearthRecord *record)
{
  return hearth_words_pair (record, "status", "domain");
}

static void
validate (HearthRecord *record, const char *today, GPtrArray *problems)
{
  hearth_check_order (record, "start", "target", problems);
  hearth_check_order (record, "start", "ended_on", problems);
  if (hearth_record_has (record, "ended_on") &&
      (g_str_equal (hearth_record_get (record, "status"), "active") ||
       g_str_equal (hearth_record_get (record, "status"), "planned")))
    hearth_problems_add (problems, HEARTH_PROBLEM_RULE, "status", N_ ("The goal has ended. Say how."));
}

const HearthRecordType hearth_goal_type = {
  .name = "goal",
  .gtype_name = "HearthGoal",
  .label = N_ ("Goal"),
  .label_plural = N_ ("Goals"),
  .label_new = N_ ("New goal"),
  .icon_name = "hearth-goal-symbolic",
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

/* SPDX-License-Identifier: GPL-3.0-or-later
 * A goal of learning: the resident’s own words first.
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
  { "active", N_ ("In progress") },
  { "met", N_ ("Reached") },
  { "partly", N_ ("Partly reached") },
  { "changed", N_ ("Changed") },
  { "dropped", N_ ("Let go") },
  { NULL },
};

static const HearthField fields[] = {
  { .name = "plan",
    .label = N_ ("Plan"),
    .section = N_ ("Learning goal"),
    .kind = HEARTH_FIELD_LINK,
    .link_type = "education_plan",
    .since = 5 },
  { .name = "own",
    .label = N_ ("In the resident’s own words"),
    .section = N_ ("Learning goal"),
    .kind = HEARTH_FIELD_LONG_TEXT,
    .own_words = true,
    .searchable = true,
    .printable = HEARTH_PRINT_PROGRESS | HEARTH_PRINT_COURT,
    .since = 5 },
  { .name = "text",
    .label = N_ ("What we work on"),
    .section = N_ ("Learning goal"),
    .kind = HEARTH_FIELD_TEXT,
    .max_length = 200,
    .required = true,
    .searchable = true,
    .list_column = true,
    .printable = HEARTH_PRINT_PROGRESS | HEARTH_PRINT_COURT,
    .since = 5 },
  { .name = "steps",
    .label = N_ ("Steps"),
    .section = N_ ("Learning goal"),
    .kind = HEARTH_FIELD_LONG_TEXT,
    .searchable = true,
    .printable = HEARTH_PRINT_PROGRESS,
    .since = 5 },
  { .name = "who",
    .label = N_ ("Who helps"),
    .section = N_ ("Learning goal"),
    .kind = HEARTH_FIELD_LINK,
    .link_type = "account",
    .since = 5 },
  { .name = "start",
    .label = N_ ("From"),
    .section = N_ ("Learning goal"),
    .kind = HEARTH_FIELD_DATE,
    .required = true,
    .list_column = true,
    .printable = HEARTH_PRINT_PROGRESS,
    .since = 5 },
  { .name = "target",
    .label = N_ ("By"),
    .section = N_ ("Learning goal"),
    .kind = HEARTH_FIELD_DATE,
    .list_column = true,
    .printable = HEARTH_PRINT_PROGRESS,
    .since = 5 },
  { .name = "status",
    .label = N_ ("How it stands"),
    .section = N_ ("Learning goal"),
    .kind = HEARTH_FIELD_CHOICE,
    .choices = states,
    .required = true,
    .list_column = true,
    .filter = true,
    .printable = HEARTH_PRINT_PROGRESS,
    .since = 5 },
  { .name = "near",
    .label = N_ ("How near"),
    .hint = N_ ("0: not begun. 10: there."),
    .section = N_ ("Learning goal"),
    .kind = HEARTH_FIELD_INTEGER,
    .minimum = 0,
    .maximum = 10,
    .list_column = true,
    .printable = HEARTH_PRINT_PROGRESS,
    .since = 5 },
  { .name = "result",
    .label = N_ ("What shows it"),
    .section = N_ ("Learning goal"),
    .kind = HEARTH_FIELD_LONG_TEXT,
    .searchable = true,
    .printable = HEARTH_PRINT_PROGRESS,
    .since = 5 },
  { .name = "ended_on",
    .label = N_ ("Ended on"),
    .section = N_ ("Learning goal"),
    .kind = HEARTH_FIELD_DATE,
    .past_only = true,
    .printable = HEARTH_PRINT_PROGRESS,
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
  return hearth_words_of (record, "status");
}

static void
validate (HearthRecord *record, const char *today, GPtrArray *problems)
{
  hearth_check_order (record, "start", "target", problems);
  hearth_check_order (record, "start", "ended_on", problems);
}

const HearthRecordType hearth_learning_goal_type = {
  .name = "learning_goal",
  .gtype_name = "HearthLearningGoal",
  .label = N_ ("Learning goal"),
  .label_plural = N_ ("Learning goals"),
  .label_new = N_ ("New learning goal"),
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

/* SPDX-License-Identifier: GPL-3.0-or-later
 * Something to be done by a day.
 */
#define G_LOG_DOMAIN "hearth-records"

#include "config.h"

#include "records/types.h"

#include "core/problem.h"
#include "core/record.h"
#include "records/choices.h"
#include "records/hooks.h"

#include <glib/gi18n-lib.h>

static const HearthChoice repeats[] = {
  { "no", N_ ("Once") },
  { "daily", N_ ("Every day") },
  { "weekly", N_ ("Every week") },
  { "two_weeks", N_ ("Every two weeks") },
  { "monthly", N_ ("Every month") },
  { "quarterly", N_ ("Every three months") },
  { "yearly", N_ ("Every year") },
  { NULL },
};

static const HearthField fields[] = {
  { .name = "subject", .label = N_ ("Record"), .kind = HEARTH_FIELD_TEXT, .max_length = 26, .since = 4 },
  { .name = "subject_type",
    .label = N_ ("Kind of record"),
    .kind = HEARTH_FIELD_TEXT,
    .max_length = 60,
    .since = 4 },
  { .name = "title",
    .label = N_ ("What is to be done"),
    .section = N_ ("Task"),
    .kind = HEARTH_FIELD_TEXT,
    .max_length = 120,
    .required = true,
    .searchable = true,
    .list_column = true,
    .printable = HEARTH_PRINT_PROGRESS | HEARTH_PRINT_HOUSE,
    .since = 4 },
  { .name = "details",
    .label = N_ ("Details"),
    .section = N_ ("Task"),
    .kind = HEARTH_FIELD_LONG_TEXT,
    .searchable = true,
    .printable = HEARTH_PRINT_HOUSE,
    .since = 4 },
  { .name = "residents",
    .label = N_ ("For"),
    .hint = N_ ("The task shows in the file of each of them."),
    .section = N_ ("Task"),
    .kind = HEARTH_FIELD_LINKS,
    .link_type = "resident",
    .printable = HEARTH_PRINT_HOUSE,
    .since = 4 },
  { .name = "due",
    .label = N_ ("Due"),
    .section = N_ ("Task"),
    .kind = HEARTH_FIELD_DATE,
    .required = true,
    .list_column = true,
    .printable = HEARTH_PRINT_PROGRESS | HEARTH_PRINT_HOUSE,
    .since = 4 },
  { .name = "due_time",
    .label = N_ ("At"),
    .section = N_ ("Task"),
    .kind = HEARTH_FIELD_TIME,
    .printable = HEARTH_PRINT_HOUSE,
    .since = 4 },
  { .name = "remind",
    .label = N_ ("Remind before"),
    .section = N_ ("Task"),
    .kind = HEARTH_FIELD_INTEGER,
    .unit = N_ ("days"),
    .minimum = 0,
    .maximum = 60,
    .printable = HEARTH_PRINT_HOUSE,
    .since = 4 },
  { .name = "repeat",
    .label = N_ ("Repeats"),
    .section = N_ ("Task"),
    .kind = HEARTH_FIELD_CHOICE,
    .choices = repeats,
    .printable = HEARTH_PRINT_HOUSE,
    .since = 4 },
  { .name = "assignee",
    .label = N_ ("Person"),
    .section = N_ ("Task"),
    .kind = HEARTH_FIELD_LINK,
    .link_type = "account",
    .filter = true,
    .printable = HEARTH_PRINT_HOUSE,
    .since = 4 },
  { .name = "outside",
    .label = N_ ("Or somebody else"),
    .hint = N_ ("The resident, family, somebody from outside."),
    .section = N_ ("Task"),
    .kind = HEARTH_FIELD_TEXT,
    .max_length = 120,
    .printable = HEARTH_PRINT_HOUSE,
    .since = 5 },
  { .name = "assignee_role",
    .label = N_ ("Or whoever is"),
    .hint = N_ ("Somebody of this role does it."),
    .section = N_ ("Task"),
    .kind = HEARTH_FIELD_CHOICE,
    .choices = hearth_choices_role,
    .filter = true,
    .printable = HEARTH_PRINT_HOUSE,
    .since = 4 },
  { .name = "urgent",
    .label = N_ ("Urgent"),
    .section = N_ ("Task"),
    .kind = HEARTH_FIELD_YES_NO,
    .printable = HEARTH_PRINT_HOUSE,
    .since = 4 },

  { .name = "done_on",
    .label = N_ ("Done on"),
    .section = N_ ("Done"),
    .kind = HEARTH_FIELD_DATE,
    .list_column = true,
    .past_only = true,
    .printable = HEARTH_PRINT_PROGRESS | HEARTH_PRINT_HOUSE,
    .since = 4 },
  { .name = "done_by",
    .label = N_ ("Done by"),
    .section = N_ ("Done"),
    .kind = HEARTH_FIELD_LINK,
    .link_type = "account",
    .printable = HEARTH_PRINT_HOUSE,
    .since = 4 },
  { .name = "outcome",
    .label = N_ ("What came of it"),
    .section = N_ ("Done"),
    .kind = HEARTH_FIELD_LONG_TEXT,
    .searchable = true,
    .printable = HEARTH_PRINT_HOUSE,
    .since = 4 },
  { .name = "cancelled",
    .label = N_ ("Not needed any more"),
    .section = N_ ("Done"),
    .kind = HEARTH_FIELD_YES_NO,
    .printable = HEARTH_PRINT_HOUSE,
    .since = 4 },
};

static char *
make_title (HearthRecord *task)
{
  return g_strdup (hearth_record_get (task, "title"));
}

static char *
make_subtitle (HearthRecord *task)
{
  g_autofree char *due = hearth_words_of (task, "due");

  if (hearth_record_has (task, "done_on"))
    return g_strdup (_ ("Done"));
  if (hearth_record_is_yes (task, "cancelled"))
    return g_strdup (_ ("Not needed any more"));
  /* Translators: the day by which something is to be done */
  return g_strdup_printf (_ ("Due %s"), due);
}

static void
validate (HearthRecord *task, const char *today, GPtrArray *problems)
{
  if (hearth_record_has (task, "done_on") && hearth_record_is_yes (task, "cancelled"))
    hearth_problems_add (problems, HEARTH_PROBLEM_RULE, "cancelled",
                         N_ ("A task is either done or not needed any more."));
}

const HearthRecordType hearth_task_type = {
  .name = "task",
  .gtype_name = "HearthTask",
  .label = N_ ("Task"),
  .label_plural = N_ ("Tasks"),
  .label_new = N_ ("New task"),
  .icon_name = "task-due-symbolic",
  .owner = HEARTH_OWNER_RESIDENTS,
  .life_cycle = HEARTH_LIFE_EDITABLE,
  .tier = HEARTH_TIER_CARE,
  .retention = HEARTH_RETAIN_FILE,
  .event_field = "due",
  .fields = fields,
  .n_fields = G_N_ELEMENTS (fields),
  .title = make_title,
  .subtitle = make_subtitle,
  .validate = validate,
};

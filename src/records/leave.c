/* SPDX-License-Identifier: GPL-3.0-or-later
 * A leave: asked for, decided on, out and back.
 */
#define G_LOG_DOMAIN "hearth-records"

#include "config.h"

#include "records/types.h"

#include "core/problem.h"
#include "core/record.h"
#include "records/hooks.h"

#include <glib/gi18n-lib.h>

static const HearthChoice kinds[] = {
  { "day", N_ ("For some hours") },      { "overnight", N_ ("Overnight") },
  { "home", N_ ("Home visit") },         { "school", N_ ("School trip") },
  { "appointment", N_ ("Appointment") }, { "work", N_ ("Work or training") },
  { "other", N_ ("Something else") },    { NULL },
};

static const HearthChoice escorts[] = {
  { "alone", N_ ("Nobody") },    { "staff", N_ ("Somebody who works here") }, { "family", N_ ("Family") },
  { "friend", N_ ("A friend") }, { "other", N_ ("Somebody else") },           { NULL },
};

static const HearthChoice decisions[] = {
  { "asked", N_ ("Asked for") },
  { "agreed", N_ ("Agreed") },
  { "not_agreed", N_ ("Not agreed") },
  { "cancelled", N_ ("Not wanted any more") },
  { NULL },
};

static const HearthField fields[] = {
  { .name = "kind",
    .label = N_ ("Kind of leave"),
    .section = N_ ("Leave"),
    .kind = HEARTH_FIELD_CHOICE,
    .choices = kinds,
    .required = true,
    .printable = HEARTH_PRINT_PROGRESS | HEARTH_PRINT_HOUSE,
    .since = 4 },
  { .name = "wish",
    .label = N_ ("What the resident wishes"),
    .section = N_ ("Leave"),
    .kind = HEARTH_FIELD_LONG_TEXT,
    .searchable = true,
    .own_words = true,
    .printable = HEARTH_PRINT_PROGRESS | HEARTH_PRINT_HOUSE,
    .since = 4 },
  { .name = "asked_on",
    .label = N_ ("Asked on"),
    .section = N_ ("Leave"),
    .kind = HEARTH_FIELD_DATE,
    .past_only = true,
    .printable = HEARTH_PRINT_PROGRESS | HEARTH_PRINT_HOUSE,
    .since = 4 },
  { .name = "leaves_at",
    .label = N_ ("Leaves"),
    .section = N_ ("Leave"),
    .kind = HEARTH_FIELD_DATE_TIME,
    .required = true,
    .list_column = true,
    .tier = HEARTH_TIER_HOUSE,
    .printable = HEARTH_PRINT_PROGRESS | HEARTH_PRINT_HOUSE,
    .since = 4 },
  { .name = "due_back",
    .label = N_ ("Due back"),
    .section = N_ ("Leave"),
    .kind = HEARTH_FIELD_DATE_TIME,
    .required = true,
    .list_column = true,
    .tier = HEARTH_TIER_HOUSE,
    .printable = HEARTH_PRINT_PROGRESS | HEARTH_PRINT_HOUSE,
    .since = 4 },
  { .name = "where_to",
    .label = N_ ("Where to"),
    .section = N_ ("Leave"),
    .kind = HEARTH_FIELD_TEXT,
    .searchable = true,
    .list_column = true,
    .printable = HEARTH_PRINT_PROGRESS | HEARTH_PRINT_HOUSE,
    .since = 4 },
  { .name = "with_whom",
    .label = N_ ("To whom"),
    .section = N_ ("Leave"),
    .kind = HEARTH_FIELD_TEXT,
    .searchable = true,
    .printable = HEARTH_PRINT_PROGRESS | HEARTH_PRINT_HOUSE,
    .since = 4 },
  { .name = "phone",
    .label = N_ ("Phone while away"),
    .section = N_ ("Leave"),
    .kind = HEARTH_FIELD_TEXT,
    .max_length = 60,
    .sensitive = true,
    .printable = HEARTH_PRINT_HOUSE,
    .since = 4 },
  { .name = "escort",
    .label = N_ ("Who goes along"),
    .section = N_ ("Leave"),
    .kind = HEARTH_FIELD_CHOICE,
    .choices = escorts,
    .printable = HEARTH_PRINT_PROGRESS | HEARTH_PRINT_HOUSE,
    .since = 4 },
  { .name = "conditions",
    .label = N_ ("What was agreed"),
    .hint = N_ ("Times, calls, people to stay away from, money, medicine to take along."),
    .section = N_ ("Leave"),
    .kind = HEARTH_FIELD_LONG_TEXT,
    .printable = HEARTH_PRINT_PROGRESS | HEARTH_PRINT_HOUSE,
    .since = 4 },

  { .name = "decision",
    .label = N_ ("Decision"),
    .section = N_ ("Decision"),
    .kind = HEARTH_FIELD_CHOICE,
    .choices = decisions,
    .required = true,
    .list_column = true,
    .filter = true,
    .tier = HEARTH_TIER_HOUSE,
    .printable = HEARTH_PRINT_PROGRESS | HEARTH_PRINT_HOUSE,
    .since = 4 },
  { .name = "decided_by",
    .label = N_ ("Decided by"),
    .section = N_ ("Decision"),
    .kind = HEARTH_FIELD_LINK,
    .link_type = "account",
    .printable = HEARTH_PRINT_PROGRESS | HEARTH_PRINT_HOUSE,
    .since = 4 },
  { .name = "decided_on",
    .label = N_ ("Decided on"),
    .section = N_ ("Decision"),
    .kind = HEARTH_FIELD_DATE,
    .past_only = true,
    .printable = HEARTH_PRINT_PROGRESS | HEARTH_PRINT_HOUSE,
    .since = 4 },
  { .name = "decision_note",
    .label = N_ ("Why"),
    .hint = N_ ("As it was told to the resident."),
    .section = N_ ("Decision"),
    .kind = HEARTH_FIELD_LONG_TEXT,
    .printable = HEARTH_PRINT_PROGRESS | HEARTH_PRINT_HOUSE,
    .since = 4 },

  { .name = "out_at",
    .label = N_ ("Went out"),
    .section = N_ ("Coming back"),
    .kind = HEARTH_FIELD_DATE_TIME,
    .past_only = true,
    .tier = HEARTH_TIER_HOUSE,
    .printable = HEARTH_PRINT_PROGRESS | HEARTH_PRINT_HOUSE,
    .since = 4 },
  { .name = "back_at",
    .label = N_ ("Came back"),
    .section = N_ ("Coming back"),
    .kind = HEARTH_FIELD_DATE_TIME,
    .list_column = true,
    .past_only = true,
    .tier = HEARTH_TIER_HOUSE,
    .printable = HEARTH_PRINT_PROGRESS | HEARTH_PRINT_HOUSE,
    .since = 4 },
  { .name = "back_words",
    .label = N_ ("How it was, in own words"),
    .section = N_ ("Coming back"),
    .kind = HEARTH_FIELD_LONG_TEXT,
    .searchable = true,
    .own_words = true,
    .printable = HEARTH_PRINT_PROGRESS | HEARTH_PRINT_HOUSE,
    .since = 4 },
  { .name = "back_note",
    .label = N_ ("What was noticed"),
    .section = N_ ("Coming back"),
    .kind = HEARTH_FIELD_LONG_TEXT,
    .searchable = true,
    .printable = HEARTH_PRINT_PROGRESS | HEARTH_PRINT_HOUSE,
    .since = 4 },
};

static char *
make_title (HearthRecord *leave)
{
  return hearth_words_pair (leave, "kind", "where_to");
}

static char *
make_subtitle (HearthRecord *leave)
{
  return hearth_words_pair (leave, "decision", "due_back");
}

static void
validate (HearthRecord *leave, const char *today, GPtrArray *problems)
{
  hearth_check_order (leave, "leaves_at", "due_back", problems);
  hearth_check_order (leave, "out_at", "back_at", problems);
  if (hearth_record_has (leave, "out_at") && !g_str_equal (hearth_record_get (leave, "decision"), "agreed"))
    hearth_problems_add (problems, HEARTH_PROBLEM_RULE, "out_at",
                         N_ ("This leave is not agreed. Whoever is out without it may need to be looked "
                             "for."));
  if (hearth_record_has (leave, "back_at") && !hearth_record_has (leave, "out_at"))
    hearth_problems_add (problems, HEARTH_PROBLEM_RULE, "back_at",
                         N_ ("There is a time of coming back, but none of going out."));
}

const HearthRecordType hearth_leave_type = {
  .name = "leave",
  .gtype_name = "HearthLeave",
  .label = N_ ("Leave"),
  .label_plural = N_ ("Leaves"),
  .label_new = N_ ("New leave"),
  .icon_name = "system-log-out-symbolic",
  .owner = HEARTH_OWNER_RESIDENT,
  .life_cycle = HEARTH_LIFE_EDITABLE,
  .tier = HEARTH_TIER_CARE,
  .retention = HEARTH_RETAIN_FILE,
  .event_field = "leaves_at",
  .fields = fields,
  .n_fields = G_N_ELEMENTS (fields),
  .title = make_title,
  .subtitle = make_subtitle,
  .validate = validate,
};

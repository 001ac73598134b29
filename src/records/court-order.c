/* SPDX-License-Identifier: GPL-3.0-or-later
 * What a court ordered, word for word, and what became of it.
 */
#define G_LOG_DOMAIN "hearth-records"

#include "config.h"

#include "records/types.h"

#include "core/problem.h"
#include "core/record.h"
#include "records/hooks.h"

#include <glib/gi18n-lib.h>

static const HearthChoice states[] = {
  { "not_yet", N_ ("Not yet") },  { "partly", N_ ("In part") },
  { "done", N_ ("Carried out") }, { "ended", N_ ("Ended before it was carried out") },
  { "lifted", N_ ("Lifted") },    { NULL },
};

static const HearthField fields[] = {
  { .name = "legal_case",
    .label = N_ ("Case"),
    .section = N_ ("Order"),
    .kind = HEARTH_FIELD_LINK,
    .link_type = "legal_case",
    .required = true,
    .since = 5 },
  { .name = "hearing",
    .label = N_ ("At the hearing"),
    .section = N_ ("Order"),
    .kind = HEARTH_FIELD_LINK,
    .link_type = "hearing",
    .since = 5 },
  { .name = "ordered_on",
    .label = N_ ("Ordered on"),
    .section = N_ ("Order"),
    .kind = HEARTH_FIELD_DATE,
    .required = true,
    .past_only = true,
    .list_column = true,
    .printable = HEARTH_PRINT_COURT,
    .since = 5 },
  { .name = "number",
    .label = N_ ("Number"),
    .section = N_ ("Order"),
    .kind = HEARTH_FIELD_TEXT,
    .max_length = 80,
    .searchable = true,
    .list_column = true,
    .printable = HEARTH_PRINT_COURT,
    .since = 5 },
  { .name = "words",
    .label = N_ ("Exact words"),
    .hint = N_ ("Word for word, no summary."),
    .section = N_ ("Order"),
    .kind = HEARTH_FIELD_LONG_TEXT,
    .required = true,
    .searchable = true,
    .list_column = true,
    .printable = HEARTH_PRINT_COURT,
    .since = 5 },
  { .name = "responsible",
    .label = N_ ("Who must do it"),
    .section = N_ ("Order"),
    .kind = HEARTH_FIELD_TEXT,
    .max_length = 160,
    .list_column = true,
    .printable = HEARTH_PRINT_COURT,
    .since = 5 },
  { .name = "due",
    .label = N_ ("To be done by"),
    .section = N_ ("Order"),
    .kind = HEARTH_FIELD_DATE,
    .list_column = true,
    .printable = HEARTH_PRINT_COURT,
    .since = 5 },
  { .name = "expires",
    .label = N_ ("Holds until"),
    .section = N_ ("Order"),
    .kind = HEARTH_FIELD_DATE,
    .list_column = true,
    .printable = HEARTH_PRINT_COURT,
    .since = 5 },

  { .name = "status",
    .label = N_ ("Carried out"),
    .section = N_ ("What became of it"),
    .kind = HEARTH_FIELD_CHOICE,
    .choices = states,
    .required = true,
    .list_column = true,
    .filter = true,
    .printable = HEARTH_PRINT_PROGRESS | HEARTH_PRINT_COURT,
    .since = 5 },
  { .name = "done_on",
    .label = N_ ("On"),
    .section = N_ ("What became of it"),
    .kind = HEARTH_FIELD_DATE,
    .past_only = true,
    .printable = HEARTH_PRINT_COURT,
    .since = 5 },
  { .name = "proof",
    .label = N_ ("What shows it"),
    .section = N_ ("What became of it"),
    .kind = HEARTH_FIELD_TEXT,
    .max_length = 200,
    .printable = HEARTH_PRINT_COURT,
    .since = 5 },
  { .name = "obstacle",
    .label = N_ ("What stands in the way"),
    .section = N_ ("What became of it"),
    .kind = HEARTH_FIELD_LONG_TEXT,
    .printable = HEARTH_PRINT_COURT,
    .since = 5 },
};

static char *
make_title (HearthRecord *record)
{
  return hearth_words_first_line (record, "words");
}

static char *
make_subtitle (HearthRecord *record)
{
  return hearth_words_of (record, "status");
}

static void
validate (HearthRecord *record, const char *today, GPtrArray *problems)
{
  hearth_check_order (record, "ordered_on", "due", problems);
  hearth_check_order (record, "ordered_on", "expires", problems);
  if (hearth_record_has (record, "expires") && g_strcmp0 (hearth_record_get (record, "expires"), today) < 0 &&
      (g_str_equal (hearth_record_get (record, "status"), "not_yet") ||
       g_str_equal (hearth_record_get (record, "status"), "partly")))
    hearth_problems_add (problems, HEARTH_PROBLEM_RULE, "status",
                         N_ ("This order holds no longer. Say what became of it, or correct the day."));
}

const HearthRecordType hearth_court_order_type = {
  .name = "court_order",
  .gtype_name = "HearthCourtOrder",
  .label = N_ ("Order"),
  .label_plural = N_ ("Orders"),
  .label_new = N_ ("New order"),
  .icon_name = "hearth-order-symbolic",
  .owner = HEARTH_OWNER_RESIDENT,
  .life_cycle = HEARTH_LIFE_EDITABLE,
  .tier = HEARTH_TIER_CASE,
  .retention = HEARTH_RETAIN_FILE,
  .event_field = "ordered_on",
  .fields = fields,
  .n_fields = G_N_ELEMENTS (fields),
  .title = make_title,
  .subtitle = make_subtitle,
  .validate = validate,
};

/* SPDX-License-Identifier: GPL-3.0-or-later
 * A meeting about a plan, and how the resident took part.
 */
#define G_LOG_DOMAIN "hearth-records"

#include "config.h"

#include "records/types.h"

#include "core/problem.h"
#include "core/record.h"
#include "records/hooks.h"

#include <glib/gi18n-lib.h>

static const HearthChoice parts[] = {
  { "present", N_ ("Was there") },
  { "part", N_ ("Was there for a part") },
  { "asked_before", N_ ("Was asked before") },
  { "in_writing", N_ ("Wrote or drew it") },
  { "chose_not", N_ ("Chose not to come") },
  { "not_asked", N_ ("Was not asked") },
  { NULL },
};

static const HearthField fields[] = {
  { .name = "plan",
    .label = N_ ("Plan"),
    .section = N_ ("Review"),
    .kind = HEARTH_FIELD_LINK,
    .link_type = "care_plan",
    .required = true,
    .since = 5 },
  { .name = "date",
    .label = N_ ("Date"),
    .section = N_ ("Review"),
    .kind = HEARTH_FIELD_DATE,
    .required = true,
    .past_only = true,
    .list_column = true,
    .printable = HEARTH_PRINT_PROGRESS,
    .since = 5 },
  { .name = "staff",
    .label = N_ ("Who took part"),
    .section = N_ ("Review"),
    .kind = HEARTH_FIELD_LINKS,
    .link_type = "account",
    .since = 5 },
  { .name = "others",
    .label = N_ ("Who else"),
    .section = N_ ("Review"),
    .kind = HEARTH_FIELD_TEXT,
    .max_length = 300,
    .since = 5 },
  { .name = "part",
    .label = N_ ("How the resident took part"),
    .section = N_ ("Review"),
    .kind = HEARTH_FIELD_CHOICE,
    .choices = parts,
    .required = true,
    .list_column = true,
    .filter = true,
    .printable = HEARTH_PRINT_PROGRESS,
    .since = 5 },
  { .name = "agreed",
    .label = N_ ("What the resident agrees with"),
    .section = N_ ("Review"),
    .kind = HEARTH_FIELD_LONG_TEXT,
    .own_words = true,
    .searchable = true,
    .printable = HEARTH_PRINT_PROGRESS,
    .since = 5 },
  { .name = "disagreed",
    .label = N_ ("What the resident sees otherwise"),
    .section = N_ ("Review"),
    .kind = HEARTH_FIELD_LONG_TEXT,
    .own_words = true,
    .searchable = true,
    .printable = HEARTH_PRINT_PROGRESS,
    .since = 5 },
  { .name = "guardian",
    .label = N_ ("What a guardian says"),
    .section = N_ ("Review"),
    .kind = HEARTH_FIELD_LONG_TEXT,
    .since = 5 },
  { .name = "decisions",
    .label = N_ ("What was decided"),
    .section = N_ ("Review"),
    .kind = HEARTH_FIELD_LONG_TEXT,
    .searchable = true,
    .list_column = true,
    .printable = HEARTH_PRINT_PROGRESS,
    .since = 5 },
  { .name = "next_review",
    .label = N_ ("Next review"),
    .section = N_ ("Review"),
    .kind = HEARTH_FIELD_DATE,
    .list_column = true,
    .printable = HEARTH_PRINT_PROGRESS,
    .since = 5 },
};

static char *
make_title (HearthRecord *record)
{
  return hearth_words_of (record, "part");
}

static char *
make_subtitle (HearthRecord *record)
{
  return hearth_words_first_line (record, "decisions");
}

static void
validate (HearthRecord *record, const char *today, GPtrArray *problems)
{
  hearth_check_order (record, "date", "next_review", problems);
}

const HearthRecordType hearth_plan_review_type = {
  .name = "plan_review",
  .gtype_name = "HearthPlanReview",
  .label = N_ ("Review"),
  .label_plural = N_ ("Reviews"),
  .label_new = N_ ("New review"),
  .icon_name = "hearth-plan-symbolic",
  .owner = HEARTH_OWNER_RESIDENT,
  .life_cycle = HEARTH_LIFE_EDITABLE,
  .tier = HEARTH_TIER_CARE,
  .retention = HEARTH_RETAIN_FILE,
  .event_field = "date",
  .fields = fields,
  .n_fields = G_N_ELEMENTS (fields),
  .title = make_title,
  .subtitle = make_subtitle,
  .validate = validate,
};

/* SPDX-License-Identifier: GPL-3.0-or-later
 * How near a goal is, from 0 to 10, as the resident sees it or as it was agreed.
 */
#define G_LOG_DOMAIN "hearth-records"

#include "config.h"

#include "records/types.h"

#include "core/record.h"
#include "records/hooks.h"

#include <glib/gi18n-lib.h>

static const HearthChoice sayers[] = {
  { "resident", N_ ("The resident") },
  { "together", N_ ("Both together") },
  { "worker", N_ ("The worker") },
  { NULL },
};

static const HearthField fields[] = {
  { .name = "goal",
    .label = N_ ("Goal"),
    .section = N_ ("Progress"),
    .kind = HEARTH_FIELD_LINK,
    .link_type = "goal",
    .required = true,
    .since = 5 },
  { .name = "date",
    .label = N_ ("Date"),
    .section = N_ ("Progress"),
    .kind = HEARTH_FIELD_DATE,
    .required = true,
    .past_only = true,
    .list_column = true,
    .printable = HEARTH_PRINT_PROGRESS | HEARTH_PRINT_COURT,
    .since = 5 },
  { .name = "value",
    .label = N_ ("How near"),
    .hint = N_ ("0: not begun. 10: there."),
    .section = N_ ("Progress"),
    .kind = HEARTH_FIELD_INTEGER,
    .minimum = 0,
    .maximum = 10,
    .required = true,
    .list_column = true,
    .printable = HEARTH_PRINT_PROGRESS | HEARTH_PRINT_COURT,
    .since = 5 },
  { .name = "seen_by",
    .label = N_ ("Who says so"),
    .section = N_ ("Progress"),
    .kind = HEARTH_FIELD_CHOICE,
    .choices = sayers,
    .list_column = true,
    .printable = HEARTH_PRINT_PROGRESS | HEARTH_PRINT_COURT,
    .since = 5 },
  { .name = "said",
    .label = N_ ("In the resident’s own words"),
    .section = N_ ("Progress"),
    .kind = HEARTH_FIELD_LONG_TEXT,
    .own_words = true,
    .searchable = true,
    .printable = HEARTH_PRINT_PROGRESS | HEARTH_PRINT_COURT,
    .since = 5 },
  { .name = "note",
    .label = N_ ("What was seen"),
    .section = N_ ("Progress"),
    .kind = HEARTH_FIELD_LONG_TEXT,
    .searchable = true,
    .printable = HEARTH_PRINT_PROGRESS,
    .since = 5 },
};

static char *
make_title (HearthRecord *record)
{
  return g_strdup_printf (_ ("%s of 10"), hearth_record_get (record, "value"));
}

static char *
make_subtitle (HearthRecord *record)
{
  return hearth_words_of (record, "seen_by");
}

const HearthRecordType hearth_goal_progress_type = {
  .name = "goal_progress",
  .gtype_name = "HearthGoalProgress",
  .label = N_ ("Progress"),
  .label_plural = N_ ("Progress"),
  .label_new = N_ ("New step of a goal"),
  .icon_name = "hearth-goal-symbolic",
  .owner = HEARTH_OWNER_RESIDENT,
  .life_cycle = HEARTH_LIFE_EDITABLE,
  .tier = HEARTH_TIER_CARE,
  .retention = HEARTH_RETAIN_FILE,
  .event_field = "date",
  .fields = fields,
  .n_fields = G_N_ELEMENTS (fields),
  .title = make_title,
  .subtitle = make_subtitle,
};

/* SPDX-License-Identifier: GPL-3.0-or-later
 * An event in the house, in the file of each resident that it concerns.
 */
#define G_LOG_DOMAIN "hearth-records"

#include "config.h"

#include "records/types.h"

#include "records/choices.h"
#include "records/hooks.h"

#include <glib/gi18n-lib.h>

static const HearthChoice kinds[] = {
  { "activity", N_ ("Activity") },
  { "celebration", N_ ("Celebration") },
  { "meeting", N_ ("House meeting") },
  { "call", N_ ("Call") },
  { "visitor", N_ ("Visitor") },
  { "delivery", N_ ("Delivery") },
  { "repair", N_ ("Repair") },
  { "check", N_ ("Check of the house") },
  { "task", N_ ("Task done") },
  { "other", N_ ("Something else") },
  { NULL },
};

static const HearthField fields[] = {
  { .name = "occurred_at",
    .label = N_ ("When"),
    .section = N_ ("Event"),
    .kind = HEARTH_FIELD_DATE_TIME,
    .required = true,
    .list_column = true,
    .past_only = true,
    .printable = HEARTH_PRINT_PROGRESS | HEARTH_PRINT_HOUSE,
    .since = 4 },

  { .name = "shift_date", .label = N_ ("Date of the shift"), .kind = HEARTH_FIELD_DATE, .since = 4 },
  { .name = "shift",
    .label = N_ ("Shift"),
    .kind = HEARTH_FIELD_CHOICE,
    .choices = hearth_choices_shift,
    .since = 4 },
  { .name = "kind",
    .label = N_ ("What it was"),
    .section = N_ ("Event"),
    .kind = HEARTH_FIELD_CHOICE,
    .choices = kinds,
    .required = true,
    .list_column = true,
    .filter = true,
    .printable = HEARTH_PRINT_PROGRESS | HEARTH_PRINT_HOUSE,
    .since = 4 },
  { .name = "left_at",
    .label = N_ ("Left again"),
    .hint = N_ ("For visitors."),
    .section = N_ ("Event"),
    .kind = HEARTH_FIELD_DATE_TIME,
    .printable = HEARTH_PRINT_PROGRESS | HEARTH_PRINT_HOUSE,
    .since = 4 },
  { .name = "residents",
    .label = N_ ("Residents"),
    .hint = N_ ("The event shows in the file of each of them. Nobody: it concerns the house."),
    .section = N_ ("Event"),
    .kind = HEARTH_FIELD_LINKS,
    .link_type = "resident",
    .printable = HEARTH_PRINT_PROGRESS | HEARTH_PRINT_HOUSE,
    .since = 4 },
  { .name = "staff",
    .label = N_ ("Staff"),
    .section = N_ ("Event"),
    .kind = HEARTH_FIELD_LINKS,
    .link_type = "account",
    .printable = HEARTH_PRINT_PROGRESS | HEARTH_PRINT_HOUSE,
    .since = 4 },
  { .name = "text",
    .label = N_ ("What happened"),
    .hint = N_ ("What you saw and heard. Other residents by their first letter."),
    .section = N_ ("Event"),
    .kind = HEARTH_FIELD_LONG_TEXT,
    .max_length = 20000,
    .required = true,
    .searchable = true,
    .list_column = true,
    .printable = HEARTH_PRINT_PROGRESS | HEARTH_PRINT_HOUSE,
    .since = 4 },
};

static char *
make_title (HearthRecord *event)
{
  return hearth_words_first_line (event, "text");
}

static char *
make_subtitle (HearthRecord *event)
{
  return hearth_words_of (event, "kind");
}

static void
validate (HearthRecord *event, const char *today, GPtrArray *problems)
{
  hearth_check_order (event, "occurred_at", "left_at", problems);
}

const HearthRecordType hearth_house_event_type = {
  .name = "house_event",
  .gtype_name = "HearthHouseEvent",
  .label = N_ ("Event"),
  .label_plural = N_ ("Events"),
  .label_new = N_ ("New event"),
  .icon_name = "view-list-bullet-symbolic",
  .owner = HEARTH_OWNER_RESIDENTS,
  .life_cycle = HEARTH_LIFE_SIGNED,
  .tier = HEARTH_TIER_CARE,
  .retention = HEARTH_RETAIN_FILE,
  .event_field = "occurred_at",
  .fields = fields,
  .n_fields = G_N_ELEMENTS (fields),
  .title = make_title,
  .subtitle = make_subtitle,
  .validate = validate,
};

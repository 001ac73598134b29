/* SPDX-License-Identifier: GPL-3.0-or-later
 * A handover: what one shift tells the next.
 */
#define G_LOG_DOMAIN "hearth-records"

#include "config.h"

#include "records/types.h"

#include "records/choices.h"
#include "records/hooks.h"

#include <glib/gi18n-lib.h>

static const HearthField fields[] = {
  { .name = "date",
    .label = N_ ("Date"),
    .section = N_ ("Handover"),
    .kind = HEARTH_FIELD_DATE,
    .required = true,
    .list_column = true,
    .printable = HEARTH_PRINT_HOUSE,
    .since = 4 },
  { .name = "shift",
    .label = N_ ("Shift"),
    .section = N_ ("Handover"),
    .kind = HEARTH_FIELD_CHOICE,
    .choices = hearth_choices_shift,
    .required = true,
    .list_column = true,
    .filter = true,
    .printable = HEARTH_PRINT_HOUSE,
    .since = 4 },

  { .name = "since", .label = N_ ("Tells what happened since"), .kind = HEARTH_FIELD_DATE_TIME, .since = 4 },
  { .name = "until", .label = N_ ("Tells what happened until"), .kind = HEARTH_FIELD_DATE_TIME, .since = 4 },
  { .name = "notes",
    .label = N_ ("What else the next shift must know"),
    .hint = N_ ("The rest is collected from what was written."),
    .section = N_ ("Handover"),
    .kind = HEARTH_FIELD_LONG_TEXT,
    .searchable = true,
    .printable = HEARTH_PRINT_HOUSE,
    .since = 4 },
};

static char *
make_title (HearthRecord *handover)
{
  return hearth_words_of (handover, "shift");
}

const HearthRecordType hearth_handover_type = {
  .name = "handover",
  .gtype_name = "HearthHandover",
  .label = N_ ("Handover"),
  .label_plural = N_ ("Handovers"),
  .label_new = N_ ("New handover"),
  .icon_name = "mail-forward-symbolic",
  .owner = HEARTH_OWNER_HOUSE,
  .life_cycle = HEARTH_LIFE_SIGNED,
  .tier = HEARTH_TIER_CARE,
  .retention = HEARTH_RETAIN_HOUSE,
  .event_field = "date",
  .fields = fields,
  .n_fields = G_N_ELEMENTS (fields),
  .title = make_title,
};

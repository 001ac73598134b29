/* SPDX-License-Identifier: GPL-3.0-or-later
 * Who must be told of what, and how soon: what this house has decided.
 */
#define G_LOG_DOMAIN "hearth-records"

#include "config.h"

#include "records/types.h"

#include "records/choices.h"
#include "records/hooks.h"

#include <glib/gi18n-lib.h>

static const HearthField fields[] = {
  { .name = "about",
    .label = N_ ("Of what"),
    .section = N_ ("Rule"),
    .kind = HEARTH_FIELD_CHOICE,
    .choices = hearth_choices_occasion,
    .required = true,
    .list_column = true,
    .filter = true,
    .printable = HEARTH_PRINT_HOUSE,
    .since = 4 },
  { .name = "severity",
    .label = N_ ("From severity"),
    .hint = N_ ("1 is small, 4 is grave. Empty: of every severity."),
    .section = N_ ("Rule"),
    .kind = HEARTH_FIELD_INTEGER,
    .minimum = 1,
    .maximum = 4,
    .list_column = true,
    .printable = HEARTH_PRINT_HOUSE,
    .since = 4 },
  { .name = "whom",
    .label = N_ ("Who must be told"),
    .section = N_ ("Rule"),
    .kind = HEARTH_FIELD_CHOICE,
    .choices = hearth_choices_whom,
    .required = true,
    .list_column = true,
    .printable = HEARTH_PRINT_HOUSE,
    .since = 4 },
  { .name = "hours",
    .label = N_ ("Within"),
    .hint = N_ ("0 means at once."),
    .section = N_ ("Rule"),
    .kind = HEARTH_FIELD_INTEGER,
    .unit = N_ ("hours"),
    .minimum = 0,
    .maximum = 720,
    .required = true,
    .list_column = true,
    .printable = HEARTH_PRINT_HOUSE,
    .since = 4 },
  { .name = "off",
    .label = N_ ("Nobody needs to be told"),
    .section = N_ ("Rule"),
    .kind = HEARTH_FIELD_YES_NO,
    .list_column = true,
    .printable = HEARTH_PRINT_HOUSE,
    .since = 4 },
};

static char *
make_title (HearthRecord *rule)
{
  return hearth_words_of (rule, "about");
}

static char *
make_subtitle (HearthRecord *rule)
{
  return hearth_words_of (rule, "whom");
}

const HearthRecordType hearth_notification_rule_type = {
  .name = "notification_rule",
  .gtype_name = "HearthNotificationRule",
  .label = N_ ("Rule on who is told"),
  .label_plural = N_ ("Rules on who is told"),
  .label_new = N_ ("New rule on who is told"),
  .icon_name = "preferences-system-notifications-symbolic",
  .owner = HEARTH_OWNER_HOUSE,
  .life_cycle = HEARTH_LIFE_EDITABLE,
  .tier = HEARTH_TIER_CARE,
  .retention = HEARTH_RETAIN_HOUSE,
  .fields = fields,
  .n_fields = G_N_ELEMENTS (fields),
  .title = make_title,
  .subtitle = make_subtitle,
};

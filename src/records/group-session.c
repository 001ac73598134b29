/* SPDX-License-Identifier: GPL-3.0-or-later
 * A session with a group: what it was about. Who took part, and how, stands in each resident’s own file.
 */
#define G_LOG_DOMAIN "hearth-records"

#include "config.h"

#include "records/types.h"

#include "core/problem.h"
#include "core/record.h"
#include "records/hooks.h"

#include <glib/gi18n-lib.h>

static const HearthField fields[] = {
  { .name = "date",
    .label = N_ ("Date"),
    .section = N_ ("Group session"),
    .kind = HEARTH_FIELD_DATE,
    .required = true,
    .past_only = true,
    .list_column = true,
    .since = 5 },
  { .name = "start",
    .label = N_ ("From"),
    .section = N_ ("Group session"),
    .kind = HEARTH_FIELD_TIME,
    .since = 5 },
  { .name = "end",
    .label = N_ ("Until"),
    .section = N_ ("Group session"),
    .kind = HEARTH_FIELD_TIME,
    .since = 5 },
  { .name = "topic",
    .label = N_ ("Topic"),
    .section = N_ ("Group session"),
    .kind = HEARTH_FIELD_TEXT,
    .max_length = 120,
    .required = true,
    .searchable = true,
    .list_column = true,
    .since = 5 },
  { .name = "unit",
    .label = N_ ("Unit of the course"),
    .section = N_ ("Group session"),
    .kind = HEARTH_FIELD_TEXT,
    .max_length = 80,
    .list_column = true,
    .since = 5 },
  { .name = "place",
    .label = N_ ("Place"),
    .section = N_ ("Group session"),
    .kind = HEARTH_FIELD_TEXT,
    .max_length = 120,
    .since = 5 },
  { .name = "leaders",
    .label = N_ ("Led by"),
    .section = N_ ("Group session"),
    .kind = HEARTH_FIELD_LINKS,
    .link_type = "account",
    .since = 5 },
  { .name = "done",
    .label = N_ ("What was done"),
    .hint = N_ ("What concerns one resident has its line below, in their own file."),
    .section = N_ ("Group session"),
    .kind = HEARTH_FIELD_LONG_TEXT,
    .searchable = true,
    .since = 5 },
};

static char *
make_title (HearthRecord *record)
{
  return g_strdup (hearth_record_get (record, "topic"));
}

static char *
make_subtitle (HearthRecord *record)
{
  return g_strdup (hearth_record_get (record, "unit"));
}

static void
validate (HearthRecord *record, const char *today, GPtrArray *problems)
{
  hearth_check_order (record, "start", "end", problems);
}

const HearthRecordType hearth_group_session_type = {
  .name = "group_session",
  .gtype_name = "HearthGroupSession",
  .label = N_ ("Group session"),
  .label_plural = N_ ("Group sessions"),
  .label_new = N_ ("New group session"),
  .icon_name = "system-users-symbolic",
  .owner = HEARTH_OWNER_HOUSE,
  .life_cycle = HEARTH_LIFE_EDITABLE,
  .tier = HEARTH_TIER_CLINICAL,
  .retention = HEARTH_RETAIN_HOUSE,
  .event_field = "date",
  .fields = fields,
  .n_fields = G_N_ELEMENTS (fields),
  .title = make_title,
  .subtitle = make_subtitle,
  .validate = validate,
};

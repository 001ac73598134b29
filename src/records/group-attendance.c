/* SPDX-License-Identifier: GPL-3.0-or-later
 * How one resident took part in a group session: a line.
 */
#define G_LOG_DOMAIN "hearth-records"

#include "config.h"

#include "records/types.h"

#include "core/record.h"
#include "records/hooks.h"

#include <glib/gi18n-lib.h>

static const HearthChoice parts[] = {
  { "attended", N_ ("Was there") },
  { "part", N_ ("For a part of it") },
  { "declined", N_ ("Did not want to") },
  { "absent", N_ ("Was not in the house") },
  { NULL },
};

static const HearthField fields[] = {
  { .name = "session",
    .label = N_ ("Session"),
    .section = N_ ("Group session"),
    .kind = HEARTH_FIELD_LINK,
    .link_type = "group_session",
    .required = true,
    .since = 5 },
  { .name = "date",
    .label = N_ ("Date"),
    .section = N_ ("Group session"),
    .kind = HEARTH_FIELD_DATE,
    .required = true,
    .list_column = true,
    .printable = HEARTH_PRINT_PROGRESS,
    .since = 5 },
  { .name = "topic",
    .label = N_ ("Topic"),
    .section = N_ ("Group session"),
    .kind = HEARTH_FIELD_TEXT,
    .max_length = 120,
    .required = true,
    .searchable = true,
    .list_column = true,
    .printable = HEARTH_PRINT_PROGRESS,
    .since = 5 },
  { .name = "part",
    .label = N_ ("Took part"),
    .section = N_ ("Group session"),
    .kind = HEARTH_FIELD_CHOICE,
    .choices = parts,
    .required = true,
    .list_column = true,
    .filter = true,
    .printable = HEARTH_PRINT_PROGRESS,
    .since = 5 },
  { .name = "line",
    .label = N_ ("A line for the file"),
    .section = N_ ("Group session"),
    .kind = HEARTH_FIELD_TEXT,
    .max_length = 300,
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
  return hearth_words_of (record, "part");
}

const HearthRecordType hearth_group_attendance_type = {
  .name = "group_attendance",
  .gtype_name = "HearthGroupAttendance",
  .label = N_ ("Group session"),
  .label_plural = N_ ("Group sessions"),
  .label_new = N_ ("New line of a group session"),
  .icon_name = "system-users-symbolic",
  .owner = HEARTH_OWNER_RESIDENT,
  .life_cycle = HEARTH_LIFE_EDITABLE,
  .tier = HEARTH_TIER_CLINICAL,
  .retention = HEARTH_RETAIN_FILE,
  .event_field = "date",
  .fields = fields,
  .n_fields = G_N_ELEMENTS (fields),
  .title = make_title,
  .subtitle = make_subtitle,
};

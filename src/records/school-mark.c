/* SPDX-License-Identifier: GPL-3.0-or-later
 * A mark or result, as the school gave it.
 */
#define G_LOG_DOMAIN "hearth-records"

#include "config.h"

#include "records/types.h"

#include "core/record.h"
#include "records/hooks.h"

#include <glib/gi18n-lib.h>

static const HearthField fields[] = {
  { .name = "enrolment",
    .label = N_ ("Place"),
    .section = N_ ("Mark"),
    .kind = HEARTH_FIELD_LINK,
    .link_type = "enrolment",
    .since = 5 },
  { .name = "date",
    .label = N_ ("Date"),
    .section = N_ ("Mark"),
    .kind = HEARTH_FIELD_DATE,
    .required = true,
    .past_only = true,
    .list_column = true,
    .printable = HEARTH_PRINT_PROGRESS,
    .since = 5 },
  { .name = "term",
    .label = N_ ("Term"),
    .section = N_ ("Mark"),
    .kind = HEARTH_FIELD_TEXT,
    .max_length = 40,
    .required = true,
    .list_column = true,
    .printable = HEARTH_PRINT_PROGRESS,
    .since = 5 },
  { .name = "school_subject",
    .label = N_ ("Subject"),
    .section = N_ ("Mark"),
    .kind = HEARTH_FIELD_TEXT,
    .max_length = 80,
    .required = true,
    .searchable = true,
    .list_column = true,
    .printable = HEARTH_PRINT_PROGRESS,
    .since = 5 },
  { .name = "mark",
    .label = N_ ("Mark"),
    .hint = N_ ("As the school writes it."),
    .section = N_ ("Mark"),
    .kind = HEARTH_FIELD_TEXT,
    .max_length = 20,
    .required = true,
    .list_column = true,
    .printable = HEARTH_PRINT_PROGRESS,
    .since = 5 },
  { .name = "percent",
    .label = N_ ("As a share of what is possible"),
    .hint = N_ ("Only where it can be told; charts are drawn of it."),
    .section = N_ ("Mark"),
    .kind = HEARTH_FIELD_INTEGER,
    .unit = N_ ("%"),
    .minimum = 0,
    .maximum = 100,
    .list_column = true,
    .printable = HEARTH_PRINT_PROGRESS,
    .since = 5 },
  { .name = "exam",
    .label = N_ ("In an exam"),
    .section = N_ ("Mark"),
    .kind = HEARTH_FIELD_YES_NO,
    .printable = HEARTH_PRINT_PROGRESS,
    .since = 5 },
  { .name = "comment",
    .label = N_ ("What the teacher says"),
    .section = N_ ("Mark"),
    .kind = HEARTH_FIELD_LONG_TEXT,
    .searchable = true,
    .printable = HEARTH_PRINT_PROGRESS,
    .since = 5 },
};

static char *
make_title (HearthRecord *record)
{
  return g_strdup (hearth_record_get (record, "school_subject"));
}

static char *
make_subtitle (HearthRecord *record)
{
  return hearth_words_pair (record, "mark", "term");
}

const HearthRecordType hearth_school_mark_type = {
  .name = "school_mark",
  .gtype_name = "HearthSchoolMark",
  .label = N_ ("Mark"),
  .label_plural = N_ ("Marks"),
  .label_new = N_ ("New mark"),
  .icon_name = "hearth-certificate-symbolic",
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

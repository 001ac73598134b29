/* SPDX-License-Identifier: GPL-3.0-or-later
 * Whether a resident was at school or training on one day.
 */
#define G_LOG_DOMAIN "hearth-records"

#include "config.h"

#include "records/types.h"

#include "core/record.h"
#include "records/hooks.h"

#include <glib/gi18n-lib.h>

static const HearthChoice states[] = {
  { "present", N_ ("Was there") },
  { "late", N_ ("Came late") },
  { "part", N_ ("For a part of the day") },
  { "excused", N_ ("Away, excused") },
  { "absent", N_ ("Away") },
  { "closed", N_ ("No lessons") },
  { NULL },
};

static const HearthChoice reasons[] = {
  { "ill", N_ ("Ill") },
  { "appointment", N_ ("Appointment") },
  { "court", N_ ("Court or police") },
  { "leave", N_ ("On leave") },
  { "transport", N_ ("No transport") },
  { "did_not_want", N_ ("Did not want to") },
  { "safety", N_ ("Not safe") },
  { "other", N_ ("Other") },
  { NULL },
};

static const HearthField fields[] = {
  { .name = "enrolment",
    .label = N_ ("Place"),
    .section = N_ ("Attendance"),
    .kind = HEARTH_FIELD_LINK,
    .link_type = "enrolment",
    .required = true,
    .since = 5 },
  { .name = "date",
    .label = N_ ("Date"),
    .section = N_ ("Attendance"),
    .kind = HEARTH_FIELD_DATE,
    .required = true,
    .past_only = true,
    .list_column = true,
    .printable = HEARTH_PRINT_PROGRESS,
    .since = 5 },
  { .name = "was_there",
    .label = N_ ("Was there"),
    .section = N_ ("Attendance"),
    .kind = HEARTH_FIELD_CHOICE,
    .choices = states,
    .required = true,
    .list_column = true,
    .filter = true,
    .printable = HEARTH_PRINT_PROGRESS,
    .since = 5 },
  { .name = "reason",
    .label = N_ ("Why away"),
    .section = N_ ("Attendance"),
    .kind = HEARTH_FIELD_CHOICE,
    .choices = reasons,
    .list_column = true,
    .filter = true,
    .printable = HEARTH_PRINT_PROGRESS,
    .since = 5 },
  { .name = "note",
    .label = N_ ("Note"),
    .section = N_ ("Attendance"),
    .kind = HEARTH_FIELD_TEXT,
    .max_length = 200,
    .since = 5 },
};

static char *
make_title (HearthRecord *record)
{
  return hearth_words_of (record, "was_there");
}

static char *
make_subtitle (HearthRecord *record)
{
  return hearth_words_of (record, "reason");
}

const HearthRecordType hearth_attendance_type = {
  .name = "attendance",
  .gtype_name = "HearthAttendance",
  .label = N_ ("Attendance"),
  .label_plural = N_ ("Attendance"),
  .label_new = N_ ("New day of attendance"),
  .icon_name = "hearth-education-symbolic",
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

/* SPDX-License-Identifier: GPL-3.0-or-later
 * An appointment with somebody who cares for health, and what came of it. The house knows when and with whom to go.
 */
#define G_LOG_DOMAIN "hearth-records"

#include "config.h"

#include "records/types.h"

#include "core/problem.h"
#include "core/record.h"
#include "records/hooks.h"

#include <glib/gi18n-lib.h>

static const HearthChoice kinds[] = {
  { "doctor", N_ ("Doctor") },
  { "dentist", N_ ("Dentist") },
  { "eyes", N_ ("Eyes") },
  { "hospital", N_ ("Hospital") },
  { "test", N_ ("Test") },
  { "mind", N_ ("Mental health") },
  { "vaccination", N_ ("Vaccination") },
  { "therapy", N_ ("Therapy") },
  { "other", N_ ("Other") },
  { NULL },
};

static const HearthChoice states[] = {
  { "planned", N_ ("Planned") },
  { "attended", N_ ("Took place") },
  { "declined", N_ ("The resident did not want to go") },
  { "missed", N_ ("Did not take place") },
  { "cancelled", N_ ("Cancelled") },
  { NULL },
};

static const HearthField fields[] = {
  { .name = "at",
    .label = N_ ("When"),
    .section = N_ ("Appointment"),
    .kind = HEARTH_FIELD_DATE_TIME,
    .required = true,
    .list_column = true,
    .printable = HEARTH_PRINT_PROGRESS,
    .since = 5 },
  { .name = "kind",
    .label = N_ ("Kind"),
    .section = N_ ("Appointment"),
    .kind = HEARTH_FIELD_CHOICE,
    .choices = kinds,
    .required = true,
    .list_column = true,
    .filter = true,
    .printable = HEARTH_PRINT_PROGRESS,
    .since = 5 },
  { .name = "where_to",
    .label = N_ ("Where"),
    .section = N_ ("Appointment"),
    .kind = HEARTH_FIELD_TEXT,
    .max_length = 160,
    .since = 5 },
  { .name = "with_whom",
    .label = N_ ("Who"),
    .section = N_ ("Appointment"),
    .kind = HEARTH_FIELD_TEXT,
    .max_length = 120,
    .since = 5 },
  { .name = "reason",
    .label = N_ ("What for"),
    .section = N_ ("Appointment"),
    .kind = HEARTH_FIELD_TEXT,
    .max_length = 200,
    .searchable = true,
    .sensitive = true,
    .tier = HEARTH_TIER_CLINICAL,
    .printable = HEARTH_PRINT_PROGRESS,
    .since = 5 },
  { .name = "status",
    .label = N_ ("How it stands"),
    .section = N_ ("Appointment"),
    .kind = HEARTH_FIELD_CHOICE,
    .choices = states,
    .required = true,
    .list_column = true,
    .filter = true,
    .printable = HEARTH_PRINT_PROGRESS,
    .since = 5 },
  { .name = "wish",
    .label = N_ ("What the resident says to it"),
    .section = N_ ("Appointment"),
    .kind = HEARTH_FIELD_LONG_TEXT,
    .own_words = true,
    .searchable = true,
    .since = 5 },
  { .name = "escort",
    .label = N_ ("Who goes along"),
    .section = N_ ("Appointment"),
    .kind = HEARTH_FIELD_LINKS,
    .link_type = "account",
    .since = 5 },
  { .name = "transport",
    .label = N_ ("How to get there"),
    .section = N_ ("Appointment"),
    .kind = HEARTH_FIELD_TEXT,
    .max_length = 160,
    .since = 5 },
  { .name = "bring",
    .label = N_ ("To take along"),
    .section = N_ ("Appointment"),
    .kind = HEARTH_FIELD_TEXT,
    .max_length = 200,
    .since = 5 },

  { .name = "result",
    .label = N_ ("Result"),
    .section = N_ ("What came of it"),
    .kind = HEARTH_FIELD_LONG_TEXT,
    .searchable = true,
    .tier = HEARTH_TIER_CLINICAL,
    .printable = HEARTH_PRINT_PROGRESS,
    .since = 5 },
  { .name = "result_on",
    .label = N_ ("Result came on"),
    .section = N_ ("What came of it"),
    .kind = HEARTH_FIELD_DATE,
    .past_only = true,
    .tier = HEARTH_TIER_CLINICAL,
    .printable = HEARTH_PRINT_PROGRESS,
    .since = 5 },
  { .name = "sealed",
    .label = N_ ("Only for those who care for health"),
    .hint = N_ ("Such as results of blood tests."),
    .section = N_ ("What came of it"),
    .kind = HEARTH_FIELD_SEALED,
    .sensitive = true,
    .tier = HEARTH_TIER_SEALED,
    .compartment = "medical",
    .since = 5 },
  { .name = "told_on",
    .label = N_ ("The resident was told on"),
    .section = N_ ("What came of it"),
    .kind = HEARTH_FIELD_DATE,
    .past_only = true,
    .tier = HEARTH_TIER_CLINICAL,
    .printable = HEARTH_PRINT_PROGRESS,
    .since = 5 },
  { .name = "told_by",
    .label = N_ ("By whom, and how"),
    .section = N_ ("What came of it"),
    .kind = HEARTH_FIELD_TEXT,
    .max_length = 120,
    .tier = HEARTH_TIER_CLINICAL,
    .since = 5 },
  { .name = "waits",
    .label = N_ ("A result is awaited"),
    .section = N_ ("What came of it"),
    .kind = HEARTH_FIELD_YES_NO,
    .filter = true,
    .tier = HEARTH_TIER_CLINICAL,
    .printable = HEARTH_PRINT_PROGRESS,
    .since = 5 },
  { .name = "follow_up",
    .label = N_ ("What follows"),
    .section = N_ ("What came of it"),
    .kind = HEARTH_FIELD_LONG_TEXT,
    .tier = HEARTH_TIER_CLINICAL,
    .printable = HEARTH_PRINT_PROGRESS,
    .since = 5 },
  { .name = "next_on",
    .label = N_ ("Next appointment"),
    .section = N_ ("What came of it"),
    .kind = HEARTH_FIELD_DATE,
    .tier = HEARTH_TIER_CLINICAL,
    .printable = HEARTH_PRINT_PROGRESS,
    .since = 5 },
};

static char *
make_title (HearthRecord *record)
{
  return hearth_words_of (record, "kind");
}

static char *
make_subtitle (HearthRecord *record)
{
  return hearth_words_pair (record, "status", "where_to");
}

static void
validate (HearthRecord *record, const char *today, GPtrArray *problems)
{
  hearth_check_order (record, "result_on", "told_on", problems);
  hearth_check_order (record, "at", "next_on", problems);
}

const HearthRecordType hearth_appointment_type = {
  .name = "appointment",
  .gtype_name = "HearthAppointment",
  .label = N_ ("Appointment"),
  .label_plural = N_ ("Appointments"),
  .label_new = N_ ("New appointment"),
  .icon_name = "x-office-calendar-symbolic",
  .owner = HEARTH_OWNER_RESIDENT,
  .life_cycle = HEARTH_LIFE_EDITABLE,
  .tier = HEARTH_TIER_CARE,
  .retention = HEARTH_RETAIN_FILE,
  .event_field = "at",
  .fields = fields,
  .n_fields = G_N_ELEMENTS (fields),
  .title = make_title,
  .subtitle = make_subtitle,
  .validate = validate,
};

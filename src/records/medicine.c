/* SPDX-License-Identifier: GPL-3.0-or-later
 * A medicine, how much of it and when, in words. Giving it is written down elsewhere.
 */
#define G_LOG_DOMAIN "hearth-records"

#include "config.h"

#include "records/types.h"

#include "core/problem.h"
#include "core/record.h"
#include "records/hooks.h"

#include <glib/gi18n-lib.h>

static const HearthChoice routes[] = {
  { "mouth", N_ ("By mouth") },        { "skin", N_ ("On the skin") },
  { "eye", N_ ("Into the eye") },      { "ear", N_ ("Into the ear") },
  { "breathe", N_ ("To breathe in") }, { "injection", N_ ("Injection") },
  { "other", N_ ("Other") },           { NULL },
};

static const HearthChoice keepers[] = {
  { "cupboard", N_ ("Medicine cupboard") },
  { "fridge", N_ ("Refrigerator") },
  { "locked", N_ ("Locked, counted") },
  { "resident", N_ ("The resident") },
  { NULL },
};

static const HearthField fields[] = {
  { .name = "medicine",
    .label = N_ ("Medicine"),
    .section = N_ ("Medicine"),
    .kind = HEARTH_FIELD_TEXT,
    .max_length = 120,
    .required = true,
    .searchable = true,
    .list_column = true,
    .printable = HEARTH_PRINT_PROGRESS,
    .since = 5 },
  { .name = "strength",
    .label = N_ ("Strength and form"),
    .hint = N_ ("Such as 250 mg tablet."),
    .section = N_ ("Medicine"),
    .kind = HEARTH_FIELD_TEXT,
    .max_length = 80,
    .printable = HEARTH_PRINT_PROGRESS,
    .since = 5 },
  { .name = "dose",
    .label = N_ ("How much at a time"),
    .section = N_ ("Medicine"),
    .kind = HEARTH_FIELD_TEXT,
    .max_length = 80,
    .required = true,
    .printable = HEARTH_PRINT_PROGRESS,
    .since = 5 },
  { .name = "schedule",
    .label = N_ ("When"),
    .hint = N_ ("In words: one in the morning and one in the evening, with food."),
    .section = N_ ("Medicine"),
    .kind = HEARTH_FIELD_TEXT,
    .max_length = 160,
    .required = true,
    .list_column = true,
    .printable = HEARTH_PRINT_PROGRESS,
    .since = 5 },
  { .name = "route",
    .label = N_ ("How"),
    .section = N_ ("Medicine"),
    .kind = HEARTH_FIELD_CHOICE,
    .choices = routes,
    .printable = HEARTH_PRINT_PROGRESS,
    .since = 5 },
  { .name = "as_needed",
    .label = N_ ("Only when needed"),
    .section = N_ ("Medicine"),
    .kind = HEARTH_FIELD_YES_NO,
    .printable = HEARTH_PRINT_PROGRESS,
    .since = 5 },
  { .name = "most",
    .label = N_ ("At most"),
    .hint = N_ ("In 24 hours."),
    .section = N_ ("Medicine"),
    .kind = HEARTH_FIELD_TEXT,
    .max_length = 80,
    .printable = HEARTH_PRINT_PROGRESS,
    .since = 5 },
  { .name = "reason",
    .label = N_ ("What for"),
    .section = N_ ("Medicine"),
    .kind = HEARTH_FIELD_TEXT,
    .max_length = 160,
    .searchable = true,
    .sensitive = true,
    .printable = HEARTH_PRINT_PROGRESS,
    .since = 5 },
  { .name = "prescribed_by",
    .label = N_ ("Prescribed by"),
    .section = N_ ("Medicine"),
    .kind = HEARTH_FIELD_TEXT,
    .max_length = 120,
    .expected = true,
    .since = 5 },
  { .name = "start",
    .label = N_ ("From"),
    .section = N_ ("Medicine"),
    .kind = HEARTH_FIELD_DATE,
    .required = true,
    .list_column = true,
    .printable = HEARTH_PRINT_PROGRESS,
    .since = 5 },
  { .name = "until",
    .label = N_ ("Until"),
    .section = N_ ("Medicine"),
    .kind = HEARTH_FIELD_DATE,
    .list_column = true,
    .printable = HEARTH_PRINT_PROGRESS,
    .since = 5 },
  { .name = "kept",
    .label = N_ ("Where it is kept"),
    .section = N_ ("Medicine"),
    .kind = HEARTH_FIELD_CHOICE,
    .choices = keepers,
    .since = 5 },
  { .name = "stopped_why",
    .label = N_ ("Why it was stopped"),
    .section = N_ ("Medicine"),
    .kind = HEARTH_FIELD_TEXT,
    .max_length = 200,
    .printable = HEARTH_PRINT_PROGRESS,
    .since = 5 },
  { .name = "note",
    .label = N_ ("Note"),
    .section = N_ ("Medicine"),
    .kind = HEARTH_FIELD_LONG_TEXT,
    .searchable = true,
    .since = 5 },
  { .name = "sealed",
    .label = N_ ("Only for those who care for health"),
    .section = N_ ("Medicine"),
    .kind = HEARTH_FIELD_SEALED,
    .sensitive = true,
    .tier = HEARTH_TIER_SEALED,
    .compartment = "medical",
    .since = 5 },
};

static char *
make_title (HearthRecord *record)
{
  return g_strdup (hearth_record_get (record, "medicine"));
}

static char *
make_subtitle (HearthRecord *record)
{
  return hearth_words_pair (record, "dose", "schedule");
}

static void
validate (HearthRecord *record, const char *today, GPtrArray *problems)
{
  hearth_check_order (record, "start", "until", problems);
}

const HearthRecordType hearth_medicine_type = {
  .name = "medicine",
  .gtype_name = "HearthMedicine",
  .label = N_ ("Medicine"),
  .label_plural = N_ ("Medicines"),
  .label_new = N_ ("New medicine"),
  .icon_name = "hearth-medicine-symbolic",
  .owner = HEARTH_OWNER_RESIDENT,
  .life_cycle = HEARTH_LIFE_EDITABLE,
  .tier = HEARTH_TIER_CLINICAL,
  .retention = HEARTH_RETAIN_FILE,
  .event_field = "start",
  .fields = fields,
  .n_fields = G_N_ELEMENTS (fields),
  .title = make_title,
  .subtitle = make_subtitle,
  .validate = validate,
};

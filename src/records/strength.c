/* SPDX-License-Identifier: GPL-3.0-or-later
 * Something a resident can do, loves, or can lean on.
 */
#define G_LOG_DOMAIN "hearth-records"

#include "config.h"

#include "records/types.h"

#include "core/record.h"
#include "records/hooks.h"

#include <glib/gi18n-lib.h>

static const HearthChoice kinds[] = {
  { "skill", N_ ("Can do") },
  { "interest", N_ ("Loves to do") },
  { "person", N_ ("A person to lean on") },
  { "faith", N_ ("Faith or belief") },
  { "quality", N_ ("A good quality") },
  { "achievement", N_ ("Managed") },
  { "other", N_ ("Other") },
  { NULL },
};

static const HearthField fields[] = {
  { .name = "date",
    .label = N_ ("Noticed on"),
    .section = N_ ("Strength"),
    .kind = HEARTH_FIELD_DATE,
    .required = true,
    .past_only = true,
    .list_column = true,
    .printable = HEARTH_PRINT_PROGRESS | HEARTH_PRINT_COURT,
    .since = 5 },
  { .name = "kind",
    .label = N_ ("Kind"),
    .section = N_ ("Strength"),
    .kind = HEARTH_FIELD_CHOICE,
    .choices = kinds,
    .required = true,
    .list_column = true,
    .filter = true,
    .printable = HEARTH_PRINT_PROGRESS | HEARTH_PRINT_COURT,
    .since = 5 },
  { .name = "text",
    .label = N_ ("What it is"),
    .section = N_ ("Strength"),
    .kind = HEARTH_FIELD_TEXT,
    .max_length = 200,
    .required = true,
    .searchable = true,
    .list_column = true,
    .printable = HEARTH_PRINT_PROGRESS | HEARTH_PRINT_COURT,
    .since = 5 },
  { .name = "said",
    .label = N_ ("In the resident’s own words"),
    .section = N_ ("Strength"),
    .kind = HEARTH_FIELD_LONG_TEXT,
    .own_words = true,
    .searchable = true,
    .printable = HEARTH_PRINT_PROGRESS | HEARTH_PRINT_COURT,
    .since = 5 },
};

static char *
make_title (HearthRecord *record)
{
  return g_strdup (hearth_record_get (record, "text"));
}

static char *
make_subtitle (HearthRecord *record)
{
  return hearth_words_of (record, "kind");
}

const HearthRecordType hearth_strength_type = {
  .name = "strength",
  .gtype_name = "HearthStrength",
  .label = N_ ("Strength"),
  .label_plural = N_ ("Strengths"),
  .label_new = N_ ("New strength"),
  .icon_name = "starred-symbolic",
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

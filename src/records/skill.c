/* SPDX-License-Identifier: GPL-3.0-or-later
 * A skill for life or work, and how far it has come.
 */
#define G_LOG_DOMAIN "hearth-records"

#include "config.h"

#include "records/types.h"

#include "core/record.h"
#include "records/hooks.h"

#include <glib/gi18n-lib.h>

static const HearthChoice areas[] = {
  { "money", N_ ("Money") },
  { "rights", N_ ("Rights and papers") },
  { "health", N_ ("Health") },
  { "cooking", N_ ("Cooking and house") },
  { "transport", N_ ("Getting around") },
  { "online", N_ ("Phone and online") },
  { "relationships", N_ ("Relations and consent") },
  { "job", N_ ("Finding work") },
  { "housing", N_ ("Housing") },
  { "parenting", N_ ("Caring for a child") },
  { "trade", N_ ("A trade") },
  { "other", N_ ("Other") },
  { NULL },
};

static const HearthChoice levels[] = {
  { "not_started", N_ ("Not begun") },
  { "learning", N_ ("Learning") },
  { "with_help", N_ ("Does it with help") },
  { "alone", N_ ("Does it alone") },
  { NULL },
};

static const HearthField fields[] = {
  { .name = "area",
    .label = N_ ("Area"),
    .section = N_ ("Skill"),
    .kind = HEARTH_FIELD_CHOICE,
    .choices = areas,
    .required = true,
    .list_column = true,
    .filter = true,
    .printable = HEARTH_PRINT_PROGRESS,
    .since = 5 },
  { .name = "skill",
    .label = N_ ("Skill"),
    .section = N_ ("Skill"),
    .kind = HEARTH_FIELD_TEXT,
    .max_length = 120,
    .required = true,
    .searchable = true,
    .list_column = true,
    .printable = HEARTH_PRINT_PROGRESS,
    .since = 5 },
  { .name = "level",
    .label = N_ ("How far"),
    .section = N_ ("Skill"),
    .kind = HEARTH_FIELD_CHOICE,
    .choices = levels,
    .required = true,
    .list_column = true,
    .filter = true,
    .printable = HEARTH_PRINT_PROGRESS,
    .since = 5 },
  { .name = "date",
    .label = N_ ("Date"),
    .section = N_ ("Skill"),
    .kind = HEARTH_FIELD_DATE,
    .required = true,
    .past_only = true,
    .list_column = true,
    .printable = HEARTH_PRINT_PROGRESS,
    .since = 5 },
  { .name = "evidence",
    .label = N_ ("What shows it"),
    .section = N_ ("Skill"),
    .kind = HEARTH_FIELD_LONG_TEXT,
    .searchable = true,
    .printable = HEARTH_PRINT_PROGRESS,
    .since = 5 },
  { .name = "assessor",
    .label = N_ ("Seen by"),
    .section = N_ ("Skill"),
    .kind = HEARTH_FIELD_LINK,
    .link_type = "account",
    .since = 5 },
};

static char *
make_title (HearthRecord *record)
{
  return g_strdup (hearth_record_get (record, "skill"));
}

static char *
make_subtitle (HearthRecord *record)
{
  return hearth_words_of (record, "level");
}

const HearthRecordType hearth_skill_type = {
  .name = "skill",
  .gtype_name = "HearthSkill",
  .label = N_ ("Skill"),
  .label_plural = N_ ("Skills"),
  .label_new = N_ ("New skill"),
  .icon_name = "hearth-training-symbolic",
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

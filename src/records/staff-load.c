/* SPDX-License-Identifier: GPL-3.0-or-later
 * What somebody who works here carried, for their own eyes and the director’s.
 */
#define G_LOG_DOMAIN "hearth-records"

#include "config.h"

#include "records/types.h"

#include "records/hooks.h"

#include <glib/gi18n-lib.h>

static const HearthChoice kinds[] = {
  { "incident", N_ ("An incident") },
  { "disclosure", N_ ("A resident told of what happened") },
  { "court", N_ ("Court") },
  { "records", N_ ("Reading or writing of it") },
  { "night_crisis", N_ ("A hard night") },
  { "death", N_ ("A death") },
  { "other", N_ ("Something else") },
  { NULL },
};

static const HearthChoice debriefs[] = {
  { "offered", N_ ("Offered") },       { "taken", N_ ("Taken") },
  { "declined", N_ ("Not wanted") },   { "not_offered", N_ ("Not offered") },
  { "not_needed", N_ ("Not needed") }, { NULL },
};

static const HearthField fields[] = {
  { .name = "date",
    .label = N_ ("Date"),
    .section = N_ ("What I carried"),
    .kind = HEARTH_FIELD_DATE,
    .required = true,
    .list_column = true,
    .past_only = true,
    .since = 4 },
  { .name = "hours",
    .label = N_ ("Hours"),
    .section = N_ ("What I carried"),
    .kind = HEARTH_FIELD_DECIMAL,
    .unit = N_ ("hours"),
    .minimum = 0.5,
    .maximum = 24,
    .digits = 1,
    .required = true,
    .list_column = true,
    .since = 4 },
  { .name = "kind",
    .label = N_ ("With what"),
    .section = N_ ("What I carried"),
    .kind = HEARTH_FIELD_CHOICE,
    .choices = kinds,
    .required = true,
    .list_column = true,
    .filter = true,
    .since = 4 },
  { .name = "debrief",
    .label = N_ ("A talk afterwards"),
    .section = N_ ("What I carried"),
    .kind = HEARTH_FIELD_CHOICE,
    .choices = debriefs,
    .required = true,
    .list_column = true,
    .filter = true,
    .since = 4 },
  { .name = "debrief_on",
    .label = N_ ("Talk on"),
    .section = N_ ("What I carried"),
    .kind = HEARTH_FIELD_DATE,
    .since = 4 },
  { .name = "debrief_with",
    .label = N_ ("With"),
    .section = N_ ("What I carried"),
    .kind = HEARTH_FIELD_TEXT,
    .since = 4 },
  { .name = "note",
    .label = N_ ("Note"),
    .hint = N_ ("For you. You and the director can read it. No names, nothing of the case."),
    .section = N_ ("What I carried"),
    .kind = HEARTH_FIELD_LONG_TEXT,
    .since = 4 },
};

static char *
make_title (HearthRecord *load)
{
  return hearth_words_of (load, "kind");
}

static char *
make_subtitle (HearthRecord *load)
{
  return hearth_words_pair (load, "hours", "debrief");
}

const HearthRecordType hearth_staff_load_type = {
  .name = "staff_load",
  .gtype_name = "HearthStaffLoad",
  .label = N_ ("What I carried"),
  .label_plural = N_ ("What I carried"),
  .label_new = N_ ("New entry about what I carried"),
  .icon_name = "emote-love-symbolic",
  .owner = HEARTH_OWNER_HOUSE,
  .life_cycle = HEARTH_LIFE_EDITABLE,
  .tier = HEARTH_TIER_CARE,
  .retention = HEARTH_RETAIN_STAFF,
  .personal = true,
  .overseen = true,
  .event_field = "date",
  .fields = fields,
  .n_fields = G_N_ELEMENTS (fields),
  .title = make_title,
  .subtitle = make_subtitle,
};

/* SPDX-License-Identifier: GPL-3.0-or-later
 * A concern about somebody who works here: anybody may write it, only those who hold the key read it.
 */
#define G_LOG_DOMAIN "hearth-records"

#include "config.h"

#include "records/types.h"

#include "records/hooks.h"

#include <glib/gi18n-lib.h>

static const HearthField fields[] = {
  { .name = "noticed_on",
    .label = N_ ("Noticed on"),
    .section = N_ ("Concern"),
    .kind = HEARTH_FIELD_DATE,
    .required = true,
    .list_column = true,
    .past_only = true,
    .since = 4 },
  { .name = "residents",
    .label = N_ ("Residents it is about"),
    .section = N_ ("Concern"),
    .kind = HEARTH_FIELD_LINKS,
    .link_type = "resident",
    .since = 4 },
  { .name = "told",
    .label = N_ ("What was said or seen"),
    .hint = N_ ("In the order you heard it. You need no proof: you only pass it on."),
    .section = N_ ("Concern"),
    .kind = HEARTH_FIELD_SEALED,
    .required = true,
    .letterbox = true,
    .tier = HEARTH_TIER_SEALED,
    .compartment = "safeguarding",
    .since = 4 },
  { .name = "said",
    .label = N_ ("Said by the resident, in own words"),
    .section = N_ ("Concern"),
    .kind = HEARTH_FIELD_SEALED,
    .own_words = true,
    .letterbox = true,
    .tier = HEARTH_TIER_SEALED,
    .compartment = "safeguarding",
    .since = 4 },
  { .name = "about",
    .label = N_ ("Who it is about"),
    .section = N_ ("Concern"),
    .kind = HEARTH_FIELD_SEALED,
    .letterbox = true,
    .tier = HEARTH_TIER_SEALED,
    .compartment = "safeguarding",
    .since = 4 },
  { .name = "done",
    .label = N_ ("What was done to keep the resident safe"),
    .section = N_ ("Concern"),
    .kind = HEARTH_FIELD_SEALED,
    .letterbox = true,
    .tier = HEARTH_TIER_SEALED,
    .compartment = "safeguarding",
    .since = 4 },
  { .name = "kept_from",
    .label = N_ ("Keep this from"),
    .hint = N_ ("Leave this empty unless one of those who read this is the person it is about."),
    .section = N_ ("Concern"),
    .kind = HEARTH_FIELD_LINKS,
    .link_type = "account",
    .since = 4 },

  { .name = "steps",
    .label = N_ ("Steps taken"),
    .section = N_ ("What follows"),
    .kind = HEARTH_FIELD_SEALED,
    .tier = HEARTH_TIER_SEALED,
    .compartment = "safeguarding",
    .since = 4 },
  { .name = "told_outside",
    .label = N_ ("Told an authority on"),
    .section = N_ ("What follows"),
    .kind = HEARTH_FIELD_DATE,
    .past_only = true,
    .since = 4 },
  { .name = "outside",
    .label = N_ ("Authority and number"),
    .section = N_ ("What follows"),
    .kind = HEARTH_FIELD_SEALED,
    .tier = HEARTH_TIER_SEALED,
    .compartment = "safeguarding",
    .since = 4 },
  { .name = "outcome",
    .label = N_ ("Outcome"),
    .section = N_ ("What follows"),
    .kind = HEARTH_FIELD_SEALED,
    .tier = HEARTH_TIER_SEALED,
    .compartment = "safeguarding",
    .since = 4 },
  { .name = "closed_on",
    .label = N_ ("Closed on"),
    .section = N_ ("What follows"),
    .kind = HEARTH_FIELD_DATE,
    .list_column = true,
    .past_only = true,
    .since = 4 },
};

static char *
make_title (HearthRecord *allegation)
{
  g_autofree char *day = hearth_words_of (allegation, "noticed_on");

  /* Translators: a date */
  return g_strdup_printf (_ ("Concern of %s"), day);
}

static void
validate (HearthRecord *allegation, const char *today, GPtrArray *problems)
{
  hearth_check_order (allegation, "noticed_on", "closed_on", problems);
}

const HearthRecordType hearth_allegation_type = {
  .name = "allegation",
  .gtype_name = "HearthAllegation",
  .label = N_ ("Concern about somebody who works here"),
  .label_plural = N_ ("Concerns about somebody who works here"),
  .label_new = N_ ("New concern about somebody who works here"),
  .icon_name = "hearth-safeguarding-symbolic",
  .owner = HEARTH_OWNER_RESIDENTS,
  .life_cycle = HEARTH_LIFE_EDITABLE,
  .tier = HEARTH_TIER_CASE,
  .retention = HEARTH_RETAIN_FILE,
  .hidden_from = "kept_from",
  .event_field = "noticed_on",
  .fields = fields,
  .n_fields = G_N_ELEMENTS (fields),
  .title = make_title,
  .validate = validate,
};

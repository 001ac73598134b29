/* SPDX-License-Identifier: GPL-3.0-or-later
 * What a resident must not come into contact with. Everybody in the house knows it.
 */
#define G_LOG_DOMAIN "hearth-records"

#include "config.h"

#include "records/types.h"

#include "core/problem.h"
#include "core/record.h"
#include "records/hooks.h"

#include <glib/gi18n-lib.h>

static const HearthChoice kinds[] = {
  { "medicine", N_ ("Medicine") },    { "food", N_ ("Food") },   { "insect", N_ ("Insects") },
  { "contact", N_ ("Touch or air") }, { "other", N_ ("Other") }, { NULL },
};

static const HearthChoice grades[] = {
  { "grave", N_ ("Grave: call for help at once") },
  { "moderate", N_ ("Needs treatment") },
  { "mild", N_ ("Unpleasant") },
  { "not_known", N_ ("Not known") },
  { NULL },
};

static const HearthChoice sources[] = {
  { "told", N_ ("Told by the resident") },  { "family", N_ ("Told by the family") },
  { "document", N_ ("Stands in a paper") }, { "tested", N_ ("Tested") },
  { "seen", N_ ("Seen in this house") },    { NULL },
};

static const HearthField fields[] = {
  { .name = "substance",
    .label = N_ ("Against what"),
    .section = N_ ("Allergy"),
    .kind = HEARTH_FIELD_TEXT,
    .max_length = 80,
    .required = true,
    .searchable = true,
    .list_column = true,
    .printable = HEARTH_PRINT_PROGRESS | HEARTH_PRINT_COURT | HEARTH_PRINT_HOUSE,
    .since = 5 },
  { .name = "kind",
    .label = N_ ("Kind"),
    .section = N_ ("Allergy"),
    .kind = HEARTH_FIELD_CHOICE,
    .choices = kinds,
    .required = true,
    .list_column = true,
    .filter = true,
    .printable = HEARTH_PRINT_PROGRESS | HEARTH_PRINT_COURT | HEARTH_PRINT_HOUSE,
    .since = 5 },
  { .name = "severity",
    .label = N_ ("How grave"),
    .section = N_ ("Allergy"),
    .kind = HEARTH_FIELD_CHOICE,
    .choices = grades,
    .required = true,
    .list_column = true,
    .filter = true,
    .printable = HEARTH_PRINT_PROGRESS | HEARTH_PRINT_COURT | HEARTH_PRINT_HOUSE,
    .since = 5 },
  { .name = "reaction",
    .label = N_ ("What happens"),
    .section = N_ ("Allergy"),
    .kind = HEARTH_FIELD_TEXT,
    .max_length = 200,
    .printable = HEARTH_PRINT_PROGRESS | HEARTH_PRINT_HOUSE,
    .since = 5 },
  { .name = "action",
    .label = N_ ("What to do"),
    .section = N_ ("Allergy"),
    .kind = HEARTH_FIELD_LONG_TEXT,
    .printable = HEARTH_PRINT_PROGRESS | HEARTH_PRINT_HOUSE,
    .since = 5 },
  { .name = "source",
    .label = N_ ("How it is known"),
    .section = N_ ("Allergy"),
    .kind = HEARTH_FIELD_CHOICE,
    .choices = sources,
    .printable = HEARTH_PRINT_PROGRESS | HEARTH_PRINT_HOUSE,
    .since = 5 },
  { .name = "noted_on",
    .label = N_ ("Written down on"),
    .section = N_ ("Allergy"),
    .kind = HEARTH_FIELD_DATE,
    .required = true,
    .past_only = true,
    .list_column = true,
    .printable = HEARTH_PRINT_PROGRESS | HEARTH_PRINT_HOUSE,
    .since = 5 },
  { .name = "ended_on",
    .label = N_ ("No longer since"),
    .section = N_ ("Allergy"),
    .kind = HEARTH_FIELD_DATE,
    .past_only = true,
    .since = 5 },
};

static char *
make_title (HearthRecord *record)
{
  /* “Penicillin” alone could be read as a medicine to give. */
  /* Translators: what somebody is allergic to */
  return g_strdup_printf (_ ("Allergy: %s"), hearth_record_get (record, "substance"));
}

static char *
make_subtitle (HearthRecord *record)
{
  return hearth_words_of (record, "severity");
}

static void
validate (HearthRecord *record, const char *today, GPtrArray *problems)
{
  hearth_check_order (record, "noted_on", "ended_on", problems);
}

const HearthRecordType hearth_allergy_type = {
  .name = "allergy",
  .gtype_name = "HearthAllergy",
  .label = N_ ("Allergy"),
  .label_plural = N_ ("Allergies"),
  .label_new = N_ ("New allergy"),
  .icon_name = "dialog-warning-symbolic",
  .owner = HEARTH_OWNER_RESIDENT,
  .life_cycle = HEARTH_LIFE_EDITABLE,
  .tier = HEARTH_TIER_HOUSE,
  .retention = HEARTH_RETAIN_FILE,
  .event_field = "noted_on",
  .fields = fields,
  .n_fields = G_N_ELEMENTS (fields),
  .title = make_title,
  .subtitle = make_subtitle,
  .validate = validate,
};

/* SPDX-License-Identifier: GPL-3.0-or-later
 * An alert: what everybody in the house must know about a resident at once.
 */
#define G_LOG_DOMAIN "hearth-records"

#include "config.h"

#include "records/types.h"

#include "core/problem.h"
#include "core/record.h"

#include <glib/gi18n-lib.h>
#include <string.h>

static const HearthChoice kinds[] = {
  { "allergy", N_ ("Allergy") },     { "diet", N_ ("Food and diet") },
  { "health", N_ ("Health") },       { "watch", N_ ("Stay near") },
  { "night", N_ ("Nights") },        { "contact", N_ ("Contact and visitors") },
  { "going_out", N_ ("Going out") }, { "communication", N_ ("Communication") },
  { "other", N_ ("Other") },         { NULL },
};

static const HearthChoice levels[] = {
  { "high", N_ ("High") },
  { "medium", N_ ("Medium") },
  { "low", N_ ("Low") },
  { NULL },
};

static const HearthField fields[] = {
  { .name = "kind",
    .label = N_ ("About"),
    .section = N_ ("Alert"),
    .kind = HEARTH_FIELD_CHOICE,
    .choices = kinds,
    .required = true,
    .list_column = true,
    .filter = true,
    .printable = HEARTH_PRINT_PROGRESS | HEARTH_PRINT_HOUSE,
    .since = 1 },
  { .name = "level",
    .label = N_ ("Level"),
    .section = N_ ("Alert"),
    .kind = HEARTH_FIELD_CHOICE,
    .choices = levels,
    .required = true,
    .list_column = true,
    .filter = true,
    .printable = HEARTH_PRINT_PROGRESS | HEARTH_PRINT_HOUSE,
    .since = 1 },
  { .name = "text",
    .label = N_ ("What to know"),
    .section = N_ ("Alert"),
    .kind = HEARTH_FIELD_TEXT,
    .hint = N_ ("A few words that may be read over a shoulder."),
    .max_length = 120,
    .required = true,
    .searchable = true,
    .list_column = true,
    .printable = HEARTH_PRINT_PROGRESS | HEARTH_PRINT_HOUSE,
    .since = 1 },
  { .name = "action",
    .label = N_ ("What to do"),
    .section = N_ ("Alert"),
    .kind = HEARTH_FIELD_LONG_TEXT,
    .searchable = true,
    .printable = HEARTH_PRINT_HOUSE,
    .since = 1 },
  { .name = "start",
    .label = N_ ("From"),
    .section = N_ ("Alert"),
    .kind = HEARTH_FIELD_DATE,
    .required = true,
    .list_column = true,
    .printable = HEARTH_PRINT_PROGRESS | HEARTH_PRINT_HOUSE,
    .since = 1 },
  { .name = "end",
    .label = N_ ("Until"),
    .section = N_ ("Alert"),
    .kind = HEARTH_FIELD_DATE,
    .hint = N_ ("Empty while it holds."),
    .list_column = true,
    .printable = HEARTH_PRINT_PROGRESS | HEARTH_PRINT_HOUSE,
    .since = 1 },
  { .name = "review",
    .label = N_ ("Look at it again on"),
    .section = N_ ("Alert"),
    .kind = HEARTH_FIELD_DATE,
    .since = 1 },
};

static char *
make_title (HearthRecord *alert)
{
  const char *text = hearth_record_get (alert, "text");

  /* “Penicillin” alone could be read as a medicine to give. */
  if (g_str_equal (hearth_record_get (alert, "kind"), "allergy"))
    /* Translators: what somebody is allergic to */
    return g_strdup_printf (_ ("Allergy: %s"), text);
  return g_strdup (text);
}

static char *
make_subtitle (HearthRecord *alert)
{
  return hearth_record_format (alert, hearth_record_type_lookup_field (&hearth_alert_type, "kind"), "");
}

static void
validate (HearthRecord *alert, const char *today, GPtrArray *problems)
{
  const char *start = hearth_record_get (alert, "start"), *end = hearth_record_get (alert, "end");

  if (end[0] != '\0' && strcmp (end, start) < 0)
    hearth_problems_add (problems, HEARTH_PROBLEM_BEFORE, "end", "start");
}

const HearthRecordType hearth_alert_type = {
  .name = "alert",
  .gtype_name = "HearthAlert",
  .label = N_ ("Alert"),
  .label_plural = N_ ("Alerts"),
  .label_new = N_ ("New alert"),
  .icon_name = "dialog-warning-symbolic",
  .owner = HEARTH_OWNER_RESIDENT,
  .life_cycle = HEARTH_LIFE_EDITABLE,
  .tier = HEARTH_TIER_HOUSE,
  .retention = HEARTH_RETAIN_FILE,
  .event_field = "start",
  .fields = fields,
  .n_fields = G_N_ELEMENTS (fields),
  .title = make_title,
  .subtitle = make_subtitle,
  .validate = validate,
};

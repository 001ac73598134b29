/* SPDX-License-Identifier: GPL-3.0-or-later
 * A statement: that an interview took place, about what, and what it can be used for again — so that nobody
 * has to tell twice. What was said is kept where it was recorded, not here.
 */
#define G_LOG_DOMAIN "hearth-records"

#include "config.h"

#include "records/types.h"

#include "core/record.h"

#include <glib/gi18n-lib.h>

static const HearthChoice bodies[] = {
  { "police", N_ ("Police") },
  { "prosecutor", N_ ("Prosecutor") },
  { "court", N_ ("Court") },
  { "lawyer", N_ ("Lawyer") },
  { "social_services", N_ ("Social services") },
  { "medical", N_ ("Medical examiner") },
  { "immigration", N_ ("Immigration office") },
  { "ngo", N_ ("Another organisation") },
  { "house", N_ ("This house") },
  { "media", N_ ("Media") },
  { NULL },
};

static const HearthChoice recordings[] = {
  { "written", N_ ("In writing") },
  { "audio", N_ ("Sound") },
  { "video", N_ ("Video") },
  { "not", N_ ("Not recorded") },
  { NULL },
};

static const HearthChoice uses[] = {
  { "investigation", N_ ("Investigation") },
  { "trial", N_ ("Trial") },
  { "protection", N_ ("Protection order") },
  { "immigration", N_ ("Residence permit") },
  { "compensation", N_ ("Compensation") },
  { "care", N_ ("Care planning") },
  { NULL },
};

static const HearthField fields[] = {
  { .name = "date",
    .label = N_ ("Date"),
    .section = N_ ("Interview"),
    .kind = HEARTH_FIELD_DATE,
    .required = true,
    .past_only = true,
    .list_column = true,
    .printable = HEARTH_PRINT_COURT,
    .since = 1 },
  { .name = "body",
    .label = N_ ("Asked by"),
    .section = N_ ("Interview"),
    .kind = HEARTH_FIELD_CHOICE,
    .choices = bodies,
    .required = true,
    .list_column = true,
    .filter = true,
    .printable = HEARTH_PRINT_COURT,
    .since = 1 },
  { .name = "interviewer",
    .label = N_ ("Name of who asked"),
    .section = N_ ("Interview"),
    .kind = HEARTH_FIELD_TEXT,
    .names_person = true,
    .printable = HEARTH_PRINT_COURT,
    .since = 1 },
  { .name = "place",
    .label = N_ ("Place"),
    .section = N_ ("Interview"),
    .kind = HEARTH_FIELD_TEXT,
    .since = 1 },
  { .name = "purpose",
    .label = N_ ("What for"),
    .section = N_ ("Interview"),
    .kind = HEARTH_FIELD_TEXT,
    .required = true,
    .searchable = true,
    .list_column = true,
    .printable = HEARTH_PRINT_COURT,
    .since = 1 },
  { .name = "topics",
    .label = N_ ("Topics covered"),
    .section = N_ ("Interview"),
    .kind = HEARTH_FIELD_LONG_TEXT,
    .hint = N_ ("Headings only, no account."),
    .searchable = true,
    .sensitive = true,
    .since = 1 },
  { .name = "legal_case",
    .label = N_ ("In the case"),
    .section = N_ ("Interview"),
    .kind = HEARTH_FIELD_LINK,
    .link_type = "legal_case",
    .since = 5 },
  { .name = "minutes",
    .label = N_ ("Length"),
    .section = N_ ("Interview"),
    .kind = HEARTH_FIELD_INTEGER,
    .unit = N_ ("minutes"),
    .minimum = 0,
    .maximum = 1440,
    .since = 1 },
  { .name = "support_person",
    .label = N_ ("Support person"),
    .section = N_ ("Interview"),
    .kind = HEARTH_FIELD_TEXT,
    .since = 1 },
  { .name = "recorded",
    .label = N_ ("Recorded"),
    .section = N_ ("Afterwards"),
    .kind = HEARTH_FIELD_MULTI_CHOICE,
    .choices = recordings,
    .printable = HEARTH_PRINT_COURT,
    .since = 1 },
  { .name = "reference",
    .label = N_ ("Where it is kept, and reference"),
    .section = N_ ("Afterwards"),
    .kind = HEARTH_FIELD_TEXT,
    .searchable = true,
    .printable = HEARTH_PRINT_COURT,
    .since = 1 },
  { .name = "reusable_for",
    .label = N_ ("Can be used again for"),
    .section = N_ ("Afterwards"),
    .kind = HEARTH_FIELD_MULTI_CHOICE,
    .choices = uses,
    .printable = HEARTH_PRINT_COURT,
    .since = 1 },
  { .name = "effect",
    .label = N_ ("How the resident was afterwards"),
    .section = N_ ("Afterwards"),
    .kind = HEARTH_FIELD_LONG_TEXT,
    .hint = N_ ("Mood, sleep and appetite in the three days after."),
    .since = 1 },
};

static char *
make_title (HearthRecord *statement)
{
  return g_strdup (hearth_record_get (statement, "purpose"));
}

static char *
make_subtitle (HearthRecord *statement)
{
  return hearth_record_format (statement, hearth_record_type_lookup_field (&hearth_statement_type, "body"),
                               "");
}

const HearthRecordType hearth_statement_type = {
  .name = "statement",
  .gtype_name = "HearthStatement",
  .label = N_ ("Statement"),
  .label_plural = N_ ("Statements"),
  .label_new = N_ ("New statement"),
  .icon_name = "audio-input-microphone-symbolic",
  .owner = HEARTH_OWNER_RESIDENT,
  .life_cycle = HEARTH_LIFE_EDITABLE,
  .tier = HEARTH_TIER_CASE,
  .retention = HEARTH_RETAIN_FILE,
  .event_field = "date",
  .fields = fields,
  .n_fields = G_N_ELEMENTS (fields),
  .title = make_title,
  .subtitle = make_subtitle,
};

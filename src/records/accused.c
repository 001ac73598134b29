/* SPDX-License-Identifier: GPL-3.0-or-later
 * Somebody a case is against. The name is sealed; everywhere else it is a letter and a number.
 */
#define G_LOG_DOMAIN "hearth-records"

#include "config.h"

#include "records/types.h"

#include "core/problem.h"
#include "core/record.h"
#include "records/hooks.h"

#include <glib/gi18n-lib.h>

static const HearthChoice relations[] = {
  { "family", N_ ("Family") },     { "partner", N_ ("Partner or former partner") },
  { "known", N_ ("Known") },       { "employer", N_ ("Employer") },
  { "online", N_ ("Met online") }, { "stranger", N_ ("Not known before") },
  { "not_said", N_ ("Not said") }, { NULL },
};

static const HearthChoice states[] = {
  { "not_known", N_ ("Not known") }, { "at_large", N_ ("At large") },
  { "wanted", N_ ("Wanted") },       { "bail", N_ ("Released on conditions") },
  { "custody", N_ ("In custody") },  { "convicted", N_ ("Convicted") },
  { "acquitted", N_ ("Acquitted") }, { "released", N_ ("Released") },
  { "dead", N_ ("Dead") },           { NULL },
};

static const HearthChoice notices[] = {
  { "not_asked", N_ ("Not asked for") },
  { "asked", N_ ("Asked for") },
  { "confirmed", N_ ("Promised") },
  { "not_possible", N_ ("Not possible") },
  { NULL },
};

static const HearthField fields[] = {
  { .name = "legal_case",
    .label = N_ ("Case"),
    .section = N_ ("Person"),
    .kind = HEARTH_FIELD_LINK,
    .link_type = "legal_case",
    .since = 5 },
  { .name = "letter",
    .label = N_ ("In papers"),
    .hint = N_ ("Such as A1. Never the name."),
    .section = N_ ("Person"),
    .kind = HEARTH_FIELD_TEXT,
    .max_length = 20,
    .required = true,
    .list_column = true,
    .printable = HEARTH_PRINT_COURT,
    .since = 5 },
  { .name = "identity",
    .label = N_ ("Who it is, and what is known"),
    .section = N_ ("Person"),
    .kind = HEARTH_FIELD_SEALED,
    .max_length = 2000,
    .sensitive = true,
    .letterbox = true,
    .tier = HEARTH_TIER_SEALED,
    .compartment = "legal",
    .since = 5 },
  { .name = "relation",
    .label = N_ ("Was to the resident"),
    .section = N_ ("Person"),
    .kind = HEARTH_FIELD_CHOICE,
    .choices = relations,
    .since = 5 },
  { .name = "noted_on",
    .label = N_ ("Written down on"),
    .section = N_ ("Person"),
    .kind = HEARTH_FIELD_DATE,
    .required = true,
    .past_only = true,
    .printable = HEARTH_PRINT_COURT,
    .since = 5 },
  { .name = "status",
    .label = N_ ("Where they stand"),
    .section = N_ ("Person"),
    .kind = HEARTH_FIELD_CHOICE,
    .choices = states,
    .required = true,
    .list_column = true,
    .filter = true,
    .printable = HEARTH_PRINT_COURT,
    .since = 5 },
  { .name = "status_on",
    .label = N_ ("As of"),
    .section = N_ ("Person"),
    .kind = HEARTH_FIELD_DATE,
    .past_only = true,
    .list_column = true,
    .printable = HEARTH_PRINT_COURT,
    .since = 5 },
  { .name = "conditions",
    .label = N_ ("Conditions"),
    .section = N_ ("Person"),
    .kind = HEARTH_FIELD_LONG_TEXT,
    .printable = HEARTH_PRINT_COURT,
    .since = 5 },
  { .name = "release_on",
    .label = N_ ("Release expected on"),
    .section = N_ ("Person"),
    .kind = HEARTH_FIELD_DATE,
    .printable = HEARTH_PRINT_COURT,
    .since = 5 },
  { .name = "release_notice",
    .label = N_ ("Will we be told of a release"),
    .section = N_ ("Person"),
    .kind = HEARTH_FIELD_CHOICE,
    .choices = notices,
    .printable = HEARTH_PRINT_COURT,
    .since = 5 },

  { .name = "no_contact",
    .label = N_ ("Must not have contact"),
    .section = N_ ("No contact"),
    .kind = HEARTH_FIELD_YES_NO,
    .filter = true,
    .printable = HEARTH_PRINT_COURT,
    .since = 5 },
  { .name = "order_number",
    .label = N_ ("Order number"),
    .section = N_ ("No contact"),
    .kind = HEARTH_FIELD_TEXT,
    .max_length = 80,
    .printable = HEARTH_PRINT_COURT,
    .since = 5 },
  { .name = "no_contact_from",
    .label = N_ ("From"),
    .section = N_ ("No contact"),
    .kind = HEARTH_FIELD_DATE,
    .printable = HEARTH_PRINT_COURT,
    .since = 5 },
  { .name = "no_contact_until",
    .label = N_ ("Until"),
    .section = N_ ("No contact"),
    .kind = HEARTH_FIELD_DATE,
    .list_column = true,
    .printable = HEARTH_PRINT_COURT,
    .since = 5 },
  { .name = "contact",
    .label = N_ ("Is this person in the file"),
    .hint = N_ ("So that who is at the door knows it."),
    .section = N_ ("No contact"),
    .kind = HEARTH_FIELD_LINK,
    .link_type = "contact",
    .since = 5 },
};

static char *
make_title (HearthRecord *record)
{
  return g_strdup (hearth_record_get (record, "letter"));
}

static char *
make_subtitle (HearthRecord *record)
{
  return hearth_words_of (record, "status");
}

static void
validate (HearthRecord *record, const char *today, GPtrArray *problems)
{
  hearth_check_order (record, "no_contact_from", "no_contact_until", problems);
  if (hearth_record_has (record, "no_contact_until") && !hearth_record_is_yes (record, "no_contact"))
    hearth_problems_add (problems, HEARTH_PROBLEM_RULE, "no_contact",
                         N_ ("There is a day until which there must be no contact. Say yes here."));
}

const HearthRecordType hearth_accused_type = {
  .name = "accused",
  .gtype_name = "HearthAccused",
  .label = N_ ("Accused person"),
  .label_plural = N_ ("Accused persons"),
  .label_new = N_ ("New accused person"),
  .icon_name = "hearth-barred-symbolic",
  .owner = HEARTH_OWNER_RESIDENT,
  .life_cycle = HEARTH_LIFE_EDITABLE,
  .tier = HEARTH_TIER_CASE,
  .retention = HEARTH_RETAIN_FILE,
  .event_field = "noted_on",
  .fields = fields,
  .n_fields = G_N_ELEMENTS (fields),
  .title = make_title,
  .subtitle = make_subtitle,
  .validate = validate,
};

/* SPDX-License-Identifier: GPL-3.0-or-later
 * A consent: one purpose, one recipient, for a time, and it can be taken back.
 */
#define G_LOG_DOMAIN "hearth-records"

#include "config.h"

#include "records/types.h"

#include "core/problem.h"
#include "core/record.h"

#include <glib/gi18n-lib.h>
#include <string.h>

static const HearthChoice purposes[] = {
  { "care_here", N_ ("Care in this house") },
  { "medical_care", N_ ("Medical care") },
  { "test", N_ ("A named test") },
  { "counselling", N_ ("Counselling") },
  { "photograph", N_ ("Photograph") },
  { "police", N_ ("Sharing with the police") },
  { "court_report", N_ ("Report to prosecutor or court") },
  { "lawyer", N_ ("Sharing with the lawyer") },
  { "family_contact", N_ ("Contact with the family") },
  { "school", N_ ("Sharing with the school") },
  { "partner", N_ ("Sharing with a partner organisation") },
  { "embassy", N_ ("Sharing with embassy or IOM") },
  { "statistics", N_ ("Anonymous statistics") },
  { "research", N_ ("Research") },
  { "media", N_ ("Story or media") },
  { NULL },
};

static const HearthChoice categories[] = {
  { "identity", N_ ("Identity") },
  { "care", N_ ("Daily life and care") },
  { "education", N_ ("Education") },
  { "health", N_ ("Health") },
  { "counselling", N_ ("Counselling") },
  { "legal", N_ ("Legal matters") },
  { "history", N_ ("History") },
  { "photo", N_ ("Photos") },
  { NULL },
};

static const HearthChoice givers[] = {
  { "self", N_ ("The resident") },
  { "guardian", N_ ("A guardian") },
  { "court", N_ ("A court") },
  { "best_interest", N_ ("A best-interest decision") },
  { NULL },
};

static const HearthChoice manners[] = {
  { "written", N_ ("In writing") },
  { "thumbprint", N_ ("By thumbprint") },
  { "oral", N_ ("By word, before a witness") },
  { NULL },
};

static const HearthField fields[] = {
  { .name = "purpose",
    .label = N_ ("What for"),
    .section = N_ ("Consent"),
    .kind = HEARTH_FIELD_CHOICE,
    .choices = purposes,
    .required = true,
    .list_column = true,
    .filter = true,
    .printable = HEARTH_PRINT_HOUSE,
    .since = 1 },
  { .name = "recipient",
    .label = N_ ("Shared with"),
    .section = N_ ("Consent"),
    .kind = HEARTH_FIELD_TEXT,
    .searchable = true,
    .list_column = true,
    .printable = HEARTH_PRINT_HOUSE,
    .since = 1 },
  { .name = "categories",
    .label = N_ ("What may be shared"),
    .section = N_ ("Consent"),
    .kind = HEARTH_FIELD_MULTI_CHOICE,
    .choices = categories,
    .printable = HEARTH_PRINT_HOUSE,
    .since = 1 },
  { .name = "limits",
    .label = N_ ("What must be left out"),
    .section = N_ ("Consent"),
    .kind = HEARTH_FIELD_LONG_TEXT,
    .own_words = true,
    .since = 1 },
  { .name = "given_by",
    .label = N_ ("Given by"),
    .section = N_ ("How it was given"),
    .kind = HEARTH_FIELD_CHOICE,
    .choices = givers,
    .required = true,
    .list_column = true,
    .since = 1 },
  { .name = "assent",
    .label = N_ ("The resident agrees"),
    .section = N_ ("How it was given"),
    .kind = HEARTH_FIELD_YES_NO,
    .hint = N_ ("Also where somebody else must consent."),
    .since = 1 },
  { .name = "reasons",
    .label = N_ ("Own reasons"),
    .section = N_ ("How it was given"),
    .kind = HEARTH_FIELD_LONG_TEXT,
    .own_words = true,
    .since = 1 },
  { .name = "explained_by",
    .label = N_ ("Explained by"),
    .section = N_ ("How it was given"),
    .kind = HEARTH_FIELD_TEXT,
    .since = 1 },
  { .name = "language",
    .label = N_ ("Language and interpreter"),
    .section = N_ ("How it was given"),
    .kind = HEARTH_FIELD_TEXT,
    .since = 1 },
  { .name = "manner",
    .label = N_ ("How"),
    .section = N_ ("How it was given"),
    .kind = HEARTH_FIELD_CHOICE,
    .choices = manners,
    .since = 1 },
  { .name = "scan",
    .label = N_ ("Scan"),
    .section = N_ ("How it was given"),
    .kind = HEARTH_FIELD_ATTACHMENT,
    .since = 1 },
  { .name = "valid_from",
    .label = N_ ("From"),
    .section = N_ ("For how long"),
    .kind = HEARTH_FIELD_DATE,
    .required = true,
    .list_column = true,
    .printable = HEARTH_PRINT_HOUSE,
    .since = 1 },
  { .name = "valid_until",
    .label = N_ ("Until"),
    .section = N_ ("For how long"),
    .kind = HEARTH_FIELD_DATE,
    .hint = N_ ("A consent without end is none: choose a day to ask again."),
    .required = true,
    .list_column = true,
    .printable = HEARTH_PRINT_HOUSE,
    .since = 1 },
  { .name = "withdrawn_on",
    .label = N_ ("Taken back on"),
    .section = N_ ("For how long"),
    .kind = HEARTH_FIELD_DATE,
    .past_only = true,
    .list_column = true,
    .printable = HEARTH_PRINT_HOUSE,
    .since = 1 },
  { .name = "withdrawal",
    .label = N_ ("Why, in own words"),
    .section = N_ ("For how long"),
    .kind = HEARTH_FIELD_LONG_TEXT,
    .own_words = true,
    .since = 1 },
};

static char *
make_title (HearthRecord *consent)
{
  return hearth_record_format (consent, hearth_record_type_lookup_field (&hearth_consent_type, "purpose"),
                               "");
}

static char *
make_subtitle (HearthRecord *consent)
{
  return g_strdup (hearth_record_get (consent, "recipient"));
}

static void
validate (HearthRecord *consent, const char *today, GPtrArray *problems)
{
  const char *from = hearth_record_get (consent, "valid_from"),
             *until = hearth_record_get (consent, "valid_until");
  const char *withdrawn = hearth_record_get (consent, "withdrawn_on");

  if (until[0] != '\0' && strcmp (until, from) < 0)
    hearth_problems_add (problems, HEARTH_PROBLEM_BEFORE, "valid_until", "valid_from");
  if (withdrawn[0] != '\0' && strcmp (withdrawn, from) < 0)
    hearth_problems_add (problems, HEARTH_PROBLEM_BEFORE, "withdrawn_on", "valid_from");
}

const HearthRecordType hearth_consent_type = {
  .name = "consent",
  .gtype_name = "HearthConsent",
  .label = N_ ("Consent"),
  .label_plural = N_ ("Consents"),
  .label_new = N_ ("New consent"),
  .icon_name = "object-select-symbolic",
  .owner = HEARTH_OWNER_RESIDENT,
  .life_cycle = HEARTH_LIFE_EDITABLE,
  .tier = HEARTH_TIER_CASE,
  .retention = HEARTH_RETAIN_FILE,
  .event_field = "valid_from",
  .fields = fields,
  .n_fields = G_N_ELEMENTS (fields),
  .title = make_title,
  .subtitle = make_subtitle,
  .validate = validate,
};

/* SPDX-License-Identifier: GPL-3.0-or-later
 * A resident: who somebody is, in their own terms first.
 */
#define G_LOG_DOMAIN "hearth-records"

#include "config.h"

#include "records/types.h"

#include "core/age.h"
#include "core/record.h"

#include <glib/gi18n-lib.h>

static const HearthChoice birth_sources[] = {
  { "document", N_ ("A document") },         { "said", N_ ("What the resident says") },
  { "family", N_ ("What the family says") }, { "assessed", N_ ("An age assessment") },
  { "guessed", N_ ("Our own estimate") },    { NULL },
};

/* ISO/IEC 5218; mapped to other code lists where data leaves the house. */
static const HearthChoice sexes[] = {
  { "2", N_ ("Female") },
  { "1", N_ ("Male") },
  { "9", N_ ("Not applicable") },
  { "0", N_ ("Not known") },
  { NULL },
};

/* Codes of IOM’s Human Trafficking Case Data Standard 2.0 (CC BY 4.0), prs_Gender. */
static const HearthChoice genders[] = {
  { "Feminine", N_ ("Feminine") },
  { "Masculine", N_ ("Masculine") },
  { "TransgenderFeminine", N_ ("Transgender feminine") },
  { "TransgenderMasculine", N_ ("Transgender masculine") },
  { "NonConforming", N_ ("Non-conforming") },
  { "NonSpecifiedUnknown", N_ ("Not said") },
  { NULL },
};

/* As above, prs_MaritalStatus. */
static const HearthChoice marital_statuses[] = {
  { "Single", N_ ("Single") },
  { "Married", N_ ("Married") },
  { "Widowed", N_ ("Widowed") },
  { "Divorced", N_ ("Divorced") },
  { "Separated", N_ ("Separated") },
  { "RegisteredPartnership", N_ ("Registered partnership") },
  { NULL },
};

static const HearthChoice literacies[] = {
  { "reads_and_writes", N_ ("Reads and writes") },
  { "reads_some", N_ ("Reads some") },
  { "not_yet", N_ ("Not yet") },
  { "not_known", N_ ("Not known") },
  { NULL },
};

static char *
compute_age (HearthRecord *resident, const char *today)
{
  HearthAge age = hearth_age_at (hearth_record_get (resident, "birth"), today);

  return hearth_age_format (&age);
}

static const HearthField fields[] = {
  { .name = "code",
    .label = N_ ("Number in the house"),
    .section = N_ ("Names"),
    .kind = HEARTH_FIELD_TEXT,
    .hint = N_ ("Given by itself when left empty."),
    .max_length = 20,
    .searchable = true,
    .list_column = true,
    .tier = HEARTH_TIER_HOUSE,
    .printable = HEARTH_PRINT_ANY,
    .since = 1 },
  { .name = "name_used",
    .label = N_ ("Name used"),
    .section = N_ ("Names"),
    .kind = HEARTH_FIELD_TEXT,
    .hint = N_ ("The name the resident wants to be called by."),
    .max_length = 200,
    .required = true,
    .searchable = true,
    .list_column = true,
    .tier = HEARTH_TIER_HOUSE,
    .printable = HEARTH_PRINT_PROGRESS,
    .since = 1 },
  { .name = "local_name",
    .label = N_ ("Name in its own script"),
    .section = N_ ("Names"),
    .kind = HEARTH_FIELD_TEXT,
    .max_length = 200,
    .searchable = true,
    .list_column = true,
    .tier = HEARTH_TIER_HOUSE,
    .printable = HEARTH_PRINT_PROGRESS,
    .since = 1 },
  { .name = "form_of_address",
    .label = N_ ("Form of address"),
    .section = N_ ("Names"),
    .kind = HEARTH_FIELD_TEXT,
    .hint = N_ ("How the resident wants to be addressed, and pronouns."),
    .tier = HEARTH_TIER_HOUSE,
    .since = 1 },
  { .name = "pseudonym",
    .label = N_ ("Name on reports"),
    .section = N_ ("Names"),
    .kind = HEARTH_FIELD_TEXT,
    .hint = N_ ("Stands in for the name where a report must not tell it."),
    .max_length = 200,
    .printable = HEARTH_PRINT_ANY,
    .since = 1 },
  { .name = "legal_name",
    .label = N_ ("Full legal name"),
    .section = N_ ("Names"),
    .kind = HEARTH_FIELD_TEXT,
    .max_length = 300,
    .searchable = true,
    .sensitive = true,
    .tier = HEARTH_TIER_CASE,
    .printable = HEARTH_PRINT_COURT,
    .since = 1 },
  { .name = "aliases",
    .label = N_ ("Other names"),
    .section = N_ ("Names"),
    .kind = HEARTH_FIELD_TEXT,
    .hint = N_ ("Also spellings on documents."),
    .searchable = true,
    .sensitive = true,
    .tier = HEARTH_TIER_CASE,
    .since = 1 },
  { .name = "photo",
    .label = N_ ("Photo"),
    .section = N_ ("Names"),
    .kind = HEARTH_FIELD_ATTACHMENT,
    .since = 1 },

  { .name = "birth",
    .label = N_ ("Birth date"),
    .section = N_ ("Person"),
    .kind = HEARTH_FIELD_PARTIAL_DATE,
    .hint = N_ ("A year is enough. Write “about 2012” for an estimate."),
    .past_only = true,
    .printable = HEARTH_PRINT_ANY,
    .since = 1 },
  { .name = "birth_source",
    .label = N_ ("The birth date comes from"),
    .section = N_ ("Person"),
    .kind = HEARTH_FIELD_CHOICE,
    .choices = birth_sources,
    .since = 1 },
  { .name = "age",
    .label = N_ ("Age"),
    .section = N_ ("Person"),
    .kind = HEARTH_FIELD_COMPUTED,
    .compute = compute_age,
    .list_column = true,
    .tier = HEARTH_TIER_HOUSE,
    .printable = HEARTH_PRINT_ANY,
    .since = 1 },
  { .name = "sex",
    .label = N_ ("Sex"),
    .section = N_ ("Person"),
    .kind = HEARTH_FIELD_CHOICE,
    .choices = sexes,
    .filter = true,
    .printable = HEARTH_PRINT_ANY,
    .since = 1 },
  { .name = "gender",
    .label = N_ ("Gender"),
    .section = N_ ("Person"),
    .kind = HEARTH_FIELD_CHOICE,
    .choices = genders,
    .hint = N_ ("As the resident says."),
    .since = 1 },
  { .name = "nationality",
    .label = N_ ("Nationality"),
    .section = N_ ("Person"),
    .kind = HEARTH_FIELD_TEXT,
    .searchable = true,
    .list_column = true,
    .printable = HEARTH_PRINT_ANY,
    .since = 1 },
  { .name = "birth_place",
    .label = N_ ("Place of birth"),
    .section = N_ ("Person"),
    .kind = HEARTH_FIELD_TEXT,
    .tier = HEARTH_TIER_CASE,
    .printable = HEARTH_PRINT_COURT,
    .since = 1 },
  { .name = "origin_district",
    .label = N_ ("District of origin"),
    .section = N_ ("Person"),
    .kind = HEARTH_FIELD_TEXT,
    .tier = HEARTH_TIER_CASE,
    .since = 1 },
  { .name = "ethnicity",
    .label = N_ ("Ethnic group"),
    .section = N_ ("Person"),
    .kind = HEARTH_FIELD_TEXT,
    .hint = N_ ("If the resident wants it recorded."),
    .since = 1 },
  { .name = "marital_status",
    .label = N_ ("Marital status"),
    .section = N_ ("Person"),
    .kind = HEARTH_FIELD_CHOICE,
    .choices = marital_statuses,
    .tier = HEARTH_TIER_CASE,
    .since = 1 },
  { .name = "children",
    .label = N_ ("Own children"),
    .section = N_ ("Person"),
    .kind = HEARTH_FIELD_INTEGER,
    .minimum = 0,
    .maximum = 20,
    .tier = HEARTH_TIER_CASE,
    .since = 1 },

  { .name = "strengths",
    .label = N_ ("Strengths and interests"),
    .section = N_ ("What matters to the resident"),
    .kind = HEARTH_FIELD_LONG_TEXT,
    .searchable = true,
    .printable = HEARTH_PRINT_ANY,
    .since = 1 },
  { .name = "wishes",
    .label = N_ ("Wishes, in own words"),
    .section = N_ ("What matters to the resident"),
    .kind = HEARTH_FIELD_LONG_TEXT,
    .own_words = true,
    .searchable = true,
    .printable = HEARTH_PRINT_ANY,
    .since = 1 },
  { .name = "comforts",
    .label = N_ ("What helps and comforts"),
    .section = N_ ("What matters to the resident"),
    .kind = HEARTH_FIELD_LONG_TEXT,
    .searchable = true,
    .since = 1 },
  { .name = "religion",
    .label = N_ ("Religion and practice wanted"),
    .section = N_ ("What matters to the resident"),
    .kind = HEARTH_FIELD_TEXT,
    .since = 1 },

  { .name = "languages",
    .label = N_ ("Languages"),
    .section = N_ ("Communication"),
    .kind = HEARTH_FIELD_TEXT,
    .hint = N_ ("The language of the heart first, with how well each is spoken."),
    .searchable = true,
    .printable = HEARTH_PRINT_ANY,
    .since = 1 },
  { .name = "interpreter",
    .label = N_ ("Needs an interpreter"),
    .section = N_ ("Communication"),
    .kind = HEARTH_FIELD_YES_NO,
    .printable = HEARTH_PRINT_ANY,
    .since = 1 },
  { .name = "literacy",
    .label = N_ ("Reading and writing"),
    .section = N_ ("Communication"),
    .kind = HEARTH_FIELD_CHOICE,
    .choices = literacies,
    .since = 1 },
  { .name = "disability",
    .label = N_ ("Disability and support needed"),
    .section = N_ ("Communication"),
    .kind = HEARTH_FIELD_LONG_TEXT,
    .printable = HEARTH_PRINT_ANY,
    .since = 1 },

  { .name = "description",
    .label = N_ ("Description"),
    .section = N_ ("Safety"),
    .kind = HEARTH_FIELD_LONG_TEXT,
    .hint = N_ ("Height, hair, marks: what would help to find the resident."),
    .sensitive = true,
    .since = 1 },
  { .name = "unsafe_places",
    .label = N_ ("Places not safe to visit"),
    .section = N_ ("Safety"),
    .kind = HEARTH_FIELD_LONG_TEXT,
    .sensitive = true,
    .since = 1 },
  { .name = "last_address",
    .label = N_ ("Last address"),
    .section = N_ ("Safety"),
    .kind = HEARTH_FIELD_SEALED,
    .compartment = "legal",
    .max_length = 2000,
    .sensitive = true,
    .tier = HEARTH_TIER_SEALED,
    .since = 1 },

  { .name = "key_worker",
    .label = N_ ("Key worker"),
    .section = N_ ("In the house"),
    .kind = HEARTH_FIELD_LINK,
    .link_type = "account",
    .tier = HEARTH_TIER_HOUSE,
    .printable = HEARTH_PRINT_ANY,
    .since = 1 },
};

static char *
make_title (HearthRecord *resident)
{
  return g_strdup (hearth_record_get (resident, "name_used"));
}

static char *
make_subtitle (HearthRecord *resident)
{
  const char *code = hearth_record_get (resident, "code"),
             *local = hearth_record_get (resident, "local_name");

  /* The same name in the same script once is enough. */
  if (g_str_equal (local, hearth_record_get (resident, "name_used")))
    local = "";
  /* First-strong isolate: the name must not turn round what stands beside it. */
  return local[0] != '\0' ? g_strconcat (code, " · \u2068", local, "\u2069", NULL) : g_strdup (code);
}

const HearthRecordType hearth_resident_type = {
  .name = "resident",
  .gtype_name = "HearthResident",
  .label = N_ ("Resident"),
  .label_plural = N_ ("Residents"),
  .icon_name = "avatar-default-symbolic",
  .owner = HEARTH_OWNER_HOUSE,
  .life_cycle = HEARTH_LIFE_EDITABLE,
  .tier = HEARTH_TIER_CARE,
  .retention = HEARTH_RETAIN_FILE,
  .code_prefix = "R",
  .fields = fields,
  .n_fields = G_N_ELEMENTS (fields),
  .title = make_title,
  .subtitle = make_subtitle,
};

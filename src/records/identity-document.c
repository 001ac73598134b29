/* SPDX-License-Identifier: GPL-3.0-or-later
 * An identity paper: where the original is, and the way to getting back one that was taken or lost.
 */
#define G_LOG_DOMAIN "hearth-records"

#include "config.h"

#include "records/types.h"

#include "core/problem.h"
#include "core/record.h"
#include "records/hooks.h"

#include <glib/gi18n-lib.h>

static const HearthChoice kinds[] = {
  { "birth_cert", N_ ("Birth certificate") },
  { "national_id", N_ ("National identity card") },
  { "passport", N_ ("Passport") },
  { "travel_doc", N_ ("Travel document") },
  { "residence_permit", N_ ("Residence permit or visa") },
  { "refugee_doc", N_ ("Refugee or asylum paper") },
  { "family_book", N_ ("Family or household book") },
  { "school", N_ ("School certificate") },
  { "health_card", N_ ("Health card") },
  { "other", N_ ("Other") },
  { NULL },
};

static const HearthChoice places[] = {
  { "resident", N_ ("With the resident") },
  { "safe", N_ ("In the safe of this house") },
  { "police", N_ ("Police") },
  { "court", N_ ("Court") },
  { "authority", N_ ("Another authority") },
  { "lawyer", N_ ("Lawyer") },
  { "family", N_ ("Family") },
  { "taken", N_ ("Taken by those responsible") },
  { "lost", N_ ("Lost") },
  { "never", N_ ("Never had one") },
  { "not_known", N_ ("Not known") },
  { NULL },
};

static const HearthField fields[] = {
  { .name = "kind",
    .label = N_ ("Kind of paper"),
    .section = N_ ("Paper"),
    .kind = HEARTH_FIELD_CHOICE,
    .choices = kinds,
    .required = true,
    .list_column = true,
    .filter = true,
    .printable = HEARTH_PRINT_PROGRESS,
    .since = 2 },
  { .name = "number",
    .label = N_ ("Number"),
    .section = N_ ("Paper"),
    .kind = HEARTH_FIELD_TEXT,
    .max_length = 60,
    .searchable = true,
    .sensitive = true,
    .tier = HEARTH_TIER_CASE,
    .printable = HEARTH_PRINT_COURT,
    .since = 2 },
  { .name = "name_on_it",
    .label = N_ ("Name on it"),
    .section = N_ ("Paper"),
    .kind = HEARTH_FIELD_TEXT,
    .hint = N_ ("Exactly as it is spelled there."),
    .max_length = 300,
    .searchable = true,
    .sensitive = true,
    .names_person = true,
    .tier = HEARTH_TIER_CASE,
    .since = 2 },
  { .name = "issuer",
    .label = N_ ("Issued by"),
    .section = N_ ("Paper"),
    .kind = HEARTH_FIELD_TEXT,
    .since = 2 },
  { .name = "issued",
    .label = N_ ("Issued"),
    .section = N_ ("Paper"),
    .kind = HEARTH_FIELD_PARTIAL_DATE,
    .past_only = true,
    .since = 2 },
  { .name = "expires",
    .label = N_ ("Expires"),
    .section = N_ ("Paper"),
    .kind = HEARTH_FIELD_DATE,
    .list_column = true,
    .since = 2 },
  { .name = "original",
    .label = N_ ("The original is"),
    .section = N_ ("Where it is"),
    .kind = HEARTH_FIELD_CHOICE,
    .choices = places,
    .required = true,
    .list_column = true,
    .filter = true,
    .printable = HEARTH_PRINT_PROGRESS,
    .since = 2 },
  { .name = "original_detail",
    .label = N_ ("Where exactly"),
    .section = N_ ("Where it is"),
    .kind = HEARTH_FIELD_TEXT,
    .hint = N_ ("Receipt number, officer, drawer."),
    .since = 2 },
  { .name = "copy",
    .label = N_ ("Copy held"),
    .section = N_ ("Where it is"),
    .kind = HEARTH_FIELD_ATTACHMENT,
    /* The paper's number and the name on it can be read on it. */
    .tier = HEARTH_TIER_CASE,
    .since = 2 },
  { .name = "asked_on",
    .label = N_ ("Asked for on"),
    .section = N_ ("Getting it (back)"),
    .kind = HEARTH_FIELD_DATE,
    .past_only = true,
    .printable = HEARTH_PRINT_PROGRESS,
    .since = 2 },
  { .name = "asked_from",
    .label = N_ ("Asked from"),
    .section = N_ ("Getting it (back)"),
    .kind = HEARTH_FIELD_TEXT,
    .since = 2 },
  { .name = "expected_on",
    .label = N_ ("Expected on"),
    .section = N_ ("Getting it (back)"),
    .kind = HEARTH_FIELD_DATE,
    .list_column = true,
    .printable = HEARTH_PRINT_PROGRESS,
    .since = 2 },
  { .name = "obtained_on",
    .label = N_ ("Obtained on"),
    .section = N_ ("Getting it (back)"),
    .kind = HEARTH_FIELD_DATE,
    .past_only = true,
    .printable = HEARTH_PRINT_PROGRESS,
    .since = 2 },
  { .name = "note",
    .label = N_ ("Note"),
    .section = N_ ("Getting it (back)"),
    .kind = HEARTH_FIELD_LONG_TEXT,
    .searchable = true,
    .since = 2 },
};

static char *
make_title (HearthRecord *identity_document)
{
  return hearth_record_format (identity_document,
                               hearth_record_type_lookup_field (&hearth_identity_document_type, "kind"), "");
}

static char *
make_subtitle (HearthRecord *identity_document)
{
  return hearth_record_format (identity_document,
                               hearth_record_type_lookup_field (&hearth_identity_document_type, "original"),
                               "");
}

static void
validate (HearthRecord *identity_document, const char *today, GPtrArray *problems)
{
  hearth_check_order (identity_document, "asked_on", "expected_on", problems);
  hearth_check_order (identity_document, "asked_on", "obtained_on", problems);
  hearth_check_order (identity_document, "issued", "expires", problems);
}

const HearthRecordType hearth_identity_document_type = {
  .name = "identity_document",
  .gtype_name = "HearthIdentityDocument",
  .label = N_ ("Identity paper"),
  .label_plural = N_ ("Identity papers"),
  .label_new = N_ ("New identity paper"),
  .icon_name = "contact-new-symbolic",
  .owner = HEARTH_OWNER_RESIDENT,
  .life_cycle = HEARTH_LIFE_EDITABLE,
  .tier = HEARTH_TIER_CARE,
  .retention = HEARTH_RETAIN_FILE,
  .fields = fields,
  .n_fields = G_N_ELEMENTS (fields),
  .title = make_title,
  .subtitle = make_subtitle,
  .validate = validate,
};

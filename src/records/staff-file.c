/* SPDX-License-Identifier: GPL-3.0-or-later
 * The staff file of a person who works here: what the house must be able to show of its own people. It is never printed.
 */
#define G_LOG_DOMAIN "hearth-records"

#include "config.h"

#include "records/types.h"

#include "core/problem.h"
#include "core/record.h"

#include <glib/gi18n-lib.h>

static const HearthChoice employments[] = {
  { "employed", N_ ("Employed") },         { "volunteer", N_ ("Volunteer") }, { "trainee", N_ ("Trainee") },
  { "contractor", N_ ("Under contract") }, { "other", N_ ("Other") },         { NULL },
};

static const HearthChoice results[] = {
  { "awaited", N_ ("Asked for, not here yet") },
  { "clear", N_ ("Nothing against working here") },
  { "conditions", N_ ("With conditions") },
  { "not_clear", N_ ("May not work with residents") },
  { NULL },
};

static const HearthField fields[] = {
  { .name = "account",
    .label = N_ ("Person"),
    .section = N_ ("Post"),
    .kind = HEARTH_FIELD_LINK,
    .link_type = "account",
    .required = true,
    .list_column = true,
    .since = 3 },
  { .name = "position",
    .label = N_ ("Post"),
    .section = N_ ("Post"),
    .kind = HEARTH_FIELD_TEXT,
    .max_length = 120,
    .required = true,
    .list_column = true,
    .since = 3 },
  { .name = "employment",
    .label = N_ ("Works as"),
    .section = N_ ("Post"),
    .kind = HEARTH_FIELD_CHOICE,
    .choices = employments,
    .filter = true,
    .since = 3 },
  { .name = "started",
    .label = N_ ("Since"),
    .section = N_ ("Post"),
    .kind = HEARTH_FIELD_DATE,
    .required = true,
    .list_column = true,
    .since = 3 },
  { .name = "ended", .label = N_ ("Until"), .section = N_ ("Post"), .kind = HEARTH_FIELD_DATE, .since = 3 },
  { .name = "code_signed",
    .label = N_ ("Code of conduct signed"),
    .section = N_ ("Post"),
    .kind = HEARTH_FIELD_DATE,
    .past_only = true,
    .hint = N_ ("And the rules for keeping residents safe."),
    .since = 3 },
  { .name = "check_kind",
    .label = N_ ("What was checked"),
    .section = N_ ("Suitability check"),
    .kind = HEARTH_FIELD_TEXT,
    .max_length = 200,
    .hint = N_ ("Such as police certificate, references, register of the profession."),
    .since = 3 },
  { .name = "check_result",
    .label = N_ ("Result"),
    .section = N_ ("Suitability check"),
    .kind = HEARTH_FIELD_CHOICE,
    .choices = results,
    .list_column = true,
    .filter = true,
    .since = 3 },
  { .name = "check_date",
    .label = N_ ("Checked on"),
    .section = N_ ("Suitability check"),
    .kind = HEARTH_FIELD_DATE,
    .past_only = true,
    .since = 3 },
  { .name = "check_expires",
    .label = N_ ("Good until"),
    .section = N_ ("Suitability check"),
    .kind = HEARTH_FIELD_DATE,
    .list_column = true,
    .hint = N_ ("The house is reminded 60 days before."),
    .since = 3 },
  { .name = "check_note",
    .label = N_ ("Conditions and remarks"),
    .section = N_ ("Suitability check"),
    .kind = HEARTH_FIELD_LONG_TEXT,
    .sensitive = true,
    .since = 3 },
  { .name = "emergency_name",
    .label = N_ ("Name"),
    .section = N_ ("Emergency contact"),
    .kind = HEARTH_FIELD_TEXT,
    .max_length = 120,
    .names_person = true,
    .since = 3 },
  { .name = "emergency_relation",
    .label = N_ ("Relation"),
    .section = N_ ("Emergency contact"),
    .kind = HEARTH_FIELD_TEXT,
    .max_length = 120,
    .since = 3 },
  { .name = "emergency_phone",
    .label = N_ ("Phone"),
    .section = N_ ("Emergency contact"),
    .kind = HEARTH_FIELD_TEXT,
    .max_length = 60,
    .since = 3 },
};

static char *
make_title (HearthRecord *staff_file)
{
  return g_strdup (hearth_record_get (staff_file, "position"));
}

static char *
make_subtitle (HearthRecord *staff_file)
{
  return hearth_record_format (staff_file,
                               hearth_record_type_lookup_field (&hearth_staff_file_type, "employment"), "");
}

static void
check_order (HearthRecord *staff_file, const char *earlier, const char *later, GPtrArray *problems)
{
  if (hearth_record_has (staff_file, earlier) && hearth_record_has (staff_file, later) &&
      g_strcmp0 (hearth_record_get (staff_file, later), hearth_record_get (staff_file, earlier)) < 0)
    hearth_problems_add (problems, HEARTH_PROBLEM_BEFORE, later, earlier);
}

static void
validate (HearthRecord *staff_file, const char *today, GPtrArray *problems)
{
  check_order (staff_file, "started", "ended", problems);
  check_order (staff_file, "check_date", "check_expires", problems);
}

const HearthRecordType hearth_staff_file_type = {
  .name = "staff_file",
  .gtype_name = "HearthStaffFile",
  .label = N_ ("Staff file"),
  .label_plural = N_ ("Staff files"),
  .label_new = N_ ("New staff file"),
  .icon_name = "x-office-address-book-symbolic",
  .owner = HEARTH_OWNER_HOUSE,
  .life_cycle = HEARTH_LIFE_EDITABLE,
  .tier = HEARTH_TIER_CASE,
  .retention = HEARTH_RETAIN_STAFF,
  .fields = fields,
  .n_fields = G_N_ELEMENTS (fields),
  .title = make_title,
  .subtitle = make_subtitle,
  .validate = validate,
};

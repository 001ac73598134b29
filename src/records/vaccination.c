/* SPDX-License-Identifier: GPL-3.0-or-later
 * A vaccination that was given, or that somebody says was given.
 */
#define G_LOG_DOMAIN "hearth-records"

#include "config.h"

#include "records/types.h"

#include "core/problem.h"
#include "core/record.h"
#include "records/hooks.h"

#include <glib/gi18n-lib.h>

static const HearthChoice vaccines[] = {
  { "bcg", N_ ("Tuberculosis (BCG)") },
  { "hepb", N_ ("Hepatitis B") },
  { "hepa", N_ ("Hepatitis A") },
  { "dtp", N_ ("Diphtheria, tetanus, whooping cough") },
  { "td", N_ ("Tetanus, diphtheria") },
  { "polio", N_ ("Polio") },
  { "hib", N_ ("Hib") },
  { "pneumo", N_ ("Pneumococci") },
  { "rota", N_ ("Rotavirus") },
  { "mmr", N_ ("Measles, mumps, rubella") },
  { "varicella", N_ ("Chickenpox") },
  { "hpv", N_ ("HPV") },
  { "mening", N_ ("Meningococci") },
  { "influenza", N_ ("Influenza") },
  { "covid", N_ ("COVID-19") },
  { "yellow_fever", N_ ("Yellow fever") },
  { "typhoid", N_ ("Typhoid") },
  { "je", N_ ("Japanese encephalitis") },
  { "rabies", N_ ("Rabies") },
  { "other", N_ ("Another") },
  { NULL },
};

static const HearthChoice sources[] = {
  { "given", N_ ("Given while here") },
  { "card", N_ ("Stands in a card") },
  { "told", N_ ("Told") },
  { NULL },
};

static const HearthField fields[] = {
  { .name = "vaccine",
    .label = N_ ("Against"),
    .section = N_ ("Vaccination"),
    .kind = HEARTH_FIELD_CHOICE,
    .choices = vaccines,
    .required = true,
    .list_column = true,
    .filter = true,
    .printable = HEARTH_PRINT_PROGRESS,
    .since = 5 },
  { .name = "other",
    .label = N_ ("Which other"),
    .section = N_ ("Vaccination"),
    .kind = HEARTH_FIELD_TEXT,
    .max_length = 80,
    .printable = HEARTH_PRINT_PROGRESS,
    .since = 5 },
  { .name = "dose",
    .label = N_ ("Dose number"),
    .section = N_ ("Vaccination"),
    .kind = HEARTH_FIELD_INTEGER,
    .minimum = 1,
    .maximum = 10,
    .list_column = true,
    .printable = HEARTH_PRINT_PROGRESS,
    .since = 5 },
  { .name = "date",
    .label = N_ ("When"),
    .section = N_ ("Vaccination"),
    .kind = HEARTH_FIELD_PARTIAL_DATE,
    .required = true,
    .past_only = true,
    .list_column = true,
    .printable = HEARTH_PRINT_PROGRESS,
    .since = 5 },
  { .name = "source",
    .label = N_ ("How it is known"),
    .section = N_ ("Vaccination"),
    .kind = HEARTH_FIELD_CHOICE,
    .choices = sources,
    .required = true,
    .filter = true,
    .printable = HEARTH_PRINT_PROGRESS,
    .since = 5 },
  { .name = "product",
    .label = N_ ("Product and lot"),
    .section = N_ ("Vaccination"),
    .kind = HEARTH_FIELD_TEXT,
    .max_length = 120,
    .since = 5 },
  { .name = "place",
    .label = N_ ("Where"),
    .section = N_ ("Vaccination"),
    .kind = HEARTH_FIELD_TEXT,
    .max_length = 120,
    .since = 5 },
  { .name = "next_due",
    .label = N_ ("Next dose"),
    .section = N_ ("Vaccination"),
    .kind = HEARTH_FIELD_DATE,
    .list_column = true,
    .printable = HEARTH_PRINT_PROGRESS,
    .since = 5 },
  { .name = "reaction",
    .label = N_ ("Reaction"),
    .section = N_ ("Vaccination"),
    .kind = HEARTH_FIELD_TEXT,
    .max_length = 160,
    .printable = HEARTH_PRINT_PROGRESS,
    .since = 5 },
};

static char *
make_title (HearthRecord *record)
{
  return hearth_words_of (record, "vaccine");
}

static char *
make_subtitle (HearthRecord *record)
{
  if (!hearth_record_has (record, "dose"))
    return hearth_words_of (record, "source");
  return g_strdup_printf (_ ("dose %s"), hearth_record_get (record, "dose"));
}

static void
validate (HearthRecord *record, const char *today, GPtrArray *problems)
{
  if (g_strcmp0 (hearth_record_get (record, "vaccine"), "other") == 0 && !hearth_record_has (record, "other"))
    hearth_problems_add (problems, HEARTH_PROBLEM_REQUIRED, "other", NULL);
  hearth_check_order (record, "date", "next_due", problems);
}

const HearthRecordType hearth_vaccination_type = {
  .name = "vaccination",
  .gtype_name = "HearthVaccination",
  .label = N_ ("Vaccination"),
  .label_plural = N_ ("Vaccinations"),
  .label_new = N_ ("New vaccination"),
  .icon_name = "hearth-vaccine-symbolic",
  .owner = HEARTH_OWNER_RESIDENT,
  .life_cycle = HEARTH_LIFE_EDITABLE,
  .tier = HEARTH_TIER_CLINICAL,
  .retention = HEARTH_RETAIN_FILE,
  .event_field = "date",
  .fields = fields,
  .n_fields = G_N_ELEMENTS (fields),
  .title = make_title,
  .subtitle = make_subtitle,
  .validate = validate,
};

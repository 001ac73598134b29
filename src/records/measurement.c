/* SPDX-License-Identifier: GPL-3.0-or-later
 * What was measured: height, weight, arm, temperature, blood pressure, pulse. Ranges are wide: they catch slips of
 * the pen, not illness.
 */
#define G_LOG_DOMAIN "hearth-records"

#include "config.h"

#include "records/types.h"

#include "core/problem.h"
#include "core/record.h"
#include "records/hooks.h"

#include <glib/gi18n-lib.h>

/* What of this record is a measurement. */
static const char *const measured[] = { "height",    "weight", "arm",     "head",   "temperature", "systolic",
                                        "diastolic", "pulse",  "breaths", "oxygen", "pain" };

static char *
compute_bmi (HearthRecord *record, const char *today)
{
  double height = g_ascii_strtod (hearth_record_get (record, "height"), NULL) / 100,
         weight = g_ascii_strtod (hearth_record_get (record, "weight"), NULL);

  return height > 0 && weight > 0 ? g_strdup_printf ("%.1f", weight / (height * height)) : g_strdup ("");
}

static char *
compute_pressure (HearthRecord *record, const char *today)
{
  if (!hearth_record_has (record, "systolic") || !hearth_record_has (record, "diastolic"))
    return g_strdup ("");
  return g_strdup_printf ("%s/%s", hearth_record_get (record, "systolic"),
                          hearth_record_get (record, "diastolic"));
}

static const HearthField fields[] = {
  { .name = "date",
    .label = N_ ("Date"),
    .section = N_ ("Measurement"),
    .kind = HEARTH_FIELD_DATE,
    .required = true,
    .past_only = true,
    .list_column = true,
    .printable = HEARTH_PRINT_PROGRESS,
    .since = 5 },
  { .name = "time",
    .label = N_ ("Time"),
    .section = N_ ("Measurement"),
    .kind = HEARTH_FIELD_TIME,
    .since = 5 },
  { .name = "height",
    .label = N_ ("Height"),
    .section = N_ ("Measurement"),
    .kind = HEARTH_FIELD_DECIMAL,
    .unit = N_ ("cm"),
    .minimum = 30,
    .maximum = 230,
    .digits = 1,
    .list_column = true,
    .printable = HEARTH_PRINT_PROGRESS,
    .since = 5 },
  { .name = "weight",
    .label = N_ ("Weight"),
    .section = N_ ("Measurement"),
    .kind = HEARTH_FIELD_DECIMAL,
    .unit = N_ ("kg"),
    .minimum = 0.5,
    .maximum = 350,
    .digits = 1,
    .list_column = true,
    .printable = HEARTH_PRINT_PROGRESS,
    .since = 5 },
  { .name = "bmi",
    .label = N_ ("Body mass index"),
    .section = N_ ("Measurement"),
    .kind = HEARTH_FIELD_COMPUTED,
    .list_column = true,
    .printable = HEARTH_PRINT_PROGRESS,
    .since = 5,
    .compute = compute_bmi },
  { .name = "arm",
    .label = N_ ("Upper arm"),
    .hint = N_ ("Around the middle of the left arm (MUAC)."),
    .section = N_ ("Measurement"),
    .kind = HEARTH_FIELD_DECIMAL,
    .unit = N_ ("cm"),
    .minimum = 5,
    .maximum = 60,
    .digits = 1,
    .printable = HEARTH_PRINT_PROGRESS,
    .since = 5 },
  { .name = "head",
    .label = N_ ("Head"),
    .hint = N_ ("Under five years."),
    .section = N_ ("Measurement"),
    .kind = HEARTH_FIELD_DECIMAL,
    .unit = N_ ("cm"),
    .minimum = 25,
    .maximum = 70,
    .digits = 1,
    .printable = HEARTH_PRINT_PROGRESS,
    .since = 5 },

  { .name = "temperature",
    .label = N_ ("Temperature"),
    .section = N_ ("Vital signs"),
    .kind = HEARTH_FIELD_DECIMAL,
    .unit = N_ ("°C"),
    .minimum = 30,
    .maximum = 44,
    .digits = 1,
    .printable = HEARTH_PRINT_PROGRESS,
    .since = 5 },
  { .name = "systolic",
    .label = N_ ("Blood pressure, upper"),
    .section = N_ ("Vital signs"),
    .kind = HEARTH_FIELD_INTEGER,
    .unit = N_ ("mmHg"),
    .minimum = 50,
    .maximum = 260,
    .printable = HEARTH_PRINT_PROGRESS,
    .since = 5 },
  { .name = "diastolic",
    .label = N_ ("Blood pressure, lower"),
    .section = N_ ("Vital signs"),
    .kind = HEARTH_FIELD_INTEGER,
    .unit = N_ ("mmHg"),
    .minimum = 30,
    .maximum = 160,
    .printable = HEARTH_PRINT_PROGRESS,
    .since = 5 },
  { .name = "pressure",
    .label = N_ ("Blood pressure"),
    .section = N_ ("Vital signs"),
    .kind = HEARTH_FIELD_COMPUTED,
    .list_column = true,
    .printable = HEARTH_PRINT_PROGRESS,
    .since = 5,
    .compute = compute_pressure },
  { .name = "pulse",
    .label = N_ ("Pulse"),
    .section = N_ ("Vital signs"),
    .kind = HEARTH_FIELD_INTEGER,
    .unit = N_ ("/min"),
    .minimum = 25,
    .maximum = 250,
    .printable = HEARTH_PRINT_PROGRESS,
    .since = 5 },
  { .name = "breaths",
    .label = N_ ("Breaths"),
    .section = N_ ("Vital signs"),
    .kind = HEARTH_FIELD_INTEGER,
    .unit = N_ ("/min"),
    .minimum = 5,
    .maximum = 90,
    .printable = HEARTH_PRINT_PROGRESS,
    .since = 5 },
  { .name = "oxygen",
    .label = N_ ("Oxygen"),
    .section = N_ ("Vital signs"),
    .kind = HEARTH_FIELD_INTEGER,
    .unit = N_ ("%"),
    .minimum = 50,
    .maximum = 100,
    .printable = HEARTH_PRINT_PROGRESS,
    .since = 5 },
  { .name = "pain",
    .label = N_ ("Pain"),
    .hint = N_ ("As the resident puts it, from 0, none, to 10."),
    .section = N_ ("Vital signs"),
    .kind = HEARTH_FIELD_INTEGER,
    .minimum = 0,
    .maximum = 10,
    .printable = HEARTH_PRINT_PROGRESS,
    .since = 5 },
  { .name = "note",
    .label = N_ ("Note"),
    .section = N_ ("Vital signs"),
    .kind = HEARTH_FIELD_LONG_TEXT,
    .searchable = true,
    .printable = HEARTH_PRINT_PROGRESS,
    .since = 5 },
};

/* What was measured, as far as a line goes. */
static char *
make_words (HearthRecord *record)
{
  static const char *const told[] = { "height", "weight", "pressure", "temperature", "pulse" };
  g_autoptr (GString) words = g_string_new (NULL);

  for (gsize i = 0; i < G_N_ELEMENTS (told); i++)
    {
      g_autofree char *value = hearth_words_of (record, told[i]);

      if (*value != '\0')
        g_string_append_printf (words, "%s%s", words->len > 0 ? " · " : "", value);
    }
  return words->len > 0 ? g_strdup (words->str) : g_strdup (_ ("Measurement"));
}

static char *
make_title (HearthRecord *record)
{
  return make_words (record);
}

static void
validate (HearthRecord *record, const char *today, GPtrArray *problems)
{
  bool any = false;

  for (gsize i = 0; i < G_N_ELEMENTS (measured); i++)
    any = any || hearth_record_has (record, measured[i]);
  if (!any && hearth_record_has (record, "date"))
    hearth_problems_add (problems, HEARTH_PROBLEM_RULE, "height", N_ ("Nothing was measured yet."));
  if (hearth_record_has (record, "systolic") != hearth_record_has (record, "diastolic"))
    hearth_problems_add (problems, HEARTH_PROBLEM_RULE,
                         hearth_record_has (record, "systolic") ? "diastolic" : "systolic",
                         N_ ("A blood pressure has two numbers."));
  else if (hearth_record_has (record, "systolic") && hearth_record_get_integer (record, "systolic", 0) <=
                                                       hearth_record_get_integer (record, "diastolic", 0))
    hearth_problems_add (problems, HEARTH_PROBLEM_RULE, "systolic",
                         N_ ("The upper number must be above the lower one. Were they swapped?"));
}

const HearthRecordType hearth_measurement_type = {
  .name = "measurement",
  .gtype_name = "HearthMeasurement",
  .label = N_ ("Measurement"),
  .label_plural = N_ ("Measurements"),
  .label_new = N_ ("New measurement"),
  .icon_name = "hearth-measure-symbolic",
  .owner = HEARTH_OWNER_RESIDENT,
  .life_cycle = HEARTH_LIFE_EDITABLE,
  .tier = HEARTH_TIER_CLINICAL,
  .retention = HEARTH_RETAIN_FILE,
  .event_field = "date",
  .fields = fields,
  .n_fields = G_N_ELEMENTS (fields),
  .title = make_title,
  .validate = validate,
};

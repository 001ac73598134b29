/* SPDX-License-Identifier: GPL-3.0-or-later
 * Asking about safety from oneself and from others, and what was agreed. What everybody must know becomes an alert.
 */
#define G_LOG_DOMAIN "hearth-records"

#include "config.h"

#include "records/types.h"

#include "core/problem.h"
#include "core/record.h"
#include "records/choices.h"
#include "records/hooks.h"

#include <glib/gi18n-lib.h>

static const HearthChoice risks[] = {
  { "none_seen", N_ ("None seen") },
  { "low", N_ ("Low") },
  { "medium", N_ ("Medium") },
  { "high", N_ ("High") },
  { NULL },
};

static const HearthField fields[] = {
  { .name = "at",
    .label = N_ ("When"),
    .section = N_ ("Asked about"),
    .kind = HEARTH_FIELD_DATE_TIME,
    .required = true,
    .past_only = true,
    .list_column = true,
    .printable = HEARTH_PRINT_PROGRESS,
    .since = 5 },
  { .name = "self_harm",
    .label = N_ ("Hurting oneself"),
    .section = N_ ("Asked about"),
    .kind = HEARTH_FIELD_CHOICE,
    .choices = hearth_choices_asked,
    .since = 5 },
  { .name = "dying",
    .label = N_ ("Thoughts of dying"),
    .section = N_ ("Asked about"),
    .kind = HEARTH_FIELD_CHOICE,
    .choices = hearth_choices_asked,
    .since = 5 },
  { .name = "means",
    .label = N_ ("A plan, or means for it"),
    .section = N_ ("Asked about"),
    .kind = HEARTH_FIELD_CHOICE,
    .choices = hearth_choices_asked,
    .since = 5 },
  { .name = "leaving",
    .label = N_ ("Leaving unseen"),
    .section = N_ ("Asked about"),
    .kind = HEARTH_FIELD_CHOICE,
    .choices = hearth_choices_asked,
    .since = 5 },
  { .name = "threats",
    .label = N_ ("Threats from outside"),
    .section = N_ ("Asked about"),
    .kind = HEARTH_FIELD_CHOICE,
    .choices = hearth_choices_asked,
    .since = 5 },
  { .name = "contact",
    .label = N_ ("Contact with those responsible"),
    .section = N_ ("Asked about"),
    .kind = HEARTH_FIELD_CHOICE,
    .choices = hearth_choices_asked,
    .since = 5 },
  { .name = "said",
    .label = N_ ("In the resident’s own words"),
    .section = N_ ("Asked about"),
    .kind = HEARTH_FIELD_LONG_TEXT,
    .own_words = true,
    .searchable = true,
    .sensitive = true,
    .since = 5 },

  { .name = "risk",
    .label = N_ ("Risk seen"),
    .section = N_ ("What follows"),
    .kind = HEARTH_FIELD_CHOICE,
    .choices = risks,
    .required = true,
    .list_column = true,
    .filter = true,
    .since = 5 },
  { .name = "agreed",
    .label = N_ ("What was agreed together"),
    .section = N_ ("What follows"),
    .kind = HEARTH_FIELD_LONG_TEXT,
    .searchable = true,
    .since = 5 },
  { .name = "told",
    .label = N_ ("Who was told, and when"),
    .section = N_ ("What follows"),
    .kind = HEARTH_FIELD_TEXT,
    .max_length = 200,
    .since = 5 },
  { .name = "alert_text",
    .label = N_ ("What everybody on duty must know"),
    .hint =
      N_ ("Becomes an alert. A few words that may be read over a shoulder; needed from a medium risk on."),
    .section = N_ ("What follows"),
    .kind = HEARTH_FIELD_TEXT,
    .max_length = 120,
    .since = 5 },
  { .name = "review",
    .label = N_ ("Ask again on"),
    .section = N_ ("What follows"),
    .kind = HEARTH_FIELD_DATE,
    .list_column = true,
    .since = 5 },
};

static char *
make_words (HearthRecord *record)
{
  g_autofree char *risk = hearth_words_of (record, "risk");

  /* Translators: how great the risk was that a safety check found */
  return g_strdup_printf (_ ("Risk: %s"), risk);
}

static char *
make_title (HearthRecord *record)
{
  return make_words (record);
}

static void
validate (HearthRecord *record, const char *today, GPtrArray *problems)
{
  const char *risk = hearth_record_get (record, "risk");
  bool is_high = g_str_equal (risk, "high") || g_str_equal (risk, "medium");

  if (is_high && !hearth_record_has (record, "alert_text"))
    hearth_problems_add (problems, HEARTH_PROBLEM_REQUIRED, "alert_text", NULL);
  if (is_high && !hearth_record_has (record, "review"))
    hearth_problems_add (problems, HEARTH_PROBLEM_REQUIRED, "review", NULL);
  hearth_check_order (record, "at", "review", problems);
}

const HearthRecordType hearth_safety_check_type = {
  .name = "safety_check",
  .gtype_name = "HearthSafetyCheck",
  .label = N_ ("Safety check"),
  .label_plural = N_ ("Safety checks"),
  .label_new = N_ ("New safety check"),
  .icon_name = "hearth-safety-check-symbolic",
  .owner = HEARTH_OWNER_RESIDENT,
  .life_cycle = HEARTH_LIFE_EDITABLE,
  .tier = HEARTH_TIER_CLINICAL,
  .retention = HEARTH_RETAIN_FILE,
  .event_field = "at",
  .fields = fields,
  .n_fields = G_N_ELEMENTS (fields),
  .title = make_title,
  .validate = validate,
};

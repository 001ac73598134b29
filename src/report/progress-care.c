/* SPDX-License-Identifier: GPL-3.0-or-later
 * The progress report about health, counselling and learning. What is clinical stands here only as its authors let it:
 * their own sentences, and how often something took place.
 */
#define G_LOG_DOMAIN "hearth-report"
#include "config.h"

#include "report/progress-private.h"

#include "core/date.h"
#include "core/number.h"
#include "records/types.h"
#include "rules/plans.h"
#include "rules/school.h"

#include <glib/gi18n-lib.h>
#include <string.h>

/* The sentences of @part, or that there are none. */
static void
add_contributions (HearthBuilder *builder, GPtrArray *contributions, const char *part)
{
  HearthBlock *facts = hearth_block_new (HEARTH_BLOCK_FACTS);

  hearth_builder_add_contributions (builder, facts, contributions, "progress", part);
  if (facts->rows->len > 0)
    {
      hearth_document_add (builder->document, facts);
      return;
    }
  hearth_block_free (facts);
  hearth_document_add_remark (builder->document, _ ("Not provided"));
}

/* "Attended 4 · Missed 1": how many of @records answer @field with what. */
static char *
count_choices (HearthBuilder *builder, HearthBlock *block, GPtrArray *records, const char *name)
{
  const HearthField *field;
  g_autoptr (GString) words = g_string_new (NULL);

  if (records->len == 0)
    return g_strdup ("");
  field = hearth_record_type_lookup_field (hearth_record_get_record_type (records->pdata[0]), name);
  for (const HearthChoice *choice = field->choices; choice->code; choice++)
    {
      unsigned int n = 0;
      g_autofree char *canonical = NULL, *number = NULL;

      for (unsigned int i = 0; i < records->len; i++)
        n += g_str_equal (hearth_builder_use_field (builder, block, records->pdata[i], name), choice->code);
      canonical = g_strdup_printf ("%u", n);
      number = hearth_number_format (canonical);
      if (n > 0)
        g_string_append_printf (words, "%s%s\302\240%s", words->len > 0 ? " · " : "", _ (choice->label),
                                number);
    }
  return g_string_free_and_steal (g_steal_pointer (&words));
}

/* --- Health --- */

/* What a doctor answered reaches a report as a contribution, or not at all. */
static bool
add_health (HearthBuilder *builder, GPtrArray *contributions, GError **error)
{
  static const char *const fields[] = { "service", "sent_on", "status", NULL };
  g_autoptr (GPtrArray) appointments = hearth_progress_load (builder, &hearth_appointment_type, error);
  g_autoptr (GPtrArray) referrals =
    appointments ? hearth_progress_load (builder, &hearth_referral_type, error) : NULL;
  HearthBlock *facts;
  g_autofree char *kept = NULL;

  if (!referrals)
    return false;
  hearth_document_add_heading (builder->document, 1, _ ("Health"));
  add_contributions (builder, contributions, "health");
  facts = hearth_block_new (HEARTH_BLOCK_FACTS);
  kept = count_choices (builder, facts, appointments, "status");
  hearth_builder_add_fact (facts, _ (hearth_appointment_type.label_plural), kept);
  if (facts->rows->len > 0)
    hearth_document_add (builder->document, facts);
  else
    hearth_block_free (facts);
  if (referrals->len > 0)
    {
      hearth_document_add_heading (builder->document, 2, _ (hearth_referral_type.label_plural));
      hearth_builder_add_records (builder, referrals, fields, hearth_builder_quote_field);
    }
  return true;
}

/* --- Counselling --- */

static void
add_number (HearthBlock *facts, const char *label, unsigned int n)
{
  g_autofree char *canonical = g_strdup_printf ("%u", n);
  g_autofree char *number = hearth_number_format (canonical);

  if (n > 0)
    hearth_builder_add_fact (facts, label, number);
}

/* How often, for who may know that there is counselling at all; never about what. */
static bool
add_sessions (HearthBuilder *builder, GError **error)
{
  g_autoptr (GPtrArray) months =
    hearth_sessions_count (builder->store, hearth_record_get_id (builder->resident), builder->from,
                           builder->to, error);
  HearthSessionCount sum;
  HearthBlock *facts;

  if (!months)
    return false;
  sum = hearth_sessions_sum (months);
  if (sum.offered + sum.cancelled == 0)
    return true;
  facts = hearth_document_add (builder->document, hearth_block_new (HEARTH_BLOCK_FACTS));
  add_number (facts, _ ("Sessions offered"), sum.offered);
  add_number (facts, _ ("Taken up"), sum.attended + sum.cut_short);
  add_number (facts, _ ("Of these in a group"), sum.in_group);
  add_number (facts, _ ("Declined by the resident"), sum.declined);
  add_number (facts, _ ("Did not take place"), sum.cancelled);
  return true;
}

/* --- Learning --- */

static void
add_table (HearthBuilder *builder, GPtrArray *records, const char *const *fields)
{
  if (records->len == 0)
    return;
  hearth_document_add_heading (builder->document, 2,
                               _ (hearth_record_get_record_type (records->pdata[0])->label_plural));
  hearth_builder_add_records (builder, records, fields, hearth_builder_quote_field);
}

static bool
add_attendance (HearthBuilder *builder, GError **error)
{
  HearthAttendanceCount count;
  HearthBlock *facts;
  g_autofree char *words = NULL;

  if (!hearth_attendance_count (builder->store, hearth_record_get_id (builder->resident), builder->from,
                                builder->to, &count, error))
    return false;
  words = hearth_builder_describe_attendance (&count);
  if (*words == '\0')
    return true;
  facts = hearth_document_add (builder->document, hearth_block_new (HEARTH_BLOCK_FACTS));
  hearth_builder_add_fact (facts, _ ("Attendance"), words);
  return true;
}

/* Learning goals that are open, or ended in this time. */
static GPtrArray *
pick_goals (HearthBuilder *builder, GPtrArray *goals)
{
  GPtrArray *picked = g_ptr_array_new ();

  for (unsigned int i = 0; i < goals->len; i++)
    {
      if (hearth_goal_is_open (goals->pdata[i]) ||
          strcmp (hearth_record_get (goals->pdata[i], "ended_on"), builder->from) >= 0)
        g_ptr_array_add (picked, goals->pdata[i]);
    }
  return picked;
}

/** What of a type stands in a table, from when on. */
typedef struct {
  const HearthRecordType *type;
  bool in_period;
  const char *fields[6];
} Part;

static const Part parts[] = {
  { &hearth_enrolment_type, false, { "programme", "grade", "start", "until" } },
  { &hearth_vocational_training_type, false, { "trade", "status", "start", "level" } },
  { &hearth_school_mark_type, true, { "date", "school_subject", "mark", "percent" } },
  { &hearth_skill_type, true, { "date", "area", "skill", "level" } },
  { &hearth_certificate_type, true, { "date", "title", "level" } },
};

static bool
add_learning (HearthBuilder *builder, GPtrArray *contributions, GError **error)
{
  static const char *const goal_fields[] = { "own", "text", "status", "near", NULL };
  g_autoptr (GPtrArray) goals =
    hearth_learning_goals_list (builder->store, hearth_record_get_id (builder->resident), NULL, error);
  g_autoptr (GPtrArray) picked = goals ? pick_goals (builder, goals) : NULL;
  unsigned int before;

  if (!picked)
    return false;
  hearth_document_add_heading (builder->document, 1, _ ("Learning and work"));
  before = builder->document->blocks->len;
  if (!add_attendance (builder, error))
    return false;
  for (gsize i = 0; i < G_N_ELEMENTS (parts); i++)
    {
      g_autoptr (GPtrArray) records = parts[i].in_period
                                        ? hearth_progress_load (builder, parts[i].type, error)
                                        : hearth_builder_load_readable (builder, parts[i].type, error);

      if (!records)
        return false;
      add_table (builder, records, parts[i].fields);
    }
  add_table (builder, picked, goal_fields);
  if (before == builder->document->blocks->len)
    hearth_document_add_remark (builder->document, _ ("Nothing to report"));
  hearth_document_add_heading (builder->document, 2, _ ("In the teacher’s words"));
  add_contributions (builder, contributions, "education");
  return true;
}

bool
hearth_progress_add_care (HearthBuilder *builder, GPtrArray *contributions, GError **error)
{
  if (!add_health (builder, contributions, error))
    return false;
  hearth_document_add_heading (builder->document, 1, _ ("Counselling and well-being"));
  add_contributions (builder, contributions, "wellbeing");
  return add_sessions (builder, error) && add_learning (builder, contributions, error);
}

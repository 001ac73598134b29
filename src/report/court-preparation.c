/* SPDX-License-Identifier: GPL-3.0-or-later
 * What staff and lawyer prepare a hearing with: how ready everything is, the steps, protection, the way of the day and
 * the time afterwards. Nothing in it goes over what happened.
 */
#define G_LOG_DOMAIN "hearth-report"
#include "config.h"

#include "report/court-papers.h"

#include "core/date.h"
#include "records/types.h"
#include "report/court-file.h"
#include "report/language.h"
#include "rules/court.h"

#include <glib/gi18n-lib.h>
#include <string.h>

static void
add_facts (HearthBuilder *builder, HearthRecord *record, const char *const *fields)
{
  HearthBlock *facts = hearth_block_new (HEARTH_BLOCK_FACTS);

  if (record)
    hearth_builder_add_field_facts (builder, facts, record, fields);
  hearth_builder_add_or_nothing (builder, facts);
}

/* ---- At a glance ---- */

/* "in 12 days"; "" once it is over. */
static char *
format_days_left (HearthBuilder *builder, HearthRecord *hearing)
{
  g_autofree char *day = hearth_instant_dup_date (hearth_record_get (hearing, "at"));
  int days = day ? hearth_date_days_between (builder->today, day) : -1;

  if (days < 0)
    return g_strdup ("");
  if (days == 0)
    return g_strdup (_ ("today"));
  return g_strdup_printf (g_dngettext (GETTEXT_PACKAGE, "in %d day", "in %d days", (unsigned long) days),
                          days);
}

static void
add_hearing (HearthBuilder *builder, HearthBlock *facts, HearthRecord *hearing)
{
  static const char *const fields[] = { "court",      "judge",           "attend",     "closed", "status",
                                        "report_due", "report_filed_on", "summons_on", NULL };
  g_autofree char *at = hearth_builder_quote_field (builder, facts, hearing, "at");
  g_autofree char *left = format_days_left (builder, hearing);
  g_autofree char *when = *left ? hearth_builder_join (builder, " · ", at, left, NULL) : g_strdup (at);
  g_autofree char *kind = hearth_builder_quote_field (builder, facts, hearing, "kind");

  hearth_builder_add_fact (facts, _ ("Hearing"), when);
  hearth_builder_add_fact (facts, _ ("Kind of hearing"), kind);
  hearth_builder_add_field_facts (builder, facts, hearing, fields);
}

static void
add_accused (HearthBuilder *builder, HearthBlock *facts, HearthRecord *accused)
{
  g_autofree char *letter = hearth_builder_quote_field (builder, facts, accused, "letter");
  g_autofree char *status = hearth_builder_quote_field (builder, facts, accused, "status");
  g_autofree char *as_of = hearth_builder_quote_field (builder, facts, accused, "status_on");
  g_autofree char *words =
    *as_of ? hearth_builder_join (builder, " · ", status, as_of, NULL) : g_strdup (status);
  /* Translators: %s is a letter and a number, "A1" */
  g_autofree char *label = g_strdup_printf (_ ("Accused person %s"), letter);

  hearth_builder_add_fact (facts, label, words);
}

static void
add_glance (HearthBuilder *builder, HearthCourtFile *file)
{
  static const char *const of_case[] = { "code",        "kind",    "court",      "number",
                                         "stage",       "lawyer",  "prosecutor", "guardian",
                                         "interpreter", "testify", NULL };
  static const char *const of_resident[] = { "age", "languages", "interpreter", NULL };
  HearthBlock *facts = hearth_document_add (builder->document, hearth_block_new (HEARTH_BLOCK_FACTS));

  hearth_builder_add_name (builder, facts);
  hearth_builder_add_field_facts (builder, facts, builder->resident, of_resident);
  if (file->hearing)
    add_hearing (builder, facts, file->hearing);
  hearth_builder_add_purpose (builder, facts);
  hearth_document_add_remark (
    builder->document, _ ("Nobody goes over what happened with the resident: evidence is never rehearsed. "
                          "Coming is the resident’s own choice wherever the law leaves one."));
  hearth_document_add_heading (builder->document, 1, _ ("The case"));
  facts = hearth_block_new (HEARTH_BLOCK_FACTS);
  if (file->legal_case)
    hearth_builder_add_field_facts (builder, facts, file->legal_case, of_case);
  for (unsigned int i = 0; i < file->accused->len; i++)
    add_accused (builder, facts, file->accused->pdata[i]);
  hearth_builder_add_or_nothing (builder, facts);
  if (file->legal_case)
    hearth_builder_add_quote (builder, file->legal_case, "views");
}

/* ---- How ready everything is ---- */

static bool
add_readiness (HearthBuilder *builder, HearthCourtFile *file, GError **error)
{
  HearthBlock *table;
  g_autoptr (GPtrArray) lamps = NULL;

  hearth_document_add_heading (builder->document, 1, _ ("How ready everything is"));
  if (!file->hearing)
    {
      hearth_document_add_remark (builder->document, _ ("Nothing to report"));
      return true;
    }
  lamps = hearth_hearing_get_readiness (builder->store, file->hearing, error);
  if (!lamps)
    return false;
  table = hearth_block_new (HEARTH_BLOCK_TABLE);
  table->tier = HEARTH_TIER_CASE;
  hearth_block_add_column (table, _ ("What"), false);
  hearth_block_add_column (table, _ ("Ready"), false);
  hearth_block_add_column (table, _ ("Why"), false);
  for (unsigned int i = 0; i < lamps->len; i++)
    {
      const HearthLamp *lamp = lamps->pdata[i];

      hearth_block_add_row (table, lamp->label, hearth_lamp_state_get_label (lamp->state), lamp->why, NULL);
    }
  hearth_builder_add_or_nothing (builder, table);
  return true;
}

/* ---- Steps ---- */

/* "by 12 March 2026 · Key worker · Must not be left out", or when and by whom it was done. */
static char *
format_step (HearthBuilder *builder, HearthBlock *list, HearthRecord *step)
{
  bool done = hearth_record_has (step, "done_on");
  g_autofree char *day = hearth_builder_quote_field (builder, list, step, done ? "done_on" : "due");
  g_autofree char *who = hearth_builder_quote_field (builder, list, step, done ? "done_by" : "who");
  g_autofree char *role =
    hearth_record_format (step, hearth_record_type_lookup_field (&hearth_preparation_type, "role"), "");
  /* Translators: %s is a day */
  g_autofree char *when = done ? g_strdup (day) : g_strdup_printf (_ ("by %s"), day);
  const char *person = *who ? who : done ? "" : role;
  g_autofree char *words =
    *person ? hearth_builder_join (builder, " · ", when, person, NULL) : g_strdup (when);
  g_autofree char *late = NULL;

  if (done)
    return g_steal_pointer (&words);
  if (hearth_step_get_standing (builder->store, step) == HEARTH_STEP_OVERDUE)
    late =
      hearth_builder_join (builder, " · ", words, hearth_step_standing_get_label (HEARTH_STEP_OVERDUE), NULL);
  else
    late = g_strdup (words);
  if (!hearth_record_is_yes (step, "critical"))
    return g_steal_pointer (&late);
  return hearth_builder_join (builder, " · ", late, hearth_builder_get_label (step, "critical"), NULL);
}

/* What the resident said to a step, and what is to come of it. */
static void
add_reaction (HearthBuilder *builder, HearthRecord *step)
{
  HearthBlock *quote = hearth_block_new (HEARTH_BLOCK_QUOTE);
  HearthBlock *facts = hearth_block_new (HEARTH_BLOCK_FACTS);
  g_autofree char *words = hearth_builder_quote_field (builder, quote, step, "reaction");
  g_autofree char *item = hearth_builder_quote_field (builder, quote, step, "text");
  g_autofree char *note = hearth_builder_quote_field (builder, facts, step, "note");

  g_set_str (&quote->text, words);
  g_set_str (&quote->note, item);
  if (*words)
    hearth_document_add (builder->document, quote);
  else
    hearth_block_free (quote);
  hearth_builder_add_fact (facts, hearth_builder_get_label (step, "note"), note);
  if (*note)
    hearth_document_add (builder->document, facts);
  else
    hearth_block_free (facts);
}

static void
add_stage (HearthBuilder *builder, HearthCourtFile *file, const HearthChoice *stage)
{
  HearthBlock *list = hearth_block_new (HEARTH_BLOCK_CHECKLIST);

  for (unsigned int i = 0; i < file->steps->len; i++)
    {
      HearthRecord *step = file->steps->pdata[i];
      g_autofree char *item = NULL, *remark = NULL;

      if (!g_str_equal (hearth_record_get (step, "stage"), stage->code) ||
          (hearth_record_is_yes (step, "not_needed") && !hearth_record_has (step, "done_on")))
        continue;
      item = hearth_builder_quote_field (builder, list, step, "text");
      remark = format_step (builder, list, step);
      hearth_block_add_row (list, hearth_record_has (step, "done_on") ? "yes" : "", item, remark, NULL);
    }
  if (list->rows->len == 0)
    {
      hearth_block_free (list);
      return;
    }
  hearth_document_add_heading (builder->document, 2, _ (stage->label));
  hearth_document_add (builder->document, list);
  for (unsigned int i = 0; i < file->steps->len; i++)
    {
      if (g_str_equal (hearth_record_get (file->steps->pdata[i], "stage"), stage->code))
        add_reaction (builder, file->steps->pdata[i]);
    }
}

static void
add_steps (HearthBuilder *builder, HearthCourtFile *file)
{
  const HearthChoice *stages = hearth_record_type_lookup_field (&hearth_preparation_type, "stage")->choices;
  unsigned int done, needed, late;
  g_autofree char *words = NULL;

  hearth_steps_count (builder->store, file->steps, &done, &needed, &late);
  hearth_document_add_heading (builder->document, 1, _ ("Steps"));
  if (needed == 0)
    {
      hearth_document_add_remark (builder->document, _ ("Nothing to report"));
      return;
    }
  words = g_strdup_printf (g_dngettext (GETTEXT_PACKAGE, "%u of %u step is done.", "%u of %u steps are done.",
                                        needed),
                           done, needed);
  hearth_document_add_remark (builder->document, words);
  for (const HearthChoice *stage = stages; stage->code; stage++)
    add_stage (builder, file, stage);
}

/* ---- Protection ---- */

static char *
quote_measure (HearthBuilder *builder, HearthBlock *table, HearthRecord *measure, const char *name)
{
  g_autofree char *cell = hearth_builder_quote_field (builder, table, measure, name);
  g_autofree char *more = NULL;

  if (g_str_equal (name, "kind"))
    more = hearth_builder_quote_field (builder, table, measure, "detail");
  else if (g_str_equal (name, "requested_on"))
    more = hearth_builder_quote_field (builder, table, measure, "requested_by");
  else if (g_str_equal (name, "decision"))
    more = hearth_builder_quote_field (builder, table, measure, "reason");
  return *cell && more && *more ? hearth_builder_join (builder, " · ", cell, more, NULL)
                                : g_steal_pointer (&cell);
}

static void
add_measures (HearthBuilder *builder, HearthCourtFile *file)
{
  static const char *const fields[] = { "kind", "wanted", "requested_on", "decision", "given", NULL };

  hearth_document_add_heading (builder->document, 1, _ (hearth_protective_measure_type.label_plural));
  hearth_builder_add_records (builder, file->measures, fields, quote_measure);
  for (unsigned int i = 0; i < file->measures->len; i++)
    hearth_builder_add_measure_wish (builder, file->measures->pdata[i]);
}

/* ---- The day ---- */

/* A line of the plan; what nobody has settled yet is left to be written by hand. */
static void
add_time (HearthBlock *table, const char *time, const char *what)
{
  hearth_block_add_row (table, *time ? time : "____", what, NULL);
}

static char *
format_waiting (HearthBuilder *builder, HearthBlock *table, HearthRecord *hearing)
{
  g_autofree char *where = hearth_builder_quote_field (builder, table, hearing, "waiting_room");
  g_autofree char *waited = hearth_builder_quote_field (builder, table, hearing, "waited");
  const char *label = hearth_builder_get_label (hearing, *waited ? "waited" : "waiting_room");
  const char *value = *waited ? waited : where;

  return *value ? hearth_builder_join (builder, ": ", label, value, NULL) : g_strdup (_ ("Wait"));
}

/* The time of day at which the hearing begins. */
static char *
format_time (HearthBuilder *builder, HearthBlock *table, HearthRecord *hearing)
{
  g_autoptr (GDateTime) at =
    hearth_instant_to_date_time (hearth_builder_use_field (builder, table, hearing, "at"));
  g_autofree char *time = at ? g_date_time_format (at, "%H:%M") : g_strdup ("");

  return hearth_time_format (time);
}

static void
add_day_plan (HearthBuilder *builder, HearthRecord *hearing)
{
  HearthBlock *table = hearth_block_new (HEARTH_BLOCK_TABLE);
  g_autofree char *left = hearth_builder_quote_field (builder, table, hearing, "left_at");
  g_autofree char *arrived = hearth_builder_quote_field (builder, table, hearing, "arrived_at");
  g_autofree char *from = hearth_builder_quote_field (builder, table, hearing, "heard_from");
  g_autofree char *until = hearth_builder_quote_field (builder, table, hearing, "heard_until");
  g_autofree char *at = format_time (builder, table, hearing);
  g_autofree char *waiting = format_waiting (builder, table, hearing);
  g_autofree char *medicine = hearth_builder_quote_field (builder, table, hearing, "medicine");
  g_autofree char *doses =
    hearth_builder_join (builder, ": ", hearth_builder_get_label (hearing, "medicine"), medicine, NULL);

  hearth_block_add_column (table, _ ("When"), false);
  hearth_block_add_column (table, _ ("What"), false);
  add_time (table, left, _ ("Leave the house"));
  add_time (table, arrived, _ ("Arrive"));
  add_time (table, "", waiting);
  if (*medicine)
    add_time (table, "", doses);
  add_time (table, at, _ ("Hearing begins"));
  add_time (table, from, _ ("Questions begin"));
  add_time (table, until, _ ("Questions end"));
  add_time (table, "", _ ("Back in the house; a talk about how the day was, not about what was said"));
  hearth_document_add_heading (builder->document, 2, _ ("Plan of the day"));
  hearth_document_add (builder->document, table);
}

static bool
add_day (HearthBuilder *builder, HearthCourtFile *file, GError **error)
{
  static const char *const ways[] = { "escort",       "support_person", "transport",   "entrance",
                                      "waiting_room", "route",          "interpreter", "children",
                                      "clothes",      "food",           NULL };
  static const char *const comforts[] = { "comfort", "signal", "medicine", NULL };
  static const char *const resident[] = { "comforts", "too_much", "avoid_topics", "may_sit_in", NULL };
  HearthBlock *facts;

  hearth_document_add_heading (builder->document, 1, _ ("The day"));
  add_facts (builder, file->hearing, ways);
  if (file->hearing)
    add_day_plan (builder, file->hearing);
  hearth_document_add_heading (builder->document, 1, _ ("What helps, and medicines"));
  facts = hearth_block_new (HEARTH_BLOCK_FACTS);
  if (file->hearing)
    hearth_builder_add_field_facts (builder, facts, file->hearing, comforts);
  hearth_builder_add_field_facts (builder, facts, builder->resident, resident);
  if (!hearth_builder_add_allergies (builder, facts, error))
    {
      hearth_block_free (facts);
      return false;
    }
  hearth_builder_add_or_nothing (builder, facts);
  return true;
}

/* ---- Afterwards ---- */

static void
add_afterwards (HearthBuilder *builder, HearthCourtFile *file)
{
  static const char *const fields[] = { "waited",   "breaks", "measures_given", "how_it_was", "trouble",
                                        "happened", "result", "told_on",        "next_on",    NULL };

  g_autofree char *day =
    file->hearing ? hearth_instant_dup_date (hearth_record_get (file->hearing, "at")) : NULL;

  /* A day that has not come was in no way yet. */
  if (!day || strcmp (day, builder->today) > 0)
    return;
  hearth_document_add_heading (builder->document, 1, _ ("How the day was"));
  add_facts (builder, file->hearing, fields);
  hearth_builder_add_quote (builder, file->hearing, "said");
}

HearthDocument *
hearth_report_court_preparation (HearthStore *store,
                                 HearthRecord *subject,
                                 const HearthReportOptions *options,
                                 GError **error)
{
  g_autoptr (HearthLanguageScope) scope = NULL;
  g_auto (HearthBuilder) builder = { NULL };
  g_auto (HearthCourtFile) file = { NULL };

  g_return_val_if_fail (HEARTH_IS_STORE (store) && HEARTH_IS_RECORD (subject) && options != NULL, NULL);

  scope = hearth_language_scope_new (options->language);
  if (!hearth_builder_init (&builder, "court-preparation", store, subject, options, error) ||
      !hearth_court_file_load (&file, &builder, false, error))
    return NULL;

  add_glance (&builder, &file);
  if (!add_readiness (&builder, &file, error))
    return NULL;
  add_steps (&builder, &file);
  add_measures (&builder, &file);
  if (!add_day (&builder, &file, error))
    return NULL;
  add_afterwards (&builder, &file);
  return hearth_builder_finish (&builder, HEARTH_TIER_CASE, error);
}

/* SPDX-License-Identifier: GPL-3.0-or-later
 * The sheet for those who look for somebody: how to know them, how to speak with them, what they need, whom to call. It
 * goes through many hands: nothing of what happened before, no address, no legal name.
 */
#define G_LOG_DOMAIN "hearth-report"
#include "config.h"

#include "report/house-papers.h"

#include "records/types.h"
#include "report/builder.h"
#include "report/language.h"
#include "rules/safety-plans.h"

#include <glib/gi18n-lib.h>
#include <string.h>

static void
add_field_row (HearthBuilder *builder,
               HearthBlock *block,
               HearthRecord *record,
               const char *name,
               const char *label)
{
  g_autofree char *value = record ? hearth_builder_quote_field (builder, block, record, name) : g_strdup ("");

  hearth_builder_add_fact (block, label, value);
}

static void
add_person (HearthBuilder *builder)
{
  static const char *const fields[] = { "form_of_address", "age", "sex", "languages", "interpreter", NULL };
  HearthBlock *facts = hearth_document_add (builder->document, hearth_block_new (HEARTH_BLOCK_FACTS));

  hearth_builder_add_name (builder, facts);
  hearth_builder_add_field_facts (builder, facts, builder->resident, fields);
  hearth_builder_add_purpose (builder, facts);
}

static void
add_last_seen (HearthBuilder *builder, HearthRecord *plan)
{
  static const char *const fields[] = { "last_seen_at", "last_seen_where", "description", "took_with", NULL };
  static const char *const from_plan[] = { "description", "cash_phone", NULL };
  HearthBlock *facts;

  hearth_document_add_heading (builder->document, 2, _ ("The search"));
  facts = hearth_document_add (builder->document, hearth_block_new (HEARTH_BLOCK_FACTS));
  hearth_builder_add_field_facts (builder, facts, builder->subject, fields);
  if (plan)
    hearth_builder_add_field_facts (builder, facts, plan, from_plan);
  /* Pictures stay where they are sealed: one goes along only when somebody decides so. */
  hearth_block_add_row (facts, _ ("Photo"),
                        _ ("Only where the resident or their guardian has agreed to it for a search. It is "
                           "attached by hand and handed back."),
                        NULL);
}

static void
add_places (HearthBuilder *builder, HearthRecord *plan)
{
  HearthBlock *facts = hearth_block_new (HEARTH_BLOCK_FACTS);

  add_field_row (builder, facts, builder->subject, "places", _ ("This time"));
  add_field_row (builder, facts, plan, "places", _ ("Always"));
  if (facts->rows->len > 0)
    {
      hearth_document_add_heading (builder->document, 2, _ ("Where to look"));
      hearth_document_add (builder->document, facts);
      return;
    }
  hearth_block_free (facts);
}

/* What a finder must know to keep somebody alive; what they have lived through is nobody's business. */
static bool
is_for_finder (HearthRecord *alert)
{
  const char *kind = hearth_record_get (alert, "kind");

  return g_str_equal (kind, "allergy") || g_str_equal (kind, "health") || g_str_equal (kind, "communication");
}

static bool
add_needs (HearthBuilder *builder, GPtrArray *alerts, GError **error)
{
  HearthBlock *facts = hearth_block_new (HEARTH_BLOCK_FACTS);
  g_autoptr (GPtrArray) current = hearth_builder_pick_current (builder, alerts);

  if (!hearth_builder_add_allergies (builder, facts, error))
    {
      hearth_block_free (facts);
      return false;
    }
  for (unsigned int i = 0; i < current->len; i++)
    {
      g_autofree char *kind = NULL, *text = NULL;

      if (!is_for_finder (current->pdata[i]))
        continue;
      kind = hearth_builder_quote_field (builder, facts, current->pdata[i], "kind");
      text = hearth_builder_quote_field (builder, facts, current->pdata[i], "text");
      hearth_builder_add_fact (facts, kind, text);
    }
  hearth_document_add_heading (builder->document, 2, _ ("What the resident needs"));
  hearth_builder_add_or_nothing (builder, facts);
  return true;
}

static void
add_manners (HearthBuilder *builder, HearthRecord *plan)
{
  HearthBlock *facts;

  hearth_document_add_heading (builder->document, 2, _ ("When you meet the resident"));
  hearth_document_add_paragraph (
    builder->document,
    _ ("Nobody who is looked for is in trouble. Say who you are and that people are worried. Keep a distance "
       "and your hands to yourself, do not block the way, do not shout, do not question. Ask what is needed "
       "now: water, warmth, a call. Stay near until somebody of the house is there. Put nothing on the "
       "internet."));
  facts = hearth_block_new (HEARTH_BLOCK_FACTS);
  add_field_row (builder, facts, plan, "helps", _ ("What helps"));
  add_field_row (builder, facts, plan, "worse", _ ("Please do not"));
  if (!plan)
    add_field_row (builder, facts, builder->resident, "comforts", _ ("What helps"));
  if (facts->rows->len > 0)
    hearth_document_add (builder->document, facts);
  else
    hearth_block_free (facts);
}

static void
add_calls (HearthBuilder *builder, HearthRecord *plan)
{
  HearthBlock *facts;

  hearth_document_add_heading (builder->document, 2, _ ("Whom to call"));
  facts = hearth_document_add (builder->document, hearth_block_new (HEARTH_BLOCK_FACTS));
  add_field_row (builder, facts, plan, "if_missing", _ ("In this order"));
  add_field_row (builder, facts, builder->subject, "police_reference", _ ("Number at the police"));
  /* Lines to write on. */
  hearth_block_add_row (facts, _ ("Name and telephone"), "", NULL);
  hearth_block_add_row (facts, _ ("Sheet given to"), "", NULL);
}

HearthDocument *
hearth_report_missing_sheet (HearthStore *store,
                             HearthRecord *episode,
                             const HearthReportOptions *options,
                             GError **error)
{
  g_autoptr (HearthLanguageScope) scope = NULL;
  g_auto (HearthBuilder) builder = { NULL };
  g_autoptr (GPtrArray) alerts = NULL;
  g_autoptr (GPtrArray) plans = NULL;
  HearthRecord *plan;

  g_return_val_if_fail (HEARTH_IS_STORE (store) && HEARTH_IS_RECORD (episode) && options != NULL, NULL);

  scope = hearth_language_scope_new (options->language);
  if (!hearth_builder_init (&builder, "missing-sheet", store, episode, options, error) ||
      !(alerts = hearth_builder_load (&builder, &hearth_alert_type, false, error)) ||
      !(plans = hearth_builder_load (&builder, &hearth_safety_plan_type, false, error)))
    return NULL;

  /* Others read it than those who know the house. */
  g_set_str (&builder.document->house, "");
  plan = hearth_safety_plan_pick (plans, builder.today);
  if (hearth_record_has (episode, "found_at"))
    hearth_document_add_paragraph (builder.document,
                                   _ ("The resident is back. This sheet is not needed any more."));
  add_person (&builder);
  add_last_seen (&builder, plan);
  if (!add_needs (&builder, alerts, error))
    return NULL;
  add_manners (&builder, plan);
  add_places (&builder, plan);
  add_calls (&builder, plan);
  return hearth_builder_finish (&builder, HEARTH_TIER_CARE, error);
}

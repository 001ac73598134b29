/* SPDX-License-Identifier: GPL-3.0-or-later
 * The safety card: what whoever is at the duty desk does, at which signs, and whom they call. One page, to be read
 * standing. No threats, no history: it hangs where others pass.
 */
#define G_LOG_DOMAIN "hearth-report"
#include "config.h"

#include "report/house-papers.h"

#include "core/date.h"
#include "records/types.h"
#include "report/builder.h"
#include "report/language.h"
#include "rules/safety-plans.h"

#include <glib/gi18n-lib.h>
#include <string.h>

static void
add_head (HearthBuilder *builder, HearthRecord *plan)
{
  static const char *const resident_fields[] = { "form_of_address", "languages", NULL };
  static const char *const plan_fields[] = { "code_word", NULL };
  HearthBlock *facts = hearth_document_add (builder->document, hearth_block_new (HEARTH_BLOCK_FACTS));

  hearth_builder_add_name (builder, facts);
  hearth_builder_add_field_facts (builder, facts, builder->resident, resident_fields);
  if (plan)
    hearth_builder_add_field_facts (builder, facts, plan, plan_fields);
}

static void
add_facts (HearthBuilder *builder,
           HearthRecord *plan,
           const char *title,
           HearthManner manner,
           const char *const *fields)
{
  HearthBlock *facts = hearth_block_new (HEARTH_BLOCK_FACTS);

  facts->manner = manner;
  hearth_builder_add_field_facts (builder, facts, plan, fields);
  if (facts->rows->len == 0)
    {
      hearth_block_free (facts);
      return;
    }
  hearth_document_add_heading (builder->document, 1, title);
  hearth_document_add (builder->document, facts);
}

/* How old the plan is, and when it is looked at again. */
static void
add_standing (HearthBuilder *builder, HearthRecord *plan)
{
  const char *review = hearth_record_get (plan, "review");
  g_autofree char *made = hearth_date_format (hearth_record_get (plan, "made_on"));
  g_autofree char *again = hearth_date_format (review);
  g_autofree char *words = NULL;

  /* Translators: %s are days */
  words = g_strdup_printf (_ ("Plan of %s, to be looked at again on %s."), made, again);
  hearth_document_add_remark (builder->document, words);
  if (*review && strcmp (review, builder->today) < 0)
    hearth_document_add_paragraph (builder->document, _ ("That day has passed. Please ask the key worker "
                                                         "whether the plan still holds."));
}

HearthDocument *
hearth_report_safety_card (HearthStore *store,
                           HearthRecord *resident,
                           const HearthReportOptions *options,
                           GError **error)
{
  /* What is looked for first when something happens stands first. */
  static const char *const signs[] = { "warning_signs", "signs_1", "signs_2", "signs_3", NULL };
  static const char *const dangers[] = { "if_called", "if_leaves", "if_missing", NULL };
  static const char *const helps[] = { "helps", "worse", "triggers", "safe_places", "safe_people", NULL };
  static const char *const rules[] = { "phone_rules", "route_rules", "court_day", "visit_plan", NULL };
  g_autoptr (HearthLanguageScope) scope = NULL;
  g_auto (HearthBuilder) builder = { NULL };
  g_autoptr (GPtrArray) plans = NULL;
  HearthRecord *plan;

  g_return_val_if_fail (HEARTH_IS_STORE (store) && HEARTH_IS_RECORD (resident) && options != NULL, NULL);

  scope = hearth_language_scope_new (options->language);
  if (!hearth_builder_init (&builder, "safety-card", store, resident, options, error) ||
      !(plans = hearth_builder_load (&builder, &hearth_safety_plan_type, false, error)))
    return NULL;

  plan = hearth_safety_plan_pick (plans, builder.today);
  add_head (&builder, plan);
  if (plan)
    {
      add_facts (&builder, plan, _ ("What we do"), HEARTH_MANNER_LOUD, signs);
      add_facts (&builder, plan, _ ("In danger, and whom we call"), HEARTH_MANNER_LOUD, dangers);
      add_facts (&builder, plan, _ ("What helps"), HEARTH_MANNER_PLAIN, helps);
      add_facts (&builder, plan, _ ("Every day"), HEARTH_MANNER_PLAIN, rules);
      add_standing (&builder, plan);
    }
  else
    hearth_document_add_paragraph (builder.document,
                                   _ ("There is no safety plan that holds today. Please make one together "
                                      "with the resident."));
  return hearth_builder_finish (&builder, HEARTH_TIER_CARE, error);
}

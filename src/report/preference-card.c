/* SPDX-License-Identifier: GPL-3.0-or-later
 * The preference card: one page for the duty desk, on how to speak with a resident and what helps. What is dangerous
 * comes first; no legal name, no history, no address.
 */
#define G_LOG_DOMAIN "hearth-report"
#include "config.h"

#include "report/preference-card.h"

#include "records/types.h"
#include "report/builder.h"
#include "report/language.h"

#include <glib/gi18n-lib.h>

static void
add_who (HearthBuilder *builder)
{
  static const char *const fields[] = { "form_of_address", "languages", "interpreter", "key_worker" };
  HearthBlock *facts = hearth_document_add (builder->document, hearth_block_new (HEARTH_BLOCK_FACTS));

  hearth_builder_add_name (builder, facts);
  for (gsize i = 0; i < G_N_ELEMENTS (fields); i++)
    {
      g_autofree char *value = hearth_builder_quote_field (builder, facts, builder->resident, fields[i]);

      hearth_builder_add_fact (facts, hearth_builder_get_label (builder->resident, fields[i]), value);
    }
  hearth_builder_add_purpose (builder, facts);
}

/* Whether who serves a meal or opens the door has to know it. */
static bool
is_for_desk (HearthRecord *alert)
{
  const char *kind = hearth_record_get (alert, "kind");

  return g_str_equal (hearth_record_get (alert, "level"), "high") || g_str_equal (kind, "allergy") ||
         g_str_equal (kind, "diet");
}

static bool
add_alerts (HearthBuilder *builder, GPtrArray *alerts, GError **error)
{
  static const char *const fields[] = { "level", "kind", "text", "action", NULL };
  const HearthChoice *levels = hearth_record_type_lookup_field (&hearth_alert_type, "level")->choices;
  g_autoptr (GPtrArray) current = hearth_builder_pick_current (builder, alerts);
  g_autoptr (GPtrArray) sorted = g_ptr_array_new ();

  /* The choices stand in their order of danger. */
  for (const HearthChoice *level = levels; level->code; level++)
    {
      for (unsigned int i = 0; i < current->len; i++)
        {
          if (g_str_equal (hearth_record_get (current->pdata[i], "level"), level->code) &&
              is_for_desk (current->pdata[i]))
            g_ptr_array_add (sorted, current->pdata[i]);
        }
    }
  hearth_document_add_heading (builder->document, 1, _ ("Allergies, food and high alerts"));
  return hearth_builder_add_alerts (builder, sorted, fields, error);
}

HearthDocument *
hearth_report_preference_card (HearthStore *store,
                               HearthRecord *resident,
                               const HearthReportOptions *options,
                               GError **error)
{
  static const char *const texts[] = { "comforts", "avoid_topics", "too_much", "may_sit_in" };
  g_autoptr (HearthLanguageScope) scope = NULL;
  g_auto (HearthBuilder) builder = { NULL };
  g_autoptr (GPtrArray) alerts = NULL;

  g_return_val_if_fail (HEARTH_IS_STORE (store) && HEARTH_IS_RECORD (resident) && options != NULL, NULL);

  scope = hearth_language_scope_new (options->language);
  if (!hearth_builder_init (&builder, "preference-card", store, resident, options, error) ||
      !(alerts = hearth_builder_load (&builder, &hearth_alert_type, false, error)))
    return NULL;

  add_who (&builder);
  if (!add_alerts (&builder, alerts, error))
    return NULL;
  for (gsize i = 0; i < G_N_ELEMENTS (texts); i++)
    hearth_builder_add_text (&builder, texts[i], _ ("Not written down yet"));
  return hearth_builder_finish (&builder, HEARTH_TIER_CARE, error);
}

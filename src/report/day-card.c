/* SPDX-License-Identifier: GPL-3.0-or-later
 * The card for who goes along to court: one page, to be read at arm's length. Whoever finds it does not learn where the
 * resident lives or what the hearing is about.
 */
#define G_LOG_DOMAIN "hearth-report"
#include "config.h"

#include "report/court-papers.h"

#include "records/types.h"
#include "report/court-file.h"
#include "report/language.h"

#include <glib/gi18n-lib.h>

static void
add_facts (HearthBuilder *builder, HearthRecord *record, const char *title, const char *const *fields)
{
  HearthBlock *facts = hearth_block_new (HEARTH_BLOCK_FACTS);

  hearth_builder_add_field_facts (builder, facts, record, fields);
  if (facts->rows->len == 0)
    {
      hearth_block_free (facts);
      return;
    }
  hearth_document_add_heading (builder->document, 1, title);
  hearth_document_add (builder->document, facts);
}

static void
add_head (HearthBuilder *builder, HearthRecord *hearing)
{
  static const char *const of_resident[] = { "form_of_address", "languages", NULL };
  static const char *const of_hearing[] = { "at", "court", NULL };
  HearthBlock *facts = hearth_document_add (builder->document, hearth_block_new (HEARTH_BLOCK_FACTS));

  facts->manner = HEARTH_MANNER_LOUD;
  hearth_builder_add_name (builder, facts);
  if (hearing)
    hearth_builder_add_field_facts (builder, facts, hearing, of_hearing);
  hearth_builder_add_field_facts (builder, facts, builder->resident, of_resident);
}

static bool
add_helps (HearthBuilder *builder, HearthRecord *hearing, GError **error)
{
  static const char *const of_hearing[] = { "signal", "comfort", "medicine", "food", "clothes", NULL };
  static const char *const of_resident[] = { "too_much", "avoid_topics", NULL };
  HearthBlock *facts = hearth_block_new (HEARTH_BLOCK_FACTS);

  if (hearing)
    hearth_builder_add_field_facts (builder, facts, hearing, of_hearing);
  if (!hearth_builder_add_allergies (builder, facts, error))
    {
      hearth_block_free (facts);
      return false;
    }
  hearth_builder_add_field_facts (builder, facts, builder->resident, of_resident);
  hearth_document_add_heading (builder->document, 1, _ ("What helps"));
  hearth_builder_add_or_nothing (builder, facts);
  return true;
}

/* To be written by hand on the way; it goes into the record in the evening. */
static void
add_lines (HearthBuilder *builder)
{
  HearthBlock *facts;

  hearth_document_add_heading (builder->document, 1, _ ("Write down on the way"));
  facts = hearth_document_add (builder->document, hearth_block_new (HEARTH_BLOCK_FACTS));
  hearth_block_add_row (facts, _ ("If something is wrong, call"), "_________________________________", NULL);
  hearth_block_add_row (facts, _ ("Left, arrived"), "____________   ____________", NULL);
  hearth_block_add_row (facts, _ ("Waited until"), "____________", NULL);
  hearth_block_add_row (facts, _ ("Heard from, until; breaks"), "____________   ____________   ______", NULL);
  hearth_block_add_row (facts, _ ("What really protected"), "_________________________________", NULL);
}

HearthDocument *
hearth_report_day_card (HearthStore *store,
                        HearthRecord *subject,
                        const HearthReportOptions *options,
                        GError **error)
{
  static const char *const way[] = { "transport", "entrance",    "waiting_room", "support_person",
                                     "escort",    "interpreter", "children",     NULL };
  static const char *const after[] = { "after_care", NULL };
  g_autoptr (HearthLanguageScope) scope = NULL;
  g_auto (HearthBuilder) builder = { NULL };
  g_auto (HearthCourtFile) file = { NULL };

  g_return_val_if_fail (HEARTH_IS_STORE (store) && HEARTH_IS_RECORD (subject) && options != NULL, NULL);

  scope = hearth_language_scope_new (options->language);
  if (!hearth_builder_init (&builder, "day-card", store, subject, options, error) ||
      !hearth_court_file_load (&file, &builder, false, error))
    return NULL;

  g_set_str (&builder.document->house, "");
  g_set_str (&builder.document->organisation, "");
  hearth_court_file_hide_house (&builder);
  add_head (&builder, file.hearing);
  if (!file.hearing)
    hearth_document_add_paragraph (builder.document, _ ("Nothing to report: there is no hearing."));
  else
    {
      add_facts (&builder, file.hearing, _ ("The way"), way);
      if (!add_helps (&builder, file.hearing, error))
        return NULL;
      add_facts (&builder, file.hearing, _ ("Afterwards"), after);
      add_lines (&builder);
    }
  hearth_document_add_paragraph (builder.document, _ ("Do not speak about what happened, nor let others ask. "
                                                      "Nobody is told where the "
                                                      "resident lives."));
  return hearth_builder_finish (&builder, HEARTH_TIER_CASE, error);
}

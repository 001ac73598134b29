/* SPDX-License-Identifier: GPL-3.0-or-later
 * The leave pass: what a resident who goes out carries along. It tells who somebody is and when they are back, not why they
 * live here, nor where that is.
 */
#define G_LOG_DOMAIN "hearth-report"
#include "config.h"

#include "report/house-papers.h"

#include "records/types.h"
#include "report/builder.h"
#include "report/language.h"

#include <glib/gi18n-lib.h>

static void
add_leave (HearthBuilder *builder)
{
  static const char *const fields[] = { "kind",   "leaves_at",  "due_back",   "where_to",   "with_whom",
                                        "escort", "conditions", "decided_by", "decided_on", NULL };
  HearthBlock *facts = hearth_document_add (builder->document, hearth_block_new (HEARTH_BLOCK_FACTS));

  hearth_builder_add_name (builder, facts);
  hearth_builder_add_field_facts (builder, facts, builder->subject, fields);
  hearth_builder_add_purpose (builder, facts);
}

/* To be written by hand at the door, and by whoever the resident is with. */
static void
add_door (HearthBuilder *builder)
{
  HearthBlock *facts, *signatures;

  hearth_document_add_heading (builder->document, 1, _ ("At the door"));
  facts = hearth_document_add (builder->document, hearth_block_new (HEARTH_BLOCK_FACTS));
  hearth_block_add_row (facts, _ ("If something is wrong, call"), "", NULL);
  hearth_block_add_row (facts, _ ("Went out at"), "", NULL);
  hearth_block_add_row (facts, _ ("Came back at"), "", NULL);
  signatures = hearth_document_add (builder->document, hearth_block_new (HEARTH_BLOCK_SIGNATURES));
  hearth_block_add_row (signatures, _ ("Resident"), "", NULL);
  hearth_block_add_row (signatures, _ ("Member of staff"), "", NULL);
}

HearthDocument *
hearth_report_leave_pass (HearthStore *store,
                          HearthRecord *leave,
                          const HearthReportOptions *options,
                          GError **error)
{
  g_autoptr (HearthLanguageScope) scope = NULL;
  g_auto (HearthBuilder) builder = { NULL };

  g_return_val_if_fail (HEARTH_IS_STORE (store) && HEARTH_IS_RECORD (leave) && options != NULL, NULL);

  scope = hearth_language_scope_new (options->language);
  if (!hearth_builder_init (&builder, "leave-pass", store, leave, options, error))
    return NULL;

  /* Whoever finds it does not learn where it comes from. */
  g_set_str (&builder.document->house, "");
  if (!g_str_equal (hearth_record_get (leave, "decision"), "agreed"))
    hearth_document_add_paragraph (builder.document,
                                   _ ("This leave has not been agreed to. This paper is no pass."));
  add_leave (&builder);
  add_door (&builder);
  return hearth_builder_finish (&builder, HEARTH_TIER_CARE, error);
}

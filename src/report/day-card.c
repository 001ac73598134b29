/* SPDX-License-Identifier: GPL-3.0-or-later
 * The card for who goes along to court.
 */
#define G_LOG_DOMAIN "hearth-report"
#include "config.h"

#include "report/court-papers.h"

#include "records/types.h"
#include "report/builder.h"
#include "report/language.h"

#include <glib/gi18n-lib.h>

HearthDocument *
hearth_report_day_card (HearthStore *store,
                        HearthRecord *subject,
                        const HearthReportOptions *options,
                        GError **error)
{
  g_autoptr (HearthLanguageScope) scope = NULL;
  g_auto (HearthBuilder) builder = { NULL };

  g_return_val_if_fail (HEARTH_IS_STORE (store) && HEARTH_IS_RECORD (subject) && options != NULL, NULL);

  scope = hearth_language_scope_new (options->language);
  if (!hearth_builder_init (&builder, "day-card", store, subject, options, error))
    return NULL;
  hearth_document_add_remark (builder.document, _ ("Nothing to report"));
  return hearth_builder_finish (&builder, HEARTH_TIER_CASE, error);
}

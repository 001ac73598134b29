/* SPDX-License-Identifier: GPL-3.0-or-later
 * Letting a report out of the house: who may, and the row in the audit that says so.
 */
#define G_LOG_DOMAIN "hearth-report"

#include "report/release.h"

#include "report/pdf.h"
#include "report/words.h"
#include "store/audit.h"

bool
hearth_report_release (HearthStore *store,
                       HearthRecord *subject,
                       HearthPages *pages,
                       HearthAction action,
                       GError **error)
{
  const HearthDocument *document;
  const char *name = action == HEARTH_ACTION_EXPORT ? "export" : "print";
  g_autofree char *reason = NULL, *unfinished = NULL;

  g_return_val_if_fail (HEARTH_IS_STORE (store) && HEARTH_IS_RECORD (subject), false);
  g_return_val_if_fail (HEARTH_IS_PAGES (pages), false);
  g_return_val_if_fail (action == HEARTH_ACTION_PRINT || action == HEARTH_ACTION_EXPORT, false);

  if (!hearth_policy_may_do (hearth_store_get_policy (store), action))
    {
      g_set_error_literal (error, HEARTH_STORE_ERROR, HEARTH_STORE_ERROR_DENIED, name);
      return false;
    }
  document = hearth_pages_get_document (pages);
  unfinished = hearth_report_words_find_unfinished (hearth_pages_get_document (pages));
  if (unfinished)
    {
      g_set_error_literal (error, HEARTH_STORE_ERROR, HEARTH_STORE_ERROR_INVALID, unfinished);
      return false;
    }
  reason = g_strdup_printf ("%s | %s | %s | %s", document->kind, document->recipient, document->purpose,
                            hearth_pages_get_hash (pages));
  return hearth_store_note (store, name, hearth_record_get_record_type (subject),
                            hearth_record_get_id (subject), reason, error);
}

bool
hearth_report_export (HearthStore *store,
                      HearthRecord *subject,
                      HearthPages *pages,
                      const char *path,
                      GError **error)
{
  g_return_val_if_fail (path != NULL, false);

  return hearth_report_release (store, subject, pages, HEARTH_ACTION_EXPORT, error) &&
         hearth_pdf_write (pages, path, error);
}

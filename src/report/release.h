/* SPDX-License-Identifier: GPL-3.0-or-later
 * Letting a report out of the house: who may, and the row in the audit that says so.
 */
#pragma once

#include "report/paginate.h"
#include "store/store.h"

G_BEGIN_DECLS

/** To be asked just before @pages about @subject (a resident, an incident …) are printed (@action PRINT) or written into a
 * file (EXPORT): DENIED when the person may not, INVALID with a sentence when a report that leaves the house is not finished
 * (hearth_report_words_find_unfinished ()). True means that the audit says it already, with kind, purpose, recipient and hash: what
 * cannot be noted must not leave. */
bool hearth_report_release (HearthStore *store,
                            HearthRecord *subject,
                            HearthPages *pages,
                            HearthAction action,
                            GError **error);

/** Releases @pages and writes them as PDF at @path: see hearth_pdf_write (). */
bool hearth_report_export (HearthStore *store,
                           HearthRecord *subject,
                           HearthPages *pages,
                           const char *path,
                           GError **error);

G_END_DECLS

/* SPDX-License-Identifier: GPL-3.0-or-later
 * A report before it leaves the house: its pages as printed, printing them, and saving them as PDF.
 */
#pragma once

#include <adwaita.h>

#include "report/paginate.h"
#include "store/store.h"

G_BEGIN_DECLS

#define HEARTH_TYPE_REPORT_PAGE (hearth_report_page_get_type ())
G_DECLARE_FINAL_TYPE (HearthReportPage, hearth_report_page, HEARTH, REPORT_PAGE, AdwNavigationPage)

/** @subject: what @document is about: a resident, an incident, a handover …. What leaves the house is noted in the audit,
 * with the document's purpose, recipient and hash. Actions: page.print, page.save, page.next-page, page.previous-page. */
HearthReportPage *hearth_report_page_new (HearthStore *store,
                                          HearthRecord *subject,
                                          HearthDocument *document);

/** Shows @document on a new page of the navigation view that @from is in. */
void hearth_report_page_push (GtkWidget *from,
                              HearthStore *store,
                              HearthRecord *subject,
                              HearthDocument *document);
/** Makes the report @kind ("belongings", "handover") about @subject as of today and shows it there, to be printed
 * or saved; tells why when it cannot be made. */
void hearth_report_page_open (GtkWidget *from, HearthStore *store, HearthRecord *subject, const char *kind);

HearthPages *hearth_report_page_get_pages (HearthReportPage *page);
/** Writes the PDF at @path and notes that; nothing remains at @path when that fails. */
bool hearth_report_page_save_pdf (HearthReportPage *page, const char *path, GError **error);

G_END_DECLS

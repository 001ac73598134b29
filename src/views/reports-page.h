/* SPDX-License-Identifier: GPL-3.0-or-later
 * Choosing a report: which, about whom, which days, for whom.
 */
#pragma once

#include <adwaita.h>

#include "store/store.h"

G_BEGIN_DECLS

#define HEARTH_TYPE_REPORTS_PAGE (hearth_reports_page_get_type ())
G_DECLARE_FINAL_TYPE (HearthReportsPage, hearth_reports_page, HEARTH, REPORTS_PAGE, AdwNavigationPage)

/** Begins with the days that the first kind is usually about. Actions: page.choose-resident, page.preview (pushes a #HearthReportPage). */
HearthReportsPage *hearth_reports_page_new (HearthStore *store);

void hearth_reports_page_set_resident (HearthReportsPage *page, HearthRecord *resident);

G_END_DECLS

/* SPDX-License-Identifier: GPL-3.0-or-later
 * The papers for a court and for the way there. Each is a #HearthReportBuilder.
 */
#pragma once

#include "report/report-kind.h"

G_BEGIN_DECLS

/** Of a "court_report"; or of a resident: with the latest text of theirs, or with what the file says alone. */
HearthDocument *hearth_report_court (HearthStore *store,
                                     HearthRecord *subject,
                                     const HearthReportOptions *options,
                                     GError **error);
/** Of a "hearing"; or of a resident: the next one, or the last, or none. */
HearthDocument *hearth_report_court_preparation (HearthStore *store,
                                                 HearthRecord *subject,
                                                 const HearthReportOptions *options,
                                                 GError **error);
/** As hearth_report_court_preparation (): one page for who goes along. */
HearthDocument *hearth_report_day_card (HearthStore *store,
                                        HearthRecord *subject,
                                        const HearthReportOptions *options,
                                        GError **error);

G_END_DECLS

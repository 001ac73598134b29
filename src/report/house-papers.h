/* SPDX-License-Identifier: GPL-3.0-or-later
 * The papers of daily life in the house. Each is a #HearthReportBuilder.
 */
#pragma once

#include "report/report-kind.h"

G_BEGIN_DECLS

/** Of a "handover": one page for the table that both shifts stand at. */
HearthDocument *hearth_report_handover (HearthStore *store,
                                        HearthRecord *handover,
                                        const HearthReportOptions *options,
                                        GError **error);
/** Of a resident: the present safety plan for the duty desk, without what happened before. */
HearthDocument *hearth_report_safety_card (HearthStore *store,
                                           HearthRecord *resident,
                                           const HearthReportOptions *options,
                                           GError **error);
/** Of a "missing_episode": what those who search have to know, and nothing else. */
HearthDocument *hearth_report_missing_sheet (HearthStore *store,
                                             HearthRecord *episode,
                                             const HearthReportOptions *options,
                                             GError **error);
/** Of an "incident". */
HearthDocument *hearth_report_incident (HearthStore *store,
                                        HearthRecord *incident,
                                        const HearthReportOptions *options,
                                        GError **error);
/** Of a resident's days in a month. */
HearthDocument *hearth_report_monthly_log (HearthStore *store,
                                           HearthRecord *resident,
                                           const HearthReportOptions *options,
                                           GError **error);
/** Of a "leave": what the resident carries along. */
HearthDocument *hearth_report_leave_pass (HearthStore *store,
                                          HearthRecord *leave,
                                          const HearthReportOptions *options,
                                          GError **error);

G_END_DECLS

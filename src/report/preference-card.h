/* SPDX-License-Identifier: GPL-3.0-or-later
 * The preference card.
 */
#pragma once

#include "report/report-kind.h"

G_BEGIN_DECLS

/** A #HearthReportBuilder. */
HearthDocument *hearth_report_preference_card (HearthStore *store,
                                               HearthRecord *resident,
                                               const HearthReportOptions *options,
                                               GError **error);

G_END_DECLS

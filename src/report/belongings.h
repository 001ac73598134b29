/* SPDX-License-Identifier: GPL-3.0-or-later
 * The belongings receipt.
 */
#pragma once

#include "report/report-kind.h"

G_BEGIN_DECLS

/** A #HearthReportBuilder. */
HearthDocument *hearth_report_belongings (HearthStore *store,
                                          HearthRecord *resident,
                                          const HearthReportOptions *options,
                                          GError **error);

G_END_DECLS

/* SPDX-License-Identifier: GPL-3.0-or-later
 * Every kind of report there is.
 */
#define G_LOG_DOMAIN "hearth-report"
#include "config.h"

#include "report/belongings.h"
#include "report/preference-card.h"
#include "report/progress.h"

#include <glib/gi18n-lib.h>

const HearthReportKind hearth_report_kinds[] = {
  { .name = "progress",
    .label = N_ ("Progress report"),
    .summary = N_ ("Stays, daily life, alerts and the resident’s own words over some time"),
    .profile = HEARTH_PRINT_PROGRESS,
    .has_period = true,
    .build = hearth_report_progress },
  { .name = "belongings",
    .label = N_ ("Belongings receipt"),
    .summary = N_ ("What the house keeps for the resident and what was handed back, to be signed by both"),
    .classification = N_ ("Confidential. One copy for the resident, one for the file."),
    .profile = HEARTH_PRINT_HOUSE,
    .build = hearth_report_belongings },
  { .name = "preference-card",
    .label = N_ ("Preference card"),
    .summary =
      N_ ("One page for the duty desk: how to speak with the resident, what helps, what not to raise"),
    .classification = N_ ("Confidential. For staff of this house only; not to be copied or taken away."),
    .profile = HEARTH_PRINT_HOUSE,
    .tells_name = true,
    .build = hearth_report_preference_card },
  { .name = NULL },
};

const HearthReportKind *
hearth_report_kind_lookup (const char *name)
{
  for (const HearthReportKind *kind = hearth_report_kinds; kind->name; kind++)
    {
      if (g_strcmp0 (kind->name, name) == 0)
        return kind;
    }
  return NULL;
}

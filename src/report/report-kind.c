/* SPDX-License-Identifier: GPL-3.0-or-later
 * Every kind of report there is.
 */
#define G_LOG_DOMAIN "hearth-report"
#include "config.h"

#include "report/progress.h"

#include <glib/gi18n-lib.h>

const HearthReportKind hearth_report_kinds[] = {
  { .name = "progress",
    .label = N_ ("Progress report"),
    .summary = N_ ("Stays, daily life, alerts and the resident’s own words over some time"),
    .profile = HEARTH_PRINT_PROGRESS,
    .has_period = true,
    .build = hearth_report_progress },
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

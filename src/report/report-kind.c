/* SPDX-License-Identifier: GPL-3.0-or-later
 * Every kind of report there is.
 */
#define G_LOG_DOMAIN "hearth-report"
#include "config.h"

#include "report/belongings.h"
#include "report/preference-card.h"
#include "report/progress.h"

#include "core/date.h"
#include "records/types.h"

#include <glib/gi18n-lib.h>
#include <string.h>

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

char *
hearth_report_kind_dup_usual_from (const HearthReportKind *kind, const char *to)
{
  g_return_val_if_fail (kind != NULL && to != NULL, NULL);

  if (kind->by_month && strlen (to) == strlen ("2026-03-31"))
    return g_strdup_printf ("%.8s01", to);
  return hearth_date_add_days (to, 1 - HEARTH_REPORT_USUAL_DAYS);
}

const HearthRecordType *
hearth_report_kind_get_subject_type (const HearthReportKind *kind)
{
  g_return_val_if_fail (kind != NULL, NULL);

  return kind->about ? kind->about : &hearth_resident_type;
}

HearthDocument *
hearth_report_build (const HearthReportKind *kind,
                     HearthStore *store,
                     HearthRecord *subject,
                     const HearthReportOptions *options,
                     GError **error)
{
  g_return_val_if_fail (kind != NULL && HEARTH_IS_STORE (store) && HEARTH_IS_RECORD (subject), NULL);
  g_return_val_if_fail (options != NULL, NULL);

  if (hearth_record_get_record_type (subject) != hearth_report_kind_get_subject_type (kind))
    {
      g_set_error_literal (error, HEARTH_STORE_ERROR, HEARTH_STORE_ERROR_INVALID,
                           _ ("This report is about something else."));
      return NULL;
    }
  return kind->build (store, subject, options, error);
}

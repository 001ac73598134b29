/* SPDX-License-Identifier: GPL-3.0-or-later
 * Every kind of report there is.
 */
#define G_LOG_DOMAIN "hearth-report"
#include "config.h"

#include "report/belongings.h"
#include "report/court-papers.h"
#include "report/house-papers.h"
#include "report/preference-card.h"
#include "report/progress.h"

#include "core/date.h"
#include "records/types.h"

#include <glib/gi18n-lib.h>
#include <string.h>

const HearthReportKind hearth_report_kinds[] = {
  { .name = "progress",
    .label = N_ ("Progress report"),
    .summary =
      N_ ("Six areas, goals, care, learning, daily life and the resident’s own words over some time"),
    .profile = HEARTH_PRINT_PROGRESS,
    .has_period = true,
    .build = hearth_report_progress },
  { .name = "court",
    .label = N_ ("Report to the court"),
    .summary = N_ ("Orders, facts with their sources, the resident’s views, opinion and recommendations"),
    .about = &hearth_court_report_type,
    .or_resident = true,
    .classification =
      N_ ("Confidential. For the court only; not to be published. To be handed back or destroyed "
          "afterwards."),
    .profile = HEARTH_PRINT_COURT,
    .has_period = true,
    .build = hearth_report_court },
  { .name = "court-preparation",
    .label = N_ ("Preparation for a hearing"),
    .summary = N_ ("For staff and lawyer: how ready everything is, steps, protection, the way of the day"),
    .about = &hearth_hearing_type,
    .or_resident = true,
    .classification =
      N_ ("Confidential. For those who prepare the hearing only; not to be copied or filed at court."),
    .profile = HEARTH_PRINT_COURT | HEARTH_PRINT_HOUSE,
    .build = hearth_report_court_preparation },
  { .name = "day-card",
    .label = N_ ("Card for the day at court"),
    .summary = N_ ("One page for who goes along: when, where, what helps, what to write down"),
    .about = &hearth_hearing_type,
    .or_resident = true,
    .classification = N_ ("Confidential. For who goes along only; to be handed back in the evening."),
    .profile = HEARTH_PRINT_COURT | HEARTH_PRINT_HOUSE,
    .tells_name = true,
    .fit = HEARTH_FIT_LARGE,
    .build = hearth_report_day_card },
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
  { .name = "safety-card",
    .label = N_ ("Safety card"),
    .summary = N_ ("One page for the duty desk: signs, what staff do, whom they call"),
    .classification = N_ ("Confidential. For staff of this house only; not to be copied or taken away."),
    .profile = HEARTH_PRINT_HOUSE,
    .tells_name = true,
    .fit = HEARTH_FIT_LARGE,
    .build = hearth_report_safety_card },
  { .name = "monthly-log",
    .label = N_ ("Monthly log"),
    .summary = N_ ("What was written day by day, by whom, and what was added or taken back"),
    .classification = N_ ("Confidential. For the file; not to be copied or taken away."),
    .profile = HEARTH_PRINT_HOUSE,
    .has_period = true,
    .by_month = true,
    .tells_name = true,
    .build = hearth_report_monthly_log },
  { .name = "handover",
    .label = N_ ("Handover"),
    .summary =
      N_ ("One page for both shifts: who is where, what to keep in mind, what happened, what is to do"),
    .about = &hearth_handover_type,
    .classification =
      N_ ("Confidential. For the shifts of this house only; to be shredded after the next one."),
    .profile = HEARTH_PRINT_HOUSE,
    .tells_name = true,
    .fit = HEARTH_FIT_ONE_PAGE,
    .build = hearth_report_handover },
  { .name = "incident",
    .label = N_ ("Incident report"),
    .summary = N_ ("Facts, own words, marks on the body, who was told, the review and what was added"),
    .about = &hearth_incident_type,
    .profile = HEARTH_PRINT_HOUSE,
    .build = hearth_report_incident },
  { .name = "missing-sheet",
    .label = N_ ("Search sheet"),
    .summary =
      N_ ("For those who look for a resident: how to know and meet them, what they need, whom to call"),
    .about = &hearth_missing_episode_type,
    .classification = N_ ("Confidential. For those who search only; to be handed back. Not to be published."),
    .profile = HEARTH_PRINT_HOUSE,
    .tells_name = true,
    .fit = HEARTH_FIT_LARGE,
    .build = hearth_report_missing_sheet },
  { .name = "leave-pass",
    .label = N_ ("Leave pass"),
    .summary = N_ ("What a resident who goes out carries along: when, with whom, until when"),
    .about = &hearth_leave_type,
    .classification = N_ ("Please hand this back at the door."),
    .profile = HEARTH_PRINT_HOUSE,
    .fit = HEARTH_FIT_ONE_PAGE,
    .build = hearth_report_leave_pass },
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

bool
hearth_report_kind_fits (const HearthReportKind *kind, HearthRecord *subject)
{
  const HearthRecordType *type = hearth_record_get_record_type (subject);

  return kind->about == type || (type == &hearth_resident_type && (kind->about == NULL || kind->or_resident));
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

  if (!hearth_report_kind_fits (kind, subject))
    {
      g_set_error_literal (error, HEARTH_STORE_ERROR, HEARTH_STORE_ERROR_INVALID,
                           _ ("This report is about something else."));
      return NULL;
    }
  return kind->build (store, subject, options, error);
}

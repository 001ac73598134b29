/* SPDX-License-Identifier: GPL-3.0-or-later
 * Legal: what its page shows of the house and of a resident.
 */
#define G_LOG_DOMAIN "hearth-views"

#include "config.h"

#include "views/area.h"

#include <glib/gi18n-lib.h>

#include "core/date.h"
#include "records/types.h"
#include "rules/court.h"
#include "views/agenda-view.h"
#include "views/isolate.h"
#include "views/legal-parts.h"
#include "views/legal-records.h"

static const HearthRecordType *const types[] = {
  &hearth_legal_case_type,   &hearth_hearing_type,
  &hearth_court_order_type,  &hearth_protective_measure_type,
  &hearth_accused_type,      &hearth_statement_type,
  &hearth_consent_type,      &hearth_identity_document_type,
  &hearth_contribution_type, &hearth_court_report_type,
  &hearth_preparation_type,  NULL,
};

/* Whether an accused person is among the people of the file. */
static const HearthRecordType *const also[] = { &hearth_contact_type, NULL };

static const char *const reports[] = { "court-preparation", "day-card", "court", NULL };

static GtkWidget *
make_agenda (HearthStore *store, HearthRecord *resident)
{
  return hearth_agenda_view_new (store, resident);
}

/* The steps of the days to come stand in the agenda, and on the page of their hearing. */
static bool
is_later_step (HearthStore *store, HearthRecord *record)
{
  return hearth_record_get_record_type (record) == &hearth_preparation_type &&
         hearth_step_get_standing (store, record) == HEARTH_STEP_LATER;
}

static const HearthAreaPart house[] = {
  { .title = N_ ("Agenda"), .lasting = true, .make = make_agenda },
  { .second = true, .make_shared = hearth_area_make_due },
  { .title = N_ ("New"), .second = true, .make_shared = hearth_area_make_new },
  { .title = N_ ("The record"), .second = true, .make_shared = hearth_area_make_record },
  { NULL },
};

static const HearthAreaPart of_resident[] = {
  { .title = N_ ("Next at court"), .make = hearth_legal_make_next },
  { .make_shared = hearth_area_make_due },
  { .title = N_ ("Cases"), .make = hearth_legal_make_cases },
  { .title = N_ ("Protection at court"), .second = true, .make = hearth_legal_make_measures },
  { .title = N_ ("Interviews"), .second = true, .make = hearth_legal_make_statements },
  { .title = N_ ("Consents"), .second = true, .make = hearth_legal_make_consents },
  { .title = N_ ("Identity papers to get back"), .second = true, .make = hearth_legal_make_papers },
  { .title = N_ ("New"), .make_shared = hearth_area_make_new },
  { .title = N_ ("The record"), .second = true, .make_shared = hearth_area_make_record },
  { NULL },
};

/* "At court 3 Apr 2026, 09:00" */
static char *
dup_summary (HearthStore *store, HearthRecord *resident)
{
  g_autoptr (HearthRecord) hearing = hearth_court_next_hearing (store, hearth_record_get_id (resident), NULL);
  g_autofree char *when = NULL;

  if (hearing == NULL)
    return g_strdup ("");
  when = hearth_isolate (hearth_legal_dup_words (hearing, "at"));
  /* Translators: a date and time */
  return g_strdup_printf (_ ("At court %s"), when);
}

const HearthArea hearth_area_legal = {
  .name = "legal",
  .label = N_ ("Legal"),
  .icon_name = "hearth-legal-symbolic",
  .types = types,
  .also = also,
  .skip = is_later_step,
  .house = house,
  .resident = of_resident,
  .reports = reports,
  .dup_summary = dup_summary,
};

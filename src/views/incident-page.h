/* SPDX-License-Identifier: GPL-3.0-or-later
 * One incident: what was written, who must be told, what follows, and what else belongs to it.
 */
#pragma once

#include <adwaita.h>

#include "store/store.h"
#include "widgets/record-form.h"

G_BEGIN_DECLS

#define HEARTH_TYPE_INCIDENT_PAGE (hearth_incident_page_get_type ())
G_DECLARE_FINAL_TYPE (HearthIncidentPage, hearth_incident_page, HEARTH, INCIDENT_PAGE, AdwNavigationPage)

/** Of @incident, which is saved. Actions: page.edit, page.sign, page.add-to, page.history, page.print, page.mark-in-error,
 * page.new-task, page.offer-talk, page.carried. */
HearthIncidentPage *hearth_incident_page_new (HearthStore *store, HearthRecord *incident);

/* For the table of kinds. */

AdwNavigationPage *hearth_incident_make_page (HearthStore *store, HearthRecord *incident, GError **error);
/** Told now, until somebody says otherwise. */
void hearth_incident_fill_in (HearthStore *store, HearthRecord *incident);
/** Where a concern about somebody who works here belongs instead, above the form. */
void hearth_incident_add_notes (HearthStore *store, HearthRecord *incident, HearthRecordForm *form);
/** The page of the incident that was just saved, with who must be told of it. */
AdwNavigationPage *hearth_incident_make_parting (HearthStore *store, HearthRecord *incident);

G_END_DECLS

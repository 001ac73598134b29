/* SPDX-License-Identifier: GPL-3.0-or-later
 * What else belongs to an incident: tasks, safety plans, and what its people carried.
 */
#pragma once

#include <adwaita.h>

#include "store/store.h"

G_BEGIN_DECLS

#define HEARTH_TYPE_INCIDENT_LINKS (hearth_incident_links_get_type ())
G_DECLARE_FINAL_TYPE (HearthIncidentLinks, hearth_incident_links, HEARTH, INCIDENT_LINKS, AdwBin)

/** Follows what is saved. Rows open their record ("win.open-record"); the others activate "page.new-task", "page.offer-talk"
 * and "page.carried". */
HearthIncidentLinks *hearth_incident_links_new (HearthStore *store, HearthRecord *incident);

G_END_DECLS

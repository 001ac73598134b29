/* SPDX-License-Identifier: GPL-3.0-or-later
 * What was written of an incident: when and where, who was part of it, what happened, what staff did.
 */
#pragma once

#include <adwaita.h>

#include "store/store.h"

G_BEGIN_DECLS

#define HEARTH_TYPE_INCIDENT_FACTS (hearth_incident_facts_get_type ())
G_DECLARE_FINAL_TYPE (HearthIncidentFacts, hearth_incident_facts, HEARTH, INCIDENT_FACTS, AdwBin)

/** Follows @incident. What happened is folded away where it was serious. */
HearthIncidentFacts *hearth_incident_facts_new (HearthStore *store, HearthRecord *incident);

/** From which severity on an incident is serious: told whole only when asked, and followed by an offer to talk. */
#define HEARTH_INCIDENT_SERIOUS 3

G_END_DECLS

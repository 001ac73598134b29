/* SPDX-License-Identifier: GPL-3.0-or-later
 * What follows an incident: the talks, the review, and closing it, with what is still missing for that said in words.
 */
#pragma once

#include <adwaita.h>

#include "store/store.h"

G_BEGIN_DECLS

#define HEARTH_TYPE_INCIDENT_AFTER (hearth_incident_after_get_type ())
G_DECLARE_FINAL_TYPE (HearthIncidentAfter, hearth_incident_after, HEARTH, INCIDENT_AFTER, AdwBin)

/** Follows what is saved of @incident. */
HearthIncidentAfter *hearth_incident_after_new (HearthStore *store, HearthRecord *incident);

G_END_DECLS

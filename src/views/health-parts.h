/* SPDX-License-Identifier: GPL-3.0-or-later
 * What the page of health shows of a resident: allergies, conditions, medicines, vaccinations and appointments.
 */
#pragma once

#include <adwaita.h>

#include "store/store.h"

G_BEGIN_DECLS

/* Parts of the area: see HearthAreaPart. */
GtkWidget *hearth_health_make_allergies (HearthStore *store, HearthRecord *resident);
GtkWidget *hearth_health_make_conditions (HearthStore *store, HearthRecord *resident);
GtkWidget *hearth_health_make_medicines (HearthStore *store, HearthRecord *resident);
GtkWidget *hearth_health_make_vaccinations (HearthStore *store, HearthRecord *resident);
/** Of a resident all that are planned, of the house those of the next two weeks. */
GtkWidget *hearth_health_make_appointments (HearthStore *store, HearthRecord *resident);
/** What was measured last, and how it went: figures and a chart. */
GtkWidget *hearth_health_make_measurements (HearthStore *store, HearthRecord *resident);

/** Planned appointments from now on, until @until (ISO, nullable), of @resident or everybody, the next first; transfer
 * full. */
GPtrArray *hearth_health_list_appointments (HearthStore *store, HearthRecord *resident, const char *until);
/** Whether @record is an appointment that is still to come. */
bool hearth_health_is_to_come (HearthStore *store, HearthRecord *record);

G_END_DECLS

/* SPDX-License-Identifier: GPL-3.0-or-later
 * What the forms of health say while somebody fills them in: what to do first, and what an allergy forbids.
 */
#pragma once

#include <adwaita.h>

#include "store/store.h"
#include "widgets/record-form.h"

G_BEGIN_DECLS

/* For the rows of views/record-kinds. */
void hearth_appointment_fill_in (HearthStore *store, HearthRecord *appointment);
void hearth_condition_fill_in (HearthStore *store, HearthRecord *condition);
/** Below the header, as soon as something urgent is answered with yes: what to do first. */
void hearth_screening_add_notes (HearthStore *store, HearthRecord *screening, HearthRecordForm *form);
/** After a screening with something urgent: the same once more; NULL where there is nothing. */
AdwNavigationPage *hearth_screening_make_parting (HearthStore *store, HearthRecord *screening);
/** Below the header, while the medicine has the name of a known allergy: that it has. */
void hearth_medicine_add_notes (HearthStore *store, HearthRecord *medicine, HearthRecordForm *form);


G_END_DECLS

/* SPDX-License-Identifier: GPL-3.0-or-later
 * What the forms of the legal pages know by themselves: the case where there is only one, the next letter of an accused person.
 * For the table of kinds of records.
 */
#pragma once

#include "store/store.h"

G_BEGIN_DECLS

/** The case, where the resident has one that is open. */
void hearth_legal_fill_in_case (HearthStore *store, HearthRecord *record);
void hearth_hearing_fill_in (HearthStore *store, HearthRecord *hearing);
void hearth_accused_fill_in (HearthStore *store, HearthRecord *accused);
void hearth_court_order_fill_in (HearthStore *store, HearthRecord *order);
/** Its day follows from the hearing, and how many days before it is to be done. */
void hearth_preparation_fill_in (HearthStore *store, HearthRecord *step);

G_END_DECLS

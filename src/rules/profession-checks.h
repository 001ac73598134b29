/* SPDX-License-Identifier: GPL-3.0-or-later
 * Rules of a save about health, counselling, plans and learning. Private to rules.
 */
#pragma once

#include "store/store.h"

G_BEGIN_DECLS

/** Nobody shrinks, and a weight that leaps wants a word. */
void hearth_check_measurement (HearthStore *store,
                               HearthRecord *measurement,
                               HearthRecord *before,
                               GPtrArray *problems);
/** What is still to come has not taken place. */
void hearth_check_appointment (HearthStore *store,
                               HearthRecord *appointment,
                               HearthRecord *before,
                               GPtrArray *problems);
/** It rests on a consent that holds. */
void hearth_check_referral (HearthStore *store,
                            HearthRecord *referral,
                            HearthRecord *before,
                            GPtrArray *problems);
/** One line for each who was there. */
void hearth_check_group_attendance (HearthStore *store,
                                    HearthRecord *line,
                                    HearthRecord *before,
                                    GPtrArray *problems);
/** One plan at a time. Of "care_plan" and "education_plan". */
void hearth_check_plan (HearthStore *store, HearthRecord *plan, HearthRecord *before, GPtrArray *problems);
/** No attendance is left outside of it. */
void hearth_check_enrolment (HearthStore *store,
                             HearthRecord *enrolment,
                             HearthRecord *before,
                             GPtrArray *problems);
/** While there was a place, and once a day. */
void hearth_check_attendance (HearthStore *store,
                              HearthRecord *attendance,
                              HearthRecord *before,
                              GPtrArray *problems);

G_END_DECLS

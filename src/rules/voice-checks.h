/* SPDX-License-Identifier: GPL-3.0-or-later
 * Rules of a save about records that are about others, and about what is said of colleagues. Private to rules.
 */
#pragma once

#include "store/store.h"

G_BEGIN_DECLS

/** Somebody is left who can read it. */
void hearth_check_allegation (HearthStore *store,
                              HearthRecord *allegation,
                              HearthRecord *before,
                              GPtrArray *problems);
/** Somebody is left who can answer it, and it is answered before it is closed. */
void hearth_check_complaint (HearthStore *store,
                             HearthRecord *complaint,
                             HearthRecord *before,
                             GPtrArray *problems);
/** Added to what takes addenda, is closed, and may be written by the same person. */
void hearth_check_addendum (HearthStore *store,
                            HearthRecord *addendum,
                            HearthRecord *before,
                            GPtrArray *problems);
/** Closed by who leads the house, when nothing stands in the way. */
void hearth_check_incident_review (HearthStore *store,
                                   HearthRecord *review,
                                   HearthRecord *before,
                                   GPtrArray *problems);
/** About an incident, or about somebody missing. */
void hearth_check_notification (HearthStore *store,
                                HearthRecord *notification,
                                HearthRecord *before,
                                GPtrArray *problems);
/** In the files that its subject is in. */
void hearth_check_task (HearthStore *store, HearthRecord *task, HearthRecord *before, GPtrArray *problems);

G_END_DECLS

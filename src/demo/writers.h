/* SPDX-License-Identifier: GPL-3.0-or-later
 * Who writes what in the invented house.
 */
#pragma once

#include "demo/house.h"

G_BEGIN_DECLS

/** The file of a resident who arrives on the day of @plan: profile, stay, people, alerts, consents. */
bool hearth_demo_write_arrival (HearthDemoHouse *house, HearthDemoPlan *plan, GError **error);
/** What was written at the door: admission, identity papers, belongings, documents. */
bool hearth_demo_write_papers (HearthDemoHouse *house, HearthDemoPlan *plan, GError **error);
/** The day on which a missing identity paper comes, or -1. */
int hearth_demo_get_paper_day (const HearthDemoPlan *plan);
bool hearth_demo_write_paper_back (HearthDemoHouse *house, HearthDemoPlan *plan, GError **error);
/** The exploitation history, from the papers of the referring office. */
bool hearth_demo_write_history (HearthDemoHouse *house, HearthDemoPlan *plan, GError **error);
/** What the legal officer adds in the days after. */
bool hearth_demo_write_legal (HearthDemoHouse *house, HearthDemoPlan *plan, GError **error);
/** Another room. */
bool hearth_demo_write_move (HearthDemoHouse *house, HearthDemoPlan *plan, GError **error);
bool hearth_demo_write_departure (HearthDemoHouse *house, HearthDemoPlan *plan, GError **error);

/** The entry of the shift that was on until the evening of @day. */
bool hearth_demo_write_day (HearthDemoHouse *house, HearthDemoPlan *plan, int day, GError **error);
/** The entry of the night that began on @day. */
bool hearth_demo_write_night (HearthDemoHouse *house, HearthDemoPlan *plan, int day, GError **error);

/** Files of the people who work here. */
bool hearth_demo_write_staff (HearthDemoHouse *house, GError **error);
/** Their trainings, written down on the last day. */
bool hearth_demo_write_trainings (HearthDemoHouse *house, GError **error);
/** That the teacher must not see the file of @plan. */
bool hearth_demo_write_conflict (HearthDemoHouse *house, HearthDemoPlan *plan, GError **error);

/** Whether the counsellor sees the resident of @plan on @day. */
bool hearth_demo_has_session (const HearthDemoPlan *plan, int day);
/** @n_before: sessions of that day already: no two begin at the same time. */
bool hearth_demo_write_session (HearthDemoHouse *house,
                                HearthDemoPlan *plan,
                                int day,
                                unsigned int n_before,
                                GError **error);

G_END_DECLS

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

/* --- rooms, and what is given --- */

bool hearth_demo_write_rooms (HearthDemoHouse *house, GError **error);
/** Takes a free bed for the resident of @plan, where there is one. */
void hearth_demo_choose_bed (HearthDemoHouse *house, HearthDemoPlan *plan);
/** The bed that was chosen, slept in from @day on. */
bool hearth_demo_write_bed (HearthDemoHouse *house, HearthDemoPlan *plan, int day, GError **error);
bool hearth_demo_leave_bed (HearthDemoHouse *house, HearthDemoPlan *plan, int day, GError **error);
/** On one day, that two residents sleep in different rooms. */
bool hearth_demo_write_apart (HearthDemoHouse *house, GPtrArray *plans, int day, GError **error);
bool hearth_demo_has_need (const HearthDemoPlan *plan, int day);
bool hearth_demo_write_needs (HearthDemoHouse *house, HearthDemoPlan *plan, int day, GError **error);

/** Whether one is made when the key worker is there on @day. */
bool hearth_demo_has_safety_plan (const HearthDemoPlan *plan, int day);
bool hearth_demo_write_safety_plan (HearthDemoHouse *house, HearthDemoPlan *plan, int day, GError **error);

/* --- going out, visits, calls --- */

/** Whether a leave is decided about on @day. */
bool hearth_demo_has_leave (HearthDemoHouse *house, const HearthDemoPlan *plan, int day);
bool hearth_demo_write_leave (HearthDemoHouse *house, HearthDemoPlan *plan, int day, GError **error);
/** When the resident of @plan went and came back on @day, if so. */
bool hearth_demo_write_way_back (HearthDemoHouse *house, HearthDemoPlan *plan, int day, GError **error);
/** On one of the last days: the leaves that are under way at the end, and one that waits for a decision. */
bool hearth_demo_write_last_leaves (HearthDemoHouse *house, GPtrArray *plans, int day, GError **error);
bool hearth_demo_has_contact (const HearthDemoPlan *plan, int day);
/** A visit, a call, a letter. */
bool hearth_demo_write_contact (HearthDemoHouse *house, HearthDemoPlan *plan, int day, GError **error);

typedef enum {
  HEARTH_DEMO_MISSING_BEGINS,
  HEARTH_DEMO_MISSING_ENDS,
  HEARTH_DEMO_MISSING_TALK,
} HearthDemoMissing;
/** @part of the one time that somebody was missing, when it is on @day. */
bool hearth_demo_write_missing (HearthDemoHouse *house,
                                GPtrArray *plans,
                                int day,
                                HearthDemoMissing part,
                                const char *carer,
                                GError **error);

/* --- the shift --- */

/** House log and handover at the end of a shift, by who is signed in. @code: "afternoon" or "night", of @day. */
bool hearth_demo_write_shift (HearthDemoHouse *house,
                              GPtrArray *plans,
                              int day,
                              const char *code,
                              GError **error);
/** That the colleague who comes in the morning after @day has read the handovers of that afternoon and night. */
bool hearth_demo_write_reads (HearthDemoHouse *house, int day, GError **error);
/** What happened in the house on @day that is in several files, or in none. */
bool hearth_demo_write_events (HearthDemoHouse *house, GPtrArray *plans, int day, GError **error);

/* --- incidents and what follows --- */

/** The incidents of @day that happened from @from_hour until before @to_hour. */
bool hearth_demo_write_incidents (HearthDemoHouse *house,
                                  GPtrArray *plans,
                                  int day,
                                  int from_hour,
                                  int to_hour,
                                  const char *carer,
                                  GError **error);
/** Who is to be told of @subject, which was saved; of HearthRecord. Transfer full. */
GPtrArray *hearth_demo_list_notifications (HearthDemoHouse *house, HearthRecord *subject, GError **error);
/** What the house manager does on @day about those of the days before. */
bool hearth_demo_write_reviews (HearthDemoHouse *house, int day, GError **error);

/* --- everything else that is done on a day --- */

/** What the house lays down in its first days. */
bool hearth_demo_write_ground (HearthDemoHouse *house, GError **error);
/** Tasks of @day, begun or done. */
bool hearth_demo_write_tasks (HearthDemoHouse *house, int day, GError **error);
/** Complaints, the concern about somebody who works here, and what follows, on their days. */
bool hearth_demo_write_voices (HearthDemoHouse *house, GPtrArray *plans, int day, GError **error);
/** What the person signed in carried on @day: @kind and @debrief are codes of the record. */
bool hearth_demo_write_load (HearthDemoHouse *house,
                             int day,
                             const char *hours,
                             const char *kind,
                             const char *debrief,
                             GError **error);

/* --- the daily log --- */

/** The entry of the shift that was on until the evening of @day. */
bool hearth_demo_write_day (HearthDemoHouse *house, HearthDemoPlan *plan, int day, GError **error);
/** The entry of the night that began on @day. */
bool hearth_demo_write_night (HearthDemoHouse *house, HearthDemoPlan *plan, int day, GError **error);
bool hearth_demo_write_morning (HearthDemoHouse *house, HearthDemoPlan *plan, int day, GError **error);

/** Files of the people who work here. */
bool hearth_demo_write_staff (HearthDemoHouse *house, GError **error);
/** Their trainings, written down on the last day. */
bool hearth_demo_write_trainings (HearthDemoHouse *house, GError **error);
/** That the teacher must not see the file of @plan. */
bool hearth_demo_write_conflict (HearthDemoHouse *house, HearthDemoPlan *plan, GError **error);

/* --- what the professions write --- */

#define HEARTH_DEMO_WRITING_DAY 3 /* Wednesday */
#define HEARTH_DEMO_ATTENDANCE_DAYS 56 /* for which each day at school is written down */

/** What nurse, key worker, legal officer, teacher and counsellor write on @day, if it is theirs. */
bool hearth_demo_write_rounds (HearthDemoHouse *house, GPtrArray *plans, int day, GError **error);
/** By the nurse: screenings, measurements, conditions, allergies, medicines, vaccinations. */
bool hearth_demo_write_health (HearthDemoHouse *house, HearthDemoPlan *plan, int day, GError **error);
/** By the nurse: appointments and referrals. */
bool hearth_demo_write_appointments (HearthDemoHouse *house, HearthDemoPlan *plan, int day, GError **error);
/** By the key worker: strengths, plan, goals and their progress, reviews. */
bool hearth_demo_write_care (HearthDemoHouse *house, HearthDemoPlan *plan, int day, GError **error);
/** By the key worker: how the resident does in six areas. */
bool hearth_demo_write_recovery (HearthDemoHouse *house,
                                 HearthDemoPlan *plan,
                                 int day,
                                 const char *occasion,
                                 GError **error);
/** By the teacher: where learning began, the place at school, the plan. */
bool hearth_demo_write_school (HearthDemoHouse *house, HearthDemoPlan *plan, int day, GError **error);
/** By the teacher: marks, training, skills, certificates. */
bool hearth_demo_write_learnt (HearthDemoHouse *house, HearthDemoPlan *plan, int day, GError **error);
/** By the teacher: who was at school on @day, and on the days of its week that were not written down yet. */
bool hearth_demo_write_attendance (HearthDemoHouse *house, HearthDemoPlan *plan, int day, GError **error);
/** By the legal officer: the case of @plan, where there is one, and its hearings. */
bool hearth_demo_write_court (HearthDemoHouse *house, HearthDemoPlan *plan, int day, GError **error);
/** By the legal officer: hearings of the case, getting ready for them, what they decide, and the report to the court. @goes_on:
 * one is still to come on the last day. */
bool hearth_demo_write_hearings (HearthDemoHouse *house,
                                 HearthDemoPlan *plan,
                                 int day,
                                 bool goes_on,
                                 GError **error);
/** Whether @plan has a case. */
bool hearth_demo_has_case (const HearthDemoPlan *plan);
/** By who is signed in, shortly before the last day: what may stand in the report to the court. */
bool hearth_demo_write_contributions (HearthDemoHouse *house, HearthDemoPlan *plan, int day, GError **error);
/** By the counsellor: safety checks and scores. */
bool hearth_demo_write_wellbeing (HearthDemoHouse *house, HearthDemoPlan *plan, int day, GError **error);
/** By the counsellor: the group of the week, with a line in the file of each who was invited. */
bool hearth_demo_write_group (HearthDemoHouse *house, GPtrArray *plans, int day, GError **error);

/** Whether the counsellor sees the resident of @plan on @day. */
bool hearth_demo_has_session (HearthDemoHouse *house, const HearthDemoPlan *plan, int day);
/** @n_before: sessions of that day already: no two begin at the same time. */
bool hearth_demo_write_session (HearthDemoHouse *house,
                                HearthDemoPlan *plan,
                                int day,
                                unsigned int n_before,
                                GError **error);

G_END_DECLS

/* SPDX-License-Identifier: GPL-3.0-or-later
 * School and training: who has a place, who is expected on a day, who was there.
 */
#pragma once

#include "store/store.h"

G_BEGIN_DECLS

/* --- places --- */

/** Whether @enrolment holds on @day (ISO date): from its first day to its last, both included; no entry in error. */
bool hearth_enrolment_holds (HearthRecord *enrolment, const char *day);
/** Whether somebody is expected there on @day: it holds, and the day of the week is one of its days (Monday to Friday where
 * none is written). */
bool hearth_enrolment_expects (HearthRecord *enrolment, const char *day);
/** Enrolments that hold on a day from @from to @to (ISO dates, both included), of @resident (id) or, with NULL, of everybody;
 * by their first day. Transfer full. */
GPtrArray *hearth_enrolments_list (HearthStore *store,
                                   const char *resident,
                                   const char *from,
                                   const char *to,
                                   GError **error);
/** The education plan of @resident (id) that is active today; NULL for none. Transfer full. */
HearthRecord *hearth_education_plan_find_active (HearthStore *store, const char *resident, GError **error);

/* --- attendance --- */

/** What is written for @enrolment (id) on @date; NULL for nothing. Transfer full. */
HearthRecord *hearth_attendance_find (HearthStore *store,
                                      const char *enrolment,
                                      const char *date,
                                      GError **error);

/**
 * hearth_attendance_set:
 * @code: of the field "was_there"
 * @reason: (nullable): of the field "reason"; left out where @code wants none
 * @before: (out) (optional) (transfer full) (nullable): a copy of the record as it was, for undoing; NULL where it is new
 * @problems: (out) (optional) (transfer full): as in hearth_store_save ()
 *
 * Writes whether somebody was there, over what was written for that day before (its note stays). Nobody has to be expected:
 * a lesson more is written down too. Transfer full: the record as saved; NULL with an error.
 */
HearthRecord *hearth_attendance_set (HearthStore *store,
                                     HearthRecord *enrolment,
                                     const char *date,
                                     const char *code,
                                     const char *reason,
                                     HearthRecord **before,
                                     GPtrArray **problems,
                                     GError **error);
/** Takes @attendance back: it is marked as entered in error. */
bool hearth_attendance_take_back (HearthStore *store, HearthRecord *attendance, GError **error);

/* --- the week of the house --- */

/** @expected: on that day; @record: (nullable): what is written for it */
typedef struct {
  char *date;
  bool expected;
  HearthRecord *record;
} HearthSchoolDay;

/** One place of one resident in a week. */
typedef struct {
  HearthRecord *resident;
  HearthRecord *enrolment;
  HearthSchoolDay days[7];
} HearthSchoolRow;

/** @first: ISO date of the first day, on the weekday that the locale's weeks begin with; @rows: (element-type
 * HearthSchoolRow): by the name used of the resident, then by first day */
typedef struct {
  char *first;
  GPtrArray *rows;
} HearthSchoolWeek;

/** The week that holds @date, with everybody who lives here then and has a place. Transfer full. */
HearthSchoolWeek *hearth_school_week_new (HearthStore *store, const char *date, GError **error);
void hearth_school_week_free (HearthSchoolWeek *week);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (HearthSchoolWeek, hearth_school_week_free)
/** How many of the days up to @day (ISO date) on which somebody was expected hold nothing yet. */
unsigned int hearth_school_week_count_open (const HearthSchoolWeek *week, const char *day);

/* --- how often --- */

/** Days by what is written; @late and @part were there too; @closed: no lessons, which counts in no share. */
typedef struct {
  unsigned int present, late, part, excused, absent, closed;
} HearthAttendanceCount;

/** Days from @from to @to (ISO dates, both included), of @resident (id) or everybody. */
bool hearth_attendance_count (HearthStore *store,
                              const char *resident,
                              const char *from,
                              const char *to,
                              HearthAttendanceCount *count,
                              GError **error);
/** Days with lessons that somebody was there, also late or for a part. */
unsigned int hearth_attendance_count_get_there (const HearthAttendanceCount *count);
/** Days with lessons: there, excused or away. */
unsigned int hearth_attendance_count_get_days (const HearthAttendanceCount *count);
/** There, of the days with lessons, in percent, rounded; -1 where there are none. Excused days count as days with lessons. */
int hearth_attendance_count_get_share (const HearthAttendanceCount *count);

G_END_DECLS

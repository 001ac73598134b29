/* SPDX-License-Identifier: GPL-3.0-or-later
 * One line of the attendance grid: a resident at one school or training place, and the seven days of a week.
 */
#pragma once

#include <glib.h>
#include <stdbool.h>

G_BEGIN_DECLS

#define HEARTH_ATTENDANCE_DAYS 7

/**
 * HearthAttendanceDay:
 * @state: code of the field "was_there", "" while nothing is written
 * @reason: code of the field "reason", "" for none
 * @expected: a day on which somebody is expected there
 * @open: it may be written, by this reader and today
 */
typedef struct {
  char *state;
  char *reason;
  bool expected;
  bool open;
} HearthAttendanceDay;

/** @id: what the caller knows it by; @detail: which school, below the name */
typedef struct {
  char *id;
  char *name;
  char *detail;
  HearthAttendanceDay days[HEARTH_ATTENDANCE_DAYS];
} HearthAttendanceLine;

/** With nothing written, and nothing open. Transfer full. */
HearthAttendanceLine *hearth_attendance_line_new (const char *id, const char *name, const char *detail);
void hearth_attendance_line_free (HearthAttendanceLine *line);
void hearth_attendance_line_set_day (HearthAttendanceLine *line,
                                     unsigned int day,
                                     bool expected,
                                     bool open,
                                     const char *state,
                                     const char *reason);
/** Whether @day still waits for a word: somebody is expected, it may be written, and nothing is. */
bool hearth_attendance_line_waits (const HearthAttendanceLine *line, unsigned int day);

G_END_DECLS

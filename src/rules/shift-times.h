/* SPDX-License-Identifier: GPL-3.0-or-later
 * When shifts are, given the hours of a house and a time zone: nothing but arithmetic. Private to rules.
 */
#pragma once

#include "rules/shift.h"

G_BEGIN_DECLS

#define HEARTH_N_SHIFTS 3

/** Minutes after midnight at which morning, afternoon and night begin. */
typedef struct {
  int from[HEARTH_N_SHIFTS];
} HearthShiftHours;

/** Those of @house; 07:00, 14:00 and 21:00 where it says none, and where they do not follow each other within a day. */
HearthShiftHours hearth_shift_hours_read (HearthRecord *house);
/** As above, also where they do not follow each other. */
void hearth_shift_hours_read_as_written (HearthRecord *house, HearthShiftHours *hours);
/** Whether morning, afternoon and night follow each other in this order within 24 hours. */
bool hearth_shift_hours_are_good (const HearthShiftHours *hours);

/** The shift @code of @date in @zone; NULL for no such date or code. */
HearthShift *hearth_shift_make (const HearthShiftHours *hours,
                                const char *date,
                                const char *code,
                                GTimeZone *zone);
/** The shift that holds @time, in its own zone. */
HearthShift *hearth_shift_make_at (const HearthShiftHours *hours, GDateTime *time);
/** The shift @steps after the one called @code on @date. */
HearthShift *hearth_shift_make_beside (const HearthShiftHours *hours,
                                       const char *date,
                                       const char *code,
                                       int steps,
                                       GTimeZone *zone);

G_END_DECLS

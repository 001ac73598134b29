/* SPDX-License-Identifier: GPL-3.0-or-later
 * When shifts are, given the hours of a house and a time zone.
 */
#define G_LOG_DOMAIN "hearth-rules"

#include "rules/shift-times.h"

#include "core/date.h"
#include "core/record.h"

#define MINUTES_A_DAY (24 * 60)

static const char *const codes[HEARTH_N_SHIFTS] = { "morning", "afternoon", "night" };

/* --- hours ------------------------------------------------------------------------------------ */

bool
hearth_shift_hours_are_good (const HearthShiftHours *hours)
{
  int length = 0;

  for (int i = 0; i < HEARTH_N_SHIFTS; i++)
    {
      int minutes = (hours->from[(i + 1) % HEARTH_N_SHIFTS] - hours->from[i] + MINUTES_A_DAY) % MINUTES_A_DAY;

      if (minutes == 0)
        return false;
      length += minutes;
    }
  return length == MINUTES_A_DAY;
}

static const HearthShiftHours usual = { { 7 * 60, 14 * 60, 21 * 60 } };

void
hearth_shift_hours_read_as_written (HearthRecord *house, HearthShiftHours *hours)
{
  static const char *const fields[HEARTH_N_SHIFTS] = { "morning_from", "afternoon_from", "night_from" };

  *hours = usual;
  for (int i = 0; i < HEARTH_N_SHIFTS; i++)
    {
      int minutes = hearth_time_minutes_between ("00:00", hearth_record_get (house, fields[i]));

      if (minutes >= 0)
        hours->from[i] = minutes;
    }
}

HearthShiftHours
hearth_shift_hours_read (HearthRecord *house)
{
  HearthShiftHours hours;

  hearth_shift_hours_read_as_written (house, &hours);
  return hearth_shift_hours_are_good (&hours) ? hours : usual;
}

/* --- one shift ---------------------------------------------------------------------------------- */

static int
index_of (const char *code)
{
  for (int i = 0; i < HEARTH_N_SHIFTS; i++)
    if (g_strcmp0 (codes[i], code) == 0)
      return i;
  return -1;
}

/* The begin of shift @index of @date; past the last, those of the day after. A shift that begins earlier by the clock than
 * the one before it begins on the next day. */
static char *
dup_begin (const HearthShiftHours *hours, const char *date, int index, GTimeZone *zone)
{
  int shift = index % HEARTH_N_SHIFTS;
  bool is_next_day = hours->from[shift] < hours->from[0];
  g_autofree char *day = hearth_date_add_days (date, index / HEARTH_N_SHIFTS + (is_next_day ? 1 : 0));
  g_autoptr (GDateTime) begin = NULL;
  HearthPartialDate parts;

  if (!hearth_partial_date_read (day, &parts))
    return NULL;
  begin = g_date_time_new (zone, parts.year, parts.month, parts.day, hours->from[shift] / 60,
                           hours->from[shift] % 60, 0);
  return begin != NULL ? hearth_instant_from_date_time (begin) : NULL;
}

static HearthShift *
make (const HearthShiftHours *hours, const char *date, int index, GTimeZone *zone)
{
  g_autofree char *begin = dup_begin (hours, date, index, zone);
  g_autofree char *end = begin != NULL ? dup_begin (hours, date, index + 1, zone) : NULL;
  HearthShift *shift;

  if (end == NULL)
    return NULL;
  shift = g_new0 (HearthShift, 1);
  shift->date = g_strdup (date);
  shift->code = codes[index];
  shift->begin = g_steal_pointer (&begin);
  shift->end = g_steal_pointer (&end);
  return shift;
}

HearthShift *
hearth_shift_make (const HearthShiftHours *hours, const char *date, const char *code, GTimeZone *zone)
{
  HearthPartialDate parts;
  int index = index_of (code);

  if (index < 0 || !hearth_partial_date_read (date, &parts) || parts.precision != HEARTH_DATE_DAY)
    return NULL;
  return make (hours, date, index, zone);
}

HearthShift *
hearth_shift_make_at (const HearthShiftHours *hours, GDateTime *time)
{
  g_autofree char *instant = hearth_instant_from_date_time (time);

  /* A night may have begun on the day before. */
  for (int day = -1; day <= 0; day++)
    {
      g_autoptr (GDateTime) then = g_date_time_add_days (time, day);
      g_autofree char *date = g_date_time_format (then, "%Y-%m-%d");

      for (int i = 0; i < HEARTH_N_SHIFTS; i++)
        {
          g_autoptr (HearthShift) shift = make (hours, date, i, g_date_time_get_timezone (time));

          if (shift != NULL && hearth_shift_holds (shift, instant))
            return g_steal_pointer (&shift);
        }
    }
  return NULL;
}

HearthShift *
hearth_shift_make_beside (const HearthShiftHours *hours,
                          const char *date,
                          const char *code,
                          int steps,
                          GTimeZone *zone)
{
  int index = index_of (code);
  int place = index + steps;
  int days = place >= 0 ? place / HEARTH_N_SHIFTS : -((HEARTH_N_SHIFTS - 1 - place) / HEARTH_N_SHIFTS);
  g_autofree char *day = hearth_date_add_days (date, days);

  if (index < 0)
    return NULL;
  return hearth_shift_make (hours, day, codes[place - days * HEARTH_N_SHIFTS], zone);
}

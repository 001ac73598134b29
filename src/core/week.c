/* SPDX-License-Identifier: GPL-3.0-or-later
 * Weeks, as they begin where the reader lives.
 */
#define G_LOG_DOMAIN "hearth-core"

#include "config.h"

#include "core/week.h"

#include <langinfo.h>

#include "core/date.h"

#define N_WEEKDAYS 7
/* What glibc says of a locale that counts its weekdays from a Monday on; the others count from a Sunday. */
#define ORIGIN_MONDAY 19971201

/* 0 is Monday. */
static int
get_first_weekday (void)
{
  /* The number itself is in the place of the pointer's low word, as GtkCalendar reads it too. */
  union {
    const char *text;
    unsigned int word;
  } origin = { .text = nl_langinfo (_NL_TIME_WEEK_1STDAY) };
  int counted_from = origin.word == ORIGIN_MONDAY ? 0 : N_WEEKDAYS - 1;
  int first = (unsigned char) *nl_langinfo (_NL_TIME_FIRST_WEEKDAY);

  return (counted_from + first - 1) % N_WEEKDAYS;
}

char *
hearth_week_begin (const char *date)
{
  HearthPartialDate parts;
  GDate day;
  int weekday;

  if (!hearth_partial_date_read (date, &parts) || parts.precision != HEARTH_DATE_DAY)
    return g_strdup ("");
  g_date_clear (&day, 1);
  g_date_set_dmy (&day, (GDateDay) parts.day, (GDateMonth) parts.month, (GDateYear) parts.year);
  weekday = (int) g_date_get_weekday (&day) - 1;
  return hearth_date_add_days (date, -((weekday - get_first_weekday () + N_WEEKDAYS) % N_WEEKDAYS));
}

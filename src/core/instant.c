/* SPDX-License-Identifier: GPL-3.0-or-later
 * Times of day and instants.
 */
#define G_LOG_DOMAIN "hearth-core"

#include "config.h"

#include "core/date.h"
#include "core/number.h"

#include <glib/gi18n-lib.h>
#include <stdlib.h>
#include <string.h>

#define MINUTES_A_DAY (24 * 60)
#define INSTANT_LENGTH 26 /* 2026-03-01T14:30:00Z+07:00 */

static int
read_minutes (const char *canonical)
{
  int hour, minute;

  if (canonical == NULL || strlen (canonical) != 5 || canonical[2] != ':' ||
      strspn (canonical, "0123456789") != 2 || strspn (canonical + 3, "0123456789") != 2)
    return -1;
  hour = atoi (canonical);
  minute = atoi (canonical + 3);
  return hour < 24 && minute < 60 ? hour * 60 + minute : -1;
}

/* Drops a trailing "am" or "pm" (also "a.m."); 0 none, 1 am, 2 pm. */
static int
take_half_of_day (char *text)
{
  static const char *const marks[] = { "a.m.", "am", "a", "p.m.", "pm", "p" };

  for (gsize i = 0; i < G_N_ELEMENTS (marks); i++)
    if (g_str_has_suffix (text, marks[i]))
      {
        text[strlen (text) - strlen (marks[i])] = '\0';
        g_strchomp (text);
        return i < 3 ? 1 : 2;
      }
  return 0;
}

static bool
read_hour_and_minute (const char *text, int *hour, int *minute)
{
  gsize n = strspn (text, "0123456789"), rest;

  *minute = 0;
  if (n == 0 || n > 4)
    return false;
  if (n >= 3)
    {
      *hour = atoi (text) / 100;
      *minute = atoi (text) % 100;
      return text[n] == '\0';
    }
  *hour = atoi (text);
  if (text[n] == '\0')
    return true;
  if (strchr (":.h", text[n]) == NULL)
    return false;
  rest = strspn (text + n + 1, "0123456789");
  *minute = atoi (text + n + 1);
  return (rest == 2 || (rest == 0 && text[n] == 'h')) && text[n + 1 + rest] == '\0';
}

HearthProblemCode
hearth_time_parse (const char *typed, char **canonical)
{
  g_autofree char *ascii = NULL, *text = NULL;
  int half, hour, minute;

  g_return_val_if_fail (typed != NULL, HEARTH_PROBLEM_NOT_A_TIME);

  ascii = hearth_digits_to_ascii (typed);
  text = g_strstrip (g_ascii_strdown (ascii, -1));
  half = take_half_of_day (text);
  if (!read_hour_and_minute (text, &hour, &minute) || hour > 23 || minute > 59 ||
      (half != 0 && (hour < 1 || hour > 12)))
    return HEARTH_PROBLEM_NOT_A_TIME;
  if (half != 0)
    hour = hour % 12 + (half == 2 ? 12 : 0);
  *canonical = g_strdup_printf ("%02d:%02d", hour, minute);
  return HEARTH_PROBLEM_NONE;
}

char *
hearth_time_format (const char *canonical)
{
  int minutes = read_minutes (canonical);
  g_autoptr (GDateTime) time = NULL;

  if (minutes < 0)
    return g_strdup ("");
  time = g_date_time_new_utc (2000, 1, 1, minutes / 60, minutes % 60, 0);
  /* Translators: a time of day, in the form that g_date_time_format() takes */
  return g_date_time_format (time, C_ ("time", "%H:%M"));
}

int
hearth_time_minutes_between (const char *from, const char *to)
{
  int start = read_minutes (from), end = read_minutes (to);

  return start < 0 || end < 0 ? -1 : (end - start + MINUTES_A_DAY) % MINUTES_A_DAY;
}

char *
hearth_instant_from_date_time (GDateTime *time)
{
  g_autoptr (GDateTime) utc = NULL;
  g_autofree char *instant = NULL, *offset = NULL;

  g_return_val_if_fail (time != NULL, NULL);

  utc = g_date_time_to_utc (time);
  instant = g_date_time_format (utc, "%Y-%m-%dT%H:%M:%SZ");
  offset = g_date_time_format (time, "%:z");
  return g_strconcat (instant, offset, NULL);
}

GDateTime *
hearth_instant_to_date_time (const char *canonical)
{
  g_autoptr (GTimeZone) zone = NULL;
  g_autoptr (GDateTime) utc = NULL;
  g_autofree char *instant = NULL;

  if (canonical == NULL || strlen (canonical) != INSTANT_LENGTH || canonical[10] != 'T' ||
      canonical[19] != 'Z' || strchr ("+-", canonical[20]) == NULL)
    return NULL;
  zone = g_time_zone_new_identifier (canonical + 20);
  instant = g_strndup (canonical, 20);
  utc = g_date_time_new_from_iso8601 (instant, NULL);
  return zone != NULL && utc != NULL ? g_date_time_to_timezone (utc, zone) : NULL;
}

/* RFC 3339, where the seconds and the zone may be missing (then it is the local one). */
static GDateTime *
read_rfc3339 (const char *text)
{
  g_autoptr (GTimeZone) local = g_time_zone_new_local ();
  g_autofree char *whole = NULL;

  if (strlen (text) < 16 || (text[10] != 'T' && text[10] != ' ') || text[13] != ':')
    return NULL;
  whole = text[16] == ':' ? g_strdup (text) : g_strdup_printf ("%.16s:00%s", text, text + 16);
  return g_date_time_new_from_iso8601 (whole, local);
}

HearthProblemCode
hearth_instant_read (const char *text, char **canonical)
{
  g_autoptr (GDateTime) found = NULL;

  g_return_val_if_fail (text != NULL, HEARTH_PROBLEM_NOT_A_DATE);

  found = hearth_instant_to_date_time (text);
  if (found == NULL)
    found = read_rfc3339 (text);
  if (found == NULL)
    return HEARTH_PROBLEM_NOT_A_DATE;
  *canonical = hearth_instant_from_date_time (found);
  return HEARTH_PROBLEM_NONE;
}

/* Where the time of day begins in "3 May 2015, 14:30": the last part that is one. */
static HearthProblemCode
split_date_and_time (const char *typed, const char *today, char **date, char **time)
{
  HearthProblemCode problem = HEARTH_PROBLEM_NOT_A_TIME;
  g_autofree char *whole = NULL;

  /* The year of "3 May 2015" is no quarter past eight. */
  if (hearth_date_parse (typed, today, true, &whole) == HEARTH_PROBLEM_NONE)
    return problem;
  for (const char *p = typed + strlen (typed); p > typed; p = g_utf8_find_prev_char (typed, p))
    {
      g_autofree char *left = NULL, *found_time = NULL;

      if (!g_unichar_isspace (g_utf8_get_char (p)) && *p != ',')
        continue;
      left = g_strndup (typed, (gsize) (p - typed));
      if (hearth_time_parse (g_utf8_next_char (p), &found_time) != HEARTH_PROBLEM_NONE)
        continue;
      problem = hearth_date_parse (left, today, false, date);
      if (problem != HEARTH_PROBLEM_NONE)
        continue;
      *time = g_steal_pointer (&found_time);
      return HEARTH_PROBLEM_NONE;
    }
  if (hearth_time_parse (typed, time) == HEARTH_PROBLEM_NONE && today[0] != '\0')
    return *date = g_strdup (today), HEARTH_PROBLEM_NONE;
  return problem;
}

HearthProblemCode
hearth_instant_parse (const char *typed, const char *today, char **canonical)
{
  g_autofree char *ascii = NULL, *text = NULL, *date = NULL, *time = NULL;
  g_autoptr (GDateTime) found = NULL;
  HearthPartialDate day;
  HearthProblemCode problem;
  int minutes;

  g_return_val_if_fail (typed != NULL, HEARTH_PROBLEM_NOT_A_DATE);
  g_return_val_if_fail (today != NULL, HEARTH_PROBLEM_NOT_A_DATE);

  ascii = hearth_digits_to_ascii (typed);
  text = g_strdup (g_strstrip (ascii));
  if (hearth_instant_read (text, canonical) == HEARTH_PROBLEM_NONE)
    return HEARTH_PROBLEM_NONE;
  problem = split_date_and_time (text, today, &date, &time);
  if (problem != HEARTH_PROBLEM_NONE)
    return problem;
  hearth_partial_date_read (date, &day);
  minutes = read_minutes (time);
  found = g_date_time_new_local (day.year, day.month, day.day, minutes / 60, minutes % 60, 0);
  if (found == NULL)
    return HEARTH_PROBLEM_NO_SUCH_DATE;
  *canonical = hearth_instant_from_date_time (found);
  return HEARTH_PROBLEM_NONE;
}

char *
hearth_instant_format (const char *canonical)
{
  g_autoptr (GDateTime) time = hearth_instant_to_date_time (canonical);

  if (time == NULL)
    return g_strdup ("");
  /* Translators: a date and time, as in “3 May 2015, 14:30”, in the form that g_date_time_format() takes */
  return g_date_time_format (time, C_ ("date", "%-e %b %Y, %H:%M"));
}

char *
hearth_instant_to_rfc3339 (const char *canonical)
{
  g_autoptr (GDateTime) time = hearth_instant_to_date_time (canonical);

  return time != NULL ? g_date_time_format (time, "%Y-%m-%dT%H:%M:%S%:z") : g_strdup ("");
}

char *
hearth_instant_dup_date (const char *canonical)
{
  g_autoptr (GDateTime) time = hearth_instant_to_date_time (canonical);

  return time != NULL ? g_date_time_format (time, "%Y-%m-%d") : g_strdup ("");
}

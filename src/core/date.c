/* SPDX-License-Identifier: GPL-3.0-or-later
 * Dates and partial dates: canonical strings, spans, and how they are shown.
 */
#define G_LOG_DOMAIN "hearth-core"

#include "config.h"

#include "core/date.h"

#include <glib/gi18n-lib.h>
#include <stdio.h>
#include <string.h>

bool
hearth_date_is_valid (int year, int month, int day)
{
  return year >= 1 && year <= 9999 && month >= 1 && month <= 12 && day >= 1 && day <= 31 &&
         g_date_valid_dmy ((GDateDay) day, (GDateMonth) month, (GDateYear) year);
}

static bool
read_digits (const char **p, int n, int *number)
{
  *number = 0;
  for (int i = 0; i < n; i++)
    {
      if (!g_ascii_isdigit ((*p)[i]))
        return false;
      *number = *number * 10 + ((*p)[i] - '0');
    }
  *p += n;
  return true;
}

static bool
read_parts (const char *canonical, HearthPartialDate *date)
{
  const char *p = canonical;

  if (!read_digits (&p, 4, &date->year))
    return false;
  date->precision = HEARTH_DATE_YEAR;
  if (*p == '-')
    {
      p++;
      if (!read_digits (&p, 2, &date->month))
        return false;
      date->precision = HEARTH_DATE_MONTH;
    }
  if (*p == '-')
    {
      p++;
      if (!read_digits (&p, 2, &date->day))
        return false;
      date->precision = HEARTH_DATE_DAY;
    }
  if (*p == '~')
    {
      date->estimated = true;
      p++;
    }
  return *p == '\0';
}

bool
hearth_partial_date_read (const char *canonical, HearthPartialDate *date)
{
  g_return_val_if_fail (date != NULL, false);

  *date = (HearthPartialDate) { 0 };
  if (canonical != NULL && read_parts (canonical, date) &&
      hearth_date_is_valid (date->year, date->precision >= HEARTH_DATE_MONTH ? date->month : 1,
                            date->precision >= HEARTH_DATE_DAY ? date->day : 1))
    return true;
  *date = (HearthPartialDate) { 0 };
  return false;
}

char *
hearth_partial_date_write (const HearthPartialDate *date)
{
  const char *mark;

  g_return_val_if_fail (date != NULL, NULL);

  mark = date->estimated ? "~" : "";
  switch (date->precision)
    {
    case HEARTH_DATE_YEAR:
      return g_strdup_printf ("%04d%s", date->year, mark);
    case HEARTH_DATE_MONTH:
      return g_strdup_printf ("%04d-%02d%s", date->year, date->month, mark);
    case HEARTH_DATE_DAY:
      return g_strdup_printf ("%04d-%02d-%02d%s", date->year, date->month, date->day, mark);
    case HEARTH_DATE_NONE:
    default:
      return g_strdup ("");
    }
}

static int
to_julian (int year, int month, int day)
{
  GDate date;

  g_date_clear (&date, 1);
  g_date_set_dmy (&date, (GDateDay) day, (GDateMonth) month, (GDateYear) year);
  return (int) g_date_get_julian (&date);
}

bool
hearth_partial_date_get_span (const char *canonical, int *first_julian, int *last_julian)
{
  HearthPartialDate date;
  int last_month, last_day;

  if (!hearth_partial_date_read (canonical, &date))
    return false;
  last_month = date.precision >= HEARTH_DATE_MONTH ? date.month : 12;
  last_day = date.precision >= HEARTH_DATE_DAY
               ? date.day
               : g_date_get_days_in_month ((GDateMonth) last_month, (GDateYear) date.year);
  *first_julian = to_julian (date.year, MAX (date.month, 1), MAX (date.day, 1));
  *last_julian = to_julian (date.year, last_month, last_day);
  return true;
}

int
hearth_date_days_between (const char *from, const char *to)
{
  int from_first, from_last, to_first, to_last;

  if (!hearth_partial_date_get_span (from, &from_first, &from_last) ||
      !hearth_partial_date_get_span (to, &to_first, &to_last))
    return 0;
  return to_first - from_first;
}

char *
hearth_date_add_days (const char *canonical, int days)
{
  int first, last;
  GDate date;

  if (!hearth_partial_date_get_span (canonical, &first, &last) || first + days < 1)
    return g_strdup ("");
  g_date_clear (&date, 1);
  g_date_set_julian (&date, (guint32) (first + days));
  return g_strdup_printf ("%04d-%02d-%02d", g_date_get_year (&date), g_date_get_month (&date),
                          g_date_get_day (&date));
}

char *
hearth_date_add_months (const char *canonical, int months)
{
  int first, last;
  GDate date;

  if (!hearth_partial_date_get_span (canonical, &first, &last) || first != last)
    return g_strdup ("");
  g_date_clear (&date, 1);
  g_date_set_julian (&date, (guint32) first);
  if (months < 0)
    g_date_subtract_months (&date, (guint) -months);
  else
    g_date_add_months (&date, (guint) months);
  return g_strdup_printf ("%04d-%02d-%02d", g_date_get_year (&date), g_date_get_month (&date),
                          g_date_get_day (&date));
}

char *
hearth_date_format (const char *canonical)
{
  g_autoptr (GDateTime) time = NULL;
  g_autofree char *words = NULL;
  HearthPartialDate date;
  const char *form;

  if (!hearth_partial_date_read (canonical, &date))
    return g_strdup ("");
  if (date.precision == HEARTH_DATE_YEAR)
    form = "%Y";
  else if (date.precision == HEARTH_DATE_MONTH)
    /* Translators: a month, as in “May 2015”, in the form that g_date_time_format() takes */
    form = C_ ("date", "%B %Y");
  else
    /* Translators: a date, as in “3 May 2015”, in the form that g_date_time_format() takes */
    form = C_ ("date", "%-e %b %Y");
  time = g_date_time_new_utc (date.year, MAX (date.month, 1), MAX (date.day, 1), 0, 0, 0);
  words = g_date_time_format (time, form);
  /* Translators: a date that is estimated, “about 2012” */
  return date.estimated ? g_strdup_printf (C_ ("date", "about %s"), words) : g_steal_pointer (&words);
}

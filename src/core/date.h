/* SPDX-License-Identifier: GPL-3.0-or-later
 * Dates, partial dates, times and instants in their canonical strings (see #HearthFieldKind).
 */
#pragma once

#include "core/problem.h"

G_BEGIN_DECLS

typedef enum {
  HEARTH_DATE_NONE,
  HEARTH_DATE_YEAR,
  HEARTH_DATE_MONTH,
  HEARTH_DATE_DAY,
} HearthDatePrecision;

/** A date known to the day, the month or the year. Unknown parts are 0. */
typedef struct {
  int year, month, day;
  HearthDatePrecision precision;
  bool estimated;
} HearthPartialDate;

/** Reads a canonical (partial) date; false, and all zero, when @canonical is none. */
bool hearth_partial_date_read (const char *canonical, HearthPartialDate *date);
/** Transfer full; "" when the precision is NONE. */
char *hearth_partial_date_write (const HearthPartialDate *date);

/** First and last day that a (partial) date can mean, as Julian days; false when it is none. */
bool hearth_partial_date_get_span (const char *canonical, int *first_julian, int *last_julian);

/** Days from ISO date @from to ISO date @to; 0 when one is none. */
int hearth_date_days_between (const char *from, const char *to);
/** The ISO date @days after @date; transfer full; "" when @date is none. */
char *hearth_date_add_days (const char *date, int days);
/** The ISO date @months after @date, in a shorter month its last day; transfer full; "" when @date is no whole date. */
char *hearth_date_add_months (const char *date, int months);
bool hearth_date_is_valid (int year, int month, int day);

/**
 * Reads dates as people write them in the current locale: "3.5.2015", "3 May 2015", "May 2015",
 * "2015", "2015-05-03", "today", "yesterday"; digits of any script; Buddhist years in a Thai or Lao
 * locale. @partial also takes months and years, and "about", "~" or "c." before for an estimate.
 */
HearthProblemCode hearth_date_parse (const char *typed, const char *today, bool partial, char **canonical);
/** "3 May 2015", "May 2015", "2015", "about 2015" in the locale; transfer full. */
char *hearth_date_format (const char *canonical);

/** "21:30", "9.30 pm", "2130"; transfer full. */
HearthProblemCode hearth_time_parse (const char *typed, char **canonical);
char *hearth_time_format (const char *canonical);
/** Minutes from @from to @to ("21:30" to "06:00" is 510); -1 when one is none. */
int hearth_time_minutes_between (const char *from, const char *to);

/** A canonical instant of @time, with its own offset; transfer full. */
char *hearth_instant_from_date_time (GDateTime *time);
/** Transfer full; NULL when @canonical is none. */
GDateTime *hearth_instant_to_date_time (const char *canonical);
/** A date and a time of day, in the local zone; RFC 3339 is taken as it is. */
HearthProblemCode hearth_instant_parse (const char *typed, const char *today, char **canonical);
/** RFC 3339 (without seconds or zone too: then the local one) or canonical, and nothing else. */
HearthProblemCode hearth_instant_read (const char *text, char **canonical);
char *hearth_instant_format (const char *canonical);
/** RFC 3339, or "" ; transfer full. */
char *hearth_instant_to_rfc3339 (const char *canonical);
/** The ISO date at the place where it was written; transfer full. */
char *hearth_instant_dup_date (const char *canonical);

G_END_DECLS

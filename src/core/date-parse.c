/* SPDX-License-Identifier: GPL-3.0-or-later
 * Dates as people write them, in the manner of the current locale.
 */
#define G_LOG_DOMAIN "hearth-core"

#include "config.h"

#include "core/date.h"
#include "core/number.h"

#include <glib/gi18n-lib.h>
#include <langinfo.h>
#include <locale.h>
#include <stdlib.h>
#include <string.h>

#define MAX_TOKENS 3
/* The Buddhist era counts from 543 years earlier. */
#define BUDDHIST_OFFSET 543

typedef struct {
  int number;      /* -1 for a month's name */
  int n_digits;
  int month;       /* 1–12 for a month's name */
} Token;

static const char *const english_months[] = { "january",   "february", "march",    "april",
                                              "may",       "june",     "july",     "august",
                                              "september", "october",  "november", "december" };

/* Lower case, and without the point that ends an abbreviation. */
static char *
fold_name (const char *name, gssize length)
{
  char *folded = g_utf8_casefold (name, length);

  if (g_str_has_suffix (folded, "."))
    folded[strlen (folded) - 1] = '\0';
  return folded;
}

static bool
name_begins_with (const char *name, const char *word)
{
  g_autofree char *folded = fold_name (name, -1);

  return folded[0] != '\0' && g_str_has_prefix (folded, word);
}

/* A month's name or the start of one, in the locale or in English; 0 when none or more than one fits. */
static int
find_month (const char *word)
{
  static const nl_item names[] = { MON_1, MON_2, MON_3, MON_4,  MON_5,  MON_6,
                                   MON_7, MON_8, MON_9, MON_10, MON_11, MON_12 };
  static const nl_item short_names[] = { ABMON_1, ABMON_2, ABMON_3, ABMON_4,  ABMON_5,  ABMON_6,
                                         ABMON_7, ABMON_8, ABMON_9, ABMON_10, ABMON_11, ABMON_12 };
  int found = 0;

  for (int i = 0; i < 12; i++)
    {
      g_autofree char *whole = fold_name (nl_langinfo (names[i]), -1);
      g_autofree char *brief = fold_name (nl_langinfo (short_names[i]), -1);

      if (g_str_equal (whole, word) || g_str_equal (brief, word) || g_str_equal (english_months[i], word))
        return i + 1;
    }
  if (g_utf8_strlen (word, -1) < 3)
    return 0;
  for (int i = 0; i < 12; i++)
    if (name_begins_with (nl_langinfo (names[i]), word) ||
        name_begins_with (nl_langinfo (short_names[i]), word) || g_str_has_prefix (english_months[i], word))
      {
        if (found != 0)
          return 0;
        found = i + 1;
      }
  return found;
}

static bool
is_separator (gunichar c)
{
  return g_unichar_isspace (c) || c == '.' || c == '/' || c == '-' || c == ',' || c == 0x060c || c == 0x2013;
}

/* Number of tokens, or -1 when @text holds something that is no part of a date. */
static int
tokenize (const char *text, Token *tokens)
{
  const char *p = text;
  int n = 0;

  while (*p != '\0')
    {
      const char *start;
      g_autofree char *word = NULL;

      while (*p != '\0' && is_separator (g_utf8_get_char (p)))
        p = g_utf8_next_char (p);
      if (*p == '\0')
        break;
      if (n == MAX_TOKENS)
        return -1;
      start = p;
      if (g_ascii_isdigit (*p))
        while (g_ascii_isdigit (*p))
          p++;
      else
        while (*p != '\0' && !g_ascii_isdigit (*p) && (*p == '.' || !is_separator (g_utf8_get_char (p))))
          p = g_utf8_next_char (p);
      word = fold_name (start, p - start);
      tokens[n] = (Token) { .number = -1 };
      if (!g_ascii_isdigit (*start))
        tokens[n].month = find_month (word);
      else if (p - start <= 4)
        tokens[n] = (Token) { .number = atoi (word), .n_digits = (int) (p - start) };
      if (tokens[n].number < 0 && tokens[n].month == 0)
        return -1;
      n++;
    }
  return n;
}

/* Whether the locale writes the month before the day (as in the United States). */
static bool
month_comes_first (void)
{
  const char *form = nl_langinfo (D_FMT);
  const char *month = strpbrk (form, "mbBhD"), *day = strpbrk (form, "deF");

  return strstr (form, "%D") != NULL || (month != NULL && day != NULL && month < day);
}

static bool
counts_buddhist_years (void)
{
  const char *locale = setlocale (LC_TIME, NULL);

  return locale != NULL && (g_str_has_prefix (locale, "th") || g_str_has_prefix (locale, "lo"));
}

static int
read_year (const Token *token, const char *today)
{
  int this_year = atoi (today);
  int year = token->number;

  if (token->n_digits <= 2 && this_year > 0)
    year += year > this_year % 100 + 10 ? this_year / 100 * 100 - 100 : this_year / 100 * 100;
  else if (year > 2400 && counts_buddhist_years ())
    year -= BUDDHIST_OFFSET;
  return year;
}

static bool
is_year (const Token *token)
{
  return token->n_digits >= 3;
}

static HearthProblemCode
from_one (const Token *t, const char *today, HearthPartialDate *date)
{
  if (!is_year (&t[0]))
    return HEARTH_PROBLEM_NOT_A_DATE;
  date->year = read_year (&t[0], today);
  date->precision = HEARTH_DATE_YEAR;
  return HEARTH_PROBLEM_NONE;
}

static HearthProblemCode
from_two (const Token *t, const char *today, HearthPartialDate *date)
{
  bool year_first = is_year (&t[0]), year_last = is_year (&t[1]);

  if (year_first || year_last)
    {
      const Token *year = year_first ? &t[0] : &t[1], *month = year_first ? &t[1] : &t[0];

      date->year = read_year (year, today);
      date->month = month->month > 0 ? month->month : month->number;
      date->precision = HEARTH_DATE_MONTH;
      return HEARTH_PROBLEM_NONE;
    }
  date->year = atoi (today);
  date->precision = HEARTH_DATE_DAY;
  if (t[0].month > 0 || (t[1].month == 0 && month_comes_first ()))
    {
      date->month = t[0].month > 0 ? t[0].month : t[0].number;
      date->day = t[1].number;
    }
  else
    {
      date->day = t[0].number;
      date->month = t[1].month > 0 ? t[1].month : t[1].number;
    }
  return HEARTH_PROBLEM_NONE;
}

static HearthProblemCode
from_three (const Token *t, const char *today, HearthPartialDate *date)
{
  const Token *year = is_year (&t[0]) ? &t[0] : &t[2];
  const Token *a = year == &t[0] ? &t[1] : &t[0], *b = year == &t[0] ? &t[2] : &t[1];
  bool month_first = a->month > 0 || (b->month == 0 && (year == &t[0] || month_comes_first ()));
  const Token *month = month_first ? a : b, *day = month_first ? b : a;

  if (year->month > 0 || day->month > 0)
    return HEARTH_PROBLEM_NOT_A_DATE;
  date->year = read_year (year, today);
  date->month = month->month > 0 ? month->month : month->number;
  date->day = day->number;
  date->precision = HEARTH_DATE_DAY;
  return HEARTH_PROBLEM_NONE;
}

static const char *
skip_estimate_mark (const char *text, bool *estimated)
{
  g_autofree char *about = g_utf8_casefold (_ ("about"), -1);
  const char *const marks[] = {
    "~", "about", about, "circa", "ca.", "c.", "ca ", "approx.", "approximately"
  };

  for (gsize i = 0; i < G_N_ELEMENTS (marks); i++)
    if (g_str_has_prefix (text, marks[i]))
      {
        *estimated = true;
        return text + strlen (marks[i]);
      }
  return text;
}

static bool
is_word (const char *text, const char *english, const char *local)
{
  g_autofree char *folded = g_utf8_casefold (local, -1);

  return g_str_equal (text, english) || g_str_equal (text, folded);
}

static HearthProblemCode
finish (HearthPartialDate *date, bool partial, char **canonical)
{
  if (!hearth_date_is_valid (date->year, date->precision >= HEARTH_DATE_MONTH ? date->month : 1,
                             date->precision >= HEARTH_DATE_DAY ? date->day : 1))
    return HEARTH_PROBLEM_NO_SUCH_DATE;
  if (!partial && (date->precision != HEARTH_DATE_DAY || date->estimated))
    return HEARTH_PROBLEM_NOT_A_DATE;
  *canonical = hearth_partial_date_write (date);
  return HEARTH_PROBLEM_NONE;
}

HearthProblemCode
hearth_date_parse (const char *typed, const char *today, bool partial, char **canonical)
{
  g_autofree char *ascii = NULL, *folded = NULL;
  HearthPartialDate date = { 0 };
  HearthProblemCode problem;
  Token tokens[MAX_TOKENS];
  const char *text;
  gsize length;

  g_return_val_if_fail (typed != NULL, HEARTH_PROBLEM_NOT_A_DATE);
  g_return_val_if_fail (today != NULL, HEARTH_PROBLEM_NOT_A_DATE);

  ascii = hearth_digits_to_ascii (typed);
  folded = g_strstrip (g_utf8_casefold (ascii, -1));
  if (is_word (folded, "today", _ ("today")) && today[0] != '\0')
    return *canonical = g_strdup (today), HEARTH_PROBLEM_NONE;
  if (is_word (folded, "yesterday", _ ("yesterday")) && today[0] != '\0')
    return *canonical = hearth_date_add_days (today, -1), HEARTH_PROBLEM_NONE;
  text = skip_estimate_mark (folded, &date.estimated);
  length = strlen (text);
  if (length > 0 && text[length - 1] == '~')
    {
      folded[(gsize) (text - folded) + length - 1] = '\0';
      date.estimated = true;
    }
  switch (tokenize (text, tokens))
    {
    case 1:
      problem = from_one (tokens, today, &date);
      break;
    case 2:
      problem = from_two (tokens, today, &date);
      break;
    case 3:
      problem = from_three (tokens, today, &date);
      break;
    default:
      problem = HEARTH_PROBLEM_NOT_A_DATE;
    }
  return problem != HEARTH_PROBLEM_NONE ? problem : finish (&date, partial, canonical);
}

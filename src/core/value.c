/* SPDX-License-Identifier: GPL-3.0-or-later
 * Values of every field kind: read from what a person typed, checked, shown, compared.
 */
#define G_LOG_DOMAIN "hearth-core"

#include "config.h"

#include "core/value.h"

#include "core/date.h"
#include "core/id.h"
#include "core/number.h"
#include "core/value-private.h"

#include <glib/gi18n-lib.h>
#include <stdlib.h>
#include <string.h>

/* --- helpers --- */

/* One line: line ends and tabs of a paste become spaces, direction overrides (which can make a name read
 * as another) go. */
static char *
to_one_line (const char *text)
{
  GString *line = g_string_new (NULL);

  for (const char *p = text; *p != '\0'; p = g_utf8_next_char (p))
    {
      gunichar c = g_utf8_get_char (p);

      if ((c >= 0x202a && c <= 0x202e) || (c >= 0x2066 && c <= 0x2069))
        continue;
      if (c == '\n' || c == '\t')
        g_string_append_c (line, ' ');
      else
        g_string_append_unichar (line, c);
    }
  return g_string_free_and_steal (line);
}

static const HearthChoice *
find_choice (const HearthField *field, const char *typed)
{
  g_autofree char *wanted = g_utf8_casefold (typed, -1);

  for (const HearthChoice *choice = field->choices; choice != NULL && choice->code != NULL; choice++)
    {
      g_autofree char *label = g_utf8_casefold (_ (choice->label), -1);

      if (g_str_equal (choice->code, typed) || g_str_equal (label, wanted))
        return choice;
    }
  return NULL;
}

/* @words in the table's order, each once; NULL when one is no code. */
static char *
order_codes (const HearthField *field, char **words)
{
  g_autoptr (GStrvBuilder) codes = g_strv_builder_new ();
  g_auto (GStrv) ordered = NULL;

  for (guint i = 0; words[i] != NULL; i++)
    if (words[i][0] != '\0' && hearth_field_lookup_choice (field, words[i]) == NULL)
      return NULL;
  for (const HearthChoice *choice = field->choices; choice != NULL && choice->code != NULL; choice++)
    if (g_strv_contains ((const char *const *) words, choice->code))
      g_strv_builder_add (codes, choice->code);
  ordered = g_strv_builder_end (codes);
  return g_strjoinv (" ", ordered);
}

static HearthProblemCode
read_codes (const HearthField *field, const char *text, char **canonical)
{
  g_auto (GStrv) words = g_strsplit_set (text, " ,", -1);

  *canonical = order_codes (field, words);
  return *canonical != NULL ? HEARTH_PROBLEM_NONE : HEARTH_PROBLEM_NO_SUCH_CHOICE;
}

static HearthProblemCode
parse_yes_no (const char *typed, char **canonical)
{
  g_autofree char *word = g_utf8_casefold (typed, -1);
  g_autofree char *yes = g_utf8_casefold (_ ("Yes"), -1), *no = g_utf8_casefold (_ ("No"), -1);

  if (g_str_equal (word, "yes") || g_str_equal (word, yes))
    *canonical = g_strdup ("yes");
  else if (g_str_equal (word, "no") || g_str_equal (word, no))
    *canonical = g_strdup ("no");
  else
    return HEARTH_PROBLEM_NOT_YES_OR_NO;
  return HEARTH_PROBLEM_NONE;
}

static HearthProblemCode
parse_choice (const HearthField *field, const char *typed, char **canonical)
{
  const HearthChoice *choice = find_choice (field, typed);

  if (choice == NULL)
    return HEARTH_PROBLEM_NO_SUCH_CHOICE;
  *canonical = g_strdup (choice->code);
  return HEARTH_PROBLEM_NONE;
}

static HearthProblemCode
read_id (const char *text, char **canonical)
{
  if (!hearth_id_is_valid (text))
    return HEARTH_PROBLEM_NO_SUCH_RECORD;
  *canonical = g_strdup (text);
  return HEARTH_PROBLEM_NONE;
}

/* @text is clean and not empty. */
static HearthProblemCode
parse_clean (const HearthField *field, const char *text, const char *today, char **canonical)
{
  switch (field->kind)
    {
    case HEARTH_FIELD_TEXT:
      *canonical = to_one_line (text);
      return HEARTH_PROBLEM_NONE;
    case HEARTH_FIELD_LONG_TEXT:
    case HEARTH_FIELD_SEALED:
      *canonical = g_strdup (text);
      return HEARTH_PROBLEM_NONE;
    case HEARTH_FIELD_INTEGER:
      return hearth_integer_parse (text, canonical);
    case HEARTH_FIELD_DECIMAL:
      return hearth_decimal_parse (text, field->digits, canonical);
    case HEARTH_FIELD_YES_NO:
      return parse_yes_no (text, canonical);
    case HEARTH_FIELD_DATE:
      return hearth_date_parse (text, today, false, canonical);
    case HEARTH_FIELD_PARTIAL_DATE:
      return hearth_date_parse (text, today, true, canonical);
    case HEARTH_FIELD_TIME:
      return hearth_time_parse (text, canonical);
    case HEARTH_FIELD_DATE_TIME:
      return hearth_instant_parse (text, today, canonical);
    case HEARTH_FIELD_CHOICE:
      return parse_choice (field, text, canonical);
    case HEARTH_FIELD_MULTI_CHOICE:
      return read_codes (field, text, canonical);
    case HEARTH_FIELD_LINK:
    case HEARTH_FIELD_ATTACHMENT:
      return read_id (text, canonical);
    case HEARTH_FIELD_LINKS:
      return hearth_links_read (text, canonical);
    case HEARTH_FIELD_BODY_MAP:
      return hearth_body_map_read (field, text, canonical);
    case HEARTH_FIELD_COMPUTED:
    default:
      return HEARTH_PROBLEM_READ_ONLY;
    }
}

/* Whether @canonical is in the kind's one written form; for what came from a file. */
static HearthProblemCode
read_strictly (const HearthField *field, const char *text, char **canonical)
{
  HearthPartialDate date;
  g_autofree char *found = NULL;
  HearthProblemCode problem;

  switch (field->kind)
    {
    case HEARTH_FIELD_DATE:
    case HEARTH_FIELD_PARTIAL_DATE:
      if (!hearth_partial_date_read (text, &date))
        {
          /* "2015-02-31" has the form of a date and is none. */
          problem = hearth_date_parse (text, "", true, &found);
          return problem == HEARTH_PROBLEM_NO_SUCH_DATE ? problem : HEARTH_PROBLEM_NOT_A_DATE;
        }
      if (field->kind == HEARTH_FIELD_DATE && (date.precision != HEARTH_DATE_DAY || date.estimated))
        return HEARTH_PROBLEM_NOT_A_DATE;
      *canonical = g_strdup (text);
      return HEARTH_PROBLEM_NONE;
    case HEARTH_FIELD_TIME:
      if (hearth_time_minutes_between (text, text) < 0)
        return HEARTH_PROBLEM_NOT_A_TIME;
      *canonical = g_strdup (text);
      return HEARTH_PROBLEM_NONE;
    case HEARTH_FIELD_DATE_TIME:
      return hearth_instant_read (text, canonical);
    case HEARTH_FIELD_CHOICE:
      if (hearth_field_lookup_choice (field, text) == NULL)
        return HEARTH_PROBLEM_NO_SUCH_CHOICE;
      *canonical = g_strdup (text);
      return HEARTH_PROBLEM_NONE;
    case HEARTH_FIELD_INTEGER:
    case HEARTH_FIELD_DECIMAL:
      return hearth_number_read (text, field->kind == HEARTH_FIELD_INTEGER, field->digits, canonical);
    case HEARTH_FIELD_TEXT:
    case HEARTH_FIELD_LONG_TEXT:
    case HEARTH_FIELD_SEALED:
    case HEARTH_FIELD_YES_NO:
    case HEARTH_FIELD_MULTI_CHOICE:
    case HEARTH_FIELD_LINK:
    case HEARTH_FIELD_LINKS:
    case HEARTH_FIELD_ATTACHMENT:
    case HEARTH_FIELD_BODY_MAP:
    case HEARTH_FIELD_COMPUTED:
    default:
      return parse_clean (field, text, "", canonical);
    }
}

char *
hearth_words_join (const char *const *words)
{
  /* Translators: between the items of a list */
  return g_strjoinv (_ (", "), (char **) words);
}

static char *
format_codes (const HearthField *field, const char *canonical)
{
  g_auto (GStrv) codes = g_strsplit (canonical, " ", -1);
  g_autoptr (GStrvBuilder) labels = g_strv_builder_new ();
  g_auto (GStrv) words = NULL;

  for (guint i = 0; codes[i] != NULL; i++)
    {
      const HearthChoice *choice = hearth_field_lookup_choice (field, codes[i]);

      /* A code of a newer file is shown rather than dropped. */
      g_strv_builder_add (labels, choice != NULL ? _ (choice->label) : codes[i]);
    }
  words = g_strv_builder_end (labels);
  return hearth_words_join ((const char *const *) words);
}

static HearthProblemCode
check_range (const HearthField *field, const char *canonical)
{
  double number = g_ascii_strtod (canonical, NULL);

  if (hearth_field_has_range (field) && (number < field->minimum || number > field->maximum))
    return HEARTH_PROBLEM_OUT_OF_RANGE;
  return HEARTH_PROBLEM_NONE;
}

static bool
lies_in_the_future (const HearthField *field, const char *canonical, const char *today)
{
  g_autofree char *day = NULL;

  if (!field->past_only || today == NULL || today[0] == '\0')
    return false;
  day = field->kind == HEARTH_FIELD_DATE_TIME ? hearth_instant_dup_date (canonical) : g_strdup (canonical);
  return strncmp (day, today, MIN (strcspn (day, "~"), strlen (today))) > 0;
}

/* What to say of a value that means something, but is not in the kind's one written form. */
static HearthProblemCode
not_canonical (const HearthField *field)
{
  switch (field->kind)
    {
    case HEARTH_FIELD_INTEGER:
    case HEARTH_FIELD_DECIMAL:
      return HEARTH_PROBLEM_NOT_A_NUMBER;
    case HEARTH_FIELD_YES_NO:
      return HEARTH_PROBLEM_NOT_YES_OR_NO;
    case HEARTH_FIELD_DATE:
    case HEARTH_FIELD_PARTIAL_DATE:
    case HEARTH_FIELD_DATE_TIME:
      return HEARTH_PROBLEM_NOT_A_DATE;
    case HEARTH_FIELD_TIME:
      return HEARTH_PROBLEM_NOT_A_TIME;
    case HEARTH_FIELD_CHOICE:
    case HEARTH_FIELD_MULTI_CHOICE:
      return HEARTH_PROBLEM_NO_SUCH_CHOICE;
    case HEARTH_FIELD_LINK:
    case HEARTH_FIELD_LINKS:
    case HEARTH_FIELD_ATTACHMENT:
      return HEARTH_PROBLEM_NO_SUCH_RECORD;
    case HEARTH_FIELD_TEXT:
    case HEARTH_FIELD_LONG_TEXT:
    case HEARTH_FIELD_SEALED:
    case HEARTH_FIELD_BODY_MAP:
    case HEARTH_FIELD_COMPUTED:
    default:
      return HEARTH_PROBLEM_NOT_TEXT;
    }
}

/* --- public --- */

HearthProblemCode
hearth_value_parse (const HearthField *field, const char *typed, const char *today, char **canonical)
{
  g_autofree char *clean = NULL, *found = NULL;
  HearthProblemCode problem;

  g_return_val_if_fail (field != NULL, HEARTH_PROBLEM_NOT_TEXT);
  g_return_val_if_fail (typed != NULL, HEARTH_PROBLEM_NOT_TEXT);

  clean = hearth_text_clean (typed, -1, &problem);
  if (clean == NULL)
    return problem;
  if (clean[0] == '\0')
    return *canonical = g_strdup (""), HEARTH_PROBLEM_NONE;
  problem = parse_clean (field, clean, today, &found);
  if (problem == HEARTH_PROBLEM_NONE)
    problem = hearth_value_check (field, found, today);
  if (problem == HEARTH_PROBLEM_NONE)
    *canonical = g_steal_pointer (&found);
  return problem;
}

HearthProblemCode
hearth_value_read (const HearthField *field, const char *text, gssize length, char **canonical)
{
  g_autofree char *clean = NULL, *found = NULL;
  HearthProblemCode problem;

  g_return_val_if_fail (field != NULL, HEARTH_PROBLEM_NOT_TEXT);
  g_return_val_if_fail (text != NULL, HEARTH_PROBLEM_NOT_TEXT);

  clean = hearth_text_clean (text, length, &problem);
  if (clean == NULL)
    return problem;
  if (clean[0] == '\0')
    return *canonical = g_strdup (""), HEARTH_PROBLEM_NONE;
  problem = read_strictly (field, clean, &found);
  if (problem == HEARTH_PROBLEM_NONE)
    *canonical = g_steal_pointer (&found);
  return problem;
}

HearthProblemCode
hearth_value_check (const HearthField *field, const char *canonical, const char *today)
{
  g_autofree char *same = NULL;
  HearthProblemCode problem;

  g_return_val_if_fail (field != NULL, HEARTH_PROBLEM_NOT_TEXT);
  g_return_val_if_fail (canonical != NULL, HEARTH_PROBLEM_NOT_TEXT);

  if (canonical[0] == '\0')
    return HEARTH_PROBLEM_NONE;
  /* Written by code, but the last door before the file: a value must be in its one form. */
  problem = hearth_value_read (field, canonical, -1, &same);
  if (problem != HEARTH_PROBLEM_NONE)
    return problem;
  if (!g_str_equal (same, canonical))
    return not_canonical (field);
  if (field->kind == HEARTH_FIELD_INTEGER || field->kind == HEARTH_FIELD_DECIMAL)
    return check_range (field, canonical);
  if ((field->kind == HEARTH_FIELD_TEXT || field->kind == HEARTH_FIELD_LINKS ||
       hearth_field_is_long (field)) &&
      g_utf8_strlen (canonical, -1) > (glong) hearth_field_get_max_length (field))
    return HEARTH_PROBLEM_TOO_LONG;
  if (lies_in_the_future (field, canonical, today))
    return HEARTH_PROBLEM_IN_THE_FUTURE;
  return HEARTH_PROBLEM_NONE;
}

static char *
format_number (const HearthField *field, const char *canonical)
{
  g_autofree char *number = hearth_number_format (canonical);

  /* Translators: a number and its unit, “54.3 kg” */
  return field->unit != NULL ? g_strdup_printf (C_ ("quantity", "%s %s"), number, _ (field->unit))
                             : g_steal_pointer (&number);
}

char *
hearth_value_format (const HearthField *field, const char *canonical)
{
  g_return_val_if_fail (field != NULL, NULL);
  g_return_val_if_fail (canonical != NULL, NULL);

  if (canonical[0] == '\0')
    return g_strdup ("");
  switch (field->kind)
    {
    case HEARTH_FIELD_INTEGER:
    case HEARTH_FIELD_DECIMAL:
      return format_number (field, canonical);
    case HEARTH_FIELD_YES_NO:
      return g_strdup (g_str_equal (canonical, "yes") ? _ ("Yes") : _ ("No"));
    case HEARTH_FIELD_DATE:
    case HEARTH_FIELD_PARTIAL_DATE:
      return hearth_date_format (canonical);
    case HEARTH_FIELD_TIME:
      return hearth_time_format (canonical);
    case HEARTH_FIELD_DATE_TIME:
      return hearth_instant_format (canonical);
    case HEARTH_FIELD_CHOICE:
    case HEARTH_FIELD_MULTI_CHOICE:
      return format_codes (field, canonical);
    case HEARTH_FIELD_BODY_MAP:
      return hearth_body_map_format (field, canonical);
    case HEARTH_FIELD_TEXT:
    case HEARTH_FIELD_LONG_TEXT:
    case HEARTH_FIELD_SEALED:
    case HEARTH_FIELD_LINK:
    case HEARTH_FIELD_LINKS:
    case HEARTH_FIELD_ATTACHMENT:
    case HEARTH_FIELD_COMPUTED:
    default:
      return g_strdup (canonical);
    }
}

char *
hearth_value_format_for_editing (const HearthField *field, const char *canonical)
{
  g_return_val_if_fail (field != NULL, NULL);
  g_return_val_if_fail (canonical != NULL, NULL);

  if (field->kind == HEARTH_FIELD_INTEGER || field->kind == HEARTH_FIELD_DECIMAL)
    return hearth_number_format (canonical);
  if (field->kind == HEARTH_FIELD_CHOICE || field->kind == HEARTH_FIELD_MULTI_CHOICE ||
      field->kind == HEARTH_FIELD_BODY_MAP)
    return g_strdup (canonical);
  return hearth_value_format (field, canonical);
}

char *
hearth_value_to_machine (const HearthField *field, const char *canonical)
{
  g_return_val_if_fail (field != NULL, NULL);
  g_return_val_if_fail (canonical != NULL, NULL);

  return field->kind == HEARTH_FIELD_DATE_TIME ? hearth_instant_to_rfc3339 (canonical) : g_strdup (canonical);
}

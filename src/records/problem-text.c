/* SPDX-License-Identifier: GPL-3.0-or-later
 * Problems in words, for forms and for hearthctl alike.
 */
#define G_LOG_DOMAIN "hearth-records"

#include "config.h"

#include "records/problem-text.h"

#include "core/number.h"

#include <glib/gi18n-lib.h>

static char *
format_bound (double bound)
{
  char text[G_ASCII_DTOSTR_BUF_SIZE];

  /* Between 30 and 230, not between 30.00 and 230.00. */
  g_ascii_formatd (text, sizeof text, bound != (double) (gint64) bound ? "%.2f" : "%.0f", bound);
  return hearth_number_format (text);
}

static char *
describe_range (const HearthField *field)
{
  g_autofree char *least = NULL, *most = NULL;

  if (field == NULL || !hearth_field_has_range (field))
    return g_strdup (_ ("This number is too large."));
  least = format_bound (field->minimum);
  most = format_bound (field->maximum);
  if (field->unit != NULL)
    /* Translators: two numbers and their unit */
    return g_strdup_printf (_ ("This must lie between %s and %s %s."), least, most, _ (field->unit));
  return g_strdup_printf (_ ("This must lie between %s and %s."), least, most);
}

static char *
describe_length (const HearthField *field)
{
  unsigned int limit = field != NULL ? hearth_field_get_max_length (field) : 0;

  return g_strdup_printf (g_dngettext (GETTEXT_PACKAGE,
                                       "This is longer than %u character. Please shorten it.",
                                       "This is longer than %u characters. Please shorten it.", limit),
                          limit);
}

static char *
describe_date (const HearthField *field)
{
  if (field != NULL && field->kind == HEARTH_FIELD_PARTIAL_DATE)
    return g_strdup (_ ("This is not a date. Write it like 3 May 2015, May 2015, 2015 or about 2015."));
  if (field != NULL && field->kind == HEARTH_FIELD_DATE_TIME)
    return g_strdup (_ ("This is not a date and time. Write it like 3 May 2015, 14:30."));
  return g_strdup (_ ("This is not a date. Write it like 3 May 2015."));
}

static char *
describe_order (const HearthRecordType *type, const HearthProblem *problem)
{
  const HearthField *earlier = hearth_record_type_lookup_field (type, problem->argument);

  /* Translators: the label of another date field */
  return g_strdup_printf (_ ("This is earlier than “%s”."),
                          earlier != NULL ? _ (earlier->label) : problem->argument);
}

static char *
describe_choice (const char *given)
{
  g_autofree char *brief = g_utf8_truncate_middle (given, 60);

  /* Translators: what was given */
  return g_strdup_printf (_ ("“%s” is not one of the choices."), brief);
}

char *
hearth_problem_to_sentence (const HearthRecordType *type, const HearthProblem *problem)
{
  const HearthField *field;

  g_return_val_if_fail (type != NULL, NULL);
  g_return_val_if_fail (problem != NULL, NULL);

  field = hearth_record_type_lookup_field (type, problem->field);
  switch (problem->code)
    {
    case HEARTH_PROBLEM_REQUIRED:
      return g_strdup (_ ("This is needed."));
    case HEARTH_PROBLEM_NOT_TEXT:
      return g_strdup (_ ("This holds bytes that are not text."));
    case HEARTH_PROBLEM_CONTROL_CHARACTER:
      return g_strdup (_ ("This holds characters that cannot be shown."));
    case HEARTH_PROBLEM_TOO_LONG:
      return describe_length (field);
    case HEARTH_PROBLEM_NOT_A_NUMBER:
      return g_strdup (_ ("This is not a number."));
    case HEARTH_PROBLEM_NOT_A_WHOLE_NUMBER:
      return g_strdup (_ ("This must be a whole number."));
    case HEARTH_PROBLEM_TOO_MANY_DECIMALS:
      return g_strdup (_ ("This has more decimals than are kept."));
    case HEARTH_PROBLEM_OUT_OF_RANGE:
      return describe_range (field);
    case HEARTH_PROBLEM_NOT_A_DATE:
      return describe_date (field);
    case HEARTH_PROBLEM_NO_SUCH_DATE:
      return g_strdup (_ ("There is no such date."));
    case HEARTH_PROBLEM_IN_THE_FUTURE:
      return g_strdup (_ ("This lies in the future."));
    case HEARTH_PROBLEM_NOT_A_TIME:
      return g_strdup (_ ("This is not a time of day. Write it like 21:30."));
    case HEARTH_PROBLEM_NOT_YES_OR_NO:
      return g_strdup (_ ("This must be yes or no."));
    case HEARTH_PROBLEM_NO_SUCH_CHOICE:
      return describe_choice (problem->argument);
    case HEARTH_PROBLEM_NO_SUCH_RECORD:
      return g_strdup (_ ("There is no such record."));
    case HEARTH_PROBLEM_NO_SUCH_FIELD:
      return g_strdup (_ ("There is no such field."));
    case HEARTH_PROBLEM_READ_ONLY:
      return g_strdup (_ ("This is kept by the program and cannot be set."));
    case HEARTH_PROBLEM_BEFORE:
      return describe_order (type, problem);
    case HEARTH_PROBLEM_NOT_UNIQUE:
      return g_strdup (_ ("Another one has this already."));
    case HEARTH_PROBLEM_SAME_PERSON:
      /* Translators: the number of a resident, “R-014” */
      return g_strdup_printf (_ ("%s may be the same person. If it is somebody else, this number belongs "
                                 "into “Looks "
                                 "alike, is somebody else”."),
                              problem->argument);
    case HEARTH_PROBLEM_RULE:
      return g_strdup (_ (problem->argument));
    case HEARTH_PROBLEM_NONE:
    default:
      return g_strdup ("");
    }
}

/* SPDX-License-Identifier: GPL-3.0-or-later
 * Whole and decimal numbers as canonical strings; digits of any script are read.
 */
#define G_LOG_DOMAIN "hearth-core"

#include "core/number.h"

#include <langinfo.h>
#include <string.h>

/* Fifteen digits are exact in a double, which is what ranges and charts reckon with. */
#define MAX_DIGITS 15

char *
hearth_digits_to_ascii (const char *text)
{
  GString *ascii = g_string_new (NULL);

  g_return_val_if_fail (text != NULL, NULL);

  for (const char *p = text; *p != '\0'; p = g_utf8_next_char (p))
    {
      gunichar c = g_utf8_get_char (p);
      int digit = g_unichar_digit_value (c);

      if (digit >= 0)
        g_string_append_c (ascii, (char) ('0' + digit));
      else if (c == 0x066b) /* Arabic decimal separator */
        g_string_append_c (ascii, '.');
      else if (c == 0x2212) /* minus sign */
        g_string_append_c (ascii, '-');
      else
        g_string_append_unichar (ascii, c);
    }
  return g_string_free_and_steal (ascii);
}

/* Group separators of any locale: spaces and apostrophes anywhere; a comma or point only where it is
 * not the decimal sign and three digits follow. */
static char *
drop_grouping (const char *typed, const char *decimal_sign)
{
  g_autofree char *ascii = hearth_digits_to_ascii (typed);
  GString *plain = g_string_new (NULL);

  for (const char *p = ascii; *p != '\0'; p = g_utf8_next_char (p))
    {
      gunichar c = g_utf8_get_char (p);
      bool groups =
        g_ascii_isdigit (p[1]) && g_ascii_isdigit (p[2]) && g_ascii_isdigit (p[3]) && !g_ascii_isdigit (p[4]);

      if (g_unichar_isspace (c) || c == '\'' || c == 0x2019 || c == 0x066c)
        continue;
      if ((c == ',' || c == '.') && decimal_sign[0] != (char) c && plain->len > 0 && groups)
        continue;
      g_string_append_unichar (plain, c == ',' ? '.' : c);
    }
  return g_string_free_and_steal (plain);
}

/* "-" digits [ "." digits ] with leading zeroes gone; false when @text is something else. */
static bool
split_number (const char *text, bool *negative, char **whole, char **fraction)
{
  const char *p = text, *point;
  gsize n;

  *negative = *p == '-';
  if (*p == '-' || *p == '+')
    p++;
  n = strspn (p, "0123456789");
  point = p + n;
  if (*point != '\0' && *point != '.')
    return false;
  if (*point == '.' && strspn (point + 1, "0123456789") != strlen (point + 1))
    return false;
  if (n == 0 && (*point == '\0' || point[1] == '\0'))
    return false;
  while (n > 1 && *p == '0')
    {
      p++;
      n--;
    }
  *whole = n > 0 ? g_strndup (p, n) : g_strdup ("0");
  *fraction = g_strdup (*point == '.' ? point + 1 : "");
  return true;
}

static HearthProblemCode
make_integer (const char *plain, char **canonical)
{
  g_autofree char *whole = NULL, *fraction = NULL;
  bool negative;

  if (!split_number (plain, &negative, &whole, &fraction))
    return HEARTH_PROBLEM_NOT_A_NUMBER;
  if (fraction[0] != '\0')
    return HEARTH_PROBLEM_NOT_A_WHOLE_NUMBER;
  if (strlen (whole) > MAX_DIGITS)
    return HEARTH_PROBLEM_OUT_OF_RANGE;
  *canonical = g_strconcat (negative && !g_str_equal (whole, "0") ? "-" : "", whole, NULL);
  return HEARTH_PROBLEM_NONE;
}

static HearthProblemCode
make_decimal (const char *plain, unsigned int digits, char **canonical)
{
  g_autofree char *whole = NULL, *fraction = NULL, *padded = NULL;
  bool negative;
  gsize length;

  if (!split_number (plain, &negative, &whole, &fraction))
    return HEARTH_PROBLEM_NOT_A_NUMBER;
  length = strlen (fraction);
  while (length > digits && fraction[length - 1] == '0')
    fraction[--length] = '\0';
  if (length > digits)
    return HEARTH_PROBLEM_TOO_MANY_DECIMALS;
  if (strlen (whole) + digits > MAX_DIGITS)
    return HEARTH_PROBLEM_OUT_OF_RANGE;
  padded = g_strnfill (digits - length, '0');
  if (strspn (whole, "0") == strlen (whole) && strspn (fraction, "0") == length)
    negative = false;
  *canonical = g_strconcat (negative ? "-" : "", whole, digits > 0 ? "." : "", fraction, padded, NULL);
  return HEARTH_PROBLEM_NONE;
}

HearthProblemCode
hearth_integer_parse (const char *typed, char **canonical)
{
  g_autofree char *plain = NULL;

  g_return_val_if_fail (typed != NULL, HEARTH_PROBLEM_NOT_A_NUMBER);

  plain = drop_grouping (typed, nl_langinfo (RADIXCHAR));
  return make_integer (plain, canonical);
}

HearthProblemCode
hearth_decimal_parse (const char *typed, unsigned int digits, char **canonical)
{
  g_autofree char *plain = NULL;

  g_return_val_if_fail (typed != NULL, HEARTH_PROBLEM_NOT_A_NUMBER);

  plain = drop_grouping (typed, nl_langinfo (RADIXCHAR));
  return make_decimal (plain, digits, canonical);
}

HearthProblemCode
hearth_number_read (const char *text, bool whole, unsigned int digits, char **canonical)
{
  g_return_val_if_fail (text != NULL, HEARTH_PROBLEM_NOT_A_NUMBER);

  return whole ? make_integer (text, canonical) : make_decimal (text, digits, canonical);
}

char *
hearth_number_format (const char *canonical)
{
  const char *sign = nl_langinfo (RADIXCHAR);
  g_auto (GStrv) parts = NULL;

  g_return_val_if_fail (canonical != NULL, NULL);

  parts = g_strsplit (canonical, ".", 2);
  return g_strjoinv (sign, parts);
}

/* SPDX-License-Identifier: GPL-3.0-or-later
 * Cleaning text before it is kept: NFC, plain line ends, nothing invisible around it.
 */
#define G_LOG_DOMAIN "hearth-core"

#include "core/value.h"

#include <string.h>

static char *
unify_line_ends (const char *text, gsize length)
{
  GString *unified = g_string_sized_new (length);

  for (gsize i = 0; i < length; i++)
    if (text[i] != '\r')
      g_string_append_c (unified, text[i]);
    else if (i + 1 >= length || text[i + 1] != '\n')
      g_string_append_c (unified, '\n');
  return g_string_free_and_steal (unified);
}

static bool
is_blank (gunichar c)
{
  return g_unichar_isspace (c) || c == 0xfeff;
}

static char *
trim (char *text)
{
  char *start = text, *end = text + strlen (text);

  while (*start != '\0' && is_blank (g_utf8_get_char (start)))
    start = g_utf8_next_char (start);
  while (end > start)
    {
      char *before = g_utf8_prev_char (end);

      if (!is_blank (g_utf8_get_char (before)))
        break;
      end = before;
    }
  return g_strndup (start, (gsize) (end - start));
}

static bool
has_control_character (const char *text)
{
  for (const char *p = text; *p != '\0'; p++)
    if ((guchar) *p < 0x20 && *p != '\n' && *p != '\t')
      return true;
    else if (*p == 0x7f)
      return true;
  return false;
}

char *
hearth_text_clean (const char *text, gssize length, HearthProblemCode *problem)
{
  g_autofree char *unified = NULL, *composed = NULL;
  gsize n = length < 0 ? strlen (text) : (gsize) length;

  g_return_val_if_fail (text != NULL, NULL);
  g_return_val_if_fail (problem != NULL, NULL);

  *problem = HEARTH_PROBLEM_NOT_TEXT;
  if (!g_utf8_validate_len (text, n, NULL))
    return NULL;
  unified = unify_line_ends (text, n);
  if (has_control_character (unified))
    {
      *problem = HEARTH_PROBLEM_CONTROL_CHARACTER;
      return NULL;
    }
  composed = g_utf8_normalize (unified, -1, G_NORMALIZE_NFC);
  *problem = HEARTH_PROBLEM_NONE;
  return trim (composed);
}

/* SPDX-License-Identifier: GPL-3.0-or-later
 * Text before it is laid out: word boundaries of scripts that write no spaces, and direction.
 */
#define G_LOG_DOMAIN "hearth-draw"

#include "draw/text.h"

#include <string.h>
#include <unicode/ubrk.h>
#include <unicode/uchar.h>
#include <unicode/uloc.h>
#include <unicode/ustring.h>
#include <unicode/utext.h>

#define ZERO_WIDTH_SPACE 0x200B
#define KHMER_COENG 0x17D2
#define MYANMAR_VIRAMA 0x1039

static bool
needs_dictionary (gunichar c)
{
  return c > 0x0E00 && u_getIntPropertyValue ((UChar32) c, UCHAR_LINE_BREAK) == U_LB_COMPLEX_CONTEXT;
}

/* Thai and Lao vowels that are written before the consonant they belong to. */
static bool
is_leading_vowel (gunichar c)
{
  return (c >= 0x0E40 && c <= 0x0E44) || (c >= 0x0EC0 && c <= 0x0EC4);
}

/* Thai and Lao vowels and signs that are letters to Unicode and yet belong to what is before them. */
static bool
is_trailing_sign (gunichar c)
{
  static const gunichar signs[] = { 0x0E2F, 0x0E30, 0x0E32, 0x0E33, 0x0E45, 0x0E46,
                                    0x0EAF, 0x0EB0, 0x0EB2, 0x0EB3, 0x0EC6 };

  for (gsize i = 0; i < G_N_ELEMENTS (signs); i++)
    {
      if (signs[i] == c)
        return true;
    }
  return false;
}

/* Dictionaries know words; for the rest ICU guesses, and a guess must never tear a cluster. */
static bool
may_break_between (gunichar before, gunichar after)
{
  if (g_unichar_ismark (after) || is_trailing_sign (after))
    return false;
  return before != KHMER_COENG && before != MYANMAR_VIRAMA && !is_leading_vowel (before);
}

/* @run: text of dictionary scripts only. */
static void
append_run (GString *marked, UBreakIterator *breaks, const char *run, gsize length)
{
  UErrorCode status = U_ZERO_ERROR;
  UText *text = utext_openUTF8 (NULL, run, (int64_t) length, &status);
  gsize done = 0;

  ubrk_setUText (breaks, text, &status);
  if (U_SUCCESS (status))
    {
      for (int32_t at = ubrk_next (breaks); at != UBRK_DONE && (gsize) at < length; at = ubrk_next (breaks))
        {
          if (!may_break_between (g_utf8_get_char (g_utf8_find_prev_char (run, run + at)),
                                  g_utf8_get_char (run + at)))
            continue;
          g_string_append_len (marked, run + done, (gssize) ((gsize) at - done));
          g_string_append (marked, HEARTH_ZERO_WIDTH_SPACE);
          done = (gsize) at;
        }
    }
  g_string_append_len (marked, run + done, (gssize) (length - done));
  utext_close (text);
}

static const char *
find_run (const char *text, bool dictionary)
{
  while (*text && needs_dictionary (g_utf8_get_char (text)) != dictionary)
    text = g_utf8_next_char (text);
  return text;
}

char *
hearth_text_mark_breaks (const char *text)
{
  g_autofree char *valid = NULL;
  g_autoptr (GString) marked = NULL;
  UErrorCode status = U_ZERO_ERROR;
  UBreakIterator *breaks;

  g_return_val_if_fail (text != NULL, NULL);

  valid = g_utf8_make_valid (text, -1);
  if (*find_run (valid, true) == '\0')
    return g_steal_pointer (&valid);

  breaks = ubrk_open (UBRK_LINE, "", NULL, 0, &status);
  if (U_FAILURE (status))
    {
      g_warning ("No line breaks from ICU: %s", u_errorName (status));
      return g_steal_pointer (&valid);
    }

  marked = g_string_sized_new (strlen (valid) * 5 / 4);
  for (const char *at = valid; *at;)
    {
      const char *run = find_run (at, true);
      const char *end = find_run (run, false);

      g_string_append_len (marked, at, run - at);
      append_run (marked, breaks, run, (gsize) (end - run));
      at = end;
    }
  ubrk_close (breaks);
  return g_string_free_and_steal (g_steal_pointer (&marked));
}

HearthDirection
hearth_text_find_direction (const char *text, gssize length)
{
  const char *end;

  g_return_val_if_fail (text != NULL, HEARTH_DIRECTION_NONE);

  end = length < 0 ? text + strlen (text) : text + length;
  for (; text < end; text = g_utf8_next_char (text))
    {
      UCharDirection direction = u_charDirection ((UChar32) g_utf8_get_char (text));

      if (direction == U_LEFT_TO_RIGHT)
        return HEARTH_DIRECTION_LTR;
      if (direction == U_RIGHT_TO_LEFT || direction == U_RIGHT_TO_LEFT_ARABIC)
        return HEARTH_DIRECTION_RTL;
    }
  return HEARTH_DIRECTION_NONE;
}

bool
hearth_language_is_rtl (const char *language)
{
  return language && *language && uloc_isRightToLeft (language);
}

char *
hearth_language_dup_locale (const char *language)
{
  char likely[ULOC_FULLNAME_CAPACITY], code[ULOC_LANG_CAPACITY], country[ULOC_COUNTRY_CAPACITY];
  UErrorCode status = U_ZERO_ERROR;

  g_return_val_if_fail (language != NULL, NULL);

  uloc_addLikelySubtags (language, likely, sizeof likely, &status);
  uloc_getLanguage (likely, code, sizeof code, &status);
  uloc_getCountry (likely, country, sizeof country, &status);
  if (U_FAILURE (status) || *code == '\0' || *country == '\0')
    return g_strdup ("");
  return g_strdup_printf ("%s_%s.UTF-8", code, country);
}

bool
hearth_character_is_unspaced (gunichar c)
{
  return needs_dictionary (c) || (c >= 0x2E80 && g_unichar_iswide (c));
}

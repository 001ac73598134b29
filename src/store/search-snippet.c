/* SPDX-License-Identifier: GPL-3.0-or-later
 * What a hit shows: a line of the record's own text around the word that was found.
 */
#define G_LOG_DOMAIN "hearth-store"

#include "store/search-text.h"

#include "core/value.h"

#include <unicode/ubrk.h>
#include <unicode/utext.h>

#define CHARACTERS_BEFORE 40
#define CHARACTERS_AFTER 100
#define CHARACTERS_OF_TITLE 60

/** Boundaries between what a reader takes for one character; native positions are bytes. NULL without ICU's data. */
static UBreakIterator *
break_characters (UText **units, const char *text, gint64 length)
{
  UErrorCode status = U_ZERO_ERROR;
  UBreakIterator *breaks = ubrk_open (UBRK_CHARACTER, "", NULL, 0, &status);

  *units = utext_openUTF8 (NULL, text, length, &status);
  ubrk_setUText (breaks, *units, &status);
  if (U_SUCCESS (status))
    return breaks;
  ubrk_close (breaks);
  g_clear_pointer (units, utext_close);
  return NULL;
}

/** Where in @token (no white space inside) the normalised @word begins. */
static gsize
find_in_token (const char *token, const char *word)
{
  UText *units = NULL;
  UBreakIterator *breaks = break_characters (&units, token, (gint64) strlen (token));
  g_autoptr (GString) folded = g_string_new (NULL);
  g_autoptr (GArray) places = g_array_new (FALSE, FALSE, sizeof (gsize));
  const char *found = NULL;
  gsize place = 0;

  for (gint32 from = 0, to; breaks && !found && (to = ubrk_next (breaks)) != UBRK_DONE; from = to)
    {
      g_autofree char *cluster = g_strndup (token + from, (gsize) (to - from));
      g_autofree char *piece = hearth_search_normalise (cluster);
      gsize source = (gsize) from;

      g_string_append (folded, piece);
      for (gsize i = strlen (piece); i > 0; i--)
        g_array_append_val (places, source);
      found = strstr (folded->str, word);
    }
  if (found)
    place = g_array_index (places, gsize, found - folded->str);
  if (breaks)
    ubrk_close (breaks);
  utext_close (units);
  return place;
}

static const char *
skip_while (const char *text, bool space)
{
  while (*text && (bool) g_unichar_isspace (g_utf8_get_char (text)) == space)
    text = g_utf8_next_char (text);
  return text;
}

/** Where in @text the normalised @word begins, or NULL. */
static const char *
find_word (const char *text, const char *word)
{
  for (const char *start = skip_while (text, true), *end; *start; start = skip_while (end, true))
    {
      g_autofree char *token = NULL;
      g_autofree char *folded = NULL;

      end = skip_while (start, false);
      token = g_strndup (start, (gsize) (end - start));
      folded = hearth_search_normalise (token);
      if (strstr (folded, word))
        return start + find_in_token (token, word);
    }
  return NULL;
}

static const char *
move (const char *text, const char *from, int characters)
{
  for (; characters < 0 && from > text; characters++)
    from = g_utf8_prev_char (from);
  for (; characters > 0 && *from; characters--)
    from = g_utf8_next_char (from);
  return from;
}

/** @text from @start to @end on one line, with an ellipsis where something is left out. */
static char *
cut_out (const char *text, const char *start, const char *end)
{
  g_autofree char *part = g_strndup (start, (gsize) (end - start));
  g_auto (GStrv) words = g_strsplit_set (part, " \n\t", -1);
  GString *line = g_string_new (start > text ? "…" : NULL);
  bool first = true;

  for (guint i = 0; words[i]; i++)
    if (*words[i])
      {
        g_string_append_printf (line, first ? "%s" : " %s", words[i]);
        first = false;
      }
  if (*end)
    g_string_append (line, "…");
  return g_string_free_and_steal (line);
}

/** A cut at white space where there is some, else between two whole characters. */
static char *
cut_around (const char *text, const char *hit)
{
  const char *start = move (text, hit, -CHARACTERS_BEFORE), *end = move (text, hit, CHARACTERS_AFTER);
  const char *space;
  UText *units = NULL;
  UBreakIterator *breaks = break_characters (&units, text, (gint64) strlen (text));

  if (start > text)
    {
      space = skip_while (skip_while (start, false), true);
      if (space <= hit)
        start = space;
      else if (breaks)
        start = text + ubrk_preceding (breaks, (gint32) (start - text) + 1);
    }
  if (*end)
    {
      for (space = end; space > hit && !g_unichar_isspace (g_utf8_get_char (space));)
        space = g_utf8_prev_char (space);
      if (space > hit)
        end = space;
      else if (breaks)
        end = text + ubrk_preceding (breaks, (gint32) (end - text) + 1);
    }
  if (breaks)
    ubrk_close (breaks);
  utext_close (units);
  return cut_out (text, start, end);
}

/** Whether all words are in what a row shows of the title: that of an entry can be its whole text. */
static bool
is_in_title (HearthRecord *record, const char *const *words)
{
  g_autofree char *title = hearth_record_dup_title (record);
  g_autofree char *start = g_strndup (title, (gsize) (move (title, title, CHARACTERS_OF_TITLE) - title));
  g_autofree char *folded = hearth_search_normalise (start);

  return hearth_search_text_has_all (folded, words);
}

char *
hearth_search_dup_snippet (HearthRecord *record, const char *const *words)
{
  const HearthRecordType *type = hearth_record_get_record_type (record);

  if (is_in_title (record, words))
    return g_strdup ("");
  for (guint w = 0; words[w]; w++)
    for (guint i = 0; i < type->n_fields; i++)
      {
        g_autofree char *text = NULL;
        const char *hit;

        if (!hearth_search_takes_field (type, &type->fields[i], HEARTH_SEARCH_ALL))
          continue;
        text = hearth_value_format (&type->fields[i], hearth_record_get (record, type->fields[i].name));
        hit = find_word (text, words[w]);
        if (hit)
          return cut_around (text, hit);
      }
  return g_strdup ("");
}

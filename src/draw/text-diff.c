/* SPDX-License-Identifier: GPL-3.0-or-later
 * What was taken out of a text and what came in, word by word, in scripts with and without spaces.
 */
#define G_LOG_DOMAIN "hearth-draw"

#include "draw/text-diff.h"

#include <string.h>
#include <unicode/ubrk.h>
#include <unicode/utext.h>

/* A table of so many pairs of words takes about 10 ms and 8 MB; beyond it a reader would not follow the single words
 * either. */
#define MOST_PAIRS 4000000

typedef struct {
  const char *text;
  gsize length;
} Word;

void
hearth_text_part_free (HearthTextPart *part)
{
  g_free (part->text);
  g_free (part);
}

/* --- words --------------------------------------------------------------------- */

/* Words, and what stands between them: spaces and signs are words of their own. */
static GArray *
find_words (const char *text)
{
  GArray *words = g_array_new (FALSE, FALSE, sizeof (Word));
  UErrorCode status = U_ZERO_ERROR;
  UText *units = utext_openUTF8 (NULL, text, (int64_t) strlen (text), &status);
  UBreakIterator *breaks = ubrk_open (UBRK_WORD, "", NULL, 0, &status);
  gsize begin = 0, end = strlen (text);

  ubrk_setUText (breaks, units, &status);
  if (U_FAILURE (status))
    g_warning ("No word breaks from ICU: %s", u_errorName (status));
  while (begin < end)
    {
      int32_t at = U_SUCCESS (status) ? ubrk_next (breaks) : UBRK_DONE;
      gsize next = at == UBRK_DONE ? end : (gsize) at;
      Word word = { .text = text + begin, .length = next - begin };

      g_array_append_val (words, word);
      begin = next;
    }
  ubrk_close (breaks);
  utext_close (units);
  return words;
}

static bool
is_same (const Word *a, const Word *b)
{
  return a->length == b->length && memcmp (a->text, b->text, a->length) == 0;
}

static bool
is_space (const char *text)
{
  for (; *text != '\0'; text = g_utf8_next_char (text))
    if (!g_unichar_isspace (g_utf8_get_char (text)))
      return false;
  return true;
}

/* --- parts ------------------------------------------------------------------------ */

static void
add (GPtrArray *parts, HearthTextChange change, const char *text, gsize length)
{
  HearthTextPart *last = parts->len > 0 ? g_ptr_array_index (parts, parts->len - 1) : NULL;
  HearthTextPart *part;

  if (length == 0)
    return;
  if (last != NULL && last->change == change)
    {
      g_autofree char *text_before = g_steal_pointer (&last->text);
      g_autofree char *text_added = g_strndup (text, length);

      last->text = g_strconcat (text_before, text_added, NULL);
      return;
    }
  part = g_new (HearthTextPart, 1);
  *part = (HearthTextPart) { .change = change, .text = g_strndup (text, length) };
  g_ptr_array_add (parts, part);
}

/* Words @from up to @to stand beside each other in one text. */
static void
add_words (GPtrArray *parts, HearthTextChange change, const Word *words, gsize from, gsize to)
{
  if (from < to)
    add (parts, change, words[from].text,
         (gsize) (words[to - 1].text + words[to - 1].length - words[from].text));
}

/* --- the longest common sequence ------------------------------------------------------ */

/* How many words are common from a[i] and b[j] on, in a table of (n + 1) rows of (m + 1). */
static guint16 *
make_table (const Word *a, gsize n, const Word *b, gsize m)
{
  guint16 *table = g_new0 (guint16, (n + 1) * (m + 1));

  for (gsize i = n; i-- > 0;)
    for (gsize j = m; j-- > 0;)
      {
        guint16 *here = &table[i * (m + 1) + j];

        if (is_same (&a[i], &b[j]))
          *here = (guint16) (here[m + 2] + 1);
        else
          *here = MAX (here[1], here[m + 1]);
      }
  return table;
}

static void
add_middle (GPtrArray *parts, const Word *a, gsize n, const Word *b, gsize m)
{
  g_autofree guint16 *table = NULL;
  gsize i = 0, j = 0;

  if (n == 0 || m == 0 || n > MOST_PAIRS / m)
    {
      add_words (parts, HEARTH_TEXT_REMOVED, a, 0, n);
      add_words (parts, HEARTH_TEXT_ADDED, b, 0, m);
      return;
    }
  table = make_table (a, n, b, m);
  while (i < n && j < m)
    {
      const guint16 *here = &table[i * (m + 1) + j];

      if (is_same (&a[i], &b[j]))
        {
          add (parts, HEARTH_TEXT_SAME, a[i].text, a[i].length);
          i++;
          j++;
        }
      else if (here[m + 1] >= here[1])
        {
          add (parts, HEARTH_TEXT_REMOVED, a[i].text, a[i].length);
          i++;
        }
      else
        {
          add (parts, HEARTH_TEXT_ADDED, b[j].text, b[j].length);
          j++;
        }
    }
  add_words (parts, HEARTH_TEXT_REMOVED, a, i, n);
  add_words (parts, HEARTH_TEXT_ADDED, b, j, m);
}

/* --- making it readable ------------------------------------------------------------------ */

static void
flush (GPtrArray *parts, GString *removed, GString *added)
{
  add (parts, HEARTH_TEXT_REMOVED, removed->str, removed->len);
  add (parts, HEARTH_TEXT_ADDED, added->str, added->len);
  g_string_truncate (removed, 0);
  g_string_truncate (added, 0);
}

/* Between two changes a space alone is no rest for the eye: changes around one become one change, and in each what
 * was taken out stands before what came in. */
static GPtrArray *
gather (GPtrArray *parts)
{
  GPtrArray *gathered = g_ptr_array_new_with_free_func ((GDestroyNotify) hearth_text_part_free);
  g_autoptr (GString) removed = g_string_new (NULL);
  g_autoptr (GString) added = g_string_new (NULL);

  for (guint i = 0; i < parts->len; i++)
    {
      const HearthTextPart *part = g_ptr_array_index (parts, i);
      bool between = i > 0 && i + 1 < parts->len;

      if (part->change == HEARTH_TEXT_SAME && !(between && is_space (part->text)))
        {
          flush (gathered, removed, added);
          add (gathered, HEARTH_TEXT_SAME, part->text, strlen (part->text));
          continue;
        }
      if (part->change != HEARTH_TEXT_ADDED)
        g_string_append (removed, part->text);
      if (part->change != HEARTH_TEXT_REMOVED)
        g_string_append (added, part->text);
    }
  flush (gathered, removed, added);
  return gathered;
}

GPtrArray *
hearth_text_diff (const char *before, const char *after)
{
  g_autofree char *old = NULL;
  g_autofree char *new = NULL;
  g_autoptr (GPtrArray) parts = g_ptr_array_new_with_free_func ((GDestroyNotify) hearth_text_part_free);
  g_autoptr (GArray) a = NULL;
  g_autoptr (GArray) b = NULL;
  const Word *old_words, *new_words;
  gsize first = 0, n, m;

  g_return_val_if_fail (before != NULL, NULL);
  g_return_val_if_fail (after != NULL, NULL);

  old = g_utf8_make_valid (before, -1);
  new = g_utf8_make_valid (after, -1);
  a = find_words (old);
  b = find_words (new);
  old_words = (const Word *) (gpointer) a->data;
  new_words = (const Word *) (gpointer) b->data;
  n = a->len;
  m = b->len;
  while (first < n && first < m && is_same (&old_words[first], &new_words[first]))
    first++;
  while (n > first && m > first && is_same (&old_words[n - 1], &new_words[m - 1]))
    {
      n--;
      m--;
    }

  add_words (parts, HEARTH_TEXT_SAME, old_words, 0, first);
  add_middle (parts, old_words + first, n - first, new_words + first, m - first);
  add_words (parts, HEARTH_TEXT_SAME, old_words, n, a->len);
  return gather (parts);
}

/* --- shortening --------------------------------------------------------------------------- */

/* The bound of a word that is at least @context characters from the beginning of @text, or its end. */
static const char *
find_end_of_context (const char *text, const GArray *words, glong context)
{
  for (guint i = 0; i < words->len; i++)
    {
      const Word *word = &g_array_index (words, Word, i);

      if (g_utf8_pointer_to_offset (text, word->text) >= context)
        return word->text;
    }
  return text + strlen (text);
}

static const char *
find_begin_of_context (const char *text, const GArray *words, glong context)
{
  const char *end = text + strlen (text);

  for (guint i = words->len; i-- > 0;)
    {
      const Word *word = &g_array_index (words, Word, i);

      if (g_utf8_pointer_to_offset (word->text, end) >= context)
        return word->text;
    }
  return text;
}

static bool
shorten (HearthTextPart *part, bool first, bool last, glong context)
{
  g_autoptr (GArray) words = find_words (part->text);
  const char *begin = first ? part->text : find_end_of_context (part->text, words, context);
  const char *end =
    last ? part->text + strlen (part->text) : find_begin_of_context (part->text, words, context);
  g_autofree char *head = NULL;
  char *text;

  /* For a word or two "…" is not worth it. */
  if (begin >= end || g_utf8_pointer_to_offset (begin, end) <= context)
    return false;
  head = g_strchomp (g_strndup (part->text, (gsize) (begin - part->text)));
  while (g_ascii_isspace (*end))
    end++;
  text = g_strconcat (head, first ? "… " : last ? " …" : " … ", last ? "" : end, NULL);
  g_free (part->text);
  part->text = text;
  return true;
}

bool
hearth_text_diff_shorten (GPtrArray *parts, glong context)
{
  bool shortened = false;

  g_return_val_if_fail (parts != NULL, false);
  g_return_val_if_fail (context >= 0, false);

  for (guint i = 0; i < parts->len; i++)
    {
      HearthTextPart *part = g_ptr_array_index (parts, i);

      if (part->change == HEARTH_TEXT_SAME && shorten (part, i == 0, i + 1 == parts->len, context))
        shortened = true;
    }
  return shortened;
}

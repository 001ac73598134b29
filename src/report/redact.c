/* SPDX-License-Identifier: GPL-3.0-or-later
 * Taking out of a document what its readers may not see. What is taken out is gone, not covered.
 */
#define G_LOG_DOMAIN "hearth-report"

#include "report/redact.h"

#include "draw/text.h"

#define SPACE 0x20
#define ZERO_WIDTH_SPACE 0x200B
#define ARABIC_TATWEEL 0x0640

typedef struct {
  GArray *letters; /* of Letter */
  char *instead;   /* NULL: stays */
} Name;

struct _HearthRedaction {
  HearthPrintable profile;
  HearthTier highest_tier;
  GHashTable *names; /* first letter → GPtrArray of Name, longest first, then those that stay */
};

/* A text as letters to compare, each with the bytes it came from. @begins: a word, by the dictionary. */
typedef struct {
  gunichar letter;
  gsize start, end;
  bool begins;
} Letter;

/* Shorter names are parts of many other words where nothing stands between words. */
#define LONG_ENOUGH_INSIDE 4

static void
name_free (Name *name)
{
  g_array_unref (name->letters);
  g_free (name->instead);
  g_free (name);
}

HearthRedaction *
hearth_redaction_new (HearthPrintable profile, HearthTier highest_tier)
{
  HearthRedaction *redaction = g_new0 (HearthRedaction, 1);

  redaction->profile = profile;
  redaction->highest_tier = highest_tier;
  redaction->names = g_hash_table_new_full (NULL, NULL, NULL, (GDestroyNotify) g_ptr_array_unref);
  return redaction;
}

void
hearth_redaction_free (HearthRedaction *redaction)
{
  g_hash_table_unref (redaction->names);
  g_free (redaction);
}

/* Accents of European scripts and marks of Arabic and Hebrew, which people leave out or add; marks of other scripts
 * are vowels and make another word. */
static bool
is_optional (gunichar c)
{
  return (c >= 0x0300 && c <= 0x036F) || (c >= 0x0591 && c <= 0x05BD) || (c >= 0x0610 && c <= 0x061A) ||
         (c >= 0x064B && c <= 0x065F) || c == 0x0670 || c == ARABIC_TATWEEL ||
         g_unichar_type (c) == G_UNICODE_FORMAT;
}

static void
append_letter (GArray *letters, gunichar c, gsize start, gsize end)
{
  Letter letter = { .letter = c, .start = start, .end = end, .begins = letters->len == 0 };
  Letter *before = letters->len > 0 ? &g_array_index (letters, Letter, letters->len - 1) : NULL;

  if (is_optional (c))
    {
      /* It goes where its letter goes. */
      if (before)
        before->end = end;
      return;
    }
  if (g_unichar_isspace (c))
    letter.letter = SPACE;
  if (letter.letter == SPACE && before && before->letter == SPACE)
    before->end = end;
  else
    g_array_append_val (letters, letter);
}

/* @text: with U+200B between words that nothing else stands between. Of Letter; transfer full. */
static GArray *
fold (const char *text)
{
  GArray *letters = g_array_new (FALSE, FALSE, sizeof (Letter));
  bool begins = false;

  for (const char *at = text; *at; at = g_utf8_next_char (at))
    {
      gunichar parts[G_UNICHAR_MAX_DECOMPOSITION_LENGTH];
      gsize start = (gsize) (at - text), end = (gsize) (g_utf8_next_char (at) - text);
      gsize n = g_unichar_fully_decompose (g_utf8_get_char (at), TRUE, parts, G_N_ELEMENTS (parts));
      unsigned int first = letters->len;

      if (g_utf8_get_char (at) == ZERO_WIDTH_SPACE)
        {
          begins = true;
          continue;
        }
      for (gsize i = 0; i < n; i++)
        {
          g_autofree char *utf8 = NULL;
          char bytes[6];
          int length = g_unichar_to_utf8 (parts[i], bytes);

          if (parts[i] < 0x80)
            {
              append_letter (letters, (gunichar) g_ascii_tolower ((char) parts[i]), start, end);
              continue;
            }
          utf8 = g_utf8_casefold (bytes, length);
          for (const char *folded = utf8; *folded; folded = g_utf8_next_char (folded))
            append_letter (letters, g_utf8_get_char (folded), start, end);
        }
      if (letters->len > first)
        {
          g_array_index (letters, Letter, first).begins |= begins;
          begins = false;
        }
    }
  return letters;
}

static int
compare_names (gconstpointer a, gconstpointer b)
{
  const Name *x = *(const Name *const *) a, *y = *(const Name *const *) b;

  if (x->letters->len == y->letters->len)
    return (x->instead != NULL) - (y->instead != NULL);
  return x->letters->len < y->letters->len ? 1 : -1;
}

static void
add_name (HearthRedaction *redaction, const char *name, const char *instead)
{
  g_autofree char *trimmed = NULL;
  g_autoptr (GArray) letters = NULL;
  GPtrArray *names;
  gpointer first;
  Name *entry;

  trimmed = g_strstrip (g_utf8_make_valid (name, -1));
  letters = fold (trimmed);
  if (letters->len == 0)
    return;
  entry = g_new0 (Name, 1);
  entry->letters = g_steal_pointer (&letters);
  entry->instead = g_strdup (instead);

  first = GUINT_TO_POINTER (g_array_index (entry->letters, Letter, 0).letter);
  names = g_hash_table_lookup (redaction->names, first);
  if (!names)
    {
      names = g_ptr_array_new_with_free_func ((GDestroyNotify) name_free);
      g_hash_table_insert (redaction->names, first, names);
    }
  g_ptr_array_add (names, entry);
  g_ptr_array_sort (names, compare_names);
}

void
hearth_redaction_add_name (HearthRedaction *redaction, const char *name, const char *instead)
{
  g_return_if_fail (redaction != NULL && name != NULL && instead != NULL);

  add_name (redaction, name, instead);
}

void
hearth_redaction_keep_name (HearthRedaction *redaction, const char *name)
{
  g_return_if_fail (redaction != NULL && name != NULL);

  add_name (redaction, name, NULL);
}

static bool
is_word_letter (gunichar c)
{
  return g_unichar_isalnum (c) || g_unichar_ismark (c);
}

/* Whether @name, of which @inside is the outermost letter, may meet @outside in the text. @begins: whether the
 * dictionary sees a word begin between the two. */
static bool
is_boundary (const Name *name, gunichar inside, gunichar outside, bool before, bool begins)
{
  GUnicodeScript script = g_unichar_get_script (inside);

  if (!is_word_letter (outside) || !is_word_letter (inside))
    return true;
  if (hearth_character_is_unspaced (inside) != hearth_character_is_unspaced (outside))
    return true;
  if (hearth_character_is_unspaced (inside))
    return begins || (name->letters->len >= LONG_ENOUGH_INSIDE && (before || !g_unichar_ismark (outside)));
  /* "And", "to" and "with" are written together with the word they stand before. */
  return before && (script == G_UNICODE_SCRIPT_ARABIC || script == G_UNICODE_SCRIPT_HEBREW);
}

static bool
matches (GArray *text, unsigned int at, const Name *name)
{
  const Letter *letters = &g_array_index (text, Letter, at);
  unsigned int n = name->letters->len;

  if (at + n > text->len)
    return false;
  for (unsigned int i = 0; i < n; i++)
    {
      if (letters[i].letter != g_array_index (name->letters, Letter, i).letter)
        return false;
    }
  return (at == 0 || is_boundary (name, letters[0].letter, letters[-1].letter, true, letters[0].begins)) &&
         (at + n == text->len ||
          is_boundary (name, letters[n - 1].letter, letters[n].letter, false, letters[n].begins));
}

static const Name *
find_name (HearthRedaction *redaction, GArray *letters, unsigned int at)
{
  GPtrArray *names =
    g_hash_table_lookup (redaction->names, GUINT_TO_POINTER (g_array_index (letters, Letter, at).letter));

  for (unsigned int i = 0; names && i < names->len; i++)
    {
      if (matches (letters, at, names->pdata[i]))
        return names->pdata[i];
    }
  return NULL;
}

char *
hearth_redaction_apply_to_text (HearthRedaction *redaction, const char *text)
{
  g_autofree char *valid = NULL;
  g_autofree char *marked = NULL;
  g_autoptr (GArray) letters = NULL;
  g_autoptr (GString) redacted = NULL;
  gsize done = 0;

  g_return_val_if_fail (redaction != NULL && text != NULL, NULL);

  valid = g_utf8_make_valid (text, -1);
  if (g_hash_table_size (redaction->names) == 0)
    return g_steal_pointer (&valid);

  marked = hearth_text_mark_breaks (valid);
  letters = fold (marked);
  redacted = g_string_sized_new (strlen (valid));
  for (unsigned int at = 0; at < letters->len;)
    {
      const Name *name = find_name (redaction, letters, at);

      if (!name || !name->instead)
        {
          at += name ? name->letters->len : 1;
          continue;
        }
      g_string_append_len (redacted, marked + done,
                           (gssize) (g_array_index (letters, Letter, at).start - done));
      g_string_append (redacted, name->instead);
      at += name->letters->len;
      done = g_array_index (letters, Letter, at - 1).end;
    }
  /* Where no name was, every byte stays as it was typed. */
  if (done == 0)
    return g_steal_pointer (&valid);
  g_string_append (redacted, marked + done);
  g_string_replace (redacted, HEARTH_ZERO_WIDTH_SPACE, "", 0);
  return g_string_free_and_steal (g_steal_pointer (&redacted));
}

static void
redact_text_cb (char **text, gpointer user_data)
{
  char *redacted = hearth_redaction_apply_to_text (user_data, *text);

  g_free (*text);
  *text = redacted;
}

static void
dropped_free (HearthDropped *dropped)
{
  g_free (dropped->section);
  g_ptr_array_unref (dropped->sources);
  g_free (dropped);
}

static void
note_dropped (GPtrArray *list, const HearthBlock *block, HearthDroppedReason reason, const char *section)
{
  HearthDropped *dropped = g_new0 (HearthDropped, 1);

  dropped->reason = reason;
  dropped->kind = block->kind;
  dropped->tier = block->tier;
  dropped->section = g_strdup (section);
  dropped->sources = g_ptr_array_ref (block->sources);
  g_ptr_array_add (list, dropped);
}

/* Headings that a dropped block has left with nothing below them. */
static void
remove_empty_headings (HearthDocument *document, GHashTable *emptied)
{
  for (unsigned int i = document->blocks->len; i > 0; i--)
    {
      const HearthBlock *block = document->blocks->pdata[i - 1];
      const HearthBlock *next = i < document->blocks->len ? document->blocks->pdata[i] : NULL;

      if (block->kind == HEARTH_BLOCK_HEADING && g_hash_table_contains (emptied, block) &&
          (!next || (next->kind == HEARTH_BLOCK_HEADING && next->level <= block->level)))
        g_ptr_array_remove_index (document->blocks, i - 1);
    }
}

HearthDocument *
hearth_redaction_apply (HearthRedaction *redaction, HearthDocument *document, GPtrArray **dropped)
{
  g_autoptr (HearthDocument) redacted = NULL;
  g_autoptr (GPtrArray) list = g_ptr_array_new_with_free_func ((GDestroyNotify) dropped_free);
  g_autoptr (GHashTable) emptied = g_hash_table_new (NULL, NULL);
  HearthBlock *path[4] = { NULL }; /* the headings a block stands under, by level */

  g_return_val_if_fail (redaction != NULL && document != NULL, NULL);

  redacted = hearth_document_copy_head (document);
  for (unsigned int i = 0; i < document->blocks->len; i++)
    {
      const HearthBlock *block = document->blocks->pdata[i];
      bool above = block->tier > redaction->highest_tier;
      HearthBlock *copy;

      if (above || (block->printable & redaction->profile) == 0)
        {
          const HearthBlock *nearest = path[3] ? path[3] : path[2] ? path[2] : path[1];

          note_dropped (list, block, above ? HEARTH_DROPPED_TIER : HEARTH_DROPPED_PROFILE,
                        nearest ? nearest->text : "");
          for (gsize level = 1; level < G_N_ELEMENTS (path); level++)
            {
              if (path[level])
                g_hash_table_add (emptied, path[level]);
            }
          continue;
        }
      copy = hearth_document_add (redacted, hearth_block_copy (block));
      if (block->kind == HEARTH_BLOCK_HEADING)
        {
          for (gsize level = MIN (block->level, 3); level < G_N_ELEMENTS (path); level++)
            path[level] = NULL;
          path[MIN (block->level, 3)] = copy;
        }
    }
  remove_empty_headings (redacted, emptied);
  hearth_document_foreach_text (redacted, redact_text_cb, redaction);
  if (dropped)
    *dropped = g_steal_pointer (&list);
  return g_steal_pointer (&redacted);
}

/* SPDX-License-Identifier: GPL-3.0-or-later
 * How names sound, in any script: what two spellings of one name have in common.
 *
 * ICU brings every script it knows into Latin letters; from these only the consonants are kept, those that are often
 * written for each other as one. Letters that ICU cannot bring over (Khmer) stand for themselves.
 */
#define G_LOG_DOMAIN "hearth-rules"

#include "config.h"

#include "rules/name-sound.h"

#include "core/wipe.h"
#include "store/search.h"

#include <string.h>
#include <unicode/utrans.h>

/* Room that a letter may need in Latin. */
#define GROWTH 8
/* Words of fewer letters are a different name when one letter differs. */
#define LEAST_FOR_A_SLIP 4

/* --- Latin letters ------------------------------------------------------------- */

static UTransliterator *
get_transliterator (void)
{
  static UTransliterator *transliterator;

  if (g_once_init_enter_pointer (&transliterator))
    {
      /* A final ta marbuta is spoken as “a”, not “t”. */
      static const char rules[] = "ة > h; ى > a; :: Any-Latin; :: NFD; :: [:Nonspacing Mark:] Remove; "
                                  ":: Latin-ASCII; :: Lower;";
      g_autofree gunichar2 *units = g_utf8_to_utf16 (rules, -1, NULL, NULL, NULL);
      static const UChar name[] = { 'H', 0 };
      UErrorCode status = U_ZERO_ERROR;
      UTransliterator *made =
        utrans_openU (name, -1, UTRANS_FORWARD, (const UChar *) units, -1, NULL, &status);

      if (U_FAILURE (status))
        g_error ("ICU has no transliteration data: %s", u_errorName (status));
      g_once_init_leave_pointer (&transliterator, made);
    }
  return transliterator;
}

static char *
to_latin (const char *text)
{
  glong length = 0;
  g_autofree gunichar2 *units = g_utf8_to_utf16 (text, -1, NULL, &length, NULL);
  int32_t capacity = ((int32_t) length + 1) * GROWTH, limit = (int32_t) length, used = (int32_t) length;
  g_autofree UChar *buffer = NULL;
  UErrorCode status = U_ZERO_ERROR;
  char *latin;

  if (units == NULL)
    return g_strdup ("");
  buffer = g_new0 (UChar, (gsize) capacity);
  memcpy (buffer, units, (gsize) length * sizeof *buffer);
  utrans_transUChars (get_transliterator (), buffer, &used, capacity, 0, &limit, &status);
  latin = U_FAILURE (status)
            ? g_strdup (text)
            : g_utf16_to_utf8 ((const gunichar2 *) buffer, MIN (used, capacity), NULL, NULL, NULL);
  explicit_bzero (buffer, (gsize) capacity * sizeof *buffer);
  explicit_bzero (units, (gsize) length * sizeof *units);
  return latin != NULL ? latin : g_strdup ("");
}

/* --- sound ---------------------------------------------------------------------- */

/* Spellings of one sound, the longer ones first. */
static const struct {
  const char *letters, *sound;
} sounds[] = {
  { "sch", "s" }, { "tch", "c" }, { "dzh", "c" }, { "ph", "f" }, { "kh", "k" }, { "gh", "g" }, { "th", "t" },
  { "dh", "t" },  { "bh", "p" },  { "sh", "s" },  { "ch", "c" }, { "zh", "c" }, { "dj", "c" }, { "ts", "s" },
  { "tz", "s" },  { "ck", "k" },  { "qu", "k" },  { "ce", "s" }, { "ci", "s" }, { "q", "k" },  { "c", "k" },
  { "x", "ks" },  { "z", "s" },   { "w", "v" },   { "j", "c" },  { "d", "t" },  { "b", "p" },
};

static bool
is_vowel (char c)
{
  return c != '\0' && strchr ("aeiouy", c) != NULL;
}

static void
append_sound (GString *skeleton, const char *sound)
{
  for (; *sound != '\0'; sound++)
    if (skeleton->len == 0 || skeleton->str[skeleton->len - 1] != *sound)
      g_string_append_c (skeleton, *sound);
}

/* The sound that begins at @letters; how many letters make it. */
static gsize
take_sound (const char *letters, bool first, GString *skeleton)
{
  const char *next = g_utf8_next_char (letters);

  for (gsize i = 0; i < G_N_ELEMENTS (sounds); i++)
    if (g_str_has_prefix (letters, sounds[i].letters))
      {
        append_sound (skeleton, sounds[i].sound);
        return strlen (sounds[i].letters);
      }
  if (is_vowel (*letters))
    {
      if (first)
        g_string_append_c (skeleton, 'a');
    }
  else if (*letters == 'h' && !first && (next[0] == '\0' || !is_vowel (next[0])))
    ; /* not heard: “Sarah” */
  else if (g_ascii_isalnum (*letters) || (guchar) *letters >= 0x80)
    g_string_append_len (skeleton, letters, next - letters);
  return (gsize) (next - letters);
}

static char *
make_sound (const char *latin)
{
  /* Room for all of it, also for “x” as “ks”: what grows leaves what it was behind. */
  GString *skeleton = g_string_sized_new (2 * strlen (latin) + 1);

  for (const char *letters = latin; *letters != '\0';)
    {
      gsize before = skeleton->len;

      letters += take_sound (letters, letters == latin, skeleton);
      /* “mm” sounds like “m”. */
      if (skeleton->len == before + 1 && before > 0 && skeleton->str[before] == skeleton->str[before - 1])
        g_string_truncate (skeleton, before);
    }
  return g_string_free_and_steal (skeleton);
}

/* --- words ----------------------------------------------------------------------- */

static void
word_free (gpointer data)
{
  HearthNameWord *word = data;

  hearth_text_wipe (word->folded);
  hearth_text_wipe (word->latin);
  hearth_text_wipe (word->sound);
  g_free (word);
}

static char *
keep_letters (const char *text)
{
  GString *letters = g_string_sized_new (strlen (text) + 1);

  for (; *text != '\0'; text = g_utf8_next_char (text))
    {
      gunichar c = g_utf8_get_char (text);

      if (c >= 0x80 || g_ascii_isalnum ((char) c))
        g_string_append_unichar (letters, c);
    }
  return g_string_free_and_steal (letters);
}

static HearthNameWord *
word_new (const char *folded)
{
  hearth_autowipe char *latin = to_latin (folded);
  HearthNameWord *word = g_new0 (HearthNameWord, 1);

  word->folded = g_strdup (folded);
  word->latin = keep_letters (latin);
  word->sound = make_sound (word->latin);
  return word;
}

static bool
is_particle (const char *folded)
{
  static const char *const particles[] = { "al",  "el",  "bin", "bint", "ibn", "binti", "de", "da",
                                           "del", "der", "van", "von",  "la",  "ال",    NULL };

  return g_strv_contains (particles, folded);
}

static bool
is_between_words (gunichar c)
{
  return g_unichar_isspace (c) || c == '-' || c == '.' || c == ',' || c == '\'' || c == 0x2019 || c == '/';
}

GPtrArray *
hearth_name_words_new (const char *name)
{
  GPtrArray *words = g_ptr_array_new_with_free_func (word_free);
  hearth_autowipe char *folded = hearth_search_normalise (name);
  unsigned int n_particles = 0;

  for (char *at = folded; *at != '\0';)
    {
      char *end = at;
      hearth_autowipe char *word = NULL;

      while (*end != '\0' && !is_between_words (g_utf8_get_char (end)))
        end = g_utf8_next_char (end);
      word = g_strndup (at, (gsize) (end - at));
      if (*word != '\0')
        g_ptr_array_add (words, word_new (word));
      n_particles += is_particle (word);
      at = *end != '\0' ? g_utf8_next_char (end) : end;
    }
  for (guint i = words->len; i > 0 && n_particles < words->len; i--)
    {
      HearthNameWord *word = g_ptr_array_index (words, i - 1);

      if (is_particle (word->folded))
        {
          g_ptr_array_remove_index (words, i - 1);
          n_particles--;
        }
    }
  return words;
}

/* Whether one letter changed, missing, too many, or two changed places makes @b of @a. */
static bool
is_one_slip (const char *a, const char *b)
{
  gsize la = strlen (a), lb = strlen (b), head = 0, tail = 0, least = MIN (la, lb);

  if (least < LEAST_FOR_A_SLIP || MAX (la, lb) - least > 1)
    return false;
  while (head < least && a[head] == b[head])
    head++;
  while (tail < least - head && a[la - 1 - tail] == b[lb - 1 - tail])
    tail++;
  if (la - head - tail <= 1 && lb - head - tail <= 1)
    return true;
  return la == lb && la - head - tail == 2 && a[head] == b[head + 1] && a[head + 1] == b[head];
}

HearthNameLikeness
hearth_name_words_compare (const HearthNameWord *one, const HearthNameWord *other)
{
  g_return_val_if_fail (one != NULL && other != NULL, HEARTH_NAMES_DIFFER);

  if (g_str_equal (one->folded, other->folded))
    return HEARTH_NAMES_SAME;
  if (one->latin[0] != '\0' && g_str_equal (one->latin, other->latin))
    return HEARTH_NAMES_SOUND_ALIKE;
  /* One consonant is no name yet: “Mai” is not “Mimi”. */
  if (g_utf8_strlen (one->sound, -1) > 1 && g_str_equal (one->sound, other->sound))
    return HEARTH_NAMES_SOUND_ALIKE;
  return is_one_slip (one->latin, other->latin) ? HEARTH_NAMES_SOUND_ALIKE : HEARTH_NAMES_DIFFER;
}

HearthNameLikeness
hearth_name_find_in (GPtrArray *name, GPtrArray *pool)
{
  HearthNameLikeness least = name->len > 0 ? HEARTH_NAMES_SAME : HEARTH_NAMES_DIFFER;

  for (guint i = 0; i < name->len && least != HEARTH_NAMES_DIFFER; i++)
    {
      HearthNameLikeness best = HEARTH_NAMES_DIFFER;

      for (guint j = 0; j < pool->len && best != HEARTH_NAMES_SAME; j++)
        {
          HearthNameLikeness likeness =
            hearth_name_words_compare (g_ptr_array_index (name, i), g_ptr_array_index (pool, j));

          best = MAX (best, likeness);
        }
      least = MIN (least, best);
    }
  return least;
}

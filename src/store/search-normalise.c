/* SPDX-License-Identifier: GPL-3.0-or-later
 * The form that text is indexed and asked in, so that how something was typed does not decide whether it is found.
 */
#define G_LOG_DOMAIN "hearth-store"

#include "store/search.h"

#include <unicode/uchar.h>
#include <unicode/unorm2.h>
#include <unicode/utf16.h>

/** UTF-16 text with its length in code units. */
typedef struct {
  UChar *units;
  gint32 length;
} Text;

static void
text_clear (Text *text)
{
  g_clear_pointer (&text->units, g_free);
  text->length = 0;
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Text, text_clear)

typedef struct {
  UChar32 from, to;
} Pair;

/* Forms of one letter that people and keyboards mix up; sorted, for bsearch. 0 drops the character. */
static const Pair letter_forms[] = {
  { 0x00F8, 'o' },    /* ø */
  { 0x0111, 'd' },    /* đ */
  { 0x0127, 'h' },    /* ħ */
  { 0x0131, 'i' },    /* ı */
  { 0x0142, 'l' },    /* ł */
  { 0x02BC, '\'' },   /* modifier apostrophe */
  { 0x0629, 0x0647 }, /* teh marbuta → heh */
  { 0x0640, 0 },      /* tatweel */
  { 0x0649, 0x064A }, /* alef maksura → yeh */
  { 0x0671, 0x0627 }, /* alef wasla → alef */
  { 0x06A9, 0x0643 }, /* Persian keheh → kaf */
  { 0x06AA, 0x0643 }, /* swash kaf → kaf */
  { 0x06BE, 0x0647 }, /* heh doachashmee → heh */
  { 0x06C1, 0x0647 }, /* heh goal → heh */
  { 0x06C3, 0x0647 }, /* teh marbuta goal → heh */
  { 0x06CC, 0x064A }, /* Persian yeh → yeh */
  { 0x06D0, 0x064A }, /* e → yeh */
  { 0x06D2, 0x064A }, /* yeh barree → yeh */
  { 0x06D5, 0x0647 }, /* ae → heh */
  { 0x2010, '-' },    { 0x2011, '-' },  { 0x2012, '-' }, { 0x2013, '-' }, { 0x2014, '-' },
  { 0x2018, '\'' },   { 0x2019, '\'' }, { 0x201C, '"' }, { 0x201D, '"' },
};

/* Marks that are left out: accents of Latin, Greek and Cyrillic, vowel signs of Arabic and Hebrew. The marks of
 * Thai, Khmer, Myanmar and the Indic scripts are vowels and stay. */
static const struct {
  UChar32 first, last;
} dropped_marks[] = {
  { 0x0300, 0x036F }, { 0x0483, 0x0489 }, { 0x0591, 0x05BD }, { 0x05BF, 0x05BF }, { 0x05C1, 0x05C2 },
  { 0x05C4, 0x05C5 }, { 0x05C7, 0x05C7 }, { 0x0610, 0x061A }, { 0x064B, 0x065F }, { 0x0670, 0x0670 },
  { 0x06D6, 0x06DC }, { 0x06DF, 0x06E4 }, { 0x06E7, 0x06E8 }, { 0x06EA, 0x06ED }, { 0x08D3, 0x08FF },
  { 0x1AB0, 0x1AFF }, { 0x1DC0, 0x1DFF }, { 0x20D0, 0x20FF }, { 0xFE20, 0xFE2F },
};

static int
compare_pair (const void *key, const void *entry)
{
  UChar32 a = *(const UChar32 *) key, b = ((const Pair *) entry)->from;

  return (a > b) - (a < b);
}

static bool
is_dropped_mark (UChar32 c)
{
  for (gsize i = 0; i < G_N_ELEMENTS (dropped_marks); i++)
    if (c >= dropped_marks[i].first && c <= dropped_marks[i].last)
      return true;
  return false;
}

/** The character that stands for @c, or 0 for none. */
static UChar32
fold_character (UChar32 c)
{
  const Pair *pair;
  int digit;

  if (c < 0x80)
    return c <= ' ' || c == 0x7F ? ' ' : c;
  if (is_dropped_mark (c))
    return 0;
  if (u_isUWhiteSpace (c) || u_iscntrl (c))
    return ' ';
  digit = u_charDigitValue (c);
  if (digit >= 0)
    return '0' + digit;
  pair = bsearch (&c, letter_forms, G_N_ELEMENTS (letter_forms), sizeof *letter_forms, compare_pair);
  return pair ? pair->to : c;
}

static bool
is_am_dot (UChar32 c)
{
  return c == 0x0E4D || c == 0x0ECD;
}

static bool
is_thai_or_lao_tone (UChar32 c)
{
  return (c >= 0x0E48 && c <= 0x0E4B) || (c >= 0x0EC8 && c <= 0x0ECB);
}

/** Folds every character of @text in place (nothing gets longer). */
static void
fold_characters (Text *text)
{
  gint32 in = 0, out = 0;
  UChar32 last = ' ';

  while (in < text->length)
    {
      UChar32 c;

      U16_NEXT (text->units, in, text->length, c);
      c = fold_character (c);
      if (c == 0 || (c == ' ' && last == ' '))
        continue;
      /* Sara am is its dot and a vowel; a tone typed behind the dot is the same syllable as one before it. */
      if (is_thai_or_lao_tone (c) && is_am_dot (last))
        {
          text->units[out - 1] = (UChar) c;
          text->units[out++] = (UChar) last;
          continue;
        }
      U16_APPEND_UNSAFE (text->units, out, c);
      last = c;
    }
  if (out > 0 && last == ' ')
    out--;
  text->length = out;
}

static bool
normalise_with (const UNormalizer2 *normaliser, Text *text)
{
  g_auto (Text) result = { NULL, 0 };
  UErrorCode status = U_ZERO_ERROR;

  result.length = unorm2_normalize (normaliser, text->units, text->length, NULL, 0, &status);
  if (status != U_BUFFER_OVERFLOW_ERROR && U_FAILURE (status))
    return false;
  status = U_ZERO_ERROR;
  result.units = g_new (UChar, (gsize) result.length + 1);
  unorm2_normalize (normaliser, text->units, text->length, result.units, result.length + 1, &status);
  if (U_FAILURE (status))
    return false;
  text_clear (text);
  *text = result;
  result.units = NULL;
  return true;
}

static void
read_text (const char *utf8, Text *text)
{
  g_autofree char *valid = g_utf8_make_valid (utf8, -1);
  glong length = 0;

  text->units = (UChar *) g_utf8_to_utf16 (valid, -1, NULL, &length, NULL);
  text->length = (gint32) length;
}

/** What most text needs, without the tables; NULL when @text is not all ASCII. */
static char *
normalise_ascii (const char *text)
{
  GString *folded;

  if (!g_str_is_ascii (text))
    return NULL;
  folded = g_string_sized_new (strlen (text));
  for (; *text; text++)
    {
      char c = (char) fold_character (g_ascii_tolower (*text));

      if (c != ' ')
        g_string_append_c (folded, c);
      else if (folded->len > 0 && folded->str[folded->len - 1] != ' ')
        g_string_append_c (folded, ' ');
    }
  if (folded->len > 0 && folded->str[folded->len - 1] == ' ')
    g_string_truncate (folded, folded->len - 1);
  return g_string_free_and_steal (folded);
}

static char *
normalise_any (const char *text)
{
  g_auto (Text) work = { NULL, 0 };
  UErrorCode status = U_ZERO_ERROR;
  const UNormalizer2 *case_folding = unorm2_getNFKCCasefoldInstance (&status);
  const UNormalizer2 *taking_apart = unorm2_getNFDInstance (&status);
  const UNormalizer2 *putting_together = unorm2_getNFCInstance (&status);

  /* ICU's own tables are built in: without them the program could not lay out a line either. */
  if (U_FAILURE (status))
    g_error ("ICU has no normalisation data: %s", u_errorName (status));

  read_text (text, &work);
  if (!normalise_with (case_folding, &work) || !normalise_with (taking_apart, &work))
    return g_strdup ("");
  fold_characters (&work);
  if (!normalise_with (putting_together, &work))
    return g_strdup ("");
  return g_utf16_to_utf8 ((const gunichar2 *) work.units, work.length, NULL, NULL, NULL);
}

char *
hearth_search_normalise (const char *text)
{
  char *folded;

  g_return_val_if_fail (text, NULL);

  folded = normalise_ascii (text);
  return folded ? folded : normalise_any (text);
}

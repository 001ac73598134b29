/* SPDX-License-Identifier: GPL-3.0-or-later
 * What an author should look at before a report leaves the house.
 */
#define G_LOG_DOMAIN "hearth-report"
#include "config.h"

#include "report/words.h"

#include "report/report-kind.h"

#include <glib/gi18n-lib.h>
#include <string.h>

/* Letters shown before and after what was found. */
#define AROUND 32

/* --- The list --- */

/** @words: English, in small letters; @advice: N_() */
typedef struct {
  HearthWordsKind kind;
  const char *words;
  const char *advice;
} Hint;

#define EXPLOITED N_ ("Say what was done to the resident: “was sexually exploited”.")
#define LEFT N_ ("Say what was seen: “left the house at … and came back at …”.")
#define WHO_SAYS N_ ("Say who says so, and when; leave doubt to the court.")
#define DESCRIBE N_ ("Describe what the resident did, and what happened before.")
#define PERSON N_ ("“The resident”, or the name on reports, is enough.")
#define PLAIN N_ ("Say it in words that everybody in the room understands.")
#define AS_OPINION N_ ("Say who saw or said it, or move it to the opinion.")

static const Hint hints[] = {
  { HEARTH_WORDS_BLAMING, "prostitute", EXPLOITED },
  { HEARTH_WORDS_BLAMING, "prostitutes", EXPLOITED },
  { HEARTH_WORDS_BLAMING, "prostitution", EXPLOITED },
  { HEARTH_WORDS_BLAMING, "sex worker", EXPLOITED },
  { HEARTH_WORDS_BLAMING, "bar girl", EXPLOITED },
  { HEARTH_WORDS_BLAMING, "promiscuous", N_ ("Leave it out: it says nothing about the question.") },
  { HEARTH_WORDS_BLAMING, "seductive", N_ ("Leave it out: it says nothing about the question.") },
  { HEARTH_WORDS_BLAMING, "runaway", LEFT },
  { HEARTH_WORDS_BLAMING, "ran away", LEFT },
  { HEARTH_WORDS_BLAMING, "escaped", LEFT },
  { HEARTH_WORDS_BLAMING, "absconded", LEFT },
  { HEARTH_WORDS_BLAMING, "allegedly", WHO_SAYS },
  { HEARTH_WORDS_BLAMING, "alleges", WHO_SAYS },
  { HEARTH_WORDS_BLAMING, "claims", WHO_SAYS },
  { HEARTH_WORDS_BLAMING, "admitted", N_ ("“Said” is enough: nobody here is accused.") },
  { HEARTH_WORDS_BLAMING, "admits", N_ ("“Says” is enough: nobody here is accused.") },
  { HEARTH_WORDS_BLAMING, "confessed", N_ ("“Said” is enough: nobody here is accused.") },
  { HEARTH_WORDS_BLAMING, "manipulative", DESCRIBE },
  { HEARTH_WORDS_BLAMING, "attention-seeking", DESCRIBE },
  { HEARTH_WORDS_BLAMING, "aggressive", DESCRIBE },
  { HEARTH_WORDS_BLAMING, "difficult girl", DESCRIBE },
  { HEARTH_WORDS_BLAMING, "difficult boy", DESCRIBE },
  { HEARTH_WORDS_BLAMING, "hysterical", DESCRIBE },
  { HEARTH_WORDS_BLAMING, "non-compliant", DESCRIBE },
  { HEARTH_WORDS_BLAMING, "uncooperative", DESCRIBE },
  { HEARTH_WORDS_BLAMING, "misbehaved", DESCRIBE },
  { HEARTH_WORDS_BLAMING, "violation", DESCRIBE },
  { HEARTH_WORDS_BLAMING, "damaged", N_ ("Say what is hard, what helps and what is already better.") },
  { HEARTH_WORDS_BLAMING, "addict",
    N_ ("Say what was used and since when it is not, if the court has to know.") },
  { HEARTH_WORDS_BLAMING, "illegal immigrant", N_ ("Say which paper is there and which is missing.") },
  { HEARTH_WORDS_BLAMING, "illegal alien", N_ ("Say which paper is there and which is missing.") },
  { HEARTH_WORDS_BLAMING, "consented",
    N_ ("Nobody consents to being exploited. Say what was seen or written down.") },
  { HEARTH_WORDS_JARGON, "inmate", PERSON },
  { HEARTH_WORDS_JARGON, "inmates", PERSON },
  { HEARTH_WORDS_JARGON, "beneficiary", PERSON },
  { HEARTH_WORDS_JARGON, "client", PERSON },
  { HEARTH_WORDS_JARGON, "rescued", N_ ("“Came into safety” leaves the resident a part in it.") },
  { HEARTH_WORDS_JARGON, "psychosocial", PLAIN },
  { HEARTH_WORDS_JARGON, "dysregulated", PLAIN },
  { HEARTH_WORDS_JARGON, "modality", PLAIN },
  { HEARTH_WORDS_JARGON, "multi-disciplinary", PLAIN },
  { HEARTH_WORDS_JARGON, "presenting problem", PLAIN },
  { HEARTH_WORDS_JARGON, "mdt", PLAIN },
  { HEARTH_WORDS_JARGON, "vot", PLAIN },
  { HEARTH_WORDS_JARGON, "cptsd", PLAIN },
  { HEARTH_WORDS_OPINION, "i think", AS_OPINION },
  { HEARTH_WORDS_OPINION, "i believe", AS_OPINION },
  { HEARTH_WORDS_OPINION, "i feel", AS_OPINION },
  { HEARTH_WORDS_OPINION, "in my opinion", AS_OPINION },
  { HEARTH_WORDS_OPINION, "seems", AS_OPINION },
  { HEARTH_WORDS_OPINION, "seemed", AS_OPINION },
  { HEARTH_WORDS_OPINION, "appears to", AS_OPINION },
  { HEARTH_WORDS_OPINION, "appeared to", AS_OPINION },
  { HEARTH_WORDS_OPINION, "probably", AS_OPINION },
  { HEARTH_WORDS_OPINION, "obviously", AS_OPINION },
  { HEARTH_WORDS_OPINION, "clearly", AS_OPINION },
  { HEARTH_WORDS_OPINION, "no doubt", AS_OPINION },
};

static const Hint *
look_up_hint (const char *found)
{
  g_autofree char *small = g_utf8_strdown (found, -1);

  for (gsize i = 0; i < G_N_ELEMENTS (hints); i++)
    {
      if (g_str_equal (hints[i].words, small))
        return &hints[i];
    }
  return NULL;
}

/* All of the list as one expression; made once. */
static GRegex *
get_list (void)
{
  static GRegex *list;

  if (g_once_init_enter_pointer (&list))
    {
      g_autoptr (GString) pattern = g_string_new ("\\b(?:");
      GRegex *made;

      for (gsize i = 0; i < G_N_ELEMENTS (hints); i++)
        g_string_append_printf (pattern, "%s%s", i > 0 ? "|" : "", hints[i].words);
      g_string_append (pattern, ")\\b");
      made = g_regex_new (pattern->str, G_REGEX_CASELESS | G_REGEX_OPTIMIZE, 0, NULL);
      g_once_init_leave_pointer (&list, made);
    }
  return list;
}

/* --- What is not finished --- */

/* Signs for “still to be written”, which a text that is ready has none of. Capitals: in small letters they are words of other
 * languages. */
#define NEVER_MEANT "\\bTODO\\b|\\bTBD\\b|\\b[xX]{3,}\\b|\\[\\s*\\]|\\?{3,}"

static GRegex *
get_unfinished (bool dots)
{
  static GRegex *strict, *usual;

  if (g_once_init_enter_pointer (&usual))
    {
      strict = g_regex_new (NEVER_MEANT "|\\[?(?:…|\\.{3,})\\]?", G_REGEX_OPTIMIZE, 0, NULL);
      g_once_init_leave_pointer (&usual, g_regex_new (NEVER_MEANT, G_REGEX_OPTIMIZE, 0, NULL));
    }
  return dots ? strict : usual;
}

/* Dots may be a pause of who speaks, or stand in what somebody cannot change any more. */
static bool
counts_dots (const HearthDocument *document, const HearthBlock *block)
{
  return g_str_equal (document->kind, "court") &&
         (block->kind == HEARTH_BLOCK_PARAGRAPH || block->kind == HEARTH_BLOCK_FACTS);
}

/* --- Looking through --- */

typedef struct {
  HearthDocument *document;
  const HearthBlock *block;
  const char *section;
  GPtrArray *remarks;
} Search;

static void
remark_free (HearthWordsRemark *remark)
{
  g_free (remark->section);
  g_free (remark->found);
  g_free (remark->around);
  g_free (remark->advice);
  g_free (remark);
}

/* Some whole words of @text around the bytes from @start to @end. */
static char *
cut_around (const char *text, int start, int end)
{
  const char *first = text + start, *last = text + end;

  for (unsigned int i = 0; first > text && first[-1] != '\n' && (i < AROUND || first[-1] != ' '); i++)
    first = g_utf8_prev_char (first);
  for (unsigned int i = 0; *last && *last != '\n' && (i < AROUND || *last != ' '); i++)
    last = g_utf8_next_char (last);
  return g_strstrip (g_strndup (first, (gsize) (last - first)));
}

static void
add_remark (Search *search, HearthWordsKind kind, const char *text, int start, int end, const char *advice)
{
  HearthWordsRemark *remark = g_new0 (HearthWordsRemark, 1);

  remark->kind = kind;
  remark->section = g_strdup (search->section);
  remark->found = g_strndup (text + start, (gsize) (end - start));
  remark->around = cut_around (text, start, end);
  remark->advice = g_strdup (advice);
  g_ptr_array_add (search->remarks, remark);
}

static void
look_for_unfinished (Search *search, const char *text)
{
  g_autoptr (GMatchInfo) match = NULL;
  int start, end;

  g_regex_match (get_unfinished (counts_dots (search->document, search->block)), text, 0, &match);
  for (; g_match_info_matches (match); g_match_info_next (match, NULL))
    {
      g_match_info_fetch_pos (match, 0, &start, &end);
      add_remark (search, HEARTH_WORDS_UNFINISHED, text, start, end,
                  _ ("Finish this or take it out: the report cannot be printed before."));
    }
}

static void
look_for_words (Search *search, const char *text)
{
  g_autoptr (GMatchInfo) match = NULL;
  int start, end;

  g_regex_match (get_list (), text, 0, &match);
  for (; g_match_info_matches (match); g_match_info_next (match, NULL))
    {
      g_autofree char *found = g_match_info_fetch (match, 0);
      const Hint *hint = look_up_hint (found);

      if (!hint || (hint->kind == HEARTH_WORDS_OPINION && search->block->opinion))
        continue;
      g_match_info_fetch_pos (match, 0, &start, &end);
      add_remark (search, hint->kind, text, start, end, _ (hint->advice));
    }
}

typedef void (*LookFunc) (Search *search, const char *text);

/* Every text of the block that somebody wrote. */
static void
look_through_block (Search *search, LookFunc look)
{
  const HearthBlock *block = search->block;

  if (block->kind == HEARTH_BLOCK_SIGNATURES || block->kind == HEARTH_BLOCK_BODY_MAP)
    return;
  look (search, block->text);
  for (unsigned int row = 0; row < block->rows->len; row++)
    {
      for (char **cell = block->rows->pdata[row]; *cell; cell++)
        look (search, *cell);
    }
}

static void
look_through (Search *search, LookFunc look, bool own_words)
{
  search->section = "";
  for (unsigned int i = 0; i < search->document->blocks->len; i++)
    {
      search->block = search->document->blocks->pdata[i];
      if (search->block->kind == HEARTH_BLOCK_HEADING)
        search->section = search->block->text;
      else if (own_words || search->block->kind != HEARTH_BLOCK_QUOTE)
        look_through_block (search, look);
    }
}

static GPtrArray *
new_remarks (void)
{
  return g_ptr_array_new_with_free_func ((GDestroyNotify) remark_free);
}

/* Whether what is in @document goes to people outside. */
static bool
leaves_house (const HearthDocument *document)
{
  const HearthReportKind *kind = hearth_report_kind_lookup (document->kind);

  return kind && (kind->profile & HEARTH_PRINT_HOUSE) == 0;
}

/* --- Public --- */

GPtrArray *
hearth_report_words_check (HearthDocument *document)
{
  Search search = { .document = document };

  g_return_val_if_fail (document != NULL, NULL);

  search.remarks = new_remarks ();
  if (leaves_house (document))
    look_through (&search, look_for_unfinished, true);
  search.section = "";
  for (unsigned int i = 0; document->cautions && i < document->cautions->len; i++)
    add_remark (&search, HEARTH_WORDS_CAUTION, "", 0, 0, document->cautions->pdata[i]);
  if (g_str_has_prefix (document->language, "en"))
    look_through (&search, look_for_words, false);
  return search.remarks;
}

char *
hearth_report_words_find_unfinished (HearthDocument *document)
{
  Search search = { .document = document };
  g_autoptr (GPtrArray) remarks = NULL;
  const HearthWordsRemark *first;

  g_return_val_if_fail (document != NULL, NULL);

  if (!leaves_house (document))
    return NULL;
  remarks = search.remarks = new_remarks ();
  look_through (&search, look_for_unfinished, true);
  if (remarks->len == 0)
    return NULL;
  first = remarks->pdata[0];
  if (*first->section == '\0')
    /* Translators: %s is what was found, such as "[ ]" */
    return g_strdup_printf (_ ("This report is not finished: “%s” still stands at its beginning. Please "
                               "finish it "
                               "first."),
                            first->found);
  /* Translators: the first %s is the heading of a part, the second what was found in it, such as "[ ]" */
  return g_strdup_printf (_ ("This report is not finished: in “%s” there still stands “%s”. Please finish it "
                             "first."),
                          first->section, first->found);
}

/* SPDX-License-Identifier: GPL-3.0-or-later
 * The report to the court, sections 7 to 11: what the resident says and needs, what is at risk, opinion and
 * recommendations, each apart from the others.
 */
#define G_LOG_DOMAIN "hearth-report"
#include "config.h"

#include "report/court-private.h"

#include "core/date.h"
#include "core/number.h"
#include "records/types.h"

#include <glib/gi18n-lib.h>
#include <string.h>

/* ---- 7 ---- */

/* When and how the resident was asked; "" where nobody wrote that down. */
static char *
format_asked (HearthBuilder *builder, HearthBlock *block, HearthRecord *text)
{
  g_autofree char *day = hearth_builder_quote_field (builder, block, text, "asked_on");
  g_autofree char *how = hearth_builder_quote_field (builder, block, text, "asked_how");
  /* Translators: %s is a day */
  g_autofree char *on = *day ? g_strdup_printf (_ ("Asked on %s"), day) : g_strdup ("");

  if (*on && *how)
    return hearth_builder_join (builder, " · ", on, how, NULL);
  return g_strdup (*on ? on : how);
}

static bool
add_words (HearthBuilder *builder, HearthRecord *text)
{
  HearthBlock *quote = hearth_block_new (HEARTH_BLOCK_QUOTE);

  g_free (quote->text);
  quote->text = hearth_builder_quote_field (builder, quote, text, "views");
  if (*quote->text == '\0')
    {
      hearth_block_free (quote);
      return false;
    }
  g_free (quote->note);
  quote->note = format_asked (builder, quote, text);
  hearth_document_add (builder->document, quote);
  return true;
}

/* That somebody does not say anything is an answer, too. */
static bool
add_silence (HearthBuilder *builder, HearthRecord *text)
{
  HearthBlock *block = hearth_block_new (HEARTH_BLOCK_PARAGRAPH);
  g_autofree char *day = hearth_builder_quote_field (builder, block, text, "asked_on");

  if (!g_str_equal (hearth_builder_use_field (builder, block, text, "asked_how"), "chose_not"))
    {
      hearth_block_free (block);
      return false;
    }
  g_free (block->text);
  /* Translators: %s is a day */
  block->text = *day ? g_strdup_printf (_ ("The resident was asked on %s and chose not to say."), day)
                     : g_strdup (_ ("The resident was asked and chose not to say."));
  hearth_document_add (builder->document, block);
  return true;
}

static void
add_wishes (HearthBuilder *builder, HearthCourtFile *file)
{
  HearthBlock *facts = hearth_block_new (HEARTH_BLOCK_FACTS);
  static const char *const fields[] = { "testify", "told_on", NULL };
  bool told = file->text && (add_words (builder, file->text) || add_silence (builder, file->text));

  if (file->legal_case)
    {
      told |= hearth_builder_add_quote (builder, file->legal_case, "views");
      hearth_builder_add_field_facts (builder, facts, file->legal_case, fields);
    }
  if (facts->rows->len > 0)
    hearth_document_add (builder->document, facts);
  else
    hearth_block_free (facts);
  /* "Nothing to report" would say that there are no wishes. */
  if (!told)
    hearth_document_add_remark (builder->document,
                                _ ("Nothing to report: no views of the resident are written down."));
}

/* ---- 8 ---- */

static char *
quote_measure (HearthBuilder *builder, HearthBlock *table, HearthRecord *measure, const char *name)
{
  g_autofree char *cell = hearth_builder_quote_field (builder, table, measure, name);
  g_autofree char *more =
    g_str_equal (name, "kind")       ? hearth_builder_quote_field (builder, table, measure, "detail")
    : g_str_equal (name, "decision") ? hearth_builder_quote_field (builder, table, measure, "reason")
                                     : g_strdup ("");

  return *cell && *more ? hearth_builder_join (builder, " · ", cell, more, NULL) : g_steal_pointer (&cell);
}

static void
add_needs (HearthBuilder *builder, HearthCourtFile *file)
{
  static const char *const fields[] = { "kind", "wanted", "requested_on", "decision", NULL };
  static const char *const speaks[] = { "languages", "interpreter", NULL };
  HearthBlock *facts = hearth_block_new (HEARTH_BLOCK_FACTS);

  hearth_builder_add_field_facts (builder, facts, builder->resident, speaks);
  if (file->text)
    hearth_builder_add_plain (builder, file->text, "needs");
  if (facts->rows->len > 0)
    hearth_document_add (builder->document, facts);
  else
    hearth_block_free (facts);
  hearth_builder_add_records (builder, file->measures, fields, quote_measure);
  for (unsigned int i = 0; i < file->measures->len; i++)
    hearth_builder_add_measure_wish (builder, file->measures->pdata[i]);
}

/* ---- 9 to 11 ---- */

static void
add_risks (HearthBuilder *builder, HearthCourtFile *file)
{
  bool any = false;

  if (file->text)
    {
      any |= hearth_builder_add_field_text (builder, file->text, "risks", 2);
      any |= hearth_builder_add_field_text (builder, file->text, "options", 2);
    }
  if (!any)
    hearth_document_add_remark (builder->document, _ ("Nothing to report"));
}

static void
add_opinion (HearthBuilder *builder, HearthCourtFile *file)
{
  if (file->text && hearth_record_has (file->text, "opinion"))
    hearth_document_add_remark (builder->document, _ ("What follows is the opinion of the author. It rests "
                                                      "on the facts above and is "
                                                      "none itself."));
  hearth_court_add_text (builder, file, "opinion");
}

/* Where a line begins that somebody numbered by hand, or put a dash before. */
static const char *
skip_mark (const char *line)
{
  const char *at = line;

  while (g_ascii_isspace (*at))
    at++;
  if (strchr ("-*", *at) && *at != '\0')
    at++;
  else if (g_str_has_prefix (at, "•") || g_str_has_prefix (at, "–"))
    at = g_utf8_next_char (at);
  else if (g_ascii_isdigit (*at))
    {
      const char *digits = at;

      while (g_ascii_isdigit (*at))
        at++;
      at = *at == '.' || *at == ')' ? at + 1 : digits;
    }
  while (g_ascii_isspace (*at))
    at++;
  return at;
}

static void
add_recommendations (HearthBuilder *builder, HearthCourtFile *file)
{
  HearthBlock *whole = hearth_block_new (HEARTH_BLOCK_PARAGRAPH);
  g_autofree char *words =
    file->text ? hearth_builder_quote_field (builder, whole, file->text, "recommendations") : g_strdup ("");
  g_auto (GStrv) lines = g_strsplit (words, "\n", -1);
  unsigned int n = 0;

  for (char **line = lines; *line; line++)
    {
      g_autofree char *canonical = NULL, *number = NULL, *mark = NULL;
      HearthBlock *block;

      if (*skip_mark (*line) == '\0')
        continue;
      canonical = g_strdup_printf ("%u", ++n);
      number = hearth_number_format (canonical);
      mark = g_strconcat (number, ".", NULL);
      block = hearth_document_add (builder->document, hearth_block_copy (whole));
      g_free (block->text);
      block->text = hearth_builder_join (builder, " ", mark, skip_mark (*line), NULL);
    }
  hearth_block_free (whole);
  if (n == 0)
    hearth_document_add_remark (builder->document, _ ("Nothing to report"));
}

/* What stands in @document from @first on is judgment. */
static void
mark_opinions (HearthDocument *document, unsigned int first)
{
  for (unsigned int i = first; i < document->blocks->len; i++)
    ((HearthBlock *) document->blocks->pdata[i])->opinion = true;
}

void
hearth_court_add_views (HearthBuilder *builder, HearthCourtFile *file)
{
  unsigned int judgment;

  hearth_court_add_heading (builder, 7, _ ("Views and wishes of the resident"));
  add_wishes (builder, file);
  hearth_court_add_heading (builder, 8, _ ("What is needed at court"));
  add_needs (builder, file);
  judgment = builder->document->blocks->len;
  hearth_court_add_heading (builder, 9, _ ("Risks and choices"));
  add_risks (builder, file);
  hearth_court_add_heading (builder, 10, _ ("Opinion"));
  add_opinion (builder, file);
  hearth_court_add_heading (builder, 11, _ ("Recommendations"));
  add_recommendations (builder, file);
  mark_opinions (builder->document, judgment);
}

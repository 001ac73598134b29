/* SPDX-License-Identifier: GPL-3.0-or-later
 * The progress report's summary and the six areas of recovery: how each stands against the last time and the day of
 * arrival, in words. Steps back are part of the way, and are told as what they are.
 */
#define G_LOG_DOMAIN "hearth-report"
#include "config.h"

#include "report/progress-private.h"
#include "report/recovery-compare.h"

#include "core/date.h"
#include "core/number.h"
#include "records/types.h"
#include "rules/plans.h"

#include <glib/gi18n-lib.h>
#include <string.h>

/** @last: the one before the report's days, or the first of them; NULL where @now is the only one. */
typedef struct {
  HearthRecord *entry;
  HearthRecord *last;
  HearthRecord *now;
} Scores;

/* Of @all, oldest first, what this report compares. */
static Scores
pick_scores (HearthBuilder *builder, GPtrArray *all)
{
  Scores scores = { NULL };

  for (unsigned int i = all->len; i > 0; i--)
    {
      if (strcmp (hearth_record_get (all->pdata[i - 1], "date"), builder->to) > 0)
        g_ptr_array_remove_index (all, i - 1);
    }
  if (all->len == 0)
    return scores;
  scores.entry = hearth_recovery_pick (all, HEARTH_RECOVERY_ENTRY);
  scores.now = all->pdata[all->len - 1];
  for (unsigned int i = 0; i + 1 < all->len; i++)
    {
      if (!scores.last || strcmp (hearth_record_get (all->pdata[i], "date"), builder->from) < 0)
        scores.last = all->pdata[i];
    }
  return scores;
}

/* How area @nth changed: above 0 it is better. 2 where there is nothing to compare. */
static int
compare_area (const Scores *scores, unsigned int nth)
{
  int now = scores->now ? hearth_recovery_get_score (scores->now, nth) : 0;
  int last = scores->last ? hearth_recovery_get_score (scores->last, nth) : 0;

  return now == 0 || last == 0 ? 2 : CLAMP (now - last, -1, 1);
}

static const char *
get_change_words (int change)
{
  return change == 2 ? "–" : change > 0 ? _ ("Better") : change < 0 ? _ ("Harder") : _ ("The same");
}

/* --- Summary --- */

static unsigned int
count_areas (const Scores *scores, int change)
{
  unsigned int n = 0;

  for (unsigned int i = 0; i < HEARTH_N_RECOVERY_AREAS; i++)
    n += compare_area (scores, i) == change;
  return n;
}

/* "2 areas are better, 3 are the same, 1 is harder" */
static char *
describe_changes (const Scores *scores)
{
  unsigned int n_better = count_areas (scores, 1), n_same = count_areas (scores, 0),
               n_harder = count_areas (scores, -1);
  g_autofree char *better =
    g_strdup_printf (g_dngettext (GETTEXT_PACKAGE, "%u area is better", "%u areas are better", n_better),
                     n_better);
  g_autofree char *same =
    g_strdup_printf (g_dngettext (GETTEXT_PACKAGE, "%u is the same", "%u are the same", n_same), n_same);
  g_autofree char *harder =
    g_strdup_printf (g_dngettext (GETTEXT_PACKAGE, "%u is harder", "%u are harder", n_harder), n_harder);

  /* Translators: how many areas are better, the same, harder */
  return g_strdup_printf (_ ("%s, %s, %s"), better, same, harder);
}

static void
add_summary (HearthBuilder *builder, const Scores *scores, HearthRecord *plan)
{
  HearthBlock *block;
  g_autofree char *since = NULL, *changes = NULL;
  bool told;

  hearth_document_add_heading (builder->document, 1, _ ("Summary"));
  told = plan && hearth_builder_add_plain (builder, plan, "summary");
  if (!scores->last)
    {
      if (!told)
        hearth_document_add_remark (builder->document, _ ("Nothing to report"));
      return;
    }
  block = hearth_document_add_paragraph (builder->document, "");
  since = hearth_builder_quote_field (builder, block, scores->last, "date");
  changes = describe_changes (scores);
  g_free (block->text);
  /* Translators: a day, then how many areas are better, the same, harder */
  block->text = g_strdup_printf (_ ("Of the six areas of recovery since %s: %s."), since, changes);
}

/* --- The table --- */

static char *
format_score (HearthBuilder *builder, HearthBlock *table, HearthRecord *score, const char *area, bool words)
{
  const char *code = score ? hearth_builder_use_field (builder, table, score, area) : "";

  if (*code == '\0')
    return g_strdup ("–");
  return words ? hearth_builder_quote_field (builder, table, score, area) : hearth_number_format (code);
}

static void
add_area (HearthBuilder *builder, HearthBlock *table, const Scores *scores, unsigned int nth)
{
  const char *area = hearth_recovery_areas[nth];
  g_autofree char *why_name = g_strconcat (area, "_why", NULL);
  g_autofree char *entry = format_score (builder, table, scores->entry, area, false);
  g_autofree char *last = format_score (builder, table, scores->last, area, false);
  g_autofree char *now = format_score (builder, table, scores->now, area, true);
  g_autofree char *why = hearth_builder_quote_field (builder, table, scores->now, why_name);

  hearth_block_add_row (table, hearth_recovery_area_get_label (nth), entry, last, now,
                        get_change_words (compare_area (scores, nth)), *why ? why : "–", NULL);
}

static void
add_table (HearthBuilder *builder, const Scores *scores)
{
  HearthBlock *table = hearth_block_new (HEARTH_BLOCK_TABLE);

  hearth_block_add_column (table, _ ("Area"), false);
  hearth_block_add_column (table, _ ("On arrival"), true);
  hearth_block_add_column (table, _ ("Last time"), true);
  hearth_block_add_column (table, _ ("Now"), false);
  hearth_block_add_column (table, _ ("Change"), false);
  hearth_block_add_column (table, _ ("Why"), false);
  for (unsigned int i = 0; i < HEARTH_N_RECOVERY_AREAS; i++)
    add_area (builder, table, scores, i);
  hearth_document_add (builder->document, table);
}

/* Arrival against now, to be looked at; the table below says the same. */
static void
add_chart (HearthBuilder *builder, GPtrArray *all)
{
  HearthBlock *block = hearth_block_new (HEARTH_BLOCK_COMPARE);

  for (unsigned int i = 0; i < all->len; i++)
    {
      for (unsigned int nth = 0; nth < HEARTH_N_RECOVERY_AREAS; nth++)
        hearth_builder_use_field (builder, block, all->pdata[i], hearth_recovery_areas[nth]);
    }
  block->compare = hearth_recovery_compare_new (all);
  g_free (block->note);
  block->note = hearth_compare_describe (block->compare);
  hearth_document_add (builder->document, block);
}

/* Of which days the columns are. */
static void
add_days (HearthBuilder *builder, const Scores *scores)
{
  g_autofree char *entry = hearth_date_format (hearth_record_get (scores->entry, "date"));
  g_autofree char *last = hearth_date_format (scores->last ? hearth_record_get (scores->last, "date") : "");
  g_autofree char *now = hearth_date_format (hearth_record_get (scores->now, "date"));
  g_autofree char *words =
    scores->last ? g_strdup_printf (_ ("On arrival: %s. Last time: %s. Now: %s."), entry, last, now)
                 : g_strdup_printf (_ ("Looked at once so far, on %s."), now);

  hearth_document_add_remark (builder->document, words);
}

bool
hearth_progress_add_areas (HearthBuilder *builder, GError **error)
{
  const char *resident = hearth_record_get_id (builder->resident);
  g_autoptr (GPtrArray) all = hearth_recovery_list (builder->store, resident, error);
  g_autoptr (HearthRecord) plan = NULL;
  Scores scores;

  if (!all)
    return false;
  plan = hearth_care_plan_find_active (builder->store, resident, NULL);
  scores = pick_scores (builder, all);
  add_summary (builder, &scores, plan);
  hearth_document_add_heading (builder->document, 1, _ ("Six areas of recovery"));
  if (!scores.now)
    {
      hearth_document_add_remark (builder->document, _ ("Nothing to report"));
      return true;
    }
  add_chart (builder, all);
  add_table (builder, &scores);
  add_days (builder, &scores);
  return true;
}

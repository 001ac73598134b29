/* SPDX-License-Identifier: GPL-3.0-or-later
 * The progress report's section about daily life: sleep and mood drawn and told, what was counted, good moments.
 */
#define G_LOG_DOMAIN "hearth-report"
#include "config.h"

#include "report/daily-trend.h"
#include "report/progress-private.h"

#include "core/date.h"
#include "core/number.h"
#include "records/types.h"

#include <glib/gi18n-lib.h>
#include <string.h>


/* Fields whose answers are counted together, and what they are called then. */
typedef struct {
  const char *label;     /* N_(), or NULL: the first field's own */
  const char *fields[3]; /* of the same choices */
} Counted;

static const Counted counted[] = {
  { N_ ("Meals"), { "breakfast", "lunch", "dinner" } },
  { NULL, { "hygiene" } },
  { NULL, { "attendance" } },
  { NULL, { "participation" } },
  { NULL, { "nightmares" } },
};

static const HearthField *
get_field (const char *name)
{
  return hearth_record_type_lookup_field (&hearth_daily_log_type, name);
}

typedef struct {
  HearthBuilder *builder;
  HearthBlock *block;
} ChartUse;

static const char *
use_field (HearthRecord *entry, const char *name, gpointer user_data)
{
  ChartUse *use = user_data;

  return hearth_builder_use_field (use->builder, use->block, entry, name);
}

static void
add_chart (HearthBuilder *builder, GPtrArray *entries)
{
  ChartUse use = { builder, hearth_block_new (HEARTH_BLOCK_CHART) };

  use.block->chart = hearth_daily_trend_new_chart (entries, builder->from, builder->to, use_field, &use);
  g_free (use.block->note);
  use.block->note = hearth_chart_describe (use.block->chart);
  /* “Nothing to report” would be untrue. */
  if (hearth_chart_is_empty (use.block->chart))
    {
      hearth_block_free (use.block);
      hearth_document_add_remark (builder->document, _ ("No sleep or mood was written down"));
      return;
    }
  hearth_document_add (builder->document, use.block);
}

/* --- What was counted --- */

static char *
format_count (unsigned int n)
{
  g_autofree char *canonical = g_strdup_printf ("%u", n);

  return hearth_number_format (canonical);
}

static const HearthChoice *
get_answers (const Counted *what)
{
  static const HearthChoice yes_no[] = { { "yes", N_ ("Yes") }, { "no", N_ ("No") }, { NULL } };
  const HearthField *field = get_field (what->fields[0]);

  return field->kind == HEARTH_FIELD_YES_NO ? yes_no : field->choices;
}

static unsigned int
count_answers (const Counted *what)
{
  const HearthChoice *answers = get_answers (what);
  unsigned int n = 0;

  while (answers[n].code)
    n++;
  return n;
}

/* Adds what @entry answers to @counts, by place in the answers. */
static void
count_entry (HearthBuilder *builder,
             HearthBlock *block,
             HearthRecord *entry,
             const Counted *what,
             unsigned int *counts)
{
  const HearthChoice *answers = get_answers (what);

  for (gsize f = 0; f < G_N_ELEMENTS (what->fields) && what->fields[f]; f++)
    {
      const char *code = hearth_builder_use_field (builder, block, entry, what->fields[f]);

      for (unsigned int i = 0; answers[i].code; i++)
        counts[i] += g_str_equal (answers[i].code, code);
    }
}

static void
add_counted_row (HearthBlock *table, const Counted *what, const unsigned int *counts)
{
  const HearthChoice *answers = get_answers (what);
  const char *label = what->label ? what->label : get_field (what->fields[0])->label;
  g_autoptr (GString) words = g_string_new (NULL);
  g_autofree char *number = NULL;
  unsigned int total = 0;

  for (unsigned int i = 0; answers[i].code; i++)
    {
      g_autofree char *n = format_count (counts[i]);

      if (counts[i] > 0)
        g_string_append_printf (words, "%s%s\302\240%s", words->len > 0 ? " · " : "", _ (answers[i].label),
                                n);
      total += counts[i];
    }
  number = format_count (total);
  if (total > 0)
    hearth_block_add_row (table, _ (label), number, words->str, NULL);
}

/* Days on which at least one entry was written. */
static unsigned int
count_days (GPtrArray *entries)
{
  unsigned int n = 0;

  for (unsigned int i = 0; i < entries->len; i++)
    n += i == 0 ||
         hearth_daily_trend_get_day (entries->pdata[i]) != hearth_daily_trend_get_day (entries->pdata[i - 1]);
  return n;
}

/* Days of the period that the resident was here for; all of it where no stay says otherwise. */
static int
count_days_here (HearthBuilder *builder, HearthRecord *stay)
{
  const char *start = stay ? hearth_record_get (stay, "start") : "",
             *end = stay ? hearth_record_get (stay, "end") : "";
  const char *first = strcmp (start, builder->from) > 0 ? start : builder->from;
  const char *last = *end && strcmp (end, builder->to) < 0 ? end : builder->to;

  return hearth_date_days_between (first, last) + 1;
}

/* A row for each of what is counted; of an entry everything at once, so that it is one source. */
static void
add_counted_rows (HearthBuilder *builder, HearthBlock *table, GPtrArray *entries)
{
  g_autofree unsigned int *counts = NULL;
  unsigned int most = 0;

  for (gsize what = 0; what < G_N_ELEMENTS (counted); what++)
    most = MAX (most, count_answers (&counted[what]));
  counts = g_new0 (unsigned int, G_N_ELEMENTS (counted) * most);
  for (unsigned int i = 0; i < entries->len; i++)
    {
      for (gsize what = 0; what < G_N_ELEMENTS (counted); what++)
        count_entry (builder, table, entries->pdata[i], &counted[what], counts + what * most);
    }
  for (gsize what = 0; what < G_N_ELEMENTS (counted); what++)
    add_counted_row (table, &counted[what], counts + what * most);
}

static void
add_counts (HearthBuilder *builder, GPtrArray *entries, HearthRecord *stay)
{
  HearthBlock *table = hearth_block_new (HEARTH_BLOCK_TABLE);
  int days = count_days_here (builder, stay);
  g_autofree char *remark = NULL;

  hearth_block_add_column (table, _ ("What was written down"), false);
  hearth_block_add_column (table, _ ("Times"), true);
  hearth_block_add_column (table, _ ("How it was"), false);
  add_counted_rows (builder, table, entries);
  if (table->rows->len == 0)
    {
      hearth_block_free (table);
      return;
    }
  hearth_document_add (builder->document, table);
  if (days < 1)
    return;
  remark =
    g_strdup_printf (g_dngettext (GETTEXT_PACKAGE, "Something was written down on %u of %d day.",
                                  "Something was written down on %u of %d days.", (unsigned long) days),
                     MIN (count_days (entries), (unsigned int) days), days);
  hearth_document_add_remark (builder->document, remark);
}

/* --- Good moments --- */

static void
add_moments (HearthBuilder *builder, GPtrArray *entries)
{
  HearthBlock *table = hearth_block_new (HEARTH_BLOCK_TABLE);
  unsigned int n_more;
  g_autoptr (GPtrArray) latest = hearth_builder_pick_latest (entries, "positive_moment", &n_more);

  hearth_block_add_column (table, _ (get_field ("date")->label), false);
  hearth_block_add_column (table, _ (get_field ("positive_moment")->label), false);
  for (unsigned int i = 0; i < latest->len; i++)
    {
      g_autofree char *moment =
        hearth_builder_quote_field (builder, table, latest->pdata[i], "positive_moment");
      g_autofree char *day = hearth_date_format (hearth_record_get (latest->pdata[i], "date"));

      if (*moment)
        hearth_block_add_row (table, day, moment, NULL);
    }
  hearth_document_add_heading (builder->document, 2, _ ("Good moments"));
  hearth_builder_add_more (builder, latest, n_more);
  hearth_builder_add_or_nothing (builder, table);
}

void
hearth_progress_add_daily_life (HearthBuilder *builder, GPtrArray *entries, HearthRecord *stay)
{
  hearth_document_add_heading (builder->document, 1, _ ("Daily life"));
  /* Small things first: a chart that does not fit leaves less of the page empty. */
  add_counts (builder, entries, stay);
  if (entries->len == 0)
    hearth_document_add_remark (builder->document, _ ("Nothing to report"));
  add_moments (builder, entries);
  if (entries->len == 0)
    return;
  hearth_document_add_heading (builder->document, 2, _ ("How the days went"));
  add_chart (builder, entries);
}

/* SPDX-License-Identifier: GPL-3.0-or-later
 * A block of a report document.
 */
#define G_LOG_DOMAIN "hearth-report"

#include "report/block.h"

static const char *const kind_names[] = {
  [HEARTH_BLOCK_HEADING] = "heading",     [HEARTH_BLOCK_PARAGRAPH] = "paragraph",
  [HEARTH_BLOCK_FACTS] = "facts",         [HEARTH_BLOCK_TABLE] = "table",
  [HEARTH_BLOCK_CHART] = "chart",         [HEARTH_BLOCK_QUOTE] = "quote",
  [HEARTH_BLOCK_CHECKLIST] = "checklist", [HEARTH_BLOCK_SIGNATURES] = "signatures",
  [HEARTH_BLOCK_BODY_MAP] = "body map",   [HEARTH_BLOCK_COMPARE] = "compare",
};

const char *
hearth_block_kind_to_name (HearthBlockKind kind)
{
  g_return_val_if_fail ((gsize) kind < G_N_ELEMENTS (kind_names), NULL);
  return kind_names[kind];
}

static void
source_free (HearthSource *source)
{
  g_free (source->record);
  g_free (source->author);
  g_free (source->date);
  g_free (source);
}

static void
column_free (HearthColumn *column)
{
  g_free (column->label);
  g_free (column);
}

HearthBlock *
hearth_block_new (HearthBlockKind kind)
{
  HearthBlock *block = g_new0 (HearthBlock, 1);

  block->kind = kind;
  block->tier = HEARTH_TIER_HOUSE;
  block->printable = HEARTH_PRINT_ANY;
  block->sources = g_ptr_array_new_with_free_func ((GDestroyNotify) source_free);
  block->level = 1;
  block->text = g_strdup ("");
  block->note = g_strdup ("");
  block->columns = g_ptr_array_new_with_free_func ((GDestroyNotify) column_free);
  block->rows = g_ptr_array_new_with_free_func ((GDestroyNotify) g_strfreev);
  return block;
}

HearthBlock *
hearth_block_copy (const HearthBlock *block)
{
  HearthBlock *copy;

  g_return_val_if_fail (block != NULL, NULL);

  copy = hearth_block_new (block->kind);
  copy->tier = block->tier;
  copy->printable = block->printable;
  copy->level = block->level;
  copy->manner = block->manner;
  copy->opinion = block->opinion;
  g_set_str (&copy->text, block->text);
  g_set_str (&copy->note, block->note);
  for (unsigned int i = 0; i < block->sources->len; i++)
    {
      const HearthSource *source = block->sources->pdata[i];

      hearth_block_add_source (copy, source->record, source->author, source->date);
    }
  for (unsigned int i = 0; i < block->columns->len; i++)
    {
      const HearthColumn *column = block->columns->pdata[i];

      hearth_block_add_column (copy, column->label, column->numeric);
    }
  for (unsigned int i = 0; i < block->rows->len; i++)
    hearth_block_take_row (copy, g_strdupv (block->rows->pdata[i]));
  if (block->chart)
    copy->chart = hearth_chart_copy (block->chart);
  if (block->compare)
    copy->compare = hearth_compare_copy (block->compare);
  return copy;
}

void
hearth_block_free (HearthBlock *block)
{
  g_ptr_array_unref (block->sources);
  g_free (block->text);
  g_free (block->note);
  g_ptr_array_unref (block->columns);
  g_ptr_array_unref (block->rows);
  g_clear_pointer (&block->chart, hearth_chart_free);
  g_clear_pointer (&block->compare, hearth_compare_free);
  g_free (block);
}

void
hearth_block_add_source (HearthBlock *block, const char *record, const char *author, const char *date)
{
  HearthSource *source;

  g_return_if_fail (block != NULL);

  source = g_new0 (HearthSource, 1);
  source->record = g_strdup (record);
  source->author = g_strdup (author);
  source->date = g_strdup (date);
  g_ptr_array_add (block->sources, source);
}

void
hearth_block_add_column (HearthBlock *block, const char *label, bool numeric)
{
  HearthColumn *column;

  g_return_if_fail (block != NULL && label != NULL);

  column = g_new0 (HearthColumn, 1);
  column->label = g_strdup (label);
  column->numeric = numeric;
  g_ptr_array_add (block->columns, column);
}

void
hearth_block_add_row (HearthBlock *block, const char *first, ...)
{
  g_autoptr (GStrvBuilder) cells = g_strv_builder_new ();
  va_list arguments;

  va_start (arguments, first);
  for (const char *cell = first; cell; cell = va_arg (arguments, const char *))
    g_strv_builder_add (cells, cell);
  va_end (arguments);
  hearth_block_take_row (block, g_strv_builder_end (cells));
}

/* How many cells each row has, 0 for a block without rows. */
static unsigned int
get_n_cells (const HearthBlock *block)
{
  switch (block->kind)
    {
    case HEARTH_BLOCK_FACTS:
    case HEARTH_BLOCK_SIGNATURES:
      return 2;
    case HEARTH_BLOCK_BODY_MAP:
      return 1;
    case HEARTH_BLOCK_CHECKLIST:
      return 3;
    case HEARTH_BLOCK_TABLE:
      return block->columns->len;
    case HEARTH_BLOCK_HEADING:
    case HEARTH_BLOCK_PARAGRAPH:
    case HEARTH_BLOCK_CHART:
    case HEARTH_BLOCK_COMPARE:
    case HEARTH_BLOCK_QUOTE:
    default:
      return 0;
    }
}

void
hearth_block_take_row (HearthBlock *block, GStrv cells)
{
  g_return_if_fail (block != NULL && cells != NULL);
  g_return_if_fail (g_strv_length (cells) == get_n_cells (block));

  g_ptr_array_add (block->rows, cells);
}

static void
foreach_chart_text (HearthChart *chart, HearthTextFunc func, gpointer user_data)
{
  for (unsigned int i = 0; i < chart->series->len; i++)
    {
      HearthChartSeries *series = chart->series->pdata[i];

      func (&series->label, user_data);
      func (&series->unit, user_data);
      for (unsigned int step = 0; series->steps && series->steps[step]; step++)
        func (&series->steps[step], user_data);
    }
  for (unsigned int i = 0; i < chart->events->len; i++)
    func (&((HearthChartEvent *) chart->events->pdata[i])->label, user_data);
}

static void
foreach_compare_text (HearthCompare *compare, HearthTextFunc func, gpointer user_data)
{
  func (&compare->title, user_data);
  func (&compare->first, user_data);
  if (compare->second)
    func (&compare->second, user_data);
  for (char **step = compare->steps; *step; step++)
    func (step, user_data);
  for (unsigned int i = 0; i < compare->areas->len; i++)
    func (&((HearthCompareArea *) compare->areas->pdata[i])->label, user_data);
}

void
hearth_block_foreach_text (HearthBlock *block, HearthTextFunc func, gpointer user_data)
{
  g_return_if_fail (block != NULL && func != NULL);

  func (&block->text, user_data);
  func (&block->note, user_data);
  for (unsigned int i = 0; i < block->columns->len; i++)
    func (&((HearthColumn *) block->columns->pdata[i])->label, user_data);
  for (unsigned int i = 0; i < block->rows->len && block->kind != HEARTH_BLOCK_BODY_MAP; i++)
    {
      for (char **cell = block->rows->pdata[i]; *cell; cell++)
        func (cell, user_data);
    }
  if (block->chart)
    foreach_chart_text (block->chart, func, user_data);
  if (block->compare)
    foreach_compare_text (block->compare, func, user_data);
}

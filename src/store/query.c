/* SPDX-License-Identifier: GPL-3.0-or-later
 * What a list shows: which records, in which order.
 */
#define G_LOG_DOMAIN "hearth-store"

#include "store/query.h"

static HearthFilter *
filter_new (const char *field, const char *const *codes)
{
  HearthFilter *filter = g_new (HearthFilter, 1);

  filter->field = g_strdup (field);
  filter->codes = g_strdupv ((char **) codes);
  return filter;
}

static void
filter_free (gpointer data)
{
  HearthFilter *filter = data;

  g_free (filter->field);
  g_strfreev (filter->codes);
  g_free (filter);
}

static HearthRange *
range_new (const char *field, const char *from, const char *to)
{
  HearthRange *range = g_new (HearthRange, 1);

  range->field = g_strdup (field);
  range->from = g_strdup (from);
  range->to = g_strdup (to);
  return range;
}

static void
range_free (gpointer data)
{
  HearthRange *range = data;

  g_free (range->field);
  g_free (range->from);
  g_free (range->to);
  g_free (range);
}

HearthQuery *
hearth_query_new (const HearthRecordType *type)
{
  HearthQuery *query = g_new0 (HearthQuery, 1);

  query->type = type;
  query->filters = g_ptr_array_new_with_free_func (filter_free);
  query->ranges = g_ptr_array_new_with_free_func (range_free);
  return query;
}

HearthQuery *
hearth_query_copy (const HearthQuery *query)
{
  HearthQuery *copy;

  g_return_val_if_fail (query != NULL, NULL);

  copy = hearth_query_new (query->type);
  if (query->types != NULL)
    copy->types = g_ptr_array_copy (query->types, NULL, NULL);
  copy->resident = g_strdup (query->resident);
  copy->from = g_strdup (query->from);
  copy->to = g_strdup (query->to);
  copy->sort = g_strdup (query->sort);
  copy->descending = query->descending;
  copy->text = g_strdup (query->text);
  copy->include_errors = query->include_errors;
  for (guint i = 0; i < query->filters->len; i++)
    {
      const HearthFilter *filter = g_ptr_array_index (query->filters, i);

      g_ptr_array_add (copy->filters, filter_new (filter->field, (const char *const *) filter->codes));
    }
  for (guint i = 0; i < query->ranges->len; i++)
    {
      const HearthRange *range = g_ptr_array_index (query->ranges, i);

      g_ptr_array_add (copy->ranges, range_new (range->field, range->from, range->to));
    }
  return copy;
}

void
hearth_query_free (HearthQuery *query)
{
  if (query == NULL)
    return;
  g_clear_pointer (&query->types, g_ptr_array_unref);
  g_free (query->resident);
  g_free (query->from);
  g_free (query->to);
  g_free (query->sort);
  g_free (query->text);
  g_ptr_array_unref (query->filters);
  g_ptr_array_unref (query->ranges);
  g_free (query);
}

/* "" and NULL say the same: nothing asked for. */
static void
set_or_clear (char **place, const char *value)
{
  g_set_str (place, value != NULL && *value != '\0' ? value : NULL);
}

void
hearth_query_set_types (HearthQuery *query, const HearthRecordType *const *types, unsigned int n_types)
{
  g_return_if_fail (query != NULL);
  g_return_if_fail (query->type == NULL);

  g_clear_pointer (&query->types, g_ptr_array_unref);
  if (n_types == 0)
    return;
  query->types = g_ptr_array_sized_new (n_types);
  for (unsigned int i = 0; i < n_types; i++)
    g_ptr_array_add (query->types, (gpointer) types[i]);
}

void
hearth_query_set_resident (HearthQuery *query, const char *resident)
{
  g_return_if_fail (query != NULL);

  set_or_clear (&query->resident, resident);
}

void
hearth_query_set_period (HearthQuery *query, const char *from, const char *to)
{
  g_return_if_fail (query != NULL);

  set_or_clear (&query->from, from);
  set_or_clear (&query->to, to);
}

void
hearth_query_set_sort (HearthQuery *query, const char *field, bool descending)
{
  g_return_if_fail (query != NULL);

  set_or_clear (&query->sort, field);
  query->descending = descending;
}

void
hearth_query_set_text (HearthQuery *query, const char *text)
{
  g_return_if_fail (query != NULL);

  set_or_clear (&query->text, text);
}

void
hearth_query_set_filter (HearthQuery *query, const char *field, const char *const *codes)
{
  g_return_if_fail (query != NULL);
  g_return_if_fail (field != NULL);

  for (guint i = query->filters->len; i > 0; i--)
    {
      const HearthFilter *filter = g_ptr_array_index (query->filters, i - 1);

      if (g_str_equal (filter->field, field))
        g_ptr_array_remove_index (query->filters, i - 1);
    }
  if (codes != NULL && codes[0] != NULL)
    g_ptr_array_add (query->filters, filter_new (field, codes));
}

void
hearth_query_set_range (HearthQuery *query, const char *field, const char *from, const char *to)
{
  g_return_if_fail (query != NULL);
  g_return_if_fail (field != NULL);

  for (guint i = query->ranges->len; i > 0; i--)
    {
      const HearthRange *range = g_ptr_array_index (query->ranges, i - 1);

      if (g_str_equal (range->field, field))
        g_ptr_array_remove_index (query->ranges, i - 1);
    }
  if (from != NULL || to != NULL)
    g_ptr_array_add (query->ranges, range_new (field, from, to));
}

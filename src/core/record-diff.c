/* SPDX-License-Identifier: GPL-3.0-or-later
 * How two states of one record differ: for its history, for two people at once, and for undo.
 */
#define G_LOG_DOMAIN "hearth-core"

#include "core/record-diff.h"

static bool
differs (HearthRecord *before, HearthRecord *after, unsigned int column)
{
  if (hearth_record_is_withheld (after, column))
    return false;
  if (before == NULL)
    return *hearth_record_get_column (after, column) != '\0';
  return !hearth_record_is_withheld (before, column) &&
         !g_str_equal (hearth_record_get_column (before, column), hearth_record_get_column (after, column));
}

GPtrArray *
hearth_record_diff (HearthRecord *before, HearthRecord *after)
{
  g_autoptr (GPtrArray) fields = g_ptr_array_new ();
  const HearthField *const *columns;
  unsigned int n_columns;

  g_return_val_if_fail (HEARTH_IS_RECORD (after), NULL);
  g_return_val_if_fail (before == NULL || G_OBJECT_TYPE (before) == G_OBJECT_TYPE (after), NULL);

  columns = hearth_record_type_get_columns (hearth_record_get_record_type (after), &n_columns);
  for (unsigned int i = 0; i < n_columns; i++)
    if (!hearth_field_is_base (columns[i]) && hearth_field_is_stored (columns[i]) &&
        differs (before, after, i))
      g_ptr_array_add (fields, (gpointer) columns[i]);
  return g_steal_pointer (&fields);
}

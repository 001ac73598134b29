/* SPDX-License-Identifier: GPL-3.0-or-later
 * Who is there in a shift, and what is written of each.
 */
#define G_LOG_DOMAIN "hearth-rules"

#include "rules/shift.h"

#include "core/date.h"
#include "records/types.h"
#include "rules/reader-private.h"
#include "rules/residence-private.h"
#include "rules/whereabouts.h"

#include <string.h>

void
hearth_shift_resident_free (HearthShiftResident *resident)
{
  if (resident == NULL)
    return;
  g_clear_object (&resident->resident);
  g_clear_object (&resident->entry);
  g_free (resident->arrives);
  g_free (resident->due_back);
  g_free (resident);
}

/* --- entries ---------------------------------------------------------------------------------------------- */

/* Id of the resident → entry, the first one written. */
static GHashTable *
read_entries (HearthStore *store, const HearthShift *shift, GError **error)
{
  g_autoptr (HearthQuery) query = hearth_query_new (&hearth_daily_log_type);
  const char *codes[] = { shift->code, NULL };
  g_autoptr (GPtrArray) found = NULL;
  GHashTable *entries;

  hearth_query_set_period (query, shift->date, shift->date);
  hearth_query_set_filter (query, "shift", codes);
  hearth_query_set_sort (query, "created_at", true);
  found = hearth_reader_list (store, query, error);
  if (found == NULL)
    return NULL;
  entries = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_object_unref);
  for (guint i = 0; i < found->len; i++)
    {
      HearthRecord *entry = g_ptr_array_index (found, i);

      g_hash_table_insert (entries, g_strdup (hearth_record_get_resident (entry)), g_object_ref (entry));
    }
  return entries;
}

/* --- coming and going ---------------------------------------------------------------------------------------- */

/* Whether a stay that begins during @shift, or on its day, has begun by then. */
static bool
is_here_by (HearthStore *store,
            const HearthShift *shift,
            HearthShiftResident *row,
            const HearthResidence *residence,
            GError **error)
{
  g_autofree char *end_day = hearth_instant_dup_date (shift->end);
  const char *start = residence->stay != NULL ? hearth_record_get (residence->stay, "start") : "";
  g_autofree char *arrival = NULL;

  /* Only the days that the shift is on need a look at the hour. */
  if (*start == '\0' || strcmp (start, shift->date) < 0)
    return true;
  arrival = hearth_residence_dup_arrival (store, residence, error);
  if (arrival == NULL)
    return strcmp (start, shift->date) <= 0;
  if (hearth_shift_holds (shift, arrival))
    row->arrives = g_strdup (arrival);
  return hearth_instant_compare (arrival, shift->end) < 0;
}

/* Somebody leaves with the afternoon of the last day. */
static bool
is_here_still (const HearthShift *shift, HearthShiftResident *row, const HearthResidence *residence)
{
  const char *end = residence->stay != NULL ? hearth_record_get (residence->stay, "end") : "";

  if (*end == '\0' || strcmp (end, shift->date) > 0)
    return true;
  row->leaves = !g_str_equal (shift->code, "night");
  return row->leaves;
}

/* --- the whole -------------------------------------------------------------------------------------------------- */

static void
take_presence (HearthShiftResident *row, GPtrArray *whereabouts)
{
  row->presence = hearth_where_get_presence (HEARTH_WHERE_HERE);
  for (guint i = 0; i < whereabouts->len; i++)
    {
      const HearthWhereabouts *known = g_ptr_array_index (whereabouts, i);

      if (!g_str_equal (hearth_record_get_id (known->resident), hearth_record_get_id (row->resident)))
        continue;
      row->presence = hearth_where_get_presence (known->where);
      row->due_back = *known->due_back != '\0' ? g_strdup (known->due_back) : NULL;
    }
}

/* Now, or for a shift that is over its last moment. */
static GPtrArray *
read_whereabouts (HearthStore *store, const HearthShift *shift, GError **error)
{
  g_autofree char *now = hearth_clock_stamp (hearth_store_get_clock (store));
  g_autofree char *last = hearth_instant_add_minutes (shift->end, -1);

  return hearth_whereabouts_list (store, hearth_instant_compare (last, now) < 0 ? last : now, error);
}

static HearthShiftResident *
make_row (HearthStore *store,
          const HearthShift *shift,
          const HearthResidence *residence,
          GHashTable *entries,
          GError **error)
{
  g_autoptr (HearthShiftResident) row = g_new0 (HearthShiftResident, 1);
  HearthRecord *entry = g_hash_table_lookup (entries, hearth_record_get_id (residence->resident));
  bool is_here;

  row->resident = g_object_ref (residence->resident);
  g_set_object (&row->entry, entry);
  is_here = is_here_by (store, shift, row, residence, error);
  is_here &= is_here_still (shift, row, residence);
  return is_here || entry != NULL ? g_steal_pointer (&row) : NULL;
}

GPtrArray *
hearth_shift_list_residents (HearthStore *store, const HearthShift *shift, GError **error)
{
  g_autofree char *last_day = NULL;
  g_autoptr (GPtrArray) residences = NULL;
  g_autoptr (GHashTable) entries = NULL;
  g_autoptr (GPtrArray) whereabouts = NULL;
  g_autoptr (GPtrArray) rows = NULL;

  g_return_val_if_fail (HEARTH_IS_STORE (store), NULL);
  g_return_val_if_fail (shift != NULL, NULL);

  last_day = hearth_instant_dup_date (shift->end);
  residences = hearth_residences_list (store, shift->date, last_day, error);
  entries = residences != NULL ? read_entries (store, shift, error) : NULL;
  whereabouts = entries != NULL ? read_whereabouts (store, shift, error) : NULL;
  if (whereabouts == NULL)
    return NULL;
  rows = g_ptr_array_new_with_free_func ((GDestroyNotify) hearth_shift_resident_free);
  for (guint i = 0; i < residences->len; i++)
    {
      g_autoptr (GError) local_error = NULL;
      HearthShiftResident *row =
        make_row (store, shift, g_ptr_array_index (residences, i), entries, &local_error);

      if (row != NULL)
        {
          take_presence (row, whereabouts);
          g_ptr_array_add (rows, row);
        }
      if (local_error != NULL)
        {
          g_propagate_error (error, g_steal_pointer (&local_error));
          return NULL;
        }
    }
  return g_steal_pointer (&rows);
}

GPtrArray *
hearth_shift_list_without_entry (HearthStore *store, const HearthShift *shift, GError **error)
{
  g_autoptr (GPtrArray) rows = hearth_shift_list_residents (store, shift, error);
  GPtrArray *without;

  if (rows == NULL)
    return NULL;
  without = g_ptr_array_new_with_free_func (g_object_unref);
  for (guint i = 0; i < rows->len; i++)
    {
      const HearthShiftResident *row = g_ptr_array_index (rows, i);

      if (row->entry == NULL && !g_str_equal (row->presence, "leave"))
        g_ptr_array_add (without, g_object_ref (row->resident));
    }
  return without;
}

HearthRecord *
hearth_shift_begin_entry (const HearthShift *shift, const HearthShiftResident *resident)
{
  HearthRecord *entry;

  g_return_val_if_fail (shift != NULL, NULL);
  g_return_val_if_fail (resident != NULL, NULL);

  if (resident->entry != NULL)
    return g_object_ref (resident->entry);
  entry = hearth_record_new (&hearth_daily_log_type);
  hearth_record_set (entry, "resident", hearth_record_get_id (resident->resident));
  hearth_record_set (entry, "date", shift->date);
  hearth_record_set (entry, "shift", shift->code);
  hearth_record_set (entry, "presence", resident->presence);
  return entry;
}

/* SPDX-License-Identifier: GPL-3.0-or-later
 * Handing over from one shift to the next.
 */
#define G_LOG_DOMAIN "hearth-rules"

#include "rules/handover.h"

#include "core/date.h"
#include "records/types.h"
#include "rules/reader-private.h"

#define UNREAD_DAYS 3
#define MOST_MINUTES (7 * 24 * 60)

/* --- the sheet -------------------------------------------------------------------------------------------------- */

static HearthRecord *
make_handover (HearthStore *store, const HearthShift *shift)
{
  HearthRecord *handover = hearth_record_new (&hearth_handover_type);
  g_autofree char *now = hearth_clock_stamp (hearth_store_get_clock (store));
  g_autoptr (HearthShift) next = hearth_shift_new_after (store, shift);
  bool is_over = next != NULL && hearth_instant_compare (next->end, now) < 0;

  hearth_record_set (handover, "date", shift->date);
  hearth_record_set (handover, "shift", shift->code);
  hearth_record_set (handover, "since", shift->begin);
  hearth_record_set (handover, "until", is_over ? next->end : now);
  return handover;
}

HearthRecord *
hearth_handover_begin (HearthStore *store, const HearthShift *shift, GError **error)
{
  g_autoptr (HearthQuery) query = NULL;
  g_autoptr (GPtrArray) handovers = NULL;
  const char *codes[] = { shift != NULL ? shift->code : NULL, NULL };

  g_return_val_if_fail (HEARTH_IS_STORE (store), NULL);
  g_return_val_if_fail (shift != NULL, NULL);

  query = hearth_query_new (&hearth_handover_type);
  hearth_query_set_period (query, shift->date, shift->date);
  hearth_query_set_filter (query, "shift", codes);
  handovers = hearth_reader_list (store, query, error);
  if (handovers == NULL)
    return NULL;
  return handovers->len > 0 ? g_object_ref (g_ptr_array_index (handovers, 0)) : make_handover (store, shift);
}

/* --- for a reader ------------------------------------------------------------------------------------------------ */

static GPtrArray *
list_own_reads (HearthStore *store, GError **error)
{
  g_autoptr (HearthQuery) query = hearth_query_new (&hearth_handover_read_type);
  const char *readers[] = { hearth_reader_get_id (store), NULL };

  hearth_query_set_filter (query, "created_by", readers);
  hearth_query_set_sort (query, "created_at", true);
  return hearth_reader_list (store, query, error);
}

/* When the reader signed for the sheet before @handover, "" for never. */
static const char *
find_last_read (GPtrArray *reads, HearthRecord *handover)
{
  for (guint i = 0; i < reads->len; i++)
    {
      HearthRecord *read = g_ptr_array_index (reads, i);

      if (!g_str_equal (hearth_record_get (read, "handover"), hearth_record_get_id (handover)))
        return hearth_record_get (read, "created_at");
    }
  return "";
}

char *
hearth_handover_dup_since (HearthStore *store, HearthRecord *handover, GError **error)
{
  g_autoptr (GPtrArray) reads = NULL;
  g_autofree char *now = NULL;
  g_autofree char *earliest = NULL;
  const char *since, *last;

  g_return_val_if_fail (HEARTH_IS_STORE (store), NULL);
  g_return_val_if_fail (HEARTH_IS_RECORD (handover), NULL);

  reads = list_own_reads (store, error);
  if (reads == NULL)
    return NULL;
  now = hearth_clock_stamp (hearth_store_get_clock (store));
  since = hearth_record_has (handover, "since") ? hearth_record_get (handover, "since") : now;
  last = find_last_read (reads, handover);
  if (*last != '\0' && hearth_instant_compare (last, since) < 0)
    since = last;
  earliest =
    hearth_instant_add_minutes (hearth_record_has (handover, "until") ? hearth_record_get (handover, "until")
                                                                      : now,
                                -MOST_MINUTES);
  return g_strdup (hearth_instant_compare (since, earliest) < 0 ? earliest : since);
}

/* Of what holds and has changed too, both are told once, as it holds. */
static void
add_changes (GPtrArray *notices, GPtrArray *changes)
{
  g_autoptr (GHashTable) known = g_hash_table_new (g_direct_hash, g_direct_equal);

  for (guint i = 0; i < notices->len; i++)
    g_hash_table_add (known, ((const HearthNotice *) g_ptr_array_index (notices, i))->record);
  for (guint i = changes->len; i > 0; i--)
    {
      HearthNotice *change = g_ptr_array_index (changes, i - 1);

      if (!g_hash_table_contains (known, change->record))
        g_ptr_array_add (notices, g_ptr_array_steal_index (changes, i - 1));
    }
}

GPtrArray *
hearth_handover_collect (HearthStore *store, HearthRecord *handover, GError **error)
{
  g_autofree char *since = hearth_handover_dup_since (store, handover, error);
  g_autoptr (GPtrArray) notices = NULL;
  g_autoptr (GPtrArray) changes = NULL;

  if (since == NULL)
    return NULL;
  notices = hearth_feed_collect (store, HEARTH_FEED_STANDING, NULL, error);
  changes = notices != NULL ? hearth_feed_collect (store, HEARTH_FEED_HANDOVER, since, error) : NULL;
  if (changes == NULL)
    return NULL;
  add_changes (notices, changes);
  hearth_notices_sort (notices);
  return g_steal_pointer (&notices);
}

/* --- reading ------------------------------------------------------------------------------------------------------- */

GPtrArray *
hearth_handover_list_reads (HearthStore *store, HearthRecord *handover, GError **error)
{
  g_autoptr (HearthQuery) query = NULL;
  const char *ids[] = { handover != NULL ? hearth_record_get_id (handover) : NULL, NULL };

  g_return_val_if_fail (HEARTH_IS_STORE (store), NULL);
  g_return_val_if_fail (HEARTH_IS_RECORD (handover), NULL);

  query = hearth_query_new (&hearth_handover_read_type);
  hearth_query_set_filter (query, "handover", ids);
  hearth_query_set_sort (query, "created_at", false);
  return hearth_reader_list (store, query, error);
}

bool
hearth_handover_is_read (HearthStore *store, HearthRecord *handover, GError **error)
{
  g_autoptr (GPtrArray) reads = NULL;
  const char *reader;

  g_return_val_if_fail (HEARTH_IS_STORE (store), false);
  g_return_val_if_fail (HEARTH_IS_RECORD (handover), false);

  reader = hearth_reader_get_id (store);
  if (g_str_equal (hearth_record_get (handover, "created_by"), reader))
    return true;
  reads = hearth_handover_list_reads (store, handover, error);
  for (guint i = 0; reads != NULL && i < reads->len; i++)
    if (g_str_equal (hearth_record_get (g_ptr_array_index (reads, i), "created_by"), reader))
      return true;
  return false;
}

HearthRecord *
hearth_handover_mark_read (HearthStore *store, HearthRecord *handover, const char *note, GError **error)
{
  g_autoptr (HearthRecord) read = NULL;

  g_return_val_if_fail (HEARTH_IS_STORE (store), NULL);
  g_return_val_if_fail (HEARTH_IS_RECORD (handover), NULL);

  read = hearth_record_new (&hearth_handover_read_type);
  hearth_record_set (read, "handover", hearth_record_get_id (handover));
  hearth_record_set (read, "note", note);
  return hearth_store_save (store, read, NULL, NULL, error) ? g_steal_pointer (&read) : NULL;
}

/* Ids of the handovers that the reader has signed for. */
static GHashTable *
read_own_reads (HearthStore *store, GError **error)
{
  g_autoptr (GPtrArray) reads = list_own_reads (store, error);
  GHashTable *ids;

  if (reads == NULL)
    return NULL;
  ids = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  for (guint i = 0; i < reads->len; i++)
    g_hash_table_add (ids, g_strdup (hearth_record_get (g_ptr_array_index (reads, i), "handover")));
  return ids;
}

GPtrArray *
hearth_handovers_list_unread (HearthStore *store, GError **error)
{
  g_autoptr (HearthQuery) query = NULL;
  g_autofree char *today = NULL;
  g_autofree char *from = NULL;
  g_autoptr (GHashTable) read = NULL;
  g_autoptr (GPtrArray) handovers = NULL;

  g_return_val_if_fail (HEARTH_IS_STORE (store), NULL);

  query = hearth_query_new (&hearth_handover_type);
  today = hearth_clock_today (hearth_store_get_clock (store));
  from = hearth_date_add_days (today, -UNREAD_DAYS);
  hearth_query_set_period (query, from, NULL);
  read = read_own_reads (store, error);
  handovers = read != NULL ? hearth_reader_list (store, query, error) : NULL;
  for (guint i = handovers != NULL ? handovers->len : 0; i > 0; i--)
    {
      HearthRecord *handover = g_ptr_array_index (handovers, i - 1);

      if (hearth_record_is_open (handover) ||
          g_str_equal (hearth_record_get (handover, "created_by"), hearth_reader_get_id (store)) ||
          g_hash_table_contains (read, hearth_record_get_id (handover)))
        g_ptr_array_remove_index (handovers, i - 1);
    }
  return g_steal_pointer (&handovers);
}

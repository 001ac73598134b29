/* SPDX-License-Identifier: GPL-3.0-or-later
 * Several saves in one transaction: all or none, in the database and in the objects at hand.
 */
#define G_LOG_DOMAIN "hearth-store"

#include "store/record-list.h"
#include "store/store-private.h"

/* Full-text indexes write what they have gathered before any other statement that could fail; a record at a time that
 * costs as much again as all the rest of a save. */
#define INDEXED_TOGETHER 1000

static HearthUndo *
undo_new (HearthRecord *record)
{
  HearthUndo *undo = g_new (HearthUndo, 1);

  undo->record = g_object_ref (record);
  undo->before = hearth_record_copy (record);
  return undo;
}

static void
undo_free (gpointer data)
{
  HearthUndo *undo = data;

  g_object_unref (undo->record);
  g_object_unref (undo->before);
  g_free (undo);
}

void
hearth_store_remember_undo (HearthStore *store, HearthRecord *record)
{
  if (store->in_batch)
    g_ptr_array_add (store->batch_undo, undo_new (record));
}

/* Of one record, or (NULL) of many. Lists are told first: who hears "saved" may look at one. A copy, because a list may go away meanwhile. */
static void
tell_lists (HearthStore *store, HearthRecord *record, gint64 row)
{
  g_autoptr (GPtrArray) lists = g_ptr_array_copy (store->lists, (GCopyFunc) g_object_ref, NULL);

  g_ptr_array_set_free_func (lists, g_object_unref);
  for (guint i = 0; i < lists->len; i++)
    if (record != NULL)
      hearth_record_list_follow (g_ptr_array_index (lists, i), record, row);
    else
      hearth_record_list_reload (g_ptr_array_index (lists, i));
}

void
hearth_store_announce (HearthStore *store, HearthRecord *record, gint64 row, bool is_hidden)
{
  if (store->in_batch)
    {
      store->batch_any = true;
      if (!is_hidden)
        g_ptr_array_add (store->batch_saved, g_object_ref (record));
      return;
    }
  g_object_ref (record);
  tell_lists (store, record, row);
  if (!is_hidden)
    g_signal_emit_by_name (store, "saved", record);
  g_object_unref (record);
}

static void
unindexed_free (gpointer data)
{
  HearthUnindexed *unindexed = data;

  g_object_unref (unindexed->record);
  g_free (unindexed);
}

static bool
index_gathered (HearthStore *store, GError **error)
{
  for (guint i = 0; i < store->batch_unindexed->len; i++)
    {
      const HearthUnindexed *unindexed = g_ptr_array_index (store->batch_unindexed, i);

      if (!hearth_search_index_record (store->db, unindexed->row, unindexed->record, error))
        return false;
    }
  g_ptr_array_set_size (store->batch_unindexed, 0);
  return true;
}

bool
hearth_store_index_gathered (HearthStore *store, GError **error)
{
  if (!store->in_batch || store->batch_unindexed->len == 0)
    return true;
  return hearth_store_begin_change (store, error) &&
         hearth_store_end_change (store, index_gathered (store, error), error);
}

bool
hearth_store_index (HearthStore *store, gint64 row, HearthRecord *record, GError **error)
{
  HearthUnindexed *unindexed;

  if (!store->in_batch)
    return hearth_search_index_record (store->db, row, record, error);
  unindexed = g_new (HearthUnindexed, 1);
  *unindexed = (HearthUnindexed) { .row = row, .record = g_object_ref (record) };
  g_ptr_array_add (store->batch_unindexed, unindexed);
  return store->batch_unindexed->len < INDEXED_TOGETHER || index_gathered (store, error);
}

static void
end_batch (HearthStore *store)
{
  store->in_batch = false;
  store->batch_failed = false;
  store->batch_any = false;
  g_clear_pointer (&store->batch_undo, g_ptr_array_unref);
  g_clear_pointer (&store->batch_saved, g_ptr_array_unref);
  g_clear_pointer (&store->batch_unindexed, g_ptr_array_unref);
}

bool
hearth_store_begin (HearthStore *store, GError **error)
{
  g_return_val_if_fail (HEARTH_IS_STORE (store), false);
  g_return_val_if_fail (!store->in_batch, false);

  if (!hearth_store_begin_change (store, error))
    return false;
  store->in_batch = true;
  store->batch_undo = g_ptr_array_new_with_free_func (undo_free);
  store->batch_saved = g_ptr_array_new_with_free_func (g_object_unref);
  store->batch_unindexed = g_ptr_array_new_with_free_func (unindexed_free);
  return true;
}

/* Objects that a save of the batch gave an id or a revision get back what they had, the latest first. */
static void
put_back (HearthStore *store)
{
  for (guint i = store->batch_undo->len; i > 0; i--)
    {
      HearthUndo *undo = g_ptr_array_index (store->batch_undo, i - 1);
      const char *id = hearth_record_get_id (undo->record);

      if (hearth_record_get_revision (undo->before) == 0 &&
          hearth_store_lookup_live (store, id) == undo->record)
        hearth_store_forget_live (store, id);
      hearth_record_assign (undo->record, undo->before);
    }
}

static bool
finish (HearthStore *store, bool ok, GError **error)
{
  g_autoptr (GPtrArray) saved = NULL;
  bool any;

  store->in_batch = false; /* so that the change really ends */
  ok = hearth_store_end_change (store, ok, error);
  if (!ok)
    put_back (store);
  saved = g_ptr_array_ref (store->batch_saved);
  any = store->batch_any;
  end_batch (store);
  if (!ok || !any)
    return ok;
  tell_lists (store, NULL, 0);
  for (guint i = 0; i < saved->len; i++)
    g_signal_emit_by_name (store, "saved", g_ptr_array_index (saved, i));
  return true;
}

bool
hearth_store_commit (HearthStore *store, GError **error)
{
  g_return_val_if_fail (HEARTH_IS_STORE (store), false);
  g_return_val_if_fail (store->in_batch, false);

  if (!store->batch_failed)
    return finish (store, index_gathered (store, error), error);
  hearth_store_roll_back (store);
  g_set_error_literal (error, HEARTH_STORE_ERROR, HEARTH_STORE_ERROR_CONSTRAINT,
                       "one of the saves failed half-way");
  return false;
}

void
hearth_store_roll_back (HearthStore *store)
{
  g_return_if_fail (HEARTH_IS_STORE (store));
  g_return_if_fail (store->in_batch);

  finish (store, false, NULL);
}

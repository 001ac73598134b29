/* SPDX-License-Identifier: GPL-3.0-or-later
 * Asking everything again when the policy's answers have changed.
 */
#define G_LOG_DOMAIN "hearth-store"

#include "store/audit-lines.h"
#include "store/record-list.h"
#include "store/store-private.h"

static void
refill_all (HearthStore *store)
{
  g_autoptr (GPtrArray) records = hearth_store_list_live (store);

  for (guint i = 0; i < records->len; i++)
    {
      g_autoptr (GError) error = NULL;

      /* One that a batch under way has not written yet is not there. */
      if (!hearth_store_refill (store, g_ptr_array_index (records, i), &error) &&
          !g_error_matches (error, HEARTH_STORE_ERROR, HEARTH_STORE_ERROR_NOT_FOUND))
        g_warning ("a record cannot be read again: %s", error->message);
    }
}

/* A copy, because a list may go away while another one tells of its change. */
static GPtrArray *
hold_all (GPtrArray *lists)
{
  GPtrArray *held = g_ptr_array_copy (lists, (GCopyFunc) g_object_ref, NULL);

  g_ptr_array_set_free_func (held, g_object_unref);
  return held;
}

void
hearth_store_reread (HearthStore *store)
{
  g_autoptr (GPtrArray) lists = NULL;
  g_autoptr (GPtrArray) audit_lists = NULL;

  g_return_if_fail (HEARTH_IS_STORE (store));

  if (store->db == NULL)
    return;
  lists = hold_all (store->lists);
  audit_lists = hold_all (store->audit_lists);
  refill_all (store);
  g_ptr_array_foreach (lists, (GFunc) hearth_record_list_reread, NULL);
  g_ptr_array_foreach (audit_lists, (GFunc) hearth_audit_list_reload, NULL);
  g_signal_emit_by_name (store, "reread");
}

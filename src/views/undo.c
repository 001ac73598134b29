/* SPDX-License-Identifier: GPL-3.0-or-later
 * Undo after a save: what was there before is saved again, as a new revision.
 */
#define G_LOG_DOMAIN "hearth-views"

#include "config.h"

#include "views/undo.h"

#include <glib/gi18n-lib.h>

#include "views/tell.h"

typedef struct {
  GtkWidget *near; /* weak */
  HearthStore *store;
  HearthRecord *before;
} UndoData;

static void
undo_data_free (gpointer data, GClosure *closure)
{
  UndoData *undo = data;

  g_clear_weak_pointer (&undo->near);
  g_object_unref (undo->store);
  g_object_unref (undo->before);
  g_free (undo);
}

/* Everything the type's own table names; what the program keeps (revision, stamps) stays as it is now. */
static void
bring_back (HearthRecord *record, HearthRecord *before)
{
  const HearthRecordType *type = hearth_record_get_record_type (record);

  for (unsigned int i = 0; i < type->n_fields; i++)
    if (hearth_field_is_stored (&type->fields[i]))
      hearth_record_set (record, type->fields[i].name, hearth_record_get (before, type->fields[i].name));
}

static void
undo_cb (AdwToast *toast, UndoData *undo)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (HearthRecord) current =
    hearth_store_load (undo->store, hearth_record_get_id (undo->before), &error);
  g_autoptr (HearthRecord) record = NULL;

  if (current != NULL)
    {
      record = hearth_record_copy (current);
      bring_back (record, undo->before);
    }
  if (record == NULL || !hearth_store_save (undo->store, record, "undo", NULL, &error))
    {
      if (undo->near != NULL)
        hearth_tell_error (undo->near, _ ("This could not be undone"), error);
      return;
    }
  if (undo->near != NULL)
    hearth_toast (undo->near, _ ("As it was before"), NULL);
}

void
hearth_undo_offer (GtkWidget *near, HearthStore *store, HearthRecord *before)
{
  AdwToast *toast = hearth_toast (near, _ ("Saved"), _ ("Undo"));
  UndoData *undo;

  if (toast == NULL)
    return;
  undo = g_new0 (UndoData, 1);
  g_set_weak_pointer (&undo->near, near);
  undo->store = g_object_ref (store);
  undo->before = g_object_ref (before);
  g_signal_connect_data (toast, "button-clicked", G_CALLBACK (undo_cb), undo, undo_data_free, 0);
}

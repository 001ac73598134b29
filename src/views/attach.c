/* SPDX-License-Identifier: GPL-3.0-or-later
 * Attaching files to a form: chosen or dropped by the person, sealed by the store.
 */
#define G_LOG_DOMAIN "hearth-views"

#include "config.h"

#include "views/attach.h"

#include <glib/gi18n-lib.h>

#include "views/attach-read.h"
#include "views/outside.h"
#include "views/tell.h"

/* Until then nobody has begun to wonder. */
#define PATIENCE_MS 700

typedef struct {
  HearthRecordForm *form; /* borrowed; gone when @leaving is cancelled */
  HearthStore *store;
  char *field;
  GCancellable *leaving; /* forgets the file with the form */
  AdwToast *progress;
  guint progress_source;
} AttachData;

static void
attach_data_free (AttachData *data)
{
  g_clear_handle_id (&data->progress_source, g_source_remove);
  if (data->progress != NULL)
    adw_toast_dismiss (data->progress);
  g_clear_object (&data->progress);
  g_object_unref (data->store);
  g_object_unref (data->leaving);
  g_free (data->field);
  g_free (data);
}
G_DEFINE_AUTOPTR_CLEANUP_FUNC (AttachData, attach_data_free)

static AttachData *
attach_data_new (HearthRecordForm *form, HearthStore *store, const char *field)
{
  AttachData *data = g_new0 (AttachData, 1);

  data->form = form;
  data->store = g_object_ref (store);
  data->field = g_strdup (field);
  data->leaving = g_cancellable_new ();
  g_signal_connect_object (form, "destroy", G_CALLBACK (g_cancellable_cancel), data->leaving,
                           G_CONNECT_SWAPPED);
  return data;
}

static const HearthField *
get_field (HearthRecordForm *form, const char *name)
{
  HearthRecord *record = hearth_record_form_get_record (form);

  return hearth_record_type_lookup_field (hearth_record_get_record_type (record), name);
}

/* ---- One file into one field ---- */

static void
show_progress_cb (gpointer user_data)
{
  AttachData *data = user_data;
  AdwToast *toast;

  data->progress_source = 0;
  if (g_cancellable_is_cancelled (data->leaving))
    return;
  toast = hearth_toast (GTK_WIDGET (data->form), _ ("Attaching the file…"), NULL);
  if (toast == NULL)
    return;
  adw_toast_set_timeout (toast, 0);
  data->progress = g_object_ref (toast);
}

static void
read_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (AttachData) data = user_data;
  g_autoptr (GError) error = NULL;
  g_autoptr (HearthAttachment) attachment = hearth_attach_read_finish (result, &error);
  g_autofree char *sentence = NULL;

  if (g_cancellable_is_cancelled (data->leaving))
    return;
  if (attachment != NULL)
    {
      hearth_record_form_set_attachment (data->form, data->field, attachment->id, attachment->name);
      return;
    }
  sentence = hearth_attach_error_to_sentence (error);
  hearth_tell (GTK_WIDGET (data->form), _ ("The file was not attached"), sentence);
}

/* Takes @data. */
static void
put (AttachData *data, GFile *file)
{
  const HearthField *field = get_field (data->form, data->field);
  const char *resident = hearth_record_get_resident (hearth_record_form_get_record (data->form));

  data->progress_source = g_timeout_add_once (PATIENCE_MS, show_progress_cb, data);
  hearth_attach_read_async (data->store, resident, file, field->compartment, field->picture, data->leaving,
                            read_cb, data);
}

static void
chosen_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (AttachData) data = user_data;
  g_autoptr (GFile) file = gtk_file_dialog_open_finish (GTK_FILE_DIALOG (source), result, NULL);

  if (file != NULL && !g_cancellable_is_cancelled (data->leaving))
    put (g_steal_pointer (&data), file);
}

static GListModel *
make_picture_filters (void)
{
  GListStore *filters = g_list_store_new (GTK_TYPE_FILE_FILTER);
  g_autoptr (GtkFileFilter) pictures = gtk_file_filter_new ();

  gtk_file_filter_set_name (pictures, _ ("Pictures"));
  gtk_file_filter_add_mime_type (pictures, "image/*");
  g_list_store_append (filters, pictures);
  return G_LIST_MODEL (filters);
}

void
hearth_attach_ask (HearthRecordForm *form, HearthStore *store, const char *field)
{
  g_autoptr (GtkFileDialog) dialog = gtk_file_dialog_new ();
  g_autoptr (GCancellable) outside = hearth_outside_begin (GTK_WIDGET (form));
  AttachData *data = attach_data_new (form, store, field);

  gtk_file_dialog_set_title (dialog, _ ("Attach a file"));
  if (get_field (form, field)->picture)
    {
      g_autoptr (GListModel) filters = make_picture_filters ();

      gtk_file_dialog_set_filters (dialog, filters);
    }
  gtk_file_dialog_open (dialog, GTK_WINDOW (gtk_widget_get_root (GTK_WIDGET (form))), outside, chosen_cb,
                        data);
}

/* ---- Dropping ---- */

typedef struct {
  HearthAttachDropFunc callback;
  gpointer user_data;
} Drop;

static gboolean
dropped_cb (GtkDropTarget *target, const GValue *value, double x, double y, Drop *drop)
{
  g_autoptr (GSList) files = gdk_file_list_get_files (g_value_get_boxed (value));
  g_autoptr (GListStore) list = g_list_store_new (G_TYPE_FILE);

  for (GSList *file = files; file != NULL; file = file->next)
    g_list_store_append (list, file->data);
  return g_list_model_get_n_items (G_LIST_MODEL (list)) > 0 &&
         drop->callback (gtk_event_controller_get_widget (GTK_EVENT_CONTROLLER (target)), G_LIST_MODEL (list),
                         drop->user_data);
}

void
hearth_attach_accept_drops (GtkWidget *target, HearthAttachDropFunc callback, gpointer user_data)
{
  GtkDropTarget *controller = gtk_drop_target_new (GDK_TYPE_FILE_LIST, GDK_ACTION_COPY);
  Drop *drop = g_new (Drop, 1);

  *drop = (Drop) { callback, user_data };
  /* Before an entry takes the file's path for text. */
  gtk_event_controller_set_propagation_phase (GTK_EVENT_CONTROLLER (controller), GTK_PHASE_CAPTURE);
  g_signal_connect_data (controller, "drop", G_CALLBACK (dropped_cb), drop, (GClosureNotify) g_free, 0);
  gtk_widget_add_controller (target, GTK_EVENT_CONTROLLER (controller));
}

static const HearthField *
lookup_field_to_drop_on (HearthRecordForm *form, HearthStore *store)
{
  HearthRecord *record = hearth_record_form_get_record (form);
  const HearthRecordType *type = hearth_record_get_record_type (record);
  const char *resident = hearth_record_get_resident (record);
  g_autoptr (GHashTable) typed = hearth_record_form_dup_values (form);
  const HearthField *found = NULL;

  for (unsigned int i = 0; i < type->n_fields && hearth_record_form_get_editable (form); i++)
    {
      const HearthField *field = &type->fields[i];
      const char *text = g_hash_table_lookup (typed, field->name);

      if (field->kind != HEARTH_FIELD_ATTACHMENT ||
          !hearth_policy_may_write (hearth_store_get_policy (store), type, field,
                                    *resident != '\0' ? resident : NULL))
        continue;
      if (*(text != NULL ? text : hearth_record_get (record, field->name)) == '\0')
        return field;
      if (found == NULL)
        found = field;
    }
  return found;
}

static gboolean
dropped_on_form_cb (GtkWidget *target, GListModel *files, gpointer user_data)
{
  HearthRecordForm *form = HEARTH_RECORD_FORM (target);
  HearthStore *store = user_data;
  const HearthField *field = lookup_field_to_drop_on (form, store);
  g_autoptr (GFile) first = g_list_model_get_item (files, 0);

  if (field == NULL)
    return FALSE;
  put (attach_data_new (form, store, field->name), first);
  if (g_list_model_get_n_items (files) > 1)
    hearth_toast (target, _ ("Only the first file was taken"), NULL);
  return TRUE;
}

void
hearth_attach_accept_form_drops (HearthRecordForm *form, HearthStore *store)
{
  g_return_if_fail (HEARTH_IS_RECORD_FORM (form));
  g_return_if_fail (HEARTH_IS_STORE (store));

  /* The form belongs to a page of the house, which is gone before its store is. */
  hearth_attach_accept_drops (GTK_WIDGET (form), dropped_on_form_cb, store);
}

/* SPDX-License-Identifier: GPL-3.0-or-later
 * Attaching a file to a field: chosen by the person, sealed by the store.
 */
#define G_LOG_DOMAIN "hearth-views"

#include "config.h"

#include "views/attach.h"

#include <glib/gi18n-lib.h>

#include "store/attachment.h"
#include "views/tell.h"

/* Enough of a file to tell its type by. */
#define SNIFFED_BYTES 4096

typedef struct {
  HearthRecordForm *form;
  HearthStore *store;
  char *field;
  GCancellable *leaving; /* closes the dialog, and forgets the file, with the form */
} AttachData;

static void
attach_data_free (AttachData *data)
{
  g_object_unref (data->form);
  g_object_unref (data->store);
  g_object_unref (data->leaving);
  g_free (data->field);
  g_free (data);
}
G_DEFINE_AUTOPTR_CLEANUP_FUNC (AttachData, attach_data_free)

static HearthAttachment *
add (AttachData *data, GFile *file, GBytes *content, GError **error)
{
  HearthRecord *record = hearth_record_form_get_record (data->form);
  const HearthField *field =
    hearth_record_type_lookup_field (hearth_record_get_record_type (record), data->field);
  g_autofree char *name = g_file_get_basename (file);
  g_autofree char *shown = g_filename_display_name (name);
  gsize size;
  const guchar *bytes = g_bytes_get_data (content, &size);
  g_autofree char *content_type = g_content_type_guess (name, bytes, MIN (size, SNIFFED_BYTES), NULL);
  g_autofree char *media_type = g_content_type_get_mime_type (content_type);

  return hearth_store_add_attachment (data->store, hearth_record_get_resident (record), shown,
                                      media_type != NULL ? media_type : "application/octet-stream",
                                      field->compartment, content, error);
}

static void
read_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (AttachData) data = user_data;
  g_autoptr (GError) error = NULL;
  g_autoptr (HearthAttachment) attachment = NULL;
  g_autoptr (GBytes) content = g_file_load_bytes_finish (G_FILE (source), result, NULL, &error);

  if (g_cancellable_is_cancelled (data->leaving))
    return;
  if (content != NULL)
    attachment = add (data, G_FILE (source), content, &error);
  if (attachment == NULL)
    hearth_tell_error (GTK_WIDGET (data->form), _ ("The file was not attached"), error);
  else
    hearth_record_form_set_attachment (data->form, data->field, attachment->id, attachment->name);
}

static void
chosen_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (AttachData) data = user_data;
  g_autoptr (GFile) file = gtk_file_dialog_open_finish (GTK_FILE_DIALOG (source), result, NULL);

  GCancellable *leaving = data->leaving;

  if (file != NULL)
    g_file_load_bytes_async (file, leaving, read_cb, g_steal_pointer (&data));
}

void
hearth_attach_ask (HearthRecordForm *form, HearthStore *store, const char *field)
{
  g_autoptr (GtkFileDialog) dialog = gtk_file_dialog_new ();
  AttachData *data = g_new0 (AttachData, 1);

  data->form = g_object_ref (form);
  data->store = g_object_ref (store);
  data->field = g_strdup (field);
  data->leaving = g_cancellable_new ();
  g_signal_connect_object (form, "destroy", G_CALLBACK (g_cancellable_cancel), data->leaving,
                           G_CONNECT_SWAPPED);
  gtk_file_dialog_set_title (dialog, _ ("Attach a file"));
  gtk_file_dialog_open (dialog, GTK_WINDOW (gtk_widget_get_root (GTK_WIDGET (form))), data->leaving,
                        chosen_cb, data);
}

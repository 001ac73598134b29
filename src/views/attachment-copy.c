/* SPDX-License-Identifier: GPL-3.0-or-later
 * A readable copy of an attached file leaves the house: with a reason, and noted before it is written.
 */
#define G_LOG_DOMAIN "hearth-views"

#include "config.h"

#include "views/attachment-copy.h"

#include <adwaita.h>
#include <glib/gi18n-lib.h>
#include <string.h>

#include "core/wipe.h"
#include "store/audit.h"
#include "views/outside.h"
#include "views/tell.h"

/* A few words, in any script. */
#define LEAST_REASON 10

typedef struct {
  GtkWidget *near; /* borrowed; gone when @leaving is cancelled */
  HearthStore *store;
  GCancellable *leaving;
  char *id;
  char *name;
  char *reason;
  GFile *file;
  bool was_there; /* the file, before it is written to */
} Copy;

static void
copy_free (Copy *copy)
{
  g_object_unref (copy->store);
  g_object_unref (copy->leaving);
  g_clear_object (&copy->file);
  g_free (copy->id);
  g_free (copy->name);
  hearth_text_wipe (copy->reason);
  g_free (copy);
}
G_DEFINE_AUTOPTR_CLEANUP_FUNC (Copy, copy_free)

static Copy *
copy_new (GtkWidget *near, HearthStore *store, const char *id, const char *name, GCancellable *leaving)
{
  Copy *copy = g_new0 (Copy, 1);

  copy->near = near;
  copy->store = g_object_ref (store);
  copy->leaving = g_object_ref (leaving);
  copy->id = g_strdup (id);
  copy->name = g_strdup (name);
  return copy;
}

/* ---- Saving ---- */

static void
tell_not_saved (const Copy *copy, const GError *error)
{
  if (!g_cancellable_is_cancelled (copy->leaving))
    hearth_tell_error (copy->near, _ ("Not saved"), error);
}

static void
written_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (Copy) copy = user_data;
  g_autoptr (GError) error = NULL;

  if (!g_file_replace_contents_finish (G_FILE (source), result, NULL, &error))
    {
      /* A new one is written in its place, and half of it may stand there; an old one only gives way to a whole one. */
      if (!copy->was_there)
        g_file_delete (copy->file, NULL, NULL);
      tell_not_saved (copy, error);
    }
  else if (!g_cancellable_is_cancelled (copy->leaving))
    hearth_toast (copy->near, _ ("Copy saved outside, and noted"), NULL);
}

static bool
note (const Copy *copy, GError **error)
{
  if (!hearth_policy_may_do (hearth_store_get_policy (copy->store), HEARTH_ACTION_EXPORT))
    {
      g_set_error_literal (error, HEARTH_STORE_ERROR, HEARTH_STORE_ERROR_DENIED, "export");
      return false;
    }
  return hearth_store_note (copy->store, "export", NULL, copy->id, copy->reason, error);
}

static void
read_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (Copy) copy = user_data;
  g_autoptr (GError) error = NULL;
  g_autoptr (GBytes) content = hearth_store_read_attachment_finish (copy->store, result, &error);

  if (content == NULL || !note (copy, &error))
    {
      tell_not_saved (copy, error);
      return;
    }
  copy->was_there = g_file_query_exists (copy->file, NULL);
  g_file_replace_contents_bytes_async (copy->file, content, NULL, FALSE,
                                       G_FILE_CREATE_PRIVATE | G_FILE_CREATE_REPLACE_DESTINATION,
                                       copy->leaving, written_cb, copy);
  g_steal_pointer (&copy);
}

static void
save (Copy *copy)
{
  hearth_store_read_attachment_async (copy->store, copy->id, copy->leaving, read_cb, copy);
}

void
hearth_attachment_copy_save (GtkWidget *near,
                             HearthStore *store,
                             const HearthAttachment *attachment,
                             GFile *file,
                             const char *reason,
                             GCancellable *leaving)
{
  Copy *copy = copy_new (near, store, attachment->id, attachment->name, leaving);

  copy->file = g_object_ref (file);
  copy->reason = g_strdup (reason);
  save (copy);
}

/* ---- Asking ---- */

static void
chosen_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (Copy) copy = user_data;

  copy->file = gtk_file_dialog_save_finish (GTK_FILE_DIALOG (source), result, NULL);
  if (copy->file != NULL && !g_cancellable_is_cancelled (copy->leaving))
    save (g_steal_pointer (&copy));
}

static GtkEditable *
get_reason (AdwAlertDialog *dialog)
{
  GtkWidget *list = adw_alert_dialog_get_extra_child (dialog);

  return GTK_EDITABLE (gtk_list_box_get_row_at_index (GTK_LIST_BOX (list), 0));
}

/* What a file is called in the house often names somebody: outside it need not. */
static char *
dup_neutral_name (const char *name)
{
  const char *ending = strrchr (name, '.');

  /* Translators: what a copy that leaves the house is called at first; it tells nothing. */
  return g_strconcat (_ ("copy"), ending != NULL ? ending : "", NULL);
}

static void
response_cb (AdwAlertDialog *dialog, const char *response, Copy *asked)
{
  g_autoptr (GtkFileDialog) chooser = NULL;
  g_autoptr (GCancellable) outside = NULL;
  g_autofree char *name = NULL;
  Copy *copy;

  if (!g_str_equal (response, "save") || g_cancellable_is_cancelled (asked->leaving))
    return;
  copy = copy_new (asked->near, asked->store, asked->id, asked->name, asked->leaving);
  copy->reason = g_strstrip (g_strdup (gtk_editable_get_text (get_reason (dialog))));
  chooser = gtk_file_dialog_new ();
  gtk_file_dialog_set_title (chooser, _ ("Save a copy outside"));
  name = dup_neutral_name (copy->name);
  gtk_file_dialog_set_initial_name (chooser, name);
  outside = hearth_outside_begin (copy->near);
  gtk_file_dialog_save (chooser, GTK_WINDOW (gtk_widget_get_root (copy->near)), outside, chosen_cb, copy);
}

static void
reason_changed_cb (GtkEditable *reason, AdwAlertDialog *dialog)
{
  hearth_autowipe char *text = g_strstrip (g_strdup (gtk_editable_get_text (reason)));

  adw_alert_dialog_set_response_enabled (dialog, "save", g_utf8_strlen (text, -1) >= LEAST_REASON);
}

static GtkWidget *
make_reason_list (GtkWidget **reason)
{
  GtkWidget *list = gtk_list_box_new ();

  *reason = adw_entry_row_new ();
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (*reason), _ ("Reason, in a few words"));
  adw_entry_row_set_input_hints (ADW_ENTRY_ROW (*reason), GTK_INPUT_HINT_PRIVATE);
  gtk_list_box_set_selection_mode (GTK_LIST_BOX (list), GTK_SELECTION_NONE);
  gtk_widget_add_css_class (list, "boxed-list");
  gtk_list_box_append (GTK_LIST_BOX (list), *reason);
  return list;
}

void
hearth_attachment_copy_ask (GtkWidget *near,
                            HearthStore *store,
                            const HearthAttachment *attachment,
                            GCancellable *leaving)
{
  GtkWidget *reason;
  AdwAlertDialog *dialog = ADW_ALERT_DIALOG (
    adw_alert_dialog_new (_ ("Save a copy outside?"),
                          _ ("The copy leaves the protected house: whoever gets hold of it can read it, and "
                             "Hearth can no longer protect it. Your name, the time and your reason are "
                             "noted.")));

  adw_alert_dialog_set_extra_child (dialog, make_reason_list (&reason));
  adw_alert_dialog_add_responses (dialog, "cancel", _ ("_Cancel"), "save", _ ("_Choose a place…"), NULL);
  adw_alert_dialog_set_response_appearance (dialog, "save", ADW_RESPONSE_DESTRUCTIVE);
  adw_alert_dialog_set_response_enabled (dialog, "save", FALSE);
  g_signal_connect_object (reason, "changed", G_CALLBACK (reason_changed_cb), dialog, 0);
  g_signal_connect_data (dialog, "response", G_CALLBACK (response_cb),
                         copy_new (near, store, attachment->id, attachment->name, leaving),
                         (GClosureNotify) copy_free, 0);
  adw_dialog_present (ADW_DIALOG (dialog), near);
  gtk_widget_grab_focus (reason);
}

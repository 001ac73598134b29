/* SPDX-License-Identifier: GPL-3.0-or-later
 * Asking for a title in a small dialog.
 */
#define G_LOG_DOMAIN "hearth-views"

#include "config.h"

#include "views/title-dialog.h"

#include <glib/gi18n-lib.h>

#define GIVE "give"

typedef struct {
  GtkWidget *near; /* weak */
  AdwAlertDialog *dialog; /* borrowed */
  GtkEditable *entry;     /* borrowed */
  GPtrArray *taken;
  HearthTitleGivenFunc given;
  gpointer user_data;
} Asking;

static void
asking_free (gpointer data, GClosure *closure)
{
  Asking *asking = data;

  g_clear_weak_pointer (&asking->near);
  g_clear_pointer (&asking->taken, g_ptr_array_unref);
  g_free (asking);
}

static char *
dup_title (Asking *asking)
{
  return g_strstrip (g_strdup (gtk_editable_get_text (asking->entry)));
}

static void
changed_cb (GtkEditable *entry, Asking *asking)
{
  g_autofree char *title = dup_title (asking);
  bool taken =
    asking->taken != NULL && g_ptr_array_find_with_equal_func (asking->taken, title, g_str_equal, NULL);

  adw_alert_dialog_set_response_enabled (asking->dialog, GIVE, *title != '\0' && !taken);
  adw_alert_dialog_set_body (asking->dialog, taken ? _ ("This title is taken already.") : "");
}

static void
response_cb (AdwAlertDialog *dialog, const char *response, Asking *asking)
{
  g_autofree char *title = dup_title (asking);

  if (g_str_equal (response, GIVE) && asking->near != NULL)
    asking->given (title, asking->user_data);
}

static GtkWidget *
make_entry (const char *title, unsigned int max_length)
{
  GtkWidget *entry = adw_entry_row_new ();

  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (entry), _ ("Title"));
  adw_entry_row_set_activates_default (ADW_ENTRY_ROW (entry), TRUE);
  adw_entry_row_set_max_length (ADW_ENTRY_ROW (entry), (int) max_length);
  gtk_editable_set_text (GTK_EDITABLE (entry), title);
  return entry;
}

void
hearth_title_dialog_present (GtkWidget *near,
                             const char *heading,
                             const char *button,
                             const char *title,
                             unsigned int max_length,
                             GPtrArray *taken,
                             HearthTitleGivenFunc given,
                             gpointer user_data)
{
  AdwDialog *dialog = adw_alert_dialog_new (heading, NULL);
  GtkWidget *entry = make_entry (title, max_length), *list = gtk_list_box_new ();
  Asking *asking = g_new0 (Asking, 1);

  gtk_list_box_set_selection_mode (GTK_LIST_BOX (list), GTK_SELECTION_NONE);
  gtk_widget_add_css_class (list, "boxed-list");
  gtk_list_box_append (GTK_LIST_BOX (list), entry);

  asking->dialog = ADW_ALERT_DIALOG (dialog);
  asking->entry = GTK_EDITABLE (entry);
  asking->taken = taken != NULL ? g_ptr_array_ref (taken) : NULL;
  asking->given = given;
  asking->user_data = user_data;
  g_set_weak_pointer (&asking->near, near);

  adw_alert_dialog_add_responses (asking->dialog, "cancel", _ ("_Cancel"), GIVE, button, NULL);
  adw_alert_dialog_set_response_appearance (asking->dialog, GIVE, ADW_RESPONSE_SUGGESTED);
  adw_alert_dialog_set_default_response (asking->dialog, GIVE);
  adw_alert_dialog_set_close_response (asking->dialog, "cancel");
  adw_alert_dialog_set_extra_child (asking->dialog, list);
  g_signal_connect (entry, "changed", G_CALLBACK (changed_cb), asking);
  g_signal_connect_data (dialog, "response", G_CALLBACK (response_cb), asking, asking_free, 0);
  changed_cb (asking->entry, asking);
  adw_dialog_set_focus (dialog, entry);
  adw_dialog_present (dialog, near);
}

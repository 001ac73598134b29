/* SPDX-License-Identifier: GPL-3.0-or-later
 * Asking why, before something that cannot simply be undone.
 */
#define G_LOG_DOMAIN "hearth-views"

#include "config.h"

#include "views/reason-dialog.h"

#include <glib/gi18n-lib.h>
#include <stdbool.h>

#define GIVE "give"
#define MAX_LENGTH 500

typedef struct {
  GtkWidget *near; /* weak */
  AdwAlertDialog *dialog; /* borrowed */
  GtkEditable *entry;     /* borrowed */
  HearthReasonGivenFunc given;
  gpointer user_data;
  GDestroyNotify free_data;
} Asking;

static void
asking_free (gpointer data, GClosure *closure)
{
  Asking *asking = data;

  g_clear_weak_pointer (&asking->near);
  if (asking->free_data != NULL)
    asking->free_data (asking->user_data);
  g_free (asking);
}

static char *
dup_reason (Asking *asking)
{
  return g_strstrip (g_strdup (gtk_editable_get_text (asking->entry)));
}

static void
changed_cb (GtkEditable *entry, Asking *asking)
{
  g_autofree char *reason = dup_reason (asking);

  adw_alert_dialog_set_response_enabled (asking->dialog, GIVE, *reason != '\0');
}

static void
response_cb (AdwAlertDialog *dialog, const char *response, Asking *asking)
{
  g_autofree char *reason = dup_reason (asking);

  if (g_str_equal (response, GIVE) && asking->near != NULL)
    asking->given (reason, asking->user_data);
}

static GtkWidget *
make_entry (void)
{
  GtkWidget *entry = adw_entry_row_new ();

  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (entry), _ ("Reason"));
  adw_entry_row_set_max_length (ADW_ENTRY_ROW (entry), MAX_LENGTH);
  adw_entry_row_set_input_hints (ADW_ENTRY_ROW (entry), GTK_INPUT_HINT_PRIVATE);
  return entry;
}

void
hearth_reason_dialog_present (GtkWidget *near,
                              const char *heading,
                              const char *body,
                              const char *button,
                              GtkWidget *const *rows,
                              HearthReasonGivenFunc given,
                              gpointer user_data,
                              GDestroyNotify free_data)
{
  AdwDialog *dialog = adw_alert_dialog_new (heading, body);
  GtkWidget *entry = make_entry (), *list = gtk_list_box_new ();
  Asking *asking = g_new0 (Asking, 1);

  gtk_list_box_set_selection_mode (GTK_LIST_BOX (list), GTK_SELECTION_NONE);
  gtk_widget_add_css_class (list, "boxed-list");
  gtk_list_box_append (GTK_LIST_BOX (list), entry);
  for (gsize i = 0; rows != NULL && rows[i] != NULL; i++)
    gtk_list_box_append (GTK_LIST_BOX (list), rows[i]);

  asking->dialog = ADW_ALERT_DIALOG (dialog);
  asking->entry = GTK_EDITABLE (entry);
  asking->given = given;
  asking->user_data = user_data;
  asking->free_data = free_data;
  g_set_weak_pointer (&asking->near, near);

  adw_alert_dialog_add_responses (asking->dialog, "cancel", _ ("_Cancel"), GIVE, button, NULL);
  adw_alert_dialog_set_response_appearance (asking->dialog, GIVE, ADW_RESPONSE_DESTRUCTIVE);
  adw_alert_dialog_set_close_response (asking->dialog, "cancel");
  adw_alert_dialog_set_extra_child (asking->dialog, list);
  g_signal_connect (entry, "changed", G_CALLBACK (changed_cb), asking);
  g_signal_connect_data (dialog, "response", G_CALLBACK (response_cb), asking, asking_free, 0);
  changed_cb (asking->entry, asking);
  adw_dialog_set_focus (dialog, entry);
  adw_dialog_present (dialog, near);
}

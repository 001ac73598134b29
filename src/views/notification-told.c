/* SPDX-License-Identifier: GPL-3.0-or-later
 * "Told now": writing down that somebody was told, how, and what they said.
 */
#define G_LOG_DOMAIN "hearth-views"

#include "config.h"

#include "views/notification-group.h"

#include <glib/gi18n-lib.h>

#include "records/types.h"
#include "rules/notifications.h"
#include "views/tell.h"
#include "widgets/field-row.h"

#define SAVE "save"
/* Most are told by telephone. */
#define USUAL_WAY "phone"

typedef struct {
  GtkWidget *near; /* weak */
  HearthStore *store;
  HearthRecord *notification;
  HearthFieldRow *how;      /* borrowed */
  GtkEditable *reference;   /* borrowed */
} Telling;

static void
telling_free (gpointer data, GClosure *closure)
{
  Telling *telling = data;

  g_clear_weak_pointer (&telling->near);
  g_object_unref (telling->store);
  g_object_unref (telling->notification);
  g_free (telling);
}

/* With all that was there before where it cannot be saved. */
static bool
finish (Telling *telling, const char *how, const char *reference, GError **error)
{
  g_autofree char *before = g_strdup (hearth_record_get (telling->notification, "reference"));

  if (*reference != '\0')
    hearth_record_set (telling->notification, "reference", reference);
  if (hearth_notification_finish (telling->store, telling->notification, how, NULL, NULL, error))
    return true;
  hearth_record_set (telling->notification, "reference", before);
  return false;
}

static void
response_cb (AdwAlertDialog *dialog, const char *response, Telling *telling)
{
  g_autofree char *how = hearth_field_row_dup_text (telling->how);
  g_autofree char *reference = g_strstrip (g_strdup (gtk_editable_get_text (telling->reference)));
  g_autoptr (GError) error = NULL;

  if (!g_str_equal (response, SAVE) || telling->near == NULL)
    return;
  if (finish (telling, how, reference, &error))
    hearth_toast (telling->near, _ ("Written down"), NULL);
  else
    hearth_tell_error (telling->near, _ ("Not saved yet"), error);
}

static GtkWidget *
make_rows (Telling *telling)
{
  GtkWidget *list = gtk_list_box_new ();
  GtkWidget *reference = adw_entry_row_new ();
  GtkWidget *how = hearth_field_row_new (hearth_record_type_lookup_field (&hearth_notification_type, "how"));

  gtk_list_box_set_selection_mode (GTK_LIST_BOX (list), GTK_SELECTION_NONE);
  gtk_widget_add_css_class (list, "boxed-list");
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (reference), _ ("Their number or name"));
  adw_entry_row_set_activates_default (ADW_ENTRY_ROW (reference), TRUE);
  adw_entry_row_set_input_hints (ADW_ENTRY_ROW (reference), GTK_INPUT_HINT_PRIVATE);
  gtk_list_box_append (GTK_LIST_BOX (list), reference);
  gtk_list_box_append (GTK_LIST_BOX (list), how);
  telling->how = HEARTH_FIELD_ROW (how);
  telling->reference = GTK_EDITABLE (reference);
  hearth_field_row_set_text (telling->how, USUAL_WAY);
  return list;
}

void
hearth_notification_ask_told (GtkWidget *near, HearthStore *store, HearthRecord *notification)
{
  g_autofree char *title = hearth_record_dup_title (notification);
  /* Translators: who was told, such as "Guardian" */
  g_autofree char *heading = g_strdup_printf (_ ("%s was told"), title);
  AdwDialog *dialog = adw_alert_dialog_new (heading, NULL);
  Telling *telling = g_new0 (Telling, 1);

  g_set_weak_pointer (&telling->near, near);
  telling->store = g_object_ref (store);
  telling->notification = g_object_ref (notification);
  adw_alert_dialog_set_extra_child (ADW_ALERT_DIALOG (dialog), make_rows (telling));
  adw_alert_dialog_add_responses (ADW_ALERT_DIALOG (dialog), "cancel", _ ("_Cancel"), SAVE, _ ("_Told now"),
                                  NULL);
  adw_alert_dialog_set_response_appearance (ADW_ALERT_DIALOG (dialog), SAVE, ADW_RESPONSE_SUGGESTED);
  adw_alert_dialog_set_default_response (ADW_ALERT_DIALOG (dialog), SAVE);
  adw_alert_dialog_set_close_response (ADW_ALERT_DIALOG (dialog), "cancel");
  g_signal_connect_data (dialog, "response", G_CALLBACK (response_cb), telling, telling_free, 0);
  adw_dialog_set_focus (dialog, GTK_WIDGET (telling->reference));
  adw_dialog_present (dialog, near);
}

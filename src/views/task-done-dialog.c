/* SPDX-License-Identifier: GPL-3.0-or-later
 * Ticking a task off: what came of it, which may be said or not.
 */
#define G_LOG_DOMAIN "hearth-views"

#include "config.h"

#include "views/task-done-dialog.h"

#include <glib/gi18n-lib.h>

#include "core/date.h"
#include "rules/tasks.h"
#include "views/tell.h"
#include "views/undo.h"

#define DONE "done"
#define MOST_CHARACTERS 500

typedef struct {
  GtkWidget *near; /* weak */
  HearthStore *store;
  HearthRecord *task;
  GtkEditable *outcome; /* borrowed */
} Finishing;

static void
finishing_free (gpointer data, GClosure *closure)
{
  Finishing *finishing = data;

  g_clear_weak_pointer (&finishing->near);
  g_object_unref (finishing->store);
  g_object_unref (finishing->task);
  g_free (finishing);
}

static void
finish (Finishing *finishing)
{
  g_autoptr (HearthRecord) before = hearth_record_copy (finishing->task);
  g_autoptr (HearthRecord) next = NULL;
  g_autoptr (GError) error = NULL;
  g_autofree char *outcome = g_strstrip (g_strdup (gtk_editable_get_text (finishing->outcome)));

  if (!hearth_task_finish (finishing->store, finishing->task, *outcome != '\0' ? outcome : NULL, &next,
                           &error))
    hearth_tell_error (finishing->near, _ ("The task could not be ticked off"), error);
  else
    hearth_undo_offer_both (finishing->near, finishing->store, before, next, _ ("Done"));
}

static void
response_cb (AdwAlertDialog *dialog, const char *response, Finishing *finishing)
{
  if (g_str_equal (response, DONE) && finishing->near != NULL)
    finish (finishing);
}

static char *
dup_body (HearthStore *store, HearthRecord *task)
{
  g_autofree char *today = hearth_clock_today (hearth_store_get_clock (store));
  g_autofree char *next = hearth_task_dup_next_due (task, today);
  g_autofree char *day = next != NULL ? hearth_date_format (next) : NULL;
  g_autofree char *sentence = NULL;

  if (day == NULL)
    return g_strdup (hearth_record_get (task, "title"));
  /* Translators: a date */
  sentence = g_strdup_printf (_ ("The next time is %s."), day);
  return g_strdup_printf ("%s\n\n%s", hearth_record_get (task, "title"), sentence);
}

void
hearth_task_done_dialog_present (GtkWidget *near, HearthStore *store, HearthRecord *task)
{
  g_autofree char *body = dup_body (store, task);
  AdwDialog *dialog = adw_alert_dialog_new (_ ("Done?"), body);
  GtkWidget *entry = adw_entry_row_new (), *list = gtk_list_box_new ();
  Finishing *finishing = g_new0 (Finishing, 1);

  g_set_weak_pointer (&finishing->near, near);
  finishing->store = g_object_ref (store);
  finishing->task = g_object_ref (task);
  finishing->outcome = GTK_EDITABLE (entry);

  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (entry), _ ("What came of it, if you like"));
  adw_entry_row_set_max_length (ADW_ENTRY_ROW (entry), MOST_CHARACTERS);
  adw_entry_row_set_activates_default (ADW_ENTRY_ROW (entry), TRUE);
  gtk_list_box_set_selection_mode (GTK_LIST_BOX (list), GTK_SELECTION_NONE);
  gtk_widget_add_css_class (list, "boxed-list");
  gtk_list_box_append (GTK_LIST_BOX (list), entry);

  adw_alert_dialog_add_responses (ADW_ALERT_DIALOG (dialog), "cancel", _ ("_Cancel"), DONE, _ ("_Done"),
                                  NULL);
  adw_alert_dialog_set_response_appearance (ADW_ALERT_DIALOG (dialog), DONE, ADW_RESPONSE_SUGGESTED);
  adw_alert_dialog_set_default_response (ADW_ALERT_DIALOG (dialog), DONE);
  adw_alert_dialog_set_close_response (ADW_ALERT_DIALOG (dialog), "cancel");
  adw_alert_dialog_set_extra_child (ADW_ALERT_DIALOG (dialog), list);
  g_signal_connect_data (dialog, "response", G_CALLBACK (response_cb), finishing, finishing_free, 0);
  adw_dialog_set_focus (dialog, entry);
  adw_dialog_present (dialog, near);
}

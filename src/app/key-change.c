/* SPDX-License-Identifier: GPL-3.0-or-later
 * The window's actions that change the keys of the house.
 */
#define G_LOG_DOMAIN "hearth-app"

#include "config.h"

#include "app/key-change.h"

#include <glib/gi18n-lib.h>

#include "app/new-sheet.h"
#include "app/window.h"
#include "views/tell.h"

/* Kept with the rotation: a new sheet is to follow. */
#define WANTS_SHEET "hearth-wants-sheet"

/* The one who asks is the one who is signed in; the store asks again. */
static bool
may_change_keys (HearthWindow *window)
{
  HearthSession *session = hearth_window_get_session (window);
  HearthStore *store = session != NULL ? hearth_session_get_store (session) : NULL;

  return store != NULL && hearth_window_get_pane (window) != NULL &&
         hearth_policy_may_do (hearth_store_get_policy (store), HEARTH_ACTION_MANAGE_ACCOUNTS);
}

/* ---- The recovery sheet ---- */

static void
present_sheet (HearthWindow *window)
{
  g_autoptr (GError) error = NULL;
  HearthNewSheet *dialog = hearth_new_sheet_new (hearth_window_get_session (window), &error);

  if (dialog == NULL)
    hearth_tell_error (GTK_WIDGET (window), _ ("The recovery sheet stays as it was"), error);
  else
    adw_dialog_present (ADW_DIALOG (dialog), GTK_WIDGET (window));
}

static void
new_sheet_action_cb (GtkWidget *widget, const char *name, GVariant *parameter)
{
  if (may_change_keys (HEARTH_WINDOW (widget)))
    present_sheet (HEARTH_WINDOW (widget));
}

static void
recovery_sheet_action_cb (GtkWidget *widget, const char *name, GVariant *parameter)
{
  HearthHousePane *pane = hearth_window_get_pane (HEARTH_WINDOW (widget));

  if (pane != NULL)
    hearth_house_pane_show_sheet (pane);
}

/* ---- The house key ---- */

static void
told_cb (AdwAlertDialog *dialog, const char *response, HearthWindow *window)
{
  if (may_change_keys (window))
    present_sheet (window);
}

static void
finished_cb (HearthRotation *rotation,
             HearthSession *session,
             const char *heading,
             const char *words,
             HearthWindow *window)
{
  bool wants_sheet = g_object_get_data (G_OBJECT (rotation), WANTS_SHEET) != NULL;
  AdwDialog *dialog;

  hearth_window_end_rotation (window, session);
  if (heading == NULL)
    return;
  dialog = adw_alert_dialog_new (heading, words);
  adw_alert_dialog_add_response (ADW_ALERT_DIALOG (dialog), "close",
                                 wants_sheet && session != NULL ? _ ("_Go on to the new sheet")
                                                                : _ ("_Close"));
  if (session != NULL)
    gtk_widget_activate_action (GTK_WIDGET (window), "win.section", "s", "staff");
  if (wants_sheet && session != NULL)
    g_signal_connect_object (dialog, "response", G_CALLBACK (told_cb), window, 0);
  adw_dialog_present (dialog, GTK_WIDGET (window));
}

static void
replace_house_key_action_cb (GtkWidget *widget, const char *name, GVariant *parameter)
{
  HearthWindow *window = HEARTH_WINDOW (widget);
  HearthRotation *rotation;

  if (!may_change_keys (window))
    return;
  rotation = hearth_window_begin_rotation (window);
  if (g_variant_get_boolean (parameter))
    g_object_set_data (G_OBJECT (rotation), WANTS_SHEET, GINT_TO_POINTER (true));
  g_signal_connect_object (rotation, "finished", G_CALLBACK (finished_cb), window, 0);
}

void
hearth_key_change_install_actions (GtkWidgetClass *widget_class)
{
  gtk_widget_class_install_action (widget_class, "win.new-sheet", NULL, new_sheet_action_cb);
  gtk_widget_class_install_action (widget_class, "win.recovery-sheet", NULL, recovery_sheet_action_cb);
  gtk_widget_class_install_action (widget_class, "win.replace-house-key", "b", replace_house_key_action_cb);
}

void
hearth_key_change_tell_interrupted (GtkWidget *near, HearthSession *session)
{
  switch (hearth_session_get_interrupted (session))
    {
    case HEARTH_INTERRUPTED_FINISHED:
      hearth_tell (near, _ ("The house key is replaced"),
                   _ ("The program was stopped while the key was being replaced. It was far enough: the new "
                      "key is in "
                      "force, and nothing is missing."));
      break;
    case HEARTH_INTERRUPTED_UNDONE:
      hearth_tell (near, _ ("The house key was not replaced"),
                   _ ("The program was stopped while the key was being replaced. The house is as it was, and "
                      "nothing "
                      "is missing. Whoever looks after accounts can begin again in Staff."));
      break;
    case HEARTH_INTERRUPTED_NONE:
    default:
      break;
    }
}

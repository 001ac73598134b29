/* SPDX-License-Identifier: GPL-3.0-or-later
 * The ways to tell a person something: a passing word, or a dialog that waits.
 */
#define G_LOG_DOMAIN "hearth-views"

#include "config.h"

#include "views/tell.h"

#include <glib/gi18n-lib.h>

#include "store/store.h"

AdwToast *
hearth_toast (GtkWidget *near, const char *text, const char *button)
{
  GtkWidget *overlay = gtk_widget_get_ancestor (near, ADW_TYPE_TOAST_OVERLAY);
  AdwToast *toast;

  if (overlay == NULL)
    return NULL;
  toast = adw_toast_new (text);
  adw_toast_set_use_markup (toast, FALSE);
  adw_toast_set_button_label (toast, button);
  adw_toast_overlay_add_toast (ADW_TOAST_OVERLAY (overlay), toast);
  return toast;
}

void
hearth_tell (GtkWidget *near, const char *heading, const char *body)
{
  AdwDialog *dialog = adw_alert_dialog_new (heading, body);

  adw_alert_dialog_add_response (ADW_ALERT_DIALOG (dialog), "close", _ ("_Close"));
  adw_dialog_present (dialog, near);
}

void
hearth_tell_error (GtkWidget *near, const char *heading, const GError *error)
{
  g_autofree char *sentence = hearth_store_error_to_sentence (error);

  hearth_tell (near, heading, sentence);
}

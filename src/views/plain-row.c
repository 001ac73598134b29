/* SPDX-License-Identifier: GPL-3.0-or-later
 * A row of words in a list, and what it leads to.
 */
#define G_LOG_DOMAIN "hearth-views"

#include "config.h"

#include "views/plain-row.h"

GtkWidget *
hearth_plain_row_new (const char *title, const char *subtitle)
{
  GtkWidget *row = adw_action_row_new ();

  /* First: words are read as markup as soon as they are there. */
  adw_preferences_row_set_use_markup (ADW_PREFERENCES_ROW (row), FALSE);
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), title);
  adw_action_row_set_subtitle (ADW_ACTION_ROW (row), subtitle);
  return row;
}

GtkWidget *
hearth_plain_row_new_for_record (const char *title, const char *subtitle, const char *id)
{
  GtkWidget *row = hearth_plain_row_new (title, subtitle);

  gtk_list_box_row_set_activatable (GTK_LIST_BOX_ROW (row), TRUE);
  /* First: an action is looked up with the target that is there. */
  gtk_actionable_set_action_target (GTK_ACTIONABLE (row), "s", id);
  gtk_actionable_set_action_name (GTK_ACTIONABLE (row), "win.open-record");
  return row;
}

GtkWidget *
hearth_plain_row_new_button (const char *label, const char *icon_name, const char *action, const char *target)
{
  GtkWidget *row = adw_button_row_new ();

  adw_preferences_row_set_use_markup (ADW_PREFERENCES_ROW (row), FALSE);
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), label);
  adw_button_row_set_start_icon_name (ADW_BUTTON_ROW (row), icon_name);
  if (target != NULL)
    gtk_actionable_set_action_target (GTK_ACTIONABLE (row), "s", target);
  gtk_actionable_set_action_name (GTK_ACTIONABLE (row), action);
  return row;
}

void
hearth_plain_row_add_icon (GtkWidget *row, const char *icon_name)
{
  GtkWidget *icon = gtk_image_new_from_icon_name (icon_name);

  gtk_accessible_update_state (GTK_ACCESSIBLE (icon), GTK_ACCESSIBLE_STATE_HIDDEN, TRUE, -1);
  adw_action_row_add_prefix (ADW_ACTION_ROW (row), icon);
}

void
hearth_plain_row_add_warning (GtkWidget *row, const char *words)
{
  GtkWidget *icon = gtk_image_new_from_icon_name ("dialog-warning-symbolic");

  gtk_widget_add_css_class (icon, "warning");
  gtk_accessible_update_property (GTK_ACCESSIBLE (icon), GTK_ACCESSIBLE_PROPERTY_LABEL, words, -1);
  adw_action_row_add_suffix (ADW_ACTION_ROW (row), icon);
}

void
hearth_plain_row_add_arrow (GtkWidget *row)
{
  adw_action_row_add_suffix (ADW_ACTION_ROW (row), gtk_image_new_from_icon_name ("go-next-symbolic"));
}

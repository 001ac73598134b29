/* SPDX-License-Identifier: GPL-3.0-or-later
 * What the program is, what is new in it, whose work it stands on, and how it is used.
 */
#define G_LOG_DOMAIN "hearth-app"

#include "config.h"

#include "app/about.h"

#include <glib/gi18n-lib.h>

#include "app/actions.h"
#include "app/window.h"
#include "views/tell.h"

#define METAINFO "/org/hearthrecords/Hearth/" HEARTH_APPLICATION_ID ".metainfo.xml"

/* @is_open: somebody is signed in. Before that a visitor learns nothing here of what the program is for. */
static AdwDialog *
make_dialog (bool is_open)
{
  /* Everything since the first version, for whoever comes from any of them. */
  AdwDialog *dialog = adw_about_dialog_new_from_appdata (METAINFO, "0.1.0");
  AdwAboutDialog *about = ADW_ABOUT_DIALOG (dialog);

  adw_about_dialog_set_version (about, HEARTH_VERSION);
  /* Links open a browser, which keeps where it has been, and tells others. */
  adw_about_dialog_set_website (about, "");
  adw_about_dialog_set_support_url (about, "");
  adw_about_dialog_set_issue_url (about, "");
  /* The toolkit's own words for this licence are a link. */
  adw_about_dialog_set_license_type (about, GTK_LICENSE_CUSTOM);
  adw_about_dialog_set_license (
    about,
    _ ("Hearth is free software: you may pass it on and change it under the GNU General Public License, "
       "version 3 or, at your choice, any later one. It comes without any warranty. The text of the "
       "licence is in the file COPYING that came with it."));
  adw_about_dialog_set_copyright (about, _ ("© The Hearth contributors"));
  if (is_open)
    adw_about_dialog_add_legal_section (
      about, _ ("Human Trafficking Case Data Standard"), NULL, GTK_LICENSE_CUSTOM,
      _ ("Some lists to choose from follow the Human Trafficking Case Data Standard 2.0 of the International "
         "Organization for Migration (IOM), used under the Creative Commons Attribution 4.0 International "
         "licence (CC BY 4.0). The wording was adapted."));
  adw_about_dialog_add_legal_section (about, _ ("Libraries"), NULL, GTK_LICENSE_CUSTOM,
                                      _ ("GTK, libadwaita, GLib, Pango and Cairo draw what you see; "
                                         "SQLCipher and SQLite keep the records; "
                                         "libsodium encrypts; ICU knows where words end."));
  return dialog;
}

/* ---- Actions ---- */

static void
shortcuts_action_cb (GtkWidget *widget, const char *name, GVariant *parameter)
{
  HearthSession *session = hearth_window_get_session (HEARTH_WINDOW (widget));

  adw_dialog_present (hearth_actions_make_shortcuts_dialog (session != NULL
                                                              ? hearth_session_get_store (session)
                                                              : NULL),
                      widget);
}

static void
help_action_cb (GtkWidget *widget, const char *name, GVariant *parameter)
{
  hearth_tell (widget, _ ("Help"),
               _ ("Press Ctrl+K to find a person, an entry or something to do. Press Ctrl+N on a page to add "
                  "something to it, and Ctrl+S to save. What you type is kept as you go: if you leave a "
                  "form, "
                  "it waits for you at the top of the list. Press Ctrl+L whenever you leave the desk.\n\n"
                  "A whole shift is written on one page, with Alt+3: digits choose and go on, 0 fills in "
                  "what is "
                  "usual for each, Tab goes to what is still empty, and Ctrl+Enter signs.\n\n"
                  "Keep the two halves of the recovery sheet safe and apart. Without a password and without "
                  "the sheet nobody "
                  "can open the house, not even we."));
}

static void
about_action_cb (GtkWidget *widget, const char *name, GVariant *parameter)
{
  adw_dialog_present (make_dialog (hearth_window_get_session (HEARTH_WINDOW (widget)) != NULL), widget);
}

void
hearth_about_install_actions (GtkWidgetClass *widget_class)
{
  gtk_widget_class_install_action (widget_class, "win.shortcuts", NULL, shortcuts_action_cb);
  gtk_widget_class_install_action (widget_class, "win.help", NULL, help_action_cb);
  gtk_widget_class_install_action (widget_class, "win.about", NULL, about_action_cb);
}

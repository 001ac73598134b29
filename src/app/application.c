/* SPDX-License-Identifier: GPL-3.0-or-later
 * The application: command line, keys, and the one window.
 */
#define G_LOG_DOMAIN "hearth-app"

#include "config.h"

#include "app/application.h"

#include <glib/gi18n-lib.h>

#include "app-resources.h"
#include "app/actions.h"
#include "app/preferences.h"
#include "app/window.h"
#include "views/views.h"

struct _HearthApplication {
  AdwApplication parent_instance;

  /* Owned */
  HearthClock *clock;
};

G_DEFINE_FINAL_TYPE (HearthApplication, hearth_application, ADW_TYPE_APPLICATION)

/* ---- Helpers ---- */

static void
present (HearthApplication *self, const char *folder)
{
  GtkWindow *window = gtk_application_get_active_window (GTK_APPLICATION (self));

  if (window == NULL)
    window = GTK_WINDOW (hearth_window_new (GTK_APPLICATION (self), self->clock, NULL, folder));
  gtk_window_present (window);
}

/* ---- Callbacks ---- */

static void
quit_cb (GSimpleAction *action, GVariant *parameter, gpointer user_data)
{
  GtkWindow *window = gtk_application_get_active_window (GTK_APPLICATION (user_data));

  /* Closing keeps drafts and closes the house; the application ends with its last window. */
  if (window != NULL)
    gtk_window_close (window);
}

/* ---- Overrides ---- */

static void
hearth_application_startup (GApplication *application)
{
  static const GActionEntry entries[] = { { .name = "quit", .activate = quit_cb } };

  G_APPLICATION_CLASS (hearth_application_parent_class)->startup (application);
  hearth_views_init ();
  hearth_app_register_resource ();
  hearth_preferences_apply_style ();
  /* Outside a sandbox GTK itself would write down which files were chosen. */
  g_object_set (gtk_settings_get_default (), "gtk-recent-files-enabled", FALSE, NULL);
  g_action_map_add_action_entries (G_ACTION_MAP (application), entries, G_N_ELEMENTS (entries), application);
  hearth_actions_install (GTK_APPLICATION (application));
}

static void
hearth_application_activate (GApplication *application)
{
  present (HEARTH_APPLICATION (application), NULL);
}

static void
hearth_application_open (GApplication *application, GFile **files, int n_files, const char *hint)
{
  present (HEARTH_APPLICATION (application), g_file_peek_path (files[0]));
}

static void
hearth_application_dispose (GObject *object)
{
  HearthApplication *self = HEARTH_APPLICATION (object);

  g_clear_object (&self->clock);

  G_OBJECT_CLASS (hearth_application_parent_class)->dispose (object);
}

static void
hearth_application_class_init (HearthApplicationClass *klass)
{
  GApplicationClass *application_class = G_APPLICATION_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = hearth_application_dispose;
  application_class->activate = hearth_application_activate;
  application_class->open = hearth_application_open;
  application_class->startup = hearth_application_startup;
}

static void
hearth_application_init (HearthApplication *self)
{
  self->clock = hearth_clock_new ();
  g_application_set_option_context_parameter_string (G_APPLICATION (self), _ ("[HOUSE FOLDER]"));
}

/* ---- Public ---- */

HearthApplication *
hearth_application_new (void)
{
  /* Registered with the desktop's session, which says when the screen is locked. A house is kept from a second program
   * by its lock; two windows on two houses are two programs. */
  return g_object_new (HEARTH_TYPE_APPLICATION, "application-id", HEARTH_APPLICATION_ID, "flags",
                       G_APPLICATION_HANDLES_OPEN | G_APPLICATION_NON_UNIQUE, "register-session", TRUE,
                       "resource-base-path", "/org/hearthrecords/Hearth", "version", HEARTH_VERSION, NULL);
}

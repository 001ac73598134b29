/* SPDX-License-Identifier: GPL-3.0-or-later
 * A row that shows a folder, and a button to choose another.
 */
#define G_LOG_DOMAIN "hearth-app"

#include "config.h"

#include "app/place-row.h"

#include <glib/gi18n-lib.h>
#include <sys/statvfs.h>

#include "core/sandbox.h"
#include "store/folder.h"
#include "store/workshop.h"
#include "views/outside.h"
#include "views/tell.h"

struct _HearthPlaceRow {
  AdwActionRow parent_instance;

  /* Borrowed */
  GtkWidget *button;

  /* Owned */
  char *place;
  char *dialog_title;
  bool is_new;
};

G_DEFINE_FINAL_TYPE (HearthPlaceRow, hearth_place_row, ADW_TYPE_ACTION_ROW)

enum { PROP_0, PROP_PLACE, PROP_IS_NEW, PROP_DIALOG_TITLE, N_PROPERTIES };

static GParamSpec *properties[N_PROPERTIES];

/* ---- Helpers ---- */

static void
show_place (HearthPlaceRow *self)
{
  g_autofree char *shown = NULL;

  if (self->is_new && hearth_sandbox_is_inside ())
    shown = g_strdup (_ ("Hearth’s own folder on this computer"));
  else if (self->place != NULL)
    shown = hearth_place_describe (self->place);
  adw_action_row_set_subtitle (ADW_ACTION_ROW (self), shown != NULL ? shown : _ ("Not chosen yet"));
}

/* In a sandbox there is one place only where a house is safe, and the desktop lends no folder that is not there yet. */
static void
set_is_new (HearthPlaceRow *self, bool is_new)
{
  self->is_new = is_new;
  gtk_widget_set_visible (self->button, !is_new || !hearth_sandbox_is_inside ());
  show_place (self);
}

/* ---- Callbacks ---- */

static void
chosen_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (HearthPlaceRow) self = user_data;
  g_autoptr (GError) error = NULL;
  g_autoptr (GFile) file =
    self->is_new ? gtk_file_dialog_save_finish (GTK_FILE_DIALOG (source), result, &error)
                 : gtk_file_dialog_select_folder_finish (GTK_FILE_DIALOG (source), result, &error);

  if (file != NULL && g_file_peek_path (file) != NULL)
    hearth_place_row_set_place (self, g_file_peek_path (file));
  else if (!hearth_outside_was_left (error))
    hearth_tell (GTK_WIDGET (self), _ ("That folder cannot be used"),
                 _ ("Please choose one on this computer, or on a stick or disk that is plugged in."));
}

/* ---- Overrides ---- */

static void
hearth_place_row_get_property (GObject *object, guint id, GValue *value, GParamSpec *pspec)
{
  HearthPlaceRow *self = HEARTH_PLACE_ROW (object);

  if (id == PROP_PLACE)
    g_value_set_string (value, self->place);
  else if (id == PROP_IS_NEW)
    g_value_set_boolean (value, self->is_new);
  else if (id == PROP_DIALOG_TITLE)
    g_value_set_string (value, self->dialog_title);
  else
    G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
}

static void
hearth_place_row_set_property (GObject *object, guint id, const GValue *value, GParamSpec *pspec)
{
  HearthPlaceRow *self = HEARTH_PLACE_ROW (object);

  if (id == PROP_PLACE)
    hearth_place_row_set_place (self, g_value_get_string (value));
  else if (id == PROP_IS_NEW)
    set_is_new (self, g_value_get_boolean (value));
  else if (id == PROP_DIALOG_TITLE)
    g_set_str (&self->dialog_title, g_value_get_string (value));
  else
    G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
}

static void
hearth_place_row_finalize (GObject *object)
{
  HearthPlaceRow *self = HEARTH_PLACE_ROW (object);

  g_free (self->place);
  g_free (self->dialog_title);

  G_OBJECT_CLASS (hearth_place_row_parent_class)->finalize (object);
}

static void
hearth_place_row_class_init (HearthPlaceRowClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  const GParamFlags flags = G_PARAM_READWRITE | G_PARAM_EXPLICIT_NOTIFY | G_PARAM_STATIC_STRINGS;

  object_class->get_property = hearth_place_row_get_property;
  object_class->set_property = hearth_place_row_set_property;
  object_class->finalize = hearth_place_row_finalize;

  properties[PROP_PLACE] = g_param_spec_string ("place", NULL, NULL, NULL, flags);
  properties[PROP_IS_NEW] = g_param_spec_boolean ("is-new", NULL, NULL, FALSE, flags);
  properties[PROP_DIALOG_TITLE] = g_param_spec_string ("dialog-title", NULL, NULL, NULL, flags);
  g_object_class_install_properties (object_class, N_PROPERTIES, properties);
}

static void
hearth_place_row_init (HearthPlaceRow *self)
{
  GtkWidget *button = gtk_button_new_with_label (_ ("Choose…"));

  gtk_widget_set_valign (button, GTK_ALIGN_CENTER);
  g_signal_connect_object (button, "clicked", G_CALLBACK (hearth_place_row_choose), self, G_CONNECT_SWAPPED);
  adw_preferences_row_set_use_markup (ADW_PREFERENCES_ROW (self), FALSE);
  adw_action_row_set_subtitle_lines (ADW_ACTION_ROW (self), 3);
  adw_action_row_add_suffix (ADW_ACTION_ROW (self), button);
  adw_action_row_set_activatable_widget (ADW_ACTION_ROW (self), button);
  self->button = button;
  gtk_widget_add_css_class (GTK_WIDGET (self), "property");
  show_place (self);
}

/* ---- Public ---- */

const char *
hearth_place_row_get_place (HearthPlaceRow *self)
{
  g_return_val_if_fail (HEARTH_IS_PLACE_ROW (self), NULL);
  return self->place;
}

void
hearth_place_row_set_place (HearthPlaceRow *self, const char *place)
{
  g_return_if_fail (HEARTH_IS_PLACE_ROW (self));
  if (!g_set_str (&self->place, place))
    return;
  show_place (self);
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_PLACE]);
}

void
hearth_place_row_choose (HearthPlaceRow *self)
{
  g_autoptr (GtkFileDialog) dialog = gtk_file_dialog_new ();
  g_autoptr (GCancellable) outside = NULL;
  GtkWindow *window;

  g_return_if_fail (HEARTH_IS_PLACE_ROW (self));
  outside = hearth_outside_begin (GTK_WIDGET (self));
  window = GTK_WINDOW (gtk_widget_get_root (GTK_WIDGET (self)));
  gtk_file_dialog_set_title (dialog, self->dialog_title);
  if (!self->is_new)
    {
      gtk_file_dialog_select_folder (dialog, window, outside, chosen_cb, g_object_ref (self));
      return;
    }
  gtk_file_dialog_set_accept_label (dialog, _ ("Put it here"));
  /* Translators: name of a new folder; it should tell nothing about what is in it. */
  gtk_file_dialog_set_initial_name (dialog, _ ("house"));
  gtk_file_dialog_save (dialog, window, outside, chosen_cb, g_object_ref (self));
}

bool
hearth_place_check (const char *place, guint64 bytes, GError **error)
{
  g_autoptr (HearthWorkshop) trial = hearth_workshop_new (place, error);
  struct statvfs disk;

  if (trial == NULL || !hearth_house_check_local (trial, error))
    return false;
  if (statvfs (trial, &disk) != 0 || (guint64) disk.f_bavail * disk.f_frsize >= bytes)
    return true;
  g_set_error_literal (error, HEARTH_STORE_ERROR, HEARTH_STORE_ERROR_FULL, "");
  return false;
}

/* The portal's own path would tell nobody anything. */
static char *
describe_lent (const char *place)
{
  g_autofree char *host = hearth_lent_dup_host_path (place);

  return host != NULL ? hearth_place_describe (host) : g_filename_display_basename (place);
}

char *
hearth_place_describe (const char *place)
{
  const char *home = g_get_home_dir ();
  gsize length = strlen (home);

  if (hearth_path_is_lent (place))
    return describe_lent (place);
  if (length > 1 && g_str_has_prefix (place, home) && place[length] == G_DIR_SEPARATOR)
    {
      g_autofree char *rest = g_filename_display_name (place + length);

      return g_strconcat ("~", rest, NULL);
    }
  return g_filename_display_name (place);
}

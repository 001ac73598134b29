/* SPDX-License-Identifier: GPL-3.0-or-later
 * What is said of the copies on the page that somebody reads first.
 */
#define G_LOG_DOMAIN "hearth-views"

#include "config.h"

#include "views/copy-note.h"

#include <glib/gi18n-lib.h>

struct _HearthCopyNote {
  AdwBin parent_instance;

  /* Borrowed */
  HearthCopyNoticeFunc dup_notice;
  HearthCopyLineFunc dup_line;

  /* Owned */
  HearthStore *store;
  GSettings *settings;
  char *words; /* that are shown, or NULL */
  bool is_old;
};

G_DEFINE_FINAL_TYPE (HearthCopyNote, hearth_copy_note, ADW_TYPE_BIN)

/* ---- What is shown ---- */

static GtkWidget *
make_notice (const char *words)
{
  GtkWidget *list = gtk_list_box_new (), *row = adw_action_row_new (),
            *button = gtk_button_new_with_label (_ ("Back up now"));

  gtk_widget_set_valign (button, GTK_ALIGN_CENTER);
  gtk_actionable_set_action_name (GTK_ACTIONABLE (button), "win.back-up");
  adw_preferences_row_set_use_markup (ADW_PREFERENCES_ROW (row), FALSE);
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), words);
  adw_action_row_add_suffix (ADW_ACTION_ROW (row), button);
  gtk_list_box_row_set_activatable (GTK_LIST_BOX_ROW (row), FALSE);
  gtk_list_box_set_selection_mode (GTK_LIST_BOX (list), GTK_SELECTION_NONE);
  gtk_widget_add_css_class (list, "boxed-list");
  gtk_accessible_update_property (GTK_ACCESSIBLE (list), GTK_ACCESSIBLE_PROPERTY_LABEL, _ ("Copies"), -1);
  gtk_list_box_append (GTK_LIST_BOX (list), row);
  return list;
}

static GtkWidget *
make_line (const char *words, bool is_old)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 6), *label = gtk_label_new (words),
            *icon =
              gtk_image_new_from_icon_name (is_old ? "dialog-warning-symbolic" : "object-select-symbolic");

  gtk_accessible_update_state (GTK_ACCESSIBLE (icon), GTK_ACCESSIBLE_STATE_HIDDEN, TRUE, -1);
  gtk_label_set_wrap (GTK_LABEL (label), TRUE);
  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_widget_set_hexpand (label, TRUE);
  gtk_widget_add_css_class (box, "caption");
  gtk_widget_add_css_class (box, is_old ? "warning" : "dimmed");
  gtk_box_append (GTK_BOX (box), icon);
  gtk_box_append (GTK_BOX (box), label);
  return box;
}

/* ---- Callbacks ---- */

static void
settings_changed_cb (HearthCopyNote *self, const char *key)
{
  if (g_str_has_prefix (key, "backup-"))
    hearth_copy_note_update (self);
}

/* ---- Overrides ---- */

static void
hearth_copy_note_dispose (GObject *object)
{
  HearthCopyNote *self = HEARTH_COPY_NOTE (object);

  g_clear_object (&self->store);
  g_clear_object (&self->settings);

  G_OBJECT_CLASS (hearth_copy_note_parent_class)->dispose (object);
}

static void
hearth_copy_note_finalize (GObject *object)
{
  g_free (HEARTH_COPY_NOTE (object)->words);

  G_OBJECT_CLASS (hearth_copy_note_parent_class)->finalize (object);
}

static void
hearth_copy_note_class_init (HearthCopyNoteClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = hearth_copy_note_dispose;
  G_OBJECT_CLASS (klass)->finalize = hearth_copy_note_finalize;
}

static void
hearth_copy_note_init (HearthCopyNote *self)
{
  gtk_widget_set_visible (GTK_WIDGET (self), FALSE);
}

/* ---- Public ---- */

static void
begin (HearthCopyNote *self, HearthStore *store)
{
  g_set_object (&self->store, store);
  if (self->settings == NULL)
    {
      self->settings = g_settings_new (HEARTH_APPLICATION_ID);
      g_signal_connect_object (self->settings, "changed", G_CALLBACK (settings_changed_cb), self,
                               G_CONNECT_SWAPPED);
    }
  hearth_copy_note_update (self);
}

void
hearth_copy_note_show_notice (HearthCopyNote *self, HearthStore *store, HearthCopyNoticeFunc dup_notice)
{
  g_return_if_fail (HEARTH_IS_COPY_NOTE (self));
  self->dup_notice = dup_notice;
  begin (self, store);
}

void
hearth_copy_note_show_line (HearthCopyNote *self, HearthStore *store, HearthCopyLineFunc dup_line)
{
  g_return_if_fail (HEARTH_IS_COPY_NOTE (self));
  self->dup_line = dup_line;
  begin (self, store);
}

void
hearth_copy_note_update (HearthCopyNote *self)
{
  bool is_old = false;
  g_autofree char *words = NULL;
  GtkWidget *child;

  g_return_if_fail (HEARTH_IS_COPY_NOTE (self));
  if (self->dup_notice != NULL)
    words = self->dup_notice (self->store);
  else if (self->dup_line != NULL)
    words = self->dup_line (self->store, &is_old);
  /* The button may have the keyboard. */
  if (g_strcmp0 (words, self->words) == 0 && is_old == self->is_old)
    return;
  child = words == NULL ? NULL : self->dup_notice != NULL ? make_notice (words) : make_line (words, is_old);
  adw_bin_set_child (ADW_BIN (self), child);
  gtk_widget_set_visible (GTK_WIDGET (self), child != NULL);
  g_set_str (&self->words, words);
  self->is_old = is_old;
}

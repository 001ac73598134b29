/* SPDX-License-Identifier: GPL-3.0-or-later
 * A cover over what may be hard to read, until somebody chooses to read it.
 */
#define G_LOG_DOMAIN "hearth-views"

#include "config.h"

#include "views/hard-cover.h"

#include <glib/gi18n-lib.h>

#include "rules/seen.h"
#include "views/tell.h"

struct _HearthHardCover {
  AdwBin parent_instance;

  /* Owned */
  GtkWidget *covered; /* NULL once it is shown */
  HearthStore *store;
  HearthRecord *record;
};

G_DEFINE_FINAL_TYPE (HearthHardCover, hearth_hard_cover, ADW_TYPE_BIN)

static void
clicked_cb (HearthHardCover *self)
{
  hearth_hard_cover_open (self);
}

/* ---- Overrides ---- */

static void
hearth_hard_cover_dispose (GObject *object)
{
  HearthHardCover *self = HEARTH_HARD_COVER (object);

  g_clear_object (&self->covered);
  g_clear_object (&self->store);
  g_clear_object (&self->record);

  G_OBJECT_CLASS (hearth_hard_cover_parent_class)->dispose (object);
}

static void
hearth_hard_cover_class_init (HearthHardCoverClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = hearth_hard_cover_dispose;
}

static void
hearth_hard_cover_init (HearthHardCover *self)
{
  GtkWidget *page = adw_status_page_new ();
  GtkWidget *button = gtk_button_new_with_label (_ ("Read it"));

  adw_status_page_set_icon_name (ADW_STATUS_PAGE (page), "dialog-password-symbolic");
  adw_status_page_set_title (ADW_STATUS_PAGE (page), _ ("This may be hard to read"));
  adw_status_page_set_description (ADW_STATUS_PAGE (page),
                                   _ ("It was told once and written down, so that nobody has to ask again."));
  adw_status_page_set_child (ADW_STATUS_PAGE (page), button);
  gtk_widget_add_css_class (button, "pill");
  gtk_widget_set_halign (button, GTK_ALIGN_CENTER);
  gtk_widget_set_vexpand (page, TRUE);
  g_signal_connect_object (button, "clicked", G_CALLBACK (clicked_cb), self, G_CONNECT_SWAPPED);
  adw_bin_set_child (ADW_BIN (self), page);
}

/* ---- Public ---- */

HearthHardCover *
hearth_hard_cover_new (GtkWidget *child, HearthStore *store, HearthRecord *record)
{
  HearthHardCover *self = g_object_new (HEARTH_TYPE_HARD_COVER, NULL);

  self->covered = g_object_ref_sink (child);
  self->store = g_object_ref (store);
  self->record = g_object_ref (record);
  return self;
}

void
hearth_hard_cover_open (HearthHardCover *self)
{
  g_autoptr (GtkWidget) child = NULL;
  g_autoptr (GError) error = NULL;

  g_return_if_fail (HEARTH_IS_HARD_COVER (self));
  if (self->covered == NULL)
    return;
  if (!hearth_seen_note (self->store, self->record, &error))
    {
      hearth_tell_error (GTK_WIDGET (self), _ ("This cannot be shown"), error);
      return;
    }
  child = g_steal_pointer (&self->covered);
  adw_bin_set_child (ADW_BIN (self), child);
  gtk_widget_child_focus (child, GTK_DIR_TAB_FORWARD);
}

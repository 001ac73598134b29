/* SPDX-License-Identifier: GPL-3.0-or-later
 * What a visitor sees when somebody pressed F9: a calendar.
 */
#define G_LOG_DOMAIN "hearth-app"

#include "config.h"

#include "app/cover.h"

struct _HearthCover {
  AdwBin parent_instance;

  /* Template widgets */
  GtkWidget *back_button;
};

G_DEFINE_FINAL_TYPE (HearthCover, hearth_cover, ADW_TYPE_BIN)

/* ---- Overrides ---- */

static void
hearth_cover_dispose (GObject *object)
{
  gtk_widget_dispose_template (GTK_WIDGET (object), HEARTH_TYPE_COVER);

  G_OBJECT_CLASS (hearth_cover_parent_class)->dispose (object);
}

static void
hearth_cover_class_init (HearthCoverClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = hearth_cover_dispose;

  gtk_widget_class_set_template_from_resource (widget_class, "/org/hearthrecords/Hearth/ui/app/cover.ui");
  gtk_widget_class_bind_template_child (widget_class, HearthCover, back_button);
}

static void
hearth_cover_init (HearthCover *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

/* ---- Public ---- */

HearthCover *
hearth_cover_new (void)
{
  return g_object_new (HEARTH_TYPE_COVER, NULL);
}

void
hearth_cover_take_focus (HearthCover *self)
{
  g_return_if_fail (HEARTH_IS_COVER (self));
  gtk_widget_grab_focus (self->back_button);
}

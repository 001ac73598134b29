/* SPDX-License-Identifier: GPL-3.0-or-later
 * One page on the screen, as it will be on paper.
 */
#define G_LOG_DOMAIN "hearth-views"

#include "config.h"

#include "views/paper-view.h"

#include <glib/gi18n-lib.h>
#include <math.h>

#define LEAST_WIDTH 240

struct _HearthPaperView {
  GtkWidget parent_instance;

  /* Owned */
  HearthPages *pages;
  unsigned int nth;
};

G_DEFINE_FINAL_TYPE (HearthPaperView, hearth_paper_view, GTK_TYPE_WIDGET)

/* ---- Overrides ---- */

static GtkSizeRequestMode
hearth_paper_view_get_request_mode (GtkWidget *widget)
{
  return GTK_SIZE_REQUEST_HEIGHT_FOR_WIDTH;
}

static void
hearth_paper_view_measure (GtkWidget *widget,
                           GtkOrientation orientation,
                           int for_size,
                           int *minimum,
                           int *natural,
                           int *minimum_baseline,
                           int *natural_baseline)
{
  double width, height;

  hearth_pages_get_size (HEARTH_PAPER_VIEW (widget)->pages, &width, &height);
  if (orientation == GTK_ORIENTATION_HORIZONTAL)
    {
      *minimum = LEAST_WIDTH;
      *natural = (int) ceil (width);
    }
  else
    *minimum = *natural = (int) ceil ((for_size > 0 ? for_size : LEAST_WIDTH) * height / width);
}

static void
hearth_paper_view_snapshot (GtkWidget *widget, GtkSnapshot *snapshot)
{
  HearthPaperView *self = HEARTH_PAPER_VIEW (widget);
  graphene_rect_t bounds =
    GRAPHENE_RECT_INIT (0, 0, gtk_widget_get_width (widget), gtk_widget_get_height (widget));
  const GdkRGBA white = { 1, 1, 1, 1 };
  double width, height, scale;
  cairo_t *cr;

  hearth_pages_get_size (self->pages, &width, &height);
  scale = gtk_widget_get_width (widget) / width;
  gtk_snapshot_append_color (snapshot, &white, &bounds);
  cr = gtk_snapshot_append_cairo (snapshot, &bounds);
  cairo_scale (cr, scale, scale);
  hearth_pages_paint (self->pages, self->nth, cr);
  cairo_destroy (cr);
}

static void
hearth_paper_view_dispose (GObject *object)
{
  g_clear_object (&HEARTH_PAPER_VIEW (object)->pages);

  G_OBJECT_CLASS (hearth_paper_view_parent_class)->dispose (object);
}

static void
hearth_paper_view_class_init (HearthPaperViewClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = hearth_paper_view_dispose;
  widget_class->get_request_mode = hearth_paper_view_get_request_mode;
  widget_class->measure = hearth_paper_view_measure;
  widget_class->snapshot = hearth_paper_view_snapshot;
  gtk_widget_class_set_css_name (widget_class, "paper");
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_IMG);
}

static void
hearth_paper_view_init (HearthPaperView *self)
{
}

/* ---- Public ---- */

GtkWidget *
hearth_paper_view_new (HearthPages *pages, unsigned int nth)
{
  HearthPaperView *self = g_object_new (HEARTH_TYPE_PAPER_VIEW, NULL);
  g_autofree char *label = NULL;

  self->pages = g_object_ref (pages);
  self->nth = nth;
  gtk_widget_set_overflow (GTK_WIDGET (self), GTK_OVERFLOW_HIDDEN);
  label = g_strdup_printf (_ ("Page %u of %u"), nth + 1, hearth_pages_get_n_pages (pages));
  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL, label, -1);
  return GTK_WIDGET (self);
}

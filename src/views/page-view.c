/* SPDX-License-Identifier: GPL-3.0-or-later
 * One picture, or one page of a PDF, on the screen: it has pixels while it is near.
 */
#define G_LOG_DOMAIN "hearth-views"

#include "views/page-view.h"

#include <math.h>

struct _HearthPageView {
  GtkWidget parent_instance;

  /* Child */
  GtkWidget *problem;

  /* Owned */
  HearthDecoder *decoder;
  GdkTexture *texture;
  GCancellable *asked; /* while an answer is awaited */

  double width, height; /* of the page as it is in the file */
  double scale;
  double asked_width, shown_width; /* pixels */
  unsigned int nth;
  unsigned int turned;
  bool near;
};

G_DEFINE_FINAL_TYPE (HearthPageView, hearth_page_view, GTK_TYPE_WIDGET)

static void update (HearthPageView *self);

/* ---- Pixels ---- */

static void
stop_asking (HearthPageView *self)
{
  g_cancellable_cancel (self->asked);
  g_clear_object (&self->asked);
}

static void
show_problem (HearthPageView *self, const GError *error)
{
  g_autofree char *sentence = hearth_decoder_error_to_sentence (error);

  gtk_label_set_label (GTK_LABEL (self->problem), sentence);
  gtk_widget_set_visible (self->problem, TRUE);
}

/* Cancelled: the view may be gone. */
static void
rendered_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  HearthPageView *self = user_data;
  g_autoptr (GError) error = NULL;
  g_autoptr (GdkTexture) texture = hearth_decoder_render_finish (HEARTH_DECODER (source), result, &error);

  if (g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    return;
  g_clear_object (&self->asked);
  self->shown_width = self->asked_width;
  g_set_object (&self->texture, texture);
  if (texture == NULL)
    show_problem (self, error);
  gtk_widget_queue_draw (GTK_WIDGET (self));
  update (self);
}

/* One question at a time: while zooming goes on, the answer comes for where it has got to. */
static void
update (HearthPageView *self)
{
  double wanted = ceil (self->width * self->scale * gtk_widget_get_scale_factor (GTK_WIDGET (self)));

  if (!self->near)
    {
      stop_asking (self);
      g_clear_object (&self->texture);
      self->shown_width = 0;
      return;
    }
  if (self->asked != NULL || wanted == self->shown_width || self->scale == 0 ||
      gtk_widget_get_visible (self->problem))
    return;
  self->asked = g_cancellable_new ();
  self->asked_width = wanted;
  hearth_decoder_render_async (self->decoder, self->nth, wanted, self->asked, rendered_cb, self);
}

/* ---- Overrides ---- */

static void
hearth_page_view_measure (GtkWidget *widget,
                          GtkOrientation orientation,
                          int for_size,
                          int *minimum,
                          int *natural,
                          int *minimum_baseline,
                          int *natural_baseline)
{
  HearthPageView *self = HEARTH_PAGE_VIEW (widget);
  double width, height;

  hearth_page_view_get_size (self, &width, &height);
  *minimum = *natural =
    MAX (1, (int) round (self->scale * (orientation == GTK_ORIENTATION_HORIZONTAL ? width : height)));
}

static void
hearth_page_view_size_allocate (GtkWidget *widget, int width, int height, int baseline)
{
  HearthPageView *self = HEARTH_PAGE_VIEW (widget);

  if (gtk_widget_should_layout (self->problem))
    {
      int minimum;

      gtk_widget_measure (self->problem, GTK_ORIENTATION_HORIZONTAL, -1, &minimum, NULL, NULL, NULL);
      gtk_widget_allocate (self->problem, MAX (width, minimum), height, -1, NULL);
    }
}

static void
hearth_page_view_snapshot (GtkWidget *widget, GtkSnapshot *snapshot)
{
  HearthPageView *self = HEARTH_PAGE_VIEW (widget);
  float width = (float) gtk_widget_get_width (widget), height = (float) gtk_widget_get_height (widget);
  bool sideways = self->turned % 2 == 1;
  graphene_rect_t area;

  GTK_WIDGET_CLASS (hearth_page_view_parent_class)->snapshot (widget, snapshot);
  if (self->texture == NULL)
    {
      if (!hearth_decoder_is_picture (self->decoder))
        gtk_snapshot_append_color (snapshot,
                                   &(GdkRGBA) { 1, 1, 1, gtk_widget_get_visible (self->problem) ? 0 : 1 },
                                   &GRAPHENE_RECT_INIT (0, 0, width, height));
      return;
    }
  gtk_snapshot_save (snapshot);
  gtk_snapshot_translate (snapshot, &GRAPHENE_POINT_INIT (width / 2, height / 2));
  gtk_snapshot_rotate (snapshot, 90.0f * (float) self->turned);
  area = sideways ? GRAPHENE_RECT_INIT (-height / 2, -width / 2, height, width)
                  : GRAPHENE_RECT_INIT (-width / 2, -height / 2, width, height);
  gtk_snapshot_append_scaled_texture (snapshot, self->texture, GSK_SCALING_FILTER_LINEAR, &area);
  gtk_snapshot_restore (snapshot);
}

static void
hearth_page_view_dispose (GObject *object)
{
  HearthPageView *self = HEARTH_PAGE_VIEW (object);

  stop_asking (self);
  g_clear_object (&self->texture);
  g_clear_object (&self->decoder);
  g_clear_pointer (&self->problem, gtk_widget_unparent);

  G_OBJECT_CLASS (hearth_page_view_parent_class)->dispose (object);
}

static void
hearth_page_view_class_init (HearthPageViewClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = hearth_page_view_dispose;
  widget_class->measure = hearth_page_view_measure;
  widget_class->size_allocate = hearth_page_view_size_allocate;
  widget_class->snapshot = hearth_page_view_snapshot;
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_IMG);
}

static void
hearth_page_view_init (HearthPageView *self)
{
  self->problem = gtk_label_new (NULL);
  gtk_label_set_wrap (GTK_LABEL (self->problem), TRUE);
  gtk_label_set_justify (GTK_LABEL (self->problem), GTK_JUSTIFY_CENTER);
  gtk_widget_set_visible (self->problem, FALSE);
  gtk_widget_set_parent (self->problem, GTK_WIDGET (self));
  gtk_widget_set_halign (GTK_WIDGET (self), GTK_ALIGN_CENTER);
  gtk_widget_set_valign (GTK_WIDGET (self), GTK_ALIGN_CENTER);
  gtk_widget_set_overflow (GTK_WIDGET (self), GTK_OVERFLOW_HIDDEN);
}

/* ---- Public ---- */

GtkWidget *
hearth_page_view_new (HearthDecoder *decoder, unsigned int nth)
{
  HearthPageView *self;

  g_return_val_if_fail (HEARTH_IS_DECODER (decoder), NULL);

  self = g_object_new (HEARTH_TYPE_PAGE_VIEW, "css-name",
                       hearth_decoder_is_picture (decoder) ? "picture" : "paper", NULL);
  self->decoder = g_object_ref (decoder);
  self->nth = nth;
  hearth_decoder_get_size (decoder, nth, &self->width, &self->height);
  return GTK_WIDGET (self);
}

void
hearth_page_view_get_size (HearthPageView *self, double *width, double *height)
{
  bool sideways;

  g_return_if_fail (HEARTH_IS_PAGE_VIEW (self));

  sideways = self->turned % 2 == 1;
  *width = sideways ? self->height : self->width;
  *height = sideways ? self->width : self->height;
}

void
hearth_page_view_set_scale (HearthPageView *self, double scale)
{
  g_return_if_fail (HEARTH_IS_PAGE_VIEW (self));

  if (self->scale == scale)
    return;
  self->scale = scale;
  gtk_widget_queue_resize (GTK_WIDGET (self));
  update (self);
}

void
hearth_page_view_set_turned (HearthPageView *self, unsigned int quarters)
{
  g_return_if_fail (HEARTH_IS_PAGE_VIEW (self));

  self->turned = quarters % 4;
  gtk_widget_queue_resize (GTK_WIDGET (self));
}

void
hearth_page_view_set_near (HearthPageView *self, gboolean near)
{
  g_return_if_fail (HEARTH_IS_PAGE_VIEW (self));

  self->near = near;
  update (self);
}

GdkTexture *
hearth_page_view_get_texture (HearthPageView *self)
{
  g_return_val_if_fail (HEARTH_IS_PAGE_VIEW (self), NULL);

  return self->texture;
}

/* SPDX-License-Identifier: GPL-3.0-or-later
 * A few figures beside each other, each with what it counts.
 */
#define G_LOG_DOMAIN "hearth-views"

#include "config.h"

#include "views/figure-strip.h"

#define SPACING 18
#define LEAST_WIDTH 84

struct _HearthFigureStrip {
  AdwBin parent_instance;

  /* Borrowed */
  AdwWrapBox *box;
};

G_DEFINE_FINAL_TYPE (HearthFigureStrip, hearth_figure_strip, ADW_TYPE_BIN)

static void
add (HearthFigureStrip *self, const char *figure, const char *what, const char *style)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);
  GtkWidget *number = gtk_label_new (figure), *label = gtk_label_new (what);

  gtk_widget_add_css_class (number, "title-1");
  gtk_widget_add_css_class (number, "numeric");
  if (style != NULL)
    gtk_widget_add_css_class (number, style);
  gtk_label_set_justify (GTK_LABEL (label), GTK_JUSTIFY_CENTER);
  gtk_widget_add_css_class (label, "caption");
  gtk_widget_add_css_class (label, "dimmed");
  gtk_widget_set_size_request (box, LEAST_WIDTH, -1);
  gtk_box_append (GTK_BOX (box), number);
  gtk_box_append (GTK_BOX (box), label);
  adw_wrap_box_append (self->box, box);
}

static void
hearth_figure_strip_class_init (HearthFigureStripClass *klass)
{
}

static void
hearth_figure_strip_init (HearthFigureStrip *self)
{
  self->box = ADW_WRAP_BOX (adw_wrap_box_new ());
  adw_wrap_box_set_child_spacing (self->box, SPACING);
  adw_wrap_box_set_line_spacing (self->box, SPACING);
  adw_bin_set_child (ADW_BIN (self), GTK_WIDGET (self->box));
}

HearthFigureStrip *
hearth_figure_strip_new (void)
{
  return g_object_new (HEARTH_TYPE_FIGURE_STRIP, NULL);
}

void
hearth_figure_strip_add (HearthFigureStrip *self, unsigned int figure, const char *what, const char *style)
{
  g_autofree char *digits = g_strdup_printf ("%'u", figure);

  g_return_if_fail (HEARTH_IS_FIGURE_STRIP (self));

  add (self, digits, what, figure > 0 ? style : NULL);
}

void
hearth_figure_strip_add_text (HearthFigureStrip *self, const char *figure, const char *what)
{
  g_return_if_fail (HEARTH_IS_FIGURE_STRIP (self));

  add (self, figure, what, NULL);
}

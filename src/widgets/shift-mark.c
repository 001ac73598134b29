/* SPDX-License-Identifier: GPL-3.0-or-later
 * The shape of one choice, as it stands in the cells of the shift grid.
 */
#define G_LOG_DOMAIN "hearth-widgets"

#include "widgets/shift-mark.h"

#include "widgets/shift-words.h"

#define SIZE 16

struct _HearthShiftMark {
  GtkWidget parent_instance;

  const HearthShiftLook *look;
};

G_DEFINE_FINAL_TYPE (HearthShiftMark, hearth_shift_mark, GTK_TYPE_WIDGET)

static void
hearth_shift_mark_snapshot (GtkWidget *widget, GtkSnapshot *snapshot)
{
  HearthShiftMark *self = HEARTH_SHIFT_MARK (widget);
  GdkRGBA color;

  gtk_widget_get_color (widget, &color);
  if (gtk_widget_get_direction (widget) == GTK_TEXT_DIR_RTL)
    {
      gtk_snapshot_translate (snapshot, &GRAPHENE_POINT_INIT ((float) gtk_widget_get_width (widget), 0));
      gtk_snapshot_scale (snapshot, -1, 1);
    }
  hearth_shift_symbol_snapshot (snapshot, self->look->shape, self->look->amount, SIZE, &color);
}

static void
hearth_shift_mark_class_init (HearthShiftMarkClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  widget_class->snapshot = hearth_shift_mark_snapshot;
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_PRESENTATION);
}

static void
hearth_shift_mark_init (HearthShiftMark *self)
{
  gtk_widget_set_size_request (GTK_WIDGET (self), SIZE, SIZE);
  gtk_widget_set_valign (GTK_WIDGET (self), GTK_ALIGN_CENTER);
}

GtkWidget *
hearth_shift_mark_new (const HearthField *field, const char *code)
{
  const HearthShiftLook *look = hearth_shift_lookup_look (field, code);
  HearthShiftMark *self;

  if (look == NULL || look->shape == HEARTH_SHIFT_SHAPE_NONE)
    return NULL;
  self = g_object_new (HEARTH_TYPE_SHIFT_MARK, NULL);
  self->look = look;
  return GTK_WIDGET (self);
}

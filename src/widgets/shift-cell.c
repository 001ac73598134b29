/* SPDX-License-Identifier: GPL-3.0-or-later
 * One cell of the shift grid: an item of one resident's entry, as a shape and a short word.
 */
#define G_LOG_DOMAIN "hearth-widgets"

#include "config.h"

#include "widgets/shift-cell.h"

#include <glib/gi18n-lib.h>

#include "widgets/shift-words.h"

#define SYMBOL 16
#define GAP 6
#define SIDE 8
#define ABOVE 8
#define LEAST_COLUMN 72
#define TEXT_COLUMN 132
#define MOST_COLUMN 150
/* Of the width of a stacked cell, what its heading takes. */
#define HEADING_SHARE 0.42

struct _HearthShiftCell {
  GtkWidget parent_instance;

  const HearthField *field;
  const HearthShiftLook *look;

  /* Owned */
  char *text;
  PangoLayout *layout;
  PangoLayout *heading;

  bool stacked;
};

G_DEFINE_FINAL_TYPE (HearthShiftCell, hearth_shift_cell, GTK_TYPE_WIDGET)

/* ---- Helpers ---- */

static void
set_class (HearthShiftCell *self, const char *name, bool set)
{
  if (set)
    gtk_widget_add_css_class (GTK_WIDGET (self), name);
  else
    gtk_widget_remove_css_class (GTK_WIDGET (self), name);
}

static PangoLayout *
ensure_layout (HearthShiftCell *self)
{
  if (self->layout == NULL)
    {
      self->layout = gtk_widget_create_pango_layout (GTK_WIDGET (self), self->text);
      pango_layout_set_ellipsize (self->layout, PANGO_ELLIPSIZE_END);
      pango_layout_set_single_paragraph_mode (self->layout, TRUE);
    }
  return self->layout;
}

static PangoLayout *
ensure_heading (HearthShiftCell *self)
{
  if (self->heading == NULL)
    {
      self->heading =
        gtk_widget_create_pango_layout (GTK_WIDGET (self), hearth_shift_get_heading (self->field));
      pango_layout_set_ellipsize (self->heading, PANGO_ELLIPSIZE_END);
    }
  return self->heading;
}

static int
measure_words (PangoLayout *layout, const char *words)
{
  int width;

  pango_layout_set_text (layout, words, -1);
  pango_layout_get_pixel_size (layout, &width, NULL);
  return width;
}

/* @layout within @width from @x on, counted from the side where lines begin. */
static void
draw_layout (HearthShiftCell *self,
             GtkSnapshot *snapshot,
             PangoLayout *layout,
             int x,
             int width,
             const GdkRGBA *color)
{
  GtkWidget *widget = GTK_WIDGET (self);
  bool mirrored = gtk_widget_get_direction (widget) == GTK_TEXT_DIR_RTL;
  PangoRectangle extents;
  int left;

  pango_layout_set_width (layout, MAX (width, 0) * PANGO_SCALE);
  pango_layout_get_pixel_extents (layout, NULL, &extents);
  /* Each word stands at its side of the cell, whatever the direction of its own script. */
  left = mirrored ? gtk_widget_get_width (widget) - x - extents.width : x;
  gtk_snapshot_save (snapshot);
  gtk_snapshot_translate (snapshot,
                          &GRAPHENE_POINT_INIT ((float) (left - extents.x),
                                                (float) (gtk_widget_get_height (widget) - extents.height) /
                                                  2));
  gtk_snapshot_append_layout (snapshot, layout, color);
  gtk_snapshot_restore (snapshot);
}

static void
draw_symbol (HearthShiftCell *self, GtkSnapshot *snapshot, int x, const GdkRGBA *color)
{
  GtkWidget *widget = GTK_WIDGET (self);
  bool mirrored = gtk_widget_get_direction (widget) == GTK_TEXT_DIR_RTL;
  float y = (float) (gtk_widget_get_height (widget) - SYMBOL) / 2;

  gtk_snapshot_save (snapshot);
  if (mirrored)
    {
      gtk_snapshot_translate (snapshot,
                              &GRAPHENE_POINT_INIT ((float) (gtk_widget_get_width (widget) - x), y));
      gtk_snapshot_scale (snapshot, -1, 1);
    }
  else
    gtk_snapshot_translate (snapshot, &GRAPHENE_POINT_INIT ((float) x, y));
  hearth_shift_symbol_snapshot (snapshot, self->look->shape, self->look->amount, SYMBOL, color);
  gtk_snapshot_restore (snapshot);
}

/* ---- Overrides ---- */

static void
hearth_shift_cell_measure (GtkWidget *widget,
                           GtkOrientation orientation,
                           int for_size,
                           int *minimum,
                           int *natural,
                           int *minimum_baseline,
                           int *natural_baseline)
{
  int height;

  if (orientation == GTK_ORIENTATION_HORIZONTAL)
    {
      *minimum = *natural = LEAST_COLUMN;
      return;
    }
  pango_layout_get_pixel_size (ensure_heading (HEARTH_SHIFT_CELL (widget)), NULL, &height);
  *minimum = *natural = MAX (height, SYMBOL) + 2 * ABOVE;
}

static void
hearth_shift_cell_snapshot (GtkWidget *widget, GtkSnapshot *snapshot)
{
  HearthShiftCell *self = HEARTH_SHIFT_CELL (widget);
  int width = gtk_widget_get_width (widget), x = SIDE;
  GdkRGBA color;

  gtk_widget_get_color (widget, &color);
  if (self->stacked)
    {
      GdkRGBA dim = color;

      dim.alpha *= 0.7f;
      x = (int) (width * HEADING_SHARE);
      draw_layout (self, snapshot, ensure_heading (self), SIDE, x - SIDE - GAP, &dim);
    }
  if (self->look != NULL && self->look->shape != HEARTH_SHIFT_SHAPE_NONE)
    {
      draw_symbol (self, snapshot, x, &color);
      x += SYMBOL + GAP;
    }
  if (*self->text != '\0')
    draw_layout (self, snapshot, ensure_layout (self), x, width - x - SIDE / 2, &color);
}

static void
hearth_shift_cell_css_changed (GtkWidget *widget, GtkCssStyleChange *change)
{
  HearthShiftCell *self = HEARTH_SHIFT_CELL (widget);

  GTK_WIDGET_CLASS (hearth_shift_cell_parent_class)->css_changed (widget, change);
  g_clear_object (&self->layout);
  g_clear_object (&self->heading);
}

static void
hearth_shift_cell_direction_changed (GtkWidget *widget, GtkTextDirection before)
{
  HearthShiftCell *self = HEARTH_SHIFT_CELL (widget);

  g_clear_object (&self->layout);
  g_clear_object (&self->heading);
  gtk_widget_queue_draw (widget);
}

static void
hearth_shift_cell_dispose (GObject *object)
{
  HearthShiftCell *self = HEARTH_SHIFT_CELL (object);

  g_clear_object (&self->layout);
  g_clear_object (&self->heading);
  g_clear_pointer (&self->text, g_free);

  G_OBJECT_CLASS (hearth_shift_cell_parent_class)->dispose (object);
}

static void
hearth_shift_cell_class_init (HearthShiftCellClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = hearth_shift_cell_dispose;
  widget_class->measure = hearth_shift_cell_measure;
  widget_class->snapshot = hearth_shift_cell_snapshot;
  widget_class->css_changed = hearth_shift_cell_css_changed;
  widget_class->direction_changed = hearth_shift_cell_direction_changed;
  gtk_widget_class_set_css_name (widget_class, "shiftcell");
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_GRID_CELL);
}

static void
hearth_shift_cell_init (HearthShiftCell *self)
{
  self->text = g_strdup ("");
  gtk_widget_set_focusable (GTK_WIDGET (self), TRUE);
}

/* ---- Public ---- */

HearthShiftCell *
hearth_shift_cell_new (const HearthField *field)
{
  HearthShiftCell *self = g_object_new (HEARTH_TYPE_SHIFT_CELL, NULL);

  self->field = field;
  return self;
}

const HearthField *
hearth_shift_cell_get_field (HearthShiftCell *self)
{
  g_return_val_if_fail (HEARTH_IS_SHIFT_CELL (self), NULL);
  return self->field;
}

void
hearth_shift_cell_show (HearthShiftCell *self, HearthShiftLine *line)
{
  HearthRecord *entry = hearth_shift_line_get_entry (line);
  bool wanted = g_strcmp0 (hearth_shift_line_get_wordless (line), self->field->name) == 0;
  g_autofree char *text = hearth_shift_dup_cell_text (entry, self->field);
  g_autofree char *label = NULL;

  g_return_if_fail (HEARTH_IS_SHIFT_CELL (self));
  self->look = hearth_shift_lookup_look (self->field, hearth_record_get (entry, self->field->name));
  if (wanted)
    /* Translators: in a small cell: an exception was chosen, and nobody has said yet what happened. */
    g_set_str (&text, _ ("Words?"));
  label = hearth_shift_dup_cell_label (hearth_shift_line_get_name (line), entry, self->field);
  if (g_set_str (&self->text, text))
    g_clear_object (&self->layout);
  set_class (self, "notice", wanted || (self->look != NULL && self->look->tone == HEARTH_SHIFT_TONE_NOTICE));
  set_class (self, "good", self->look != NULL && self->look->tone == HEARTH_SHIFT_TONE_GOOD);
  set_class (self, "wanted", wanted);
  gtk_widget_set_tooltip_text (GTK_WIDGET (self), self->field->choices == NULL && !wanted && *text != '\0'
                                                    ? hearth_record_get (entry, self->field->name)
                                                    : NULL);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL, label,
                                  GTK_ACCESSIBLE_PROPERTY_READ_ONLY, !hearth_shift_line_get_editable (line),
                                  GTK_ACCESSIBLE_PROPERTY_DESCRIPTION,
                                  wanted ? _ ("Please say in words what happened") : "", -1);
  gtk_widget_queue_draw (GTK_WIDGET (self));
}

void
hearth_shift_cell_set_stacked (HearthShiftCell *self, bool stacked)
{
  g_return_if_fail (HEARTH_IS_SHIFT_CELL (self));
  self->stacked = stacked;
  set_class (self, "stacked", stacked);
  gtk_widget_queue_draw (GTK_WIDGET (self));
}

int
hearth_shift_cell_measure_column (GtkWidget *widget, const HearthField *field)
{
  g_autoptr (PangoLayout) layout = gtk_widget_create_pango_layout (widget, NULL);
  int heading = measure_words (layout, hearth_shift_get_heading (field)) + 2 * SIDE, width = LEAST_COLUMN;

  for (const HearthChoice *choice = field->choices; choice != NULL && choice->code != NULL; choice++)
    width =
      MAX (width, measure_words (layout, hearth_shift_get_word (field, choice)) + SYMBOL + GAP + 2 * SIDE);
  if (field->choices == NULL)
    width = TEXT_COLUMN;
  return MAX (MIN (width, MOST_COLUMN), heading);
}

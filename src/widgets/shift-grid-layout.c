/* SPDX-License-Identifier: GPL-3.0-or-later
 * Where the rows and columns of the shift grid stand, and which of them are drawn.
 */
#define G_LOG_DOMAIN "hearth-widgets"

#include "config.h"

#include "widgets/shift-grid-private.h"

#define NAMES_WIDTH 204
#define NAMES_LEAST 150
/* Of the width, what the names take where there is little. */
#define NAMES_SHARE 0.28
#define EDITOR_WIDTH 340

/* ---- Helpers ---- */

static bool
is_mirrored (HearthShiftGrid *self)
{
  return gtk_widget_get_direction (GTK_WIDGET (self)) == GTK_TEXT_DIR_RTL;
}

static int
get_scrolled_down (HearthShiftGrid *self)
{
  GtkAdjustment *adjustment = self->adjustments[GTK_ORIENTATION_VERTICAL];

  return adjustment != NULL ? (int) gtk_adjustment_get_value (adjustment) : 0;
}

/* How far the columns are scrolled away from the names. Scrollbars count from the left in every script. */
int
hearth_shift_grid_get_scrolled_across (HearthShiftGrid *self)
{
  GtkAdjustment *adjustment = self->adjustments[GTK_ORIENTATION_HORIZONTAL];
  double value = adjustment != NULL ? gtk_adjustment_get_value (adjustment) : 0;

  if (adjustment != NULL && is_mirrored (self))
    value = gtk_adjustment_get_upper (adjustment) - gtk_adjustment_get_page_size (adjustment) - value;
  return (int) value;
}

/* ---- Measuring ---- */

void
hearth_shift_grid_measure_columns (HearthShiftGrid *self)
{
  for (guint i = 0; i < self->columns.n_fields; i++)
    self->wanted_widths[i] = hearth_shift_cell_measure_column (GTK_WIDGET (self), self->columns.fields[i]);
}

/* Room that is left goes to the texts first, as words are longer than choices. */
static int
get_extra (HearthShiftGrid *self, guint column, int room, guint n_texts)
{
  bool is_text = self->columns.fields[column]->choices == NULL;

  if (n_texts > 0)
    return is_text ? room / (int) n_texts : 0;
  return room / (int) self->columns.n_fields;
}

static void
place_columns (HearthShiftGrid *self, int width)
{
  HearthShiftColumns *columns = &self->columns;
  int wanted = 0, room, x = 0;
  guint n_texts = 0;

  columns->names = CLAMP ((int) (width * NAMES_SHARE), NAMES_LEAST, NAMES_WIDTH);
  for (guint i = 0; i < columns->n_fields; i++)
    {
      wanted += self->wanted_widths[i];
      n_texts += columns->fields[i]->choices == NULL;
    }
  room = MAX (width - columns->names - wanted, 0);
  for (guint i = 0; i < columns->n_fields; i++)
    {
      columns->x[i] = x;
      columns->width[i] = self->wanted_widths[i] + get_extra (self, i, room, n_texts);
      x += columns->width[i];
    }
  columns->total = x;
}

static int
measure_height (GtkWidget *widget)
{
  int height;

  gtk_widget_measure (widget, GTK_ORIENTATION_VERTICAL, -1, &height, NULL, NULL, NULL);
  return height;
}

/* All rows are as high as the highest, whatever the scripts of the names. */
static int
measure_row (HearthShiftGrid *self)
{
  int height = 0;

  for (guint i = 0; i < self->rows->len; i++)
    height = MAX (height, measure_height (g_ptr_array_index (self->rows, i)));
  return height;
}

static void
hearth_shift_grid_measure (GtkWidget *widget,
                           GtkOrientation orientation,
                           int for_size,
                           int *minimum,
                           int *natural,
                           int *minimum_baseline,
                           int *natural_baseline)
{
  HearthShiftGrid *self = HEARTH_SHIFT_GRID (widget);

  *minimum = 0;
  if (orientation == GTK_ORIENTATION_HORIZONTAL)
    *natural = NAMES_WIDTH;
  else
    *natural = measure_row (self) * (int) (self->columns.stacked ? 1 : self->rows->len + 1);
}

/* ---- Placing ---- */

static void
configure (HearthShiftGrid *self, GtkOrientation orientation, int scrolled, int upper, int page)
{
  GtkAdjustment *adjustment = self->adjustments[orientation];

  if (adjustment == NULL)
    return;
  page = MAX (page, 0);
  upper = MAX (upper, page);
  scrolled = CLAMP (scrolled, 0, upper - page);
  if (orientation == GTK_ORIENTATION_HORIZONTAL && is_mirrored (self))
    scrolled = upper - page - scrolled;
  gtk_adjustment_configure (adjustment, scrolled, 0, upper, self->row_height, page * 0.9, page);
}

static void
allocate_headings (HearthShiftGrid *self, int width)
{
  bool mirrored = is_mirrored (self);
  GtkAllocation corner = { mirrored ? width - self->columns.names : 0, 0, self->columns.names,
                           self->header_height };

  for (guint i = 0; i < self->headings->len; i++)
    {
      GtkAllocation place =
        hearth_shift_columns_get_place (&self->columns, i, width, self->header_height, mirrored);

      gtk_widget_set_child_visible (g_ptr_array_index (self->headings, i), !self->columns.stacked);
      if (!self->columns.stacked)
        gtk_widget_size_allocate (g_ptr_array_index (self->headings, i), &place, -1);
    }
  gtk_widget_set_child_visible (self->corner, !self->columns.stacked);
  if (!self->columns.stacked)
    gtk_widget_size_allocate (self->corner, &corner, -1);
}

static void
allocate_rows (HearthShiftGrid *self, int width)
{
  int scrolled = get_scrolled_down (self);

  for (int i = 0; i < (int) self->rows->len; i++)
    {
      GtkWidget *row = g_ptr_array_index (self->rows, i);
      int y = self->columns.stacked ? -scrolled : self->header_height + i * self->row_height - scrolled;
      bool shown = !self->columns.stacked || i == self->row;

      gtk_widget_set_child_visible (row, shown);
      if (shown)
        gtk_widget_size_allocate (row, &(GtkAllocation) { 0, y, width, self->row_height }, -1);
    }
}

/* Below its cell's upper edge, and wholly in sight. */
static void
allocate_editor (HearthShiftGrid *self, int width, int height)
{
  GtkWidget *editor = GTK_WIDGET (self->editor);
  graphene_rect_t cell;
  GtkAllocation place;

  if (editor == NULL)
    return;
  if (!gtk_widget_compute_bounds (
        GTK_WIDGET (hearth_shift_row_get_cell (hearth_shift_grid_get_row (self, self->editor_row),
                                               (guint) self->editor_column)),
        GTK_WIDGET (self), &cell))
    return;
  place.width = MIN (EDITOR_WIDTH, width);
  gtk_widget_measure (editor, GTK_ORIENTATION_VERTICAL, place.width, &place.height, NULL, NULL, NULL);
  place.x =
    (int) (is_mirrored (self) ? cell.origin.x + cell.size.width - (float) place.width : cell.origin.x);
  place.x = CLAMP (place.x, 0, MAX (width - place.width, 0));
  place.y = CLAMP ((int) cell.origin.y, self->columns.stacked ? 0 : self->header_height,
                   MAX (height - place.height, 0));
  gtk_widget_size_allocate (editor, &place, -1);
}

static void
hearth_shift_grid_size_allocate (GtkWidget *widget, int width, int height, int baseline)
{
  HearthShiftGrid *self = HEARTH_SHIFT_GRID (widget);
  bool stacked = self->columns.stacked;
  int names, across = hearth_shift_grid_get_scrolled_across (self);

  self->header_height = stacked ? 0 : measure_height (self->corner);
  for (guint i = 0; !stacked && i < self->headings->len; i++)
    self->header_height = MAX (self->header_height, measure_height (g_ptr_array_index (self->headings, i)));
  self->row_height = measure_row (self);
  place_columns (self, width);
  names = stacked ? width : self->columns.names;
  configure (self, GTK_ORIENTATION_HORIZONTAL, across, stacked ? 0 : self->columns.total, width - names);
  configure (self, GTK_ORIENTATION_VERTICAL, get_scrolled_down (self),
             self->row_height * (stacked ? 1 : (int) self->rows->len), height - self->header_height);
  self->columns.scrolled = stacked ? 0 : hearth_shift_grid_get_scrolled_across (self);
  if (stacked && self->rows->len > 0)
    self->columns.line =
      measure_height (GTK_WIDGET (hearth_shift_row_get_cell (g_ptr_array_index (self->rows, 0), 0)));
  allocate_headings (self, width);
  allocate_rows (self, width);
  allocate_editor (self, width, height);
}

static void
snapshot_headings (HearthShiftGrid *self, GtkSnapshot *snapshot, int width)
{
  int names = self->columns.names;

  gtk_snapshot_push_clip (snapshot,
                          &GRAPHENE_RECT_INIT (is_mirrored (self) ? 0 : (float) names, 0,
                                               (float) (width - names), (float) self->header_height));
  for (guint i = 0; i < self->headings->len; i++)
    gtk_widget_snapshot_child (GTK_WIDGET (self), g_ptr_array_index (self->headings, i), snapshot);
  gtk_snapshot_pop (snapshot);
  gtk_widget_snapshot_child (GTK_WIDGET (self), self->corner, snapshot);
}

/* Only what is in sight is drawn. */
static void
hearth_shift_grid_snapshot (GtkWidget *widget, GtkSnapshot *snapshot)
{
  HearthShiftGrid *self = HEARTH_SHIFT_GRID (widget);
  int width = gtk_widget_get_width (widget), height = gtk_widget_get_height (widget);
  int first = 0, last = (int) self->rows->len - 1;

  if (!self->columns.stacked && self->row_height > 0)
    {
      first = get_scrolled_down (self) / self->row_height;
      last = MIN (last, first + height / self->row_height + 1);
    }
  gtk_snapshot_push_clip (snapshot, &GRAPHENE_RECT_INIT (0, (float) self->header_height, (float) width,
                                                         (float) (height - self->header_height)));
  for (int i = first; i <= last; i++)
    gtk_widget_snapshot_child (widget, g_ptr_array_index (self->rows, i), snapshot);
  gtk_snapshot_pop (snapshot);
  if (!self->columns.stacked)
    snapshot_headings (self, snapshot, width);
  if (self->editor != NULL)
    gtk_widget_snapshot_child (widget, GTK_WIDGET (self->editor), snapshot);
}

void
hearth_shift_grid_class_lay_out (GtkWidgetClass *widget_class)
{
  widget_class->measure = hearth_shift_grid_measure;
  widget_class->size_allocate = hearth_shift_grid_size_allocate;
  widget_class->snapshot = hearth_shift_grid_snapshot;
}

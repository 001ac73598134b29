/* SPDX-License-Identifier: GPL-3.0-or-later
 * Where the rows and columns of the attendance grid stand, and whether there is room for a week.
 */
#define G_LOG_DOMAIN "hearth-widgets"

#include "config.h"

#include "widgets/attendance-grid-private.h"

/* In characters: what a name and the word of a day need at least, and are given at most. */
#define NAME_LEAST 17
#define NAME_MOST 30
#define DAY_LEAST 8
#define DAY_SIDES 8
#define ROW_LEAST 48
/* Of the width, what the names take where one day is shown. */
#define NAME_SHARE 0.5
#define LEAST_WIDTH 280
#define LINE_ALPHA 0.12f

/* ---- Measuring ---- */

static int
measure_characters (HearthAttendanceGrid *self, int n)
{
  PangoContext *context = gtk_widget_get_pango_context (GTK_WIDGET (self));
  PangoFontMetrics *metrics = pango_context_get_metrics (context, NULL, NULL);
  int width = pango_font_metrics_get_approximate_char_width (metrics);

  pango_font_metrics_unref (metrics);
  return PANGO_PIXELS (n * width);
}

static int
measure_week (HearthAttendanceGrid *self, int name)
{
  return measure_characters (self, name) +
         HEARTH_ATTENDANCE_DAYS * (measure_characters (self, DAY_LEAST) + DAY_SIDES);
}

static int
measure_height (GtkWidget *child)
{
  int natural;

  gtk_widget_measure (child, GTK_ORIENTATION_VERTICAL, -1, NULL, &natural, NULL, NULL);
  return natural;
}

static void
measure_heights (HearthAttendanceGrid *self)
{
  self->heading_height = measure_height (self->before);
  self->row_height = ROW_LEAST;
  self->fill_height = 0;
  for (int day = 0; day < HEARTH_ATTENDANCE_DAYS; day++)
    {
      self->heading_height = MAX (self->heading_height, measure_height (self->headings[day]));
      if (gtk_widget_get_visible (self->fills[day]))
        self->fill_height = MAX (ROW_LEAST, measure_height (self->everybody));
    }
  for (int row = 0; row < (int) self->rows->len; row++)
    for (int column = HEARTH_ATTENDANCE_NAMES; column < HEARTH_ATTENDANCE_DAYS; column++)
      self->row_height =
        MAX (self->row_height, measure_height (hearth_attendance_grid_get_child (self, row, column)));
}

static void
hearth_attendance_grid_measure (GtkWidget *widget,
                                GtkOrientation orientation,
                                int for_size,
                                int *minimum,
                                int *natural,
                                int *minimum_baseline,
                                int *natural_baseline)
{
  HearthAttendanceGrid *self = HEARTH_ATTENDANCE_GRID (widget);

  if (orientation == GTK_ORIENTATION_HORIZONTAL)
    {
      *minimum = LEAST_WIDTH;
      *natural = MAX (measure_week (self, NAME_MOST), LEAST_WIDTH);
      return;
    }
  measure_heights (self);
  *minimum = *natural = self->heading_height + (int) self->rows->len * self->row_height + self->fill_height;
}

/* ---- Placing ---- */

/* @x: from the side where lines begin. */
static void
place (HearthAttendanceGrid *self, GtkWidget *child, int x, int y, int width, int height)
{
  GtkWidget *widget = GTK_WIDGET (self);

  gtk_widget_set_child_visible (child, width > 0);
  if (width <= 0 || !gtk_widget_should_layout (child))
    return;
  /* A warning is printed of who was not asked. */
  gtk_widget_measure (child, GTK_ORIENTATION_HORIZONTAL, -1, NULL, NULL, NULL, NULL);
  if (gtk_widget_get_direction (widget) == GTK_TEXT_DIR_RTL)
    x = gtk_widget_get_width (widget) - x - width;
  gtk_widget_size_allocate (child, &(GtkAllocation) { x, y, width, height }, -1);
}

static void
place_column (HearthAttendanceGrid *self, int day, int x, int width)
{
  int y = self->heading_height, beside = 0;

  if (self->one_day && width > 0)
    {
      beside = MIN (self->heading_height, width / 4);
      place (self, self->before, x, 0, beside, self->heading_height);
      place (self, self->after, x + width - beside, 0, beside, self->heading_height);
    }
  place (self, self->headings[day], x + beside, 0, width - 2 * beside, self->heading_height);
  for (int row = 0; row < (int) self->rows->len; row++, y += self->row_height)
    place (self, hearth_attendance_grid_get_child (self, row, day), x, y, width, self->row_height);
  place (self, self->fills[day], x, y, width, self->fill_height);
}

static void
place_names (HearthAttendanceGrid *self, int width)
{
  int y = self->heading_height;

  for (int row = 0; row < (int) self->rows->len; row++, y += self->row_height)
    place (self, hearth_attendance_grid_get_child (self, row, HEARTH_ATTENDANCE_NAMES), 0, y, width,
           self->row_height);
  place (self, self->everybody, 0, y, width, self->fill_height);
}

static void
hearth_attendance_grid_size_allocate (GtkWidget *widget, int width, int height, int baseline)
{
  HearthAttendanceGrid *self = HEARTH_ATTENDANCE_GRID (widget);
  int names, room;

  self->one_day = width < measure_week (self, NAME_LEAST);
  names = self->one_day ? (int) (width * NAME_SHARE)
                        : MIN (measure_characters (self, NAME_MOST), width - measure_week (self, 0));
  room = width - names;
  place_names (self, names);
  gtk_widget_set_child_visible (self->before, self->one_day);
  gtk_widget_set_child_visible (self->after, self->one_day);
  for (int day = 0; day < HEARTH_ATTENDANCE_DAYS; day++)
    {
      int from = room * day / HEARTH_ATTENDANCE_DAYS, to = room * (day + 1) / HEARTH_ATTENDANCE_DAYS;

      if (self->one_day)
        place_column (self, day, names, day == self->day ? room : 0);
      else
        place_column (self, day, names + from, to - from);
    }
  gtk_popover_present (GTK_POPOVER (self->popover));
}

/* ---- Drawing ---- */

static void
hearth_attendance_grid_snapshot (GtkWidget *widget, GtkSnapshot *snapshot)
{
  HearthAttendanceGrid *self = HEARTH_ATTENDANCE_GRID (widget);
  int n_lines = (int) self->rows->len - (self->fill_height > 0 ? 0 : 1);
  float width = (float) gtk_widget_get_width (widget);
  GdkRGBA color;

  gtk_widget_get_color (widget, &color);
  color.alpha *= LINE_ALPHA;
  for (int line = 0; line <= n_lines; line++)
    gtk_snapshot_append_color (snapshot, &color,
                               &GRAPHENE_RECT_INIT (0,
                                                    (float) (self->heading_height + line * self->row_height),
                                                    width, 1));
  GTK_WIDGET_CLASS (g_type_class_peek_static (GTK_TYPE_WIDGET))->snapshot (widget, snapshot);
}

static GtkSizeRequestMode
hearth_attendance_grid_get_request_mode (GtkWidget *widget)
{
  return GTK_SIZE_REQUEST_CONSTANT_SIZE;
}

void
hearth_attendance_grid_class_lay_out (GtkWidgetClass *widget_class)
{
  widget_class->measure = hearth_attendance_grid_measure;
  widget_class->size_allocate = hearth_attendance_grid_size_allocate;
  widget_class->get_request_mode = hearth_attendance_grid_get_request_mode;
  widget_class->snapshot = hearth_attendance_grid_snapshot;
}

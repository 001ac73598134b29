/* SPDX-License-Identifier: GPL-3.0-or-later
 * Who was at school or training in a week: its rows, and which cell has the keyboard.
 */
#define G_LOG_DOMAIN "hearth-widgets"

#include "config.h"

#include "widgets/attendance-grid.h"

#include <glib/gi18n-lib.h>

#include "core/date.h"
#include "widgets/attendance-grid-private.h"

enum { CHOSEN, CLEARED, EVERYBODY, OPENED, N_SIGNALS };

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (HearthAttendanceGrid, hearth_attendance_grid, GTK_TYPE_WIDGET)

/* ---- Helpers ---- */

static HearthAttendanceRow *
get_row (HearthAttendanceGrid *self, int row)
{
  return row >= 0 && row < (int) self->rows->len ? &g_array_index (self->rows, HearthAttendanceRow, row)
                                                 : NULL;
}

const HearthAttendanceLine *
hearth_attendance_grid_get_line (HearthAttendanceGrid *self, int row)
{
  return row >= 0 && row < (int) self->lines->len ? g_ptr_array_index (self->lines, row) : NULL;
}

GtkWidget *
hearth_attendance_grid_get_child (HearthAttendanceGrid *self, int row, int column)
{
  HearthAttendanceRow *shown = get_row (self, row);

  if (shown != NULL)
    return column < 0 ? shown->name : GTK_WIDGET (shown->cells[column]);
  return row == (int) self->rows->len && column >= 0 && gtk_widget_get_visible (self->fills[column])
           ? self->fills[column]
           : NULL;
}

bool
hearth_attendance_grid_waits (HearthAttendanceGrid *self, int day)
{
  for (guint i = 0; i < self->lines->len; i++)
    if (hearth_attendance_line_waits (g_ptr_array_index (self->lines, i), (unsigned int) day))
      return true;
  return false;
}

/* ---- Which cell has the keyboard ---- */

static void
set_current (HearthAttendanceGrid *self, int row, int column)
{
  self->row = row;
  self->column = column;
  if (column < 0 || column == self->day)
    return;
  self->day = column;
  if (self->one_day)
    gtk_widget_queue_allocate (GTK_WIDGET (self));
}

void
hearth_attendance_grid_go (HearthAttendanceGrid *self, int row, int column)
{
  GtkWidget *child;

  g_return_if_fail (HEARTH_IS_ATTENDANCE_GRID (self));
  if (self->rows->len == 0)
    return;
  column = CLAMP (column, HEARTH_ATTENDANCE_NAMES, HEARTH_ATTENDANCE_DAYS - 1);
  row = CLAMP (row, 0, (int) self->rows->len);
  if (hearth_attendance_grid_get_child (self, row, column) == NULL)
    row = (int) self->rows->len - 1;
  child = hearth_attendance_grid_get_child (self, row, column);
  /* A day that is not shown must be in sight before it can have the keyboard. */
  if (gtk_widget_get_mapped (GTK_WIDGET (self)))
    gtk_widget_set_child_visible (child, TRUE);
  set_current (self, row, column);
  gtk_widget_grab_focus (child);
}

/* Also by a screen reader, or a click. */
static void
focused_cb (HearthAttendanceGrid *self, GParamSpec *property, GtkWidget *child)
{
  if (!gtk_widget_has_focus (child))
    return;
  for (int row = 0; row <= (int) self->rows->len; row++)
    for (int column = HEARTH_ATTENDANCE_NAMES; column < HEARTH_ATTENDANCE_DAYS; column++)
      if (hearth_attendance_grid_get_child (self, row, column) == child)
        {
          set_current (self, row, column);
          return;
        }
}

static gboolean
hearth_attendance_grid_focus (GtkWidget *widget, GtkDirectionType direction)
{
  HearthAttendanceGrid *self = HEARTH_ATTENDANCE_GRID (widget);

  /* It is one stop for the keyboard: inside, its own keys move. */
  if (gtk_widget_get_focus_child (widget) != NULL || self->rows->len == 0)
    return FALSE;
  hearth_attendance_grid_go (self, self->row, self->column);
  return TRUE;
}

static gboolean
hearth_attendance_grid_grab_focus (GtkWidget *widget)
{
  return hearth_attendance_grid_focus (widget, GTK_DIR_TAB_FORWARD);
}

/* ---- Pressed ---- */

static void
cell_clicked_cb (HearthAttendanceGrid *self, GtkWidget *cell)
{
  gtk_widget_grab_focus (cell);
  hearth_attendance_grid_ask (self);
}

static void
name_clicked_cb (HearthAttendanceGrid *self, GtkWidget *name)
{
  for (guint row = 0; row < self->rows->len; row++)
    if (get_row (self, (int) row)->name == name)
      g_signal_emit (self, signals[OPENED], 0, row);
}

static void
fill_clicked_cb (HearthAttendanceGrid *self, GtkWidget *fill)
{
  for (guint day = 0; day < HEARTH_ATTENDANCE_DAYS; day++)
    if (self->fills[day] == fill)
      g_signal_emit (self, signals[EVERYBODY], 0, day);
}

static void
turn (HearthAttendanceGrid *self, int days)
{
  hearth_attendance_grid_go (self, self->row, CLAMP (self->day + days, 0, HEARTH_ATTENDANCE_DAYS - 1));
}

static void
before_clicked_cb (HearthAttendanceGrid *self)
{
  turn (self, -1);
}

static void
after_clicked_cb (HearthAttendanceGrid *self)
{
  turn (self, 1);
}

/* ---- Rows ---- */

static GtkWidget *
take_child (HearthAttendanceGrid *self, GtkWidget *child, GCallback clicked)
{
  gtk_widget_set_parent (child, GTK_WIDGET (self));
  g_signal_connect_object (child, "notify::has-focus", G_CALLBACK (focused_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (child, "clicked", clicked, self, G_CONNECT_SWAPPED);
  return child;
}

static GtkLabel *
add_line_label (GtkBox *box, const char *style)
{
  GtkWidget *label = gtk_label_new (NULL);

  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_label_set_ellipsize (GTK_LABEL (label), PANGO_ELLIPSIZE_END);
  if (style != NULL)
    {
      gtk_widget_add_css_class (label, style);
      gtk_widget_add_css_class (label, "dimmed");
    }
  gtk_box_append (box, label);
  return GTK_LABEL (label);
}

static void
add_row (HearthAttendanceGrid *self)
{
  HearthAttendanceRow row = { 0 };
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0), *button = gtk_button_new ();

  gtk_widget_set_valign (box, GTK_ALIGN_CENTER);
  row.title = add_line_label (GTK_BOX (box), NULL);
  row.detail = add_line_label (GTK_BOX (box), "caption");
  gtk_button_set_child (GTK_BUTTON (button), box);
  gtk_widget_add_css_class (button, "flat");
  gtk_widget_add_css_class (button, "attendance-name");
  row.name = take_child (self, button, G_CALLBACK (name_clicked_cb));
  for (int day = 0; day < HEARTH_ATTENDANCE_DAYS; day++)
    row.cells[day] = HEARTH_ATTENDANCE_CELL (take_child (self, GTK_WIDGET (hearth_attendance_cell_new ()),
                                                         G_CALLBACK (cell_clicked_cb)));
  g_array_append_val (self->rows, row);
}

static void
drop_row (HearthAttendanceGrid *self)
{
  HearthAttendanceRow row = g_array_index (self->rows, HearthAttendanceRow, self->rows->len - 1);

  /* As a cell goes, the keyboard leaves it, and the grid is asked about rows: it is none by then. */
  g_array_set_size (self->rows, self->rows->len - 1);
  gtk_widget_unparent (row.name);
  for (int day = 0; day < HEARTH_ATTENDANCE_DAYS; day++)
    gtk_widget_unparent (GTK_WIDGET (row.cells[day]));
}

static void
show_row (HearthAttendanceGrid *self, int place)
{
  HearthAttendanceRow *row = get_row (self, place);
  const HearthAttendanceLine *line = hearth_attendance_grid_get_line (self, place);
  g_autofree char *both = g_strdup_printf ("%s, %s", line->name, line->detail);

  gtk_label_set_text (row->title, line->name);
  gtk_label_set_text (row->detail, line->detail);
  gtk_widget_set_visible (GTK_WIDGET (row->detail), *line->detail != '\0');
  gtk_widget_set_tooltip_text (row->name, both);
  gtk_accessible_update_property (GTK_ACCESSIBLE (row->name), GTK_ACCESSIBLE_PROPERTY_LABEL, both, -1);
  for (unsigned int day = 0; day < HEARTH_ATTENDANCE_DAYS; day++)
    hearth_attendance_cell_show (row->cells[day], line, day, self->dates[day]);
}

/* ---- Days ---- */

static char *
format_heading (const char *date)
{
  HearthPartialDate parts;
  g_autoptr (GDateTime) day = NULL;

  hearth_partial_date_read (date, &parts);
  day = g_date_time_new_utc (parts.year, parts.month, parts.day, 0, 0, 0);
  /* Translators: the heading of a narrow column, in two lines, as g_date_time_format () takes it: “Mon / 2 Mar” */
  return day != NULL ? g_date_time_format (day, _ ("%a\n%-e %b")) : g_strdup ("");
}

static void
show_days (HearthAttendanceGrid *self, const char *first, const char *today)
{
  for (int day = 0; day < HEARTH_ATTENDANCE_DAYS; day++)
    {
      g_autofree char *heading = NULL, *words = NULL, *tooltip = NULL;

      g_free (self->dates[day]);
      self->dates[day] = hearth_date_add_days (first, day);
      heading = format_heading (self->dates[day]);
      words = hearth_attendance_dup_day (self->dates[day]);
      /* Translators: on a button; %s: a day such as “Monday, 2 March” */
      tooltip = g_strdup_printf (_ ("Everybody was there on %s. Fills what is empty."), words);
      gtk_label_set_text (GTK_LABEL (self->headings[day]), heading);
      gtk_widget_set_tooltip_text (self->fills[day], tooltip);
      gtk_accessible_update_property (GTK_ACCESSIBLE (self->fills[day]), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                      tooltip, -1);
      if (g_str_equal (self->dates[day], today))
        gtk_widget_add_css_class (self->headings[day], "today");
      else
        gtk_widget_remove_css_class (self->headings[day], "today");
    }
}

static bool
is_expected (HearthAttendanceGrid *self, int day)
{
  for (guint i = 0; i < self->lines->len; i++)
    if (((HearthAttendanceLine *) g_ptr_array_index (self->lines, i))->days[day].expected)
      return true;
  return false;
}

/* Where the keyboard is in the grid, it stays on its weekday. Else a week begins with today, where it holds it, or with the
 * first day on which somebody was expected. */
static void
begin_week (HearthAttendanceGrid *self, const char *first, const char *today)
{
  int day = hearth_date_days_between (first, today);

  if (day < 0 || day >= HEARTH_ATTENDANCE_DAYS)
    day = 0;
  while (day + 1 < HEARTH_ATTENDANCE_DAYS && !g_str_equal (self->dates[day], today) &&
         !is_expected (self, day))
    day++;
  self->day = day;
  self->column = day;
}

/* Where there is nothing to fill any more, the keyboard goes to the last row. */
static void
show_fills (HearthAttendanceGrid *self)
{
  bool any = false;

  for (int day = 0; day < HEARTH_ATTENDANCE_DAYS; day++)
    {
      bool waits = hearth_attendance_grid_waits (self, day),
           left = !waits && gtk_widget_has_focus (self->fills[day]);

      gtk_widget_set_visible (self->fills[day], waits);
      any |= waits;
      if (left)
        hearth_attendance_grid_go (self, (int) self->rows->len - 1, day);
    }
  gtk_widget_set_visible (self->everybody, any);
}

/* ---- Making ---- */

static void
hearth_attendance_grid_dispose (GObject *object)
{
  HearthAttendanceGrid *self = HEARTH_ATTENDANCE_GRID (object);
  GtkWidget *child;

  g_array_set_size (self->rows, 0);
  while ((child = gtk_widget_get_first_child (GTK_WIDGET (self))) != NULL)
    gtk_widget_unparent (child);

  G_OBJECT_CLASS (hearth_attendance_grid_parent_class)->dispose (object);
}

static void
hearth_attendance_grid_finalize (GObject *object)
{
  HearthAttendanceGrid *self = HEARTH_ATTENDANCE_GRID (object);

  g_array_unref (self->rows);
  g_ptr_array_unref (self->lines);
  for (int day = 0; day < HEARTH_ATTENDANCE_DAYS; day++)
    g_free (self->dates[day]);

  G_OBJECT_CLASS (hearth_attendance_grid_parent_class)->finalize (object);
}

static void
install_signals (GType type)
{
  signals[CHOSEN] = g_signal_new ("chosen", type, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 4,
                                  G_TYPE_UINT, G_TYPE_UINT, G_TYPE_STRING, G_TYPE_STRING);
  signals[CLEARED] = g_signal_new ("cleared", type, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 2,
                                   G_TYPE_UINT, G_TYPE_UINT);
  signals[EVERYBODY] =
    g_signal_new ("everybody", type, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 1, G_TYPE_UINT);
  signals[OPENED] =
    g_signal_new ("opened", type, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 1, G_TYPE_UINT);
}

static void
hearth_attendance_grid_class_init (HearthAttendanceGridClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = hearth_attendance_grid_dispose;
  G_OBJECT_CLASS (klass)->finalize = hearth_attendance_grid_finalize;
  widget_class->focus = hearth_attendance_grid_focus;
  widget_class->grab_focus = hearth_attendance_grid_grab_focus;
  hearth_attendance_grid_class_lay_out (widget_class);
  install_signals (G_TYPE_FROM_CLASS (klass));
  gtk_widget_class_set_css_name (widget_class, "attendancegrid");
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_GROUP);
}

/* The keyboard has the arrows for it. */
static GtkWidget *
make_turn_button (HearthAttendanceGrid *self, const char *icon_name, const char *words, GCallback clicked)
{
  GtkWidget *button = gtk_button_new_from_icon_name (icon_name);

  gtk_widget_add_css_class (button, "flat");
  gtk_widget_set_focusable (button, FALSE);
  gtk_widget_set_tooltip_text (button, words);
  gtk_widget_set_parent (button, GTK_WIDGET (self));
  g_signal_connect_object (button, "clicked", clicked, self, G_CONNECT_SWAPPED);
  return button;
}

static void
hearth_attendance_grid_init (HearthAttendanceGrid *self)
{
  self->rows = g_array_new (FALSE, FALSE, sizeof (HearthAttendanceRow));
  self->lines = g_ptr_array_new ();
  for (int day = 0; day < HEARTH_ATTENDANCE_DAYS; day++)
    {
      GtkWidget *fill = gtk_button_new_from_icon_name ("object-select-symbolic");

      self->headings[day] = gtk_label_new (NULL);
      gtk_label_set_justify (GTK_LABEL (self->headings[day]), GTK_JUSTIFY_CENTER);
      gtk_widget_add_css_class (self->headings[day], "attendance-heading");
      gtk_widget_set_parent (self->headings[day], GTK_WIDGET (self));
      gtk_widget_add_css_class (fill, "flat");
      self->fills[day] = take_child (self, fill, G_CALLBACK (fill_clicked_cb));
    }
  self->before =
    make_turn_button (self, "go-previous-symbolic", _ ("The day before"), G_CALLBACK (before_clicked_cb));
  self->after =
    make_turn_button (self, "go-next-symbolic", _ ("The day after"), G_CALLBACK (after_clicked_cb));
  self->everybody = gtk_label_new (_ ("Everybody was there"));
  gtk_label_set_xalign (GTK_LABEL (self->everybody), 0);
  gtk_label_set_ellipsize (GTK_LABEL (self->everybody), PANGO_ELLIPSIZE_END);
  gtk_widget_add_css_class (self->everybody, "attendance-everybody");
  gtk_widget_set_parent (self->everybody, GTK_WIDGET (self));
  gtk_widget_set_hexpand (GTK_WIDGET (self), TRUE);
  hearth_attendance_grid_add_popover (self);
  hearth_attendance_grid_take_keys (self);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  _ ("Attendance: residents and days"), -1);
}

/* ---- Public ---- */

HearthAttendanceGrid *
hearth_attendance_grid_new (void)
{
  return g_object_new (HEARTH_TYPE_ATTENDANCE_GRID, NULL);
}

void
hearth_attendance_grid_show (HearthAttendanceGrid *self,
                             const char *first,
                             const char *today,
                             GPtrArray *lines)
{
  bool other;

  g_return_if_fail (HEARTH_IS_ATTENDANCE_GRID (self));
  g_return_if_fail (first != NULL && today != NULL && lines != NULL);

  g_ptr_array_unref (self->lines);
  self->lines = g_ptr_array_ref (lines);
  while (self->rows->len > lines->len)
    drop_row (self);
  while (self->rows->len < lines->len)
    add_row (self);
  self->row = CLAMP (self->row, 0, MAX ((int) lines->len - 1, 0));
  other = g_strcmp0 (self->dates[0], first) != 0;
  show_days (self, first, today);
  if (other && (gtk_widget_get_state_flags (GTK_WIDGET (self)) & GTK_STATE_FLAG_FOCUS_WITHIN) == 0)
    begin_week (self, first, today);
  for (int row = 0; row < (int) lines->len; row++)
    show_row (self, row);
  show_fills (self);
  gtk_widget_queue_resize (GTK_WIDGET (self));
}

/* SPDX-License-Identifier: GPL-3.0-or-later
 * The shift on one page: its rows, how they scroll, and which cell has the keyboard.
 */
#define G_LOG_DOMAIN "hearth-widgets"

#include "config.h"

#include "widgets/shift-grid.h"

#include <glib/gi18n-lib.h>

#include "widgets/shift-grid-private.h"
#include "widgets/shift-words.h"

enum {
  PROP_0,
  PROP_STACKED,
  PROP_HADJUSTMENT,
  PROP_VADJUSTMENT,
  PROP_HSCROLL_POLICY,
  PROP_VSCROLL_POLICY,
};

enum { MOVED, EDITED, LEFT, USUAL, TYPING, MENU, N_SIGNALS };

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE_WITH_CODE (HearthShiftGrid,
                               hearth_shift_grid,
                               GTK_TYPE_WIDGET,
                               G_IMPLEMENT_INTERFACE (GTK_TYPE_SCROLLABLE, NULL))

/* ---- Helpers ---- */

static bool
is_mirrored (HearthShiftGrid *self)
{
  return gtk_widget_get_direction (GTK_WIDGET (self)) == GTK_TEXT_DIR_RTL;
}

HearthShiftRow *
hearth_shift_grid_get_row (HearthShiftGrid *self, int row)
{
  return row >= 0 && row < (int) self->rows->len ? g_ptr_array_index (self->rows, row) : NULL;
}

const HearthField *
hearth_shift_grid_get_column_field (HearthShiftGrid *self, int column)
{
  return column >= 0 && column < (int) self->columns.n_fields ? self->columns.fields[column] : NULL;
}

int
hearth_shift_grid_find_column (HearthShiftGrid *self, const char *name)
{
  for (guint i = 0; name != NULL && i < self->columns.n_fields; i++)
    if (g_str_equal (self->columns.fields[i]->name, name))
      return (int) i;
  return -1;
}

int
hearth_shift_grid_count_seen (HearthShiftGrid *self)
{
  int height = gtk_widget_get_height (GTK_WIDGET (self)) - self->header_height;

  return self->row_height > 0 ? MAX (height / self->row_height, 1) : 1;
}

/* ---- Scrolling ---- */

static void
scrolled_cb (HearthShiftGrid *self, GtkAdjustment *adjustment)
{
  if (adjustment == self->adjustments[GTK_ORIENTATION_HORIZONTAL])
    for (guint i = 0; i < self->rows->len; i++)
      gtk_widget_queue_allocate (g_ptr_array_index (self->rows, i));
  gtk_widget_queue_allocate (GTK_WIDGET (self));
}

static void
set_adjustment (HearthShiftGrid *self, GtkOrientation orientation, GtkAdjustment *adjustment)
{
  if (self->adjustments[orientation] != NULL)
    g_signal_handlers_disconnect_by_func (self->adjustments[orientation], scrolled_cb, self);
  if (adjustment == NULL)
    adjustment = gtk_adjustment_new (0, 0, 0, 0, 0, 0);
  g_clear_object (&self->adjustments[orientation]);
  self->adjustments[orientation] = g_object_ref_sink (adjustment);
  g_signal_connect_object (adjustment, "value-changed", G_CALLBACK (scrolled_cb), self, G_CONNECT_SWAPPED);
  gtk_widget_queue_allocate (GTK_WIDGET (self));
}

/* As far to where the rows begin as it can be: what was written before stays in sight. */
static void
scroll_across (HearthShiftGrid *self, int column)
{
  GtkAdjustment *adjustment = self->adjustments[GTK_ORIENTATION_HORIZONTAL];
  int page = (int) gtk_adjustment_get_page_size (adjustment),
      upper = (int) gtk_adjustment_get_upper (adjustment);
  int begin = self->columns.x[column], end = begin + self->columns.width[column];
  int scrolled = end <= page ? 0 : CLAMP (hearth_shift_grid_get_scrolled_across (self), end - page, begin);

  gtk_adjustment_set_value (adjustment, is_mirrored (self) ? upper - page - scrolled : scrolled);
}

static void
scroll_to (HearthShiftGrid *self, int row, int column)
{
  GtkAdjustment *down = self->adjustments[GTK_ORIENTATION_VERTICAL];

  if (self->adjustments[GTK_ORIENTATION_HORIZONTAL] == NULL || down == NULL)
    return;
  if (self->columns.stacked)
    {
      double y = gtk_adjustment_get_upper (down) -
                 (double) self->columns.line * ((int) self->columns.n_fields - column);

      gtk_adjustment_clamp_page (down, column == 0 ? 0 : y, y + self->columns.line);
      return;
    }
  scroll_across (self, column);
  gtk_adjustment_clamp_page (down, row * self->row_height, (row + 1) * self->row_height);
}

/* ---- Which cell has the keyboard ---- */

static void
set_current (HearthShiftGrid *self, int row, int column)
{
  HearthShiftRow *before = hearth_shift_grid_get_row (self, self->row);
  bool other = row != self->row;

  if (!other && column == self->column)
    return;
  self->row = row;
  self->column = column;
  if (other && self->columns.stacked)
    gtk_widget_queue_allocate (GTK_WIDGET (self));
  if (other && before != NULL)
    g_signal_emit (self, signals[LEFT], 0, hearth_shift_row_get_line (before));
  g_signal_emit (self, signals[MOVED], 0);
}

void
hearth_shift_grid_go_to (HearthShiftGrid *self, int row, int column)
{
  GtkWidget *shown;

  if (self->rows->len == 0 || self->columns.n_fields == 0)
    return;
  row = CLAMP (row, 0, (int) self->rows->len - 1);
  column = CLAMP (column, 0, (int) self->columns.n_fields - 1);
  /* In the stacked form the row must be in sight before it can have the keyboard. */
  shown = g_ptr_array_index (self->rows, row);
  if (gtk_widget_get_mapped (GTK_WIDGET (self)))
    gtk_widget_set_child_visible (shown, TRUE);
  set_current (self, row, column);
  scroll_to (self, row, column);
  gtk_widget_grab_focus (GTK_WIDGET (hearth_shift_row_get_cell (HEARTH_SHIFT_ROW (shown), (guint) column)));
}

/* Also by a screen reader, or a click. */
static void
focus_changed_cb (HearthShiftGrid *self, GParamSpec *property, GtkWindow *window)
{
  GtkWidget *focus = gtk_window_get_focus (window);

  for (int i = 0; HEARTH_IS_SHIFT_CELL (focus) && i < (int) self->rows->len; i++)
    if (gtk_widget_get_parent (focus) == g_ptr_array_index (self->rows, i))
      set_current (self, i,
                   hearth_shift_grid_find_column (self,
                                                  hearth_shift_cell_get_field (HEARTH_SHIFT_CELL (focus))
                                                    ->name));
}

static void
focus_left_cb (HearthShiftGrid *self)
{
  HearthShiftRow *row = hearth_shift_grid_get_row (self, self->row);

  if (row != NULL)
    g_signal_emit (self, signals[LEFT], 0, hearth_shift_row_get_line (row));
}

static gboolean
hearth_shift_grid_focus (GtkWidget *widget, GtkDirectionType direction)
{
  HearthShiftGrid *self = HEARTH_SHIFT_GRID (widget);

  /* It is one stop for the keyboard: inside, its own keys move. */
  if (gtk_widget_get_focus_child (widget) != NULL || self->rows->len == 0)
    return FALSE;
  hearth_shift_grid_go_to (self, self->row, self->column);
  return TRUE;
}

static gboolean
hearth_shift_grid_grab_focus (GtkWidget *widget)
{
  HearthShiftGrid *self = HEARTH_SHIFT_GRID (widget);

  if (self->rows->len == 0)
    return FALSE;
  hearth_shift_grid_go_to (self, self->row, self->column);
  return TRUE;
}

static void
pressed_cb (HearthShiftGrid *self, int n_presses, double x, double y)
{
  GtkWidget *picked = gtk_widget_pick (GTK_WIDGET (self), x, y, GTK_PICK_DEFAULT);
  HearthShiftRow *current = hearth_shift_grid_get_row (self, self->row);
  bool again;

  if (!HEARTH_IS_SHIFT_CELL (picked) || current == NULL)
    return;
  again = picked == GTK_WIDGET (hearth_shift_row_get_cell (current, (guint) self->column)) &&
          gtk_widget_has_focus (picked);
  gtk_widget_grab_focus (picked);
  if (again && hearth_shift_cell_get_field (HEARTH_SHIFT_CELL (picked))->choices == NULL)
    hearth_shift_grid_open_words (self);
}

/* A finger that moves on to the next resident, or back; only where one is shown at a time. */
static void
swiped_cb (HearthShiftGrid *self, double across, double down)
{
  if (!self->columns.stacked || ABS (across) < 2 * ABS (down))
    return;
  hearth_shift_grid_move (self, (across < 0) != is_mirrored (self) ? 1 : -1);
}

static void
hearth_shift_grid_root (GtkWidget *widget)
{
  GTK_WIDGET_CLASS (hearth_shift_grid_parent_class)->root (widget);
  g_signal_connect_object (gtk_widget_get_root (widget), "notify::focus-widget",
                           G_CALLBACK (focus_changed_cb), widget, G_CONNECT_SWAPPED);
}

static void
hearth_shift_grid_unroot (GtkWidget *widget)
{
  g_signal_handlers_disconnect_by_func (gtk_widget_get_root (widget), focus_changed_cb, widget);
  GTK_WIDGET_CLASS (hearth_shift_grid_parent_class)->unroot (widget);
}

/* ---- Making ---- */

static void
hearth_shift_grid_css_changed (GtkWidget *widget, GtkCssStyleChange *change)
{
  HearthShiftGrid *self = HEARTH_SHIFT_GRID (widget);

  GTK_WIDGET_CLASS (hearth_shift_grid_parent_class)->css_changed (widget, change);
  hearth_shift_grid_measure_columns (self);
}

static void
set_stacked (HearthShiftGrid *self, bool stacked)
{
  if (self->columns.stacked == stacked)
    return;
  self->columns.stacked = stacked;
  for (guint i = 0; i < self->rows->len; i++)
    hearth_shift_row_columns_changed (g_ptr_array_index (self->rows, i));
  gtk_widget_queue_resize (GTK_WIDGET (self));
  g_object_notify (G_OBJECT (self), "stacked");
}

static void
hearth_shift_grid_get_property (GObject *object, guint id, GValue *value, GParamSpec *property)
{
  HearthShiftGrid *self = HEARTH_SHIFT_GRID (object);

  switch (id)
    {
    case PROP_STACKED:
      g_value_set_boolean (value, self->columns.stacked);
      break;
    case PROP_HADJUSTMENT:
      g_value_set_object (value, self->adjustments[GTK_ORIENTATION_HORIZONTAL]);
      break;
    case PROP_VADJUSTMENT:
      g_value_set_object (value, self->adjustments[GTK_ORIENTATION_VERTICAL]);
      break;
    case PROP_HSCROLL_POLICY:
      g_value_set_enum (value, self->policies[GTK_ORIENTATION_HORIZONTAL]);
      break;
    case PROP_VSCROLL_POLICY:
      g_value_set_enum (value, self->policies[GTK_ORIENTATION_VERTICAL]);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, property);
    }
}

static void
hearth_shift_grid_set_property (GObject *object, guint id, const GValue *value, GParamSpec *property)
{
  HearthShiftGrid *self = HEARTH_SHIFT_GRID (object);

  switch (id)
    {
    case PROP_STACKED:
      set_stacked (self, g_value_get_boolean (value));
      break;
    case PROP_HADJUSTMENT:
      set_adjustment (self, GTK_ORIENTATION_HORIZONTAL, g_value_get_object (value));
      break;
    case PROP_VADJUSTMENT:
      set_adjustment (self, GTK_ORIENTATION_VERTICAL, g_value_get_object (value));
      break;
    case PROP_HSCROLL_POLICY:
      self->policies[GTK_ORIENTATION_HORIZONTAL] = g_value_get_enum (value);
      break;
    case PROP_VSCROLL_POLICY:
      self->policies[GTK_ORIENTATION_VERTICAL] = g_value_get_enum (value);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, property);
    }
}

/* As a row goes, the keyboard leaves it, and the grid is asked about rows: there is none by then. */
static void
drop_rows (HearthShiftGrid *self)
{
  g_autoptr (GPtrArray) dropped = g_steal_pointer (&self->rows);

  self->rows = g_ptr_array_new_with_free_func ((GDestroyNotify) gtk_widget_unparent);
}

static void
hearth_shift_grid_finalize (GObject *object)
{
  g_ptr_array_unref (HEARTH_SHIFT_GRID (object)->rows);

  G_OBJECT_CLASS (hearth_shift_grid_parent_class)->finalize (object);
}

static void
hearth_shift_grid_dispose (GObject *object)
{
  HearthShiftGrid *self = HEARTH_SHIFT_GRID (object);

  if (self->editor != NULL)
    gtk_widget_unparent (GTK_WIDGET (g_steal_pointer (&self->editor)));
  drop_rows (self);
  self->columns.n_fields = 0;
  g_clear_pointer (&self->headings, g_ptr_array_unref);
  g_clear_pointer (&self->corner, gtk_widget_unparent);
  g_clear_object (&self->adjustments[0]);
  g_clear_object (&self->adjustments[1]);
  g_clear_pointer (&self->columns.fields, g_free);
  g_clear_pointer (&self->columns.x, g_free);
  g_clear_pointer (&self->columns.width, g_free);
  g_clear_pointer (&self->wanted_widths, g_free);

  G_OBJECT_CLASS (hearth_shift_grid_parent_class)->dispose (object);
}

static void
install_signals (GType type)
{
  signals[MOVED] = g_signal_new ("moved", type, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);
  signals[EDITED] = g_signal_new ("edited", type, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 1,
                                  HEARTH_TYPE_SHIFT_LINE);
  signals[LEFT] = g_signal_new ("left", type, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 1,
                                HEARTH_TYPE_SHIFT_LINE);
  signals[USUAL] = g_signal_new ("usual", type, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 1,
                                 HEARTH_TYPE_SHIFT_LINE);
  signals[TYPING] = g_signal_new ("typing", type, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 1,
                                  HEARTH_TYPE_SHIFT_LINE);
  signals[MENU] = g_signal_new ("menu", type, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 2,
                                HEARTH_TYPE_SHIFT_LINE, GTK_TYPE_WIDGET);
}

static void
hearth_shift_grid_class_init (HearthShiftGridClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->dispose = hearth_shift_grid_dispose;
  object_class->finalize = hearth_shift_grid_finalize;
  object_class->get_property = hearth_shift_grid_get_property;
  object_class->set_property = hearth_shift_grid_set_property;
  hearth_shift_grid_class_lay_out (widget_class);
  widget_class->css_changed = hearth_shift_grid_css_changed;
  widget_class->focus = hearth_shift_grid_focus;
  widget_class->grab_focus = hearth_shift_grid_grab_focus;
  widget_class->root = hearth_shift_grid_root;
  widget_class->unroot = hearth_shift_grid_unroot;
  g_object_class_install_property (object_class, PROP_STACKED,
                                   g_param_spec_boolean ("stacked", NULL, NULL, FALSE,
                                                         G_PARAM_READWRITE | G_PARAM_EXPLICIT_NOTIFY |
                                                           G_PARAM_STATIC_STRINGS));
  g_object_class_override_property (object_class, PROP_HADJUSTMENT, "hadjustment");
  g_object_class_override_property (object_class, PROP_VADJUSTMENT, "vadjustment");
  g_object_class_override_property (object_class, PROP_HSCROLL_POLICY, "hscroll-policy");
  g_object_class_override_property (object_class, PROP_VSCROLL_POLICY, "vscroll-policy");
  install_signals (G_TYPE_FROM_CLASS (klass));
  gtk_widget_class_set_css_name (widget_class, "shiftgrid");
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_GRID);
}

static GtkWidget *
make_heading (HearthShiftGrid *self, const char *text)
{
  GtkWidget *label =
    g_object_new (GTK_TYPE_LABEL, "css-name", "shiftheading", "label", text, "xalign", 0.0f, "ellipsize",
                  PANGO_ELLIPSIZE_END, "accessible-role", GTK_ACCESSIBLE_ROLE_COLUMN_HEADER, NULL);

  gtk_widget_set_parent (label, GTK_WIDGET (self));
  return label;
}

static void
add_controllers (HearthShiftGrid *self)
{
  GtkGesture *click = gtk_gesture_click_new (), *swipe = gtk_gesture_swipe_new ();
  GtkEventController *focus = gtk_event_controller_focus_new ();

  g_signal_connect_swapped (click, "pressed", G_CALLBACK (pressed_cb), self);
  gtk_widget_add_controller (GTK_WIDGET (self), GTK_EVENT_CONTROLLER (click));
  gtk_gesture_single_set_touch_only (GTK_GESTURE_SINGLE (swipe), TRUE);
  g_signal_connect_swapped (swipe, "swipe", G_CALLBACK (swiped_cb), self);
  gtk_widget_add_controller (GTK_WIDGET (self), GTK_EVENT_CONTROLLER (swipe));
  g_signal_connect_swapped (focus, "leave", G_CALLBACK (focus_left_cb), self);
  gtk_widget_add_controller (GTK_WIDGET (self), focus);
  hearth_shift_grid_take_keys (self);
}

static void
hearth_shift_grid_init (HearthShiftGrid *self)
{
  self->rows = g_ptr_array_new_with_free_func ((GDestroyNotify) gtk_widget_unparent);
  self->headings = g_ptr_array_new_with_free_func ((GDestroyNotify) gtk_widget_unparent);
  self->corner = make_heading (self, _ ("Resident"));
  self->go_on_at = -1;
  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  _ ("The shift: residents and items"), -1);
  add_controllers (self);
}

static void
menu_cb (HearthShiftGrid *self, GtkWidget *button, HearthShiftRow *row)
{
  g_signal_emit (self, signals[MENU], 0, hearth_shift_row_get_line (row), button);
}

/* ---- Public ---- */

HearthShiftGrid *
hearth_shift_grid_new (void)
{
  return g_object_new (HEARTH_TYPE_SHIFT_GRID, NULL);
}

void
hearth_shift_grid_set_words_funcs (HearthShiftGrid *self,
                                   HearthShiftWordsFunc words,
                                   HearthShiftWordlessFunc wordless)
{
  g_return_if_fail (HEARTH_IS_SHIFT_GRID (self));
  self->words = words;
  self->wordless = wordless;
}

void
hearth_shift_grid_set_items (HearthShiftGrid *self, const HearthRecordType *type, const char *const *items)
{
  HearthShiftColumns *columns = &self->columns;
  guint n = 0;

  g_return_if_fail (HEARTH_IS_SHIFT_GRID (self));
  hearth_shift_grid_close_editor (self);
  drop_rows (self);
  g_ptr_array_set_size (self->headings, 0);
  while (items[n] != NULL)
    n++;
  self->type = type;
  self->row = self->column = 0;
  columns->n_fields = n;
  columns->fields = g_renew (const HearthField *, columns->fields, n);
  columns->x = g_renew (int, columns->x, n);
  columns->width = g_renew (int, columns->width, n);
  self->wanted_widths = g_renew (int, self->wanted_widths, n);
  for (guint i = 0; i < n; i++)
    {
      columns->fields[i] = hearth_record_type_lookup_field (type, items[i]);
      g_ptr_array_add (self->headings, make_heading (self, hearth_shift_get_heading (columns->fields[i])));
      gtk_widget_set_tooltip_text (g_ptr_array_index (self->headings, i), _ (columns->fields[i]->label));
    }
  hearth_shift_grid_measure_columns (self);
}

void
hearth_shift_grid_set_lines (HearthShiftGrid *self, GPtrArray *lines)
{
  g_return_if_fail (HEARTH_IS_SHIFT_GRID (self));
  hearth_shift_grid_close_editor (self);
  drop_rows (self);
  for (guint i = 0; i < lines->len; i++)
    {
      HearthShiftRow *row = hearth_shift_row_new (&self->columns, g_ptr_array_index (lines, i));

      hearth_shift_row_columns_changed (row);
      /* Below the headings, which lie on top of what is scrolled. */
      gtk_widget_insert_before (GTK_WIDGET (row), GTK_WIDGET (self), self->corner);
      g_signal_connect_object (row, "menu", G_CALLBACK (menu_cb), self, G_CONNECT_SWAPPED);
      g_ptr_array_add (self->rows, row);
    }
  self->row = CLAMP (self->row, 0, MAX ((int) lines->len - 1, 0));
  self->column = CLAMP (self->column, 0, MAX ((int) self->columns.n_fields - 1, 0));
  gtk_widget_queue_resize (GTK_WIDGET (self));
  g_signal_emit (self, signals[MOVED], 0);
}

HearthShiftLine *
hearth_shift_grid_get_line (HearthShiftGrid *self)
{
  HearthShiftRow *row;

  g_return_val_if_fail (HEARTH_IS_SHIFT_GRID (self), NULL);
  row = hearth_shift_grid_get_row (self, self->row);
  return row != NULL ? hearth_shift_row_get_line (row) : NULL;
}

const HearthField *
hearth_shift_grid_get_field (HearthShiftGrid *self)
{
  g_return_val_if_fail (HEARTH_IS_SHIFT_GRID (self), NULL);
  return hearth_shift_grid_get_column_field (self, self->column);
}

void
hearth_shift_grid_go (HearthShiftGrid *self, HearthShiftLine *line, const char *item)
{
  int column = hearth_shift_grid_find_column (self, item);

  g_return_if_fail (HEARTH_IS_SHIFT_GRID (self));
  for (int i = 0; i < (int) self->rows->len; i++)
    if (hearth_shift_row_get_line (g_ptr_array_index (self->rows, i)) == line)
      hearth_shift_grid_go_to (self, i, column >= 0 ? column : self->column);
}

void
hearth_shift_grid_move (HearthShiftGrid *self, int rows)
{
  int row;

  g_return_if_fail (HEARTH_IS_SHIFT_GRID (self));
  row = CLAMP (self->row + rows, 0, MAX ((int) self->rows->len - 1, 0));
  /* Where one resident is shown at a time, the next one begins with what is not filled in. */
  hearth_shift_grid_go_to (self, row,
                           self->columns.stacked && row != self->row ? hearth_shift_grid_find_open (self, row)
                                                                     : self->column);
}

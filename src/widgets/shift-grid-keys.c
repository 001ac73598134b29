/* SPDX-License-Identifier: GPL-3.0-or-later
 * The keys of the shift grid.
 */
#define G_LOG_DOMAIN "hearth-widgets"

#include "config.h"

#include "widgets/digit-key.h"
#include "widgets/shift-grid-private.h"

#define FAR 10000

/* Where a key leads: rows and columns on, or back. */
typedef struct {
  guint keyval;
  int rows;
  int columns;
} Move;

static const Move moves[] = {
  { GDK_KEY_Up, -1, 0 },        { GDK_KEY_KP_Up, -1, 0 },   { GDK_KEY_Down, 1, 0 },
  { GDK_KEY_KP_Down, 1, 0 },    { GDK_KEY_Left, 0, -1 },    { GDK_KEY_KP_Left, 0, -1 },
  { GDK_KEY_Right, 0, 1 },      { GDK_KEY_KP_Right, 0, 1 }, { GDK_KEY_Home, 0, -FAR },
  { GDK_KEY_KP_Home, 0, -FAR }, { GDK_KEY_End, 0, FAR },    { GDK_KEY_KP_End, 0, FAR },
};

static bool
is_mirrored (HearthShiftGrid *self)
{
  return gtk_widget_get_direction (GTK_WIDGET (self)) == GTK_TEXT_DIR_RTL;
}

static void
move (HearthShiftGrid *self, const Move *move, bool far)
{
  int rows = move->rows, columns = move->columns;

  /* Home and End are where lines begin and end, arrows where they point. */
  if (is_mirrored (self) && ABS (columns) == 1)
    columns = -columns;
  if (far)
    {
      rows *= FAR;
      columns *= FAR;
    }
  /* One resident at a time: items stand below each other, the others beside. */
  if (self->columns.stacked && ABS (columns) == 1)
    hearth_shift_grid_move (self, columns);
  else if (self->columns.stacked && rows != 0)
    hearth_shift_grid_go_to (self, self->row, self->column + rows);
  else
    hearth_shift_grid_go_to (self, self->row + rows, self->column + columns);
}

static bool
take_move (HearthShiftGrid *self, guint keyval, bool far)
{
  for (gsize i = 0; i < G_N_ELEMENTS (moves); i++)
    if (moves[i].keyval == keyval)
      {
        if (far && ABS (moves[i].columns) == FAR)
          hearth_shift_grid_go_to (self, moves[i].columns < 0 ? 0 : FAR, moves[i].columns);
        else
          move (self, &moves[i], far);
        return true;
      }
  return false;
}

static void
turn_page (HearthShiftGrid *self, int direction)
{
  int rows = self->columns.stacked ? 1 : hearth_shift_grid_count_seen (self);

  hearth_shift_grid_move (self, direction * rows);
}

static bool
take_named_key (HearthShiftGrid *self, guint keyval, bool control)
{
  switch (keyval)
    {
    case GDK_KEY_Page_Up:
    case GDK_KEY_KP_Page_Up:
      turn_page (self, -1);
      return true;
    case GDK_KEY_Page_Down:
    case GDK_KEY_KP_Page_Down:
      turn_page (self, 1);
      return true;
    case GDK_KEY_Tab:
      return !control && hearth_shift_grid_go_to_open (self, false);
    case GDK_KEY_ISO_Left_Tab:
      return !control && hearth_shift_grid_go_to_open (self, true);
    case GDK_KEY_Return:
    case GDK_KEY_KP_Enter:
    case GDK_KEY_ISO_Enter:
    case GDK_KEY_F2:
      if (control)
        return false;
      hearth_shift_grid_open_words (self);
      return true;
    case GDK_KEY_Delete:
    case GDK_KEY_KP_Delete:
    case GDK_KEY_BackSpace:
      hearth_shift_grid_clear (self);
      return true;
    default:
      return false;
    }
}

static bool
is_text (HearthShiftGrid *self)
{
  return hearth_shift_count_options (hearth_shift_grid_get_field (self)) == 0;
}

/* In a text it is a key too many of the choices before: nobody's health is "2". */
static void
take_digit (HearthShiftGrid *self, int digit)
{
  if (digit == 0)
    hearth_shift_grid_ask_usual (self);
  else if (!is_text (self))
    hearth_shift_grid_choose (self, (guint) digit);
}

/* In a text, a letter begins it. */
static bool
take_letter (HearthShiftGrid *self, guint keyval)
{
  gunichar letter = gdk_keyval_to_unicode (keyval);
  char text[7] = "";

  if (letter == 0 || !g_unichar_isprint (letter))
    return false;
  if (!is_text (self))
    return hearth_shift_grid_choose_by_letter (self, letter);
  if (g_unichar_isspace (letter))
    return false;
  g_unichar_to_utf8 (letter, text);
  hearth_shift_grid_open_editor (self, self->column, text, -1);
  return true;
}

static bool
take_menu_key (HearthShiftGrid *self, guint keyval, GdkModifierType state)
{
  HearthShiftRow *row = hearth_shift_grid_get_row (self, self->row);

  if (keyval != GDK_KEY_Menu && !(keyval == GDK_KEY_F10 && (state & GDK_SHIFT_MASK) != 0))
    return false;
  g_signal_emit_by_name (self, "menu", hearth_shift_row_get_line (row),
                         hearth_shift_row_get_cell (row, (guint) self->column));
  return true;
}

static gboolean
key_pressed_cb (HearthShiftGrid *self, guint keyval, guint keycode, GdkModifierType state)
{
  bool control = (state & GDK_CONTROL_MASK) != 0;
  int digit;

  if (self->editor != NULL || self->rows->len == 0 || (state & (GDK_ALT_MASK | GDK_SUPER_MASK)) != 0)
    return GDK_EVENT_PROPAGATE;
  if (take_menu_key (self, keyval, state) || take_move (self, keyval, control) ||
      take_named_key (self, keyval, control))
    return GDK_EVENT_STOP;
  if (control)
    return GDK_EVENT_PROPAGATE;
  digit = hearth_digit_of_key (keyval, keycode);
  if (digit >= 0)
    {
      take_digit (self, digit);
      return GDK_EVENT_STOP;
    }
  return take_letter (self, keyval) ? GDK_EVENT_STOP : GDK_EVENT_PROPAGATE;
}

void
hearth_shift_grid_take_keys (HearthShiftGrid *self)
{
  GtkEventController *keys = gtk_event_controller_key_new ();

  g_signal_connect_swapped (keys, "key-pressed", G_CALLBACK (key_pressed_cb), self);
  gtk_widget_add_controller (GTK_WIDGET (self), keys);
}

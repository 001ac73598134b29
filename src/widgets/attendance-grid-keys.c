/* SPDX-License-Identifier: GPL-3.0-or-later
 * The keys of the attendance grid, and what they write.
 */
#define G_LOG_DOMAIN "hearth-widgets"

#include "config.h"

#include "widgets/attendance-grid-private.h"
#include "widgets/digit-key.h"
#include "widgets/shift-words.h"

#define FAR 10000
/* The digits that say how it was. */
#define N_STATES 6

/* ---- Writing ---- */

static const HearthAttendanceDay *
get_day (HearthAttendanceGrid *self)
{
  const HearthAttendanceLine *line = hearth_attendance_grid_get_line (self, self->row);

  return line != NULL && self->column >= 0 ? &line->days[self->column] : NULL;
}

/* To the next below who is expected and of whom nothing is written; where there is none, it stays. */
static void
go_on (HearthAttendanceGrid *self)
{
  for (int row = self->row + 1; row < (int) self->lines->len; row++)
    if (hearth_attendance_line_waits (g_ptr_array_index (self->lines, row), (unsigned int) self->column))
      {
        hearth_attendance_grid_go (self, row, self->column);
        return;
      }
}

static void
point_at (HearthAttendanceGrid *self)
{
  GtkWidget *cell = hearth_attendance_grid_get_child (self, self->row, self->column);
  graphene_rect_t bounds;

  self->asked_row = self->row;
  self->asked_column = self->column;
  if (gtk_widget_compute_bounds (cell, GTK_WIDGET (self), &bounds))
    gtk_popover_set_pointing_to (GTK_POPOVER (self->popover),
                                 &(GdkRectangle) { (int) bounds.origin.x, (int) bounds.origin.y,
                                                   (int) bounds.size.width, (int) bounds.size.height });
}

static char *
dup_heading (HearthAttendanceGrid *self)
{
  g_autofree char *when = hearth_attendance_dup_day (self->dates[self->column]);

  return g_strdup_printf ("%s · %s", hearth_attendance_grid_get_line (self, self->row)->name, when);
}

static void
choose (HearthAttendanceGrid *self, const char *code)
{
  const HearthAttendanceDay *day = get_day (self);

  if (day == NULL || !day->open)
    {
      gtk_widget_error_bell (GTK_WIDGET (self));
      return;
    }
  if (hearth_attendance_asks_reason (code))
    {
      g_autofree char *heading = dup_heading (self);

      point_at (self);
      hearth_attendance_popover_ask_reason (self->popover, heading, code);
      gtk_popover_popup (GTK_POPOVER (self->popover));
      return;
    }
  g_signal_emit_by_name (self, "chosen", (guint) self->row, (guint) self->column, code, "");
  go_on (self);
}

void
hearth_attendance_grid_ask (HearthAttendanceGrid *self)
{
  const HearthAttendanceDay *day = get_day (self);
  g_autofree char *heading = NULL;

  if (day == NULL || !day->open)
    {
      gtk_widget_error_bell (GTK_WIDGET (self));
      return;
    }
  heading = dup_heading (self);
  point_at (self);
  hearth_attendance_popover_ask_state (self->popover, heading, *day->state != '\0');
  gtk_popover_popup (GTK_POPOVER (self->popover));
}

static void
popover_chosen_cb (HearthAttendanceGrid *self, const char *state, const char *reason)
{
  g_signal_emit_by_name (self, "chosen", (guint) self->asked_row, (guint) self->asked_column, state, reason);
  hearth_attendance_grid_go (self, self->asked_row, self->asked_column);
  go_on (self);
}

static void
popover_cleared_cb (HearthAttendanceGrid *self)
{
  g_signal_emit_by_name (self, "cleared", (guint) self->asked_row, (guint) self->asked_column);
}

/* The keyboard goes back to where it was asked, or on from there. */
static void
popover_closed_cb (HearthAttendanceGrid *self)
{
  if (gtk_widget_get_mapped (GTK_WIDGET (self)))
    hearth_attendance_grid_go (self, self->row, self->column);
}

void
hearth_attendance_grid_add_popover (HearthAttendanceGrid *self)
{
  self->popover = hearth_attendance_popover_new ();
  gtk_widget_set_parent (GTK_WIDGET (self->popover), GTK_WIDGET (self));
  g_signal_connect_swapped (self->popover, "chosen", G_CALLBACK (popover_chosen_cb), self);
  g_signal_connect_swapped (self->popover, "cleared", G_CALLBACK (popover_cleared_cb), self);
  /* Not before it is gone: as it goes, it takes the keyboard with it. */
  g_signal_connect_swapped (self->popover, "unmap", G_CALLBACK (popover_closed_cb), self);
}

/* ---- Keys ---- */

static bool
take_move (HearthAttendanceGrid *self, guint keyval, bool far)
{
  bool mirrored = gtk_widget_get_direction (GTK_WIDGET (self)) == GTK_TEXT_DIR_RTL;
  int step = far ? FAR : 1;

  switch (keyval)
    {
    case GDK_KEY_Up:
    case GDK_KEY_KP_Up:
      hearth_attendance_grid_go (self, self->row - step, self->column);
      return true;
    case GDK_KEY_Down:
    case GDK_KEY_KP_Down:
      hearth_attendance_grid_go (self, self->row + step, self->column);
      return true;
    case GDK_KEY_Left:
    case GDK_KEY_KP_Left:
      hearth_attendance_grid_go (self, self->row, self->column + (mirrored ? step : -step));
      return true;
    case GDK_KEY_Right:
    case GDK_KEY_KP_Right:
      hearth_attendance_grid_go (self, self->row, self->column + (mirrored ? -step : step));
      return true;
    case GDK_KEY_Home:
    case GDK_KEY_KP_Home:
      hearth_attendance_grid_go (self, far ? 0 : self->row, 0);
      return true;
    case GDK_KEY_End:
    case GDK_KEY_KP_End:
      hearth_attendance_grid_go (self, far ? (int) self->rows->len - 1 : self->row, FAR);
      return true;
    default:
      return false;
    }
}

static bool
take_back (HearthAttendanceGrid *self, guint keyval)
{
  const HearthAttendanceDay *day = get_day (self);

  if (keyval != GDK_KEY_Delete && keyval != GDK_KEY_KP_Delete && keyval != GDK_KEY_BackSpace)
    return false;
  if (day == NULL || !day->open || *day->state == '\0')
    gtk_widget_error_bell (GTK_WIDGET (self));
  else
    g_signal_emit_by_name (self, "cleared", (guint) self->row, (guint) self->column);
  return true;
}

static bool
take_digit (HearthAttendanceGrid *self, int digit)
{
  const HearthField *field = hearth_attendance_get_state_field ();

  if (digit < 0 || self->column < 0)
    return false;
  if (digit == 0 && hearth_attendance_grid_waits (self, self->column))
    g_signal_emit_by_name (self, "everybody", (guint) self->column);
  else if (digit == 0 || digit > N_STATES)
    gtk_widget_error_bell (GTK_WIDGET (self));
  else
    choose (self, field->choices[digit - 1].code);
  return true;
}

static gunichar
get_first_letter (const char *word)
{
  return g_unichar_tolower (g_utf8_get_char (word));
}

static bool
take_letter (HearthAttendanceGrid *self, guint keyval)
{
  const HearthField *field = hearth_attendance_get_state_field ();
  gunichar letter = g_unichar_tolower (gdk_keyval_to_unicode (keyval));

  if (!g_unichar_isalpha (letter) || self->column < 0)
    return false;
  for (const HearthChoice *choice = field->choices; choice->code != NULL; choice++)
    if (get_first_letter (hearth_shift_get_word (field, choice)) == letter)
      {
        choose (self, choice->code);
        return true;
      }
  return false;
}

static gboolean
key_pressed_cb (HearthAttendanceGrid *self, guint keyval, guint keycode, GdkModifierType state)
{
  bool control = (state & GDK_CONTROL_MASK) != 0;

  if (self->rows->len == 0 || gtk_widget_get_visible (GTK_WIDGET (self->popover)) ||
      (state & (GDK_ALT_MASK | GDK_SUPER_MASK)) != 0)
    return GDK_EVENT_PROPAGATE;
  if (take_move (self, keyval, control))
    return GDK_EVENT_STOP;
  if (control)
    return GDK_EVENT_PROPAGATE;
  return take_back (self, keyval) || take_digit (self, hearth_digit_of_key (keyval, keycode)) ||
         take_letter (self, keyval);
}

void
hearth_attendance_grid_take_keys (HearthAttendanceGrid *self)
{
  GtkEventController *keys = gtk_event_controller_key_new ();

  g_signal_connect_swapped (keys, "key-pressed", G_CALLBACK (key_pressed_cb), self);
  gtk_widget_add_controller (GTK_WIDGET (self), keys);
}

/* SPDX-License-Identifier: GPL-3.0-or-later
 * What was it on that day, and why: choices with a digit each, beside a cell of the attendance grid.
 */
#define G_LOG_DOMAIN "hearth-widgets"

#include "config.h"

#include "widgets/attendance-popover.h"

#include <glib/gi18n-lib.h>

#include "widgets/attendance-cell.h"
#include "widgets/digit-key.h"
#include "widgets/shift-mark.h"

enum { CHOSEN, CLEARED, N_SIGNALS };

static guint signals[N_SIGNALS];

struct _HearthAttendancePopover {
  GtkPopover parent_instance;

  /* Borrowed */
  GtkBox *box;

  /* Owned */
  char *heading;
  char *state; /* whose reason is asked for; NULL: none is */
};

G_DEFINE_FINAL_TYPE (HearthAttendancePopover, hearth_attendance_popover, GTK_TYPE_POPOVER)

bool
hearth_attendance_asks_reason (const char *state)
{
  return g_str_equal (state, "absent") || g_str_equal (state, "excused");
}

/* ---- Answers ---- */

static void
say (HearthAttendancePopover *self, const char *reason)
{
  g_autofree char *state = g_steal_pointer (&self->state);

  g_signal_emit (self, signals[CHOSEN], 0, state, reason);
  gtk_popover_popdown (GTK_POPOVER (self));
}

static void
choose (HearthAttendancePopover *self, const char *code)
{
  if (self->state != NULL)
    {
      say (self, code);
      return;
    }
  if (hearth_attendance_asks_reason (code))
    {
      g_autofree char *heading = g_strdup (self->heading);

      hearth_attendance_popover_ask_reason (self, heading, code);
      return;
    }
  g_set_str (&self->state, code);
  say (self, "");
}

static void
chosen_cb (HearthAttendancePopover *self, GtkButton *button)
{
  choose (self, g_object_get_data (G_OBJECT (button), "code"));
}

static void
clear_cb (HearthAttendancePopover *self)
{
  g_signal_emit (self, signals[CLEARED], 0);
  gtk_popover_popdown (GTK_POPOVER (self));
}

static GtkWidget *
find_choice (HearthAttendancePopover *self, int digit)
{
  GtkWidget *child = gtk_widget_get_first_child (GTK_WIDGET (self->box));

  while (child != NULL &&
         (!GTK_IS_BUTTON (child) || GPOINTER_TO_INT (g_object_get_data (G_OBJECT (child), "digit")) != digit))
    child = gtk_widget_get_next_sibling (child);
  return child;
}

static gboolean
key_pressed_cb (HearthAttendancePopover *self, guint keyval, guint keycode, GdkModifierType state)
{
  int digit = hearth_digit_of_key (keyval, keycode);
  GtkWidget *button = digit >= 0 ? find_choice (self, digit) : NULL;

  if (keyval == GDK_KEY_Escape)
    {
      g_clear_pointer (&self->state, g_free);
      gtk_popover_popdown (GTK_POPOVER (self));
      return GDK_EVENT_STOP;
    }
  if (button == NULL || (state & (GDK_CONTROL_MASK | GDK_ALT_MASK | GDK_SUPER_MASK)) != 0)
    return GDK_EVENT_PROPAGATE;
  g_signal_emit_by_name (button, "clicked");
  return GDK_EVENT_STOP;
}

/* ---- Choices ---- */

static void
add_button (HearthAttendancePopover *self, int digit, GtkWidget *mark, const char *code, const char *words)
{
  GtkWidget *button = gtk_button_new (), *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 9);
  g_autofree char *key = g_strdup_printf ("%d", digit);
  GtkWidget *cap = gtk_label_new (key);

  gtk_widget_add_css_class (cap, "keycap");
  gtk_accessible_update_state (GTK_ACCESSIBLE (cap), GTK_ACCESSIBLE_STATE_HIDDEN, TRUE, -1);
  gtk_box_append (GTK_BOX (box), cap);
  if (mark != NULL)
    gtk_box_append (GTK_BOX (box), mark);
  gtk_box_append (GTK_BOX (box), gtk_label_new (words));
  gtk_button_set_child (GTK_BUTTON (button), box);
  gtk_widget_add_css_class (button, "flat");
  gtk_accessible_update_property (GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_PROPERTY_LABEL, words,
                                  GTK_ACCESSIBLE_PROPERTY_KEY_SHORTCUTS, key, -1);
  g_object_set_data (G_OBJECT (button), "digit", GINT_TO_POINTER (digit));
  g_object_set_data_full (G_OBJECT (button), "code", g_strdup (code), g_free);
  g_signal_connect_object (button, "clicked", G_CALLBACK (chosen_cb), self, G_CONNECT_SWAPPED);
  gtk_box_append (self->box, button);
}

static void
begin (HearthAttendancePopover *self, const char *heading, const char *question)
{
  g_autofree char *words = g_strdup_printf ("%s\n%s", heading, question);
  GtkWidget *child, *label = gtk_label_new (words);

  while ((child = gtk_widget_get_first_child (GTK_WIDGET (self->box))) != NULL)
    gtk_box_remove (self->box, child);
  g_set_str (&self->heading, heading);
  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_label_set_wrap (GTK_LABEL (label), TRUE);
  gtk_label_set_max_width_chars (GTK_LABEL (label), 28);
  gtk_widget_set_margin_start (label, 9);
  gtk_widget_add_css_class (label, "heading");
  gtk_box_append (self->box, label);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL, words, -1);
}

/* The buttons of the question before are gone, and the keyboard with them. */
static void
focus_first (HearthAttendancePopover *self)
{
  GtkWidget *first = find_choice (self, 1);

  if (gtk_widget_get_mapped (GTK_WIDGET (self)))
    gtk_widget_grab_focus (first);
}

/* ---- Overrides ---- */

static void
hearth_attendance_popover_closed (GtkPopover *popover)
{
  HearthAttendancePopover *self = HEARTH_ATTENDANCE_POPOVER (popover);

  if (self->state != NULL)
    say (self, "");
}

static void
hearth_attendance_popover_finalize (GObject *object)
{
  HearthAttendancePopover *self = HEARTH_ATTENDANCE_POPOVER (object);

  g_free (self->heading);
  g_free (self->state);

  G_OBJECT_CLASS (hearth_attendance_popover_parent_class)->finalize (object);
}

static void
hearth_attendance_popover_class_init (HearthAttendancePopoverClass *klass)
{
  GType type = G_TYPE_FROM_CLASS (klass);

  G_OBJECT_CLASS (klass)->finalize = hearth_attendance_popover_finalize;
  GTK_POPOVER_CLASS (klass)->closed = hearth_attendance_popover_closed;
  signals[CHOSEN] = g_signal_new ("chosen", type, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 2,
                                  G_TYPE_STRING, G_TYPE_STRING);
  signals[CLEARED] = g_signal_new ("cleared", type, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);
}

static void
hearth_attendance_popover_init (HearthAttendancePopover *self)
{
  GtkEventController *keys = gtk_event_controller_key_new ();

  self->box = GTK_BOX (gtk_box_new (GTK_ORIENTATION_VERTICAL, 3));
  gtk_popover_set_child (GTK_POPOVER (self), GTK_WIDGET (self->box));
  /* Before the toolkit closes it. */
  gtk_event_controller_set_propagation_phase (keys, GTK_PHASE_CAPTURE);
  g_signal_connect_swapped (keys, "key-pressed", G_CALLBACK (key_pressed_cb), self);
  gtk_widget_add_controller (GTK_WIDGET (self), keys);
}

/* ---- Public ---- */

HearthAttendancePopover *
hearth_attendance_popover_new (void)
{
  return g_object_new (HEARTH_TYPE_ATTENDANCE_POPOVER, NULL);
}

void
hearth_attendance_popover_ask_state (HearthAttendancePopover *self, const char *heading, bool written)
{
  const HearthField *field = hearth_attendance_get_state_field ();
  int digit = 0;

  g_return_if_fail (HEARTH_IS_ATTENDANCE_POPOVER (self));
  g_clear_pointer (&self->state, g_free);
  begin (self, heading, _ ("How was it?"));
  for (const HearthChoice *choice = field->choices; choice->code != NULL; choice++)
    add_button (self, ++digit, hearth_shift_mark_new (field, choice->code), choice->code, _ (choice->label));
  if (written)
    {
      GtkWidget *button = gtk_button_new_with_label (_ ("Take back what is written"));

      gtk_widget_add_css_class (button, "flat");
      g_signal_connect_object (button, "clicked", G_CALLBACK (clear_cb), self, G_CONNECT_SWAPPED);
      gtk_box_append (self->box, button);
    }
  focus_first (self);
}

void
hearth_attendance_popover_ask_reason (HearthAttendancePopover *self, const char *heading, const char *state)
{
  const HearthField *field = hearth_attendance_get_reason_field ();
  int digit = 0;

  g_return_if_fail (HEARTH_IS_ATTENDANCE_POPOVER (self));
  g_set_str (&self->state, state);
  begin (self, heading, _ (hearth_field_lookup_choice (hearth_attendance_get_state_field (), state)->label));
  for (const HearthChoice *choice = field->choices; choice->code != NULL; choice++)
    add_button (self, ++digit, NULL, choice->code, _ (choice->label));
  add_button (self, 0, NULL, "", _ ("Not known"));
  focus_first (self);
}

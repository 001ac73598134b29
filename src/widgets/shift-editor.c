/* SPDX-License-Identifier: GPL-3.0-or-later
 * The small field for words that opens in a cell of the shift grid.
 */
#define G_LOG_DOMAIN "hearth-widgets"

#include "config.h"

#include "widgets/shift-editor.h"

#include <glib/gi18n-lib.h>

#include "core/field.h"

#define LEAST_WIDTH 200
#define TEXT_HEIGHT 72

struct _HearthShiftEditor {
  GtkWidget parent_instance;

  const HearthField *field;

  /* Borrowed */
  GtkTextView *view;
  GtkLabel *heading;
  GtkLabel *hint;
};

G_DEFINE_FINAL_TYPE (HearthShiftEditor, hearth_shift_editor, GTK_TYPE_WIDGET)

enum { DONE, LEFT, CHANGED, N_SIGNALS };

static guint signals[N_SIGNALS];

/* ---- Callbacks ---- */

static gboolean
key_pressed_cb (HearthShiftEditor *self, guint keyval, guint keycode, GdkModifierType state)
{
  bool is_enter = keyval == GDK_KEY_Return || keyval == GDK_KEY_KP_Enter || keyval == GDK_KEY_ISO_Enter;

  if (keyval == GDK_KEY_Escape)
    {
      g_signal_emit (self, signals[LEFT], 0);
      return GDK_EVENT_STOP;
    }
  if (keyval == GDK_KEY_Tab || keyval == GDK_KEY_ISO_Left_Tab ||
      (is_enter && ((state & GDK_SHIFT_MASK) == 0 || !hearth_field_is_long (self->field))))
    {
      g_signal_emit (self, signals[DONE], 0);
      return GDK_EVENT_STOP;
    }
  return GDK_EVENT_PROPAGATE;
}

static void
changed_cb (HearthShiftEditor *self)
{
  g_signal_emit (self, signals[CHANGED], 0);
}

/* ---- Overrides ---- */

static gboolean
hearth_shift_editor_grab_focus (GtkWidget *widget)
{
  return gtk_widget_grab_focus (GTK_WIDGET (HEARTH_SHIFT_EDITOR (widget)->view));
}

static void
hearth_shift_editor_dispose (GObject *object)
{
  GtkWidget *child;

  while ((child = gtk_widget_get_first_child (GTK_WIDGET (object))) != NULL)
    gtk_widget_unparent (child);

  G_OBJECT_CLASS (hearth_shift_editor_parent_class)->dispose (object);
}

static void
hearth_shift_editor_class_init (HearthShiftEditorClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);
  GType type = G_TYPE_FROM_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = hearth_shift_editor_dispose;
  widget_class->grab_focus = hearth_shift_editor_grab_focus;
  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BOX_LAYOUT);
  gtk_widget_class_set_css_name (widget_class, "shifteditor");
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_GROUP);

  signals[DONE] = g_signal_new ("done", type, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);
  signals[LEFT] = g_signal_new ("left", type, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);
  signals[CHANGED] = g_signal_new ("changed", type, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);
}

static GtkLabel *
add_label (HearthShiftEditor *self, const char *text, const char *css_class)
{
  GtkWidget *label = gtk_label_new (text);

  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_label_set_wrap (GTK_LABEL (label), TRUE);
  gtk_widget_add_css_class (label, css_class);
  gtk_widget_set_parent (label, GTK_WIDGET (self));
  return GTK_LABEL (label);
}

static void
add_view (HearthShiftEditor *self)
{
  GtkWidget *scrolled = gtk_scrolled_window_new (), *view = gtk_text_view_new ();
  GtkEventController *keys = gtk_event_controller_key_new ();

  self->view = GTK_TEXT_VIEW (view);
  gtk_text_view_set_wrap_mode (self->view, GTK_WRAP_WORD_CHAR);
  gtk_text_view_set_accepts_tab (self->view, FALSE);
  if (self->field->own_words)
    gtk_widget_add_css_class (view, "own-words");
  gtk_event_controller_set_propagation_phase (keys, GTK_PHASE_CAPTURE);
  g_signal_connect_swapped (keys, "key-pressed", G_CALLBACK (key_pressed_cb), self);
  gtk_widget_add_controller (view, keys);
  g_signal_connect_object (gtk_text_view_get_buffer (self->view), "changed", G_CALLBACK (changed_cb), self,
                           G_CONNECT_SWAPPED);
  gtk_scrolled_window_set_child (GTK_SCROLLED_WINDOW (scrolled), view);
  gtk_scrolled_window_set_policy (GTK_SCROLLED_WINDOW (scrolled), GTK_POLICY_NEVER, GTK_POLICY_AUTOMATIC);
  gtk_widget_set_size_request (scrolled, LEAST_WIDTH, TEXT_HEIGHT);
  gtk_widget_set_vexpand (scrolled, TRUE);
  gtk_widget_set_parent (scrolled, GTK_WIDGET (self));
}

static void
hearth_shift_editor_init (HearthShiftEditor *self)
{
  GtkLayoutManager *layout = gtk_widget_get_layout_manager (GTK_WIDGET (self));

  gtk_orientable_set_orientation (GTK_ORIENTABLE (layout), GTK_ORIENTATION_VERTICAL);
  gtk_box_layout_set_spacing (GTK_BOX_LAYOUT (layout), 6);
  gtk_widget_add_css_class (GTK_WIDGET (self), "card");
}

/* ---- Public ---- */

HearthShiftEditor *
hearth_shift_editor_new (const HearthField *field, const char *name, const char *text)
{
  HearthShiftEditor *self = g_object_new (HEARTH_TYPE_SHIFT_EDITOR, NULL);
  GtkTextBuffer *buffer;
  GtkTextIter end;
  /* Translators: a resident, and an item of the shift: “Mali · Feeling unwell” */
  g_autofree char *heading = g_strdup_printf (_ ("%s · %s"), name, _ (field->label));

  self->field = field;
  self->heading = add_label (self, heading, "caption-heading");
  add_view (self);
  self->hint =
    add_label (self,
               hearth_field_is_long (field) ? _ ("Enter: done · Shift+Enter: new line · Esc: leave it")
                                            : _ ("Enter: done · Esc: leave it"),
               "caption");
  buffer = gtk_text_view_get_buffer (self->view);
  gtk_text_buffer_set_text (buffer, text, -1);
  gtk_text_buffer_get_end_iter (buffer, &end);
  gtk_text_buffer_place_cursor (buffer, &end);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->view), GTK_ACCESSIBLE_PROPERTY_LABEL, heading,
                                  GTK_ACCESSIBLE_PROPERTY_DESCRIPTION,
                                  field->hint != NULL ? _ (field->hint) : "", -1);
  return self;
}

const HearthField *
hearth_shift_editor_get_field (HearthShiftEditor *self)
{
  g_return_val_if_fail (HEARTH_IS_SHIFT_EDITOR (self), NULL);
  return self->field;
}

char *
hearth_shift_editor_dup_text (HearthShiftEditor *self)
{
  GtkTextBuffer *buffer;
  GtkTextIter start, end;

  g_return_val_if_fail (HEARTH_IS_SHIFT_EDITOR (self), NULL);
  buffer = gtk_text_view_get_buffer (self->view);
  gtk_text_buffer_get_bounds (buffer, &start, &end);
  return gtk_text_buffer_get_text (buffer, &start, &end, FALSE);
}

void
hearth_shift_editor_ask_why (HearthShiftEditor *self,
                             const char *name,
                             const HearthField *item,
                             const char *value)
{
  g_autofree char *heading = NULL;

  g_return_if_fail (HEARTH_IS_SHIFT_EDITOR (self));
  /* Translators: a resident, an item of the shift and what was chosen: “Mali · Why? Sleep: Hardly slept” */
  heading = g_strdup_printf (_ ("%s · Why? %s: %s"), name, _ (item->label), value);
  gtk_label_set_text (self->heading, heading);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->view), GTK_ACCESSIBLE_PROPERTY_LABEL, heading, -1);
}

void
hearth_shift_editor_tell (HearthShiftEditor *self, const char *sentence)
{
  g_return_if_fail (HEARTH_IS_SHIFT_EDITOR (self));
  gtk_label_set_text (self->hint, sentence);
  gtk_widget_add_css_class (GTK_WIDGET (self->hint), "error");
  gtk_accessible_update_state (GTK_ACCESSIBLE (self->view), GTK_ACCESSIBLE_STATE_INVALID,
                               GTK_ACCESSIBLE_INVALID_TRUE, -1);
  gtk_accessible_announce (GTK_ACCESSIBLE (self->view), sentence,
                           GTK_ACCESSIBLE_ANNOUNCEMENT_PRIORITY_MEDIUM);
}

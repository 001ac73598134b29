/* SPDX-License-Identifier: GPL-3.0-or-later
 * Below the shift grid: what each digit stands for in the cell that has the keyboard; buttons for pointer and finger.
 */
#define G_LOG_DOMAIN "hearth-widgets"

#include "config.h"

#include "widgets/shift-strip.h"

#include <adwaita.h>
#include <glib/gi18n-lib.h>

#include "widgets/shift-mark.h"

struct _HearthShiftStrip {
  GtkWidget parent_instance;

  /* Borrowed */
  HearthShiftGrid *grid;
  GtkLabel *label;
  GtkWidget *before_button;
  GtkWidget *after_button;
  AdwWrapBox *buttons;

  const HearthField *field; /* that the buttons are for */
};

G_DEFINE_FINAL_TYPE (HearthShiftStrip, hearth_shift_strip, GTK_TYPE_WIDGET)

/* ---- Callbacks ---- */

static void
choose_cb (HearthShiftStrip *self, GtkButton *button)
{
  guint n = GPOINTER_TO_UINT (g_object_get_data (G_OBJECT (button), "option"));

  hearth_shift_grid_choose (self->grid, n);
}

static void
usual_cb (HearthShiftStrip *self)
{
  hearth_shift_grid_ask_usual (self->grid);
}

static void
words_cb (HearthShiftStrip *self)
{
  hearth_shift_grid_open_words (self->grid);
}

static void
clear_cb (HearthShiftStrip *self)
{
  hearth_shift_grid_clear (self->grid);
}

static void
before_cb (HearthShiftStrip *self)
{
  hearth_shift_grid_move (self->grid, -1);
}

static void
after_cb (HearthShiftStrip *self)
{
  hearth_shift_grid_move (self->grid, 1);
}

/* ---- Buttons ---- */

static GtkWidget *
add_button (HearthShiftStrip *self, const char *key, GtkWidget *mark, const char *word, GCallback pressed)
{
  GtkWidget *button = gtk_button_new (), *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 6);
  GtkWidget *cap = gtk_label_new (key);

  gtk_widget_add_css_class (cap, "keycap");
  gtk_accessible_update_state (GTK_ACCESSIBLE (cap), GTK_ACCESSIBLE_STATE_HIDDEN, TRUE, -1);
  gtk_box_append (GTK_BOX (box), cap);
  if (mark != NULL)
    gtk_box_append (GTK_BOX (box), mark);
  gtk_box_append (GTK_BOX (box), gtk_label_new (word));
  gtk_button_set_child (GTK_BUTTON (button), box);
  gtk_widget_add_css_class (button, "flat");
  /* The keyboard stays in the grid, where the same is done by one key. */
  gtk_widget_set_focusable (button, FALSE);
  gtk_widget_set_focus_on_click (button, FALSE);
  gtk_accessible_update_property (GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_PROPERTY_LABEL, word,
                                  GTK_ACCESSIBLE_PROPERTY_KEY_SHORTCUTS, key, -1);
  g_signal_connect_swapped (button, "clicked", pressed, self);
  adw_wrap_box_append (self->buttons, button);
  return button;
}

static void
make_buttons (HearthShiftStrip *self, const HearthField *field)
{
  guint n_options = hearth_shift_count_options (field);
  GtkWidget *child;

  while ((child = gtk_widget_get_first_child (GTK_WIDGET (self->buttons))) != NULL)
    adw_wrap_box_remove (self->buttons, child);
  for (guint i = 1; i <= n_options; i++)
    {
      const char *word, *code = hearth_shift_get_option (field, i, &word);
      g_autofree char *key = g_strdup_printf ("%u", i);
      GtkWidget *button =
        add_button (self, key, hearth_shift_mark_new (field, code), word, G_CALLBACK (choose_cb));

      g_object_set_data (G_OBJECT (button), "option", GUINT_TO_POINTER (i));
    }
  /* Translators: the key “0” fills in what is said of a resident on most days. */
  add_button (self, "0", NULL, _ ("As usual"), G_CALLBACK (usual_cb));
  add_button (self, _ ("Enter"), NULL, n_options > 0 ? _ ("Say more") : _ ("Write"), G_CALLBACK (words_cb));
  add_button (self, _ ("Del"), NULL, _ ("Clear"), G_CALLBACK (clear_cb));
}

static void
show (HearthShiftStrip *self)
{
  HearthShiftLine *line = hearth_shift_grid_get_line (self->grid);
  const HearthField *field = hearth_shift_grid_get_field (self->grid);
  g_autofree char *words = NULL;
  gboolean stacked;

  gtk_widget_set_visible (GTK_WIDGET (self), line != NULL && field != NULL);
  if (line == NULL || field == NULL)
    return;
  g_object_get (self->grid, "stacked", &stacked, NULL);
  /* Translators: the resident and the item that the next key writes: “Mali · Mood” */
  words = g_strdup_printf (_ ("%s · %s"), hearth_shift_line_get_name (line), _ (field->label));
  gtk_label_set_text (self->label, words);
  gtk_widget_set_visible (self->before_button, stacked);
  gtk_widget_set_visible (self->after_button, stacked);
  gtk_widget_set_sensitive (GTK_WIDGET (self->buttons), hearth_shift_line_get_editable (line));
  if (field == self->field)
    return;
  self->field = field;
  make_buttons (self, field);
}

/* ---- Overrides ---- */

static void
hearth_shift_strip_dispose (GObject *object)
{
  GtkWidget *child;

  while ((child = gtk_widget_get_first_child (GTK_WIDGET (object))) != NULL)
    gtk_widget_unparent (child);

  G_OBJECT_CLASS (hearth_shift_strip_parent_class)->dispose (object);
}

static void
hearth_shift_strip_class_init (HearthShiftStripClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = hearth_shift_strip_dispose;
  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BOX_LAYOUT);
  gtk_widget_class_set_css_name (widget_class, "shiftstrip");
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_TOOLBAR);
}

static GtkWidget *
make_arrow (HearthShiftStrip *self, const char *icon_name, const char *words, GCallback pressed)
{
  GtkWidget *button = gtk_button_new_from_icon_name (icon_name);

  gtk_widget_add_css_class (button, "flat");
  gtk_widget_set_tooltip_text (button, words);
  gtk_widget_set_focus_on_click (button, FALSE);
  g_signal_connect_swapped (button, "clicked", pressed, self);
  return button;
}

static void
hearth_shift_strip_init (HearthShiftStrip *self)
{
  GtkWidget *heading = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 6), *label = gtk_label_new (NULL);
  GtkLayoutManager *layout = gtk_widget_get_layout_manager (GTK_WIDGET (self));

  gtk_orientable_set_orientation (GTK_ORIENTABLE (layout), GTK_ORIENTATION_VERTICAL);
  gtk_widget_add_css_class (GTK_WIDGET (self), "toolbar");
  self->label = GTK_LABEL (label);
  gtk_label_set_ellipsize (self->label, PANGO_ELLIPSIZE_END);
  gtk_label_set_xalign (self->label, 0);
  gtk_widget_set_hexpand (label, TRUE);
  gtk_widget_add_css_class (label, "caption-heading");
  self->before_button =
    make_arrow (self, "go-previous-symbolic", _ ("Resident before (Page Up)"), G_CALLBACK (before_cb));
  self->after_button =
    make_arrow (self, "go-next-symbolic", _ ("Next resident (Page Down)"), G_CALLBACK (after_cb));
  gtk_box_append (GTK_BOX (heading), label);
  gtk_box_append (GTK_BOX (heading), self->before_button);
  gtk_box_append (GTK_BOX (heading), self->after_button);
  gtk_widget_set_parent (heading, GTK_WIDGET (self));
  self->buttons = ADW_WRAP_BOX (adw_wrap_box_new ());
  adw_wrap_box_set_child_spacing (self->buttons, 3);
  adw_wrap_box_set_line_spacing (self->buttons, 3);
  gtk_widget_set_parent (GTK_WIDGET (self->buttons), GTK_WIDGET (self));
}

/* ---- Public ---- */

HearthShiftStrip *
hearth_shift_strip_new (HearthShiftGrid *grid)
{
  HearthShiftStrip *self = g_object_new (HEARTH_TYPE_SHIFT_STRIP, NULL);

  self->grid = grid;
  g_signal_connect_object (grid, "moved", G_CALLBACK (show), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (grid, "notify::stacked", G_CALLBACK (show), self, G_CONNECT_SWAPPED);
  show (self);
  return self;
}

void
hearth_shift_strip_tell (HearthShiftStrip *self, const char *words)
{
  g_autofree char *text = NULL;

  g_return_if_fail (HEARTH_IS_SHIFT_STRIP (self));
  show (self);
  /* Translators: what has the keyboard, and something about it */
  text = g_strdup_printf (_ ("%s: %s"), gtk_label_get_text (self->label), words);
  gtk_label_set_text (self->label, text);
  gtk_accessible_announce (GTK_ACCESSIBLE (self), words, GTK_ACCESSIBLE_ANNOUNCEMENT_PRIORITY_MEDIUM);
}

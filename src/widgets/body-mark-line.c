/* SPDX-License-Identifier: GPL-3.0-or-later
 * One mark on the outline of a body, in words: where it is, what it is, and what is said about it.
 */
#define G_LOG_DOMAIN "hearth-widgets"

#include "config.h"

#include "widgets/body-mark-line.h"

#include "draw/body-map.h"
#include "widgets/words.h"

#include <glib/gi18n-lib.h>

#define MOST_WORDS 300

struct _HearthBodyMarkLine {
  GtkBox parent_instance;

  const HearthField *field;
  guint place;
  char *line; /* as it came */
  HearthBodyPlace body_place;
  bool is_mark;

  /* borrowed; NULL where nothing can be changed */
  GtkDropDown *kind;
  GtkEditable *words;
};

enum { SIGNAL_CHANGED, SIGNAL_REMOVED, SIGNAL_FOCUSED, N_SIGNALS };

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (HearthBodyMarkLine, hearth_body_mark_line, GTK_TYPE_BOX)

/* --- callbacks --- */

static void
changed_cb (HearthBodyMarkLine *self)
{
  g_signal_emit (self, signals[SIGNAL_CHANGED], 0);
}

static void
remove_cb (HearthBodyMarkLine *self)
{
  g_signal_emit (self, signals[SIGNAL_REMOVED], 0);
}

static void
focus_entered_cb (HearthBodyMarkLine *self)
{
  g_signal_emit (self, signals[SIGNAL_FOCUSED], 0);
}

/* --- showing --- */

static GtkWidget *
make_label (const char *words)
{
  GtkWidget *label = gtk_label_new (words);

  gtk_label_set_wrap (GTK_LABEL (label), TRUE);
  gtk_label_set_wrap_mode (GTK_LABEL (label), PANGO_WRAP_WORD_CHAR);
  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_widget_set_hexpand (label, TRUE);
  return label;
}

static void
add_head (HearthBodyMarkLine *self, const char *words, bool editable)
{
  GtkWidget *head = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 6), *button;
  g_autofree char *remove = NULL;

  gtk_box_append (GTK_BOX (head), make_label (words));
  gtk_box_append (GTK_BOX (self), head);
  if (!editable)
    return;
  remove = hearth_words_take_away (words);
  button = gtk_button_new_from_icon_name ("window-close-symbolic");
  gtk_widget_set_name (button, "remove");
  gtk_widget_set_valign (button, GTK_ALIGN_CENTER);
  gtk_widget_add_css_class (button, "flat");
  gtk_widget_add_css_class (button, "circular");
  gtk_widget_set_tooltip_text (button, remove);
  gtk_accessible_update_property (GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_PROPERTY_LABEL, remove, -1);
  g_signal_connect_object (button, "clicked", G_CALLBACK (remove_cb), self, G_CONNECT_SWAPPED);
  gtk_box_append (GTK_BOX (head), button);
}

static GtkWidget *
make_kinds (HearthBodyMarkLine *self, const char *code)
{
  g_autoptr (GtkStringList) labels = gtk_string_list_new (NULL);
  GtkWidget *kinds;
  guint chosen = 0;

  for (guint i = 0; self->field->choices[i].code != NULL; i++)
    {
      gtk_string_list_append (labels, _ (self->field->choices[i].label));
      if (g_str_equal (self->field->choices[i].code, code))
        chosen = i;
    }
  kinds = gtk_drop_down_new (G_LIST_MODEL (g_steal_pointer (&labels)), NULL);
  gtk_drop_down_set_selected (GTK_DROP_DOWN (kinds), chosen);
  gtk_accessible_update_property (GTK_ACCESSIBLE (kinds), GTK_ACCESSIBLE_PROPERTY_LABEL, _ ("Kind of mark"),
                                  -1);
  return kinds;
}

static void
add_inputs (HearthBodyMarkLine *self, const char *code, const char *words)
{
  GtkWidget *inputs = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 6);
  GtkWidget *kinds = make_kinds (self, code), *entry = gtk_entry_new ();

  self->kind = GTK_DROP_DOWN (kinds);
  self->words = GTK_EDITABLE (entry);
  gtk_editable_set_text (self->words, words);
  gtk_editable_set_max_width_chars (self->words, 60);
  gtk_editable_set_width_chars (self->words, 6);
  gtk_entry_set_max_length (GTK_ENTRY (entry), MOST_WORDS);
  gtk_entry_set_placeholder_text (GTK_ENTRY (entry), _ ("Size, colour, what was said"));
  gtk_entry_set_input_hints (GTK_ENTRY (entry), GTK_INPUT_HINT_PRIVATE);
  gtk_accessible_update_property (GTK_ACCESSIBLE (entry), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  _ ("Words about the mark"), -1);
  gtk_widget_set_hexpand (entry, TRUE);
  gtk_box_append (GTK_BOX (inputs), kinds);
  gtk_box_append (GTK_BOX (inputs), entry);
  gtk_box_append (GTK_BOX (self), inputs);
  g_signal_connect_object (kinds, "notify::selected", G_CALLBACK (changed_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (entry, "changed", G_CALLBACK (changed_cb), self, G_CONNECT_SWAPPED);
}

/* --- overrides --- */

static void
hearth_body_mark_line_finalize (GObject *object)
{
  g_free (HEARTH_BODY_MARK_LINE (object)->line);
  G_OBJECT_CLASS (hearth_body_mark_line_parent_class)->finalize (object);
}

static void
hearth_body_mark_line_class_init (HearthBodyMarkLineClass *klass)
{
  GType type = G_TYPE_FROM_CLASS (klass);

  G_OBJECT_CLASS (klass)->finalize = hearth_body_mark_line_finalize;
  gtk_widget_class_set_accessible_role (GTK_WIDGET_CLASS (klass), GTK_ACCESSIBLE_ROLE_LIST_ITEM);
  signals[SIGNAL_CHANGED] =
    g_signal_new ("changed", type, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);
  signals[SIGNAL_REMOVED] =
    g_signal_new ("removed", type, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);
  signals[SIGNAL_FOCUSED] =
    g_signal_new ("focused", type, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);
}

static void
hearth_body_mark_line_init (HearthBodyMarkLine *self)
{
  GtkEventController *focus = gtk_event_controller_focus_new ();

  gtk_orientable_set_orientation (GTK_ORIENTABLE (self), GTK_ORIENTATION_VERTICAL);
  gtk_box_set_spacing (GTK_BOX (self), 3);
  g_signal_connect_swapped (focus, "enter", G_CALLBACK (focus_entered_cb), self);
  gtk_widget_add_controller (GTK_WIDGET (self), focus);
}

/* --- public --- */

GtkWidget *
hearth_body_mark_line_new (const HearthField *field, const char *line, guint place, bool editable)
{
  HearthBodyMarkLine *self;
  g_autofree char *code = NULL, *words = NULL, *head = NULL;

  g_return_val_if_fail (field != NULL, NULL);
  g_return_val_if_fail (line != NULL, NULL);

  self = g_object_new (HEARTH_TYPE_BODY_MARK_LINE, NULL);
  self->field = field;
  self->place = place;
  self->line = g_strdup (line);
  self->is_mark = hearth_body_map_read_line (line, &self->body_place, &code, &words) &&
                  hearth_field_lookup_choice (field, code) != NULL;
  if (!self->is_mark)
    head = g_strdup (line);
  else
    head = hearth_words_body_mark (place + 1, &self->body_place,
                                   editable ? NULL : hearth_field_lookup_choice (field, code),
                                   editable ? "" : words);
  add_head (self, head, editable);
  if (self->is_mark && editable)
    add_inputs (self, code, words);
  return GTK_WIDGET (self);
}

guint
hearth_body_mark_line_get_place (HearthBodyMarkLine *self)
{
  g_return_val_if_fail (HEARTH_IS_BODY_MARK_LINE (self), 0);

  return self->place;
}

const char *
hearth_body_mark_line_get_kind (HearthBodyMarkLine *self)
{
  g_return_val_if_fail (HEARTH_IS_BODY_MARK_LINE (self), NULL);
  g_return_val_if_fail (self->kind != NULL, NULL);

  return self->field->choices[gtk_drop_down_get_selected (self->kind)].code;
}

char *
hearth_body_mark_line_dup_line (HearthBodyMarkLine *self)
{
  g_autofree char *words = NULL;

  g_return_val_if_fail (HEARTH_IS_BODY_MARK_LINE (self), NULL);

  if (self->kind == NULL)
    return g_strdup (self->line);
  words = g_strstrip (g_strdup (gtk_editable_get_text (self->words)));
  return g_strdup_printf ("%s %d %d %s%s%s", self->body_place.view == HEARTH_BODY_FRONT ? "front" : "back",
                          self->body_place.x, self->body_place.y, hearth_body_mark_line_get_kind (self),
                          *words != '\0' ? " " : "", words);
}

void
hearth_body_mark_line_focus (HearthBodyMarkLine *self)
{
  g_return_if_fail (HEARTH_IS_BODY_MARK_LINE (self));

  if (self->words != NULL)
    gtk_widget_grab_focus (GTK_WIDGET (self->words));
}

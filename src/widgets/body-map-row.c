/* SPDX-License-Identifier: GPL-3.0-or-later
 * A field that holds marks on the outline of a body: the drawing, and below it each mark with its kind and words.
 */
#define G_LOG_DOMAIN "hearth-widgets"

#include "config.h"

#include "widgets/body-map-row.h"

#include "widgets/body-map-view.h"
#include "widgets/body-mark-line.h"
#include "widgets/field-base.h"
#include "widgets/words.h"

#include <glib/gi18n-lib.h>

struct _HearthBodyMapRow {
  AdwPreferencesRow parent_instance;

  HearthFieldBase base;

  /* template */
  GtkLabel *title;
  GtkWidget *required_mark;
  GtkToggleButton *reveal_button;
  GtkWidget *content;
  GtkWidget *how;
  AdwBin *view_bin;
  GtkBox *marks;

  /* borrowed */
  HearthBodyMapView *view;

  /* owned */
  GPtrArray *lines; /* of char *: the value's lines, also those that are no mark */
  const char *kind; /* of the next mark: as the last one */

  bool editable;
};

static void hearth_body_map_row_field_row_init (HearthFieldRowInterface *iface);

G_DEFINE_FINAL_TYPE_WITH_CODE (HearthBodyMapRow,
                               hearth_body_map_row,
                               ADW_TYPE_PREFERENCES_ROW,
                               G_IMPLEMENT_INTERFACE (HEARTH_TYPE_FIELD_ROW,
                                                      hearth_body_map_row_field_row_init))

/* --- the value --- */

static char *
hearth_body_map_row_dup_text (HearthFieldRow *row)
{
  HearthBodyMapRow *self = HEARTH_BODY_MAP_ROW (row);
  g_autoptr (GString) text = g_string_new (NULL);

  for (guint i = 0; i < self->lines->len; i++)
    g_string_append_printf (text, "%s%s", i > 0 ? "\n" : "", (char *) g_ptr_array_index (self->lines, i));
  return g_string_free_and_steal (g_steal_pointer (&text));
}

static void
show_drawing (HearthBodyMapRow *self)
{
  g_autofree char *text = hearth_body_map_row_dup_text (HEARTH_FIELD_ROW (self));

  hearth_body_map_view_set_marks (self->view, text);
  hearth_field_base_set_empty (&self->base, *text == '\0');
  gtk_widget_set_visible (GTK_WIDGET (self->marks), self->lines->len > 0);
  gtk_widget_set_visible (GTK_WIDGET (self), self->editable || *text != '\0');
}

/* --- callbacks --- */

static void show_lines (HearthBodyMapRow *self);

static void
line_changed_cb (HearthBodyMapRow *self, HearthBodyMarkLine *line)
{
  guint place = hearth_body_mark_line_get_place (line);

  g_free (g_ptr_array_index (self->lines, place));
  g_ptr_array_index (self->lines, place) = hearth_body_mark_line_dup_line (line);
  self->kind = hearth_body_mark_line_get_kind (line);
  show_drawing (self);
  hearth_field_base_input_changed (&self->base, HEARTH_FIELD_ROW (self));
}

static void
line_removed_cb (HearthBodyMapRow *self, HearthBodyMarkLine *line)
{
  guint place = hearth_body_mark_line_get_place (line);

  gtk_widget_grab_focus (GTK_WIDGET (self->view)); /* the button is about to go */
  g_ptr_array_remove_index (self->lines, place);
  show_lines (self);
  hearth_field_base_input_changed (&self->base, HEARTH_FIELD_ROW (self));
}

static void
line_focused_cb (HearthBodyMapRow *self, HearthBodyMarkLine *line)
{
  hearth_body_map_view_set_chosen (self->view, (int) hearth_body_mark_line_get_place (line));
}

static HearthBodyMarkLine *
get_line (HearthBodyMapRow *self, guint place)
{
  GtkWidget *line = gtk_widget_get_first_child (GTK_WIDGET (self->marks));

  while (line != NULL && hearth_body_mark_line_get_place (HEARTH_BODY_MARK_LINE (line)) != place)
    line = gtk_widget_get_next_sibling (line);
  return line != NULL ? HEARTH_BODY_MARK_LINE (line) : NULL;
}

static void
picked_cb (HearthBodyMapRow *self, int mark)
{
  HearthBodyMarkLine *line = get_line (self, (guint) mark);

  hearth_body_map_view_set_chosen (self->view, mark);
  if (line != NULL)
    hearth_body_mark_line_focus (line);
}

static void
placed_cb (HearthBodyMapRow *self, int view, int x, int y)
{
  g_ptr_array_add (self->lines, g_strdup_printf ("%s %d %d %s", view == HEARTH_BODY_FRONT ? "front" : "back",
                                                 x, y, self->kind));
  show_lines (self);
  hearth_field_base_input_changed (&self->base, HEARTH_FIELD_ROW (self));
  picked_cb (self, (int) self->lines->len - 1);
}

static void
reveal_cb (HearthBodyMapRow *self)
{
  bool shown = gtk_toggle_button_get_active (self->reveal_button);

  gtk_button_set_label (GTK_BUTTON (self->reveal_button), hearth_words_reveal (shown));
  gtk_widget_set_visible (self->content, shown);
  gtk_accessible_update_state (GTK_ACCESSIBLE (self->reveal_button), GTK_ACCESSIBLE_STATE_EXPANDED, shown,
                               -1);
}

/* --- showing --- */

static void
show_lines (HearthBodyMapRow *self)
{
  GtkWidget *child;

  while ((child = gtk_widget_get_first_child (GTK_WIDGET (self->marks))) != NULL)
    gtk_box_remove (self->marks, child);
  for (guint i = 0; i < self->lines->len; i++)
    {
      GtkWidget *line =
        hearth_body_mark_line_new (self->base.field, g_ptr_array_index (self->lines, i), i, self->editable);

      g_signal_connect_object (line, "changed", G_CALLBACK (line_changed_cb), self, G_CONNECT_SWAPPED);
      g_signal_connect_object (line, "removed", G_CALLBACK (line_removed_cb), self, G_CONNECT_SWAPPED);
      g_signal_connect_object (line, "focused", G_CALLBACK (line_focused_cb), self, G_CONNECT_SWAPPED);
      gtk_box_append (self->marks, line);
    }
  hearth_body_map_view_set_chosen (self->view, -1);
  show_drawing (self);
}

/* --- a field row --- */

static HearthFieldBase *
hearth_body_map_row_get_base (HearthFieldRow *row)
{
  return &HEARTH_BODY_MAP_ROW (row)->base;
}

static void
hearth_body_map_row_set_text (HearthFieldRow *row, const char *text)
{
  HearthBodyMapRow *self = HEARTH_BODY_MAP_ROW (row);
  g_auto (GStrv) lines = g_strsplit (text, "\n", -1);
  bool collapses = self->base.field->sensitive && *text != '\0';

  g_ptr_array_set_size (self->lines, 0);
  for (guint i = 0; lines[i] != NULL; i++)
    if (*lines[i] != '\0')
      g_ptr_array_add (self->lines, g_strdup (lines[i]));
  gtk_widget_set_visible (GTK_WIDGET (self->reveal_button), collapses);
  gtk_toggle_button_set_active (self->reveal_button, !collapses);
  show_lines (self);
}

static void
hearth_body_map_row_reveal (HearthFieldRow *row)
{
  gtk_toggle_button_set_active (HEARTH_BODY_MAP_ROW (row)->reveal_button, TRUE);
}

static void
hearth_body_map_row_field_row_init (HearthFieldRowInterface *iface)
{
  iface->get_base = hearth_body_map_row_get_base;
  iface->dup_text = hearth_body_map_row_dup_text;
  iface->set_text = hearth_body_map_row_set_text;
  iface->reveal = hearth_body_map_row_reveal;
}

/* --- overrides --- */

static void
hearth_body_map_row_dispose (GObject *object)
{
  gtk_widget_dispose_template (GTK_WIDGET (object), HEARTH_TYPE_BODY_MAP_ROW);
  G_OBJECT_CLASS (hearth_body_map_row_parent_class)->dispose (object);
}

static void
hearth_body_map_row_finalize (GObject *object)
{
  g_ptr_array_unref (HEARTH_BODY_MAP_ROW (object)->lines);
  G_OBJECT_CLASS (hearth_body_map_row_parent_class)->finalize (object);
}

static void
hearth_body_map_row_class_init (HearthBodyMapRowClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->dispose = hearth_body_map_row_dispose;
  object_class->finalize = hearth_body_map_row_finalize;

  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/org/hearthrecords/Hearth/ui/widgets/body-map-row.ui");
  gtk_widget_class_bind_template_child (widget_class, HearthBodyMapRow, title);
  gtk_widget_class_bind_template_child (widget_class, HearthBodyMapRow, required_mark);
  gtk_widget_class_bind_template_child (widget_class, HearthBodyMapRow, reveal_button);
  gtk_widget_class_bind_template_child (widget_class, HearthBodyMapRow, content);
  gtk_widget_class_bind_template_child (widget_class, HearthBodyMapRow, how);
  gtk_widget_class_bind_template_child (widget_class, HearthBodyMapRow, view_bin);
  gtk_widget_class_bind_template_child (widget_class, HearthBodyMapRow, marks);
  gtk_widget_class_bind_template_callback (widget_class, reveal_cb);
}

static void
hearth_body_map_row_init (HearthBodyMapRow *self)
{
  self->lines = g_ptr_array_new_with_free_func (g_free);
  self->editable = true;
  gtk_widget_init_template (GTK_WIDGET (self));
}

/* --- public --- */

GtkWidget *
hearth_body_map_row_new (const HearthField *field)
{
  HearthBodyMapRow *self;

  g_return_val_if_fail (field != NULL, NULL);

  self = g_object_new (HEARTH_TYPE_BODY_MAP_ROW, NULL);
  self->view = HEARTH_BODY_MAP_VIEW (hearth_body_map_view_new (field->choices));
  self->kind = field->choices[0].code;
  adw_bin_set_child (self->view_bin, GTK_WIDGET (self->view));
  hearth_field_base_attach (&self->base, HEARTH_FIELD_ROW (self), field, GTK_WIDGET (self->view));
  self->base.required_mark = self->required_mark;
  gtk_label_set_label (self->title, _ (field->label));
  g_signal_connect_object (self->view, "placed", G_CALLBACK (placed_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->view, "picked", G_CALLBACK (picked_cb), self, G_CONNECT_SWAPPED);
  reveal_cb (self);
  show_drawing (self);
  return GTK_WIDGET (self);
}

void
hearth_body_map_row_set_editable (HearthBodyMapRow *self, bool editable)
{
  g_return_if_fail (HEARTH_IS_BODY_MAP_ROW (self));

  self->editable = editable;
  hearth_body_map_view_set_editable (self->view, editable);
  gtk_widget_set_visible (self->how, editable);
  show_lines (self);
}

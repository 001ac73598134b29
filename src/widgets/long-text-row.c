/* SPDX-License-Identifier: GPL-3.0-or-later
 * A field of many lines: long text, sealed text, the resident's own words.
 */
#define G_LOG_DOMAIN "hearth-widgets"

#include "config.h"

#include "widgets/long-text-row.h"

#include "widgets/field-base.h"
#include "widgets/lock-mark.h"
#include "widgets/words.h"

#include <glib/gi18n-lib.h>

#define LEAST_LINES 3
#define MOST_LINES 12

struct _HearthLongTextRow {
  AdwPreferencesRow parent_instance;

  HearthFieldBase base;

  /* template */
  GtkLabel *title;
  AdwBin *lock_bin;
  GtkWidget *quote_image;
  GtkWidget *required_mark;
  GtkToggleButton *reveal_button;
  GtkScrolledWindow *scroller;
  GtkTextView *view;
};

static void hearth_long_text_row_field_row_init (HearthFieldRowInterface *iface);

G_DEFINE_FINAL_TYPE_WITH_CODE (HearthLongTextRow,
                               hearth_long_text_row,
                               ADW_TYPE_PREFERENCES_ROW,
                               G_IMPLEMENT_INTERFACE (HEARTH_TYPE_FIELD_ROW,
                                                      hearth_long_text_row_field_row_init))

static void
changed_cb (HearthLongTextRow *self)
{
  int n_characters = gtk_text_buffer_get_char_count (gtk_text_view_get_buffer (self->view));

  hearth_field_base_set_empty (&self->base, n_characters == 0);
  if (self->base.quiet)
    return;
  hearth_field_base_say_length (&self->base, n_characters);
  hearth_field_base_input_changed (&self->base, HEARTH_FIELD_ROW (self));
}

static void
insert_text_cb (GtkTextBuffer *buffer, GtkTextIter *place, char *text, int length, HearthLongTextRow *self)
{
  glong n_added;

  if (self->base.quiet)
    return;
  n_added = g_utf8_strlen (text, length);
  if (!hearth_field_base_refuses (&self->base, gtk_text_buffer_get_char_count (buffer), n_added))
    return;
  g_signal_stop_emission_by_name (buffer, "insert-text");
  hearth_field_base_say_refused (&self->base, n_added);
}

static void
reveal_cb (HearthLongTextRow *self)
{
  bool shown = gtk_toggle_button_get_active (self->reveal_button);

  gtk_button_set_label (GTK_BUTTON (self->reveal_button), hearth_words_reveal (shown));
  gtk_widget_set_visible (GTK_WIDGET (self->scroller), shown);
  gtk_accessible_update_state (GTK_ACCESSIBLE (self->reveal_button), GTK_ACCESSIBLE_STATE_EXPANDED, shown,
                               -1);
}

/* The height is counted in lines of the font in use, so that it also fits large text. */
static void
hearth_long_text_row_css_changed (GtkWidget *widget, GtkCssStyleChange *change)
{
  HearthLongTextRow *self = HEARTH_LONG_TEXT_ROW (widget);
  PangoContext *context = gtk_widget_get_pango_context (widget);
  PangoFontMetrics *metrics = pango_context_get_metrics (context, NULL, NULL);
  int line = PANGO_PIXELS_CEIL (pango_font_metrics_get_height (metrics));

  GTK_WIDGET_CLASS (hearth_long_text_row_parent_class)->css_changed (widget, change);

  pango_font_metrics_unref (metrics);
  gtk_scrolled_window_set_max_content_height (self->scroller, MOST_LINES * line);
  gtk_scrolled_window_set_min_content_height (self->scroller, LEAST_LINES * line);
}

static HearthFieldBase *
hearth_long_text_row_get_base (HearthFieldRow *row)
{
  return &HEARTH_LONG_TEXT_ROW (row)->base;
}

static char *
hearth_long_text_row_dup_text (HearthFieldRow *row)
{
  GtkTextBuffer *buffer = gtk_text_view_get_buffer (HEARTH_LONG_TEXT_ROW (row)->view);
  GtkTextIter start, end;

  gtk_text_buffer_get_bounds (buffer, &start, &end);
  return gtk_text_buffer_get_text (buffer, &start, &end, TRUE);
}

static void
hearth_long_text_row_set_text (HearthFieldRow *row, const char *text)
{
  HearthLongTextRow *self = HEARTH_LONG_TEXT_ROW (row);
  GtkTextBuffer *buffer = gtk_text_view_get_buffer (self->view);
  GtkTextIter start;
  bool collapses = self->base.field->sensitive && *text != '\0';

  /* What the program puts in is where undo begins. */
  gtk_text_buffer_begin_irreversible_action (buffer);
  gtk_text_buffer_set_text (buffer, text, -1);
  gtk_text_buffer_end_irreversible_action (buffer);
  gtk_text_buffer_get_start_iter (buffer, &start);
  gtk_text_buffer_place_cursor (buffer, &start);

  gtk_widget_set_visible (GTK_WIDGET (self->reveal_button), collapses);
  gtk_toggle_button_set_active (self->reveal_button, !collapses);
}

static void
hearth_long_text_row_reveal (HearthFieldRow *row)
{
  gtk_toggle_button_set_active (HEARTH_LONG_TEXT_ROW (row)->reveal_button, TRUE);
}

static void
hearth_long_text_row_field_row_init (HearthFieldRowInterface *iface)
{
  iface->get_base = hearth_long_text_row_get_base;
  iface->dup_text = hearth_long_text_row_dup_text;
  iface->set_text = hearth_long_text_row_set_text;
  iface->reveal = hearth_long_text_row_reveal;
}

static void
hearth_long_text_row_dispose (GObject *object)
{
  gtk_widget_dispose_template (GTK_WIDGET (object), HEARTH_TYPE_LONG_TEXT_ROW);
  G_OBJECT_CLASS (hearth_long_text_row_parent_class)->dispose (object);
}

static void
hearth_long_text_row_class_init (HearthLongTextRowClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->dispose = hearth_long_text_row_dispose;
  widget_class->css_changed = hearth_long_text_row_css_changed;

  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/org/hearthrecords/Hearth/ui/widgets/long-text-row.ui");
  gtk_widget_class_bind_template_child (widget_class, HearthLongTextRow, title);
  gtk_widget_class_bind_template_child (widget_class, HearthLongTextRow, lock_bin);
  gtk_widget_class_bind_template_child (widget_class, HearthLongTextRow, quote_image);
  gtk_widget_class_bind_template_child (widget_class, HearthLongTextRow, required_mark);
  gtk_widget_class_bind_template_child (widget_class, HearthLongTextRow, reveal_button);
  gtk_widget_class_bind_template_child (widget_class, HearthLongTextRow, scroller);
  gtk_widget_class_bind_template_child (widget_class, HearthLongTextRow, view);
  gtk_widget_class_bind_template_callback (widget_class, reveal_cb);
}

static void
hearth_long_text_row_init (HearthLongTextRow *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

GtkWidget *
hearth_long_text_row_new (const HearthField *field)
{
  HearthLongTextRow *self;
  GtkTextBuffer *buffer;

  g_return_val_if_fail (field != NULL, NULL);

  self = g_object_new (HEARTH_TYPE_LONG_TEXT_ROW, NULL);
  buffer = gtk_text_view_get_buffer (self->view);
  hearth_field_base_attach (&self->base, HEARTH_FIELD_ROW (self), field, GTK_WIDGET (self->view));

  gtk_label_set_label (self->title, _ (field->label));
  if (hearth_compartment_of (field) != NULL)
    {
      adw_bin_set_child (self->lock_bin, hearth_lock_mark_new_sealed (hearth_compartment_of (field), true));
      gtk_widget_set_visible (GTK_WIDGET (self->lock_bin), TRUE);
    }
  gtk_widget_set_visible (self->quote_image, field->own_words);
  if (field->own_words)
    gtk_widget_add_css_class (GTK_WIDGET (self), "own-words");
  if (hearth_field_base_is_private (field))
    gtk_text_view_set_input_hints (self->view, GTK_INPUT_HINT_PRIVATE);
  self->base.required_mark = self->required_mark;
  hearth_field_base_set_empty (&self->base, true);
  reveal_cb (self);

  g_signal_connect_object (buffer, "insert-text", G_CALLBACK (insert_text_cb), self, 0);
  g_signal_connect_object (buffer, "changed", G_CALLBACK (changed_cb), self, G_CONNECT_SWAPPED);
  return GTK_WIDGET (self);
}

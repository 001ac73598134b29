/* SPDX-License-Identifier: GPL-3.0-or-later
 * One value of a record in a table.
 */
#define G_LOG_DOMAIN "hearth-widgets"

#include "widgets/record-cell.h"

struct _HearthRecordCell {
  GtkWidget parent_instance;

  /* borrowed */
  GtkLabel *label;

  /* owned */
  HearthRecord *record;

  HearthRecordWordsFunc words_func;
  gpointer user_data;
};

G_DEFINE_FINAL_TYPE (HearthRecordCell, hearth_record_cell, GTK_TYPE_WIDGET)

static void
show (HearthRecordCell *self)
{
  g_autofree char *words = self->words_func (self->record, self->user_data);

  if (words != NULL)
    g_strdelimit (words, "\n", ' ');
  gtk_label_set_label (self->label, words != NULL ? words : "");
  if (g_str_equal (hearth_record_get (self->record, "state"), HEARTH_STATE_IN_ERROR))
    gtk_widget_add_css_class (GTK_WIDGET (self), "in-error");
  else
    gtk_widget_remove_css_class (GTK_WIDGET (self), "in-error");
}

/* What does not fit is there to be read all the same. */
static gboolean
query_tooltip_cb (GtkWidget *label, int x, int y, gboolean keyboard, GtkTooltip *tooltip)
{
  if (!pango_layout_is_ellipsized (gtk_label_get_layout (GTK_LABEL (label))))
    return FALSE;
  gtk_tooltip_set_text (tooltip, gtk_label_get_label (GTK_LABEL (label)));
  return TRUE;
}

static void
record_notify_cb (HearthRecordCell *self)
{
  show (self);
}

static void
hearth_record_cell_dispose (GObject *object)
{
  HearthRecordCell *self = HEARTH_RECORD_CELL (object);

  hearth_record_cell_set_record (self, NULL);
  if (self->label != NULL)
    gtk_widget_unparent (GTK_WIDGET (self->label));
  self->label = NULL;
  G_OBJECT_CLASS (hearth_record_cell_parent_class)->dispose (object);
}

static void
hearth_record_cell_class_init (HearthRecordCellClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = hearth_record_cell_dispose;
  gtk_widget_class_set_css_name (GTK_WIDGET_CLASS (klass), "recordcell");
  gtk_widget_class_set_layout_manager_type (GTK_WIDGET_CLASS (klass), GTK_TYPE_BIN_LAYOUT);
}

static void
hearth_record_cell_init (HearthRecordCell *self)
{
  self->label = GTK_LABEL (gtk_label_new (NULL));
  gtk_label_set_ellipsize (self->label, PANGO_ELLIPSIZE_END);
  gtk_label_set_single_line_mode (self->label, TRUE);
  gtk_label_set_xalign (self->label, 0);
  gtk_widget_set_has_tooltip (GTK_WIDGET (self->label), TRUE);
  g_signal_connect (self->label, "query-tooltip", G_CALLBACK (query_tooltip_cb), NULL);
  gtk_widget_set_parent (GTK_WIDGET (self->label), GTK_WIDGET (self));
}

GtkWidget *
hearth_record_cell_new (HearthRecordWordsFunc words, gpointer user_data, unsigned int n_characters)
{
  HearthRecordCell *self = g_object_new (HEARTH_TYPE_RECORD_CELL, NULL);

  self->words_func = words;
  self->user_data = user_data;
  /* Always the same width, whatever the words, so that columns stand still while scrolling. */
  gtk_label_set_width_chars (self->label, (int) MIN (n_characters, 8));
  gtk_label_set_max_width_chars (self->label, (int) n_characters);
  return GTK_WIDGET (self);
}

void
hearth_record_cell_set_record (HearthRecordCell *self, HearthRecord *record)
{
  g_return_if_fail (HEARTH_IS_RECORD_CELL (self));
  g_return_if_fail (record == NULL || HEARTH_IS_RECORD (record));

  if (self->record != NULL)
    g_signal_handlers_disconnect_by_func (self->record, record_notify_cb, self);
  g_set_object (&self->record, record);
  if (self->record == NULL)
    return;
  g_signal_connect_object (self->record, "notify", G_CALLBACK (record_notify_cb), self, G_CONNECT_SWAPPED);
  show (self);
}

void
hearth_record_cell_update (HearthRecordCell *self)
{
  g_return_if_fail (HEARTH_IS_RECORD_CELL (self));

  if (self->record != NULL)
    show (self);
}

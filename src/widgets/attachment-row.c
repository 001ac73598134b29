/* SPDX-License-Identifier: GPL-3.0-or-later
 * A field that holds a file: its name, and a button to add or change it.
 */
#define G_LOG_DOMAIN "hearth-widgets"

#include "config.h"

#include "widgets/attachment-row.h"

#include "widgets/field-base.h"
#include "widgets/words.h"

#include <glib/gi18n-lib.h>

struct _HearthAttachmentRow {
  AdwActionRow parent_instance;

  HearthFieldBase base;

  /* borrowed */
  GtkButton *button;

  /* owned */
  char *text; /* the attachment's id */
};

static guint requested_signal;

static void hearth_attachment_row_field_row_init (HearthFieldRowInterface *iface);

G_DEFINE_FINAL_TYPE_WITH_CODE (HearthAttachmentRow,
                               hearth_attachment_row,
                               ADW_TYPE_ACTION_ROW,
                               G_IMPLEMENT_INTERFACE (HEARTH_TYPE_FIELD_ROW,
                                                      hearth_attachment_row_field_row_init))

static void
show_name (HearthAttachmentRow *self, const char *name)
{
  adw_action_row_set_subtitle (ADW_ACTION_ROW (self), name);
  gtk_button_set_label (self->button, hearth_words_attach (*self->text != '\0'));
}

static void
clicked_cb (HearthAttachmentRow *self)
{
  g_signal_emit (self, requested_signal, 0);
}

static HearthFieldBase *
hearth_attachment_row_get_base (HearthFieldRow *row)
{
  return &HEARTH_ATTACHMENT_ROW (row)->base;
}

static char *
hearth_attachment_row_dup_text (HearthFieldRow *row)
{
  return g_strdup (HEARTH_ATTACHMENT_ROW (row)->text);
}

static void
hearth_attachment_row_set_text (HearthFieldRow *row, const char *text)
{
  HearthAttachmentRow *self = HEARTH_ATTACHMENT_ROW (row);

  g_set_str (&self->text, text);
  show_name (self, hearth_words_attached (*text != '\0'));
}

static void
hearth_attachment_row_field_row_init (HearthFieldRowInterface *iface)
{
  iface->get_base = hearth_attachment_row_get_base;
  iface->dup_text = hearth_attachment_row_dup_text;
  iface->set_text = hearth_attachment_row_set_text;
}

static void
hearth_attachment_row_finalize (GObject *object)
{
  g_free (HEARTH_ATTACHMENT_ROW (object)->text);
  G_OBJECT_CLASS (hearth_attachment_row_parent_class)->finalize (object);
}

static void
hearth_attachment_row_class_init (HearthAttachmentRowClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = hearth_attachment_row_finalize;

  requested_signal = g_signal_new ("requested", HEARTH_TYPE_ATTACHMENT_ROW, G_SIGNAL_RUN_LAST, 0, NULL, NULL,
                                   NULL, G_TYPE_NONE, 0);
}

static void
hearth_attachment_row_init (HearthAttachmentRow *self)
{
  self->text = g_strdup ("");
}

GtkWidget *
hearth_attachment_row_new (const HearthField *field)
{
  HearthAttachmentRow *self;

  g_return_val_if_fail (field != NULL, NULL);

  self = g_object_new (HEARTH_TYPE_ATTACHMENT_ROW, NULL);
  self->button = GTK_BUTTON (gtk_button_new ());
  gtk_widget_set_valign (GTK_WIDGET (self->button), GTK_ALIGN_CENTER);
  adw_action_row_add_suffix (ADW_ACTION_ROW (self), GTK_WIDGET (self->button));
  hearth_field_base_attach (&self->base, HEARTH_FIELD_ROW (self), field, GTK_WIDGET (self->button));
  gtk_widget_add_css_class (GTK_WIDGET (self), "property");
  show_name (self, hearth_words_attached (false));
  g_signal_connect_object (self->button, "clicked", G_CALLBACK (clicked_cb), self, G_CONNECT_SWAPPED);
  return GTK_WIDGET (self);
}

void
hearth_attachment_row_set_name (HearthAttachmentRow *self, const char *name)
{
  g_return_if_fail (HEARTH_IS_ATTACHMENT_ROW (self));
  g_return_if_fail (name != NULL);

  show_name (self, name);
}

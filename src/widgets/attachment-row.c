/* SPDX-License-Identifier: GPL-3.0-or-later
 * A field that holds a file: its name, and buttons to open it, to add or change it, and to take it away.
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
  GtkWidget *open_button;
  GtkWidget *clear_button;

  /* owned */
  char *text; /* the attachment's id */

  bool editable;
};

enum { SIGNAL_REQUESTED, SIGNAL_OPENED, N_SIGNALS };

static guint signals[N_SIGNALS];

static void hearth_attachment_row_field_row_init (HearthFieldRowInterface *iface);

G_DEFINE_FINAL_TYPE_WITH_CODE (HearthAttachmentRow,
                               hearth_attachment_row,
                               ADW_TYPE_ACTION_ROW,
                               G_IMPLEMENT_INTERFACE (HEARTH_TYPE_FIELD_ROW,
                                                      hearth_attachment_row_field_row_init))

static void
show_name (HearthAttachmentRow *self, const char *name)
{
  bool present = *self->text != '\0';

  adw_action_row_set_subtitle (ADW_ACTION_ROW (self), name);
  gtk_button_set_label (self->button, hearth_words_attach (present));
  gtk_widget_set_visible (GTK_WIDGET (self->button), self->editable);
  gtk_widget_set_visible (self->open_button, present);
  gtk_widget_set_visible (self->clear_button, present && self->editable && !self->base.field->required);
}

static void
show_text (HearthAttachmentRow *self)
{
  show_name (self, hearth_words_attached (*self->text != '\0'));
}

static void
clicked_cb (HearthAttachmentRow *self)
{
  g_signal_emit (self, signals[SIGNAL_REQUESTED], 0);
}

static void
open_cb (HearthAttachmentRow *self)
{
  g_signal_emit (self, signals[SIGNAL_OPENED], 0);
}

static void
clear_cb (HearthAttachmentRow *self)
{
  g_set_str (&self->text, "");
  show_text (self);
  gtk_widget_grab_focus (GTK_WIDGET (self->button));
  hearth_field_base_input_changed (&self->base, HEARTH_FIELD_ROW (self));
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
  show_text (self);
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

  signals[SIGNAL_REQUESTED] = g_signal_new ("requested", HEARTH_TYPE_ATTACHMENT_ROW, G_SIGNAL_RUN_LAST, 0,
                                            NULL, NULL, NULL, G_TYPE_NONE, 0);
  signals[SIGNAL_OPENED] = g_signal_new ("opened", HEARTH_TYPE_ATTACHMENT_ROW, G_SIGNAL_RUN_LAST, 0, NULL,
                                         NULL, NULL, G_TYPE_NONE, 0);
}

static void
hearth_attachment_row_init (HearthAttachmentRow *self)
{
  self->text = g_strdup ("");
  self->editable = true;
}

static GtkWidget *
add_button (HearthAttachmentRow *self, GtkWidget *button, GCallback callback)
{
  gtk_widget_set_valign (button, GTK_ALIGN_CENTER);
  adw_action_row_add_suffix (ADW_ACTION_ROW (self), button);
  g_signal_connect_object (button, "clicked", callback, self, G_CONNECT_SWAPPED);
  return button;
}

GtkWidget *
hearth_attachment_row_new (const HearthField *field)
{
  HearthAttachmentRow *self;
  g_autofree char *clear = NULL;

  g_return_val_if_fail (field != NULL, NULL);

  self = g_object_new (HEARTH_TYPE_ATTACHMENT_ROW, NULL);
  clear = hearth_words_clear (_ (field->label));
  self->clear_button =
    add_button (self, gtk_button_new_from_icon_name ("edit-clear-symbolic"), G_CALLBACK (clear_cb));
  gtk_widget_set_name (self->clear_button, "clear");
  gtk_widget_set_tooltip_text (self->clear_button, clear);
  gtk_widget_add_css_class (self->clear_button, "flat");
  self->open_button = add_button (self, gtk_button_new_with_mnemonic (_ ("_Open")), G_CALLBACK (open_cb));
  self->button = GTK_BUTTON (add_button (self, gtk_button_new (), G_CALLBACK (clicked_cb)));
  gtk_widget_set_name (self->open_button, "open");
  gtk_widget_set_name (GTK_WIDGET (self->button), "choose");
  adw_action_row_set_activatable_widget (ADW_ACTION_ROW (self), self->open_button);
  hearth_field_base_attach (&self->base, HEARTH_FIELD_ROW (self), field, GTK_WIDGET (self->button));
  gtk_widget_add_css_class (GTK_WIDGET (self), "property");
  show_text (self);
  return GTK_WIDGET (self);
}

void
hearth_attachment_row_set_editable (HearthAttachmentRow *self, bool editable)
{
  g_return_if_fail (HEARTH_IS_ATTACHMENT_ROW (self));

  self->editable = editable;
  show_text (self);
}

void
hearth_attachment_row_set_name (HearthAttachmentRow *self, const char *name)
{
  g_return_if_fail (HEARTH_IS_ATTACHMENT_ROW (self));
  g_return_if_fail (name != NULL);

  show_name (self, name);
}

/* SPDX-License-Identifier: GPL-3.0-or-later
 * A field that is only read: computed values, closed records, fields the role may not change.
 */
#define G_LOG_DOMAIN "hearth-widgets"

#include "config.h"

#include "widgets/value-row.h"

#include "widgets/lock-mark.h"
#include "widgets/words.h"

#include <glib/gi18n-lib.h>

struct _HearthValueRow {
  AdwActionRow parent_instance;

  const HearthField *field;

  /* borrowed */
  GtkToggleButton *reveal_button; /* NULL where nothing has to be collapsed */

  /* owned */
  char *words;
  bool closed; /* there is nothing to read for this reader */
};

G_DEFINE_FINAL_TYPE (HearthValueRow, hearth_value_row, ADW_TYPE_ACTION_ROW)

static void
show (HearthValueRow *self)
{
  bool shown = self->reveal_button == NULL || gtk_toggle_button_get_active (self->reveal_button);

  adw_action_row_set_subtitle (ADW_ACTION_ROW (self), shown ? self->words : "");
  adw_action_row_set_subtitle_selectable (ADW_ACTION_ROW (self), shown);
  gtk_widget_set_visible (GTK_WIDGET (self), *self->words != '\0');
  if (self->reveal_button != NULL)
    gtk_button_set_label (GTK_BUTTON (self->reveal_button), hearth_words_reveal (shown));
}

static void
reveal_toggled_cb (HearthValueRow *self)
{
  show (self);
}

static void
hearth_value_row_finalize (GObject *object)
{
  g_free (HEARTH_VALUE_ROW (object)->words);
  G_OBJECT_CLASS (hearth_value_row_parent_class)->finalize (object);
}

static void
hearth_value_row_class_init (HearthValueRowClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = hearth_value_row_finalize;
}

static void
hearth_value_row_init (HearthValueRow *self)
{
  self->words = g_strdup ("");
  gtk_widget_add_css_class (GTK_WIDGET (self), "property");
  adw_preferences_row_set_use_markup (ADW_PREFERENCES_ROW (self), FALSE);
}

GtkWidget *
hearth_value_row_new (const HearthField *field)
{
  HearthValueRow *self;

  g_return_val_if_fail (field != NULL, NULL);

  self = g_object_new (HEARTH_TYPE_VALUE_ROW, "title", _ (field->label), "name", field->name, NULL);
  self->field = field;
  if (field->own_words)
    gtk_widget_add_css_class (GTK_WIDGET (self), "own-words");
  if (hearth_compartment_of (field) != NULL)
    adw_action_row_add_suffix (ADW_ACTION_ROW (self),
                               hearth_lock_mark_new_sealed (hearth_compartment_of (field), false));
  if (field->sensitive && hearth_field_is_long (field))
    {
      self->reveal_button = GTK_TOGGLE_BUTTON (gtk_toggle_button_new ());
      gtk_widget_add_css_class (GTK_WIDGET (self->reveal_button), "flat");
      gtk_widget_set_valign (GTK_WIDGET (self->reveal_button), GTK_ALIGN_CENTER);
      adw_action_row_add_suffix (ADW_ACTION_ROW (self), GTK_WIDGET (self->reveal_button));
      g_signal_connect_object (self->reveal_button, "toggled", G_CALLBACK (reveal_toggled_cb), self,
                               G_CONNECT_SWAPPED);
    }
  show (self);
  return GTK_WIDGET (self);
}

GtkWidget *
hearth_value_row_new_closed (const HearthField *field)
{
  const HearthCompartment *compartment = hearth_compartment_of (field);
  HearthValueRow *self;

  g_return_val_if_fail (compartment != NULL && compartment->closed != NULL, NULL);

  self = g_object_new (HEARTH_TYPE_VALUE_ROW, "title", _ (field->label), "name", field->name, "subtitle",
                       _ (compartment->closed), NULL);
  self->field = field;
  self->closed = true;
  gtk_widget_add_css_class (GTK_WIDGET (self), "closed");
  adw_action_row_add_suffix (ADW_ACTION_ROW (self), hearth_lock_mark_new_sealed (compartment, false));
  return GTK_WIDGET (self);
}

void
hearth_value_row_set_locked (HearthValueRow *self)
{
  g_return_if_fail (HEARTH_IS_VALUE_ROW (self));

  adw_action_row_add_suffix (ADW_ACTION_ROW (self),
                             hearth_lock_mark_new_plain (hearth_words_read_only (), NULL));
}

const HearthField *
hearth_value_row_get_field (HearthValueRow *self)
{
  g_return_val_if_fail (HEARTH_IS_VALUE_ROW (self), NULL);

  return self->field;
}

void
hearth_value_row_set_words (HearthValueRow *self, const char *words)
{
  g_return_if_fail (HEARTH_IS_VALUE_ROW (self));
  g_return_if_fail (words != NULL);

  if (!self->closed && g_set_str (&self->words, words))
    show (self);
}

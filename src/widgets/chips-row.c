/* SPDX-License-Identifier: GPL-3.0-or-later
 * A field with any number of choices, each a chip that is on or off.
 */
#define G_LOG_DOMAIN "hearth-widgets"

#include "config.h"

#include "widgets/chips-row.h"

#include "widgets/field-base.h"

#include <glib/gi18n-lib.h>

struct _HearthChipsRow {
  AdwPreferencesRow parent_instance;

  HearthFieldBase base;

  /* template */
  GtkLabel *title;
  GtkWidget *required_mark;
  AdwWrapBox *chips;

  /* owned */
  GPtrArray *buttons; /* of GtkToggleButton, by place of the choice; borrowed */
  char *strange;      /* codes that are none of the choices, kept for the check to name */
};

static void hearth_chips_row_field_row_init (HearthFieldRowInterface *iface);

G_DEFINE_FINAL_TYPE_WITH_CODE (HearthChipsRow,
                               hearth_chips_row,
                               ADW_TYPE_PREFERENCES_ROW,
                               G_IMPLEMENT_INTERFACE (HEARTH_TYPE_FIELD_ROW, hearth_chips_row_field_row_init))

static HearthFieldBase *
hearth_chips_row_get_base (HearthFieldRow *row)
{
  return &HEARTH_CHIPS_ROW (row)->base;
}

static char *
hearth_chips_row_dup_text (HearthFieldRow *row)
{
  HearthChipsRow *self = HEARTH_CHIPS_ROW (row);
  GString *codes = g_string_new (NULL);

  for (guint i = 0; i < self->buttons->len; i++)
    if (gtk_toggle_button_get_active (g_ptr_array_index (self->buttons, i)))
      g_string_append_printf (codes, "%s%s", codes->len > 0 ? " " : "", self->base.field->choices[i].code);
  if (*self->strange != '\0')
    g_string_append_printf (codes, "%s%s", codes->len > 0 ? " " : "", self->strange);
  return g_string_free (codes, FALSE);
}

static void
update_mark (HearthChipsRow *self)
{
  g_autofree char *text = hearth_chips_row_dup_text (HEARTH_FIELD_ROW (self));

  hearth_field_base_set_empty (&self->base, *text == '\0');
}

static void
toggled_cb (HearthChipsRow *self)
{
  if (self->base.quiet)
    return;
  update_mark (self);
  hearth_field_base_input_changed (&self->base, HEARTH_FIELD_ROW (self));
}

static void
hearth_chips_row_set_text (HearthFieldRow *row, const char *text)
{
  HearthChipsRow *self = HEARTH_CHIPS_ROW (row);
  g_auto (GStrv) codes = g_strsplit (text, " ", -1);
  g_autoptr (GStrvBuilder) strange = g_strv_builder_new ();
  g_auto (GStrv) rest = NULL;

  for (guint i = 0; i < self->buttons->len; i++)
    gtk_toggle_button_set_active (g_ptr_array_index (self->buttons, i),
                                  g_strv_contains ((const char *const *) codes,
                                                   self->base.field->choices[i].code));
  for (guint i = 0; codes[i] != NULL; i++)
    if (hearth_field_lookup_choice (self->base.field, codes[i]) == NULL)
      g_strv_builder_add (strange, codes[i]);
  rest = g_strv_builder_end (strange);
  g_free (self->strange);
  self->strange = g_strstrip (g_strjoinv (" ", rest));
  update_mark (self);
}

static void
hearth_chips_row_field_row_init (HearthFieldRowInterface *iface)
{
  iface->get_base = hearth_chips_row_get_base;
  iface->dup_text = hearth_chips_row_dup_text;
  iface->set_text = hearth_chips_row_set_text;
}

static void
hearth_chips_row_dispose (GObject *object)
{
  gtk_widget_dispose_template (GTK_WIDGET (object), HEARTH_TYPE_CHIPS_ROW);
  G_OBJECT_CLASS (hearth_chips_row_parent_class)->dispose (object);
}

static void
hearth_chips_row_finalize (GObject *object)
{
  HearthChipsRow *self = HEARTH_CHIPS_ROW (object);

  g_ptr_array_unref (self->buttons);
  g_free (self->strange);
  G_OBJECT_CLASS (hearth_chips_row_parent_class)->finalize (object);
}

static void
hearth_chips_row_class_init (HearthChipsRowClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->dispose = hearth_chips_row_dispose;
  object_class->finalize = hearth_chips_row_finalize;

  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/org/hearthrecords/Hearth/ui/widgets/chips-row.ui");
  gtk_widget_class_bind_template_child (widget_class, HearthChipsRow, title);
  gtk_widget_class_bind_template_child (widget_class, HearthChipsRow, required_mark);
  gtk_widget_class_bind_template_child (widget_class, HearthChipsRow, chips);
}

static void
hearth_chips_row_init (HearthChipsRow *self)
{
  self->buttons = g_ptr_array_new ();
  self->strange = g_strdup ("");
  gtk_widget_init_template (GTK_WIDGET (self));
}

GtkWidget *
hearth_chips_row_new (const HearthField *field)
{
  HearthChipsRow *self;

  g_return_val_if_fail (field != NULL, NULL);

  self = g_object_new (HEARTH_TYPE_CHIPS_ROW, NULL);
  hearth_field_base_attach (&self->base, HEARTH_FIELD_ROW (self), field, GTK_WIDGET (self->chips));
  gtk_label_set_label (self->title, _ (field->label));
  for (const HearthChoice *choice = field->choices; choice->code != NULL; choice++)
    {
      GtkWidget *chip = gtk_toggle_button_new_with_label (_ (choice->label));

      gtk_widget_add_css_class (chip, "chip");
      gtk_label_set_wrap (GTK_LABEL (gtk_button_get_child (GTK_BUTTON (chip))), TRUE);
      g_signal_connect_object (chip, "toggled", G_CALLBACK (toggled_cb), self, G_CONNECT_SWAPPED);
      adw_wrap_box_append (self->chips, chip);
      g_ptr_array_add (self->buttons, chip);
    }
  self->base.required_mark = self->required_mark;
  update_mark (self);
  return GTK_WIDGET (self);
}

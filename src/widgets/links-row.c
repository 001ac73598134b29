/* SPDX-License-Identifier: GPL-3.0-or-later
 * A field that points at several records: a chip for each, and a list to choose more from.
 */
#define G_LOG_DOMAIN "hearth-widgets"

#include "config.h"

#include "widgets/links-row.h"

#include "widgets/field-base.h"
#include "widgets/link-popover.h"
#include "widgets/words.h"

#include <glib/gi18n-lib.h>

struct _HearthLinksRow {
  AdwPreferencesRow parent_instance;

  HearthFieldBase base;

  /* template */
  GtkLabel *title;
  GtkWidget *required_mark;
  AdwWrapBox *chips;
  GtkWidget *add_button;
  HearthLinkPopover *popover;

  /* owned */
  GListModel *records;
  GPtrArray *buttons; /* of GtkWidget, a chip each; borrowed */
  char *text;         /* ids, also of records that are not in the list */
};

static void hearth_links_row_field_row_init (HearthFieldRowInterface *iface);
static void show_chips (HearthLinksRow *self);

G_DEFINE_FINAL_TYPE_WITH_CODE (HearthLinksRow,
                               hearth_links_row,
                               ADW_TYPE_PREFERENCES_ROW,
                               G_IMPLEMENT_INTERFACE (HEARTH_TYPE_FIELD_ROW, hearth_links_row_field_row_init))

/* --- the value --- */

static char *
dup_title (HearthLinksRow *self, const char *id)
{
  for (guint i = 0; self->records != NULL && i < g_list_model_get_n_items (self->records); i++)
    {
      g_autoptr (HearthRecord) record = g_list_model_get_item (self->records, i);

      if (g_str_equal (hearth_record_get_id (record), id))
        return hearth_record_dup_title (record);
    }
  return g_strdup (hearth_words_not_listed ());
}

static void
change_text (HearthLinksRow *self, const char *text)
{
  if (!g_set_str (&self->text, text))
    return;
  show_chips (self);
  hearth_field_base_input_changed (&self->base, HEARTH_FIELD_ROW (self));
}

static char *
dup_without (const char *links, const char *id)
{
  g_auto (GStrv) ids = g_strsplit (links, " ", -1), rest = NULL;
  g_autoptr (GStrvBuilder) kept = g_strv_builder_new ();

  for (guint i = 0; ids[i] != NULL; i++)
    if (!g_str_equal (ids[i], id))
      g_strv_builder_add (kept, ids[i]);
  rest = g_strv_builder_end (kept);
  return g_strjoinv (" ", rest);
}

/* --- callbacks --- */

static void
chosen_cb (HearthLinksRow *self, HearthRecord *record)
{
  g_autofree char *text =
    g_strconcat (self->text, *self->text != '\0' ? " " : "", hearth_record_get_id (record), NULL);

  change_text (self, text);
}

static void
chip_clicked_cb (HearthLinksRow *self, GtkWidget *chip)
{
  g_autofree char *text = dup_without (self->text, gtk_widget_get_name (chip));

  gtk_widget_grab_focus (self->add_button); /* the chip is about to go */
  change_text (self, text);
}

static void
records_changed_cb (HearthLinksRow *self)
{
  show_chips (self);
}

/* --- showing --- */

static GtkWidget *
make_chip (HearthLinksRow *self, const char *id)
{
  GtkWidget *chip = gtk_button_new (), *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 6), *label;
  g_autofree char *title = dup_title (self, id), *remove = hearth_words_take_away (title);

  label = gtk_label_new (title);
  gtk_label_set_wrap (GTK_LABEL (label), TRUE);
  gtk_label_set_wrap_mode (GTK_LABEL (label), PANGO_WRAP_WORD_CHAR);
  gtk_box_append (GTK_BOX (box), label);
  gtk_box_append (GTK_BOX (box), gtk_image_new_from_icon_name ("window-close-symbolic"));
  gtk_button_set_child (GTK_BUTTON (chip), box);
  gtk_widget_set_name (chip, id);
  gtk_widget_add_css_class (chip, "chip");
  gtk_widget_set_tooltip_text (chip, remove);
  gtk_accessible_update_property (GTK_ACCESSIBLE (chip), GTK_ACCESSIBLE_PROPERTY_LABEL, remove, -1);
  g_signal_connect_object (chip, "clicked", G_CALLBACK (chip_clicked_cb), self, G_CONNECT_SWAPPED);
  return chip;
}

static void
show_chips (HearthLinksRow *self)
{
  g_auto (GStrv) ids = g_strsplit (self->text, " ", -1);
  GtkWidget *last = NULL;

  for (guint i = 0; i < self->buttons->len; i++)
    adw_wrap_box_remove (self->chips, g_ptr_array_index (self->buttons, i));
  g_ptr_array_set_size (self->buttons, 0);
  for (guint i = 0; ids[i] != NULL; i++)
    {
      GtkWidget *chip;

      if (*ids[i] == '\0')
        continue;
      chip = make_chip (self, ids[i]);
      adw_wrap_box_insert_child_after (self->chips, chip, last);
      g_ptr_array_add (self->buttons, chip);
      last = chip;
    }
  hearth_link_popover_set_chosen (self->popover, self->text);
  hearth_field_base_set_empty (&self->base, *self->text == '\0');
}

/* --- a field row --- */

static HearthFieldBase *
hearth_links_row_get_base (HearthFieldRow *row)
{
  return &HEARTH_LINKS_ROW (row)->base;
}

static char *
hearth_links_row_dup_text (HearthFieldRow *row)
{
  return g_strdup (HEARTH_LINKS_ROW (row)->text);
}

static void
hearth_links_row_set_text (HearthFieldRow *row, const char *text)
{
  HearthLinksRow *self = HEARTH_LINKS_ROW (row);

  g_set_str (&self->text, text);
  show_chips (self);
}

static void
hearth_links_row_field_row_init (HearthFieldRowInterface *iface)
{
  iface->get_base = hearth_links_row_get_base;
  iface->dup_text = hearth_links_row_dup_text;
  iface->set_text = hearth_links_row_set_text;
}

/* --- overrides --- */

static void
hearth_links_row_dispose (GObject *object)
{
  HearthLinksRow *self = HEARTH_LINKS_ROW (object);

  g_clear_object (&self->records);
  gtk_widget_dispose_template (GTK_WIDGET (object), HEARTH_TYPE_LINKS_ROW);
  G_OBJECT_CLASS (hearth_links_row_parent_class)->dispose (object);
}

static void
hearth_links_row_finalize (GObject *object)
{
  HearthLinksRow *self = HEARTH_LINKS_ROW (object);

  g_ptr_array_unref (self->buttons);
  g_free (self->text);
  G_OBJECT_CLASS (hearth_links_row_parent_class)->finalize (object);
}

static void
hearth_links_row_class_init (HearthLinksRowClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->dispose = hearth_links_row_dispose;
  object_class->finalize = hearth_links_row_finalize;

  g_type_ensure (HEARTH_TYPE_LINK_POPOVER);
  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/org/hearthrecords/Hearth/ui/widgets/links-row.ui");
  gtk_widget_class_bind_template_child (widget_class, HearthLinksRow, title);
  gtk_widget_class_bind_template_child (widget_class, HearthLinksRow, required_mark);
  gtk_widget_class_bind_template_child (widget_class, HearthLinksRow, chips);
  gtk_widget_class_bind_template_child (widget_class, HearthLinksRow, add_button);
  gtk_widget_class_bind_template_child (widget_class, HearthLinksRow, popover);
}

static void
hearth_links_row_init (HearthLinksRow *self)
{
  self->buttons = g_ptr_array_new ();
  self->text = g_strdup ("");
  gtk_widget_init_template (GTK_WIDGET (self));
  g_signal_connect_object (self->popover, "chosen", G_CALLBACK (chosen_cb), self, G_CONNECT_SWAPPED);
}

/* --- public --- */

GtkWidget *
hearth_links_row_new (const HearthField *field)
{
  HearthLinksRow *self;
  g_autofree char *add = NULL;

  g_return_val_if_fail (field != NULL, NULL);

  self = g_object_new (HEARTH_TYPE_LINKS_ROW, NULL);
  hearth_field_base_attach (&self->base, HEARTH_FIELD_ROW (self), field, GTK_WIDGET (self->chips));
  self->base.required_mark = self->required_mark;
  gtk_label_set_label (self->title, _ (field->label));
  add = hearth_words_add_to (_ (field->label));
  gtk_widget_set_tooltip_text (self->add_button, add);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->add_button), GTK_ACCESSIBLE_PROPERTY_LABEL, add, -1);
  hearth_field_base_set_empty (&self->base, true);
  return GTK_WIDGET (self);
}

void
hearth_links_row_set_model (HearthLinksRow *self, GListModel *records)
{
  g_return_if_fail (HEARTH_IS_LINKS_ROW (self));
  g_return_if_fail (records == NULL || G_IS_LIST_MODEL (records));

  if (self->records != NULL)
    g_signal_handlers_disconnect_by_func (self->records, records_changed_cb, self);
  g_set_object (&self->records, records);
  hearth_link_popover_set_model (self->popover, records);
  if (records != NULL)
    g_signal_connect_object (records, "items-changed", G_CALLBACK (records_changed_cb), self,
                             G_CONNECT_SWAPPED | G_CONNECT_AFTER);
  show_chips (self);
}

/* SPDX-License-Identifier: GPL-3.0-or-later
 * A field with one of many choices, in a list that can be searched.
 */
#define G_LOG_DOMAIN "hearth-widgets"

#include "config.h"

#include "widgets/choice-row.h"

#include "widgets/field-base.h"
#include "widgets/words.h"

#include <glib/gi18n-lib.h>

/* From here on, finding a choice is quicker by typing. */
#define SEARCH_FROM 9

/* A longer choice goes on in the next line of the list. */
#define WIDTH_CHARS 36

struct _HearthChoiceRow {
  AdwComboRow parent_instance;

  HearthFieldBase base;

  /* owned */
  char *text; /* kept as it is even when it is none of the codes */
};

static void hearth_choice_row_field_row_init (HearthFieldRowInterface *iface);

G_DEFINE_FINAL_TYPE_WITH_CODE (HearthChoiceRow,
                               hearth_choice_row,
                               ADW_TYPE_COMBO_ROW,
                               G_IMPLEMENT_INTERFACE (HEARTH_TYPE_FIELD_ROW,
                                                      hearth_choice_row_field_row_init))

/* The first item stands for nothing chosen; choice n is item n + 1. */
static void
selected_changed_cb (HearthChoiceRow *self)
{
  guint selected = adw_combo_row_get_selected (ADW_COMBO_ROW (self));
  const char *code;

  if (self->base.quiet || selected == GTK_INVALID_LIST_POSITION)
    return;
  code = selected == 0 ? "" : self->base.field->choices[selected - 1].code;
  if (g_set_str (&self->text, code))
    hearth_field_base_input_changed (&self->base, HEARTH_FIELD_ROW (self));
}

/* ---- Searching ---- */

static GtkWidget *
find (GtkWidget *widget, GType type)
{
  GtkWidget *found = G_TYPE_CHECK_INSTANCE_TYPE (widget, type) ? widget : NULL;

  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL && found == NULL;
       child = gtk_widget_get_next_sibling (child))
    found = find (child, type);
  return found;
}

/* Not what the list shows: that follows the keys a moment later, and Enter may be quicker. */
static void
search_activated_cb (HearthChoiceRow *self, GtkEditable *search)
{
  g_autofree char *typed = g_utf8_casefold (gtk_editable_get_text (search), -1);
  GtkWidget *popover = gtk_widget_get_ancestor (GTK_WIDGET (search), GTK_TYPE_POPOVER);

  for (guint i = 0; *typed != '\0' && self->base.field->choices[i].code != NULL; i++)
    {
      g_autofree char *label = g_utf8_casefold (_ (self->base.field->choices[i].label), -1);

      if (strstr (label, typed) == NULL)
        continue;
      adw_combo_row_set_selected (ADW_COMBO_ROW (self), i + 1);
      gtk_popover_popdown (GTK_POPOVER (popover));
      return;
    }
}

static void
take_on_enter (HearthChoiceRow *self)
{
  GtkWidget *search = find (GTK_WIDGET (self), GTK_TYPE_SEARCH_ENTRY);

  if (search != NULL)
    g_signal_connect_object (search, "activate", G_CALLBACK (search_activated_cb), self, G_CONNECT_SWAPPED);
}

/* ---- The list ---- */

static void
show_mark (AdwComboRow *combo, GtkListItem *item)
{
  GtkWidget *mark = gtk_widget_get_last_child (gtk_list_item_get_child (item));

  gtk_widget_set_opacity (mark,
                          gtk_list_item_get_item (item) == adw_combo_row_get_selected_item (combo) ? 1 : 0);
}

static void
selected_item_changed_cb (AdwComboRow *combo, GParamSpec *pspec, GtkListItem *item)
{
  if (gtk_list_item_get_child (item) != NULL)
    show_mark (combo, item);
}

/* libadwaita's own lines end after twenty letters; choices are sentences. */
static void
item_setup_cb (AdwComboRow *combo, GtkListItem *item)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 6), *label = gtk_label_new (NULL);

  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_label_set_wrap (GTK_LABEL (label), TRUE);
  gtk_label_set_max_width_chars (GTK_LABEL (label), WIDTH_CHARS);
  gtk_widget_set_hexpand (label, TRUE);
  gtk_box_append (GTK_BOX (box), label);
  gtk_box_append (GTK_BOX (box), gtk_image_new_from_icon_name ("object-select-symbolic"));
  gtk_list_item_set_child (item, box);
  g_signal_connect_object (combo, "notify::selected-item", G_CALLBACK (selected_item_changed_cb), item, 0);
}

static void
item_bind_cb (AdwComboRow *combo, GtkListItem *item)
{
  GtkWidget *label = gtk_widget_get_first_child (gtk_list_item_get_child (item));

  gtk_label_set_label (GTK_LABEL (label), gtk_string_object_get_string (gtk_list_item_get_item (item)));
  show_mark (combo, item);
}

static void
show_whole_words (AdwComboRow *combo)
{
  g_autoptr (GtkListItemFactory) factory = gtk_signal_list_item_factory_new ();

  g_signal_connect_object (factory, "setup", G_CALLBACK (item_setup_cb), combo, G_CONNECT_SWAPPED);
  g_signal_connect_object (factory, "bind", G_CALLBACK (item_bind_cb), combo, G_CONNECT_SWAPPED);
  adw_combo_row_set_list_factory (combo, factory);
}

static HearthFieldBase *
hearth_choice_row_get_base (HearthFieldRow *row)
{
  return &HEARTH_CHOICE_ROW (row)->base;
}

static char *
hearth_choice_row_dup_text (HearthFieldRow *row)
{
  return g_strdup (HEARTH_CHOICE_ROW (row)->text);
}

static void
hearth_choice_row_set_text (HearthFieldRow *row, const char *text)
{
  HearthChoiceRow *self = HEARTH_CHOICE_ROW (row);
  const HearthChoice *choice = hearth_field_lookup_choice (self->base.field, text);
  guint place = GTK_INVALID_LIST_POSITION;

  if (*text == '\0')
    place = 0;
  else if (choice != NULL)
    place = (guint) (choice - self->base.field->choices) + 1;
  g_set_str (&self->text, text);
  adw_combo_row_set_selected (ADW_COMBO_ROW (self), place);
}

static void
hearth_choice_row_field_row_init (HearthFieldRowInterface *iface)
{
  iface->get_base = hearth_choice_row_get_base;
  iface->dup_text = hearth_choice_row_dup_text;
  iface->set_text = hearth_choice_row_set_text;
}

static void
hearth_choice_row_finalize (GObject *object)
{
  g_free (HEARTH_CHOICE_ROW (object)->text);
  G_OBJECT_CLASS (hearth_choice_row_parent_class)->finalize (object);
}

static void
hearth_choice_row_class_init (HearthChoiceRowClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = hearth_choice_row_finalize;
}

static void
hearth_choice_row_init (HearthChoiceRow *self)
{
  self->text = g_strdup ("");
}

GtkWidget *
hearth_choice_row_new (const HearthField *field)
{
  HearthChoiceRow *self;
  AdwComboRow *combo;
  g_autoptr (GtkStringList) labels = gtk_string_list_new (NULL);

  g_return_val_if_fail (field != NULL, NULL);

  gtk_string_list_append (labels, field->required ? hearth_words_choose () : hearth_words_not_said ());
  for (const HearthChoice *choice = field->choices; choice->code != NULL; choice++)
    gtk_string_list_append (labels, _ (choice->label));

  self = g_object_new (HEARTH_TYPE_CHOICE_ROW, NULL);
  combo = ADW_COMBO_ROW (self);
  hearth_field_base_attach (&self->base, HEARTH_FIELD_ROW (self), field, GTK_WIDGET (self));
  hearth_field_base_make_combo (combo, gtk_property_expression_new (GTK_TYPE_STRING_OBJECT, NULL, "string"));
  adw_combo_row_set_enable_search (combo, g_list_model_get_n_items (G_LIST_MODEL (labels)) >= SEARCH_FROM);
  adw_combo_row_set_model (combo, G_LIST_MODEL (labels));
  take_on_enter (self);
  show_whole_words (combo);
  g_signal_connect (self, "notify::selected", G_CALLBACK (selected_changed_cb), NULL);
  return GTK_WIDGET (self);
}

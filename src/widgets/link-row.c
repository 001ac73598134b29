/* SPDX-License-Identifier: GPL-3.0-or-later
 * A field that points at another record, chosen from a list that can be searched.
 */
#define G_LOG_DOMAIN "hearth-widgets"

#include "config.h"

#include "widgets/link-row.h"

#include "widgets/field-base.h"
#include "widgets/words.h"

#include <glib/gi18n-lib.h>

struct _HearthLinkRow {
  AdwComboRow parent_instance;

  HearthFieldBase base;

  /* owned */
  GListStore *lists;   /* "nothing chosen", then the records */
  GtkStringList *none;
  char *text;          /* the id, also while its record is not in the list */
};

static void hearth_link_row_field_row_init (HearthFieldRowInterface *iface);

G_DEFINE_FINAL_TYPE_WITH_CODE (HearthLinkRow,
                               hearth_link_row,
                               ADW_TYPE_COMBO_ROW,
                               G_IMPLEMENT_INTERFACE (HEARTH_TYPE_FIELD_ROW, hearth_link_row_field_row_init))

static char *
dup_item_label_cb (gpointer item)
{
  if (HEARTH_IS_RECORD (item))
    return hearth_record_dup_title (item);
  if (GTK_IS_STRING_OBJECT (item))
    return g_strdup (gtk_string_object_get_string (item));
  return NULL;
}

static guint
find_place (HearthLinkRow *self)
{
  GListModel *model = adw_combo_row_get_model (ADW_COMBO_ROW (self));

  if (*self->text == '\0')
    return 0;
  for (guint i = 1; i < g_list_model_get_n_items (model); i++)
    {
      g_autoptr (HearthRecord) record = g_list_model_get_item (model, i);

      if (g_str_equal (hearth_record_get_id (record), self->text))
        return i;
    }
  return GTK_INVALID_LIST_POSITION;
}

/* The list may change while the form is open; what was chosen stays chosen. */
static void
show_selected (HearthLinkRow *self)
{
  bool quiet = self->base.quiet;

  self->base.quiet = true;
  adw_combo_row_set_selected (ADW_COMBO_ROW (self), find_place (self));
  self->base.quiet = quiet;
}

static void
records_changed_cb (HearthLinkRow *self)
{
  show_selected (self);
}

static void
selected_changed_cb (HearthLinkRow *self)
{
  GObject *item = adw_combo_row_get_selected_item (ADW_COMBO_ROW (self));

  if (self->base.quiet || item == NULL)
    return;
  if (g_set_str (&self->text, HEARTH_IS_RECORD (item) ? hearth_record_get_id (HEARTH_RECORD (item)) : ""))
    hearth_field_base_input_changed (&self->base, HEARTH_FIELD_ROW (self));
}

static HearthFieldBase *
hearth_link_row_get_base (HearthFieldRow *row)
{
  return &HEARTH_LINK_ROW (row)->base;
}

static char *
hearth_link_row_dup_text (HearthFieldRow *row)
{
  return g_strdup (HEARTH_LINK_ROW (row)->text);
}

static void
hearth_link_row_set_text (HearthFieldRow *row, const char *text)
{
  HearthLinkRow *self = HEARTH_LINK_ROW (row);

  g_set_str (&self->text, text);
  show_selected (self);
}

static void
hearth_link_row_field_row_init (HearthFieldRowInterface *iface)
{
  iface->get_base = hearth_link_row_get_base;
  iface->dup_text = hearth_link_row_dup_text;
  iface->set_text = hearth_link_row_set_text;
}

static void
hearth_link_row_dispose (GObject *object)
{
  HearthLinkRow *self = HEARTH_LINK_ROW (object);

  self->base.quiet = true;
  g_clear_object (&self->lists);
  g_clear_object (&self->none);
  G_OBJECT_CLASS (hearth_link_row_parent_class)->dispose (object);
}

static void
hearth_link_row_finalize (GObject *object)
{
  g_free (HEARTH_LINK_ROW (object)->text);
  G_OBJECT_CLASS (hearth_link_row_parent_class)->finalize (object);
}

static void
hearth_link_row_class_init (HearthLinkRowClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);

  object_class->dispose = hearth_link_row_dispose;
  object_class->finalize = hearth_link_row_finalize;
}

static void
hearth_link_row_init (HearthLinkRow *self)
{
  self->text = g_strdup ("");
  self->lists = g_list_store_new (G_TYPE_LIST_MODEL);
}

GtkWidget *
hearth_link_row_new (const HearthField *field)
{
  HearthLinkRow *self;
  AdwComboRow *combo;
  g_autoptr (GtkFlattenListModel) model = NULL;
  const char *first[] = { NULL, NULL };

  g_return_val_if_fail (field != NULL, NULL);

  first[0] = field->required ? hearth_words_choose () : hearth_words_not_said ();
  self = g_object_new (HEARTH_TYPE_LINK_ROW, NULL);
  combo = ADW_COMBO_ROW (self);
  self->none = gtk_string_list_new (first);
  g_list_store_append (self->lists, self->none);
  model = gtk_flatten_list_model_new (G_LIST_MODEL (g_object_ref (self->lists)));

  hearth_field_base_attach (&self->base, HEARTH_FIELD_ROW (self), field, GTK_WIDGET (self));
  hearth_field_base_make_combo (combo,
                                gtk_cclosure_expression_new (G_TYPE_STRING, NULL, 0, NULL,
                                                             G_CALLBACK (dup_item_label_cb), NULL, NULL));
  adw_combo_row_set_model (combo, G_LIST_MODEL (model));
  g_signal_connect (self, "notify::selected-item", G_CALLBACK (selected_changed_cb), NULL);
  return GTK_WIDGET (self);
}

void
hearth_link_row_set_model (HearthLinkRow *self, GListModel *records)
{
  gpointer lists[] = { self->none, records };

  g_return_if_fail (HEARTH_IS_LINK_ROW (self));
  g_return_if_fail (records == NULL || G_IS_LIST_MODEL (records));

  self->base.quiet = true;
  g_list_store_splice (self->lists, 0, g_list_model_get_n_items (G_LIST_MODEL (self->lists)), lists,
                       records != NULL ? 2 : 1);
  self->base.quiet = false;
  adw_combo_row_set_enable_search (ADW_COMBO_ROW (self), records != NULL);
  if (records != NULL)
    g_signal_connect_object (records, "items-changed", G_CALLBACK (records_changed_cb), self,
                             G_CONNECT_SWAPPED | G_CONNECT_AFTER);
  show_selected (self);
}

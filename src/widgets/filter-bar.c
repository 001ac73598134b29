/* SPDX-License-Identifier: GPL-3.0-or-later
 * The filters above a list, one for each field that a type's table offers as a filter.
 */
#define G_LOG_DOMAIN "hearth-widgets"

#include "config.h"

#include "widgets/filter-bar.h"

#include "widgets/words.h"

#include <glib/gi18n-lib.h>

struct _HearthFilterBar {
  GtkWidget parent_instance;

  /* borrowed */
  GtkWidget *box;

  /* owned */
  GPtrArray *filters; /* of Filter */
};

/* @codes stand in the order of the drop-down's items; the first is "". */
typedef struct {
  HearthFilterBar *bar;
  const HearthField *field;
  GtkDropDown *drop_down;
  GPtrArray *codes;
} Filter;

static guint filter_changed_signal;

G_DEFINE_FINAL_TYPE (HearthFilterBar, hearth_filter_bar, GTK_TYPE_WIDGET)

static void
filter_free (gpointer data)
{
  Filter *filter = data;

  g_ptr_array_unref (filter->codes);
  g_free (filter);
}

static const char *
get_code (Filter *filter)
{
  guint selected = gtk_drop_down_get_selected (filter->drop_down);

  return selected < filter->codes->len ? g_ptr_array_index (filter->codes, selected) : "";
}

static void
selected_cb (GtkDropDown *drop_down, GParamSpec *pspec, Filter *filter)
{
  g_signal_emit (filter->bar, filter_changed_signal, 0, filter->field->name, get_code (filter));
}

static void
add_item (Filter *filter, GtkStringList *items, const char *code, const char *label)
{
  g_autofree char *words = hearth_words_filter (_ (filter->field->label), label);

  gtk_string_list_append (items, words);
  g_ptr_array_add (filter->codes, (gpointer) code);
}

static void
add_filter (HearthFilterBar *self, const HearthField *field)
{
  g_autoptr (GtkStringList) items = gtk_string_list_new (NULL);
  Filter *filter = g_new0 (Filter, 1);

  filter->bar = self;
  filter->field = field;
  filter->codes = g_ptr_array_new ();
  add_item (filter, items, "", NULL);
  if (field->kind == HEARTH_FIELD_YES_NO)
    {
      add_item (filter, items, "yes", hearth_words_yes_no (true));
      add_item (filter, items, "no", hearth_words_yes_no (false));
    }
  for (const HearthChoice *choice = field->choices; choice != NULL && choice->code != NULL; choice++)
    add_item (filter, items, choice->code, _ (choice->label));

  filter->drop_down = GTK_DROP_DOWN (gtk_drop_down_new (G_LIST_MODEL (g_steal_pointer (&items)), NULL));
  gtk_accessible_update_property (GTK_ACCESSIBLE (filter->drop_down), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  _ (field->label), -1);
  g_signal_connect (filter->drop_down, "notify::selected", G_CALLBACK (selected_cb), filter);
  adw_wrap_box_append (ADW_WRAP_BOX (self->box), GTK_WIDGET (filter->drop_down));
  g_ptr_array_add (self->filters, filter);
}

static void
hearth_filter_bar_dispose (GObject *object)
{
  HearthFilterBar *self = HEARTH_FILTER_BAR (object);

  for (guint i = 0; i < self->filters->len; i++)
    {
      Filter *filter = g_ptr_array_index (self->filters, i);

      g_signal_handlers_disconnect_by_func (filter->drop_down, selected_cb, filter);
    }
  g_ptr_array_set_size (self->filters, 0);
  g_clear_pointer (&self->box, gtk_widget_unparent);
  G_OBJECT_CLASS (hearth_filter_bar_parent_class)->dispose (object);
}

static void
hearth_filter_bar_finalize (GObject *object)
{
  g_ptr_array_unref (HEARTH_FILTER_BAR (object)->filters);
  G_OBJECT_CLASS (hearth_filter_bar_parent_class)->finalize (object);
}

static void
hearth_filter_bar_class_init (HearthFilterBarClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);

  object_class->dispose = hearth_filter_bar_dispose;
  object_class->finalize = hearth_filter_bar_finalize;
  gtk_widget_class_set_layout_manager_type (GTK_WIDGET_CLASS (klass), GTK_TYPE_BIN_LAYOUT);

  filter_changed_signal = g_signal_new ("filter-changed", HEARTH_TYPE_FILTER_BAR, G_SIGNAL_RUN_LAST, 0, NULL,
                                        NULL, NULL, G_TYPE_NONE, 2, G_TYPE_STRING, G_TYPE_STRING);
}

static void
hearth_filter_bar_init (HearthFilterBar *self)
{
  self->filters = g_ptr_array_new_with_free_func (filter_free);
  self->box = adw_wrap_box_new ();
  adw_wrap_box_set_child_spacing (ADW_WRAP_BOX (self->box), 6);
  adw_wrap_box_set_line_spacing (ADW_WRAP_BOX (self->box), 6);
  gtk_widget_set_parent (self->box, GTK_WIDGET (self));
}

GtkWidget *
hearth_filter_bar_new (const HearthRecordType *type)
{
  HearthFilterBar *self;

  g_return_val_if_fail (type != NULL, NULL);

  self = g_object_new (HEARTH_TYPE_FILTER_BAR, NULL);
  for (guint i = 0; i < type->n_fields; i++)
    if (type->fields[i].filter)
      add_filter (self, &type->fields[i]);
  return GTK_WIDGET (self);
}

bool
hearth_filter_bar_has_filters (HearthFilterBar *self)
{
  g_return_val_if_fail (HEARTH_IS_FILTER_BAR (self), false);

  return self->filters->len > 0;
}

const char *
hearth_filter_bar_get_filter (HearthFilterBar *self, const char *field)
{
  g_return_val_if_fail (HEARTH_IS_FILTER_BAR (self), "");
  g_return_val_if_fail (field != NULL, "");

  for (guint i = 0; i < self->filters->len; i++)
    {
      Filter *filter = g_ptr_array_index (self->filters, i);

      if (g_str_equal (filter->field->name, field))
        return get_code (filter);
    }
  return "";
}

bool
hearth_filter_bar_is_active (HearthFilterBar *self)
{
  g_return_val_if_fail (HEARTH_IS_FILTER_BAR (self), false);

  for (guint i = 0; i < self->filters->len; i++)
    if (*get_code (g_ptr_array_index (self->filters, i)) != '\0')
      return true;
  return false;
}

void
hearth_filter_bar_clear (HearthFilterBar *self)
{
  g_return_if_fail (HEARTH_IS_FILTER_BAR (self));

  for (guint i = 0; i < self->filters->len; i++)
    gtk_drop_down_set_selected (((Filter *) g_ptr_array_index (self->filters, i))->drop_down, 0);
}

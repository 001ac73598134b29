/* SPDX-License-Identifier: GPL-3.0-or-later
 * A short list of records under a heading, which is not there while the list is empty.
 */
#define G_LOG_DOMAIN "hearth-views"

#include "views/list-group.h"

#include "views/plain-row.h"

struct _HearthListGroup {
  AdwBin parent_instance;

  /* Borrowed */
  AdwPreferencesGroup *group;
  GtkListBox *list;

  /* Owned */
  GListModel *records;
  HearthDescribeFunc describe;
  const char *link; /* NULL: a row opens its own record */
};

G_DEFINE_FINAL_TYPE (HearthListGroup, hearth_list_group, ADW_TYPE_BIN)

/* ---- Callbacks ---- */

static void
items_changed_cb (HearthListGroup *self)
{
  gtk_widget_set_visible (GTK_WIDGET (self), g_list_model_get_n_items (self->records) > 0);
}

static GtkWidget *
make_row_cb (gpointer item, gpointer user_data)
{
  HearthListGroup *self = user_data;
  HearthRecord *record = item;
  g_autofree char *title = hearth_record_dup_title (record);
  g_autofree char *subtitle = self->describe (record);
  const char *id =
    self->link != NULL ? hearth_record_get (record, self->link) : hearth_record_get_id (record);
  GtkWidget *row = hearth_plain_row_new_for_record (title, subtitle, id);

  hearth_plain_row_add_arrow (row);
  return row;
}

/* ---- Overrides ---- */

static void
hearth_list_group_dispose (GObject *object)
{
  HearthListGroup *self = HEARTH_LIST_GROUP (object);

  if (self->list != NULL)
    gtk_list_box_bind_model (self->list, NULL, NULL, NULL, NULL);
  self->list = NULL;
  g_clear_object (&self->records);

  G_OBJECT_CLASS (hearth_list_group_parent_class)->dispose (object);
}

static void
hearth_list_group_class_init (HearthListGroupClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = hearth_list_group_dispose;
}

static void
hearth_list_group_init (HearthListGroup *self)
{
  self->group = ADW_PREFERENCES_GROUP (adw_preferences_group_new ());
  self->list = GTK_LIST_BOX (gtk_list_box_new ());
  gtk_list_box_set_selection_mode (self->list, GTK_SELECTION_NONE);
  gtk_widget_add_css_class (GTK_WIDGET (self->list), "boxed-list");
  adw_preferences_group_add (self->group, GTK_WIDGET (self->list));
  adw_bin_set_child (ADW_BIN (self), GTK_WIDGET (self->group));
}

/* ---- Public ---- */

HearthListGroup *
hearth_list_group_new (const char *title, GListModel *records, HearthDescribeFunc describe)
{
  return hearth_list_group_new_of_links (title, records, describe, NULL);
}

HearthListGroup *
hearth_list_group_new_of_links (const char *title,
                                GListModel *records,
                                HearthDescribeFunc describe,
                                const char *field)
{
  HearthListGroup *self = g_object_new (HEARTH_TYPE_LIST_GROUP, NULL);

  self->describe = describe;
  self->link = field;
  adw_preferences_group_set_title (self->group, title);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->list), GTK_ACCESSIBLE_PROPERTY_LABEL, title, -1);
  gtk_widget_set_visible (GTK_WIDGET (self), FALSE);
  if (records != NULL)
    {
      self->records = g_object_ref (records);
      g_signal_connect_object (records, "items-changed", G_CALLBACK (items_changed_cb), self,
                               G_CONNECT_SWAPPED);
      gtk_list_box_bind_model (self->list, records, make_row_cb, self, NULL);
      items_changed_cb (self);
    }
  return self;
}

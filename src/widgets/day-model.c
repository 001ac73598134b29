/* SPDX-License-Identifier: GPL-3.0-or-later
 * A list as it is, with a section for each day: neighbours with the same date.
 */
#define G_LOG_DOMAIN "hearth-widgets"

#include "widgets/day-model.h"

struct _HearthDayModel {
  GObject parent_instance;

  /* owned */
  GListModel *items;

  HearthDayFunc day;
};

static void hearth_day_model_list_init (GListModelInterface *iface);
static void hearth_day_model_section_init (GtkSectionModelInterface *iface);

G_DEFINE_FINAL_TYPE_WITH_CODE (HearthDayModel,
                               hearth_day_model,
                               G_TYPE_OBJECT,
                               G_IMPLEMENT_INTERFACE (G_TYPE_LIST_MODEL, hearth_day_model_list_init)
                                 G_IMPLEMENT_INTERFACE (GTK_TYPE_SECTION_MODEL,
                                                        hearth_day_model_section_init))

static char *
dup_day (HearthDayModel *self, guint position)
{
  g_autoptr (GObject) item = g_list_model_get_item (self->items, position);

  return item != NULL ? self->day (item) : g_strdup ("");
}

static bool
is_same_day (HearthDayModel *self, const char *day, guint position)
{
  g_autofree char *other = dup_day (self, position);

  return g_str_equal (day, other);
}

/* A change may join or part the days at its ends. */
static void
items_changed_cb (HearthDayModel *self, guint position, guint removed, guint added)
{
  guint n_items = g_list_model_get_n_items (self->items);
  guint from = position, to = position + added;

  g_list_model_items_changed (G_LIST_MODEL (self), position, removed, added);
  if (n_items == 0)
    return;
  if (from > 0)
    {
      g_autofree char *day = dup_day (self, from - 1);

      for (from--; from > 0 && is_same_day (self, day, from - 1); from--)
        ;
    }
  if (to < n_items)
    {
      g_autofree char *day = dup_day (self, to);

      for (to++; to < n_items && is_same_day (self, day, to); to++)
        ;
    }
  if (to > from)
    gtk_section_model_sections_changed (GTK_SECTION_MODEL (self), from, to - from);
}

static GType
hearth_day_model_get_item_type (GListModel *model)
{
  return g_list_model_get_item_type (HEARTH_DAY_MODEL (model)->items);
}

static guint
hearth_day_model_get_n_items (GListModel *model)
{
  return g_list_model_get_n_items (HEARTH_DAY_MODEL (model)->items);
}

static gpointer
hearth_day_model_get_item (GListModel *model, guint position)
{
  return g_list_model_get_item (HEARTH_DAY_MODEL (model)->items, position);
}

static void
hearth_day_model_get_section (GtkSectionModel *model, guint position, guint *start, guint *end)
{
  HearthDayModel *self = HEARTH_DAY_MODEL (model);
  guint n_items = g_list_model_get_n_items (self->items);
  g_autofree char *day = NULL;

  if (position >= n_items)
    {
      *start = n_items;
      *end = G_MAXUINT;
      return;
    }
  day = dup_day (self, position);
  for (*start = position; *start > 0 && is_same_day (self, day, *start - 1); (*start)--)
    ;
  for (*end = position + 1; *end < n_items && is_same_day (self, day, *end); (*end)++)
    ;
}

static void
hearth_day_model_list_init (GListModelInterface *iface)
{
  iface->get_item_type = hearth_day_model_get_item_type;
  iface->get_n_items = hearth_day_model_get_n_items;
  iface->get_item = hearth_day_model_get_item;
}

static void
hearth_day_model_section_init (GtkSectionModelInterface *iface)
{
  iface->get_section = hearth_day_model_get_section;
}

static void
hearth_day_model_dispose (GObject *object)
{
  g_clear_object (&HEARTH_DAY_MODEL (object)->items);
  G_OBJECT_CLASS (hearth_day_model_parent_class)->dispose (object);
}

static void
hearth_day_model_class_init (HearthDayModelClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = hearth_day_model_dispose;
}

static void
hearth_day_model_init (HearthDayModel *self)
{
}

static char *
dup_event_date (gpointer record)
{
  return hearth_record_dup_event_date (record);
}

HearthDayModel *
hearth_day_model_new (GListModel *items, HearthDayFunc day)
{
  HearthDayModel *self;

  g_return_val_if_fail (G_IS_LIST_MODEL (items), NULL);
  g_return_val_if_fail (day != NULL, NULL);

  self = g_object_new (HEARTH_TYPE_DAY_MODEL, NULL);
  self->items = g_object_ref (items);
  self->day = day;
  g_signal_connect_object (items, "items-changed", G_CALLBACK (items_changed_cb), self, G_CONNECT_SWAPPED);
  return self;
}

HearthDayModel *
hearth_day_model_new_of_records (GListModel *records)
{
  return hearth_day_model_new (records, dup_event_date);
}

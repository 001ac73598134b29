/* SPDX-License-Identifier: GPL-3.0-or-later
 * What tests of lists share: what is in one, and whether what it tells agrees with that.
 */
#define G_LOG_DOMAIN "hearth-test"

#include "list-fixture.h"

const HearthRecordType *
type_of (const char *name)
{
  return hearth_records_lookup_type (name);
}

GListModel *
list (House *house, const HearthQuery *query)
{
  g_autoptr (GError) error = NULL;
  GListModel *model = hearth_store_list (house->store, query, &error);

  g_assert_no_error (error);
  g_assert_cmpint (hearth_store_count (house->store, query, &error), ==, g_list_model_get_n_items (model));
  g_assert_no_error (error);
  return model;
}

/* What @field says of every item, with ',' between. */
static char *
read_all (GListModel *model, const char *field)
{
  g_autoptr (GString) all = g_string_new (NULL);

  for (guint i = 0; i < g_list_model_get_n_items (model); i++)
    {
      g_autoptr (HearthRecord) record = g_list_model_get_item (model, i);

      g_string_append_printf (all, "%s%s", i > 0 ? "," : "", hearth_record_get (record, field));
    }
  return g_string_free_and_steal (g_steal_pointer (&all));
}

void
assert_list (GListModel *model, const char *field, const char *expected)
{
  g_autofree char *all = read_all (model, field);

  g_assert_cmpstr (all, ==, expected);
}

static void
items_changed_cb (GListModel *model, guint position, guint removed, guint added, gpointer user_data)
{
  Watch *watch = user_data;

  if (removed > 0)
    g_ptr_array_remove_range (watch->seen, position, removed);
  for (guint i = 0; i < added; i++)
    g_ptr_array_insert (watch->seen, (int) (position + i), g_list_model_get_item (model, position + i));
  watch->told++;
  g_free (watch->last);
  watch->last = g_strdup_printf ("%u-%u+%u", position, removed, added);
}

void
watch_start (Watch *watch, GListModel *model)
{
  *watch = (Watch) { .model = model, .seen = g_ptr_array_new_with_free_func (g_object_unref) };
  for (guint i = 0; i < g_list_model_get_n_items (model); i++)
    g_ptr_array_add (watch->seen, g_list_model_get_item (model, i));
  g_signal_connect (model, "items-changed", G_CALLBACK (items_changed_cb), watch);
}

void
watch_end (Watch *watch)
{
  g_assert_cmpuint (watch->seen->len, ==, g_list_model_get_n_items (watch->model));
  for (guint i = 0; i < watch->seen->len; i++)
    {
      g_autoptr (HearthRecord) record = g_list_model_get_item (watch->model, i);

      g_assert_true (record == g_ptr_array_index (watch->seen, i));
    }
  g_signal_handlers_disconnect_by_data (watch->model, watch);
  g_ptr_array_unref (watch->seen);
  g_free (watch->last);
}

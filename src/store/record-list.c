/* SPDX-License-Identifier: GPL-3.0-or-later
 * The live list of records a query asks for: it holds numbers of rows and fetches their contents by the page.
 */
#define G_LOG_DOMAIN "hearth-store"

#include "store/record-list.h"

#include "records/registry.h"
#include "store/list-pages.h"
#include "store/query-facet.h"
#include "store/store-private.h"
#include "store/table.h"

struct _HearthRecordList {
  GObject parent_instance;

  HearthStore *store; /* borrowed; NULL once it is closed */
  HearthQuery *query; /* as it was asked, to be asked again */
  HearthQueryPlan *plan;
  bool is_denied; /* since the policy was last asked: the list is empty */
  GArray *rows;   /* of gint64 */
  HearthListPages pages;
};

static void list_model_init (GListModelInterface *iface);

G_DEFINE_FINAL_TYPE_WITH_CODE (HearthRecordList,
                               hearth_record_list,
                               G_TYPE_OBJECT,
                               G_IMPLEMENT_INTERFACE (G_TYPE_LIST_MODEL, list_model_init))

/* --- pages ----------------------------------------------------------------------------- */

static const HearthRecordType *
lookup_type_of_row (HearthStore *store, gint64 row)
{
  g_autoptr (HearthStatement) statement =
    hearth_db_prepare (store->db, "SELECT type FROM record_index WHERE row = ?1", NULL);

  if (statement == NULL)
    return NULL;
  hearth_statement_bind_int64 (statement, 1, row);
  if (hearth_statement_step (statement, NULL) != HEARTH_STEP_ROW)
    return NULL;
  return hearth_records_lookup_type (hearth_statement_get_text (statement, 0));
}

/* Records of many types: those of one type by one statement each. */
static bool
load_mixed (HearthStore *store, const gint64 *rows, guint n_rows, HearthRecord **records, GError **error)
{
  const HearthRecordType *types[HEARTH_PAGE_ROWS];

  for (guint i = 0; i < n_rows; i++)
    types[i] = lookup_type_of_row (store, rows[i]);
  for (guint i = 0; i < n_rows; i++)
    {
      gint64 same[HEARTH_PAGE_ROWS];
      guint places[HEARTH_PAGE_ROWS], n_same = 0;
      HearthRecord *found[HEARTH_PAGE_ROWS];
      const HearthRecordType *type = types[i];

      if (type == NULL)
        continue;
      for (guint j = i; j < n_rows; j++)
        if (types[j] == type)
          {
            same[n_same] = rows[j];
            places[n_same++] = j;
            types[j] = NULL;
          }
      if (!hearth_store_load_page (store, type, same, n_same, found, error))
        return false;
      for (guint j = 0; j < n_same; j++)
        records[places[j]] = found[j];
    }
  return true;
}

static GPtrArray *
load_page (gpointer data, guint number)
{
  HearthRecordList *list = data;
  const HearthRecordType *type = list->plan->query->type;
  guint first = number * HEARTH_PAGE_ROWS;
  guint n_rows = MIN (HEARTH_PAGE_ROWS, list->rows->len - first);
  const gint64 *rows = &g_array_index (list->rows, gint64, first);
  HearthRecord *records[HEARTH_PAGE_ROWS] = { 0 };
  GPtrArray *page = g_ptr_array_new_with_free_func (g_object_unref);
  g_autoptr (GError) error = NULL;

  if (type != NULL ? !hearth_store_load_page (list->store, type, rows, n_rows, records, &error)
                   : !load_mixed (list->store, rows, n_rows, records, &error))
    g_warning ("a page of a list cannot be read: %s", error->message);
  for (guint i = 0; i < n_rows; i++)
    {
      /* A list model may not answer with nothing: what cannot be read shows as an empty record. */
      if (records[i] == NULL)
        records[i] = hearth_record_new (type != NULL ? type : hearth_records_get_types (NULL)[0]);
      g_ptr_array_add (page, records[i]);
    }
  return page;
}

/* --- the list model -------------------------------------------------------------------- */

static GType
hearth_record_list_get_item_type (GListModel *model)
{
  return HEARTH_TYPE_RECORD;
}

static guint
hearth_record_list_get_n_items (GListModel *model)
{
  return HEARTH_RECORD_LIST (model)->rows->len;
}

static gpointer
hearth_record_list_get_item (GListModel *model, guint position)
{
  HearthRecordList *list = HEARTH_RECORD_LIST (model);

  return position < list->rows->len ? hearth_list_pages_get (&list->pages, position) : NULL;
}

static void
list_model_init (GListModelInterface *iface)
{
  iface->get_item_type = hearth_record_list_get_item_type;
  iface->get_n_items = hearth_record_list_get_n_items;
  iface->get_item = hearth_record_list_get_item;
}

/* --- following saves -------------------------------------------------------------------- */

static int
find_position (HearthRecordList *list, gint64 row)
{
  for (guint i = 0; i < list->rows->len; i++)
    if (g_array_index (list->rows, gint64, i) == row)
      return (int) i;
  return -1;
}

/* Where @row belongs among the others; they are in order, and each look at one is one small question. */
static guint
find_place (HearthRecordList *list, gint64 row)
{
  HearthRowKey key;
  guint low = 0, high = list->rows->len;

  if (!hearth_query_plan_read_key (list->plan, row, &key, NULL))
    return 0;
  while (low < high)
    {
      guint middle = low + (high - low) / 2;
      HearthRowKey other;

      if (!hearth_query_plan_read_key (list->plan, g_array_index (list->rows, gint64, middle), &other, NULL))
        break;
      if (hearth_query_plan_compare (list->plan, &other, &key) < 0)
        low = middle + 1;
      else
        high = middle;
      hearth_row_key_clear (&other);
    }
  hearth_row_key_clear (&key);
  return low;
}

static void
insert_at (HearthRecordList *list, guint position, gint64 row)
{
  g_array_insert_val (list->rows, position, row);
  hearth_list_pages_drop (&list->pages, position);
  g_list_model_items_changed (G_LIST_MODEL (list), position, 0, 1);
}

static void
remove_at (HearthRecordList *list, guint position)
{
  g_array_remove_index (list->rows, position);
  hearth_list_pages_drop (&list->pages, position);
  g_list_model_items_changed (G_LIST_MODEL (list), position, 1, 0);
}

static void
follow_row (HearthRecordList *list, gint64 row)
{
  g_autoptr (GError) error = NULL;
  int position;
  guint place;
  bool has;

  if (!hearth_query_plan_has_row (list->plan, row, &has, &error))
    {
      g_warning ("a list cannot follow: %s", error->message);
      return;
    }
  position = find_position (list, row);
  if (!has)
    {
      if (position >= 0)
        remove_at (list, (guint) position);
      return;
    }
  if (position < 0)
    {
      insert_at (list, find_place (list, row), row);
      return;
    }
  /* Out, to be looked for among the others; the record itself has told who shows it of its new values. */
  g_array_remove_index (list->rows, (guint) position);
  place = find_place (list, row);
  g_array_insert_val (list->rows, (guint) position, row);
  if (place == (guint) position)
    return;
  remove_at (list, (guint) position);
  insert_at (list, place, row);
}

void
hearth_record_list_follow (HearthRecordList *list, HearthRecord *record, gint64 row)
{
  g_autoptr (GError) error = NULL;

  if (list->store == NULL || list->is_denied)
    return;
  if (hearth_query_plan_has_facet_of (list->plan, hearth_record_get_record_type (record)) &&
      !hearth_store_find_row (list->store, hearth_record_get_resident (record), &row, NULL, NULL, &error))
    {
      g_warning ("a list cannot follow: %s", error->message);
      return;
    }
  follow_row (list, row);
}

/* Swaps in @rows, telling only of the part between what is the same at both ends. */
static void
replace_rows (HearthRecordList *list, GArray *rows)
{
  g_autoptr (GArray) old = g_steal_pointer (&list->rows);
  const gint64 *a = (const gint64 *) old->data, *b = (const gint64 *) rows->data;
  guint same = 0, end = 0, shorter = MIN (old->len, rows->len);

  while (same < shorter && a[same] == b[same])
    same++;
  while (end < shorter - same && a[old->len - 1 - end] == b[rows->len - 1 - end])
    end++;
  list->rows = g_array_ref (rows);
  if (same == old->len && same == rows->len)
    return;
  hearth_list_pages_drop (&list->pages, same);
  g_list_model_items_changed (G_LIST_MODEL (list), same, old->len - same - end, rows->len - same - end);
}

void
hearth_record_list_reload (HearthRecordList *list)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GArray) rows = NULL;

  if (list->store == NULL || list->is_denied)
    return;
  g_hash_table_remove_all (list->plan->titles);
  rows = hearth_query_plan_list_rows (list->plan, &error);
  if (rows != NULL)
    replace_rows (list, rows);
  else
    g_warning ("a list cannot be read again: %s", error->message);
}

void
hearth_record_list_reread (HearthRecordList *list)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (HearthQueryPlan) plan = NULL;
  g_autoptr (GArray) rows = NULL;
  guint before = list->rows->len;

  if (list->store == NULL)
    return;
  plan = hearth_query_plan_new (list->store, list->query, &error);
  rows = plan != NULL ? hearth_query_plan_list_rows (plan, &error) : NULL;
  list->is_denied = rows == NULL;
  if (rows == NULL)
    {
      rows = g_array_new (FALSE, FALSE, sizeof (gint64));
      if (!g_error_matches (error, HEARTH_STORE_ERROR, HEARTH_STORE_ERROR_DENIED))
        g_warning ("a list cannot be read again: %s", error->message);
    }
  else
    {
      hearth_query_plan_free (list->plan);
      list->plan = g_steal_pointer (&plan);
    }
  g_array_unref (list->rows);
  list->rows = g_steal_pointer (&rows);
  hearth_list_pages_drop (&list->pages, 0);
  /* All of it: what stands in for a record that could not be read is another object now. */
  if (before > 0 || list->rows->len > 0)
    g_list_model_items_changed (G_LIST_MODEL (list), 0, before, list->rows->len);
}

void
hearth_record_list_close (HearthRecordList *list)
{
  g_autoptr (GArray) none = g_array_new (FALSE, FALSE, sizeof (gint64));

  if (list->store == NULL)
    return;
  g_ptr_array_remove (list->store->lists, list);
  list->store = NULL;
  hearth_list_pages_drop (&list->pages, 0);
  replace_rows (list, none);
}

/* --- overrides --------------------------------------------------------------------------- */

static void
hearth_record_list_finalize (GObject *object)
{
  HearthRecordList *list = HEARTH_RECORD_LIST (object);

  if (list->store != NULL)
    g_ptr_array_remove (list->store->lists, list);
  hearth_list_pages_drop (&list->pages, 0);
  g_clear_pointer (&list->rows, g_array_unref);
  g_clear_pointer (&list->plan, hearth_query_plan_free);
  g_clear_pointer (&list->query, hearth_query_free);
  G_OBJECT_CLASS (hearth_record_list_parent_class)->finalize (object);
}

static void
hearth_record_list_class_init (HearthRecordListClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = hearth_record_list_finalize;
}

static void
hearth_record_list_init (HearthRecordList *list)
{
  hearth_list_pages_init (&list->pages, HEARTH_PAGE_ROWS, load_page, list);
}

/* --- public -------------------------------------------------------------------------------- */

HearthRecordList *
hearth_record_list_new (HearthStore *store, const HearthQuery *query, GError **error)
{
  g_autoptr (HearthQueryPlan) plan = hearth_query_plan_new (store, query, error);
  g_autoptr (GArray) rows = plan != NULL ? hearth_query_plan_list_rows (plan, error) : NULL;
  HearthRecordList *list;

  if (rows == NULL)
    return NULL;
  list = g_object_new (HEARTH_TYPE_RECORD_LIST, NULL);
  list->store = store;
  list->query = hearth_query_copy (query);
  list->plan = g_steal_pointer (&plan);
  list->rows = g_steal_pointer (&rows);
  g_ptr_array_add (store->lists, list);
  return list;
}

GListModel *
hearth_store_list (HearthStore *store, const HearthQuery *query, GError **error)
{
  g_return_val_if_fail (HEARTH_IS_STORE (store), NULL);
  g_return_val_if_fail (query != NULL, NULL);

  if (!hearth_store_check_open (store, error))
    return NULL;
  return (GListModel *) hearth_record_list_new (store, query, error);
}

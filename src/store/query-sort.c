/* SPDX-License-Identifier: GPL-3.0-or-later
 * Putting rows in order: numbers by size, choices by their place, words as the reader's language does, links by
 * the title of what they name. The same comparison sorts a list and finds a saved record's place in it.
 */
#define G_LOG_DOMAIN "hearth-store"

#include "store/query-sort.h"

#include "store/table.h"

#include <string.h>

static int
place_of_choice (const HearthField *field, const char *code)
{
  int place = 0;

  while (field->choices[place].code != NULL && !g_str_equal (field->choices[place].code, code))
    place++;
  return place;
}

/* Collation keys are made once for each row: comparing them is comparing bytes. */
static char *
collate (const char *text)
{
  g_autofree char *folded = g_utf8_casefold (text, -1);

  return g_utf8_collate_key_for_filename (folded, -1); /* "room 9" before "room 10" */
}

static const char *
get_link_title (HearthQueryPlan *plan, const char *id)
{
  char *title = g_hash_table_lookup (plan->titles, id);

  if (title == NULL)
    {
      title = hearth_store_dup_link_title (plan->store, id);
      g_hash_table_insert (plan->titles, g_strdup (id), title);
    }
  return title;
}

static void
fill_key (HearthQueryPlan *plan, HearthRowKey *key, const char *value)
{
  key->empty = *value == '\0';
  switch ((int) plan->sort->kind)
    {
    case HEARTH_FIELD_INTEGER:
    case HEARTH_FIELD_DECIMAL:
      key->number = g_ascii_strtod (value, NULL);
      return;
    case HEARTH_FIELD_YES_NO:
      key->number = g_str_equal (value, "yes") ? 0 : 1;
      return;
    case HEARTH_FIELD_CHOICE:
      key->number = place_of_choice (plan->sort, value);
      return;
    case HEARTH_FIELD_LINK:
    case HEARTH_FIELD_LINKS:
      key->text = collate (get_link_title (plan, value));
      return;
    case HEARTH_FIELD_DATE:
    case HEARTH_FIELD_TIME:
    case HEARTH_FIELD_DATE_TIME:
    case HEARTH_FIELD_PARTIAL_DATE:
      key->text = g_strdup (value);
      return;
    default:
      key->text = collate (value);
    }
}

void
hearth_row_key_clear (HearthRowKey *key)
{
  g_clear_pointer (&key->text, g_free);
}

static bool
read_event_key (HearthQueryPlan *plan, HearthRowKey *key, GError **error)
{
  g_autoptr (HearthStatement) statement =
    hearth_db_prepare (plan->store->db, "SELECT event FROM record_index WHERE row = ?1", error);

  if (statement == NULL)
    return false;
  hearth_statement_bind_int64 (statement, 1, key->row);
  if (hearth_statement_step (statement, error) == HEARTH_STEP_ERROR)
    return false;
  key->text = g_strdup (hearth_statement_get_text (statement, 0));
  return true;
}

/* What is computed is not in the table: the records have to be there. */
static bool
read_computed_keys (HearthQueryPlan *plan,
                    const gint64 *rows,
                    gsize n_rows,
                    HearthRowKey *keys,
                    GError **error)
{
  char *values[HEARTH_PAGE_ROWS];
  bool done =
    hearth_store_compute_page (plan->store, plan->query->type, plan->sort, rows, n_rows, values, error);

  for (gsize i = 0; i < n_rows; i++)
    {
      keys[i] = (HearthRowKey) { .row = rows[i] };
      fill_key (plan, &keys[i], values[i] != NULL ? values[i] : "");
      g_free (values[i]);
    }
  return done;
}

void
hearth_query_plan_take_key (HearthQueryPlan *plan, HearthStatement *statement, HearthRowKey *key)
{
  const HearthRecordType *type = plan->query->type;
  g_auto (GStrv) files = hearth_store_dup_files (plan->store, type, hearth_statement_get_text (statement, 2),
                                                 hearth_statement_get_text (statement, 3));
  g_autofree char *value = NULL;

  /* Its place in the order would tell what is withheld. */
  if (hearth_store_may_read_field_in (plan->store, type, plan->sort, (const char *const *) files))
    value = hearth_table_dup_value (plan->sort, statement, 1);
  *key = (HearthRowKey) { .row = hearth_statement_get_int64 (statement, 0) };
  fill_key (plan, key, value != NULL ? value : "");
}

bool
hearth_query_plan_read_key (HearthQueryPlan *plan, gint64 row, HearthRowKey *key, GError **error)
{
  g_autoptr (HearthStatement) statement = NULL;
  g_autofree char *sql = NULL;
  HearthStep step;

  *key = (HearthRowKey) { .row = row };
  if (plan->sort == NULL)
    return read_event_key (plan, key, error);
  if (!hearth_field_is_stored (plan->sort))
    return read_computed_keys (plan, &row, 1, key, error);
  sql = g_strdup_printf ("SELECT i.row, t.\"%s\", i.id, i.resident FROM \"%s\" t "
                         "CROSS JOIN record_index i ON i.row = t.row WHERE t.row = ?1",
                         plan->sort->name, plan->query->type->name);
  statement = hearth_db_prepare (plan->store->db, sql, error);
  if (statement == NULL)
    return false;
  hearth_statement_bind_int64 (statement, 1, row);
  step = hearth_statement_step (statement, error);
  if (step == HEARTH_STEP_ROW)
    hearth_query_plan_take_key (plan, statement, key);
  return step != HEARTH_STEP_ERROR;
}

int
hearth_query_plan_compare (HearthQueryPlan *plan, const HearthRowKey *a, const HearthRowKey *b)
{
  bool descending = plan->sort == NULL || plan->query->descending;
  int order;

  if (a->empty != b->empty)
    return a->empty ? 1 : -1;
  if (a->text != NULL && b->text != NULL)
    order = strcmp (a->text, b->text);
  else
    order = (a->number > b->number) - (a->number < b->number);
  if (order != 0)
    return descending ? -order : order;
  return (a->row < b->row) - (a->row > b->row); /* among equals the newest first */
}

static int
compare_keys (gconstpointer a, gconstpointer b, gpointer user_data)
{
  return hearth_query_plan_compare (user_data, a, b);
}

void
hearth_query_plan_sort (HearthQueryPlan *plan, GArray *keys)
{
  g_array_sort_with_data (keys, compare_keys, plan);
}

GArray *
hearth_row_keys_new (void)
{
  GArray *keys = g_array_new (FALSE, TRUE, sizeof (HearthRowKey));

  g_array_set_clear_func (keys, (GDestroyNotify) hearth_row_key_clear);
  return keys;
}

bool
hearth_query_plan_read_keys (HearthQueryPlan *plan, GArray *rows, GArray *keys, GError **error)
{
  g_array_set_size (keys, rows->len); /* all zero, so that what is not read yet can be freed */
  for (guint first = 0; first < rows->len; first += HEARTH_PAGE_ROWS)
    if (!read_computed_keys (plan, &g_array_index (rows, gint64, first),
                             MIN (HEARTH_PAGE_ROWS, rows->len - first),
                             &g_array_index (keys, HearthRowKey, first), error))
      return false;
  return true;
}

/* SPDX-License-Identifier: GPL-3.0-or-later
 * A query as SQL: which rows, and how many. The policy's word is part of the question, so that what it forbids
 * is neither listed nor counted.
 */
#define G_LOG_DOMAIN "hearth-store"

#include "store/query-plan.h"

#include "core/date.h"
#include "records/registry.h"
#include "store/query-facet.h"
#include "store/query-range.h"
#include "store/query-sort.h"

/* ?1 is the row asked for, ?2 today. */
#define FIRST_VALUE 3

/* --- building ------------------------------------------------------------------------ */

void
hearth_query_plan_append_value (HearthQueryPlan *plan, GString *sql, const char *value)
{
  g_ptr_array_add (plan->values, g_strdup (value));
  g_string_append_printf (sql, "?%u", FIRST_VALUE + plan->values->len - 1);
}

static bool
deny (GError **error, const char *what)
{
  g_set_error_literal (error, HEARTH_STORE_ERROR, HEARTH_STORE_ERROR_DENIED, what);
  return false;
}

/* Which column says whose file a record of @type is in; NULL: its links do, or it is in nobody's. */
static const char *
get_file_column (const HearthRecordType *type)
{
  if (type->owner == HEARTH_OWNER_RESIDENT)
    return "i.resident";
  return hearth_record_type_get_file (type, "id", NULL) != NULL ? "i.id" : NULL;
}

/* Where one file is asked for, that was looked at before; what is in several is asked about in each. */
bool
hearth_query_plan_append_denied (HearthQueryPlan *plan,
                                 GString *sql,
                                 const HearthRecordType *type,
                                 const HearthField *field,
                                 GError **error)
{
  const char *column = get_file_column (type);
  bool is_linked = type->owner == HEARTH_OWNER_RESIDENTS;
  g_autofree char *denied = NULL;

  if (!is_linked && (column == NULL || plan->query->resident != NULL))
    return true;
  if (!hearth_store_list_denied_residents (plan->store, type, field, &denied, error))
    return false;
  if (denied == NULL)
    return true;
  g_string_append (sql, " AND ");
  g_string_append (sql, is_linked ? "i.row" : column);
  g_string_append (sql, is_linked ? " NOT IN (SELECT row FROM record_link WHERE target IN " : " NOT IN ");
  g_string_append (sql, "(SELECT value FROM json_each (");
  hearth_query_plan_append_value (plan, sql, denied);
  g_string_append (sql, is_linked ? ")))" : "))");
  return true;
}

/* Of what only its author sees, the reader's own; of what is kept from people by name, not what is kept from the reader. */
static void
append_for_reader (HearthQueryPlan *plan, GString *sql, const HearthRecordType *type)
{
  if (!hearth_store_sees_all_of (plan->store, type))
    {
      g_string_append_printf (sql, " AND i.row IN (SELECT row FROM \"%s\" WHERE created_by = ", type->name);
      hearth_query_plan_append_value (plan, sql, hearth_store_get_person_id (plan->store));
      g_string_append_c (sql, ')');
    }
  if (type->hidden_from != NULL)
    {
      g_string_append (sql, " AND i.row NOT IN (SELECT row FROM record_link WHERE target = ");
      hearth_query_plan_append_value (plan, sql, hearth_store_get_person_id (plan->store));
      g_string_append_printf (sql, " AND field = '%s')", type->hidden_from);
    }
}

/* Records of @type in files the reader may see. Where one file is asked for, '+' keeps SQLite, which has no figures, from
 * going through all records of the type instead. */
static bool
append_type (HearthQueryPlan *plan, GString *sql, const HearthRecordType *type, GError **error)
{
  g_string_append_printf (sql, "(%si.type = ", plan->query->resident != NULL ? "+" : "");
  hearth_query_plan_append_value (plan, sql, type->name);
  append_for_reader (plan, sql, type);
  if (!hearth_query_plan_append_denied (plan, sql, type, NULL, error))
    return false;
  g_string_append_c (sql, ')');
  return true;
}

/* Every type of residents' files with this @owner that is asked for and that the reader may see. */
static bool
append_types_of (HearthQueryPlan *plan, GString *sql, HearthOwner owner, GError **error)
{
  unsigned int n_types;
  const HearthRecordType *const *types = hearth_records_get_types (&n_types);
  bool any = false;

  g_string_append_c (sql, '(');
  for (unsigned int i = 0; i < n_types; i++)
    {
      if (types[i]->owner != owner ||
          (plan->query->types != NULL && !g_ptr_array_find (plan->query->types, types[i], NULL)) ||
          !hearth_store_may_read (plan->store, types[i], plan->query->resident))
        continue;
      g_string_append (sql, any ? " OR " : "");
      if (!append_type (plan, sql, types[i], error))
        return false;
      any = true;
    }
  g_string_append (sql, any ? ")" : "0)");
  return true;
}

/* In the one file that is asked for: what has its resident, or names them. */
static void
append_file (HearthQueryPlan *plan, GString *sql, HearthOwner owner)
{
  if (plan->query->resident == NULL)
    return;
  g_string_append (sql, owner == HEARTH_OWNER_RESIDENTS
                          ? " AND i.row IN (SELECT row FROM record_link WHERE target = "
                          : " AND i.resident = ");
  hearth_query_plan_append_value (plan, sql, plan->query->resident);
  g_string_append (sql, owner == HEARTH_OWNER_RESIDENTS ? ")" : "");
}

/* The timeline: each half has an index of its own to go by. */
static bool
append_all_types (HearthQueryPlan *plan, GString *sql, GError **error)
{
  g_string_append (sql, "((");
  if (!append_types_of (plan, sql, HEARTH_OWNER_RESIDENT, error))
    return false;
  append_file (plan, sql, HEARTH_OWNER_RESIDENT);
  g_string_append (sql, ") OR (");
  if (!append_types_of (plan, sql, HEARTH_OWNER_RESIDENTS, error))
    return false;
  append_file (plan, sql, HEARTH_OWNER_RESIDENTS);
  g_string_append (sql, "))");
  return true;
}

static bool
append_one_type (HearthQueryPlan *plan, GString *sql, GError **error)
{
  const HearthRecordType *type = plan->query->type;

  if (!append_type (plan, sql, type, error))
    return false;
  append_file (plan, sql, type->owner);
  return true;
}

static void
append_period (HearthQueryPlan *plan, GString *sql)
{
  if (plan->query->from != NULL)
    {
      g_string_append (sql, " AND i.event >= ");
      hearth_query_plan_append_value (plan, sql, plan->query->from);
    }
  if (plan->query->to != NULL)
    {
      g_autofree char *after = hearth_date_add_days (plan->query->to, 1);

      g_string_append (sql, " AND i.event < ");
      hearth_query_plan_append_value (plan, sql, after);
    }
}

static const char *
code_to_sql (const HearthField *field, const char *code)
{
  if (field->kind == HEARTH_FIELD_YES_NO)
    return g_str_equal (code, "yes") ? "1" : "0";
  return code;
}

static void
append_code (HearthQueryPlan *plan, GString *sql, const HearthField *field, const char *code)
{
  if (*code == '\0')
    {
      g_string_append_printf (sql, "ifnull (t.\"%s\", '') = ''", field->name);
      return;
    }
  switch ((int) field->kind)
    {
    case HEARTH_FIELD_LINKS:
      g_string_append (sql, "i.row IN (SELECT row FROM record_link WHERE target = ");
      hearth_query_plan_append_value (plan, sql, code);
      g_string_append_printf (sql, " AND field = '%s')", field->name);
      return;
    case HEARTH_FIELD_MULTI_CHOICE:
      g_string_append_printf (sql, "instr (' ' || t.\"%s\" || ' ', ' ' || ", field->name);
      hearth_query_plan_append_value (plan, sql, code);
      g_string_append (sql, " || ' ') > 0");
      return;
    default:
      g_string_append_printf (sql, "CAST (t.\"%s\" AS TEXT) = ", field->name);
      hearth_query_plan_append_value (plan, sql, code_to_sql (field, code));
    }
}

const HearthField *
hearth_query_plan_look_up_field (HearthQueryPlan *plan, const char *name, GError **error)
{
  const HearthRecordType *type = plan->query->type;
  const HearthField *field = type != NULL ? hearth_record_type_lookup_field (type, name) : NULL;

  if (field == NULL || field->kind == HEARTH_FIELD_SEALED ||
      !hearth_store_may_read_field (plan->store, type, field, plan->query->resident))
    {
      deny (error, name);
      return NULL;
    }
  return field;
}

static bool
append_filter (HearthQueryPlan *plan, GString *sql, const HearthFilter *filter, GError **error)
{
  const HearthRecordType *type = plan->query->type;
  const HearthFacet *facet = type != NULL ? hearth_facet_lookup (type, filter->field) : NULL;
  const HearthField *field;

  if (facet != NULL)
    return hearth_query_plan_append_facet (plan, sql, facet, (const char *const *) filter->codes, error);
  field = hearth_query_plan_look_up_field (plan, filter->field, error);
  if (field == NULL)
    return false;
  if (!hearth_field_is_stored (field))
    return deny (error, filter->field);
  for (gsize i = 0; filter->codes[i] != NULL; i++)
    {
      g_string_append (sql, i == 0 ? " AND (" : " OR ");
      append_code (plan, sql, field, filter->codes[i]);
    }
  g_string_append_c (sql, ')');
  /* Who is left of a list tells what is withheld in it. */
  return hearth_query_plan_append_denied (plan, sql, type, field, error);
}

static bool
append_filters (HearthQueryPlan *plan, GString *sql, GError **error)
{
  for (guint i = 0; i < plan->query->filters->len; i++)
    if (!append_filter (plan, sql, g_ptr_array_index (plan->query->filters, i), error))
      return false;
  return true;
}

/* --- the whole question ------------------------------------------------------------------ */

/* A few records are looked for through the index, and their rows then fetched; of very many, reading the table
 * from its first page to its last is far cheaper than going back and forth in it. */
static void
append_from (HearthQueryPlan *plan, GString *sql)
{
  const HearthQuery *query = plan->query;
  bool few = query->resident != NULL || query->from != NULL || hearth_query_plan_has_event_range (plan);

  if (!plan->joins_table)
    g_string_append (sql, "FROM record_index i");
  else if (few)
    g_string_append_printf (sql, "FROM record_index i CROSS JOIN \"%s\" t ON t.row = i.row",
                            query->type->name);
  else
    g_string_append_printf (sql, "FROM \"%s\" t CROSS JOIN record_index i ON i.row = t.row",
                            query->type->name);
}

static bool
build (HearthQueryPlan *plan, GError **error)
{
  const HearthQuery *query = plan->query;
  g_autoptr (GString) sql = g_string_new (NULL);

  append_from (plan, sql);
  g_string_append (sql, " WHERE ");
  if (query->type == NULL ? !append_all_types (plan, sql, error) : !append_one_type (plan, sql, error))
    return false;
  if (!query->include_errors)
    g_string_append (sql, " AND i.state <> 'in_error'");
  append_period (plan, sql);
  if (!append_filters (plan, sql, error) || !hearth_query_plan_append_ranges (plan, sql, error))
    return false;
  plan->from_where = g_string_free_and_steal (g_steal_pointer (&sql));
  return true;
}

static bool
choose_sort (HearthQueryPlan *plan, GError **error)
{
  HearthQuery *query = plan->query;
  const HearthField *by = NULL;
  bool reversed;

  if (query->sort == NULL)
    return true;
  plan->sort = hearth_query_plan_look_up_field (plan, query->sort, error);
  if (plan->sort == NULL || plan->sort->sort_by == NULL)
    return plan->sort != NULL;
  reversed = plan->sort->sort_by[0] == '-';
  by = hearth_query_plan_look_up_field (plan, plan->sort->sort_by + reversed, NULL);
  if (by != NULL)
    {
      plan->sort = by;
      query->descending ^= reversed;
    }
  return true;
}

HearthQueryPlan *
hearth_query_plan_new (HearthStore *store, const HearthQuery *query, GError **error)
{
  g_autoptr (HearthQueryPlan) plan = g_new0 (HearthQueryPlan, 1);

  plan->store = store;
  plan->query = hearth_query_copy (query);
  plan->values = g_ptr_array_new_with_free_func (g_free);
  plan->titles = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_free);
  if (query->type != NULL && !hearth_store_may_read (store, query->type, query->resident))
    {
      deny (error, query->type->name);
      return NULL;
    }
  if (!choose_sort (plan, error))
    return NULL;
  plan->joins_table = query->type != NULL && (query->filters->len > 0 || query->ranges->len > 0 ||
                                              (plan->sort != NULL && hearth_field_is_stored (plan->sort)));
  if (!build (plan, error))
    return NULL;
  return g_steal_pointer (&plan);
}

void
hearth_query_plan_free (HearthQueryPlan *plan)
{
  if (plan == NULL)
    return;
  hearth_query_free (plan->query);
  g_ptr_array_unref (plan->values);
  g_hash_table_unref (plan->titles);
  g_free (plan->from_where);
  g_free (plan);
}

/* --- asking ---------------------------------------------------------------------------- */

static HearthStatement *
prepare (HearthQueryPlan *plan, const char *what, const char *after, gint64 only_row, GError **error)
{
  g_autofree char *sql = g_strdup_printf ("SELECT %s %s%s%s", what, plan->from_where,
                                          only_row > 0 ? " AND i.row = ?1" : "", after);
  HearthStatement *statement = hearth_db_prepare (plan->store->db, sql, error);

  if (statement == NULL)
    return NULL;
  if (only_row > 0)
    hearth_statement_bind_int64 (statement, 1, only_row);
  if (plan->asks_today)
    {
      g_autofree char *today = hearth_clock_today (plan->store->clock);

      hearth_statement_bind_text (statement, 2, today);
    }
  for (guint i = 0; i < plan->values->len; i++)
    hearth_statement_bind_text (statement, FIRST_VALUE + (int) i, g_ptr_array_index (plan->values, i));
  return statement;
}

static int
compare_rows (gconstpointer a, gconstpointer b)
{
  gint64 x = *(const gint64 *) a, y = *(const gint64 *) b;

  return (x > y) - (x < y);
}

/* Calls @take with each row of @statement that is also among those whose text matches. */
static bool
read_rows (HearthQueryPlan *plan,
           HearthStatement *statement,
           GArray *matching,
           void (*take) (HearthQueryPlan *plan, HearthStatement *statement, GArray *into),
           GArray *into,
           GError **error)
{
  HearthStep step;

  while ((step = hearth_statement_step (statement, error)) == HEARTH_STEP_ROW)
    {
      gint64 row = hearth_statement_get_int64 (statement, 0);

      if (matching == NULL || g_array_binary_search (matching, &row, compare_rows, NULL))
        take (plan, statement, into);
    }
  return step == HEARTH_STEP_DONE;
}

static bool
ask (HearthQueryPlan *plan,
     const char *what,
     const char *after,
     gint64 only_row,
     void (*take) (HearthQueryPlan *plan, HearthStatement *statement, GArray *into),
     GArray *into,
     GError **error)
{
  g_autoptr (GArray) matching = NULL;
  g_autoptr (HearthStatement) statement = NULL;

  if (plan->query->text != NULL)
    {
      matching = hearth_search_find_rows (plan->store, plan->query->text, only_row, error);
      if (matching == NULL)
        return false;
    }
  statement = prepare (plan, what, after, only_row, error);
  return statement != NULL && read_rows (plan, statement, matching, take, into, error);
}

static void
take_row (HearthQueryPlan *plan, HearthStatement *statement, GArray *into)
{
  gint64 row = hearth_statement_get_int64 (statement, 0);

  g_array_append_val (into, row);
}

static void
take_key (HearthQueryPlan *plan, HearthStatement *statement, GArray *into)
{
  HearthRowKey key;

  hearth_query_plan_take_key (plan, statement, &key);
  g_array_append_val (into, key);
}

/* By a field: every row with its key, put in order here, because order means the reader's language. */
static bool
list_sorted (HearthQueryPlan *plan, GArray *rows, GError **error)
{
  g_autoptr (GArray) keys = hearth_row_keys_new ();
  bool stored = hearth_field_is_stored (plan->sort);
  g_autofree char *what =
    stored ? g_strdup_printf ("i.row, t.\"%s\", i.id, i.resident", plan->sort->name) : g_strdup ("i.row");

  if (!ask (plan, what, "", 0, stored ? take_key : take_row, stored ? keys : rows, error))
    return false;
  if (!stored)
    {
      /* In the order that they stand in, so that each page of the file is read and decrypted once. */
      g_array_sort (rows, compare_rows);
      if (!hearth_query_plan_read_keys (plan, rows, keys, error))
        return false;
    }
  hearth_query_plan_sort (plan, keys);
  g_array_set_size (rows, 0);
  for (guint i = 0; i < keys->len; i++)
    g_array_append_val (rows, g_array_index (keys, HearthRowKey, i).row);
  return true;
}

GArray *
hearth_query_plan_list_rows (HearthQueryPlan *plan, GError **error)
{
  g_autoptr (GArray) rows = g_array_new (FALSE, FALSE, sizeof (gint64));

  if (plan->sort != NULL
        ? !list_sorted (plan, rows, error)
        : !ask (plan, "i.row", " ORDER BY i.event DESC, i.row DESC", 0, take_row, rows, error))
    return NULL;
  return g_steal_pointer (&rows);
}

gint64
hearth_query_plan_count (HearthQueryPlan *plan, GError **error)
{
  g_autoptr (HearthStatement) statement = NULL;

  if (plan->query->text != NULL)
    {
      g_autoptr (GArray) rows = g_array_new (FALSE, FALSE, sizeof (gint64));

      return ask (plan, "i.row", "", 0, take_row, rows, error) ? (gint64) rows->len : -1;
    }
  statement = prepare (plan, "count(*)", "", 0, error);
  if (statement == NULL || hearth_statement_step (statement, error) != HEARTH_STEP_ROW)
    return -1;
  return hearth_statement_get_int64 (statement, 0);
}

bool
hearth_query_plan_has_row (HearthQueryPlan *plan, gint64 row, bool *has, GError **error)
{
  g_autoptr (GArray) rows = g_array_new (FALSE, FALSE, sizeof (gint64));

  if (!ask (plan, "i.row", "", row, take_row, rows, error))
    return false;
  *has = rows->len > 0;
  return true;
}

gint64
hearth_store_count (HearthStore *store, const HearthQuery *query, GError **error)
{
  g_autoptr (HearthQueryPlan) plan = NULL;

  g_return_val_if_fail (HEARTH_IS_STORE (store), -1);
  g_return_val_if_fail (query != NULL, -1);

  if (!hearth_store_check_open (store, error))
    return -1;
  plan = hearth_query_plan_new (store, query, error);
  return plan != NULL ? hearth_query_plan_count (plan, error) : -1;
}

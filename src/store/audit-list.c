/* SPDX-License-Identifier: GPL-3.0-or-later
 * The live list of the audit: it knows the numbers of its rows, oldest first, and fetches lines by the page.
 */
#define G_LOG_DOMAIN "hearth-store"

#include "store/audit-list.h"

#include "core/date.h"
#include "records/registry.h"
#include "store/audit-lines.h"
#include "store/audit-secret.h"
#include "store/list-pages.h"
#include "store/store-private.h"

struct _HearthAuditList {
  GObject parent_instance;

  HearthStore *store; /* borrowed; NULL once it is closed */
  char *resident;
  char *record;
  char *person;
  GStrv actions;
  char *from;
  char *to;

  char *secrets; /* JSON list of ids and types: what the reader is not to know of; NULL: nothing */

  /* Without a filter, and for who may know of everything, every row is in it, and their numbers have no gaps: then they are
   * counted, not kept. */
  bool is_question;
  bool has_filter; /* for one of the two reasons */
  gint64 first;
  guint n_rows;
  GArray *sequences; /* of gint64, ascending */

  gint64 seen; /* the last row that was looked at */
  HearthListPages pages; /* counted from the oldest: what is added moves none */
  guint idle;
};

static void list_model_init (GListModelInterface *iface);

G_DEFINE_FINAL_TYPE_WITH_CODE (HearthAuditList,
                               hearth_audit_list,
                               G_TYPE_OBJECT,
                               G_IMPLEMENT_INTERFACE (G_TYPE_LIST_MODEL, list_model_init))

static guint
get_length (HearthAuditList *list)
{
  return list->has_filter ? list->sequences->len : list->n_rows;
}

/* --- pages ----------------------------------------------------------------------------- */

static GPtrArray *
load_page (gpointer data, guint number)
{
  HearthAuditList *list = data;
  guint first = number * HEARTH_AUDIT_PAGE_LINES;
  guint n_lines = MIN (HEARTH_AUDIT_PAGE_LINES, get_length (list) - first);
  gint64 sequences[HEARTH_AUDIT_PAGE_LINES];
  HearthAuditLine *lines[HEARTH_AUDIT_PAGE_LINES];
  GPtrArray *page = g_ptr_array_new_with_free_func (g_object_unref);
  g_autoptr (GError) error = NULL;

  for (guint i = 0; i < n_lines; i++)
    sequences[i] =
      list->has_filter ? g_array_index (list->sequences, gint64, first + i) : list->first + first + i;
  if (!hearth_audit_lines_read (list->store, sequences, n_lines, lines, &error))
    g_warning ("a page of the audit cannot be read: %s", error->message);
  for (guint i = 0; i < n_lines; i++)
    {
      hearth_audit_line_withhold (lines[i], list->store);
      g_ptr_array_add (page, lines[i]);
    }
  return page;
}

/* --- the list model -------------------------------------------------------------------- */

static GType
hearth_audit_list_get_item_type (GListModel *model)
{
  return HEARTH_TYPE_AUDIT_LINE;
}

static guint
hearth_audit_list_get_n_items (GListModel *model)
{
  return get_length (HEARTH_AUDIT_LIST (model));
}

static gpointer
hearth_audit_list_get_item (GListModel *model, guint position)
{
  HearthAuditList *list = HEARTH_AUDIT_LIST (model);
  guint length = get_length (list);

  /* The newest comes first. */
  return position < length ? hearth_list_pages_get (&list->pages, length - 1 - position) : NULL;
}

static void
list_model_init (GListModelInterface *iface)
{
  iface->get_item_type = hearth_audit_list_get_item_type;
  iface->get_n_items = hearth_audit_list_get_n_items;
  iface->get_item = hearth_audit_list_get_item;
}

/* --- the question ----------------------------------------------------------------------- */

static bool
deny (GError **error)
{
  g_set_error_literal (error, HEARTH_STORE_ERROR, HEARTH_STORE_ERROR_DENIED, "the audit");
  return false;
}

/* Whoever is kept from a file by a conflict of interest, or from a record by name, does not learn who looked at it either. */
static bool
check_reader (HearthAuditList *list, GError **error)
{
  const HearthRecordType *type;
  g_autofree char *resident = NULL;
  g_auto (GStrv) files = NULL;
  gint64 row;

  if (!hearth_policy_may_do (list->store->policy, HEARTH_ACTION_READ_AUDIT) ||
      (list->resident != NULL && hearth_audit_is_kept_from (list->store, list->resident)))
    return deny (error);
  if (list->record == NULL ||
      !hearth_store_find_row (list->store, list->record, &row, &type, &resident, NULL))
    return true;
  files = hearth_store_dup_files (list->store, type, list->record, resident);
  return !hearth_audit_is_kept_secret (list->store, type, list->record, (const char *const *) files) ||
         deny (error);
}

static void
append_value (GString *sql, GPtrArray *values, const char *value)
{
  g_ptr_array_add (values, (gpointer) value);
  g_string_append_printf (sql, "?%u", values->len);
}

/* A day of the place where the row was written, so the time by which rows are found has a day of room either way. */
static void
append_period (HearthAuditList *list, GString *sql, GPtrArray *values, GPtrArray *room, const char *hide)
{
  if (list->from != NULL)
    {
      g_ptr_array_add (room, hearth_date_add_days (list->from, -1));
      g_string_append_printf (sql, " AND %sa.at >= ", hide);
      append_value (sql, values, g_ptr_array_index (room, room->len - 1));
      g_string_append (sql, " AND date (a.at, a.utc_offset) >= ");
      append_value (sql, values, list->from);
    }
  if (list->to != NULL)
    {
      g_ptr_array_add (room, hearth_date_add_days (list->to, 2));
      g_string_append_printf (sql, " AND %sa.at < ", hide);
      append_value (sql, values, g_ptr_array_index (room, room->len - 1));
      g_string_append (sql, " AND date (a.at, a.utc_offset) <= ");
      append_value (sql, values, list->to);
    }
}

/* Records that are in the file as in others. */
static void
append_linked (HearthAuditList *list, GString *sql, GPtrArray *values)
{
  unsigned int n_types;
  const HearthRecordType *const *types = hearth_records_get_types (&n_types);
  bool any = false;

  g_string_append (sql,
                   " UNION ALL SELECT i.id FROM record_link l CROSS JOIN record_index i ON i.row = l.row "
                   "WHERE l.target = ");
  append_value (sql, values, list->resident);
  g_string_append (sql, " AND i.type IN (");
  for (unsigned int i = 0; i < n_types; i++)
    {
      if (types[i]->owner != HEARTH_OWNER_RESIDENTS)
        continue;
      g_string_append (sql, any ? ", " : "");
      append_value (sql, values, types[i]->name);
      any = true;
    }
  g_string_append_c (sql, ')');
}

/* The narrowest part of the question leads; '+' keeps SQLite, which has no figures, from going by another index. */
static void
append_filters (HearthAuditList *list, GString *sql, GPtrArray *values, GPtrArray *room)
{
  bool by_id = list->resident != NULL || list->record != NULL;

  if (list->record != NULL)
    {
      g_string_append (sql, " AND a.id = ");
      append_value (sql, values, list->record);
    }
  if (list->resident != NULL)
    {
      g_string_append_printf (sql, " AND %sa.id IN (SELECT id FROM record_index WHERE resident = ",
                              list->record != NULL ? "+" : "");
      append_value (sql, values, list->resident);
      append_linked (list, sql, values);
      g_string_append (sql, " UNION ALL SELECT id FROM attachment WHERE resident = ");
      append_value (sql, values, list->resident);
      g_string_append (sql, " UNION ALL SELECT ");
      append_value (sql, values, list->resident);
      g_string_append_c (sql, ')');
    }
  if (list->person != NULL)
    {
      g_string_append_printf (sql, " AND %sa.person = ", by_id ? "+" : "");
      append_value (sql, values, list->person);
    }
  if (list->actions != NULL)
    {
      g_string_append_printf (sql, " AND %sa.action IN (", by_id || list->person != NULL ? "+" : "");
      for (gsize i = 0; list->actions[i] != NULL; i++)
        {
          g_string_append (sql, i > 0 ? ", " : "");
          append_value (sql, values, list->actions[i]);
        }
      g_string_append_c (sql, ')');
    }
  append_period (list, sql, values, room, by_id || list->actions != NULL ? "+" : "");
  if (list->secrets != NULL)
    {
      g_string_append (sql, " AND ifnull (a.type, '') NOT IN (SELECT value FROM json_each (");
      append_value (sql, values, list->secrets);
      g_string_append_printf (sql, ")) AND ifnull (a.id, '') NOT IN (SELECT value FROM json_each (?%u))",
                              values->len);
    }
}

static GArray *
ask_sequences (HearthAuditList *list, GError **error)
{
  g_autoptr (GString) sql = g_string_new ("SELECT a.sequence FROM audit a WHERE +a.sequence <= ?1");
  g_autoptr (GPtrArray) values = g_ptr_array_new ();
  g_autoptr (GPtrArray) room = g_ptr_array_new_with_free_func (g_free);
  g_autoptr (HearthStatement) statement = NULL;
  g_autoptr (GArray) sequences = g_array_new (FALSE, FALSE, sizeof (gint64));
  HearthStep step;

  g_ptr_array_add (values, NULL); /* ?1 is no text */
  append_filters (list, sql, values, room);
  g_string_append (sql, " ORDER BY a.sequence");
  statement = hearth_db_prepare (list->store->db, sql->str, error);
  if (statement == NULL)
    return NULL;
  hearth_statement_bind_int64 (statement, 1, list->store->committed_head.sequence);
  for (guint i = 1; i < values->len; i++)
    hearth_statement_bind_text (statement, (int) i + 1, g_ptr_array_index (values, i));
  while ((step = hearth_statement_step (statement, error)) == HEARTH_STEP_ROW)
    {
      gint64 sequence = hearth_statement_get_int64 (statement, 0);

      g_array_append_val (sequences, sequence);
    }
  return step == HEARTH_STEP_DONE ? g_steal_pointer (&sequences) : NULL;
}

/* Asks anew; nothing is told of. */
static bool
ask (HearthAuditList *list, GError **error)
{
  gint64 head = list->store->committed_head.sequence;

  list->seen = head;
  g_clear_pointer (&list->secrets, g_free);
  if (!check_reader (list, error) || !hearth_audit_list_secrets (list->store, &list->secrets, error))
    return false;
  list->has_filter = list->is_question || list->secrets != NULL;
  if (list->has_filter)
    {
      GArray *sequences = ask_sequences (list, error);

      if (sequences == NULL)
        return false;
      g_array_unref (list->sequences);
      list->sequences = sequences;
      return true;
    }
  if (!hearth_db_query_int64 (list->store->db, "SELECT coalesce (min (sequence), 1) FROM audit", &list->first,
                              error))
    return false;
  list->n_rows = (guint) MAX (0, head - list->first + 1);
  return true;
}

static void
set_empty (HearthAuditList *list)
{
  g_array_set_size (list->sequences, 0);
  list->n_rows = 0;
}

/* --- following ---------------------------------------------------------------------------- */

static bool
is_asked_for (HearthAuditList *list, HearthAuditLine *line)
{
  g_autofree char *date = hearth_instant_dup_date (hearth_audit_line_get_at (line));

  return !hearth_audit_line_is_secret (line, list->store) &&
         (list->resident == NULL || hearth_audit_line_is_in_file (line, list->resident)) &&
         (list->record == NULL || g_str_equal (list->record, hearth_audit_line_get_id (line))) &&
         (list->person == NULL || g_str_equal (list->person, hearth_audit_line_get_person (line))) &&
         (list->actions == NULL ||
          g_strv_contains ((const char *const *) list->actions, hearth_audit_line_get_action (line))) &&
         (list->from == NULL || strcmp (date, list->from) >= 0) &&
         (list->to == NULL || strcmp (date, list->to) <= 0);
}

/* Up to a page of the rows behind what was seen; how many of them are asked for. */
static bool
add_some (HearthAuditList *list, gint64 head, guint *n_added, GError **error)
{
  gint64 sequences[HEARTH_AUDIT_PAGE_LINES] = { 0 };
  HearthAuditLine *lines[HEARTH_AUDIT_PAGE_LINES];
  gsize n_lines = 0;
  bool read;

  for (gint64 next = list->seen + 1; next <= head && n_lines < HEARTH_AUDIT_PAGE_LINES; next++)
    sequences[n_lines++] = next;
  read = hearth_audit_lines_read (list->store, sequences, n_lines, lines, error);
  for (gsize i = 0; i < n_lines; i++)
    {
      if (read && is_asked_for (list, lines[i]))
        {
          g_array_append_val (list->sequences, sequences[i]);
          *n_added += 1;
        }
      g_object_unref (lines[i]);
    }
  list->seen = sequences[n_lines - 1];
  return read;
}

static void
grow (HearthAuditList *list)
{
  gint64 head = list->store->committed_head.sequence;
  guint before = get_length (list), n_added = 0;
  g_autoptr (GError) error = NULL;

  if (list->has_filter)
    while (list->seen < head && add_some (list, head, &n_added, &error))
      ;
  else if (list->seen < head)
    {
      n_added = (guint) (head - list->seen);
      list->n_rows += n_added;
      list->seen = head;
    }
  if (error != NULL)
    g_warning ("the audit cannot be followed: %s", error->message);
  if (n_added == 0)
    return;
  hearth_list_pages_drop (&list->pages, before); /* its page was not full */
  g_list_model_items_changed (G_LIST_MODEL (list), 0, 0, n_added);
}

/* What was just saved may be nothing that this reader is to know of from now on. */
static bool
has_new_secrets (HearthAuditList *list)
{
  g_autofree char *secrets = NULL;
  g_autoptr (GError) error = NULL;

  if (hearth_audit_list_secrets (list->store, &secrets, &error))
    return g_strcmp0 (secrets, list->secrets) != 0;
  g_warning ("the audit cannot be followed: %s", error->message);
  return true;
}

static gboolean
idle_cb (gpointer user_data)
{
  HearthAuditList *list = user_data;

  list->idle = 0;
  if (!check_reader (list, NULL))
    return G_SOURCE_REMOVE;
  if (has_new_secrets (list))
    hearth_audit_list_reload (list);
  else
    grow (list);
  return G_SOURCE_REMOVE;
}

void
hearth_audit_list_follow (HearthAuditList *list)
{
  /* Not at once: who saves is not done yet, and who hears of a row may look at the record it is about. */
  if (list->store != NULL && list->idle == 0)
    list->idle = g_idle_add (idle_cb, list);
}

void
hearth_audit_list_reload (HearthAuditList *list)
{
  g_autoptr (GError) error = NULL;
  guint before = get_length (list);

  if (list->store == NULL)
    return;
  g_clear_handle_id (&list->idle, g_source_remove);
  hearth_list_pages_drop (&list->pages, 0);
  if (!ask (list, &error))
    {
      set_empty (list);
      if (!g_error_matches (error, HEARTH_STORE_ERROR, HEARTH_STORE_ERROR_DENIED))
        g_warning ("the audit cannot be read again: %s", error->message);
    }
  if (before > 0 || get_length (list) > 0)
    g_list_model_items_changed (G_LIST_MODEL (list), 0, before, get_length (list));
}

void
hearth_audit_list_close (HearthAuditList *list)
{
  guint before = get_length (list);

  if (list->store == NULL)
    return;
  g_ptr_array_remove (list->store->audit_lists, list);
  list->store = NULL;
  g_clear_handle_id (&list->idle, g_source_remove);
  hearth_list_pages_drop (&list->pages, 0);
  set_empty (list);
  g_list_model_items_changed (G_LIST_MODEL (list), 0, before, 0);
}

/* --- overrides ------------------------------------------------------------------------------ */

static void
hearth_audit_list_finalize (GObject *object)
{
  HearthAuditList *list = HEARTH_AUDIT_LIST (object);

  if (list->store != NULL)
    g_ptr_array_remove (list->store->audit_lists, list);
  g_clear_handle_id (&list->idle, g_source_remove);
  hearth_list_pages_drop (&list->pages, 0);
  g_array_unref (list->sequences);
  g_free (list->resident);
  g_free (list->record);
  g_free (list->person);
  g_strfreev (list->actions);
  g_free (list->from);
  g_free (list->to);
  g_free (list->secrets);
  G_OBJECT_CLASS (hearth_audit_list_parent_class)->finalize (object);
}

static void
hearth_audit_list_class_init (HearthAuditListClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = hearth_audit_list_finalize;
}

static void
hearth_audit_list_init (HearthAuditList *list)
{
  hearth_list_pages_init (&list->pages, HEARTH_AUDIT_PAGE_LINES, load_page, list);
  list->sequences = g_array_new (FALSE, FALSE, sizeof (gint64));
}

/* --- public ---------------------------------------------------------------------------------- */

GListModel *
hearth_store_list_audit (HearthStore *store, const HearthAuditQuery *query, GError **error)
{
  g_autoptr (HearthAuditList) list = NULL;

  g_return_val_if_fail (HEARTH_IS_STORE (store), NULL);
  g_return_val_if_fail (query != NULL, NULL);

  if (!hearth_store_check_open (store, error))
    return NULL;
  list = g_object_new (HEARTH_TYPE_AUDIT_LIST, NULL);
  list->resident = g_strdup (query->resident);
  list->record = g_strdup (query->record);
  list->person = g_strdup (query->person);
  list->actions = g_strdupv ((GStrv) query->actions);
  list->from = g_strdup (query->from);
  list->to = g_strdup (query->to);
  list->is_question = list->resident != NULL || list->record != NULL || list->person != NULL ||
                      list->actions != NULL || list->from != NULL || list->to != NULL;
  list->store = store;
  g_ptr_array_add (store->audit_lists, list);
  if (!ask (list, error))
    return NULL;
  return G_LIST_MODEL (g_steal_pointer (&list));
}

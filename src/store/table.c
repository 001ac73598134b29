/* SPDX-License-Identifier: GPL-3.0-or-later
 * A record type as a table: its columns in SQL, and rows as values and back.
 */
#define G_LOG_DOMAIN "hearth-store"

#include "store/table.h"

#include "core/date.h"
#include "core/wipe.h"

#include <string.h>

/* --- the plan of a table ------------------------------------------------------- */

void
hearth_sql_append_name (GString *sql, const char *name)
{
  g_string_append_printf (sql, "\"%s\"", name);
}

static bool
is_sealed (const HearthField *field)
{
  return field->kind == HEARTH_FIELD_SEALED;
}

/* Names come from the tables of src/records only, where they are letters, digits and '_'. */
static char *
make_select (HearthTable *table, const char *condition)
{
  g_autoptr (GString) sql = g_string_new ("SELECT row");

  for (unsigned int i = 0; i < table->n_columns; i++)
    {
      const char *name = table->columns[i]->name;

      if (!hearth_field_is_stored (table->columns[i]))
        continue;
      g_string_append_printf (sql, ", \"%s\"", name);
      if (is_sealed (table->columns[i]))
        g_string_append_printf (sql, ", \"%s_commitment\", \"%s_seal\", \"%s_epoch\"", name, name, name);
    }
  g_string_append_printf (sql, " FROM \"%s\" %s", table->type->name, condition);
  return g_string_free_and_steal (g_steal_pointer (&sql));
}

static char *
make_page_condition (void)
{
  g_autoptr (GString) condition = g_string_new ("WHERE row IN (?1");

  for (int i = 2; i <= HEARTH_PAGE_ROWS; i++)
    g_string_append_printf (condition, ", ?%d", i);
  g_string_append_c (condition, ')');
  return g_string_free_and_steal (g_steal_pointer (&condition));
}

/* Names are letters, digits and '_', as above. */
static char *
make_file_fields (HearthTable *table)
{
  g_autoptr (GString) names = g_string_new (NULL);

  for (unsigned int i = 0; table->type->owner == HEARTH_OWNER_RESIDENTS && i < table->n_columns; i++)
    if (table->columns[i]->kind == HEARTH_FIELD_LINKS &&
        g_str_equal (table->columns[i]->link_type, "resident"))
      g_string_append_printf (names, "%s'%s'", names->len > 0 ? ", " : "", table->columns[i]->name);
  return g_string_free_and_steal (g_steal_pointer (&names));
}

static int
compare_names (gconstpointer a, gconstpointer b, gpointer user_data)
{
  const HearthTable *table = user_data;

  return strcmp (table->columns[*(const unsigned int *) a]->name,
                 table->columns[*(const unsigned int *) b]->name);
}

static HearthTable *
make_table (const HearthRecordType *type)
{
  HearthTable *table = g_new0 (HearthTable, 1);
  g_autofree char *page_condition = make_page_condition ();
  int place = 1;

  table->type = type;
  table->columns = hearth_record_type_get_columns (type, &table->n_columns);
  table->places = g_new (int, table->n_columns);
  table->sorted = g_new (unsigned int, table->n_columns);
  for (unsigned int i = 0; i < table->n_columns; i++)
    {
      bool stored = hearth_field_is_stored (table->columns[i]);

      table->places[i] = stored ? place : -1;
      table->has_links |= table->columns[i]->kind == HEARTH_FIELD_LINKS;
      if (!stored)
        continue;
      table->sorted[table->n_stored++] = i;
      place += is_sealed (table->columns[i]) ? 4 : 1;
    }
  g_sort_array (table->sorted, table->n_stored, sizeof (unsigned int), compare_names, table);
  table->file_fields = make_file_fields (table);
  table->select_row = make_select (table, "WHERE row = ?1");
  table->select_page = make_select (table, page_condition);
  table->select_all = make_select (table, "ORDER BY row");
  return table;
}

const HearthTable *
hearth_table_get (const HearthRecordType *type)
{
  static GMutex mutex;
  static GHashTable *tables;
  g_autoptr (GMutexLocker) locker = g_mutex_locker_new (&mutex);
  HearthTable *table;

  if (tables == NULL)
    tables = g_hash_table_new (NULL, NULL);
  table = g_hash_table_lookup (tables, type);
  if (table == NULL)
    {
      table = make_table (type);
      g_hash_table_insert (tables, (gpointer) type, table);
    }
  return table;
}

/* --- rows ---------------------------------------------------------------------- */

HearthStored *
hearth_stored_new (const HearthTable *table)
{
  HearthStored *stored = g_new0 (HearthStored, 1);

  stored->record = hearth_record_new (table->type);
  for (unsigned int i = 0; i < table->n_columns; i++)
    if (is_sealed (table->columns[i]) && stored->seals == NULL)
      stored->seals = g_new0 (HearthSeal, table->n_columns);
  return stored;
}

void
hearth_stored_free (HearthStored *stored)
{
  unsigned int n_columns;

  if (stored == NULL)
    return;
  hearth_record_type_get_columns (hearth_record_get_record_type (stored->record), &n_columns);
  for (unsigned int i = 0; stored->seals != NULL && i < n_columns; i++)
    {
      g_clear_pointer (&stored->seals[i].value, g_bytes_unref);
      g_clear_pointer (&stored->seals[i].commitment, g_bytes_unref);
    }
  g_free (stored->seals);
  g_object_unref (stored->record);
  g_free (stored);
}

static char *
write_decimal (const HearthField *field, double number)
{
  char text[G_ASCII_DTOSTR_BUF_SIZE + 32];
  char format[8];

  g_snprintf (format, sizeof format, "%%.%uf", MIN (field->digits, 15));
  g_ascii_formatd (text, sizeof text, format, number + 0.0); /* -0 becomes 0 */
  return g_strdup (text);
}

char *
hearth_table_dup_value (const HearthField *field, HearthStatement *statement, int column)
{
  if (hearth_statement_is_null (statement, column))
    return g_strdup ("");
  switch ((int) field->kind)
    {
    case HEARTH_FIELD_INTEGER:
      return g_strdup_printf ("%" G_GINT64_FORMAT, hearth_statement_get_int64 (statement, column));
    case HEARTH_FIELD_DECIMAL:
      return write_decimal (field, hearth_statement_get_double (statement, column));
    case HEARTH_FIELD_YES_NO:
      return g_strdup (hearth_statement_get_int64 (statement, column) != 0 ? "yes" : "no");
    default:
      return g_strdup (hearth_statement_get_text (statement, column));
    }
}

char *
hearth_table_dup_kept (const HearthField *field, const char *canonical)
{
  if (*canonical == '\0')
    return g_strdup ("");
  if (field->kind == HEARTH_FIELD_INTEGER)
    return g_strdup_printf ("%" G_GINT64_FORMAT, g_ascii_strtoll (canonical, NULL, 10));
  if (field->kind == HEARTH_FIELD_DECIMAL)
    return write_decimal (field, g_ascii_strtod (canonical, NULL));
  return g_strdup (canonical);
}

HearthStored *
hearth_table_read_row (const HearthTable *table, HearthStatement *statement)
{
  HearthStored *stored = hearth_stored_new (table);

  stored->row = hearth_statement_get_int64 (statement, 0);
  for (unsigned int i = 0; i < table->n_columns; i++)
    {
      int place = table->places[i];
      hearth_autowipe char *value = NULL;

      if (place < 0)
        continue;
      if (is_sealed (table->columns[i]))
        {
          stored->seals[i] = (HearthSeal) {
            .value = hearth_statement_dup_bytes (statement, place),
            .commitment = hearth_statement_dup_bytes (statement, place + 1),
            .number = hearth_statement_get_int64 (statement, place + 2),
            .epoch = hearth_statement_get_int64 (statement, place + 3),
          };
          continue;
        }
      value = hearth_table_dup_value (table->columns[i], statement, place);
      hearth_record_set_column (stored->record, i, value);
    }
  return stored;
}

HearthStored *
hearth_table_load_row (const HearthTable *table, HearthDb *db, gint64 row, GError **error)
{
  g_autoptr (HearthStatement) statement = hearth_db_prepare (db, table->select_row, error);

  if (statement == NULL)
    return NULL;
  hearth_statement_bind_int64 (statement, 1, row);
  if (hearth_statement_step (statement, error) != HEARTH_STEP_ROW)
    return NULL;
  return hearth_table_read_row (table, statement);
}

char *
hearth_stored_dup_event (HearthStored *stored)
{
  HearthRecord *record = stored->record;
  const char *field = hearth_record_get_record_type (record)->event_field;
  const char *value = field != NULL ? hearth_record_get (record, field) : "";
  g_autoptr (GDateTime) instant = NULL;

  if (*value == '\0')
    value = hearth_record_get (record, "created_at");
  instant = hearth_instant_to_date_time (value);
  if (instant != NULL)
    return g_date_time_format (instant, "%Y-%m-%dT%H:%M:%S");
  return hearth_record_dup_event_date (record);
}

/* --- writing -------------------------------------------------------------------- */

static void
bind_value (HearthStatement *statement, int place, const HearthField *field, const char *value)
{
  if (*value == '\0')
    hearth_statement_bind_null (statement, place);
  else if (field->kind == HEARTH_FIELD_INTEGER)
    hearth_statement_bind_int64 (statement, place, g_ascii_strtoll (value, NULL, 10));
  else if (field->kind == HEARTH_FIELD_DECIMAL)
    hearth_statement_bind_double (statement, place, g_ascii_strtod (value, NULL));
  else if (field->kind == HEARTH_FIELD_YES_NO)
    hearth_statement_bind_int64 (statement, place, g_str_equal (value, "yes"));
  else
    hearth_statement_bind_text (statement, place, value);
}

static void
bind_seal (HearthStatement *statement, int place, const HearthSeal *seal)
{
  hearth_statement_bind_bytes (statement, place, seal->value);
  hearth_statement_bind_bytes (statement, place + 1, seal->commitment);
  hearth_statement_bind_int64 (statement, place + 2, seal->number);
  hearth_statement_bind_int64 (statement, place + 3, seal->epoch);
}

/* Binds column @i from @place on; answers the next place. */
static int
bind_column (const HearthTable *table,
             HearthStatement *statement,
             int place,
             HearthStored *stored,
             unsigned int i)
{
  if (is_sealed (table->columns[i]))
    {
      bind_seal (statement, place, &stored->seals[i]);
      return place + 4;
    }
  bind_value (statement, place, table->columns[i], hearth_record_get_column (stored->record, i));
  return place + 1;
}

static char *
make_insert (const HearthTable *table)
{
  g_autoptr (GString) sql = g_string_new (NULL);
  int places = 1;

  g_string_append_printf (sql, "INSERT INTO \"%s\" (row", table->type->name);
  for (unsigned int i = 0; i < table->n_columns; i++)
    {
      const char *name = table->columns[i]->name;

      if (table->places[i] < 0)
        continue;
      g_string_append_printf (sql, ", \"%s\"", name);
      places++;
      if (!is_sealed (table->columns[i]))
        continue;
      g_string_append_printf (sql, ", \"%s_commitment\", \"%s_seal\", \"%s_epoch\"", name, name, name);
      places += 3;
    }
  g_string_append (sql, ") VALUES (?1");
  for (int i = 2; i <= places; i++)
    g_string_append_printf (sql, ", ?%d", i);
  g_string_append_c (sql, ')');
  return g_string_free_and_steal (g_steal_pointer (&sql));
}

bool
hearth_table_insert (const HearthTable *table, HearthDb *db, HearthStored *stored, GError **error)
{
  g_autofree char *sql = make_insert (table);
  g_autoptr (HearthStatement) statement = hearth_db_prepare (db, sql, error);
  int place = 2;

  if (statement == NULL)
    return false;
  hearth_statement_bind_int64 (statement, 1, stored->row);
  for (unsigned int i = 0; i < table->n_columns; i++)
    if (table->places[i] >= 0)
      place = bind_column (table, statement, place, stored, i);
  return hearth_statement_run (statement, error);
}

static char *
make_update (const HearthTable *table, const bool *changed)
{
  g_autoptr (GString) sql = g_string_new (NULL);
  int place = 3;

  g_string_append_printf (sql, "UPDATE \"%s\" SET ", table->type->name);
  for (unsigned int i = 0; i < table->n_columns; i++)
    {
      const char *name = table->columns[i]->name;

      if (!changed[i])
        continue;
      g_string_append_printf (sql, "%s\"%s\" = ?%d", place > 3 ? ", " : "", name, place);
      if (is_sealed (table->columns[i]))
        g_string_append_printf (sql, ", \"%s_commitment\" = ?%d, \"%s_seal\" = ?%d, \"%s_epoch\" = ?%d", name,
                                place + 1, name, place + 2, name, place + 3);
      place += is_sealed (table->columns[i]) ? 4 : 1;
    }
  g_string_append (sql, " WHERE row = ?1 AND revision = ?2");
  return g_string_free_and_steal (g_steal_pointer (&sql));
}

bool
hearth_table_update (const HearthTable *table,
                     HearthDb *db,
                     HearthStored *stored,
                     const bool *changed,
                     gint64 revision,
                     GError **error)
{
  g_autofree char *sql = make_update (table, changed);
  g_autoptr (HearthStatement) statement = hearth_db_prepare (db, sql, error);
  int place = 3;

  if (statement == NULL)
    return false;
  hearth_statement_bind_int64 (statement, 1, stored->row);
  hearth_statement_bind_int64 (statement, 2, revision);
  for (unsigned int i = 0; i < table->n_columns; i++)
    if (changed[i])
      place = bind_column (table, statement, place, stored, i);
  if (!hearth_statement_run (statement, error))
    return false;
  if (sqlite3_changes (hearth_db_get_handle (db)) == 1)
    return true;
  g_set_error (error, HEARTH_STORE_ERROR, HEARTH_STORE_ERROR_CONFLICT,
               "no longer at revision %" G_GINT64_FORMAT, revision);
  return false;
}

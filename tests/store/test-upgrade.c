/* SPDX-License-Identifier: GPL-3.0-or-later
 * A house with records in it that an earlier Hearth made is brought to this one's schema, whole.
 */
#define G_LOG_DOMAIN "hearth-test"

#include "list-fixture.h"
#include "store/folder.h"
#include "store/migrate.h"

#include <glib/gstdio.h>

/* --- an earlier schema ----------------------------------------------------------------------- */

static sqlite3_stmt *
prepare (HearthDb *db, const char *sql)
{
  sqlite3_stmt *statement;

  g_assert_cmpint (sqlite3_prepare_v2 (hearth_db_get_handle (db), sql, -1, &statement, NULL), ==, SQLITE_OK);
  return statement;
}

/* "a", "b", …: the columns that @table has in @db. */
static char *
list_columns (HearthDb *db, const char *table)
{
  g_autofree char *sql = g_strdup_printf ("SELECT group_concat ('\"' || name || '\"', ', ') FROM "
                                          "pragma_table_xinfo ('%s') WHERE hidden = 0",
                                          table);
  sqlite3_stmt *statement = prepare (db, sql);
  char *columns;

  g_assert_cmpint (sqlite3_step (statement), ==, SQLITE_ROW);
  columns = g_strdup ((const char *) sqlite3_column_text (statement, 0));
  sqlite3_finalize (statement);
  return columns;
}

/* Every row of @table in @from that @to has columns for. */
static void
copy_table (HearthDb *from, HearthDb *to, const char *table)
{
  g_autofree char *columns = list_columns (to, table);
  g_autofree char *read_sql = g_strdup_printf ("SELECT %s FROM \"%s\"", columns, table);
  sqlite3_stmt *read = prepare (from, read_sql);
  g_autoptr (GString) write_sql = g_string_new (NULL);
  sqlite3_stmt *write;

  g_string_printf (write_sql, "INSERT INTO \"%s\" (%s) VALUES (?", table, columns);
  for (int i = 1; i < sqlite3_column_count (read); i++)
    g_string_append (write_sql, ", ?");
  g_string_append_c (write_sql, ')');
  write = prepare (to, write_sql->str);
  while (sqlite3_step (read) == SQLITE_ROW)
    {
      for (int i = 0; i < sqlite3_column_count (read); i++)
        sqlite3_bind_value (write, i + 1, sqlite3_column_value (read, i));
      g_assert_cmpint (sqlite3_step (write), ==, SQLITE_DONE);
      sqlite3_reset (write);
    }
  sqlite3_finalize (write);
  sqlite3_finalize (read);
}

static void
copy_all (HearthDb *from, HearthDb *to)
{
  sqlite3_stmt *tables =
    prepare (to, "SELECT name FROM pragma_table_list WHERE schema = 'main' AND type = 'table' "
                 "AND name NOT LIKE 'sqlite_%'");

  while (sqlite3_step (tables) == SQLITE_ROW)
    copy_table (from, to, (const char *) sqlite3_column_text (tables, 0));
  sqlite3_finalize (tables);
}

/* The closed @house as the first @n_migrations of the schema had it. */
static void
take_back (House *house, gsize n_migrations)
{
  g_autofree char *path = house_db_path (house);
  g_autofree char *earlier_path = g_build_filename (house->folder, "earlier.db", NULL);
  g_autoptr (GError) error = NULL;
  HearthDb *db = hearth_db_open (path, house->keyring, HEARTH_DB_READ_ONLY, &error);
  HearthDb *earlier = hearth_db_open (earlier_path, house->keyring, HEARTH_DB_CREATE, &error);
  gsize n_all;
  const HearthMigration *migrations = hearth_migrations_get (&n_all);

  g_assert_no_error (error);
  g_assert_cmpuint (n_migrations, <, n_all);
  hearth_migrate (earlier, migrations, n_migrations, &error);
  g_assert_no_error (error);
  g_assert_true (hearth_db_exec (earlier, "PRAGMA foreign_keys = OFF; BEGIN", NULL));
  copy_all (db, earlier);
  g_assert_true (hearth_db_exec (earlier, "COMMIT", NULL));
  hearth_db_close (db);
  g_assert_true (hearth_db_set_journal_mode (earlier, "delete", &error));
  hearth_db_close (earlier);
  hearth_database_remove (path);
  g_assert_cmpint (g_rename (earlier_path, path), ==, 0);
}

/* --- schema 4: several files ----------------------------------------------------------------------- */

/* What was there stays as it was, to the last hash; what is new can be written beside it. */
static void
test_daily_life (void)
{
  g_autoptr (House) house = house_new ();
  g_autoptr (HearthRecord) mali = house_add_resident (house, "Mali");
  g_autoptr (HearthRecord) entry = house_add_log (house, mali, "2026-02-28", "Sang");
  g_autoptr (HearthRecord) note =
    house_add (house, "counselling_session", "resident", hearth_record_get_id (mali), "date", "2026-02-27",
               "kind", "individual", "took_place", "attended", "process_note", "Quiet", NULL);
  g_autofree char *entry_id = g_strdup (hearth_record_get_id (entry));
  g_autofree char *note_id = g_strdup (hearth_record_get_id (note));
  g_autofree char *copy = g_build_filename (house->folder, "house.db.before-4", NULL);
  g_autoptr (HearthVerification) verification = NULL;
  g_autoptr (GError) error = NULL;

  hearth_store_sign (house->store, entry, &error);
  g_assert_no_error (error);
  g_clear_object (&entry);
  g_clear_object (&note);
  house_close (house);
  take_back (house, 3);
  g_assert_cmpint (house_ask_number (house, "PRAGMA user_version"), ==, 3);
  g_assert_cmpint (house_ask_number (house, "SELECT count(*) FROM sqlite_schema WHERE name = 'record_link'"),
                   ==, 0);

  house_open (house);
  g_assert_cmpint (house_ask_number (house, "PRAGMA user_version"), >=, 4);
  g_assert_true (g_file_test (copy, G_FILE_TEST_EXISTS));
  entry = hearth_store_load (house->store, entry_id, &error);
  g_assert_no_error (error);
  g_assert_cmpstr (hearth_record_get (entry, "positive_moment"), ==, "Sang");
  g_assert_cmpstr (hearth_record_get (entry, "state"), ==, HEARTH_STATE_SIGNED);
  note = hearth_store_load (house->store, note_id, &error);
  g_assert_no_error (error);
  g_assert_cmpstr (hearth_record_get (note, "process_note"), ==, "Quiet");
  g_object_unref (house_add (house, "house_event", "occurred_at", "2026-02-28T08:00:00Z+07:00", "kind",
                             "activity", "text", "Flew a kite", "residents", hearth_record_get_id (mali),
                             NULL));
  g_assert_cmpint (house_ask_number (house, "SELECT count(*) FROM record_link"), ==, 1);
  house_close (house);
  verification = house_verify (house);
  g_assert_cmpuint (verification->findings->len, ==, 0);
}

int
main (int argc, char **argv)
{
  hearth_test_init (&argc, &argv);
  g_test_add_func ("/store/upgrade/daily-life", test_daily_life);
  return g_test_run ();
}

/* SPDX-License-Identifier: GPL-3.0-or-later
 * The schema that the migrations make is the one that the record types ask for.
 */
#define G_LOG_DOMAIN "hearth-test"

#include "fixtures/fixtures.h"
#include "records/registry.h"
#include "schema-ddl.h"
#include "store/migrate.h"

#include <string.h>

static sqlite3 *
open_memory (void)
{
  sqlite3 *db;

  g_assert_cmpint (sqlite3_open (":memory:", &db), ==, SQLITE_OK);
  return db;
}

static void
run (sqlite3 *db, const char *sql)
{
  g_autofree char *message = NULL;
  char *text = NULL;

  sqlite3_exec (db, sql, NULL, NULL, &text);
  message = g_strdup (text);
  sqlite3_free (text);
  g_assert_cmpstr (message, ==, NULL);
}

static int
compare_lines (gconstpointer a, gconstpointer b)
{
  return g_strcmp0 (*(char *const *) a, *(char *const *) b);
}

/* All rows that @sql answers for @name, one line each, in no order of their own. */
static char *
describe (sqlite3 *db, const char *sql, const char *name)
{
  g_autoptr (GPtrArray) lines = g_ptr_array_new_with_free_func (g_free);
  sqlite3_stmt *statement;

  g_assert_cmpint (sqlite3_prepare_v2 (db, sql, -1, &statement, NULL), ==, SQLITE_OK);
  sqlite3_bind_text (statement, 1, name, -1, SQLITE_STATIC);
  while (sqlite3_step (statement) == SQLITE_ROW)
    {
      GString *line = g_string_new (NULL);

      for (int i = 0; i < sqlite3_column_count (statement); i++)
        g_string_append_printf (line, "%s|", (const char *) sqlite3_column_text (statement, i));
      g_ptr_array_add (lines, g_string_free_and_steal (line));
    }
  sqlite3_finalize (statement);
  g_ptr_array_sort (lines, compare_lines);
  g_ptr_array_add (lines, NULL);
  return g_strjoinv ("\n", (char **) lines->pdata);
}

static void
assert_same (sqlite3 *migrated, sqlite3 *described, const char *type)
{
  static const char *const questions[] = {
    "SELECT name, type, \"notnull\", dflt_value, pk, hidden FROM pragma_table_xinfo (?1)",
    "SELECT l.name, l.\"unique\", l.origin, l.partial, x.seqno, x.name, x.desc, x.coll "
    "FROM pragma_index_list (?1) l JOIN pragma_index_xinfo (l.name) x",
    "SELECT \"table\", \"from\", \"to\", on_update, on_delete FROM pragma_foreign_key_list (?1)",
    "SELECT name, sql FROM sqlite_schema WHERE type = 'trigger' AND tbl_name = ?1",
    "SELECT strict, wr FROM pragma_table_list WHERE name = ?1",
  };

  for (gsize i = 0; i < G_N_ELEMENTS (questions); i++)
    {
      g_autofree char *a = describe (migrated, questions[i], type);
      g_autofree char *b = describe (described, questions[i], type);

      g_assert_cmpstr (a, ==, b);
    }
}

static void
run_migrations (sqlite3 *db)
{
  gsize n_migrations;
  const HearthMigration *migrations = hearth_migrations_get (&n_migrations);

  for (gsize i = 0; i < n_migrations; i++)
    run (db, migrations[i].sql);
}

static void
test_same_as_descriptors (void)
{
  sqlite3 *migrated = open_memory (), *described = open_memory ();
  g_autofree char *ddl = schema_ddl_of_all ();
  unsigned int n_types;
  const HearthRecordType *const *types = hearth_records_get_types (&n_types);

  run_migrations (migrated);
  run (described, ddl);
  for (unsigned int i = 0; i < n_types; i++)
    {
      g_autofree char *columns =
        describe (migrated, "SELECT name FROM pragma_table_xinfo (?1)", types[i]->name);

      g_assert_cmpstr (columns, !=, "");
      assert_same (migrated, described, types[i]->name);
    }
  sqlite3_close (migrated);
  sqlite3_close (described);
}

/* A column too many must be seen, or the test above says nothing. */
static void
test_difference_is_seen (void)
{
  sqlite3 *a = open_memory (), *b = open_memory ();
  g_autofree char *before = NULL;
  g_autofree char *after = NULL;
  const char *question = "SELECT name FROM pragma_table_xinfo (?1)";

  run_migrations (a);
  run_migrations (b);
  run (b, "ALTER TABLE resident ADD COLUMN stray TEXT");
  before = describe (a, question, "resident");
  after = describe (b, question, "resident");
  g_assert_cmpstr (before, !=, after);
  sqlite3_close (a);
  sqlite3_close (b);
}

/* Every table is a record type's or one of the store's own; all of them STRICT. */
static void
test_every_table_is_known (void)
{
  static const char *const own[] = { "record_index", "revision",    "audit",       "person_key", "draft",
                                     "attachment",   "search_word", "record_link", NULL };
  sqlite3 *db = open_memory ();
  g_autofree char *names = NULL;
  g_auto (GStrv) lines = NULL;

  run_migrations (db);
  names = describe (db,
                    "SELECT name, strict FROM pragma_table_list WHERE schema = 'main' AND type = 'table' AND "
                    "name NOT LIKE 'sqlite_%' AND ?1 IS NULL",
                    NULL);
  lines = g_strsplit (names, "\n", -1);
  g_assert_cmpuint (g_strv_length (lines), >, G_N_ELEMENTS (own));
  for (gsize i = 0; lines[i] != NULL; i++)
    {
      g_auto (GStrv) words = g_strsplit (lines[i], "|", -1);

      g_test_message ("%s", words[0]);
      g_assert_true (g_strv_contains (own, words[0]) || hearth_records_lookup_type (words[0]) != NULL);
      g_assert_cmpstr (words[1], ==, "1");
    }
  sqlite3_close (db);
}

static void
test_versions_count_up (void)
{
  gsize n_migrations;
  const HearthMigration *migrations = hearth_migrations_get (&n_migrations);

  g_assert_cmpuint (n_migrations, >, 0);
  for (gsize i = 0; i < n_migrations; i++)
    g_assert_cmpint (migrations[i].version, ==, (gint64) i + 1);
}

int
main (int argc, char **argv)
{
  hearth_test_init (&argc, &argv);
  g_test_add_func ("/store/schema/same-as-descriptors", test_same_as_descriptors);
  g_test_add_func ("/store/schema/difference-is-seen", test_difference_is_seen);
  g_test_add_func ("/store/schema/every-table-is-known", test_every_table_is_known);
  g_test_add_func ("/store/schema/versions-count-up", test_versions_count_up);
  return g_test_run ();
}

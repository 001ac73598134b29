/* SPDX-License-Identifier: GPL-3.0-or-later
 * A copy of the database, and looking at it: what backups are made of.
 */
#define G_LOG_DOMAIN "hearth-store"

#include "store/backup-db.h"

#include "store/table.h"

/* A megabyte between two looks at the cancellable. */
#define PAGES_AT_A_TIME 256

static bool
set_cancelled (GError **error)
{
  g_set_error_literal (error, HEARTH_STORE_ERROR, HEARTH_STORE_ERROR_CANCELLED, "");
  return false;
}

bool
hearth_db_copy_pages (HearthDb *from,
                      HearthDb *to,
                      HearthPagesFunc progress,
                      gpointer user_data,
                      GCancellable *cancellable,
                      GError **error)
{
  sqlite3_backup *backup =
    sqlite3_backup_init (hearth_db_get_handle (to), "main", hearth_db_get_handle (from), "main");
  int code = SQLITE_OK;

  if (!backup)
    return hearth_db_set_error (to, sqlite3_extended_errcode (hearth_db_get_handle (to)), error);
  while (code == SQLITE_OK && !g_cancellable_is_cancelled (cancellable))
    {
      int all;

      code = sqlite3_backup_step (backup, PAGES_AT_A_TIME);
      all = sqlite3_backup_pagecount (backup);
      progress (all - sqlite3_backup_remaining (backup), all, user_data);
    }
  sqlite3_backup_finish (backup);
  if (code == SQLITE_OK)
    return set_cancelled (error);
  return code == SQLITE_DONE || hearth_db_set_error (to, code, error);
}

bool
hearth_db_copy_to (HearthDb *from,
                   const char *path,
                   HearthKeyring *keyring,
                   HearthPagesFunc progress,
                   gpointer user_data,
                   GCancellable *cancellable,
                   GError **error)
{
  g_autoptr (HearthDb) to = hearth_db_open (path, keyring, HEARTH_DB_CREATE, error);

  /* With the journal mode of the house the copy would need two more files beside it. */
  return to && hearth_db_copy_pages (from, to, progress, user_data, cancellable, error) &&
         hearth_db_exec (to, "PRAGMA journal_mode = DELETE", error);
}

static bool
is_silent (HearthDb *db, const char *sql, const char *allowed, GError **error)
{
  g_autoptr (HearthStatement) statement = hearth_db_prepare (db, sql, error);
  HearthStep step;

  if (!statement)
    return false;
  while ((step = hearth_statement_step (statement, error)) == HEARTH_STEP_ROW)
    if (!g_str_equal (hearth_statement_get_text (statement, 0), allowed))
      {
        g_set_error (error, HEARTH_STORE_ERROR, HEARTH_STORE_ERROR_CORRUPT, "house.db: %s",
                     hearth_statement_get_text (statement, 0));
        return false;
      }
  return step == HEARTH_STEP_DONE;
}

bool
hearth_db_check_pages (HearthDb *db, GError **error)
{
  return is_silent (db, "PRAGMA cipher_integrity_check", "", error) &&
         is_silent (db, "PRAGMA quick_check (1)", "ok", error);
}

bool
hearth_db_check_whole (HearthDb *db, GError **error)
{
  return is_silent (db, "PRAGMA cipher_integrity_check", "", error) &&
         is_silent (db, "PRAGMA integrity_check (1)", "ok", error);
}

static bool
count_table (HearthDb *db, const char *table, GHashTable *counts, GError **error)
{
  g_autoptr (GString) sql = g_string_new ("SELECT count(*) FROM ");
  g_autofree gint64 *count = g_new0 (gint64, 1);

  hearth_sql_append_name (sql, table);
  if (!hearth_db_query_int64 (db, sql->str, count, error))
    return false;
  g_hash_table_insert (counts, g_strdup (table), g_steal_pointer (&count));
  return true;
}

GHashTable *
hearth_db_count_rows (HearthDb *db, GError **error)
{
  g_autoptr (GHashTable) counts = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_free);
  g_autoptr (HearthStatement) tables =
    hearth_db_prepare (db,
                       "SELECT name FROM pragma_table_list WHERE schema = 'main' AND type = 'table' AND name "
                       "NOT LIKE 'sqlite\\_%' "
                       "ESCAPE '\\'",
                       error);
  HearthStep step;

  if (!tables)
    return NULL;
  while ((step = hearth_statement_step (tables, error)) == HEARTH_STEP_ROW)
    if (!count_table (db, hearth_statement_get_text (tables, 0), counts, error))
      return NULL;
  return step == HEARTH_STEP_DONE ? g_steal_pointer (&counts) : NULL;
}

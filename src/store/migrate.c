/* SPDX-License-Identifier: GPL-3.0-or-later
 * Bringing a database to this program's schema, one numbered step after the other.
 */
#define G_LOG_DOMAIN "hearth-store"

#include "store/migrate.h"

#include "store/backup-file.h"
#include "sql-resources.h"
#include "store/folder.h"

#include <glib/gstdio.h>

/* Files of resources/sql, in order. */
static const char *const files[] = { "0001-ground.sql", "0002-first-house.sql", "0003-people-and-keys.sql",
                                     "0004-daily-life.sql", "0005-professions.sql" };

const HearthMigration *
hearth_migrations_get (gsize *n_migrations)
{
  static HearthMigration migrations[G_N_ELEMENTS (files)];
  static gsize once;

  if (g_once_init_enter (&once))
    {
      GResource *resource = hearth_sql_get_resource ();

      for (gsize i = 0; i < G_N_ELEMENTS (files); i++)
        {
          g_autofree char *path = g_strconcat ("/org/hearthrecords/Hearth/sql/", files[i], NULL);
          g_autoptr (GBytes) sql =
            g_resource_lookup_data (resource, path, G_RESOURCE_LOOKUP_FLAGS_NONE, NULL);

          g_assert (sql != NULL); /* compiled in; data of a resource ends with a NUL and lives on */
          migrations[i] = (HearthMigration) { .version = g_ascii_strtoll (files[i], NULL, 10),
                                              .sql = g_bytes_get_data (sql, NULL) };
        }
      g_once_init_leave (&once, 1);
    }
  *n_migrations = G_N_ELEMENTS (files);
  return migrations;
}

bool
hearth_db_read_version (HearthDb *db, gint64 *version, GError **error)
{
  return hearth_db_query_int64 (db, "PRAGMA user_version", version, error);
}

static bool
run_step (HearthDb *db, const HearthMigration *migration, GError **error)
{
  /* PRAGMA takes no bound values. */
  g_autofree char *stamp = g_strdup_printf ("PRAGMA user_version = %" G_GINT64_FORMAT, migration->version);
  bool own = !hearth_db_is_in_transaction (db);

  if (own && !hearth_db_begin (db, error))
    return false;
  if (hearth_db_exec (db, migration->sql, error) && hearth_db_exec (db, stamp, error))
    return !own || hearth_db_commit (db, error);
  if (own)
    hearth_db_roll_back (db);
  return false;
}

bool
hearth_migrate (HearthDb *db, const HearthMigration *migrations, gsize n_migrations, GError **error)
{
  gint64 version;

  if (!hearth_db_read_version (db, &version, error))
    return false;
  for (gsize i = 0; i < n_migrations; i++)
    if (migrations[i].version > version && !run_step (db, &migrations[i], error))
      return false;
  return true;
}

/* --- the copy before ---------------------------------------------------------- */

static bool
copy_pages (HearthDb *from, HearthDb *to, GError **error)
{
  sqlite3_backup *backup =
    sqlite3_backup_init (hearth_db_get_handle (to), "main", hearth_db_get_handle (from), "main");
  int code;

  if (backup == NULL)
    return hearth_db_set_error (to, sqlite3_extended_errcode (hearth_db_get_handle (to)), error);
  code = sqlite3_backup_step (backup, -1);
  sqlite3_backup_finish (backup);
  return code == SQLITE_DONE || hearth_db_set_error (to, code, error);
}

static bool
is_whole (HearthDb *db, GError **error)
{
  g_autoptr (HearthStatement) pages = hearth_db_prepare (db, "PRAGMA cipher_integrity_check", error);
  g_autoptr (HearthStatement) rows = hearth_db_prepare (db, "PRAGMA quick_check (1)", error);
  HearthStep step;

  if (pages == NULL || rows == NULL)
    return false;
  step = hearth_statement_step (pages, error);
  if (step == HEARTH_STEP_DONE)
    {
      step = hearth_statement_step (rows, error);
      if (step == HEARTH_STEP_ROW && g_str_equal (hearth_statement_get_text (rows, 0), "ok"))
        return true;
    }
  if (step == HEARTH_STEP_ROW)
    g_set_error_literal (error, HEARTH_STORE_ERROR, HEARTH_STORE_ERROR_CORRUPT, "house.db");
  return false;
}

static bool
write_copy (HearthDb *from, const char *path, HearthKeyring *keyring, GError **error)
{
  g_autoptr (HearthDb) copy = hearth_db_open (path, keyring, HEARTH_DB_CREATE, error);
  gint64 before, after;

  return copy != NULL && copy_pages (from, copy, error) && hearth_db_read_version (from, &before, error) &&
         hearth_db_read_version (copy, &after, error) && before == after && is_whole (copy, error) &&
         hearth_db_exec (copy, "PRAGMA journal_mode = DELETE", error);
}

void
hearth_database_remove (const char *path)
{
  static const char *const endings[] = { "", "-wal", "-shm", "-journal" };

  for (gsize i = 0; i < G_N_ELEMENTS (endings); i++)
    {
      g_autofree char *name = g_strconcat (path, endings[i], NULL);

      g_unlink (name);
    }
}

static bool
keep_copy (HearthDb *db, const char *folder, HearthKeyring *keyring, gint64 version, GError **error)
{
  g_autofree char *name = g_strdup_printf ("house.db.before-%" G_GINT64_FORMAT, version);
  g_autofree char *path = g_build_filename (folder, name, NULL);
  g_autofree char *partial = g_strconcat (path, ".partial", NULL);

  hearth_database_remove (partial);
  if (write_copy (db, partial, keyring, error) && hearth_file_rename_durably (partial, path, error))
    return true;
  hearth_database_remove (partial);
  return false;
}

/* Read-only, so that a file of a newer Hearth keeps every byte. */
static bool
look_at_version (const char *path, HearthKeyring *keyring, gint64 *version, GError **error)
{
  g_autoptr (HearthDb) db = hearth_db_open (path, keyring, HEARTH_DB_HEAD, error);

  return db != NULL && hearth_db_read_version (db, version, error);
}

bool
hearth_migrate_house (const char *folder,
                      HearthKeyring *keyring,
                      const HearthMigration *migrations,
                      gsize n_migrations,
                      GError **error)
{
  g_autofree char *path = hearth_house_dup_db_path (folder);
  g_autoptr (HearthDb) db = NULL;
  gint64 version, newest = migrations[n_migrations - 1].version;

  if (!look_at_version (path, keyring, &version, error))
    return false;
  if (version > newest)
    {
      g_set_error (error, HEARTH_STORE_ERROR, HEARTH_STORE_ERROR_NEWER, "version %" G_GINT64_FORMAT, version);
      return false;
    }
  if (version == newest)
    return true;
  db = hearth_db_open (path, keyring, HEARTH_DB_READ_WRITE, error);
  return db != NULL && keep_copy (db, folder, keyring, version + 1, error) &&
         hearth_migrate (db, migrations, n_migrations, error);
}

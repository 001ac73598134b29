/* SPDX-License-Identifier: GPL-3.0-or-later
 * One connection to the encrypted database: configuring, statements, values, errors.
 */
#define G_LOG_DOMAIN "hearth-store"

#include "store/db.h"

#include "store/memory.h"

#include <errno.h>
#include <fcntl.h>
#include <sodium.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

/* Statements beyond this many are dropped and prepared again when asked for. */
#define STATEMENTS_KEPT 256
/* Steps of SQLite's machine between two looks at the cancellable. */
#define STEPS_PER_LOOK 2000
#define BUSY_TIMEOUT_MS 5000

struct _HearthDb {
  sqlite3 *handle;
  GHashTable *statements; /* SQL → HearthStatement */
  GCancellable *cancellable;
  HearthStoreError trouble; /* FULL or IO, when @in_trouble */
  bool in_trouble;
};

struct _HearthStatement {
  HearthDb *db;
  sqlite3_stmt *handle;
  int bind_code; /* the first that went wrong while binding */
  bool cached;
  bool in_use;
};

G_DEFINE_QUARK (hearth-store-error-quark, hearth_store_error)

/* --- errors ---------------------------------------------------------------- */

static HearthStoreError
error_from_code (int code)
{
  switch (code)
    {
    case SQLITE_CONSTRAINT_TRIGGER:
      return HEARTH_STORE_ERROR_CLOSED_RECORD;
    case SQLITE_IOERR_CORRUPTFS:
      return HEARTH_STORE_ERROR_CORRUPT;
    default:
      break;
    }
  switch (code & 0xff)
    {
    case SQLITE_FULL:
      return HEARTH_STORE_ERROR_FULL;
    case SQLITE_NOTADB:
      return HEARTH_STORE_ERROR_KEY;
    case SQLITE_CORRUPT:
      return HEARTH_STORE_ERROR_CORRUPT;
    case SQLITE_READONLY:
    case SQLITE_PERM:
      return HEARTH_STORE_ERROR_READ_ONLY;
    case SQLITE_BUSY:
    case SQLITE_LOCKED:
      return HEARTH_STORE_ERROR_LOCKED;
    case SQLITE_CONSTRAINT:
    case SQLITE_TOOBIG:
    case SQLITE_MISMATCH:
      return HEARTH_STORE_ERROR_CONSTRAINT;
    case SQLITE_INTERRUPT:
      return HEARTH_STORE_ERROR_CANCELLED;
    default:
      return HEARTH_STORE_ERROR_IO;
    }
}

bool
hearth_db_set_error (HearthDb *db, int code, GError **error)
{
  HearthStoreError kind = error_from_code (code);
  int system = sqlite3_system_errno (db->handle);

  if (kind == HEARTH_STORE_ERROR_IO && system == ENOSPC)
    kind = HEARTH_STORE_ERROR_FULL;
  if (kind == HEARTH_STORE_ERROR_IO || kind == HEARTH_STORE_ERROR_FULL)
    {
      db->trouble = kind;
      db->in_trouble = true;
    }
  if ((kind == HEARTH_STORE_ERROR_IO || kind == HEARTH_STORE_ERROR_FULL) && system != 0)
    g_set_error (error, HEARTH_STORE_ERROR, kind, "%s (%d)", g_strerror (system), code);
  else
    g_set_error (error, HEARTH_STORE_ERROR, kind, "%s (%d)", sqlite3_errmsg (db->handle), code);
  return false;
}

bool
hearth_db_take_trouble (HearthDb *db, HearthStoreError *trouble)
{
  bool in_trouble = db->in_trouble;

  *trouble = db->trouble;
  db->in_trouble = false;
  return in_trouble;
}

/* --- opening --------------------------------------------------------------- */

static int
key_cb (const guint8 *key, gsize length, gpointer user_data)
{
  HearthDb *db = user_data;
  gsize size = length * 2 + 4; /* x'…' and the NUL */
  char *raw = sodium_malloc (size);
  int code;

  if (raw == NULL)
    return SQLITE_NOMEM;
  raw[0] = 'x';
  raw[1] = '\'';
  sodium_bin2hex (raw + 2, size - 2, key, length);
  raw[size - 2] = '\'';
  raw[size - 1] = '\0';
  code = sqlite3_key (db->handle, raw, (int) (size - 1));
  sodium_free (raw);
  return code;
}

bool
hearth_db_set_journal_mode (HearthDb *db, const char *mode, GError **error)
{
  g_autofree char *sql = g_strconcat ("PRAGMA journal_mode = ", mode, NULL);
  g_autoptr (HearthStatement) statement = hearth_db_prepare (db, sql, error);
  const char *now;

  if (statement == NULL || hearth_statement_step (statement, error) == HEARTH_STEP_ERROR)
    return false;
  /* Where the mode cannot be had, SQLite stays in the old one and calls that a success. */
  now = hearth_statement_get_text (statement, 0);
  if (g_ascii_strcasecmp (now, mode) == 0)
    return true;
  g_set_error (error, HEARTH_STORE_ERROR, HEARTH_STORE_ERROR_IO, "the journal stays “%s”", now);
  return false;
}

/* hearth_keyring_use_house_key () or the one for the next key */
typedef int (*UseKeyFunc) (HearthKeyring *keyring, HearthKeyUseFunc use, gpointer user_data);

static bool
configure (HearthDb *db, HearthKeyring *keyring, UseKeyFunc use_key, HearthDbMode mode, GError **error)
{
  static const char *const settings =
    "PRAGMA foreign_keys = ON;"
    "PRAGMA temp_store = MEMORY;"
    "PRAGMA secure_delete = ON;"
    "PRAGMA cell_size_check = ON;"
    "PRAGMA mmap_size = 0;"
    "PRAGMA cache_size = -16000;" /* KiB: every page read costs its decryption */
    "PRAGMA synchronous = FULL;";
  int code;

  sqlite3_extended_result_codes (db->handle, 1);
  sqlite3_busy_timeout (db->handle, BUSY_TIMEOUT_MS);
  sqlite3_db_config (db->handle, SQLITE_DBCONFIG_DEFENSIVE, 1, NULL);
  sqlite3_db_config (db->handle, SQLITE_DBCONFIG_TRUSTED_SCHEMA, 0, NULL);
  sqlite3_db_config (db->handle, SQLITE_DBCONFIG_ENABLE_LOAD_EXTENSION, 0, NULL);

  code = use_key (keyring, key_cb, db);
  if (code != SQLITE_OK)
    {
      g_set_error_literal (error, HEARTH_STORE_ERROR, HEARTH_STORE_ERROR_DENIED, "the keyring is closed");
      return false;
    }
  /* What is wrong comes back as an error; SQLCipher's own words would go to stderr. Only a keyed connection
   * listens. */
  if (!hearth_db_exec (db, "PRAGMA cipher_log_level = NONE", error))
    return false;
  /* The first read: with another key the first page is no database. All but this one take the definitions of all tables
   * in, most of the time that it takes to open a house. */
  if (!hearth_db_exec (db, "PRAGMA user_version", error))
    return false;
  if (mode == HEARTH_DB_HEAD)
    return true;
  if (!hearth_db_exec (db, "SELECT count(*) FROM sqlite_schema", error) ||
      !hearth_db_exec (db, settings, error))
    return false;
  if (mode == HEARTH_DB_READ_ONLY)
    return hearth_db_exec (db, "PRAGMA query_only = ON", error);
  /* Nobody else opens a file that is being made. Its log then needs no shared memory, nor asks who holds a lock, which
   * a stick that the desktop lends to a sandbox cannot answer. */
  if (mode == HEARTH_DB_CREATE && !hearth_db_exec (db, "PRAGMA locking_mode = EXCLUSIVE", error))
    return false;
  return hearth_db_set_journal_mode (db, "wal", error);
}

/* SQLite would let others read a new file; what is beside it later has the same permissions. What goes wrong here
 * does so again when SQLite opens it, with its own words. */
static void
create_private (const char *path)
{
  int fd = open (path, O_RDWR | O_CREAT | O_EXCL | O_CLOEXEC | O_NOFOLLOW, 0600);

  if (fd >= 0)
    close (fd);
}

/* SQLite refuses a link anywhere on the way to the file, and some systems have one above every home: only the file itself
 * must be none. */
static char *
dup_without_links (const char *path)
{
  g_autofree char *folder = g_path_get_dirname (path);
  g_autofree char *base = g_path_get_basename (path);
  char *real = realpath (folder, NULL);
  char *straight = g_build_filename (real != NULL ? real : folder, base, NULL);

  free (real);
  return straight;
}

static HearthDb *
open_with (const char *path, HearthKeyring *keyring, UseKeyFunc use_key, HearthDbMode mode, GError **error)
{
  static const int flags[] = {
    [HEARTH_DB_READ_ONLY] = SQLITE_OPEN_READONLY,
    [HEARTH_DB_HEAD] = SQLITE_OPEN_READONLY,
    [HEARTH_DB_READ_WRITE] = SQLITE_OPEN_READWRITE,
    [HEARTH_DB_CREATE] = SQLITE_OPEN_READWRITE | SQLITE_OPEN_CREATE,
  };
  g_autoptr (HearthDb) db = g_new0 (HearthDb, 1);
  g_autofree char *straight = dup_without_links (path);
  int code;

  hearth_memory_set_up ();
  if (mode == HEARTH_DB_CREATE)
    create_private (path);
  db->statements = g_hash_table_new (g_str_hash, g_str_equal);
  code =
    sqlite3_open_v2 (straight, &db->handle, flags[mode] | SQLITE_OPEN_NOMUTEX | SQLITE_OPEN_NOFOLLOW, NULL);
  if (code != SQLITE_OK)
    {
      if (code == SQLITE_CANTOPEN && !g_file_test (path, G_FILE_TEST_EXISTS) && mode != HEARTH_DB_CREATE)
        g_set_error_literal (error, HEARTH_STORE_ERROR, HEARTH_STORE_ERROR_NOT_A_HOUSE,
                             "there is no house.db");
      else
        hearth_db_set_error (db, code, error);
      return NULL;
    }
  if (!configure (db, keyring, use_key, mode, error))
    return NULL;
  return g_steal_pointer (&db);
}

HearthDb *
hearth_db_open (const char *path, HearthKeyring *keyring, HearthDbMode mode, GError **error)
{
  g_autoptr (GError) local_error = NULL;
  HearthDb *db = open_with (path, keyring, hearth_keyring_use_house_key, mode, &local_error);

  /* Between the two last steps of a rotation the database is under the next key already. */
  if (db == NULL && mode != HEARTH_DB_CREATE && hearth_keyring_is_rotating (keyring) &&
      g_error_matches (local_error, HEARTH_STORE_ERROR, HEARTH_STORE_ERROR_KEY))
    return hearth_db_open_next (path, keyring, mode, error);
  if (local_error != NULL)
    g_propagate_error (error, g_steal_pointer (&local_error));
  return db;
}

HearthDb *
hearth_db_open_next (const char *path, HearthKeyring *keyring, HearthDbMode mode, GError **error)
{
  return open_with (path, keyring, hearth_keyring_use_next_house_key, mode, error);
}

static void
statement_free (HearthStatement *statement)
{
  sqlite3_finalize (statement->handle);
  g_free (statement);
}

static void
drop_statements (HearthDb *db)
{
  GHashTableIter iter;
  gpointer value;

  g_hash_table_iter_init (&iter, db->statements);
  while (g_hash_table_iter_next (&iter, NULL, &value))
    {
      HearthStatement *statement = value;

      g_hash_table_iter_remove (&iter);
      if (statement->in_use)
        statement->cached = false; /* freed when given back */
      else
        statement_free (statement);
    }
}

void
hearth_db_close (HearthDb *db)
{
  if (db == NULL)
    return;
  drop_statements (db);
  g_hash_table_unref (db->statements);
  if (db->handle != NULL && sqlite3_close (db->handle) != SQLITE_OK)
    {
      g_critical ("a statement is still in use while its connection closes");
      sqlite3_close_v2 (db->handle);
    }
  g_clear_object (&db->cancellable);
  g_free (db);
}

sqlite3 *
hearth_db_get_handle (HearthDb *db)
{
  return db->handle;
}

static int
progress_cb (gpointer user_data)
{
  return g_cancellable_is_cancelled (user_data);
}

void
hearth_db_set_cancellable (HearthDb *db, GCancellable *cancellable)
{
  sqlite3_progress_handler (db->handle, cancellable != NULL ? STEPS_PER_LOOK : 0,
                            cancellable != NULL ? progress_cb : NULL, cancellable);
  g_set_object (&db->cancellable, cancellable);
}

bool
hearth_db_exec (HearthDb *db, const char *sql, GError **error)
{
  int code = sqlite3_exec (db->handle, sql, NULL, NULL, NULL);

  return code == SQLITE_OK || hearth_db_set_error (db, code, error);
}

bool
hearth_db_query_int64 (HearthDb *db, const char *sql, gint64 *number, GError **error)
{
  g_autoptr (HearthStatement) statement = hearth_db_prepare (db, sql, error);
  HearthStep step;

  if (statement == NULL)
    return false;
  step = hearth_statement_step (statement, error);
  *number = step == HEARTH_STEP_ROW ? hearth_statement_get_int64 (statement, 0) : 0;
  return step != HEARTH_STEP_ERROR;
}

/* --- transactions ----------------------------------------------------------- */

static bool
run_cached (HearthDb *db, const char *sql, GError **error)
{
  g_autoptr (HearthStatement) statement = hearth_db_prepare (db, sql, error);

  return statement != NULL && hearth_statement_run (statement, error);
}

bool
hearth_db_begin (HearthDb *db, GError **error)
{
  return run_cached (db, "BEGIN IMMEDIATE", error);
}

bool
hearth_db_begin_read (HearthDb *db, GError **error)
{
  gint64 tables;

  /* A deferred transaction takes its snapshot at the first read. */
  return run_cached (db, "BEGIN", error) &&
         hearth_db_query_int64 (db, "SELECT count(*) FROM sqlite_schema", &tables, error);
}

bool
hearth_db_commit (HearthDb *db, GError **error)
{
  if (run_cached (db, "COMMIT", error))
    return true;
  hearth_db_roll_back (db);
  return false;
}

void
hearth_db_roll_back (HearthDb *db)
{
  g_autoptr (GError) error = NULL;

  /* After some errors SQLite has rolled back by itself. */
  if (hearth_db_is_in_transaction (db) && !run_cached (db, "ROLLBACK", &error))
    g_warning ("rolling back: %s", error->message);
}

bool
hearth_db_is_in_transaction (HearthDb *db)
{
  return !sqlite3_get_autocommit (db->handle);
}

/* --- statements ------------------------------------------------------------- */

HearthStatement *
hearth_db_prepare (HearthDb *db, const char *sql, GError **error)
{
  HearthStatement *statement = g_hash_table_lookup (db->statements, sql);
  sqlite3_stmt *handle = NULL;
  bool kept = statement != NULL;
  int code;

  if (kept && !statement->in_use)
    {
      statement->in_use = true;
      return statement;
    }
  code = sqlite3_prepare_v3 (db->handle, sql, -1, SQLITE_PREPARE_PERSISTENT, &handle, NULL);
  if (code != SQLITE_OK)
    {
      hearth_db_set_error (db, code, error);
      return NULL;
    }
  if (!kept && g_hash_table_size (db->statements) >= STATEMENTS_KEPT)
    drop_statements (db);

  statement = g_new0 (HearthStatement, 1);
  *statement = (HearthStatement) { .db = db, .handle = handle, .cached = !kept, .in_use = true };
  if (statement->cached)
    g_hash_table_insert (db->statements, (gpointer) sqlite3_sql (handle), statement);
  return statement;
}

void
hearth_statement_release (HearthStatement *statement)
{
  if (statement == NULL)
    return;
  if (!statement->cached)
    {
      statement_free (statement);
      return;
    }
  sqlite3_reset (statement->handle);
  sqlite3_clear_bindings (statement->handle);
  statement->bind_code = SQLITE_OK;
  statement->in_use = false;
}

static void
note_bind (HearthStatement *statement, int code)
{
  if (statement->bind_code == SQLITE_OK)
    statement->bind_code = code;
}

void
hearth_statement_bind_text (HearthStatement *statement, int place, const char *text)
{
  note_bind (statement, sqlite3_bind_text (statement->handle, place, text, -1, SQLITE_TRANSIENT));
}

void
hearth_statement_bind_text_or_null (HearthStatement *statement, int place, const char *text)
{
  hearth_statement_bind_text (statement, place, text != NULL && *text != '\0' ? text : NULL);
}

void
hearth_statement_bind_int64 (HearthStatement *statement, int place, gint64 number)
{
  note_bind (statement, sqlite3_bind_int64 (statement->handle, place, number));
}

void
hearth_statement_bind_double (HearthStatement *statement, int place, double number)
{
  note_bind (statement, sqlite3_bind_double (statement->handle, place, number));
}

void
hearth_statement_bind_blob (HearthStatement *statement, int place, const void *data, gsize length)
{
  /* SQLite takes NULL data for the value NULL, even of length 0. */
  note_bind (statement, sqlite3_bind_blob64 (statement->handle, place, length > 0 ? data : "", length,
                                             SQLITE_TRANSIENT));
}

void
hearth_statement_bind_bytes (HearthStatement *statement, int place, GBytes *bytes)
{
  gsize length = 0;
  const void *data;

  if (bytes == NULL)
    {
      hearth_statement_bind_null (statement, place);
      return;
    }
  data = g_bytes_get_data (bytes, &length);
  hearth_statement_bind_blob (statement, place, data, length);
}

void
hearth_statement_bind_null (HearthStatement *statement, int place)
{
  note_bind (statement, sqlite3_bind_null (statement->handle, place));
}

HearthStep
hearth_statement_step (HearthStatement *statement, GError **error)
{
  int code = statement->bind_code;

  if (code == SQLITE_OK)
    code = sqlite3_step (statement->handle);
  switch (code)
    {
    case SQLITE_ROW:
      return HEARTH_STEP_ROW;
    case SQLITE_DONE:
      return HEARTH_STEP_DONE;
    default:
      hearth_db_set_error (statement->db, code, error);
      return HEARTH_STEP_ERROR;
    }
}

bool
hearth_statement_run (HearthStatement *statement, GError **error)
{
  HearthStep step;

  do
    step = hearth_statement_step (statement, error);
  while (step == HEARTH_STEP_ROW);
  hearth_statement_reset (statement);
  return step == HEARTH_STEP_DONE;
}

void
hearth_statement_reset (HearthStatement *statement)
{
  sqlite3_reset (statement->handle);
  statement->bind_code = SQLITE_OK;
}

const char *
hearth_statement_get_text (HearthStatement *statement, int column)
{
  const char *text = (const char *) sqlite3_column_text (statement->handle, column);

  return text != NULL ? text : "";
}

gint64
hearth_statement_get_int64 (HearthStatement *statement, int column)
{
  return sqlite3_column_int64 (statement->handle, column);
}

double
hearth_statement_get_double (HearthStatement *statement, int column)
{
  return sqlite3_column_double (statement->handle, column);
}

GBytes *
hearth_statement_dup_bytes (HearthStatement *statement, int column)
{
  const void *data;

  if (hearth_statement_is_null (statement, column))
    return NULL;
  data = sqlite3_column_blob (statement->handle, column);
  return g_bytes_new (data, sqlite3_column_bytes (statement->handle, column));
}

bool
hearth_statement_is_null (HearthStatement *statement, int column)
{
  return sqlite3_column_type (statement->handle, column) == SQLITE_NULL;
}

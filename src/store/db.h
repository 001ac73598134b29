/* SPDX-License-Identifier: GPL-3.0-or-later
 * One connection to the encrypted database: the only place where a connection is configured, statements are
 * kept, values are bound and SQLite's codes become errors.
 */
#pragma once

#include <gio/gio.h>
#include <sqlite3.h>

#include "store/store.h"

G_BEGIN_DECLS

typedef struct _HearthDb HearthDb;

typedef enum {
  HEARTH_DB_READ_ONLY,  /* a snapshot for looking: writes nothing, checkpoints nothing */
  HEARTH_DB_HEAD,       /* as that, only for what the file's first page says: no table is looked at */
  HEARTH_DB_READ_WRITE, /* the file must exist */
  HEARTH_DB_CREATE,     /* the file must not exist, or be an empty one */
} HearthDbMode;

/**
 * hearth_db_open:
 * @path: of the database file
 *
 * Opens with the house key of @keyring, configures, and reads once to see that the key is right. A connection is
 * used by one thread. For a worker thread: %HEARTH_DB_READ_ONLY, then hearth_db_begin_read ().
 *
 * Returns: (transfer full): or NULL with KEY, CORRUPT, IO, READ_ONLY, NOT_A_HOUSE …
 */
HearthDb *hearth_db_open (const char *path, HearthKeyring *keyring, HearthDbMode mode, GError **error);
/** As above with the next house key, while the house key is replaced. */
HearthDb *hearth_db_open_next (const char *path, HearthKeyring *keyring, HearthDbMode mode, GError **error);
/** Frees every statement and closes. NULL is fine. */
void hearth_db_close (HearthDb *db);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (HearthDb, hearth_db_close)

/** For sqlite3_backup, tests and pragmas that answer with rows. */
sqlite3 *hearth_db_get_handle (HearthDb *db);

/** What runs on @db ends with CANCELLED once @cancellable is; NULL ends that. */
void hearth_db_set_cancellable (HearthDb *db, GCancellable *cancellable);

/** Sets @error from an SQLite result @code, with the connection's own words. Always false. */
bool hearth_db_set_error (HearthDb *db, int code, GError **error);
/** Whether the disk was full or failed since this was asked last, even where nobody wanted the error; @trouble: (out):
 * FULL or IO. */
bool hearth_db_take_trouble (HearthDb *db, HearthStoreError *trouble);

/** Runs @sql, which may be several statements, without answers and without a cache. */
bool hearth_db_exec (HearthDb *db, const char *sql, GError **error);
/** The one number that @sql answers; 0 when it has no row. */
bool hearth_db_query_int64 (HearthDb *db, const char *sql, gint64 *number, GError **error);

/** How changes are kept until they are in the file: "wal" or "delete"; IO when it is not so afterwards. */
bool hearth_db_set_journal_mode (HearthDb *db, const char *mode, GError **error);

/** BEGIN IMMEDIATE … COMMIT or ROLLBACK. A failed commit is rolled back and must not be tried again. */
bool hearth_db_begin (HearthDb *db, GError **error);
bool hearth_db_commit (HearthDb *db, GError **error);
void hearth_db_roll_back (HearthDb *db);
/** One snapshot for all that is read until hearth_db_roll_back () or the connection's end. */
bool hearth_db_begin_read (HearthDb *db, GError **error);
bool hearth_db_is_in_transaction (HearthDb *db);

/* --- statements ----------------------------------------------------------- */

typedef struct _HearthStatement HearthStatement;

typedef enum {
  HEARTH_STEP_ERROR = -1,
  HEARTH_STEP_DONE = 0,
  HEARTH_STEP_ROW = 1,
} HearthStep;

/** A statement of @sql, from the connection's cache when it is there and free. Give it back with
 * hearth_statement_release () (or g_autoptr), which forgets what was bound. NULL on error. */
HearthStatement *hearth_db_prepare (HearthDb *db, const char *sql, GError **error);
void hearth_statement_release (HearthStatement *statement);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (HearthStatement, hearth_statement_release)

/* Places count from 1. What goes wrong while binding is said by the next step. Bytes and text are copied. */

/** NULL binds NULL. */
void hearth_statement_bind_text (HearthStatement *statement, int place, const char *text);
/** "" binds NULL: how a record's unset values are kept. */
void hearth_statement_bind_text_or_null (HearthStatement *statement, int place, const char *text);
void hearth_statement_bind_int64 (HearthStatement *statement, int place, gint64 number);
void hearth_statement_bind_double (HearthStatement *statement, int place, double number);
void hearth_statement_bind_blob (HearthStatement *statement, int place, const void *data, gsize length);
/** NULL binds NULL. */
void hearth_statement_bind_bytes (HearthStatement *statement, int place, GBytes *bytes);
void hearth_statement_bind_null (HearthStatement *statement, int place);

HearthStep hearth_statement_step (HearthStatement *statement, GError **error);
/** Steps to the end, taking no rows, and makes the statement ready for other values. */
bool hearth_statement_run (HearthStatement *statement, GError **error);
/** Ready to be stepped again; what is bound stays. */
void hearth_statement_reset (HearthStatement *statement);

/* Columns count from 0. */

/** Borrowed until the next step; "" for NULL, never NULL itself. */
const char *hearth_statement_get_text (HearthStatement *statement, int column);
gint64 hearth_statement_get_int64 (HearthStatement *statement, int column);
double hearth_statement_get_double (HearthStatement *statement, int column);
/** Transfer full; NULL for NULL. */
GBytes *hearth_statement_dup_bytes (HearthStatement *statement, int column);
bool hearth_statement_is_null (HearthStatement *statement, int column);

G_END_DECLS

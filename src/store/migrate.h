/* SPDX-License-Identifier: GPL-3.0-or-later
 * Bringing a database to this program's schema, one numbered step after the other. Private.
 */
#pragma once

#include "store/db.h"

G_BEGIN_DECLS

typedef struct {
  gint64 version; /* that the database has afterwards */
  const char *sql;
} HearthMigration;

/** Every step there is, in order; the last one's version is the schema's. Owned by the program. */
const HearthMigration *hearth_migrations_get (gsize *n_migrations);

/** PRAGMA user_version: 0 for an empty database. */
bool hearth_db_read_version (HearthDb *db, gint64 *version, GError **error);

/** Runs the steps that @db lacks, each in its own transaction; inside one that is under way they join it. */
bool hearth_migrate (HearthDb *db, const HearthMigration *migrations, gsize n_migrations, GError **error);

/**
 * As hearth_migrate (), for a house in use: when there are steps to run, a copy "house.db.before-N" is made and
 * checked first, N being the version that needs it. NEWER when the database is beyond the last step.
 */
bool hearth_migrate_house (const char *folder,
                           HearthKeyring *keyring,
                           const HearthMigration *migrations,
                           gsize n_migrations,
                           GError **error);

/** Removes the database file at @path with its log; nothing is said when there is none. */
void hearth_database_remove (const char *path);

G_END_DECLS

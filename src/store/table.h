/* SPDX-License-Identifier: GPL-3.0-or-later
 * A record type as a table: its columns in SQL, and rows as values and back. Private to the store.
 */
#pragma once

#include "store/db.h"

G_BEGIN_DECLS

/** How many rows one page of a list is fetched by. */
#define HEARTH_PAGE_ROWS 64

/** A type's table; made once, kept for the whole process. */
typedef struct {
  const HearthRecordType *type;
  const HearthField *const *columns; /* as hearth_record_type_get_columns () */
  unsigned int n_columns;
  int *places;          /* column → first place in a select, -1 when not stored */
  unsigned int *sorted; /* stored columns by name: the order that bodies are written in */
  unsigned int n_stored;
  bool has_links;    /* a column of LINKS, which are kept one by one too (links.c) */
  char
    *file_fields; /* of what is in several files: the fields that name them, as a list in SQL; "" otherwise */
  char *select_row; /* one row by ?1 */
  char *select_page; /* rows ?1 … ?64 */
  char *select_all;
} HearthTable;

const HearthTable *hearth_table_get (const HearthRecordType *type);

/** How the value of one sealed column is kept. All empty: never set. */
typedef struct {
  GBytes *value; /* sealed; NULL for "" */
  GBytes *commitment; /* NULL for "" */
  gint64 number; /* of the last sealing, 0 for none */
  gint64 epoch;
} HearthSeal;

/** A row as it stands in its table, before any policy. */
typedef struct {
  gint64 row;
  HearthRecord *record; /* "" in its sealed columns */
  HearthSeal *seals; /* per column; NULL when the type has no sealed column */
} HearthStored;

HearthStored *hearth_stored_new (const HearthTable *table);
void hearth_stored_free (HearthStored *stored);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (HearthStored, hearth_stored_free)

/** From a row of one of the table's selects; transfer full. */
HearthStored *hearth_table_read_row (const HearthTable *table, HearthStatement *statement);
/** The row numbered @row, NULL without error when there is none; transfer full. */
HearthStored *hearth_table_load_row (const HearthTable *table, HearthDb *db, gint64 row, GError **error);

/** What lists go by: the local date of what it tells of, with the time where that is known; transfer full. */
char *hearth_stored_dup_event (HearthStored *stored);

/** The canonical value of @column out of the database; transfer full. */
char *hearth_table_dup_value (const HearthField *field, HearthStatement *statement, int column);

/** What the database will give back for @canonical: the same, but for "-0". Transfer full. */
char *hearth_table_dup_kept (const HearthField *field, const char *canonical);

/** Adds the row, or with @changed (per column) updates those columns of it. */
bool hearth_table_insert (const HearthTable *table, HearthDb *db, HearthStored *stored, GError **error);
/** CONFLICT when the row does not stand at @revision any more. */
bool hearth_table_update (const HearthTable *table,
                          HearthDb *db,
                          HearthStored *stored,
                          const bool *changed,
                          gint64 revision,
                          GError **error);

/** The whole record as JSON: stored columns by name, canonical values, commitments in hex. It is what a revision
 * keeps and what the audit's hashes are over. Transfer full. */
char *hearth_table_dup_body (const HearthTable *table, HearthStored *stored);
/** BLAKE2b-256 of a body. */
void hearth_body_hash (const char *body, guint8 hash[32]);

/** What a sealed value is bound to; transfer full. */
char *hearth_seal_dup_context (const HearthRecordType *type, const char *id, const HearthField *field);

/** Whether @sealed may stand in @field: everybody with the house key can make a value that came through a letterbox, so it
 * may only where that is how text comes there. */
bool hearth_seal_is_allowed (const HearthField *field, GBytes *sealed);

/** Appends @name as an SQL name. Names come from the tables of src/records or from the schema only. */
void hearth_sql_append_name (GString *sql, const char *name);

G_END_DECLS

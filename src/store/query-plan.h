/* SPDX-License-Identifier: GPL-3.0-or-later
 * A query as SQL: which rows, how many, and by what they are put in order. Private to the store.
 */
#pragma once

#include "store/query.h"
#include "store/store-private.h"

G_BEGIN_DECLS

/** What one row is put in order by. */
typedef struct {
  gint64 row;
  bool empty;    /* comes last, either way */
  double number; /* of numbers, yes and no, choices by their place */
  char *text;    /* of everything else; NULL for numbers */
} HearthRowKey;

typedef struct {
  HearthStore *store; /* borrowed: the owner of the plan ends before it */
  HearthQuery *query;
  const HearthField *sort; /* NULL: by event, then by row */
  bool joins_table;        /* "t" is the type's own table */
  bool asks_today;
  char *from_where;        /* "FROM … WHERE …" */
  GPtrArray *values;       /* of char */
  GHashTable *titles;      /* id → title, of links that were sorted by */
} HearthQueryPlan;

/** The day that is asked about, in SQL; set asks_today with it. */
#define HEARTH_PLAN_TODAY "?2"
/** Appends the place of a new value. */
void hearth_query_plan_append_value (HearthQueryPlan *plan, GString *sql, const char *value);
/** Without the files in which the reader may not see records of @type, or with @field (nullable) not that of them. */
bool hearth_query_plan_append_denied (HearthQueryPlan *plan,
                                      GString *sql,
                                      const HearthRecordType *type,
                                      const HearthField *field,
                                      GError **error);
/** A field of the query's type that is asked about, not sealed, and readable; NULL with DENIED otherwise. */
const HearthField *hearth_query_plan_look_up_field (HearthQueryPlan *plan, const char *name, GError **error);

/** DENIED when the reader may not see the type, or a field that is filtered or sorted by. */
HearthQueryPlan *hearth_query_plan_new (HearthStore *store, const HearthQuery *query, GError **error);
void hearth_query_plan_free (HearthQueryPlan *plan);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (HearthQueryPlan, hearth_query_plan_free)

/** All rows in order; #GArray of gint64, transfer full. */
GArray *hearth_query_plan_list_rows (HearthQueryPlan *plan, GError **error);
/** -1 on error. */
gint64 hearth_query_plan_count (HearthQueryPlan *plan, GError **error);
/** Whether @row is one of them. */
bool hearth_query_plan_has_row (HearthQueryPlan *plan, gint64 row, bool *has, GError **error);

bool hearth_query_plan_read_key (HearthQueryPlan *plan, gint64 row, HearthRowKey *key, GError **error);
void hearth_row_key_clear (HearthRowKey *key);
int hearth_query_plan_compare (HearthQueryPlan *plan, const HearthRowKey *a, const HearthRowKey *b);

G_END_DECLS

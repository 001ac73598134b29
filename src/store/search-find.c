/* SPDX-License-Identifier: GPL-3.0-or-later
 * Asking the search tables: rows that may be hits, newest first, of types the reader may see.
 */
#define G_LOG_DOMAIN "hearth-store"

#include "store/search-find.h"

#include "records/registry.h"

/* Enough for every name of a very large house; beyond it the question is too vague to rank. */
#define MOST_NAMES 20000
/* Far beyond any house, and still a number when multiplied. */
#define HIGHEST_ROW (G_MAXINT64 / 16)

/** Goes down the hits of one tier's table. */
typedef struct {
  HearthStatement *statement;
  HearthTier tier;
  gint64 row; /* where it stands; 0 at the end */
} Cursor;

/* The index is asked first and record_index by its rows: CROSS JOIN keeps SQLite from turning that round. */
#define FIND_IN(table)                                                              \
  "SELECT s.rowid, i.type, i.resident, i.event, i.state, i.id FROM " table " AS s " \
  "CROSS JOIN record_index AS i ON i.row = s.rowid WHERE s." table                  \
  " MATCH ?1 AND s.rowid BETWEEN ?2 AND ?3 "                                        \
  "ORDER BY s.rowid DESC"

static const char *const find_in_tier[] = {
  [HEARTH_TIER_HOUSE] = FIND_IN ("search_1"),
  [HEARTH_TIER_CARE] = FIND_IN ("search_2"),
  [HEARTH_TIER_CASE] = FIND_IN ("search_3"),
  [HEARTH_TIER_CLINICAL] = FIND_IN ("search_4"),
};

static const char find_name[] =
  "SELECT s.rowid / 8, i.type, i.resident, i.event, i.state, i.id, s.rowid % 8 FROM search_name AS s "
  "CROSS JOIN record_index AS i ON i.row = s.rowid / 8 WHERE s.search_name MATCH ?1 "
  "AND s.rowid BETWEEN ?2 * 8 AND ?3 * 8 + 7 ORDER BY s.rowid DESC";

static const char find_beginning[] =
  "SELECT DISTINCT w.row, i.type, i.resident, i.event, i.state, i.id, 1 FROM search_word AS w "
  "CROSS JOIN record_index AS i ON i.row = w.row WHERE w.row BETWEEN ?2 AND ?3 "
  "AND w.word >= ?1 AND w.word < ?4";

static void
cursor_free (Cursor *cursor)
{
  hearth_statement_release (cursor->statement);
  g_free (cursor);
}

static void
candidate_clear (gpointer data)
{
  HearthCandidate *candidate = data;

  g_strfreev (candidate->files);
  g_free (candidate->event);
}

static GArray *
candidates_new (void)
{
  GArray *candidates = g_array_new (FALSE, FALSE, sizeof (HearthCandidate));

  g_array_set_clear_func (candidates, candidate_clear);
  return candidates;
}

/** The words as FTS5 strings: nothing a person types is an operator. */
static char *
quote_words (const char *const *words)
{
  GString *match = g_string_new (NULL);

  for (guint i = 0; words[i]; i++)
    {
      g_auto (GStrv) parts = g_strsplit (words[i], "\"", -1);
      g_autofree char *quoted = g_strjoinv ("\"\"", parts);

      g_string_append_printf (match, i > 0 ? " AND \"%s\"" : "\"%s\"", quoted);
    }
  return g_string_free_and_steal (match);
}

void
hearth_question_init (HearthQuestion *question, HearthStore *store, const char *words)
{
  *question = (HearthQuestion) { .store = store, .words = hearth_search_split (words) };
  question->match = quote_words ((const char *const *) question->words);
  for (guint i = 0; question->words[i]; i++)
    question->short_word |= hearth_search_word_is_short (question->words[i]);
}

void
hearth_question_clear (HearthQuestion *question)
{
  g_clear_pointer (&question->words, g_strfreev);
  g_clear_pointer (&question->match, g_free);
  g_clear_pointer (&question->cursors, g_ptr_array_unref);
}

/** Adds the row where @statement stands, unless it is not for this reader. */
static void
take_candidate (HearthQuestion *question, HearthStatement *statement, HearthTier tier, GArray *candidates)
{
  const HearthRecordType *type = hearth_records_lookup_type (hearth_statement_get_text (statement, 1));
  HearthCandidate candidate = { .row = hearth_statement_get_int64 (statement, 0),
                                .type = type,
                                .tier = tier };
  const char *id = hearth_statement_get_text (statement, 5);
  const char *resident = hearth_statement_get_text (statement, 2);

  if (!type || (!question->with_errors &&
                g_str_equal (hearth_statement_get_text (statement, 4), HEARTH_STATE_IN_ERROR)))
    return;
  candidate.files = hearth_store_dup_files (question->store, type, id, resident);
  if (!hearth_store_may_read_record_in (question->store, type, id, (const char *const *) candidate.files))
    {
      g_strfreev (candidate.files);
      return;
    }
  candidate.event = g_strdup (hearth_statement_get_text (statement, 3));
  g_array_append_val (candidates, candidate);
}

static const char *
get_short_word (HearthQuestion *question)
{
  for (guint i = 0; question->words[i]; i++)
    if (hearth_search_word_is_short (question->words[i]))
      return question->words[i];
  return NULL;
}

/** The rows that are asked for, in places 2 and 3. */
static void
bind_rows (HearthQuestion *question, HearthStatement *statement)
{
  hearth_statement_bind_int64 (statement, 2, question->only_row);
  hearth_statement_bind_int64 (statement, 3, question->only_row > 0 ? question->only_row : HIGHEST_ROW);
}

static HearthStatement *
ask_names (HearthQuestion *question, GError **error)
{
  const char *start = get_short_word (question);
  g_autofree char *end =
    start ? g_strconcat (start, "\xF4\x8F\xBF\xBF", NULL) : NULL; /* the last character there is */
  HearthStatement *statement =
    hearth_db_prepare (question->store->db, start ? find_beginning : find_name, error);

  if (!statement)
    return NULL;
  bind_rows (question, statement);
  hearth_statement_bind_text (statement, 1, start ? start : question->match);
  if (start)
    hearth_statement_bind_text (statement, 4, end);
  return statement;
}

GArray *
hearth_question_find_names (HearthQuestion *question, GError **error)
{
  g_autoptr (GArray) candidates = candidates_new ();
  g_autoptr (HearthStatement) statement = NULL;
  HearthStep step = HEARTH_STEP_DONE;

  if (!question->words[0])
    return g_steal_pointer (&candidates);
  statement = ask_names (question, error);
  if (!statement)
    return NULL;
  while (candidates->len < MOST_NAMES && (step = hearth_statement_step (statement, error)) == HEARTH_STEP_ROW)
    take_candidate (question, statement, (HearthTier) hearth_statement_get_int64 (statement, 6), candidates);
  return step == HEARTH_STEP_ERROR ? NULL : g_steal_pointer (&candidates);
}

/** Whether this reader may see an indexed field of just @tier in any type. */
static bool
has_tier (HearthStore *store, HearthTier tier)
{
  unsigned int n_types;
  const HearthRecordType *const *types = hearth_records_get_types (&n_types);

  for (guint t = 0; t < n_types; t++)
    for (guint i = 0; i < types[t]->n_fields; i++)
      if (hearth_search_takes_field (types[t], &types[t]->fields[i], HEARTH_SEARCH_ALL) &&
          hearth_record_type_get_field_tier (types[t], &types[t]->fields[i]) == tier &&
          hearth_store_may_read_field (store, types[t], &types[t]->fields[i], NULL))
        return true;
  return false;
}

static bool
cursor_step (Cursor *cursor, GError **error)
{
  HearthStep step = hearth_statement_step (cursor->statement, error);

  cursor->row = step == HEARTH_STEP_ROW ? hearth_statement_get_int64 (cursor->statement, 0) : 0;
  return step != HEARTH_STEP_ERROR;
}

static bool
open_cursors (HearthQuestion *question, GError **error)
{
  question->cursors = g_ptr_array_new_with_free_func ((GDestroyNotify) cursor_free);
  for (HearthTier tier = HEARTH_TIER_HOUSE; tier <= HEARTH_TIER_CLINICAL && !question->short_word; tier++)
    {
      HearthStatement *statement;
      Cursor *cursor;

      if (!question->words[0] || !has_tier (question->store, tier))
        continue;
      statement = hearth_db_prepare (question->store->db, find_in_tier[tier], error);
      if (!statement)
        return false;
      hearth_statement_bind_text (statement, 1, question->match);
      bind_rows (question, statement);
      cursor = g_new0 (Cursor, 1);
      *cursor = (Cursor) { .statement = statement, .tier = tier };
      g_ptr_array_add (question->cursors, cursor);
      if (!cursor_step (cursor, error))
        return false;
    }
  return true;
}

/** The cursor at the newest row; of several the one of the lowest tier. NULL at the end. */
static Cursor *
get_newest (HearthQuestion *question)
{
  Cursor *newest = NULL;

  for (guint i = 0; i < question->cursors->len; i++)
    {
      Cursor *cursor = g_ptr_array_index (question->cursors, i);

      if (cursor->row > 0 && (!newest || cursor->row > newest->row))
        newest = cursor;
    }
  return newest;
}

/** Moves every cursor past @row. */
static bool
pass (HearthQuestion *question, gint64 row, GError **error)
{
  for (guint i = 0; i < question->cursors->len; i++)
    {
      Cursor *cursor = g_ptr_array_index (question->cursors, i);

      if (cursor->row == row && !cursor_step (cursor, error))
        return false;
    }
  return true;
}

GArray *
hearth_question_find_next (HearthQuestion *question, guint most, GError **error)
{
  g_autoptr (GArray) candidates = candidates_new ();
  Cursor *cursor;

  if (!question->cursors && !open_cursors (question, error))
    return NULL;
  while (candidates->len < most && (cursor = get_newest (question)))
    {
      gint64 row = cursor->row;

      take_candidate (question, cursor->statement, cursor->tier, candidates);
      if (!pass (question, row, error))
        return NULL;
    }
  return g_steal_pointer (&candidates);
}

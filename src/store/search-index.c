/* SPDX-License-Identifier: GPL-3.0-or-later
 * Keeping the search tables as the records are.
 */
#define G_LOG_DOMAIN "hearth-store"

#include "store/search-text.h"
#include "store/store-private.h"

/** What is asked of one full-text table. */
typedef struct {
  const char *select;
  const char *delete;
  const char *insert;
} Table;

#define TABLE(name)                                                                        \
  { "SELECT body FROM " name " WHERE rowid = ?1", "DELETE FROM " name " WHERE rowid = ?1", \
    "INSERT INTO " name " (rowid, body) VALUES (?1, ?2)" }

static const Table tier_tables[] = {
  [HEARTH_TIER_HOUSE] = TABLE ("search_1"),
  [HEARTH_TIER_CARE] = TABLE ("search_2"),
  [HEARTH_TIER_CASE] = TABLE ("search_3"),
  [HEARTH_TIER_CLINICAL] = TABLE ("search_4"),
};
static const Table name_table = TABLE ("search_name");

static bool
run (HearthDb *db, const char *sql, gint64 row, const char *text, GError **error)
{
  g_autoptr (HearthStatement) statement = hearth_db_prepare (db, sql, error);

  if (!statement)
    return false;
  hearth_statement_bind_int64 (statement, 1, row);
  if (text)
    hearth_statement_bind_text (statement, 2, text);
  return hearth_statement_run (statement, error);
}

/** @old: (out) (transfer full): what is indexed at @row, NULL for nothing */
static bool
look_up (HearthDb *db, const Table *table, gint64 row, char **old, GError **error)
{
  g_autoptr (HearthStatement) statement = hearth_db_prepare (db, table->select, error);
  HearthStep step;

  *old = NULL;
  if (!statement)
    return false;
  hearth_statement_bind_int64 (statement, 1, row);
  step = hearth_statement_step (statement, error);
  if (step == HEARTH_STEP_ROW)
    *old = g_strdup (hearth_statement_get_text (statement, 0));
  return step != HEARTH_STEP_ERROR;
}

/** Makes @text what is indexed at @row; most saves change nothing here, which then costs one look. */
static bool
replace (HearthDb *db, const Table *table, gint64 row, const char *text, GError **error)
{
  g_autofree char *old = NULL;

  if (!look_up (db, table, row, &old, error))
    return false;
  if (g_str_equal (old ? old : "", text))
    return true;
  if (old && !run (db, table->delete, row, NULL, error))
    return false;
  return !*text || run (db, table->insert, row, text, error);
}

static bool
replace_words (HearthDb *db, gint64 row, const char *names, GError **error)
{
  g_auto (GStrv) words = g_strsplit_set (names, " \n", -1);

  if (!run (db, "DELETE FROM search_word WHERE row = ?1", row, NULL, error))
    return false;
  for (guint i = 0; words[i]; i++)
    if (*words[i] &&
        !run (db, "INSERT OR IGNORE INTO search_word (row, word) VALUES (?1, ?2)", row, words[i], error))
      return false;
  return true;
}

/** The text to index at @tier: "" when no field of just this tier adds to what the lower ones have (@lower). */
static char *
make_text (HearthRecord *record, HearthTier tier, HearthSearchPart part, char **lower)
{
  char *text = hearth_search_dup_text (record, tier, part);

  if (g_str_equal (text, *lower))
    {
      g_free (text);
      return g_strdup ("");
    }
  g_set_str (lower, text);
  return text;
}

static bool
index_part (HearthDb *db, gint64 row, HearthRecord *record, HearthSearchPart part, bool *any, GError **error)
{
  const HearthRecordType *type = hearth_record_get_record_type (record);
  g_autofree char *lower = g_strdup ("");

  *any = false;
  for (HearthTier tier = HEARTH_TIER_HOUSE; tier <= HEARTH_TIER_CLINICAL; tier++)
    {
      g_autofree char *text = NULL;
      bool names = part == HEARTH_SEARCH_NAMES;

      if (!hearth_search_has_tier (type, tier, part))
        continue;
      *any = true;
      text = make_text (record, tier, part, &lower);
      if (!replace (db, names ? &name_table : &tier_tables[tier], names ? row * 8 + (gint64) tier : row, text,
                    error))
        return false;
    }
  return true;
}

bool
hearth_search_index_record (HearthDb *db, gint64 row, HearthRecord *record, GError **error)
{
  g_autofree char *names = NULL;
  bool has_text, has_names;

  if (!index_part (db, row, record, HEARTH_SEARCH_ALL, &has_text, error) ||
      !index_part (db, row, record, HEARTH_SEARCH_NAMES, &has_names, error))
    return false;
  if (!has_names)
    return true;
  names = hearth_search_dup_text (record, HEARTH_TIER_CLINICAL, HEARTH_SEARCH_NAMES);
  return replace_words (db, row, names, error);
}

/* SPDX-License-Identifier: GPL-3.0-or-later
 * Search over everything the reader may see.
 */
#define G_LOG_DOMAIN "hearth-store"

#include "store/search.h"

#include "store/search-find.h"

/* Rows put into the order of their events at a time, and looked at in all before a search gives up: a first page
 * comes at once however large the house is. */
#define ROWS_AT_A_TIME 1000
#define MOST_LOADED 2000
/* People are ranked among themselves: those whose title has the words first. */
#define MOST_PEOPLE_RANKED 200

void
hearth_search_hit_free (HearthSearchHit *hit)
{
  if (!hit)
    return;
  g_free (hit->id);
  g_free (hit->resident);
  g_free (hit->title);
  g_free (hit->subtitle);
  g_free (hit->resident_title);
  g_free (hit->snippet);
  g_free (hit->date);
  g_free (hit);
}

/** A search under way. */
typedef struct {
  HearthQuestion question;
  GPtrArray *hits; /* of HearthSearchHit */
  GHashTable *seen; /* rows looked at */
  GHashTable *titles; /* ids of residents → their titles */
  GHashTable *clinical; /* ids of hits of tiers 3 and 4 */
  guint n_loaded;
} Search;

static void
search_clear (Search *search)
{
  hearth_question_clear (&search->question);
  g_clear_pointer (&search->hits, g_ptr_array_unref);
  g_clear_pointer (&search->seen, g_hash_table_unref);
  g_clear_pointer (&search->titles, g_hash_table_unref);
  g_clear_pointer (&search->clinical, g_hash_table_unref);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Search, search_clear)

/** Whose file, or files; a resident's own record says that itself. */
static void
fill_in_files (Search *search, HearthSearchHit *hit, HearthRecord *record)
{
  g_auto (GStrv) files = hearth_record_dup_files (record);
  g_autofree char *link = g_strjoinv (" ", files);
  const char *known = g_hash_table_lookup (search->titles, link);

  if (!known)
    {
      known = hearth_store_dup_link_title (search->question.store, link);
      g_hash_table_insert (search->titles, g_strdup (link), (gpointer) known);
    }
  hit->resident = g_strdup (files[0] ? files[0] : "");
  hit->resident_title = g_strdup (known);
}

static void
add_hit (Search *search, const HearthCandidate *candidate, HearthRecord *record)
{
  HearthSearchHit *hit = g_new0 (HearthSearchHit, 1);

  hit->id = g_strdup (hearth_record_get_id (record));
  hit->type = candidate->type;
  hit->title = hearth_record_dup_title (record);
  hit->subtitle = hearth_record_dup_subtitle (record);
  fill_in_files (search, hit, record);
  hit->snippet = hearth_search_dup_snippet (record, (const char *const *) search->question.words);
  hit->date = hearth_record_dup_event_date (record);
  if (candidate->tier >= HEARTH_TIER_CLINICAL || candidate->type->tier >= HEARTH_TIER_CLINICAL)
    g_hash_table_add (search->clinical, g_strdup (hit->id));
  g_ptr_array_add (search->hits, hit);
}

/** @record: (out) (transfer full): the candidate's as this reader sees it, when the words are in that; else NULL */
static bool
load_match (HearthQuestion *question, const HearthCandidate *candidate, HearthRecord **record, GError **error)
{
  if (!hearth_store_load_page (question->store, candidate->type, &candidate->row, 1, record, error))
    return false;
  if (*record && !hearth_search_matches (*record, (const char *const *) question->words))
    g_clear_object (record);
  return true;
}

/** Adds the hit at @candidate if it is one. */
static bool
look_at (Search *search, const HearthCandidate *candidate, GError **error)
{
  g_autoptr (HearthRecord) record = NULL;
  gint64 *key;

  if (g_hash_table_contains (search->seen, &candidate->row))
    return true;
  key = g_new (gint64, 1);
  *key = candidate->row;
  g_hash_table_add (search->seen, key);

  search->n_loaded++;
  if (!load_match (&search->question, candidate, &record, error))
    return false;
  if (record)
    add_hit (search, candidate, record);
  return true;
}

static bool
is_person (const HearthCandidate *candidate)
{
  return hearth_record_type_get_file (candidate->type, "id", NULL) != NULL;
}

static int
compare_names (gconstpointer a, gconstpointer b)
{
  const HearthCandidate *x = a, *y = b;

  if (is_person (x) != is_person (y))
    return is_person (x) ? -1 : 1;
  return (x->row < y->row) - (x->row > y->row);
}

static int
compare_events (gconstpointer a, gconstpointer b)
{
  const HearthCandidate *x = a, *y = b;
  int order = strcmp (y->event, x->event);

  return order ? order : (x->row < y->row) - (x->row > y->row);
}

static int
compare_people (gconstpointer a, gconstpointer b)
{
  const HearthSearchHit *x = *(HearthSearchHit *const *) a, *y = *(HearthSearchHit *const *) b;

  /* Where the title has the words, there is no snippet. */
  return (*x->snippet != '\0') - (*y->snippet != '\0');
}

static bool
find_names (Search *search, guint limit, GError **error)
{
  g_autoptr (GArray) names = hearth_question_find_names (&search->question, error);
  guint i = 0;

  if (!names)
    return false;
  g_array_sort (names, compare_names);
  for (; i < names->len && search->hits->len < MAX (limit, MOST_PEOPLE_RANKED); i++)
    {
      HearthCandidate *candidate = &g_array_index (names, HearthCandidate, i);

      if (!is_person (candidate))
        break;
      if (!look_at (search, candidate, error))
        return false;
    }
  g_ptr_array_sort (search->hits, compare_people);
  for (; i < names->len && search->hits->len < limit; i++)
    if (!look_at (search, &g_array_index (names, HearthCandidate, i), error))
      return false;
  return true;
}

static bool
find_text (Search *search, guint limit, GError **error)
{
  while (search->hits->len < limit && search->n_loaded < MOST_LOADED)
    {
      g_autoptr (GArray) rows = hearth_question_find_next (&search->question, ROWS_AT_A_TIME, error);

      if (!rows)
        return false;
      if (rows->len == 0)
        return true;
      g_array_sort (rows, compare_events);
      for (guint i = 0; i < rows->len && search->hits->len < limit && search->n_loaded < MOST_LOADED; i++)
        if (!look_at (search, &g_array_index (rows, HearthCandidate, i), error))
          return false;
    }
  return true;
}

/* --- the audit of searches ---------------------------------------------------- */

static GQuark
noted_quark (void)
{
  return g_quark_from_static_string ("hearth-search-noted");
}

/** Ids of the hits of tiers 3 and 4 that are given out. */
static GHashTable *
collect_clinical (Search *search)
{
  GHashTable *ids = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);

  for (guint i = 0; i < search->hits->len; i++)
    {
      const HearthSearchHit *hit = g_ptr_array_index (search->hits, i);

      if (g_hash_table_contains (search->clinical, hit->id))
        g_hash_table_add (ids, g_strdup (hit->id));
    }
  return ids;
}

static bool
is_part_of (GHashTable *ids, GHashTable *whole)
{
  GHashTableIter iter;
  gpointer id;

  if (!whole)
    return g_hash_table_size (ids) == 0;
  g_hash_table_iter_init (&iter, ids);
  while (g_hash_table_iter_next (&iter, &id, NULL))
    if (!g_hash_table_contains (whole, id))
      return false;
  return true;
}

/** Leaves an audit row with the ids of hits of tiers 3 and 4. A search that is typed on and only gets narrower is the
 * same search. The words are not kept: they may be a name. */
static bool
note_clinical (Search *search, GError **error)
{
  GObject *store = G_OBJECT (search->question.store);
  g_autoptr (GHashTable) ids = collect_clinical (search);
  g_auto (GStrv) list = NULL;
  g_autofree char *reason = NULL;

  if (is_part_of (ids, g_object_get_qdata (store, noted_quark ())))
    return true;
  list = (GStrv) g_hash_table_get_keys_as_array (ids, NULL);
  reason = g_strjoinv (" ", list);
  g_free (g_steal_pointer (&list)); /* its strings are the table's */
  if (!hearth_store_note (search->question.store, "search", NULL, NULL, reason, error))
    return false;
  g_object_set_qdata_full (store, noted_quark (), g_steal_pointer (&ids),
                           (GDestroyNotify) g_hash_table_unref);
  return true;
}

/* --- public ---------------------------------------------------------------------- */

GPtrArray *
hearth_store_search (HearthStore *store, const char *words, unsigned int limit, GError **error)
{
  g_auto (Search) search = { 0 };

  g_return_val_if_fail (HEARTH_IS_STORE (store), NULL);
  g_return_val_if_fail (words, NULL);

  if (!hearth_store_check_open (store, error) || !hearth_store_index_gathered (store, error))
    return NULL;
  hearth_question_init (&search.question, store, words);
  search.hits = g_ptr_array_new_with_free_func ((GDestroyNotify) hearth_search_hit_free);
  search.seen = g_hash_table_new_full (g_int64_hash, g_int64_equal, g_free, NULL);
  search.titles = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_free);
  search.clinical = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);

  if (!find_names (&search, limit, error) || !find_text (&search, limit, error))
    return NULL;
  if (search.hits->len > limit)
    g_ptr_array_set_size (search.hits, (int) limit);
  /* Reading is over before the audit row is written. */
  g_clear_pointer (&search.question.cursors, g_ptr_array_unref);
  if (!note_clinical (&search, error))
    return NULL;
  return g_steal_pointer (&search.hits);
}

/** Whether every field that is indexed of the candidate's type up to its tier may be read, so that what was found is
 * what this reader sees. The answer is remembered for the type, tier and files. */
static bool
sees_all (HearthStore *store, const HearthCandidate *candidate, GHashTable *answers)
{
  g_autofree char *files = candidate->files ? g_strjoinv (" ", candidate->files) : g_strdup ("?");
  g_autofree char *key = g_strdup_printf ("%s %d %s", candidate->type->name, (int) candidate->tier, files);
  bool all = true;

  if (g_hash_table_contains (answers, key))
    return GPOINTER_TO_INT (g_hash_table_lookup (answers, key));
  for (guint i = 0; i < candidate->type->n_fields && all; i++)
    {
      const HearthField *field = &candidate->type->fields[i];

      if (hearth_search_takes_field (candidate->type, field, HEARTH_SEARCH_ALL) &&
          hearth_record_type_get_field_tier (candidate->type, field) <= candidate->tier)
        all = hearth_store_may_read_field_in (store, candidate->type, field,
                                              (const char *const *) candidate->files);
    }
  g_hash_table_insert (answers, g_steal_pointer (&key), GINT_TO_POINTER (all));
  return all;
}

static bool
take_rows (HearthQuestion *question, GArray *candidates, GHashTable *answers, GArray *rows, GError **error)
{
  for (guint i = 0; i < candidates->len; i++)
    {
      const HearthCandidate *candidate = &g_array_index (candidates, HearthCandidate, i);
      g_autoptr (HearthRecord) record = NULL;
      bool sure = !question->short_word && sees_all (question->store, candidate, answers);

      if (!sure && !load_match (question, candidate, &record, error))
        return false;
      if (sure || record)
        g_array_append_val (rows, candidate->row);
    }
  return true;
}

static int
compare_rows (gconstpointer a, gconstpointer b)
{
  gint64 x = *(const gint64 *) a, y = *(const gint64 *) b;

  return (x > y) - (x < y);
}

GArray *
hearth_search_find_rows (HearthStore *store, const char *words, gint64 only_row, GError **error)
{
  g_auto (HearthQuestion) question = { 0 };
  g_autoptr (GArray) rows = g_array_new (FALSE, FALSE, sizeof (gint64));
  g_autoptr (GHashTable) answers = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  bool more = true;

  if (!hearth_store_index_gathered (store, error))
    return NULL;
  hearth_question_init (&question, store, words);
  question.with_errors = true;
  question.only_row = only_row;
  while (more)
    {
      g_autoptr (GArray) found = question.short_word
                                   ? hearth_question_find_names (&question, error)
                                   : hearth_question_find_next (&question, ROWS_AT_A_TIME, error);

      if (!found || !take_rows (&question, found, answers, rows, error))
        return NULL;
      more = found->len > 0 && !question.short_word;
    }
  g_array_sort (rows, compare_rows);
  return g_steal_pointer (&rows);
}

/* SPDX-License-Identifier: GPL-3.0-or-later
 * Where each resident is: what stays, leaves, missing episodes and the daily log say together.
 */
#define G_LOG_DOMAIN "hearth-rules"

#include "config.h"

#include "rules/whereabouts.h"

#include "core/date.h"
#include "records/types.h"
#include "rules/reader-private.h"
#include "rules/residence-private.h"
#include "rules/shift.h"

#include <glib/gi18n-lib.h>

/* Nobody is out longer than this without a decision that is renewed. */
#define LONGEST_LEAVE_DAYS 366

static const struct {
  const char *label;
  const char *presence;
} wheres[] = {
  [HEARTH_WHERE_HERE] = { N_ ("In the house"), "present" },
  [HEARTH_WHERE_SCHOOL] = { N_ ("At school or work"), "school" },
  [HEARTH_WHERE_APPOINTMENT] = { N_ ("At an appointment"), "appointment" },
  [HEARTH_WHERE_LEAVE] = { N_ ("On leave"), "leave" },
  [HEARTH_WHERE_LATE] = { N_ ("Not back yet"), "leave" },
  [HEARTH_WHERE_HOSPITAL] = { N_ ("In hospital"), "hospital" },
  [HEARTH_WHERE_MISSING] = { N_ ("Missing"), "away" },
};

const char *
hearth_where_get_label (HearthWhere where)
{
  g_return_val_if_fail ((gsize) where < G_N_ELEMENTS (wheres), "");

  return _ (wheres[where].label);
}

const char *
hearth_where_get_presence (HearthWhere where)
{
  g_return_val_if_fail ((gsize) where < G_N_ELEMENTS (wheres), "");

  return wheres[where].presence;
}

void
hearth_whereabouts_free (HearthWhereabouts *whereabouts)
{
  if (whereabouts == NULL)
    return;
  g_clear_object (&whereabouts->resident);
  g_clear_object (&whereabouts->record);
  g_free (whereabouts->since);
  g_free (whereabouts->due_back);
  g_free (whereabouts);
}

/* --- what each kind of record says --------------------------------------------------------------- */

static void
say (HearthWhereabouts *whereabouts,
     HearthWhere where,
     HearthRecord *record,
     const char *since,
     const char *due_back)
{
  whereabouts->where = where;
  g_set_object (&whereabouts->record, record);
  g_set_str (&whereabouts->since, since);
  g_set_str (&whereabouts->due_back, due_back);
}

/* Whether something that lasts from @since until @until ("": it still does) lasts at @at. */
static bool
lasts (const char *since, const char *until, const char *at)
{
  return *since != '\0' && hearth_instant_compare (since, at) <= 0 &&
         (*until == '\0' || hearth_instant_compare (until, at) > 0);
}

static void
say_entry (HearthWhereabouts *whereabouts, HearthRecord *entry, const char *at)
{
  static const HearthWhere known[] = { HEARTH_WHERE_SCHOOL, HEARTH_WHERE_APPOINTMENT, HEARTH_WHERE_LEAVE,
                                       HEARTH_WHERE_HOSPITAL, HEARTH_WHERE_MISSING };

  for (gsize i = 0; i < G_N_ELEMENTS (known); i++)
    if (g_str_equal (hearth_record_get (entry, "presence"), wheres[known[i]].presence))
      say (whereabouts, known[i], entry, "", "");
}

/* Whether somebody came back at @back, after the log of the shift was written that says they are away. */
static bool
is_back_since (const HearthWhereabouts *whereabouts, const char *back, const char *at)
{
  HearthRecord *entry = whereabouts->record;
  const char *written;

  if (entry == NULL || hearth_record_get_record_type (entry) != &hearth_daily_log_type || *back == '\0' ||
      hearth_instant_compare (back, at) > 0)
    return false;
  written = hearth_record_has (entry, "changed_at") ? hearth_record_get (entry, "changed_at")
                                                    : hearth_record_get (entry, "created_at");
  return hearth_instant_compare (written, back) <= 0;
}

static void
say_leave (HearthWhereabouts *whereabouts, HearthRecord *leave, const char *at)
{
  const char *kind = hearth_record_get (leave, "kind"), *out = hearth_record_get (leave, "out_at"),
             *due = hearth_record_get (leave, "due_back");
  HearthWhere where = HEARTH_WHERE_LEAVE;

  if (is_back_since (whereabouts, hearth_record_get (leave, "back_at"), at))
    say (whereabouts, HEARTH_WHERE_HERE, NULL, "", "");
  if (!lasts (out, hearth_record_get (leave, "back_at"), at))
    return;
  if (*due != '\0' && hearth_instant_compare (due, at) < 0)
    where = HEARTH_WHERE_LATE;
  else if (g_str_equal (kind, "school") || g_str_equal (kind, "work"))
    where = HEARTH_WHERE_SCHOOL;
  else if (g_str_equal (kind, "appointment"))
    where = HEARTH_WHERE_APPOINTMENT;
  say (whereabouts, where, leave, out, due);
}

static void
say_episode (HearthWhereabouts *whereabouts, HearthRecord *episode, const char *at)
{
  const char *since = hearth_record_get (episode, "last_seen_at"),
             *found = hearth_record_get (episode, "found_at");

  if (is_back_since (whereabouts, found, at))
    say (whereabouts, HEARTH_WHERE_HERE, NULL, "", "");
  if (lasts (since, found, at))
    say (whereabouts, HEARTH_WHERE_MISSING, episode, since, "");
}

static void
say_stay (HearthWhereabouts *whereabouts, HearthRecord *stay)
{
  if (stay != NULL && g_str_equal (hearth_record_get (stay, "placement"), "hospital"))
    say (whereabouts, HEARTH_WHERE_HOSPITAL, stay, "", "");
}

/* --- the house ------------------------------------------------------------------------------------- */

typedef void (*SayFunc) (HearthWhereabouts *whereabouts, HearthRecord *record, const char *at);

/* The later of two records of one resident speaks last. */
static bool
ask (HearthStore *store,
     HearthQuery *query,
     GHashTable *by_resident,
     SayFunc say_record,
     const char *at,
     GError **error)
{
  g_autoptr (GPtrArray) records = hearth_reader_list (store, query, error);

  for (guint i = records != NULL ? records->len : 0; i > 0; i--)
    {
      HearthRecord *record = g_ptr_array_index (records, i - 1);
      HearthWhereabouts *whereabouts = g_hash_table_lookup (by_resident, hearth_record_get_resident (record));

      if (whereabouts != NULL)
        say_record (whereabouts, record, at);
    }
  return records != NULL;
}

/* The log of the shift at @at. */
static bool
ask_entries (HearthStore *store,
             const char *resident,
             GHashTable *by_resident,
             const char *at,
             GError **error)
{
  g_autoptr (HearthShift) shift = hearth_shift_new_at (store, at);
  g_autoptr (HearthQuery) query = hearth_query_new (&hearth_daily_log_type);
  const char *codes[] = { shift != NULL ? shift->code : "", NULL };

  if (shift == NULL)
    return true;
  hearth_query_set_resident (query, resident);
  hearth_query_set_period (query, shift->date, shift->date);
  hearth_query_set_filter (query, "shift", codes);
  return ask (store, query, by_resident, say_entry, at, error);
}

/* Leaves are asked by when somebody went, which is not the day they were planned for. */
static bool
ask_leaves (HearthStore *store, const char *resident, GHashTable *by_resident, const char *at, GError **error)
{
  g_autoptr (HearthQuery) query = hearth_query_new (&hearth_leave_type);
  g_autofree char *day = hearth_instant_dup_date (at);
  g_autofree char *from = hearth_date_add_days (day, -LONGEST_LEAVE_DAYS);

  hearth_query_set_resident (query, resident);
  hearth_query_set_range (query, "out_at", from, at);
  hearth_query_set_sort (query, "out_at", true);
  return ask (store, query, by_resident, say_leave, at, error);
}

static bool
ask_episodes (HearthStore *store,
              const char *resident,
              GHashTable *by_resident,
              const char *at,
              GError **error)
{
  g_autoptr (HearthQuery) query = hearth_query_new (&hearth_missing_episode_type);

  hearth_query_set_resident (query, resident);
  return ask (store, query, by_resident, say_episode, at, error);
}

static GPtrArray *
list (HearthStore *store, const char *resident, const char *at, GError **error)
{
  g_autofree char *day = hearth_instant_dup_date (at);
  g_autoptr (GPtrArray) residences = hearth_residences_list (store, day, day, error);
  g_autoptr (GHashTable) by_resident = g_hash_table_new (g_str_hash, g_str_equal);
  g_autoptr (GPtrArray) all = NULL;

  if (residences == NULL)
    return NULL;
  all = g_ptr_array_new_with_free_func ((GDestroyNotify) hearth_whereabouts_free);
  for (guint i = 0; i < residences->len; i++)
    {
      const HearthResidence *residence = g_ptr_array_index (residences, i);
      HearthWhereabouts *whereabouts = g_new0 (HearthWhereabouts, 1);

      whereabouts->resident = g_object_ref (residence->resident);
      say (whereabouts, HEARTH_WHERE_HERE, NULL, "", "");
      g_ptr_array_add (all, whereabouts);
      g_hash_table_insert (by_resident, (gpointer) hearth_record_get_id (residence->resident), whereabouts);
    }
  if (!ask_entries (store, resident, by_resident, at, error) ||
      !ask_leaves (store, resident, by_resident, at, error))
    return NULL;
  for (guint i = 0; i < residences->len; i++)
    say_stay (g_ptr_array_index (all, i), ((HearthResidence *) g_ptr_array_index (residences, i))->stay);
  return ask_episodes (store, resident, by_resident, at, error) ? g_steal_pointer (&all) : NULL;
}

GPtrArray *
hearth_whereabouts_list (HearthStore *store, const char *at, GError **error)
{
  g_autofree char *now = NULL;

  g_return_val_if_fail (HEARTH_IS_STORE (store), NULL);

  now = hearth_clock_stamp (hearth_store_get_clock (store));
  return list (store, NULL, at != NULL ? at : now, error);
}

HearthWhereabouts *
hearth_whereabouts_look_up (HearthStore *store, const char *resident, GError **error)
{
  g_autofree char *now = NULL;
  g_autoptr (GPtrArray) all = NULL;

  g_return_val_if_fail (HEARTH_IS_STORE (store), NULL);
  g_return_val_if_fail (resident != NULL, NULL);

  now = hearth_clock_stamp (hearth_store_get_clock (store));
  all = list (store, resident, now, error);
  for (guint i = 0; all != NULL && i < all->len; i++)
    {
      const HearthWhereabouts *whereabouts = g_ptr_array_index (all, i);

      if (g_str_equal (hearth_record_get_id (whereabouts->resident), resident))
        return g_ptr_array_steal_index (all, i);
    }
  return NULL;
}

HearthHeadcount
hearth_headcount (GPtrArray *whereabouts)
{
  HearthHeadcount count = { 0 };

  g_return_val_if_fail (whereabouts != NULL, count);

  for (guint i = 0; i < whereabouts->len; i++)
    {
      HearthWhere where = ((const HearthWhereabouts *) g_ptr_array_index (whereabouts, i))->where;

      if (where == HEARTH_WHERE_HERE)
        count.present++;
      else if (where == HEARTH_WHERE_MISSING)
        count.missing++;
      else
        count.away++;
      count.late += where == HEARTH_WHERE_LATE ? 1 : 0;
    }
  count.expected = whereabouts->len;
  return count;
}

/* @number: (transfer full) */
static void
append_number (GString *words, unsigned int n, char *number)
{
  if (n > 0)
    g_string_append_printf (words, "%s%s", words->len > 0 ? " · " : "", number);
  g_free (number);
}

char *
hearth_headcount_dup_words (const HearthHeadcount *count)
{
  GString *words = g_string_new (NULL);

  g_return_val_if_fail (count != NULL, g_string_free_and_steal (words));

  /* Translators: these and the next say how many residents; in one line with dots between */
  append_number (words, count->present, g_strdup_printf (_ ("%u in the house"), count->present));
  append_number (words, count->away, g_strdup_printf (_ ("%u away"), count->away));
  append_number (words, count->late, g_strdup_printf (_ ("%u late"), count->late));
  append_number (words, count->missing, g_strdup_printf (_ ("%u missing"), count->missing));
  return g_string_free_and_steal (words);
}

/* --- leaves ------------------------------------------------------------------------------------------ */

GPtrArray *
hearth_leaves_list_asked (HearthStore *store, GError **error)
{
  static const char *const asked[] = { "asked", NULL };
  g_autoptr (HearthQuery) query = NULL;

  g_return_val_if_fail (HEARTH_IS_STORE (store), NULL);

  query = hearth_query_new (&hearth_leave_type);
  hearth_query_set_filter (query, "decision", asked);
  hearth_query_set_sort (query, "leaves_at", false);
  return hearth_reader_list (store, query, error);
}

bool
hearth_leave_may_decide (HearthStore *store)
{
  const HearthRole *role;

  g_return_val_if_fail (HEARTH_IS_STORE (store), false);

  role = hearth_reader_get_role (store);
  return role != NULL && hearth_role_decides_leave (role);
}

bool
hearth_leave_note (HearthStore *store, HearthRecord *leave, bool out, GError **error)
{
  g_autofree char *now = NULL;
  g_autoptr (HearthRecord) changed = NULL;

  g_return_val_if_fail (HEARTH_IS_STORE (store), false);
  g_return_val_if_fail (HEARTH_IS_RECORD (leave), false);

  now = hearth_clock_stamp (hearth_store_get_clock (store));
  changed = hearth_record_copy (leave);
  hearth_record_set (changed, out ? "out_at" : "back_at", now);
  return hearth_store_save (store, changed, NULL, NULL, error);
}

/* SPDX-License-Identifier: GPL-3.0-or-later
 * Who may see one resident's file: limits to named people, conflicts of interest, openings in an emergency.
 */
#define G_LOG_DOMAIN "hearth-rules"

#include "config.h"

#include "rules/file-limits.h"

#include "core/date.h"
#include "records/types.h"
#include "rules/emergency.h"
#include "rules/file-limits-private.h"
#include "rules/role.h"
#include "store/audit.h"
#include "store/unasked.h"

#include <glib/gi18n-lib.h>
#include <string.h>

/** An opening in an emergency of the account's own. */
typedef struct {
  char *id;
  char *from, *until; /* instants */
  gint64 ends;        /* in seconds since the computer was started, which nobody sets back; -1: not known */
} Opening;

struct _HearthFileLimits {
  HearthClock *clock;
  char *account;
  GHashTable *limits;   /* id of a resident → GPtrArray of HearthRecord */
  GHashTable *openings; /* id of a resident → Opening, the one that ends last */
  GHashTable *settled;  /* id of a resident → what was answered when that was last asked */
};

/* --- limits ------------------------------------------------------------------------------- */

static bool
holds (HearthRecord *limit, const char *day)
{
  const char *until = hearth_record_get (limit, "until");

  return strcmp (hearth_record_get (limit, "start"), day) <= 0 &&
         (*until == '\0' || strcmp (until, day) >= 0);
}

HearthFileState
hearth_file_limits_judge (GPtrArray *limits, const char *account, const char *day)
{
  bool is_limited = false, is_named = false;

  for (guint i = 0; limits != NULL && i < limits->len; i++)
    {
      HearthRecord *limit = g_ptr_array_index (limits, i);
      bool is_own = g_str_equal (hearth_record_get (limit, "person"), account);

      if (!holds (limit, day))
        continue;
      if (g_str_equal (hearth_record_get (limit, "kind"), "named"))
        {
          is_limited = true;
          is_named |= is_own;
        }
      else if (is_own)
        return HEARTH_FILE_CONFLICT;
    }
  return is_limited && !is_named ? HEARTH_FILE_LIMITED : HEARTH_FILE_OPEN;
}

GHashTable *
hearth_file_limits_read (HearthStore *store, GError **error)
{
  g_autoptr (GPtrArray) all = hearth_store_read_unasked (store, &hearth_file_limit_type, NULL, NULL, error);
  GHashTable *limits;

  if (all == NULL)
    return NULL;
  limits = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, (GDestroyNotify) g_ptr_array_unref);
  for (guint i = 0; i < all->len; i++)
    {
      HearthRecord *limit = g_ptr_array_index (all, i);
      const char *resident = hearth_record_get_resident (limit);
      GPtrArray *of_file = g_hash_table_lookup (limits, resident);

      if (of_file == NULL)
        {
          of_file = g_ptr_array_new_with_free_func (g_object_unref);
          g_hash_table_insert (limits, g_strdup (resident), of_file);
        }
      g_ptr_array_add (of_file, g_object_ref (limit));
    }
  return limits;
}

/* --- openings ------------------------------------------------------------------------------ */

static void
opening_free (gpointer data)
{
  Opening *opening = data;

  g_free (opening->id);
  g_free (opening->from);
  g_free (opening->until);
  g_free (opening);
}

static gint64
count_seconds (HearthClock *clock, const char *until)
{
  g_autoptr (GDateTime) now = hearth_clock_now (clock);
  g_autoptr (GDateTime) then = hearth_instant_to_date_time (until);

  return then != NULL ? g_date_time_difference (then, now) / G_USEC_PER_SEC : 0;
}

/* Instants sort as text. */
static bool
runs (const Opening *opening, HearthClock *clock)
{
  g_autofree char *now = hearth_clock_stamp (clock);
  bool is_over = opening->ends >= 0 && hearth_clock_get_boot_seconds (clock) >= opening->ends;

  return !is_over && strcmp (opening->from, now) <= 0 && strcmp (now, opening->until) < 0;
}

/* By the computer's own measure where that tells when the opening was made: whoever sets the clock back and signs in again
 * has not more time. */
static gint64
count_left (HearthStore *store, HearthClock *clock, const Opening *opening)
{
  gint64 age = hearth_store_measure_age (store, opening->id);

  return age >= 0 ? HEARTH_EMERGENCY_MINUTES * 60 - MIN (age, HEARTH_EMERGENCY_MINUTES * 60)
                  : count_seconds (clock, opening->until);
}

/* @known: the one of the same record, read before: it ends then also when the clock was set back since. */
static Opening *
opening_new (HearthRecord *access, HearthStore *store, HearthClock *clock, const Opening *known)
{
  Opening *opening = g_new0 (Opening, 1);
  const char *until = hearth_record_get (access, "until");
  gint64 started = hearth_clock_get_boot_seconds (clock);

  opening->id = g_strdup (hearth_record_get_id (access));
  opening->from = g_strdup (hearth_record_get (access, "opened_at"));
  opening->until = g_strdup (until);
  if (known != NULL && g_str_equal (known->id, opening->id))
    opening->ends = known->ends;
  else
    opening->ends = started >= 0 ? started + count_left (store, clock, opening) : -1;
  return opening;
}

static GHashTable *
read_openings (HearthFileLimits *self, HearthStore *store, GError **error)
{
  g_autoptr (GPtrArray) all =
    hearth_store_read_unasked (store, &hearth_emergency_access_type, "person", self->account, error);
  GHashTable *openings;

  if (all == NULL)
    return NULL;
  openings = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, opening_free);
  for (guint i = 0; i < all->len; i++)
    {
      HearthRecord *access = g_ptr_array_index (all, i);
      const char *resident = hearth_record_get_resident (access);
      const Opening *later = g_hash_table_lookup (openings, resident);
      const Opening *known = self->openings != NULL ? g_hash_table_lookup (self->openings, resident) : NULL;

      if (later == NULL || strcmp (later->until, hearth_record_get (access, "until")) < 0)
        g_hash_table_insert (openings, g_strdup (resident), opening_new (access, store, self->clock, known));
    }
  return openings;
}

/* --- the whole ------------------------------------------------------------------------------- */

HearthFileLimits *
hearth_file_limits_new (HearthStore *store, const char *account, GError **error)
{
  g_autoptr (HearthFileLimits) self = NULL;

  g_return_val_if_fail (HEARTH_IS_STORE (store), NULL);
  g_return_val_if_fail (account != NULL, NULL);

  self = g_new0 (HearthFileLimits, 1);
  self->clock = g_object_ref (hearth_store_get_clock (store));
  self->account = g_strdup (account);
  self->settled = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  if (!hearth_file_limits_reread (self, store, error))
    return NULL;
  hearth_file_limits_settle (self);
  return g_steal_pointer (&self);
}

void
hearth_file_limits_free (HearthFileLimits *self)
{
  if (self == NULL)
    return;
  g_clear_pointer (&self->limits, g_hash_table_unref);
  g_clear_pointer (&self->openings, g_hash_table_unref);
  g_clear_pointer (&self->settled, g_hash_table_unref);
  g_clear_object (&self->clock);
  g_free (self->account);
  g_free (self);
}

bool
hearth_file_limits_reread (HearthFileLimits *self, HearthStore *store, GError **error)
{
  g_autoptr (GHashTable) limits = hearth_file_limits_read (store, error);
  g_autoptr (GHashTable) openings = limits != NULL ? read_openings (self, store, error) : NULL;

  if (openings == NULL)
    return false;
  g_clear_pointer (&self->limits, g_hash_table_unref);
  g_clear_pointer (&self->openings, g_hash_table_unref);
  self->limits = g_steal_pointer (&limits);
  self->openings = g_steal_pointer (&openings);
  return true;
}

HearthFileState
hearth_file_limits_get (HearthFileLimits *self, const char *resident)
{
  GPtrArray *limits;
  g_autofree char *today = NULL;

  g_return_val_if_fail (self != NULL, HEARTH_FILE_CONFLICT);
  g_return_val_if_fail (resident != NULL, HEARTH_FILE_CONFLICT);

  /* Most files have none, and this is asked for every value that is shown. */
  limits = g_hash_table_lookup (self->limits, resident);
  if (limits == NULL)
    return HEARTH_FILE_OPEN;
  today = hearth_clock_today (self->clock);
  return hearth_file_limits_judge (limits, self->account, today);
}

bool
hearth_file_limits_has_named (HearthFileLimits *self, const char *resident)
{
  g_autofree char *today = hearth_clock_today (self->clock);

  /* Nobody is not named. */
  return hearth_file_limits_judge (g_hash_table_lookup (self->limits, resident), "", today) ==
         HEARTH_FILE_LIMITED;
}

const char *
hearth_file_limits_get_opening (HearthFileLimits *self, const char *resident)
{
  const Opening *opening;

  g_return_val_if_fail (self != NULL, NULL);
  g_return_val_if_fail (resident != NULL, NULL);

  opening = g_hash_table_lookup (self->openings, resident);
  if (opening == NULL || !runs (opening, self->clock) ||
      hearth_file_limits_get (self, resident) == HEARTH_FILE_CONFLICT)
    return NULL;
  return opening->until;
}

/* --- when answers change ------------------------------------------------------------------------ */

static bool
settle_all (HearthFileLimits *self, GHashTable *residents)
{
  GHashTableIter iter;
  gpointer resident;
  bool changed = false;

  g_hash_table_iter_init (&iter, residents);
  while (g_hash_table_iter_next (&iter, &resident, NULL))
    {
      bool is_opened = hearth_file_limits_get_opening (self, resident) != NULL;
      int answer = (int) hearth_file_limits_get (self, resident) << 1 | (is_opened ? 1 : 0);

      /* A file that nothing was known of was open. */
      if (GPOINTER_TO_INT (g_hash_table_lookup (self->settled, resident)) == answer)
        continue;
      g_hash_table_insert (self->settled, g_strdup (resident), GINT_TO_POINTER (answer));
      changed = true;
    }
  return changed;
}

bool
hearth_file_limits_settle (HearthFileLimits *self)
{
  g_autoptr (GHashTable) residents = g_hash_table_new (g_str_hash, g_str_equal);
  GHashTable *const tables[] = { self->limits, self->openings, self->settled };

  for (gsize i = 0; i < G_N_ELEMENTS (tables); i++)
    {
      GHashTableIter iter;
      gpointer resident;

      g_hash_table_iter_init (&iter, tables[i]);
      while (g_hash_table_iter_next (&iter, &resident, NULL))
        g_hash_table_add (residents, resident);
    }
  return settle_all (self, residents);
}

static gint64
count_seconds_to_midnight (HearthClock *clock)
{
  g_autoptr (GDateTime) now = hearth_clock_now (clock);
  g_autoptr (GDateTime) tomorrow = g_date_time_add_days (now, 1);
  g_autoptr (GDateTime) midnight =
    g_date_time_new (g_date_time_get_timezone (tomorrow), g_date_time_get_year (tomorrow),
                     g_date_time_get_month (tomorrow), g_date_time_get_day_of_month (tomorrow), 0, 0, 0);

  return g_date_time_difference (midnight, now) / G_USEC_PER_SEC;
}

static bool
has_dated (GHashTable *limits, const char *today)
{
  GHashTableIter iter;
  gpointer value;

  g_hash_table_iter_init (&iter, limits);
  while (g_hash_table_iter_next (&iter, NULL, &value))
    for (guint i = 0; i < ((GPtrArray *) value)->len; i++)
      {
        HearthRecord *limit = g_ptr_array_index ((GPtrArray *) value, i);

        if (strcmp (hearth_record_get (limit, "start"), today) > 0 ||
            strcmp (hearth_record_get (limit, "until"), today) >= 0)
          return true;
      }
  return false;
}

gint64
hearth_file_limits_count_seconds (HearthFileLimits *self)
{
  g_autofree char *today = hearth_clock_today (self->clock);
  gint64 seconds = has_dated (self->limits, today) ? count_seconds_to_midnight (self->clock) : -1;
  GHashTableIter iter;
  gpointer value;

  g_hash_table_iter_init (&iter, self->openings);
  while (g_hash_table_iter_next (&iter, NULL, &value))
    {
      const Opening *opening = value;

      if (runs (opening, self->clock))
        {
          gint64 left = MAX (count_seconds (self->clock, opening->until), 0);

          seconds = seconds < 0 ? left : MIN (seconds, left);
        }
    }
  return seconds;
}

/* --- the limits there are ------------------------------------------------------------------ */

GPtrArray *
hearth_file_limit_list (HearthStore *store, const char *resident)
{
  g_autoptr (HearthQuery) query = hearth_query_new (&hearth_file_limit_type);
  g_autofree char *today = hearth_clock_today (hearth_store_get_clock (store));
  g_autoptr (GListModel) all = NULL;
  GPtrArray *holding;

  hearth_query_set_resident (query, resident);
  all = hearth_store_list (store, query, NULL);
  if (all == NULL)
    return NULL;
  holding = g_ptr_array_new_with_free_func (g_object_unref);
  for (guint i = 0; i < g_list_model_get_n_items (all); i++)
    {
      g_autoptr (HearthRecord) limit = g_list_model_get_item (all, i);
      const char *until = limit != NULL ? hearth_record_get (limit, "until") : NULL;

      if (limit != NULL && hearth_record_is_open (limit) && (*until == '\0' || strcmp (until, today) >= 0))
        g_ptr_array_add (holding, g_steal_pointer (&limit));
    }
  return holding;
}

bool
hearth_file_limit_lift (HearthStore *store, HearthRecord *limit, GError **error)
{
  g_autofree char *today = hearth_clock_today (hearth_store_get_clock (store));
  g_autofree char *yesterday = hearth_date_add_days (today, -1);
  g_autoptr (HearthRecord) changed = NULL;

  /* The last day counts, so what began today has none on which it could end. */
  if (strcmp (hearth_record_get (limit, "start"), today) >= 0)
    return hearth_store_mark_in_error (store, limit, _ ("Lifted on the day it began"), error);
  changed = hearth_record_copy (limit);
  hearth_record_set (changed, "until", yesterday);
  return hearth_store_save (store, changed, NULL, NULL, error);
}

static bool
is_leader (HearthStore *store, const char *account)
{
  g_autoptr (HearthRecord) record = hearth_store_load (store, account, NULL);
  const HearthRole *role = record != NULL ? hearth_role_lookup (hearth_record_get (record, "role")) : NULL;

  return role != NULL && hearth_role_leads (role);
}

static bool
name_one (HearthStore *store,
          const char *resident,
          const char *account,
          const char *reason,
          GPtrArray **problems,
          GError **error)
{
  g_autoptr (HearthRecord) limit = hearth_record_new (&hearth_file_limit_type);
  g_autofree char *today = hearth_clock_today (hearth_store_get_clock (store));

  hearth_record_set (limit, "resident", resident);
  hearth_record_set (limit, "kind", "named");
  hearth_record_set (limit, "person", account);
  hearth_record_set (limit, "reason", reason);
  hearth_record_set (limit, "start", today);
  return hearth_store_save (store, limit, NULL, problems, error);
}

/* Those first who can lift a limit again: one of them has to be there whenever somebody else is named. */
static bool
name_all (HearthStore *store,
          const char *resident,
          const char *const *accounts,
          const char *reason,
          GPtrArray **problems,
          GError **error)
{
  for (int leaders = 1; leaders >= 0; leaders--)
    for (gsize i = 0; accounts[i] != NULL; i++)
      if (is_leader (store, accounts[i]) == (leaders == 1) &&
          !name_one (store, resident, accounts[i], reason, problems, error))
        return false;
  return true;
}

bool
hearth_file_limit_name (HearthStore *store,
                        const char *resident,
                        const char *const *accounts,
                        const char *reason,
                        GPtrArray **problems,
                        GError **error)
{
  g_return_val_if_fail (HEARTH_IS_STORE (store), false);
  g_return_val_if_fail (resident != NULL && accounts != NULL, false);

  if (!hearth_store_begin (store, error))
    return false;
  if (name_all (store, resident, accounts, reason, problems, error))
    return hearth_store_commit (store, error);
  hearth_store_roll_back (store);
  return false;
}

/* SPDX-License-Identifier: GPL-3.0-or-later
 * Rooms and beds: who sleeps where, what is free, and who may not share a room.
 */
#define G_LOG_DOMAIN "hearth-rules"

#include "config.h"

#include "rules/rooms.h"

#include "core/date.h"
#include "core/problem.h"
#include "records/types.h"
#include "rules/reader-private.h"
#include "rules/residence-private.h"
#include "store/unasked.h"

#include <glib/gi18n-lib.h>
#include <string.h>

/* Both the first night and the last count. */
static bool
overlaps (HearthRecord *bed, const char *from, const char *until)
{
  const char *start = hearth_record_get (bed, "start"), *end = hearth_record_get (bed, "end");

  return (*until == '\0' || strcmp (start, until) <= 0) && (*end == '\0' || strcmp (end, from) >= 0);
}

static bool
holds (HearthRecord *bed, const char *day)
{
  const char *start = hearth_record_get (bed, "start"), *end = hearth_record_get (bed, "end");

  return strcmp (start, day) <= 0 && (*end == '\0' || strcmp (end, day) >= 0);
}

/* --- the register ------------------------------------------------------------------------------------------ */

void
hearth_room_use_free (HearthRoomUse *use)
{
  if (use == NULL)
    return;
  g_clear_object (&use->room);
  g_clear_pointer (&use->beds, g_ptr_array_unref);
  g_free (use);
}

static bool
is_open_on (HearthRecord *room, const char *day)
{
  const char *closed = hearth_record_get (room, "closed_on");

  return *closed == '\0' || strcmp (closed, day) > 0;
}

static GPtrArray *
list_rooms (HearthStore *store, GError **error)
{
  g_autoptr (HearthQuery) query = hearth_query_new (&hearth_room_type);

  hearth_query_set_sort (query, "name", false);
  return hearth_reader_list (store, query, error);
}

static bool
may_see (HearthStore *store, HearthRecord *bed)
{
  return hearth_policy_may_read (hearth_store_get_policy (store), &hearth_bed_type, NULL,
                                 hearth_record_get_resident (bed));
}

static int
compare_numbers (gconstpointer a, gconstpointer b)
{
  return g_utf8_collate (hearth_record_get (*(HearthRecord *const *) a, "number"),
                         hearth_record_get (*(HearthRecord *const *) b, "number"));
}

static void
take_bed (HearthStore *store, HearthRoomUse *use, GHashTable *sleepers, HearthRecord *bed)
{
  HearthRecord *seen =
    may_see (store, bed) ? hearth_store_load (store, hearth_record_get_id (bed), NULL) : NULL;

  use->n_taken++;
  g_hash_table_add (sleepers, (gpointer) hearth_record_get_resident (bed));
  if (seen != NULL)
    g_ptr_array_add (use->beds, seen);
}

/* Whether two of @sleepers (ids) are named in one of @restrictions that holds on @day. */
static bool
are_kept_apart (GPtrArray *restrictions, GHashTable *sleepers, const char *day)
{
  for (guint i = 0; i < restrictions->len; i++)
    {
      HearthRecord *restriction = g_ptr_array_index (restrictions, i);
      g_auto (GStrv) ids = g_strsplit (hearth_record_get (restriction, "residents"), " ", -1);
      unsigned int n = 0;

      for (gsize j = 0; ids[j] != NULL; j++)
        n += g_hash_table_contains (sleepers, ids[j]) ? 1 : 0;
      if (n > 1 && holds (restriction, day))
        return true;
    }
  return false;
}

static HearthRoomUse *
use_new (HearthStore *store, HearthRecord *room, GPtrArray *beds, GPtrArray *restrictions, const char *day)
{
  HearthRoomUse *use = g_new0 (HearthRoomUse, 1);
  g_autoptr (GHashTable) sleepers = g_hash_table_new (g_str_hash, g_str_equal);

  use->room = g_object_ref (room);
  use->beds = g_ptr_array_new_with_free_func (g_object_unref);
  use->n_beds = (unsigned int) hearth_record_get_integer (room, "beds", 0);
  for (guint i = 0; i < beds->len; i++)
    {
      HearthRecord *bed = g_ptr_array_index (beds, i);

      if (holds (bed, day) && g_str_equal (hearth_record_get (bed, "room"), hearth_record_get_id (room)))
        take_bed (store, use, sleepers, bed);
    }
  g_ptr_array_sort (use->beds, compare_numbers);
  use->is_unsafe = are_kept_apart (restrictions, sleepers, day);
  return use;
}

/* Beds are counted without asking who may see whom: a bed that looks free and is not helps nobody. */
GPtrArray *
hearth_rooms_list (HearthStore *store, const char *day, GError **error)
{
  g_autoptr (GPtrArray) rooms = NULL;
  g_autoptr (GPtrArray) beds = NULL;
  g_autoptr (GPtrArray) restrictions = NULL;
  GPtrArray *uses;

  g_return_val_if_fail (HEARTH_IS_STORE (store), NULL);
  g_return_val_if_fail (day != NULL, NULL);

  rooms = list_rooms (store, error);
  beds = rooms != NULL ? hearth_store_read_unasked (store, &hearth_bed_type, NULL, NULL, error) : NULL;
  restrictions =
    beds != NULL ? hearth_store_read_unasked (store, &hearth_room_restriction_type, NULL, NULL, error) : NULL;
  if (restrictions == NULL)
    return NULL;
  uses = g_ptr_array_new_with_free_func ((GDestroyNotify) hearth_room_use_free);
  for (guint i = 0; i < rooms->len; i++)
    if (is_open_on (g_ptr_array_index (rooms, i), day))
      g_ptr_array_add (uses, use_new (store, g_ptr_array_index (rooms, i), beds, restrictions, day));
  return uses;
}

HearthRecord *
hearth_rooms_look_up_bed (HearthStore *store, const char *resident, const char *day, GError **error)
{
  g_autoptr (HearthQuery) query = NULL;
  g_autoptr (GPtrArray) beds = NULL;

  g_return_val_if_fail (HEARTH_IS_STORE (store), NULL);
  g_return_val_if_fail (resident != NULL && day != NULL, NULL);

  query = hearth_query_new (&hearth_bed_type);
  hearth_query_set_resident (query, resident);
  beds = hearth_reader_list (store, query, error);
  for (guint i = 0; beds != NULL && i < beds->len; i++)
    if (holds (g_ptr_array_index (beds, i), day))
      return g_ptr_array_steal_index (beds, i);
  return NULL;
}

GPtrArray *
hearth_rooms_list_without_bed (HearthStore *store, const char *day, GError **error)
{
  g_autoptr (GPtrArray) residences = NULL;
  g_autoptr (GPtrArray) beds = NULL;
  g_autoptr (GHashTable) with_bed = g_hash_table_new (g_str_hash, g_str_equal);
  GPtrArray *without;

  g_return_val_if_fail (HEARTH_IS_STORE (store), NULL);
  g_return_val_if_fail (day != NULL, NULL);

  residences = hearth_residences_list (store, day, day, error);
  beds = residences != NULL ? hearth_store_read_unasked (store, &hearth_bed_type, NULL, NULL, error) : NULL;
  if (beds == NULL)
    return NULL;
  for (guint i = 0; i < beds->len; i++)
    if (holds (g_ptr_array_index (beds, i), day))
      g_hash_table_add (with_bed, (gpointer) hearth_record_get_resident (g_ptr_array_index (beds, i)));
  without = g_ptr_array_new_with_free_func (g_object_unref);
  for (guint i = 0; i < residences->len; i++)
    {
      const HearthResidence *residence = g_ptr_array_index (residences, i);

      if (!g_hash_table_contains (with_bed, hearth_record_get_id (residence->resident)))
        g_ptr_array_add (without, g_object_ref (residence->resident));
    }
  return without;
}

/* --- who is kept apart ----------------------------------------------------------------------------------------- */

static bool
names (HearthRecord *restriction, const char *resident)
{
  g_auto (GStrv) ids = g_strsplit (hearth_record_get (restriction, "residents"), " ", -1);

  return g_strv_contains ((const char *const *) ids, resident);
}

/* Also those that the reader may not know of: to keep two people apart is for the house to do, not for one reader. */
static GHashTable *
read_kept_apart (HearthStore *store,
                 const char *resident,
                 const char *from,
                 const char *until,
                 GError **error)
{
  g_autoptr (GPtrArray) all =
    hearth_store_read_unasked (store, &hearth_room_restriction_type, NULL, NULL, error);
  GHashTable *apart;

  if (all == NULL)
    return NULL;
  apart = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  for (guint i = 0; i < all->len; i++)
    {
      HearthRecord *restriction = g_ptr_array_index (all, i);
      g_auto (GStrv) ids = g_strsplit (hearth_record_get (restriction, "residents"), " ", -1);

      if (!overlaps (restriction, from, until) || !names (restriction, resident))
        continue;
      for (gsize j = 0; ids[j] != NULL; j++)
        if (!g_str_equal (ids[j], resident))
          g_hash_table_add (apart, g_strdup (ids[j]));
    }
  return apart;
}

GStrv
hearth_rooms_list_kept_apart (HearthStore *store, const char *resident, const char *day, GError **error)
{
  g_autoptr (HearthQuery) query = NULL;
  g_autoptr (GPtrArray) restrictions = NULL;
  g_autoptr (GStrvBuilder) apart = g_strv_builder_new ();

  g_return_val_if_fail (HEARTH_IS_STORE (store), NULL);
  g_return_val_if_fail (resident != NULL && day != NULL, NULL);

  query = hearth_query_new (&hearth_room_restriction_type);
  hearth_query_set_resident (query, resident);
  restrictions = hearth_reader_list (store, query, error);
  if (restrictions == NULL)
    return NULL;
  for (guint i = 0; i < restrictions->len; i++)
    {
      g_auto (GStrv) ids =
        g_strsplit (hearth_record_get (g_ptr_array_index (restrictions, i), "residents"), " ", -1);

      for (gsize j = 0; holds (g_ptr_array_index (restrictions, i), day) && ids[j] != NULL; j++)
        if (!g_str_equal (ids[j], resident))
          g_strv_builder_add (apart, ids[j]);
    }
  return g_strv_builder_end (apart);
}

/* --- checks --------------------------------------------------------------------------------------------------- */

static bool
is_other (HearthRecord *one, HearthRecord *bed)
{
  return !g_str_equal (hearth_record_get_id (one), hearth_record_get_id (bed));
}

/* How many of @others are slept in on @day. */
static unsigned int
count_on (GPtrArray *others, const char *room, const char *day)
{
  unsigned int n = 0;

  for (guint i = 0; i < others->len; i++)
    {
      HearthRecord *other = g_ptr_array_index (others, i);

      if (g_str_equal (hearth_record_get (other, "room"), room) && holds (other, day))
        n++;
    }
  return n;
}

/* The room is fullest on a day on which somebody comes. */
static bool
fits (GPtrArray *others, HearthRecord *bed, unsigned int n_beds)
{
  const char *start = hearth_record_get (bed, "start"), *room = hearth_record_get (bed, "room");

  if (count_on (others, room, start) >= n_beds)
    return false;
  for (guint i = 0; i < others->len; i++)
    {
      const char *day = hearth_record_get (g_ptr_array_index (others, i), "start");

      if (holds (bed, day) && count_on (others, room, day) >= n_beds)
        return false;
    }
  return true;
}

static bool
meets (GPtrArray *others, HearthRecord *bed, GHashTable *apart)
{
  for (guint i = 0; i < others->len; i++)
    {
      HearthRecord *other = g_ptr_array_index (others, i);

      if (g_str_equal (hearth_record_get (other, "room"), hearth_record_get (bed, "room")) &&
          overlaps (other, hearth_record_get (bed, "start"), hearth_record_get (bed, "end")) &&
          g_hash_table_contains (apart, hearth_record_get_resident (other)))
        return true;
    }
  return false;
}

static bool
has_another (GPtrArray *others, HearthRecord *bed)
{
  for (guint i = 0; i < others->len; i++)
    {
      HearthRecord *other = g_ptr_array_index (others, i);

      if (g_str_equal (hearth_record_get_resident (other), hearth_record_get_resident (bed)) &&
          overlaps (other, hearth_record_get (bed, "start"), hearth_record_get (bed, "end")))
        return true;
    }
  return false;
}

static GPtrArray *
read_others (HearthStore *store, HearthRecord *bed, GError **error)
{
  GPtrArray *others = hearth_store_read_unasked (store, &hearth_bed_type, NULL, NULL, error);

  for (guint i = others != NULL ? others->len : 0; i > 0; i--)
    if (!is_other (g_ptr_array_index (others, i - 1), bed))
      g_ptr_array_remove_index (others, i - 1);
  return others;
}

void
hearth_rooms_check_bed (HearthStore *store, HearthRecord *bed, GPtrArray *problems)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) others = NULL;
  g_autoptr (GHashTable) apart = NULL;
  g_autoptr (HearthRecord) room = NULL;
  const char *start;

  g_return_if_fail (HEARTH_IS_STORE (store));
  g_return_if_fail (HEARTH_IS_RECORD (bed));

  start = hearth_record_get (bed, "start");
  if (!hearth_record_is_open (bed) || *start == '\0' || !hearth_record_has (bed, "room"))
    return;
  others = read_others (store, bed, &error);
  if (others != NULL)
    apart = read_kept_apart (store, hearth_record_get_resident (bed), start, hearth_record_get (bed, "end"),
                             &error);
  room = apart != NULL ? hearth_store_load (store, hearth_record_get (bed, "room"), &error) : NULL;
  if (room == NULL)
    {
      g_warning ("beds cannot be compared: %s", error->message);
      hearth_problems_add (problems, HEARTH_PROBLEM_NO_SUCH_RECORD, "room", NULL);
      return;
    }
  if (!is_open_on (room, start))
    hearth_problems_add (problems, HEARTH_PROBLEM_RULE, "room", N_ ("This room is closed by then."));
  if (has_another (others, bed))
    hearth_problems_add (problems, HEARTH_PROBLEM_RULE, "start",
                         N_ ("The resident has another bed at that time. End that one first."));
  if (!fits (others, bed, (unsigned int) hearth_record_get_integer (room, "beds", 0)))
    hearth_problems_add (problems, HEARTH_PROBLEM_RULE, "room",
                         N_ ("All beds of this room are taken at that time."));
  if (meets (others, bed, apart))
    hearth_problems_add (problems, HEARTH_PROBLEM_RULE, "room",
                         N_ ("Somebody sleeps there who must not share a room with this resident."));
}

/* --- moving --------------------------------------------------------------------------------------------------- */

static HearthRecord *
make_bed (const char *resident, HearthRecord *room, const char *number, const char *day)
{
  HearthRecord *bed = hearth_record_new (&hearth_bed_type);

  hearth_record_set (bed, "resident", resident);
  hearth_record_set (bed, "room", hearth_record_get_id (room));
  hearth_record_set (bed, "number", number);
  hearth_record_set (bed, "start", day);
  return bed;
}

/* A bed that begins on the day of the move was never slept in. */
static bool
end_bed (HearthStore *store, HearthRecord *bed, const char *day, GPtrArray **problems, GError **error)
{
  g_autoptr (HearthRecord) ended = hearth_record_copy (bed);
  g_autofree char *last = hearth_date_add_days (day, -1);

  if (strcmp (hearth_record_get (bed, "start"), day) >= 0)
    return hearth_store_mark_in_error (store, bed, _ ("Another bed on the same day"), error);
  hearth_record_set (ended, "end", last);
  return hearth_store_save (store, ended, NULL, problems, error);
}

HearthRecord *
hearth_rooms_move (HearthStore *store,
                   const char *resident,
                   HearthRecord *room,
                   const char *number,
                   const char *day,
                   GPtrArray **problems,
                   GError **error)
{
  g_autoptr (HearthRecord) present = NULL;
  g_autoptr (HearthRecord) bed = NULL;
  g_autoptr (GError) local_error = NULL;

  g_return_val_if_fail (HEARTH_IS_STORE (store), NULL);
  g_return_val_if_fail (resident != NULL && day != NULL, NULL);
  g_return_val_if_fail (HEARTH_IS_RECORD (room), NULL);

  if (problems != NULL)
    *problems = NULL;
  present = hearth_rooms_look_up_bed (store, resident, day, &local_error);
  if (local_error != NULL)
    {
      g_propagate_error (error, g_steal_pointer (&local_error));
      return NULL;
    }
  bed = make_bed (resident, room, number, day);
  if (!hearth_store_begin (store, error))
    return NULL;
  if ((present == NULL || end_bed (store, present, day, problems, error)) &&
      hearth_store_save (store, bed, NULL, problems, error))
    return hearth_store_commit (store, error) ? g_steal_pointer (&bed) : NULL;
  hearth_store_roll_back (store);
  return NULL;
}

/* --- occupancy ------------------------------------------------------------------------------------------------ */

bool
hearth_rooms_count_occupancy (HearthStore *store,
                              const char *from,
                              const char *to,
                              HearthOccupancy *occupancy,
                              GError **error)
{
  g_autoptr (GPtrArray) rooms = NULL;
  g_autoptr (GPtrArray) beds = NULL;

  g_return_val_if_fail (HEARTH_IS_STORE (store), false);
  g_return_val_if_fail (from != NULL && to != NULL && occupancy != NULL, false);

  *occupancy = (HearthOccupancy) { 0 };
  rooms = list_rooms (store, error);
  beds = rooms != NULL ? hearth_store_read_unasked (store, &hearth_bed_type, NULL, NULL, error) : NULL;
  if (beds == NULL)
    return false;
  for (int day = 0; day <= hearth_date_days_between (from, to); day++)
    {
      g_autofree char *night = hearth_date_add_days (from, day);

      for (guint i = 0; i < rooms->len; i++)
        if (is_open_on (g_ptr_array_index (rooms, i), night))
          occupancy->n_bed_nights +=
            (unsigned int) hearth_record_get_integer (g_ptr_array_index (rooms, i), "beds", 0);
      for (guint i = 0; i < beds->len; i++)
        occupancy->n_taken_nights += holds (g_ptr_array_index (beds, i), night) ? 1 : 0;
    }
  return true;
}

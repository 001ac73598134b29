/* SPDX-License-Identifier: GPL-3.0-or-later
 * Which of many copies to keep: close together lately, farther apart the longer ago.
 */
#define G_LOG_DOMAIN "hearth-store"

#include "store/copies.h"

#include "store/backup-file.h"
#include "store/copies-place.h"

#include <errno.h>
#include <glib/gstdio.h>

#define ALL_KEPT (2 * G_TIME_SPAN_DAY)

/** A kind of period, of which the last copy of each of so many is kept. */
typedef struct {
  const char *format; /* names the period that a moment is in */
  guint most;
} Period;

static const Period periods[] = {
  { "%Y-%m-%d", 14 },
  { "%G-%V", 8 },
  { "%Y-%m", 12 },
};

typedef struct {
  GDateTime *time; /* NULL when it cannot be read */
  gsize place;
} Moment;

static void
moment_clear (gpointer data)
{
  g_clear_pointer (&((Moment *) data)->time, g_date_time_unref);
}

/* The newest first; of two at the same second, the one that was named first. */
static int
compare_moments (gconstpointer a, gconstpointer b)
{
  const Moment *one = a, *other = b;
  int order = g_date_time_compare (other->time, one->time);

  return order != 0 ? order : (one->place > other->place) - (one->place < other->place);
}

static GArray *
read_moments (const char *const *times, gsize n_times, GDateTime *now, bool *keep)
{
  g_autoptr (GTimeZone) utc = g_time_zone_new_utc ();
  GArray *moments = g_array_new (FALSE, FALSE, sizeof (Moment));

  g_array_set_clear_func (moments, moment_clear);
  for (gsize i = 0; i < n_times; i++)
    {
      Moment moment = { .time = g_date_time_new_from_iso8601 (times[i], utc), .place = i };

      keep[i] = moment.time == NULL || now == NULL || g_date_time_compare (moment.time, now) > 0;
      if (keep[i])
        moment_clear (&moment);
      else
        g_array_append_val (moments, moment);
    }
  g_array_sort (moments, compare_moments);
  return moments;
}

static void
keep_last_of_each (GArray *moments, const Period *period, bool *keep)
{
  g_autofree char *last = NULL;
  guint n_periods = 0;

  for (guint i = 0; i < moments->len; i++)
    {
      const Moment *moment = &g_array_index (moments, Moment, i);
      g_autoptr (GDateTime) utc = g_date_time_to_utc (moment->time);
      g_autofree char *name = g_date_time_format (utc, period->format);

      if (g_strcmp0 (name, last) == 0)
        continue;
      if (++n_periods > period->most)
        return;
      keep[moment->place] = true;
      g_free (last);
      last = g_steal_pointer (&name);
    }
}

bool *
hearth_copies_choose (const char *const *times, const bool *kept, gsize n_times, const char *now)
{
  g_autoptr (GTimeZone) utc = g_time_zone_new_utc ();
  g_autoptr (GDateTime) today = NULL;
  g_autoptr (GArray) moments = NULL;
  bool *keep;

  g_return_val_if_fail (n_times == 0 || (times != NULL && kept != NULL), NULL);
  g_return_val_if_fail (now != NULL, NULL);

  keep = g_new0 (bool, n_times + 1);
  today = g_date_time_new_from_iso8601 (now, utc);
  moments = read_moments (times, n_times, today, keep);
  for (guint i = 0; i < moments->len; i++)
    {
      const Moment *moment = &g_array_index (moments, Moment, i);

      keep[moment->place] = kept[moment->place] || g_date_time_difference (today, moment->time) <= ALL_KEPT;
    }
  for (gsize i = 0; i < G_N_ELEMENTS (periods); i++)
    keep_last_of_each (moments, &periods[i], keep);
  return keep;
}

/* --- removing ------------------------------------------------------------------------ */

/* Under a name that says it is no whole copy before the first of its files goes. */
static bool
remove_copy (const char *place, const HearthCopy *copy, GError **error)
{
  g_autofree char *base = g_path_get_basename (copy->path);
  g_autofree char *name = g_strconcat (HEARTH_COPY_PARTIAL, base, NULL);
  g_autofree char *leaving = g_build_filename (place, name, NULL);

  if (!hearth_file_rename_durably (copy->path, leaving, error))
    return false;
  hearth_folder_remove (leaving);
  return true;
}

bool
hearth_copies_thin (const char *place, const char *house, const char *now, GError **error)
{
  g_autofd int lock = -1;
  g_autoptr (GPtrArray) copies = NULL;
  g_autofree const char **times = NULL;
  g_autofree bool *kept = NULL;
  g_autofree bool *keep = NULL;

  g_return_val_if_fail (place != NULL && house != NULL && now != NULL, false);

  lock = hearth_copies_lock (place, error);
  if (lock < 0)
    return false;
  copies = hearth_copies_list (place, house, NULL);
  times = g_new0 (const char *, copies->len + 1);
  kept = g_new0 (bool, copies->len + 1);
  for (guint i = 0; i < copies->len; i++)
    {
      const HearthCopy *copy = g_ptr_array_index (copies, i);

      times[i] = copy->made_at;
      kept[i] = copy->why == HEARTH_COPY_BEFORE_MIGRATION || copy->why == HEARTH_COPY_BEFORE_ROTATION;
    }
  keep = hearth_copies_choose (times, kept, copies->len, now);
  for (guint i = 1; i < copies->len; i++) /* not the newest, whatever its date */
    if (!keep[i] && !remove_copy (place, g_ptr_array_index (copies, i), error))
      return false;
  return true;
}

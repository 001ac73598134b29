/* SPDX-License-Identifier: GPL-3.0-or-later
 * Where the copies of a house go, as this computer remembers it, and when the last one was made.
 */
#define G_LOG_DOMAIN "hearth-app"

#include "config.h"

#include "app/backup-place.h"

#include <errno.h>
#include <gio/gunixmounts.h>
#include <glib/gi18n-lib.h>
#include <stdlib.h>
#include <sys/stat.h>
#include <sys/statvfs.h>
#include <unistd.h>

#include "app/backup-keeper.h"
#include "app/copy-memory.h"
#include "app/place-row.h"
#include "core/date.h"
#include "store/backup.h"
#include "store/folder.h"

#define MOST_DAYS 7

/* Where desktops mount sticks and disks: in a folder of whoever plugged them in, or not. */
typedef struct {
  const char *path;
  bool has_user;
} Root;

static const Root roots[] = { { "/run/media/", true }, { "/media/", true }, { "/mnt/", false } };

/* ---- Disks ---- */

/* The device of the nearest folder above @path that is there. */
static bool
find_device (const char *path, dev_t *device)
{
  g_autofree char *folder = g_canonicalize_filename (path, NULL);
  struct stat info;

  while (stat (folder, &info) != 0)
    {
      char *parent = g_path_get_dirname (folder);

      if (g_str_equal (parent, folder))
        {
          g_free (parent);
          return false;
        }
      g_free (folder);
      folder = parent;
    }
  *device = info.st_dev;
  return true;
}

static bool
is_within (const char *folder, const char *place)
{
  g_autofree char *outer = g_canonicalize_filename (folder, NULL);
  g_autofree char *inner = g_canonicalize_filename (place, NULL);
  gsize length = strlen (outer);

  return g_str_has_prefix (inner, outer) && (inner[length] == '\0' || inner[length] == G_DIR_SEPARATOR);
}

static const Root *
lookup_root (const char *path)
{
  for (gsize i = 0; i < G_N_ELEMENTS (roots); i++)
    if (g_str_has_prefix (path, roots[i].path))
      return &roots[i];
  return NULL;
}

/* ---- Public ---- */

char *
hearth_backup_place_dup (const char *folder)
{
  return hearth_copy_recall (HEARTH_COPY_PLACE, folder);
}

void
hearth_backup_place_set (const char *folder, const char *place)
{
  hearth_copy_remember (HEARTH_COPY_PLACE, folder, place);
}

void
hearth_backup_place_note_copy (const char *folder, const char *time)
{
  hearth_copy_remember (HEARTH_COPY_OUTSIDE, folder, time);
}

char *
hearth_backup_place_refuse (const char *folder, const char *place)
{
  /* The desktop lends a folder, not its name: a stick that comes back may count as another. */
  if (!g_file_test (place, G_FILE_TEST_IS_DIR) && hearth_path_is_lent (place))
    return g_strdup (_ ("The place for copies cannot be found. Plug in the stick or disk. If it is plugged "
                        "in, "
                        "please choose its folder once more. Nothing was copied."));
  if (!g_file_test (place, G_FILE_TEST_IS_DIR))
    return g_strdup (_ ("The place for copies cannot be found. Plug in the stick or disk, or choose another "
                        "place. Nothing was copied."));
  if (is_within (folder, place))
    return g_strdup (_ ("This is the house’s own folder, and copies in it would be lost with it. Please "
                        "choose "
                        "another place."));
  if (access (place, W_OK | X_OK) != 0)
    return g_strdup (errno == EROFS
                       ? _ ("This stick or disk can only be read. Perhaps it has a switch against writing.")
                       : _ ("Nothing may be written into this folder. Please choose another place."));
  return NULL;
}

bool
hearth_disks_look_like_one (const struct statvfs *one, const struct statvfs *other)
{
  return one->f_frsize == other->f_frsize && one->f_blocks == other->f_blocks &&
         one->f_files == other->f_files &&
         llabs ((gint64) one->f_bfree - (gint64) other->f_bfree) <= (gint64) (one->f_blocks / 1000);
}

bool
hearth_backup_place_is_same_disk (const char *folder, const char *place)
{
  dev_t here, there;
  struct statvfs this_disk, that_disk;

  /* In a sandbox everything that is lent has one device. */
  if (hearth_path_is_lent (place))
    return statvfs (folder, &this_disk) == 0 && statvfs (place, &that_disk) == 0 &&
           hearth_disks_look_like_one (&this_disk, &that_disk);
  return find_device (folder, &here) && find_device (place, &there) && here == there;
}

char *
hearth_stick_dup_name (const char *path, const char *user)
{
  const Root *root = lookup_root (path);
  g_auto (GStrv) names = root != NULL ? g_strsplit (path + strlen (root->path), "/", 3) : NULL;
  bool has_user = root != NULL && root->has_user && g_strcmp0 (names[0], user) == 0;
  const char *name = root != NULL ? names[has_user ? 1 : 0] : NULL;

  return name != NULL && *name != '\0' ? g_filename_display_name (name) : NULL;
}

/* The last part of where a disk is mounted, as a desktop does it; of what is lent the mount tells nothing. */
static char *
dup_stick_of (const char *place)
{
  g_autofree char *host = NULL;
  g_autoptr (GUnixMountEntry) mount = NULL;
  const char *path;

  if (hearth_path_is_lent (place))
    {
      host = hearth_lent_dup_host_path (place);
      return host != NULL ? hearth_stick_dup_name (host, g_get_user_name ()) : NULL;
    }
  mount = g_unix_mount_entry_for (place, NULL);
  path = mount != NULL ? g_unix_mount_entry_get_mount_path (mount) : "";
  return lookup_root (path) != NULL ? g_filename_display_basename (path) : NULL;
}

char *
hearth_backup_place_describe (const char *place)
{
  char *stick = dup_stick_of (place);

  return stick != NULL ? stick : hearth_place_describe (place);
}

char *
hearth_backup_describe_time (const char *time, GDateTime *now)
{
  g_autoptr (GTimeZone) zone = g_time_zone_new_local ();
  g_autoptr (GDateTime) moment = g_date_time_new_from_iso8601 (time, zone);
  g_autoptr (GDateTime) local =
    moment != NULL ? g_date_time_to_timezone (moment, g_date_time_get_timezone (now)) : NULL;
  g_autoptr (GDateTime) day_before = g_date_time_add_days (now, -1);
  g_autofree char *day = local != NULL ? g_date_time_format (local, "%Y-%m-%d") : NULL;
  g_autofree char *clock_time = local != NULL ? g_date_time_format (local, "%H:%M") : NULL;
  g_autofree char *hours = clock_time != NULL ? hearth_time_format (clock_time) : NULL;
  g_autofree char *today = g_date_time_format (now, "%Y-%m-%d");
  g_autofree char *yesterday = g_date_time_format (day_before, "%Y-%m-%d");
  g_autofree char *date = NULL;

  if (local == NULL)
    return g_strdup ("");
  if (g_str_equal (day, today))
    return g_strdup_printf (_ ("today %s"), hours);
  if (g_str_equal (day, yesterday))
    return g_strdup_printf (_ ("yesterday %s"), hours);
  date = hearth_date_format (day);
  return g_strdup_printf ("%s %s", date, hours);
}

/* When the last one in the house's own folder was made, or NULL. That the folder is still there is looked at, the copies
 * in it are not: it is asked whenever Today is shown. */
static char *
dup_own_time (const char *folder)
{
  g_autofree char *place = hearth_backup_keeper_dup_place (folder);

  return g_file_test (place, G_FILE_TEST_IS_DIR) ? hearth_copy_recall (HEARTH_COPY_OWN, folder) : NULL;
}

static GDateTime *
read_time (const char *time)
{
  g_autoptr (GTimeZone) utc = g_time_zone_new_utc ();

  return time != NULL ? g_date_time_new_from_iso8601 (time, utc) : NULL;
}

char *
hearth_backup_describe_last (HearthStore *store, HearthKeyring *keyring)
{
  const char *folder = hearth_store_get_folder (store);
  g_autofree char *place = hearth_backup_place_dup (folder);
  g_autofree char *time = hearth_copy_recall (HEARTH_COPY_OUTSIDE, folder);
  g_autofree char *own = dup_own_time (folder);
  g_autofree char *words = NULL;
  g_autofree char *where = NULL;
  g_autoptr (HearthCopy) copy = NULL;
  g_autoptr (GDateTime) now = hearth_clock_now (hearth_store_get_clock (store));
  bool is_there = place != NULL && g_file_test (place, G_FILE_TEST_IS_DIR);

  if (is_there)
    {
      copy = hearth_copy_find_newest (place, hearth_keyring_get_house_id (keyring), NULL);
      g_free (time);
      time = copy != NULL ? g_strdup (copy->made_at) : NULL;
    }
  if (time == NULL && own != NULL)
    {
      words = hearth_backup_describe_time (own, now);
      return g_strdup_printf (_ ("Last checked copy: %s, on this computer only"), words);
    }
  if (time == NULL)
    return g_strdup (place == NULL || is_there
                       ? _ ("There is no copy yet. If this disk breaks, everything is lost.")
                       : _ ("There is no copy yet, and the place for it is not plugged in."));
  words = hearth_backup_describe_time (time, now);
  if (place == NULL)
    return g_strdup_printf (_ ("Last checked copy: %s"), words);
  where = hearth_backup_place_describe (place);
  return g_strdup_printf (is_there ? _ ("Last checked copy: %s, on %s")
                                   : _ ("Last checked copy: %s, on %s, which is not plugged in now"),
                          words, where);
}

char *
hearth_backup_dup_line (HearthStore *store, bool *is_old)
{
  const char *folder = hearth_store_get_folder (store);
  g_autofree char *own = dup_own_time (folder);
  g_autofree char *outside = hearth_copy_recall (HEARTH_COPY_OUTSIDE, folder);
  g_autoptr (GDateTime) made_own = read_time (own);
  g_autoptr (GDateTime) made_outside = read_time (outside);
  g_autoptr (GDateTime) now = hearth_clock_now (hearth_store_get_clock (store));
  bool own_is_last =
    made_own != NULL && (made_outside == NULL || g_date_time_compare (made_own, made_outside) >= 0);
  GDateTime *made = own_is_last ? made_own : made_outside;
  g_autofree char *words = NULL;

  /* A broken disk takes the house and the copies in its own folder. */
  *is_old = made_outside == NULL || g_date_time_difference (now, made) > G_TIME_SPAN_DAY;
  if (!hearth_policy_may_do (hearth_store_get_policy (store), HEARTH_ACTION_BACKUP))
    return NULL;
  if (made == NULL)
    return g_strdup (_ ("There is no checked copy yet"));
  words = hearth_backup_describe_time (own_is_last ? own : outside, now);
  /* Translators: %s is a time, like “today 18:10”. */
  return g_strdup_printf (made_outside == NULL ? _ ("Last checked copy: %s, on this computer only")
                                               : _ ("Last checked copy: %s"),
                          words);
}

/* Days since a copy was made that survives the loss of this computer, or since there is the house. */
static int
count_days_inside (HearthStore *store, const char *outside)
{
  g_autofree char *today = hearth_clock_today (hearth_store_get_clock (store));
  g_autofree char *since = outside != NULL ? g_strndup (outside, strlen ("2026-03-01"))
                                           : hearth_record_dup_event_date (hearth_store_get_house (store));

  return hearth_date_days_between (since, today);
}

char *
hearth_backup_dup_notice (HearthStore *store)
{
  const char *folder = hearth_store_get_folder (store);
  g_autofree char *outside = hearth_copy_recall (HEARTH_COPY_OUTSIDE, folder);
  g_autofree char *own = dup_own_time (folder);
  g_autofree char *problem = hearth_copy_recall (HEARTH_COPY_PROBLEM, folder);
  int days = count_days_inside (store, outside);

  if (!hearth_policy_may_do (hearth_store_get_policy (store), HEARTH_ACTION_BACKUP) ||
      hearth_record_is_yes (hearth_store_get_house (store), "demo"))
    return NULL;
  if (problem != NULL)
    return g_strdup (hearth_copy_problem_describe (problem));
  if (outside == NULL && own == NULL)
    return g_strdup (_ ("There is no copy of this house yet. If this computer breaks, everything in it is "
                        "lost."));
  if (days < MOST_DAYS)
    return NULL;
  if (outside == NULL)
    return g_strdup (_ ("All copies are on this computer. If it breaks or is stolen, everything is lost: "
                        "please choose a stick or a second disk."));
  return g_strdup_printf (g_dngettext (GETTEXT_PACKAGE,
                                       "The last copy on a stick or second disk is %d day old",
                                       "The last copy on a stick or second disk is %d days old",
                                       (gulong) days),
                          days);
}

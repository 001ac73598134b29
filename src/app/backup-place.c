/* SPDX-License-Identifier: GPL-3.0-or-later
 * Where the copies of a house go, as this computer remembers it, and when the last one was made.
 */
#define G_LOG_DOMAIN "hearth-app"

#include "config.h"

#include "app/backup-place.h"

#include <errno.h>
#include <gio/gunixmounts.h>
#include <glib/gi18n-lib.h>
#include <sys/stat.h>
#include <unistd.h>

#include "app/place-row.h"
#include "core/date.h"
#include "store/backup.h"

#define PLACES "backup-places"
#define TIMES "backup-times"
#define MOST_DAYS 7

/* ---- Settings ---- */

/* house folder → text, from a setting of type a{ss} */
static char *
dup_remembered (const char *key, const char *folder)
{
  g_autoptr (GSettings) settings = g_settings_new (HEARTH_APPLICATION_ID);
  g_autoptr (GVariant) all = g_settings_get_value (settings, key);
  char *value = NULL;

  g_variant_lookup (all, folder, "s", &value);
  return value;
}

static void
remember (const char *key, const char *folder, const char *value)
{
  g_autoptr (GSettings) settings = g_settings_new (HEARTH_APPLICATION_ID);
  g_autoptr (GVariant) all = g_settings_get_value (settings, key);
  GVariantBuilder builder;
  GVariantIter iter;
  const char *other, *other_value;

  g_variant_builder_init (&builder, G_VARIANT_TYPE ("a{ss}"));
  g_variant_iter_init (&iter, all);
  while (g_variant_iter_next (&iter, "{&s&s}", &other, &other_value))
    if (!g_str_equal (other, folder))
      g_variant_builder_add (&builder, "{ss}", other, other_value);
  if (value != NULL)
    g_variant_builder_add (&builder, "{ss}", folder, value);
  g_settings_set_value (settings, key, g_variant_builder_end (&builder));
}

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

/* ---- Public ---- */

char *
hearth_backup_place_dup (const char *folder)
{
  return dup_remembered (PLACES, folder);
}

void
hearth_backup_place_set (const char *folder, const char *place)
{
  remember (PLACES, folder, place);
}

void
hearth_backup_place_note_copy (const char *folder, const char *time)
{
  remember (TIMES, folder, time);
}

char *
hearth_backup_place_refuse (const char *folder, const char *place)
{
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
hearth_backup_place_is_same_disk (const char *folder, const char *place)
{
  dev_t here, there;

  return find_device (folder, &here) && find_device (place, &there) && here == there;
}

char *
hearth_backup_place_describe (const char *place)
{
  static const char *const roots[] = { "/media/", "/run/media/", "/mnt/" };
  g_autoptr (GUnixMountEntry) mount = g_unix_mount_entry_for (place, NULL);
  const char *path = mount != NULL ? g_unix_mount_entry_get_mount_path (mount) : "";

  for (gsize i = 0; i < G_N_ELEMENTS (roots); i++)
    if (g_str_has_prefix (path, roots[i]))
      return g_filename_display_basename (path);
  return hearth_place_describe (place);
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

char *
hearth_backup_describe_last (HearthStore *store, HearthKeyring *keyring)
{
  const char *folder = hearth_store_get_folder (store);
  g_autofree char *place = hearth_backup_place_dup (folder);
  g_autofree char *time = dup_remembered (TIMES, folder);
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
hearth_backup_dup_notice (HearthStore *store)
{
  g_autofree char *time = dup_remembered (TIMES, hearth_store_get_folder (store));
  g_autoptr (GDateTime) now = hearth_clock_now (hearth_store_get_clock (store));
  g_autoptr (GDateTime) made = time != NULL ? g_date_time_new_from_iso8601 (time, NULL) : NULL;
  int days = made != NULL ? (int) (g_date_time_difference (now, made) / G_TIME_SPAN_DAY) : 0;

  if (!hearth_policy_may_do (hearth_store_get_policy (store), HEARTH_ACTION_BACKUP) ||
      hearth_record_is_yes (hearth_store_get_house (store), "demo"))
    return NULL;
  if (made == NULL)
    return g_strdup (_ ("There is no copy of this house yet. If this computer breaks, everything in it is "
                        "lost."));
  if (days < MOST_DAYS)
    return NULL;
  return g_strdup_printf (g_dngettext (GETTEXT_PACKAGE, "The last copy is %d day old",
                                       "The last copy is %d days old", (gulong) days),
                          days);
}

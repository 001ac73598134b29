/* SPDX-License-Identifier: GPL-3.0-or-later
 * Looking through the copies of a house that were made in a place.
 */
#define G_LOG_DOMAIN "hearth-store"

#include "store/backup-manifest.h"
#include "store/backup.h"

void
hearth_copy_free (HearthCopy *copy)
{
  g_free (copy->path);
  g_free (copy->house);
  g_free (copy->made_at);
  g_free (copy);
}

static gint64
count_records (HearthManifest *manifest, HearthKeyring *keyring)
{
  g_autoptr (GHashTable) counts =
    keyring != NULL ? hearth_manifest_open_counts (manifest, keyring, NULL) : NULL;
  const gint64 *records = counts != NULL ? g_hash_table_lookup (counts, "record_index") : NULL;

  return records != NULL ? *records : -1;
}

/** The copy in @path when it is one of @house, else NULL. */
static HearthCopy *
read_copy (const char *path, const char *house, HearthKeyring *keyring)
{
  g_autoptr (HearthManifest) manifest = hearth_manifest_read (path, NULL);
  HearthCopy *copy;

  if (manifest == NULL || (house != NULL && !g_str_equal (manifest->house, house)))
    return NULL;
  copy = g_new0 (HearthCopy, 1);
  copy->path = g_strdup (path);
  copy->house = g_strdup (manifest->house);
  copy->made_at = g_strdup (manifest->made_at);
  copy->records = count_records (manifest, keyring);
  return copy;
}

HearthCopy *
hearth_copy_find_newest (const char *place, const char *house, HearthKeyring *keyring)
{
  g_autoptr (HearthCopy) newest = NULL;
  g_autoptr (GDir) entries = NULL;
  const char *name;

  g_return_val_if_fail (place != NULL, NULL);
  newest = read_copy (place, house, keyring);
  if (newest != NULL)
    return g_steal_pointer (&newest);
  entries = g_dir_open (place, 0, NULL);
  while (entries != NULL && (name = g_dir_read_name (entries)) != NULL)
    {
      g_autofree char *path = g_build_filename (place, name, NULL);
      /* What begins with a dot is a copy that was never finished. */
      g_autoptr (HearthCopy) copy = *name != '.' ? read_copy (path, house, keyring) : NULL;

      if (copy != NULL &&
          (newest == NULL || strcmp (copy->made_at, newest->made_at) > 0 ||
           (g_str_equal (copy->made_at, newest->made_at) && strcmp (copy->path, newest->path) > 0)))
        {
          g_clear_pointer (&newest, hearth_copy_free);
          newest = g_steal_pointer (&copy);
        }
    }
  return g_steal_pointer (&newest);
}

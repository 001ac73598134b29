/* SPDX-License-Identifier: GPL-3.0-or-later
 * Looking through the copies of a house that were made in a place, and setting a damaged one aside.
 */
#define G_LOG_DOMAIN "hearth-store"

#include "store/copies.h"

#include "store/backup-file.h"
#include "store/backup-manifest.h"
#include "store/copies-place.h"

#include <glib/gstdio.h>
#include <sys/stat.h>

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

/* Enough to tell a copy from what is left of one, without reading it all. */
static bool
has_its_files (const char *path, HearthManifest *manifest)
{
  static const char *const names[] = { "house.db", "house.keys" };

  for (gsize i = 0; i < G_N_ELEMENTS (names); i++)
    {
      const HearthManifestFile *file = hearth_manifest_lookup_file (manifest, names[i]);
      g_autofree char *file_path = g_build_filename (path, names[i], NULL);
      struct stat status;

      if (lstat (file_path, &status) != 0 || !S_ISREG (status.st_mode) || status.st_size != file->digest.size)
        return false;
    }
  return true;
}

/** The copy in @path when it is one of @house, else NULL. */
static HearthCopy *
read_copy (const char *path, const char *house, HearthKeyring *keyring)
{
  g_autoptr (HearthManifest) manifest = hearth_manifest_read (path, NULL);
  HearthCopy *copy;

  if (manifest == NULL || (house != NULL && !g_str_equal (manifest->house, house)) ||
      !has_its_files (path, manifest))
    return NULL;
  copy = g_new0 (HearthCopy, 1);
  copy->path = g_strdup (path);
  copy->house = g_strdup (manifest->house);
  copy->made_at = g_strdup (manifest->made_at);
  copy->why = manifest->why;
  copy->records = count_records (manifest, keyring);
  return copy;
}

static int
compare_copies (gconstpointer a, gconstpointer b)
{
  const HearthCopy *one = *(HearthCopy *const *) a, *other = *(HearthCopy *const *) b;
  int order = strcmp (other->made_at, one->made_at);

  return order != 0 ? order : strcmp (other->path, one->path);
}

GPtrArray *
hearth_copies_list (const char *place, const char *house, HearthKeyring *keyring)
{
  g_autoptr (GPtrArray) copies = NULL;
  g_autoptr (GDir) entries = NULL;
  const char *name;

  g_return_val_if_fail (place != NULL, NULL);

  copies = g_ptr_array_new_with_free_func ((GDestroyNotify) hearth_copy_free);
  entries = g_dir_open (place, 0, NULL);
  while (entries != NULL && (name = g_dir_read_name (entries)) != NULL)
    {
      g_autofree char *path = g_build_filename (place, name, NULL);
      g_autoptr (HearthCopy) copy = hearth_copy_is_name (name) ? read_copy (path, house, keyring) : NULL;

      if (copy != NULL)
        g_ptr_array_add (copies, g_steal_pointer (&copy));
    }
  g_ptr_array_sort (copies, compare_copies);
  return g_steal_pointer (&copies);
}

HearthCopy *
hearth_copy_find_newest (const char *place, const char *house, HearthKeyring *keyring)
{
  g_autoptr (HearthCopy) only = NULL;
  g_autoptr (GPtrArray) copies = NULL;

  g_return_val_if_fail (place != NULL, NULL);

  only = read_copy (place, house, keyring);
  if (only != NULL)
    return g_steal_pointer (&only);
  copies = hearth_copies_list (place, house, keyring);
  return copies->len > 0 ? g_ptr_array_steal_index (copies, 0) : NULL;
}

bool
hearth_copy_set_aside (const char *copy, GError **error)
{
  g_autofree char *path = NULL;
  g_autofree char *aside = NULL;

  g_return_val_if_fail (copy != NULL, false);

  path = g_canonicalize_filename (copy, NULL);
  aside = g_strconcat (path, HEARTH_COPY_DAMAGED, NULL);
  for (guint i = 2; g_file_test (aside, G_FILE_TEST_EXISTS); i++)
    {
      g_free (aside);
      aside = g_strdup_printf ("%s" HEARTH_COPY_DAMAGED "-%u", path, i);
    }
  return hearth_file_rename_durably (path, aside, error);
}

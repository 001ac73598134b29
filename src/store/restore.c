/* SPDX-License-Identifier: GPL-3.0-or-later
 * Putting a copy of a house back: read and compared with its manifest, then given its place at once.
 */
#define G_LOG_DOMAIN "hearth-store"

#include "store/backup.h"

#include "store/attachment-row.h"
#include "store/backup-manifest.h"
#include "store/folder.h"

#include <errno.h>
#include <glib/gstdio.h>

static bool
set_corrupt (GError **error, const char *name)
{
  g_set_error (error, HEARTH_STORE_ERROR, HEARTH_STORE_ERROR_CORRUPT, "%s", name);
  return false;
}

/** Whether nothing is at @folder, or an empty folder; else EXISTS. */
static bool
check_empty (const char *folder, GError **error)
{
  g_autoptr (GDir) entries = NULL;

  if (!g_file_test (folder, G_FILE_TEST_EXISTS))
    return true;
  entries = g_dir_open (folder, 0, NULL);
  if (entries && !g_dir_read_name (entries))
    return true;
  g_set_error_literal (error, HEARTH_STORE_ERROR, HEARTH_STORE_ERROR_EXISTS, "the folder is not empty");
  return false;
}

/** Reads every file of the copy before anything is written. */
static bool
check_files (const char *copy, HearthManifest *manifest, GCancellable *cancellable, GError **error)
{
  for (guint i = 0; i < manifest->files->len; i++)
    {
      const HearthManifestFile *file = g_ptr_array_index (manifest->files, i);
      g_autofree char *path = g_build_filename (copy, file->name, NULL);
      g_autoptr (GError) local_error = NULL;
      HearthFileDigest digest;

      if (hearth_file_digest_path (path, &digest, cancellable, &local_error))
        {
          if (!hearth_file_digest_equal (&digest, &file->digest))
            return set_corrupt (error, file->name);
        }
      else if (g_error_matches (local_error, HEARTH_STORE_ERROR, HEARTH_STORE_ERROR_NOT_FOUND))
        return set_corrupt (error, file->name);
      else
        {
          g_propagate_error (error, g_steal_pointer (&local_error));
          return false;
        }
    }
  return true;
}

static bool
copy_files (const char *copy,
            const char *folder,
            HearthManifest *manifest,
            GCancellable *cancellable,
            GError **error)
{
  g_autofree char *files = hearth_house_dup_files_path (folder);

  if (g_mkdir (files, 0700) != 0)
    return hearth_file_set_error (error, errno);
  for (guint i = 0; i < manifest->files->len; i++)
    {
      const HearthManifestFile *file = g_ptr_array_index (manifest->files, i);
      g_autofree char *from = g_build_filename (copy, file->name, NULL);
      g_autofree char *to = g_build_filename (folder, file->name, NULL);
      HearthFileDigest digest;

      if (!hearth_file_copy (from, to, &digest, cancellable, error))
        return false;
      /* A stick that reads differently the second time. */
      if (!hearth_file_digest_equal (&digest, &file->digest))
        return set_corrupt (error, file->name);
    }
  return hearth_folder_sync (files, error) && hearth_folder_sync (folder, error);
}

/** A new folder beside @folder, on the same disk, so that it can be renamed; transfer full. */
static char *
make_partial (const char *folder, GError **error)
{
  g_autofree char *parent = g_path_get_dirname (folder);
  g_autofree char *name = g_path_get_basename (folder);
  g_autofree char *template = NULL;
  g_autofree char *hidden = g_strdup_printf (".%s.partial-XXXXXX", name);

  if (g_mkdir_with_parents (parent, 0700) != 0)
    {
      hearth_file_set_error (error, errno);
      return NULL;
    }
  template = g_build_filename (parent, hidden, NULL);
  if (!g_mkdtemp_full (template, 0700))
    {
      hearth_file_set_error (error, errno);
      return NULL;
    }
  return g_steal_pointer (&template);
}

static bool
put_in_place (const char *partial, const char *folder, GError **error)
{
  /* rename () takes the place of an empty folder, and of no other. */
  if (g_rename (partial, folder) != 0)
    {
      if (errno != ENOTEMPTY && errno != EEXIST)
        return hearth_file_set_error (error, errno);
      g_set_error_literal (error, HEARTH_STORE_ERROR, HEARTH_STORE_ERROR_EXISTS, "the folder is not empty");
      return false;
    }
  return true;
}

bool
hearth_house_restore (const char *copy, const char *folder, GCancellable *cancellable, GError **error)
{
  g_autoptr (HearthManifest) manifest = NULL;
  g_autofree char *target = NULL;
  g_autofree char *parent = NULL;
  g_autofree char *partial = NULL;

  g_return_val_if_fail (copy && folder, false);

  target = g_canonicalize_filename (folder, NULL);
  parent = g_path_get_dirname (target);
  if (!check_empty (target, error))
    return false;
  manifest = hearth_manifest_read (copy, error);
  if (!manifest || !check_files (copy, manifest, cancellable, error))
    return false;
  partial = make_partial (target, error);
  if (!partial)
    return false;
  if (hearth_house_check_local (partial, error) && copy_files (copy, partial, manifest, cancellable, error) &&
      put_in_place (partial, target, error))
    {
      if (hearth_folder_sync (parent, error))
        return true;
      hearth_folder_remove (target);
    }
  hearth_folder_remove (partial);
  return false;
}

/* SPDX-License-Identifier: GPL-3.0-or-later
 * Putting a copy of a house back: read and compared with its manifest, then given its place at once.
 */
#define G_LOG_DOMAIN "hearth-store"

#include "store/backup.h"

#include "store/attachment-row.h"
#include "store/backup-manifest.h"
#include "store/copies-place.h"
#include "store/folder.h"
#include "store/workshop.h"

#include <errno.h>
#include <glib/gstdio.h>

static bool
set_corrupt (GError **error, const char *name)
{
  g_set_error (error, HEARTH_STORE_ERROR, HEARTH_STORE_ERROR_CORRUPT, "%s", name);
  return false;
}

/** Reads every file of the copy before any of it is written. */
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

static bool
put_back (const char *copy, const char *folder, GCancellable *cancellable, GError **error)
{
  g_autoptr (HearthWorkshop) workshop = hearth_workshop_new (folder, error);
  g_autoptr (HearthManifest) manifest = NULL;

  if (!workshop || !hearth_house_check_local (workshop, error))
    return false;
  manifest = hearth_manifest_read (copy, error);
  return manifest && check_files (copy, manifest, cancellable, error) &&
         copy_files (copy, workshop, manifest, cancellable, error) &&
         hearth_workshop_finish (workshop, folder, error);
}

bool
hearth_house_restore (const char *copy, const char *folder, GCancellable *cancellable, GError **error)
{
  g_autoptr (GError) local_error = NULL;

  g_return_val_if_fail (copy && folder, false);

  return put_back (copy, folder, cancellable, &local_error) ||
         hearth_copies_propagate (copy, error, g_steal_pointer (&local_error));
}

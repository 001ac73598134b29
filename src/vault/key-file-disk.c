/* SPDX-License-Identifier: GPL-3.0-or-later
 * The key file on disk: two versions of it, replaced so that a power cut at any moment leaves a readable one.
 */
#define G_LOG_DOMAIN "hearth-vault"

#include <errno.h>
#include <fcntl.h>
#include <glib/gstdio.h>

#include "vault/disk.h"
#include "vault/key-file.h"

#define NAME "house.keys"
#define PREVIOUS_NAME "house.keys.previous"
#define DAMAGED_NAME "house.keys.damaged"
#define PARTIAL ".partial"
/* Room for some two thousand people. */
#define MOST_BYTES (4 * 1024 * 1024)

bool
hearth_key_file_exists (const char *folder)
{
  g_autofree char *newest = g_build_filename (folder, NAME, NULL);
  g_autofree char *previous = g_build_filename (folder, PREVIOUS_NAME, NULL);

  return g_file_test (newest, G_FILE_TEST_EXISTS) || g_file_test (previous, G_FILE_TEST_EXISTS);
}

static HearthKeyFile *
load_version (const char *folder, const char *name, GError **error)
{
  g_autofree char *path = g_build_filename (folder, name, NULL);
  g_autoptr (GBytes) bytes = hearth_disk_read (path, MOST_BYTES, error);

  return bytes == NULL ? NULL : hearth_key_file_from_json (bytes, error);
}

HearthKeyFile *
hearth_key_file_load (const char *folder, GError **error)
{
  g_autoptr (GError) newest_error = NULL;
  g_autoptr (GError) previous_error = NULL;
  g_autoptr (HearthKeyFile) file = load_version (folder, NAME, &newest_error);

  if (file != NULL)
    return g_steal_pointer (&file);
  /* Whatever else went wrong says nothing about the file: the previous version in its place could let in who was
   * taken out, or leave out who was added. */
  if (!g_error_matches (newest_error, HEARTH_VAULT_ERROR, HEARTH_VAULT_ERROR_MISSING) &&
      !g_error_matches (newest_error, HEARTH_VAULT_ERROR, HEARTH_VAULT_ERROR_DAMAGED))
    {
      g_propagate_error (error, g_steal_pointer (&newest_error));
      return NULL;
    }
  file = load_version (folder, PREVIOUS_NAME, &previous_error);
  if (file != NULL)
    {
      g_message ("The key file cannot be used, its previous version is: %s", newest_error->message);
      file->is_previous = true;
      return g_steal_pointer (&file);
    }
  /* Without a newest one, what is wrong with the previous one says more; "missing" then means both. */
  if (g_error_matches (newest_error, HEARTH_VAULT_ERROR, HEARTH_VAULT_ERROR_MISSING))
    g_propagate_error (error, g_steal_pointer (&previous_error));
  else
    g_propagate_error (error, g_steal_pointer (&newest_error));
  return NULL;
}

typedef struct {
  char *newest;
  char *newest_partial;
  char *previous;
  char *previous_partial;
  char *damaged;
} Paths;

static void
paths_init (Paths *paths, const char *folder)
{
  paths->newest = g_build_filename (folder, NAME, NULL);
  paths->newest_partial = g_build_filename (folder, NAME PARTIAL, NULL);
  paths->previous = g_build_filename (folder, PREVIOUS_NAME, NULL);
  paths->previous_partial = g_build_filename (folder, PREVIOUS_NAME PARTIAL, NULL);
  paths->damaged = g_build_filename (folder, DAMAGED_NAME, NULL);
}

static void
paths_clear (Paths *paths)
{
  g_free (paths->newest);
  g_free (paths->newest_partial);
  g_free (paths->previous);
  g_free (paths->previous_partial);
  g_free (paths->damaged);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Paths, paths_clear)

static bool
rename_to (const char *from, const char *to, GError **error)
{
  return hearth_disk_check (rename (from, to) == 0 ? 0 : errno, error);
}

static bool
write_partial (const char *path, GBytes *bytes, GError **error)
{
  gsize length;
  const void *data = g_bytes_get_data (bytes, &length);

  return hearth_disk_check (hearth_disk_write_file (path, O_TRUNC, data, length), error);
}

/* Both files are complete and synced before the first name changes. The previous version goes first: between the
 * two steps the newest one, still the old, is in effect. */
static bool
replace_both (const HearthKeyFile *file, const char *folder, const Paths *paths, GError **error)
{
  if (!rename_to (paths->previous_partial, paths->previous, error))
    return false;
  if (file->is_previous && g_file_test (paths->newest, G_FILE_TEST_EXISTS) &&
      !rename_to (paths->newest, paths->damaged, error))
    return false;
  return rename_to (paths->newest_partial, paths->newest, error) &&
         hearth_disk_check (hearth_disk_sync_folder (folder), error);
}

bool
hearth_key_file_save (const HearthKeyFile *file,
                      const char *folder,
                      HearthKeyFilePrevious previous,
                      GError **error)
{
  g_auto (Paths) paths = { 0 };
  g_autoptr (GBytes) bytes = hearth_key_file_to_json (file);
  bool keep = previous == HEARTH_KEY_FILE_KEEP_PREVIOUS && file->source != NULL;

  paths_init (&paths, folder);
  if (write_partial (paths.newest_partial, bytes, error) &&
      write_partial (paths.previous_partial, keep ? file->source : bytes, error) &&
      replace_both (file, folder, &paths, error))
    {
      /* What was set aside may hold what is taken away now. */
      if (previous == HEARTH_KEY_FILE_RETIRE_PREVIOUS)
        g_unlink (paths.damaged);
      return true;
    }
  g_unlink (paths.newest_partial);
  g_unlink (paths.previous_partial);
  if (file->source == NULL)
    {
      /* A new house that its maker is told is none. */
      g_unlink (paths.newest);
      g_unlink (paths.previous);
    }
  return false;
}

/* SPDX-License-Identifier: GPL-3.0-or-later
 * A private temporary folder in memory, so that printing leaves nothing on the disk (security.md 5).
 */
#define G_LOG_DOMAIN "hearth-views"

#include "views/private-temp.h"

#include <errno.h>
#include <glib/gstdio.h>
#include <signal.h>
#include <stdbool.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#define PREFIX "hearth-"

static char *folder;
static unsigned int n_holders;
static GPtrArray *left; /* paths of what was held at a lock; NULL when there was none */
static guint left_source;

/* The user's runtime folder is a tmpfs of their own; /dev/shm is one on systems without a session manager. */
static const char *
get_parent (void)
{
  const char *runtime = g_getenv ("XDG_RUNTIME_DIR");

  if (runtime != NULL && g_access (runtime, W_OK) == 0)
    return runtime;
  if (g_access ("/dev/shm", W_OK) == 0)
    return "/dev/shm";
  return g_get_tmp_dir ();
}

/* Transfer full. */
static GPtrArray *
list_files (const char *path)
{
  GPtrArray *files = g_ptr_array_new_with_free_func (g_free);
  g_autoptr (GDir) dir = g_dir_open (path, 0, NULL);
  const char *name;

  while (dir != NULL && (name = g_dir_read_name (dir)) != NULL)
    g_ptr_array_add (files, g_build_filename (path, name, NULL));
  return files;
}

static void
remove_all (GPtrArray *files)
{
  /* Printing makes no folders, and of what was held some may be gone. */
  for (guint i = 0; i < files->len; i++)
    if (g_unlink (g_ptr_array_index (files, i)) != 0 && errno != EISDIR && errno != ENOENT)
      g_warning ("A temporary file could not be removed: %s", g_strerror (errno));
}

static void
remove_files (const char *path)
{
  g_autoptr (GPtrArray) files = list_files (path);

  remove_all (files);
}

/* Folders are named by the process that made them: one whose process is gone was left by a killed run. */
static bool
is_abandoned (const char *parent, const char *name)
{
  g_autofree char *path = g_build_filename (parent, name, NULL);
  struct stat about;
  gint64 process;

  if (!g_str_has_prefix (name, PREFIX))
    return false;
  process = g_ascii_strtoll (name + strlen (PREFIX), NULL, 10);
  if (process <= 0 || lstat (path, &about) != 0 || !S_ISDIR (about.st_mode) || about.st_uid != getuid ())
    return false;
  return kill ((pid_t) process, 0) != 0 && errno == ESRCH;
}

static void
remove_abandoned (const char *parent)
{
  g_autoptr (GDir) dir = g_dir_open (parent, 0, NULL);
  const char *name;

  while (dir != NULL && (name = g_dir_read_name (dir)) != NULL)
    {
      g_autofree char *path = g_build_filename (parent, name, NULL);

      if (!is_abandoned (parent, name))
        continue;
      remove_files (path);
      g_rmdir (path);
    }
}

void
hearth_private_temp_make (void)
{
  const char *parent = get_parent ();
  g_autofree char *name = g_strdup_printf (PREFIX "%d-XXXXXX", (int) getpid ());

  g_return_if_fail (folder == NULL);
  remove_abandoned (parent);
  folder = g_build_filename (parent, name, NULL);
  if (g_mkdtemp_full (folder, 0700) == NULL)
    {
      g_warning ("No private temporary folder: %s", g_strerror (errno));
      g_clear_pointer (&folder, g_free);
      return;
    }
  g_setenv ("TMPDIR", folder, TRUE);
}

void
hearth_private_temp_sweep (void)
{
  if (folder != NULL && n_holders == 0)
    remove_files (folder);
}

static gboolean
left_cb (gpointer user_data)
{
  remove_all (left);
  g_clear_pointer (&left, g_ptr_array_unref);
  left_source = 0;
  return G_SOURCE_REMOVE;
}

void
hearth_private_temp_leave (unsigned int seconds)
{
  hearth_private_temp_sweep ();
  if (folder == NULL || n_holders == 0)
    return;
  g_clear_pointer (&left, g_ptr_array_unref);
  left = list_files (folder);
  if (left_source == 0)
    left_source = g_timeout_add_seconds (seconds, left_cb, NULL);
}

void
hearth_private_temp_hold (void)
{
  n_holders++;
}

void
hearth_private_temp_release (void)
{
  g_return_if_fail (n_holders > 0);
  n_holders--;
  hearth_private_temp_sweep ();
}

void
hearth_private_temp_remove (void)
{
  if (folder == NULL)
    return;
  g_clear_handle_id (&left_source, g_source_remove);
  g_clear_pointer (&left, g_ptr_array_unref);
  remove_files (folder);
  g_rmdir (folder);
  g_clear_pointer (&folder, g_free);
}

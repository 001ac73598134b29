/* SPDX-License-Identifier: GPL-3.0-or-later
 * A private temporary folder in memory, so that printing leaves nothing on the disk (security.md 5).
 */
#define G_LOG_DOMAIN "hearth-views"

#include "views/private-temp.h"

#include <errno.h>
#include <gio/gio.h>
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

static void
remove_files (const char *path)
{
  g_autoptr (GDir) dir = g_dir_open (path, 0, NULL);
  const char *name;

  while (dir != NULL && (name = g_dir_read_name (dir)) != NULL)
    {
      g_autofree char *file = g_build_filename (path, name, NULL);

      /* Printing makes no folders. */
      if (g_unlink (file) != 0 && errno != EISDIR)
        g_warning ("A temporary file could not be removed: %s", g_strerror (errno));
    }
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
  remove_files (folder);
  g_rmdir (folder);
  g_clear_pointer (&folder, g_free);
}

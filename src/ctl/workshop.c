/* SPDX-License-Identifier: GPL-3.0-or-later
 * A new house is made beside its place and moved there when it is whole.
 */
#define G_LOG_DOMAIN "hearth-ctl"

#include "config.h"

#include "ctl/workshop.h"

#include "store/store.h"

#include <errno.h>
#include <ftw.h>
#include <glib/gstdio.h>
#include <stdio.h>
#include <unistd.h>

#define MAX_OPEN_FOLDERS 8

static void
set_io_error (GError **error, int code)
{
  HearthStoreError kind = HEARTH_STORE_ERROR_IO;

  if (code == ENOSPC || code == EDQUOT)
    kind = HEARTH_STORE_ERROR_FULL;
  else if (code == EACCES || code == EPERM || code == EROFS)
    kind = HEARTH_STORE_ERROR_READ_ONLY;
  else if (code == EEXIST || code == ENOTEMPTY || code == ENOTDIR)
    kind = HEARTH_STORE_ERROR_EXISTS;
  g_set_error_literal (error, HEARTH_STORE_ERROR, kind, g_strerror (code));
}

static bool
is_free (const char *folder)
{
  g_autoptr (GDir) dir = NULL;

  if (!g_file_test (folder, G_FILE_TEST_EXISTS))
    return true;
  dir = g_dir_open (folder, 0, NULL);
  return dir != NULL && g_dir_read_name (dir) == NULL;
}

char *
hearth_workshop_new (const char *house, GError **error)
{
  g_autofree char *place = g_canonicalize_filename (house, NULL);
  g_autofree char *parent = g_path_get_dirname (place);
  g_autofree char *workshop = g_build_filename (parent, ".hearth-unfinished-XXXXXX", NULL);

  if (!is_free (place))
    {
      set_io_error (error, EEXIST);
      return NULL;
    }
  if (g_mkdir_with_parents (parent, 0700) != 0 || g_mkdtemp_full (workshop, 0700) == NULL)
    {
      set_io_error (error, errno);
      return NULL;
    }
  return g_steal_pointer (&workshop);
}

bool
hearth_workshop_finish (const char *workshop, const char *house, GError **error)
{
  g_autofree char *place = g_canonicalize_filename (house, NULL);

  if (g_rename (workshop, place) == 0)
    return true;
  set_io_error (error, errno);
  return false;
}

static int
remove_one (const char *path, const struct stat *status, int kind, struct FTW *walk)
{
  remove (path); /* what cannot be removed stays where it is: nothing of it is readable */
  return 0;
}

void
hearth_workshop_free (char *workshop)
{
  nftw (workshop, remove_one, MAX_OPEN_FOLDERS, FTW_DEPTH | FTW_PHYS);
  g_free (workshop);
}

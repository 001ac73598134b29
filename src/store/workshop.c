/* SPDX-License-Identifier: GPL-3.0-or-later
 * A house is made in a folder beside its place and moved there when it is whole: never half a house.
 */
#define G_LOG_DOMAIN "hearth-store"

#include "store/workshop.h"

#include "store/backup-file.h"

#include <errno.h>
#include <glib/gstdio.h>

static bool
set_exists (GError **error)
{
  g_set_error_literal (error, HEARTH_STORE_ERROR, HEARTH_STORE_ERROR_EXISTS, "the folder is not empty");
  return false;
}

/* A folder that cannot be read may hold anything. */
static bool
check_free (const char *place, GError **error)
{
  g_autoptr (GDir) entries = NULL;

  if (!g_file_test (place, G_FILE_TEST_EXISTS))
    return true;
  entries = g_dir_open (place, 0, NULL);
  return (entries != NULL && g_dir_read_name (entries) == NULL) || set_exists (error);
}

HearthWorkshop *
hearth_workshop_new (const char *house, GError **error)
{
  g_autofree char *place = NULL;
  g_autofree char *parent = NULL;
  g_autofree char *workshop = NULL;

  g_return_val_if_fail (house != NULL, NULL);

  place = g_canonicalize_filename (house, NULL);
  parent = g_path_get_dirname (place);
  workshop = g_build_filename (parent, ".hearth-unfinished-XXXXXX", NULL);
  if (!check_free (place, error))
    return NULL;
  if (g_mkdir_with_parents (parent, 0700) == 0 && g_mkdtemp_full (workshop, 0700) != NULL)
    return g_steal_pointer (&workshop);
  hearth_file_set_error (error, errno);
  return NULL;
}

bool
hearth_workshop_finish (HearthWorkshop *workshop, const char *house, GError **error)
{
  g_autofree char *place = NULL;
  g_autofree char *parent = NULL;

  g_return_val_if_fail (workshop != NULL, false);
  g_return_val_if_fail (house != NULL, false);

  place = g_canonicalize_filename (house, NULL);
  parent = g_path_get_dirname (place);
  /* rename () takes the place of an empty folder, and of nothing else. */
  if (g_rename (workshop, place) != 0)
    return errno == ENOTEMPTY || errno == EEXIST || errno == ENOTDIR ? set_exists (error)
                                                                     : hearth_file_set_error (error, errno);
  if (hearth_folder_sync (parent, error))
    return true;
  g_rename (place, workshop);
  return false;
}

void
hearth_workshop_free (HearthWorkshop *workshop)
{
  if (workshop == NULL)
    return;
  hearth_folder_remove (workshop);
  g_free (workshop);
}

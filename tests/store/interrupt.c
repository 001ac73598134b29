/* SPDX-License-Identifier: GPL-3.0-or-later
 * Work on a house during which the program ends or the disk fails.
 */
#define G_LOG_DOMAIN "hearth-test"

#include "interrupt.h"

#include "fixtures/fault-vfs.h"
#include "fixtures/faults.h"
#include "store/backup-file.h"

#include <errno.h>
#include <sys/wait.h>
#include <unistd.h>

void
interrupt_copy_file (const char *from_folder, const char *to_folder, const char *name)
{
  g_autofree char *from = g_build_filename (from_folder, name, NULL);
  g_autofree char *to = g_build_filename (to_folder, name, NULL);
  HearthFileDigest digest;

  g_assert_true (hearth_file_copy (from, to, &digest, NULL, NULL));
}

House *
interrupt_copy_house (House *house, const char *user, const char *password)
{
  House *copy = g_new0 (House, 1);
  g_autoptr (GError) error = NULL;

  copy->folder = hearth_test_folder_new ();
  copy->policy = g_object_ref (house->policy);
  copy->clock = g_object_ref (house->clock);
  interrupt_copy_file (house->folder, copy->folder, "house.db");
  interrupt_copy_file (house->folder, copy->folder, "house.keys");
  copy->keyring = hearth_vault_unlock (copy->folder, user, password, &error);
  g_assert_no_error (error);
  return copy;
}

static void
arm_end (InterruptWhere where, guint nth)
{
  if (where == AT_KEY_FILE)
    faults_arm_end (nth);
  else
    fault_vfs_arm (FAULT_VFS_READ | FAULT_VFS_CHANGES, nth - 1, FAULT_VFS_END, false);
}

bool
interrupt_end (House *house, InterruptWork work, gconstpointer data, InterruptWhere where, guint nth)
{
  int status;
  pid_t child = fork ();

  g_assert_cmpint (child, >=, 0);
  if (child == 0)
    {
      arm_end (where, nth);
      _exit (work (house, data, NULL) ? 0 : 1);
    }
  g_assert_cmpint (waitpid (child, &status, 0), ==, child);
  g_assert_true (WIFEXITED (status));
  g_assert_cmpint (WEXITSTATUS (status), !=, 1);
  return WEXITSTATUS (status) != 0;
}

bool
interrupt_fail (House *house,
                InterruptWork work,
                gconstpointer data,
                InterruptWhere where,
                guint nth,
                bool is_full)
{
  if (where == AT_KEY_FILE)
    {
      faults_arm (nth, is_full ? ENOSPC : EIO);
      work (house, data, NULL);
      return faults_disarm () != FAULT_NONE;
    }
  fault_vfs_arm (FAULT_VFS_CHANGES, nth - 1, is_full ? SQLITE_FULL : SQLITE_IOERR, is_full);
  work (house, data, NULL);
  return fault_vfs_disarm ();
}

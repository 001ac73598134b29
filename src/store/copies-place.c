/* SPDX-License-Identifier: GPL-3.0-or-later
 * The folder that copies are made in: its lock, and which names in it are whose.
 */
#define G_LOG_DOMAIN "hearth-store"

#include "store/copies-place.h"

#include "store/backup-file.h"

#include <errno.h>
#include <fcntl.h>
#include <string.h>
#include <sys/file.h>
#include <unistd.h>

bool
hearth_copy_is_name (const char *name)
{
  const char *mark = g_strrstr (name, HEARTH_COPY_DAMAGED);

  /* "NAME.damaged", and "NAME.damaged-2" when there was one already. */
  return *name != '.' && (mark == NULL || strspn (mark + strlen (HEARTH_COPY_DAMAGED), "-0123456789") !=
                                            strlen (mark + strlen (HEARTH_COPY_DAMAGED)));
}

int
hearth_copies_lock (const char *place, GError **error)
{
  int fd = open (place, O_RDONLY | O_DIRECTORY | O_CLOEXEC);
  int number;

  if (fd >= 0 && flock (fd, LOCK_EX | LOCK_NB) == 0)
    return fd;
  number = errno;
  if (fd >= 0)
    close (fd);
  if (number == EWOULDBLOCK)
    g_set_error_literal (error, HEARTH_STORE_ERROR, HEARTH_STORE_ERROR_LOCKED, "a copy is being made there");
  else
    hearth_file_set_error (error, number);
  return -1;
}

bool
hearth_copies_propagate (const char *place, GError **error, GError *local_error)
{
  if (!g_error_matches (local_error, HEARTH_STORE_ERROR, HEARTH_STORE_ERROR_CANCELLED) &&
      !g_file_test (place, G_FILE_TEST_EXISTS))
    {
      g_error_free (local_error);
      return hearth_file_set_error (error, ENOENT);
    }
  g_propagate_error (error, local_error);
  return false;
}

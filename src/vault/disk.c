/* SPDX-License-Identifier: GPL-3.0-or-later
 * Files that must survive a power cut: bounded reads and synced writes.
 */
#define G_LOG_DOMAIN "hearth-vault"

#include "vault/disk.h"

#include <errno.h>
#include <fcntl.h>
#include <glib/gstdio.h>
#include <sys/stat.h>
#include <unistd.h>

#include "vault/vault.h"

bool
hearth_disk_check (int code, GError **error)
{
  if (code == 0)
    return true;
  g_set_error_literal (error, HEARTH_VAULT_ERROR,
                       code == ENOSPC || code == EDQUOT ? HEARTH_VAULT_ERROR_FULL : HEARTH_VAULT_ERROR_IO,
                       g_strerror (code));
  return false;
}

static GBytes *
read_all (int fd, gsize most, GError **error)
{
  g_autofree guint8 *bytes = g_malloc (most + 1);
  gsize length = 0;

  /* One byte more than allowed is asked for: the file can grow after its size was looked at. */
  while (length <= most)
    {
      ssize_t got = read (fd, bytes + length, most + 1 - length);

      if (got == 0)
        return g_bytes_new (bytes, length);
      if (got < 0 && errno == EIO)
        {
          /* A bad place on the disk is damage of this file: the previous version may be whole. */
          g_set_error_literal (error, HEARTH_VAULT_ERROR, HEARTH_VAULT_ERROR_DAMAGED,
                               "A part of the file cannot be read");
          return NULL;
        }
      if (got < 0 && errno != EINTR)
        {
          hearth_disk_check (errno, error);
          return NULL;
        }
      length += got > 0 ? (gsize) got : 0;
    }
  g_set_error_literal (error, HEARTH_VAULT_ERROR, HEARTH_VAULT_ERROR_DAMAGED, "The file is too long");
  return NULL;
}

GBytes *
hearth_disk_read (const char *path, gsize most, GError **error)
{
  /* O_NONBLOCK: opening a pipe that somebody put there must not wait for ever. */
  g_autofd int fd = g_open (path, O_RDONLY | O_CLOEXEC | O_NONBLOCK, 0);
  struct stat info;

  if (fd < 0 && (errno == ENOENT || errno == ENOTDIR))
    {
      g_set_error_literal (error, HEARTH_VAULT_ERROR, HEARTH_VAULT_ERROR_MISSING, "There is no such file");
      return NULL;
    }
  if (fd < 0 || fstat (fd, &info) != 0)
    {
      hearth_disk_check (errno, error);
      return NULL;
    }
  if (!S_ISREG (info.st_mode) || info.st_size < 0 || (guint64) info.st_size > most)
    {
      g_set_error_literal (error, HEARTH_VAULT_ERROR, HEARTH_VAULT_ERROR_DAMAGED,
                           "The file is too long or no plain file");
      return NULL;
    }
  return read_all (fd, (gsize) info.st_size, error);
}

int
hearth_disk_write (int fd, gconstpointer bytes, gsize length)
{
  const guint8 *next = bytes;

  while (length > 0)
    {
      ssize_t put = write (fd, next, length);

      if (put < 0 && errno == EINTR)
        continue;
      if (put < 0)
        return errno;
      next += put;
      length -= (gsize) put;
    }
  return 0;
}

int
hearth_disk_write_synced (int fd, gconstpointer bytes, gsize length)
{
  int code = hearth_disk_write (fd, bytes, length);

  if (code == 0 && fsync (fd) != 0)
    code = errno;
  return code;
}

int
hearth_disk_write_file (const char *path, int flags, gconstpointer bytes, gsize length)
{
  int fd = g_open (path, O_WRONLY | O_CREAT | O_CLOEXEC | O_NOFOLLOW | flags, 0600);
  int code;

  if (fd < 0)
    return errno;
  code = hearth_disk_write_synced (fd, bytes, length);
  /* Network and quota file systems may say only now that there was no room. */
  if (close (fd) != 0 && code == 0)
    code = errno;
  if (code != 0)
    g_unlink (path);
  return code;
}

int
hearth_disk_sync_folder (const char *folder)
{
  g_autofd int fd = g_open (folder, O_RDONLY | O_DIRECTORY | O_CLOEXEC, 0);

  /* EINVAL: a file system without this operation, FAT for one. */
  return fd >= 0 && (fsync (fd) == 0 || errno == EINVAL) ? 0 : errno;
}

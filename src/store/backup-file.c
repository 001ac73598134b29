/* SPDX-License-Identifier: GPL-3.0-or-later
 * Files as attachments and backups need them: hashed, copied and synced, with the store's errors.
 */
#define G_LOG_DOMAIN "hearth-store"

#include "store/backup-file.h"

#include "vault/disk.h"

#include <errno.h>
#include <fcntl.h>
#include <glib/gstdio.h>
#include <sodium.h>
#include <sys/stat.h>
#include <unistd.h>

#define BLOCK_BYTES (256 * 1024)

bool
hearth_file_digest_equal (const HearthFileDigest *a, const HearthFileDigest *b)
{
  return a->size == b->size && memcmp (a->hash, b->hash, sizeof a->hash) == 0;
}

char *
hearth_file_digest_to_hex (const HearthFileDigest *digest)
{
  char hex[HEARTH_FILE_HASH_BYTES * 2 + 1];

  sodium_bin2hex (hex, sizeof hex, digest->hash, sizeof digest->hash);
  return g_strdup (hex);
}

static HearthStoreError
error_from_errno (int number)
{
  switch (number)
    {
    case ENOSPC:
    case EDQUOT:
    case EFBIG:
      return HEARTH_STORE_ERROR_FULL;
    case EACCES:
    case EPERM:
    case EROFS:
      return HEARTH_STORE_ERROR_READ_ONLY;
    case ENOENT:
    case ENOTDIR:
      return HEARTH_STORE_ERROR_NOT_FOUND;
    default:
      return HEARTH_STORE_ERROR_IO;
    }
}

bool
hearth_file_set_error (GError **error, int number)
{
  g_set_error_literal (error, HEARTH_STORE_ERROR, (int) error_from_errno (number), g_strerror (number));
  return false;
}

static bool
fail (GError **error)
{
  return hearth_file_set_error (error, errno);
}

static bool
check_cancelled (GCancellable *cancellable, GError **error)
{
  if (!g_cancellable_is_cancelled (cancellable))
    return false;
  g_set_error_literal (error, HEARTH_STORE_ERROR, HEARTH_STORE_ERROR_CANCELLED, "");
  return true;
}

static bool
check (int code, GError **error)
{
  return code == 0 || hearth_file_set_error (error, code);
}

bool
hearth_file_write_all (int fd, const void *data, gsize length, GError **error)
{
  return check (hearth_disk_write (fd, data, length), error);
}

/** Hashes what @from holds, and writes it to @to when that is not -1. */
static bool
pass_through (int from, int to, HearthFileDigest *digest, GCancellable *cancellable, GError **error)
{
  g_autofree guint8 *block = g_malloc (BLOCK_BYTES);
  crypto_generichash_state state;

  crypto_generichash_init (&state, NULL, 0, HEARTH_FILE_HASH_BYTES);
  digest->size = 0;
  for (;;)
    {
      gssize got;

      if (check_cancelled (cancellable, error))
        return false;
      got = read (from, block, BLOCK_BYTES);
      if (got < 0 && errno == EINTR)
        continue;
      if (got < 0)
        return fail (error);
      if (got == 0)
        break;
      crypto_generichash_update (&state, block, (unsigned long long) got);
      digest->size += got;
      if (to >= 0 && !hearth_file_write_all (to, block, (gsize) got, error))
        return false;
    }
  crypto_generichash_final (&state, digest->hash, HEARTH_FILE_HASH_BYTES);
  return true;
}

bool
hearth_file_digest_fd (int fd, HearthFileDigest *digest, GCancellable *cancellable, GError **error)
{
  return pass_through (fd, -1, digest, cancellable, error);
}

bool
hearth_file_digest_path (const char *path,
                         HearthFileDigest *digest,
                         GCancellable *cancellable,
                         GError **error)
{
  g_autofd int fd = open (path, O_RDONLY | O_CLOEXEC | O_NOFOLLOW);

  return fd < 0 ? fail (error) : hearth_file_digest_fd (fd, digest, cancellable, error);
}

static bool
sync_and_close (int *fd, GError **error)
{
  if (fsync (*fd) != 0)
    return fail (error);
  return g_clear_fd (fd, NULL) || fail (error);
}

bool
hearth_file_copy (const char *from,
                  const char *to,
                  HearthFileDigest *digest,
                  GCancellable *cancellable,
                  GError **error)
{
  g_autofd int source = open (from, O_RDONLY | O_CLOEXEC | O_NOFOLLOW);
  g_autofd int target = -1;

  if (source < 0)
    return fail (error);
  target = open (to, O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC | O_NOFOLLOW, 0600);
  if (target < 0)
    return fail (error);
  if (pass_through (source, target, digest, cancellable, error) && sync_and_close (&target, error))
    return true;
  g_unlink (to);
  return false;
}

bool
hearth_file_write_new (const char *path, const void *data, gsize length, GError **error)
{
  return check (hearth_disk_write_file (path, O_EXCL, data, length), error);
}

bool
hearth_file_sync (const char *path, GError **error)
{
  g_autofd int fd = open (path, O_RDONLY | O_CLOEXEC | O_NOFOLLOW);

  return (fd >= 0 && fsync (fd) == 0) || fail (error);
}

bool
hearth_folder_sync (const char *folder, GError **error)
{
  return check (hearth_disk_sync_folder (folder), error);
}

bool
hearth_file_rename_durably (const char *from, const char *to, GError **error)
{
  g_autofree char *folder = g_path_get_dirname (to);

  if (g_rename (from, to) != 0)
    return fail (error);
  return hearth_folder_sync (folder, error);
}

void
hearth_folder_remove (const char *folder)
{
  g_autoptr (GDir) entries = g_dir_open (folder, 0, NULL);
  const char *name;

  while (entries && (name = g_dir_read_name (entries)))
    {
      g_autofree char *path = g_build_filename (folder, name, NULL);
      struct stat status;

      if (lstat (path, &status) == 0 && S_ISDIR (status.st_mode))
        hearth_folder_remove (path);
      else
        g_unlink (path);
    }
  g_rmdir (folder);
}

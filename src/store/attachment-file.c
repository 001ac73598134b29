/* SPDX-License-Identifier: GPL-3.0-or-later
 * Sealed files: content in XChaCha20-Poly1305 streams, as attachments are kept under files/.
 */
#define G_LOG_DOMAIN "hearth-store"

#include "store/attachment-file.h"

#include "core/wipe.h"

#include <errno.h>
#include <fcntl.h>
#include <glib/gstdio.h>
#include <sodium.h>
#include <sys/stat.h>
#include <unistd.h>

#define MAGIC "HEARTHF1"
#define MAGIC_BYTES 8
#define STREAM_HEADER_BYTES crypto_secretstream_xchacha20poly1305_HEADERBYTES
#define HEADER_BYTES (MAGIC_BYTES + STREAM_HEADER_BYTES)
#define CHUNK_BYTES (64 * 1024)
#define SEALED_CHUNK_BYTES (CHUNK_BYTES + crypto_secretstream_xchacha20poly1305_ABYTES)
#define PARTIAL_SUFFIX ".partial"

G_STATIC_ASSERT (HEARTH_SEALED_FILE_KEY_BYTES == crypto_secretstream_xchacha20poly1305_KEYBYTES);

/** What one file is sealed or opened with. */
typedef struct {
  crypto_secretstream_xchacha20poly1305_state *stream; /* in locked memory */
  const char *name;
  int fd;
  crypto_generichash_state hash;
  gint64 written;
} Work;

static bool
put (Work *work, const void *data, gsize length, GError **error)
{
  crypto_generichash_update (&work->hash, data, length);
  work->written += (gint64) length;
  return hearth_file_write_all (work->fd, data, length, error);
}

static bool
seal_chunks (Work *work, GBytes *content, GError **error)
{
  g_autofree guint8 *sealed = g_malloc (SEALED_CHUNK_BYTES);
  gsize length = 0, at = 0;
  const guint8 *data = g_bytes_get_data (content, &length);

  do
    {
      gsize part = MIN (CHUNK_BYTES, length - at);
      bool last = at + part == length;
      unsigned long long sealed_length = 0;

      crypto_secretstream_xchacha20poly1305_push (work->stream, sealed, &sealed_length,
                                                  data ? data + at : NULL, part, (const guint8 *) work->name,
                                                  strlen (work->name),
                                                  last ? crypto_secretstream_xchacha20poly1305_TAG_FINAL
                                                       : crypto_secretstream_xchacha20poly1305_TAG_MESSAGE);
      if (!put (work, sealed, sealed_length, error))
        return false;
      at += part;
    }
  while (at < length);
  return true;
}

static bool
seal_to_fd (Work *work, const guint8 *key, GBytes *content, HearthFileDigest *digest, GError **error)
{
  guint8 header[STREAM_HEADER_BYTES];

  crypto_generichash_init (&work->hash, NULL, 0, HEARTH_FILE_HASH_BYTES);
  crypto_secretstream_xchacha20poly1305_init_push (work->stream, header, key);
  if (!put (work, MAGIC, MAGIC_BYTES, error) || !put (work, header, sizeof header, error) ||
      !seal_chunks (work, content, error))
    return false;
  if (fsync (work->fd) != 0)
    return hearth_file_set_error (error, errno);
  crypto_generichash_final (&work->hash, digest->hash, sizeof digest->hash);
  digest->size = work->written;
  return true;
}

static bool
work_begin (Work *work, const char *name, GError **error)
{
  *work = (Work) { .name = name, .fd = -1 };
  work->stream = sodium_malloc (sizeof *work->stream);
  if (work->stream)
    return true;
  return hearth_file_set_error (error, ENOMEM);
}

static void
work_clear (Work *work)
{
  g_clear_fd (&work->fd, NULL);
  g_clear_pointer (&work->stream, sodium_free);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Work, work_clear)

bool
hearth_sealed_file_write (const char *folder,
                          const char *name,
                          const guint8 key[HEARTH_SEALED_FILE_KEY_BYTES],
                          GBytes *content,
                          HearthFileDigest *digest,
                          GError **error)
{
  g_autofree char *path = g_build_filename (folder, name, NULL);
  g_autofree char *partial = g_strconcat (path, PARTIAL_SUFFIX, NULL);
  g_auto (Work) work = { .fd = -1 };

  if (!work_begin (&work, name, error))
    return false;
  work.fd = open (partial, O_WRONLY | O_CREAT | O_TRUNC | O_CLOEXEC | O_NOFOLLOW, 0600);
  if (work.fd < 0)
    return hearth_file_set_error (error, errno);
  if (!seal_to_fd (&work, key, content, digest, error))
    {
      g_unlink (partial);
      return false;
    }
  if (hearth_file_rename_durably (partial, path, error))
    return true;
  g_unlink (partial);
  g_unlink (path);
  return false;
}

static bool
damaged (GError **error, const char *name)
{
  g_set_error (error, HEARTH_STORE_ERROR, HEARTH_STORE_ERROR_CORRUPT, "files/%s", name);
  return false;
}

static gint64
sealed_size (gint64 size)
{
  gint64 chunks = MAX (1, (size + CHUNK_BYTES - 1) / CHUNK_BYTES);

  return HEADER_BYTES + size + chunks * (gint64) crypto_secretstream_xchacha20poly1305_ABYTES;
}

/** Opens @path, which must have the size that @size bytes of content make. */
static int
open_sealed (const char *path, const char *name, gint64 size, GError **error)
{
  g_autofd int fd = open (path, O_RDONLY | O_CLOEXEC | O_NOFOLLOW);
  struct stat status;

  if (fd < 0 && errno != ENOENT && errno != ELOOP)
    {
      hearth_file_set_error (error, errno);
      return -1;
    }
  if (fd < 0 || fstat (fd, &status) != 0 || status.st_size != sealed_size (size))
    {
      damaged (error, name);
      return -1;
    }
  return g_steal_fd (&fd);
}

/* Not mmap: a failing disk would end the program instead of giving an error. */
static bool
get (Work *work, void *data, gsize length, GError **error)
{
  guint8 *at = data;

  while (length > 0)
    {
      gssize got = read (work->fd, at, length);

      if (got < 0 && errno == EINTR)
        continue;
      if (got < 0)
        return hearth_file_set_error (error, errno);
      if (got == 0)
        return damaged (error, work->name);
      at += got;
      length -= (gsize) got;
    }
  return true;
}

static bool
open_header (Work *work, const guint8 *key, GError **error)
{
  guint8 header[HEADER_BYTES];

  if (!get (work, header, sizeof header, error))
    return false;
  if (memcmp (header, MAGIC, MAGIC_BYTES) != 0 ||
      crypto_secretstream_xchacha20poly1305_init_pull (work->stream, header + MAGIC_BYTES, key) != 0)
    return damaged (error, work->name);
  return true;
}

/** Opens all chunks into @content, which has room for @size bytes. */
static bool
open_chunks (Work *work, guint8 *content, gsize size, GError **error)
{
  g_autofree guint8 *sealed = g_malloc (SEALED_CHUNK_BYTES);
  gsize at = 0;

  do
    {
      gsize part = MIN (CHUNK_BYTES, size - at);
      gsize sealed_part = part + crypto_secretstream_xchacha20poly1305_ABYTES;
      unsigned char tag = 0, expected = crypto_secretstream_xchacha20poly1305_TAG_MESSAGE;

      if (at + part == size)
        expected = crypto_secretstream_xchacha20poly1305_TAG_FINAL;
      if (!get (work, sealed, sealed_part, error))
        return false;
      if (crypto_secretstream_xchacha20poly1305_pull (work->stream, content + at, NULL, &tag, sealed,
                                                      sealed_part, (const guint8 *) work->name,
                                                      strlen (work->name)) != 0 ||
          tag != expected)
        return damaged (error, work->name);
      at += part;
    }
  while (at < size);
  return true;
}

GBytes *
hearth_sealed_file_read (const char *folder,
                         const char *name,
                         const guint8 key[HEARTH_SEALED_FILE_KEY_BYTES],
                         gint64 size,
                         GError **error)
{
  g_autofree char *path = g_build_filename (folder, name, NULL);
  g_autofree guint8 *content = NULL;
  g_auto (Work) work = { .fd = -1 };

  if (!work_begin (&work, name, error))
    return NULL;
  work.fd = open_sealed (path, name, size, error);
  if (work.fd < 0)
    return NULL;
  content = g_malloc ((gsize) size + 1);
  if (!open_header (&work, key, error) || !open_chunks (&work, content, (gsize) size, error))
    return NULL;
  return hearth_bytes_new_wiped (g_steal_pointer (&content), (gsize) size);
}

void
hearth_sealed_file_sweep (const char *folder)
{
  g_autoptr (GDir) entries = g_dir_open (folder, 0, NULL);
  const char *name;

  while (entries && (name = g_dir_read_name (entries)))
    if (g_str_has_suffix (name, PARTIAL_SUFFIX))
      {
        g_autofree char *path = g_build_filename (folder, name, NULL);

        g_unlink (path);
      }
}

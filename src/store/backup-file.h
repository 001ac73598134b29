/* SPDX-License-Identifier: GPL-3.0-or-later
 * Files as attachments and backups need them: hashed, copied and synced, with the store's errors. Private.
 */
#pragma once

#include "store/store.h"

G_BEGIN_DECLS

#define HEARTH_FILE_HASH_BYTES 32

/** BLAKE2b-256 and size of a file. */
typedef struct {
  guint8 hash[HEARTH_FILE_HASH_BYTES];
  gint64 size;
} HearthFileDigest;

bool hearth_file_digest_equal (const HearthFileDigest *a, const HearthFileDigest *b);
/** 64 hex digits; transfer full. */
char *hearth_file_digest_to_hex (const HearthFileDigest *digest);

/** Sets FULL, READ_ONLY, NOT_FOUND or IO for @number (errno), with the system's words as message. Always false. */
bool hearth_file_set_error (GError **error, int number);

/** Reads all of @fd from where it stands; CANCELLED, IO. */
bool hearth_file_digest_fd (int fd, HearthFileDigest *digest, GCancellable *cancellable, GError **error);
bool hearth_file_digest_path (const char *path,
                              HearthFileDigest *digest,
                              GCancellable *cancellable,
                              GError **error);

/** Copies @from to @to, which must not exist, and syncs it; on an error nothing is left at @to. */
bool hearth_file_copy (const char *from,
                       const char *to,
                       HearthFileDigest *digest,
                       GCancellable *cancellable,
                       GError **error);

/** A new file of mode 0600 with @length bytes, synced; on an error nothing is left at @path. */
bool hearth_file_write_new (const char *path, const void *data, gsize length, GError **error);
bool hearth_file_write_all (int fd, const void *data, gsize length, GError **error);

/** Makes what was written to the file at @path durable. */
bool hearth_file_sync (const char *path, GError **error);
/** Makes the names in @folder durable. */
bool hearth_folder_sync (const char *folder, GError **error);
/** Renames @from to @to and syncs the folder that @to is in. */
bool hearth_file_rename_durably (const char *from, const char *to, GError **error);
/** Removes @folder and what is in it, as far as it goes; links are removed, not followed. */
void hearth_folder_remove (const char *folder);

G_END_DECLS

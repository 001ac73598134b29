/* SPDX-License-Identifier: GPL-3.0-or-later
 * Sealed files: content in XChaCha20-Poly1305 streams, as attachments are kept under files/. Private.
 *
 * Format: 8 bytes "HEARTHF1", the stream's header (24 bytes), then chunks of 64 KiB of content, each 17 bytes
 * longer when sealed; the last one carries the FINAL tag. Every chunk has the file's name as additional data, so
 * that one file cannot stand in for another.
 */
#pragma once

#include "store/backup-file.h"

G_BEGIN_DECLS

#define HEARTH_SEALED_FILE_KEY_BYTES 32

/**
 * Writes @content to @folder/@name: temporary file, sync, rename, sync of the folder. A file of that name is
 * replaced. @digest: (out): of the sealed file
 */
bool hearth_sealed_file_write (const char *folder,
                               const char *name,
                               const guint8 key[HEARTH_SEALED_FILE_KEY_BYTES],
                               GBytes *content,
                               HearthFileDigest *digest,
                               GError **error);

/** The content, of exactly @size bytes; transfer full. CORRUPT when the file is missing, cut, changed or another. */
GBytes *hearth_sealed_file_read (const char *folder,
                                 const char *name,
                                 const guint8 key[HEARTH_SEALED_FILE_KEY_BYTES],
                                 gint64 size,
                                 GError **error);

/** Removes what an interrupted write left in @folder. */
void hearth_sealed_file_sweep (const char *folder);

G_END_DECLS

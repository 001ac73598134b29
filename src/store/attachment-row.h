/* SPDX-License-Identifier: GPL-3.0-or-later
 * A row of the attachment table: what a file is, and the key that opens it. Private.
 */
#pragma once

#include "store/attachment.h"
#include "store/attachment-file.h"
#include "store/store-private.h"

G_BEGIN_DECLS

/**
 * HearthStoredAttachment:
 * @file: name below files/
 * @digest: of the sealed file, so that it can be checked without its key
 * @key: the file's own random key; NULL for a compartment's
 * @sealed_key: the key sealed to the compartment; NULL for none
 *
 * A key of its own per file, kept here, means that rotating the house key need not write every file anew.
 */
typedef struct {
  HearthAttachment *info;
  char *file;
  HearthFileDigest digest;
  GBytes *key;
  GBytes *sealed_key;
  GBytes *commitment;
  gint64 seal_number;
} HearthStoredAttachment;

HearthStoredAttachment *hearth_stored_attachment_new (void);
void hearth_stored_attachment_free (HearthStoredAttachment *row);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (HearthStoredAttachment, hearth_stored_attachment_free)

/** What selects give to hearth_stored_attachment_read (), in its order. */
#define HEARTH_ATTACHMENT_COLUMNS                                                                            \
  "id, resident, name, media_type, size, added_at, added_by, compartment, file, file_size, file_hash, key, " \
  "sealed_key, "                                                                                             \
  "sealed_commitment, sealed_number"

/** Transfer full; NULL and CORRUPT when bytes have a wrong length. */
HearthStoredAttachment *hearth_stored_attachment_read (HearthStatement *statement, GError **error);
bool hearth_stored_attachment_insert (const HearthStoredAttachment *row, HearthDb *db, GError **error);
/** The row with @id, NULL without error when there is none; transfer full. */
HearthStoredAttachment *hearth_stored_attachment_load (HearthDb *db, const char *id, GError **error);

/** BLAKE2b-256 over everything that stays when a key is sealed anew: what the audit row holds. */
void hearth_stored_attachment_hash (const HearthStoredAttachment *row, guint8 hash[HEARTH_HASH_BYTES]);

/** What the sealed key of a compartment's file is bound to; transfer full. */
char *hearth_stored_attachment_dup_context (const HearthStoredAttachment *row);

/** Whether the policy and the keys allow to add @attachment. */
bool hearth_store_may_attach (HearthStore *store, const HearthAttachment *attachment);

/** files/ below @folder; transfer full. */
char *hearth_house_dup_files_path (const char *folder);

G_END_DECLS

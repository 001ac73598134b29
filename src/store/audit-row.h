/* SPDX-License-Identifier: GPL-3.0-or-later
 * A row of the audit chain: read, hashed and checked the same way by who writes and who verifies. Private.
 */
#pragma once

#include "store/db.h"

G_BEGIN_DECLS

#define HEARTH_HASH_BYTES 32

typedef struct {
  gint64 sequence;
  char *at; /* UTC, RFC 3339, whole seconds */
  char *utc_offset;
  char *boot;
  char *sign_in;
  char *person;
  char *role;
  char *action;
  char *type;
  char *id;
  gint64 revision;
  GBytes *before; /* NULL for none */
  GBytes *after;  /* NULL for none */
  char *reason;
  guint8 previous[HEARTH_HASH_BYTES];
  guint8 hash[HEARTH_HASH_BYTES];
  guint8 signature[HEARTH_SIGNATURE_BYTES];
} HearthAuditRow;

void hearth_audit_row_free (HearthAuditRow *row);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (HearthAuditRow, hearth_audit_row_free)

/** What selects give to hearth_audit_row_read (), in its order. */
#define HEARTH_AUDIT_COLUMNS                                                                           \
  "sequence, at, utc_offset, boot, sign_in, person, role, action, type, id, revision, before, after, " \
  "reason, "                                                                                           \
  "previous, hash, signature"

/** Transfer full; bytes of a wrong length read as zero. */
HearthAuditRow *hearth_audit_row_read (HearthStatement *statement);
bool hearth_audit_row_insert (HearthAuditRow *row, HearthDb *db, GError **error);

/** BLAKE2b-256 over every column up to "previous", each after its length. */
void hearth_audit_row_compute_hash (const HearthAuditRow *row, guint8 hash[HEARTH_HASH_BYTES]);
bool hearth_audit_row_sign (HearthAuditRow *row, HearthKeyring *keyring, GError **error);
bool hearth_audit_row_is_signed_by (const HearthAuditRow *row,
                                    const guint8 signing_key[HEARTH_PUBLIC_KEY_BYTES]);

/** What the "keys" row of a person holds as hash: over the person's public keys. */
void hearth_person_keys_hash (const char *person,
                              const guint8 signing[HEARTH_PUBLIC_KEY_BYTES],
                              const guint8 sealing[HEARTH_PUBLIC_KEY_BYTES],
                              gint64 epoch,
                              guint8 hash[HEARTH_HASH_BYTES]);

/** "1204 · 9f86d081884c7d65"; transfer full. */
char *hearth_anchor_to_text (gint64 sequence, const guint8 hash[HEARTH_HASH_BYTES]);

G_END_DECLS

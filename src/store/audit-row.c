/* SPDX-License-Identifier: GPL-3.0-or-later
 * A row of the audit chain: read, hashed and checked the same way by who writes and who verifies.
 */
#define G_LOG_DOMAIN "hearth-store"

#include "store/audit-row.h"

#include "vault/canon.h"

#include <sodium.h>
#include <string.h>

void
hearth_audit_row_free (HearthAuditRow *row)
{
  if (row == NULL)
    return;
  g_free (row->at);
  g_free (row->utc_offset);
  g_free (row->boot);
  g_free (row->sign_in);
  g_free (row->person);
  g_free (row->role);
  g_free (row->action);
  g_free (row->type);
  g_free (row->id);
  g_clear_pointer (&row->before, g_bytes_unref);
  g_clear_pointer (&row->after, g_bytes_unref);
  g_free (row->reason);
  g_free (row);
}

static void
read_fixed (HearthStatement *statement, int column, guint8 *data, gsize length)
{
  g_autoptr (GBytes) bytes = hearth_statement_dup_bytes (statement, column);

  if (bytes != NULL && g_bytes_get_size (bytes) == length)
    memcpy (data, g_bytes_get_data (bytes, NULL), length);
}

HearthAuditRow *
hearth_audit_row_read (HearthStatement *statement)
{
  HearthAuditRow *row = g_new0 (HearthAuditRow, 1);

  row->sequence = hearth_statement_get_int64 (statement, 0);
  row->at = g_strdup (hearth_statement_get_text (statement, 1));
  row->utc_offset = g_strdup (hearth_statement_get_text (statement, 2));
  row->boot = g_strdup (hearth_statement_get_text (statement, 3));
  row->sign_in = g_strdup (hearth_statement_get_text (statement, 4));
  row->person = g_strdup (hearth_statement_get_text (statement, 5));
  row->role = g_strdup (hearth_statement_get_text (statement, 6));
  row->action = g_strdup (hearth_statement_get_text (statement, 7));
  row->type = g_strdup (hearth_statement_get_text (statement, 8));
  row->id = g_strdup (hearth_statement_get_text (statement, 9));
  row->revision = hearth_statement_get_int64 (statement, 10);
  row->before = hearth_statement_dup_bytes (statement, 11);
  row->after = hearth_statement_dup_bytes (statement, 12);
  row->reason = g_strdup (hearth_statement_get_text (statement, 13));
  read_fixed (statement, 14, row->previous, sizeof row->previous);
  read_fixed (statement, 15, row->hash, sizeof row->hash);
  read_fixed (statement, 16, row->signature, sizeof row->signature);
  return row;
}

bool
hearth_audit_row_insert (HearthAuditRow *row, HearthDb *db, GError **error)
{
  g_autoptr (HearthStatement) insert = hearth_db_prepare (db,
                                                          "INSERT INTO audit (" HEARTH_AUDIT_COLUMNS
                                                          ") VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, "
                                                          "?10, ?11, ?12, ?13, ?14, ?15, ?16, ?17)",
                                                          error);

  if (insert == NULL)
    return false;
  hearth_statement_bind_int64 (insert, 1, row->sequence);
  hearth_statement_bind_text (insert, 2, row->at);
  hearth_statement_bind_text (insert, 3, row->utc_offset);
  hearth_statement_bind_text (insert, 4, row->boot);
  hearth_statement_bind_text (insert, 5, row->sign_in);
  hearth_statement_bind_text (insert, 6, row->person);
  hearth_statement_bind_text (insert, 7, row->role);
  hearth_statement_bind_text (insert, 8, row->action);
  hearth_statement_bind_text (insert, 9, row->type);
  hearth_statement_bind_text (insert, 10, row->id);
  hearth_statement_bind_int64 (insert, 11, row->revision);
  hearth_statement_bind_bytes (insert, 12, row->before);
  hearth_statement_bind_bytes (insert, 13, row->after);
  hearth_statement_bind_text (insert, 14, row->reason);
  hearth_statement_bind_blob (insert, 15, row->previous, sizeof row->previous);
  hearth_statement_bind_blob (insert, 16, row->hash, sizeof row->hash);
  hearth_statement_bind_blob (insert, 17, row->signature, sizeof row->signature);
  return hearth_statement_run (insert, error);
}

/* None and empty differ. */
static void
add_hash (GByteArray *canon, GBytes *hash)
{
  gsize length = 0;
  const void *data = hash != NULL ? g_bytes_get_data (hash, &length) : NULL;

  hearth_canon_add_number (canon, hash != NULL);
  hearth_canon_add_bytes (canon, length > 0 ? data : "", length);
}

void
hearth_audit_row_compute_hash (const HearthAuditRow *row, guint8 hash[HEARTH_HASH_BYTES])
{
  g_autoptr (GByteArray) canon = hearth_canon_new ("hearth-audit-1");

  hearth_canon_add_number (canon, (guint64) row->sequence);
  hearth_canon_add_text (canon, row->at);
  hearth_canon_add_text (canon, row->utc_offset);
  hearth_canon_add_text (canon, row->boot);
  hearth_canon_add_text (canon, row->sign_in);
  hearth_canon_add_text (canon, row->person);
  hearth_canon_add_text (canon, row->role);
  hearth_canon_add_text (canon, row->action);
  hearth_canon_add_text (canon, row->type);
  hearth_canon_add_text (canon, row->id);
  hearth_canon_add_number (canon, (guint64) row->revision);
  add_hash (canon, row->before);
  add_hash (canon, row->after);
  hearth_canon_add_text (canon, row->reason);
  hearth_canon_add_bytes (canon, row->previous, sizeof row->previous);
  crypto_generichash (hash, HEARTH_HASH_BYTES, canon->data, canon->len, NULL, 0);
}

static GByteArray *
make_signed_message (const HearthAuditRow *row)
{
  GByteArray *canon = hearth_canon_new ("hearth-audit-signature-1");

  hearth_canon_add_bytes (canon, row->hash, sizeof row->hash);
  return canon;
}

bool
hearth_audit_row_sign (HearthAuditRow *row, HearthKeyring *keyring, GError **error)
{
  g_autoptr (GByteArray) message = make_signed_message (row);

  return hearth_keyring_sign (keyring, message->data, message->len, row->signature, error);
}

bool
hearth_audit_row_is_signed_by (const HearthAuditRow *row, const guint8 signing_key[HEARTH_PUBLIC_KEY_BYTES])
{
  g_autoptr (GByteArray) message = make_signed_message (row);

  return hearth_signature_is_good (signing_key, message->data, message->len, row->signature);
}

void
hearth_person_keys_hash (const char *person,
                         const guint8 signing[HEARTH_PUBLIC_KEY_BYTES],
                         const guint8 sealing[HEARTH_PUBLIC_KEY_BYTES],
                         gint64 epoch,
                         guint8 hash[HEARTH_HASH_BYTES])
{
  g_autoptr (GByteArray) canon = hearth_canon_new ("hearth-person-keys-1");

  hearth_canon_add_text (canon, person);
  hearth_canon_add_bytes (canon, signing, HEARTH_PUBLIC_KEY_BYTES);
  hearth_canon_add_bytes (canon, sealing, HEARTH_PUBLIC_KEY_BYTES);
  hearth_canon_add_number (canon, (guint64) epoch);
  crypto_generichash (hash, HEARTH_HASH_BYTES, canon->data, canon->len, NULL, 0);
}

char *
hearth_anchor_to_text (gint64 sequence, const guint8 hash[HEARTH_HASH_BYTES])
{
  char hex[17];

  sodium_bin2hex (hex, sizeof hex, hash, 8);
  return g_strdup_printf ("%" G_GINT64_FORMAT " · %s", sequence, hex);
}

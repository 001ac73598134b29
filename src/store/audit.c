/* SPDX-License-Identifier: GPL-3.0-or-later
 * Writing the audit chain: every row covers the one before and is signed by the person signed in.
 */
#define G_LOG_DOMAIN "hearth-store"

#include "store/audit.h"

#include "store/audit-row.h"
#include "store/store-private.h"

#include <string.h>

/* A clock that stands this far before the last row was set back: that is worth a row. */
#define CLOCK_TOLERANCE_S 60
/* Who was here last before so many rows is not looked for: about half a year. */
#define LAST_SEEN_ROWS 50000

static GBytes *
dup_hash (const guint8 *hash)
{
  return hash != NULL ? g_bytes_new (hash, HEARTH_HASH_BYTES) : NULL;
}

static const char *
get_role (HearthStore *store)
{
  if (store->account != NULL &&
      hearth_record_type_find_column (hearth_record_get_record_type (store->account), "role") >= 0)
    return hearth_record_get (store->account, "role");
  return hearth_keyring_is_recovery (store->keyring) ? "recovery" : "";
}

static bool
append_row (HearthStore *store, const HearthAuditEntry *entry, GDateTime *now, GError **error)
{
  g_autoptr (HearthAuditRow) row = g_new0 (HearthAuditRow, 1);
  g_autoptr (GDateTime) utc = g_date_time_to_utc (now);

  row->sequence = store->head.sequence + 1;
  row->at = g_date_time_format (utc, "%Y-%m-%dT%H:%M:%SZ");
  row->utc_offset = g_date_time_format (now, "%:z");
  row->boot = g_strdup (store->boot_id);
  row->sign_in = g_strdup (store->sign_in_id);
  row->person = g_strdup (hearth_store_get_person_id (store));
  row->role = g_strdup (get_role (store));
  row->action = g_strdup (entry->action);
  row->type = g_strdup (entry->type != NULL ? entry->type : "");
  row->id = g_strdup (entry->id != NULL ? entry->id : "");
  row->revision = entry->revision;
  row->before = dup_hash (entry->before);
  row->after = dup_hash (entry->after);
  row->reason = g_strdup (entry->reason != NULL ? entry->reason : "");
  memcpy (row->previous, store->head.hash, HEARTH_HASH_BYTES);
  hearth_audit_row_compute_hash (row, row->hash);
  if (!hearth_audit_row_sign (row, store->keyring, error) || !hearth_audit_row_insert (row, store->db, error))
    return false;

  store->head.sequence = row->sequence;
  store->head.at = g_date_time_to_unix (now);
  memcpy (store->head.hash, row->hash, HEARTH_HASH_BYTES);
  return true;
}

bool
hearth_store_add_audit (HearthStore *store, const HearthAuditEntry *entry, GError **error)
{
  g_autoptr (GDateTime) now = hearth_clock_now (store->clock);

  g_assert (hearth_db_is_in_transaction (store->db));

  if (g_date_time_to_unix (now) < store->head.at - CLOCK_TOLERANCE_S)
    {
      g_autoptr (GDateTime) last = g_date_time_new_from_unix_utc (store->head.at);
      g_autofree char *reason = g_date_time_format (last, "%Y-%m-%dT%H:%M:%SZ");
      HearthAuditEntry jump = { .action = "clock-set-back", .reason = reason };

      if (!append_row (store, &jump, now, error))
        return false;
    }
  return append_row (store, entry, now, error);
}

bool
hearth_store_note (HearthStore *store,
                   const char *action,
                   const HearthRecordType *type,
                   const char *id,
                   const char *reason,
                   GError **error)
{
  HearthAuditEntry entry = {
    .action = action,
    .type = type != NULL ? type->name : NULL,
    .id = id,
    .reason = reason,
  };

  g_return_val_if_fail (HEARTH_IS_STORE (store), false);
  g_return_val_if_fail (action != NULL, false);

  return hearth_store_begin_change (store, error) &&
         hearth_store_end_change (store, hearth_store_add_audit (store, &entry, error), error);
}

char *
hearth_store_dup_anchor (HearthStore *store)
{
  g_return_val_if_fail (HEARTH_IS_STORE (store), NULL);

  return hearth_anchor_to_text (store->committed_head.sequence, store->committed_head.hash);
}

bool
hearth_store_add_person_keys (HearthStore *store,
                              const char *person,
                              const guint8 signing[HEARTH_PUBLIC_KEY_BYTES],
                              const guint8 sealing[HEARTH_PUBLIC_KEY_BYTES],
                              GError **error)
{
  g_autoptr (HearthStatement) insert = NULL;
  g_autofree char *stamp = hearth_clock_stamp (store->clock);
  gint64 epoch = hearth_keyring_get_epoch (store->keyring);
  guint8 hash[HEARTH_HASH_BYTES];
  HearthAuditEntry entry = { .action = "keys", .type = "person", .id = person, .after = hash };

  insert = hearth_db_prepare (store->db,
                              "INSERT INTO person_key (person, signing, sealing, epoch, since) VALUES (?1, "
                              "?2, ?3, ?4, ?5)",
                              error);
  if (insert == NULL)
    return false;
  hearth_statement_bind_text (insert, 1, person);
  hearth_statement_bind_blob (insert, 2, signing, HEARTH_PUBLIC_KEY_BYTES);
  hearth_statement_bind_blob (insert, 3, sealing, HEARTH_PUBLIC_KEY_BYTES);
  hearth_statement_bind_int64 (insert, 4, epoch);
  hearth_statement_bind_text (insert, 5, stamp);
  hearth_person_keys_hash (person, signing, sealing, epoch, hash);
  return hearth_statement_run (insert, error) && hearth_store_add_audit (store, &entry, error);
}

bool
hearth_audit_read_head (HearthDb *db, HearthAuditHead *head, GError **error)
{
  g_autoptr (HearthStatement) statement =
    hearth_db_prepare (db, "SELECT " HEARTH_AUDIT_COLUMNS " FROM audit ORDER BY sequence DESC LIMIT 1",
                       error);
  g_autoptr (HearthAuditRow) row = NULL;
  g_autoptr (GDateTime) at = NULL;
  HearthStep step;

  *head = (HearthAuditHead) { 0 };
  if (statement == NULL)
    return false;
  step = hearth_statement_step (statement, error);
  if (step != HEARTH_STEP_ROW)
    return step == HEARTH_STEP_DONE;
  row = hearth_audit_row_read (statement);
  at = g_date_time_new_from_iso8601 (row->at, NULL);
  head->sequence = row->sequence;
  head->at = at != NULL ? g_date_time_to_unix (at) : 0;
  memcpy (head->hash, row->hash, HEARTH_HASH_BYTES);
  return true;
}

/* The last row of the person signed in from before this sign-in: "sequence, at"; NULL where that is too long ago. */
static HearthStatement *
find_last_seen (HearthStore *store)
{
  g_autoptr (HearthStatement) statement = NULL;

  if (!hearth_store_check_open (store, NULL))
    return NULL;
  statement =
    hearth_db_prepare (store->db,
                       "SELECT sequence, at || utc_offset FROM audit WHERE sequence > ?1 AND person = ?2 "
                       "AND sign_in <> ?3 ORDER BY sequence DESC LIMIT 1",
                       NULL);
  if (statement == NULL)
    return NULL;
  hearth_statement_bind_int64 (statement, 1, store->committed_head.sequence - LAST_SEEN_ROWS);
  hearth_statement_bind_text (statement, 2, hearth_store_get_person_id (store));
  hearth_statement_bind_text (statement, 3, store->sign_in_id);
  return hearth_statement_step (statement, NULL) == HEARTH_STEP_ROW ? g_steal_pointer (&statement) : NULL;
}

char *
hearth_store_dup_last_seen (HearthStore *store)
{
  g_autoptr (HearthStatement) last = NULL;

  g_return_val_if_fail (HEARTH_IS_STORE (store), NULL);

  last = find_last_seen (store);
  return last != NULL ? g_strdup (hearth_statement_get_text (last, 1)) : NULL;
}

gint64
hearth_store_count_refused_tries (HearthStore *store)
{
  g_autoptr (HearthStatement) last = NULL, count = NULL;

  g_return_val_if_fail (HEARTH_IS_STORE (store), 0);

  if (!hearth_store_check_open (store, NULL))
    return 0;
  last = find_last_seen (store);
  count =
    hearth_db_prepare (store->db,
                       "SELECT COALESCE(SUM(CAST(reason AS INTEGER)), 0) FROM audit WHERE sequence > ?1 "
                       "AND action = 'sign-in-refused' AND (?2 OR sign_in = ?3)",
                       NULL);
  if (count == NULL)
    return 0;
  hearth_statement_bind_int64 (count, 1,
                               last != NULL ? hearth_statement_get_int64 (last, 0)
                                            : store->committed_head.sequence - LAST_SEEN_ROWS);
  hearth_statement_bind_int64 (count, 2, last != NULL);
  hearth_statement_bind_text (count, 3, store->sign_in_id);
  return hearth_statement_step (count, NULL) == HEARTH_STEP_ROW ? hearth_statement_get_int64 (count, 0) : 0;
}

/* SPDX-License-Identifier: GPL-3.0-or-later
 * Writing the audit chain: every row covers the one before and is signed by the person signed in.
 */
#define G_LOG_DOMAIN "hearth-store"

#include "store/audit.h"

#include "store/audit-row.h"
#include "store/key-history.h"
#include "store/store-private.h"

#include <string.h>

/* A clock that stands this far before the last row was set back, and one that went so much farther or less far than the
 * computer has been on was set: that is worth a row. */
#define BACK_TOLERANCE_S 60
#define SET_TOLERANCE_S 120
/* Who was here last before so many rows is not looked for: about half a year. */
#define LAST_SEEN_ROWS 50000

static GBytes *
dup_hash (const guint8 *hash)
{
  return hash != NULL ? g_bytes_new (hash, HEARTH_HASH_BYTES) : NULL;
}

/* As it was saved: the account's own object is on the screen too, with a role that was perhaps only chosen. */
static char *
dup_role (HearthStore *store)
{
  g_autoptr (HearthStatement) statement = NULL;

  if (store->account == NULL ||
      hearth_record_type_find_column (hearth_record_get_record_type (store->account), "role") < 0)
    return g_strdup (hearth_keyring_is_recovery (store->keyring) ? "recovery" : "");
  statement = hearth_db_prepare (store->db, "SELECT role FROM account WHERE id = ?1", NULL);
  if (statement != NULL)
    {
      hearth_statement_bind_text (statement, 1, hearth_store_get_person_id (store));
      if (hearth_statement_step (statement, NULL) == HEARTH_STEP_ROW)
        return g_strdup (hearth_statement_get_text (statement, 0));
    }
  /* While the house is made, its first account is written after its keys. */
  return g_strdup (hearth_record_get (store->account, "role"));
}

/* Which start of the computer, and how long ago that was: "ID/SECONDS", or the id alone where that is not known. It is
 * covered by the row's hash, so between any two rows it can be told whether the clock went as it should. */
static char *
make_boot (HearthStore *store)
{
  gint64 seconds = hearth_clock_get_boot_seconds (store->clock);

  return seconds < 0 || *store->boot_id == '\0'
           ? g_strdup (store->boot_id)
           : g_strdup_printf ("%s/%" G_GINT64_FORMAT, store->boot_id, seconds);
}

/** @seconds: (out): -1 when @boot does not say */
static void
split_boot (const char *boot, char **id, gint64 *seconds)
{
  const char *slash = strchr (boot, '/');

  *id = slash != NULL ? g_strndup (boot, (gsize) (slash - boot)) : g_strdup (boot);
  if (slash == NULL || !g_ascii_string_to_signed (slash + 1, 10, 0, G_MAXINT64, seconds, NULL))
    *seconds = -1;
}

/* By how many seconds the clock was set since the last row; 0 when it went on as clocks do. */
static gint64
measure_clock (HearthStore *store, gint64 now)
{
  gint64 passed = now - store->head.at;
  gint64 seconds = hearth_clock_get_boot_seconds (store->clock);
  g_autofree char *boot = NULL;
  gint64 last_seconds;

  if (store->head.sequence == 0)
    return 0;
  split_boot (store->head.boot, &boot, &last_seconds);
  if (seconds >= 0 && last_seconds >= 0 && g_str_equal (boot, store->boot_id))
    {
      gint64 set = passed - (seconds - last_seconds);

      return passed < -BACK_TOLERANCE_S || ABS (set) > SET_TOLERANCE_S ? set : 0;
    }
  return passed < -BACK_TOLERANCE_S ? passed : 0;
}

static bool
append_row (HearthStore *store, const HearthAuditEntry *entry, GDateTime *now, GError **error)
{
  g_autoptr (HearthAuditRow) row = g_new0 (HearthAuditRow, 1);
  g_autoptr (GDateTime) utc = g_date_time_to_utc (now);

  row->sequence = store->head.sequence + 1;
  row->at = g_date_time_format (utc, "%Y-%m-%dT%H:%M:%SZ");
  row->utc_offset = g_date_time_format (now, "%:z");
  row->boot = make_boot (store);
  row->sign_in = g_strdup (store->sign_in_id);
  row->person = g_strdup (hearth_store_get_person_id (store));
  row->role = dup_role (store);
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
  g_strlcpy (store->head.boot, row->boot, sizeof store->head.boot);
  memcpy (store->head.hash, row->hash, HEARTH_HASH_BYTES);
  return true;
}

bool
hearth_store_add_audit (HearthStore *store, const HearthAuditEntry *entry, GError **error)
{
  g_autoptr (GDateTime) now = hearth_clock_now (store->clock);
  gint64 set;

  g_assert (hearth_db_is_in_transaction (store->db));

  if (!hearth_store_use_chosen_keys (store, error))
    return false;
  set = measure_clock (store, g_date_time_to_unix (now));
  if (set != 0)
    {
      g_autofree char *reason = g_strdup_printf ("%+" G_GINT64_FORMAT, set);
      HearthAuditEntry jump = { .action = "clock", .reason = reason };

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

/* Whether a row behind @sequence says that the clock was set back. */
static bool
went_back_since (HearthStore *store, gint64 sequence)
{
  g_autoptr (HearthStatement) statement =
    hearth_db_prepare (store->db,
                       "SELECT 1 FROM audit WHERE sequence > ?1 AND action = 'clock' AND reason LIKE '-%' "
                       "LIMIT 1",
                       NULL);

  if (statement == NULL)
    return true;
  hearth_statement_bind_int64 (statement, 1, sequence);
  return hearth_statement_step (statement, NULL) != HEARTH_STEP_DONE;
}

gint64
hearth_store_measure_age (HearthStore *store, const char *id)
{
  g_autoptr (HearthStatement) statement = NULL;
  g_autofree char *boot = NULL;
  gint64 now, then;

  g_return_val_if_fail (HEARTH_IS_STORE (store), -1);
  g_return_val_if_fail (id != NULL, -1);

  if (!hearth_store_check_open (store, NULL))
    return -1;
  statement = hearth_db_prepare (store->db,
                                 "SELECT sequence, boot FROM audit WHERE id = ?1 AND action = 'create' "
                                 "ORDER BY sequence LIMIT 1",
                                 NULL);
  if (statement == NULL)
    return -1;
  hearth_statement_bind_text (statement, 1, id);
  if (hearth_statement_step (statement, NULL) != HEARTH_STEP_ROW)
    return -1;
  now = hearth_clock_get_boot_seconds (store->clock);
  split_boot (hearth_statement_get_text (statement, 1), &boot, &then);
  if (now >= 0 && then >= 0 && now >= then && g_str_equal (boot, store->boot_id))
    return now - then;
  return went_back_since (store, hearth_statement_get_int64 (statement, 0)) ? G_MAXINT64 : -1;
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
  return hearth_statement_run (insert, error) && hearth_store_add_key_audit (store, entry, error);
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
  g_strlcpy (head->boot, row->boot, sizeof head->boot);
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

bool
hearth_store_was_sheet_used (HearthStore *store)
{
  g_autoptr (HearthStatement) statement = NULL;

  g_return_val_if_fail (HEARTH_IS_STORE (store), false);

  if (!hearth_store_check_open (store, NULL))
    return false;
  statement =
    hearth_db_prepare (store->db, "SELECT 1 FROM audit WHERE person = ?1 AND action = 'sign-in' LIMIT 1",
                       NULL);
  if (statement == NULL)
    return false;
  hearth_statement_bind_text (statement, 1, hearth_keyring_get_recovery_id (store->keyring));
  return hearth_statement_step (statement, NULL) == HEARTH_STEP_ROW;
}

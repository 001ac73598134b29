/* SPDX-License-Identifier: GPL-3.0-or-later
 * The audit chain, and finding whatever was done to it or to the records with the house key in hand.
 */
#define G_LOG_DOMAIN "hearth-test"

#include "store-fixture.h"

#include <string.h>

/* A house with some history, closed. Rows: 1 and 2 keys, 3 the account, 4 the house, 5 to 16 the keys of compartments, 17
 * sign-in, 18 and 19 residents, 20 a change, 21 a view, 22 sign-out. */
static House *
house_with_history (void)
{
  House *house = house_new ();
  g_autoptr (HearthRecord) mali = house_add_resident (house, "Mali");
  g_autoptr (HearthRecord) dara = house_add_resident (house, "Dara");

  hearth_record_set (mali, "name_used", "Malee");
  house_save (house, mali);
  g_assert_true (hearth_store_note (house->store, "view", hearth_record_get_record_type (dara),
                                    hearth_record_get_id (dara), "looked", NULL));
  house_close (house);
  return house;
}

static void
assert_tampering_found (const char *sql, const char *kind, gint64 sequence)
{
  g_autoptr (House) house = house_with_history ();
  g_autoptr (HearthVerification) before = house_verify (house);
  g_autoptr (HearthVerification) after = NULL;

  g_assert_cmpuint (before->findings->len, ==, 0);
  g_test_message ("%s", sql);
  house_tamper (house, sql);
  after = house_verify (house);
  assert_finding (after, kind, sequence);
}

static void
test_whole (void)
{
  g_autoptr (House) house = house_with_history ();
  g_autoptr (HearthVerification) verification = house_verify (house);
  g_autofree char *anchor = NULL;

  g_assert_cmpuint (verification->findings->len, ==, 0);
  g_assert_cmpint (verification->audit_rows, ==, 22);
  g_assert_cmpint (verification->records, ==, 4);
  g_assert_true (g_str_has_prefix (verification->anchor, "22 · "));
  g_assert_cmpuint (strlen (verification->anchor), ==, strlen ("22 · ") + 16);
  house_open (house);
  anchor = hearth_store_dup_anchor (house->store);
  g_assert_true (g_str_has_prefix (anchor, "23 · "));
}

static void
test_row_contents (void)
{
  g_autoptr (House) house = house_with_history ();
  g_autofree char *view =
    house_ask_text (house,
                    "SELECT concat_ws ('|', at, utc_offset, role, action, type, reason, revision) FROM audit "
                    "WHERE sequence = 21");
  g_autofree char *person = house_ask_text (house, "SELECT person FROM audit WHERE sequence = 21");
  g_autofree char *change = house_ask_text (house, "SELECT concat_ws ('|', action, type, revision, length "
                                                   "(before), length (after)) FROM audit "
                                                   "WHERE sequence = 20");

  g_assert_cmpstr (view, ==, "2026-03-01T07:30:00Z|+07:00|director|view|resident|looked|0");
  g_assert_cmpstr (person, ==, hearth_keyring_get_person_id (house->keyring));
  g_assert_cmpstr (change, ==, "change|resident|2|32|32");
}

/* --- the chain ------------------------------------------------------------------------------------ */

static void
test_changed_rows (void)
{
  assert_tampering_found ("UPDATE audit SET reason = 'nothing' WHERE sequence = 21", "chain", 21);
  assert_tampering_found ("UPDATE audit SET at = '2026-02-01T07:30:00Z' WHERE sequence = 17", "chain", 17);
  assert_tampering_found ("UPDATE audit SET person = 'somebody' WHERE sequence = 20", "chain", 20);
  assert_tampering_found ("UPDATE audit SET after = NULL WHERE sequence = 20", "chain", 20);
  assert_tampering_found ("UPDATE audit SET hash = zeroblob (32) WHERE sequence = 19", "chain", 19);
  assert_tampering_found ("UPDATE audit SET previous = zeroblob (32) WHERE sequence = 19", "chain", 19);
  assert_tampering_found ("UPDATE audit SET signature = zeroblob (64) WHERE sequence = 21", "signature", 21);
}

static void
test_missing_rows (void)
{
  assert_tampering_found ("DELETE FROM audit WHERE sequence = 21", "chain", 21);
  assert_tampering_found ("DELETE FROM audit WHERE sequence = 1", "chain", 1);
  assert_tampering_found ("DELETE FROM audit WHERE sequence = 22", "anchor", 22);
  assert_tampering_found ("DELETE FROM audit WHERE sequence >= 20", "anchor", 20);
  assert_tampering_found ("DELETE FROM audit", "anchor", 1);
  /* Closing the gap by counting anew. */
  assert_tampering_found ("DELETE FROM audit WHERE sequence = 21;"
                          "UPDATE audit SET sequence = 21 WHERE sequence = 22",
                          "chain", 21);
}

static void
test_moved_rows (void)
{
  assert_tampering_found ("UPDATE audit SET sequence = 108 WHERE sequence = 18;"
                          "UPDATE audit SET sequence = 18 WHERE sequence = 19;"
                          "UPDATE audit SET sequence = 19 WHERE sequence = 108",
                          "chain", 18);
  assert_tampering_found (
    "INSERT INTO audit SELECT 23, at, utc_offset, boot, sign_in, person, role, action, type, id, "
    "revision, before, after, reason, hash, hash, signature FROM audit WHERE sequence = 22",
    "chain", 23);
}

/* Somebody who can count hashes, but not sign as the person the row names. */
static void
test_forged_row (void)
{
  g_autoptr (House) house = house_with_history ();
  g_autoptr (House) other = house_new ();
  g_autofree char *path = house_db_path (house);
  g_autoptr (HearthDb) db = hearth_db_open (path, house->keyring, HEARTH_DB_READ_WRITE, NULL);
  g_autoptr (HearthStatement) last =
    hearth_db_prepare (db, "SELECT " HEARTH_AUDIT_COLUMNS " FROM audit WHERE sequence = 22", NULL);
  g_autoptr (HearthAuditRow) row = NULL;
  g_autoptr (HearthVerification) verification = NULL;
  g_autoptr (GError) error = NULL;

  g_assert_cmpint (hearth_statement_step (last, NULL), ==, HEARTH_STEP_ROW);
  row = hearth_audit_row_read (last);
  hearth_statement_reset (last);
  row->sequence = 23;
  memcpy (row->previous, row->hash, sizeof row->hash);
  hearth_audit_row_compute_hash (row, row->hash);
  g_assert_true (hearth_audit_row_sign (row, other->keyring, &error));
  g_assert_true (hearth_audit_row_insert (row, db, &error));
  g_assert_no_error (error);
  verification = house_verify (house);
  assert_finding (verification, "signature", 23);
}

static void
test_added_keys (void)
{
  assert_tampering_found ("INSERT INTO person_key VALUES ('01ARZ3NDEKTSV4RRFFQ69G5FAV', randomblob (32), "
                          "randomblob (32), 1, '')",
                          "signature", 0);
  assert_tampering_found ("UPDATE person_key SET signing = randomblob (32)", "signature", 1);
}

/* Adds @row behind the others, signed by @keyring. */
static void
append_row (HearthDb *db,
            HearthAuditRow *row,
            const guint8 previous[HEARTH_HASH_BYTES],
            HearthKeyring *keyring)
{
  g_autoptr (GError) error = NULL;

  memcpy (row->previous, previous, HEARTH_HASH_BYTES);
  hearth_audit_row_compute_hash (row, row->hash);
  g_assert_true (hearth_audit_row_sign (row, keyring, &error));
  g_assert_true (hearth_audit_row_insert (row, db, &error));
  g_assert_no_error (error);
}

static GPtrArray *
read_rows (HearthDb *db)
{
  g_autoptr (HearthStatement) statement =
    hearth_db_prepare (db, "SELECT " HEARTH_AUDIT_COLUMNS " FROM audit ORDER BY sequence", NULL);
  GPtrArray *rows = g_ptr_array_new_with_free_func ((GDestroyNotify) hearth_audit_row_free);

  while (hearth_statement_step (statement, NULL) == HEARTH_STEP_ROW)
    g_ptr_array_add (rows, hearth_audit_row_read (statement));
  return rows;
}

static void
insert_keys (HearthDb *db, const char *person, HearthKeyring *keyring, guint8 hash[HEARTH_HASH_BYTES])
{
  g_autoptr (HearthStatement) insert =
    hearth_db_prepare (db, "INSERT INTO person_key VALUES (?1, ?2, ?3, 1, '')", NULL);
  guint8 signing[HEARTH_PUBLIC_KEY_BYTES], sealing[HEARTH_PUBLIC_KEY_BYTES];

  hearth_keyring_get_signing_public_key (keyring, signing);
  hearth_keyring_get_sealing_public_key (keyring, sealing);
  hearth_statement_bind_text (insert, 1, person);
  hearth_statement_bind_blob (insert, 2, signing, sizeof signing);
  hearth_statement_bind_blob (insert, 3, sealing, sizeof sealing);
  g_assert_true (hearth_statement_run (insert, NULL));
  hearth_person_keys_hash (person, signing, sealing, 1, hash);
}

/* Whoever gives a colleague second keys could sign in their name. */
static void
test_second_keys (void)
{
  g_autoptr (House) house = house_with_history ();
  g_autoptr (House) other = house_new ();
  g_autofree char *path = house_db_path (house);
  g_autoptr (HearthDb) db = hearth_db_open (path, house->keyring, HEARTH_DB_READ_WRITE, NULL);
  g_autoptr (GPtrArray) rows = read_rows (db);
  HearthAuditRow *last = g_ptr_array_index (rows, rows->len - 1);
  const char *colleague = hearth_keyring_get_recovery_id (house->keyring);
  g_autoptr (HearthVerification) verification = NULL;
  guint8 hash[HEARTH_HASH_BYTES], previous[HEARTH_HASH_BYTES];

  insert_keys (db, colleague, other->keyring, hash);
  memcpy (previous, last->hash, sizeof previous);
  last->sequence++;
  g_set_str (&last->action, "keys");
  g_set_str (&last->id, colleague);
  last->after = g_bytes_new (hash, sizeof hash);
  append_row (db, last, previous, house->keyring);
  verification = house_verify (house);
  assert_finding (verification, "signature", 23);
}

/* Somebody with the house key writes the whole audit anew, with keys of their own for everybody. */
static void
test_all_written_anew (void)
{
  g_autoptr (House) house = house_with_history ();
  g_autoptr (House) other = house_new ();
  g_autofree char *path = house_db_path (house);
  g_autoptr (HearthDb) db = hearth_db_open (path, house->keyring, HEARTH_DB_READ_WRITE, NULL);
  g_autoptr (GPtrArray) rows = read_rows (db);
  g_autoptr (HearthVerification) verification = NULL;
  guint8 hash[HEARTH_HASH_BYTES], previous[HEARTH_HASH_BYTES] = { 0 };

  house_tamper (house, "DELETE FROM audit; DELETE FROM person_key");
  for (guint i = 0; i < rows->len; i++)
    {
      HearthAuditRow *row = g_ptr_array_index (rows, i);

      if (g_str_equal (row->action, "keys"))
        {
          insert_keys (db, row->id, other->keyring, hash);
          g_bytes_unref (row->after);
          row->after = g_bytes_new (hash, sizeof hash);
        }
      append_row (db, row, previous, other->keyring);
      memcpy (previous, row->hash, sizeof previous);
    }
  g_assert_true (hearth_vault_store_anchor (house->folder, house->keyring, rows->len, previous, NULL));
  verification = house_verify (house);
  assert_finding (verification, "signature", 1);
}

/* --- records ---------------------------------------------------------------------------------------- */

static void
test_changed_records (void)
{
  assert_tampering_found ("UPDATE resident SET name_used = 'Other' WHERE name_used = 'Malee'", "record", 20);
  assert_tampering_found ("UPDATE resident SET revision = 1 WHERE name_used = 'Malee'", "record", 20);
  assert_tampering_found ("UPDATE resident SET created_by = 'x' WHERE name_used = 'Dara'", "record", 19);
  assert_tampering_found ("UPDATE revision SET body = '{}' WHERE revision = 2", "record", 20);
  assert_tampering_found ("DELETE FROM revision WHERE revision = 2", "record", 20);
  assert_tampering_found (
    "INSERT INTO revision SELECT id, 3, at, by, reason, body FROM revision WHERE revision = 2", "record", -1);
  assert_tampering_found ("UPDATE revision SET by = 'x' WHERE revision = 2", "record", 20);
  assert_tampering_found ("UPDATE revision SET at = '2026-02-01T00:30:00Z+07:00' WHERE revision = 2",
                          "record", 20);
  assert_tampering_found ("UPDATE revision SET reason = 'asked to' WHERE revision = 2", "record", 20);
  assert_tampering_found ("UPDATE record_index SET state = 'in_error' WHERE type = 'resident'", "record", 20);
  assert_tampering_found ("UPDATE record_index SET event = '2001-01-01' WHERE type = 'resident'", "record",
                          20);
}

/* A saved version that nobody signed stays one when a signed row covers another version twice. */
static void
test_covered_twice (void)
{
  g_autoptr (House) house = house_with_history ();
  g_autofree char *path = house_db_path (house);
  g_autoptr (HearthDb) db = hearth_db_open (path, house->keyring, HEARTH_DB_READ_WRITE, NULL);
  g_autoptr (GPtrArray) rows = read_rows (db);
  HearthAuditRow *row = g_ptr_array_index (rows, 19);
  const HearthAuditRow *last = g_ptr_array_index (rows, 21);
  g_autoptr (HearthVerification) verification = NULL;

  house_tamper (house,
                "INSERT INTO revision SELECT id, 3, at, by, reason, replace (body, '\"revision\":\"2\"', "
                "'\"revision\":\"3\"') FROM revision WHERE revision = 2;"
                "UPDATE resident SET revision = 3 WHERE revision = 2");
  row->sequence = 23;
  append_row (db, row, last->hash, house->keyring);
  verification = house_verify (house);
  assert_finding (verification, "record", 0);
}

static void
test_missing_records (void)
{
  assert_tampering_found ("DELETE FROM search_word; DELETE FROM resident WHERE name_used = 'Dara'", "record",
                          19);
}

/* Rows that lean on others which are gone are found before the records are looked at. */
static void
test_missing_index (void)
{
  assert_tampering_found ("DELETE FROM record_index WHERE row = 3", "integrity", 0);
}

/* --- running ------------------------------------------------------------------------------------------ */

static void
test_beside_an_open_store (void)
{
  g_autoptr (House) house = house_with_history ();
  g_autoptr (HearthVerification) verification = NULL;

  house_open (house);
  g_object_unref (house_add_resident (house, "Sok"));
  verification = house_verify (house);
  g_assert_cmpuint (verification->findings->len, ==, 0);
  g_assert_cmpint (verification->records, ==, 5);
}

static void
verify_thread (GTask *task, gpointer source, gpointer data, GCancellable *cancellable)
{
  House *house = data;
  GError *error = NULL;
  HearthVerification *verification =
    hearth_house_verify (house->folder, house->keyring, NULL, NULL, cancellable, &error);

  if (verification != NULL)
    g_task_return_pointer (task, verification, (GDestroyNotify) hearth_verification_free);
  else
    g_task_return_error (task, error);
}

static void
test_in_a_thread (void)
{
  g_autoptr (House) house = house_with_history ();
  g_autoptr (GTask) task = g_task_new (NULL, NULL, NULL, NULL);
  g_autoptr (HearthVerification) verification = NULL;

  house_open (house);
  g_task_set_task_data (task, house, NULL);
  g_task_run_in_thread_sync (task, verify_thread);
  verification = g_task_propagate_pointer (task, NULL);
  g_assert_nonnull (verification);
  g_assert_cmpuint (verification->findings->len, ==, 0);
}

static void
test_cancelled (void)
{
  g_autoptr (House) house = house_with_history ();
  g_autoptr (GCancellable) cancellable = g_cancellable_new ();
  g_autoptr (GError) error = NULL;

  g_cancellable_cancel (cancellable);
  g_assert_null (hearth_house_verify (house->folder, house->keyring, NULL, NULL, cancellable, &error));
  g_assert_error (error, HEARTH_STORE_ERROR, HEARTH_STORE_ERROR_CANCELLED);
}

static void
progress_cb (double fraction, gpointer user_data)
{
  double *last = user_data;

  g_assert_cmpfloat (fraction, >=, *last);
  g_assert_cmpfloat (fraction, <=, 1.0);
  *last = fraction;
}

static void
test_progress (void)
{
  g_autoptr (House) house = house_with_history ();
  g_autoptr (HearthVerification) verification = NULL;
  double last = -1.0;

  verification = hearth_house_verify (house->folder, house->keyring, progress_cb, &last, NULL, NULL);
  g_assert_cmpfloat (last, >, -1.0);
}

static void
test_wrong_key_is_an_error (void)
{
  g_autoptr (House) house = house_with_history ();
  g_autoptr (House) other = house_new ();
  g_autoptr (GError) error = NULL;

  g_assert_null (hearth_house_verify (house->folder, other->keyring, NULL, NULL, NULL, &error));
  g_assert_error (error, HEARTH_STORE_ERROR, HEARTH_STORE_ERROR_KEY);
}

/* Each of the first two hundred is named with its row, the others are counted. */
static void
test_many_changed_records (void)
{
  g_autoptr (House) house = house_new ();
  g_autoptr (HearthVerification) verification = NULL;
  const HearthFinding *finding;

  g_assert_true (hearth_store_begin (house->store, NULL));
  for (guint i = 0; i < 203; i++)
    g_object_unref (house_add_resident (house, "Mali"));
  g_assert_true (hearth_store_commit (house->store, NULL));
  house_close (house);
  house_tamper (house, "UPDATE resident SET name_used = 'Nobody'");
  verification = house_verify (house);
  g_assert_cmpuint (verification->findings->len, ==, 201);
  for (guint i = 0; i < 200; i++)
    {
      finding = g_ptr_array_index (verification->findings, i);
      g_assert_cmpint (finding->sequence, ==, 18 + i);
    }
  finding = g_ptr_array_index (verification->findings, 200);
  g_assert_cmpstr (finding->kind, ==, "record");
  g_assert_nonnull (strstr (finding->sentence, "3 more records"));
}

int
main (int argc, char **argv)
{
  hearth_test_init (&argc, &argv);
  g_test_add_func ("/store/verify/whole", test_whole);
  g_test_add_func ("/store/verify/row-contents", test_row_contents);
  g_test_add_func ("/store/verify/changed-rows", test_changed_rows);
  g_test_add_func ("/store/verify/missing-rows", test_missing_rows);
  g_test_add_func ("/store/verify/moved-rows", test_moved_rows);
  g_test_add_func ("/store/verify/forged-row", test_forged_row);
  g_test_add_func ("/store/verify/added-keys", test_added_keys);
  g_test_add_func ("/store/verify/second-keys", test_second_keys);
  g_test_add_func ("/store/verify/all-written-anew", test_all_written_anew);
  g_test_add_func ("/store/verify/covered-twice", test_covered_twice);
  g_test_add_func ("/store/verify/changed-records", test_changed_records);
  g_test_add_func ("/store/verify/missing-records", test_missing_records);
  g_test_add_func ("/store/verify/missing-index", test_missing_index);
  g_test_add_func ("/store/verify/beside-an-open-store", test_beside_an_open_store);
  g_test_add_func ("/store/verify/in-a-thread", test_in_a_thread);
  g_test_add_func ("/store/verify/cancelled", test_cancelled);
  g_test_add_func ("/store/verify/progress", test_progress);
  g_test_add_func ("/store/verify/wrong-key", test_wrong_key_is_an_error);
  g_test_add_func ("/store/verify/many-changed-records", test_many_changed_records);
  return g_test_run ();
}

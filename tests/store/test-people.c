/* SPDX-License-Identifier: GPL-3.0-or-later
 * Who has which keys: giving, taking, replacing, leaving, a lost password, a new sheet, and somebody who would like more.
 */
#define G_LOG_DOMAIN "hearth-test"

#include "people-fixture.h"

#include "store/attachment.h"
#include "store/draft.h"

#include <string.h>

static const char *const none[] = { NULL };
static const char *const counselling[] = { "counselling", NULL };

static void
assert_holders (House *house, const char *compartment, const char *expected)
{
  g_autofree char *holders = people_list_holders (house, compartment);

  g_assert_cmpstr (holders, ==, expected);
}

static void
assert_reads (House *house, const char *id, const char *field, const char *expected)
{
  g_autofree char *text = people_read (house, id, field);

  g_assert_cmpstr (text, ==, expected);
}

static void
give (House *house, const char *account, const char *compartment)
{
  g_autoptr (GError) error = NULL;

  hearth_store_grant (house->store, account, compartment, &error);
  g_assert_no_error (error);
}

static void
take (House *house, const char *account, const char *compartment)
{
  g_autoptr (GError) error = NULL;

  hearth_store_revoke (house->store, account, compartment, "moves to another team", &error);
  g_assert_no_error (error);
}

/* --- giving and taking -------------------------------------------------------------- */

static void
test_given_and_taken (void)
{
  g_autoptr (House) house = house_new ();
  g_autoptr (HearthRecord) nok = people_add (house, "nok", none);
  g_autofree char *session = people_add_session (house);
  g_autofree char *reason = NULL;

  assert_holders (house, "counselling", "ana sheet");
  people_sign_in (house, "nok");
  assert_reads (house, session, "team_note", NULL);
  people_sign_in (house, HOUSE_USER);
  give (house, hearth_record_get_id (nok), "counselling");
  assert_holders (house, "counselling", "ana nok sheet");
  people_sign_in (house, "nok");
  assert_reads (house, session, "team_note", TEAM_NOTE);
  people_sign_in (house, HOUSE_USER);
  take (house, hearth_record_get_id (nok), "counselling");
  assert_holders (house, "counselling", "ana sheet");
  assert_reads (house, session, "team_note", TEAM_NOTE);
  reason = house_ask_text (house, "SELECT reason FROM audit WHERE action = 'revoke'");
  g_assert_cmpstr (reason, ==, "counselling: moves to another team");
  people_sign_in (house, "nok");
  assert_reads (house, session, "team_note", NULL);
  people_assert_whole (house);
}

/* Keys that somebody kept open nothing that is sealed after they were taken away. */
static void
test_kept_keys_are_old (void)
{
  g_autoptr (House) house = house_new ();
  g_autoptr (HearthRecord) nok = people_add (house, "nok", counselling);
  g_autofree char *session = people_add_session (house);
  g_autofree char *context = g_strdup_printf ("counselling_session|%s|team_note", session);
  g_autoptr (HearthKeyring) kept = NULL;
  g_autoptr (HearthDb) db = NULL;
  g_autoptr (HearthStatement) row = NULL;
  g_autofree char *path = house_db_path (house);

  house_close (house);
  kept = hearth_vault_unlock (house->folder, "nok", PERSON_PASSWORD, NULL);
  house_open (house);
  take (house, hearth_record_get_id (nok), "counselling");
  g_assert_cmpint (house_ask_number (house, "SELECT team_note_epoch FROM counselling_session"), ==, 2);
  house_close (house);
  db = hearth_db_open (path, kept, HEARTH_DB_READ_ONLY, NULL);
  row =
    hearth_db_prepare (db, "SELECT team_note, team_note_commitment, team_note_seal FROM counselling_session",
                       NULL);
  g_assert_cmpint (hearth_statement_step (row, NULL), ==, HEARTH_STEP_ROW);
  for (gint64 number = 0; number < 4; number++)
    {
      g_autoptr (GBytes) sealed = hearth_statement_dup_bytes (row, 0);
      g_autoptr (GBytes) commitment = hearth_statement_dup_bytes (row, 1);
      g_autofree char *text = hearth_keyring_open (kept, "counselling", context, (guint64) number, sealed,
                                                   g_bytes_get_data (commitment, NULL), NULL);

      g_assert_null (text);
    }
}

static void
test_last_holder (void)
{
  g_autoptr (House) house = house_new ();
  g_autoptr (HearthRecord) nok = people_add (house, "nok", none);
  const char *own = hearth_record_get_id (hearth_store_get_account (house->store));
  g_autoptr (GError) error = NULL;

  g_assert_false (hearth_store_revoke (house->store, own, "legal", NULL, &error));
  g_assert_error (error, HEARTH_STORE_ERROR, HEARTH_STORE_ERROR_LAST_HOLDER);
  g_clear_error (&error);
  g_assert_false (hearth_store_revoke (house->store, "", "legal", NULL, &error));
  g_assert_error (error, HEARTH_STORE_ERROR, HEARTH_STORE_ERROR_DENIED);
  give (house, hearth_record_get_id (nok), "legal");
  take (house, own, "legal");
  assert_holders (house, "legal", "nok sheet");
  g_assert_false (hearth_keyring_has_compartment (house->keyring, "legal"));
  people_sign_in (house, "nok");
  g_assert_true (hearth_vault_wants_renewal (house->folder, house->keyring, "legal"));
  people_tend (house);
  g_assert_false (hearth_vault_wants_renewal (house->folder, house->keyring, "legal"));
  people_assert_whole (house);
}

static void
test_only_holders_give (void)
{
  static const char *const legal[] = { "legal", NULL };
  g_autoptr (House) house = house_new ();
  g_autoptr (HearthRecord) nok = people_add (house, "nok", none);
  g_autoptr (HearthRecord) bo = people_add (house, "bo", none);
  g_autoptr (HearthRecord) account = hearth_record_new (hearth_records_lookup_type ("account"));
  g_autoptr (HearthNewPassword) password = people_prepare (house, "cai", PERSON_PASSWORD);
  g_autoptr (GError) error = NULL;

  people_sign_in (house, "nok");
  g_assert_false (hearth_store_grant (house->store, hearth_record_get_id (bo), "legal", &error));
  g_assert_error (error, HEARTH_STORE_ERROR, HEARTH_STORE_ERROR_NOT_HELD);
  g_clear_error (&error);
  hearth_record_set (account, "name", "Cai");
  hearth_record_set (account, "user", "cai");
  hearth_record_set (account, "role", "director");
  g_assert_false (hearth_store_add_account (house->store, account, password, legal, NULL, &error));
  g_assert_error (error, HEARTH_STORE_ERROR, HEARTH_STORE_ERROR_NOT_HELD);
  people_sign_in (house, HOUSE_USER);
  assert_holders (house, "legal", "ana sheet");
}

/* The manager of accounts holds no key: the texts are sealed anew when the next holder signs in. */
static void
test_replaced_at_sign_in (void)
{
  g_autoptr (House) house = house_new ();
  g_autoptr (HearthRecord) nok = people_add (house, "nok", counselling);
  g_autoptr (HearthRecord) manager = people_add (house, "manager", none);
  g_autofree char *session = people_add_session (house);

  people_sign_in (house, "manager");
  take (house, hearth_record_get_id (nok), "counselling");
  g_assert_cmpint (house_ask_number (house, "SELECT team_note_epoch FROM counselling_session"), ==, 1);
  people_tend (house);
  g_assert_cmpint (house_ask_number (house, "SELECT team_note_epoch FROM counselling_session"), ==, 1);
  people_sign_in (house, HOUSE_USER);
  people_tend (house);
  g_assert_cmpint (house_ask_number (house, "SELECT team_note_epoch FROM counselling_session"), ==, 2);
  assert_reads (house, session, "team_note", TEAM_NOTE);
  people_tend (house);
  g_assert_cmpint (house_ask_number (house, "SELECT count(*) FROM audit WHERE action = 'compartment-key'"),
                   ==, 5);
  people_assert_whole (house);
}

static void
test_files_are_sealed_anew (void)
{
  g_autoptr (House) house = house_new ();
  g_autoptr (HearthRecord) nok = people_add (house, "nok", counselling);
  g_autoptr (HearthRecord) resident = house_add_resident (house, "Mali");
  g_autoptr (GBytes) content = g_bytes_new_static (TEAM_NOTE, strlen (TEAM_NOTE));
  g_autoptr (GError) error = NULL;
  g_autoptr (HearthAttachment) file =
    hearth_store_add_attachment (house->store, hearth_record_get_id (resident), "note.txt", "text/plain",
                                 "counselling", content, &error);
  g_autoptr (GBytes) read = NULL;

  g_assert_no_error (error);
  take (house, hearth_record_get_id (nok), "counselling");
  g_assert_cmpint (house_ask_number (house, "SELECT sealed_number FROM attachment"), ==, 2);
  people_sign_in (house, HOUSE_USER);
  read = hearth_store_read_attachment (house->store, file->id, &error);
  g_assert_no_error (error);
  g_assert_true (g_bytes_equal (read, content));
  people_sign_in (house, "nok");
  g_assert_null (hearth_store_read_attachment (house->store, file->id, NULL));
  people_assert_whole (house);
}

/* --- what its author alone reads ------------------------------------------------------- */

static void
assert_nowhere (House *house, const char *id)
{
  g_autoptr (HearthQuery) query = hearth_query_new (hearth_records_lookup_type ("counselling_session"));
  g_autoptr (HearthQuery) words = hearth_query_new (NULL);
  g_autoptr (GPtrArray) revisions = hearth_store_list_revisions (house->store, id, NULL);
  g_autoptr (GPtrArray) drafts = hearth_store_list_drafts (house->store, NULL);
  g_autoptr (GListModel) list = hearth_store_list (house->store, query, NULL);

  assert_reads (house, id, "process_note", NULL);
  for (guint i = 0; i < g_list_model_get_n_items (list); i++)
    {
      g_autoptr (HearthRecord) session = g_list_model_get_item (list, i);

      g_assert_cmpstr (hearth_record_get (session, "process_note"), ==, "");
    }
  for (guint i = 0; i < revisions->len; i++)
    {
      const HearthRevision *revision = g_ptr_array_index (revisions, i);

      g_assert_cmpstr (hearth_record_get (revision->record, "process_note"), ==, "");
      for (guint n = 0; n < revision->resealed->len; n++)
        g_assert_cmpstr (((const HearthField *) g_ptr_array_index (revision->resealed, n))->name, !=,
                         "process_note");
    }
  g_assert_cmpuint (drafts->len, ==, 0);
  hearth_query_set_text (words, "Only for who wrote");
  g_assert_cmpint (hearth_store_count (house->store, words, NULL), ==, 0);
}

static void
add_draft (House *house, const char *session)
{
  g_autoptr (HearthDraft) draft = hearth_draft_new (hearth_records_lookup_type ("counselling_session"));
  g_autoptr (GError) error = NULL;

  g_set_str (&draft->record_id, session);
  g_hash_table_insert (draft->values, g_strdup ("process_note"), g_strdup (PROCESS_NOTE));
  hearth_store_save_draft (house->store, draft, &error);
  g_assert_no_error (error);
}

static void
test_note_of_its_author (void)
{
  g_autoptr (House) house = house_new ();
  g_autoptr (HearthRecord) nok = people_add (house, "nok", counselling);
  g_autofree char *id = NULL;

  people_sign_in (house, "nok");
  id = people_add_session (house);
  add_draft (house, id);
  assert_reads (house, id, "process_note", PROCESS_NOTE);
  people_sign_in (house, HOUSE_USER);
  assert_reads (house, id, "team_note", TEAM_NOTE);
  assert_nowhere (house, id);
  house_close (house);
  g_assert_false (hearth_test_folder_contains (house->folder, PROCESS_NOTE));
  g_assert_cmpint (house_ask_number (house, "SELECT count(*) FROM draft WHERE body LIKE '%for who wrote%'"),
                   ==, 0);
  g_assert_cmpint (house_ask_number (house, "SELECT count(*) FROM audit WHERE reason LIKE '%for who wrote%'"),
                   ==, 0);
  people_sign_in_with_sheet (house, house->sheet);
  assert_nowhere (house, id);
}

static void
test_note_is_left_whole (void)
{
  g_autoptr (House) house = house_new ();
  g_autoptr (HearthRecord) nok = people_add (house, "nok", counselling);
  g_autofree char *id = NULL;
  g_autoptr (HearthRecord) session = NULL;
  g_autoptr (GError) error = NULL;
  unsigned int column;

  people_sign_in (house, "nok");
  id = people_add_session (house);
  people_sign_in (house, HOUSE_USER);
  session = hearth_store_load (house->store, id, NULL);
  column =
    (unsigned int) hearth_record_type_find_column (hearth_record_get_record_type (session), "process_note");
  hearth_record_set (session, "summary", "Went very well.");
  house_save (house, session);
  hearth_record_set_withheld (session, column, false);
  hearth_record_set (session, "process_note", "Written over");
  g_assert_false (hearth_store_save (house->store, session, NULL, NULL, &error));
  g_assert_error (error, HEARTH_STORE_ERROR, HEARTH_STORE_ERROR_DENIED);
  g_clear_object (&session);
  people_sign_in (house, "nok");
  assert_reads (house, id, "process_note", PROCESS_NOTE);
  assert_reads (house, id, "summary", "Went very well.");
  people_assert_whole (house);
}

/* A draft is its author's, and no key that is taken away or replaced touches it. */
static void
test_draft_outlives_a_key (void)
{
  g_autoptr (House) house = house_new ();
  g_autoptr (HearthRecord) nok = people_add (house, "nok", counselling);
  g_autoptr (HearthDraft) draft = hearth_draft_new (hearth_records_lookup_type ("counselling_session"));
  g_autoptr (GPtrArray) drafts = NULL;
  const HearthDraft *again;

  g_hash_table_insert (draft->values, g_strdup ("team_note"), g_strdup (TEAM_NOTE));
  g_assert_true (hearth_store_save_draft (house->store, draft, NULL));
  take (house, hearth_record_get_id (nok), "counselling");
  people_sign_in (house, HOUSE_USER);
  drafts = hearth_store_list_drafts (house->store, NULL);
  g_assert_cmpuint (drafts->len, ==, 1);
  again = g_ptr_array_index (drafts, 0);
  g_assert_cmpstr (g_hash_table_lookup (again->values, "team_note"), ==, TEAM_NOTE);
}

/* --- a lost password, a new sheet, leaving ------------------------------------------------ */

static void
test_lost_password (void)
{
  g_autoptr (House) house = house_new ();
  g_autoptr (HearthRecord) nok = people_add (house, "nok", counselling);
  g_autoptr (HearthNewPassword) password = people_prepare (house, "nok", "other quiet seven lamps");
  g_autofree char *id = NULL;
  g_autoptr (HearthRecord) account = NULL;
  g_autoptr (HearthKeyring) keyring = NULL;
  g_autoptr (GError) error = NULL;

  people_sign_in (house, "nok");
  id = people_add_session (house);
  people_sign_in (house, HOUSE_USER);
  account = hearth_store_load (house->store, hearth_record_get_id (nok), NULL);
  hearth_store_reset_account (house->store, account, password, NULL, &error);
  g_assert_no_error (error);
  assert_holders (house, "counselling", "ana nok sheet");
  g_assert_true (people_is_refused (house, "nok", PERSON_PASSWORD));
  people_assert_whole (house);

  keyring = hearth_vault_unlock (house->folder, "nok", "other quiet seven lamps", &error);
  g_assert_no_error (error);
  g_set_object (&house->keyring, keyring);
  house_open (house);
  assert_reads (house, id, "team_note", TEAM_NOTE);
  assert_reads (house, id, "process_note", NULL);
  people_sign_in_with_sheet (house, house->sheet);
  house_close (house);
  g_set_object (&house->keyring, keyring);
  house_open (house);
  assert_reads (house, id, "process_note", PROCESS_NOTE);
  people_assert_whole (house);
}

static void
give_password (House *house, HearthRecord *person, const char *text)
{
  g_autoptr (HearthNewPassword) password = people_prepare (house, "nok", text);
  g_autoptr (HearthRecord) account = hearth_store_load (house->store, hearth_record_get_id (person), NULL);
  g_autoptr (GError) error = NULL;

  hearth_store_reset_account (house->store, account, password, NULL, &error);
  g_assert_no_error (error);
}

/* Whoever gives a password has the keys that come with it. The sheet opens nobody's notes to keys that only a manager of
 * accounts has given; it does to those that were given with it. */
static void
test_lost_password_given_by_a_manager (void)
{
  g_autoptr (House) house = house_new ();
  g_autoptr (HearthRecord) nok = people_add (house, "nok", counselling);
  g_autoptr (HearthRecord) manager = people_add (house, "manager", none);
  g_autofree char *id = NULL;

  people_sign_in (house, "nok");
  id = people_add_session (house);
  people_sign_in (house, "manager");
  give_password (house, nok, "other quiet seven lamps");
  people_sign_in_with_sheet (house, house->sheet);
  people_sign_in_with (house, "nok", "other quiet seven lamps");
  assert_reads (house, id, "process_note", NULL);

  people_sign_in_with_sheet (house, house->sheet);
  give_password (house, nok, "third quiet seven lamps");
  people_tend (house);
  people_sign_in_with (house, "nok", "third quiet seven lamps");
  assert_reads (house, id, "process_note", PROCESS_NOTE);
  people_assert_whole (house);
}

/* As somebody with the house key and tools would. */
static void
write_name_under_notes (House *house, HearthRecord *person)
{
  g_autofree char *sql =
    g_strdup_printf ("UPDATE counselling_session SET created_by = '%s'", hearth_record_get_id (person));

  house_close (house);
  house_tamper (house, sql);
}

/* Somebody writes their own name under a colleague's note: the sheet does not seal it to them. */
static void
test_note_under_another_name (void)
{
  g_autoptr (House) house = house_new ();
  g_autoptr (HearthRecord) nok = people_add (house, "nok", counselling);
  g_autofree char *id = people_add_session (house);

  write_name_under_notes (house, nok);
  people_sign_in_with_sheet (house, house->sheet);
  people_sign_in (house, "nok");
  assert_reads (house, id, "process_note", NULL);
}

static HearthRecoverySheet *
replace_sheet (House *house)
{
  HearthRecoverySheet *sheet = NULL;
  g_autoptr (GError) error = NULL;

  hearth_store_replace_sheet (house->store, &sheet, &error);
  g_assert_no_error (error);
  return sheet;
}

static bool
is_for_sheet (House *house)
{
  g_autoptr (HearthDb) db = NULL;
  g_autoptr (HearthStatement) row = NULL;
  g_autoptr (GBytes) sealed = NULL;
  g_autofree char *path = house_db_path (house);
  guint8 own[HEARTH_PUBLIC_KEY_BYTES], signing[HEARTH_PUBLIC_KEY_BYTES], sheet[HEARTH_PUBLIC_KEY_BYTES];

  db = hearth_db_open (path, house->keyring, HEARTH_DB_READ_ONLY, NULL);
  row =
    hearth_db_prepare (db, "SELECT process_note FROM counselling_session ORDER BY row DESC LIMIT 1", NULL);
  g_assert_cmpint (hearth_statement_step (row, NULL), ==, HEARTH_STEP_ROW);
  sealed = hearth_statement_dup_bytes (row, 0);
  hearth_keyring_get_sealing_public_key (house->keyring, own);
  hearth_keyring_get_recovery_public_keys (house->keyring, signing, sheet);
  return hearth_sealed_is_for (sealed, own, sheet);
}

static void
test_new_sheet (void)
{
  g_autoptr (House) house = house_new ();
  g_autofree char *id = people_add_session (house);
  g_autoptr (HearthRecoverySheet) sheet = NULL;

  g_assert_true (is_for_sheet (house));
  sheet = replace_sheet (house);
  g_assert_false (is_for_sheet (house));
  g_assert_true (hearth_store_wants_rotation (house->store));
  people_tend (house);
  g_assert_true (is_for_sheet (house));
  assert_reads (house, id, "process_note", PROCESS_NOTE);
  house_close (house);
  g_assert_null (hearth_vault_unlock_with_sheet (house->folder, house->sheet->first_half,
                                                 house->sheet->second_half, NULL, NULL));
  people_sign_in_with_sheet (house, sheet);
  assert_reads (house, id, "team_note", TEAM_NOTE);
  people_assert_whole (house);
}

/* Nor is the house opened by a sheet that was replaced and a key file from before. */
static void
test_old_sheet_and_old_key_file (void)
{
  g_autoptr (House) house = house_new ();
  g_autofree char *path = g_build_filename (house->folder, "house.keys", NULL);
  g_autofree char *before = NULL;
  g_autoptr (HearthRecoverySheet) sheet = NULL;
  g_autoptr (HearthKeyring) keyring = NULL;
  g_autoptr (HearthStore) store = NULL;
  g_autoptr (GError) error = NULL;
  gsize length;

  g_assert_true (g_file_get_contents (path, &before, &length, NULL));
  sheet = replace_sheet (house);
  house_close (house);
  g_assert_true (g_file_set_contents (path, before, (gssize) length, NULL));
  keyring = hearth_vault_unlock_with_sheet (house->folder, house->sheet->first_half,
                                            house->sheet->second_half, NULL, &error);
  g_assert_no_error (error);
  store = hearth_store_open (house->folder, keyring, HEARTH_POLICY (house->policy), house->clock, &error);
  g_assert_error (error, HEARTH_STORE_ERROR, HEARTH_STORE_ERROR_DENIED);
}

/* A sheet that somebody made who holds no key gets none by itself: whoever made it may have kept it. */
static void
test_sheet_of_a_manager (void)
{
  g_autoptr (House) house = house_new ();
  g_autoptr (HearthRecord) manager = people_add (house, "manager", none);
  g_autofree char *first = people_add_session (house);
  g_autofree char *second = NULL;
  g_autoptr (HearthRecoverySheet) sheet = NULL;

  people_sign_in (house, "manager");
  sheet = replace_sheet (house);
  people_sign_in (house, HOUSE_USER);
  people_tend (house);
  assert_holders (house, "counselling", "ana");
  second = people_add_session (house);
  g_assert_false (is_for_sheet (house));
  people_assert_whole (house);
  for (gsize i = 0; hearth_compartments[i] != NULL; i++)
    give (house, "", hearth_compartments[i]);
  assert_holders (house, "counselling", "ana sheet");
  people_tend (house);
  g_assert_true (is_for_sheet (house));
  assert_reads (house, second, "process_note", PROCESS_NOTE);
  people_sign_in_with_sheet (house, sheet);
  assert_reads (house, first, "team_note", TEAM_NOTE);
  people_assert_whole (house);
}

static void
test_leaving (void)
{
  g_autoptr (House) house = house_new ();
  g_autoptr (HearthRecord) nok = people_add (house, "nok", counselling);
  g_autofree char *id = people_add_session (house);
  g_autoptr (GError) error = NULL;

  g_assert_false (hearth_store_wants_rotation (house->store));
  g_assert_false (hearth_store_remove_account (house->store, hearth_store_get_account (house->store), "gone",
                                               NULL, &error));
  g_assert_error (error, HEARTH_STORE_ERROR, HEARTH_STORE_ERROR_DENIED);
  g_clear_error (&error);
  hearth_store_remove_account (house->store, nok, "a new job", NULL, &error);
  g_assert_no_error (error);
  g_assert_cmpstr (hearth_record_get (nok, "active"), ==, "no");
  g_assert_true (hearth_store_wants_rotation (house->store));
  assert_holders (house, "counselling", "ana sheet");
  g_assert_true (people_is_refused (house, "nok", PERSON_PASSWORD));
  people_sign_in (house, HOUSE_USER);
  people_tend (house);
  g_assert_cmpint (house_ask_number (house, "SELECT team_note_epoch FROM counselling_session"), ==, 2);
  assert_reads (house, id, "team_note", TEAM_NOTE);
  people_assert_whole (house);
}

/* A rule that says no to the record leaves the keys as they are. */
static void
test_leaving_is_refused (void)
{
  g_autoptr (House) house = house_new ();
  g_autoptr (HearthRecord) nok = people_add (house, "nok", counselling);
  g_autoptr (GPtrArray) problems = NULL;
  g_autoptr (GError) error = NULL;

  house->policy->problem_field = "active";
  g_assert_false (hearth_store_remove_account (house->store, nok, "a new job", &problems, &error));
  g_assert_error (error, HEARTH_STORE_ERROR, HEARTH_STORE_ERROR_INVALID);
  g_assert_cmpuint (problems->len, ==, 1);
  g_assert_cmpstr (hearth_record_get (nok, "active"), !=, "no");
  house->policy->problem_field = NULL;
  assert_holders (house, "counselling", "ana nok sheet");
  people_sign_in (house, "nok");
}

static void
test_policy_guards (void)
{
  g_autoptr (House) house = house_new ();
  g_autoptr (HearthRecord) nok = people_add (house, "nok", none);
  g_autoptr (HearthNewPassword) password = people_prepare (house, "nok", "other quiet seven lamps");
  g_autoptr (HearthRecoverySheet) sheet = NULL;
  g_autofree char *first = NULL;

  people_sign_in (house, "nok");
  house->policy->no_accounts = true;
  g_assert_false (hearth_store_reset_account (house->store, nok, password, NULL, NULL));
  g_assert_false (hearth_store_remove_account (house->store, nok, "x", NULL, NULL));
  g_assert_false (hearth_store_replace_sheet (house->store, &sheet, NULL));
  g_assert_null (sheet);
  first = house_ask_text (house, "SELECT id FROM account ORDER BY row LIMIT 1");
  g_assert_false (hearth_store_revoke (house->store, first, "legal", NULL, NULL));
  people_assert_whole (house);
}

/* --- somebody with tools ---------------------------------------------------------------------- */

/* A holder makes a key of their own and gives it to all, so that a friend without one could read what comes. */
static void
test_made_up_key (void)
{
  g_autoptr (House) house = house_new ();
  g_autoptr (HearthRecord) nok = people_add (house, "nok", counselling);
  g_autofree char *id = people_add_session (house);
  g_autoptr (GPtrArray) slots = NULL;
  g_autoptr (GError) error = NULL;

  people_sign_in (house, "nok");
  slots = hearth_vault_list_slots (house->folder, house->keyring, &error);
  hearth_vault_begin_renewal (house->folder, house->keyring, "counselling", slots, &error);
  g_assert_no_error (error);
  people_sign_in (house, HOUSE_USER);
  assert_reads (house, id, "team_note", TEAM_NOTE);
  people_tend (house);
  g_assert_cmpint (house_ask_number (house, "SELECT team_note_epoch FROM counselling_session"), ==, 2);
  people_assert_whole (house);

  people_sign_in (house, "nok");
  hearth_vault_begin_renewal (house->folder, house->keyring, "counselling", slots, &error);
  hearth_vault_finish_renewal (house->folder, house->keyring, "counselling", &error);
  g_assert_no_error (error);
  people_sign_in (house, HOUSE_USER);
  assert_reads (house, id, "team_note", NULL);
  g_assert_false (hearth_keyring_has_compartment (house->keyring, "counselling"));
  g_assert_cmpint (house_ask_number (house, "SELECT count(*) FROM audit WHERE action = 'key-refused' AND "
                                            "reason = 'counselling'"),
                   ==, 1);
  people_assert_whole (house);
}

/* A holder gives the true key to somebody, past Hearth: it is not used, nor replaced by them. */
static void
test_key_given_in_secret (void)
{
  g_autoptr (House) house = house_new ();
  g_autoptr (HearthRecord) nok = people_add (house, "nok", none);
  g_autofree char *id = people_add_session (house);
  g_autoptr (GPtrArray) slots = hearth_vault_list_slots (house->folder, house->keyring, NULL);
  const HearthKeySlotInfo *slot = hearth_slots_lookup (slots, hearth_record_get_id (nok));
  g_autoptr (HearthVerification) verification = NULL;

  g_assert_true (hearth_vault_grant (house->folder, house->keyring, slot->person, slot->sealing_key,
                                     "counselling", NULL));
  verification = house_verify (house);
  assert_finding (verification, "keys", 0);
  people_sign_in (house, "nok");
  assert_reads (house, id, "team_note", NULL);
  people_tend (house);
  people_sign_in (house, HOUSE_USER);
  assert_reads (house, id, "team_note", TEAM_NOTE);
}

static gint64
forge (House *house, const char *action, const char *person, const char *compartment)
{
  g_autoptr (GError) error = NULL;

  g_assert_true (hearth_store_begin_change (house->store, &error));
  hearth_store_end_change (house->store,
                           hearth_store_add_compartment_audit (house->store, action, person, compartment,
                                                               NULL, &error),
                           &error);
  g_assert_no_error (error);
  return house_ask_number (house, "SELECT max (sequence) FROM audit");
}

static bool
is_member (House *house, const char *person, const char *compartment)
{
  g_autoptr (HearthKeyHistory) history = hearth_key_history_read (house->store->db, house->keyring, NULL);

  return hearth_key_history_is_member (history, person, compartment);
}

/* Giving oneself a key in the audit, as somebody without one. */
static void
test_made_up_grant (void)
{
  g_autoptr (House) house = house_new ();
  g_autoptr (HearthRecord) nok = people_add (house, "nok", none);
  g_autoptr (HearthVerification) verification = NULL;
  gint64 row;

  people_sign_in (house, "nok");
  row = forge (house, "grant", hearth_record_get_id (nok), "counselling");
  g_assert_false (is_member (house, hearth_record_get_id (nok), "counselling"));
  verification = house_verify (house);
  assert_finding (verification, "keys", row);
  people_sign_in (house, HOUSE_USER);
  give (house, hearth_record_get_id (nok), "counselling");
  g_assert_true (is_member (house, hearth_record_get_id (nok), "counselling"));
}

/* Taking the row out that took the key away. */
static void
test_taken_out_row (void)
{
  g_autoptr (House) house = house_new ();
  g_autoptr (HearthRecord) nok = people_add (house, "nok", counselling);

  take (house, hearth_record_get_id (nok), "counselling");
  house_close (house);
  house_tamper (house, "DELETE FROM audit WHERE action = 'revoke'");
  people_sign_in (house, "nok");
  g_assert_cmpint (forge (house, "grant", hearth_store_get_person_id (house->store), "counselling"), >, 0);
  people_sign_in (house, HOUSE_USER);
  g_assert_false (hearth_keyring_has_compartment (house->keyring, "counselling"));
}

/* Another public key in the slot of somebody who is given a key. */
static void
test_slot_of_another (void)
{
  g_autoptr (House) house = house_new ();
  g_autoptr (HearthRecord) nok = people_add (house, "nok", none);
  g_autoptr (HearthNewPassword) password = people_prepare (house, "nok", "other quiet seven lamps");
  guint8 signing[HEARTH_PUBLIC_KEY_BYTES], sealing[HEARTH_PUBLIC_KEY_BYTES];
  g_autoptr (HearthVerification) verification = NULL;
  g_autoptr (GError) error = NULL;

  g_assert_true (hearth_vault_reset_person (house->folder, house->keyring, hearth_record_get_id (nok),
                                            password, none, signing, sealing, NULL));
  g_assert_false (hearth_store_grant (house->store, hearth_record_get_id (nok), "counselling", &error));
  g_assert_error (error, HEARTH_STORE_ERROR, HEARTH_STORE_ERROR_DENIED);
  verification = house_verify (house);
  assert_finding (verification, "keys", 0);
  g_assert_true (people_is_refused (house, "nok", "other quiet seven lamps"));
}

/* --- another house's --------------------------------------------------------------------------- */

/* Nothing is damaged there: what to do is another thing. */
static void
test_key_file_of_another_house (void)
{
  g_autoptr (House) house = house_new ();
  g_autoptr (House) other = house_new ();
  g_autofree char *from = g_build_filename (other->folder, "house.keys", NULL);
  g_autofree char *to = g_build_filename (house->folder, "house.keys", NULL);
  g_autoptr (HearthKeyring) keyring = NULL;
  g_autofree char *text = NULL;
  g_autoptr (GError) error = NULL;
  gsize length;

  house_close (house);
  g_assert_true (g_file_get_contents (from, &text, &length, NULL));
  g_assert_true (g_file_set_contents (to, text, (gssize) length, NULL));
  keyring = hearth_vault_unlock (house->folder, HOUSE_USER, HOUSE_PASSWORD, &error);
  g_assert_no_error (error);
  g_assert_null (hearth_store_open (house->folder, keyring, HEARTH_POLICY (house->policy), house->clock,
                                    &error));
  g_assert_error (error, HEARTH_STORE_ERROR, HEARTH_STORE_ERROR_KEY);
}

int
main (int argc, char **argv)
{
  hearth_test_init (&argc, &argv);
  g_test_add_func ("/store/people/given-and-taken", test_given_and_taken);
  g_test_add_func ("/store/people/kept-keys-are-old", test_kept_keys_are_old);
  g_test_add_func ("/store/people/last-holder", test_last_holder);
  g_test_add_func ("/store/people/only-holders-give", test_only_holders_give);
  g_test_add_func ("/store/people/replaced-at-sign-in", test_replaced_at_sign_in);
  g_test_add_func ("/store/people/files", test_files_are_sealed_anew);
  g_test_add_func ("/store/people/note-of-its-author", test_note_of_its_author);
  g_test_add_func ("/store/people/note-left-whole", test_note_is_left_whole);
  g_test_add_func ("/store/people/draft-outlives-a-key", test_draft_outlives_a_key);
  g_test_add_func ("/store/people/lost-password", test_lost_password);
  g_test_add_func ("/store/people/lost-password-given-by-a-manager", test_lost_password_given_by_a_manager);
  g_test_add_func ("/store/people/note-under-another-name", test_note_under_another_name);
  g_test_add_func ("/store/people/new-sheet", test_new_sheet);
  g_test_add_func ("/store/people/old-sheet-and-old-key-file", test_old_sheet_and_old_key_file);
  g_test_add_func ("/store/people/sheet-of-a-manager", test_sheet_of_a_manager);
  g_test_add_func ("/store/people/leaving", test_leaving);
  g_test_add_func ("/store/people/leaving-refused", test_leaving_is_refused);
  g_test_add_func ("/store/people/policy-guards", test_policy_guards);
  g_test_add_func ("/store/people/made-up-key", test_made_up_key);
  g_test_add_func ("/store/people/given-in-secret", test_key_given_in_secret);
  g_test_add_func ("/store/people/made-up-grant", test_made_up_grant);
  g_test_add_func ("/store/people/taken-out-row", test_taken_out_row);
  g_test_add_func ("/store/people/slot-of-another", test_slot_of_another);
  g_test_add_func ("/store/people/key-file-of-another-house", test_key_file_of_another_house);
  return g_test_run ();
}

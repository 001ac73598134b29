/* SPDX-License-Identifier: GPL-3.0-or-later
 * Records that stay as they are: signed, append-only, in error; what the database itself refuses; batches.
 */
#define G_LOG_DOMAIN "hearth-test"

#include "store-fixture.h"

#include "schema-ddl.h"

/* No type of the house is append-only yet, so this program brings its own: the registry below stands in for the
 * one of src/records, with all of its types. */

#include "records/types.h"

static const HearthField note_fields[] = {
  { .name = "text", .label = "Text", .kind = HEARTH_FIELD_TEXT, .list_column = true },
  { .name = "amount", .label = "Amount", .kind = HEARTH_FIELD_DECIMAL, .digits = 2 },
};

static const HearthRecordType note_type = {
  .name = "test_note",
  .gtype_name = "HearthTestNote",
  .label = "Note",
  .label_plural = "Notes",
  .owner = HEARTH_OWNER_HOUSE,
  .life_cycle = HEARTH_LIFE_APPEND_ONLY,
  .tier = HEARTH_TIER_HOUSE,
  .fields = note_fields,
  .n_fields = G_N_ELEMENTS (note_fields),
};

static const HearthRecordType *const types[] = {
  &hearth_house_type, &hearth_account_type, &hearth_resident_type, &hearth_daily_log_type, &note_type,
};

const HearthRecordType *const *
hearth_records_get_types (unsigned int *n_types)
{
  if (n_types != NULL)
    *n_types = G_N_ELEMENTS (types);
  return types;
}

const HearthRecordType *
hearth_records_lookup_type (const char *name)
{
  for (gsize i = 0; i < G_N_ELEMENTS (types); i++)
    if (g_str_equal (types[i]->name, name))
      return types[i];
  return NULL;
}

static House *
house_with_notes_new (void)
{
  House *house = house_new ();
  g_autofree char *ddl = schema_ddl_of_type (&note_type);

  house_run_sql (house, ddl);
  return house;
}

static void
assert_closed (House *house, HearthRecord *record)
{
  g_autoptr (GError) error = NULL;

  g_assert_false (hearth_store_save (house->store, record, NULL, NULL, &error));
  g_assert_error (error, HEARTH_STORE_ERROR, HEARTH_STORE_ERROR_CLOSED_RECORD);
}

/* What somebody with the key and a database tool would be told. */
static void
assert_database_refuses (House *house, const char *sql)
{
  g_autofree char *path = house_db_path (house);
  g_autoptr (GError) error = NULL;
  g_autoptr (HearthDb) db = hearth_db_open (path, house->keyring, HEARTH_DB_READ_WRITE, &error);

  g_assert_no_error (error);
  g_test_message ("%s", sql);
  g_assert_false (hearth_db_exec (db, sql, &error));
  g_assert_error (error, HEARTH_STORE_ERROR, HEARTH_STORE_ERROR_CLOSED_RECORD);
}

/* --- life cycles ------------------------------------------------------------------------------------- */

static void
test_signed (void)
{
  g_autoptr (House) house = house_with_notes_new ();
  g_autoptr (HearthRecord) resident = house_add_resident (house, "Mali");
  g_autoptr (HearthRecord) entry = house_add_log (house, resident, "2026-02-28", "Laughed.");
  g_autoptr (HearthRecord) copy = NULL;
  g_autoptr (GError) error = NULL;

  hearth_record_set (entry, "positive_moment", "Laughed and sang.");
  g_assert_true (hearth_store_sign (house->store, entry, &error));
  g_assert_no_error (error);
  g_assert_cmpstr (hearth_record_get (entry, "state"), ==, HEARTH_STATE_SIGNED);
  g_assert_cmpint (hearth_record_get_revision (entry), ==, 2);
  copy = hearth_record_copy (entry);
  hearth_record_set (copy, "positive_moment", "Nothing.");
  assert_closed (house, copy);
  g_assert_false (hearth_store_sign (house->store, entry, &error));
  g_assert_error (error, HEARTH_STORE_ERROR, HEARTH_STORE_ERROR_CLOSED_RECORD);
  g_clear_error (&error);

  hearth_record_set (copy, "state", HEARTH_STATE_OPEN);
  assert_closed (house, copy);
  assert_database_refuses (house, "UPDATE daily_log SET positive_moment = 'Nothing.'");
  assert_database_refuses (house, "UPDATE daily_log SET state = 'open'");
  assert_database_refuses (house, "UPDATE daily_log SET state = 'in_error', positive_moment = NULL");
  g_assert_false (hearth_store_sign (house->store, resident, &error));
  g_assert_error (error, HEARTH_STORE_ERROR, HEARTH_STORE_ERROR_CLOSED_RECORD);
}

static void
test_in_error (void)
{
  g_autoptr (House) house = house_with_notes_new ();
  g_autoptr (HearthRecord) resident = house_add_resident (house, "Mali");
  g_autoptr (HearthRecord) entry = house_add_log (house, resident, "2026-02-28", "Laughed.");
  g_autofree char *reason = NULL;
  g_autoptr (GError) error = NULL;

  g_assert_true (hearth_store_sign (house->store, entry, &error));
  hearth_record_set (entry, "positive_moment", "not meant to be kept");
  g_assert_true (hearth_store_mark_in_error (house->store, entry, "another resident", &error));
  g_assert_no_error (error);
  g_assert_cmpstr (hearth_record_get (entry, "state"), ==, HEARTH_STATE_IN_ERROR);
  g_assert_cmpstr (hearth_record_get (entry, "positive_moment"), ==, "Laughed.");
  reason = house_ask_text (house, "SELECT reason FROM audit WHERE action = 'in-error'");
  g_assert_cmpstr (reason, ==, "another resident");
  hearth_record_set (entry, "positive_moment", "Again");
  assert_closed (house, entry);
  g_assert_false (hearth_store_mark_in_error (house->store, entry, "twice", &error));
  g_assert_error (error, HEARTH_STORE_ERROR, HEARTH_STORE_ERROR_CLOSED_RECORD);
  assert_database_refuses (house, "UPDATE daily_log SET state = 'signed'");
}

static void
test_append_only (void)
{
  g_autoptr (House) house = house_with_notes_new ();
  g_autoptr (HearthRecord) note = house_add (house, "test_note", "text", "once", NULL);
  g_autoptr (HearthVerification) verification = NULL;
  g_autoptr (GError) error = NULL;

  hearth_record_set (note, "text", "twice");
  assert_closed (house, note);
  assert_database_refuses (house, "UPDATE test_note SET text = 'twice'");
  g_assert_true (hearth_store_mark_in_error (house->store, note, "mistaken", &error));
  g_assert_no_error (error);
  g_assert_cmpstr (hearth_record_get (note, "text"), ==, "once");
  verification = house_verify (house);
  g_assert_cmpuint (verification->findings->len, ==, 0);
}

static void
test_nothing_is_deleted (void)
{
  g_autoptr (House) house = house_with_notes_new ();
  g_autoptr (HearthRecord) resident = house_add_resident (house, "Mali");

  assert_database_refuses (house, "DELETE FROM resident");
  assert_database_refuses (house, "DELETE FROM record_index");
  assert_database_refuses (house, "DELETE FROM revision");
  assert_database_refuses (house, "UPDATE revision SET body = '{}'");
  assert_database_refuses (house, "DELETE FROM audit");
  assert_database_refuses (house, "UPDATE audit SET reason = 'other'");
  assert_database_refuses (house, "DELETE FROM person_key");
  assert_database_refuses (house, "UPDATE person_key SET since = ''");
  assert_database_refuses (house, "UPDATE resident SET id = '01ARZ3NDEKTSV4RRFFQ69G5FAV'");
  assert_database_refuses (house, "UPDATE resident SET created_by = 'other'");
  assert_database_refuses (house, "UPDATE record_index SET type = 'house' WHERE type = 'resident'");
}

static void
test_decimals (void)
{
  g_autoptr (House) house = house_with_notes_new ();
  g_autoptr (HearthRecord) note = house_add (house, "test_note", "amount", "-0.00", NULL);
  g_autoptr (HearthRecord) exact = house_add (house, "test_note", "amount", "54.30", NULL);
  g_autoptr (HearthRecord) wide = hearth_record_new (&note_type);
  g_autofree char *id = g_strdup (hearth_record_get_id (exact));
  g_autoptr (HearthVerification) verification = NULL;
  g_autoptr (GPtrArray) problems = NULL;
  g_autoptr (GError) error = NULL;

  g_assert_cmpstr (hearth_record_get (note, "amount"), ==, "0.00");
  g_clear_object (&exact);
  exact = hearth_store_load (house->store, id, &error);
  g_assert_cmpstr (hearth_record_get (exact, "amount"), ==, "54.30");
  hearth_record_set (wide, "amount", "12345678901234567.89");
  g_assert_false (hearth_store_save (house->store, wide, NULL, &problems, &error));
  hearth_test_assert_problem (problems, "amount", HEARTH_PROBLEM_OUT_OF_RANGE);
  verification = house_verify (house);
  g_assert_cmpuint (verification->findings->len, ==, 0);
}

/* --- batches -------------------------------------------------------------------------------------------- */

static void
count_cb (HearthStore *store, HearthRecord *record, gpointer user_data)
{
  (*(int *) user_data)++;
}

static void
test_batch_commits (void)
{
  g_autoptr (House) house = house_with_notes_new ();
  g_autoptr (HearthRecord) resident = NULL;
  g_autoptr (HearthRecord) entry = NULL;
  g_autoptr (GError) error = NULL;
  int told = 0;

  g_signal_connect (house->store, "saved", G_CALLBACK (count_cb), &told);
  g_assert_true (hearth_store_begin (house->store, &error));
  resident = house_add_resident (house, "Mali");
  entry = house_add_log (house, resident, "2026-02-28", "Laughed.");
  g_assert_cmpint (told, ==, 0);
  g_assert_cmpint (house_ask_number (house, "SELECT count(*) FROM resident"), ==, 0);
  g_assert_true (hearth_store_commit (house->store, &error));
  g_assert_no_error (error);
  g_assert_cmpint (told, ==, 2);
  g_assert_cmpint (house_ask_number (house, "SELECT count(*) FROM resident"), ==, 1);
}

static void
test_batch_rolls_back (void)
{
  g_autoptr (House) house = house_with_notes_new ();
  g_autoptr (HearthRecord) before = house_add_resident (house, "Mali");
  g_autoptr (HearthRecord) fresh = NULL;
  g_autoptr (HearthVerification) verification = NULL;
  g_autofree char *anchor = hearth_store_dup_anchor (house->store);
  g_autofree char *anchor_after = NULL;
  g_autoptr (GError) error = NULL;

  g_assert_true (hearth_store_begin (house->store, &error));
  hearth_record_set (before, "name_used", "Malee");
  house_save (house, before);
  hearth_record_set (before, "name_used", "Maly");
  house_save (house, before);
  fresh = house_add_resident (house, "Dara");
  hearth_store_roll_back (house->store);

  g_assert_cmpint (hearth_record_get_revision (before), ==, 1);
  g_assert_cmpstr (hearth_record_get (before, "name_used"), ==, "Malee"); /* as typed before its first save */
  g_assert_cmpint (hearth_record_get_revision (fresh), ==, 0);
  g_assert_cmpstr (hearth_record_get_id (fresh), ==, "");
  g_assert_cmpint (house_ask_number (house, "SELECT count(*) FROM resident"), ==, 1);
  anchor_after = hearth_store_dup_anchor (house->store);
  g_assert_cmpstr (anchor_after, ==, anchor);
  house_save (house, before);
  house_save (house, fresh);
  verification = house_verify (house);
  g_assert_cmpuint (verification->findings->len, ==, 0);
}

/* A record that is refused leaves the rest of the batch good. */
static void
test_batch_survives_refusal (void)
{
  g_autoptr (House) house = house_with_notes_new ();
  g_autoptr (HearthRecord) good = NULL;
  g_autoptr (HearthRecord) bad = hearth_record_new (&hearth_resident_type);
  g_autoptr (GError) error = NULL;

  g_assert_true (hearth_store_begin (house->store, &error));
  good = house_add_resident (house, "Mali");
  g_assert_false (hearth_store_save (house->store, bad, NULL, NULL, &error));
  g_assert_error (error, HEARTH_STORE_ERROR, HEARTH_STORE_ERROR_INVALID);
  g_clear_error (&error);
  g_assert_true (hearth_store_commit (house->store, &error));
  g_assert_no_error (error);
  g_assert_cmpint (house_ask_number (house, "SELECT count(*) FROM resident"), ==, 1);
}

int
main (int argc, char **argv)
{
  hearth_test_init (&argc, &argv);
  g_test_add_func ("/store/closed/signed", test_signed);
  g_test_add_func ("/store/closed/in-error", test_in_error);
  g_test_add_func ("/store/closed/append-only", test_append_only);
  g_test_add_func ("/store/closed/nothing-is-deleted", test_nothing_is_deleted);
  g_test_add_func ("/store/closed/decimals", test_decimals);
  g_test_add_func ("/store/batch/commits", test_batch_commits);
  g_test_add_func ("/store/batch/rolls-back", test_batch_rolls_back);
  g_test_add_func ("/store/batch/survives-refusal", test_batch_survives_refusal);
  return g_test_run ();
}

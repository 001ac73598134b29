/* SPDX-License-Identifier: GPL-3.0-or-later
 * Several people in one house: accounts, and what is sealed to some of them.
 */
#define G_LOG_DOMAIN "hearth-test"

#include "store-fixture.h"
#include "store/people.h"

#include <string.h>

#define CARER_PASSWORD "quiet garden seven lamps"
#define SECRET "The reason nobody else may read."

static HearthRecord *
new_account (const char *name, const char *user, const char *role)
{
  HearthRecord *account = hearth_record_new (hearth_records_lookup_type ("account"));

  hearth_record_set (account, "name", name);
  hearth_record_set (account, "user", user);
  hearth_record_set (account, "role", role);
  return account;
}

static HearthNewPassword *
prepare (House *house, const char *user, const char *text)
{
  g_autoptr (GError) error = NULL;
  HearthNewPassword *password = hearth_new_password_prepare (house->folder, user, text, false, &error);

  g_assert_no_error (error);
  return password;
}

static void
add_carer (House *house)
{
  static const char *const none[] = { NULL };
  g_autoptr (HearthRecord) account = new_account ("Bo Lund", "Bo", "duty-carer");
  g_autoptr (HearthNewPassword) password = prepare (house, "Bo", CARER_PASSWORD);
  g_autoptr (GError) error = NULL;

  g_assert_true (hearth_store_add_account (house->store, account, password, none, NULL, &error));
  g_assert_no_error (error);
}

/* Opens as somebody else; house_open () with what this answers is the first person again. */
static HearthKeyring *
become (House *house, const char *user, const char *password)
{
  g_autoptr (GError) error = NULL;
  HearthKeyring *before = house->keyring;

  house_close (house);
  house->keyring = hearth_vault_unlock (house->folder, user, password, &error);
  g_assert_no_error (error);
  house_open (house);
  return before;
}

static void
become_again (House *house, HearthKeyring *keyring)
{
  house_close (house);
  g_object_unref (house->keyring);
  house->keyring = keyring;
  house_open (house);
}

static unsigned int
column_of (HearthRecord *record, const char *name)
{
  return (unsigned int) hearth_record_type_find_column (hearth_record_get_record_type (record), name);
}

static HearthRecord *
add_contact (House *house, const char *name, const char *reason)
{
  g_autoptr (HearthRecord) resident = house_add_resident (house, "Mali");

  return house_add (house, "contact", "resident", hearth_record_get_id (resident), "name", name, "relation",
                    "mother", "safe_to_call", "not_known", "no_contact_reason", reason, NULL);
}

/* --- accounts -------------------------------------------------------------------------------- */

static void
test_second_person (void)
{
  g_autoptr (House) house = house_new ();
  g_autoptr (HearthRecord) resident = house_add_resident (house, "Mali");
  g_autofree char *by = NULL;
  g_autoptr (HearthVerification) verification = NULL;
  HearthKeyring *first;

  add_carer (house);
  first = become (house, "bo", CARER_PASSWORD);
  g_assert_cmpstr (hearth_record_get (hearth_store_get_account (house->store), "name"), ==, "Bo Lund");
  hearth_record_set (resident, "name_used", "Malee");
  house_save (house, resident);
  by = house_ask_text (house, "SELECT person FROM audit WHERE action = 'change'");
  g_assert_cmpstr (by, ==, hearth_keyring_get_person_id (house->keyring));
  verification = house_verify (house);
  g_assert_cmpuint (verification->findings->len, ==, 0);
  become_again (house, first);
}

static void
test_same_sign_in_name (void)
{
  static const char *const none[] = { NULL };
  g_autoptr (House) house = house_new ();
  g_autoptr (HearthRecord) account = new_account ("Another Ana", "ANA", "nurse");
  g_autoptr (HearthNewPassword) password = prepare (house, "ANA", CARER_PASSWORD);
  g_autoptr (GPtrArray) problems = NULL;
  g_autoptr (GError) error = NULL;

  g_assert_false (hearth_store_add_account (house->store, account, password, none, &problems, &error));
  g_assert_error (error, HEARTH_STORE_ERROR, HEARTH_STORE_ERROR_INVALID);
  hearth_test_assert_problem (problems, "user", HEARTH_PROBLEM_NOT_UNIQUE);
  g_assert_cmpstr (hearth_record_get_id (account), ==, "");
  g_assert_cmpint (house_ask_number (house, "SELECT count(*) FROM account"), ==, 1);
}

/* The new name would open nothing: the key slot was made with the old one. */
static void
test_sign_in_name_stays (void)
{
  g_autoptr (House) house = house_new ();
  g_autoptr (HearthRecord) account = hearth_record_copy (hearth_store_get_account (house->store));
  g_autoptr (GPtrArray) problems = NULL;
  g_autoptr (GError) error = NULL;

  hearth_record_set (account, "user", "anna");
  g_assert_false (hearth_store_save (house->store, account, NULL, &problems, &error));
  g_assert_error (error, HEARTH_STORE_ERROR, HEARTH_STORE_ERROR_INVALID);
  hearth_test_assert_problem (problems, "user", HEARTH_PROBLEM_READ_ONLY);
  /* Written differently, it is the same. */
  hearth_record_set (account, "user", "Ana");
  house_save (house, account);
}

/* Record and key slot, or neither. */
static void
test_weak_password_adds_nobody (void)
{
  g_autoptr (House) house = house_new ();
  g_autoptr (HearthNewPassword) password = NULL;
  g_autoptr (GError) error = NULL;

  password = hearth_new_password_prepare (house->folder, "bo", "short", false, &error);
  g_assert_null (password);
  g_assert_error (error, HEARTH_VAULT_ERROR, HEARTH_VAULT_ERROR_WEAK);
}

/* A key slot without the keys the caller lacks is none: the record is not there either. */
static void
test_unknown_key_adds_nobody (void)
{
  static const char *const unknown[] = { "kitchen", NULL };
  g_autoptr (House) house = house_new ();
  g_autoptr (HearthRecord) account = new_account ("Bo Lund", "bo", "duty-carer");
  g_autoptr (HearthNewPassword) password = prepare (house, "bo", CARER_PASSWORD);
  g_autoptr (HearthKeyring) keyring = NULL;
  g_autoptr (HearthVerification) verification = NULL;
  g_autoptr (GError) error = NULL;

  g_assert_false (hearth_store_add_account (house->store, account, password, unknown, NULL, &error));
  g_assert_error (error, HEARTH_STORE_ERROR, HEARTH_STORE_ERROR_NOT_HELD);
  g_clear_error (&error);
  g_assert_cmpint (hearth_record_get_revision (account), ==, 0);
  g_assert_cmpint (house_ask_number (house, "SELECT count(*) FROM account"), ==, 1);
  g_assert_cmpint (house_ask_number (house, "SELECT count(*) FROM person_key"), ==, 2);
  keyring = hearth_vault_unlock (house->folder, "bo", CARER_PASSWORD, &error);
  g_assert_null (keyring);
  verification = house_verify (house);
  g_assert_cmpuint (verification->findings->len, ==, 0);
}

static void
test_policy_guards_accounts (void)
{
  static const char *const none[] = { NULL };
  g_autoptr (House) house = house_new ();
  g_autoptr (HearthRecord) account = new_account ("Bo Lund", "bo", "duty-carer");
  g_autoptr (HearthNewPassword) password = prepare (house, "bo", CARER_PASSWORD);
  g_autoptr (GError) error = NULL;

  house->policy->no_accounts = true;
  g_assert_false (hearth_store_add_account (house->store, account, password, none, NULL, &error));
  g_assert_error (error, HEARTH_STORE_ERROR, HEARTH_STORE_ERROR_DENIED);
  g_assert_cmpint (house_ask_number (house, "SELECT count(*) FROM account"), ==, 1);
}

/* A key that no account belongs to opens the key file, but not the house. */
static void
test_key_without_account (void)
{
  static const char *const none[] = { NULL };
  g_autoptr (House) house = house_new ();
  g_autoptr (HearthKeyring) keyring = NULL;
  g_autoptr (HearthNewPassword) password = prepare (house, "bo", CARER_PASSWORD);
  guint8 signing[HEARTH_PUBLIC_KEY_BYTES], sealing[HEARTH_PUBLIC_KEY_BYTES];
  g_autoptr (GError) error = NULL;
  HearthStore *store;

  g_assert_true (hearth_vault_add_person (house->folder, house->keyring, "01ARZ3NDEKTSV4RRFFQ69G5FAV",
                                          password, none, signing, sealing, &error));
  g_assert_no_error (error);
  house_close (house);
  keyring = hearth_vault_unlock (house->folder, "bo", CARER_PASSWORD, &error);
  g_assert_no_error (error);
  store = hearth_store_open (house->folder, keyring, HEARTH_POLICY (house->policy), house->clock, &error);
  g_assert_null (store);
  g_assert_error (error, HEARTH_STORE_ERROR, HEARTH_STORE_ERROR_DENIED);
}

/* Ended between key slot and account, the program leaves a slot that the next try takes away. */
static void
test_slot_of_nobody_is_replaced (void)
{
  static const char *const none[] = { NULL };
  static const char *const id = "01ARZ3NDEKTSV4RRFFQ69G5FAV";
  g_autoptr (House) house = house_new ();
  g_autoptr (HearthRecord) account = new_account ("Cai", "cai", "duty-carer");
  g_autoptr (HearthNewPassword) cai = prepare (house, "cai", "other quiet seven lamps");
  g_autoptr (HearthNewPassword) bo = prepare (house, "bo", CARER_PASSWORD);
  g_auto (GStrv) people = NULL;
  guint8 signing[HEARTH_PUBLIC_KEY_BYTES], sealing[HEARTH_PUBLIC_KEY_BYTES];
  g_autoptr (GError) error = NULL;
  HearthKeyring *first;

  g_assert_true (hearth_store_add_account (house->store, account, cai, none, NULL, &error));
  g_assert_no_error (error);
  g_assert_true (hearth_vault_add_person (house->folder, house->keyring, id, bo, none, signing, sealing,
                                          &error));
  g_assert_no_error (error);
  add_carer (house);
  people = hearth_vault_list_people (house->folder, house->keyring, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (g_strv_length (people), ==, 3);
  g_assert_false (g_strv_contains ((const char *const *) people, id));
  g_assert_true (g_strv_contains ((const char *const *) people, hearth_record_get_id (account)));
  first = become (house, "bo", CARER_PASSWORD);
  g_assert_cmpstr (hearth_record_get (hearth_store_get_account (house->store), "name"), ==, "Bo Lund");
  become_again (house, first);
}

/* --- sealed fields ------------------------------------------------------------------------------ */

static void
test_sealed_in_the_database (void)
{
  g_autoptr (House) house = house_new ();
  g_autoptr (HearthRecord) contact = add_contact (house, "Somchai", SECRET);
  g_autofree char *id = g_strdup (hearth_record_get_id (contact));
  g_autoptr (HearthRecord) again = NULL;

  g_assert_cmpint (house_ask_number (house, "SELECT count(*) FROM contact WHERE "
                                            "instr (no_contact_reason, CAST ('nobody else' AS BLOB)) > 0"),
                   ==, 0);
  g_assert_cmpint (house_ask_number (house, "SELECT length (no_contact_reason) FROM contact"), >,
                   strlen (SECRET));
  g_assert_cmpint (house_ask_number (house, "SELECT count(*) FROM revision WHERE body LIKE '%nobody else%'"),
                   ==, 0);
  g_assert_cmpint (house_ask_number (house, "SELECT count(*) FROM revision WHERE "
                                            "body LIKE '%no_contact_reason_commitment%'"),
                   ==, 1);
  g_assert_cmpstr (hearth_record_get (contact, "no_contact_reason"), ==, SECRET);
  g_clear_object (&contact);
  again = hearth_store_load (house->store, id, NULL);
  g_assert_cmpstr (hearth_record_get (again, "no_contact_reason"), ==, SECRET);
}

static void
test_seal_number_follows_the_text (void)
{
  g_autoptr (House) house = house_new ();
  g_autoptr (HearthRecord) contact = add_contact (house, "Somchai", SECRET);
  g_autofree char *before = house_ask_text (house, "SELECT hex (no_contact_reason) FROM contact");
  g_autofree char *after = NULL;

  hearth_record_set (contact, "phone", "+66 2 000 0000");
  house_save (house, contact);
  after = house_ask_text (house, "SELECT hex (no_contact_reason) FROM contact");
  g_assert_cmpstr (before, ==, after);
  g_assert_cmpint (house_ask_number (house, "SELECT no_contact_reason_seal FROM contact"), ==, 1);
  hearth_record_set (contact, "no_contact_reason", "Another reason.");
  house_save (house, contact);
  g_assert_cmpint (house_ask_number (house, "SELECT no_contact_reason_seal FROM contact"), ==, 2);
  hearth_record_set (contact, "no_contact_reason", "");
  house_save (house, contact);
  g_assert_cmpint (house_ask_number (house,
                                     "SELECT count(*) FROM contact WHERE no_contact_reason IS NULL AND "
                                     "no_contact_reason_commitment IS NULL AND no_contact_reason_seal = 3"),
                   ==, 1);
}

static void
test_sealed_for_a_non_member (void)
{
  g_autoptr (House) house = house_new ();
  g_autoptr (HearthRecord) contact = add_contact (house, "Somchai", SECRET);
  g_autofree char *id = g_strdup (hearth_record_get_id (contact));
  g_autofree char *before = house_ask_text (house, "SELECT hex (no_contact_reason) FROM contact");
  g_autofree char *after = NULL;
  g_autoptr (HearthRecord) seen = NULL;
  g_autoptr (HearthRecord) own = NULL;
  g_autoptr (GPtrArray) revisions = NULL;
  g_autoptr (HearthVerification) verification = NULL;
  g_autoptr (GError) error = NULL;
  HearthKeyring *first;

  g_clear_object (&contact);
  add_carer (house);
  first = become (house, "bo", CARER_PASSWORD);
  seen = hearth_store_load (house->store, id, &error);
  g_assert_no_error (error);
  g_assert_true (hearth_record_is_withheld (seen, column_of (seen, "no_contact_reason")));
  g_assert_cmpstr (hearth_record_get (seen, "no_contact_reason"), ==, "");
  hearth_record_set (seen, "phone", "+66 2 000 0000");
  house_save (house, seen);
  after = house_ask_text (house, "SELECT hex (no_contact_reason) FROM contact");
  g_assert_cmpstr (before, ==, after);

  hearth_record_set_withheld (seen, column_of (seen, "no_contact_reason"), false);
  hearth_record_set (seen, "no_contact_reason", "Written over");
  g_assert_false (hearth_store_save (house->store, seen, NULL, NULL, &error));
  g_assert_error (error, HEARTH_STORE_ERROR, HEARTH_STORE_ERROR_DENIED);
  g_clear_error (&error);

  revisions = hearth_store_list_revisions (house->store, id, &error);
  for (guint i = 0; i < revisions->len; i++)
    {
      const HearthRevision *revision = g_ptr_array_index (revisions, i);

      g_assert_true (hearth_record_is_withheld (revision->record, column_of (seen, "no_contact_reason")));
    }
  become_again (house, first);
  own = hearth_store_load (house->store, id, &error);
  g_assert_cmpstr (hearth_record_get (own, "no_contact_reason"), ==, SECRET);
  g_assert_cmpstr (hearth_record_get (own, "phone"), ==, "+66 2 000 0000");
  verification = house_verify (house);
  g_assert_cmpuint (verification->findings->len, ==, 0);
}

/* A sealed value in the place of another opens for nobody. */
static void
test_sealed_values_swapped (void)
{
  g_autoptr (House) house = house_new ();
  g_autoptr (HearthRecord) a = add_contact (house, "Somchai", SECRET);
  g_autoptr (HearthRecord) b = add_contact (house, "Vuthy", "Another reason.");
  g_autofree char *id = g_strdup (hearth_record_get_id (a));
  g_autoptr (HearthRecord) seen = NULL;
  g_autoptr (HearthVerification) verification = NULL;

  g_clear_object (&a);
  g_clear_object (&b);
  house_close (house);
  house_tamper (house, "UPDATE contact SET no_contact_reason = "
                       "(SELECT c.no_contact_reason FROM contact c WHERE c.row <> contact.row)");
  verification = house_verify (house);
  assert_finding (verification, "record", -1);
  house_open (house);
  g_test_expect_message ("hearth-store", G_LOG_LEVEL_WARNING, "*cannot be opened*");
  seen = hearth_store_load (house->store, id, NULL);
  g_test_assert_expected_messages ();
  g_assert_true (hearth_record_is_withheld (seen, column_of (seen, "no_contact_reason")));
  g_assert_cmpstr (hearth_record_get (seen, "no_contact_reason"), ==, "");
}

int
main (int argc, char **argv)
{
  hearth_test_init (&argc, &argv);
  g_test_add_func ("/store/accounts/second-person", test_second_person);
  g_test_add_func ("/store/accounts/same-sign-in-name", test_same_sign_in_name);
  g_test_add_func ("/store/accounts/sign-in-name-stays", test_sign_in_name_stays);
  g_test_add_func ("/store/accounts/weak-password-adds-nobody", test_weak_password_adds_nobody);
  g_test_add_func ("/store/accounts/unknown-key-adds-nobody", test_unknown_key_adds_nobody);
  g_test_add_func ("/store/accounts/policy-guards", test_policy_guards_accounts);
  g_test_add_func ("/store/accounts/key-without-account", test_key_without_account);
  g_test_add_func ("/store/accounts/slot-of-nobody", test_slot_of_nobody_is_replaced);
  g_test_add_func ("/store/sealed/in-the-database", test_sealed_in_the_database);
  g_test_add_func ("/store/sealed/seal-number", test_seal_number_follows_the_text);
  g_test_add_func ("/store/sealed/non-member", test_sealed_for_a_non_member);
  g_test_add_func ("/store/sealed/swapped", test_sealed_values_swapped);
  return g_test_run ();
}

/* SPDX-License-Identifier: GPL-3.0-or-later
 * What anybody may write and only holders of a key read: a concern about somebody who works here.
 */
#define G_LOG_DOMAIN "hearth-test"

#include "people-fixture.h"

#include "store/attachment.h"

#include <sodium.h>

#define TOLD "What a resident told the night carer."

static const char *const none[] = { NULL };
static const char *const medical[] = { "medical", NULL };
static const char *const safeguarding[] = { "safeguarding", NULL };

/* Written by who is signed in; transfer full: its id. */
static char *
add_concern (House *house)
{
  g_autoptr (HearthRecord) concern =
    house_add (house, "allegation", "noticed_on", "2026-02-27", "told", TOLD, NULL);

  return g_strdup (hearth_record_get_id (concern));
}

static bool
reads (House *house, const char *id, const char *field, const char *expected)
{
  g_autofree char *text = people_read (house, id, field);

  if (text != NULL)
    g_assert_cmpstr (text, ==, expected);
  return text != NULL;
}

static bool
may_write_concern (House *house)
{
  return hearth_keyring_may_seal (house->keyring, "safeguarding");
}

static gint64
count_letterboxes (House *house)
{
  return house_ask_number (house, "SELECT count(*) FROM audit WHERE action = 'letterbox'");
}

static gint64
ask_epoch (House *house)
{
  return house_ask_number (house, "SELECT min (told_epoch) FROM allegation");
}

/* --- what it is for ---------------------------------------------------------------------- */

static void
test_past_everybody (void)
{
  g_autoptr (House) house = house_new ();
  g_autoptr (HearthRecord) nok = people_add (house, "nok", none);
  g_autoptr (HearthRecord) head = people_add (house, "head", safeguarding);
  g_autoptr (HearthRecord) doctor = people_add (house, "doctor", medical);
  g_autofree char *id = NULL;

  people_sign_in (house, "nok");
  g_assert_true (may_write_concern (house));
  id = add_concern (house);
  g_assert_false (reads (house, id, "told", NULL));
  people_assert_whole (house);
  g_assert_cmpint (ask_epoch (house), ==, 1);
  g_assert_cmpint (house_ask_number (house,
                                     "SELECT count(*) FROM allegation WHERE instr (told, 'carer') > 0"),
                   ==, 0);
  people_sign_in (house, "doctor");
  g_assert_false (reads (house, id, "told", NULL));
  people_sign_in (house, "head");
  g_assert_true (reads (house, id, "told", TOLD));
  people_assert_whole (house);
  people_sign_in (house, HOUSE_USER);
  g_assert_true (reads (house, id, "told", TOLD));
  people_sign_in_with_sheet (house, house->sheet);
  g_assert_true (reads (house, id, "told", TOLD));
  people_assert_whole (house);
}

/* A letterbox takes text that a field is made for, and no files. */
static void
test_no_files (void)
{
  g_autoptr (House) house = house_new ();
  g_autoptr (HearthRecord) nok = people_add (house, "nok", none);
  g_autoptr (GBytes) content = g_bytes_new_static (TOLD, sizeof TOLD);
  g_autoptr (GError) error = NULL;

  people_sign_in (house, "nok");
  g_assert_null (hearth_store_add_attachment (house->store, "", "note.txt", "text/plain", "safeguarding",
                                              content, &error));
  g_assert_error (error, HEARTH_STORE_ERROR, HEARTH_STORE_ERROR_DENIED);
}

/* --- keys that change --------------------------------------------------------------------- */

/* What came while nobody with the key was there is sealed with the next key, and who has gone has not got that. */
static void
test_renewal_with_letters_waiting (void)
{
  g_autoptr (House) house = house_new ();
  g_autoptr (HearthRecord) nok = people_add (house, "nok", none);
  g_autoptr (HearthRecord) gone = people_add (house, "gone", safeguarding);
  g_autoptr (HearthRecord) manager = people_add (house, "manager", none);
  g_autofree char *id = NULL;
  g_autofree char *later = NULL;
  g_autoptr (GError) error = NULL;

  people_sign_in (house, "manager");
  hearth_store_remove_account (house->store, gone, "a new job", NULL, &error);
  g_assert_no_error (error);
  people_sign_in (house, "nok");
  id = add_concern (house);
  g_assert_cmpint (ask_epoch (house), ==, 1);
  people_sign_in (house, HOUSE_USER);
  people_tend (house);
  g_assert_cmpint (ask_epoch (house), ==, 2);
  g_assert_cmpint (house_ask_number (house, "SELECT told_seal FROM allegation"), ==, 2);
  g_assert_true (reads (house, id, "told", TOLD));
  g_assert_cmpint (count_letterboxes (house), ==, 5);
  people_assert_whole (house);

  people_sign_in (house, "nok");
  later = add_concern (house);
  g_assert_cmpint (ask_epoch (house), ==, 2);
  g_assert_false (reads (house, later, "told", NULL));
  people_sign_in (house, HOUSE_USER);
  g_assert_true (reads (house, later, "told", TOLD));
  people_assert_whole (house);
}

/* In the same session in which the key was replaced. */
static void
test_holder_gives_the_key_up (void)
{
  g_autoptr (House) house = house_new ();
  g_autoptr (HearthRecord) head = people_add (house, "head", safeguarding);
  g_autoptr (HearthRecord) gone = people_add (house, "gone", safeguarding);
  const char *own = hearth_record_get_id (hearth_store_get_account (house->store));
  g_autofree char *id = NULL;
  g_autoptr (GError) error = NULL;

  hearth_store_revoke (house->store, hearth_record_get_id (gone), "safeguarding", NULL, &error);
  g_assert_no_error (error);
  hearth_store_revoke (house->store, own, "safeguarding", NULL, &error);
  g_assert_no_error (error);
  id = add_concern (house);
  g_assert_cmpint (ask_epoch (house), ==, 2);
  g_assert_false (reads (house, id, "told", NULL));
  people_sign_in (house, "head");
  people_tend (house);
  g_assert_true (reads (house, id, "told", TOLD));
  g_assert_cmpint (ask_epoch (house), ==, 3);
  people_assert_whole (house);
}

static void
test_rotation (void)
{
  g_autoptr (House) house = house_new ();
  g_autoptr (HearthRecord) nok = people_add (house, "nok", none);
  g_autofree char *id = NULL;
  g_autofree char *later = NULL;
  g_autoptr (HearthKeyring) keyring = NULL;
  g_autoptr (GError) error = NULL;

  people_sign_in (house, "nok");
  id = add_concern (house);
  house_close (house);
  keyring = hearth_vault_unlock (house->folder, HOUSE_USER, HOUSE_PASSWORD, &error);
  g_assert_no_error (error);
  hearth_house_rotate (house->folder, keyring, NULL, NULL, NULL, &error);
  g_assert_no_error (error);
  people_sign_in (house, "nok");
  later = add_concern (house);
  people_sign_in (house, HOUSE_USER);
  g_assert_true (reads (house, id, "told", TOLD));
  g_assert_true (reads (house, later, "told", TOLD));
  people_assert_whole (house);
}

/* A house that was made before there were letterboxes has none until somebody signs in who holds the keys. */
static void
test_older_house (void)
{
  g_autoptr (House) house = house_new ();
  g_autofree char *id = NULL;

  house_close (house);
  house_tamper (house,
                "DELETE FROM audit WHERE action = 'letterbox';"
                "DELETE FROM audit WHERE action IN ('grant', 'compartment-key') AND reason <> 'counselling'");
  house_open (house);
  g_assert_false (hearth_keyring_may_seal (house->keyring, "safeguarding"));
  g_assert_cmpint (count_letterboxes (house), ==, 0);
  people_tend (house);
  g_assert_cmpint (count_letterboxes (house), ==, 1);
  people_tend (house);
  g_assert_cmpint (count_letterboxes (house), ==, 1);
  hearth_keyring_drop_compartment (house->keyring, "counselling");
  g_assert_true (hearth_keyring_may_seal (house->keyring, "counselling"));
}

/* Without a letterbox nothing is written where others could read it. */
static void
test_no_letterbox (void)
{
  g_autoptr (House) house = house_new ();
  g_autoptr (HearthRecord) nok = people_add (house, "nok", none);
  g_autoptr (HearthRecord) concern = hearth_record_new (hearth_records_lookup_type ("allegation"));
  g_autoptr (GError) error = NULL;

  people_sign_in (house, "nok");
  hearth_keyring_set_letterbox (house->keyring, "safeguarding", 0, NULL);
  hearth_record_set (concern, "noticed_on", "2026-02-27");
  hearth_record_set (concern, "told", TOLD);
  g_assert_false (hearth_store_save (house->store, concern, NULL, NULL, &error));
  g_assert_error (error, HEARTH_STORE_ERROR, HEARTH_STORE_ERROR_DENIED);
}

/* --- somebody with tools --------------------------------------------------------------------- */

/* Writes a row about a letterbox as who is signed in. */
static gint64
forge (House *house, const char *compartment, gint64 epoch, const guint8 letterbox[32])
{
  HearthAuditEntry entry = {
    .action = "letterbox", .type = "compartment", .revision = epoch, .after = letterbox, .reason = compartment
  };
  g_autoptr (GError) error = NULL;

  g_assert_true (hearth_store_begin_change (house->store, &error));
  hearth_store_end_change (house->store, hearth_store_add_key_audit (house->store, entry, &error), &error);
  g_assert_no_error (error);
  return house_ask_number (house, "SELECT max (sequence) FROM audit");
}

/* The row is believed by nobody, and told of. */
static void
assert_refused (House *house, gint64 row)
{
  g_autoptr (HearthVerification) verification = house_verify (house);
  g_autofree char *id = NULL;

  assert_finding (verification, "keys", row);
  people_sign_in (house, "nok");
  id = add_concern (house);
  people_sign_in (house, HOUSE_USER);
  g_assert_true (reads (house, id, "told", TOLD));
}

static void
make_own_pair (guint8 public_key[32])
{
  guint8 secret[crypto_box_SECRETKEYBYTES];

  crypto_box_keypair (public_key, secret);
}

static void
test_row_of_no_member (void)
{
  g_autoptr (House) house = house_new ();
  g_autoptr (HearthRecord) nok = people_add (house, "nok", none);
  guint8 own[32];

  people_sign_in (house, "nok");
  make_own_pair (own);
  assert_refused (house, forge (house, "safeguarding", 1, own));
}

/* Who holds one key cannot say where what belongs to another goes. */
static void
test_row_of_a_member_of_another (void)
{
  g_autoptr (House) house = house_new ();
  g_autoptr (HearthRecord) nok = people_add (house, "nok", none);
  g_autoptr (HearthRecord) doctor = people_add (house, "doctor", medical);
  guint8 box[32];

  people_sign_in (house, "doctor");
  g_assert_true (hearth_keyring_get_own_letterbox (house->keyring, "medical", box));
  assert_refused (house, forge (house, "safeguarding", 1, box));
}

static void
test_row_of_a_former_member (void)
{
  g_autoptr (House) house = house_new ();
  g_autoptr (HearthRecord) nok = people_add (house, "nok", none);
  g_autoptr (HearthRecord) head = people_add (house, "head", safeguarding);
  g_autoptr (GError) error = NULL;
  guint8 kept[32];
  gint64 row;

  people_sign_in (house, "head");
  g_assert_true (hearth_keyring_get_own_letterbox (house->keyring, "safeguarding", kept));
  people_sign_in (house, HOUSE_USER);
  hearth_store_revoke (house->store, hearth_record_get_id (head), "safeguarding", NULL, &error);
  g_assert_no_error (error);
  people_sign_in (house, "head");
  row = forge (house, "safeguarding", 1, kept);
  g_assert_cmpint (forge (house, "safeguarding", 2, kept), ==, row + 1);
  assert_refused (house, row);
}

/* Not for a key that is not there yet, or not any more, even by a member. */
static void
test_row_of_another_key (void)
{
  g_autoptr (House) house = house_new ();
  g_autoptr (HearthRecord) nok = people_add (house, "nok", none);
  guint8 own[32];

  make_own_pair (own);
  assert_refused (house, forge (house, "safeguarding", 2, own));
}

/* Copied from where a member wrote it, behind the rows about keys that came since. */
static void
test_row_written_again (void)
{
  g_autoptr (House) house = house_new ();
  g_autoptr (HearthRecord) nok = people_add (house, "nok", none);
  g_autoptr (HearthRecord) gone = people_add (house, "gone", safeguarding);
  g_autoptr (GError) error = NULL;
  g_autofree char *id = NULL;

  hearth_store_revoke (house->store, hearth_record_get_id (gone), "safeguarding", NULL, &error);
  g_assert_no_error (error);
  house_close (house);
  house_tamper (house,
                "CREATE TEMP TABLE again AS SELECT * FROM audit WHERE action = 'letterbox' AND reason = "
                "'safeguarding' AND revision = 1;"
                "UPDATE again SET sequence = (SELECT max (sequence) + 1 FROM audit);"
                "INSERT INTO audit SELECT * FROM again");
  people_sign_in (house, "nok");
  id = add_concern (house);
  g_assert_cmpint (ask_epoch (house), ==, 2);
  people_sign_in (house, HOUSE_USER);
  g_assert_true (reads (house, id, "told", TOLD));
}

/* A holder could keep what colleagues write from the other holders, until one of them signs in. */
static void
test_wrong_row_of_a_member (void)
{
  g_autoptr (House) house = house_new ();
  g_autoptr (HearthRecord) nok = people_add (house, "nok", none);
  g_autoptr (HearthRecord) head = people_add (house, "head", safeguarding);
  guint8 own[32];

  people_sign_in (house, "head");
  make_own_pair (own);
  forge (house, "safeguarding", 1, own);
  people_sign_in (house, HOUSE_USER);
  {
    g_autoptr (HearthVerification) verification = house_verify (house);

    assert_finding (verification, "keys", 0);
  }
  people_tend (house);
  people_assert_whole (house);
  g_assert_cmpint (count_letterboxes (house), ==, 6);
}

/* --- values that somebody puts in ------------------------------------------------------------- */

static char *
to_hex (gconstpointer bytes, gsize length)
{
  char *hex = g_malloc (length * 2 + 1);

  return sodium_bin2hex (hex, length * 2 + 1, bytes, length);
}

/* Puts a letter by who is signed in into @field of a concern, past the store. */
static void
plant (House *house, const char *id, const char *field, const char *text)
{
  g_autofree char *context = g_strdup_printf ("allegation|%s|%s", id, field);
  guint8 commitment[32];
  g_autoptr (GBytes) sealed =
    hearth_keyring_seal (house->keyring, "safeguarding", context, 1, text, commitment, NULL);
  g_autofree char *value = to_hex (g_bytes_get_data (sealed, NULL), g_bytes_get_size (sealed));
  g_autofree char *hash = to_hex (commitment, sizeof commitment);
  g_autofree char *sql = g_strdup_printf ("UPDATE allegation SET %s = x'%s', %s_commitment = x'%s', %s_seal "
                                          "= 1, %s_epoch = 1 WHERE id = '%s'",
                                          field, value, field, hash, field, field, id);

  g_assert_true (hearth_sealed_is_letter (sealed));
  house_close (house);
  house_tamper (house, sql);
}

/* It stays closed even to who holds the key, with a warning. */
static void
assert_closed (House *house, const char *id, const char *field, const char *warning)
{
  g_test_expect_message ("hearth-store", G_LOG_LEVEL_WARNING, warning);
  g_assert_false (reads (house, id, field, NULL));
  g_test_assert_expected_messages ();
}

static void
assert_changed (House *house)
{
  g_autoptr (HearthVerification) verification = house_verify (house);

  assert_finding (verification, "record", -1);
}

/* What only holders write is not taken from a letterbox, nor made whole by the next key. */
static void
test_letter_in_another_field (void)
{
  g_autoptr (House) house = house_new ();
  g_autoptr (HearthRecord) nok = people_add (house, "nok", none);
  g_autoptr (HearthRecord) gone = people_add (house, "gone", safeguarding);
  g_autofree char *id = add_concern (house);
  g_autoptr (GError) error = NULL;

  people_sign_in (house, "nok");
  plant (house, id, "steps", "Nothing came of it.");
  people_sign_in (house, HOUSE_USER);
  assert_closed (house, id, "steps", "*letterbox*");
  assert_changed (house);
  hearth_store_revoke (house->store, hearth_record_get_id (gone), "safeguarding", NULL, &error);
  g_assert_no_error (error);
  g_assert_cmpint (ask_epoch (house), ==, 2);
  people_sign_in (house, HOUSE_USER);
  assert_closed (house, id, "steps", "*letterbox*");
}

/* Words in the place of a colleague's: they can be read, and the check says that the record was changed. */
static void
test_other_words (void)
{
  g_autoptr (House) house = house_new ();
  g_autoptr (HearthRecord) nok = people_add (house, "nok", none);
  g_autofree char *id = NULL;

  people_sign_in (house, "nok");
  id = add_concern (house);
  plant (house, id, "told", "Nothing happened.");
  people_sign_in (house, HOUSE_USER);
  assert_changed (house);
}

static void
test_tampered_box (void)
{
  g_autoptr (House) house = house_new ();
  g_autoptr (HearthRecord) nok = people_add (house, "nok", none);
  g_autofree char *id = NULL;

  people_sign_in (house, "nok");
  id = add_concern (house);
  house_close (house);
  /* One byte of the box. */
  house_tamper (house, "UPDATE allegation SET told = CAST (substr (told, 1, 20) || "
                       "iif (substr (told, 21, 1) = x'00', x'01', x'00') || substr (told, 22) AS BLOB)");
  people_sign_in (house, HOUSE_USER);
  assert_closed (house, id, "told", "*cannot be opened*");
  assert_changed (house);
}

int
main (int argc, char **argv)
{
  hearth_test_init (&argc, &argv);
  g_test_add_func ("/store/letterbox/past-everybody", test_past_everybody);
  g_test_add_func ("/store/letterbox/no-files", test_no_files);
  g_test_add_func ("/store/letterbox/renewal-with-letters-waiting", test_renewal_with_letters_waiting);
  g_test_add_func ("/store/letterbox/holder-gives-the-key-up", test_holder_gives_the_key_up);
  g_test_add_func ("/store/letterbox/rotation", test_rotation);
  g_test_add_func ("/store/letterbox/older-house", test_older_house);
  g_test_add_func ("/store/letterbox/no-letterbox", test_no_letterbox);
  g_test_add_func ("/store/letterbox/row-of-no-member", test_row_of_no_member);
  g_test_add_func ("/store/letterbox/row-of-a-member-of-another", test_row_of_a_member_of_another);
  g_test_add_func ("/store/letterbox/row-of-a-former-member", test_row_of_a_former_member);
  g_test_add_func ("/store/letterbox/row-of-another-key", test_row_of_another_key);
  g_test_add_func ("/store/letterbox/row-written-again", test_row_written_again);
  g_test_add_func ("/store/letterbox/wrong-row-of-a-member", test_wrong_row_of_a_member);
  g_test_add_func ("/store/letterbox/letter-in-another-field", test_letter_in_another_field);
  g_test_add_func ("/store/letterbox/other-words", test_other_words);
  g_test_add_func ("/store/letterbox/tampered-box", test_tampered_box);
  return g_test_run ();
}

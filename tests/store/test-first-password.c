/* SPDX-License-Identifier: GPL-3.0-or-later
 * Choosing a password in the place of one that somebody else gave: who gave it keeps nothing, and who was interrupted
 * gets in.
 */
#define G_LOG_DOMAIN "hearth-test"

#include "interrupt.h"
#include "people-fixture.h"

#include "fixtures/fault-vfs.h"
#include "vault/key-file.h"

#include <string.h>

#define FIRST "other quiet seven lamps"
#define OWN "copper meadow nine bells"

static const char *const none[] = { NULL };
static const char *const counselling[] = { "counselling", NULL };

static HearthRecord *
add_nok (House *house, const char *const *compartments)
{
  g_autoptr (HearthRecord) account = hearth_record_new (hearth_records_lookup_type ("account"));
  g_autoptr (GError) error = NULL;
  g_autoptr (HearthNewPassword) password =
    hearth_new_password_prepare (house->folder, "nok", FIRST, true, &error);

  hearth_record_set (account, "name", "nok");
  hearth_record_set (account, "user", "nok");
  hearth_record_set (account, "role", "counsellor");
  hearth_store_add_account (house->store, account, password, compartments, NULL, &error);
  g_assert_no_error (error);
  return g_steal_pointer (&account);
}

static void
sign_in (House *house, const char *text)
{
  people_sign_in_with (house, "nok", text);
}

static bool
choose (House *house, GError **error)
{
  g_autoptr (HearthNewPassword) password =
    hearth_new_password_prepare_own (house->folder, house->keyring, "nok", FIRST, OWN, error);

  return password != NULL && hearth_store_change_password (house->store, password, error);
}

static void
assert_chooses (House *house)
{
  g_autoptr (GError) error = NULL;

  choose (house, &error);
  g_assert_no_error (error);
  g_assert_false (hearth_keyring_has_first_password (house->keyring));
}

static void
assert_reads (House *house, const char *id, const char *field, const char *expected)
{
  g_autofree char *text = people_read (house, id, field);

  g_assert_cmpstr (text, ==, expected);
}

/* --- who gave it ---------------------------------------------------------------------- */

static int
seal_cb (const guint8 *key, gsize length, gpointer file)
{
  hearth_key_file_seal (file, key);
  return 0;
}

/* With the key of the house and tools. */
static void
write_keys (House *house, HearthKeyring *keyring, HearthKeyFile *file)
{
  g_autoptr (GError) error = NULL;

  g_assert_cmpint (hearth_keyring_use_house_key (keyring, seal_cb, file), ==, 0);
  hearth_key_file_save (file, house->folder, HEARTH_KEY_FILE_KEEP_PREVIOUS, &error);
  g_assert_no_error (error);
}

/* What opens the slot, from @from to @to: what the first password opened, around what is sealed now. */
static void
put_wrapped (HearthKeySlot *to, const HearthKeySlot *from)
{
  memcpy (to->id, from->id, sizeof to->id);
  memcpy (to->nonce, from->nonce, sizeof to->nonce);
  memcpy (to->wrapped, from->wrapped, sizeof to->wrapped);
  to->first_password = from->first_password;
  to->epoch = from->epoch;
}

static void
put_whole (HearthKeySlot *to, const HearthKeySlot *from)
{
  char *person = to->person;

  *to = *from;
  to->person = person;
}

static void
test_giver_keeps_nothing (void)
{
  static void (*const ways[]) (HearthKeySlot *to, const HearthKeySlot *from) = { put_wrapped, put_whole };

  for (gsize i = 0; i < G_N_ELEMENTS (ways); i++)
    {
      g_autoptr (House) house = house_new ();
      g_autoptr (HearthRecord) nok = add_nok (house, none);
      g_autoptr (HearthKeyFile) kept = hearth_key_file_load (house->folder, NULL);
      g_autoptr (HearthKeyFile) now = NULL;
      g_autoptr (HearthKeyring) giver = NULL;
      g_autoptr (HearthKeyring) thief = NULL;
      const char *id = hearth_record_get_id (nok);

      sign_in (house, FIRST);
      assert_chooses (house);
      people_sign_in (house, HOUSE_USER);
      g_assert_true (hearth_store_grant (house->store, id, "counselling", NULL));
      people_assert_whole (house);
      giver = g_object_ref (house->keyring);
      house_close (house);
      now = hearth_key_file_load (house->folder, NULL);
      ways[i](hearth_key_file_lookup_person (now, id), hearth_key_file_lookup_person (kept, id));
      write_keys (house, giver, now);
      thief = hearth_vault_unlock (house->folder, "nok", FIRST, NULL);
      g_assert_true (thief == NULL || !hearth_keyring_has_compartment (thief, "counselling"));
      g_assert_true (people_is_refused (house, "nok", FIRST));
    }
}

/* The old keys may be known; a row that they sign gives nobody keys once the chosen ones are in use. */
static void
test_old_keys_choose_no_more (void)
{
  g_autoptr (House) house = house_new ();
  g_autoptr (HearthRecord) nok = add_nok (house, none);
  g_autoptr (HearthKeyring) kept = NULL;
  g_autoptr (HearthKeyring) own = NULL;
  g_autoptr (HearthKeyHistory) history = NULL;
  guint8 key[HEARTH_PUBLIC_KEY_BYTES] = { 7 }, signing[HEARTH_PUBLIC_KEY_BYTES],
         sealing[HEARTH_PUBLIC_KEY_BYTES];
  g_autoptr (GError) error = NULL;

  sign_in (house, FIRST);
  kept = hearth_keyring_copy (house->keyring, &error);
  assert_chooses (house);
  own = g_steal_pointer (&house->store->keyring);
  house->store->keyring = g_object_ref (kept);
  house->store->keys_wait = false;
  g_assert_true (hearth_store_begin (house->store, NULL));
  g_assert_true (hearth_store_add_person_keys (house->store, hearth_record_get_id (nok), key, key, &error));
  g_assert_true (hearth_store_commit (house->store, NULL));
  history = hearth_key_history_read (house->store->db, own, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (hearth_key_history_get_refused (history)->len, ==, 1);
  g_assert_false (hearth_key_history_get_chosen_keys (history, hearth_record_get_id (nok), signing, sealing));
  g_set_object (&house->store->keyring, own);
  sign_in (house, OWN);
}

static void
test_keys_wait (void)
{
  g_autoptr (House) house = house_new ();
  g_autoptr (HearthRecord) nok = add_nok (house, none);
  const char *id = hearth_record_get_id (nok);
  g_autoptr (GError) error = NULL;

  g_assert_false (hearth_store_grant (house->store, id, "counselling", &error));
  g_assert_error (error, HEARTH_STORE_ERROR, HEARTH_STORE_ERROR_FIRST_PASSWORD);
  g_clear_error (&error);
  g_assert_cmpint (house_ask_number (house, "SELECT count(*) FROM audit WHERE action = 'grant' AND id = "
                                            "(SELECT id FROM account WHERE user = 'nok')"),
                   ==, 0);
  sign_in (house, FIRST);
  assert_chooses (house);
  people_sign_in (house, HOUSE_USER);
  hearth_store_grant (house->store, id, "counselling", &error);
  g_assert_no_error (error);
}

/* A key that is made anew because somebody goes does not reach who still has a first password. */
static void
test_new_key_waits (void)
{
  g_autoptr (House) house = house_new ();
  g_autoptr (HearthRecord) nok = add_nok (house, counselling);
  g_autoptr (HearthRecord) bo = people_add (house, "bo", counselling);
  g_autofree char *holders = NULL;
  g_autoptr (GError) error = NULL;

  hearth_store_revoke (house->store, hearth_record_get_id (bo), "counselling", "moves", &error);
  g_assert_no_error (error);
  holders = people_list_holders (house, "counselling");
  g_assert_cmpstr (holders, ==, "ana sheet");
  people_assert_whole (house);
}

/* --- who was given it ---------------------------------------------------------------------- */

static void
test_keeps_what_was_given (void)
{
  g_autoptr (House) house = house_new ();
  g_autoptr (HearthRecord) nok = add_nok (house, counselling);
  g_autofree char *id = people_add_session (house);

  sign_in (house, FIRST);
  people_tend (house);
  assert_chooses (house);
  assert_reads (house, id, "team_note", TEAM_NOTE);
  g_assert_true (people_is_refused (house, "nok", FIRST));
  sign_in (house, OWN);
  assert_reads (house, id, "team_note", TEAM_NOTE);
  g_assert_cmpint (house_ask_number (house, "SELECT count(*) FROM audit WHERE action = 'password'"), ==, 1);
  g_assert_cmpint (house_ask_number (house, "SELECT count(*) FROM person_key"), ==, 4);
  people_assert_whole (house);
}

/* Notes that the sheet has sealed for the keys of the first password. */
static void
test_notes_come_along (void)
{
  g_autoptr (House) house = house_new ();
  g_autoptr (HearthRecord) nok = add_nok (house, counselling);
  g_autoptr (HearthRecord) account = NULL;
  g_autoptr (HearthNewPassword) password = NULL;
  g_autofree char *id = NULL;
  g_autoptr (GError) error = NULL;

  sign_in (house, FIRST);
  assert_chooses (house);
  id = people_add_session (house);
  people_sign_in_with_sheet (house, house->sheet);
  password = hearth_new_password_prepare (house->folder, "nok", FIRST, true, &error);
  account = hearth_store_load (house->store, hearth_record_get_id (nok), NULL);
  hearth_store_reset_account (house->store, account, password, NULL, &error);
  g_assert_no_error (error);
  people_tend (house);
  sign_in (house, FIRST);
  assert_chooses (house);
  assert_reads (house, id, "process_note", PROCESS_NOTE);
  sign_in (house, OWN);
  assert_reads (house, id, "process_note", PROCESS_NOTE);
  people_assert_whole (house);
}

/* --- interruptions ---------------------------------------------------------------------------- */

static bool
change_password (House *house, gconstpointer password, GError **error)
{
  return hearth_store_change_password (house->store, password, error);
}

/* One of the two passwords opens the house, and at last it is one's own. */
static void
assert_gets_in (House *house, const char *id)
{
  g_autoptr (HearthKeyring) first = hearth_vault_unlock (house->folder, "nok", FIRST, NULL);

  if (first != NULL)
    {
      sign_in (house, FIRST);
      assert_reads (house, id, "team_note", TEAM_NOTE);
      people_assert_whole (house);
      assert_chooses (house);
    }
  sign_in (house, OWN);
  assert_reads (house, id, "team_note", TEAM_NOTE);
  people_assert_whole (house);
  g_assert_true (people_is_refused (house, "nok", FIRST));
}

/* Nobody is lost when the house key is replaced meanwhile. */
static void
rotate (House *house)
{
  g_autoptr (HearthKeyring) keyring = hearth_vault_unlock (house->folder, HOUSE_USER, HOUSE_PASSWORD, NULL);
  g_autoptr (GError) error = NULL;

  house_close (house);
  hearth_house_rotate (house->folder, keyring, NULL, NULL, NULL, &error);
  g_assert_no_error (error);
}

static guint
interrupt (bool ends, InterruptWhere where, guint step)
{
  g_autoptr (House) template = house_new ();
  g_autoptr (HearthRecord) nok = add_nok (template, counselling);
  g_autofree char *id = people_add_session (template);
  guint n = 0;

  house_close (template);
  for (guint nth = 1;; nth += step)
    {
      g_autoptr (House) house = interrupt_copy_house (template, "nok", FIRST);
      g_autoptr (HearthNewPassword) password =
        hearth_new_password_prepare_own (house->folder, house->keyring, "nok", FIRST, OWN, NULL);
      bool interrupted;

      house_open (house);
      interrupted = ends ? interrupt_end (house, change_password, password, where, nth)
                         : interrupt_fail (house, change_password, password, where, nth, nth % 2 == 0);

      /* A child has ended in the middle of this house; its parent, which has it open, does not write into it. */
      if (ends)
        {
          g_clear_pointer (&house->store->db, hearth_db_close);
          house_close (house);
        }
      if (nth % 3 == 0)
        rotate (house);
      assert_gets_in (house, id);
      if (!interrupted)
        return n;
      n++;
    }
}

static void
test_ends (void)
{
  g_assert_cmpuint (interrupt (true, AT_KEY_FILE, 1), >=, 6);
  g_assert_cmpuint (interrupt (true, AT_DATABASE, 1), >=, 6);
}

static void
test_fails (void)
{
  g_assert_cmpuint (interrupt (false, AT_KEY_FILE, 1), >=, 6);
  g_assert_cmpuint (interrupt (false, AT_DATABASE, 1), >=, 6);
}

int
main (int argc, char **argv)
{
  hearth_test_init (&argc, &argv);
  fault_vfs_set_up ();
  g_test_add_func ("/store/first-password/giver-keeps-nothing", test_giver_keeps_nothing);
  g_test_add_func ("/store/first-password/old-keys-choose-no-more", test_old_keys_choose_no_more);
  g_test_add_func ("/store/first-password/keys-wait", test_keys_wait);
  g_test_add_func ("/store/first-password/new-key-waits", test_new_key_waits);
  g_test_add_func ("/store/first-password/keeps-what-was-given", test_keeps_what_was_given);
  g_test_add_func ("/store/first-password/notes-come-along", test_notes_come_along);
  g_test_add_func ("/store/first-password/ends", test_ends);
  g_test_add_func ("/store/first-password/fails", test_fails);
  return g_test_run ();
}

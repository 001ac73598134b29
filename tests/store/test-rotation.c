/* SPDX-License-Identifier: GPL-3.0-or-later
 * Keys are replaced while the program ends or the disk fails: there is always one house that opens, with all that was
 * in it.
 */
#define G_LOG_DOMAIN "hearth-test"

#include "interrupt.h"
#include "people-fixture.h"

#include "fixtures/fault-vfs.h"
#include "store/folder.h"

#include <glib/gstdio.h>

static const char *const counselling[] = { "counselling", NULL };

/* With a note, and with somebody who has gone. Closed. */
static House *
template_new (char **session)
{
  House *house = house_new ();
  g_autoptr (HearthRecord) nok = people_add (house, "nok", counselling);
  g_autoptr (HearthRecord) gone = people_add (house, "gone", counselling);
  g_autoptr (GError) error = NULL;

  *session = people_add_session (house);
  hearth_store_remove_account (house->store, gone, "a new job", NULL, &error);
  g_assert_no_error (error);
  house_close (house);
  return house;
}

static bool
rotate (House *house, gconstpointer data, GError **error)
{
  return hearth_house_rotate (house->folder, house->keyring, NULL, NULL, NULL, error);
}

static bool
tend (House *house, gconstpointer data, GError **error)
{
  bool tended;

  house->store =
    hearth_store_open (house->folder, house->keyring, HEARTH_POLICY (house->policy), house->clock, error);
  if (house->store == NULL)
    return false;
  tended = hearth_store_tend_keys (house->store, error);
  house_close (house);
  return tended;
}

/* Opens for both who are left; all is there, and the keys can be replaced now. */
static void
assert_goes_on (House *house, const char *session, InterruptWork work, bool in_depth)
{
  static const char *const users[] = { "nok", HOUSE_USER };
  g_autoptr (GError) error = NULL;
  g_autofree char *next = hearth_house_dup_next_db_path (house->folder);

  for (gsize i = 0; i < G_N_ELEMENTS (users); i++)
    {
      g_autofree char *note = NULL;

      people_sign_in (house, users[i]);
      note = people_read (house, session, "team_note");
      g_assert_cmpstr (note, ==, TEAM_NOTE);
      g_assert_cmpint (house_ask_number (house, "SELECT count(*) FROM record_index"), ==, 6);
    }
  g_assert_false (g_file_test (next, G_FILE_TEST_EXISTS));
  g_assert_false (hearth_keyring_is_rotating (house->keyring));
  if (!in_depth)
    return;
  people_tend (house);
  people_assert_whole (house);
  house_close (house);
  work (house, NULL, &error);
  g_assert_no_error (error);
  people_sign_in (house, HOUSE_USER);
  people_assert_whole (house);
  g_assert_true (people_is_refused (house, "gone", PERSON_PASSWORD));
}

/* --- plain ----------------------------------------------------------------------------- */

static bool
opens_with (House *house, HearthKeyring *keyring)
{
  g_autofree char *path = house_db_path (house);
  g_autoptr (HearthDb) db = hearth_db_open (path, keyring, HEARTH_DB_READ_ONLY, NULL);

  return db != NULL;
}

static void
count_cb (double fraction, gpointer user_data)
{
  double *last = user_data;

  g_assert_cmpfloat (fraction, >=, *last);
  g_assert_cmpfloat (fraction, <=, 1.0);
  *last = fraction;
}

static void
test_rotation (void)
{
  g_autofree char *session = NULL;
  g_autoptr (House) house = template_new (&session);
  g_autoptr (HearthKeyring) old = hearth_vault_unlock (house->folder, "nok", PERSON_PASSWORD, NULL);
  g_autoptr (GError) error = NULL;
  double last = 0.0;

  g_assert_true (opens_with (house, old));
  hearth_house_rotate (house->folder, house->keyring, count_cb, &last, NULL, &error);
  g_assert_no_error (error);
  g_assert_cmpfloat (last, ==, 1.0);
  g_assert_cmpuint (hearth_keyring_get_epoch (house->keyring), ==, 2);
  g_assert_false (opens_with (house, old));
  house_open (house);
  g_assert_false (hearth_store_wants_rotation (house->store));
  g_assert_cmpint (house_ask_number (house, "SELECT count(*) FROM audit WHERE action = 'rotation'"), ==, 1);
  assert_goes_on (house, session, rotate, true);
  g_assert_cmpint (house_ask_number (house, "SELECT count(*) FROM audit WHERE action = 'rotation'"), ==, 2);
}

/* Whoever has gone and kept the key file, the database of then and the password opens nothing that came later. */
static void
test_kept_copy_of_the_key_file (void)
{
  g_autofree char *session = NULL;
  g_autoptr (House) house = house_new ();
  g_autoptr (HearthRecord) gone = people_add (house, "gone", counselling);
  g_autoptr (HearthTestFolder) kept = hearth_test_folder_new ();
  g_autofree char *new_db = NULL;
  g_autoptr (HearthKeyring) keyring = NULL;
  g_autoptr (GError) error = NULL;

  session = people_add_session (house);
  interrupt_copy_file (house->folder, kept, "house.keys");
  hearth_store_remove_account (house->store, gone, "a new job", NULL, &error);
  g_assert_no_error (error);
  house_close (house);
  rotate (house, NULL, &error);
  g_assert_no_error (error);
  interrupt_copy_file (house->folder, kept, "house.db");
  keyring = hearth_vault_unlock (kept, "gone", PERSON_PASSWORD, &error);
  g_assert_no_error (error);
  new_db = g_build_filename (kept, "house.db", NULL);
  g_assert_null (hearth_db_open (new_db, keyring, HEARTH_DB_READ_ONLY, &error));
  g_assert_error (error, HEARTH_STORE_ERROR, HEARTH_STORE_ERROR_KEY);
}

/* With the key that is not theirs any more and tools, somebody puts their slot back before the rotation. */
static void
test_slot_put_back (void)
{
  g_autoptr (House) house = house_new ();
  g_autoptr (HearthRecord) gone = people_add (house, "gone", counselling);
  g_autoptr (HearthNewPassword) password = people_prepare (house, "gone", PERSON_PASSWORD);
  guint8 signing[HEARTH_PUBLIC_KEY_BYTES], sealing[HEARTH_PUBLIC_KEY_BYTES];
  g_autoptr (GError) error = NULL;

  hearth_store_remove_account (house->store, gone, "a new job", NULL, &error);
  g_assert_no_error (error);
  house_close (house);
  g_assert_true (hearth_vault_add_person (house->folder, house->keyring, hearth_record_get_id (gone),
                                          password, counselling, signing, sealing, &error));
  rotate (house, NULL, &error);
  g_assert_no_error (error);
  g_assert_null (hearth_vault_unlock (house->folder, "gone", PERSON_PASSWORD, NULL));
  house_open (house);
  people_assert_whole (house);
}

/* Whoever may not sign in any more gets no next key, however that was said. */
static void
test_switched_off (void)
{
  g_autoptr (House) house = house_new ();
  g_autoptr (HearthRecord) off = people_add (house, "off", counselling);
  g_autoptr (HearthRecord) nok = people_add (house, "nok", counselling);
  g_autoptr (GError) error = NULL;

  hearth_record_set (off, "active", "no");
  house_save (house, off);
  house_close (house);
  rotate (house, NULL, &error);
  g_assert_no_error (error);
  g_assert_null (hearth_vault_unlock (house->folder, "off", PERSON_PASSWORD, NULL));
  people_sign_in (house, "nok");
  people_assert_whole (house);
}

static void
cancel_cb (double fraction, gpointer user_data)
{
  g_cancellable_cancel (user_data);
}

static void
test_cancelled (void)
{
  g_autofree char *session = NULL;
  g_autoptr (House) house = template_new (&session);
  g_autoptr (GCancellable) cancellable = g_cancellable_new ();
  g_autoptr (GError) error = NULL;

  g_assert_false (hearth_house_rotate (house->folder, house->keyring, cancel_cb, cancellable, cancellable,
                                       &error));
  g_assert_error (error, HEARTH_STORE_ERROR, HEARTH_STORE_ERROR_CANCELLED);
  g_assert_cmpuint (hearth_keyring_get_epoch (house->keyring), ==, 1);
  assert_goes_on (house, session, rotate, true);
}

static void
test_house_in_use (void)
{
  g_autoptr (House) house = house_new ();
  g_autoptr (GError) error = NULL;

  g_assert_false (rotate (house, NULL, &error));
  g_assert_error (error, HEARTH_STORE_ERROR, HEARTH_STORE_ERROR_LOCKED);
  g_assert_false (hearth_keyring_is_rotating (house->keyring));
}

/* --- the program ends --------------------------------------------------------------------- */

static guint
end_everywhere (InterruptWork work, InterruptWhere where, guint step)
{
  g_autofree char *session = NULL;
  g_autoptr (House) template = template_new (&session);
  guint n_ends = 0;

  for (guint nth = 1;; nth += step)
    {
      g_autoptr (House) house = interrupt_copy_house (template, HOUSE_USER, HOUSE_PASSWORD);
      bool ended = interrupt_end (house, work, NULL, where, nth);

      assert_goes_on (house, session, work, n_ends % 8 == 0);
      if (!ended)
        return n_ends;
      n_ends++;
    }
}

static void
test_rotation_ends (void)
{
  guint n_ends = end_everywhere (rotate, AT_KEY_FILE, 1);

  g_assert_cmpuint (n_ends, >=, 12);
  n_ends += end_everywhere (rotate, AT_DATABASE, hearth_test_every (61));
  g_assert_cmpuint (n_ends, >=, 24);
}

static void
test_renewal_ends (void)
{
  g_assert_cmpuint (end_everywhere (tend, AT_KEY_FILE, 1), >=, 8);
  g_assert_cmpuint (end_everywhere (tend, AT_DATABASE, hearth_test_every (11)), >=, 6);
}

/* --- the disk fails -------------------------------------------------------------------------- */

static guint
fail_everywhere (InterruptWork work, InterruptWhere where, guint step)
{
  g_autofree char *session = NULL;
  g_autoptr (House) template = template_new (&session);
  guint n_faults = 0;

  for (guint nth = 1;; nth += step)
    {
      g_autoptr (House) house = interrupt_copy_house (template, HOUSE_USER, HOUSE_PASSWORD);
      bool failed = interrupt_fail (house, work, NULL, where, nth, nth % 2 == 0);

      house_close (house);
      assert_goes_on (house, session, work, n_faults % 8 == 0);
      if (!failed)
        return n_faults;
      n_faults++;
    }
}

static void
test_rotation_fails (void)
{
  g_assert_cmpuint (fail_everywhere (rotate, AT_KEY_FILE, 1), >=, 12);
  g_assert_cmpuint (fail_everywhere (rotate, AT_DATABASE, hearth_test_every (29)), >=, 6);
}

static void
test_renewal_fails (void)
{
  g_assert_cmpuint (fail_everywhere (tend, AT_KEY_FILE, 1), >=, 8);
  g_assert_cmpuint (fail_everywhere (tend, AT_DATABASE, hearth_test_every (5)), >=, 6);
}

int
main (int argc, char **argv)
{
  hearth_test_init (&argc, &argv);
  fault_vfs_set_up ();
  g_test_add_func ("/store/rotation/rotation", test_rotation);
  g_test_add_func ("/store/rotation/kept-key-file", test_kept_copy_of_the_key_file);
  g_test_add_func ("/store/rotation/slot-put-back", test_slot_put_back);
  g_test_add_func ("/store/rotation/switched-off", test_switched_off);
  g_test_add_func ("/store/rotation/cancelled", test_cancelled);
  g_test_add_func ("/store/rotation/house-in-use", test_house_in_use);
  g_test_add_func ("/store/rotation/ends", test_rotation_ends);
  g_test_add_func ("/store/rotation/fails", test_rotation_fails);
  g_test_add_func ("/store/renewal/ends", test_renewal_ends);
  g_test_add_func ("/store/renewal/fails", test_renewal_fails);
  return g_test_run ();
}

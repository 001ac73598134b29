/* SPDX-License-Identifier: GPL-3.0-or-later
 * Making a house and opening it, with passwords and the sheet.
 */
#include <glib/gstdio.h>
#include <string.h>
#include <sys/stat.h>

#include "house.h"
#include "vault/throttle.h"

static void
test_round_trip (void)
{
  g_autoptr (House) house = house_new ();
  g_autofree char *id = hearth_vault_read_house_id (house->folder, NULL);
  g_autoptr (HearthKeyring) keyring = hearth_vault_unlock (house->folder, HOUSE_USER, HOUSE_PASSWORD, NULL);

  g_assert_nonnull (keyring);
  g_assert_true (house_has_key (house, keyring));
  g_assert_cmpstr (hearth_keyring_get_house_id (keyring), ==, id);
  g_assert_cmpstr (hearth_keyring_get_house_id (house->keyring), ==, id);
  g_assert_cmpstr (hearth_keyring_get_person_id (keyring), ==, hearth_keyring_get_person_id (house->keyring));
  g_assert_cmpuint (hearth_keyring_get_epoch (keyring), ==, 1);
  g_assert_false (hearth_keyring_is_recovery (keyring));
  for (guint i = 0; hearth_compartments[i] != NULL; i++)
    g_assert_true (hearth_keyring_has_compartment (keyring, hearth_compartments[i]));
  g_assert_false (hearth_keyring_has_compartment (keyring, "kitchen"));
}

static void
test_two_houses_differ (void)
{
  g_autoptr (House) house = house_new ();
  g_autoptr (House) other = house_new ();

  g_assert_false (house_has_key (house, other->keyring));
  g_assert_cmpstr (hearth_keyring_get_house_id (house->keyring), !=,
                   hearth_keyring_get_house_id (other->keyring));
}

static void
test_name_forms (void)
{
  g_autoptr (House) house = house_new ();

  house_assert_opens (house, "anna", HOUSE_PASSWORD);
  house_assert_opens (house, "  ANNA\t", HOUSE_PASSWORD);
  house_assert_opens (house, "\xef\xbc\xa1nna", HOUSE_PASSWORD); /* full-width A */
  house_assert_refuses (house, "an na", HOUSE_PASSWORD, HEARTH_VAULT_ERROR_WRONG);
}

static void
test_password_forms (void)
{
  g_autoptr (HearthTestFolder) folder = hearth_test_folder_new ();
  g_autoptr (HearthRecoverySheet) sheet = NULL;
  g_autoptr (HearthKeyring) made = NULL;
  g_autoptr (HearthKeyring) composed = NULL;
  g_autoptr (HearthKeyring) other_case = NULL;

  made = hearth_vault_create (folder, "Zoé", "cafe\xcc\x81 au lait, sucre", hearth_key_cost_for_tests (),
                              &sheet, NULL);
  g_assert_nonnull (made);
  composed = hearth_vault_unlock (folder, "ZOE\xcc\x81", "caf\xc3\xa9 au lait, sucre", NULL);
  g_assert_nonnull (composed);
  other_case = hearth_vault_unlock (folder, "Zoé", "Café au lait, sucre", NULL);
  g_assert_null (other_case);
}

/* Nobody may learn from an answer whether a name exists. */
static void
test_wrong_is_constant (void)
{
  static const char *const tries[][2] = {
    { HOUSE_USER, "seven quiet river stone" },
    { "nobody", HOUSE_PASSWORD },
    { "", "" },
    { HOUSE_USER, "" },
    { "\xff", HOUSE_PASSWORD },
    { HOUSE_USER, "\xff\xfe" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (tries); i++)
    {
      g_autoptr (House) house = house_new ();
      g_autoptr (GError) error = NULL;
      g_autoptr (HearthKeyring) keyring =
        hearth_vault_unlock (house->folder, tries[i][0], tries[i][1], &error);

      g_assert_null (keyring);
      g_assert_error (error, HEARTH_VAULT_ERROR, HEARTH_VAULT_ERROR_WRONG);
      g_assert_cmpstr (error->message, ==, "The name or the password is wrong");
    }
}

static void
test_huge_input (void)
{
  g_autoptr (House) house = house_new ();
  g_autofree char *huge = g_strnfill (10 * 1000 * 1000, 'a');

  house_assert_refuses (house, HOUSE_USER, huge, HEARTH_VAULT_ERROR_WRONG);
  house_assert_refuses (house, huge, HOUSE_PASSWORD, HEARTH_VAULT_ERROR_WRONG);
  house_assert_opens (house, HOUSE_USER, HOUSE_PASSWORD);
}

/* Twelve wrong tries, long waits apart, the last one now: five minutes to wait. */
static void
make_wait (House *house)
{
  HearthThrottleTime now, then;

  hearth_throttle_get_time (&now);
  for (gint64 i = 11; i >= 0; i--)
    {
      then = now;
      then.boot -= i * 1000;
      then.wall -= i * 1000;
      g_assert_true (hearth_throttle_count (house->folder, &then));
    }
}

static void
test_wait (void)
{
  g_autoptr (House) house = house_new ();
  g_autoptr (GError) error = NULL;

  g_assert_cmpuint (hearth_vault_get_wait (house->folder), ==, 0);
  for (guint i = 0; i < 3; i++)
    house_assert_refuses (house, HOUSE_USER, "not the password", HEARTH_VAULT_ERROR_WRONG);
  g_assert_cmpuint (hearth_vault_get_wait (house->folder), ==, 0);
  house_assert_opens (house, HOUSE_USER, HOUSE_PASSWORD);

  make_wait (house);
  g_assert_cmpuint (hearth_vault_get_wait (house->folder), >, 0);
  g_assert_cmpuint (hearth_vault_get_wait (house->folder), <=, 300);
  house_assert_refuses (house, HOUSE_USER, HOUSE_PASSWORD, HEARTH_VAULT_ERROR_WAIT);
  g_assert_false (house_change_password (house, house->keyring, HOUSE_USER, HOUSE_PASSWORD,
                                         HOUSE_OTHER_PASSWORD, &error));
  g_assert_error (error, HEARTH_VAULT_ERROR, HEARTH_VAULT_ERROR_WAIT);
}

static void
test_right_one_forgets_wrong_ones (void)
{
  g_autoptr (House) house = house_new ();

  for (guint round = 0; round < 5; round++)
    {
      for (guint i = 0; i < 3; i++)
        house_assert_refuses (house, HOUSE_USER, "not the password", HEARTH_VAULT_ERROR_WRONG);
      house_assert_opens (house, HOUSE_USER, HOUSE_PASSWORD);
    }
}

static void
test_create_refusals (void)
{
  static const struct {
    const char *user;
    const char *password;
    HearthVaultError code;
  } cases[] = {
    { HOUSE_USER, "short", HEARTH_VAULT_ERROR_WEAK },    { HOUSE_USER, "", HEARTH_VAULT_ERROR_WEAK },
    { "", HOUSE_PASSWORD, HEARTH_VAULT_ERROR_NAME },     { " \t ", HOUSE_PASSWORD, HEARTH_VAULT_ERROR_NAME },
    { "\xc3", HOUSE_PASSWORD, HEARTH_VAULT_ERROR_NAME },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (HearthTestFolder) folder = hearth_test_folder_new ();
      g_autofree char *inner = g_build_filename (folder, "house", NULL);
      g_autoptr (HearthRecoverySheet) sheet = NULL;
      g_autoptr (GError) error = NULL;
      g_autoptr (HearthKeyring) keyring = hearth_vault_create (inner, cases[i].user, cases[i].password,
                                                               hearth_key_cost_for_tests (), &sheet, &error);

      g_assert_null (keyring);
      g_assert_null (sheet);
      g_assert_error (error, HEARTH_VAULT_ERROR, (int) cases[i].code);
      g_assert_false (g_file_test (inner, G_FILE_TEST_EXISTS));
    }
}

static void
test_create_in_taken_folder (void)
{
  g_autoptr (House) house = house_new ();
  g_autoptr (GBytes) before = house_read (house, "house.keys");
  g_autoptr (GBytes) after = NULL;

  for (guint i = 0; i < 2; i++)
    {
      g_autoptr (HearthRecoverySheet) sheet = NULL;
      g_autoptr (GError) error = NULL;
      g_autoptr (HearthKeyring) keyring = hearth_vault_create (house->folder, "Bo", HOUSE_OTHER_PASSWORD,
                                                               hearth_key_cost_for_tests (), &sheet, &error);

      g_assert_null (keyring);
      g_assert_error (error, HEARTH_VAULT_ERROR, HEARTH_VAULT_ERROR_TAKEN);
      /* A house whose newest version is gone is a house all the same. */
      if (i == 0)
        house_write (house, "house.keys", NULL, 0);
    }
  after = house_read (house, "house.keys.previous");
  g_assert_true (g_bytes_equal (before, after));
}

static void
test_folder_that_cannot_be (void)
{
  g_autoptr (HearthTestFolder) folder = hearth_test_folder_new ();
  g_autofree char *file = g_build_filename (folder, "file", NULL);
  g_autofree char *inner = g_build_filename (file, "house", NULL);
  g_autoptr (HearthRecoverySheet) sheet = NULL;
  g_autoptr (GError) error = NULL;
  g_autoptr (HearthKeyring) keyring = NULL;

  g_assert_true (g_file_set_contents (file, "", 0, NULL));
  keyring =
    hearth_vault_create (inner, HOUSE_USER, HOUSE_PASSWORD, hearth_key_cost_for_tests (), &sheet, &error);
  g_assert_null (keyring);
  g_assert_error (error, HEARTH_VAULT_ERROR, HEARTH_VAULT_ERROR_IO);
}

static void
test_files (void)
{
  static const char *const names[] = { "house.keys", "house.keys.previous", "house.tries" };
  g_autoptr (House) house = house_new ();
  g_autoptr (GDir) dir = g_dir_open (house->folder, 0, NULL);
  guint found = 0;

  house_add_other (house);
  for (const char *name = g_dir_read_name (dir); name != NULL; name = g_dir_read_name (dir))
    {
      g_autofree char *path = house_path (house, name);
      GStatBuf info;

      g_assert_true (g_strv_contains (names, name));
      g_assert_cmpint (g_stat (path, &info), ==, 0);
      g_assert_cmpuint (info.st_mode & 07777, ==, 0600);
      found++;
    }
  g_assert_cmpuint (found, ==, G_N_ELEMENTS (names));
  g_assert_false (hearth_test_folder_contains (house->folder, "Anna"));
  g_assert_false (hearth_test_folder_contains (house->folder, "anna"));
  g_assert_false (hearth_test_folder_contains (house->folder, HOUSE_PASSWORD));
}

static void
test_sheet (void)
{
  g_autoptr (House) house = house_new ();
  g_autoptr (GError) error = NULL;
  g_autoptr (HearthKeyring) keyring = NULL;
  guint8 signing_key[HEARTH_PUBLIC_KEY_BYTES], sealing_key[HEARTH_PUBLIC_KEY_BYTES],
    own[HEARTH_PUBLIC_KEY_BYTES];
  int wrong = -1;

  keyring = hearth_vault_unlock_with_sheet (house->folder, house->sheet->first_half,
                                            house->sheet->second_half, &wrong, &error);
  g_assert_no_error (error);
  g_assert_nonnull (keyring);
  g_assert_cmpint (wrong, ==, 0);
  g_assert_true (house_has_key (house, keyring));
  g_assert_true (hearth_keyring_is_recovery (keyring));
  for (guint i = 0; hearth_compartments[i] != NULL; i++)
    g_assert_true (hearth_keyring_has_compartment (keyring, hearth_compartments[i]));
  g_assert_cmpstr (hearth_keyring_get_person_id (keyring), !=, hearth_keyring_get_person_id (house->keyring));

  /* What a person's keyring says of the sheet is what the sheet signs and opens with. */
  g_assert_cmpstr (hearth_keyring_get_person_id (keyring), ==,
                   hearth_keyring_get_recovery_id (house->keyring));
  hearth_keyring_get_recovery_public_keys (house->keyring, signing_key, sealing_key);
  hearth_keyring_get_signing_public_key (keyring, own);
  g_assert_cmpmem (own, sizeof own, signing_key, sizeof signing_key);
  hearth_keyring_get_sealing_public_key (keyring, own);
  g_assert_cmpmem (own, sizeof own, sealing_key, sizeof sealing_key);
}

static void
test_sheet_in_the_wait (void)
{
  g_autoptr (House) house = house_new ();
  g_autoptr (HearthKeyring) keyring = NULL;

  make_wait (house);
  keyring = hearth_vault_unlock_with_sheet (house->folder, house->sheet->first_half,
                                            house->sheet->second_half, NULL, NULL);
  g_assert_nonnull (keyring);
}

static void
test_sheet_of_another_house (void)
{
  g_autoptr (House) house = house_new ();
  g_autoptr (House) other = house_new ();
  const char *const halves[][2] = {
    { other->sheet->first_half, other->sheet->second_half },
    { house->sheet->first_half, other->sheet->second_half },
    { other->sheet->first_half, house->sheet->second_half },
  };

  for (guint i = 0; i < G_N_ELEMENTS (halves); i++)
    {
      g_autoptr (GError) error = NULL;
      int wrong = -1;
      g_autoptr (HearthKeyring) keyring =
        hearth_vault_unlock_with_sheet (house->folder, halves[i][0], halves[i][1], &wrong, &error);

      g_assert_null (keyring);
      g_assert_error (error, HEARTH_VAULT_ERROR, HEARTH_VAULT_ERROR_WRONG);
      g_assert_cmpint (wrong, ==, 0);
    }
}

/* The right password says how many wrong ones it puts behind, once. */
static void
test_wrong_ones_are_counted (void)
{
  g_autoptr (House) house = house_new ();
  g_autoptr (HearthKeyring) after = NULL;
  g_autoptr (HearthKeyring) again = NULL;

  g_assert_cmpuint (hearth_keyring_get_refused_tries (house->keyring), ==, 0);
  for (guint i = 0; i < 3; i++)
    house_assert_refuses (house, HOUSE_USER, "not the password", HEARTH_VAULT_ERROR_WRONG);
  after = hearth_vault_unlock (house->folder, HOUSE_USER, HOUSE_PASSWORD, NULL);
  g_assert_cmpuint (hearth_keyring_get_refused_tries (after), ==, 3);
  again = hearth_vault_unlock (house->folder, HOUSE_USER, HOUSE_PASSWORD, NULL);
  g_assert_cmpuint (hearth_keyring_get_refused_tries (again), ==, 0);

  /* Those of a change of password count as well. */
  g_assert_false (house_change_password (house, after, HOUSE_USER, "not the password", HOUSE_OTHER_PASSWORD,
                                         NULL));
  g_assert_true (house_change_password (house, after, HOUSE_USER, HOUSE_PASSWORD, HOUSE_OTHER_PASSWORD,
                                        NULL));
  g_assert_cmpuint (hearth_keyring_get_refused_tries (after), ==, 4);
  hearth_keyring_forget_refused_tries (after);
  g_assert_cmpuint (hearth_keyring_get_refused_tries (after), ==, 0);
}

int
main (int argc, char **argv)
{
  hearth_test_init (&argc, &argv);
  g_test_add_func ("/vault/unlock/round-trip", test_round_trip);
  g_test_add_func ("/vault/unlock/two-houses-differ", test_two_houses_differ);
  g_test_add_func ("/vault/unlock/name-forms", test_name_forms);
  g_test_add_func ("/vault/unlock/password-forms", test_password_forms);
  g_test_add_func ("/vault/unlock/wrong-is-constant", test_wrong_is_constant);
  g_test_add_func ("/vault/unlock/huge-input", test_huge_input);
  g_test_add_func ("/vault/unlock/wait", test_wait);
  g_test_add_func ("/vault/unlock/right-one-forgets-wrong-ones", test_right_one_forgets_wrong_ones);
  g_test_add_func ("/vault/create/refusals", test_create_refusals);
  g_test_add_func ("/vault/create/taken", test_create_in_taken_folder);
  g_test_add_func ("/vault/create/no-folder", test_folder_that_cannot_be);
  g_test_add_func ("/vault/create/files", test_files);
  g_test_add_func ("/vault/sheet/opens", test_sheet);
  g_test_add_func ("/vault/sheet/in-the-wait", test_sheet_in_the_wait);
  g_test_add_func ("/vault/sheet/another-house", test_sheet_of_another_house);
  g_test_add_func ("/vault/unlock/wrong-ones-are-counted", test_wrong_ones_are_counted);
  return g_test_run ();
}

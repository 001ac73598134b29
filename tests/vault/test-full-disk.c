/* SPDX-License-Identifier: GPL-3.0-or-later
 * Every call of the system that a change of the key file makes, failing in turn: the old file or the new, never less.
 */
#include <errno.h>
#include <glib/gstdio.h>

#include "fixtures/faults.h"
#include "house.h"

#define NEW_PASSWORD "nine round copper bells"

typedef bool (*Change) (House *house, GError **error);

static bool
change_password (House *house, GError **error)
{
  return house_change_password (house, house->keyring, HOUSE_USER, HOUSE_PASSWORD, NEW_PASSWORD, error);
}

static bool
store_anchor (House *house, GError **error)
{
  guint8 hash[32] = { 3 };

  return hearth_vault_store_anchor (house->folder, house->keyring, 7, hash, error);
}

static bool
remove_other (House *house, GError **error)
{
  return hearth_vault_remove_person (house->folder, house->keyring, HOUSE_OTHER_ID, error);
}

static void
assert_no_leftovers (House *house)
{
  static const char *const names[] = { "house.keys.partial", "house.keys.previous.partial",
                                       "house.keys.damaged" };

  for (guint i = 0; i < G_N_ELEMENTS (names); i++)
    {
      g_autofree char *path = house_path (house, names[i]);

      g_assert_false (g_file_test (path, G_FILE_TEST_EXISTS));
    }
}

static void
assert_still_opens (House *house)
{
  g_autoptr (HearthKeyring) with_old = hearth_vault_unlock (house->folder, HOUSE_USER, HOUSE_PASSWORD, NULL);
  g_autoptr (HearthKeyring) with_new = hearth_vault_unlock (house->folder, HOUSE_USER, NEW_PASSWORD, NULL);

  /* One of the two, never both, never none. */
  g_assert_true ((with_old == NULL) != (with_new == NULL));
  g_assert_true (house_has_key (house, with_old != NULL ? with_old : with_new));
}

static FaultCall
fail_once (Change change, guint nth, int code)
{
  g_autoptr (House) house = house_new ();
  g_autoptr (GError) error = NULL;
  g_autoptr (GBytes) before = NULL;
  g_autoptr (GBytes) after = NULL;
  FaultCall call;
  bool done;

  house_add_other (house);
  before = house_read (house, "house.keys");
  faults_arm (nth, code);
  done = change (house, &error);
  call = faults_disarm ();
  after = house_read (house, "house.keys");
  if (call == FAULT_NONE)
    g_assert_no_error (error);
  g_assert_cmpint (done, ==, error == NULL);
  if (!done)
    g_assert_error (error, HEARTH_VAULT_ERROR,
                    (code == ENOSPC ? HEARTH_VAULT_ERROR_FULL : HEARTH_VAULT_ERROR_IO));
  /* Only where the disk does not say whether the new name lasts, a change is in effect that was not confirmed. */
  g_assert_cmpint (g_bytes_equal (before, after), ==, !done && call != FAULT_SYNC_FOLDER);
  assert_no_leftovers (house);
  assert_still_opens (house);
  return call;
}

static void
test_change (gconstpointer data)
{
  Change change = *(const Change *) data;
  static const int codes[] = { ENOSPC, EIO };

  for (guint c = 0; c < G_N_ELEMENTS (codes); c++)
    {
      guint seen = 0, nth = 1;
      FaultCall call;

      while ((call = fail_once (change, nth++, codes[c])) != FAULT_NONE)
        seen |= 1u << call;
      g_assert_cmphex (seen, ==,
                       1u << FAULT_WRITE | 1u << FAULT_SYNC_FILE | 1u << FAULT_SYNC_FOLDER |
                         1u << FAULT_RENAME);
    }
}

static void
test_create (void)
{
  FaultCall call = FAULT_WRITE;

  for (guint nth = 1; call != FAULT_NONE; nth++)
    {
      g_autoptr (HearthTestFolder) folder = hearth_test_folder_new ();
      g_autofree char *newest = g_build_filename (folder, "house.keys", NULL);
      g_autoptr (HearthRecoverySheet) sheet = NULL;
      g_autoptr (GError) error = NULL;
      g_autoptr (HearthKeyring) keyring = NULL;

      faults_arm (nth, ENOSPC);
      keyring = hearth_vault_create (folder, HOUSE_USER, HOUSE_PASSWORD, hearth_key_cost_for_tests (), &sheet,
                                     &error);
      call = faults_disarm ();
      g_assert_cmpint (keyring == NULL, ==, sheet == NULL);
      g_assert_cmpint (keyring == NULL, ==, error != NULL);
      if (keyring != NULL)
        continue;
      g_assert_error (error, HEARTH_VAULT_ERROR, HEARTH_VAULT_ERROR_FULL);
      /* No house is left behind that nobody has a sheet for. */
      g_assert_false (g_file_test (newest, G_FILE_TEST_EXISTS));
      g_clear_error (&error);
      keyring = hearth_vault_create (folder, HOUSE_USER, HOUSE_PASSWORD, hearth_key_cost_for_tests (), &sheet,
                                     &error);
      g_assert_no_error (error);
      g_assert_nonnull (keyring);
    }
}

/* Synced are the folder and the one that its name is in. */
static void
test_create_folder (void)
{
  FaultCall call = FAULT_WRITE;
  guint synced = 0;

  for (guint nth = 1; call != FAULT_NONE; nth++)
    {
      g_autoptr (HearthTestFolder) folder = hearth_test_folder_new ();
      g_autofree char *inner = g_build_filename (folder, "house", NULL);
      g_autoptr (HearthRecoverySheet) sheet = NULL;
      g_autoptr (HearthKeyring) keyring = NULL;

      faults_arm (nth, EIO);
      keyring =
        hearth_vault_create (inner, HOUSE_USER, HOUSE_PASSWORD, hearth_key_cost_for_tests (), &sheet, NULL);
      call = faults_disarm ();
      if (call != FAULT_SYNC_FOLDER)
        continue;
      g_assert_null (keyring);
      synced++;
    }
  g_assert_cmpuint (synced, ==, 2);
}

/* A full disk keeps nobody from their records. */
static void
test_unlock (void)
{
  g_autoptr (House) house = house_new ();

  faults_refuse_writes (ENOSPC);
  house_assert_refuses (house, HOUSE_USER, "not the password", HEARTH_VAULT_ERROR_WRONG);
  house_assert_opens (house, HOUSE_USER, HOUSE_PASSWORD);
  house_write (house, "house.keys", NULL, 0);
  house_assert_opens (house, HOUSE_USER, HOUSE_PASSWORD);
  faults_refuse_writes (0);
}

/* Keys that the system may write to its swap space are not handed out, and no house is made with them. */
static void
test_no_locked_memory (void)
{
  g_autoptr (House) house = house_new ();
  g_autoptr (HearthTestFolder) folder = hearth_test_folder_new ();
  g_autofree char *inner = g_build_filename (folder, "house", NULL);
  g_autoptr (HearthRecoverySheet) sheet = NULL;
  g_autoptr (HearthKeyring) keyring = NULL;
  g_autoptr (GError) error = NULL;

  faults_refuse_locking (true);
  house_assert_refuses (house, HOUSE_USER, HOUSE_PASSWORD, HEARTH_VAULT_ERROR_MEMORY);
  keyring =
    hearth_vault_create (inner, HOUSE_USER, HOUSE_PASSWORD, hearth_key_cost_for_tests (), &sheet, &error);
  faults_refuse_locking (false);
  g_assert_null (keyring);
  g_assert_null (sheet);
  g_assert_error (error, HEARTH_VAULT_ERROR, HEARTH_VAULT_ERROR_MEMORY);
  g_assert_false (g_file_test (inner, G_FILE_TEST_EXISTS));
  house_assert_opens (house, HOUSE_USER, HOUSE_PASSWORD);
}

int
main (int argc, char **argv)
{
  static const Change password = change_password, anchor = store_anchor, removal = remove_other;

  hearth_test_init (&argc, &argv);
  g_test_add_func ("/vault/full-disk/create-folder", test_create_folder);
  g_test_add_data_func ("/vault/full-disk/change-password", &password, test_change);
  g_test_add_data_func ("/vault/full-disk/store-anchor", &anchor, test_change);
  g_test_add_data_func ("/vault/full-disk/remove-person", &removal, test_change);
  g_test_add_func ("/vault/full-disk/create", test_create);
  g_test_add_func ("/vault/full-disk/unlock", test_unlock);
  g_test_add_func ("/vault/no-locked-memory", test_no_locked_memory);
  return g_test_run ();
}

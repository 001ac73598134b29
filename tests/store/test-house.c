/* SPDX-License-Identifier: GPL-3.0-or-later
 * Making, opening, refusing and closing a house.
 */
#define G_LOG_DOMAIN "hearth-test"

#include "store-fixture.h"

#include "store/folder.h"
#include "store/migrate.h"

#include <errno.h>
#include <glib/gstdio.h>
#include <linux/capability.h>
#include <linux/magic.h>
#include <string.h>
#include <sys/stat.h>
#include <sys/syscall.h>
#include <unistd.h>

static void
assert_refused (House *house, HearthStoreError code)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (HearthStore) store = house_try_open (house, &error);

  g_assert_null (store);
  g_assert_error (error, HEARTH_STORE_ERROR, (int) code);
}

static GBytes *
read_file (const char *path)
{
  char *content;
  gsize length;

  g_assert_true (g_file_get_contents (path, &content, &length, NULL));
  return g_bytes_new_take (content, length);
}

/* --- opening --------------------------------------------------------------------------------- */

static void
test_create_and_reopen (void)
{
  g_autoptr (House) house = house_new ();
  g_autoptr (HearthRecord) resident = house_add_resident (house, "Mali");
  g_autofree char *id = g_strdup (hearth_record_get_id (resident));
  g_autoptr (HearthRecord) again = NULL;
  g_autoptr (GError) error = NULL;

  g_assert_cmpstr (hearth_record_get (hearth_store_get_account (house->store), "name"), ==, "Ana Silva");
  g_assert_cmpstr (hearth_record_get (hearth_store_get_house (house->store), "name"), ==, "Lilac");
  g_assert_cmpstr (hearth_record_get_id (hearth_store_get_account (house->store)), ==,
                   hearth_keyring_get_person_id (house->keyring));
  house_close (house);
  house_open (house);
  again = hearth_store_load (house->store, id, &error);
  g_assert_no_error (error);
  g_assert_true (again != resident);
  g_assert_true (hearth_record_equal (again, resident));
  g_assert_cmpstr (hearth_record_get (hearth_store_get_account (house->store), "user"), ==, HOUSE_USER);
}

static void
test_closed_store_says_so (void)
{
  g_autoptr (House) house = house_new ();
  g_autoptr (HearthRecord) resident = house_add_resident (house, "Mali");
  g_autoptr (HearthQuery) query = hearth_query_new (hearth_record_get_record_type (resident));
  g_autoptr (GError) error = NULL;

  hearth_store_close (house->store);
  hearth_store_close (house->store);
  g_assert_null (hearth_store_load (house->store, hearth_record_get_id (resident), &error));
  g_assert_error (error, HEARTH_STORE_ERROR, HEARTH_STORE_ERROR_KEY);
  g_clear_error (&error);
  hearth_record_set (resident, "name_used", "Malee");
  g_assert_false (hearth_store_save (house->store, resident, NULL, NULL, &error));
  g_assert_error (error, HEARTH_STORE_ERROR, HEARTH_STORE_ERROR_KEY);
  g_clear_error (&error);
  g_assert_null (hearth_store_list (house->store, query, &error));
  g_assert_error (error, HEARTH_STORE_ERROR, HEARTH_STORE_ERROR_KEY);
  g_clear_error (&error);
  g_assert_false (hearth_store_note (house->store, "view", NULL, NULL, NULL, &error));
  g_assert_error (error, HEARTH_STORE_ERROR, HEARTH_STORE_ERROR_KEY);
}

static void
test_recovery_sheet_opens (void)
{
  g_autoptr (House) house = house_new ();
  g_autoptr (HearthRecord) resident = house_add_resident (house, "Mali");
  g_autoptr (HearthVerification) verification = NULL;
  g_autoptr (GError) error = NULL;

  house_close (house);
  g_clear_object (&house->keyring);
  house->keyring = hearth_vault_unlock_with_sheet (house->folder, house->sheet->first_half,
                                                   house->sheet->second_half, NULL, &error);
  g_assert_no_error (error);
  house_open (house);
  g_assert_null (hearth_store_get_account (house->store));
  hearth_record_set (resident, "name_used", "Malee");
  house_save (house, resident);
  house_close (house);
  verification = house_verify (house);
  g_assert_cmpuint (verification->findings->len, ==, 0);
}

/* --- refusing -------------------------------------------------------------------------------- */

static void
test_wrong_key (void)
{
  g_autoptr (House) house = house_new ();
  g_autoptr (House) other = house_new ();
  g_autofree char *path = house_db_path (house);
  g_autoptr (GBytes) before = NULL;
  g_autoptr (GBytes) after = NULL;
  g_autoptr (GError) error = NULL;
  HearthStore *store;

  house_close (house);
  before = read_file (path);
  store =
    hearth_store_open (house->folder, other->keyring, HEARTH_POLICY (house->policy), house->clock, &error);
  g_assert_null (store);
  g_assert_error (error, HEARTH_STORE_ERROR, HEARTH_STORE_ERROR_KEY);
  after = read_file (path);
  g_assert_true (g_bytes_equal (before, after));
  house_open (house);
}

static void
test_closed_keyring (void)
{
  g_autoptr (House) house = house_new ();

  house_close (house);
  hearth_keyring_close (house->keyring);
  assert_refused (house, HEARTH_STORE_ERROR_DENIED);
}

static void
test_not_a_house (void)
{
  g_autoptr (House) house = house_new ();
  g_autofree char *db = house_db_path (house);
  g_autofree char *keys = g_build_filename (house->folder, "house.keys", NULL);
  g_autofree char *away = g_build_filename (house->folder, "away", NULL);

  house_close (house);
  g_assert_cmpint (g_rename (db, away), ==, 0);
  assert_refused (house, HEARTH_STORE_ERROR_NOT_A_HOUSE);
  g_assert_cmpint (g_rename (away, db), ==, 0);
  g_assert_cmpint (g_rename (keys, away), ==, 0);
  assert_refused (house, HEARTH_STORE_ERROR_NOT_A_HOUSE);
  g_assert_cmpint (g_rename (away, keys), ==, 0);
  house_open (house);
}

static void
test_second_instance (void)
{
  g_autoptr (House) house = house_new ();

  assert_refused (house, HEARTH_STORE_ERROR_LOCKED);
  house_close (house);
  house_open (house);
}

static void
test_house_exists_already (void)
{
  g_autoptr (House) house = house_new ();
  g_autoptr (HearthRecord) record = hearth_record_new (hearth_records_lookup_type ("house"));
  g_autoptr (HearthRecord) account = hearth_record_new (hearth_records_lookup_type ("account"));
  g_autoptr (GError) error = NULL;

  house_close (house);
  g_assert_null (hearth_store_create (house->folder, house->keyring, HEARTH_POLICY (house->policy),
                                      house->clock, record, account, &error));
  g_assert_error (error, HEARTH_STORE_ERROR, HEARTH_STORE_ERROR_EXISTS);
  house_open (house);
}

/* What is left of another house may be all there is of its last hours. */
static void
test_log_of_another_house (void)
{
  g_autoptr (House) house = house_new ();
  g_autofree char *db = house_db_path (house);
  g_autofree char *log = g_strconcat (db, "-wal", NULL);
  g_autoptr (HearthRecord) record = hearth_record_new (hearth_records_lookup_type ("house"));
  g_autoptr (HearthRecord) account = hearth_record_new (hearth_records_lookup_type ("account"));
  g_autoptr (GBytes) left = NULL;
  g_autoptr (GError) error = NULL;

  house_close (house);
  g_assert_cmpint (g_rename (db, log), ==, 0);
  g_assert_null (hearth_store_create (house->folder, house->keyring, HEARTH_POLICY (house->policy),
                                      house->clock, record, account, &error));
  g_assert_error (error, HEARTH_STORE_ERROR, HEARTH_STORE_ERROR_EXISTS);
  g_assert_false (g_file_test (db, G_FILE_TEST_EXISTS));
  left = read_file (log);
  g_assert_cmpuint (g_bytes_get_size (left), >, 0);
}

static void
assert_private (const char *folder)
{
  g_autoptr (GDir) entries = g_dir_open (folder, 0, NULL);
  const char *name;

  while ((name = g_dir_read_name (entries)) != NULL)
    {
      g_autofree char *path = g_build_filename (folder, name, NULL);
      struct stat status;

      g_test_message ("%s", name);
      g_assert_cmpint (stat (path, &status), ==, 0);
      g_assert_cmpuint (status.st_mode & 077, ==, 0);
    }
}

static void
test_files_are_private (void)
{
  mode_t before = umask (022);
  g_autoptr (House) house = house_new ();
  g_autoptr (HearthRecord) resident = house_add_resident (house, "Mali");

  assert_private (house->folder);
  house_close (house);
  assert_private (house->folder);
  umask (before);
}

/* A house whose first records are not good is no house, and may be tried again. */
static void
test_create_refuses_bad_records (void)
{
  g_autoptr (HearthTestFolder) folder = hearth_test_folder_new ();
  g_autoptr (HearthRecoverySheet) sheet = NULL;
  g_autoptr (HearthKeyring) keyring =
    hearth_vault_create (folder, HOUSE_USER, HOUSE_PASSWORD, hearth_key_cost_for_tests (), &sheet, NULL);
  g_autoptr (FakePolicy) policy = g_object_new (FAKE_TYPE_POLICY, NULL);
  g_autoptr (HearthClock) clock = hearth_test_clock_new ();
  g_autoptr (HearthRecord) record = hearth_record_new (hearth_records_lookup_type ("house"));
  g_autoptr (HearthRecord) account = hearth_record_new (hearth_records_lookup_type ("account"));
  g_autoptr (HearthStore) store = NULL;
  g_autoptr (GError) error = NULL;
  g_autofree char *path = hearth_house_dup_db_path (folder);

  hearth_record_set (account, "name", "Ana");
  hearth_record_set (account, "user", HOUSE_USER);
  hearth_record_set (account, "role", "director");
  g_assert_null (hearth_store_create (folder, keyring, HEARTH_POLICY (policy), clock, record, account,
                                      &error));
  g_assert_error (error, HEARTH_STORE_ERROR, HEARTH_STORE_ERROR_INVALID);
  g_assert_false (g_file_test (path, G_FILE_TEST_EXISTS));
  g_assert_cmpint (hearth_record_get_revision (account), ==, 0);
  g_clear_error (&error);

  hearth_record_set (record, "name", "Lilac");
  hearth_record_set (record, "organisation", "Open Door");
  store = hearth_store_create (folder, keyring, HEARTH_POLICY (policy), clock, record, account, &error);
  g_assert_no_error (error);
  g_assert_nonnull (store);
}

static void
test_newer_is_left_alone (void)
{
  g_autoptr (House) house = house_new ();
  g_autofree char *path = house_db_path (house);
  g_autoptr (GBytes) before = NULL;
  g_autoptr (GBytes) after = NULL;

  house_close (house);
  house_run_sql (house, "PRAGMA user_version = 9000");
  before = read_file (path);
  assert_refused (house, HEARTH_STORE_ERROR_NEWER);
  after = read_file (path);
  g_assert_true (g_bytes_equal (before, after));
}

/* Root may write where nobody else may; the program is not to be run by root, and neither is this test's part. */
static void
set_root_powers (bool on)
{
  struct __user_cap_header_struct header = { .version = _LINUX_CAPABILITY_VERSION_3 };
  struct __user_cap_data_struct data[2];
  const guint32 mask = 1u << CAP_DAC_OVERRIDE | 1u << CAP_DAC_READ_SEARCH | 1u << CAP_FOWNER;

  g_assert_cmpint (syscall (SYS_capget, &header, data), ==, 0);
  if (on)
    data[0].effective |= data[0].permitted & mask;
  else
    data[0].effective &= ~mask;
  g_assert_cmpint (syscall (SYS_capset, &header, data), ==, 0);
}

static void
test_read_only_folder (void)
{
  g_autoptr (House) house = house_new ();
  g_autofree char *path = house_db_path (house);
  g_autofree char *lock = g_build_filename (house->folder, "house.lock", NULL);

  house_close (house);
  g_assert_cmpint (g_chmod (lock, 0400), ==, 0);
  g_assert_cmpint (g_chmod (house->folder, 0500), ==, 0);
  set_root_powers (false);
  assert_refused (house, HEARTH_STORE_ERROR_READ_ONLY);
  set_root_powers (true);
  g_assert_cmpint (g_chmod (house->folder, 0700), ==, 0);
  g_assert_cmpint (g_chmod (lock, 0600), ==, 0);

  g_assert_cmpint (g_chmod (path, 0400), ==, 0);
  set_root_powers (false);
  assert_refused (house, HEARTH_STORE_ERROR_READ_ONLY);
  set_root_powers (true);
  g_assert_cmpint (g_chmod (path, 0600), ==, 0);
  house_open (house);
}

static void
test_network_file_systems (void)
{
  static const struct {
    gint64 type;
    const char *name;
    bool network;
  } cases[] = {
    { 0xef53, "ext4", false },
    { TMPFS_MAGIC, "tmpfs", false },
    { BTRFS_SUPER_MAGIC, "btrfs", false },
    { NFS_SUPER_MAGIC, "nfs4", true },
    { NFS_SUPER_MAGIC, "", true },
    { 0xff534d42, "cifs", true },
    { (gint32) 0xff534d42, "", true },
    { 0xfe534d42, "smb3", true },
    { FUSE_SUPER_MAGIC, "fuseblk", false },
    { FUSE_SUPER_MAGIC, "fuse.sshfs", true },
    { FUSE_SUPER_MAGIC, "fuse.gvfsd-fuse", true },
    { FUSE_SUPER_MAGIC, "", false },
    { V9FS_MAGIC, "9p", false },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    g_assert_cmpint (hearth_file_system_is_network (cases[i].type, cases[i].name), ==, cases[i].network);
}

static void
test_lent_file_systems (void)
{
  g_autofree char *document = g_build_filename (g_get_user_runtime_dir (), "doc", "1a2b3c", "house", NULL);
  g_autofree char *beside = g_build_filename (g_get_user_runtime_dir (), "documents", NULL);

  g_assert_true (hearth_file_system_is_lent ("fuse.portal"));
  g_assert_false (hearth_file_system_is_lent ("fuseblk"));
  g_assert_false (hearth_file_system_is_network (FUSE_SUPER_MAGIC, "fuse.portal"));
  g_assert_true (hearth_path_is_lent (document));
  g_assert_false (hearth_path_is_lent (beside));
  g_assert_false (hearth_path_is_lent ("/tmp/there-is-no-such-folder/house"));
}

/* As where /home is a link to another folder. */
static void
test_link_above_the_house (void)
{
  g_autoptr (House) house = house_new ();
  g_autoptr (GError) error = NULL;
  g_autofree char *real = g_strdup (house->folder);
  g_autofree char *link = g_strconcat (real, "-link", NULL);
  g_autofree char *base = g_path_get_basename (real);
  g_autofree char *above = g_path_get_dirname (real);
  g_autofree char *path = g_build_filename (link, base, NULL);
  g_autoptr (HearthStore) store = NULL;

  house_close (house);
  g_assert_cmpint (symlink (above, link), ==, 0);
  store = hearth_store_open (path, house->keyring, HEARTH_POLICY (house->policy), house->clock, &error);
  g_assert_no_error (error);
  hearth_store_close (store);
  g_assert_cmpint (g_unlink (link), ==, 0);
}

/* An account that may not sign in has a key, but the house stays shut. */
static void
test_account_may_not_sign_in (void)
{
  g_autoptr (House) house = house_new ();
  HearthRecord *account = hearth_store_get_account (house->store);

  hearth_record_set (account, "active", "no");
  house_save (house, account);
  house_close (house);
  assert_refused (house, HEARTH_STORE_ERROR_DENIED);
}

/* --- damage ------------------------------------------------------------------------------------ */

static void
flip (const char *path, goffset offset)
{
  g_autofree char *content = NULL;
  gsize length;

  g_assert_true (g_file_get_contents (path, &content, &length, NULL));
  g_assert_cmpint (offset, <, (goffset) length);
  content[offset] ^= 0x10;
  g_assert_true (g_file_set_contents (path, content, (gssize) length, NULL));
}

static void
test_flipped_bytes (void)
{
  static const goffset offsets[] = { 3, 20, 2000, 4090, 4096 + 17, 5 * 4096 + 100, 20 * 4096 + 4000 };
  g_autoptr (House) house = house_new ();
  g_autofree char *path = house_db_path (house);

  g_object_unref (house_add_resident (house, "Mali"));
  house_close (house);
  for (gsize i = 0; i < G_N_ELEMENTS (offsets); i++)
    {
      g_autoptr (HearthVerification) verification = NULL;
      g_autoptr (HearthVerification) whole = NULL;

      g_test_message ("byte %" G_GOFFSET_FORMAT, offsets[i]);
      flip (path, offsets[i]);
      verification = house_verify (house);
      assert_finding (verification, "damage", 0);
      flip (path, offsets[i]);
      whole = house_verify (house);
      g_assert_cmpuint (whole->findings->len, ==, 0);
    }
}

static void
test_damaged_first_page_is_said (void)
{
  g_autoptr (House) house = house_new ();
  g_autofree char *path = house_db_path (house);
  g_autoptr (GError) error = NULL;
  HearthStore *store;

  house_close (house);
  flip (path, 1000);
  store = house_try_open (house, &error);
  g_assert_null (store);
  g_assert_error (error, HEARTH_STORE_ERROR, HEARTH_STORE_ERROR_CORRUPT);
}

/* --- upgrades ----------------------------------------------------------------------------------- */

static gint64
newest_version (void)
{
  gsize n_migrations;
  const HearthMigration *migrations = hearth_migrations_get (&n_migrations);

  return migrations[n_migrations - 1].version;
}

static void
test_upgrade_keeps_a_copy (void)
{
  gint64 now = newest_version ();
  const HearthMigration steps[] = {
    { now, "SELECT 1" },
    { now + 1, "CREATE TABLE later (a TEXT) STRICT" },
    { now + 2, "INSERT INTO later VALUES ('x')" },
  };
  g_autofree char *copy_name = g_strdup_printf ("house.db.before-%" G_GINT64_FORMAT, now + 1);
  g_autoptr (House) house = house_new ();
  g_autofree char *copy_path = g_build_filename (house->folder, copy_name, NULL);
  g_autoptr (HearthDb) copy = NULL;
  g_autoptr (GError) error = NULL;
  gint64 number = -1;

  g_object_unref (house_add_resident (house, "Mali"));
  house_close (house);
  g_assert_true (hearth_migrate_house (house->folder, house->keyring, steps, G_N_ELEMENTS (steps), &error));
  g_assert_no_error (error);
  g_assert_cmpint (house_ask_number (house, "PRAGMA user_version"), ==, now + 2);
  g_assert_cmpint (house_ask_number (house, "SELECT count(*) FROM later"), ==, 1);

  copy = hearth_db_open (copy_path, house->keyring, HEARTH_DB_READ_ONLY, &error);
  g_assert_no_error (error);
  g_assert_true (hearth_db_query_int64 (copy, "PRAGMA user_version", &number, &error));
  g_assert_cmpint (number, ==, now);
  g_assert_true (hearth_db_query_int64 (copy, "SELECT count(*) FROM resident", &number, &error));
  g_assert_cmpint (number, ==, 1);
}

static void
test_failing_upgrade_changes_nothing (void)
{
  gint64 now = newest_version ();
  const HearthMigration steps[] = {
    { now, "SELECT 1" },
    { now + 1, "CREATE TABLE later (a TEXT) STRICT; INSERT INTO nowhere VALUES (1)" },
  };
  g_autoptr (House) house = house_new ();
  g_autoptr (GError) error = NULL;

  house_close (house);
  g_assert_false (hearth_migrate_house (house->folder, house->keyring, steps, G_N_ELEMENTS (steps), &error));
  g_assert_nonnull (error);
  g_assert_cmpint (house_ask_number (house, "PRAGMA user_version"), ==, now);
  g_assert_cmpint (house_ask_number (house, "SELECT count(*) FROM sqlite_schema WHERE name = 'later'"), ==,
                   0);
  house_open (house);
}

/* --- what lies in the folder ---------------------------------------------------------------------- */

static void
assert_nothing_readable (House *house)
{
  static const char *const typed[] = { "Malisorn",        "buttercup morning", "Lilac",
                                       "Open Door",       "Ana Silva",         "director",
                                       "SQLite format 3", "CREATE TABLE",      "name_used" };

  for (gsize i = 0; i < G_N_ELEMENTS (typed); i++)
    g_assert_false (hearth_test_folder_contains (house->folder, typed[i]));
}

static void
test_nothing_readable_on_disk (void)
{
  g_autoptr (House) house = house_new ();
  g_autoptr (HearthRecord) resident = house_add_resident (house, "Malisorn");
  g_autoptr (HearthRecord) entry = house_add_log (house, resident, "2026-02-28", "A buttercup morning.");
  g_autofree char *proof = g_build_filename (house->folder, "proof", NULL);

  assert_nothing_readable (house); /* with the log still beside the file */
  house_close (house);
  assert_nothing_readable (house);
  g_assert_true (g_file_set_contents (proof, "Malisorn", -1, NULL));
  g_assert_true (hearth_test_folder_contains (house->folder, "Malisorn"));
}

static void
test_no_log_is_left_after_closing (void)
{
  g_autoptr (House) house = house_new ();
  g_autofree char *path = house_db_path (house);
  g_autofree char *wal = g_strconcat (path, "-wal", NULL);

  g_object_unref (house_add_resident (house, "Mali"));
  g_assert_true (g_file_test (wal, G_FILE_TEST_EXISTS));
  house_close (house);
  g_assert_false (g_file_test (wal, G_FILE_TEST_EXISTS));
}

/* Wrong passwords are told once, by whoever is let in next. */
static void
test_wrong_passwords_are_a_row (void)
{
  g_autoptr (House) house = house_new ();
  g_autoptr (HearthVerification) verification = NULL;
  g_autofree char *reason = NULL;

  house_close (house);
  for (guint i = 0; i < 2; i++)
    {
      g_autoptr (HearthKeyring) nobody =
        hearth_vault_unlock (house->folder, HOUSE_USER, "not the password", NULL);

      g_assert_null (nobody);
    }
  g_clear_object (&house->keyring);
  house->keyring = hearth_vault_unlock (house->folder, HOUSE_USER, HOUSE_PASSWORD, NULL);
  house_open (house);
  reason = house_ask_text (house, "SELECT reason FROM audit WHERE action = 'sign-in-refused'");
  g_assert_cmpstr (reason, ==, "2");
  g_assert_cmpint (house_ask_number (house, "SELECT a.sequence - r.sequence FROM audit a, audit r WHERE "
                                            "r.action = 'sign-in-refused' AND a.action = 'sign-in' "
                                            "ORDER BY a.sequence DESC LIMIT 1"),
                   ==, 1);
  house_close (house);
  house_open (house);
  g_assert_cmpint (house_ask_number (house, "SELECT count(*) FROM audit WHERE action = 'sign-in-refused'"),
                   ==, 1);
  verification = house_verify (house);
  g_assert_cmpuint (verification->findings->len, ==, 0);
}

int
main (int argc, char **argv)
{
  hearth_test_init (&argc, &argv);
  g_test_add_func ("/store/house/create-and-reopen", test_create_and_reopen);
  g_test_add_func ("/store/house/closed-store-says-so", test_closed_store_says_so);
  g_test_add_func ("/store/house/recovery-sheet-opens", test_recovery_sheet_opens);
  g_test_add_func ("/store/house/wrong-key", test_wrong_key);
  g_test_add_func ("/store/house/closed-keyring", test_closed_keyring);
  g_test_add_func ("/store/house/not-a-house", test_not_a_house);
  g_test_add_func ("/store/house/second-instance", test_second_instance);
  g_test_add_func ("/store/house/exists-already", test_house_exists_already);
  g_test_add_func ("/store/house/log-of-another-house", test_log_of_another_house);
  g_test_add_func ("/store/house/files-are-private", test_files_are_private);
  g_test_add_func ("/store/house/create-refuses-bad-records", test_create_refuses_bad_records);
  g_test_add_func ("/store/house/newer-is-left-alone", test_newer_is_left_alone);
  g_test_add_func ("/store/house/read-only-folder", test_read_only_folder);
  g_test_add_func ("/store/house/network-file-systems", test_network_file_systems);
  g_test_add_func ("/store/house/lent-file-systems", test_lent_file_systems);
  g_test_add_func ("/store/house/link-above-the-house", test_link_above_the_house);
  g_test_add_func ("/store/house/account-may-not-sign-in", test_account_may_not_sign_in);
  g_test_add_func ("/store/house/flipped-bytes", test_flipped_bytes);
  g_test_add_func ("/store/house/damaged-first-page-is-said", test_damaged_first_page_is_said);
  g_test_add_func ("/store/house/upgrade-keeps-a-copy", test_upgrade_keeps_a_copy);
  g_test_add_func ("/store/house/failing-upgrade-changes-nothing", test_failing_upgrade_changes_nothing);
  g_test_add_func ("/store/house/nothing-readable-on-disk", test_nothing_readable_on_disk);
  g_test_add_func ("/store/house/no-log-is-left", test_no_log_is_left_after_closing);
  g_test_add_func ("/store/house/wrong-passwords", test_wrong_passwords_are_a_row);
  return g_test_run ();
}

/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copies of a house: whole, looked at, gone when interrupted; and putting them back.
 */
#include "fixtures/fixtures.h"
#include "fixtures/house.h"
#include "store/attachment.h"
#include "store/audit.h"
#include "store/backup-manifest.h"
#include "store/backup.h"
#include "store/db.h"

#include <errno.h>
#include <fcntl.h>
#include <glib/gstdio.h>
#include <string.h>
#include <sys/file.h>
#include <sys/stat.h>
#include <sys/wait.h>
#include <unistd.h>

#define PAGE_BYTES 4096

/* --- helpers ----------------------------------------------------------------------- */

typedef struct {
  HearthTestHouse *house;
  HearthTestFolder *copies; /* the folder that copies are made in */
  HearthRecord *mali;
  char *attachment;
} Fixture;

static GBytes *
make_content (char letter)
{
  g_autofree char *data = g_strnfill (150000, letter);

  return g_bytes_new_take (g_steal_pointer (&data), 150000);
}

static char *
attach (Fixture *f, char letter)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GBytes) content = make_content (letter);
  g_autoptr (HearthAttachment) attachment =
    hearth_store_add_attachment (f->house->store, hearth_record_get_id (f->mali), "letter.txt", "text/plain",
                                 NULL, content, &error);

  g_assert_no_error (error);
  return g_strdup (attachment->id);
}

static void
set_up (Fixture *f, gconstpointer data)
{
  f->house = hearth_test_house_new ();
  f->copies = hearth_test_folder_new ();
  f->mali =
    hearth_test_house_add (f->house, "resident", "name_used", "Mali", "strengths", "Knows every star", NULL);
  f->attachment = attach (f, 'a');
}

static void
tear_down (Fixture *f, gconstpointer data)
{
  g_clear_object (&f->mali);
  g_free (f->attachment);
  hearth_test_house_free (f->house);
  hearth_test_folder_remove (f->copies);
}

static char *
back_up (Fixture *f)
{
  g_autoptr (GError) error = NULL;
  char *copy = NULL;

  hearth_house_backup (f->house->folder, f->house->keyring, f->copies, HEARTH_COPY_ASKED, &copy, NULL, NULL,
                       NULL, &error);
  g_assert_no_error (error);
  g_assert_nonnull (copy);
  return copy;
}

static void
assert_backup_fails (Fixture *f, GCancellable *cancellable, int code)
{
  g_autoptr (GError) error = NULL;
  g_autofree char *copy = NULL;

  g_assert_false (hearth_house_backup (f->house->folder, f->house->keyring, f->copies, HEARTH_COPY_ASKED,
                                       &copy, NULL, NULL, cancellable, &error));
  g_assert_error (error, HEARTH_STORE_ERROR, code);
  g_assert_null (copy);
}

static void
assert_restore_fails (const char *copy, const char *folder, int code)
{
  g_autoptr (GError) error = NULL;

  g_assert_false (hearth_house_restore (copy, folder, NULL, &error));
  g_assert_error (error, HEARTH_STORE_ERROR, code);
}

static guint
count_entries (const char *folder)
{
  g_autoptr (GDir) dir = g_dir_open (folder, 0, NULL);
  guint n = 0;

  while (dir && g_dir_read_name (dir))
    n++;
  return n;
}

static char *
find_file (const char *folder)
{
  g_autofree char *files = g_build_filename (folder, "files", NULL);
  g_autoptr (GDir) dir = g_dir_open (files, 0, NULL);
  const char *name = dir ? g_dir_read_name (dir) : NULL;

  return name ? g_build_filename (files, name, NULL) : NULL;
}

static void
flip (const char *path, goffset at)
{
  g_autofree char *bytes = NULL;
  g_autoptr (GError) error = NULL;
  gsize length = 0;

  g_file_get_contents (path, &bytes, &length, &error);
  g_assert_no_error (error);
  bytes[at] ^= 1;
  /* A new file under the old name: what is linked elsewhere stays. */
  g_unlink (path);
  g_file_set_contents (path, bytes, (gssize) length, &error);
  g_assert_no_error (error);
}

/** Opens what is in @folder with the director's password and looks for Mali, the letter and a sound chain. */
static void
assert_is_the_house (Fixture *f, const char *folder)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GBytes) expected = make_content ('a');
  g_autoptr (HearthKeyring) keyring =
    hearth_vault_unlock (folder, HEARTH_TEST_USER, HEARTH_TEST_PASSWORD, &error);
  g_autoptr (HearthHousePolicy) policy = hearth_house_policy_new ();
  g_autoptr (HearthStore) store =
    hearth_store_open (folder, keyring, HEARTH_POLICY (policy), f->house->clock, &error);
  g_autoptr (HearthVerification) verification = NULL;
  g_autoptr (HearthRecord) mali = NULL;
  g_autoptr (GBytes) letter = NULL;

  g_assert_no_error (error);
  hearth_house_policy_set_store (policy, store);
  mali = hearth_store_load (store, hearth_record_get_id (f->mali), &error);
  g_assert_no_error (error);
  g_assert_cmpstr (hearth_record_get (mali, "strengths"), ==, "Knows every star");
  letter = hearth_store_read_attachment (store, f->attachment, &error);
  g_assert_no_error (error);
  g_assert_true (g_bytes_equal (letter, expected));
  verification = hearth_house_verify (folder, keyring, NULL, NULL, NULL, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (verification->findings->len, ==, 0);
  hearth_store_close (store);
}

/* --- copies ------------------------------------------------------------------------ */

typedef struct {
  double last;
  guint calls;
} Progress;

static void
progress_cb (double fraction, gpointer user_data)
{
  Progress *progress = user_data;

  g_assert_cmpfloat (fraction, >=, progress->last);
  g_assert_cmpfloat (fraction, <=, 1);
  progress->last = fraction;
  progress->calls++;
}

static void
test_copy (Fixture *f, gconstpointer data)
{
  g_autoptr (GError) error = NULL;
  g_autofree char *copy = NULL;
  g_autofree char *anchor = hearth_store_dup_anchor (f->house->store);
  g_autoptr (HearthManifest) manifest = NULL;
  g_autoptr (GHashTable) counts = NULL;
  static const char *const journals[] = { "house.db-wal", "house.db-shm", "house.db-journal" };
  Progress progress = { 0 };

  g_assert_true (hearth_house_backup (f->house->folder, f->house->keyring, f->copies, HEARTH_COPY_ASKED,
                                      &copy, progress_cb, &progress, NULL, &error));
  g_assert_no_error (error);
  g_assert_cmpfloat (progress.last, ==, 1);
  g_assert_cmpuint (progress.calls, >, 2);
  g_assert_cmpuint (count_entries (f->copies), ==, 1);
  for (gsize i = 0; i < G_N_ELEMENTS (journals); i++)
    {
      g_autofree char *path = g_build_filename (copy, journals[i], NULL);

      g_assert_false (g_file_test (path, G_FILE_TEST_EXISTS));
    }
  g_assert_false (hearth_test_folder_contains (f->copies, "Mali"));
  g_assert_false (hearth_test_folder_contains (f->copies, "resident"));

  manifest = hearth_manifest_read (copy, &error);
  g_assert_no_error (error);
  g_assert_cmpstr (manifest->house, ==, hearth_keyring_get_house_id (f->house->keyring));
  g_assert_cmpstr (manifest->anchor, ==, anchor);
  g_assert_cmpuint (manifest->damaged->len, ==, 0);
  counts = hearth_manifest_open_counts (manifest, f->house->keyring, &error);
  g_assert_no_error (error);
  g_assert_cmpint (*(gint64 *) g_hash_table_lookup (counts, "resident"), ==, 1);
  g_assert_cmpint (*(gint64 *) g_hash_table_lookup (counts, "attachment"), ==, 1);
}

static void
test_beside_open_store (Fixture *f, gconstpointer data)
{
  g_autofree char *copy = back_up (f);
  g_autoptr (HearthRecord) later = hearth_test_house_add_resident (f->house, "Noor");
  g_autofree char *second = back_up (f);

  g_assert_cmpstr (copy, !=, second);
  g_assert_cmpuint (count_entries (f->copies), ==, 2);
  hearth_test_house_close (f->house);
  assert_is_the_house (f, f->house->folder);
}

static void
test_links (Fixture *f, gconstpointer data)
{
  g_autofree char *first = back_up (f);
  g_autofree char *other = attach (f, 'b');
  g_autofree char *second = back_up (f);
  g_autofree char *file = find_file (first);
  g_autofree char *live = find_file (f->house->folder);
  g_autofree char *files = g_build_filename (second, "files", NULL);
  struct stat status;

  g_assert_cmpuint (count_entries (files), ==, 2);
  g_assert_cmpint (g_stat (file, &status), ==, 0);
  g_assert_cmpint (status.st_nlink, ==, 2);
  /* Never with the house itself: damage there must not reach the copies. */
  g_assert_cmpint (g_stat (live, &status), ==, 0);
  g_assert_cmpint (status.st_nlink, ==, 1);
}

static void
test_heals (Fixture *f, gconstpointer data)
{
  g_autofree char *first = back_up (f);
  g_autofree char *file = find_file (first);
  g_autofree char *second = NULL;
  g_autofree char *third = NULL;
  g_autofree char *live = find_file (f->house->folder);
  g_autofree char *target = g_build_filename (f->copies, "restored", NULL);
  g_autoptr (HearthManifest) manifest = NULL;
  g_autoptr (GError) error = NULL;

  /* A rotten file in the last copy is not linked on. */
  flip (file, 5000);
  second = back_up (f);
  g_assert_true (hearth_house_restore (second, target, NULL, &error));
  assert_is_the_house (f, target);

  /* A rotten one in the house is taken from the last copy. */
  flip (live, 5000);
  third = back_up (f);
  manifest = hearth_manifest_read (third, &error);
  g_assert_cmpuint (manifest->damaged->len, ==, 0);
}

static void
test_damaged_in_house (Fixture *f, gconstpointer data)
{
  g_autofree char *live = find_file (f->house->folder);
  g_autofree char *copy = NULL;
  g_autofree char *target = g_build_filename (f->copies, "restored", NULL);
  g_autoptr (HearthManifest) manifest = NULL;
  g_autoptr (GError) error = NULL;

  flip (live, 5000);
  g_test_expect_message ("hearth-store", G_LOG_LEVEL_MESSAGE, "*damaged in the house*");
  copy = back_up (f);
  g_test_assert_expected_messages ();
  manifest = hearth_manifest_read (copy, &error);
  g_assert_cmpuint (manifest->damaged->len, ==, 1);
  g_assert_null (find_file (copy));
  /* The rest can be put back all the same. */
  g_assert_true (hearth_house_restore (copy, target, NULL, &error));
  g_assert_no_error (error);
}

/* --- interrupted ------------------------------------------------------------------- */

static void
close_keys_cb (double fraction, gpointer keyring)
{
  hearth_keyring_close (keyring);
}

/* The program is locked while the pages are copied. */
static void
test_keys_closed (Fixture *f, gconstpointer data)
{
  g_autoptr (GError) error = NULL;

  g_assert_false (hearth_house_backup (f->house->folder, f->house->keyring, f->copies, HEARTH_COPY_ASKED,
                                       NULL, close_keys_cb, f->house->keyring, NULL, &error));
  g_assert_error (error, HEARTH_STORE_ERROR, HEARTH_STORE_ERROR_DENIED);
  g_assert_cmpuint (count_entries (f->copies), ==, 0);
}

static void
test_cancelled (Fixture *f, gconstpointer data)
{
  g_autoptr (GCancellable) cancellable = g_cancellable_new ();

  g_cancellable_cancel (cancellable);
  assert_backup_fails (f, cancellable, HEARTH_STORE_ERROR_CANCELLED);
  g_assert_cmpuint (count_entries (f->copies), ==, 0);
}

/** Cancels once @user_data[0] calls were made. */
typedef struct {
  GCancellable *cancellable;
  guint left;
} Cancel;

static void
cancel_cb (double fraction, gpointer user_data)
{
  Cancel *cancel = user_data;

  if (cancel->left-- == 0)
    g_cancellable_cancel (cancel->cancellable);
}

static void
test_cancelled_midway (Fixture *f, gconstpointer data)
{
  bool done = false;
  guint n = 0;

  for (; !done; n++)
    {
      g_autoptr (GCancellable) cancellable = g_cancellable_new ();
      g_autoptr (GError) error = NULL;
      Cancel cancel = { cancellable, n };

      done = hearth_house_backup (f->house->folder, f->house->keyring, f->copies, HEARTH_COPY_ASKED, NULL,
                                  cancel_cb, &cancel, cancellable, &error);
      if (!done)
        {
          g_assert_error (error, HEARTH_STORE_ERROR, HEARTH_STORE_ERROR_CANCELLED);
          g_assert_cmpuint (count_entries (f->copies), ==, 0);
        }
    }
  g_assert_cmpuint (n, >, 2);
}

typedef struct {
  const char *copies;
  goffset page; /* from 0 */
  goffset n_pages;
  bool done;
} Spoil;

/** Flips a byte in a page of the database once it is written, before the copy is looked at. */
static void
spoil_cb (double fraction, gpointer user_data)
{
  Spoil *spoil = user_data;
  g_autoptr (GDir) dir = g_dir_open (spoil->copies, 0, NULL);
  g_autofree char *path = g_build_filename (spoil->copies, g_dir_read_name (dir), "house.db", NULL);
  struct stat status;

  if (fraction < 0.7 || spoil->done)
    return;
  spoil->done = true;
  g_assert_cmpint (g_stat (path, &status), ==, 0);
  spoil->n_pages = status.st_size / PAGE_BYTES;
  flip (path, spoil->page * PAGE_BYTES + 1000);
}

/** Pages that nothing but the check of each page reads are among them. */
static void
test_looked_at (Fixture *f, gconstpointer data)
{
  Spoil spoil = { .copies = f->copies, .n_pages = 1 };

  for (; spoil.page < spoil.n_pages; spoil.page += 5)
    {
      g_autoptr (GError) error = NULL;

      spoil.done = false;
      g_assert_false (hearth_house_backup (f->house->folder, f->house->keyring, f->copies, HEARTH_COPY_ASKED,
                                           NULL, spoil_cb, &spoil, NULL, &error));
      g_assert_true (g_error_matches (error, HEARTH_STORE_ERROR, HEARTH_STORE_ERROR_CORRUPT) ||
                     (spoil.page == 0 &&
                      g_error_matches (error, HEARTH_STORE_ERROR, HEARTH_STORE_ERROR_KEY)));
      g_assert_cmpuint (count_entries (f->copies), ==, 0);
    }
  g_assert_cmpint (spoil.n_pages, >, 20);
}

static void
kill_cb (double fraction, gpointer user_data)
{
  if (fraction >= *(double *) user_data)
    kill (getpid (), SIGKILL);
}

static void
test_killed (Fixture *f, gconstpointer data)
{
  static const double moments[] = { 0.1, 0.6, 0.7 };

  hearth_store_close (f->house->store);
  for (gsize i = 0; i < G_N_ELEMENTS (moments); i++)
    {
      pid_t child = fork ();
      int status = 0;

      if (child == 0)
        {
          double moment = moments[i];

          hearth_house_backup (f->house->folder, f->house->keyring, f->copies, HEARTH_COPY_ASKED, NULL,
                               kill_cb, &moment, NULL, NULL);
          _exit (1);
        }
      g_assert_cmpint (waitpid (child, &status, 0), ==, child);
      g_assert_true (WIFSIGNALED (status));
      /* What is left has no name of a copy, and the next one clears it away. */
      g_assert_cmpuint (count_entries (f->copies), ==, 1);
    }
  {
    g_autofree char *copy = back_up (f);
    g_autofree char *target = g_build_filename (copy, "..", "restored", NULL);
    g_autoptr (GError) error = NULL;

    g_assert_cmpuint (count_entries (f->copies), ==, 1);
    g_assert_true (hearth_house_restore (copy, target, NULL, &error));
    assert_is_the_house (f, target);
  }
}

static void
test_one_at_a_time (Fixture *f, gconstpointer data)
{
  g_autofd int fd = open (f->copies, O_RDONLY | O_DIRECTORY);

  g_assert_cmpint (flock (fd, LOCK_EX), ==, 0);
  assert_backup_fails (f, NULL, HEARTH_STORE_ERROR_LOCKED);
}

static void
test_no_house (Fixture *f, gconstpointer data)
{
  g_autofree char *db = g_build_filename (f->house->folder, "house.db", NULL);

  hearth_store_close (f->house->store);
  g_assert_cmpint (g_unlink (db), ==, 0);
  assert_backup_fails (f, NULL, HEARTH_STORE_ERROR_NOT_A_HOUSE);
  g_assert_cmpuint (count_entries (f->copies), ==, 0);
}

/* --- putting back ------------------------------------------------------------------ */

static void
test_restore (Fixture *f, gconstpointer data)
{
  g_autofree char *copy = back_up (f);
  g_autofree char *fresh = g_build_filename (f->copies, "new", "house", NULL);
  g_autofree char *empty = g_build_filename (f->copies, "empty", NULL);
  g_autoptr (GError) error = NULL;

  /* No key is open any more. */
  hearth_test_house_close (f->house);
  g_assert_true (hearth_house_restore (copy, fresh, NULL, &error));
  g_assert_no_error (error);
  assert_is_the_house (f, fresh);
  g_assert_cmpint (g_mkdir (empty, 0755), ==, 0);
  g_assert_true (hearth_house_restore (copy, empty, NULL, &error));
  assert_is_the_house (f, empty);
}

static void
test_restore_onto (Fixture *f, gconstpointer data)
{
  g_autofree char *copy = back_up (f);
  g_autofree char *db = g_build_filename (f->house->folder, "house.db", NULL);
  g_autofree char *before = NULL;
  g_autofree char *after = NULL;
  gsize length_before, length_after;

  hearth_test_house_close (f->house);
  g_file_get_contents (db, &before, &length_before, NULL);
  assert_restore_fails (copy, f->house->folder, HEARTH_STORE_ERROR_EXISTS);
  g_file_get_contents (db, &after, &length_after, NULL);
  g_assert_cmpmem (before, length_before, after, length_after);
  /* A file is no empty folder either. */
  assert_restore_fails (copy, db, HEARTH_STORE_ERROR_EXISTS);
}

static void
test_restore_damaged (Fixture *f, gconstpointer data)
{
  static const char *const names[] = { "house.db", "house.keys" };
  g_autofree char *copy = back_up (f);
  g_autofree char *target = g_build_filename (f->copies, "restored", NULL);
  g_autofree char *file = find_file (copy);
  guint before = count_entries (f->copies);

  for (gsize i = 0; i < G_N_ELEMENTS (names); i++)
    {
      g_autofree char *path = g_build_filename (copy, names[i], NULL);

      flip (path, 200);
      assert_restore_fails (copy, target, HEARTH_STORE_ERROR_CORRUPT);
      flip (path, 200);
    }
  flip (file, 0);
  assert_restore_fails (copy, target, HEARTH_STORE_ERROR_CORRUPT);
  g_unlink (file);
  assert_restore_fails (copy, target, HEARTH_STORE_ERROR_CORRUPT);
  assert_restore_fails (f->copies, target, HEARTH_STORE_ERROR_NOT_A_HOUSE);
  g_assert_false (g_file_test (target, G_FILE_TEST_EXISTS));
  g_assert_cmpuint (count_entries (f->copies), ==, before);
}

static void
assert_manifest (const char *copy, const char *json, int code)
{
  g_autofree char *path = g_build_filename (copy, HEARTH_MANIFEST_NAME, NULL);
  g_autofree char *target = g_build_filename (copy, "..", "restored", NULL);
  g_autoptr (GError) error = NULL;

  g_file_set_contents (path, json, -1, &error);
  g_assert_no_error (error);
  assert_restore_fails (copy, target, code);
  g_assert_false (g_file_test (target, G_FILE_TEST_EXISTS));
}

static char *
replace (const char *text, const char *from, const char *to)
{
  g_auto (GStrv) parts = g_strsplit (text, from, 2);

  g_assert_cmpuint (g_strv_length (parts), ==, 2);
  return g_strjoinv (to, parts);
}

static void
test_forged_manifest (Fixture *f, gconstpointer data)
{
  g_autofree char *copy = back_up (f);
  g_autofree char *path = g_build_filename (copy, HEARTH_MANIFEST_NAME, NULL);
  static const char *const nonsense[] = {
    "", "[]", "{}", "null", "{\"format\": 1}", "\xFF", "{\"format\":\"other\"}"
  };
  static const char *const names[] = { "\"../house.keys\"", "\"/etc/house.keys\"", "\"files/../x\"",
                                       "\"house.db\"",      "\"files/\"",          "7",
                                       "\"house.keys/\"" };
  g_autofree char *good = NULL;
  g_autofree char *newer = NULL;
  g_autofree char *no_reason = NULL;

  g_assert_true (g_file_get_contents (path, &good, NULL, NULL));
  newer = replace (good, "\"version\" : 2", "\"version\" : 3");
  no_reason = replace (good, "\"asked\"", "\"none\"");
  for (gsize i = 0; i < G_N_ELEMENTS (nonsense); i++)
    assert_manifest (copy, nonsense[i], HEARTH_STORE_ERROR_CORRUPT);
  for (gsize i = 0; i < G_N_ELEMENTS (names); i++)
    {
      g_autofree char *json = replace (good, "\"house.keys\"", names[i]);

      assert_manifest (copy, json, HEARTH_STORE_ERROR_CORRUPT);
    }
  for (gsize length = strlen (good) - 2; length > 0; length -= MIN (length, 97))
    {
      g_autofree char *cut = g_strndup (good, length);

      assert_manifest (copy, cut, HEARTH_STORE_ERROR_CORRUPT);
    }
  assert_manifest (copy, newer, HEARTH_STORE_ERROR_NEWER);
  assert_manifest (copy, no_reason, HEARTH_STORE_ERROR_CORRUPT);
}

/** A manifest that is right in every figure, but leads out of the copy. */
static void
test_leading_out (Fixture *f, gconstpointer data)
{
  static const char *const names[] = { "../extra", "files/../../extra", "extra" };
  g_autofree char *copy = back_up (f);
  g_autofree char *outside = g_build_filename (f->copies, "extra", NULL);
  g_autofree char *inside = g_build_filename (copy, "extra", NULL);
  g_autofree char *target = g_build_filename (f->copies, "restored", NULL);
  g_autofree char *path = g_build_filename (copy, HEARTH_MANIFEST_NAME, NULL);
  g_autofree char *good = NULL;
  g_autofree char *hex = NULL;
  HearthFileDigest digest;

  g_assert_true (g_file_get_contents (path, &good, NULL, NULL));
  g_assert_true (g_file_set_contents (outside, "extra", 5, NULL));
  g_assert_true (g_file_set_contents (inside, "extra", 5, NULL));
  g_assert_true (hearth_file_digest_path (inside, &digest, NULL, NULL));
  hex = hearth_file_digest_to_hex (&digest);
  for (gsize i = 0; i < G_N_ELEMENTS (names); i++)
    {
      g_autofree char *entry =
        g_strdup_printf ("\"files\" : [ {\"name\": \"%s\", \"size\": 5, \"blake2b\": \"%s\"},", names[i],
                         hex);
      g_autofree char *json = replace (good, "\"files\" : [", entry);

      g_assert_true (g_file_set_contents (path, json, -1, NULL));
      assert_restore_fails (copy, target, HEARTH_STORE_ERROR_CORRUPT);
    }
  g_assert_false (g_file_test (target, G_FILE_TEST_EXISTS));
}

/** The sealed counts belong to the rest: a hash exchanged in the manifest shows. */
static void
test_counts_bound (Fixture *f, gconstpointer data)
{
  g_autofree char *copy = back_up (f);
  g_autoptr (GError) error = NULL;
  g_autoptr (HearthManifest) manifest = hearth_manifest_read (copy, &error);
  g_autoptr (GHashTable) counts = NULL;

  ((HearthManifestFile *) manifest->files->pdata[0])->digest.hash[3] ^= 1;
  counts = hearth_manifest_open_counts (manifest, f->house->keyring, &error);
  g_assert_null (counts);
  g_assert_error (error, HEARTH_STORE_ERROR, HEARTH_STORE_ERROR_CORRUPT);
}

/* The newest by its own word, of the house that is meant, whatever else lies in the place. */
static void
test_newest (Fixture *f, gconstpointer data)
{
  g_autoptr (HearthTestHouse) other = hearth_test_house_new ();
  const char *house = hearth_keyring_get_house_id (f->house->keyring);
  g_autofree char *first = NULL, *second = NULL, *other_copy = NULL;
  g_autofree char *manifest = NULL, *stray = g_build_filename (f->copies, "letter.txt", NULL);
  g_autoptr (HearthCopy) none = hearth_copy_find_newest (f->copies, NULL, NULL);
  g_autoptr (HearthCopy) newest = NULL, own = NULL, foreign = NULL, whole = NULL, before = NULL;

  g_assert_null (none);
  first = back_up (f);
  second = back_up (f);
  hearth_house_backup (other->folder, other->keyring, f->copies, HEARTH_COPY_ASKED, &other_copy, NULL, NULL,
                       NULL, NULL);
  g_assert_true (g_file_set_contents (stray, "x", 1, NULL));

  newest = hearth_copy_find_newest (f->copies, house, f->house->keyring);
  g_assert_cmpstr (newest->path, ==, second);
  g_assert_cmpstr (newest->house, ==, house);
  /* The house, the director's account and Mali; a file is no record. */
  g_assert_cmpint (newest->records, ==, 3);
  own = hearth_copy_find_newest (first, NULL, NULL);
  g_assert_cmpstr (own->path, ==, first);
  g_assert_cmpint (own->records, ==, -1);
  foreign = hearth_copy_find_newest (f->copies, hearth_keyring_get_house_id (other->keyring), NULL);
  g_assert_cmpstr (foreign->path, ==, other_copy);
  whole = hearth_copy_find_newest (second, hearth_keyring_get_house_id (other->keyring), NULL);
  g_assert_null (whole);

  /* A copy that lost its manifest counts for nothing. */
  manifest = g_build_filename (second, HEARTH_MANIFEST_NAME, NULL);
  g_assert_cmpint (g_unlink (manifest), ==, 0);
  before = hearth_copy_find_newest (f->copies, house, NULL);
  g_assert_cmpstr (before->path, ==, first);
}

/* --- a place that the desktop lends to a sandbox ------------------------------------------------ */

static const char *lent_place;

/* Files that the desktop's portal lends answer no question for who holds a lock. */
static int
lent_fcntl (int fd, int command, ...)
{
  g_autofree char *link = g_strdup_printf ("/proc/self/fd/%d", fd);
  g_autofree char *path = g_file_read_link (link, NULL);
  gpointer argument;
  va_list arguments;

  va_start (arguments, command);
  argument = va_arg (arguments, gpointer);
  va_end (arguments);
  if (command == F_GETLK && path != NULL && g_str_has_prefix (path, lent_place))
    {
      errno = EIO;
      return -1;
    }
  return fcntl (fd, command, argument);
}

static void
test_lent_place (Fixture *f, gconstpointer data)
{
  sqlite3_vfs *vfs = sqlite3_vfs_find (NULL);
  g_autofree char *copy = NULL;
  g_autofree char *restored = g_build_filename (f->copies, "house", NULL);
  g_autoptr (GError) error = NULL;

  lent_place = f->copies;
  g_assert_cmpint (vfs->xSetSystemCall (vfs, "fcntl", (sqlite3_syscall_ptr) lent_fcntl), ==, SQLITE_OK);
  copy = back_up (f);
  vfs->xSetSystemCall (vfs, "fcntl", NULL);
  g_assert_true (hearth_house_restore (copy, restored, NULL, &error));
  g_assert_no_error (error);
}

int
main (int argc, char *argv[])
{
  hearth_test_init (&argc, &argv);
#define ADD(name, function) g_test_add ("/backup/" name, Fixture, NULL, set_up, function, tear_down)
  ADD ("copy", test_copy);
  ADD ("beside-open-store", test_beside_open_store);
  ADD ("links", test_links);
  ADD ("heals", test_heals);
  ADD ("damaged-in-house", test_damaged_in_house);
  ADD ("cancelled", test_cancelled);
  ADD ("keys-closed", test_keys_closed);
  ADD ("cancelled-midway", test_cancelled_midway);
  ADD ("looked-at", test_looked_at);
  ADD ("killed", test_killed);
  ADD ("one-at-a-time", test_one_at_a_time);
  ADD ("no-house", test_no_house);
  ADD ("restore", test_restore);
  ADD ("restore-onto", test_restore_onto);
  ADD ("restore-damaged", test_restore_damaged);
  ADD ("forged-manifest", test_forged_manifest);
  ADD ("leading-out", test_leading_out);
  ADD ("counts-bound", test_counts_bound);
  ADD ("newest", test_newest);
  ADD ("lent-place", test_lent_place);
  return g_test_run ();
}

/* SPDX-License-Identifier: GPL-3.0-or-later
 * Many copies in one place: which go, one set aside; and trying one out.
 */
#include "fixtures/fixtures.h"
#include "fixtures/house.h"
#include "store/attachment.h"
#include "store/audit.h"
#include "store/backup-manifest.h"
#include "store/copies.h"
#include "store/people.h"

#include <fcntl.h>
#include <glib/gstdio.h>
#include <string.h>
#include <sys/file.h>
#include <sys/stat.h>
#include <sys/wait.h>
#include <unistd.h>

/* --- a house and its copies ---------------------------------------------------------------- */

typedef struct {
  HearthTestHouse *house;
  HearthTestFolder *copies;
  HearthRecord *mali;
} Fixture;

static void
attach (Fixture *f, const char *text)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GBytes) content = g_bytes_new (text, strlen (text));
  g_autoptr (HearthAttachment) attachment =
    hearth_store_add_attachment (f->house->store, hearth_record_get_id (f->mali), "letter.txt", "text/plain",
                                 NULL, content, &error);

  g_assert_no_error (error);
}

static void
set_up (Fixture *f, gconstpointer data)
{
  f->house = hearth_test_house_new ();
  f->copies = hearth_test_folder_new ();
  f->mali = hearth_test_house_add_resident (f->house, "Mali");
  attach (f, "A letter");
}

static void
tear_down (Fixture *f, gconstpointer data)
{
  g_clear_object (&f->mali);
  hearth_test_house_free (f->house);
  hearth_test_folder_remove (f->copies);
}

static char *
back_up (HearthTestHouse *house, const char *place, HearthCopyReason why)
{
  g_autoptr (GError) error = NULL;
  char *copy = NULL;

  hearth_house_backup (house->folder, house->keyring, place, why, &copy, NULL, NULL, NULL, &error);
  g_assert_no_error (error);
  return copy;
}

/** A copy that says it was made at @time, which only its manifest does. */
static void
make_copy_of (Fixture *f, const char *time, HearthCopyReason why)
{
  g_autofree char *copy = back_up (f->house, f->copies, why);
  g_autoptr (GError) error = NULL;
  g_autoptr (HearthManifest) manifest = hearth_manifest_read (copy, &error);
  g_autofree char *path = g_build_filename (copy, HEARTH_MANIFEST_NAME, NULL);
  g_autofree char *named = g_build_filename (f->copies, time, NULL);
  g_autofree char *json = NULL;

  g_assert_no_error (error);
  g_set_str (&manifest->made_at, time);
  json = hearth_manifest_to_json (manifest);
  g_assert_true (g_file_set_contents (path, json, -1, NULL));
  g_assert_cmpint (g_rename (copy, named), ==, 0);
}

static const char *
house_id (Fixture *f)
{
  return hearth_keyring_get_house_id (f->house->keyring);
}

/** The names in the place, in order, are @expected, with ' ' between. */
static void
assert_names (const char *place, const char *expected)
{
  g_autoptr (GDir) dir = g_dir_open (place, 0, NULL);
  g_autoptr (GPtrArray) names = g_ptr_array_new_null_terminated (0, g_free, true);
  g_autofree char *all = NULL;
  const char *name;

  while (dir != NULL && (name = g_dir_read_name (dir)) != NULL)
    g_ptr_array_add (names, g_strdup (name));
  g_ptr_array_sort_values (names, (GCompareFunc) strcmp);
  all = g_strjoinv (" ", (GStrv) names->pdata);
  g_assert_cmpstr (all, ==, expected);
}

static guint
count_entries (const char *place)
{
  g_autoptr (GDir) dir = g_dir_open (place, 0, NULL);
  guint n = 0;

  while (dir != NULL && g_dir_read_name (dir) != NULL)
    n++;
  return n;
}

static void
flip (const char *copy, const char *name, goffset at)
{
  g_autofree char *path = g_build_filename (copy, name, NULL);
  g_autofree char *bytes = NULL;
  g_autoptr (GError) error = NULL;
  gsize length = 0;

  g_file_get_contents (path, &bytes, &length, &error);
  g_assert_no_error (error);
  bytes[at < 0 ? (goffset) length + at : at] ^= 1;
  g_unlink (path);
  g_file_set_contents (path, bytes, (gssize) length, &error);
  g_assert_no_error (error);
}

static void
test_list (Fixture *f, gconstpointer data)
{
  g_autoptr (HearthTestHouse) other = hearth_test_house_new ();
  g_autofree char *foreign = back_up (other, f->copies, HEARTH_COPY_ASKED);
  g_autofree char *unfinished = g_build_filename (f->copies, ".partial-20260301T000000Z", NULL);
  g_autofree char *short_db = NULL;
  g_autofree char *gone = g_build_filename (f->copies, "not-there", NULL);
  g_autoptr (GPtrArray) copies = NULL, all = NULL, none = NULL;
  static const char *const expected[] = { "2026-03-03T12:00:00Z", "2026-03-02T12:00:00Z",
                                          "2026-03-01T12:00:00Z" };
  static const HearthCopyReason reasons[] = { HEARTH_COPY_SCHEDULED, HEARTH_COPY_BEFORE_ROTATION,
                                              HEARTH_COPY_BEFORE_MIGRATION };

  make_copy_of (f, "2026-03-02T12:00:00Z", HEARTH_COPY_BEFORE_ROTATION);
  make_copy_of (f, "2026-03-03T12:00:00Z", HEARTH_COPY_SCHEDULED);
  make_copy_of (f, "2026-03-01T12:00:00Z", HEARTH_COPY_BEFORE_MIGRATION);
  make_copy_of (f, "2026-03-04T12:00:00Z", HEARTH_COPY_ASKED);
  short_db = g_build_filename (f->copies, "2026-03-04T12:00:00Z", "house.db", NULL);
  g_assert_cmpint (truncate (short_db, 4096), ==, 0);
  g_assert_cmpint (g_mkdir (unfinished, 0700), ==, 0);

  copies = hearth_copies_list (f->copies, house_id (f), f->house->keyring);
  g_assert_cmpuint (copies->len, ==, 3);
  for (guint i = 0; i < 3; i++)
    {
      const HearthCopy *copy = g_ptr_array_index (copies, i);

      g_assert_cmpstr (copy->made_at, ==, expected[i]);
      g_assert_cmpint ((int) copy->why, ==, (int) reasons[i]);
    }
  all = hearth_copies_list (f->copies, NULL, NULL);
  g_assert_cmpuint (all->len, ==, 4);
  none = hearth_copies_list (gone, NULL, NULL);
  g_assert_cmpuint (none->len, ==, 0);
}

/* Copies of the first form, before the manifest said why, are copies like others. */
static void
test_first_form (Fixture *f, gconstpointer data)
{
  g_autofree char *copy = back_up (f->house, f->copies, HEARTH_COPY_BEFORE_ROTATION);
  g_autoptr (GError) error = NULL;
  g_autoptr (HearthManifest) manifest = hearth_manifest_read (copy, &error);
  g_autoptr (GHashTable) counts = hearth_manifest_open_counts (manifest, f->house->keyring, &error);
  g_autofree char *path = g_build_filename (copy, HEARTH_MANIFEST_NAME, NULL);
  g_autofree char *json = NULL;
  g_autoptr (HearthDrill) drill = NULL;
  g_autoptr (HearthCopy) found = NULL;

  g_assert_no_error (error);
  manifest->version = 1;
  g_assert_true (hearth_manifest_seal_counts (manifest, f->house->keyring, counts, &error));
  json = hearth_manifest_to_json (manifest);
  g_assert_null (strstr (json, "why"));
  g_assert_true (g_file_set_contents (path, json, -1, NULL));
  found = hearth_copy_find_newest (f->copies, house_id (f), f->house->keyring);
  g_assert_cmpint ((int) found->why, ==, (int) HEARTH_COPY_ASKED);
  g_assert_cmpint (found->records, ==, 3);
  drill = hearth_house_drill (NULL, f->house->keyring, copy, NULL, NULL, NULL, &error);
  g_assert_no_error (error);
}

/* "before-rotation" cannot be made of "scheduled", nor the other way round, without the counts telling. */
static void
test_why_is_bound (Fixture *f, gconstpointer data)
{
  g_autofree char *copy = back_up (f->house, f->copies, HEARTH_COPY_BEFORE_ROTATION);
  g_autoptr (GError) error = NULL;
  g_autoptr (HearthManifest) manifest = hearth_manifest_read (copy, &error);
  g_autoptr (GHashTable) counts = NULL;

  manifest->why = HEARTH_COPY_SCHEDULED;
  counts = hearth_manifest_open_counts (manifest, f->house->keyring, &error);
  g_assert_null (counts);
  g_assert_error (error, HEARTH_STORE_ERROR, HEARTH_STORE_ERROR_CORRUPT);
}

/* --- thinning ------------------------------------------------------------------------------- */

static void
test_thin (Fixture *f, gconstpointer data)
{
  g_autoptr (HearthTestHouse) other = hearth_test_house_new ();
  g_autofree char *foreign = back_up (other, f->copies, HEARTH_COPY_ASKED);
  g_autofree char *foreign_name = g_path_get_basename (foreign);
  g_autofree char *stray = g_build_filename (f->copies, "2026-03-05T08:00:00Z-letters", NULL);
  g_autofree char *expected = NULL;
  g_autoptr (GError) error = NULL;

  make_copy_of (f, "2026-03-10T12:00:00Z", HEARTH_COPY_SCHEDULED);
  make_copy_of (f, "2026-03-05T12:00:00Z", HEARTH_COPY_SCHEDULED);
  make_copy_of (f, "2026-03-05T11:00:00Z", HEARTH_COPY_SCHEDULED);
  make_copy_of (f, "2026-03-05T10:00:00Z", HEARTH_COPY_BEFORE_ROTATION);
  make_copy_of (f, "2026-03-05T09:00:00Z", HEARTH_COPY_ASKED);
  g_assert_cmpint (g_mkdir (stray, 0700), ==, 0);
  hearth_copies_thin (f->copies, house_id (f), "2026-03-10T12:30:00Z", &error);
  g_assert_no_error (error);
  expected = g_strjoin (" ", "2026-03-05T08:00:00Z-letters", "2026-03-05T10:00:00Z", "2026-03-05T12:00:00Z",
                        "2026-03-10T12:00:00Z", foreign_name, NULL);
  assert_names (f->copies, expected);
  /* The file that the thinned copies shared with the others is still there. */
  {
    g_autofree char *left = g_build_filename (f->copies, "2026-03-05T12:00:00Z", NULL);
    g_autofree char *target = g_build_filename (f->copies, "restored", NULL);

    g_assert_true (hearth_house_restore (left, target, NULL, &error));
    g_assert_no_error (error);
  }
}

static void
test_thin_refused (Fixture *f, gconstpointer data)
{
  g_autofree char *gone = g_build_filename (f->copies, "not-there", NULL);
  g_autoptr (GError) error = NULL;
  g_autofd int fd = -1;

  make_copy_of (f, "2026-03-05T12:00:00Z", HEARTH_COPY_SCHEDULED);
  make_copy_of (f, "2026-03-05T11:00:00Z", HEARTH_COPY_SCHEDULED);
  g_assert_false (hearth_copies_thin (gone, house_id (f), "2026-03-10T12:30:00Z", &error));
  g_assert_error (error, HEARTH_STORE_ERROR, HEARTH_STORE_ERROR_NOT_FOUND);
  g_clear_error (&error);
  fd = open (f->copies, O_RDONLY | O_DIRECTORY);
  g_assert_cmpint (flock (fd, LOCK_EX), ==, 0);
  g_assert_false (hearth_copies_thin (f->copies, house_id (f), "2026-03-10T12:30:00Z", &error));
  g_assert_error (error, HEARTH_STORE_ERROR, HEARTH_STORE_ERROR_LOCKED);
  g_assert_cmpuint (count_entries (f->copies), ==, 2);
}

static void
test_set_aside (Fixture *f, gconstpointer data)
{
  g_autofree char *first = NULL, *second = NULL, *second_again = NULL, *third = NULL;
  g_autoptr (GError) error = NULL;
  g_autoptr (HearthCopy) newest = NULL;

  make_copy_of (f, "a", HEARTH_COPY_ASKED);
  make_copy_of (f, "b", HEARTH_COPY_ASKED);
  first = g_build_filename (f->copies, "a", NULL);
  second = g_build_filename (f->copies, "b", NULL);
  second_again = g_strconcat (second, "/", NULL);
  flip (second, "house.db", 5000);
  g_assert_true (hearth_copy_set_aside (second_again, &error));
  g_assert_no_error (error);
  make_copy_of (f, "b", HEARTH_COPY_ASKED);
  g_assert_true (hearth_copy_set_aside (second, &error));
  assert_names (f->copies, "a b.damaged b.damaged-2");
  newest = hearth_copy_find_newest (f->copies, house_id (f), NULL);
  g_assert_cmpstr (newest->path, ==, first);
  g_assert_true (hearth_copies_thin (f->copies, house_id (f), "2030-03-10T12:30:00Z", &error));
  /* Nor is a later copy made of what is in it. */
  third = back_up (f->house, f->copies, HEARTH_COPY_ASKED);
  g_assert_cmpuint (count_entries (f->copies), ==, 4);

  g_assert_false (hearth_copy_set_aside (second, &error));
  g_assert_error (error, HEARTH_STORE_ERROR, HEARTH_STORE_ERROR_NOT_FOUND);
}

/* --- a scheduled copy ---------------------------------------------------------------------------- */

/* Where the stick's folder is not there, none is made on the computer's own disk in its place. */
static void
test_no_place (Fixture *f, gconstpointer data)
{
  g_autofree char *stick = g_build_filename (f->copies, "stick", NULL);
  g_autoptr (GError) error = NULL;

  g_assert_false (hearth_house_backup (f->house->folder, f->house->keyring, stick, HEARTH_COPY_SCHEDULED,
                                       NULL, NULL, NULL, NULL, &error));
  g_assert_error (error, HEARTH_STORE_ERROR, HEARTH_STORE_ERROR_NOT_FOUND);
  g_assert_cmpuint (count_entries (f->copies), ==, 0);
}

static char *
find_file (const char *copy)
{
  g_autofree char *files = g_build_filename (copy, "files", NULL);
  g_autoptr (GDir) dir = g_dir_open (files, 0, NULL);

  return g_build_filename ("files", g_dir_read_name (dir), NULL);
}

static void
assert_whole (Fixture *f, const char *copy, bool whole)
{
  g_autofree char *target = g_build_filename (f->copies, "restored", NULL);
  bool restored = hearth_house_restore (copy, target, NULL, NULL);

  g_assert_true (restored == whole);
  if (restored)
    hearth_test_folder_remove (g_steal_pointer (&target));
}

/* A file that rotted in the last copy is linked on until the next day, or until somebody asks for a copy. */
static void
test_read_once_a_day (Fixture *f, gconstpointer data)
{
  g_autoptr (GDateTime) yesterday = NULL;
  g_autoptr (GDateTime) now = g_date_time_new_now_utc ();
  g_autofree char *first = back_up (f->house, f->copies, HEARTH_COPY_SCHEDULED);
  g_autofree char *second = NULL, *asked = NULL, *third = NULL, *file = find_file (first);
  g_autofree char *path = NULL, *json = NULL;
  g_autoptr (HearthManifest) manifest = NULL;

  flip (first, file, 20);
  second = back_up (f->house, f->copies, HEARTH_COPY_SCHEDULED);
  if (g_date_time_get_hour (now) < 23) /* not over midnight */
    assert_whole (f, second, false);
  asked = back_up (f->house, f->copies, HEARTH_COPY_ASKED);
  assert_whole (f, asked, true);

  flip (asked, file, 20);
  manifest = hearth_manifest_read (asked, NULL);
  yesterday = g_date_time_add_days (now, -1);
  g_free (manifest->made_at);
  manifest->made_at = g_date_time_format (yesterday, "%Y-%m-%dT%H:%M:%SZ");
  json = hearth_manifest_to_json (manifest);
  path = g_build_filename (asked, HEARTH_MANIFEST_NAME, NULL);
  g_assert_true (g_file_set_contents (path, json, -1, NULL));
  third = back_up (f->house, f->copies, HEARTH_COPY_SCHEDULED);
  assert_whole (f, third, true);
}

/* One that is missing or shorter is copied again at any time. */
static void
test_missing_in_earlier (Fixture *f, gconstpointer data)
{
  g_autofree char *first = back_up (f->house, f->copies, HEARTH_COPY_SCHEDULED);
  g_autofree char *file = find_file (first);
  g_autofree char *path = g_build_filename (first, file, NULL);
  g_autofree char *second = NULL, *third = NULL, *second_path = NULL;

  g_assert_cmpint (g_unlink (path), ==, 0);
  second = back_up (f->house, f->copies, HEARTH_COPY_SCHEDULED);
  assert_whole (f, second, true);
  second_path = g_build_filename (second, file, NULL);
  g_assert_cmpint (truncate (second_path, 10), ==, 0);
  third = back_up (f->house, f->copies, HEARTH_COPY_SCHEDULED);
  assert_whole (f, third, true);
}

/** Takes the place away once a part is done, as somebody does who pulls out the stick. */
typedef struct {
  const char *place;
  char *elsewhere;
  double when;
} Pull;

static void
pull_cb (double fraction, gpointer user_data)
{
  Pull *pull = user_data;

  if (fraction >= pull->when && g_file_test (pull->place, G_FILE_TEST_EXISTS))
    g_assert_cmpint (g_rename (pull->place, pull->elsewhere), ==, 0);
}

static void
test_pulled_out (Fixture *f, gconstpointer data)
{
  static const double moments[] = { 0.1, 0.6, 0.7 };
  g_autofree char *stick = g_build_filename (f->copies, "stick", NULL);
  g_autofree char *elsewhere = g_build_filename (f->copies, "elsewhere", NULL);

  for (gsize i = 0; i < G_N_ELEMENTS (moments); i++)
    {
      Pull pull = { .place = stick, .elsewhere = elsewhere, .when = moments[i] };
      g_autoptr (GError) error = NULL;
      g_autofree char *sentence = NULL;
      g_autofree char *copy = NULL;

      g_assert_cmpint (g_mkdir (stick, 0700), ==, 0);
      g_assert_false (hearth_house_backup (f->house->folder, f->house->keyring, stick, HEARTH_COPY_SCHEDULED,
                                           NULL, pull_cb, &pull, NULL, &error));
      g_assert_error (error, HEARTH_STORE_ERROR, HEARTH_STORE_ERROR_NOT_FOUND);
      sentence = hearth_copy_error_to_sentence (error);
      g_assert_nonnull (strstr (sentence, "Plug in"));
      /* Put in again: what was begun is cleared away by the next copy. */
      g_assert_cmpint (g_rename (elsewhere, stick), ==, 0);
      copy = back_up (f->house, stick, HEARTH_COPY_SCHEDULED);
      g_assert_cmpuint (count_entries (stick), ==, 1);
      g_assert_cmpint (g_rename (stick, elsewhere), ==, 0);
      hearth_test_folder_remove (g_strdup (elsewhere));
    }
}

/* --- trying out ------------------------------------------------------------------------------------ */

static void
progress_cb (double fraction, gpointer user_data)
{
  double *last = user_data;

  g_assert_cmpfloat (fraction, >=, *last);
  g_assert_cmpfloat (fraction, <=, 1);
  *last = fraction;
}

static void
test_drill (Fixture *f, gconstpointer data)
{
  g_autofree char *copy = NULL;
  g_autofree char *anchor = NULL;
  g_autoptr (GError) error = NULL;
  g_autoptr (HearthDrill) drill = NULL;
  g_autoptr (HearthDrill) alone = NULL;
  g_autoptr (HearthRecord) later = NULL;
  double last = -1;

  anchor = hearth_store_dup_anchor (f->house->store);
  copy = back_up (f->house, f->copies, HEARTH_COPY_ASKED);
  hearth_clock_set_fixed (f->house->clock, "2026-03-01T16:30:00+07:00");
  later = hearth_test_house_add_resident (f->house, "Noi");
  drill = hearth_house_drill (f->house->folder, f->house->keyring, copy, progress_cb, &last, NULL, &error);
  g_assert_no_error (error);
  g_assert_cmpint (drill->records, ==, 3);
  g_assert_cmpint (drill->records_now, ==, 4);
  g_assert_cmpstr (drill->last_entry, ==, "2026-03-01T07:30:00Z+07:00");
  g_assert_cmpstr (drill->last_entry_now, ==, "2026-03-01T09:30:00Z+07:00");
  g_assert_cmpint (drill->files, ==, 1);
  g_assert_cmpstr (drill->anchor, ==, anchor);
  g_assert_cmpuint (strlen (drill->made_at), ==, strlen ("2026-03-01T07:30:00Z"));
  g_assert_cmpfloat (last, >, 0.4);
  g_assert_cmpuint (count_entries (f->copies), ==, 1);

  alone = hearth_house_drill (NULL, f->house->keyring, copy, NULL, NULL, NULL, &error);
  g_assert_no_error (error);
  g_assert_cmpint (alone->records_now, ==, -1);
  g_assert_cmpstr (alone->last_entry_now, ==, "");
}

static void
assert_drill_fails (Fixture *f, const char *copy, int code)
{
  g_autoptr (GError) error = NULL;
  guint before = count_entries (f->copies);
  HearthDrill *drill =
    hearth_house_drill (f->house->folder, f->house->keyring, copy, NULL, NULL, NULL, &error);
  g_autofree char *sentence = NULL;

  g_assert_null (drill);
  g_assert_error (error, HEARTH_STORE_ERROR, code);
  g_assert_cmpuint (count_entries (f->copies), ==, before);
  sentence = hearth_copy_error_to_sentence (error);
  g_test_message ("%s", sentence);
  g_assert_true (g_str_has_suffix (sentence, "."));
}

static void
test_drill_damaged (Fixture *f, gconstpointer data)
{
  static const struct {
    const char *name;
    goffset at;
  } places[] = { { "house.db", 40 },   { "house.db", 9000 },        { "house.db", -100 },
                 { "house.keys", 30 }, { HEARTH_MANIFEST_NAME, 3 }, { HEARTH_MANIFEST_NAME, 300 } };

  for (gsize i = 0; i < G_N_ELEMENTS (places); i++)
    {
      g_autofree char *copy = back_up (f->house, f->copies, HEARTH_COPY_ASKED);

      flip (copy, places[i].name, places[i].at);
      assert_drill_fails (f, copy, HEARTH_STORE_ERROR_CORRUPT);
      g_assert_true (hearth_copy_set_aside (copy, NULL));
    }
}

/* Whoever can write a manifest that fits the files cannot write the house anew for all that. */
static void
test_drill_forged (Fixture *f, gconstpointer data)
{
  g_autofree char *copy = back_up (f->house, f->copies, HEARTH_COPY_ASKED);
  g_autofree char *older = NULL;
  g_autoptr (HearthRecord) later = hearth_test_house_add_resident (f->house, "Noi");
  g_autofree char *newer = back_up (f->house, f->copies, HEARTH_COPY_ASKED);
  g_autofree char *from = g_build_filename (copy, "house.db", NULL);
  g_autofree char *to = g_build_filename (newer, "house.db", NULL);
  g_autofree char *path = g_build_filename (newer, HEARTH_MANIFEST_NAME, NULL);
  g_autofree char *json = NULL;
  g_autoptr (GError) error = NULL;
  g_autoptr (HearthManifest) manifest = hearth_manifest_read (newer, &error);
  g_autoptr (HearthManifest) old_manifest = hearth_manifest_read (copy, &error);
  HearthManifestFile *db = g_hash_table_lookup (manifest->by_name, "house.db");

  /* The newest copy with the database of an earlier one. */
  db->digest = hearth_manifest_lookup_file (old_manifest, "house.db")->digest;
  json = hearth_manifest_to_json (manifest);
  g_assert_true (g_file_set_contents (path, json, -1, NULL));
  g_assert_cmpint (g_unlink (to), ==, 0);
  g_assert_cmpint (link (from, to), ==, 0);
  assert_drill_fails (f, newer, HEARTH_STORE_ERROR_CORRUPT);
}

static void
test_drill_other_house (Fixture *f, gconstpointer data)
{
  g_autoptr (HearthTestHouse) other = hearth_test_house_new ();
  g_autofree char *copy = back_up (other, f->copies, HEARTH_COPY_ASKED);
  g_autofree char *gone = g_build_filename (f->copies, "not-there", NULL);

  assert_drill_fails (f, copy, HEARTH_STORE_ERROR_OTHER_HOUSE);
  assert_drill_fails (f, f->copies, HEARTH_STORE_ERROR_NOT_A_HOUSE);
  assert_drill_fails (f, gone, HEARTH_STORE_ERROR_NOT_FOUND);
}

/* What was copied under the key of before opens to whoever has that, and the present keyring has it not. */
static void
test_drill_before_rotation (Fixture *f, gconstpointer data)
{
  g_autofree char *copy = back_up (f->house, f->copies, HEARTH_COPY_BEFORE_ROTATION);
  g_autofree char *later = NULL;
  g_autoptr (GError) error = NULL;
  g_autoptr (HearthDrill) drill = NULL;

  hearth_store_close (f->house->store);
  hearth_house_rotate (f->house->folder, f->house->keyring, NULL, NULL, NULL, &error);
  g_assert_no_error (error);
  assert_drill_fails (f, copy, HEARTH_STORE_ERROR_EARLIER_KEY);
  later = back_up (f->house, f->copies, HEARTH_COPY_ASKED);
  drill = hearth_house_drill (f->house->folder, f->house->keyring, later, NULL, NULL, NULL, &error);
  g_assert_no_error (error);
}

/* Somebody who came to the house after the copy was made may try it out. */
static void
test_drill_by_a_newcomer (Fixture *f, gconstpointer data)
{
  g_autofree char *copy = back_up (f->house, f->copies, HEARTH_COPY_ASKED);
  g_autoptr (GError) error = NULL;
  g_autoptr (HearthDrill) drill = NULL;

  hearth_test_house_add_person (f->house, "tom", "house-manager");
  hearth_test_house_open (f->house, "tom", HEARTH_TEST_PASSWORD);
  drill = hearth_house_drill (f->house->folder, f->house->keyring, copy, NULL, NULL, NULL, &error);
  g_assert_no_error (error);
}

/* A file that was damaged when the copy was made is known, and tells nothing against the copy. */
static void
test_drill_known_damage (Fixture *f, gconstpointer data)
{
  g_autofree char *files = g_build_filename (f->house->folder, "files", NULL);
  g_autoptr (GDir) dir = g_dir_open (files, 0, NULL);
  g_autofree char *copy = NULL;
  g_autoptr (GError) error = NULL;
  g_autoptr (HearthDrill) drill = NULL;

  flip (files, g_dir_read_name (dir), 20);
  g_test_expect_message ("hearth-store", G_LOG_LEVEL_MESSAGE, "*damaged in the house*");
  copy = back_up (f->house, f->copies, HEARTH_COPY_ASKED);
  g_test_assert_expected_messages ();
  drill = hearth_house_drill (f->house->folder, f->house->keyring, copy, NULL, NULL, NULL, &error);
  g_assert_no_error (error);
  g_assert_cmpint (drill->files, ==, 0);
}

static void
test_drill_cancelled (Fixture *f, gconstpointer data)
{
  g_autofree char *copy = back_up (f->house, f->copies, HEARTH_COPY_ASKED);
  g_autoptr (GCancellable) cancellable = g_cancellable_new ();
  g_autoptr (GError) error = NULL;

  g_cancellable_cancel (cancellable);
  g_assert_null (hearth_house_drill (f->house->folder, f->house->keyring, copy, NULL, NULL, cancellable,
                                     &error));
  g_assert_error (error, HEARTH_STORE_ERROR, HEARTH_STORE_ERROR_CANCELLED);
  g_assert_cmpuint (count_entries (f->copies), ==, 1);
}

static void
kill_cb (double fraction, gpointer user_data)
{
  if (fraction >= *(double *) user_data)
    kill (getpid (), SIGKILL);
}

/** A drill that is killed half-way; what it left is in the place. */
static void
drill_and_die (Fixture *f, const char *copy)
{
  pid_t child = fork ();
  int status = 0;

  if (child == 0)
    {
      double moment = 0.4;

      hearth_house_drill (f->house->folder, f->house->keyring, copy, kill_cb, &moment, NULL, NULL);
      _exit (1);
    }
  g_assert_cmpint (waitpid (child, &status, 0), ==, child);
  g_assert_true (WIFSIGNALED (status));
  g_assert_cmpuint (count_entries (f->copies), ==, 2);
}

static void
test_drill_killed (Fixture *f, gconstpointer data)
{
  g_autofree char *copy = back_up (f->house, f->copies, HEARTH_COPY_ASKED);
  g_autofree char *second = NULL;
  g_autoptr (GError) error = NULL;
  g_autoptr (HearthDrill) drill = NULL;

  hearth_store_close (f->house->store);
  drill_and_die (f, copy);
  hearth_drill_sweep (f->copies);
  g_assert_cmpuint (count_entries (f->copies), ==, 1);

  drill_and_die (f, copy);
  drill = hearth_house_drill (f->house->folder, f->house->keyring, copy, NULL, NULL, NULL, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (count_entries (f->copies), ==, 1);

  drill_and_die (f, copy);
  second = back_up (f->house, f->copies, HEARTH_COPY_ASKED);
  g_assert_cmpuint (count_entries (f->copies), ==, 2);
}

/* One that goes on is not swept away, and at the next start what lies beside the house is. */
static void
test_sweep (Fixture *f, gconstpointer data)
{
  g_autofree char *parent = g_path_get_dirname (f->house->folder);
  g_autofree char *left = g_build_filename (parent, ".hearth-drill-left00", NULL);
  g_autofree char *busy = g_build_filename (parent, ".hearth-drill-busy00", NULL);
  g_autofree char *inside = g_build_filename (left, "house", NULL);
  g_autofd int fd = -1;

  g_assert_cmpint (g_mkdir_with_parents (inside, 0700), ==, 0);
  g_assert_cmpint (g_mkdir (busy, 0700), ==, 0);
  fd = open (busy, O_RDONLY | O_DIRECTORY);
  g_assert_cmpint (flock (fd, LOCK_EX), ==, 0);
  hearth_test_house_open (f->house, HEARTH_TEST_USER, HEARTH_TEST_PASSWORD);
  g_assert_false (g_file_test (left, G_FILE_TEST_EXISTS));
  g_assert_true (g_file_test (busy, G_FILE_TEST_EXISTS));
  g_clear_fd (&fd, NULL);
  hearth_drill_sweep (parent);
  g_assert_false (g_file_test (busy, G_FILE_TEST_EXISTS));
}

static void
test_drill_pulled_out (Fixture *f, gconstpointer data)
{
  g_autofree char *stick = g_build_filename (f->copies, "stick", NULL);
  g_autofree char *elsewhere = g_build_filename (f->copies, "elsewhere", NULL);
  g_autofree char *copy = back_up (f->house, stick, HEARTH_COPY_ASKED);
  /* When it was put back, and before it is looked at. */
  Pull pull = { .place = stick, .elsewhere = elsewhere, .when = 0.4 };
  g_autoptr (GError) error = NULL;

  g_assert_null (hearth_house_drill (f->house->folder, f->house->keyring, copy, pull_cb, &pull, NULL,
                                     &error));
  g_assert_error (error, HEARTH_STORE_ERROR, HEARTH_STORE_ERROR_NOT_FOUND);
  g_assert_cmpint (g_rename (elsewhere, stick), ==, 0);
  hearth_drill_sweep (stick);
  g_assert_cmpuint (count_entries (stick), ==, 1);
}

int
main (int argc, char *argv[])
{
  hearth_test_init (&argc, &argv);
#define ADD(name, function) g_test_add ("/copies/" name, Fixture, NULL, set_up, function, tear_down)
  ADD ("list", test_list);
  ADD ("first-form", test_first_form);
  ADD ("why-is-bound", test_why_is_bound);
  ADD ("thin", test_thin);
  ADD ("thin-refused", test_thin_refused);
  ADD ("set-aside", test_set_aside);
  ADD ("no-place", test_no_place);
  ADD ("pulled-out", test_pulled_out);
  ADD ("read-once-a-day", test_read_once_a_day);
  ADD ("missing-in-earlier", test_missing_in_earlier);
  ADD ("drill", test_drill);
  ADD ("drill-damaged", test_drill_damaged);
  ADD ("drill-forged", test_drill_forged);
  ADD ("drill-other-house", test_drill_other_house);
  ADD ("drill-before-rotation", test_drill_before_rotation);
  ADD ("drill-by-a-newcomer", test_drill_by_a_newcomer);
  ADD ("drill-known-damage", test_drill_known_damage);
  ADD ("drill-cancelled", test_drill_cancelled);
  ADD ("drill-killed", test_drill_killed);
  ADD ("sweep", test_sweep);
  ADD ("drill-pulled-out", test_drill_pulled_out);
  return g_test_run ();
}

/* SPDX-License-Identifier: GPL-3.0-or-later
 * A disk that is full or fails at any one call while files are written: nothing is left, and the reason is told.
 */
#include "fixtures/faults.h"
#include "fixtures/fixtures.h"
#include "fixtures/house.h"
#include "store/attachment.h"
#include "store/copies.h"

#include <errno.h>
#include <glib/gstdio.h>

/** What one attempt is: true when it worked. */
typedef bool (*AttemptFunc) (HearthTestHouse *house, const char *place, GError **error);

static const char *resident;

static guint
count_entries (const char *folder)
{
  g_autoptr (GDir) dir = g_dir_open (folder, 0, NULL);
  guint n = 0;

  while (dir && g_dir_read_name (dir))
    n++;
  return n;
}

static GBytes *
make_content (void)
{
  return g_bytes_new_take (g_strnfill (150000, 'a'), 150000);
}

static bool
attach (HearthTestHouse *house, const char *place, GError **error)
{
  g_autoptr (GBytes) content = make_content ();
  g_autoptr (HearthAttachment) attachment =
    hearth_store_add_attachment (house->store, resident, "letter.txt", "text/plain", NULL, content, error);

  return attachment != NULL;
}

static bool
back_up (HearthTestHouse *house, const char *place, GError **error)
{
  return hearth_house_backup (house->folder, house->keyring, place, HEARTH_COPY_ASKED, NULL, NULL, NULL, NULL,
                              error);
}

/** Restores the one copy in @place/copies to @place/house. */
static bool
restore (HearthTestHouse *house, const char *place, GError **error)
{
  g_autofree char *copies = g_build_filename (place, "copies", NULL);
  g_autofree char *target = g_build_filename (place, "house", NULL);
  g_autoptr (GDir) dir = g_dir_open (copies, 0, NULL);
  g_autofree char *copy = g_build_filename (copies, g_dir_read_name (dir), NULL);

  return hearth_house_restore (copy, target, NULL, error);
}

/** Lets each call fail in turn until none is left; @folder has @n_entries each time. Returns how many failed. */
static guint
fail_each (HearthTestHouse *house,
           AttemptFunc attempt,
           const char *place,
           const char *folder,
           guint n_entries,
           int code)
{
  const int expected = code == ENOSPC ? HEARTH_STORE_ERROR_FULL : HEARTH_STORE_ERROR_IO;
  guint n = 0;
  bool done = false;

  while (!done)
    {
      g_autoptr (GError) error = NULL;

      faults_arm (n + 1, code);
      done = attempt (house, place, &error);
      if (faults_disarm () == FAULT_NONE)
        {
          g_assert_no_error (error);
          g_assert_true (done);
          break;
        }
      g_assert_false (done);
      g_assert_error (error, HEARTH_STORE_ERROR, expected);
      g_assert_cmpuint (count_entries (folder), ==, n_entries);
      n++;
      /* A store that met a failing disk writes nothing more until it is opened again. */
      hearth_test_house_open (house, HEARTH_TEST_USER, HEARTH_TEST_PASSWORD);
    }
  return n;
}

static void
test_attachment (gconstpointer code)
{
  g_autoptr (HearthTestHouse) house = hearth_test_house_new ();
  g_autoptr (HearthRecord) mali = hearth_test_house_add_resident (house, "Mali");
  g_autofree char *id = g_strdup (hearth_record_get_id (mali));
  g_autofree char *files = g_build_filename (house->folder, "files", NULL);

  resident = id;
  /* Magic, header, chunks, sync, rename, sync of the folder. */
  g_assert_cmpuint (fail_each (house, attach, NULL, files, 0, GPOINTER_TO_INT (code)), >=, 7);
  g_assert_cmpuint (count_entries (files), ==, 1);
}

static void
test_backup (gconstpointer code)
{
  g_autoptr (HearthTestHouse) house = hearth_test_house_new ();
  g_autoptr (HearthTestFolder) copies = hearth_test_folder_new ();
  g_autoptr (HearthRecord) mali = hearth_test_house_add_resident (house, "Mali");
  g_autoptr (GError) error = NULL;

  resident = hearth_record_get_id (mali);
  g_assert_true (attach (house, NULL, &error));
  g_assert_cmpuint (fail_each (house, back_up, copies, copies, 0, GPOINTER_TO_INT (code)), >=, 7);
  g_assert_cmpuint (count_entries (copies), ==, 1);
}

static void
test_restore (gconstpointer code)
{
  g_autoptr (HearthTestHouse) house = hearth_test_house_new ();
  g_autoptr (HearthTestFolder) place = hearth_test_folder_new ();
  g_autofree char *copies = g_build_filename (place, "copies", NULL);
  g_autoptr (GError) error = NULL;

  g_assert_true (back_up (house, copies, &error));
  g_assert_cmpuint (fail_each (house, restore, place, place, 1, GPOINTER_TO_INT (code)), >=, 5);
  g_assert_cmpuint (count_entries (place), ==, 2);
}

static char *
find_copy (const char *copies)
{
  g_autoptr (GDir) dir = g_dir_open (copies, 0, NULL);
  const char *name;

  while ((name = g_dir_read_name (dir)) != NULL)
    if (*name != '.')
      return g_build_filename (copies, name, NULL);
  g_assert_not_reached ();
}

/* Beside the copy nothing can be written, or the stick fails; nothing is left in either place. */
static void
test_drill (gconstpointer code)
{
  g_autoptr (HearthTestHouse) house = hearth_test_house_new ();
  g_autoptr (HearthTestFolder) copies = hearth_test_folder_new ();
  g_autoptr (HearthRecord) mali = hearth_test_house_add_resident (house, "Mali");
  g_autofree char *parent = g_path_get_dirname (house->folder);
  g_autofree char *copy = NULL;
  g_autoptr (GError) error = NULL;
  bool falls_back = GPOINTER_TO_INT (code) != EIO;
  guint before, n = 1;

  resident = hearth_record_get_id (mali);
  g_assert_true (attach (house, NULL, &error));
  g_assert_true (back_up (house, copies, &error));
  copy = find_copy (copies);
  before = count_entries (parent);
  for (FaultCall fault = FAULT_WRITE; fault != FAULT_NONE; n++)
    {
      g_autoptr (HearthDrill) drill = NULL;

      g_clear_error (&error);
      faults_arm (n, GPOINTER_TO_INT (code));
      drill = hearth_house_drill (house->folder, house->keyring, copy, NULL, NULL, NULL, &error);
      fault = faults_disarm ();
      if (fault == FAULT_NONE || falls_back)
        g_assert_no_error (error);
      else
        g_assert_error (error, HEARTH_STORE_ERROR, HEARTH_STORE_ERROR_IO);
      g_assert_cmpuint (count_entries (copies), ==, 1);
      g_assert_cmpuint (count_entries (parent), ==, before);
    }
  g_assert_cmpuint (n, >, 5);

  /* Nor beside the house. */
  g_clear_error (&error);
  faults_refuse_writes (GPOINTER_TO_INT (code));
  g_assert_null (hearth_house_drill (house->folder, house->keyring, copy, NULL, NULL, NULL, &error));
  faults_refuse_writes (0);
  g_assert_nonnull (error);
  g_assert_cmpint (error->code, !=, HEARTH_STORE_ERROR_CORRUPT);
  g_assert_cmpuint (count_entries (copies), ==, 1);
  g_assert_cmpuint (count_entries (parent), ==, before);
}

/* A place that can only be read keeps all its copies. */
static void
test_thin_read_only (void)
{
  g_autoptr (HearthTestHouse) house = hearth_test_house_new ();
  g_autoptr (HearthTestFolder) copies = hearth_test_folder_new ();
  const char *id = hearth_keyring_get_house_id (house->keyring);
  g_autoptr (GError) error = NULL;
  g_autofree char *first = NULL;

  for (guint i = 0; i < 3; i++)
    g_assert_true (back_up (house, copies, &error));
  faults_arm (1, EROFS);
  g_assert_false (hearth_copies_thin (copies, id, "2126-03-10T12:00:00Z", &error));
  g_assert_cmpint (faults_disarm (), ==, FAULT_RENAME);
  g_assert_error (error, HEARTH_STORE_ERROR, HEARTH_STORE_ERROR_READ_ONLY);
  g_assert_cmpuint (count_entries (copies), ==, 3);
  g_clear_error (&error);
  first = find_copy (copies);
  faults_arm (1, EROFS);
  g_assert_false (hearth_copy_set_aside (first, &error));
  g_assert_cmpint (faults_disarm (), ==, FAULT_RENAME);
  g_assert_error (error, HEARTH_STORE_ERROR, HEARTH_STORE_ERROR_READ_ONLY);
  g_assert_true (hearth_copies_thin (copies, id, "2126-03-10T12:00:00Z", NULL));
  g_assert_cmpuint (count_entries (copies), ==, 1);
}

int
main (int argc, char *argv[])
{
  hearth_test_init (&argc, &argv);
  g_test_add_data_func ("/files-full/attachment/full", GINT_TO_POINTER (ENOSPC), test_attachment);
  g_test_add_data_func ("/files-full/attachment/failing", GINT_TO_POINTER (EIO), test_attachment);
  g_test_add_data_func ("/files-full/backup/full", GINT_TO_POINTER (ENOSPC), test_backup);
  g_test_add_data_func ("/files-full/backup/failing", GINT_TO_POINTER (EIO), test_backup);
  g_test_add_data_func ("/files-full/restore/full", GINT_TO_POINTER (ENOSPC), test_restore);
  g_test_add_data_func ("/files-full/restore/failing", GINT_TO_POINTER (EIO), test_restore);
  g_test_add_data_func ("/files-full/drill/full", GINT_TO_POINTER (ENOSPC), test_drill);
  g_test_add_data_func ("/files-full/drill/read-only", GINT_TO_POINTER (EROFS), test_drill);
  g_test_add_data_func ("/files-full/drill/failing", GINT_TO_POINTER (EIO), test_drill);
  g_test_add_func ("/files-full/thin-read-only", test_thin_read_only);
  return g_test_run ();
}

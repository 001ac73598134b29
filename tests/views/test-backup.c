/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copies from the window: a real one, where there is none yet, no stick, stopped, and who may not.
 */
#include <errno.h>
#include <glib/gstdio.h>

#include "app/backup-place.h"
#include "app/place-row.h"
#include "fixtures/faults.h"
#include "store/audit.h"
#include "store/backup.h"
#include "views/drive.h"

#define DONE "The copy is made and checked"

static bool
says (Drive *drive, const char *words)
{
  AdwDialog *dialog = drive_get_dialog (drive);

  return dialog != NULL && drive_find (dialog, GTK_TYPE_LABEL, words) != NULL;
}

static unsigned int
count_children (const char *folder)
{
  g_autoptr (GDir) dir = g_dir_open (folder, 0, NULL);
  unsigned int n = 0;

  while (g_dir_read_name (dir) != NULL)
    n++;
  return n;
}

static char *
describe_last (Drive *drive)
{
  HearthSession *session = hearth_window_get_session (drive->window);

  return hearth_backup_describe_last (hearth_session_get_store (session),
                                      hearth_session_get_keyring (session));
}

static void
test_first_copy (void)
{
  g_autoptr (HearthTestFolder) stick = hearth_test_folder_new ();
  g_autoptr (Drive) drive = drive_new_signed_in ();
  g_autoptr (HearthRecord) resident = drive_add_resident (drive, "Mali");
  g_autoptr (HearthCopy) copy = NULL;
  g_autofree char *last = describe_last (drive);
  gint64 before = drive_get_audit_sequence (drive);

  g_assert_nonnull (strstr (last, "no copy yet"));
  drive_activate (drive, "win.back-up", NULL);
  hearth_test_wait_until (says (drive, "Where shall the copy go?"));
  hearth_place_row_set_place (drive_need (drive_get_dialog (drive), HEARTH_TYPE_PLACE_ROW, NULL), stick);
  hearth_test_wait_until (says (drive, DONE));
  g_assert_cmpint (drive_get_audit_sequence (drive), ==, before + 1);

  copy = hearth_copy_find_newest (stick, NULL,
                                  hearth_session_get_keyring (hearth_window_get_session (drive->window)));
  g_assert_nonnull (copy);
  /* The house itself, the director's account and Mali. */
  g_assert_cmpint (copy->records, ==, 3);
  drive_press (drive_get_dialog (drive), "Close");
  g_assert_null (drive_get_dialog (drive));

  /* The place is known now: the next one starts at once. */
  drive_activate (drive, "win.back-up", NULL);
  hearth_test_wait_until (says (drive, DONE));
  g_assert_cmpuint (count_children (stick), ==, 2);
  g_clear_pointer (&last, g_free);
  last = describe_last (drive);
  g_assert_true (g_str_has_prefix (last, "Last checked copy: "));
}

/* What lies in the place counts; out of reach, what is remembered. */
static void
test_not_plugged_in (void)
{
  g_autoptr (HearthTestFolder) stick = hearth_test_folder_new ();
  g_autofree char *away = g_strconcat (stick, "-away", NULL);
  g_autoptr (Drive) drive = drive_new_signed_in ();
  g_autofree char *last = NULL;

  hearth_backup_place_set (drive->house->folder, stick);
  drive_activate (drive, "win.back-up", NULL);
  hearth_test_wait_until (says (drive, DONE));
  drive_press (drive_get_dialog (drive), "Close");

  g_assert_cmpint (g_rename (stick, away), ==, 0);
  drive_activate (drive, "win.back-up", NULL);
  hearth_test_wait_until (says (drive, "No copy was made"));
  /* No folder is made where the stick should be. */
  g_assert_false (g_file_test (stick, G_FILE_TEST_EXISTS));
  last = describe_last (drive);
  g_assert_nonnull (strstr (last, "not plugged in"));

  g_assert_cmpint (g_rename (away, stick), ==, 0);
  drive_press (drive_get_dialog (drive), "Try again");
  hearth_test_wait_until (says (drive, DONE));
}

static void
test_refused_places (void)
{
  g_autoptr (HearthTestFolder) folder = hearth_test_folder_new ();
  g_autofree char *inside = g_build_filename (folder, "files", NULL);
  g_autofree char *beside = g_strconcat (folder, "-beside", NULL);
  g_autofree char *within = NULL, *missing = NULL, *good = NULL;

  g_assert_cmpint (g_mkdir (inside, 0700), ==, 0);
  g_assert_cmpint (g_mkdir (beside, 0700), ==, 0);
  within = hearth_backup_place_refuse (folder, inside);
  g_assert_nonnull (strstr (within, "own folder"));
  good = hearth_backup_place_refuse (folder, beside);
  g_assert_null (good);
  g_assert_true (hearth_backup_place_is_same_disk (folder, beside));
  g_assert_false (hearth_backup_place_is_same_disk (folder, "/proc"));
  g_rmdir (beside);
  missing = hearth_backup_place_refuse (folder, beside);
  g_assert_nonnull (strstr (missing, "cannot be found"));
}

/* Locking over a copy stops it, and nothing of it is left. */
static void
test_stopped (void)
{
  g_autoptr (HearthTestFolder) stick = hearth_test_folder_new ();
  g_autoptr (Drive) drive = drive_new_signed_in ();

  hearth_backup_place_set (drive->house->folder, stick);
  /* Not left to settle: a small house is copied by then. */
  g_assert_true (gtk_widget_activate_action (GTK_WIDGET (drive->window), "win.back-up", NULL));
  hearth_test_wait_until (says (drive, "Making a copy") || says (drive, DONE));
  if (says (drive, "Making a copy"))
    drive_press (drive_get_dialog (drive), "Cancel");
  hearth_test_wait_until (says (drive, "The copy was stopped") || says (drive, DONE));
  if (says (drive, "The copy was stopped"))
    g_assert_cmpuint (count_children (stick), ==, 0);
  drive_press (drive_get_dialog (drive), "Close");

  drive_activate (drive, "win.back-up", NULL);
  drive_activate (drive, "win.lock", NULL);
  g_assert_null (hearth_window_get_session (drive->window));
  drive_need (drive->window, GTK_TYPE_BUTTON, "Sign in");
}

/* Said of the stick, and not of the house; with room again it goes on. */
static void
test_no_room (void)
{
  g_autoptr (HearthTestFolder) stick = hearth_test_folder_new ();
  g_autoptr (Drive) drive = drive_new_signed_in ();

  hearth_backup_place_set (drive->house->folder, stick);
  faults_refuse_writes (ENOSPC);
  drive_activate (drive, "win.back-up", NULL);
  hearth_test_wait_until (says (drive, "There is no room for the copy"));
  faults_refuse_writes (0);
  g_assert_cmpuint (count_children (stick), ==, 0);
  drive_press (drive_get_dialog (drive), "Try again");
  hearth_test_wait_until (says (drive, DONE));
}

static void
test_no_folder (void)
{
  g_autoptr (HearthTestFolder) stick = hearth_test_folder_new ();
  g_autoptr (Drive) drive = drive_new_signed_in ();
  g_autofree char *file = g_build_filename (stick, "file", NULL);

  g_assert_true (g_file_set_contents (file, "x", 1, NULL));
  hearth_backup_place_set (drive->house->folder, file);
  drive_activate (drive, "win.back-up", NULL);
  hearth_test_wait_until (says (drive, "No copy was made"));
  g_assert_cmpuint (count_children (stick), ==, 1);
}

static void
test_who_may_not (void)
{
  HearthTestHouse *house = hearth_test_house_new ();
  g_autoptr (Drive) drive = NULL;

  hearth_test_house_add_person (house, "carer", "duty-carer");
  drive = drive_new_in (house);
  drive_sign_in (drive, "carer", HEARTH_TEST_PASSWORD);
  hearth_test_wait_until (hearth_window_get_session (drive->window) != NULL);
  gtk_widget_activate_action (GTK_WIDGET (drive->window), "win.back-up", NULL);
  g_assert_null (drive_get_dialog (drive));
  drive_activate (drive, "win.search", NULL);
  gtk_editable_set_text (drive_need (drive_get_dialog (drive), GTK_TYPE_SEARCH_ENTRY, NULL), "back up");
  drive_enter (drive_get_dialog (drive));
  g_assert_null (drive_find (drive_get_dialog (drive), ADW_TYPE_ACTION_ROW, "Back up now"));
}

static void
test_times (void)
{
  g_autoptr (HearthClock) clock = hearth_test_clock_new ();
  g_autoptr (GDateTime) now = hearth_clock_now (clock);
  g_autofree char *today = hearth_backup_describe_time ("2026-03-01T01:05:00Z", now);
  g_autofree char *yesterday = hearth_backup_describe_time ("2026-02-28T16:59:00Z", now);
  g_autofree char *before = hearth_backup_describe_time ("2026-02-27T16:59:00Z", now);

  g_assert_true (g_str_has_prefix (today, "today "));
  g_assert_nonnull (strstr (today, "08:05"));
  g_assert_true (g_str_has_prefix (yesterday, "yesterday "));
  g_assert_nonnull (strstr (before, "2026"));
}

int
main (int argc, char *argv[])
{
  drive_init (&argc, &argv);
  g_test_add_func ("/views/backup/first-copy", test_first_copy);
  g_test_add_func ("/views/backup/not-plugged-in", test_not_plugged_in);
  g_test_add_func ("/views/backup/refused-places", test_refused_places);
  g_test_add_func ("/views/backup/stopped", test_stopped);
  g_test_add_func ("/views/backup/no-room", test_no_room);
  g_test_add_func ("/views/backup/no-folder", test_no_folder);
  g_test_add_func ("/views/backup/who-may-not", test_who_may_not);
  g_test_add_func ("/views/backup/times", test_times);
  return g_test_run ();
}

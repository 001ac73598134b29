/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copies: those that somebody asks for, and those that the program makes by itself.
 */
#include <errno.h>
#include <glib/gstdio.h>

#include "app/backup-place.h"
#include "app/copy-memory.h"
#include "app/place-row.h"
#include "fixtures/faults.h"
#include "store/audit-list.h"
#include "store/copies.h"
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

/* ---- By itself ---- */

static GPtrArray *
list_own (Drive *drive)
{
  g_autofree char *own = hearth_backup_keeper_dup_place (drive->house->folder);
  g_autoptr (HearthKeyring) keyring =
    hearth_vault_unlock (drive->house->folder, HEARTH_TEST_USER, HEARTH_TEST_PASSWORD, NULL);

  return hearth_copies_list (own, hearth_keyring_get_house_id (keyring), keyring);
}

static unsigned int
count_own (Drive *drive)
{
  g_autoptr (GPtrArray) copies = list_own (drive);

  return copies->len;
}

static void
wait_for_copy (Drive *drive)
{
  hearth_test_wait_until (!hearth_backup_keeper_is_working (hearth_window_get_keeper (drive->window)));
}

static unsigned int
count_rows (Drive *drive, const char *action)
{
  const char *const actions[] = { action, NULL };
  const HearthAuditQuery query = { .actions = actions };
  g_autoptr (GError) error = NULL;
  g_autoptr (GListModel) lines = hearth_store_list_audit (drive_get_store (drive), &query, &error);

  g_assert_no_error (error);
  return g_list_model_get_n_items (lines);
}

static int
use_key (const guint8 *key, gsize length, gpointer user_data)
{
  return 0;
}

/* The keys stay until the copy is checked, and no longer; the audit tells of it at the next sign-in. */
static void
test_at_lock (void)
{
  g_autoptr (Drive) drive = drive_new_signed_in ();
  g_autoptr (HearthRecord) resident = drive_add_resident (drive, "Mali");
  g_autoptr (HearthKeyring) keyring =
    g_object_ref (hearth_session_get_keyring (hearth_window_get_session (drive->window)));
  g_autoptr (GPtrArray) copies = NULL;

  drive_activate (drive, "win.lock", NULL);
  wait_for_copy (drive);
  g_assert_cmpint (hearth_keyring_use_house_key (keyring, use_key, NULL), ==, -1);
  copies = list_own (drive);
  g_assert_cmpuint (copies->len, ==, 1);
  /* The house itself, the director's account and Mali. */
  g_assert_cmpint (((HearthCopy *) g_ptr_array_index (copies, 0))->records, ==, 3);

  drive_sign_in_again (drive);
  g_assert_cmpuint (count_rows (drive, "backup"), ==, 1);
  /* Nothing has changed: signing in and going is no reason. */
  drive_activate (drive, "win.lock", NULL);
  wait_for_copy (drive);
  g_assert_cmpuint (count_own (drive), ==, 1);
  drive_sign_in_again (drive);
  g_assert_cmpuint (count_rows (drive, "backup"), ==, 1);

  /* What is typed and not saved is a change too. */
  drive_begin_entry (drive);
  drive_type (drive_get_page (drive), "positive_moment", "Laughed");
  drive_activate (drive, "win.lock", NULL);
  wait_for_copy (drive);
  g_assert_cmpuint (count_own (drive), ==, 2);
}

static void
test_every_half_hour (void)
{
  g_autoptr (Drive) drive = drive_new_signed_in ();
  HearthBackupKeeper *keeper = hearth_window_get_keeper (drive->window);
  g_autoptr (HearthRecord) resident = drive_add_resident (drive, "Mali");
  g_autoptr (HearthRecord) other = NULL;

  hearth_backup_keeper_look (keeper);
  g_assert_true (hearth_backup_keeper_is_working (keeper));
  wait_for_copy (drive);
  g_assert_cmpuint (count_own (drive), ==, 1);
  g_assert_cmpuint (count_rows (drive, "backup"), ==, 1);
  /* The row about a copy is no change. */
  hearth_backup_keeper_look (keeper);
  g_assert_false (hearth_backup_keeper_is_working (keeper));
  other = drive_add_resident (drive, "Nadia");
  hearth_backup_keeper_look (keeper);
  wait_for_copy (drive);
  g_assert_cmpuint (count_own (drive), ==, 2);
}

/* The window is gone at once; the copy is made all the same. */
static void
test_at_quit (void)
{
  g_autoptr (Drive) drive = drive_new_signed_in ();
  g_autoptr (HearthRecord) resident = drive_add_resident (drive, "Mali");
  g_autoptr (HearthBackupKeeper) keeper = g_object_ref (hearth_window_get_keeper (drive->window));
  g_autoptr (HearthTestHouse) house = g_steal_pointer (&drive->house);
  g_autofree char *own = hearth_backup_keeper_dup_place (house->folder);
  g_autoptr (HearthCopy) copy = NULL;

  gtk_window_close (GTK_WINDOW (drive->window));
  g_assert_true (hearth_backup_keeper_is_working (keeper));
  hearth_test_wait_until (!hearth_backup_keeper_is_working (keeper));
  copy = hearth_copy_find_newest (own, NULL, NULL);
  g_assert_nonnull (copy);
  g_assert_cmpint (copy->why, ==, HEARTH_COPY_SCHEDULED);
  g_free (g_steal_pointer (&drive));
}

/* Whoever wakes the computer up must not find keys; the copy is made up for at the next chance. */
static void
test_not_when_taken (void)
{
  static const char *const reasons[] = { "screen", "resume" };

  for (gsize i = 0; i < G_N_ELEMENTS (reasons); i++)
    {
      g_autoptr (Drive) drive = drive_new_signed_in ();
      g_autoptr (HearthRecord) resident = drive_add_resident (drive, "Mali");
      g_autoptr (HearthKeyring) keyring =
        g_object_ref (hearth_session_get_keyring (hearth_window_get_session (drive->window)));
      g_autofree char *problem = NULL;

      hearth_window_lock (drive->window, reasons[i]);
      g_assert_false (hearth_backup_keeper_is_working (hearth_window_get_keeper (drive->window)));
      g_assert_cmpint (hearth_keyring_use_house_key (keyring, use_key, NULL), ==, -1);
      g_assert_cmpuint (count_own (drive), ==, 0);

      drive_sign_in_again (drive);
      drive_activate (drive, "win.lock", NULL);
      g_clear_object (&keyring);
      wait_for_copy (drive);
      g_assert_cmpuint (count_own (drive), ==, 1);

      /* Locked, and the copy still being made. */
      drive_sign_in_again (drive);
      g_object_unref (drive_add_resident (drive, "Nadia"));
      keyring = g_object_ref (hearth_session_get_keyring (hearth_window_get_session (drive->window)));
      hearth_window_lock (drive->window, "lock");
      g_assert_true (hearth_backup_keeper_is_working (hearth_window_get_keeper (drive->window)));
      hearth_window_lock (drive->window, reasons[i]);
      g_assert_cmpint (hearth_keyring_use_house_key (keyring, use_key, NULL), ==, -1);
      wait_for_copy (drive);
      /* That it was stopped is no fault to be told of. */
      problem = hearth_copy_recall (HEARTH_COPY_PROBLEM, drive->house->folder);
      g_assert_null (problem);
    }
}

static void
need_notice (Drive *drive, const char *words)
{
  drive_need (drive_get_page (drive), ADW_TYPE_ACTION_ROW, words);
}

/* Said quietly on Today until it went well once, and never by a dialog. */
static void
test_full_disk (void)
{
  g_autoptr (Drive) drive = drive_new_signed_in ();
  g_autoptr (HearthRecord) resident = drive_add_resident (drive, "Mali");

  faults_refuse_writes (ENOSPC);
  hearth_backup_keeper_look (hearth_window_get_keeper (drive->window));
  wait_for_copy (drive);
  faults_refuse_writes (0);
  g_assert_null (drive_get_dialog (drive));
  g_assert_cmpuint (count_own (drive), ==, 0);
  need_notice (drive, "The disk of this computer is full, so no copy was made. Please make room on it.");
  drive_need (drive_get_page (drive), GTK_TYPE_LABEL, "There is no checked copy yet");
  /* Nothing else has changed, and still it is tried again. */
  hearth_backup_keeper_look (hearth_window_get_keeper (drive->window));
  wait_for_copy (drive);
  g_assert_cmpuint (count_own (drive), ==, 1);
  g_assert_null (drive_find (drive_get_page (drive), GTK_TYPE_BUTTON, "Back up now"));
  g_assert_null (drive_find (drive_get_page (drive), GTK_TYPE_LABEL, "There is no checked copy yet"));
}

static void
change_and_look (Drive *drive)
{
  g_object_unref (drive_add_resident (drive, "Mali"));
  hearth_backup_keeper_look (hearth_window_get_keeper (drive->window));
  wait_for_copy (drive);
}

/* The stick gets one a day while it is there, and what goes wrong with it does not stop the other. */
static void
test_outside (void)
{
  g_autoptr (HearthTestFolder) stick = hearth_test_folder_new ();
  g_autofree char *away = g_strconcat (stick, "-away", NULL);
  g_autoptr (Drive) drive = drive_new_signed_in ();
  const char *folder = drive->house->folder;

  hearth_backup_place_set (folder, stick);
  g_assert_cmpint (g_rename (stick, away), ==, 0);
  change_and_look (drive);
  g_assert_cmpuint (count_own (drive), ==, 1);
  g_assert_false (g_file_test (stick, G_FILE_TEST_EXISTS));
  g_assert_null (drive_find (drive_get_page (drive), GTK_TYPE_BUTTON, "Back up now"));

  g_assert_cmpint (g_rename (away, stick), ==, 0);
  change_and_look (drive);
  g_assert_cmpuint (count_children (stick), ==, 1);
  /* The clock of the test stands at a day of its own. */
  hearth_backup_place_note_copy (folder, "2026-03-01T05:00:00Z");
  change_and_look (drive);
  g_assert_cmpuint (count_children (stick), ==, 1);
  hearth_backup_place_note_copy (folder, "2026-02-28T05:00:00Z");
  change_and_look (drive);
  g_assert_cmpuint (count_children (stick), ==, 2);
  g_assert_cmpuint (count_own (drive), ==, 4);

  /* Pulled out while it is written to: a file stands where a folder should be. */
  hearth_backup_place_note_copy (folder, "2026-02-28T05:00:00Z");
  g_assert_cmpint (g_rename (stick, away), ==, 0);
  g_object_unref (drive_add_resident (drive, "Mali"));
  g_assert_cmpint (g_mkdir (stick, 0700), ==, 0);
  hearth_backup_keeper_look (hearth_window_get_keeper (drive->window));
  g_assert_cmpint (g_rmdir (stick), ==, 0);
  g_assert_true (g_file_set_contents (stick, "", 0, NULL));
  wait_for_copy (drive);
  g_assert_cmpuint (count_own (drive), ==, 5);
  need_notice (drive,
               "The last copy on the stick or disk was not made. Perhaps it was pulled out before it was "
               "done.");
  g_unlink (stick);
  g_assert_cmpint (g_rename (away, stick), ==, 0);
}

static void
test_dialog_of_copies (void)
{
  g_autoptr (Drive) drive = drive_new_signed_in ();
  g_autofree char *own = hearth_backup_keeper_dup_place (drive->house->folder);
  g_autofree char *database = NULL;
  g_autoptr (HearthCopy) copy = NULL;
  g_autofree char *content = NULL;
  gsize length;

  drive_activate (drive, "win.copies", NULL);
  drive_need (drive_get_dialog (drive), ADW_TYPE_ACTION_ROW, "There is none yet");
  change_and_look (drive);
  hearth_test_wait_until (drive_find (drive_get_dialog (drive), ADW_TYPE_ACTION_ROW, "There is none yet") ==
                          NULL);
  hearth_test_wait_until (gtk_widget_is_sensitive (drive_need (drive_get_dialog (drive), ADW_TYPE_BUTTON_ROW,
                                                               "Try out the newest copy")));
  g_signal_emit_by_name (drive_need (drive_get_dialog (drive), ADW_TYPE_BUTTON_ROW,
                                     "Try out the newest copy"),
                         "activated");
  drive_need (drive_get_dialog (drive), ADW_TYPE_ACTION_ROW, "This copy can be relied on");
  g_assert_cmpuint (count_rows (drive, "drill"), ==, 1);

  /* One that is damaged is found out, and not offered again. */
  copy = hearth_copy_find_newest (own, NULL, NULL);
  database = g_build_filename (copy->path, "house.db", NULL);
  g_assert_true (g_file_get_contents (database, &content, &length, NULL));
  content[length / 2] ^= 1;
  g_assert_true (g_file_set_contents (database, content, (gssize) length, NULL));
  g_signal_emit_by_name (drive_need (drive_get_dialog (drive), ADW_TYPE_BUTTON_ROW,
                                     "Try out the newest copy"),
                         "activated");
  drive_need (drive_get_dialog (drive), ADW_TYPE_ACTION_ROW, "This copy is damaged");
  drive_need (drive_get_dialog (drive), ADW_TYPE_ACTION_ROW, "There is none yet");
  g_assert_cmpuint (count_own (drive), ==, 0);
  g_assert_cmpuint (count_children (own), ==, 1);
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
  g_test_add_func ("/views/backup/at-lock", test_at_lock);
  g_test_add_func ("/views/backup/every-half-hour", test_every_half_hour);
  g_test_add_func ("/views/backup/at-quit", test_at_quit);
  g_test_add_func ("/views/backup/not-when-taken", test_not_when_taken);
  g_test_add_func ("/views/backup/full-disk", test_full_disk);
  g_test_add_func ("/views/backup/outside", test_outside);
  g_test_add_func ("/views/backup/dialog-of-copies", test_dialog_of_copies);
  return g_test_run ();
}

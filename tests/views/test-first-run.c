/* SPDX-License-Identifier: GPL-3.0-or-later
 * The first run: every step of it there and back, its other ways, and what it leaves when given up: nothing.
 */
#include <glib/gstdio.h>
#include <sys/stat.h>

#include "app/backup-place.h"
#include "app/first-run.h"
#include "app/place-row.h"
#include "records/registry.h"
#include "store/backup.h"
#include "views/drive.h"

#define STRONG "brook candle seven orchard"
#define SUGGESTED "Suggested: write it down now, and keep the paper with you"

/* ---- Helpers ---- */

typedef struct {
  HearthTestFolder *folder; /* everything is made below it */
  Drive *drive;
} Fixture;

static void
fixture_free (Fixture *f)
{
  drive_free (f->drive);
  hearth_test_folder_remove (f->folder);
  g_free (f);
}
G_DEFINE_AUTOPTR_CLEANUP_FUNC (Fixture, fixture_free)

static Fixture *
fixture_new (void)
{
  Fixture *f = g_new0 (Fixture, 1);

  f->folder = hearth_test_folder_new ();
  f->drive = drive_new_first_run ();
  return f;
}

static gpointer
window (Fixture *f)
{
  return f->drive->window;
}

static gpointer
entry (Fixture *f, const char *title)
{
  return drive_need (window (f), ADW_TYPE_ENTRY_ROW, title);
}

static void
fill (Fixture *f, const char *title, const char *text)
{
  gtk_editable_set_text (entry (f, title), text);
  hearth_test_settle ();
}

static void
choose (Fixture *f, const char *title, const char *name)
{
  g_autofree char *path = g_build_filename (f->folder, name, NULL);

  hearth_place_row_set_place (drive_need (window (f), HEARTH_TYPE_PLACE_ROW, title), path);
  hearth_test_settle ();
}

static void
begin (Fixture *f, const char *way)
{
  adw_action_row_activate (drive_need (window (f), ADW_TYPE_ACTION_ROW, way));
  hearth_test_settle ();
}

static void
press (Fixture *f, const char *label)
{
  drive_press (window (f), label);
}

static void
enter (Fixture *f, const char *title)
{
  g_signal_emit_by_name (entry (f, title), "entry-activated");
  hearth_test_settle ();
}

/* The title of the step in front. */
static const char *
get_step (Fixture *f)
{
  AdwNavigationView *view = drive_need (window (f), ADW_TYPE_NAVIGATION_VIEW, NULL);

  return adw_navigation_page_get_tag (adw_navigation_view_get_visible_page (view));
}

static void
go_back (Fixture *f)
{
  gtk_widget_activate_action (drive_need (window (f), ADW_TYPE_NAVIGATION_PAGE, NULL), "navigation.pop",
                              NULL);
  hearth_test_settle ();
}

static void
fill_house (Fixture *f)
{
  begin (f, "Set up our house");
  fill (f, "Organisation", "An organisation");
  fill (f, "Name of the house", "Garden");
  choose (f, "Put the house into", "garden");
}

static void
fill_person (Fixture *f)
{
  fill (f, "Your name", "Ada");
  fill (f, "Sign-in name", "ada");
  fill (f, "Password", STRONG);
  fill (f, "Password again", STRONG);
}

static void
go_to_sheet (Fixture *f)
{
  fill_house (f);
  press (f, "Next");
  fill_person (f);
  press (f, "Next");
  hearth_test_wait_until (g_str_equal (get_step (f), "sheet"));
}

static char *
dup_half (Fixture *f, const char *title)
{
  return g_strdup (adw_action_row_get_subtitle (drive_need (window (f), ADW_TYPE_ACTION_ROW, title)));
}

static void
type_back (Fixture *f, const char *first, const char *second)
{
  fill (f, "First half", first);
  fill (f, "Second half", second);
}

/* From the sheet on to the last step. */
static bool
is_suggested (Fixture *f, const char *label)
{
  return gtk_widget_has_css_class (drive_need (window (f), GTK_TYPE_BUTTON, label), "suggested-action");
}

static void
go_to_copies (Fixture *f)
{
  g_autofree char *first = dup_half (f, "First half");
  g_autofree char *second = dup_half (f, "Second half");

  press (f, "It is on paper");
  type_back (f, first, second);
  enter (f, "Second half");
  hearth_test_wait_until (g_str_equal (get_step (f), "copies"));
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

static bool
is_next_ready (Fixture *f)
{
  return gtk_widget_is_sensitive (drive_need (window (f), GTK_TYPE_BUTTON, "Next"));
}

/* ---- A new house ---- */

static void
test_whole_way (void)
{
  g_autoptr (Fixture) f = fixture_new ();
  g_autofree char *folder = g_build_filename (f->folder, "garden", NULL);
  g_autofree char *place = NULL;

  drive_need (window (f), GTK_TYPE_LABEL, "Step 1 of 6");
  fill_house (f);
  drive_need (window (f), GTK_TYPE_LABEL, "Step 2 of 6");
  enter (f, "Name of the house");
  drive_need (window (f), GTK_TYPE_LABEL, "Step 3 of 6");
  fill_person (f);
  enter (f, "Password again");
  hearth_test_wait_until (g_str_equal (get_step (f), "sheet"));
  drive_need (window (f), GTK_TYPE_LABEL, "Step 4 of 6");
  g_assert_false (g_file_test (folder, G_FILE_TEST_EXISTS));
  go_to_copies (f);
  drive_need (window (f), GTK_TYPE_LABEL, "Step 6 of 6");
  g_assert_false (g_file_test (folder, G_FILE_TEST_EXISTS));
  g_assert_false (is_suggested (f, "Open the house without a copy"));
  press (f, "Open the house without a copy");
  hearth_test_wait_until (hearth_window_get_session (window (f)) != NULL);

  g_assert_cmpstr (hearth_store_get_folder (drive_get_store (f->drive)), ==, folder);
  g_assert_cmpstr (hearth_record_get (hearth_store_get_house (drive_get_store (f->drive)), "name"), ==,
                   "Garden");
  g_assert_cmpstr (hearth_record_get (hearth_store_get_account (drive_get_store (f->drive)), "role"), ==,
                   "director");
  g_assert_null (drive_get_dialog (f->drive));
  place = hearth_backup_place_dup (folder);
  g_assert_null (place);
  g_assert_cmpuint (count_children (f->folder), ==, 1);

  /* The name waits for the person who comes back. */
  drive_activate (f->drive, "win.lock", NULL);
  g_assert_cmpstr (gtk_editable_get_text (entry (f, "Sign-in name")), ==, "ada");
  drive_sign_in (f->drive, "ada", STRONG);
  hearth_test_wait_until (hearth_window_get_session (window (f)) != NULL);
}

/* Nothing that was answered is lost on the way back, and the sheet stays the same as long as no answer is changed. */
static void
test_back_and_forward (void)
{
  g_autoptr (Fixture) f = fixture_new ();
  g_autofree char *first = NULL, *again = NULL, *other = NULL;

  go_to_sheet (f);
  first = dup_half (f, "First half");
  press (f, "It is on paper");
  fill (f, "First half", "half typed");
  go_back (f);
  go_back (f);
  go_back (f);
  g_assert_cmpstr (gtk_editable_get_text (entry (f, "Organisation")), ==, "An organisation");
  press (f, "Next");
  g_assert_cmpstr (gtk_editable_get_text (entry (f, "Sign-in name")), ==, "ada");
  press (f, "Next");
  hearth_test_wait_until (g_str_equal (get_step (f), "sheet"));
  again = dup_half (f, "First half");
  g_assert_cmpstr (first, ==, again);
  press (f, "It is on paper");
  g_assert_cmpstr (gtk_editable_get_text (entry (f, "First half")), ==, "half typed");

  /* Another answer, another sheet: said, and the typed half is gone. */
  go_back (f);
  go_back (f);
  fill (f, "Your name", "Ada Winter");
  press (f, "Next");
  hearth_test_wait_until (g_str_equal (get_step (f), "sheet"));
  other = dup_half (f, "First half");
  g_assert_cmpstr (first, !=, other);
  drive_need (window (f), GTK_TYPE_LABEL,
              "You changed an answer, so this is a new sheet. The earlier paper opens nothing: tear it up.");
  press (f, "It is on paper");
  g_assert_cmpstr (gtk_editable_get_text (entry (f, "First half")), ==, "");
}

static void
test_what_is_missing (void)
{
  g_autoptr (Fixture) f = fixture_new ();

  begin (f, "Set up our house");
  g_assert_false (is_next_ready (f));
  fill (f, "Organisation", "   ");
  fill (f, "Name of the house", "Garden");
  g_assert_false (is_next_ready (f));
  /* Enter goes where something is missing, and not on. */
  enter (f, "Name of the house");
  g_assert_cmpstr (get_step (f), ==, "house");
  fill (f, "Organisation", "An organisation");
  choose (f, "Put the house into", "garden");
  g_assert_true (is_next_ready (f));
  press (f, "Next");

  g_assert_false (is_next_ready (f));
  fill_person (f);
  g_assert_true (is_next_ready (f));
  fill (f, "Password again", "something else entirely");
  g_assert_false (is_next_ready (f));
  fill (f, "Password", "short");
  fill (f, "Password again", "short");
  g_assert_false (is_next_ready (f));
}

/* A suggested password fills both entries, stands in the open, and goes when it is changed. */
static void
test_suggested_password (void)
{
  g_autoptr (Fixture) f = fixture_new ();
  GtkEditable *password, *again;
  AdwActionRow *shown;

  fill_house (f);
  press (f, "Next");
  password = entry (f, "Password");
  again = entry (f, "Password again");
  g_assert_null (drive_find (window (f), ADW_TYPE_ACTION_ROW, SUGGESTED));
  g_signal_emit_by_name (drive_need (window (f), ADW_TYPE_BUTTON_ROW, "Suggest a password"), "activated");
  hearth_test_settle ();
  shown = drive_need (window (f), ADW_TYPE_ACTION_ROW, SUGGESTED);
  g_assert_true (hearth_password_is_strong_enough (gtk_editable_get_text (password)));
  g_assert_cmpstr (gtk_editable_get_text (again), ==, gtk_editable_get_text (password));
  g_assert_cmpstr (adw_action_row_get_subtitle (shown), ==, gtk_editable_get_text (password));

  gtk_editable_set_text (password, "another one of my own");
  g_assert_null (drive_find (window (f), ADW_TYPE_ACTION_ROW, SUGGESTED));
  g_assert_cmpstr (adw_action_row_get_subtitle (shown), ==, "");
}

static void
test_wrong_places (void)
{
  g_autoptr (Fixture) f = fixture_new ();
  g_autofree char *full = g_build_filename (f->folder, "full", NULL);
  g_autofree char *something = g_build_filename (full, "something", NULL);
  g_autofree char *file = g_build_filename (f->folder, "file", NULL);
  g_autofree char *first = NULL;
  g_autoptr (GError) error = NULL;

  g_assert_cmpint (g_mkdir (full, 0700), ==, 0);
  g_assert_true (g_file_set_contents (something, "x", 1, NULL));
  g_assert_true (g_file_set_contents (file, "x", 1, NULL));
  fill_house (f);
  choose (f, "Put the house into", "full");
  press (f, "Next");
  g_assert_cmpstr (get_step (f), ==, "house");
  first = g_strdup (drive_get_alert (window (f)));
  g_assert_nonnull (strstr (first, "not empty"));

  /* Below a file nothing can be made. */
  choose (f, "Put the house into", "file/garden");
  g_assert_null (drive_get_alert (window (f)));
  press (f, "Next");
  g_assert_cmpstr (get_step (f), ==, "house");
  g_assert_cmpstr (drive_get_alert (window (f)), !=, first);

  choose (f, "Put the house into", "garden");
  g_assert_null (drive_get_alert (window (f)));
  press (f, "Next");
  g_assert_cmpstr (get_step (f), ==, "person");

  g_assert_false (hearth_place_check (f->folder, 0, &error));
  g_assert_error (error, HEARTH_STORE_ERROR, HEARTH_STORE_ERROR_EXISTS);
  g_clear_error (&error);
  g_free (g_steal_pointer (&full));
  full = g_build_filename (f->folder, "garden", NULL);
  g_assert_false (hearth_place_check (full, G_MAXUINT64, &error));
  g_assert_error (error, HEARTH_STORE_ERROR, HEARTH_STORE_ERROR_FULL);
}

/* The place is taken after it was looked at: the answer is one step back. */
static void
test_place_taken_meanwhile (void)
{
  g_autoptr (Fixture) f = fixture_new ();
  g_autofree char *garden = g_build_filename (f->folder, "garden", NULL);
  g_autofree char *something = g_build_filename (garden, "something", NULL);

  fill_house (f);
  press (f, "Next");
  fill_person (f);
  g_assert_cmpint (g_mkdir (garden, 0700), ==, 0);
  g_assert_true (g_file_set_contents (something, "x", 1, NULL));
  press (f, "Next");
  hearth_test_wait_until (g_str_equal (get_step (f), "house"));
  g_assert_nonnull (strstr (drive_get_alert (window (f)), "not empty"));
}

static void
test_wrong_half (void)
{
  g_autoptr (Fixture) f = fixture_new ();
  g_autofree char *first = NULL, *second = NULL, *misspelt = NULL;

  go_to_sheet (f);
  first = dup_half (f, "First half");
  second = dup_half (f, "Second half");
  misspelt = g_strdup (second);
  misspelt[0] = misspelt[0] == '7' ? '8' : '7';
  press (f, "It is on paper");
  g_assert_false (is_next_ready (f));
  type_back (f, first, misspelt);
  press (f, "Next");
  hearth_test_wait_until (drive_get_alert (window (f)) != NULL);
  g_assert_nonnull (strstr (drive_get_alert (window (f)), "second half"));
  g_assert_true (gtk_widget_has_css_class (entry (f, "Second half"), "error"));
  g_assert_cmpstr (get_step (f), ==, "typed");

  type_back (f, first, second);
  g_assert_null (drive_get_alert (window (f)));
  g_assert_false (gtk_widget_has_css_class (entry (f, "Second half"), "error"));
  press (f, "Next");
  hearth_test_wait_until (g_str_equal (get_step (f), "copies"));
}

static void
test_given_up (void)
{
  Fixture *f = fixture_new ();
  HearthTestFolder *folder = f->folder;

  go_to_sheet (f);
  go_to_copies (f);
  g_assert_cmpuint (count_children (folder), ==, 1);
  f->folder = hearth_test_folder_new ();
  fixture_free (f);
  g_assert_cmpuint (count_children (folder), ==, 0);
  hearth_test_folder_remove (folder);
}

static void
test_place_for_copies (void)
{
  g_autoptr (Fixture) f = fixture_new ();
  g_autofree char *folder = g_build_filename (f->folder, "garden", NULL);
  g_autofree char *place = NULL;

  go_to_sheet (f);
  go_to_copies (f);
  choose (f, "Put copies into", "not there");
  g_assert_nonnull (strstr (drive_get_alert (window (f)), "cannot be found"));
  /* What was refused is not taken; what is left is the way without. */
  press (f, "Open the house without a copy");
  hearth_test_wait_until (hearth_window_get_session (window (f)) != NULL);
  place = hearth_backup_place_dup (folder);
  g_assert_null (place);
}

/* The first copy is made at once: it shows that the stick works. */
static void
test_first_copy (void)
{
  g_autoptr (Fixture) f = fixture_new ();
  g_autofree char *folder = g_build_filename (f->folder, "garden", NULL);
  g_autofree char *stick = g_build_filename (f->folder, "stick", NULL);
  g_autofree char *place = NULL;
  g_autoptr (HearthCopy) copy = NULL;

  g_assert_cmpint (g_mkdir (stick, 0700), ==, 0);
  go_to_sheet (f);
  go_to_copies (f);
  choose (f, "Put copies into", "stick");
  g_assert_null (drive_get_alert (window (f)));
  g_assert_true (is_suggested (f, "Open the house"));
  press (f, "Open the house");
  hearth_test_wait_until (hearth_window_get_session (window (f)) != NULL);
  place = hearth_backup_place_dup (folder);
  g_assert_cmpstr (place, ==, stick);
  hearth_test_wait_until (drive_find (drive_get_dialog (f->drive), GTK_TYPE_LABEL,
                                      "The copy is made and checked") != NULL);
  copy = hearth_copy_find_newest (stick, NULL, NULL);
  g_assert_nonnull (copy);
}

/* ---- The other ways ---- */

static void
test_open_a_house (void)
{
  g_autoptr (Fixture) f = fixture_new ();

  g_assert_null (drive_find (window (f), GTK_TYPE_BUTTON, "Back to sign-in"));
  begin (f, "Open a house");
  drive_need (window (f), GTK_TYPE_BUTTON, "Sign in");

  /* From there it begins anew, with a way back. */
  press (f, "Make a new house…");
  press (f, "Back to sign-in");
  drive_need (window (f), GTK_TYPE_BUTTON, "Sign in");
}

/* Long work: patience counts from each step on. */
static void
wait_for_progress (Fixture *f, double fraction)
{
  g_autoptr (GtkProgressBar) bar = g_object_ref (drive_need (window (f), GTK_TYPE_PROGRESS_BAR, NULL));

  hearth_test_wait_until (gtk_progress_bar_get_fraction (bar) >= fraction);
}

static void
test_demo (void)
{
  g_autoptr (Fixture) f = fixture_new ();
  g_autofree char *folder = g_build_filename (f->folder, "try", NULL);
  g_autofree char *password = NULL;

  begin (f, "Try with invented people");
  choose (f, "Put the demo house into", "try");
  press (f, "Make the demo house");
  drive_need (window (f), GTK_TYPE_BUTTON, "Cancel");
  wait_for_progress (f, 0.3);
  wait_for_progress (f, 0.6);
  hearth_test_wait_until (g_str_equal (get_step (f), "accounts"));
  password = dup_half (f, "dora · Director");
  press (f, "Copy the password of dora");
  press (f, "Copy the whole list");
  press (f, "Sign in");
  g_assert_cmpstr (gtk_editable_get_text (entry (f, "Sign-in name")), ==, "dora");
  drive_sign_in (f->drive, "dora", password);
  hearth_test_wait_until (hearth_window_get_session (window (f)) != NULL);
  g_assert_cmpstr (hearth_store_get_folder (drive_get_store (f->drive)), ==, folder);
  drive_need (window (f), GTK_TYPE_LABEL, "Demo house: invented people");
}

static void
test_demo_stopped (void)
{
  g_autoptr (Fixture) f = fixture_new ();

  begin (f, "Try with invented people");
  choose (f, "Put the demo house into", "try");
  press (f, "Make the demo house");
  press (f, "Cancel");
  hearth_test_wait_until (drive_get_alert (window (f)) != NULL);
  g_assert_cmpstr (get_step (f), ==, "demo");
  g_assert_cmpuint (count_children (f->folder), ==, 0);
}

static void
test_put_back_a_copy (void)
{
  g_autoptr (HearthTestHouse) house = hearth_test_house_new ();
  g_autoptr (Fixture) f = fixture_new ();
  g_autofree char *stick = g_build_filename (f->folder, "stick", NULL);
  g_autofree char *back = g_build_filename (f->folder, "back", NULL);
  g_autoptr (GError) error = NULL;

  hearth_house_backup (house->folder, house->keyring, stick, HEARTH_COPY_ASKED, NULL, NULL, NULL, NULL,
                       &error);
  g_assert_no_error (error);
  begin (f, "Put back a copy");
  g_assert_false (gtk_widget_is_sensitive (drive_need (window (f), GTK_TYPE_BUTTON, "Put the copy back")));
  choose (f, "Folder with the copy", ".");
  g_assert_false (gtk_widget_is_sensitive (drive_need (window (f), GTK_TYPE_BUTTON, "Put the copy back")));
  choose (f, "Folder with the copy", "stick");
  choose (f, "Put the house into", "stick");
  press (f, "Put the copy back");
  hearth_test_wait_until (drive_get_alert (window (f)) != NULL);
  g_assert_nonnull (strstr (drive_get_alert (window (f)), "not empty"));

  choose (f, "Put the house into", "back");
  press (f, "Put the copy back");
  hearth_test_wait_until (g_str_equal (get_step (f), "restored"));
  begin (f, "Sign in");
  drive_sign_in (f->drive, HEARTH_TEST_USER, HEARTH_TEST_PASSWORD);
  hearth_test_wait_until (hearth_window_get_session (window (f)) != NULL);
  g_assert_cmpstr (hearth_store_get_folder (drive_get_store (f->drive)), ==, back);
}

/* On a new computer nobody knows a password of: the sheet is asked for right there. */
static void
test_put_back_and_recover (void)
{
  g_autoptr (HearthTestHouse) house = hearth_test_house_new ();
  g_autoptr (Fixture) f = fixture_new ();
  g_autofree char *stick = g_build_filename (f->folder, "stick", NULL);
  g_autofree char *back = g_build_filename (f->folder, "back", NULL);
  g_autoptr (HearthTestHouse) other = hearth_test_house_new ();
  g_autoptr (GError) error = NULL;

  hearth_house_backup (house->folder, house->keyring, stick, HEARTH_COPY_ASKED, NULL, NULL, NULL, NULL,
                       &error);
  g_assert_no_error (error);
  begin (f, "Put back a copy");
  choose (f, "Folder with the copy", "stick");
  choose (f, "Put the house into", "back");
  press (f, "Put the copy back");
  hearth_test_wait_until (g_str_equal (get_step (f), "restored"));
  begin (f, "Use the recovery sheet");
  g_assert_cmpstr (get_step (f), ==, "sheet");

  /* Whole, but of another house. */
  type_back (f, other->sheet->first_half, other->sheet->second_half);
  press (f, "Open with the sheet");
  hearth_test_wait_until (drive_get_alert (window (f)) != NULL);
  g_assert_nonnull (strstr (drive_get_alert (window (f)), "do not open this house"));

  type_back (f, house->sheet->first_half, house->sheet->second_half);
  press (f, "Open with the sheet");
  hearth_test_wait_until (hearth_window_get_session (window (f)) != NULL);
  g_assert_cmpstr (hearth_store_get_folder (drive_get_store (f->drive)), ==, back);
  g_assert_null (hearth_window_get_pane (window (f)));
  drive_need (window (f), ADW_TYPE_NAVIGATION_PAGE, NULL);
  drive_need (window (f), GTK_TYPE_LABEL, "Who gets a new password?");
}

int
main (int argc, char *argv[])
{
  drive_init (&argc, &argv);
  g_test_add_func ("/views/first-run/whole-way", test_whole_way);
  g_test_add_func ("/views/first-run/back-and-forward", test_back_and_forward);
  g_test_add_func ("/views/first-run/what-is-missing", test_what_is_missing);
  g_test_add_func ("/views/first-run/suggested-password", test_suggested_password);
  g_test_add_func ("/views/first-run/wrong-places", test_wrong_places);
  g_test_add_func ("/views/first-run/place-taken-meanwhile", test_place_taken_meanwhile);
  g_test_add_func ("/views/first-run/wrong-half", test_wrong_half);
  g_test_add_func ("/views/first-run/given-up", test_given_up);
  g_test_add_func ("/views/first-run/place-for-copies", test_place_for_copies);
  g_test_add_func ("/views/first-run/first-copy", test_first_copy);
  g_test_add_func ("/views/first-run/open-a-house", test_open_a_house);
  g_test_add_func ("/views/first-run/demo", test_demo);
  g_test_add_func ("/views/first-run/demo-stopped", test_demo_stopped);
  g_test_add_func ("/views/first-run/put-back-a-copy", test_put_back_a_copy);
  g_test_add_func ("/views/first-run/put-back-and-recover", test_put_back_and_recover);
  return g_test_run ();
}

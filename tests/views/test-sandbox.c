/* SPDX-License-Identifier: GPL-3.0-or-later
 * In a sandbox houses lie in the program's own folder: what is shown of that, and what there is to choose.
 */
#include <glib/gstdio.h>

#include "app/backup-place.h"
#include "app/own-houses.h"
#include "app/place-row.h"
#include "app/sign-in-page.h"
#include "core/sandbox.h"
#include "views/drive.h"
#include "views/private-temp.h"

/* A house as far as the list of them looks. */
static char *
add_house (const char *name)
{
  static const char *const files[] = { "house.db", "house.keys" };
  char *folder = g_build_filename (g_get_user_data_dir (), "hearth", name, NULL);

  g_assert_cmpint (g_mkdir_with_parents (folder, 0700), ==, 0);
  for (gsize i = 0; i < G_N_ELEMENTS (files); i++)
    {
      g_autofree char *path = g_build_filename (folder, files[i], NULL);

      g_assert_true (g_file_set_contents (path, "", 0, NULL));
    }
  return folder;
}

static void
remove_houses (void)
{
  g_auto (GStrv) houses = hearth_own_houses_list ();

  for (guint i = 0; houses[i] != NULL; i++)
    hearth_test_folder_remove (g_steal_pointer (&houses[i]));
}

static void
test_no_house (void)
{
  g_autoptr (Drive) drive = drive_new_first_run ();
  GtkWidget *open_row = drive_need (drive->window, ADW_TYPE_ACTION_ROW, "Open a house");
  HearthPlaceRow *place;

  g_assert_false (gtk_widget_get_sensitive (open_row));
  g_assert_nonnull (strstr (adw_action_row_get_subtitle (ADW_ACTION_ROW (open_row)), "comes here as a copy"));
  adw_action_row_activate (drive_need (drive->window, ADW_TYPE_ACTION_ROW, "Set up our house"));
  place = drive_need (drive->window, HEARTH_TYPE_PLACE_ROW, "Put the house into");
  g_assert_cmpstr (adw_action_row_get_subtitle (ADW_ACTION_ROW (place)), ==,
                   "Hearth’s own folder on this computer");
  g_assert_null (drive_find (place, GTK_TYPE_BUTTON, "Choose…"));
  g_assert_true (g_str_has_prefix (hearth_place_row_get_place (place), g_get_user_data_dir ()));
}

static void
test_several_houses (void)
{
  g_autofree char *house = add_house ("house");
  g_autofree char *other = add_house ("house-2");
  g_autofree char *unfinished = add_house (".hearth-unfinished-abc");
  g_auto (GStrv) list = hearth_own_houses_list ();
  g_autofree char *suggested = hearth_own_houses_suggest ("house");
  g_autoptr (Drive) drive = NULL;
  AdwComboRow *row;

  g_assert_cmpuint (g_strv_length (list), ==, 2);
  g_assert_cmpstr (list[0], ==, house);
  g_assert_cmpstr (list[1], ==, other);
  g_assert_true (g_str_has_suffix (suggested, "/house-3"));
  /* There are houses: signing in comes first. */
  drive = drive_new_first_run ();
  row = drive_need (drive->window, ADW_TYPE_COMBO_ROW, "House");
  g_assert_null (drive_find (drive->window, GTK_TYPE_BUTTON, "Choose…"));
  g_assert_cmpuint (g_list_model_get_n_items (adw_combo_row_get_model (row)), ==, 2);
  g_assert_cmpuint (adw_combo_row_get_selected (row), ==, 0);
  adw_combo_row_set_selected (row, 1);
  drive_sign_in (drive, "ana", "not the password at all");
  /* It is the chosen one that is opened, and that is none. */
  hearth_test_wait_until (drive_get_alert (drive->window) != NULL);
  hearth_test_folder_remove (g_steal_pointer (&unfinished));
  remove_houses ();
}

/* The one that was named on the command line, beside those of the own folder. */
static void
test_asked_for (void)
{
  g_autofree char *house = add_house ("house");
  g_autoptr (Drive) drive = drive_new ();
  AdwComboRow *row = drive_need (drive->window, ADW_TYPE_COMBO_ROW, "House");

  g_assert_cmpuint (g_list_model_get_n_items (adw_combo_row_get_model (row)), ==, 2);
  g_assert_cmpuint (adw_combo_row_get_selected (row), ==, 1);
  drive_sign_in_again (drive);
  g_assert_nonnull (hearth_window_get_pane (drive->window));
  remove_houses ();
}

/* The last one was renamed or taken away: no other takes its place, as wrong passwords would count there. */
static void
test_gone (void)
{
  g_autofree char *house = add_house ("house");
  g_autofree char *gone = g_build_filename (g_get_user_data_dir (), "hearth", "garden", NULL);
  g_autoptr (Drive) drive = drive_new_first_run ();
  HearthSignInPage *page = drive_need (drive->window, HEARTH_TYPE_SIGN_IN_PAGE, NULL);
  AdwComboRow *row = drive_need (page, ADW_TYPE_COMBO_ROW, "House");
  GtkWidget *button = drive_need (page, GTK_TYPE_BUTTON, "Sign in");

  hearth_sign_in_page_set_folder (page, gone);
  gtk_editable_set_text (drive_need (page, ADW_TYPE_ENTRY_ROW, "Sign-in name"), "ana");
  gtk_editable_set_text (drive_need (page, ADW_TYPE_PASSWORD_ENTRY_ROW, "Password"), "quiet lantern");
  g_assert_nonnull (drive_need (row, GTK_TYPE_LABEL, "Not chosen yet"));
  g_assert_nonnull (strstr (drive_get_alert (page), "“garden” is not there any more"));
  g_assert_false (gtk_widget_get_sensitive (button));
  adw_combo_row_set_selected (row, 1);
  g_assert_true (gtk_widget_get_sensitive (button));
  g_assert_null (drive_get_alert (page));
  remove_houses ();
}

/* Never a path of the portal: the last part of the name is what somebody knows. */
static void
test_names (void)
{
  g_autofree char *lent = g_build_filename (g_get_user_runtime_dir (), "doc", "1a2b3c", "STICK", NULL);
  g_autofree char *shown = hearth_place_describe (lent);

  g_assert_cmpstr (shown, ==, "STICK");
}

static void
test_sticks (void)
{
  static const struct {
    const char *path;
    const char *stick;
  } cases[] = {
    { "/run/media/sara/STICK", "STICK" },
    { "/run/media/sara/STICK/copies/of the house", "STICK" },
    { "/media/sara/STICK/copies", "STICK" },
    { "/media/STICK/copies", "STICK" },
    { "/mnt/sara/copies", "sara" },
    { "/mnt/disk", "disk" },
    { "/run/media/sara", NULL },
    { "/media/", NULL },
    { "/srv/sara/copies", NULL },
    { "/mediation/sara/STICK", NULL },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *stick = hearth_stick_dup_name (cases[i].path, "sara");

      g_assert_cmpstr (stick, ==, cases[i].stick);
    }
}

/* What a copy gains from another disk is told by numbers alone. */
static void
test_same_disk (void)
{
  const struct statvfs disk = { .f_frsize = 4096, .f_blocks = 1000000, .f_bfree = 400000, .f_files = 65536 };
  struct statvfs other = disk;

  g_assert_true (hearth_disks_look_like_one (&disk, &other));
  /* Something was written between the two looks. */
  other.f_bfree = disk.f_bfree + 1000;
  g_assert_true (hearth_disks_look_like_one (&disk, &other));
  g_assert_true (hearth_disks_look_like_one (&other, &disk));
  other.f_bfree = disk.f_bfree + 1001;
  g_assert_false (hearth_disks_look_like_one (&disk, &other));
  g_assert_false (hearth_disks_look_like_one (&other, &disk));
  other = disk;
  other.f_frsize = 512;
  g_assert_false (hearth_disks_look_like_one (&disk, &other));
  other = disk;
  other.f_blocks++;
  g_assert_false (hearth_disks_look_like_one (&disk, &other));
  other = disk;
  other.f_files = 0;
  g_assert_false (hearth_disks_look_like_one (&disk, &other));
}

static void
test_temporary_files (void)
{
  g_autofree char *path = NULL;

  /* The isolated folders of the test have none for what is in memory. */
  g_setenv ("XDG_RUNTIME_DIR", g_get_tmp_dir (), TRUE);
  hearth_private_temp_make ();
  path = g_build_filename (g_getenv ("TMPDIR"), "gtkprint123", NULL);
  g_assert_true (g_file_set_contents (path, "pages", -1, NULL));
  hearth_private_temp_hold ();
  hearth_private_temp_hold ();
  hearth_private_temp_sweep ();
  hearth_private_temp_release ();
  g_assert_true (g_file_test (path, G_FILE_TEST_EXISTS));
  hearth_private_temp_release ();
  g_assert_false (g_file_test (path, G_FILE_TEST_EXISTS));
  hearth_private_temp_remove ();
}

/* The portal hangs when the window is locked; the next person prints, too. */
static void
test_printing_hangs (void)
{
  g_autofree char *path = NULL;
  g_autofree char *next = NULL;

  g_setenv ("XDG_RUNTIME_DIR", g_get_tmp_dir (), TRUE);
  hearth_private_temp_make ();
  path = g_build_filename (g_getenv ("TMPDIR"), "gtkprint123", NULL);
  next = g_build_filename (g_getenv ("TMPDIR"), "gtkprint456", NULL);
  g_assert_true (g_file_set_contents (path, "pages", -1, NULL));
  hearth_private_temp_hold ();
  hearth_private_temp_leave (0);
  g_assert_true (g_file_test (path, G_FILE_TEST_EXISTS));
  g_assert_true (g_file_set_contents (next, "pages", -1, NULL));
  hearth_private_temp_hold ();
  hearth_test_wait_until (!g_file_test (path, G_FILE_TEST_EXISTS));
  g_assert_true (g_file_test (next, G_FILE_TEST_EXISTS));
  hearth_private_temp_release ();
  hearth_private_temp_release ();
  g_assert_false (g_file_test (next, G_FILE_TEST_EXISTS));
  hearth_private_temp_remove ();
}

int
main (int argc, char *argv[])
{
  hearth_sandbox_pretend (true);
  drive_init (&argc, &argv);
  g_test_add_func ("/sandbox/no-house", test_no_house);
  g_test_add_func ("/sandbox/several-houses", test_several_houses);
  g_test_add_func ("/sandbox/asked-for", test_asked_for);
  g_test_add_func ("/sandbox/gone", test_gone);
  g_test_add_func ("/sandbox/names", test_names);
  g_test_add_func ("/sandbox/sticks", test_sticks);
  g_test_add_func ("/sandbox/same-disk", test_same_disk);
  g_test_add_func ("/sandbox/temporary-files", test_temporary_files);
  g_test_add_func ("/sandbox/printing-hangs", test_printing_hangs);
  return g_test_run ();
}

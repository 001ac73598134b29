/* SPDX-License-Identifier: GPL-3.0-or-later
 * The recovery sheet: opening the house with it, giving a new password, making a new sheet, and nothing else.
 */
#include <glib/gstdio.h>

#include "records/registry.h"
#include "store/people.h"
#include "views/drive.h"

#define FIRST "pepper window gravel tulip"
#define OWN "kettle harbour violin moss"

/* ---- Helpers ---- */

static void
fill (Drive *drive, GType type, const char *title, const char *text)
{
  gtk_editable_set_text (drive_need (drive->window, type, title), text);
  hearth_test_settle ();
}

static void
type_sheet (Drive *drive, const char *first, const char *second)
{
  fill (drive, ADW_TYPE_ENTRY_ROW, "First half", first);
  fill (drive, ADW_TYPE_ENTRY_ROW, "Second half", second);
}

static void
type_password (Drive *drive, const char *password)
{
  fill (drive, ADW_TYPE_PASSWORD_ENTRY_ROW, "Password", password);
  fill (drive, ADW_TYPE_PASSWORD_ENTRY_ROW, "Password again", password);
}

static const char *
get_step (Drive *drive)
{
  AdwNavigationView *view = drive_need (drive->window, ADW_TYPE_NAVIGATION_VIEW, NULL);

  return adw_navigation_page_get_tag (adw_navigation_view_get_visible_page (view));
}

static void
pop (Drive *drive)
{
  gtk_widget_activate_action (drive_need (drive->window, ADW_TYPE_ENTRY_ROW, "First half"), "navigation.pop",
                              NULL);
  hearth_test_settle ();
}

/* @text with another letter in the first place. */
static char *
misspell (const char *text)
{
  char *wrong = g_strdup (text);

  wrong[0] = wrong[0] == '7' ? '8' : '7';
  return wrong;
}

static void
open_with_sheet (Drive *drive, const char *first, const char *second)
{
  if (!g_str_equal (get_step (drive), "sheet"))
    drive_press (drive->window, "Nobody can sign in? Use the recovery sheet");
  type_sheet (drive, first, second);
  drive_press (drive->window, "Open with the sheet");
}

static void
open_recovery (Drive *drive)
{
  open_with_sheet (drive, drive->house->sheet->first_half, drive->house->sheet->second_half);
  hearth_test_wait_until (hearth_window_get_session (drive->window) != NULL);
  hearth_test_settle ();
}

static void
choose_person (Drive *drive, const char *name)
{
  adw_action_row_activate (drive_need (drive->window, ADW_TYPE_ACTION_ROW, name));
  hearth_test_settle ();
}

static void
give_password (Drive *drive, const char *name)
{
  choose_person (drive, name);
  type_password (drive, FIRST);
  drive_press (drive->window, "Give this password");
  hearth_test_wait_until (g_str_equal (get_step (drive), "done"));
}

/* ---- Typing the sheet ---- */

static void
test_wrong_letter (void)
{
  g_autoptr (Drive) drive = drive_new ();
  const HearthRecoverySheet *sheet = drive->house->sheet;
  g_autofree char *first = misspell (sheet->first_half);
  g_autofree char *second = misspell (sheet->second_half);

  open_with_sheet (drive, first, sheet->second_half);
  hearth_test_wait_until (drive_get_alert (drive->window) != NULL);
  g_assert_nonnull (strstr (drive_get_alert (drive->window), "first half"));
  g_assert_true (gtk_widget_has_css_class (drive_need (drive->window, ADW_TYPE_ENTRY_ROW, "First half"),
                                           "error"));
  g_assert_null (hearth_window_get_session (drive->window));

  open_with_sheet (drive, sheet->first_half, second);
  hearth_test_wait_until (drive_get_alert (drive->window) != NULL);
  g_assert_nonnull (strstr (drive_get_alert (drive->window), "second half"));
  g_assert_null (hearth_window_get_session (drive->window));

  /* Nothing of it waits for the next person. */
  pop (drive);
  g_assert_cmpstr (get_step (drive), ==, "sign-in");
  drive_press (drive->window, "Nobody can sign in? Use the recovery sheet");
  g_assert_cmpstr (gtk_editable_get_text (drive_need (drive->window, ADW_TYPE_ENTRY_ROW, "First half")), ==,
                   "");
}

static void
test_sheet_of_another_house (void)
{
  g_autoptr (Drive) drive = drive_new ();
  g_autoptr (HearthTestHouse) other = hearth_test_house_new ();

  open_with_sheet (drive, other->sheet->first_half, other->sheet->second_half);
  hearth_test_wait_until (drive_get_alert (drive->window) != NULL);
  g_assert_nonnull (strstr (drive_get_alert (drive->window), "do not open this house"));
  g_assert_null (hearth_window_get_session (drive->window));

  /* One half of each is as little. */
  open_with_sheet (drive, drive->house->sheet->first_half, other->sheet->second_half);
  hearth_test_wait_until (drive_get_alert (drive->window) != NULL);
  g_assert_nonnull (strstr (drive_get_alert (drive->window), "do not open this house"));
}

/* The sheet fits the key file, and the key file does not fit the records. */
static void
test_key_file_of_another_house (void)
{
  g_autoptr (Drive) drive = drive_new ();
  g_autoptr (HearthTestHouse) other = hearth_test_house_new ();
  static const char *const names[] = { "house.keys", "house.keys.previous" };

  hearth_test_house_close (other);
  for (gsize i = 0; i < G_N_ELEMENTS (names); i++)
    {
      g_autofree char *from = g_build_filename (other->folder, names[i], NULL);
      g_autofree char *to = g_build_filename (drive->house->folder, names[i], NULL);
      g_autofree char *content = NULL;
      gsize length;

      if (g_file_get_contents (from, &content, &length, NULL))
        g_assert_true (g_file_set_contents (to, content, (gssize) length, NULL));
      else
        g_unlink (to);
    }
  open_with_sheet (drive, other->sheet->first_half, other->sheet->second_half);
  hearth_test_wait_until (drive_get_alert (drive->window) != NULL);
  g_assert_nonnull (strstr (drive_get_alert (drive->window), "do not belong together"));
  g_assert_null (hearth_window_get_session (drive->window));
}

/* ---- A new password ---- */

/* Staff is shown with their roles, directors first; nothing of the residents, and no way to it. */
static void
test_nothing_of_residents (void)
{
  HearthTestHouse *house = hearth_test_house_new ();
  g_autoptr (HearthRecord) resident = hearth_test_house_add_resident (house, "Mali");
  g_autoptr (Drive) drive = NULL;
  g_autoptr (HearthQuery) query = hearth_query_new (hearth_records_lookup_type ("resident"));
  g_autoptr (GError) error = NULL;
  AdwActionRow *first;

  hearth_test_house_add_person (house, "ada", "duty-carer");
  drive = drive_new_in (house);
  open_recovery (drive);
  g_assert_null (hearth_window_get_pane (drive->window));
  first = drive_need (drive->window, ADW_TYPE_ACTION_ROW, NULL);
  g_assert_cmpstr (adw_preferences_row_get_title (ADW_PREFERENCES_ROW (first)), ==, HEARTH_TEST_USER);
  g_assert_cmpstr (adw_action_row_get_subtitle (first), ==, "Director");
  drive_need (drive->window, ADW_TYPE_ACTION_ROW, "ada");

  gtk_widget_activate_action (GTK_WIDGET (drive->window), "win.search", NULL);
  gtk_widget_activate_action (GTK_WIDGET (drive->window), "win.section", "s", "residents");
  gtk_widget_activate_action (GTK_WIDGET (drive->window), "win.account", NULL);
  g_assert_cmpint (hearth_store_count (drive_get_store (drive), query, NULL), <=, 0);
  g_assert_null (hearth_store_load (drive_get_store (drive), hearth_record_get_id (resident), &error));
  g_assert_error (error, HEARTH_STORE_ERROR, HEARTH_STORE_ERROR_DENIED);

  g_signal_emit_by_name (drive_need (drive->window, ADW_TYPE_BUTTON_ROW, "Leave without a new password"),
                         "activated");
  drive_activate (drive, "win.lock", NULL);
  g_assert_null (hearth_window_get_session (drive->window));
  drive_need (drive->window, GTK_TYPE_BUTTON, "Sign in");
}

static void
test_whole_way (void)
{
  HearthTestHouse *house = hearth_test_house_new ();
  g_autoptr (Drive) drive = NULL;

  hearth_test_house_add_person (house, "ada", "counsellor");
  drive = drive_new_in (house);
  open_recovery (drive);
  choose_person (drive, "ada");
  g_assert_false (gtk_widget_is_sensitive (drive_need (drive->window, GTK_TYPE_BUTTON,
                                                       "Give this password")));
  type_password (drive, FIRST);
  drive_press (drive->window, "Give this password");
  hearth_test_wait_until (g_str_equal (get_step (drive), "done"));
  drive_need (drive->window, ADW_TYPE_ACTION_ROW, "ada has a new password");
  g_assert_cmpstr (adw_action_row_get_subtitle (drive_need (drive->window, ADW_TYPE_ACTION_ROW,
                                                            "Keys that came back")),
                   ==, "Counselling");
  drive_need (drive->window, ADW_TYPE_ACTION_ROW, "Sealed notes");
  drive_press (drive->window, "Go to sign-in");

  g_assert_null (hearth_window_get_session (drive->window));
  g_assert_cmpstr (gtk_editable_get_text (drive_need (drive->window, ADW_TYPE_ENTRY_ROW, "Sign-in name")), ==,
                   "ada");
  drive_sign_in (drive, "ada", HEARTH_TEST_PASSWORD);
  hearth_test_wait_until (drive_get_alert (drive->window) != NULL);
  drive_sign_in (drive, "ada", FIRST);
  hearth_test_wait_until (hearth_window_get_session (drive->window) != NULL);
  hearth_test_settle ();
  drive_need (drive->window, GTK_TYPE_LABEL, "Choose your own password");
  type_password (drive, OWN);
  drive_press (drive->window, "Use this password");
  hearth_test_wait_until (hearth_window_get_pane (drive->window) != NULL);
}

/* ---- A new sheet ---- */

/* Whoever can make one is reminded until there is one. */
static void
test_new_sheet (void)
{
  g_autoptr (Drive) drive = drive_new ();
  const HearthRecoverySheet *old = drive->house->sheet;
  g_autoptr (HearthRecoverySheet) new = NULL;
  g_autoptr (GError) error = NULL;

  open_recovery (drive);
  give_password (drive, HEARTH_TEST_USER);
  drive_press (drive->window, "Go to sign-in");
  drive_sign_in (drive, HEARTH_TEST_USER, FIRST);
  hearth_test_wait_until (hearth_window_get_session (drive->window) != NULL);
  hearth_test_settle ();
  type_password (drive, OWN);
  drive_press (drive->window, "Use this password");
  hearth_test_wait_until (hearth_window_get_pane (drive->window) != NULL);
  hearth_test_settle ();

  g_assert_nonnull (drive_find (drive->window, GTK_TYPE_BUTTON, "_New sheet…"));
  hearth_store_replace_sheet (drive_get_store (drive), &new, &error);
  g_assert_no_error (error);
  drive_activate (drive, "win.lock", NULL);
  open_with_sheet (drive, old->first_half, old->second_half);
  hearth_test_wait_until (drive_get_alert (drive->window) != NULL);
  g_assert_null (hearth_window_get_session (drive->window));
  pop (drive);

  drive_sign_in (drive, HEARTH_TEST_USER, OWN);
  hearth_test_wait_until (hearth_window_get_pane (drive->window) != NULL);
  hearth_test_settle ();
  g_assert_null (drive_find (drive->window, GTK_TYPE_BUTTON, "_New sheet…"));
}

int
main (int argc, char *argv[])
{
  drive_init (&argc, &argv);
  g_test_add_func ("/views/recovery/wrong-letter", test_wrong_letter);
  g_test_add_func ("/views/recovery/sheet-of-another-house", test_sheet_of_another_house);
  g_test_add_func ("/views/recovery/key-file-of-another-house", test_key_file_of_another_house);
  g_test_add_func ("/views/recovery/nothing-of-residents", test_nothing_of_residents);
  g_test_add_func ("/views/recovery/whole-way", test_whole_way);
  g_test_add_func ("/views/recovery/new-sheet", test_new_sheet);
  return g_test_run ();
}

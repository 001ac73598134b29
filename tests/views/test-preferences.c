/* SPDX-License-Identifier: GPL-3.0-or-later
 * Preferences that take effect at once; what the program says of itself; every key in one list.
 */
#include "config.h"

#include "app/actions.h"
#include "app/backup-place.h"
#include "app/place-row.h"
#include "views/drive.h"
#include "views/report-options.h"

static AdwDialog *
open_preferences (Drive *drive)
{
  drive_activate (drive, "win.preferences", NULL);
  return drive_get_dialog (drive);
}

static void
select_in (AdwDialog *dialog, const char *title, unsigned int nth)
{
  adw_combo_row_set_selected (drive_need (dialog, ADW_TYPE_COMBO_ROW, title), nth);
  hearth_test_settle ();
}

static void
reset_settings (void)
{
  static const char *const keys[] = { "style", "paper", "language", "show-photos" };
  g_autoptr (GSettings) settings = g_settings_new (HEARTH_APPLICATION_ID);

  for (gsize i = 0; i < G_N_ELEMENTS (keys); i++)
    g_settings_reset (settings, keys[i]);
}

static void
test_take_effect (void)
{
  g_autoptr (Drive) drive = drive_new ();
  g_autoptr (GSettings) settings = g_settings_new (HEARTH_APPLICATION_ID);
  AdwStyleManager *style = adw_style_manager_get_default ();
  g_autofree char *language = NULL;
  AdwDialog *dialog = open_preferences (drive);

  select_in (dialog, "Style", 2);
  g_assert_true (adw_style_manager_get_dark (style));
  select_in (dialog, "Style", 1);
  g_assert_false (adw_style_manager_get_dark (style));
  select_in (dialog, "Style", 0);
  g_assert_cmpint (adw_style_manager_get_color_scheme (style), ==, ADW_COLOR_SCHEME_DEFAULT);

  select_in (dialog, "Size", 2);
  g_assert_cmpint (hearth_report_options_get_paper (), ==, HEARTH_PAPER_LETTER);
  select_in (dialog, "Size", 1);
  g_assert_cmpint (hearth_report_options_get_paper (), ==, HEARTH_PAPER_A4);

  g_assert_false (g_settings_get_boolean (settings, "show-photos"));
  adw_switch_row_set_active (drive_need (dialog, ADW_TYPE_SWITCH_ROW, NULL), TRUE);
  g_assert_true (g_settings_get_boolean (settings, "show-photos"));

  /* Before sign-in there is nothing about a house. */
  g_assert_null (drive_find (dialog, HEARTH_TYPE_PLACE_ROW, NULL));
  g_assert_null (drive_find (dialog, ADW_TYPE_ACTION_ROW, "Names, address and days"));
  reset_settings ();
}

/* What was chosen before is there when the dialog is opened again, a language too that the list does not know. */
static void
test_remembered (void)
{
  g_autoptr (Drive) drive = drive_new ();
  g_autoptr (GSettings) settings = g_settings_new (HEARTH_APPLICATION_ID);
  AdwComboRow *language;
  g_autofree char *kept = NULL;
  AdwDialog *dialog;

  g_settings_set_string (settings, "language", "tlh");
  g_settings_set_string (settings, "paper", "Letter");
  g_settings_set_string (settings, "style", "dark");
  dialog = open_preferences (drive);
  language = drive_need (dialog, ADW_TYPE_COMBO_ROW, "Language of reports");
  g_assert_cmpstr (gtk_string_object_get_string (adw_combo_row_get_selected_item (language)), ==, "tlh");
  g_assert_cmpuint (adw_combo_row_get_selected (drive_need (dialog, ADW_TYPE_COMBO_ROW, "Size")), ==, 2);
  g_assert_cmpuint (adw_combo_row_get_selected (drive_need (dialog, ADW_TYPE_COMBO_ROW, "Style")), ==, 2);
  kept = g_settings_get_string (settings, "language");
  g_assert_cmpstr (kept, ==, "tlh");
  select_in (dialog, "Language of reports", 0);
  g_clear_pointer (&kept, g_free);
  kept = g_settings_get_string (settings, "language");
  g_assert_cmpstr (kept, ==, "");
  reset_settings ();
}

static void
test_of_the_house (void)
{
  g_autoptr (HearthTestFolder) stick = hearth_test_folder_new ();
  g_autoptr (Drive) drive = drive_new_signed_in ();
  g_autofree char *place = NULL;
  AdwDialog *dialog = open_preferences (drive);
  HearthPlaceRow *row = drive_need (dialog, HEARTH_TYPE_PLACE_ROW, NULL);

  drive_need (dialog, ADW_TYPE_ACTION_ROW, "There is no copy yet. If this disk breaks, everything is lost.");
  /* In the house itself a copy would be lost with it: said, and not taken. */
  hearth_place_row_set_place (row, drive->house->folder);
  g_assert_null (hearth_place_row_get_place (row));
  hearth_place_row_set_place (row, stick);
  place = hearth_backup_place_dup (drive->house->folder);
  g_assert_cmpstr (place, ==, stick);

  adw_action_row_activate (drive_need (dialog, ADW_TYPE_ACTION_ROW, "Names, address and days"));
  hearth_test_wait_until (drive_get_dialog (drive) == NULL);
  drive_type (drive_get_page (drive), "name", "Orchard");
  drive_activate (drive, "win.save", NULL);
  g_assert_cmpstr (hearth_record_get (hearth_store_get_house (drive_get_store (drive)), "name"), ==,
                   "Orchard");
}

static void
test_who_may_not (void)
{
  HearthTestHouse *house = hearth_test_house_new ();
  g_autoptr (Drive) drive = NULL;
  AdwDialog *dialog;

  hearth_test_house_add_person (house, "carer", "duty-carer");
  drive = drive_new_in (house);
  drive_sign_in (drive, "carer", HEARTH_TEST_PASSWORD);
  hearth_test_wait_until (hearth_window_get_session (drive->window) != NULL);
  dialog = open_preferences (drive);
  drive_need (dialog, ADW_TYPE_COMBO_ROW, "Style");
  g_assert_null (drive_find (dialog, HEARTH_TYPE_PLACE_ROW, NULL));
  g_assert_null (drive_find (dialog, ADW_TYPE_ACTION_ROW, "Names, address and days"));
}

/* Nothing may lead to the network. */
static void
test_about (void)
{
  g_autoptr (Drive) drive = drive_new ();
  AdwAboutDialog *about;

  drive_activate (drive, "win.about", NULL);
  about = ADW_ABOUT_DIALOG (drive_get_dialog (drive));
  g_assert_cmpstr (adw_about_dialog_get_application_name (about), ==, "Hearth");
  g_assert_cmpstr (adw_about_dialog_get_version (about), ==, HEARTH_VERSION);
  g_assert_nonnull (strstr (adw_about_dialog_get_release_notes (about), "recovery sheet"));
  g_assert_cmpstr (adw_about_dialog_get_website (about), ==, "");
  g_assert_cmpstr (adw_about_dialog_get_issue_url (about), ==, "");
  g_assert_cmpstr (adw_about_dialog_get_support_url (about), ==, "");
  g_assert_null (strstr (adw_about_dialog_get_license (about), "href"));
  g_assert_cmpint (adw_about_dialog_get_license_type (about), ==, GTK_LICENSE_CUSTOM);
  drive_need (about, GTK_TYPE_LABEL, "What’s New");
}

static void
collect (GtkWidget *widget, GString *words)
{
  if (GTK_IS_LABEL (widget))
    g_string_append_printf (words, "%s\n", gtk_label_get_text (GTK_LABEL (widget)));
  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    collect (child, words);
}

/* What the program is for is told to nobody who has not signed in. */
static void
test_visitor (void)
{
  static const char *const dialogs[] = { "win.about", "win.help", "win.shortcuts" };
  static const char *const telling[] = { "resident", "traffick", "counsel", "court", "abuse" };
  g_autoptr (Drive) drive = drive_new ();

  for (gsize i = 0; i < G_N_ELEMENTS (dialogs); i++)
    {
      g_autoptr (GString) words = g_string_new (NULL);
      g_autofree char *folded = NULL;

      drive_activate (drive, dialogs[i], NULL);
      collect (GTK_WIDGET (drive_get_dialog (drive)), words);
      folded = g_utf8_casefold (words->str, -1);
      g_assert_cmpstr (folded, !=, "");
      for (gsize j = 0; j < G_N_ELEMENTS (telling); j++)
        g_assert_null (strstr (folded, telling[j]));
      adw_dialog_force_close (drive_get_dialog (drive));
      hearth_test_settle ();
    }
}

static void
test_shortcuts (void)
{
  g_autoptr (Drive) drive = drive_new_signed_in ();
  AdwDialog *dialog;

  drive_activate (drive, "win.shortcuts", NULL);
  dialog = drive_get_dialog (drive);
  for (const HearthActionInfo *info = hearth_actions_get_table (); info->name != NULL; info++)
    if (*info->accel != '\0')
      drive_need (dialog, ADW_TYPE_ACTION_ROW, info->label);
  /* Every key opens one thing, apart from the ones that a text keeps for itself. */
  for (const HearthActionInfo *info = hearth_actions_get_table (); info->name != NULL; info++)
    for (const HearthActionInfo *other = info + 1; other->name != NULL; other++)
      if (*info->accel != '\0' && !g_str_has_prefix (other->name, "text."))
        g_assert_cmpstr (info->accel, !=, other->accel);
}

int
main (int argc, char *argv[])
{
  drive_init (&argc, &argv);
  g_test_add_func ("/views/preferences/take-effect", test_take_effect);
  g_test_add_func ("/views/preferences/remembered", test_remembered);
  g_test_add_func ("/views/preferences/of-the-house", test_of_the_house);
  g_test_add_func ("/views/preferences/who-may-not", test_who_may_not);
  g_test_add_func ("/views/about/release-notes", test_about);
  g_test_add_func ("/views/shortcuts/all", test_shortcuts);
  g_test_add_func ("/views/about/visitor", test_visitor);
  return g_test_run ();
}

/* SPDX-License-Identifier: GPL-3.0-or-later
 * One's own account: the first password, changing it, what is said after signing in, and changing the person at a PC.
 */
#include "records/registry.h"
#include "rules/key-requests.h"
#include "store/audit-list.h"
#include "store/draft.h"
#include "store/people.h"
#include "views/drive.h"

#define GIVEN "kettle harbour violin moss"
#define OWN "pepper window gravel tulip"

/* ---- Helpers ---- */

static void
add_given (HearthTestHouse *house, const char *user, const char *role)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) problems = NULL;
  g_autoptr (HearthRecord) account = hearth_record_new (hearth_records_lookup_type ("account"));
  g_autoptr (HearthNewPassword) password =
    hearth_new_password_prepare (house->folder, user, GIVEN, true, &error);

  g_assert_no_error (error);
  hearth_record_set (account, "name", user);
  hearth_record_set (account, "user", user);
  hearth_record_set (account, "role", role);
  hearth_record_set (account, "active", "yes");
  hearth_store_add_account (house->store, account, password, hearth_role_lookup (role)->compartments,
                            &problems, &error);
  g_assert_no_error (error);
}

static void
fill (Drive *drive, const char *title, const char *text)
{
  gtk_editable_set_text (drive_need (drive->window, ADW_TYPE_PASSWORD_ENTRY_ROW, title), text);
  hearth_test_settle ();
}

static void
sign_in (Drive *drive, const char *user, const char *password)
{
  drive_sign_in (drive, user, password);
  hearth_test_wait_until (hearth_window_get_session (drive->window) != NULL);
  hearth_test_settle ();
}

static bool
is_ready (Drive *drive, const char *button)
{
  return gtk_widget_is_sensitive (drive_need (drive->window, GTK_TYPE_BUTTON, button));
}

/* How often @action is in the audit. */
static guint
count_rows (Drive *drive, const char *action)
{
  const char *actions[] = { action, NULL };
  const HearthAuditQuery query = { .actions = actions };
  g_autoptr (GError) error = NULL;
  g_autoptr (GListModel) lines = hearth_store_list_audit (drive_get_store (drive), &query, &error);

  g_assert_no_error (error);
  return g_list_model_get_n_items (lines);
}

static guint
count_drafts (Drive *drive)
{
  g_autoptr (GPtrArray) drafts = hearth_store_list_drafts (drive_get_store (drive), NULL);

  return drafts->len;
}

/* ---- The first password ---- */

static void
test_first_password (void)
{
  HearthTestHouse *house = hearth_test_house_new ();
  g_autoptr (Drive) drive = NULL;

  add_given (house, "carer", "duty-carer");
  drive = drive_new_in (house);
  sign_in (drive, "carer", GIVEN);

  /* Nothing but the question is there, and no key leads anywhere but out. */
  g_assert_null (hearth_window_get_pane (drive->window));
  drive_need (drive->window, GTK_TYPE_LABEL, "Choose your own password");
  gtk_widget_activate_action (GTK_WIDGET (drive->window), "win.search", NULL);
  gtk_widget_activate_action (GTK_WIDGET (drive->window), "win.section", "s", "residents");
  gtk_widget_activate_action (GTK_WIDGET (drive->window), "win.account", NULL);
  g_assert_null (drive_get_dialog (drive));

  g_assert_false (is_ready (drive, "Use this password"));
  fill (drive, "Password", "short");
  fill (drive, "Password again", "short");
  g_assert_false (is_ready (drive, "Use this password"));
  fill (drive, "Password", GIVEN);
  fill (drive, "Password again", GIVEN);
  drive_need (drive->window, GTK_TYPE_LABEL, "That is the password you were given. Choose another one.");
  g_assert_false (is_ready (drive, "Use this password"));
  fill (drive, "Password", OWN);
  g_assert_false (is_ready (drive, "Use this password"));
  fill (drive, "Password again", OWN);
  drive_press (drive->window, "Use this password");
  hearth_test_wait_until (hearth_window_get_pane (drive->window) != NULL);

  /* From now on it is the only one. */
  drive_activate (drive, "win.lock", NULL);
  drive_sign_in (drive, "carer", GIVEN);
  hearth_test_wait_until (drive_get_alert (drive->window) != NULL);
  g_assert_null (hearth_window_get_session (drive->window));
  sign_in (drive, "carer", OWN);
  g_assert_nonnull (hearth_window_get_pane (drive->window));
}

/* Left without an answer it is asked again, and nothing that was typed stays. */
static void
test_first_password_later (void)
{
  HearthTestHouse *house = hearth_test_house_new ();
  g_autoptr (Drive) drive = NULL;

  add_given (house, "carer", "duty-carer");
  drive = drive_new_in (house);
  sign_in (drive, "carer", GIVEN);
  fill (drive, "Password", OWN);
  drive_activate (drive, "win.lock", NULL);
  g_assert_null (hearth_window_get_session (drive->window));
  g_assert_cmpstr (gtk_editable_get_text (drive_need (drive->window, ADW_TYPE_PASSWORD_ENTRY_ROW,
                                                      "Password")),
                   ==, "");
  sign_in (drive, "carer", GIVEN);
  drive_need (drive->window, GTK_TYPE_LABEL, "Choose your own password");
  g_assert_cmpstr (gtk_editable_get_text (drive_need (drive->window, ADW_TYPE_PASSWORD_ENTRY_ROW,
                                                      "Password")),
                   ==, "");
}

/* ---- One's own account ---- */

static gpointer
open_account (Drive *drive)
{
  drive_activate (drive, "win.account", NULL);
  hearth_test_wait_until (drive_get_dialog (drive) != NULL);
  return drive_get_dialog (drive);
}

static void
test_account (void)
{
  g_autoptr (Drive) drive = drive_new_signed_in ();
  gpointer dialog = open_account (drive);
  AdwActionRow *role = drive_need (dialog, ADW_TYPE_ACTION_ROW, "Role");

  g_assert_cmpstr (adw_action_row_get_subtitle (role), ==, "Director");
  drive_need (dialog, ADW_TYPE_ACTION_ROW, "No wrong password was tried in this house since then");
  drive_need (dialog, ADW_TYPE_ACTION_ROW, "The house");
  for (gsize i = 0; hearth_compartments[i] != NULL; i++)
    drive_need (dialog, ADW_TYPE_ACTION_ROW, hearth_compartment_get_label (hearth_compartments[i]));
  drive_need (dialog, ADW_TYPE_EXPANDER_ROW, "With records");
}

static void
test_change_password (void)
{
  g_autoptr (Drive) drive = drive_new_signed_in ();
  gpointer dialog = open_account (drive);

  g_signal_emit_by_name (drive_need (dialog, ADW_TYPE_BUTTON_ROW, "Change your password…"), "activated");
  hearth_test_settle ();
  g_assert_false (is_ready (drive, "Change the password"));
  fill (drive, "Present password", "not the present one");
  fill (drive, "Password", OWN);
  fill (drive, "Password again", OWN);
  drive_press (drive->window, "Change the password");
  hearth_test_wait_until (drive_get_alert (dialog) != NULL);
  g_assert_nonnull (strstr (drive_get_alert (dialog), "present password is not right"));
  g_assert_true (gtk_widget_has_css_class (drive_need (dialog, ADW_TYPE_PASSWORD_ENTRY_ROW,
                                                       "Present password"),
                                           "error"));
  g_assert_cmpuint (count_rows (drive, "password"), ==, 0);

  fill (drive, "Present password", HEARTH_TEST_PASSWORD);
  g_assert_null (drive_get_alert (dialog));
  drive_press (drive->window, "Change the password");
  drive_need (dialog, GTK_TYPE_LABEL, "Your password is changed");
  g_assert_cmpuint (count_rows (drive, "password"), ==, 1);

  drive_activate (drive, "win.lock", NULL);
  drive_sign_in (drive, HEARTH_TEST_USER, HEARTH_TEST_PASSWORD);
  hearth_test_wait_until (drive_get_alert (drive->window) != NULL);
  sign_in (drive, HEARTH_TEST_USER, OWN);
}

/* ---- After signing in ---- */

static GtkWidget *
find_dismiss (Drive *drive)
{
  return drive_find (drive->window, GTK_TYPE_BUTTON, "Dismiss");
}

static void
test_last_here (void)
{
  g_autoptr (Drive) drive = drive_new_signed_in ();

  /* The house was made a moment ago. */
  drive_need (drive->window, GTK_TYPE_LABEL, "Last here: today 14:30");
  g_assert_nonnull (find_dismiss (drive));
  /* Who goes on has read it. */
  drive_activate (drive, "win.section", "residents");
  g_assert_null (find_dismiss (drive));
}

static void
test_refused_tries (void)
{
  HearthTestHouse *house = hearth_test_house_new ();
  g_autoptr (Drive) drive = NULL;

  hearth_test_house_add_person (house, "carer", "duty-carer");
  drive = drive_new_in (house);
  for (int i = 0; i < 2; i++)
    {
      drive_sign_in (drive, "carer", "not the password at all");
      hearth_test_wait_until (drive_get_alert (drive->window) != NULL);
    }
  /* Somebody else is told first: that takes it from nobody. */
  sign_in (drive, "carer", HEARTH_TEST_PASSWORD);
  drive_need (drive->window, GTK_TYPE_LABEL,
              "2 wrong names or passwords were tried in this house just before.");
  drive_activate (drive, "win.change-person", NULL);
  sign_in (drive, HEARTH_TEST_USER, HEARTH_TEST_PASSWORD);
  drive_need (drive->window, GTK_TYPE_LABEL,
              "Last here: today 14:30. 2 wrong names or passwords were tried in this house since then.");
  drive_activate (drive, "win.section", "residents");
  g_assert_nonnull (find_dismiss (drive));
  drive_press (drive->window, "Dismiss");
  g_assert_null (find_dismiss (drive));

  drive_activate (drive, "win.lock", NULL);
  sign_in (drive, HEARTH_TEST_USER, HEARTH_TEST_PASSWORD);
  drive_need (drive->window, GTK_TYPE_LABEL, "Last here: today 14:30");
}

/* ---- Another person at the same PC ---- */

static void
test_change_person (void)
{
  HearthTestHouse *house = hearth_test_house_new ();
  g_autoptr (Drive) drive = NULL;
  GtkEditable *user;

  hearth_test_house_add_person (house, "carer", "duty-carer");
  drive = drive_new_in (house);
  sign_in (drive, HEARTH_TEST_USER, HEARTH_TEST_PASSWORD);
  drive_begin_entry (drive);
  drive_type (drive_get_page (drive), "positive_moment", "Laughed at breakfast");
  drive_activate (drive, "win.change-person", NULL);

  g_assert_null (hearth_window_get_session (drive->window));
  user = drive_need (drive->window, ADW_TYPE_ENTRY_ROW, "Sign-in name");
  g_assert_cmpstr (gtk_editable_get_text (user), ==, "");
  g_assert_true (gtk_widget_is_ancestor (gtk_window_get_focus (GTK_WINDOW (drive->window)),
                                         GTK_WIDGET (user)));

  sign_in (drive, "carer", HEARTH_TEST_PASSWORD);
  g_assert_cmpuint (count_drafts (drive), ==, 0);
  g_assert_null (drive_find (drive->window, GTK_TYPE_LABEL, "1 unfinished entry is waiting"));

  drive_activate (drive, "win.change-person", NULL);
  sign_in (drive, HEARTH_TEST_USER, HEARTH_TEST_PASSWORD);
  g_assert_cmpuint (count_drafts (drive), ==, 1);
  drive_need (drive->window, GTK_TYPE_LABEL, "1 unfinished entry is waiting");
}

int
main (int argc, char *argv[])
{
  drive_init (&argc, &argv);
  g_test_add_func ("/views/own-account/first-password", test_first_password);
  g_test_add_func ("/views/own-account/first-password-later", test_first_password_later);
  g_test_add_func ("/views/own-account/shown", test_account);
  g_test_add_func ("/views/own-account/change-password", test_change_password);
  g_test_add_func ("/views/own-account/last-here", test_last_here);
  g_test_add_func ("/views/own-account/refused-tries", test_refused_tries);
  g_test_add_func ("/views/own-account/change-person", test_change_person);
  return g_test_run ();
}

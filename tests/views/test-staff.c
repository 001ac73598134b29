/* SPDX-License-Identifier: GPL-3.0-or-later
 * The people who work here: seeing them, letting them in, their keys, and leaving; each as one does it in the window.
 */
#include "app/sheet-step.h"
#include "records/registry.h"
#include "records/types.h"
#include "rules/key-requests.h"
#include "views/drive.h"
#include "views/roles-page.h"
#include "views/sheet-page.h"
#include "views/staff-new-page.h"
#include "views/staff-page.h"
#include "views/staff-person-page.h"
#include "views/staff-slip-page.h"
#include "views/staff-words.h"
#include "views/today-page.h"

#define THAI "มะลิ ใจดี"
#define ARABIC "نور الهدى"

/* ---- Helpers ---- */

static HearthRecord *
find_account (Drive *drive, const char *user)
{
  g_autoptr (HearthQuery) query = hearth_query_new (&hearth_account_type);
  g_autoptr (GError) error = NULL;
  g_autoptr (GListModel) accounts = hearth_store_list (drive_get_store (drive), query, &error);

  g_assert_no_error (error);
  for (guint i = 0; i < g_list_model_get_n_items (accounts); i++)
    {
      g_autoptr (HearthRecord) account = g_list_model_get_item (accounts, i);

      if (g_str_equal (hearth_record_get (account, "user"), user))
        return g_steal_pointer (&account);
    }
  return NULL;
}

/* Whether @user holds the key of @compartment, as the store says. */
static bool
holds (Drive *drive, const char *user, const char *compartment)
{
  g_autoptr (HearthRecord) account = find_account (drive, user);
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) holders = hearth_store_list_holders (drive_get_store (drive), &error);

  g_assert_no_error (error);
  return hearth_holder_has (hearth_holders_lookup (holders, hearth_record_get_id (account)), compartment);
}

static bool
may_open (Drive *drive, const char *user, const char *password)
{
  g_autoptr (HearthKeyring) keyring = hearth_vault_unlock (drive->house->folder, user, password, NULL);

  if (keyring != NULL)
    hearth_keyring_close (keyring);
  return keyring != NULL;
}

static Drive *
drive_with (const char *const *people)
{
  HearthTestHouse *house = hearth_test_house_new ();
  Drive *drive;

  for (; *people != NULL; people += 2)
    hearth_test_house_add_person (house, people[0], people[1]);
  drive = drive_new_in (house);
  drive_sign_in (drive, HEARTH_TEST_USER, HEARTH_TEST_PASSWORD);
  hearth_test_wait_until (hearth_window_get_session (drive->window) != NULL);
  hearth_test_settle ();
  return drive;
}

static void
show_staff (Drive *drive)
{
  drive_activate (drive, "win.section", "staff");
  g_assert_true (HEARTH_IS_STAFF_PAGE (drive_get_page (drive)));
}

static void
show_person (Drive *drive, const char *user)
{
  g_autoptr (HearthRecord) account = find_account (drive, user);

  drive_activate (drive, "win.open-record", hearth_record_get_id (account));
  g_assert_true (HEARTH_IS_STAFF_PERSON_PAGE (drive_get_page (drive)));
}

static gpointer
need_row (gpointer root, const char *title)
{
  return drive_need (root, ADW_TYPE_ACTION_ROW, title);
}

static const char *
get_subtitle (gpointer root, const char *title)
{
  return adw_action_row_get_subtitle (need_row (root, title));
}

static void
page_action (Drive *drive, const char *action)
{
  g_assert_true (gtk_widget_activate_action (GTK_WIDGET (drive_get_page (drive)), action, NULL));
  hearth_test_settle ();
}

static void
answer (Drive *drive, const char *label)
{
  drive_press (drive_get_dialog (drive), label);
  hearth_test_settle ();
}

static void
give_reason (Drive *drive, const char *reason)
{
  gtk_editable_set_text (drive_need (drive_get_dialog (drive), ADW_TYPE_ENTRY_ROW, "Reason"), reason);
}

/* ---- The list ---- */

static void
test_who_sees_it (void)
{
  static const char *const people[] = { "ann", "duty-carer", "max", "house-manager", "ida", "administrator",
                                        "leo", "auditor",    NULL };
  static const struct {
    const char *user;
    bool sees;
  } cases[] = { { "ann", false }, { "max", true }, { "ida", true }, { "leo", false } };
  g_autoptr (Drive) drive = drive_with (people);

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      drive_activate (drive, "win.lock", NULL);
      drive_sign_in (drive, cases[i].user, HEARTH_TEST_PASSWORD);
      hearth_test_wait_until (hearth_window_get_session (drive->window) != NULL);
      hearth_test_settle ();
      g_assert_true (hearth_staff_page_is_for (drive_get_store (drive)) == cases[i].sees);
      drive_activate (drive, "win.section", "staff");
      g_assert_true (HEARTH_IS_STAFF_PAGE (drive_get_page (drive)) == cases[i].sees);
    }
}

static void
test_list (void)
{
  static const char *const people[] = { "nuri", "nurse", THAI, "counsellor", ARABIC, "duty-carer", NULL };
  g_autoptr (Drive) drive = drive_with (people);
  AdwNavigationPage *page;
  GtkEditable *search;

  show_staff (drive);
  page = drive_get_page (drive);
  g_assert_nonnull (strstr (get_subtitle (page, "nuri"), "Nurse · May sign in"));
  g_assert_nonnull (strstr (get_subtitle (page, "nuri"), "No staff file yet"));
  need_row (page, THAI);
  need_row (page, ARABIC);

  /* Typing narrows; whoever reads the list sees names only. */
  page_action (drive, "page.find");
  search = drive_need (page, GTK_TYPE_SEARCH_ENTRY, NULL);
  gtk_editable_set_text (search, "มะลิ");
  hearth_test_wait_until (drive_find (page, ADW_TYPE_ACTION_ROW, "nuri") == NULL);
  need_row (page, THAI);
  gtk_editable_set_text (search, "nobody called so");
  hearth_test_wait_until (drive_find (page, GTK_TYPE_LABEL, "Nobody found") != NULL);
  gtk_editable_set_text (search, "NURSE");
  hearth_test_wait_until (drive_find (page, GTK_TYPE_LABEL, "Nobody found") == NULL &&
                          drive_find (page, ADW_TYPE_ACTION_ROW, THAI) == NULL);
  need_row (page, "nuri");
}

static void
test_checks (void)
{
  static const char *const people[] = { "ann", "duty-carer", "ben", "duty-carer", "cid", "teacher", NULL };
  static const struct {
    const char *user, *result, *expires, *words;
  } cases[] = {
    { "ann", "clear", "2027-01-01", "Check good until" },
    { "ben", "clear", "2026-02-01", "Check ran out on" },
    { "cid", "not_clear", "", "may not work with residents" },
  };
  g_autoptr (Drive) drive = drive_with (people);

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (HearthRecord) account = find_account (drive, cases[i].user);
      g_autoptr (HearthRecord) file = hearth_record_new (&hearth_staff_file_type);
      g_autoptr (GError) error = NULL;

      hearth_record_set (file, "account", hearth_record_get_id (account));
      hearth_record_set (file, "position", "Carer");
      hearth_record_set (file, "started", "2025-01-01");
      hearth_record_set (file, "check_result", cases[i].result);
      hearth_record_set (file, "check_expires", cases[i].expires);
      hearth_store_save (drive_get_store (drive), file, NULL, NULL, &error);
      g_assert_no_error (error);
    }
  show_staff (drive);
  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    g_assert_nonnull (strstr (get_subtitle (drive_get_page (drive), cases[i].user), cases[i].words));
}

/* A house with many people, at the narrowest. */
static void
test_many (void)
{
  HearthTestHouse *house = hearth_test_house_new ();
  g_autoptr (Drive) drive = NULL;
  GtkListBox *list;
  int n = 0;

  for (int i = 0; i < 60; i++)
    {
      g_autofree char *user = g_strdup_printf ("%s %d", i % 2 ? THAI : ARABIC, i);

      hearth_test_house_add_person (house, user, i % 3 ? "duty-carer" : "nurse");
    }
  drive = drive_new_in (house);
  gtk_window_set_default_size (GTK_WINDOW (drive->window), 360, 720);
  drive_sign_in (drive, HEARTH_TEST_USER, HEARTH_TEST_PASSWORD);
  hearth_test_wait_until (hearth_window_get_session (drive->window) != NULL);
  show_staff (drive);
  list = drive_need (drive_get_page (drive), GTK_TYPE_LIST_BOX, NULL);
  while (gtk_list_box_get_row_at_index (list, n) != NULL)
    n++;
  g_assert_cmpint (n, ==, 61);
  g_assert_cmpint (gtk_widget_get_width (GTK_WIDGET (drive->window)), <=, 360);
}

/* ---- A new person ---- */

static void
test_suggested_names (void)
{
  g_autoptr (GListStore) accounts = g_list_store_new (HEARTH_TYPE_RECORD);
  static const char *const users[] = { "Dora", "mali", "mali jaidee" };
  static const struct {
    const char *name, *user;
  } cases[] = {
    { "Anna Maria Lopez", "anna" },
    { " DORA  Smith", "dora smith" },
    { "Mali Jaidee", "mali 2" },
    { THAI, "มะลิ" },
    { ARABIC, "نور" },
    { "  ", "" },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (users); i++)
    {
      g_autoptr (HearthRecord) account = hearth_record_new (&hearth_account_type);

      hearth_record_set (account, "user", users[i]);
      g_list_store_append (accounts, account);
    }
  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *user = hearth_staff_suggest_user (cases[i].name, G_LIST_MODEL (accounts));

      g_assert_cmpstr (user, ==, cases[i].user);
    }
}

static void
test_new_person (void)
{
  g_autoptr (Drive) drive = drive_new_signed_in ();
  g_autofree char *password = NULL;
  g_autofree char *user = NULL;
  AdwActionRow *row;

  show_staff (drive);
  drive_activate (drive, "win.new", NULL);
  g_assert_true (HEARTH_IS_STAFF_NEW_PAGE (drive_get_page (drive)));
  drive_type (drive_get_page (drive), "name", THAI);
  user = hearth_field_row_dup_text (drive_get_row (drive_get_page (drive), "user"));
  g_assert_cmpstr (user, ==, "มะลิ");
  drive_type (drive_get_page (drive), "user", "Mali Of The Night");
  drive_type (drive_get_page (drive), "role", "nurse");
  /* The founder holds every key. */
  g_assert_cmpstr (get_subtitle (drive_get_page (drive), "Medical"), ==, "Is given with the account.");
  page_action (drive, "page.save");
  hearth_test_wait_until (HEARTH_IS_STAFF_SLIP_PAGE (drive_get_page (drive)));
  hearth_test_settle ();

  row = need_row (drive_get_page (drive), "First password");
  password = g_strdup (adw_action_row_get_subtitle (row));
  g_assert_false (adw_action_row_get_subtitle_selectable (row));
  g_assert_true (hearth_password_is_strong_enough (password));
  g_assert_true (holds (drive, "Mali Of The Night", "medical"));
  g_assert_true (may_open (drive, "mali  of the NIGHT", password));
  drive_press (drive_get_page (drive), "It is on paper");
  g_assert_true (HEARTH_IS_STAFF_PERSON_PAGE (drive_get_page (drive)));
  g_assert_false (gtk_widget_activate_action (GTK_WIDGET (drive_get_page (drive)), "page.print", NULL));
  /* Back leads to the list, not to the slip. */
  drive_activate (drive, "win.back", NULL);
  g_assert_true (HEARTH_IS_STAFF_PAGE (drive_get_page (drive)));
  g_assert_nonnull (strstr (get_subtitle (drive_get_page (drive), THAI), "Has not signed in yet"));

  /* Somebody who never came is removed like anybody. */
  show_person (drive, "Mali Of The Night");
  page_action (drive, "page.remove");
  adw_switch_row_set_active (drive_need (drive_get_dialog (drive), ADW_TYPE_SWITCH_ROW,
                                         "Replace the house key"),
                             FALSE);
  give_reason (drive, "Took another post");
  answer (drive, "Remove");
  g_assert_null (drive_get_dialog (drive));
  g_assert_false (may_open (drive, "Mali Of The Night", password));
}

static void
test_new_person_problems (void)
{
  static const char *const people[] = { "nuri", "nurse", NULL };
  g_autoptr (Drive) drive = drive_with (people);
  AdwNavigationPage *page;

  show_staff (drive);
  drive_activate (drive, "win.new", NULL);
  page = drive_get_page (drive);
  page_action (drive, "page.save");
  g_assert_cmpstr (hearth_field_row_get_problem (drive_get_row (page, "name")), !=, "");
  g_assert_cmpstr (hearth_field_row_get_problem (drive_get_row (page, "role")), !=, "");

  drive_type (page, "name", "Another Nuri");
  drive_type (page, "user", "  NURI ");
  drive_type (page, "role", "teacher");
  page_action (drive, "page.save");
  hearth_test_wait_until (*hearth_field_row_get_problem (drive_get_row (page, "user")) != '\0');
  g_assert_true (drive_get_page (drive) == page);
  g_assert_true (gtk_widget_is_sensitive (GTK_WIDGET (drive_get_row (page, "user"))));
  g_assert_cmpint (drive_count (drive, "account"), ==, 2);
  /* And then it goes on with what was typed. */
  drive_type (page, "user", "nuri two");
  page_action (drive, "page.save");
  hearth_test_wait_until (HEARTH_IS_STAFF_SLIP_PAGE (drive_get_page (drive)));
  g_assert_cmpint (drive_count (drive, "account"), ==, 3);
}

/* What an administrator makes waits for a director, and each of them reads so. */
static void
test_waits (void)
{
  static const char *const people[] = { "ida", "administrator", NULL };
  g_autoptr (Drive) drive = drive_with (people);

  drive_activate (drive, "win.lock", NULL);
  drive_sign_in (drive, "ida", HEARTH_TEST_PASSWORD);
  hearth_test_wait_until (hearth_window_get_session (drive->window) != NULL);
  show_staff (drive);
  drive_activate (drive, "win.new", NULL);
  drive_type (drive_get_page (drive), "name", "Nuri");
  drive_type (drive_get_page (drive), "role", "nurse");
  /* Who holds no key gives none, and reads who can. */
  g_assert_nonnull (strstr (get_subtitle (drive_get_page (drive), "Medical"), HEARTH_TEST_USER));
  page_action (drive, "page.save");
  hearth_test_wait_until (HEARTH_IS_STAFF_SLIP_PAGE (drive_get_page (drive)));
  drive_need (drive_get_page (drive), GTK_TYPE_LABEL, "Waits for approval");
  drive_press (drive_get_page (drive), "It is on paper");
  drive_activate (drive, "win.back", NULL);
  g_assert_nonnull (strstr (get_subtitle (drive_get_page (drive), "Nuri"), "Waits for approval"));
}

/* ---- Keys ---- */

static void
test_give_and_take (void)
{
  static const char *const people[] = { "tea", "teacher", NULL };
  g_autoptr (Drive) drive = drive_with (people);

  show_person (drive, "tea");
  g_assert_false (holds (drive, "tea", "medical"));
  drive_press (need_row (drive_get_page (drive), "Medical"), "Give the key…");
  /* Not without saying that the role does not ask for it. */
  g_assert_nonnull (strstr (adw_alert_dialog_get_body (ADW_ALERT_DIALOG (drive_get_dialog (drive))),
                            "The role does not ask for it"));
  answer (drive, "Cancel");
  g_assert_false (holds (drive, "tea", "medical"));
  drive_press (need_row (drive_get_page (drive), "Medical"), "Give the key…");
  answer (drive, "Give the key");
  g_assert_true (holds (drive, "tea", "medical"));

  drive_press (need_row (drive_get_page (drive), "Medical"), "Take away…");
  g_assert_false (gtk_widget_is_sensitive (drive_need (drive_get_dialog (drive), GTK_TYPE_BUTTON,
                                                       "Take the key away")));
  give_reason (drive, "Was given by mistake");
  answer (drive, "Take the key away");
  hearth_test_wait_until (!holds (drive, "tea", "medical"));
  g_assert_true (holds (drive, HEARTH_TEST_USER, "medical"));
}

/* The last who holds a key keeps it, and reads why; and nobody gives what they do not hold. */
static void
test_keys_without_button (void)
{
  static const char *const people[] = { "cora", "counsellor", "tea", "teacher", NULL };
  g_autoptr (Drive) drive = drive_with (people);
  gpointer row;

  show_person (drive, HEARTH_TEST_USER);
  row = need_row (drive_get_page (drive), "Medical");
  g_assert_null (drive_find (row, GTK_TYPE_BUTTON, "Take away…"));
  g_assert_nonnull (strstr (adw_action_row_get_subtitle (row), "as the only person"));

  drive_activate (drive, "win.lock", NULL);
  drive_sign_in (drive, "cora", HEARTH_TEST_PASSWORD);
  hearth_test_wait_until (hearth_window_get_session (drive->window) != NULL);
  show_person (drive, "tea");
  g_assert_null (drive_find (need_row (drive_get_page (drive), "Medical"), GTK_TYPE_BUTTON, "Give the key…"));
  g_assert_nonnull (drive_find (need_row (drive_get_page (drive), "Counselling"), GTK_TYPE_BUTTON,
                                "Give the key…"));
  /* Who does not manage accounts neither changes nor removes one. */
  g_assert_null (drive_find (drive_get_page (drive), ADW_TYPE_BUTTON_ROW, "Remove from the house…"));
  g_assert_null (drive_find (drive_get_page (drive), ADW_TYPE_BUTTON_ROW, "Change the account…"));
}

/* Who waits for a key stands on Today for whoever can give it. */
static void
test_request_on_today (void)
{
  static const char *const people[] = { "nuri", "nurse", NULL };
  g_autoptr (Drive) drive = drive_with (people);
  g_autoptr (HearthRecord) resident = drive_add_resident (drive, "Mali");
  g_autoptr (HearthRecord) nuri = find_account (drive, "nuri");
  g_autoptr (GError) error = NULL;

  hearth_store_revoke (drive_get_store (drive), hearth_record_get_id (nuri), "medical", "A try", &error);
  g_assert_no_error (error);
  drive_activate (drive, "win.section", "staff");
  drive_activate (drive, "win.section", "today");
  g_assert_nonnull (strstr (get_subtitle (drive_get_page (drive), "Waits for the medical key"), "nuri"));
  gtk_widget_activate (need_row (drive_get_page (drive), "Waits for the medical key"));
  hearth_test_wait_until (HEARTH_IS_STAFF_PERSON_PAGE (drive_get_page (drive)));
  drive_press (need_row (drive_get_page (drive), "Medical"), "Give the key…");
  answer (drive, "Give the key");
  g_assert_true (holds (drive, "nuri", "medical"));
}

static const HearthHolder *
find_sheet (Drive *drive, GPtrArray **holders)
{
  g_autoptr (GError) error = NULL;

  *holders = hearth_store_list_holders (drive_get_store (drive), &error);
  g_assert_no_error (error);
  return hearth_holders_lookup_sheet (*holders);
}

/* Who holds no key makes a new sheet, and sees what it waits for and who can give it. */
static void
make_empty_sheet (Drive *drive)
{
  g_autoptr (HearthRecoverySheet) sheet = NULL;
  g_autoptr (GError) error = NULL;
  gpointer page;

  drive_activate (drive, "win.lock", NULL);
  drive_sign_in (drive, "ida", HEARTH_TEST_PASSWORD);
  hearth_test_wait_until (hearth_window_get_session (drive->window) != NULL);
  hearth_test_settle ();
  g_assert_true (HEARTH_IS_STAFF_PAGE (drive_get_page (drive)));
  g_assert_cmpstr (get_subtitle (drive_get_page (drive), "Recovery sheet"), ==, "Has every key");
  g_assert_null (drive_find (drive_get_page (drive), ADW_TYPE_ACTION_ROW, "Waits for the legal key"));
  hearth_store_replace_sheet (drive_get_store (drive), &sheet, &error);
  g_assert_no_error (error);

  drive_activate (drive, "win.recovery-sheet", NULL);
  page = drive_get_page (drive);
  g_assert_true (HEARTH_IS_SHEET_PAGE (page));
  g_assert_null (drive_find (page, GTK_TYPE_BUTTON, "Give the key…"));
  drive_activate (drive, "win.back", NULL);
  page = drive_get_page (drive);
  g_assert_nonnull (strstr (get_subtitle (page, "Recovery sheet"), "the medical key"));
  g_assert_nonnull (strstr (get_subtitle (page, "Waits for the legal key"), "The recovery sheet"));
  g_assert_nonnull (strstr (get_subtitle (page, "Waits for the legal key"), "It can be given by: "));
  /* Nobody told them on a page of today. */
  drive_need (page, HEARTH_TYPE_COPY_NOTE, NULL);
}

static void
test_sheet_waits (void)
{
  static const char *const people[] = { "ida", "administrator", NULL };
  static const char *const labels[] = { "Counselling", "Medical", "Legal", "Safeguarding" };
  g_autoptr (Drive) drive = drive_with (people);
  g_autoptr (HearthRecord) resident = drive_add_resident (drive, "Mali");
  g_autoptr (GPtrArray) holders = NULL;

  make_empty_sheet (drive);
  drive_activate (drive, "win.lock", NULL);
  drive_sign_in_again (drive);
  drive_activate (drive, "win.section", "today");
  gtk_widget_activate (need_row (drive_get_page (drive), "Waits for the medical key"));
  hearth_test_wait_until (HEARTH_IS_SHEET_PAGE (drive_get_page (drive)));
  for (gsize i = 0; i < G_N_ELEMENTS (labels); i++)
    {
      drive_press (need_row (drive_get_page (drive), labels[i]), "Give the key…");
      answer (drive, "Give the key");
      g_assert_true (g_str_has_prefix (get_subtitle (drive_get_page (drive), labels[i]), "Has it."));
    }
  g_assert_cmpuint (g_strv_length (find_sheet (drive, &holders)->compartments), ==, G_N_ELEMENTS (labels));
  /* A sheet keeps what it has. */
  g_assert_null (drive_find (drive_get_page (drive), GTK_TYPE_BUTTON, "Take away…"));
  drive_activate (drive, "win.back", NULL);
  g_assert_cmpstr (get_subtitle (drive_get_page (drive), "Recovery sheet"), ==, "Has every key");
  drive_activate (drive, "win.section", "today");
  hearth_test_wait_until (drive_find (drive_get_page (drive), ADW_TYPE_ACTION_ROW,
                                      "Waits for the medical key") == NULL);
}

/* ---- Another first password ---- */

static void
test_reset (void)
{
  static const char *const people[] = { "nuri", "nurse", NULL };
  g_autoptr (Drive) drive = drive_with (people);
  g_autofree char *password = NULL;

  show_person (drive, "nuri");
  page_action (drive, "page.reset");
  g_assert_true (may_open (drive, "nuri", HEARTH_TEST_PASSWORD));
  answer (drive, "Make one");
  hearth_test_wait_until (HEARTH_IS_STAFF_SLIP_PAGE (drive_get_page (drive)));
  password = g_strdup (get_subtitle (drive_get_page (drive), "First password"));
  g_assert_false (may_open (drive, "nuri", HEARTH_TEST_PASSWORD));
  g_assert_true (may_open (drive, "nuri", password));
  g_assert_true (holds (drive, "nuri", "medical"));
}

/* ---- Leaving ---- */

static void
test_oneself (void)
{
  g_autoptr (Drive) drive = drive_new_signed_in ();

  show_person (drive, HEARTH_TEST_USER);
  g_assert_nonnull (drive_find (drive_get_page (drive), GTK_TYPE_LABEL,
                                "This is your own account. Somebody else who manages accounts removes it, or "
                                "gives it another first password."));
  g_assert_null (drive_find (drive_get_page (drive), ADW_TYPE_BUTTON_ROW, "Remove from the house…"));
  g_assert_null (drive_find (drive_get_page (drive), ADW_TYPE_BUTTON_ROW, "New first password…"));
  page_action (drive, "page.roles");
  g_assert_true (HEARTH_IS_ROLES_PAGE (drive_get_page (drive)));
}

static void
test_last_director (void)
{
  static const char *const people[] = { "ida", "administrator", NULL };
  g_autoptr (Drive) drive = drive_with (people);

  drive_activate (drive, "win.lock", NULL);
  drive_sign_in (drive, "ida", HEARTH_TEST_PASSWORD);
  hearth_test_wait_until (hearth_window_get_session (drive->window) != NULL);
  show_person (drive, HEARTH_TEST_USER);
  g_assert_null (drive_find (drive_get_page (drive), ADW_TYPE_BUTTON_ROW, "Remove from the house…"));
  g_assert_nonnull (drive_find (drive_get_page (drive), GTK_TYPE_LABEL,
                                HEARTH_TEST_USER
                                " is the only director. Make somebody else director first: a "
                                "house needs one who can decide."));
}

static void
test_remove (void)
{
  static const char *const people[] = { "nuri", "nurse", "tea", "teacher", NULL };
  g_autoptr (Drive) drive = drive_with (people);

  show_person (drive, "nuri");
  page_action (drive, "page.remove");
  adw_switch_row_set_active (drive_need (drive_get_dialog (drive), ADW_TYPE_SWITCH_ROW,
                                         "Replace the house key"),
                             FALSE);
  give_reason (drive, "Has moved away");
  answer (drive, "Remove");
  g_assert_false (may_open (drive, "nuri", HEARTH_TEST_PASSWORD));
  g_assert_true (may_open (drive, "tea", HEARTH_TEST_PASSWORD));
  g_assert_true (HEARTH_IS_STAFF_PERSON_PAGE (drive_get_page (drive)));
  g_assert_null (drive_find (drive_get_page (drive), ADW_TYPE_BUTTON_ROW, "New first password…"));

  /* The key is still to be replaced, and the list says so. */
  drive_activate (drive, "win.back", NULL);
  g_assert_nonnull (strstr (get_subtitle (drive_get_page (drive), "nuri"), "No longer signs in"));
  g_assert_true (hearth_store_wants_rotation (drive_get_store (drive)));
  g_assert_true (adw_banner_get_revealed (drive_need (drive_get_page (drive), ADW_TYPE_BANNER, NULL)));
}

static void
test_remove_and_rotate (void)
{
  static const char *const people[] = { "nuri", "nurse", "tea", "teacher", NULL };
  g_autoptr (Drive) drive = drive_with (people);
  g_autoptr (HearthRecord) resident = drive_add_resident (drive, "Mali");
  HearthKeyring *keyring = hearth_session_get_keyring (hearth_window_get_session (drive->window));
  unsigned int epoch = hearth_keyring_get_epoch (keyring);

  show_person (drive, "nuri");
  page_action (drive, "page.remove");
  g_assert_true (adw_switch_row_get_active (drive_need (drive_get_dialog (drive), ADW_TYPE_SWITCH_ROW,
                                                        "Replace the house key")));
  g_assert_false (adw_switch_row_get_active (drive_need (drive_get_dialog (drive), ADW_TYPE_SWITCH_ROW,
                                                         "New recovery sheet")));
  give_reason (drive, "Has moved away");
  answer (drive, "Remove");
  /* The house is closed meanwhile, and open again for the same person without a password. */
  g_assert_null (hearth_window_get_session (drive->window));
  hearth_test_wait_until (hearth_window_get_session (drive->window) != NULL);
  hearth_test_wait_until (drive_get_dialog (drive) != NULL);
  g_assert_cmpstr (adw_alert_dialog_get_heading (ADW_ALERT_DIALOG (drive_get_dialog (drive))), ==,
                   "The house key is replaced");
  answer (drive, "Close");
  keyring = hearth_session_get_keyring (hearth_window_get_session (drive->window));
  g_assert_cmpuint (hearth_keyring_get_epoch (keyring), ==, epoch + 1);
  g_assert_cmpint (drive_count (drive, "resident"), ==, 1);
  g_assert_false (hearth_store_wants_rotation (drive_get_store (drive)));
  g_assert_false (may_open (drive, "nuri", HEARTH_TEST_PASSWORD));
  g_assert_true (may_open (drive, "tea", HEARTH_TEST_PASSWORD));
  g_assert_cmpstr (hearth_record_get (hearth_store_get_account (drive_get_store (drive)), "user"), ==,
                   HEARTH_TEST_USER);
}

/* Whoever looks after accounts could have seen the sheet: a new one is offered, and the old one opens nothing. */
static void
test_new_sheet (void)
{
  static const char *const people[] = { "ida", "administrator", NULL };
  g_autoptr (Drive) drive = drive_with (people);
  g_autoptr (HearthKeyring) opened = NULL;
  g_autofree char *first = NULL;
  g_autofree char *second = NULL;
  AdwDialog *dialog;
  HearthRecoverySheet *old = drive->house->sheet;

  show_person (drive, "ida");
  page_action (drive, "page.remove");
  g_assert_true (adw_switch_row_get_active (drive_need (drive_get_dialog (drive), ADW_TYPE_SWITCH_ROW,
                                                        "New recovery sheet")));
  adw_switch_row_set_active (drive_need (drive_get_dialog (drive), ADW_TYPE_SWITCH_ROW,
                                         "Replace the house key"),
                             FALSE);
  give_reason (drive, "Has moved away");
  answer (drive, "Remove");
  hearth_test_wait_until (drive_find (drive_get_dialog (drive), HEARTH_TYPE_SHEET_STEP, NULL) != NULL);
  dialog = drive_get_dialog (drive);
  first = g_strdup (get_subtitle (dialog, "First half"));
  second = g_strdup (get_subtitle (dialog, "Second half"));
  drive_press (dialog, "It is on paper");
  gtk_editable_set_text (drive_need (dialog, ADW_TYPE_ENTRY_ROW, "First half"), first);
  gtk_editable_set_text (drive_need (dialog, ADW_TYPE_ENTRY_ROW, "Second half"), second);
  hearth_test_settle ();
  drive_press (dialog, "Next");
  hearth_test_wait_until (drive_get_dialog (drive) != NULL && ADW_IS_ALERT_DIALOG (drive_get_dialog (drive)));
  answer (drive, "Close");

  opened = hearth_vault_unlock_with_sheet (drive->house->folder, first, second, NULL, NULL);
  g_assert_nonnull (opened);
  hearth_keyring_close (opened);
  g_assert_null (hearth_vault_unlock_with_sheet (drive->house->folder, old->first_half, old->second_half,
                                                 NULL, NULL));
}

/* Nobody comes back to a house that opens by itself. */
static void
test_left_while_rotating (void)
{
  static const char *const people[] = { "tea", "teacher", NULL };
  g_autoptr (Drive) drive = drive_with (people);

  show_staff (drive);
  page_action (drive, "page.replace-house-key");
  answer (drive, "Replace it");
  g_assert_null (hearth_window_get_session (drive->window));
  hearth_window_lock (drive->window, HEARTH_LOCK_SCREEN);
  hearth_test_wait_until (drive_find (drive->window, ADW_TYPE_PASSWORD_ENTRY_ROW, "Password") != NULL);
  g_assert_null (hearth_window_get_session (drive->window));
  drive_sign_in (drive, "tea", HEARTH_TEST_PASSWORD);
  hearth_test_wait_until (hearth_window_get_session (drive->window) != NULL);
}

/* A program that was ended in the middle: whoever signs in next reads what became of it. */
static void
test_interrupted (void)
{
  HearthTestHouse *house = hearth_test_house_new ();
  g_autoptr (Drive) drive = NULL;
  g_autoptr (GPtrArray) people = NULL;
  g_autoptr (GError) error = NULL;

  people = hearth_vault_list_slots (house->folder, house->keyring, &error);
  g_assert_no_error (error);
  hearth_vault_begin_rotation (house->folder, house->keyring, people, &error);
  g_assert_no_error (error);
  drive = drive_new_in (house);
  drive_sign_in (drive, HEARTH_TEST_USER, HEARTH_TEST_PASSWORD);
  hearth_test_wait_until (drive_get_dialog (drive) != NULL);
  g_assert_cmpstr (adw_alert_dialog_get_heading (ADW_ALERT_DIALOG (drive_get_dialog (drive))), ==,
                   "The house key was not replaced");
  answer (drive, "Close");

  /* Once. */
  drive_activate (drive, "win.lock", NULL);
  drive_sign_in (drive, HEARTH_TEST_USER, HEARTH_TEST_PASSWORD);
  hearth_test_wait_until (hearth_window_get_session (drive->window) != NULL);
  g_assert_null (drive_get_dialog (drive));
}

/* ---- Roles ---- */

static void
test_roles (void)
{
  g_autoptr (Drive) drive = drive_new_signed_in ();
  unsigned int n_roles, n_types;
  const HearthRole *roles = hearth_roles_get (&n_roles);
  const HearthRecordType *const *types = hearth_records_get_types (&n_types);
  GtkWidget *stack;

  for (unsigned int i = 0; i < n_roles; i++)
    g_assert_nonnull (roles[i].words);

  show_staff (drive);
  page_action (drive, "page.roles");
  adw_combo_row_set_selected (drive_need (drive_get_page (drive), ADW_TYPE_COMBO_ROW, "Role"), n_roles - 1);
  hearth_test_settle ();
  /* The auditor sees no resident, and the page says so. */
  g_assert_nonnull (drive_find (drive_get_page (drive), GTK_TYPE_LABEL, "Does not see"));
  for (unsigned int i = 0; i < n_types; i++)
    need_row (drive_get_page (drive), types[i]->label_plural);
  for (int action = 0; action < HEARTH_N_ACTIONS; action++)
    need_row (drive_get_page (drive), hearth_action_describe (action));

  stack = drive_need (drive_get_page (drive), ADW_TYPE_VIEW_STACK, NULL);
  adw_view_stack_set_visible_child_name (ADW_VIEW_STACK (stack), "all");
  hearth_test_settle ();
  for (unsigned int i = 0; i < n_types; i++)
    drive_need (stack, GTK_TYPE_LABEL, types[i]->label_plural);
  for (unsigned int i = 0; i < n_roles; i++)
    {
      g_autofree char *name = hearth_staff_dup_role (roles[i].code);

      drive_need (stack, GTK_TYPE_LABEL, name);
    }
}

int
main (int argc, char **argv)
{
  drive_init (&argc, &argv);

  g_test_add_func ("/views/staff/who-sees-it", test_who_sees_it);
  g_test_add_func ("/views/staff/list", test_list);
  g_test_add_func ("/views/staff/checks", test_checks);
  g_test_add_func ("/views/staff/many", test_many);
  g_test_add_func ("/views/staff/suggested-names", test_suggested_names);
  g_test_add_func ("/views/staff/new-person", test_new_person);
  g_test_add_func ("/views/staff/new-person-problems", test_new_person_problems);
  g_test_add_func ("/views/staff/waits", test_waits);
  g_test_add_func ("/views/staff/give-and-take", test_give_and_take);
  g_test_add_func ("/views/staff/keys-without-button", test_keys_without_button);
  g_test_add_func ("/views/staff/request-on-today", test_request_on_today);
  g_test_add_func ("/views/staff/sheet-waits", test_sheet_waits);
  g_test_add_func ("/views/staff/reset", test_reset);
  g_test_add_func ("/views/staff/oneself", test_oneself);
  g_test_add_func ("/views/staff/last-director", test_last_director);
  g_test_add_func ("/views/staff/remove", test_remove);
  g_test_add_func ("/views/staff/remove-and-rotate", test_remove_and_rotate);
  g_test_add_func ("/views/staff/new-sheet", test_new_sheet);
  g_test_add_func ("/views/staff/left-while-rotating", test_left_while_rotating);
  g_test_add_func ("/views/staff/interrupted", test_interrupted);
  g_test_add_func ("/views/staff/roles", test_roles);

  return g_test_run ();
}

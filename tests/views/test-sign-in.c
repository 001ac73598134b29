/* SPDX-License-Identifier: GPL-3.0-or-later
 * Signing in, making a house, and what a lock leaves behind: nothing.
 */
#include <glib/gstdio.h>

#include "app/new-house.h"
#include "records/registry.h"
#include "store/audit.h"
#include "store/draft.h"
#include "store/people.h"
#include "views/drive.h"

static void
test_wrong_password (void)
{
  g_autoptr (Drive) drive = drive_new ();
  g_autofree char *first = NULL;

  drive_sign_in (drive, HEARTH_TEST_USER, "not the password at all");
  hearth_test_wait_until (drive_get_alert (drive->window) != NULL);
  first = g_strdup (drive_get_alert (drive->window));
  g_assert_null (hearth_window_get_session (drive->window));

  /* An unknown name is answered with the same words. */
  drive_sign_in (drive, "nobody", HEARTH_TEST_PASSWORD);
  hearth_test_wait_until (drive_get_alert (drive->window) != NULL);
  g_assert_cmpstr (drive_get_alert (drive->window), ==, first);
  g_assert_null (hearth_window_get_session (drive->window));
}

static void
test_too_many_wrong (void)
{
  g_autoptr (Drive) drive = drive_new ();
  GtkWidget *button = drive_need (drive->window, GTK_TYPE_BUTTON, "Sign in");

  for (int i = 0; hearth_vault_get_wait (drive->house->folder) == 0; i++)
    {
      g_assert_cmpint (i, <, 5);
      drive_sign_in (drive, HEARTH_TEST_USER, "not the password at all");
      hearth_test_wait_until (drive_get_alert (drive->window) != NULL);
    }
  g_assert_false (gtk_widget_is_sensitive (button));
  hearth_test_wait_until (gtk_widget_is_sensitive (button));
  drive_sign_in (drive, HEARTH_TEST_USER, HEARTH_TEST_PASSWORD);
  hearth_test_wait_until (hearth_window_get_session (drive->window) != NULL);
}

/* Whose account is gone is told the same as a stranger: their key is gone too. */
static void
test_account_removed (void)
{
  HearthTestHouse *house = hearth_test_house_new ();
  g_autoptr (Drive) drive = NULL;
  g_autoptr (GListModel) accounts = NULL;
  g_autoptr (HearthQuery) query = hearth_query_new (hearth_records_lookup_type ("account"));
  g_autoptr (GError) error = NULL;

  hearth_test_house_add_person (house, "carer", "duty-carer");
  accounts = hearth_store_list (house->store, query, &error);
  g_assert_no_error (error);
  for (guint i = 0; i < g_list_model_get_n_items (accounts); i++)
    {
      g_autoptr (HearthRecord) account = g_list_model_get_item (accounts, i);

      if (!g_str_equal (hearth_record_get (account, "user"), "carer"))
        continue;
      hearth_store_remove_account (house->store, account, "Works somewhere else now", NULL, &error);
      g_assert_no_error (error);
    }
  g_clear_object (&accounts);
  drive = drive_new_in (house);
  drive_sign_in (drive, "carer", HEARTH_TEST_PASSWORD);
  hearth_test_wait_until (drive_get_alert (drive->window) != NULL);
  g_assert_nonnull (strstr (drive_get_alert (drive->window), "name or the password is not right"));
  g_assert_null (hearth_window_get_session (drive->window));
}

/* A rotation was begun and the program ended: the house opens, and with the sheet too. */
static void
test_rotation_interrupted (void)
{
  HearthTestHouse *house = hearth_test_house_new ();
  g_autoptr (Drive) drive = NULL;
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) slots = NULL;
  g_autofree char *left = g_build_filename (house->folder, "house.db.next", NULL);

  slots = hearth_vault_list_slots (house->folder, house->keyring, &error);
  g_assert_no_error (error);
  hearth_vault_begin_rotation (house->folder, house->keyring, slots, &error);
  g_assert_no_error (error);
  g_assert_true (g_file_set_contents (left, "half a database", -1, NULL));
  drive = drive_new_in (house);
  drive_sign_in (drive, HEARTH_TEST_USER, HEARTH_TEST_PASSWORD);
  hearth_test_wait_until (hearth_window_get_session (drive->window) != NULL);
  g_assert_nonnull (hearth_window_get_pane (drive->window));
  g_assert_false (g_file_test (left, G_FILE_TEST_EXISTS));
}

static void
test_no_house_there (void)
{
  g_autoptr (Drive) drive = drive_new ();
  static const char *const names[] = { "house.keys", "house.keys.previous" };

  for (gsize i = 0; i < G_N_ELEMENTS (names); i++)
    {
      g_autofree char *path = g_build_filename (drive->house->folder, names[i], NULL);

      g_unlink (path);
    }
  drive_sign_in (drive, HEARTH_TEST_USER, HEARTH_TEST_PASSWORD);
  hearth_test_wait_until (drive_get_alert (drive->window) != NULL);
  g_assert_null (hearth_window_get_session (drive->window));
}

static void
test_right_password (void)
{
  g_autoptr (Drive) drive = drive_new_signed_in ();

  g_assert_nonnull (hearth_window_get_pane (drive->window));
  g_assert_cmpstr (gtk_window_get_title (GTK_WINDOW (drive->window)), ==, "Hearth");
  drive_need (drive->window, GTK_TYPE_LABEL, HEARTH_TEST_USER);
  drive_need (drive->window, GTK_TYPE_LABEL, "Director");
  g_assert_true (drive_find (drive->window, GTK_TYPE_LABEL, "Demo house: invented people") == NULL);
}

/* Everything of the house is gone from memory once the program is locked, with pages, form and dialog open. */
static void
test_lock_drops_everything (void)
{
  g_autoptr (Drive) drive = drive_new_signed_in ();
  HearthRecord *resident = drive_add_resident (drive, "Mali");
  HearthStore *store = drive_get_store (drive);
  HearthHousePane *pane = hearth_window_get_pane (drive->window);
  HearthSession *session = hearth_window_get_session (drive->window);

  drive_activate (drive, "win.open-record", hearth_record_get_id (resident));
  drive_activate (drive, "win.new", NULL);
  drive_type (drive_get_page (drive), "positive_moment", "Laughed at breakfast");
  drive_activate (drive, "win.search", NULL);
  g_assert_nonnull (drive_get_dialog (drive));

  g_object_add_weak_pointer (G_OBJECT (store), (gpointer *) &store);
  g_object_add_weak_pointer (G_OBJECT (pane), (gpointer *) &pane);
  g_object_add_weak_pointer (G_OBJECT (session), (gpointer *) &session);
  g_object_add_weak_pointer (G_OBJECT (resident), (gpointer *) &resident);
  g_object_unref (resident);
  drive_activate (drive, "win.lock", NULL);

  g_assert_null (hearth_window_get_session (drive->window));
  g_assert_null (drive_get_dialog (drive));
  hearth_test_wait_until (pane == NULL && session == NULL && store == NULL && resident == NULL);
  drive_need (drive->window, ADW_TYPE_PASSWORD_ENTRY_ROW, "Password");

  /* What was typed is there again after signing in. */
  drive_sign_in (drive, HEARTH_TEST_USER, HEARTH_TEST_PASSWORD);
  hearth_test_wait_until (hearth_window_get_session (drive->window) != NULL);
  g_autoptr (GPtrArray) drafts = hearth_store_list_drafts (drive_get_store (drive), NULL);
  const HearthDraft *draft = g_ptr_array_index (drafts, 0);

  g_assert_cmpuint (drafts->len, ==, 1);
  g_assert_cmpstr (g_hash_table_lookup (draft->values, "positive_moment"), ==, "Laughed at breakfast");
}

/* ---- A new house ---- */

static void
result_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  *(GAsyncResult **) user_data = g_object_ref (result);
}

/* What was copied is of the house too. */
static void
test_lock_clears_clipboard (void)
{
  g_autoptr (Drive) drive = drive_new_signed_in ();
  GdkClipboard *clipboard = gtk_widget_get_clipboard (GTK_WIDGET (drive->window));

  gdk_clipboard_set_text (clipboard, "Mali, behind the market");
  g_assert_nonnull (gdk_clipboard_get_content (clipboard));
  drive_activate (drive, "win.lock", NULL);
  g_assert_null (gdk_clipboard_get_content (clipboard));
}

static HearthNewHouse *
make_house (HearthClock *clock, const char *folder, GError **error)
{
  HearthNewHouse *house = hearth_new_house_new (clock, hearth_key_cost_for_tests ());
  HearthNewHouseDetails details = {
    .folder = folder,
    .organisation = "An organisation",
    .house_name = "Garden",
    .person_name = "Ada",
    .user = "ada",
    .password = HEARTH_TEST_PASSWORD,
  };
  g_autoptr (GAsyncResult) result = NULL;

  hearth_new_house_make_async (house, &details, result_cb, &result);
  hearth_test_wait_until (result != NULL);
  hearth_new_house_make_finish (house, result, error);
  return house;
}

static bool
try_sheet (HearthNewHouse *house, const char *first, const char *second, int *wrong_half)
{
  g_autoptr (GAsyncResult) result = NULL;

  hearth_new_house_try_sheet_async (house, first, second, result_cb, &result);
  hearth_test_wait_until (result != NULL);
  return hearth_new_house_try_sheet_finish (house, result, wrong_half, NULL);
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

static void
test_new_house (void)
{
  g_autoptr (HearthClock) clock = hearth_test_clock_new ();
  g_autoptr (HearthTestFolder) parent = hearth_test_folder_new ();
  g_autofree char *folder = g_build_filename (parent, "garden", NULL);
  g_autoptr (GError) error = NULL;
  g_autoptr (HearthNewHouse) house = make_house (clock, folder, &error);
  g_autoptr (HearthSession) session = NULL;
  const HearthRecoverySheet *sheet = hearth_new_house_get_sheet (house);
  g_autofree char *misspelt = NULL;
  int wrong_half = 0;

  g_assert_no_error (error);
  g_assert_false (g_file_test (folder, G_FILE_TEST_EXISTS));
  misspelt = g_strdup (sheet->second_half);
  misspelt[0] = misspelt[0] == '7' ? '8' : '7';
  g_assert_false (try_sheet (house, sheet->first_half, misspelt, &wrong_half));
  g_assert_cmpint (wrong_half, ==, 2);
  g_assert_true (try_sheet (house, sheet->first_half, sheet->second_half, &wrong_half));

  session = hearth_new_house_finish (house, &error);
  g_assert_no_error (error);
  g_assert_cmpstr (hearth_record_get (hearth_store_get_house (hearth_session_get_store (session)), "name"),
                   ==, "Garden");
  g_assert_cmpstr (hearth_record_get (hearth_store_get_account (hearth_session_get_store (session)), "role"),
                   ==, "director");
  g_assert_true (g_file_test (folder, G_FILE_TEST_IS_DIR));
  g_assert_cmpuint (count_children (parent), ==, 1);
  hearth_session_close (session, "quit");
}

static void
test_new_house_given_up (void)
{
  g_autoptr (HearthClock) clock = hearth_test_clock_new ();
  g_autoptr (HearthTestFolder) parent = hearth_test_folder_new ();
  g_autofree char *folder = g_build_filename (parent, "garden", NULL);
  g_autoptr (GError) error = NULL;
  HearthNewHouse *house = make_house (clock, folder, &error);

  g_assert_no_error (error);
  g_assert_cmpuint (count_children (parent), ==, 1);
  g_assert_finalize_object (house);
  g_assert_cmpuint (count_children (parent), ==, 0);
}

static void
test_new_house_where_something_is (void)
{
  g_autoptr (HearthClock) clock = hearth_test_clock_new ();
  g_autoptr (HearthTestHouse) there = hearth_test_house_new ();
  g_autoptr (GError) error = NULL;
  g_autoptr (HearthNewHouse) house = make_house (clock, there->folder, &error);

  g_assert_error (error, HEARTH_STORE_ERROR, HEARTH_STORE_ERROR_EXISTS);
}

/* The store writes the row by itself, and lets people read when the disk is too full for it. */
static void
test_one_row_of_the_audit (void)
{
  g_autoptr (HearthTestHouse) house = hearth_test_house_new ();
  g_autoptr (HearthClock) clock = hearth_test_clock_new ();
  g_autoptr (HearthSession) session = NULL;
  g_autofree char *before = hearth_store_dup_anchor (house->store);
  g_autofree char *after = NULL;
  g_autoptr (GError) error = NULL;

  hearth_store_close (house->store);
  session = hearth_session_open_with_keyring (house->folder, house->keyring, clock, &error);
  g_assert_no_error (error);
  after = hearth_store_dup_anchor (hearth_session_get_store (session));
  /* Out, and in again. */
  g_assert_cmpint (g_ascii_strtoll (after, NULL, 10), ==, g_ascii_strtoll (before, NULL, 10) + 2);
  hearth_session_close (session, "quit");
}

int
main (int argc, char *argv[])
{
  drive_init (&argc, &argv);
  g_test_add_func ("/views/sign-in/wrong-password", test_wrong_password);
  g_test_add_func ("/views/sign-in/too-many-wrong", test_too_many_wrong);
  g_test_add_func ("/views/sign-in/no-house-there", test_no_house_there);
  g_test_add_func ("/views/sign-in/account-removed", test_account_removed);
  g_test_add_func ("/views/sign-in/rotation-interrupted", test_rotation_interrupted);
  g_test_add_func ("/views/sign-in/right-password", test_right_password);
  g_test_add_func ("/views/sign-in/one-row-of-the-audit", test_one_row_of_the_audit);
  g_test_add_func ("/views/lock/drops-everything", test_lock_drops_everything);
  g_test_add_func ("/views/lock/clears-clipboard", test_lock_clears_clipboard);
  g_test_add_func ("/views/new-house/whole-way", test_new_house);
  g_test_add_func ("/views/new-house/given-up", test_new_house_given_up);
  g_test_add_func ("/views/new-house/where-something-is", test_new_house_where_something_is);
  return g_test_run ();
}

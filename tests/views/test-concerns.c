/* SPDX-License-Identifier: GPL-3.0-or-later
 * Complaints by residents, and concerns about somebody who works here: passed on, sealed, hidden, answered.
 */
#include "records/registry.h"
#include "records/types.h"
#include "store/draft.h"
#include "store/people.h"
#include "views/concerns-page.h"
#include "views/drive.h"
#include "views/editor-page.h"

/* ---- Helpers ---- */

static void
sign_in (Drive *drive, const char *user)
{
  if (hearth_window_get_session (drive->window) != NULL)
    drive_activate (drive, "win.lock", NULL);
  hearth_test_wait_until (hearth_window_get_session (drive->window) == NULL);
  drive_sign_in (drive, user, HEARTH_TEST_PASSWORD);
  hearth_test_wait_until (hearth_window_get_session (drive->window) != NULL);
  hearth_test_settle ();
}

/* A house with one person of each of these roles, called as the role. */
static Drive *
drive_with (const char *const *roles)
{
  HearthTestHouse *house = hearth_test_house_new ();

  for (; *roles != NULL; roles++)
    hearth_test_house_add_person (house, *roles, *roles);
  return drive_new_in (house);
}

static void
activate_row (Drive *drive, const char *title)
{
  GtkWidget *row = drive_need (drive_get_page (drive), ADW_TYPE_ACTION_ROW, title);

  g_signal_emit_by_name (row, "activate");
  hearth_test_settle ();
}

static const char *
get_subtitle (Drive *drive, const char *title)
{
  AdwActionRow *row = drive_need (drive_get_page (drive), ADW_TYPE_ACTION_ROW, title);

  return adw_action_row_get_subtitle (row);
}

static bool
has_row (Drive *drive, const char *title)
{
  return drive_find (drive_get_page (drive), ADW_TYPE_ACTION_ROW, title) != NULL;
}

static GPtrArray *
list_drafts (Drive *drive)
{
  return hearth_store_list_drafts (drive_get_store (drive), NULL);
}

static char *
dup_account (Drive *drive, const char *user)
{
  g_autoptr (HearthQuery) query = hearth_query_new (&hearth_account_type);
  g_autoptr (GListModel) accounts = hearth_store_list (drive_get_store (drive), query, NULL);

  for (guint i = 0; i < g_list_model_get_n_items (accounts); i++)
    {
      g_autoptr (HearthRecord) account = g_list_model_get_item (accounts, i);

      if (g_str_equal (hearth_record_get (account, "user"), user))
        return g_strdup (hearth_record_get_id (account));
    }
  g_assert_not_reached ();
}

static HearthRecord *
get_only (Drive *drive, const HearthRecordType *type)
{
  g_autoptr (HearthQuery) query = hearth_query_new (type);
  g_autoptr (GError) error = NULL;
  g_autoptr (GListModel) records = hearth_store_list (drive_get_store (drive), query, &error);

  g_assert_no_error (error);
  g_assert_cmpuint (g_list_model_get_n_items (records), ==, 1);
  return g_list_model_get_item (records, 0);
}

/* ---- Concerns ---- */

static void
test_concern_passes_on (void)
{
  static const char *const roles[] = { "duty-carer", "house-manager", NULL };
  g_autoptr (Drive) drive = drive_with (roles);
  g_autoptr (GPtrArray) drafts = NULL;
  g_autoptr (HearthRecord) concern = NULL;

  sign_in (drive, "duty-carer");
  drive_activate (drive, "win.section", "concerns");
  g_assert_true (HEARTH_IS_CONCERNS_PAGE (drive_get_page (drive)));
  activate_row (drive, "Something about somebody who works here");
  g_assert_true (HEARTH_IS_EDITOR_PAGE (drive_get_page (drive)));
  /* Said before anybody types. */
  drive_need (drive_get_page (drive), ADW_TYPE_ACTION_ROW, "Who will read this");
  g_assert_false (gtk_widget_get_visible (GTK_WIDGET (drive_get_row (drive_get_page (drive), "closed_on"))));
  drive_type (drive_get_page (drive), "told", "Shouted at a resident");
  drive_activate (drive, "win.save", NULL);

  g_assert_false (HEARTH_IS_EDITOR_PAGE (drive_get_page (drive)));
  drive_need (drive_get_page (drive), GTK_TYPE_LABEL, "Thank you. It is passed on.");
  drafts = list_drafts (drive);
  g_assert_cmpuint (drafts->len, ==, 0);
  drive_press (drive_get_page (drive), "_Done");
  g_assert_true (HEARTH_IS_CONCERNS_PAGE (drive_get_page (drive)));
  g_assert_null (drive_find (drive_get_page (drive), ADW_TYPE_BUTTON_ROW, "All concerns"));

  sign_in (drive, "house-manager");
  drive_activate (drive, "win.section", "concerns");
  g_assert_null (drive_find (drive_get_page (drive), ADW_TYPE_BUTTON_ROW, "All concerns"));

  sign_in (drive, HEARTH_TEST_USER);
  drive_activate (drive, "win.section", "concerns");
  drive_need (drive_get_page (drive), ADW_TYPE_BUTTON_ROW, "All concerns");
  concern = get_only (drive, &hearth_allegation_type);
  g_assert_cmpstr (hearth_record_get (concern, "told"), ==, "Shouted at a resident");
}

static void
test_concern_from_incident (void)
{
  static const char *const roles[] = { "duty-carer", NULL };
  g_autoptr (Drive) drive = drive_with (roles);

  sign_in (drive, "duty-carer");
  drive_activate (drive, "win.section", "incidents");
  drive_activate (drive, "win.new", NULL);
  activate_row (drive, "About somebody who works here?");
  g_assert_nonnull (drive_get_row (drive_get_page (drive), "told"));
}

/* What was typed and not saved is the writer's own, and goes on as a form with its notes. */
static void
test_concern_draft (void)
{
  static const char *const roles[] = { "duty-carer", NULL };
  g_autoptr (Drive) drive = drive_with (roles);
  g_autofree char *typed = NULL;

  sign_in (drive, "duty-carer");
  drive_activate (drive, "win.section", "concerns");
  activate_row (drive, "Something about somebody who works here");
  drive_type (drive_get_page (drive), "told", "Shouted");
  gtk_widget_activate_action (GTK_WIDGET (drive_get_page (drive)), "navigation.pop", NULL);
  hearth_test_settle ();
  drive_press (drive_get_page (drive), "Continue");
  typed = hearth_field_row_dup_text (drive_get_row (drive_get_page (drive), "told"));
  g_assert_cmpstr (typed, ==, "Shouted");
  drive_need (drive_get_page (drive), ADW_TYPE_ACTION_ROW, "Who will read this");
}

/* Who held the key has left, and the colleague who was left behind never had it. */
static void
test_nobody_holds_the_key (void)
{
  HearthTestHouse *house = hearth_test_house_new ();
  g_autoptr (Drive) drive = NULL;
  g_autoptr (GError) error = NULL;
  g_autoptr (HearthRecord) founder = g_object_ref (hearth_store_get_account (house->store));
  g_autofree char *founder_id = g_strdup (hearth_record_get_id (founder));

  hearth_test_house_add_person (house, "second", "director");
  hearth_test_house_open (house, "second", HEARTH_TEST_PASSWORD);
  g_assert_true (hearth_store_revoke (house->store,
                                      hearth_record_get_id (hearth_store_get_account (house->store)),
                                      "safeguarding", "Not needed", &error));
  g_assert_no_error (error);
  g_clear_object (&founder);
  founder = hearth_store_load (house->store, founder_id, &error);
  g_assert_no_error (error);
  g_assert_true (hearth_store_remove_account (house->store, founder, "Left", NULL, &error));
  g_assert_no_error (error);
  g_clear_object (&founder);

  drive = drive_new_in (house);
  sign_in (drive, "second");
  drive_activate (drive, "win.section", "concerns");
  activate_row (drive, "Something about somebody who works here");
  drive_need (drive_get_page (drive), ADW_TYPE_ACTION_ROW, "Nobody can open this at present");
}

/* ---- Complaints ---- */

static void
write_complaint (Drive *drive, const char *about_staff)
{
  drive_activate (drive, "win.section", "concerns");
  activate_row (drive, "A resident complains");
  drive_type (drive_get_page (drive), "about", "food");
  drive_type (drive_get_page (drive), "text", "The soup is cold");
  if (about_staff != NULL)
    drive_type (drive_get_page (drive), "about_staff", about_staff);
  drive_activate (drive, "win.save", NULL);
}

static void
test_complaint_is_answered (void)
{
  static const char *const roles[] = { "duty-carer", "house-manager", NULL };
  g_autoptr (Drive) drive = drive_with (roles);
  g_autoptr (HearthRecord) complaint = NULL;

  sign_in (drive, "duty-carer");
  write_complaint (drive, NULL);
  drive_need (drive_get_page (drive), GTK_TYPE_LABEL, "Thank you. It is passed on.");

  sign_in (drive, "house-manager");
  drive_activate (drive, "win.section", "concerns");
  g_assert_true (g_str_has_prefix (get_subtitle (drive, "Food"), "14 days left"));
  activate_row (drive, "Food");
  drive_type (drive_get_page (drive), "answer", "It is warmed up from today on");
  drive_type (drive_get_page (drive), "answered_on", HEARTH_TEST_TODAY);
  drive_activate (drive, "win.save", NULL);
  g_assert_true (g_str_has_prefix (get_subtitle (drive, "Food"), "Answered on"));

  complaint = get_only (drive, &hearth_complaint_type);
  drive_activate (drive, "win.open-record", hearth_record_get_id (complaint));
  drive_type (drive_get_page (drive), "closed_on", HEARTH_TEST_TODAY);
  drive_activate (drive, "win.save", NULL);
  g_assert_false (has_row (drive, "Food"));
}

static void
test_late_answer (void)
{
  static const char *const roles[] = { "duty-carer", NULL };
  g_autoptr (Drive) drive = drive_with (roles);

  sign_in (drive, HEARTH_TEST_USER);
  write_complaint (drive, NULL);
  hearth_clock_set_fixed (hearth_store_get_clock (drive_get_store (drive)), "2026-03-18T10:00:00+07:00");
  drive_activate (drive, "win.section", "today");
  drive_activate (drive, "win.section", "concerns");
  g_assert_true (g_str_has_prefix (get_subtitle (drive, "Food"), "The answer is 3 days late"));
  drive_need (drive_get_page (drive), GTK_TYPE_LABEL, "Late");
}

/* Whoever is complained of does not see it, whatever their role. */
static void
test_complaint_is_hidden (void)
{
  static const char *const roles[] = { "duty-carer", "house-manager", NULL };
  g_autoptr (Drive) drive = drive_with (roles);
  g_autofree char *manager = NULL;

  sign_in (drive, "duty-carer");
  manager = dup_account (drive, "house-manager");
  write_complaint (drive, manager);
  sign_in (drive, "house-manager");
  drive_activate (drive, "win.section", "concerns");
  g_assert_false (has_row (drive, "Food"));
  sign_in (drive, HEARTH_TEST_USER);
  drive_activate (drive, "win.section", "concerns");
  g_assert_true (has_row (drive, "Food"));
}

int
main (int argc, char *argv[])
{
  drive_init (&argc, &argv);

  g_test_add_func ("/views/concerns/concern-passes-on", test_concern_passes_on);
  g_test_add_func ("/views/concerns/concern-from-incident", test_concern_from_incident);
  g_test_add_func ("/views/concerns/concern-draft", test_concern_draft);
  g_test_add_func ("/views/concerns/nobody-holds-the-key", test_nobody_holds_the_key);
  g_test_add_func ("/views/concerns/complaint-is-answered", test_complaint_is_answered);
  g_test_add_func ("/views/concerns/late-answer", test_late_answer);
  g_test_add_func ("/views/concerns/complaint-is-hidden", test_complaint_is_hidden);

  return g_test_run ();
}

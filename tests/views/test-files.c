/* SPDX-License-Identifier: GPL-3.0-or-later
 * Who sees what of a file: notes of a session, limited files, openings in an emergency, approvals, the audit.
 */
#include "records/registry.h"
#include "records/types.h"
#include "rules/approval.h"
#include "rules/emergency.h"
#include "store/draft.h"
#include "store/search.h"
#include "views/approvals-page.h"
#include "views/audit-page.h"
#include "views/closed-file-page.h"
#include "views/drive.h"
#include "views/editor-page.h"
#include "views/emergency-page.h"
#include "views/file-readers-page.h"
#include "views/file-seen-page.h"
#include "views/history-page.h"
#include "views/records-page.h"
#include "views/resident-page.h"

#define REASON "She fell, and nobody else is here"

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

/* A house with a resident, whose id it tells, and one person of each of @roles, called as the role; "other" is one more
 * counsellor. */
static Drive *
drive_with (const char *const *roles, char **resident)
{
  HearthTestHouse *house = hearth_test_house_new ();
  g_autoptr (HearthRecord) record = NULL;

  for (; *roles != NULL; roles++)
    hearth_test_house_add_person (house, *roles, g_str_equal (*roles, "other") ? "counsellor" : *roles);
  record = hearth_test_house_add_resident (house, "Mali");
  *resident = g_strdup (hearth_record_get_id (record));
  g_clear_object (&record);
  return drive_new_in (house);
}

static void
act (Drive *drive, const char *action, const char *target)
{
  g_assert_true (gtk_widget_activate_action_variant (GTK_WIDGET (drive_get_page (drive)), action,
                                                     target != NULL ? g_variant_new_string (target) : NULL));
  hearth_test_settle ();
}

/* Whether @action leads anywhere: one that is not for this person does nothing. */
static bool
may_act (Drive *drive, const char *action)
{
  AdwNavigationPage *page = drive_get_page (drive);

  gtk_widget_activate_action_variant (GTK_WIDGET (page), action, NULL);
  hearth_test_settle ();
  return drive_get_dialog (drive) != NULL || drive_get_page (drive) != page;
}

static char *
add (Drive *drive, const char *type, const char *resident, ...)
{
  g_autoptr (HearthRecord) record = hearth_record_new (hearth_records_lookup_type (type));
  g_autoptr (GPtrArray) problems = NULL;
  g_autoptr (GError) error = NULL;
  const char *field;
  va_list values;

  hearth_record_set (record, "resident", resident);
  va_start (values, resident);
  while ((field = va_arg (values, const char *)) != NULL)
    hearth_record_set (record, field, va_arg (values, const char *));
  va_end (values);
  hearth_store_save (drive_get_store (drive), record, NULL, &problems, &error);
  hearth_test_assert_no_problems (problems);
  g_assert_no_error (error);
  return g_strdup (hearth_record_get_id (record));
}

/* Id of the account called @user. */
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

static bool
has_row (Drive *drive, const char *title)
{
  return drive_find (drive_get_page (drive), ADW_TYPE_PREFERENCES_ROW, title) != NULL;
}

/* ---- Sessions ---- */

static bool
says (GtkWidget *widget, const char *words)
{
  if (GTK_IS_LABEL (widget) && strstr (gtk_label_get_text (GTK_LABEL (widget)), words) != NULL)
    return true;
  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    if (says (child, words))
      return true;
  return false;
}

/* Not on the page of the session that is open, in lists, the timeline or a search. */
static void
assert_no_process_note (Drive *drive, const char *resident)
{
  g_autoptr (GPtrArray) hits = NULL;
  g_autoptr (GError) error = NULL;

  g_assert_false (has_row (drive, "Process note"));
  g_assert_false (says (GTK_WIDGET (drive_get_page (drive)), "Only for you"));
  drive_activate (drive, "win.section", "counselling");
  g_assert_false (says (GTK_WIDGET (drive->window), "Quillwort"));
  drive_activate (drive, "win.open-record", resident);
  act (drive, "page.show", "timeline");
  g_assert_false (says (GTK_WIDGET (drive->window), "Quillwort"));
  hits = hearth_store_search (drive_get_store (drive), "Quillwort", 10, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (hits->len, ==, 0);
}

/* The author writes both notes; a colleague reads one, the nurse that there is one, and the other has no trace. */
static void
test_session (void)
{
  static const char *const roles[] = { "counsellor", "nurse", "other", NULL };
  g_autofree char *resident = NULL;
  g_autoptr (Drive) drive = drive_with (roles, &resident);
  g_autoptr (HearthRecord) session = NULL;
  g_autofree char *id = NULL;

  sign_in (drive, "counsellor");
  drive_activate (drive, "win.open-record", resident);
  act (drive, "page.new-record", "counselling_session");
  drive_type (drive_get_page (drive), "kind", "individual");
  drive_type (drive_get_page (drive), "took_place", "attended");
  drive_type (drive_get_page (drive), "summary", "Wants to draw again");
  drive_type (drive_get_page (drive), "team_note", "Sleeps by day");
  drive_type (drive_get_page (drive), "process_note", "Quillwort");
  act (drive, "page.save", NULL);
  act (drive, "page.list", "counselling_session");
  g_assert_cmpuint (
    g_list_model_get_n_items (hearth_records_page_get_model (HEARTH_RECORDS_PAGE (drive_get_page (drive)))),
    ==, 1);
  session =
    g_list_model_get_item (hearth_records_page_get_model (HEARTH_RECORDS_PAGE (drive_get_page (drive))), 0);
  id = g_strdup (hearth_record_get_id (session));
  g_assert_cmpstr (hearth_record_get (session, "process_note"), ==, "Quillwort");
  hearth_record_set (session, "process_note", "Quillwort and fern");
  g_assert_true (hearth_store_save (drive_get_store (drive), session, NULL, NULL, NULL));
  g_clear_object (&session);
  drive_activate (drive, "win.open-record", id);
  g_assert_nonnull (drive_get_row (drive_get_page (drive), "process_note"));

  sign_in (drive, "other");
  drive_activate (drive, "win.open-record", id);
  g_assert_nonnull (drive_get_row (drive_get_page (drive), "team_note"));
  assert_no_process_note (drive, resident);

  sign_in (drive, "nurse");
  drive_activate (drive, "win.open-record", id);
  g_assert_true (has_row (drive, "Summary for the file"));
  g_assert_cmpstr (adw_action_row_get_subtitle (drive_need (drive_get_page (drive), ADW_TYPE_ACTION_ROW,
                                                            "Note for the counsellors")),
                   ==, "Sealed for counsellors");
  assert_no_process_note (drive, resident);
}

static HearthHistoryPage *
open_history (Drive *drive, const char *id)
{
  drive_activate (drive, "win.open-record", id);
  act (drive, "page.history", NULL);
  g_assert_true (HEARTH_IS_HISTORY_PAGE (drive_get_page (drive)));
  return HEARTH_HISTORY_PAGE (drive_get_page (drive));
}

static guint
count_versions (HearthHistoryPage *page)
{
  return g_list_model_get_n_items (hearth_history_page_get_versions (page));
}

/* A version in which only the author's own note changed is no version to anybody else. */
static void
test_session_history (void)
{
  static const char *const roles[] = { "counsellor", NULL };
  g_autofree char *resident = NULL;
  g_autoptr (Drive) drive = drive_with (roles, &resident);
  g_autofree char *id = NULL;
  g_autoptr (HearthRecord) session = NULL;

  sign_in (drive, "counsellor");
  id = add (drive, "counselling_session", resident, "date", HEARTH_TEST_TODAY, "kind", "individual",
            "took_place", "attended", NULL);
  session = hearth_store_load (drive_get_store (drive), id, NULL);
  hearth_record_set (session, "process_note", "Quillwort");
  g_assert_true (hearth_store_save (drive_get_store (drive), session, NULL, NULL, NULL));
  g_clear_object (&session);
  g_assert_cmpuint (count_versions (open_history (drive, id)), ==, 2);
  drive_need (drive_get_page (drive), GTK_TYPE_LABEL, "Changed. Of sealed text no earlier version is kept.");

  sign_in (drive, HEARTH_TEST_USER);
  g_assert_cmpuint (count_versions (open_history (drive, id)), ==, 1);
  g_assert_null (drive_find (drive_get_page (drive), GTK_TYPE_LABEL,
                             "Changed. Of sealed text no earlier version is kept."));
}

/* ---- Limits ---- */

/* The manager limits the file in the dialog; who is not named sees the safety of the house. */
static void
test_limit (void)
{
  static const char *const roles[] = { "house-manager", "key-worker", NULL };
  g_autofree char *resident = NULL;
  g_autoptr (Drive) drive = drive_with (roles, &resident);
  AdwDialog *dialog;

  sign_in (drive, "house-manager");
  g_free (add (drive, "alert", resident, "kind", "allergy", "level", "high", "text", "Nuts", "start",
               "2026-02-01", NULL));
  drive_activate (drive, "win.open-record", resident);
  act (drive, "page.readers", NULL);
  g_assert_true (HEARTH_IS_FILE_READERS_PAGE (drive_get_page (drive)));
  g_assert_true (has_row (drive, "key-worker"));
  act (drive, "page.limit", NULL);
  dialog = drive_get_dialog (drive);
  /* Oneself is ticked. */
  drive_press (dialog, "_Save");
  g_assert_true (drive_get_dialog (drive) == dialog);
  drive_type (dialog, "reason", "A close relative works in the town hall");
  drive_press (dialog, "_Save");
  hearth_test_wait_until (drive_get_dialog (drive) == NULL);
  hearth_test_settle ();
  drive_need (drive_get_page (drive), ADW_TYPE_ACTION_ROW, "house-manager: May see the file");
  drive_activate (drive, "win.back", NULL);
  drive_need (drive_get_page (drive), GTK_TYPE_LABEL, "Limited to some of the team");

  sign_in (drive, "key-worker");
  drive_activate (drive, "win.open-record", resident);
  g_assert_true (HEARTH_IS_CLOSED_FILE_PAGE (drive_get_page (drive)));
  drive_need (drive_get_page (drive), GTK_TYPE_LABEL, "Mali");
  drive_need (drive_get_page (drive), GTK_TYPE_BUTTON, "Allergy: Nuts");
  drive_need (drive_get_page (drive), GTK_TYPE_BUTTON, "_Open in an emergency…");
}

/* A conflict of interest: the resident is nowhere, until it is lifted. */
static void
test_conflict (void)
{
  static const char *const roles[] = { "house-manager", "key-worker", NULL };
  g_autofree char *resident = NULL;
  g_autoptr (Drive) drive = drive_with (roles, &resident);
  g_autofree char *account = NULL;
  AdwDialog *dialog;

  sign_in (drive, "house-manager");
  account = dup_account (drive, "key-worker");
  drive_activate (drive, "win.open-record", resident);
  act (drive, "page.readers", NULL);
  act (drive, "page.declare-conflict", NULL);
  dialog = drive_get_dialog (drive);
  drive_type (dialog, "person", account);
  drive_type (dialog, "reason", "A cousin");
  drive_press (dialog, "_Save");
  hearth_test_wait_until (drive_get_dialog (drive) == NULL);
  drive_need (drive_get_page (drive), ADW_TYPE_ACTION_ROW, "key-worker: Must not see the file");

  sign_in (drive, "key-worker");
  g_assert_cmpint (drive_count (drive, "resident"), ==, 0);
  drive_activate (drive, "win.open-record", resident);
  g_assert_nonnull (drive_get_dialog (drive));

  sign_in (drive, "house-manager");
  drive_activate (drive, "win.open-record", resident);
  act (drive, "page.readers", NULL);
  drive_press (drive_get_page (drive), "_Lift");
  g_assert_null (drive_find (drive_get_page (drive), ADW_TYPE_ACTION_ROW,
                             "key-worker: Must not see the file"));
  sign_in (drive, "key-worker");
  g_assert_cmpint (drive_count (drive, "resident"), ==, 1);
}

/* ---- Openings in an emergency ---- */

static void
open_in_emergency (Drive *drive)
{
  AdwDialog *dialog;

  act (drive, "page.open-emergency", NULL);
  dialog = drive_get_dialog (drive);
  g_assert_false (adw_alert_dialog_get_response_enabled (ADW_ALERT_DIALOG (dialog), "open"));
  drive_type (dialog, "reason", "She fell");
  drive_need (dialog, GTK_TYPE_LABEL, "7 more characters are needed");
  g_assert_false (adw_alert_dialog_get_response_enabled (ADW_ALERT_DIALOG (dialog), "open"));
  drive_type (dialog, "reason", REASON);
  g_assert_true (adw_alert_dialog_get_response_enabled (ADW_ALERT_DIALOG (dialog), "open"));
  drive_press (dialog, "_Open the file");
  hearth_test_wait_until (drive_get_dialog (drive) == NULL);
  hearth_test_settle ();
}

/* A limited file opens, on every page it says for how long, and it closes by itself with what was typed kept. */
static void
test_emergency (void)
{
  static const char *const roles[] = { "house-manager", "key-worker", NULL };
  g_autofree char *resident = NULL;
  g_autofree char *account = NULL;
  g_autoptr (Drive) drive = drive_with (roles, &resident);
  g_autoptr (GPtrArray) drafts = NULL;

  sign_in (drive, "house-manager");
  account = dup_account (drive, "house-manager");
  g_free (add (drive, "file_limit", resident, "person", account, "kind", "named", "reason", "Few people",
               "start", HEARTH_TEST_TODAY, NULL));
  sign_in (drive, "key-worker");
  drive_activate (drive, "win.open-record", resident);
  open_in_emergency (drive);
  g_assert_true (HEARTH_IS_RESIDENT_PAGE (drive_get_page (drive)));
  drive_need (drive_get_page (drive), GTK_TYPE_LABEL, "Opened in an emergency: 30 minutes left");
  g_assert_false (may_act (drive, "page.open-emergency"));
  act (drive, "page.list", "contact");
  drive_need (drive_get_page (drive), GTK_TYPE_LABEL, "Opened in an emergency: 30 minutes left");

  /* It still counts after signing in again, when its last second has begun. */
  hearth_clock_set_fixed (drive->house->clock, "2026-03-01T14:59:59+07:00");
  sign_in (drive, "key-worker");
  drive_activate (drive, "win.open-record", resident);
  act (drive, "page.new-record", "daily_log");
  drive_need (drive_get_page (drive), GTK_TYPE_LABEL, "Opened in an emergency: 1 minute left");
  drive_type (drive_get_page (drive), "notes", "Fell on the stairs");
  act (drive, "page.keep-draft", NULL);

  hearth_clock_set_fixed (drive->house->clock, "2026-03-01T15:00:00+07:00");
  hearth_test_wait_until (!HEARTH_IS_EDITOR_PAGE (drive_get_page (drive)));
  hearth_test_settle ();
  g_assert_true (HEARTH_IS_CLOSED_FILE_PAGE (drive_get_page (drive)));
  g_assert_null (drive_find (drive_get_page (drive), ADW_TYPE_BANNER, NULL));

  /* What was typed waits until the file is open to its author again. */
  open_in_emergency (drive);
  drafts = hearth_store_list_drafts (drive_get_store (drive), NULL);
  g_assert_cmpuint (drafts->len, ==, 1);
  g_assert_cmpstr (g_hash_table_lookup (((HearthDraft *) drafts->pdata[0])->values, "notes"), ==,
                   "Fell on the stairs");
}

/* A second person reads why and what, and approves. */
static void
test_review (void)
{
  static const char *const roles[] = { "house-manager", "duty-carer", NULL };
  g_autofree char *resident = NULL;
  g_autoptr (Drive) drive = drive_with (roles, &resident);

  sign_in (drive, "duty-carer");
  drive_activate (drive, "win.open-record", resident);
  open_in_emergency (drive);

  sign_in (drive, "house-manager");
  drive_activate (drive, "win.section", "approvals");
  g_assert_true (HEARTH_IS_APPROVALS_PAGE (drive_get_page (drive)));
  gtk_widget_activate (drive_need (drive_get_page (drive), ADW_TYPE_ACTION_ROW, "Opening in an emergency"));
  hearth_test_settle ();
  g_assert_true (HEARTH_IS_EMERGENCY_PAGE (drive_get_page (drive)));
  g_assert_cmpstr (adw_action_row_get_subtitle (drive_need (drive_get_page (drive), ADW_TYPE_ACTION_ROW,
                                                            "Reason")),
                   ==, REASON);
  drive_need (drive_get_page (drive), ADW_TYPE_ACTION_ROW, "Waits for approval");
  drive_press (drive_get_page (drive), "_Approve");
  drive_need (drive_get_page (drive), ADW_TYPE_ACTION_ROW, "Approved");
  drive_activate (drive, "win.back", NULL);
  drive_need (drive_get_page (drive), GTK_TYPE_LABEL, "Nothing waits for you");
}

/* Returned with words, from the list. */
static void
test_return (void)
{
  static const char *const roles[] = { "house-manager", "duty-carer", NULL };
  g_autofree char *resident = NULL;
  g_autoptr (Drive) drive = drive_with (roles, &resident);
  AdwDialog *dialog;

  sign_in (drive, "duty-carer");
  drive_activate (drive, "win.open-record", resident);
  open_in_emergency (drive);
  sign_in (drive, "house-manager");
  drive_activate (drive, "win.section", "approvals");
  drive_press (drive_get_page (drive), "Return…");
  dialog = drive_get_dialog (drive);
  gtk_editable_set_text (drive_need (dialog, ADW_TYPE_ENTRY_ROW, "Reason"), "Please talk to me first");
  drive_press (dialog, "_Return");
  hearth_test_wait_until (drive_get_dialog (drive) == NULL);
  drive_need (drive_get_page (drive), GTK_TYPE_LABEL, "Nothing waits for you");
}

/* ---- The audit ---- */

static void
test_who_has_seen (void)
{
  static const char *const roles[] = { "house-manager", "duty-carer", NULL };
  g_autofree char *resident = NULL;
  g_autoptr (Drive) drive = drive_with (roles, &resident);

  sign_in (drive, "duty-carer");
  g_free (add (drive, "daily_log", resident, "date", HEARTH_TEST_TODAY, "shift", "morning", NULL));
  drive_activate (drive, "win.open-record", resident);
  g_assert_false (may_act (drive, "page.seen"));
  g_assert_false (may_act (drive, "page.readers"));
  sign_in (drive, "house-manager");
  drive_activate (drive, "win.open-record", resident);
  act (drive, "page.seen", NULL);
  g_assert_true (HEARTH_IS_FILE_SEEN_PAGE (drive_get_page (drive)));
  drive_need (drive_get_page (drive), GTK_TYPE_LABEL, "duty-carer, Duty carer");
  drive_need (drive_get_page (drive), GTK_TYPE_LABEL, "Written or changed");
}

static guint
count_lines (Drive *drive)
{
  return g_list_model_get_n_items (hearth_audit_page_get_model (HEARTH_AUDIT_PAGE (drive_get_page (drive))));
}

/* The auditor has this page alone, and no names of residents. */
static void
test_auditor (void)
{
  static const char *const roles[] = { "auditor", NULL };
  g_autofree char *resident = NULL;
  g_autoptr (Drive) drive = drive_with (roles, &resident);
  GtkDropDown *kinds;
  AdwDialog *dialog;
  guint n_all;

  sign_in (drive, "auditor");
  g_assert_true (HEARTH_IS_AUDIT_PAGE (drive_get_page (drive)));
  n_all = count_lines (drive);
  g_assert_cmpuint (n_all, >, 2);
  drive_need (drive_get_page (drive), GTK_TYPE_LABEL, "Signed in");
  g_assert_null (drive_find (drive_get_page (drive), GTK_TYPE_LABEL, "Mali"));
  kinds = drive_need (drive_get_page (drive), GTK_TYPE_DROP_DOWN, NULL);
  kinds = GTK_DROP_DOWN (gtk_widget_get_next_sibling (GTK_WIDGET (kinds)));
  gtk_drop_down_set_selected (kinds, 6);
  g_assert_cmpuint (count_lines (drive), <, n_all);
  g_assert_cmpuint (count_lines (drive), >, 0);

  act (drive, "house.verify", NULL);
  dialog = drive_get_dialog (drive);
  hearth_test_wait_until (drive_find (dialog, GTK_TYPE_LABEL, "The house is whole") != NULL);
}

int
main (int argc, char *argv[])
{
  drive_init (&argc, &argv);

  g_test_add_func ("/views/files/session", test_session);
  g_test_add_func ("/views/files/session-history", test_session_history);
  g_test_add_func ("/views/files/limit", test_limit);
  g_test_add_func ("/views/files/conflict", test_conflict);
  g_test_add_func ("/views/files/emergency", test_emergency);
  g_test_add_func ("/views/files/review", test_review);
  g_test_add_func ("/views/files/return", test_return);
  g_test_add_func ("/views/files/who-has-seen", test_who_has_seen);
  g_test_add_func ("/views/files/auditor", test_auditor);

  return g_test_run ();
}

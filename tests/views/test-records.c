/* SPDX-License-Identifier: GPL-3.0-or-later
 * Lists and forms in the window: adding, changing, drafts, conflicts, undo.
 */
#include "records/registry.h"
#include "store/draft.h"
#include "views/admission-page.h"
#include "views/drive.h"
#include "views/draft-list.h"
#include "views/editor-page.h"
#include "views/records-page.h"
#include "views/resident-chooser.h"
#include "views/resident-page.h"
#include "widgets/record-form.h"

static void
pop (Drive *drive)
{
  gtk_widget_activate_action (GTK_WIDGET (drive_get_page (drive)), "navigation.pop", NULL);
  hearth_test_settle ();
}

static GPtrArray *
list_drafts (Drive *drive)
{
  g_autoptr (GError) error = NULL;
  GPtrArray *drafts = hearth_store_list_drafts (drive_get_store (drive), &error);

  g_assert_no_error (error);
  return drafts;
}

static char *
get_typed (Drive *drive, const char *field)
{
  return hearth_field_row_dup_text (drive_get_row (drive_get_page (drive), field));
}

/* Nobody comes into the house but by an admission. */
static void
test_add_resident (void)
{
  g_autoptr (Drive) drive = drive_new_signed_in ();

  drive_activate (drive, "win.section", "residents");
  g_assert_true (HEARTH_IS_RECORDS_PAGE (drive_get_page (drive)));
  drive_activate (drive, "win.new", NULL);
  g_assert_true (HEARTH_IS_ADMISSION_PAGE (drive_get_page (drive)));
}

static void
test_bad_values_stay (void)
{
  g_autoptr (Drive) drive = drive_new_signed_in ();
  gint64 sequence;
  g_autofree char *date = NULL;

  drive_begin_entry (drive);
  sequence = drive_get_audit_sequence (drive);
  drive_type (drive_get_page (drive), "date", "31 February 2012");
  drive_activate (drive, "win.save", NULL);

  g_assert_true (HEARTH_IS_EDITOR_PAGE (drive_get_page (drive)));
  g_assert_cmpint (drive_count (drive, "daily_log"), ==, 0);
  g_assert_cmpint (drive_get_audit_sequence (drive), ==, sequence);
  date = get_typed (drive, "date");
  g_assert_cmpstr (date, ==, "31 February 2012");
}

static void
test_log_entry (void)
{
  g_autoptr (Drive) drive = drive_new_signed_in ();
  g_autoptr (HearthRecord) resident = drive_add_resident (drive, "Mali");
  GListModel *entries;

  drive_activate (drive, "win.section", "daily-log");
  drive_activate (drive, "win.new", NULL);
  g_assert_true (HEARTH_IS_RESIDENT_CHOOSER (drive_get_dialog (drive)));
  drive_enter (drive_get_dialog (drive));
  hearth_test_wait_until (drive_get_dialog (drive) == NULL);

  g_assert_true (HEARTH_IS_EDITOR_PAGE (drive_get_page (drive)));
  g_autofree char *date = get_typed (drive, "date");
  g_assert_cmpstr (date, !=, "");
  drive_type (drive_get_page (drive), "shift", "morning");
  drive_type (drive_get_page (drive), "positive_moment", "Sang in the kitchen");
  drive_activate (drive, "win.save", NULL);

  g_assert_true (HEARTH_IS_RECORDS_PAGE (drive_get_page (drive)));
  entries = hearth_records_page_get_model (HEARTH_RECORDS_PAGE (drive_get_page (drive)));
  g_assert_cmpuint (g_list_model_get_n_items (entries), ==, 1);
  g_autoptr (HearthRecord) entry = g_list_model_get_item (entries, 0);
  g_assert_cmpstr (hearth_record_get_resident (entry), ==, hearth_record_get_id (resident));
  g_assert_cmpstr (hearth_record_get (entry, "date"), ==, HEARTH_TEST_TODAY);
}

static void
test_signed_entry_stays (void)
{
  g_autoptr (Drive) drive = drive_new_signed_in ();
  g_autoptr (HearthRecord) resident = drive_add_resident (drive, "Mali");
  g_autoptr (HearthRecord) entry = hearth_record_new (hearth_records_lookup_type ("daily_log"));
  g_autoptr (GError) error = NULL;

  hearth_record_set (entry, "resident", hearth_record_get_id (resident));
  hearth_record_set (entry, "date", HEARTH_TEST_TODAY);
  hearth_record_set (entry, "shift", "night");
  hearth_store_save (drive_get_store (drive), entry, NULL, NULL, &error);
  g_assert_no_error (error);

  drive_activate (drive, "win.open-record", hearth_record_get_id (entry));
  g_assert_true (gtk_widget_activate_action (GTK_WIDGET (drive_get_page (drive)), "page.sign", NULL));
  hearth_test_wait_until (drive_get_dialog (drive) != NULL);
  adw_alert_dialog_set_close_response (ADW_ALERT_DIALOG (drive_get_dialog (drive)), "sign");
  adw_dialog_close (drive_get_dialog (drive));
  hearth_test_wait_until (drive_get_dialog (drive) == NULL);

  g_assert_cmpstr (hearth_record_get (entry, "state"), ==, HEARTH_STATE_SIGNED);
  drive_need (drive_get_page (drive), GTK_TYPE_LABEL, "This entry is signed and stays as it is.");
  g_assert_false (hearth_editor_page_save (HEARTH_EDITOR_PAGE (drive_get_page (drive))));
}

/* The first field of an entry that is there already has the keyboard, and a key must not wipe it. */
static void
test_nothing_selected (void)
{
  g_autoptr (Drive) drive = drive_new_signed_in ();
  g_autoptr (HearthRecord) resident = drive_add_resident (drive, "Mali");
  g_autoptr (HearthRecord) entry = hearth_record_new (hearth_records_lookup_type ("daily_log"));
  GtkWidget *focus;

  hearth_record_set (entry, "resident", hearth_record_get_id (resident));
  hearth_record_set (entry, "date", HEARTH_TEST_TODAY);
  hearth_record_set (entry, "shift", "night");
  hearth_store_save (drive_get_store (drive), entry, NULL, NULL, NULL);
  gtk_widget_child_focus (GTK_WIDGET (drive_get_page (drive)), GTK_DIR_TAB_FORWARD);
  drive_activate (drive, "win.open-record", hearth_record_get_id (entry));
  focus = gtk_window_get_focus (GTK_WINDOW (drive->window));
  g_assert_true (GTK_IS_TEXT (focus));
  g_assert_false (gtk_editable_get_selection_bounds (GTK_EDITABLE (focus), NULL, NULL));
}

/* ---- Drafts ---- */

static void
test_draft_after_leaving (void)
{
  g_autoptr (Drive) drive = drive_new_signed_in ();
  g_autofree char *typed = NULL;

  drive_begin_entry (drive);
  drive_type (drive_get_page (drive), "positive_moment", "Laughed");
  pop (drive);

  g_autoptr (GPtrArray) drafts = list_drafts (drive);
  g_assert_cmpuint (drafts->len, ==, 1);
  g_assert_cmpint (drive_count (drive, "daily_log"), ==, 0);
  drive_press (drive_get_page (drive), "Continue");

  g_assert_true (HEARTH_IS_EDITOR_PAGE (drive_get_page (drive)));
  typed = get_typed (drive, "positive_moment");
  g_assert_cmpstr (typed, ==, "Laughed");
  drive_type (drive_get_page (drive), "shift", "morning");
  drive_activate (drive, "win.save", NULL);
  g_assert_cmpint (drive_count (drive, "daily_log"), ==, 1);

  g_autoptr (GPtrArray) none = list_drafts (drive);
  g_assert_cmpuint (none->len, ==, 0);
}

static unsigned int
count_drafts (Drive *drive)
{
  g_autoptr (GPtrArray) drafts = list_drafts (drive);

  return drafts->len;
}

static void
test_draft_by_itself (void)
{
  g_autoptr (Drive) drive = drive_new_signed_in ();
  gint64 began;

  drive_begin_entry (drive);
  g_assert_cmpuint (count_drafts (drive), ==, 0);
  began = g_get_monotonic_time ();
  drive_type (drive_get_page (drive), "positive_moment", "Laughed");
  hearth_test_wait_until (count_drafts (drive) == 1);
  g_test_message ("kept after %" G_GINT64_FORMAT " ms", (g_get_monotonic_time () - began) / 1000);
}

static void
test_draft_discarded (void)
{
  g_autoptr (Drive) drive = drive_new_signed_in ();

  drive_begin_entry (drive);
  drive_type (drive_get_page (drive), "positive_moment", "Laughed");
  pop (drive);
  drive_press (drive_get_page (drive), "Discard");
  g_assert_cmpuint (count_drafts (drive), ==, 0);
  g_assert_null (drive_find (drive_get_page (drive), GTK_TYPE_BUTTON, "Continue"));
}

/* What was typed and taken back is not offered again. */
static void
test_draft_taken_back (void)
{
  g_autoptr (Drive) drive = drive_new_signed_in ();

  drive_begin_entry (drive);
  drive_type (drive_get_page (drive), "positive_moment", "Laughed");
  gtk_widget_activate_action (GTK_WIDGET (drive_get_page (drive)), "page.keep-draft", NULL);
  g_assert_cmpuint (count_drafts (drive), ==, 1);
  drive_type (drive_get_page (drive), "positive_moment", "");
  pop (drive);
  g_assert_cmpuint (count_drafts (drive), ==, 0);
}

static void
test_leaving_untouched (void)
{
  g_autoptr (Drive) drive = drive_new_signed_in ();

  drive_begin_entry (drive);
  pop (drive);
  g_assert_cmpuint (count_drafts (drive), ==, 0);
}

/* ---- Two at once, and undo ---- */

static void
test_conflict (void)
{
  g_autoptr (Drive) drive = drive_new_signed_in ();
  g_autoptr (HearthRecord) resident = drive_add_resident (drive, "Mali");
  g_autoptr (HearthRecord) other = NULL;
  g_autoptr (GError) error = NULL;
  g_autofree char *typed = NULL;

  drive_activate (drive, "win.open-record", hearth_record_get_id (resident));
  gtk_widget_activate_action (GTK_WIDGET (drive_get_page (drive)), "page.edit", NULL);
  hearth_test_settle ();
  drive_type (drive_get_page (drive), "nationality", "Thai");
  gtk_widget_activate_action (GTK_WIDGET (drive_get_page (drive)), "page.keep-draft", NULL);
  g_assert_cmpuint (count_drafts (drive), ==, 1);

  other = hearth_record_copy (resident);
  hearth_record_set (other, "local_name", "มะลิ");
  hearth_store_save (drive_get_store (drive), other, NULL, NULL, &error);
  g_assert_no_error (error);

  drive_activate (drive, "win.save", NULL);
  g_assert_true (ADW_IS_ALERT_DIALOG (drive_get_dialog (drive)));
  g_assert_nonnull (strstr (adw_alert_dialog_get_body (ADW_ALERT_DIALOG (drive_get_dialog (drive))), "มะลิ"));
  adw_dialog_force_close (drive_get_dialog (drive));
  hearth_test_settle ();
  g_assert_cmpstr (hearth_record_get (resident, "nationality"), ==, "");
  typed = get_typed (drive, "nationality");
  g_assert_cmpstr (typed, ==, "Thai");

  drive_activate (drive, "win.save", NULL);
  g_assert_true (HEARTH_IS_RESIDENT_PAGE (drive_get_page (drive)));
  g_assert_cmpstr (hearth_record_get (resident, "nationality"), ==, "Thai");
  g_assert_cmpstr (hearth_record_get (resident, "local_name"), ==, "มะลิ");
  g_assert_cmpint (hearth_record_get_revision (resident), ==, 3);
  g_assert_cmpuint (count_drafts (drive), ==, 0);
}

static void
test_undo (void)
{
  g_autoptr (Drive) drive = drive_new_signed_in ();
  g_autoptr (HearthRecord) resident = drive_add_resident (drive, "Mali");

  drive_activate (drive, "win.open-record", hearth_record_get_id (resident));
  gtk_widget_activate_action (GTK_WIDGET (drive_get_page (drive)), "page.edit", NULL);
  hearth_test_settle ();
  drive_type (drive_get_page (drive), "name_used", "Somebody else");
  drive_activate (drive, "win.save", NULL);
  g_assert_cmpstr (hearth_record_get (resident, "name_used"), ==, "Somebody else");

  drive_press (drive->window, "Undo");
  g_assert_cmpstr (hearth_record_get (resident, "name_used"), ==, "Mali");
  g_assert_cmpint (hearth_record_get_revision (resident), ==, 3);
}

int
main (int argc, char *argv[])
{
  drive_init (&argc, &argv);
  g_test_add_func ("/views/records/add-resident", test_add_resident);
  g_test_add_func ("/views/records/bad-values-stay", test_bad_values_stay);
  g_test_add_func ("/views/records/log-entry", test_log_entry);
  g_test_add_func ("/views/records/signed-entry-stays", test_signed_entry_stays);
  g_test_add_func ("/views/records/nothing-selected", test_nothing_selected);
  g_test_add_func ("/views/drafts/after-leaving", test_draft_after_leaving);
  g_test_add_func ("/views/drafts/by-itself", test_draft_by_itself);
  g_test_add_func ("/views/drafts/discarded", test_draft_discarded);
  g_test_add_func ("/views/drafts/taken-back", test_draft_taken_back);
  g_test_add_func ("/views/drafts/leaving-untouched", test_leaving_untouched);
  g_test_add_func ("/views/records/conflict", test_conflict);
  g_test_add_func ("/views/records/undo", test_undo);
  return g_test_run ();
}

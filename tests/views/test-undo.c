/* SPDX-License-Identifier: GPL-3.0-or-later
 * Taking back what was just done: a change, a new entry, several, a draft; and where it is refused.
 */
#include "records/registry.h"
#include "store/draft.h"
#include "views/drive.h"
#include "views/editor-page.h"
#include "views/undo.h"

static HearthRecord *
load (Drive *drive, const char *id)
{
  g_autoptr (GError) error = NULL;
  HearthRecord *record = hearth_store_load (drive_get_store (drive), id, &error);

  g_assert_no_error (error);
  return record;
}

static void
save (Drive *drive, HearthRecord *record)
{
  g_autoptr (GError) error = NULL;

  hearth_store_save (drive_get_store (drive), record, NULL, NULL, &error);
  g_assert_no_error (error);
}

static HearthRecord *
add_log (Drive *drive, HearthRecord *resident, const char *shift)
{
  HearthRecord *entry = hearth_record_new (hearth_records_lookup_type ("daily_log"));

  hearth_record_set (entry, "resident", hearth_record_get_id (resident));
  hearth_record_set (entry, "date", HEARTH_TEST_TODAY);
  hearth_record_set (entry, "shift", shift);
  hearth_record_set (entry, "notes", "Sang");
  save (drive, entry);
  return entry;
}

static GtkWidget *
get_page (Drive *drive)
{
  return GTK_WIDGET (drive_get_page (drive));
}

static void
press_keys (Drive *drive)
{
  gtk_widget_activate_action (GTK_WIDGET (drive->window), "win.undo", NULL);
  hearth_test_settle ();
}

static void
assert_nothing_to_undo (Drive *drive)
{
  g_assert_false (hearth_undo_perform (GTK_WIDGET (drive->window)));
}

/* Changes the name of @resident and offers to undo that. */
static void
change_name (Drive *drive, HearthRecord *resident, const char *name)
{
  g_autoptr (HearthRecord) before = hearth_record_copy (resident);

  hearth_record_set (resident, "name_used", name);
  save (drive, resident);
  hearth_undo_offer (get_page (drive), drive_get_store (drive), before);
  hearth_test_settle ();
}

static void
assert_refused (Drive *drive, const char *words)
{
  hearth_test_wait_until (drive_get_dialog (drive) != NULL);
  g_assert_true (ADW_IS_ALERT_DIALOG (drive_get_dialog (drive)));
  g_assert_cmpstr (adw_alert_dialog_get_heading (ADW_ALERT_DIALOG (drive_get_dialog (drive))), ==,
                   "This could not be undone");
  g_assert_nonnull (strstr (adw_alert_dialog_get_body (ADW_ALERT_DIALOG (drive_get_dialog (drive))), words));
  adw_dialog_force_close (drive_get_dialog (drive));
}

/* ---- What can be undone ---- */

static void
test_change_by_key (void)
{
  g_autoptr (Drive) drive = drive_new_signed_in ();
  g_autoptr (HearthRecord) resident = drive_add_resident (drive, "Mali");

  assert_nothing_to_undo (drive);
  change_name (drive, resident, "Malee");
  gtk_window_set_focus (GTK_WINDOW (drive->window), NULL);
  press_keys (drive);
  g_assert_cmpstr (hearth_record_get (resident, "name_used"), ==, "Mali");
  g_assert_cmpint (hearth_record_get_revision (resident), ==, 3);
  drive_need (drive->window, GTK_TYPE_LABEL, "As it was before");
  /* Once only. */
  assert_nothing_to_undo (drive);
}

/* While a text has the keyboard, the key is the text's. */
static void
test_key_in_text (void)
{
  g_autoptr (Drive) drive = drive_new_signed_in ();
  g_autoptr (HearthRecord) resident = drive_add_resident (drive, "Mali");

  change_name (drive, resident, "Malee");
  drive_begin_entry (drive);
  gtk_widget_grab_focus (GTK_WIDGET (drive_get_row (drive_get_page (drive), "date")));
  hearth_test_wait_until (GTK_IS_TEXT (gtk_window_get_focus (GTK_WINDOW (drive->window))));
  press_keys (drive);
  g_assert_cmpstr (hearth_record_get (resident, "name_used"), ==, "Malee");
}

/* Only what the one save changed goes back; only the last offer counts. */
static void
test_last_offer (void)
{
  g_autoptr (Drive) drive = drive_new_signed_in ();
  g_autoptr (HearthRecord) resident = drive_add_resident (drive, "Mali");

  change_name (drive, resident, "Malee");
  change_name (drive, resident, "Mai");
  drive_press (drive->window, "Undo");
  g_assert_cmpstr (hearth_record_get (resident, "name_used"), ==, "Malee");
  assert_nothing_to_undo (drive);
}

static void
test_nothing_changed (void)
{
  g_autoptr (Drive) drive = drive_new_signed_in ();
  g_autoptr (HearthRecord) resident = drive_add_resident (drive, "Mali");

  hearth_undo_offer (get_page (drive), drive_get_store (drive), resident);
  hearth_test_settle ();
  drive_need (drive->window, GTK_TYPE_LABEL, "Saved");
  g_assert_null (drive_find (drive->window, GTK_TYPE_BUTTON, "Undo"));
}

static void
test_new_entry (void)
{
  g_autoptr (Drive) drive = drive_new_signed_in ();
  g_autoptr (HearthRecord) resident = drive_add_resident (drive, "Mali");
  g_autoptr (HearthRecord) entry = add_log (drive, resident, "morning");
  g_autoptr (GPtrArray) revisions = NULL;

  hearth_undo_offer_new (get_page (drive), drive_get_store (drive), entry);
  drive_press (drive->window, "Undo");
  g_assert_cmpstr (hearth_record_get (entry, "state"), ==, HEARTH_STATE_IN_ERROR);
  drive_need (drive->window, GTK_TYPE_LABEL, "Marked as entered in error");
  revisions = hearth_store_list_revisions (drive_get_store (drive), hearth_record_get_id (entry), NULL);
  g_assert_cmpuint (revisions->len, ==, 2);
  g_assert_cmpstr (((HearthRevision *) g_ptr_array_index (revisions, 1))->reason, ==, "Undone at once");
}

/* A key that was given out is not taken back by a toast. */
static void
test_new_account (void)
{
  g_autoptr (Drive) drive = drive_new_signed_in ();

  hearth_undo_offer_new (get_page (drive), drive_get_store (drive),
                         hearth_store_get_account (drive_get_store (drive)));
  hearth_test_settle ();
  g_assert_null (drive_find (drive->window, GTK_TYPE_BUTTON, "Undo"));
  assert_nothing_to_undo (drive);
}

static void
test_group (void)
{
  g_autoptr (Drive) drive = drive_new_signed_in ();
  g_autoptr (HearthRecord) resident = drive_add_resident (drive, "Mali");
  g_autoptr (HearthRecord) entry = add_log (drive, resident, "morning");
  g_autoptr (GPtrArray) made = g_ptr_array_new ();
  gint64 sequence;

  g_ptr_array_add (made, resident);
  g_ptr_array_add (made, entry);

  /* All or none: one that was changed since keeps the others. */
  hearth_undo_offer_group (get_page (drive), drive_get_store (drive), made, "Mali is in the house");
  hearth_record_set (resident, "name_used", "Malee");
  save (drive, resident);
  sequence = drive_get_audit_sequence (drive);
  drive_press (drive->window, "Undo");
  assert_refused (drive, "changed again");
  g_assert_cmpstr (hearth_record_get (entry, "state"), ==, HEARTH_STATE_OPEN);
  g_assert_cmpint (drive_get_audit_sequence (drive), ==, sequence);

  hearth_undo_offer_group (get_page (drive), drive_get_store (drive), made, "Mali is in the house");
  drive_need (drive->window, GTK_TYPE_LABEL, "Mali is in the house");
  drive_press (drive->window, "Undo");
  g_assert_cmpstr (hearth_record_get (entry, "state"), ==, HEARTH_STATE_IN_ERROR);
  g_assert_cmpstr (hearth_record_get (resident, "state"), ==, HEARTH_STATE_IN_ERROR);
}

static void
test_draft (void)
{
  g_autoptr (Drive) drive = drive_new_signed_in ();
  g_autoptr (GPtrArray) drafts = NULL;
  const HearthDraft *draft;

  drive_begin_entry (drive);
  drive_type (drive_get_page (drive), "positive_moment", "Football");
  gtk_widget_activate_action (get_page (drive), "navigation.pop", NULL);
  hearth_test_settle ();
  drive_press (drive_get_page (drive), "Discard");
  drive_need (drive->window, GTK_TYPE_LABEL, "Thrown away");
  g_assert_null (drive_find (drive_get_page (drive), GTK_TYPE_BUTTON, "Continue"));
  drive_press (drive->window, "Undo");
  drafts = hearth_store_list_drafts (drive_get_store (drive), NULL);
  g_assert_cmpuint (drafts->len, ==, 1);
  draft = g_ptr_array_index (drafts, 0);
  g_assert_cmpstr (g_hash_table_lookup (draft->values, "positive_moment"), ==, "Football");
  drive_need (drive_get_page (drive), GTK_TYPE_BUTTON, "Continue");
}

/* ---- Where it is refused ---- */

static void
test_conflict (void)
{
  g_autoptr (Drive) drive = drive_new_signed_in ();
  g_autoptr (HearthRecord) resident = drive_add_resident (drive, "Mali");

  change_name (drive, resident, "Malee");
  hearth_record_set (resident, "name_used", "Mai");
  save (drive, resident);
  drive_press (drive->window, "Undo");
  assert_refused (drive, "changed again");
  g_assert_cmpstr (hearth_record_get (resident, "name_used"), ==, "Mai");
  g_assert_cmpint (hearth_record_get_revision (resident), ==, 3);
}

static void
test_signed (void)
{
  g_autoptr (Drive) drive = drive_new_signed_in ();
  g_autoptr (HearthRecord) resident = drive_add_resident (drive, "Mali");
  g_autoptr (HearthRecord) entry = add_log (drive, resident, "morning");

  hearth_undo_offer_new (get_page (drive), drive_get_store (drive), entry);
  g_assert_true (hearth_store_sign (drive_get_store (drive), entry, NULL));
  drive_press (drive->window, "Undo");
  assert_refused (drive, "changed again");
  g_assert_cmpstr (hearth_record_get (entry, "state"), ==, HEARTH_STATE_SIGNED);
}

/* The offer goes with the house, and a toast that somebody still holds does nothing. */
static void
test_locked (void)
{
  g_autoptr (Drive) drive = drive_new_signed_in ();
  g_autoptr (HearthRecord) resident = drive_add_resident (drive, "Mali");

  change_name (drive, resident, "Malee");
  g_clear_object (&resident);
  drive_activate (drive, "win.lock", NULL);
  g_assert_null (drive_find (drive->window, GTK_TYPE_BUTTON, "Undo"));
  assert_nothing_to_undo (drive);
  drive_sign_in (drive, HEARTH_TEST_USER, HEARTH_TEST_PASSWORD);
  hearth_test_wait_until (hearth_window_get_session (drive->window) != NULL);
  hearth_test_settle ();
  assert_nothing_to_undo (drive);
}

/* Somebody who lost the right to write meanwhile is told so, and nothing is changed. */
static void
test_rights_gone (void)
{
  HearthTestHouse *house = hearth_test_house_new ();
  g_autoptr (HearthRecord) resident = hearth_test_house_add_resident (house, "Mali");
  g_autofree char *id = g_strdup (hearth_record_get_id (resident));
  g_autoptr (HearthRecord) seen = NULL;
  g_autoptr (HearthRecord) account = NULL;
  g_autoptr (Drive) drive = NULL;

  hearth_test_house_add_person (house, "bo", "key-worker");
  g_clear_object (&resident);
  drive = drive_new_in (house);
  drive_sign_in (drive, "bo", HEARTH_TEST_PASSWORD);
  hearth_test_wait_until (hearth_window_get_session (drive->window) != NULL);
  hearth_test_settle ();
  seen = load (drive, id);
  change_name (drive, seen, "Malee");
  account = hearth_record_copy (hearth_store_get_account (drive_get_store (drive)));
  hearth_record_set (account, "role", "teacher");
  g_signal_emit_by_name (drive_get_store (drive), "saved", account);
  drive_press (drive->window, "Undo");
  hearth_test_wait_until (drive_get_dialog (drive) != NULL);
  g_assert_cmpstr (adw_alert_dialog_get_heading (ADW_ALERT_DIALOG (drive_get_dialog (drive))), ==,
                   "This could not be undone");
  adw_dialog_force_close (drive_get_dialog (drive));
  g_assert_cmpstr (hearth_record_get (seen, "name_used"), ==, "Malee");
}

int
main (int argc, char *argv[])
{
  drive_init (&argc, &argv);
  g_test_add_func ("/views/undo/change-by-key", test_change_by_key);
  g_test_add_func ("/views/undo/key-in-text", test_key_in_text);
  g_test_add_func ("/views/undo/last-offer", test_last_offer);
  g_test_add_func ("/views/undo/nothing-changed", test_nothing_changed);
  g_test_add_func ("/views/undo/new-entry", test_new_entry);
  g_test_add_func ("/views/undo/new-account", test_new_account);
  g_test_add_func ("/views/undo/group", test_group);
  g_test_add_func ("/views/undo/draft", test_draft);
  g_test_add_func ("/views/undo/conflict", test_conflict);
  g_test_add_func ("/views/undo/signed", test_signed);
  g_test_add_func ("/views/undo/locked", test_locked);
  g_test_add_func ("/views/undo/rights-gone", test_rights_gone);
  return g_test_run ();
}

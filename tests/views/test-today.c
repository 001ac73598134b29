/* SPDX-License-Identifier: GPL-3.0-or-later
 * The page of today: what a new house says, what is due, what is handed over, and following what is saved.
 */
#include "app/backup-place.h"
#include "app/copy-memory.h"
#include "records/registry.h"
#include "records/types.h"
#include "store/draft.h"
#include "views/admission-page.h"
#include "views/drive.h"
#include "views/editor-page.h"
#include "views/resident-chooser.h"
#include "views/today-page.h"

#define YESTERDAY "2026-02-28"

static void
set (HearthRecord *record, const char *field, const char *value)
{
  hearth_record_set (record, field, value);
}

static void
save (Drive *drive, HearthRecord *record)
{
  g_autoptr (GError) error = NULL;

  hearth_store_save (drive_get_store (drive), record, NULL, NULL, &error);
  g_assert_no_error (error);
}

static HearthRecord *
add_alert (Drive *drive, HearthRecord *resident, const char *level, const char *review)
{
  HearthRecord *alert = hearth_record_new (&hearth_alert_type);

  set (alert, "resident", hearth_record_get_id (resident));
  set (alert, "kind", "allergy");
  set (alert, "level", level);
  set (alert, "text", "No nuts");
  set (alert, "start", YESTERDAY);
  set (alert, "review", review);
  save (drive, alert);
  return alert;
}

static HearthRecord *
add_entry (Drive *drive, HearthRecord *resident, const char *moment)
{
  HearthRecord *entry = hearth_record_new (&hearth_daily_log_type);

  set (entry, "resident", hearth_record_get_id (resident));
  set (entry, "date", HEARTH_TEST_TODAY);
  set (entry, "shift", "morning");
  set (entry, "positive_moment", moment);
  save (drive, entry);
  return entry;
}

static void
test_copies (void)
{
  g_autoptr (Drive) drive = drive_new_signed_in ();
  g_autoptr (HearthRecord) resident = drive_add_resident (drive, "Mali");
  const char *folder = hearth_store_get_folder (drive_get_store (drive));
  GtkWidget *line;

  hearth_test_wait_until (drive_find (drive_get_page (drive), GTK_TYPE_BUTTON, "Back up now") != NULL);
  drive_need (drive_get_page (drive), GTK_TYPE_LABEL, "There is no checked copy yet");
  hearth_backup_place_note_copy (folder, "2026-02-17T06:00:00Z");
  drive_need (drive_get_page (drive), ADW_TYPE_ACTION_ROW,
              "The last copy on a stick or second disk is 12 days old");
  hearth_backup_place_note_copy (folder, "2026-02-28T07:00:00Z");
  g_assert_null (drive_find (drive_get_page (drive), GTK_TYPE_BUTTON, "Back up now"));
  line = drive_need (drive_get_page (drive), GTK_TYPE_LABEL, "Last checked copy: yesterday 14:00");
  g_assert_true (gtk_widget_has_css_class (gtk_widget_get_parent (line), "warning"));
  hearth_backup_place_note_copy (folder, "2026-02-28T08:00:00Z");
  line = drive_need (drive_get_page (drive), GTK_TYPE_LABEL, "Last checked copy: yesterday 15:00");
  g_assert_false (gtk_widget_has_css_class (gtk_widget_get_parent (line), "warning"));

  hearth_copy_remember (HEARTH_COPY_PROBLEM, folder, "outside-read-only");
  drive_need (drive_get_page (drive), ADW_TYPE_ACTION_ROW,
              "Nothing may be written onto the stick or disk for copies. Perhaps it has a switch against "
              "writing.");
}

/* The row called @title whose subtitle holds @words, wherever; NULL when there is none. */
static GtkWidget *
find_row (gpointer root, const char *title, const char *words)
{
  for (GtkWidget *child = gtk_widget_get_first_child (root); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    {
      GtkWidget *found;

      if (ADW_IS_ACTION_ROW (child) &&
          g_strcmp0 (adw_preferences_row_get_title (ADW_PREFERENCES_ROW (child)), title) == 0 &&
          strstr (adw_action_row_get_subtitle (ADW_ACTION_ROW (child)), words) != NULL)
        return child;
      found = find_row (child, title, words);
      if (found != NULL)
        return found;
    }
  return NULL;
}

static GtkWidget *
need_row (Drive *drive, const char *title, const char *words)
{
  GtkWidget *row;

  g_test_message ("waiting for a row “%s” with “%s”", title, words);
  hearth_test_wait_until ((row = find_row (drive_get_page (drive), title, words)) != NULL);
  return row;
}

static void
activate_row (Drive *drive, GtkWidget *row)
{
  g_signal_emit_by_name (row, "activate");
  hearth_test_settle ();
}

static bool
shows (Drive *drive, const char *words)
{
  return drive_find (drive_get_page (drive), GTK_TYPE_LABEL, words) != NULL;
}

/* ---- */

static void
test_new_house (void)
{
  g_autoptr (Drive) drive = drive_new_signed_in ();

  g_assert_true (HEARTH_IS_TODAY_PAGE (drive_get_page (drive)));
  drive_need (drive_get_page (drive), GTK_TYPE_LABEL, "Nobody lives here yet");
  g_assert_false (shows (drive, "To do"));
  drive_press (drive_get_page (drive), "Admit a resident");
  g_assert_true (HEARTH_IS_ADMISSION_PAGE (drive_get_page (drive)));
}

static void
test_quiet_day (void)
{
  g_autoptr (Drive) drive = drive_new_signed_in ();
  g_autoptr (HearthRecord) resident = drive_add_resident (drive, "Mali");

  drive_need (drive_get_page (drive), GTK_TYPE_LABEL, "Nothing is waiting.");
  drive_need (drive_get_page (drive), GTK_TYPE_LABEL, "1 in the house");
  g_assert_false (shows (drive, "Nobody lives here yet"));
}

static void
test_due (void)
{
  g_autoptr (Drive) drive = drive_new_signed_in ();
  g_autoptr (HearthRecord) resident = drive_add_resident (drive, "Mali");
  g_autoptr (HearthRecord) alert = add_alert (drive, resident, "low", YESTERDAY);
  GtkWidget *row = need_row (drive, "Mali", "Look at this alert again");

  /* By icon and by word. */
  g_assert_nonnull (drive_find (row, GTK_TYPE_LABEL, "Late"));
  activate_row (drive, row);
  g_assert_true (HEARTH_IS_EDITOR_PAGE (drive_get_page (drive)));
  gtk_widget_activate_action (GTK_WIDGET (drive_get_page (drive)), "navigation.pop", NULL);
  hearth_test_settle ();

  set (alert, "review", "2026-06-01");
  save (drive, alert);
  hearth_test_wait_until (find_row (drive_get_page (drive), "Mali", "Look at this alert again") == NULL);
  drive_need (drive_get_page (drive), GTK_TYPE_LABEL, "Nothing is waiting.");
}

static void
test_handover (void)
{
  g_autoptr (Drive) drive = drive_new_signed_in ();
  g_autoptr (HearthRecord) resident = drive_add_resident (drive, "Mali");
  g_autoptr (HearthRecord) alert = add_alert (drive, resident, "high", "");
  g_autoptr (HearthRecord) entry = add_entry (drive, resident, "Sang in the kitchen");
  GtkWidget *row = need_row (drive, "Mali", "No nuts");

  g_assert_nonnull (drive_find (row, GTK_TYPE_LABEL, "Important"));
  row = need_row (drive, "Mali", "Sang in the kitchen");
  g_assert_null (drive_find (row, GTK_TYPE_LABEL, "Important"));
  activate_row (drive, row);
  g_assert_true (HEARTH_IS_EDITOR_PAGE (drive_get_page (drive)));
}

/* Since this person was here last: from when they left, not from when they came. */
static void
test_handover_period (void)
{
  g_autoptr (Drive) drive = drive_new_signed_in ();
  g_autoptr (HearthRecord) resident = drive_add_resident (drive, "Mali");
  g_autoptr (HearthRecord) entry = add_entry (drive, resident, "Sang in the kitchen");
  g_autoptr (HearthRecord) later = NULL;
  GtkWidget *page;

  hearth_clock_set_fixed (drive->house->clock, "2026-03-01T20:00:00+07:00");
  hearth_window_lock (drive->window, "lock");
  hearth_clock_set_fixed (drive->house->clock, "2026-03-03T07:00:00+07:00");
  drive_sign_in (drive, HEARTH_TEST_USER, HEARTH_TEST_PASSWORD);
  hearth_test_wait_until (hearth_window_get_session (drive->window) != NULL);
  hearth_test_settle ();
  later = add_entry (drive, resident, "Slept well");
  need_row (drive, "Mali", "Slept well");
  page = GTK_WIDGET (drive_get_page (drive));
  g_assert_null (find_row (page, "Mali", "Sang in the kitchen"));

  g_assert_true (gtk_widget_activate_action (page, "page.since", "s", "72"));
  need_row (drive, "Mali", "Sang in the kitchen");
  need_row (drive, "Mali", "Slept well");
  g_assert_true (gtk_widget_activate_action (page, "page.since", "s", "last-seen"));
  hearth_test_settle ();
  need_row (drive, "Mali", "Slept well");
  g_assert_null (find_row (page, "Mali", "Sang in the kitchen"));
}

static void
test_unknown_period (void)
{
  g_autoptr (Drive) drive = drive_new_signed_in ();
  g_autoptr (HearthRecord) resident = drive_add_resident (drive, "Mali");
  g_autofree char *since = NULL;

  g_object_set (drive_get_page (drive), "since", "1000000", NULL);
  g_object_get (drive_get_page (drive), "since", &since, NULL);
  g_assert_cmpstr (since, ==, "24");
}

static void
test_unfinished (void)
{
  g_autoptr (Drive) drive = drive_new_signed_in ();
  g_autoptr (HearthRecord) resident = drive_add_resident (drive, "Mali");

  drive_need (drive_get_page (drive), GTK_TYPE_LABEL, "Nothing is waiting.");
  drive_activate (drive, "win.new", NULL);
  g_assert_true (HEARTH_IS_RESIDENT_CHOOSER (drive_get_dialog (drive)));
  drive_enter (drive_get_dialog (drive));
  hearth_test_wait_until (drive_get_dialog (drive) == NULL);
  drive_type (drive_get_page (drive), "positive_moment", "Laughed");
  gtk_widget_activate_action (GTK_WIDGET (drive_get_page (drive)), "navigation.pop", NULL);
  hearth_test_settle ();

  drive_need (drive_get_page (drive), GTK_TYPE_LABEL, "1 unfinished entry is waiting");
  drive_press (drive_get_page (drive), "Continue");
  g_assert_true (HEARTH_IS_EDITOR_PAGE (drive_get_page (drive)));
}

static void
test_not_seen (void)
{
  g_autoptr (Drive) drive = drive_new_signed_in ();
  g_autoptr (HearthRecord) resident = drive_add_resident (drive, "Mali");
  g_autoptr (HearthRecord) alert = NULL;

  drive_need (drive_get_page (drive), GTK_TYPE_LABEL, "Nothing is waiting.");
  drive_activate (drive, "win.section", "residents");
  alert = add_alert (drive, resident, "low", YESTERDAY);
  drive_activate (drive, "win.section", "today");
  need_row (drive, "Mali", "Look at this alert again");
}

/* An administrator reads no files: there is no such page. */
static void
test_not_for_all (void)
{
  HearthTestHouse *house = hearth_test_house_new ();
  g_autoptr (Drive) drive = NULL;

  hearth_test_house_add_person (house, "admin", "administrator");
  drive = drive_new_in (house);
  drive_sign_in (drive, "admin", HEARTH_TEST_PASSWORD);
  hearth_test_wait_until (hearth_window_get_session (drive->window) != NULL);
  hearth_test_settle ();
  g_assert_false (HEARTH_IS_TODAY_PAGE (drive_get_page (drive)));
}

int
main (int argc, char *argv[])
{
  drive_init (&argc, &argv);
  g_test_add_func ("/views/today/copies", test_copies);
  g_test_add_func ("/views/today/new-house", test_new_house);
  g_test_add_func ("/views/today/quiet-day", test_quiet_day);
  g_test_add_func ("/views/today/due", test_due);
  g_test_add_func ("/views/today/handover", test_handover);
  g_test_add_func ("/views/today/handover-period", test_handover_period);
  g_test_add_func ("/views/today/unknown-period", test_unknown_period);
  g_test_add_func ("/views/today/unfinished", test_unfinished);
  g_test_add_func ("/views/today/not-seen", test_not_seen);
  g_test_add_func ("/views/today/not-for-all", test_not_for_all);
  return g_test_run ();
}

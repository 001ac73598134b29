/* SPDX-License-Identifier: GPL-3.0-or-later
 * Tasks and what staff carry: whose they are, ticking off with a word and undoing it, and who sees whose months.
 */
#include "records/types.h"
#include "rules/tasks.h"
#include "views/drive.h"
#include "views/staff-load-page.h"
#include "views/task-row.h"
#include "views/tasks-page.h"
#include "views/undo.h"

static HearthRecord *
add (Drive *drive, const HearthRecordType *type, const char *const *values)
{
  HearthRecord *record = hearth_record_new (type);
  g_autoptr (GError) error = NULL;

  for (guint i = 0; values[i] != NULL; i += 2)
    hearth_record_set (record, values[i], values[i + 1]);
  hearth_store_save (drive_get_store (drive), record, NULL, NULL, &error);
  g_assert_no_error (error);
  return record;
}

static HearthRecord *
load (Drive *drive, HearthRecord *record)
{
  g_autoptr (GError) error = NULL;
  HearthRecord *now = hearth_store_load (drive_get_store (drive), hearth_record_get_id (record), &error);

  g_assert_no_error (error);
  return now;
}

static HearthTaskRow *
find_task (gpointer root, const char *title)
{
  for (GtkWidget *child = gtk_widget_get_first_child (root); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    {
      HearthTaskRow *found;

      if (HEARTH_IS_TASK_ROW (child) &&
          g_str_equal (hearth_record_get (hearth_task_row_get_task (HEARTH_TASK_ROW (child)), "title"),
                       title))
        return HEARTH_TASK_ROW (child);
      found = find_task (child, title);
      if (found != NULL)
        return found;
    }
  return NULL;
}

static void
show_view (Drive *drive, const char *name)
{
  AdwToggleGroup *views = drive_need (drive_get_page (drive), ADW_TYPE_TOGGLE_GROUP, NULL);

  adw_toggle_group_set_active_name (views, name);
}

static GtkCheckButton *
get_box (HearthTaskRow *row)
{
  return drive_need (row, GTK_TYPE_CHECK_BUTTON, NULL);
}

static const char *
get_my_id (Drive *drive)
{
  return hearth_record_get_id (hearth_store_get_account (drive_get_store (drive)));
}

static void
test_whose (void)
{
  g_autoptr (Drive) drive = drive_new_signed_in ();
  g_autoptr (HearthRecord) mine =
    add (drive, &hearth_task_type,
         (const char *[]) { "title", "Mine", "due", "2026-02-27", "assignee", get_my_id (drive), NULL });
  g_autoptr (HearthRecord) of_role = add (drive, &hearth_task_type,
                                          (const char *[]) { "title", "Of my role", "due", HEARTH_TEST_TODAY,
                                                             "assignee_role", "director", NULL });
  g_autoptr (HearthRecord) of_nurse =
    add (drive, &hearth_task_type,
         (const char *[]) { "title", "Of the nurse", "due", "2026-04-01", "assignee_role", "nurse", NULL });
  AdwNavigationPage *page;

  drive_activate (drive, "win.section", "tasks");
  page = drive_get_page (drive);
  g_assert_true (HEARTH_IS_TASKS_PAGE (page));
  g_assert_nonnull (find_task (page, "Mine"));
  g_assert_null (find_task (page, "Of my role"));
  drive_need (page, GTK_TYPE_LABEL, "Overdue");
  show_view (drive, "role");
  g_assert_null (find_task (page, "Mine"));
  g_assert_nonnull (find_task (page, "Of my role"));
  drive_need (page, GTK_TYPE_LABEL, "Today");
  show_view (drive, "all");
  g_assert_nonnull (find_task (page, "Mine"));
  g_assert_nonnull (find_task (page, "Of the nurse"));
  drive_need (page, GTK_TYPE_LABEL, "Later");
  show_view (drive, "done");
  drive_need (page, GTK_TYPE_LABEL, "Nothing was done in the last 30 days");
}

/* One that repeats comes again; undoing takes that away too. */
static void
test_finish_and_undo (void)
{
  g_autoptr (Drive) drive = drive_new_signed_in ();
  g_autoptr (HearthRecord) mali = drive_add_resident (drive, "Mali");
  g_autoptr (HearthRecord) task =
    add (drive, &hearth_task_type,
         (const char *[]) { "title", "Water the beds", "due", HEARTH_TEST_TODAY, "repeat", "weekly",
                            "residents", hearth_record_get_id (mali), NULL });
  g_autoptr (HearthRecord) done = NULL;
  g_autoptr (HearthRecord) again = NULL;
  AdwNavigationPage *page;
  AdwDialog *dialog;

  drive_activate (drive, "win.section", "tasks");
  page = drive_get_page (drive);
  drive_need (find_task (page, "Water the beds"), GTK_TYPE_BUTTON, "Mali");
  gtk_check_button_set_active (get_box (find_task (page, "Water the beds")), TRUE);
  /* Nothing is done before it is said so. */
  g_assert_false (gtk_check_button_get_active (get_box (find_task (page, "Water the beds"))));
  hearth_test_wait_until ((dialog = drive_get_dialog (drive)) != NULL);
  gtk_editable_set_text (drive_need (dialog, ADW_TYPE_ENTRY_ROW, NULL), "  Two need a new pot. ");
  drive_press (dialog, "Done");
  hearth_test_wait_until (drive_count (drive, "task") == 2);
  done = load (drive, task);
  g_assert_cmpint (hearth_task_get_standing (drive_get_store (drive), done), ==, HEARTH_TASK_DONE);
  g_assert_cmpstr (hearth_record_get (done, "outcome"), ==, "Two need a new pot.");
  g_assert_cmpstr (hearth_record_get (done, "done_by"), ==, get_my_id (drive));
  hearth_test_wait_until (find_task (page, "Water the beds") != NULL &&
                          hearth_task_row_get_task (find_task (page, "Water the beds")) != task);
  g_assert_cmpstr (hearth_record_get (hearth_task_row_get_task (find_task (page, "Water the beds")), "due"),
                   ==, "2026-03-08");
  show_view (drive, "done");
  drive_need (page, GTK_TYPE_LABEL, "Two need a new pot.");

  g_assert_true (hearth_undo_perform (GTK_WIDGET (page)));
  again = load (drive, task);
  g_assert_cmpint (hearth_task_get_standing (drive_get_store (drive), again), ==, HEARTH_TASK_DUE);
  g_assert_false (hearth_record_has (again, "outcome"));
  show_view (drive, "all");
  g_assert_cmpstr (hearth_record_get (hearth_task_row_get_task (find_task (page, "Water the beds")), "due"),
                   ==, HEARTH_TEST_TODAY);
}

static void
test_cancel (void)
{
  g_autoptr (Drive) drive = drive_new_signed_in ();
  g_autoptr (HearthRecord) task =
    add (drive, &hearth_task_type,
         (const char *[]) { "title", "Call the school", "due", HEARTH_TEST_TODAY, NULL });
  AdwDialog *dialog;

  drive_activate (drive, "win.section", "tasks");
  gtk_check_button_set_active (get_box (find_task (drive_get_page (drive), "Call the school")), TRUE);
  hearth_test_wait_until ((dialog = drive_get_dialog (drive)) != NULL);
  drive_press (dialog, "Cancel");
  hearth_test_wait_until (drive_get_dialog (drive) == NULL);
  g_assert_cmpint (hearth_task_get_standing (drive_get_store (drive), task), ==, HEARTH_TASK_DUE);
}

/* A line and Enter: due today, for whom the list is that is shown. */
static void
test_quick_task (void)
{
  g_autoptr (Drive) drive = drive_new_signed_in ();
  AdwNavigationPage *page;
  AdwEntryRow *entry;
  HearthRecord *task;

  drive_activate (drive, "win.section", "tasks");
  page = drive_get_page (drive);
  drive_need (page, GTK_TYPE_LABEL, "Nothing is waiting for you");
  entry = drive_need (page, ADW_TYPE_ENTRY_ROW, "What is to be done today?");
  gtk_editable_set_text (GTK_EDITABLE (entry), "   ");
  g_signal_emit_by_name (entry, "apply");
  g_assert_cmpint (drive_count (drive, "task"), ==, 0);
  gtk_editable_set_text (GTK_EDITABLE (entry), " ซื้อนม ");
  g_signal_emit_by_name (entry, "apply");
  hearth_test_wait_until (find_task (page, "ซื้อนม") != NULL);
  task = hearth_task_row_get_task (find_task (page, "ซื้อนม"));
  g_assert_cmpstr (hearth_record_get (task, "due"), ==, HEARTH_TEST_TODAY);
  g_assert_cmpstr (hearth_record_get (task, "assignee"), ==, get_my_id (drive));
  g_assert_cmpstr (gtk_editable_get_text (GTK_EDITABLE (entry)), ==, "");
}

static void
test_staff_load (void)
{
  g_autoptr (Drive) drive = drive_new_signed_in ();
  g_autoptr (HearthRecord) first = NULL;
  g_autoptr (HearthRecord) second = NULL;
  AdwNavigationPage *page;

  drive_activate (drive, "win.section", "staff-load");
  page = drive_get_page (drive);
  g_assert_true (HEARTH_IS_STAFF_LOAD_PAGE (page));
  drive_need (page, ADW_TYPE_ACTION_ROW, "Nothing this month");
  first = add (drive, &hearth_staff_load_type,
               (const char *[]) { "date", HEARTH_TEST_TODAY, "hours", "2.5", "kind", "disclosure", "debrief",
                                  "not_offered", NULL });
  second = add (drive, &hearth_staff_load_type,
                (const char *[]) { "date", "2026-02-03", "hours", "6.0", "kind", "night_crisis", "debrief",
                                   "taken", NULL });
  hearth_test_wait_until (drive_find (page, ADW_TYPE_ACTION_ROW, "2.5 hours this month") != NULL);
  drive_need (page, GTK_TYPE_LABEL, "March 2026");
  drive_need (page, GTK_TYPE_LABEL, "February 2026");
  drive_need (page, ADW_TYPE_ACTION_ROW, "A hard night");
}

int
main (int argc, char *argv[])
{
  drive_init (&argc, &argv);
  g_test_add_func ("/views/tasks/whose", test_whose);
  g_test_add_func ("/views/tasks/finish-and-undo", test_finish_and_undo);
  g_test_add_func ("/views/tasks/cancel", test_cancel);
  g_test_add_func ("/views/tasks/quick-task", test_quick_task);
  g_test_add_func ("/views/staff-load", test_staff_load);
  return g_test_run ();
}

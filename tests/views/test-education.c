/* SPDX-License-Identifier: GPL-3.0-or-later
 * Education as the teacher works with it: the week written by keyboard, and the page of a resident.
 */
#include "records/registry.h"
#include "rules/school.h"
#include "views/area-page.h"
#include "views/attendance-view.h"
#include "views/drive.h"
#include "widgets/attendance-cell.h"
#include "widgets/attendance-grid.h"
#include "widgets/attendance-popover.h"
#include "widgets/trend-chart.h"

#define NO_KEYCODE 0
/* Where the keyboard has its digit 1. */
#define KEYCODE_1 10
/* A Wednesday. */
#define NOW "2026-03-04T14:30:00+07:00"
#define TODAY "2026-03-04"
#define MONDAY "2026-03-02"

/* ---- What there is ---- */

static Drive *
begin_on_wednesday (void)
{
  Drive *drive = drive_new_signed_in ();

  hearth_clock_set_fixed (drive->house->clock, NOW);
  return drive;
}

static HearthRecord *
add (Drive *drive, const char *type_name, HearthRecord *resident, const char *first, ...)
{
  HearthRecord *record = hearth_record_new (hearth_records_lookup_type (type_name));
  g_autoptr (GError) error = NULL;
  va_list pairs;

  hearth_record_set (record, "resident", hearth_record_get_id (resident));
  va_start (pairs, first);
  for (const char *field = first; field != NULL; field = va_arg (pairs, const char *))
    hearth_record_set (record, field, va_arg (pairs, const char *));
  va_end (pairs);
  hearth_store_save (drive_get_store (drive), record, NULL, NULL, &error);
  g_assert_no_error (error);
  return record;
}

/* From Monday to Friday. */
static HearthRecord *
add_place (Drive *drive, HearthRecord *resident)
{
  return add (drive, "enrolment", resident, "school", "River School", "programme", "formal", "start",
              "2026-01-05", NULL);
}

static HearthRecord *
find (Drive *drive, HearthRecord *place, const char *date)
{
  g_autoptr (GError) error = NULL;
  HearthRecord *record =
    hearth_attendance_find (drive_get_store (drive), hearth_record_get_id (place), date, &error);

  g_assert_no_error (error);
  return record;
}

static void
assert_written (Drive *drive, HearthRecord *place, const char *date, const char *state, const char *reason)
{
  g_autoptr (HearthRecord) record = find (drive, place, date);

  g_assert_nonnull (record);
  g_assert_cmpstr (hearth_record_get (record, "was_there"), ==, state);
  g_assert_cmpstr (hearth_record_get (record, "reason"), ==, reason);
}

static void
assert_nothing (Drive *drive, HearthRecord *place, const char *date)
{
  g_autoptr (HearthRecord) record = find (drive, place, date);

  g_assert_null (record);
}

/* ---- The page ---- */

static HearthAttendanceGrid *
get_grid (Drive *drive)
{
  return drive_need (drive_get_page (drive), HEARTH_TYPE_ATTENDANCE_GRID, NULL);
}

static void
open_page (Drive *drive)
{
  drive_activate (drive, "win.section", "education");
  g_assert_true (HEARTH_IS_AREA_PAGE (drive_get_page (drive)));
}

static void
focus_grid (Drive *drive)
{
  gtk_widget_grab_focus (GTK_WIDGET (get_grid (drive)));
  hearth_test_settle ();
}

static GtkEventController *
find_keys (gpointer widget)
{
  g_autoptr (GListModel) controllers = gtk_widget_observe_controllers (widget);

  for (guint i = 0; i < g_list_model_get_n_items (controllers); i++)
    {
      g_autoptr (GtkEventController) controller = g_list_model_get_item (controllers, i);

      if (GTK_IS_EVENT_CONTROLLER_KEY (controller))
        return controller;
    }
  return NULL;
}

static bool
press_key (gpointer widget, guint keyval, guint keycode)
{
  gboolean taken = FALSE;

  g_signal_emit_by_name (find_keys (widget), "key-pressed", keyval, keycode, 0, &taken);
  hearth_test_settle ();
  return taken;
}

static void
press (Drive *drive, guint keyval)
{
  g_assert_true (press_key (get_grid (drive), keyval, NO_KEYCODE));
}

static HearthAttendancePopover *
get_popover (Drive *drive)
{
  return drive_find (get_grid (drive), HEARTH_TYPE_ATTENDANCE_POPOVER, NULL);
}

/* The cell that has the keyboard says how it is read out. */
static void
assert_at (Drive *drive, const char *says)
{
  GtkWidget *focus = gtk_window_get_focus (GTK_WINDOW (drive->window));

  g_assert_true (HEARTH_IS_ATTENDANCE_CELL (focus));
  gtk_test_accessible_assert_property (GTK_ACCESSIBLE (focus), GTK_ACCESSIBLE_PROPERTY_LABEL, says);
}

/* ---- The week ---- */

static void
test_one_key_each (void)
{
  g_autoptr (Drive) drive = begin_on_wednesday ();
  g_autoptr (HearthRecord) mali = drive_add_resident (drive, "Mali");
  g_autoptr (HearthRecord) nok = drive_add_resident (drive, "Nok");
  g_autoptr (HearthRecord) place = add_place (drive, mali), other = add_place (drive, nok);

  open_page (drive);
  drive_need (drive_get_page (drive), GTK_TYPE_LABEL, "6 days are not written down yet.");
  focus_grid (drive);
  assert_at (drive, "Mali, Wednesday, 4 March: expected, nothing written yet");
  press (drive, GDK_KEY_2);
  /* On to the next who is expected. */
  assert_at (drive, "Nok, Wednesday, 4 March: expected, nothing written yet");
  /* By the place of the key, and by the word's first letter. */
  g_assert_true (press_key (get_grid (drive), GDK_KEY_Thai_sarauu, KEYCODE_1));
  assert_written (drive, place, TODAY, "late", "");
  assert_written (drive, other, TODAY, "present", "");
  press (drive, GDK_KEY_p);
  assert_written (drive, other, TODAY, "part", "");
  assert_at (drive, "Nok, Wednesday, 4 March: For a part of the day");
  g_assert_cmpint (drive_count (drive, "attendance"), ==, 2);
  drive_need (drive_get_page (drive), GTK_TYPE_LABEL, "4 days are not written down yet.");
}

static void
test_away_asks_why (void)
{
  g_autoptr (Drive) drive = begin_on_wednesday ();
  g_autoptr (HearthRecord) mali = drive_add_resident (drive, "Mali");
  g_autoptr (HearthRecord) place = add_place (drive, mali);

  open_page (drive);
  focus_grid (drive);
  press (drive, GDK_KEY_5);
  assert_nothing (drive, place, TODAY);
  drive_need (get_popover (drive), GTK_TYPE_LABEL, "Mali · Wednesday, 4 March\nAway");
  g_assert_true (press_key (get_popover (drive), GDK_KEY_1, NO_KEYCODE));
  assert_written (drive, place, TODAY, "absent", "ill");
  assert_at (drive, "Mali, Wednesday, 4 March: Away: Ill");
  press (drive, GDK_KEY_Left);
  press (drive, GDK_KEY_5);
  g_assert_true (press_key (get_popover (drive), GDK_KEY_Escape, NO_KEYCODE));
  assert_nothing (drive, place, "2026-03-03");
  /* Whoever goes on with something else has said that much. */
  press (drive, GDK_KEY_4);
  gtk_popover_popdown (GTK_POPOVER (get_popover (drive)));
  hearth_test_settle ();
  assert_written (drive, place, "2026-03-03", "excused", "");
  assert_at (drive, "Mali, Tuesday, 3 March: Away, excused");
}

static void
test_chosen_by_pointer (void)
{
  g_autoptr (Drive) drive = begin_on_wednesday ();
  g_autoptr (HearthRecord) mali = drive_add_resident (drive, "Mali");
  g_autoptr (HearthRecord) place = add_place (drive, mali);
  GtkWidget *cell;

  open_page (drive);
  focus_grid (drive);
  cell = gtk_window_get_focus (GTK_WINDOW (drive->window));
  g_signal_emit_by_name (cell, "clicked");
  hearth_test_settle ();
  g_assert_true (press_key (get_popover (drive), GDK_KEY_6, NO_KEYCODE));
  assert_written (drive, place, TODAY, "closed", "");
  g_signal_emit_by_name (cell, "clicked");
  hearth_test_settle ();
  drive_press (get_popover (drive), "Take back what is written");
  hearth_test_settle ();
  assert_nothing (drive, place, TODAY);
  g_assert_null (get_popover (drive));
}

static void
test_everybody (void)
{
  g_autoptr (Drive) drive = begin_on_wednesday ();
  g_autoptr (HearthRecord) mali = drive_add_resident (drive, "Mali");
  g_autoptr (HearthRecord) nok = drive_add_resident (drive, "Nok");
  g_autoptr (HearthRecord) place = add_place (drive, mali), other = add_place (drive, nok);

  open_page (drive);
  focus_grid (drive);
  press (drive, GDK_KEY_3);
  press (drive, GDK_KEY_0);
  assert_written (drive, place, TODAY, "part", "");
  assert_written (drive, other, TODAY, "present", "");
  assert_nothing (drive, other, MONDAY);
  /* One step back; what was there before stays. */
  drive_need (drive->window, ADW_TYPE_TOAST_OVERLAY, NULL);
  gtk_widget_activate_action (GTK_WIDGET (drive->window), "win.undo", NULL);
  hearth_test_settle ();
  assert_written (drive, place, TODAY, "part", "");
  assert_nothing (drive, other, TODAY);
}

static void
test_taken_back (void)
{
  g_autoptr (Drive) drive = begin_on_wednesday ();
  g_autoptr (HearthRecord) mali = drive_add_resident (drive, "Mali");
  g_autoptr (HearthRecord) place = add_place (drive, mali);

  open_page (drive);
  focus_grid (drive);
  press (drive, GDK_KEY_1);
  assert_written (drive, place, TODAY, "present", "");
  press (drive, GDK_KEY_Delete);
  assert_nothing (drive, place, TODAY);
  press (drive, GDK_KEY_2);
  assert_written (drive, place, TODAY, "late", "");
}

/* What is to come cannot be known. */
static void
test_not_ahead (void)
{
  g_autoptr (Drive) drive = begin_on_wednesday ();
  g_autoptr (HearthRecord) mali = drive_add_resident (drive, "Mali");
  g_autoptr (HearthRecord) place = add_place (drive, mali);

  open_page (drive);
  focus_grid (drive);
  press (drive, GDK_KEY_Right);
  assert_at (drive, "Mali, Thursday, 5 March: expected");
  press (drive, GDK_KEY_1);
  press (drive, GDK_KEY_0);
  assert_nothing (drive, place, "2026-03-05");
}

static void
test_other_weeks (void)
{
  g_autoptr (Drive) drive = begin_on_wednesday ();
  g_autoptr (HearthRecord) mali = drive_add_resident (drive, "Mali");
  g_autoptr (HearthRecord) stay =
    add (drive, "stay", mali, "placement", "this_house", "start", "2026-01-05", NULL);
  g_autoptr (HearthRecord) place = add_place (drive, mali);
  GtkWidget *view;

  open_page (drive);
  focus_grid (drive);
  view = gtk_widget_get_ancestor (GTK_WIDGET (get_grid (drive)), HEARTH_TYPE_ATTENDANCE_VIEW);
  gtk_widget_activate_action (view, "attendance.before", NULL);
  focus_grid (drive);
  /* On the weekday where the keyboard was. */
  assert_at (drive, "Mali, Wednesday, 25 February: expected, nothing written yet");
  press (drive, GDK_KEY_1);
  assert_written (drive, place, "2026-02-25", "present", "");
  /* It stays there when something is written. */
  assert_at (drive, "Mali, Wednesday, 25 February: Was there");
  gtk_widget_activate_action (view, "attendance.after", NULL);
  focus_grid (drive);
  assert_at (drive, "Mali, Wednesday, 4 March: expected, nothing written yet");
  /* No further than that. */
  gtk_widget_activate_action (view, "attendance.after", NULL);
  focus_grid (drive);
  assert_at (drive, "Mali, Wednesday, 4 March: expected, nothing written yet");
}

static void
test_nobody_yet (void)
{
  g_autoptr (Drive) drive = begin_on_wednesday ();
  g_autoptr (HearthRecord) mali = drive_add_resident (drive, "Mali");
  g_autoptr (HearthRecord) place = NULL;

  open_page (drive);
  drive_need (drive_get_page (drive), GTK_TYPE_LABEL, "Nobody has a place in this week");
  place = add_place (drive, mali);
  hearth_test_settle ();
  focus_grid (drive);
  assert_at (drive, "Mali, Wednesday, 4 March: expected, nothing written yet");
}

/* ---- The page of a resident ---- */

static void
test_of_resident (void)
{
  g_autoptr (Drive) drive = begin_on_wednesday ();
  g_autoptr (HearthRecord) mali = drive_add_resident (drive, "Mali");
  g_autoptr (HearthRecord) place = add_place (drive, mali);
  g_autoptr (HearthRecord) baseline = add (drive, "education_baseline", mali, "date", "2026-01-04", "dream",
                                           "A cook", "reading", "words", NULL);
  g_autoptr (HearthRecord) mark = add (drive, "school_mark", mali, "date", "2026-02-02", "term", "Term 1",
                                       "school_subject", "Science", "mark", "B", "percent", "70", NULL);
  g_autoptr (HearthRecord) later = add (drive, "school_mark", mali, "date", "2026-03-02", "term", "Term 2",
                                        "school_subject", "Science", "mark", "A", "percent", "85", NULL);
  g_autoptr (HearthRecord) before = add (drive, "skill", mali, "area", "cooking", "skill", "Cooks a meal",
                                         "level", "learning", "date", "2026-01-10", NULL);
  g_autoptr (HearthRecord) now = add (drive, "skill", mali, "area", "cooking", "skill", "Cooks a meal",
                                      "level", "alone", "date", "2026-02-10", NULL);
  g_autoptr (HearthRecord) day = add (drive, "attendance", mali, "enrolment", hearth_record_get_id (place),
                                      "date", MONDAY, "was_there", "absent", "reason", "ill", NULL);
  g_autoptr (HearthRecord) next = add (drive, "attendance", mali, "enrolment", hearth_record_get_id (place),
                                       "date", "2026-03-03", "was_there", "present", NULL);
  AdwNavigationPage *page;
  GtkWidget *name;

  open_page (drive);
  name = drive_need (get_grid (drive), GTK_TYPE_LABEL, "Mali");
  g_signal_emit_by_name (gtk_widget_get_ancestor (name, GTK_TYPE_BUTTON), "clicked");
  hearth_test_settle ();
  page = drive_get_page (drive);
  g_assert_true (HEARTH_IS_AREA_PAGE (page));
  g_assert_cmpstr (adw_navigation_page_get_title (page), ==, "Education");
  drive_need (page, GTK_TYPE_LABEL, "“A cook”");
  drive_need (page, GTK_TYPE_LABEL, "There on 1 of 2 days with lessons: 50 %");
  drive_need (page, GTK_TYPE_LABEL, "A (85 %)");
  /* The last of one skill. */
  drive_need (page, GTK_TYPE_LABEL, "Cooking and house · Does it alone · 10 Feb 2026");
  g_assert_null (drive_find (page, GTK_TYPE_LABEL, "Cooking and house · Learning · 10 Jan 2026"));
  drive_need (page, HEARTH_TYPE_TREND_CHART, NULL);
  /* What is not there yet says what to do first. */
  drive_need (page, ADW_TYPE_ACTION_ROW, "Make an education plan");
}

int
main (int argc, char *argv[])
{
  drive_init (&argc, &argv);
  g_test_add_func ("/education/one-key-each", test_one_key_each);
  g_test_add_func ("/education/away-asks-why", test_away_asks_why);
  g_test_add_func ("/education/chosen-by-pointer", test_chosen_by_pointer);
  g_test_add_func ("/education/everybody", test_everybody);
  g_test_add_func ("/education/taken-back", test_taken_back);
  g_test_add_func ("/education/not-ahead", test_not_ahead);
  g_test_add_func ("/education/other-weeks", test_other_weeks);
  g_test_add_func ("/education/nobody-yet", test_nobody_yet);
  g_test_add_func ("/education/of-resident", test_of_resident);
  return g_test_run ();
}

/* SPDX-License-Identifier: GPL-3.0-or-later
 * Whereabouts in the window: who is here, a leave from the wish to coming back, visits, and somebody missing.
 */
#include "core/date.h"
#include "records/registry.h"
#include "records/types.h"
#include "views/drive.h"
#include "views/editor-page.h"
#include "views/file-kinds.h"
#include "views/missing-page.h"
#include "views/records-page.h"
#include "views/safety-card.h"
#include "views/whereabouts-page.h"

#define BEFORE_NOW HEARTH_TEST_TODAY "T06:00:00Z+07:00"
#define LATER HEARTH_TEST_TODAY "T16:00:00Z+07:00"

/* ---- Helpers ---- */

static HearthRecord *
add (Drive *drive, const HearthRecordType *type, HearthRecord *resident, ...)
{
  HearthRecord *record = hearth_record_new (type);
  g_autoptr (GError) error = NULL;
  const char *field;
  va_list values;

  hearth_record_set (record, "resident", hearth_record_get_id (resident));
  va_start (values, resident);
  while ((field = va_arg (values, const char *)) != NULL)
    hearth_record_set (record, field, va_arg (values, const char *));
  va_end (values);
  hearth_store_save (drive_get_store (drive), record, NULL, NULL, &error);
  g_assert_no_error (error);
  return record;
}

static HearthRecord *
ask_for_leave (Drive *drive, HearthRecord *resident)
{
  return add (drive, &hearth_leave_type, resident, "kind", "day", "decision", "asked", "leaves_at",
              BEFORE_NOW, "due_back", LATER, "where_to", "The market", NULL);
}

static GtkWidget *
open_page (Drive *drive)
{
  AdwNavigationPage *page = ADW_NAVIGATION_PAGE (hearth_whereabouts_page_new (drive_get_store (drive)));

  adw_navigation_view_push (ADW_NAVIGATION_VIEW (gtk_widget_get_ancestor (GTK_WIDGET (drive_get_page (drive)),
                                                                          ADW_TYPE_NAVIGATION_VIEW)),
                            page);
  hearth_test_settle ();
  g_assert_true (drive_get_page (drive) == page);
  return GTK_WIDGET (page);
}

/* The figure above @what. */
static const char *
get_figure (GtkWidget *page, const char *what)
{
  GtkWidget *label = drive_need (page, GTK_TYPE_LABEL, what);

  return gtk_label_get_label (GTK_LABEL (gtk_widget_get_prev_sibling (label)));
}

static GtkWidget *
find_tooltip (GtkWidget *widget, const char *beginning)
{
  const char *tooltip = gtk_widget_get_tooltip_text (widget);
  GtkWidget *found = NULL;

  if (tooltip != NULL && g_str_has_prefix (tooltip, beginning))
    return widget;
  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL && found == NULL;
       child = gtk_widget_get_next_sibling (child))
    found = find_tooltip (child, beginning);
  return found;
}

static GtkWidget *
find_mark (Drive *drive)
{
  GtkWidget *mark;

  hearth_test_wait_until ((mark = find_tooltip (GTK_WIDGET (drive_get_page (drive)), "Allergy")) != NULL);
  return mark;
}

/* ---- Tests ---- */

static void
test_nobody (void)
{
  g_autoptr (Drive) drive = drive_new_signed_in ();

  drive_need (open_page (drive), GTK_TYPE_LABEL, "Nobody lives here yet");
}

/* Asked for, agreed, gone, late, back: each in one click, and each can be undone. */
static void
test_leave (void)
{
  g_autoptr (Drive) drive = drive_new_signed_in ();
  g_autoptr (HearthRecord) mali = drive_add_resident (drive, "Mali");
  g_autoptr (HearthRecord) noor = drive_add_resident (drive, "نور");
  g_autoptr (HearthRecord) leave = ask_for_leave (drive, mali);
  GtkWidget *page = open_page (drive);

  g_assert_cmpstr (get_figure (page, "live here"), ==, "2");
  g_assert_cmpstr (get_figure (page, "in the house"), ==, "2");
  drive_need (page, GTK_TYPE_LABEL, "Asked for");
  drive_press (page, "Agree");
  hearth_test_wait_until (drive_find (page, GTK_TYPE_LABEL, "Agreed, to come"));
  g_assert_cmpstr (hearth_record_get (leave, "decision"), ==, "agreed");
  g_assert_cmpstr (hearth_record_get (leave, "decided_on"), ==, HEARTH_TEST_TODAY);

  drive_press (page, "Goes now");
  hearth_test_wait_until (drive_find (page, GTK_TYPE_LABEL, "On leave"));
  g_assert_cmpstr (get_figure (page, "away"), ==, "1");
  g_assert_cmpstr (get_figure (page, "in the house"), ==, "1");

  drive_press (page, "Is back");
  hearth_test_wait_until (g_str_equal (get_figure (page, "in the house"), "2"));
  g_assert_true (hearth_record_has (leave, "back_at"));
  drive_activate (drive, "win.undo", NULL);
  hearth_test_wait_until (g_str_equal (get_figure (page, "away"), "1"));
  g_assert_false (hearth_record_has (leave, "back_at"));
}

static void
test_late (void)
{
  g_autoptr (Drive) drive = drive_new_signed_in ();
  g_autoptr (HearthRecord) mali = drive_add_resident (drive, "Mali");
  g_autoptr (HearthRecord) leave =
    add (drive, &hearth_leave_type, mali, "kind", "day", "decision", "agreed", "leaves_at",
         "2026-02-28T06:00:00Z+07:00", "out_at", "2026-02-28T06:00:00Z+07:00", "due_back",
         "2026-02-28T09:00:00Z+07:00", NULL);
  GtkWidget *page = open_page (drive);

  drive_need (page, GTK_TYPE_LABEL, "Not back yet");
  g_assert_cmpstr (get_figure (page, "not back yet"), ==, "1");

  /* Who is late may be missing, and was last seen going. */
  g_assert_nonnull (find_tooltip (page, "Leave, visit, missing"));
  g_assert_true (gtk_widget_activate_action (page, "page.begin", "(ss)", "missing_episode",
                                             hearth_record_get_id (mali)));
  hearth_test_settle ();
  drive_type (drive_get_page (drive), "risk", "High");
  drive_activate (drive, "win.save", NULL);
  g_assert_true (HEARTH_IS_MISSING_PAGE (drive_get_page (drive)));
}

/* What was decided is decided: looking into it, adding what is missing there, changes nothing of that. */
static void
test_decided_is_left (void)
{
  HearthTestHouse *house = hearth_test_house_new ();
  g_autoptr (Drive) drive = NULL;
  g_autoptr (HearthRecord) mali = NULL, leave = NULL;

  hearth_test_house_add_person (house, "duty-carer", "duty-carer");
  drive = drive_new_in (house);
  drive_sign_in (drive, HEARTH_TEST_USER, HEARTH_TEST_PASSWORD);
  hearth_test_wait_until (hearth_window_get_session (drive->window) != NULL);
  mali = drive_add_resident (drive, "Mali");
  leave = add (drive, &hearth_leave_type, mali, "kind", "day", "decision", "agreed", "leaves_at",
               HEARTH_TEST_TODAY "T06:00:42Z+07:00", "due_back", HEARTH_TEST_TODAY "T16:00:07Z+07:00", NULL);
  drive_activate (drive, "win.lock", NULL);
  hearth_test_wait_until (hearth_window_get_session (drive->window) == NULL);
  drive_sign_in (drive, "duty-carer", HEARTH_TEST_PASSWORD);
  hearth_test_wait_until (hearth_window_get_session (drive->window) != NULL);
  hearth_test_settle ();
  drive_activate (drive, "win.open-record", hearth_record_get_id (leave));
  drive_type (drive_get_page (drive), "phone", "55 0101");
  g_assert_true (hearth_editor_page_save (HEARTH_EDITOR_PAGE (drive_get_page (drive))));
}

/* The file says what holds, not what was written at the arrival. */
static void
test_in_the_file (void)
{
  g_autoptr (Drive) drive = drive_new_signed_in ();
  g_autoptr (HearthRecord) mali = drive_add_resident (drive, "Mali");
  g_autoptr (HearthRecord) stay = add (drive, &hearth_stay_type, mali, "placement", "this_house", "start",
                                       "2026-02-01", "room", "The first room", NULL);
  g_autoptr (HearthRecord) room = hearth_record_new (&hearth_room_type);
  g_autoptr (HearthRecord) bed = NULL, leave = NULL;
  g_autoptr (GError) error = NULL;

  drive_activate (drive, "win.open-record", hearth_record_get_id (mali));
  drive_need (drive_get_page (drive), GTK_TYPE_LABEL, "This house, since 1 Feb 2026 · The first room");
  hearth_record_set (room, "name", "Robin");
  hearth_record_set (room, "beds", "2");
  hearth_store_save (drive_get_store (drive), room, NULL, NULL, &error);
  g_assert_no_error (error);
  bed = add (drive, &hearth_bed_type, mali, "room", hearth_record_get_id (room), "number", "2", "start",
             "2026-02-01", NULL);
  drive_need (drive_get_page (drive), GTK_TYPE_LABEL, "This house, since 1 Feb 2026 · Robin, Bed 2");
  leave = add (drive, &hearth_leave_type, mali, "kind", "day", "decision", "agreed", "leaves_at", BEFORE_NOW,
               "out_at", BEFORE_NOW, "due_back", LATER, NULL);
  drive_need (drive_get_page (drive), GTK_TYPE_LABEL,
              "On leave · This house, since 1 Feb 2026 · Robin, Bed 2");
}

/* Wherever a resident appears, so does what everybody must know at once. */
static void
test_alerts (void)
{
  g_autoptr (Drive) drive = drive_new_signed_in ();
  g_autoptr (HearthRecord) mali = drive_add_resident (drive, "Mali");
  g_autoptr (HearthRecord) alert = add (drive, &hearth_alert_type, mali, "kind", "allergy", "level", "high",
                                        "text", "Peanuts", "start", "2026-02-01", NULL);
  g_autoptr (HearthRecord) over = add (drive, &hearth_alert_type, mali, "kind", "night", "level", "low",
                                       "text", "Light on", "start", "2026-01-01", "end", "2026-01-31", NULL);

  g_autoptr (HearthRecord) room = hearth_record_new (&hearth_room_type);
  g_autoptr (GError) error = NULL;

  hearth_record_set (room, "name", "Robin");
  hearth_record_set (room, "beds", "2");
  hearth_store_save (drive_get_store (drive), room, NULL, NULL, &error);
  g_assert_no_error (error);
  drive_activate (drive, "win.section", "residents");
  drive_need (drive_get_page (drive), GTK_TYPE_LABEL, "Allergy: Peanuts");
  drive_activate (drive, "win.section", "whereabouts");
  g_assert_cmpstr (gtk_widget_get_tooltip_text (find_mark (drive)), ==, "Allergy: Peanuts");
  drive_activate (drive, "win.section", "rooms");
  g_assert_cmpstr (gtk_widget_get_tooltip_text (find_mark (drive)), ==, "Allergy: Peanuts");
}

static void
test_not_agreed (void)
{
  g_autoptr (Drive) drive = drive_new_signed_in ();
  g_autoptr (HearthRecord) mali = drive_add_resident (drive, "Mali");
  g_autoptr (HearthRecord) leave = ask_for_leave (drive, mali);
  GtkWidget *page = open_page (drive);
  AdwDialog *dialog;

  drive_press (page, "Not now…");
  dialog = drive_get_dialog (drive);
  gtk_editable_set_text (drive_need (dialog, ADW_TYPE_ENTRY_ROW, NULL), "The brother-in-law waits there");
  drive_press (dialog, "Write down");
  hearth_test_wait_until (drive_find (page, GTK_TYPE_LABEL, "Asked for") == NULL);
  g_assert_cmpstr (hearth_record_get (leave, "decision"), ==, "not_agreed");
  g_assert_cmpstr (hearth_record_get (leave, "decision_note"), ==, "The brother-in-law waits there");
}

/* Writing down that somebody is missing leads at once to whom to tell. */
static void
test_missing (void)
{
  g_autoptr (Drive) drive = drive_new_signed_in ();
  g_autoptr (HearthRecord) mali = drive_add_resident (drive, "Mali");
  g_autoptr (HearthRecord) plan =
    add (drive, &hearth_safety_plan_type, mali, "made_on", HEARTH_TEST_TODAY, "review", "2026-06-01",
         "if_missing", "First the aunt, then the police", NULL);
  g_autoptr (HearthRecord) episode = NULL;
  GtkWidget *page = open_page (drive);

  g_assert_true (gtk_widget_activate_action (page, "page.begin", "(ss)", "missing_episode",
                                             hearth_record_get_id (mali)));
  hearth_test_settle ();
  g_assert_true (HEARTH_IS_EDITOR_PAGE (drive_get_page (drive)));
  g_assert_true (hearth_field_row_focus (drive_get_row (drive_get_page (drive), "last_seen_at")));
  drive_type (drive_get_page (drive), "last_seen_at", HEARTH_TEST_TODAY " 07:00");
  drive_type (drive_get_page (drive), "risk", "High");
  gtk_widget_activate_action (GTK_WIDGET (drive_get_page (drive)), "page.save", NULL);
  hearth_test_settle ();
  g_assert_cmpstr (drive_get_alert (drive_get_page (drive)), ==, NULL);
  g_assert_true (HEARTH_IS_MISSING_PAGE (drive_get_page (drive)));
  g_assert_cmpint (drive_count (drive, "missing_episode"), ==, 1);
  g_assert_cmpint (drive_count (drive, "notification"), >, 0);
  drive_need (drive_get_page (drive), ADW_TYPE_ACTION_ROW, "Whom to call, in this order");

  drive_activate (drive, "win.back", NULL);
  hearth_test_wait_until (drive_get_page (drive) == ADW_NAVIGATION_PAGE (page));
  hearth_test_wait_until (g_str_equal (get_figure (page, "missing"), "1"));
  drive_need (page, GTK_TYPE_LABEL, "Missing");
}

static void
test_visits (void)
{
  g_autoptr (Drive) drive = drive_new_signed_in ();
  g_autoptr (HearthRecord) mali = drive_add_resident (drive, "Mali");
  g_autoptr (HearthRecord) visit = add (drive, &hearth_visit_type, mali, "at", BEFORE_NOW, "way", "visit",
                                        "who", "Aunt Nok", "allowed", "yes", NULL);
  g_autoptr (HearthRecord) elsewhere = add (drive, &hearth_visit_type, mali, "at", BEFORE_NOW, "way", "visit",
                                            "who", "Uncle Somchai", "allowed", "yes", NULL);
  g_autofree char *seen = hearth_record_dup_title (visit), *not_seen = hearth_record_dup_title (elsewhere);
  g_autofree char *at = hearth_instant_format (BEFORE_NOW);
  g_autofree char *words = g_strdup_printf ("%s · %s", seen, at);
  g_autofree char *wrong = g_strdup_printf ("%s · %s", not_seen, at);
  GtkWidget *page;

  g_assert_true (hearth_store_mark_in_error (drive_get_store (drive), elsewhere, "In somebody else's", NULL));
  page = open_page (drive);
  drive_need (page, GTK_TYPE_LABEL, "Visits and calls, last 7 days");
  drive_need (page, GTK_TYPE_LABEL, words);
  g_assert_null (drive_find (page, GTK_TYPE_LABEL, wrong));
  drive_press (page, "All visits and calls");
  g_assert_true (HEARTH_IS_RECORDS_PAGE (drive_get_page (drive)));
}

/* What is kept in files has a place in the file, unless it is shown with the record it is about. */
static void
test_file_kinds (void)
{
  unsigned int n_types, n_kinds;
  const HearthRecordType *const *types = hearth_records_get_types (&n_types);
  const HearthFileKind *kinds = hearth_file_kinds_get (&n_kinds);

  for (unsigned int i = 0; i < n_types; i++)
    {
      bool found = types[i]->owner == HEARTH_OWNER_HOUSE ||
                   hearth_record_type_lookup_field (types[i], "subject_type") != NULL;

      for (unsigned int j = 0; j < n_kinds && !found; j++)
        found = kinds[j].type == types[i];
      g_test_message ("%s", types[i]->name);
      g_assert_true (found);
    }
}

int
main (int argc, char *argv[])
{
  drive_init (&argc, &argv);
  g_test_add_func ("/views/whereabouts/nobody", test_nobody);
  g_test_add_func ("/views/whereabouts/leave", test_leave);
  g_test_add_func ("/views/whereabouts/late", test_late);
  g_test_add_func ("/views/whereabouts/decided-is-left", test_decided_is_left);
  g_test_add_func ("/views/whereabouts/in-the-file", test_in_the_file);
  g_test_add_func ("/views/whereabouts/alerts", test_alerts);
  g_test_add_func ("/views/whereabouts/not-agreed", test_not_agreed);
  g_test_add_func ("/views/whereabouts/missing", test_missing);
  g_test_add_func ("/views/whereabouts/visits", test_visits);
  g_test_add_func ("/views/whereabouts/file-kinds", test_file_kinds);
  return g_test_run ();
}

/* SPDX-License-Identifier: GPL-3.0-or-later
 * The way through court in the window: agenda, cases, a hearing and what is prepared for it, and the text of a report.
 */
#include "records/types.h"
#include "views/agenda-month.h"
#include "views/area-page.h"
#include "views/drive.h"
#include "views/editor-page.h"
#include "views/hearing-page.h"
#include "views/hearing-step-row.h"
#include "views/report-page.h"

#define HEARING_AT "2026-03-24T09:00:00Z+07:00"

typedef struct {
  Drive *drive;
  HearthRecord *mali;
  HearthRecord *legal_case;
  HearthRecord *hearing;
} Court;

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

static void
court_clear (Court *court)
{
  g_clear_object (&court->hearing);
  g_clear_object (&court->legal_case);
  g_clear_object (&court->mali);
  g_clear_pointer (&court->drive, drive_free);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Court, court_clear)

/* A resident with a case and a hearing to come. */
static void
court_begin (Court *court)
{
  court->drive = drive_new_signed_in ();
  court->mali = drive_add_resident (court->drive, "Mali");
  court->legal_case =
    add (court->drive, &hearth_legal_case_type, court->mali, "kind", "criminal", "stage", "trial", "court",
         "District court", "opened_on", "2026-01-10", "testify", "wants", NULL);
  court->hearing = add (court->drive, &hearth_hearing_type, court->mali, "legal_case",
                        hearth_record_get_id (court->legal_case), "at", HEARING_AT, "kind", "testimony",
                        "court", "District court", "attend", "in_person", "status", "planned", NULL);
}

static HearthRecord *
add_to_case (Court *court, const HearthRecordType *type, const char *field, const char *value)
{
  HearthRecord *record = hearth_record_new (type);

  hearth_record_set (record, "resident", hearth_record_get_id (court->mali));
  hearth_record_set (record, "legal_case", hearth_record_get_id (court->legal_case));
  hearth_record_set (record, field, value);
  return record;
}

static void
save (Court *court, HearthRecord *record)
{
  g_autoptr (GError) error = NULL;

  hearth_store_save (drive_get_store (court->drive), record, NULL, NULL, &error);
  g_assert_no_error (error);
}

static void
strip_isolates (char *text)
{
  static const char *const marks[] = { "\u2068", "\u2069", NULL };

  for (const char *const *mark = marks; *mark != NULL; mark++)
    for (char *found = strstr (text, *mark); found != NULL; found = strstr (text, *mark))
      memmove (found, found + strlen (*mark), strlen (found + strlen (*mark)) + 1);
}

/* The first label on screen that says @words somewhere. */
static GtkWidget *
find_words (GtkWidget *widget, const char *words)
{
  if (!gtk_widget_get_visible (widget))
    return NULL;
  if (GTK_IS_LABEL (widget))
    {
      g_autofree char *text = g_strdup (gtk_label_get_text (GTK_LABEL (widget)));

      strip_isolates (text);
      return strstr (text, words) != NULL ? widget : NULL;
    }
  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    {
      GtkWidget *found = find_words (child, words);

      if (found != NULL)
        return found;
    }
  return NULL;
}

static bool
says (Drive *drive, const char *words)
{
  return find_words (GTK_WIDGET (drive_get_page (drive)), words) != NULL;
}

static void
need_words (Drive *drive, const char *words)
{
  g_test_message ("%s", words);
  hearth_test_settle ();
  hearth_test_wait_until (says (drive, words));
}

static GtkWidget *
open_resident_page (Court *court)
{
  hearth_area_page_open (GTK_WIDGET (drive_get_page (court->drive)), drive_get_store (court->drive),
                         &hearth_area_legal, court->mali);
  hearth_test_settle ();
  g_assert_true (HEARTH_IS_AREA_PAGE (drive_get_page (court->drive)));
  return GTK_WIDGET (drive_get_page (court->drive));
}

static GtkWidget *
open_hearing (Court *court)
{
  drive_activate (court->drive, "win.open-record", hearth_record_get_id (court->hearing));
  hearth_test_settle ();
  g_assert_true (HEARTH_IS_HEARING_PAGE (drive_get_page (court->drive)));
  return GTK_WIDGET (drive_get_page (court->drive));
}

static void
do_action (Drive *drive, const char *action)
{
  g_assert_true (gtk_widget_activate_action (GTK_WIDGET (drive_get_page (drive)), action, NULL));
  hearth_test_settle ();
}

static void
press_key (GtkWidget *widget, guint key)
{
  g_autoptr (GListModel) controllers = gtk_widget_observe_controllers (widget);

  for (guint i = 0; i < g_list_model_get_n_items (controllers); i++)
    {
      g_autoptr (GtkEventController) controller = g_list_model_get_item (controllers, i);
      gboolean handled = FALSE;

      if (!GTK_IS_EVENT_CONTROLLER_KEY (controller))
        continue;
      g_signal_emit_by_name (controller, "key-pressed", key, 0, 0, &handled);
      g_assert_true (handled);
    }
  hearth_test_settle ();
}

/* ---- Agenda ---- */

static void
test_agenda (void)
{
  g_auto (Court) court = { NULL };
  g_autoptr (HearthRecord) consent = NULL;
  GtkWidget *month;

  court_begin (&court);
  consent = add (court.drive, &hearth_consent_type, court.mali, "purpose", "school", "given_by", "self",
                 "valid_from", "2026-02-01", "valid_until", "2026-03-02", NULL);
  drive_activate (court.drive, "win.section", "legal");
  need_words (court.drive, "Consent ends");
  g_assert_false (says (court.drive, "16:00 · Mali"));
  drive_press (drive_get_page (court.drive), "Later");
  g_assert_false (says (court.drive, "Consent ends"));
  drive_press (drive_get_page (court.drive), "Today");
  need_words (court.drive, "Consent ends");

  adw_toggle_group_set_active_name (drive_need (drive_get_page (court.drive), ADW_TYPE_TOGGLE_GROUP, NULL),
                                    "month");
  hearth_test_settle ();
  need_words (court.drive, "Nothing on this day.");
  month = drive_need (drive_get_page (court.drive), HEARTH_TYPE_AGENDA_MONTH, NULL);
  press_key (month, GDK_KEY_Right);
  need_words (court.drive, "Consent ends");
  for (int i = 0; i < 3; i++)
    press_key (month, GDK_KEY_Down);
  press_key (month, GDK_KEY_Right);
  need_words (court.drive, "16:00");
  need_words (court.drive, "To give evidence");
  /* What is saved elsewhere is seen, and the day stays. */
  hearth_record_set (court.hearing, "kind", "judgment");
  save (&court, court.hearing);
  need_words (court.drive, "Judgment");
  /* So is what was saved while another page was in sight. */
  drive_activate (court.drive, "win.open-record", hearth_record_get_id (court.legal_case));
  hearth_test_settle ();
  g_assert_false (gtk_widget_get_mapped (month));
  hearth_record_set (court.hearing, "kind", "testimony");
  save (&court, court.hearing);
  hearth_test_settle ();
  gtk_widget_activate_action (GTK_WIDGET (drive_get_page (court.drive)), "navigation.pop", NULL);
  hearth_test_settle ();
  need_words (court.drive, "To give evidence");
  press_key (month, GDK_KEY_Page_Down);
  need_words (court.drive, "Apr 2026");
  g_assert_false (says (court.drive, "To give evidence"));
}

static void
test_month_dates (void)
{
  g_autofree char *shorter = hearth_agenda_month_dup_move ("2026-03-31", -1);
  g_autofree char *next = hearth_agenda_month_dup_move ("2026-12-15", 1);
  g_autofree char *first = hearth_agenda_month_dup_first ("2026-03-24");
  g_autofree char *last = hearth_agenda_month_dup_last ("2026-03-24");

  g_assert_cmpstr (shorter, ==, "2026-02-28");
  g_assert_cmpstr (next, ==, "2027-01-15");
  /* Whole weeks: all of March is there, and no other month wholly. */
  g_assert_cmpstr (first, <=, "2026-03-01");
  g_assert_cmpstr (first, >, "2026-02-22");
  g_assert_cmpstr (last, >=, "2026-03-31");
  g_assert_cmpstr (last, <, "2026-04-07");
}

/* ---- A resident ---- */

static void
test_resident (void)
{
  g_auto (Court) court = { NULL };
  g_autoptr (HearthRecord) order = NULL, measure = NULL, consent = NULL, paper = NULL;

  court_begin (&court);
  order = add_to_case (&court, &hearth_court_order_type, "words", "The address is not to be read out.");
  hearth_record_set (order, "ordered_on", "2026-02-20");
  hearth_record_set (order, "status", "not_yet");
  save (&court, order);
  measure = add_to_case (&court, &hearth_protective_measure_type, "kind", "screen");
  hearth_record_set (measure, "noted_on", "2026-02-20");
  hearth_record_set (measure, "wanted", "yes");
  save (&court, measure);
  consent = add (court.drive, &hearth_consent_type, court.mali, "purpose", "school", "given_by", "self",
                 "valid_from", "2026-01-01", "valid_until", "2026-12-31", "withdrawn_on", "2026-02-10", NULL);
  paper = add (court.drive, &hearth_identity_document_type, court.mali, "kind", "passport", "original",
               "taken", NULL);
  open_resident_page (&court);
  need_words (court.drive, "In 23 days");
  need_words (court.drive, "of 8");
  need_words (court.drive, "Criminal case");
  need_words (court.drive, "“The address is not to be read out.”");
  need_words (court.drive, "Carried out: Not yet");
  need_words (court.drive, "Wants it");
  drive_need (drive_get_page (court.drive), GTK_TYPE_LABEL, "Not yet");
  need_words (court.drive, "Taken back 10 Feb 2026");
  need_words (court.drive, "Not asked for yet");
  need_words (court.drive, "No interview is written down.");
}

/* Being asked again and again is seen. */
static void
test_interviews (void)
{
  g_auto (Court) court = { NULL };
  GtkWidget *page;

  court_begin (&court);
  for (int i = 0; i < 3; i++)
    g_object_unref (add (court.drive, &hearth_statement_type, court.mali, "date", "2026-02-01", "body",
                         "police", "purpose", "What happened", "topics", "Arrival", "reusable_for", "trial",
                         NULL));
  page = open_resident_page (&court);
  need_words (court.drive, "3 interviews");
  need_words (court.drive, "Can be used again for: Trial");
  g_assert_null (find_words (page, "after which this house warns"));
  g_object_unref (add (court.drive, &hearth_statement_type, court.mali, "date", "2026-02-02", "body",
                       "prosecutor", "purpose", "The same again", NULL));
  need_words (court.drive, "4 interviews");
  need_words (court.drive, "More than the 3 after which this house warns.");
}

/* A case that is the only one is known; the next letter is, too; who is accused can be put among the people. */
static void
test_accused (void)
{
  g_auto (Court) court = { NULL };
  g_autoptr (HearthRecord) first = NULL;
  g_autoptr (GListModel) people = NULL;
  g_autoptr (HearthRecord) contact = NULL;
  g_autoptr (HearthQuery) query = hearth_query_new (&hearth_contact_type);
  GtkWidget *page;

  court_begin (&court);
  first = add_to_case (&court, &hearth_accused_type, "letter", "A1");
  hearth_record_set (first, "noted_on", "2026-02-01");
  hearth_record_set (first, "status", "custody");
  save (&court, first);
  page = open_resident_page (&court);
  gtk_widget_activate_action (page, "page.new-record", "s", "accused");
  hearth_test_settle ();
  drive_type (drive_get_page (court.drive), "status", "At large");
  g_assert_true (hearth_editor_page_save (HEARTH_EDITOR_PAGE (drive_get_page (court.drive))));
  hearth_test_settle ();
  drive_press (drive_get_page (court.drive), "_Add as barred…");
  hearth_test_settle ();
  drive_type (drive_get_page (court.drive), "name", "The man with the van");
  g_assert_true (hearth_editor_page_save (HEARTH_EDITOR_PAGE (drive_get_page (court.drive))));
  hearth_test_wait_until (drive_get_page (court.drive) == ADW_NAVIGATION_PAGE (page));
  need_words (court.drive, "A2 · At large");

  people = hearth_store_list (drive_get_store (court.drive), query, NULL);
  g_assert_cmpuint (g_list_model_get_n_items (people), ==, 1);
  contact = g_list_model_get_item (people, 0);
  g_assert_true (hearth_record_is_yes (contact, "no_contact"));
  g_assert_cmpstr (hearth_record_get (contact, "safe_to_call"), ==, "no");
}

/* ---- A hearing ---- */

static void
test_new_hearing (void)
{
  g_auto (Court) court = { NULL };
  GtkWidget *page;

  court_begin (&court);
  page = open_resident_page (&court);
  gtk_widget_activate_action (page, "page.new-record", "s", "hearing");
  hearth_test_settle ();
  drive_type (drive_get_page (court.drive), "at", "2026-04-20 10:00");
  drive_type (drive_get_page (court.drive), "kind", "Judgment");
  drive_type (drive_get_page (court.drive), "attend", "Need not come");
  g_assert_true (hearth_editor_page_save (HEARTH_EDITOR_PAGE (drive_get_page (court.drive))));
  hearth_test_settle ();
  g_assert_true (HEARTH_IS_HEARING_PAGE (drive_get_page (court.drive)));
  need_words (court.drive, "District court");
  need_words (court.drive, "Criminal case");
}

static HearthHearingStepRow *
need_step (Drive *drive)
{
  return drive_need (drive_get_page (drive), HEARTH_TYPE_HEARING_STEP_ROW, NULL);
}

static HearthRecord *
load_first_step (Court *court)
{
  GVariant *target = gtk_actionable_get_action_target_value (GTK_ACTIONABLE (need_step (court->drive)));

  return hearth_store_load (drive_get_store (court->drive), g_variant_get_string (target, NULL), NULL);
}

/* Made, ticked, taken back, left out; each where it stands. */
static void
test_steps (void)
{
  g_auto (Court) court = { NULL };
  g_autoptr (HearthRecord) step = NULL;
  GtkWidget *steps, *box;

  court_begin (&court);
  open_hearing (&court);
  steps =
    gtk_widget_get_parent (find_words (GTK_WIDGET (drive_get_page (court.drive)), "Begin with the usual"));
  g_assert_true (gtk_widget_activate_action (steps, "steps.prepare", NULL));
  hearth_test_wait_until (drive_find (drive_get_page (court.drive), HEARTH_TYPE_HEARING_STEP_ROW, NULL) !=
                          NULL);
  need_words (court.drive, "0 of ");
  g_assert_cmpint (drive_count (court.drive, "preparation"), >, 10);
  g_assert_false (says (court.drive, "more usual step"));

  step = load_first_step (&court);
  box = drive_need (need_step (court.drive), GTK_TYPE_CHECK_BUTTON, NULL);
  gtk_check_button_set_active (GTK_CHECK_BUTTON (box), TRUE);
  hearth_test_settle ();
  g_assert_cmpstr (hearth_record_get (step, "done_on"), ==, HEARTH_TEST_TODAY);
  g_assert_true (hearth_record_has (step, "done_by"));
  need_words (court.drive, "1 of ");
  drive_activate (court.drive, "win.undo", NULL);
  hearth_test_wait_until (!gtk_check_button_get_active (GTK_CHECK_BUTTON (box)));
  g_assert_false (hearth_record_has (step, "done_on"));

  gtk_check_button_set_active (GTK_CHECK_BUTTON (box), TRUE);
  hearth_test_settle ();
  gtk_check_button_set_active (GTK_CHECK_BUTTON (box), FALSE);
  hearth_test_settle ();
  g_assert_false (hearth_record_has (step, "done_on"));
  g_assert_false (hearth_record_has (step, "done_by"));

  g_assert_true (gtk_widget_activate_action (GTK_WIDGET (need_step (court.drive)), "step.leave-out", NULL));
  hearth_test_settle ();
  g_assert_true (hearth_record_is_yes (step, "not_needed"));
  g_assert_false (gtk_widget_is_sensitive (box));
  g_assert_true (gtk_widget_activate_action (GTK_WIDGET (need_step (court.drive)), "step.take-in", NULL));
  hearth_test_settle ();
  g_assert_false (hearth_record_is_yes (step, "not_needed"));
  g_assert_true (gtk_widget_is_sensitive (box));
}

/* The day of a hearing takes its steps along, and the page says which. */
static void
test_moved (void)
{
  g_auto (Court) court = { NULL };
  g_autoptr (HearthRecord) step = NULL;

  court_begin (&court);
  step = add (court.drive, &hearth_preparation_type, court.mali, "hearing",
              hearth_record_get_id (court.hearing), "stage", "decide", "text",
              "Ask again what the resident wants", "days", "7", "due", "2026-03-17", NULL);
  open_hearing (&court);
  need_words (court.drive, "By 17 Mar 2026");
  do_action (court.drive, "page.edit");
  drive_type (drive_get_page (court.drive), "at", "2026-03-31 09:00");
  g_assert_true (hearth_editor_page_save (HEARTH_EDITOR_PAGE (drive_get_page (court.drive))));
  hearth_test_settle ();
  g_assert_cmpstr (hearth_record_get (step, "due"), ==, "2026-03-24");
  need_words (court.drive, "1 step moved along.");
  need_words (court.drive, "By 24 Mar 2026, before: 17 Mar 2026");
}

static void
test_day (void)
{
  g_auto (Court) court = { NULL };

  court_begin (&court);
  open_hearing (&court);
  need_words (court.drive, "Not arranged yet");
  need_words (court.drive, "Support person · Who goes along");
  g_assert_false (says (court.drive, "How the day was"));
  hearth_record_set (court.hearing, "support_person", "Aunt Nok");
  hearth_record_set (court.hearing, "at", "2026-02-27T09:00:00Z+07:00");
  hearth_record_set (court.hearing, "status", "held");
  save (&court, court.hearing);
  need_words (court.drive, "Aunt Nok");
  need_words (court.drive, "Write down how the day was…");
  need_words (court.drive, "Add an order, word for word…");
  g_assert_false (says (court.drive, "Not arranged yet"));
  do_action (court.drive, "page.new-order");
  drive_type (drive_get_page (court.drive), "words", "Nobody may say where the resident lives.");
  g_assert_true (hearth_editor_page_save (HEARTH_EDITOR_PAGE (drive_get_page (court.drive))));
  need_words (court.drive, "“Nobody may say where the resident lives.”");

  /* The next day at court is offered until it is there. */
  hearth_record_set (court.hearing, "next_on", "2026-04-15");
  save (&court, court.hearing);
  need_words (court.drive, "Add the hearing on 15 Apr 2026…");
  do_action (court.drive, "page.new-hearing");
  drive_type (drive_get_page (court.drive), "kind", "Judgment");
  drive_type (drive_get_page (court.drive), "attend", "In person");
  g_assert_true (hearth_editor_page_save (HEARTH_EDITOR_PAGE (drive_get_page (court.drive))));
  hearth_test_settle ();
  g_assert_true (HEARTH_IS_HEARING_PAGE (drive_get_page (court.drive)));
  need_words (court.drive, "15 Apr 2026");
  open_hearing (&court);
  g_assert_false (says (court.drive, "Add the hearing on"));
}

/* It begins with what the hearing knows, and says what is still empty. */
static void
test_report (void)
{
  g_auto (Court) court = { NULL };

  court_begin (&court);
  open_hearing (&court);
  need_words (court.drive, "Due 3 Mar 2026");
  do_action (court.drive, "page.write-report");
  drive_type (drive_get_page (court.drive), "question", "Where the resident should live");
  g_assert_true (hearth_editor_page_save (HEARTH_EDITOR_PAGE (drive_get_page (court.drive))));
  g_assert_cmpint (drive_count (court.drive, "court_report"), ==, 1);
  need_words (court.drive, "Still empty: Judgment");
  need_words (court.drive, "Opinion");
  need_words (court.drive, "No contribution for the court yet");
  g_assert_false (says (court.drive, "What it is to answer"));
  g_assert_false (says (court.drive, "Write the court report…"));
  drive_press (drive_get_page (court.drive), "Filed today");
  need_words (court.drive, "Filed 1 Mar 2026");
  g_assert_cmpstr (hearth_record_get (court.hearing, "report_filed_on"), ==, HEARTH_TEST_TODAY);
}

/* The papers for the way there, of what the page is about. */
static void
test_print (void)
{
  g_auto (Court) court = { NULL };
  g_autoptr (HearthRecord) report = NULL;
  GtkWidget *page;

  court_begin (&court);
  report = add_to_case (&court, &hearth_court_report_type, "hearing", hearth_record_get_id (court.hearing));
  hearth_record_set (report, "date", HEARTH_TEST_TODAY);
  save (&court, report);
  page = open_hearing (&court);
  do_action (court.drive, "page.print");
  g_assert_true (HEARTH_IS_REPORT_PAGE (drive_get_page (court.drive)));
  drive_activate (court.drive, "win.back", NULL);
  hearth_test_wait_until (drive_get_page (court.drive) == ADW_NAVIGATION_PAGE (page));
  g_assert_true (gtk_widget_activate_action (page, "page.print-kind", "s", "day-card"));
  hearth_test_settle ();
  g_assert_true (HEARTH_IS_REPORT_PAGE (drive_get_page (court.drive)));
  drive_activate (court.drive, "win.back", NULL);
  hearth_test_wait_until (drive_get_page (court.drive) == ADW_NAVIGATION_PAGE (page));
  drive_press (page, "Print the court report");
  hearth_test_settle ();
  g_assert_true (HEARTH_IS_REPORT_PAGE (drive_get_page (court.drive)));
}

/* Whoever goes along sees the day, and nothing of the case. */
static void
test_carer (void)
{
  HearthTestHouse *house = hearth_test_house_new ();
  g_auto (Court) court = { NULL };

  hearth_test_house_add_person (house, "carer", "duty-carer");
  court.drive = drive_new_in (house);
  drive_sign_in (court.drive, HEARTH_TEST_USER, HEARTH_TEST_PASSWORD);
  hearth_test_wait_until (hearth_window_get_session (court.drive->window) != NULL);
  court.mali = drive_add_resident (court.drive, "Mali");
  court.legal_case = add (court.drive, &hearth_legal_case_type, court.mali, "kind", "criminal", "stage",
                          "trial", "opened_on", "2026-01-10", NULL);
  court.hearing = add (court.drive, &hearth_hearing_type, court.mali, "legal_case",
                       hearth_record_get_id (court.legal_case), "at", HEARING_AT, "kind", "testimony",
                       "attend", "in_person", "status", "planned", "comfort", "The blue scarf", NULL);
  drive_activate (court.drive, "win.lock", NULL);
  hearth_test_wait_until (hearth_window_get_session (court.drive->window) == NULL);
  drive_sign_in (court.drive, "carer", HEARTH_TEST_PASSWORD);
  hearth_test_wait_until (hearth_window_get_session (court.drive->window) != NULL);
  hearth_test_settle ();
  open_hearing (&court);
  need_words (court.drive, "24 Mar 2026");
  need_words (court.drive, "The blue scarf");
  g_assert_false (says (court.drive, "To give evidence"));
  g_assert_false (says (court.drive, "Criminal case"));
  g_assert_false (says (court.drive, "Report to the court"));
}

int
main (int argc, char *argv[])
{
  drive_init (&argc, &argv);

  g_test_add_func ("/views/legal/agenda", test_agenda);
  g_test_add_func ("/views/legal/month-dates", test_month_dates);
  g_test_add_func ("/views/legal/resident", test_resident);
  g_test_add_func ("/views/legal/interviews", test_interviews);
  g_test_add_func ("/views/legal/accused", test_accused);
  g_test_add_func ("/views/legal/new-hearing", test_new_hearing);
  g_test_add_func ("/views/legal/steps", test_steps);
  g_test_add_func ("/views/legal/moved", test_moved);
  g_test_add_func ("/views/legal/day", test_day);
  g_test_add_func ("/views/legal/report", test_report);
  g_test_add_func ("/views/legal/print", test_print);
  g_test_add_func ("/views/legal/carer", test_carer);

  return g_test_run ();
}

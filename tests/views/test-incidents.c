/* SPDX-License-Identifier: GPL-3.0-or-later
 * Incidents in the window: writing one, telling people in time, additions, review and closing, what many have in common.
 */
#include "core/date.h"
#include "records/registry.h"
#include "records/types.h"
#include "rules/incidents.h"
#include "rules/notifications.h"
#include "store/draft.h"
#include "views/drive.h"
#include "views/editor-page.h"
#include "views/incident-page.h"
#include "views/incidents-page.h"
#include "views/notification-group.h"
#include "views/notification-words.h"
#include "views/pattern-page.h"
#include "views/report-page.h"
#include "views/resident-chooser.h"
#include "views/resident-page.h"
#include "widgets/trend-chart.h"

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

static void
act (Drive *drive, const char *action)
{
  g_assert_true (gtk_widget_activate_action (GTK_WIDGET (drive_get_page (drive)), action, NULL));
  hearth_test_settle ();
}

static void
respond (Drive *drive, const char *response)
{
  hearth_test_wait_until (drive_get_dialog (drive) != NULL);
  adw_alert_dialog_set_close_response (ADW_ALERT_DIALOG (drive_get_dialog (drive)), response);
  adw_dialog_close (drive_get_dialog (drive));
  hearth_test_wait_until (drive_get_dialog (drive) == NULL);
  hearth_test_settle ();
}

static void
activate_row (Drive *drive, GType type, const char *title)
{
  GtkWidget *row = drive_need (drive_get_page (drive), type, title);

  g_signal_emit_by_name (row, "activate");
  hearth_test_settle ();
}

/* A record with pairs of field and value up to NULL, saved. */
static HearthRecord *
add (Drive *drive, const char *type, ...)
{
  HearthRecord *record = hearth_record_new (hearth_records_lookup_type (type));
  g_autoptr (GPtrArray) problems = NULL;
  g_autoptr (GError) error = NULL;
  const char *field;
  va_list values;

  va_start (values, type);
  while ((field = va_arg (values, const char *)) != NULL)
    hearth_record_set (record, field, va_arg (values, const char *));
  va_end (values);
  hearth_store_save (drive_get_store (drive), record, NULL, &problems, &error);
  hearth_test_assert_no_problems (problems);
  g_assert_no_error (error);
  return record;
}

/* @at: RFC 3339. */
static HearthRecord *
add_incident (Drive *drive,
              HearthRecord *resident,
              const char *at,
              const char *category,
              const char *severity)
{
  g_autofree char *instant = NULL;

  hearth_instant_parse (at, HEARTH_TEST_TODAY, &instant);
  return add (drive, "incident", "occurred_at", instant, "reported_at", instant, "category", category,
              "severity", severity, "affected", hearth_record_get_id (resident), "seen",
              "A door was shut hard", "place", "kitchen", "triggers", "visit", NULL);
}

static GPtrArray *
list_notifications (Drive *drive, HearthRecord *incident)
{
  g_autoptr (GError) error = NULL;
  GPtrArray *notifications =
    hearth_notifications_list (drive_get_store (drive), hearth_record_get_id (incident), &error);

  g_assert_no_error (error);
  return notifications;
}

static HearthRecord *
get_only (Drive *drive, const HearthRecordType *type)
{
  g_autoptr (HearthQuery) query = hearth_query_new (type);
  g_autoptr (GListModel) records = hearth_store_list (drive_get_store (drive), query, NULL);

  g_assert_cmpuint (g_list_model_get_n_items (records), ==, 1);
  return g_list_model_get_item (records, 0);
}

static bool
is_asked (Drive *drive, const char *field)
{
  return gtk_widget_get_visible (GTK_WIDGET (drive_get_row (drive_get_page (drive), field)));
}

/* ---- Writing ---- */

static void
fill_in (Drive *drive, HearthRecord *resident)
{
  AdwNavigationPage *page = drive_get_page (drive);

  drive_type (page, "occurred_at", "2026-03-01 13:00");
  drive_type (page, "category", "between_residents");
  drive_type (page, "severity", "3");
  drive_type (page, "affected", hearth_record_get_id (resident));
  drive_type (page, "seen", "Two residents shouted in the kitchen");
}

static void
test_write (void)
{
  HearthTestHouse *house = hearth_test_house_new ();
  g_autoptr (Drive) drive = NULL;
  g_autoptr (HearthRecord) resident = NULL;
  g_autoptr (HearthRecord) incident = NULL;
  g_autoptr (GPtrArray) notifications = NULL;

  hearth_test_house_add_person (house, "duty-carer", "duty-carer");
  drive = drive_new_in (house);
  sign_in (drive, "duty-carer");
  resident = drive_add_resident (drive, "Mali");
  drive_activate (drive, "win.section", "incidents");
  g_assert_true (HEARTH_IS_INCIDENTS_PAGE (drive_get_page (drive)));
  drive_activate (drive, "win.new", NULL);
  g_assert_true (HEARTH_IS_EDITOR_PAGE (drive_get_page (drive)));
  drive_need (drive_get_page (drive), ADW_TYPE_ACTION_ROW, "About somebody who works here?");
  fill_in (drive, resident);
  drive_activate (drive, "win.save", NULL);

  /* It goes on with who must be told. */
  g_assert_true (HEARTH_IS_INCIDENT_PAGE (drive_get_page (drive)));
  incident = get_only (drive, &hearth_incident_type);
  notifications = list_notifications (drive, incident);
  g_assert_cmpuint (notifications->len, >, 0);
  drive_need (drive_get_page (drive), GTK_TYPE_BUTTON, "Told now");
  drive_need (drive_get_page (drive), ADW_TYPE_ACTION_ROW, "Mali");
}

static void
test_what_follows_is_asked (void)
{
  g_autoptr (Drive) drive = drive_new_signed_in ();
  g_autoptr (HearthRecord) resident = drive_add_resident (drive, "Mali");

  drive_activate (drive, "win.section", "incidents");
  drive_activate (drive, "win.new", NULL);
  g_assert_false (is_asked (drive, "intervention_why"));
  g_assert_false (is_asked (drive, "emergency_reference"));
  drive_type (drive_get_page (drive), "intervention", "yes");
  g_assert_true (is_asked (drive, "intervention_why"));
  drive_type (drive_get_page (drive), "intervention_why", "The street");
  drive_type (drive_get_page (drive), "intervention", "no");
  /* What was typed is not hidden. */
  g_assert_true (is_asked (drive, "intervention_why"));
  g_assert_false (is_asked (drive, "intervention_minutes"));
  drive_type (drive_get_page (drive), "emergency", "Ambulance");
  g_assert_true (is_asked (drive, "emergency_reference"));

  /* Holding somebody is told whole or not at all. */
  drive_type (drive_get_page (drive), "intervention", "yes");
  fill_in (drive, resident);
  drive_activate (drive, "win.save", NULL);
  g_assert_true (HEARTH_IS_EDITOR_PAGE (drive_get_page (drive)));
  g_assert_cmpint (drive_count (drive, "incident"), ==, 0);
  g_assert_cmpstr (hearth_field_row_get_problem (drive_get_row (drive_get_page (drive),
                                                                "intervention_minutes")),
                   !=, "");
}

/* The hours to tell count from when it was told, not from when somebody found time to write on. */
static void
test_told_at_stays (void)
{
  g_autoptr (Drive) drive = drive_new_signed_in ();
  g_autoptr (HearthRecord) resident = drive_add_resident (drive, "Mali");
  g_autoptr (HearthRecord) incident = NULL;
  g_autoptr (GPtrArray) drafts = NULL;
  HearthClock *clock = hearth_store_get_clock (drive_get_store (drive));
  g_autofree char *begun = hearth_clock_stamp (clock);

  drive_activate (drive, "win.section", "incidents");
  drive_activate (drive, "win.new", NULL);
  fill_in (drive, resident);
  act (drive, "navigation.pop");
  hearth_clock_set_fixed (clock, "2026-03-02T21:30:00+07:00");
  drafts = hearth_store_list_drafts (drive_get_store (drive), NULL);
  g_assert_cmpuint (drafts->len, ==, 1);
  drive_activate (drive, "win.continue-draft", ((HearthDraft *) g_ptr_array_index (drafts, 0))->id);
  drive_activate (drive, "win.save", NULL);
  incident = get_only (drive, &hearth_incident_type);
  g_assert_cmpstr (hearth_record_get (incident, "reported_at"), ==, begun);
}

/* ---- Telling ---- */

static void
test_told_now (void)
{
  g_autoptr (Drive) drive = drive_new_signed_in ();
  g_autoptr (HearthRecord) resident = drive_add_resident (drive, "Mali");
  g_autoptr (HearthRecord) incident =
    add_incident (drive, resident, "2026-03-01T13:00:00+07:00", "between_residents", "3");
  g_autoptr (GPtrArray) notifications = list_notifications (drive, incident);
  HearthRecord *first = g_ptr_array_index (notifications, 0);
  GtkWidget *entry;

  drive_activate (drive, "win.open-record", hearth_record_get_id (incident));
  drive_press (drive_get_page (drive), "Told now");
  hearth_test_wait_until (drive_get_dialog (drive) != NULL);
  entry = drive_need (drive_get_dialog (drive), ADW_TYPE_ENTRY_ROW, NULL);
  g_assert_true (adw_entry_row_get_activates_default (ADW_ENTRY_ROW (entry)));
  g_assert_cmpstr (adw_alert_dialog_get_default_response (ADW_ALERT_DIALOG (drive_get_dialog (drive))), ==,
                   "save");
  g_assert_true (gtk_widget_is_ancestor (gtk_window_get_focus (GTK_WINDOW (drive->window)), entry));
  gtk_editable_set_text (GTK_EDITABLE (entry), "4711");
  respond (drive, "save");

  g_assert_true (hearth_notification_is_settled (first));
  g_assert_cmpstr (hearth_record_get (first, "how"), ==, "phone");
  g_assert_cmpstr (hearth_record_get (first, "reference"), ==, "4711");
  g_assert_cmpstr (hearth_record_get (first, "done_by"), !=, "");
}

static void
test_clock_words (void)
{
  g_autoptr (Drive) drive = drive_new_signed_in ();
  g_autoptr (HearthRecord) resident = drive_add_resident (drive, "Mali");
  g_autoptr (HearthRecord) incident =
    add_incident (drive, resident, "2026-03-01T13:00:00+07:00", "between_residents", "3");
  HearthStore *store = drive_get_store (drive);
  HearthClock *clock = hearth_store_get_clock (store);
  g_autoptr (HearthRecord) notification =
    add (drive, "notification", "subject", hearth_record_get_id (incident), "subject_type", "incident",
         "residents", hearth_record_get_id (resident), "whom", "lawyer", "due_at", "", NULL);
  g_autofree char *due = NULL;
  g_autofree char *left = NULL;
  g_autofree char *late = NULL;

  g_assert_cmpint (hearth_notification_get_state (store, notification), ==, HEARTH_NOTIFICATION_OPEN);
  hearth_instant_parse ("2026-03-01T16:00:00+07:00", HEARTH_TEST_TODAY, &due);
  hearth_record_set (notification, "due_at", due);
  left = hearth_notification_describe (store, notification);
  g_assert_true (g_str_has_prefix (left, "90 minutes left"));

  hearth_clock_set_fixed (clock, "2026-03-01T21:30:00+07:00");
  late = hearth_notification_describe (store, notification);
  g_assert_true (g_str_has_prefix (late, "5 hours late"));
  g_assert_cmpint (hearth_notification_get_state (store, notification), ==, HEARTH_NOTIFICATION_LATE);

  /* In words too, not by colour alone. */
  drive_activate (drive, "win.open-record", hearth_record_get_id (incident));
  drive_need (drive_get_page (drive), GTK_TYPE_LABEL, "Late");
}

/* ---- Signed ---- */

static void
test_sign_and_add (void)
{
  g_autoptr (Drive) drive = drive_new_signed_in ();
  g_autoptr (HearthRecord) resident = drive_add_resident (drive, "Mali");
  g_autoptr (HearthRecord) incident =
    add_incident (drive, resident, "2026-03-01T13:00:00+07:00", "accident", "1");
  g_autoptr (HearthRecord) addendum = NULL;

  drive_activate (drive, "win.open-record", hearth_record_get_id (incident));
  act (drive, "page.sign");
  respond (drive, "sign");
  g_assert_cmpstr (hearth_record_get (incident, "state"), ==, HEARTH_STATE_SIGNED);
  g_assert_null (drive_find (drive_get_page (drive), GTK_TYPE_BUTTON, "Sign…"));

  act (drive, "page.add-to");
  g_assert_true (HEARTH_IS_EDITOR_PAGE (drive_get_page (drive)));
  drive_type (drive_get_page (drive), "text", "The knee was looked at");
  /* What it adds to is not lost with the form. */
  act (drive, "navigation.pop");
  g_assert_cmpint (drive_count (drive, "addendum"), ==, 0);
  {
    g_autoptr (GPtrArray) drafts = hearth_store_list_drafts (drive_get_store (drive), NULL);

    g_assert_cmpuint (drafts->len, ==, 1);
    drive_activate (drive, "win.continue-draft", ((HearthDraft *) g_ptr_array_index (drafts, 0))->id);
  }
  drive_activate (drive, "win.save", NULL);
  addendum = get_only (drive, &hearth_addendum_type);
  g_assert_cmpstr (hearth_record_get (addendum, "subject"), ==, hearth_record_get_id (incident));
  g_assert_cmpstr (hearth_record_get (addendum, "residents"), ==, hearth_record_get_id (resident));
  g_assert_true (HEARTH_IS_INCIDENT_PAGE (drive_get_page (drive)));
  drive_need (drive_get_page (drive), ADW_TYPE_ACTION_ROW, "The knee was looked at");
}

static void
test_entered_in_error (void)
{
  g_autoptr (Drive) drive = drive_new_signed_in ();
  g_autoptr (HearthRecord) resident = drive_add_resident (drive, "Mali");
  g_autoptr (HearthRecord) incident =
    add_incident (drive, resident, "2026-03-01T13:00:00+07:00", "accident", "1");

  drive_activate (drive, "win.open-record", hearth_record_get_id (incident));
  act (drive, "page.mark-in-error");
  hearth_test_wait_until (drive_get_dialog (drive) != NULL);
  gtk_editable_set_text (GTK_EDITABLE (drive_need (drive_get_dialog (drive), ADW_TYPE_ENTRY_ROW, "Reason")),
                         "Written twice");
  respond (drive, "give");
  g_assert_cmpstr (hearth_record_get (incident, "state"), ==, HEARTH_STATE_IN_ERROR);
  drive_need (drive_get_page (drive), GTK_TYPE_LABEL,
              "This was marked as entered in error. It stays readable and counts no more.");
}

static void
test_print (void)
{
  g_autoptr (Drive) drive = drive_new_signed_in ();
  g_autoptr (HearthRecord) resident = drive_add_resident (drive, "Mali");
  g_autoptr (HearthRecord) incident =
    add_incident (drive, resident, "2026-03-01T13:00:00+07:00", "accident", "1");

  drive_activate (drive, "win.open-record", hearth_record_get_id (incident));
  drive_activate (drive, "win.print", NULL);
  g_assert_true (HEARTH_IS_REPORT_PAGE (drive_get_page (drive)));
}

/* ---- Afterwards ---- */

static void
test_review_and_close (void)
{
  g_autoptr (Drive) drive = drive_new_signed_in ();
  g_autoptr (HearthRecord) resident = drive_add_resident (drive, "Mali");
  g_autoptr (HearthRecord) incident =
    add_incident (drive, resident, "2026-03-01T13:00:00+07:00", "accident", "1");
  g_autoptr (GPtrArray) notifications = list_notifications (drive, incident);
  g_autoptr (HearthRecord) review = NULL;
  g_autoptr (GPtrArray) open = NULL;

  hearth_store_sign (drive_get_store (drive), incident, NULL);
  for (guint i = 0; i < notifications->len; i++)
    g_assert_true (hearth_notification_finish (drive_get_store (drive), g_ptr_array_index (notifications, i),
                                               "phone", NULL, NULL, NULL));
  drive_activate (drive, "win.open-record", hearth_record_get_id (incident));
  /* What is missing is said, and it cannot be closed before. */
  drive_need (drive_get_page (drive), ADW_TYPE_ACTION_ROW, "Write what led to it.");
  g_assert_null (drive_find (drive_get_page (drive), ADW_TYPE_BUTTON_ROW, "Close this incident…"));

  activate_row (drive, ADW_TYPE_BUTTON_ROW, "Write down talks and review");
  drive_type (drive_get_page (drive), "cause", "The floor was wet");
  drive_type (drive_get_page (drive), "plan_followed", "yes");
  drive_activate (drive, "win.save", NULL);
  g_assert_true (HEARTH_IS_INCIDENT_PAGE (drive_get_page (drive)));
  g_assert_null (drive_find (drive_get_page (drive), ADW_TYPE_ACTION_ROW, "Write what led to it."));
  activate_row (drive, ADW_TYPE_BUTTON_ROW, "Close this incident…");
  respond (drive, "close");

  review = get_only (drive, &hearth_incident_review_type);
  g_assert_cmpstr (hearth_record_get (review, "closed_on"), ==, HEARTH_TEST_TODAY);
  open = hearth_incidents_list_open (drive_get_store (drive), NULL);
  g_assert_cmpuint (open->len, ==, 0);
}

static void
test_carried (void)
{
  g_autoptr (Drive) drive = drive_new_signed_in ();
  g_autoptr (HearthRecord) resident = drive_add_resident (drive, "Mali");
  g_autoptr (HearthRecord) incident =
    add_incident (drive, resident, "2026-02-28T13:00:00+07:00", "self_harm", "4");
  g_autoptr (HearthRecord) load = NULL;

  drive_activate (drive, "win.open-record", hearth_record_get_id (incident));
  drive_need (drive_get_page (drive), ADW_TYPE_BUTTON_ROW, "Offer a talk to those who were there…");
  activate_row (drive, ADW_TYPE_BUTTON_ROW, "Add what I carried…");
  drive_type (drive_get_page (drive), "hours", "2");
  drive_type (drive_get_page (drive), "debrief", "taken");
  drive_activate (drive, "win.save", NULL);
  load = get_only (drive, &hearth_staff_load_type);
  g_assert_cmpstr (hearth_record_get (load, "kind"), ==, "incident");
  g_assert_cmpstr (hearth_record_get (load, "date"), ==, "2026-02-28");
}

/* ---- Many ---- */

static void
test_list (void)
{
  g_autoptr (Drive) drive = drive_new_signed_in ();
  g_autoptr (HearthRecord) resident = drive_add_resident (drive, "Mali");
  g_autoptr (HearthRecord) recent =
    add_incident (drive, resident, "2026-02-28T13:00:00+07:00", "accident", "1");
  g_autoptr (HearthRecord) old = add_incident (drive, resident, "2025-12-01T13:00:00+07:00", "theft", "1");
  HearthIncidentsPage *page;
  GtkDropDown *standing;

  drive_activate (drive, "win.section", "incidents");
  page = HEARTH_INCIDENTS_PAGE (drive_get_page (drive));
  g_assert_cmpuint (g_list_model_get_n_items (hearth_incidents_page_get_model (page)), ==, 1);
  standing = drive_need (page, GTK_TYPE_DROP_DOWN, NULL);
  /* What is still open is shown however long ago it was. */
  gtk_drop_down_set_selected (standing, 1);
  hearth_test_settle ();
  g_assert_cmpuint (g_list_model_get_n_items (hearth_incidents_page_get_model (page)), ==, 2);
  gtk_drop_down_set_selected (standing, 2);
  hearth_test_settle ();
  g_assert_cmpuint (g_list_model_get_n_items (hearth_incidents_page_get_model (page)), ==, 0);
}

static const char *
get_summary (Drive *drive)
{
  GtkWidget *label = drive_find (drive_get_page (drive), GTK_TYPE_LABEL, "2 incidents in the last 90 days.");

  return label != NULL ? gtk_label_get_label (GTK_LABEL (label)) : NULL;
}

static void
test_pattern (void)
{
  g_autoptr (Drive) drive = drive_new_signed_in ();
  g_autoptr (HearthRecord) resident = drive_add_resident (drive, "Mali");
  HearthTrendChart *chart;

  drive_activate (drive, "win.section", "incidents");
  act (drive, "page.pattern");
  g_assert_true (HEARTH_IS_PATTERN_PAGE (drive_get_page (drive)));
  drive_need (drive_get_page (drive), GTK_TYPE_LABEL, "No incidents in these days");
  act (drive, "navigation.pop");

  g_object_unref (add_incident (drive, resident, "2026-02-28T13:00:00+07:00", "accident", "1"));
  g_object_unref (add_incident (drive, resident, "2026-02-20T13:30:00+07:00", "theft", "3"));
  act (drive, "page.pattern");
  g_assert_nonnull (get_summary (drive));
  /* The test's zone is Kathmandu, where it was 11:45 and 12:15. */
  chart = drive_need (drive_get_page (drive), HEARTH_TYPE_TREND_CHART, NULL);
  g_assert_cmpstr (hearth_trend_chart_get_caption (chart), !=, "");
  adw_combo_row_set_selected (drive_need (drive_get_page (drive), ADW_TYPE_COMBO_ROW, "Days"), 0);
  hearth_test_settle ();
  g_assert_null (get_summary (drive));
}

/* It is in the files of all who are named, and opens from there. */
static void
test_in_the_files (void)
{
  g_autoptr (Drive) drive = drive_new_signed_in ();
  g_autoptr (HearthRecord) resident = drive_add_resident (drive, "Mali");
  g_autoptr (HearthRecord) witness = drive_add_resident (drive, "Ana");
  g_autoptr (HearthRecord) incident =
    add_incident (drive, resident, "2026-03-01T13:00:00+07:00", "accident", "1");
  HearthRecord *const files[] = { resident, witness };
  g_autoptr (GError) error = NULL;

  hearth_record_set (incident, "witnesses", hearth_record_get_id (witness));
  hearth_store_save (drive_get_store (drive), incident, NULL, NULL, &error);
  g_assert_no_error (error);
  for (gsize i = 0; i < G_N_ELEMENTS (files); i++)
    {
      HearthResidentTimeline *timeline;
      GListModel *model;
      bool found = false;

      drive_activate (drive, "win.open-record", hearth_record_get_id (files[i]));
      timeline = hearth_resident_page_get_timeline (HEARTH_RESIDENT_PAGE (drive_get_page (drive)));
      model = hearth_resident_timeline_get_model (timeline);
      for (guint j = 0; j < g_list_model_get_n_items (model); j++)
        {
          g_autoptr (HearthRecord) record = g_list_model_get_item (model, j);

          if (record == incident)
            {
              found = true;
              g_signal_emit_by_name (timeline, "activate-record", record);
            }
        }
      hearth_test_settle ();
      g_assert_true (found);
      g_assert_true (HEARTH_IS_INCIDENT_PAGE (drive_get_page (drive)));
    }
}

/* ---- The wrong file ---- */

static void
test_wrong_file (void)
{
  g_autoptr (Drive) drive = drive_new_signed_in ();
  g_autoptr (HearthRecord) wrong = drive_add_resident (drive, "Mali");
  g_autoptr (HearthRecord) entry = NULL;
  g_autoptr (HearthRecord) right = NULL;
  AdwNavigationPage *page;

  entry = add (drive, "daily_log", "resident", hearth_record_get_id (wrong), "date", HEARTH_TEST_TODAY,
               "shift", "morning", "positive_moment", "Sang", NULL);
  right = drive_add_resident (drive, "Ana");
  drive_activate (drive, "win.open-record", hearth_record_get_id (entry));
  page = drive_get_page (drive);
  act (drive, "page.move");
  g_assert_true (HEARTH_IS_RESIDENT_CHOOSER (drive_get_dialog (drive)));
  gtk_editable_set_text (GTK_EDITABLE (drive_need (drive_get_dialog (drive), GTK_TYPE_SEARCH_ENTRY, NULL)),
                         "Ana");
  hearth_test_settle ();
  drive_enter (drive_get_dialog (drive));
  hearth_test_wait_until (drive_get_dialog (drive) == NULL);
  hearth_test_settle ();

  g_assert_cmpstr (hearth_record_get (entry, "state"), ==, HEARTH_STATE_IN_ERROR);
  g_assert_true (drive_get_page (drive) != page);
  g_assert_true (HEARTH_IS_EDITOR_PAGE (drive_get_page (drive)));
  act (drive, "navigation.pop");
  drive_need (drive_get_page (drive), ADW_TYPE_ACTION_ROW, "The entry as it stands in the right file");
}

int
main (int argc, char *argv[])
{
  drive_init (&argc, &argv);

  g_test_add_func ("/views/incidents/write", test_write);
  g_test_add_func ("/views/incidents/what-follows-is-asked", test_what_follows_is_asked);
  g_test_add_func ("/views/incidents/told-at-stays", test_told_at_stays);
  g_test_add_func ("/views/incidents/told-now", test_told_now);
  g_test_add_func ("/views/incidents/clock-words", test_clock_words);
  g_test_add_func ("/views/incidents/sign-and-add", test_sign_and_add);
  g_test_add_func ("/views/incidents/entered-in-error", test_entered_in_error);
  g_test_add_func ("/views/incidents/print", test_print);
  g_test_add_func ("/views/incidents/review-and-close", test_review_and_close);
  g_test_add_func ("/views/incidents/carried", test_carried);
  g_test_add_func ("/views/incidents/list", test_list);
  g_test_add_func ("/views/incidents/pattern", test_pattern);
  g_test_add_func ("/views/incidents/in-the-files", test_in_the_files);
  g_test_add_func ("/views/incidents/wrong-file", test_wrong_file);

  return g_test_run ();
}

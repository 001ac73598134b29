/* SPDX-License-Identifier: GPL-3.0-or-later
 * Counselling in the window: whom one sees, safety after a session, sessions and scores over time, groups.
 */
#include "core/date.h"
#include "records/types.h"
#include "views/area-page.h"
#include "views/drive.h"
#include "views/editor-page.h"
#include "views/group-session-line.h"
#include "views/group-session-page.h"
#include "widgets/trend-chart.h"

/* ---- Helpers ---- */

typedef struct {
  Drive *drive;
  HearthRecord *mali;
  HearthRecord *robin;
} Case;

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

/* Signed in as the counsellor, with two residents. */
static Case *
case_new (void)
{
  Case *self = g_new0 (Case, 1);
  HearthTestHouse *house = hearth_test_house_new ();
  g_autofree char *mali = NULL;
  g_autofree char *robin = NULL;

  {
    g_autoptr (HearthRecord) first = hearth_test_house_add_resident (house, "Mali");
    g_autoptr (HearthRecord) second = hearth_test_house_add_resident (house, "Robin");

    mali = g_strdup (hearth_record_get_id (first));
    robin = g_strdup (hearth_record_get_id (second));
  }
  hearth_test_house_add_person (house, "counsellor", "counsellor");
  hearth_test_house_add_person (house, "nurse", "nurse");
  self->drive = drive_new_in (house);
  sign_in (self->drive, "counsellor");
  self->mali = hearth_store_load (drive_get_store (self->drive), mali, NULL);
  self->robin = hearth_store_load (drive_get_store (self->drive), robin, NULL);
  return self;
}

static void
case_free (Case *self)
{
  g_clear_object (&self->mali);
  g_clear_object (&self->robin);
  drive_free (self->drive);
  g_free (self);
}
G_DEFINE_AUTOPTR_CLEANUP_FUNC (Case, case_free)

/* A record of @resident (nullable), with pairs of field and value up to NULL, saved. */
static HearthRecord *
add (Case *self, const HearthRecordType *type, HearthRecord *resident, ...)
{
  HearthRecord *record = hearth_record_new (type);
  g_autoptr (GPtrArray) problems = NULL;
  g_autoptr (GError) error = NULL;
  const char *field;
  va_list values;

  if (resident != NULL)
    hearth_record_set (record, "resident", hearth_record_get_id (resident));
  va_start (values, resident);
  while ((field = va_arg (values, const char *)) != NULL)
    hearth_record_set (record, field, va_arg (values, const char *));
  va_end (values);
  hearth_store_save (drive_get_store (self->drive), record, NULL, &problems, &error);
  hearth_test_assert_no_problems (problems);
  g_assert_no_error (error);
  return record;
}

static void
add_session (Case *self, HearthRecord *resident, const char *date, const char *took_place)
{
  g_object_unref (add (self, &hearth_counselling_session_type, resident, "date", date, "kind", "individual",
                       "took_place", took_place, NULL));
}

static HearthRecord *
get_only (Case *self, const HearthRecordType *type)
{
  g_autoptr (HearthQuery) query = hearth_query_new (type);
  g_autoptr (GListModel) records = hearth_store_list (drive_get_store (self->drive), query, NULL);

  g_assert_cmpuint (g_list_model_get_n_items (records), ==, 1);
  return g_list_model_get_item (records, 0);
}

static void
open_page (Case *self, HearthRecord *resident)
{
  hearth_area_page_open (GTK_WIDGET (drive_get_page (self->drive)), drive_get_store (self->drive),
                         &hearth_area_counselling, resident);
  hearth_test_settle ();
}

static const char *
get_caption (Case *self, GtkWidget *root)
{
  return hearth_trend_chart_get_caption (drive_need (root != NULL ? root
                                                                  : GTK_WIDGET (drive_get_page (self->drive)),
                                                     HEARTH_TYPE_TREND_CHART, NULL));
}

/* ---- The house ---- */

static void
test_my_residents (void)
{
  g_autoptr (Case) self = case_new ();
  GtkWidget *row;

  /* Nobody is mine yet: everybody is shown. */
  drive_activate (self->drive, "win.section", "counselling");
  g_assert_true (HEARTH_IS_AREA_PAGE (drive_get_page (self->drive)));
  drive_need (drive_get_page (self->drive), ADW_TYPE_ACTION_ROW, "Robin");

  g_object_unref (add (self, &hearth_counselling_session_type, self->mali, "date", "2026-02-20", "kind",
                       "individual", "took_place", "attended", "next_session", "2026-03-06", NULL));
  add_session (self, self->mali, "2026-02-10", "declined");
  hearth_test_settle ();
  g_assert_null (drive_find (drive_get_page (self->drive), ADW_TYPE_ACTION_ROW, "Robin"));
  row = drive_need (drive_get_page (self->drive), ADW_TYPE_ACTION_ROW, "Mali");
  g_assert_cmpstr (adw_action_row_get_subtitle (ADW_ACTION_ROW (row)), ==,
                   "Last session \u206820 Feb 2026\u2069 · next \u20686 Mar 2026\u2069");
  g_assert_nonnull (strstr (get_caption (self, NULL), "2 in all"));

  g_signal_emit_by_name (row, "activate");
  hearth_test_settle ();
  drive_need (drive_get_page (self->drive), ADW_TYPE_BUTTON_ROW, "Write a safety check");
}

/* What was agreed and not kept is told. */
static void
test_next_has_passed (void)
{
  g_autoptr (Case) self = case_new ();

  g_object_unref (add (self, &hearth_counselling_session_type, self->mali, "date", "2026-02-10", "kind",
                       "individual", "took_place", "attended", "next_session", "2026-02-17", NULL));
  drive_activate (self->drive, "win.section", "counselling");
  drive_need (drive_get_page (self->drive), GTK_TYPE_LABEL,
              "Last session \u206810 Feb 2026\u2069 · next was to be on \u206817 Feb 2026\u2069");
}

/* ---- Safety ---- */

static void
test_session_leads_to_check (void)
{
  g_autoptr (Case) self = case_new ();
  g_autoptr (HearthRecord) check = NULL;
  g_autofree char *risk = NULL;
  AdwNavigationPage *page;

  open_page (self, self->mali);
  drive_activate (self->drive, "win.new", NULL);
  page = drive_get_page (self->drive);
  drive_type (page, "kind", "individual");
  drive_type (page, "took_place", "attended");
  drive_type (page, "risk", "high");
  drive_type (page, "escalated", "House manager, at once");
  drive_activate (self->drive, "win.save", NULL);

  /* The next form is the one that follows; what is known stands there. */
  page = drive_get_page (self->drive);
  g_assert_true (HEARTH_IS_EDITOR_PAGE (page));
  drive_need (page, ADW_TYPE_ACTION_ROW, "The session of \u20681 Mar 2026\u2069 saw a risk");
  risk = hearth_field_row_dup_text (drive_get_row (page, "risk"));
  g_assert_cmpstr (risk, ==, "high");

  /* Who goes back is reminded, and can write it then. */
  gtk_widget_activate_action (GTK_WIDGET (page), "navigation.pop", NULL);
  hearth_test_settle ();
  drive_need (drive_get_page (self->drive), ADW_TYPE_ACTION_ROW, "Risk seen on \u20681 Mar 2026\u2069: High");
  g_signal_emit_by_name (drive_need (drive_get_page (self->drive), ADW_TYPE_BUTTON_ROW,
                                     "Write a safety check"),
                         "activate");
  hearth_test_settle ();
  drive_type (drive_get_page (self->drive), "alert_text", "Look in every half hour");
  drive_type (drive_get_page (self->drive), "review", "2026-03-03");
  drive_activate (self->drive, "win.save", NULL);
  check = get_only (self, &hearth_safety_check_type);
  g_assert_cmpstr (hearth_record_get (check, "risk"), ==, "high");
  g_assert_cmpstr (hearth_record_get (check, "told"), ==, "House manager, at once");

  g_assert_true (HEARTH_IS_AREA_PAGE (drive_get_page (self->drive)));
  drive_need (drive_get_page (self->drive), GTK_TYPE_LABEL, "Look in every half hour");
  g_assert_null (drive_find (drive_get_page (self->drive), ADW_TYPE_ACTION_ROW,
                             "Risk seen on \u20681 Mar 2026\u2069: High"));
}

static void
test_no_risk_no_form (void)
{
  g_autoptr (Case) self = case_new ();
  AdwNavigationPage *page;

  open_page (self, self->mali);
  drive_activate (self->drive, "win.new", NULL);
  page = drive_get_page (self->drive);
  drive_type (page, "kind", "individual");
  drive_type (page, "took_place", "attended");
  drive_type (page, "risk", "low");
  drive_activate (self->drive, "win.save", NULL);
  g_assert_true (HEARTH_IS_AREA_PAGE (drive_get_page (self->drive)));
}

/* ---- Over time ---- */

static void
test_mood (void)
{
  g_autoptr (Case) self = case_new ();

  g_object_unref (add (self, &hearth_counselling_session_type, self->mali, "date", "2025-03-10", "kind",
                       "individual", "took_place", "attended", "mood_before", "3", "mood_after", "5", NULL));
  g_object_unref (add (self, &hearth_counselling_session_type, self->mali, "date", "2025-03-20", "kind",
                       "individual", "took_place", "attended", "mood_before", "4", "mood_after", "7", NULL));
  open_page (self, self->mali);
  /* Both are long ago: no months to count, but the moods are there. */
  g_assert_nonnull (strstr (get_caption (self, NULL), "Mood before: first 3"));
  g_assert_nonnull (strstr (get_caption (self, NULL), "Mood after: first 5"));
}

static void
test_scores (void)
{
  g_autoptr (Case) self = case_new ();
  HearthRecord *account = hearth_store_get_account (drive_get_store (self->drive));
  const char *me = hearth_record_get_id (account);

  g_object_unref (add (self, &hearth_assessment_score_type, self->mali, "instrument", "Sleep scale 1", "date",
                       "2025-09-01", "score", "18.0", "lowest", "0", "highest", "27.0", "better", "lower",
                       "assessor", me, NULL));
  g_object_unref (add (self, &hearth_assessment_score_type, self->mali, "instrument", "Sleep scale 1", "date",
                       "2026-02-01", "score", "9.0", "lowest", "0", "highest", "27.0", "better", "lower",
                       "assessor", me, "respondent", "self", NULL));
  g_object_unref (add (self, &hearth_assessment_score_type, self->mali, "instrument", "Strength list", "date",
                       "2026-02-01", "score", "4.0", "better", "higher", "assessor", me, NULL));
  open_page (self, self->mali);
  drive_need (drive_get_page (self->drive), GTK_TYPE_LABEL, "Sleep scale 1");
  drive_need (drive_get_page (self->drive), GTK_TYPE_LABEL, "A lower score is better");
  drive_need (drive_get_page (self->drive), GTK_TYPE_LABEL, "A higher score is better");
  drive_need (drive_get_page (self->drive), ADW_TYPE_ACTION_ROW, "9 of 27");
  g_assert_nonnull (strstr (get_caption (self, NULL), "first 18 (1 Sep 2025), last 9 (1 Feb 2026)"));
}

/* ---- Groups ---- */

static HearthGroupSessionLine *
get_line (Case *self, const char *name)
{
  return drive_need (drive_get_page (self->drive), HEARTH_TYPE_GROUP_SESSION_LINE, name);
}

static void
fill (Case *self)
{
  g_signal_emit_by_name (drive_need (drive_get_page (self->drive), ADW_TYPE_BUTTON_ROW,
                                     "Everybody else was there"),
                         "activate");
  hearth_test_settle ();
}

static HearthRecord *
begin_group (Case *self)
{
  drive_activate (self->drive, "win.section", "counselling");
  gtk_widget_activate_action (GTK_WIDGET (drive_get_page (self->drive)), "page.new-record", "s",
                              "group_session");
  hearth_test_settle ();
  drive_type (drive_get_page (self->drive), "topic", "Rights at work");
  drive_activate (self->drive, "win.save", NULL);
  g_assert_true (HEARTH_IS_GROUP_SESSION_PAGE (drive_get_page (self->drive)));
  return get_only (self, &hearth_group_session_type);
}

static void
test_group_lines (void)
{
  g_autoptr (Case) self = case_new ();
  g_autoptr (HearthRecord) session = begin_group (self);
  g_autoptr (HearthRecord) attendance = NULL;
  HearthGroupSessionLine *mali = get_line (self, "Mali"), *robin = get_line (self, "Robin");

  g_assert_cmpstr (hearth_record_get (session, "leaders"), !=, "");
  g_assert_true (hearth_group_session_line_is_open (mali));
  hearth_group_session_line_focus (mali, true);
  gtk_editable_set_text (GTK_EDITABLE (drive_need (mali, GTK_TYPE_ENTRY, NULL)), "Asked a good question");
  /* Whoever has a line was there; it is not saved before it is left. */
  g_assert_false (hearth_group_session_line_is_open (mali));
  g_assert_cmpint (drive_count (self->drive, "group_attendance"), ==, 0);
  hearth_group_session_line_focus (robin, false);
  hearth_test_settle ();

  attendance = get_only (self, &hearth_group_attendance_type);
  g_assert_cmpstr (hearth_record_get_resident (attendance), ==, hearth_record_get_id (self->mali));
  g_assert_cmpstr (hearth_record_get (attendance, "session"), ==, hearth_record_get_id (session));
  g_assert_cmpstr (hearth_record_get (attendance, "topic"), ==, "Rights at work");
  g_assert_cmpstr (hearth_record_get (attendance, "part"), ==, "attended");
  g_assert_cmpstr (hearth_record_get (attendance, "line"), ==, "Asked a good question");
  g_assert_false (hearth_group_session_line_is_changed (mali));

  /* Ctrl+S does the same. */
  hearth_group_session_line_choose (robin, "declined");
  drive_activate (self->drive, "win.save", NULL);
  g_assert_cmpint (drive_count (self->drive, "group_attendance"), ==, 2);
}

static void
test_group_everybody (void)
{
  g_autoptr (Case) self = case_new ();
  g_autoptr (HearthRecord) session = begin_group (self);

  hearth_group_session_line_choose (get_line (self, "Robin"), "absent");
  fill (self);
  drive_activate (self->drive, "win.save", NULL);
  g_assert_cmpint (drive_count (self->drive, "group_attendance"), ==, 2);
  g_assert_cmpstr (hearth_record_get (hearth_group_session_line_get_attendance (get_line (self, "Mali")),
                                      "part"),
                   ==, "attended");
  g_assert_cmpstr (hearth_record_get (hearth_group_session_line_get_attendance (get_line (self, "Robin")),
                                      "part"),
                   ==, "absent");
  g_assert_null (drive_find (drive_get_page (self->drive), ADW_TYPE_BUTTON_ROW, "Everybody else was there"));
}

static void
test_group_fill_can_be_undone (void)
{
  g_autoptr (Case) self = case_new ();
  g_autoptr (HearthRecord) session = begin_group (self);

  fill (self);
  g_assert_cmpint (drive_count (self->drive, "group_attendance"), ==, 2);
  drive_activate (self->drive, "win.undo", NULL);
  hearth_test_settle ();
  g_assert_cmpint (drive_count (self->drive, "group_attendance"), ==, 0);
  g_assert_true (hearth_group_session_line_is_open (get_line (self, "Mali")));
}

static void
press (HearthGroupSessionLine *line, guint key)
{
  g_autoptr (GListModel) controllers = gtk_widget_observe_controllers (GTK_WIDGET (line));

  for (guint i = 0; i < g_list_model_get_n_items (controllers); i++)
    {
      g_autoptr (GtkEventController) controller = g_list_model_get_item (controllers, i);
      gboolean stopped = FALSE;

      if (GTK_IS_EVENT_CONTROLLER_KEY (controller) &&
          gtk_event_controller_get_propagation_phase (controller) == GTK_PHASE_CAPTURE)
        g_signal_emit_by_name (controller, "key-pressed", key, 0, 0, &stopped);
    }
  hearth_test_settle ();
}

static bool
has_focus (Case *self, HearthGroupSessionLine *line)
{
  GtkWidget *focus = gtk_window_get_focus (GTK_WINDOW (self->drive->window));

  return focus != NULL && gtk_widget_is_ancestor (focus, GTK_WIDGET (line));
}

static void
test_group_keys (void)
{
  g_autoptr (Case) self = case_new ();
  g_autoptr (HearthRecord) session = begin_group (self);
  HearthGroupSessionLine *mali = get_line (self, "Mali"), *robin = get_line (self, "Robin");
  GtkEditable *words = drive_need (mali, GTK_TYPE_ENTRY, NULL);

  /* The first line waits for an answer as soon as the session is written down. */
  g_assert_true (has_focus (self, mali));
  press (mali, GDK_KEY_3);
  press (mali, GDK_KEY_Down);
  g_assert_true (has_focus (self, robin));
  g_assert_cmpstr (hearth_record_get (hearth_group_session_line_get_attendance (mali), "part"), ==,
                   "declined");
  press (robin, GDK_KEY_Up);
  g_assert_true (has_focus (self, mali));

  /* In the words a digit is a digit. */
  hearth_group_session_line_focus (mali, true);
  press (mali, GDK_KEY_1);
  g_assert_false (hearth_group_session_line_is_changed (mali));
  g_signal_emit_by_name (words, "activate");
  hearth_test_settle ();
  g_assert_true (has_focus (self, robin));
}

/* Who is not in the house was not there, whatever is said of everybody. */
static void
test_group_away (void)
{
  g_autoptr (Case) self = case_new ();
  g_autoptr (HearthRecord) session = NULL;
  g_autofree char *noon = NULL;

  hearth_instant_parse ("2026-03-01T12:00:00+07:00", HEARTH_TEST_TODAY, &noon);
  g_object_unref (add (self, &hearth_missing_episode_type, self->robin, "last_seen_at", noon, "noticed_at",
                       noon, "risk", "high", NULL));
  session = begin_group (self);
  fill (self);
  g_assert_cmpstr (hearth_record_get (hearth_group_session_line_get_attendance (get_line (self, "Mali")),
                                      "part"),
                   ==, "attended");
  g_assert_cmpstr (hearth_record_get (hearth_group_session_line_get_attendance (get_line (self, "Robin")),
                                      "part"),
                   ==, "absent");
}

/* Each file says what the session is called by now. */
static void
test_group_renamed (void)
{
  g_autoptr (Case) self = case_new ();
  g_autoptr (HearthRecord) session = begin_group (self);
  g_autoptr (HearthRecord) attendance = NULL;

  hearth_group_session_line_choose (get_line (self, "Mali"), "part");
  drive_activate (self->drive, "win.save", NULL);
  gtk_widget_activate_action (GTK_WIDGET (drive_get_page (self->drive)), "page.edit", NULL);
  hearth_test_settle ();
  drive_type (drive_get_page (self->drive), "topic", "Rights and pay");
  drive_activate (self->drive, "win.save", NULL);
  g_assert_true (HEARTH_IS_GROUP_SESSION_PAGE (drive_get_page (self->drive)));
  drive_need (drive_get_page (self->drive), GTK_TYPE_LABEL, "Rights and pay");
  attendance = get_only (self, &hearth_group_attendance_type);
  g_assert_cmpstr (hearth_record_get (attendance, "topic"), ==, "Rights and pay");
}

/* What stands in the line when the window is locked is not lost. */
static void
test_group_lock (void)
{
  g_autoptr (Case) self = case_new ();
  g_autoptr (HearthRecord) session = begin_group (self);

  g_clear_object (&session);
  hearth_group_session_line_choose (get_line (self, "Mali"), "part");
  g_clear_object (&self->mali);
  g_clear_object (&self->robin);
  sign_in (self->drive, "counsellor");
  g_assert_cmpint (drive_count (self->drive, "group_attendance"), ==, 1);
}

/* The nurse reads how it went, and writes none of it. */
static void
test_group_read_only (void)
{
  g_autoptr (Case) self = case_new ();
  g_autoptr (HearthRecord) session = begin_group (self);
  g_autofree char *id = g_strdup (hearth_record_get_id (session));
  gint64 sequence;

  hearth_group_session_line_choose (get_line (self, "Mali"), "part");
  drive_activate (self->drive, "win.save", NULL);
  g_clear_object (&session);
  g_clear_object (&self->mali);
  g_clear_object (&self->robin);
  sign_in (self->drive, "nurse");
  sequence = drive_get_audit_sequence (self->drive);
  drive_activate (self->drive, "win.open-record", id);
  /* The session, and the line of one resident. */
  g_assert_cmpint (drive_get_audit_sequence (self->drive), ==, sequence + 2);
  g_assert_true (HEARTH_IS_GROUP_SESSION_PAGE (drive_get_page (self->drive)));
  drive_need (drive_get_page (self->drive), ADW_TYPE_ACTION_ROW, "Mali");
  g_assert_null (drive_find (drive_get_page (self->drive), HEARTH_TYPE_GROUP_SESSION_LINE, NULL));
  g_assert_null (drive_find (drive_get_page (self->drive), ADW_TYPE_ACTION_ROW, "Robin"));
}

int
main (int argc, char **argv)
{
  drive_init (&argc, &argv);
  g_test_add_func ("/views/counselling/my-residents", test_my_residents);
  g_test_add_func ("/views/counselling/next-has-passed", test_next_has_passed);
  g_test_add_func ("/views/counselling/session-leads-to-check", test_session_leads_to_check);
  g_test_add_func ("/views/counselling/no-risk-no-form", test_no_risk_no_form);
  g_test_add_func ("/views/counselling/mood", test_mood);
  g_test_add_func ("/views/counselling/scores", test_scores);
  g_test_add_func ("/views/counselling/group-lines", test_group_lines);
  g_test_add_func ("/views/counselling/group-everybody", test_group_everybody);
  g_test_add_func ("/views/counselling/group-fill-can-be-undone", test_group_fill_can_be_undone);
  g_test_add_func ("/views/counselling/group-keys", test_group_keys);
  g_test_add_func ("/views/counselling/group-away", test_group_away);
  g_test_add_func ("/views/counselling/group-renamed", test_group_renamed);
  g_test_add_func ("/views/counselling/group-lock", test_group_lock);
  g_test_add_func ("/views/counselling/group-read-only", test_group_read_only);
  return g_test_run ();
}

/* SPDX-License-Identifier: GPL-3.0-or-later
 * Plans in the window: making one, goals in own words, how near they are, who does what, reviews, six areas.
 */
#include "records/types.h"
#include "rules/plans.h"
#include "store/store.h"
#include "views/area-page.h"
#include "views/drive.h"
#include "views/editor-page.h"
#include "views/goal-page.h"
#include "views/goal-progress-dialog.h"
#include "views/task-row.h"
#include "widgets/trend-chart.h"

/* ---- Helpers ---- */

typedef struct {
  Drive *drive;
  HearthRecord *resident;
} Case;

static void
sign_in (Drive *drive, const char *user)
{
  drive_sign_in (drive, user, HEARTH_TEST_PASSWORD);
  hearth_test_wait_until (hearth_window_get_session (drive->window) != NULL);
  hearth_test_settle ();
}

/* Signed in as a key worker, with one resident. */
static Case *
case_new (void)
{
  Case *self = g_new0 (Case, 1);
  HearthTestHouse *house = hearth_test_house_new ();
  g_autoptr (HearthRecord) resident = hearth_test_house_add_resident (house, "Mali");
  g_autofree char *id = g_strdup (hearth_record_get_id (resident));

  hearth_test_house_add_person (house, "key-worker", "key-worker");
  g_clear_object (&resident);
  self->drive = drive_new_in (house);
  sign_in (self->drive, "key-worker");
  self->resident = hearth_store_load (drive_get_store (self->drive), id, NULL);
  g_assert_nonnull (self->resident);
  return self;
}

static void
case_free (Case *self)
{
  g_clear_object (&self->resident);
  drive_free (self->drive);
  g_free (self);
}
G_DEFINE_AUTOPTR_CLEANUP_FUNC (Case, case_free)

/* A record in the file of the resident, with pairs of field and value up to NULL, saved. */
static HearthRecord *
add (Case *self, const HearthRecordType *type, ...)
{
  HearthRecord *record = hearth_record_new (type);
  g_autoptr (GPtrArray) problems = NULL;
  g_autoptr (GError) error = NULL;
  const char *field;
  va_list values;

  hearth_record_set (record, "resident", hearth_record_get_id (self->resident));
  va_start (values, type);
  while ((field = va_arg (values, const char *)) != NULL)
    hearth_record_set (record, field, va_arg (values, const char *));
  va_end (values);
  hearth_store_save (drive_get_store (self->drive), record, NULL, &problems, &error);
  hearth_test_assert_no_problems (problems);
  g_assert_no_error (error);
  return record;
}

static HearthRecord *
add_plan (Case *self)
{
  return add (self, &hearth_care_plan_type, "start", "2026-01-10", "review", "2026-04-10", "wishes",
              "I want to bake bread", NULL);
}

static HearthRecord *
add_goal (Case *self)
{
  return add (self, &hearth_goal_type, "domain", "economic", "own", "I want my own oven", "text",
              "Finds a place to learn baking", "start", "2026-01-10", "target", "2026-06-01", "status",
              "active", NULL);
}

static void
open_page (Case *self)
{
  hearth_area_page_open (GTK_WIDGET (drive_get_page (self->drive)), drive_get_store (self->drive),
                         &hearth_area_plan, self->resident);
  hearth_test_settle ();
  g_assert_true (HEARTH_IS_AREA_PAGE (drive_get_page (self->drive)));
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
activate_row (Case *self, GType type, const char *title)
{
  g_signal_emit_by_name (drive_need (drive_get_page (self->drive), type, title), "activate");
  hearth_test_settle ();
}

static void
act (Case *self, const char *action)
{
  g_assert_true (gtk_widget_activate_action (GTK_WIDGET (drive_get_page (self->drive)), action, NULL));
  hearth_test_settle ();
}

/* ---- Plan and goals ---- */

static void
test_make_plan_and_goal (void)
{
  g_autoptr (Case) self = case_new ();
  g_autoptr (HearthRecord) plan = NULL;
  g_autoptr (HearthRecord) goal = NULL;

  open_page (self);
  activate_row (self, ADW_TYPE_BUTTON_ROW, "Make a plan");
  g_assert_true (HEARTH_IS_EDITOR_PAGE (drive_get_page (self->drive)));
  drive_type (drive_get_page (self->drive), "wishes", "I want to bake bread");
  drive_activate (self->drive, "win.save", NULL);
  plan = get_only (self, &hearth_care_plan_type);
  g_assert_cmpstr (hearth_record_get (plan, "review"), ==, "2026-06-01");

  /* The wishes stand there, quoted, and a new goal is one of this plan. */
  g_assert_true (HEARTH_IS_AREA_PAGE (drive_get_page (self->drive)));
  drive_need (drive_get_page (self->drive), ADW_TYPE_ACTION_ROW, "“I want to bake bread”");
  g_assert_null (drive_find (drive_get_page (self->drive), ADW_TYPE_BUTTON_ROW, "Make a plan"));
  activate_row (self, ADW_TYPE_BUTTON_ROW, "Add a goal");
  drive_type (drive_get_page (self->drive), "domain", "economic");
  drive_type (drive_get_page (self->drive), "own", "I want my own oven");
  drive_type (drive_get_page (self->drive), "text", "Finds a place to learn baking");
  drive_activate (self->drive, "win.save", NULL);
  goal = get_only (self, &hearth_goal_type);
  g_assert_cmpstr (hearth_record_get (goal, "plan"), ==, hearth_record_get_id (plan));
  g_assert_cmpstr (hearth_record_get (goal, "status"), ==, "active");

  g_assert_true (HEARTH_IS_GOAL_PAGE (drive_get_page (self->drive)));
  drive_need (drive_get_page (self->drive), GTK_TYPE_LABEL, "“I want my own oven”");
}

static void
test_own_words_first (void)
{
  g_autoptr (Case) self = case_new ();
  g_autoptr (HearthRecord) goal = add_goal (self);
  GtkWidget *own, *ours;
  graphene_rect_t own_place, our_place;

  open_page (self);
  own = drive_need (drive_get_page (self->drive), GTK_TYPE_LABEL, "“I want my own oven”");
  ours = drive_need (drive_get_page (self->drive), GTK_TYPE_LABEL, "Finds a place to learn baking");
  g_assert_true (gtk_widget_compute_bounds (own, GTK_WIDGET (self->drive->window), &own_place));
  g_assert_true (gtk_widget_compute_bounds (ours, GTK_WIDGET (self->drive->window), &our_place));
  g_assert_cmpfloat (own_place.origin.y, <, our_place.origin.y);
  drive_need (drive_get_page (self->drive), GTK_TYPE_LABEL, "No progress written down yet");
}

/* ---- Progress ---- */

static void
test_add_progress (void)
{
  g_autoptr (Case) self = case_new ();
  g_autoptr (HearthRecord) goal = add_goal (self);
  g_autoptr (HearthRecord) progress = NULL;
  AdwDialog *dialog;

  open_page (self);
  drive_press (drive_get_page (self->drive), "Add progress");
  hearth_test_wait_until (drive_get_dialog (self->drive) != NULL);
  dialog = drive_get_dialog (self->drive);
  g_assert_true (HEARTH_IS_GOAL_PROGRESS_DIALOG (dialog));
  gtk_range_set_value (drive_need (dialog, GTK_TYPE_RANGE, NULL), 7);
  drive_type (dialog, "said", "The dough is easy now");
  drive_press (dialog, "_Save");
  hearth_test_wait_until (drive_get_dialog (self->drive) == NULL);
  hearth_test_settle ();

  progress = get_only (self, &hearth_goal_progress_type);
  g_assert_cmpstr (hearth_record_get (progress, "goal"), ==, hearth_record_get_id (goal));
  g_assert_cmpstr (hearth_record_get (progress, "resident"), ==, hearth_record_get_id (self->resident));
  g_assert_cmpstr (hearth_record_get (progress, "value"), ==, "7");
  g_assert_cmpstr (hearth_record_get (progress, "date"), ==, HEARTH_TEST_TODAY);
  drive_need (drive_get_page (self->drive), GTK_TYPE_LEVEL_BAR, NULL);
  g_assert_cmpfloat (gtk_level_bar_get_value (drive_need (drive_get_page (self->drive), GTK_TYPE_LEVEL_BAR,
                                                          NULL)),
                     ==, 7);
  /* It can be taken back while the toast is there. */
  drive_activate (self->drive, "win.undo", NULL);
  g_assert_cmpint (drive_count (self->drive, "goal_progress"), ==, 0);
}

static void
test_progress_page (void)
{
  g_autoptr (Case) self = case_new ();
  g_autoptr (HearthRecord) goal = add_goal (self);
  const char *id = hearth_record_get_id (goal);
  g_autoptr (HearthRecord) first = add (self, &hearth_goal_progress_type, "goal", id, "date", "2026-01-20",
                                        "value", "2", "seen_by", "resident", NULL);
  g_autoptr (HearthRecord) second = NULL;
  HearthTrendChart *trend;

  drive_activate (self->drive, "win.open-record", id);
  g_assert_true (HEARTH_IS_GOAL_PAGE (drive_get_page (self->drive)));
  g_assert_null (drive_find (drive_get_page (self->drive), HEARTH_TYPE_TREND_CHART, NULL));
  second = add (self, &hearth_goal_progress_type, "goal", id, "date", "2026-02-20", "value", "5", "said",
                "I know yeast", NULL);
  hearth_test_settle ();
  trend = drive_need (drive_get_page (self->drive), HEARTH_TYPE_TREND_CHART, NULL);
  g_assert_nonnull (strstr (hearth_trend_chart_get_caption (trend), "first 2 (20 Jan 2026), last 5"));
  drive_need (drive_get_page (self->drive), ADW_TYPE_ACTION_ROW, "“I know yeast”");
  drive_need (drive_get_page (self->drive), ADW_TYPE_ACTION_ROW, "2 of 10 · The resident · 20 Jan 2026");

  /* Ctrl+N says how near it is by now, and begins where it was last. */
  drive_activate (self->drive, "win.new", NULL);
  hearth_test_wait_until (drive_get_dialog (self->drive) != NULL);
  g_assert_cmpfloat (gtk_range_get_value (drive_need (drive_get_dialog (self->drive), GTK_TYPE_RANGE, NULL)),
                     ==, 5);
  adw_dialog_force_close (drive_get_dialog (self->drive));
  hearth_test_wait_until (drive_get_dialog (self->drive) == NULL);
}

/* ---- Who does what ---- */

static void
test_actions (void)
{
  g_autoptr (Case) self = case_new ();
  g_autoptr (HearthRecord) goal = add_goal (self);
  g_autoptr (HearthRecord) task = NULL;
  GtkWidget *row;

  drive_activate (self->drive, "win.open-record", hearth_record_get_id (goal));
  act (self, "page.new-task");
  g_assert_true (HEARTH_IS_EDITOR_PAGE (drive_get_page (self->drive)));
  drive_type (drive_get_page (self->drive), "title", "Ask the baker");
  drive_activate (self->drive, "win.save", NULL);
  task = get_only (self, &hearth_task_type);
  g_assert_cmpstr (hearth_record_get (task, "subject"), ==, hearth_record_get_id (goal));
  g_assert_true (HEARTH_IS_GOAL_PAGE (drive_get_page (self->drive)));
  drive_need (drive_get_page (self->drive), GTK_TYPE_LABEL, "0 of 1 done");

  row = drive_need (drive_get_page (self->drive), HEARTH_TYPE_TASK_ROW, "Ask the baker");
  gtk_check_button_set_active (drive_need (row, GTK_TYPE_CHECK_BUTTON, NULL), TRUE);
  hearth_test_wait_until (drive_get_dialog (self->drive) != NULL);
  adw_alert_dialog_set_close_response (ADW_ALERT_DIALOG (drive_get_dialog (self->drive)), "done");
  adw_dialog_close (drive_get_dialog (self->drive));
  hearth_test_wait_until (drive_get_dialog (self->drive) == NULL);
  hearth_test_settle ();
  g_assert_cmpstr (hearth_record_get (task, "done_on"), ==, HEARTH_TEST_TODAY);
  drive_need (drive_get_page (self->drive), GTK_TYPE_LABEL, "1 of 1 done");
}

/* ---- Reviews and areas ---- */

static void
test_review (void)
{
  g_autoptr (Case) self = case_new ();
  g_autoptr (HearthRecord) plan = add_plan (self);
  g_autoptr (HearthRecord) review = NULL;

  open_page (self);
  activate_row (self, ADW_TYPE_BUTTON_ROW, "Write down a review");
  drive_type (drive_get_page (self->drive), "part", "present");
  drive_type (drive_get_page (self->drive), "decisions", "Look for an apprenticeship");
  drive_activate (self->drive, "win.save", NULL);
  review = get_only (self, &hearth_plan_review_type);
  g_assert_cmpstr (hearth_record_get (review, "plan"), ==, hearth_record_get_id (plan));
  /* How the resident took part stands in the heading. */
  drive_need (drive_get_page (self->drive), ADW_TYPE_ACTION_ROW,
              "\u20681 Mar 2026\u2069 · The resident: Was there");
}

static void
test_areas (void)
{
  static const char *const areas[] = { "safety", "legal", "mental", "economic", "social", "physical", NULL };
  g_autoptr (Case) self = case_new ();
  HearthStore *store = drive_get_store (self->drive);
  g_autoptr (HearthRecord) entry = hearth_record_new (&hearth_recovery_score_type);
  g_autoptr (HearthRecord) now = NULL;

  hearth_record_set (entry, "resident", hearth_record_get_id (self->resident));
  hearth_record_set (entry, "date", "2026-01-05");
  hearth_record_set (entry, "occasion", "entry");
  for (const char *const *area = areas; *area != NULL; area++)
    {
      g_autofree char *why = g_strconcat (*area, "_why", NULL);

      hearth_record_set (entry, *area, "2");
      hearth_record_set (entry, why, "New here");
    }
  g_assert_true (hearth_store_save (store, entry, NULL, NULL, NULL));
  now = hearth_record_new (&hearth_recovery_score_type);
  for (guint i = 0; i < hearth_recovery_score_type.n_fields; i++)
    {
      const char *name = hearth_recovery_score_type.fields[i].name;

      hearth_record_set (now, name, hearth_record_get (entry, name));
    }
  hearth_record_set (now, "resident", hearth_record_get_id (self->resident));
  hearth_record_set (now, "date", "2026-02-25");
  hearth_record_set (now, "occasion", "review");
  hearth_record_set (now, "safety", "3");
  hearth_record_set (now, "safety_why", "Sleeps with the door closed");
  g_assert_true (hearth_store_save (store, now, NULL, NULL, NULL));

  open_page (self);
  drive_need (drive_need (drive_get_page (self->drive), ADW_TYPE_ACTION_ROW, "Safety"), GTK_TYPE_LABEL,
              "2 → 3");
  drive_need (drive_get_page (self->drive), GTK_TYPE_LABEL, "Sleeps with the door closed");
}

/* ---- The house ---- */

static void
test_house (void)
{
  g_autoptr (Case) self = case_new ();
  g_autoptr (HearthRecord) plan = NULL;
  g_autoptr (HearthRecord) strength = NULL;

  drive_activate (self->drive, "win.section", "plans");
  g_assert_true (HEARTH_IS_AREA_PAGE (drive_get_page (self->drive)));
  activate_row (self, ADW_TYPE_ACTION_ROW, "Mali");
  drive_need (drive_get_page (self->drive), ADW_TYPE_BUTTON_ROW, "Make a plan");
  act (self, "navigation.pop");
  plan = add_plan (self);
  strength = add (self, &hearth_strength_type, "date", "2026-02-01", "kind", "skill", "text", "Bakes", NULL);
  drive_need (drive_get_page (self->drive), GTK_TYPE_LABEL, "Everybody who lives here has a plan.");
}

/* Whoever is not of the team does not read plans. */
static void
test_not_for_everybody (void)
{
  HearthTestHouse *house = hearth_test_house_new ();
  g_autoptr (Drive) drive = NULL;

  hearth_test_house_add_person (house, "duty-carer", "duty-carer");
  drive = drive_new_in (house);
  sign_in (drive, "duty-carer");
  g_assert_false (hearth_area_is_for (&hearth_area_plan, drive_get_store (drive)));
}

int
main (int argc, char **argv)
{
  drive_init (&argc, &argv);
  g_test_add_func ("/views/plans/make-plan-and-goal", test_make_plan_and_goal);
  g_test_add_func ("/views/plans/own-words-first", test_own_words_first);
  g_test_add_func ("/views/plans/add-progress", test_add_progress);
  g_test_add_func ("/views/plans/progress-page", test_progress_page);
  g_test_add_func ("/views/plans/actions", test_actions);
  g_test_add_func ("/views/plans/review", test_review);
  g_test_add_func ("/views/plans/areas", test_areas);
  g_test_add_func ("/views/plans/house", test_house);
  g_test_add_func ("/views/plans/not-for-everybody", test_not_for_everybody);
  return g_test_run ();
}

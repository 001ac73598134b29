/* SPDX-License-Identifier: GPL-3.0-or-later
 * Getting ready for court: which steps a hearing gets and when, the eight lamps, and the agenda.
 */
#include "core/record-type.h"
#include "fixtures/fixtures.h"
#include "fixtures/house.h"
#include "people-fixture.h"
#include "records/choices.h"
#include "records/types.h"
#include "rules/court.h"
#include "rules/role.h"

#define TODAY HEARTH_TEST_TODAY

typedef struct {
  HearthTestHouse *house;
  HearthRecord *resident, *legal_case;
} Court;

static void
court_init (Court *court)
{
  court->house = people_house_new ();
  court->resident = hearth_test_house_add_resident (court->house, "Mali");
  court->legal_case =
    hearth_test_house_add (court->house, "legal_case", "resident", hearth_record_get_id (court->resident),
                           "kind", "criminal", "stage", "trial", "opened_on", "2025-10-01", NULL);
}

static void
court_clear (Court *court)
{
  g_clear_object (&court->legal_case);
  g_clear_object (&court->resident);
  g_clear_pointer (&court->house, hearth_test_house_free);
}
G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Court, court_clear)

static HearthRecord *
add_hearing (Court *court, const char *date, const char *kind, const char *attend, const char *status)
{
  g_autofree char *at = g_strdup_printf ("%sT02:30:00Z+07:00", date);

  return hearth_test_house_add (court->house, "hearing", "resident", hearth_record_get_id (court->resident),
                                "legal_case", hearth_record_get_id (court->legal_case), "at", at, "kind",
                                kind, "attend", attend, "status", status, NULL);
}

static GPtrArray *
prepare (Court *court, HearthRecord *hearing)
{
  g_autoptr (GError) error = NULL;
  GPtrArray *steps = hearth_hearing_prepare (court->house->store, hearing, &error);

  g_assert_no_error (error);
  g_assert_nonnull (steps);
  return steps;
}

static HearthRecord *
look_up (GPtrArray *steps, const char *item)
{
  for (guint i = 0; i < steps->len; i++)
    if (g_str_equal (hearth_record_get (steps->pdata[i], "item"), item))
      return steps->pdata[i];
  return NULL;
}

static void
assert_due (GPtrArray *steps, const char *item, const char *due)
{
  HearthRecord *step = look_up (steps, item);

  g_assert_nonnull (step);
  g_assert_cmpstr (hearth_record_get (step, "due"), ==, due);
}

static void
finish (Court *court, GPtrArray *steps, const char *item)
{
  g_autoptr (GError) error = NULL;

  g_assert_nonnull (look_up (steps, item));
  hearth_step_finish (court->house->store, look_up (steps, item), &error);
  g_assert_no_error (error);
}

/* --- the table ---------------------------------------------------------------------------------------- */

static bool
has_code (const HearthChoice *choices, const char *code)
{
  for (; choices->code != NULL; choices++)
    if (g_str_equal (choices->code, code))
      return true;
  return false;
}

static void
test_table (void)
{
  const HearthField *stage = hearth_record_type_lookup_field (&hearth_preparation_type, "stage");
  const HearthField *text = hearth_record_type_lookup_field (&hearth_preparation_type, "text");
  const HearthField *item = hearth_record_type_lookup_field (&hearth_preparation_type, "item");
  g_autoptr (GHashTable) items = g_hash_table_new (g_str_hash, g_str_equal);
  unsigned int n_steps;
  const HearthCourtStep *steps = hearth_court_steps_get (&n_steps);

  for (unsigned int i = 0; i < n_steps; i++)
    {
      const HearthCourtStep *step = &steps[i];

      g_test_message ("%s", step->item);
      g_assert_true (g_hash_table_add (items, (gpointer) step->item));
      g_assert_true (hearth_court_step_lookup (step->item) == step);
      g_assert_true (has_code (stage->choices, step->stage));
      g_assert_nonnull (hearth_role_lookup (step->role));
      g_assert_cmpuint (strlen (step->item), <=, item->max_length);
      g_assert_cmpuint (g_utf8_strlen (step->text, -1), <=, text->max_length);
      /* What is verified has a source; what is not says that it is common practice. */
      g_assert_true (step->verified == (step->source != NULL));
      g_assert_cmpstr (hearth_court_step_get_source (step), !=, "");
      g_assert_true (step->measure == NULL || has_code (hearth_choices_measure, step->measure));
      g_assert_true (g_str_equal (step->stage, "after") || step->days >= 0);
      g_assert_true (!g_str_equal (step->stage, "after") || step->days <= 0);
      g_assert_null (strstr (step->text, " she "));
      g_assert_null (strstr (step->text, " her "));
    }
  g_assert_cmpint (hearth_court_step_lookup ("debrief_3_days")->days, ==, -3);
  g_assert_cmpint (hearth_court_step_lookup ("debrief_2_weeks")->days, ==, -14);
  g_assert_null (hearth_court_step_lookup ("something of the house"));
}

/* --- steps ---------------------------------------------------------------------------------------------- */

static void
test_prepare (void)
{
  g_auto (Court) court = { 0 };
  g_autoptr (HearthRecord) hearing = NULL;
  g_autoptr (GPtrArray) steps = NULL, again = NULL, listed = NULL;
  unsigned int missing;

  court_init (&court);
  hearing = add_hearing (&court, "2026-05-10", "testimony", "in_person", "planned");
  missing = hearth_hearing_count_missing (court.house->store, hearing);
  steps = prepare (&court, hearing);
  g_assert_cmpuint (missing, ==, steps->len);
  assert_due (steps, "court_visit", "2026-04-26");
  assert_due (steps, "bag", "2026-05-09");
  assert_due (steps, "arrival", "2026-05-10");
  assert_due (steps, "debrief", "2026-05-10");
  assert_due (steps, "debrief_3_days", "2026-05-13");
  assert_due (steps, "debrief_2_weeks", "2026-05-24");
  g_assert_cmpstr (hearth_record_get (look_up (steps, "court_visit"), "role"), ==, "key-worker");
  g_assert_true (hearth_record_is_yes (look_up (steps, "court_visit"), "critical"));
  g_assert_nonnull (look_up (steps, "risk_screen"));
  /* The register says nothing of what the resident wants: the court is not asked for anything in particular. */
  g_assert_nonnull (look_up (steps, "request_measures"));
  g_assert_null (look_up (steps, "request_screen"));

  again = prepare (&court, hearing);
  g_assert_cmpuint (again->len, ==, 0);
  g_assert_cmpuint (hearth_hearing_count_missing (court.house->store, hearing), ==, 0);
  listed = hearth_hearing_list_steps (court.house->store, hearth_record_get_id (hearing), NULL);
  g_assert_cmpuint (listed->len, ==, steps->len);
  for (guint i = 1; i < listed->len; i++)
    g_assert_cmpstr (hearth_record_get (listed->pdata[i - 1], "due"), <=,
                     hearth_record_get (listed->pdata[i], "due"));
}

static void
test_who_comes (void)
{
  g_auto (Court) court = { 0 };
  g_autoptr (HearthRecord) stays = NULL, by_video = NULL, mention = NULL, cancelled = NULL;
  g_autoptr (GPtrArray) of_stays = NULL, of_video = NULL, of_mention = NULL, of_cancelled = NULL;

  court_init (&court);
  stays = add_hearing (&court, "2026-05-10", "testimony", "not_needed", "planned");
  by_video = add_hearing (&court, "2026-05-11", "testimony", "video", "planned");
  mention = add_hearing (&court, "2026-05-12", "mention", "in_person", "planned");
  cancelled = add_hearing (&court, "2026-05-13", "testimony", "in_person", "cancelled");
  of_stays = prepare (&court, stays);
  of_video = prepare (&court, by_video);
  of_mention = prepare (&court, mention);
  of_cancelled = prepare (&court, cancelled);
  g_assert_nonnull (look_up (of_stays, "rights_explained"));
  g_assert_nonnull (look_up (of_stays, "inform_outcome"));
  g_assert_null (look_up (of_stays, "court_visit"));
  g_assert_null (look_up (of_stays, "debrief"));
  g_assert_nonnull (look_up (of_video, "court_visit"));
  g_assert_nonnull (look_up (of_video, "rules_practice"));
  g_assert_null (look_up (of_video, "route_plan"));
  g_assert_nonnull (look_up (of_mention, "route_plan"));
  g_assert_null (look_up (of_mention, "rules_practice"));
  g_assert_cmpuint (of_cancelled->len, ==, 0);
}

/* What should have begun weeks ago is due today; what is over is not asked for, but for what comes afterwards. */
static void
test_late (void)
{
  g_auto (Court) court = { 0 };
  g_autoptr (HearthRecord) soon = NULL, last_week = NULL, last_year = NULL;
  g_autoptr (GPtrArray) of_soon = NULL, of_last_week = NULL, of_last_year = NULL;
  g_autofree char *before = NULL, *after = NULL, *past = NULL;

  court_init (&court);
  soon = add_hearing (&court, "2026-03-06", "testimony", "in_person", "planned");
  last_week = add_hearing (&court, "2026-02-22", "testimony", "in_person", "held");
  last_year = add_hearing (&court, "2025-11-03", "testimony", "in_person", "held");
  of_soon = prepare (&court, soon);
  of_last_week = prepare (&court, last_week);
  of_last_year = prepare (&court, last_year);
  assert_due (of_soon, "court_visit", TODAY);
  g_assert_cmpstr (hearth_record_get (look_up (of_soon, "court_visit"), "days"), ==, "5");
  assert_due (of_soon, "route_plan", "2026-03-03");
  g_assert_null (look_up (of_last_week, "court_visit"));
  g_assert_null (look_up (of_last_week, "arrival"));
  assert_due (of_last_week, "debrief_3_days", "2026-02-25");
  assert_due (of_last_week, "debrief_2_weeks", "2026-03-08");
  g_assert_cmpuint (of_last_year->len, ==, 0);

  before = hearth_hearing_dup_step_due (court.house->store, soon, 28);
  after = hearth_hearing_dup_step_due (court.house->store, soon, -3);
  past = hearth_hearing_dup_step_due (court.house->store, last_week, 2);
  g_assert_cmpstr (before, ==, TODAY);
  g_assert_cmpstr (after, ==, "2026-03-09");
  g_assert_cmpstr (past, ==, "2026-02-20");
}

static void
test_age_and_once (void)
{
  g_auto (Court) court = { 0 };
  g_autoptr (HearthRecord) first = NULL, second = NULL;
  g_autoptr (GPtrArray) of_first = NULL, of_second = NULL;

  court_init (&court);
  hearth_record_set (court.resident, "birth", "2019-01-01");
  people_save (court.house, court.resident);
  first = add_hearing (&court, "2026-05-10", "testimony", "in_person", "planned");
  of_first = prepare (&court, first);
  /* Seven years old: too young for the questions of a safety check. */
  g_assert_null (look_up (of_first, "risk_screen"));
  finish (&court, of_first, "guardian");
  finish (&court, of_first, "rights_explained");
  second = add_hearing (&court, "2026-06-10", "testimony", "in_person", "planned");
  of_second = prepare (&court, second);
  g_assert_null (look_up (of_second, "guardian"));
  g_assert_nonnull (look_up (of_second, "lawyer"));
  g_assert_nonnull (look_up (of_second, "rights_explained"));
}

static HearthRecord *
add_measure (Court *court, HearthRecord *hearing, const char *kind, const char *wanted, const char *decision)
{
  return hearth_test_house_add (court->house, "protective_measure", "resident",
                                hearth_record_get_id (court->resident), "legal_case",
                                hearth_record_get_id (court->legal_case), "hearing",
                                hearing != NULL ? hearth_record_get_id (hearing) : "", "kind", kind,
                                "noted_on", TODAY, "wanted", wanted, "requested_on",
                                *decision != '\0' ? TODAY : "", "decision", decision, "decided_on",
                                *decision != '\0' ? TODAY : "", NULL);
}

/* The court is asked for what the resident wants, and for nothing else. */
static void
test_measures (void)
{
  g_auto (Court) court = { 0 };
  g_autoptr (HearthRecord) hearing = NULL, other = NULL, asked = NULL;
  g_autoptr (GPtrArray) steps = NULL, measures = NULL;

  court_init (&court);
  hearing = add_hearing (&court, "2026-05-10", "testimony", "in_person", "planned");
  other = add_hearing (&court, "2026-07-10", "trial", "in_person", "planned");
  g_object_unref (add_measure (&court, NULL, "live_link", "unsure", ""));
  g_object_unref (add_measure (&court, hearing, "screen", "yes", ""));
  g_object_unref (add_measure (&court, hearing, "closed_court", "no", ""));
  g_object_unref (add_measure (&court, hearing, "support_person", "yes", "granted"));
  g_object_unref (add_measure (&court, other, "aids", "yes", ""));
  asked = add_measure (&court, hearing, "intermediary", "yes", "");
  hearth_record_set (asked, "requested_on", "2026-02-20");
  people_save (court.house, asked);
  steps = prepare (&court, hearing);
  g_assert_nonnull (look_up (steps, "request_screen"));
  g_assert_nonnull (look_up (steps, "request_link"));
  g_assert_null (look_up (steps, "request_closed"));
  g_assert_null (look_up (steps, "request_support"));
  g_assert_null (look_up (steps, "request_aids"));
  g_assert_null (look_up (steps, "request_intermediary"));
  measures = hearth_hearing_list_measures (court.house->store, hearing, NULL);
  g_assert_cmpuint (measures->len, ==, 5);
  g_assert_cmpstr (hearth_record_get (measures->pdata[0], "kind"), ==, "closed_court");
}

static void
test_standing (void)
{
  g_auto (Court) court = { 0 };
  g_autoptr (HearthRecord) hearing = NULL;
  g_autoptr (GPtrArray) steps = NULL;
  HearthRecord *visit, *bag, *outcome;
  unsigned int done, needed, late;

  court_init (&court);
  hearing = add_hearing (&court, "2026-03-20", "testimony", "in_person", "planned");
  steps = prepare (&court, hearing);
  visit = look_up (steps, "court_visit");
  bag = look_up (steps, "bag");
  outcome = look_up (steps, "inform_outcome");
  g_assert_cmpint (hearth_step_get_standing (court.house->store, look_up (steps, "guardian")), ==,
                   HEARTH_STEP_DUE);
  g_assert_cmpint (hearth_step_get_standing (court.house->store, visit), ==, HEARTH_STEP_LATER);
  hearth_record_set (bag, "due", "2026-02-27");
  people_save (court.house, bag);
  g_assert_cmpint (hearth_step_get_standing (court.house->store, bag), ==, HEARTH_STEP_OVERDUE);
  hearth_record_set (outcome, "not_needed", "yes");
  people_save (court.house, outcome);
  finish (&court, steps, "court_visit");
  g_assert_cmpint (hearth_step_get_standing (court.house->store, visit), ==, HEARTH_STEP_DONE);
  g_assert_cmpstr (hearth_record_get (visit, "done_on"), ==, TODAY);
  g_assert_cmpstr (hearth_record_get (visit, "done_by"), !=, "");
  hearth_steps_count (court.house->store, steps, &done, &needed, &late);
  g_assert_cmpuint (done, ==, 1);
  g_assert_cmpuint (late, ==, 1);
  g_assert_cmpuint (needed, ==, steps->len - 1);
}

/* --- readiness -------------------------------------------------------------------------------------------- */

static void
assert_lamps (Court *court, HearthRecord *hearing, const char *expected)
{
  static const char letters[] = {
    [HEARTH_LAMP_NOT_KNOWN] = '?', [HEARTH_LAMP_NO] = 'n', [HEARTH_LAMP_PART] = 'p', [HEARTH_LAMP_YES] = 'y'
  };
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) lamps = hearth_hearing_get_readiness (court->house->store, hearing, &error);
  g_autoptr (GString) states = g_string_new (NULL);

  g_assert_no_error (error);
  g_assert_cmpuint (lamps->len, ==, HEARTH_N_LAMPS);
  for (guint i = 0; i < lamps->len; i++)
    {
      const HearthLamp *lamp = lamps->pdata[i];

      g_test_message ("%s: %s", lamp->name, lamp->why);
      g_assert_true (g_str_has_suffix (lamp->why, "."));
      g_string_append_c (states, letters[lamp->state]);
    }
  g_assert_cmpstr (states->str, ==, expected);
}

/* In the order: informed, wants, measures, visited, support, route, health, lawyer. */
static void
test_readiness (void)
{
  g_auto (Court) court = { 0 };
  g_autoptr (HearthRecord) hearing = NULL, screen = NULL;
  g_autoptr (GPtrArray) steps = NULL, lamps = NULL;

  court_init (&court);
  hearing = add_hearing (&court, "2026-05-10", "testimony", "in_person", "planned");
  assert_lamps (&court, hearing, "????n??n");
  steps = prepare (&court, hearing);
  assert_lamps (&court, hearing, "n??nnnnn");

  hearth_record_set (court.legal_case, "told_on", "2026-02-01");
  hearth_record_set (court.legal_case, "testify", "unsure");
  hearth_record_set (court.legal_case, "lawyer", "A. Lawyer");
  people_save (court.house, court.legal_case);
  screen = add_measure (&court, hearing, "screen", "yes", "");
  g_object_unref (add_measure (&court, NULL, "breaks", "yes", "granted"));
  hearth_record_set (hearing, "support_person", "A friend");
  hearth_record_set (hearing, "transport", "Our car");
  people_save (court.house, hearing);
  assert_lamps (&court, hearing, "pppnppnp");
  lamps = hearth_hearing_get_readiness (court.house->store, hearing, NULL);
  g_assert_cmpstr (((HearthLamp *) lamps->pdata[2])->why, ==,
                   "Granted: 1 of 2 measures; not asked for yet: 1.");
  g_clear_pointer (&lamps, g_ptr_array_unref);

  hearth_record_set (court.legal_case, "testify", "wants");
  people_save (court.house, court.legal_case);
  hearth_record_set (screen, "decision", "granted");
  hearth_record_set (screen, "requested_on", TODAY);
  hearth_record_set (screen, "decided_on", TODAY);
  people_save (court.house, screen);
  finish (&court, steps, "rights_explained");
  assert_lamps (&court, hearing, "pyynppnp");
  finish (&court, steps, "process_session");
  finish (&court, steps, "court_visit");
  finish (&court, steps, "support_confirmed");
  finish (&court, steps, "route_plan");
  finish (&court, steps, "health_check");
  finish (&court, steps, "lawyer_met");
  assert_lamps (&court, hearing, "yyyyyyyy");
  lamps = hearth_hearing_get_readiness (court.house->store, hearing, NULL);
  g_assert_cmpuint (hearth_lamps_count_yes (lamps), ==, HEARTH_N_LAMPS);

  /* What stands in the case is no answer for who may not see it; the steps tell the rest. */
  people_enter (court.house, "cora");
  assert_lamps (&court, hearing, "y??yyyyy");
}

static void
test_refused_and_absent (void)
{
  g_auto (Court) court = { 0 };
  g_autoptr (HearthRecord) hearing = NULL;

  court_init (&court);
  hearing = add_hearing (&court, "2026-05-10", "judgment", "not_needed", "planned");
  assert_lamps (&court, hearing, "???yyyyn");
  g_object_unref (add_measure (&court, hearing, "live_link", "no", ""));
  assert_lamps (&court, hearing, "??yyyyyn");
  g_object_unref (add_measure (&court, hearing, "screen", "yes", "refused"));
  hearth_record_set (court.legal_case, "testify", "does_not_want");
  people_save (court.house, court.legal_case);
  assert_lamps (&court, hearing, "?nnyyyyn");
}

/* --- agenda -------------------------------------------------------------------------------------------------- */

static void
test_next_hearing (void)
{
  g_auto (Court) court = { 0 };
  g_autoptr (HearthRecord) none = NULL, past = NULL, cancelled = NULL, later = NULL, next = NULL,
                           found = NULL;

  court_init (&court);
  none = hearth_court_next_hearing (court.house->store, NULL, NULL);
  g_assert_null (none);
  past = add_hearing (&court, "2026-02-10", "trial", "in_person", "held");
  cancelled = add_hearing (&court, "2026-03-02", "trial", "in_person", "cancelled");
  later = add_hearing (&court, "2026-04-02", "trial", "in_person", "planned");
  next = add_hearing (&court, TODAY, "trial", "in_person", "planned");
  found = hearth_court_next_hearing (court.house->store, hearth_record_get_id (court.resident), NULL);
  g_assert_true (found == next);
  g_assert_true (hearth_hearing_is_coming (court.house->store, later));
  g_assert_false (hearth_hearing_is_coming (court.house->store, past));
  g_assert_false (hearth_hearing_is_coming (court.house->store, cancelled));
}

static void
test_report_due (void)
{
  g_auto (Court) court = { 0 };
  g_autoptr (HearthRecord) hearing = NULL;
  g_autofree char *usual = NULL, *set = NULL, *own = NULL, *hidden = NULL, *nothing = NULL;
  HearthRecord *record;

  court_init (&court);
  hearing = add_hearing (&court, "2026-05-22", "trial", "in_person", "planned");
  hearth_record_set (hearing, "report_due", "");
  usual = hearth_hearing_dup_report_due (court.house->store, hearing);
  g_assert_cmpstr (usual, ==, "2026-05-01");
  record = hearth_store_get_house (court.house->store);
  hearth_record_set (record, "report_days", "10");
  people_save (court.house, record);
  set = hearth_hearing_dup_report_due (court.house->store, hearing);
  g_assert_cmpstr (set, ==, "2026-05-12");
  hearth_record_set (hearing, "report_due", "2026-04-30");
  people_save (court.house, hearing);
  own = hearth_hearing_dup_report_due (court.house->store, hearing);
  g_assert_cmpstr (own, ==, "2026-04-30");
  nothing = hearth_court_dup_default_report_due (court.house->store, "");
  g_assert_cmpstr (nothing, ==, "");
  /* When it is due is of the case. */
  people_enter (court.house, "dani");
  hidden = hearth_hearing_dup_report_due (court.house->store, hearing);
  g_assert_cmpstr (hidden, ==, "");
}

static void
assert_agenda (Court *court, const char *from, const char *to, const char *expected)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) items = hearth_court_agenda (court->house->store, NULL, from, to, &error);
  g_autoptr (GString) found = g_string_new (NULL);

  g_assert_no_error (error);
  for (guint i = 0; i < items->len; i++)
    {
      const HearthAgendaItem *item = items->pdata[i];

      g_assert_cmpstr (item->resident, ==, hearth_record_get_id (court->resident));
      g_assert_cmpstr (hearth_agenda_kind_get_label (item->kind), !=, "");
      g_string_append_printf (found, "%s%s %s%s%d", i > 0 ? ", " : "", item->date + 5, item->time,
                              *item->time != '\0' ? " " : "", (int) item->kind);
    }
  g_assert_cmpstr (found->str, ==, expected);
}

static void
test_agenda (void)
{
  g_auto (Court) court = { 0 };
  g_autoptr (HearthRecord) hearing = NULL, off = NULL;
  const char *id, *legal_case;

  court_init (&court);
  id = hearth_record_get_id (court.resident);
  legal_case = hearth_record_get_id (court.legal_case);
  hearing = add_hearing (&court, "2026-03-27", "trial", "in_person", "planned");
  off = add_hearing (&court, "2026-03-28", "trial", "in_person", "cancelled");
  g_object_unref (hearth_test_house_add (court.house, "court_order", "resident", id, "legal_case", legal_case,
                                         "ordered_on", "2026-02-01", "words", "As it stands.", "due",
                                         "2026-03-06", "expires", "2026-03-27", "status", "partly", NULL));
  g_object_unref (hearth_test_house_add (court.house, "court_order", "resident", id, "legal_case", legal_case,
                                         "ordered_on", "2026-02-01", "words", "Another.", "due", "2026-03-06",
                                         "status", "done", "done_on", "2026-02-20", NULL));
  g_object_unref (hearth_test_house_add (court.house, "accused", "resident", id, "letter", "A1", "noted_on",
                                         "2026-02-01", "status", "custody", "release_on", "2026-03-10",
                                         "no_contact", "yes", "no_contact_until", "2026-03-11", NULL));
  g_object_unref (hearth_test_house_add (court.house, "preparation", "resident", id, "hearing",
                                         hearth_record_get_id (hearing), "stage", "inform", "text", "Explain",
                                         "due", "2026-03-06", NULL));
  g_object_unref (hearth_test_house_add (court.house, "preparation", "resident", id, "hearing",
                                         hearth_record_get_id (hearing), "stage", "inform", "text", "Done",
                                         "due", "2026-03-06", "done_on", "2026-02-20", NULL));
  g_object_unref (hearth_test_house_add (court.house, "preparation", "resident", id, "hearing",
                                         hearth_record_get_id (off), "stage", "inform", "text", "For nothing",
                                         "due", "2026-03-06", NULL));
  assert_agenda (&court, TODAY, "2026-03-31",
                 "03-06 1, 03-06 2, 03-06 5, 03-10 4, 03-11 3, 03-27 09:30 0, 03-27 3");
  assert_agenda (&court, "2026-03-07", "2026-03-10", "03-10 4");
  hearth_record_set (hearing, "report_filed_on", "2026-02-28");
  people_save (court.house, hearing);
  assert_agenda (&court, "2026-03-06", "2026-03-06", "03-06 2, 03-06 5");
  /* The carer knows when somebody goes to court, and no more. */
  people_enter (court.house, "dani");
  assert_agenda (&court, TODAY, "2026-03-31", "03-27 09:30 0");
}

static void
test_interviews (void)
{
  g_auto (Court) court = { 0 };
  HearthRecord *record;

  court_init (&court);
  g_assert_cmpuint (hearth_interviews_get_most (court.house->store), ==, 3);
  for (int i = 0; i < 2; i++)
    g_object_unref (hearth_test_house_add (court.house, "statement", "resident",
                                           hearth_record_get_id (court.resident), "date", "2026-02-01",
                                           "body", "police", "purpose", "First questions", NULL));
  g_assert_cmpuint (hearth_interviews_count (court.house->store, hearth_record_get_id (court.resident), NULL),
                    ==, 2);
  record = hearth_store_get_house (court.house->store);
  hearth_record_set (record, "interviews_most", "1");
  people_save (court.house, record);
  g_assert_cmpuint (hearth_interviews_get_most (court.house->store), ==, 1);
}

int
main (int argc, char **argv)
{
  hearth_test_init (&argc, &argv);
  g_test_add_func ("/rules/court/table", test_table);
  g_test_add_func ("/rules/court/prepare", test_prepare);
  g_test_add_func ("/rules/court/who-comes", test_who_comes);
  g_test_add_func ("/rules/court/late", test_late);
  g_test_add_func ("/rules/court/age-and-once", test_age_and_once);
  g_test_add_func ("/rules/court/measures", test_measures);
  g_test_add_func ("/rules/court/standing", test_standing);
  g_test_add_func ("/rules/court/readiness", test_readiness);
  g_test_add_func ("/rules/court/refused-and-absent", test_refused_and_absent);
  g_test_add_func ("/rules/court/next-hearing", test_next_hearing);
  g_test_add_func ("/rules/court/report-due", test_report_due);
  g_test_add_func ("/rules/court/agenda", test_agenda);
  g_test_add_func ("/rules/court/interviews", test_interviews);
  return g_test_run ();
}

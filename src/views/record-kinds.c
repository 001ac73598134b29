/* SPDX-License-Identifier: GPL-3.0-or-later
 * What pages need to know of each kind of record, beyond its table: one row for a kind.
 */
#define G_LOG_DOMAIN "hearth-views"

#include "config.h"

#include "views/record-kinds.h"

#include <glib/gi18n-lib.h>

#include "records/registry.h"
#include "records/types.h"
#include "rules/complaints.h"
#include "views/admission-page.h"
#include "views/closed-file-page.h"
#include "views/concern-notes.h"
#include "views/concern-parting.h"
#include "views/counselling-parts.h"
#include "views/editor-page.h"
#include "views/emergency-page.h"
#include "views/file-page.h"
#include "views/goal-page.h"
#include "views/group-session-page.h"
#include "views/handover-page.h"
#include "views/hard-history.h"
#include "views/health-forms.h"
#include "views/hearing-page.h"
#include "views/incident-page.h"
#include "views/leave-row.h"
#include "views/legal-accused.h"
#include "views/legal-forms.h"
#include "views/missing-page.h"
#include "views/plan-parts.h"
#include "views/resident-page.h"
#include "views/staff-person-page.h"

static AdwNavigationPage *
make_resident_page (HearthStore *store, HearthRecord *resident, GError **error)
{
  if (hearth_file_is_closed (store, hearth_record_get_id (resident)))
    return ADW_NAVIGATION_PAGE (hearth_closed_file_page_new (store, resident));
  return ADW_NAVIGATION_PAGE (hearth_resident_page_new (store, resident));
}

static AdwNavigationPage *
make_emergency_page (HearthStore *store, HearthRecord *access, GError **error)
{
  return ADW_NAVIGATION_PAGE (hearth_emergency_page_new (store, access));
}

static AdwNavigationPage *
make_person_page (HearthStore *store, HearthRecord *account, GError **error)
{
  return ADW_NAVIGATION_PAGE (hearth_staff_person_page_new (store, account));
}

/* What was entered in error is only read. */
static AdwNavigationPage *
make_admission_page (HearthStore *store, HearthRecord *admission, GError **error)
{
  if (!hearth_record_is_open (admission))
    return ADW_NAVIGATION_PAGE (hearth_editor_page_new (store, admission));
  return (AdwNavigationPage *) hearth_admission_page_new_for_record (store, admission, error);
}

/* Who was never given a stay is here as far as anybody knows. */
static const HearthListPreset resident_presets[] = {
  { .title = N_ ("Here now"), .filter = "where_now", .codes = { "this_house", HEARTH_FACET_NONE } },
  { .title = N_ ("My residents"), .filter = "key_worker", .codes = { HEARTH_CODE_ME } },
  { .title = N_ ("Everybody") },
  { .title = N_ ("Moved out"), .filter = "where_now", .codes = { HEARTH_FACET_PAST } },
  { NULL },
};

static const HearthListPreset session_presets[] = {
  { .title = N_ ("All sessions") },
  { .title = N_ ("Mine"), .filter = "created_by", .codes = { HEARTH_CODE_ME } },
  { .title = N_ ("This week"), .period = "7" },
  { NULL },
};

static const HearthListPreset goal_presets[] = {
  { .title = N_ ("In progress"), .filter = "status", .codes = { "active", "planned" } },
  { .title = N_ ("Reached"), .filter = "status", .codes = { "met", "partly" } },
  { .title = N_ ("All goals") },
  { NULL },
};

static const HearthListPreset check_presets[] = {
  { .title = N_ ("All checks") },
  { .title = N_ ("Medium and high risk"), .filter = "risk", .codes = { "medium", "high" } },
  { NULL },
};

static const HearthListPreset appointment_presets[] = {
  { .title = N_ ("All appointments") },
  { .title = N_ ("Planned"), .filter = "status", .codes = { "planned" } },
  { .title = N_ ("Results awaited"), .filter = "waits", .codes = { "yes" } },
  { NULL },
};

static const HearthListPreset leave_presets[] = {
  { .title = N_ ("All leaves") },
  { .title = N_ ("To be decided"), .filter = "decision", .codes = { "asked" } },
  { NULL },
};

static AdwNavigationPage *
make_handover_page (HearthStore *store, HearthRecord *handover, GError **error)
{
  return ADW_NAVIGATION_PAGE (hearth_handover_page_new_for_record (store, handover));
}

static const HearthListPreset attendance_presets[] = {
  { .title = N_ ("All days") },
  { .title = N_ ("Away"), .filter = "was_there", .codes = { "absent", "excused" } },
  { NULL },
};

static const HearthRecordKind kinds[] = {
  { .type = &hearth_resident_type,
    .empty_title = N_ ("Nobody lives here yet"),
    .empty_description = N_ ("Admit the first resident. A name to be called by is enough to begin with."),
    .empty_button = N_ ("Admit a resident"),
    .new_action = "win.admit",
    .sort = "name_used",
    .presets = resident_presets,
    .make_page = make_resident_page,
    .section = "residents" },
  { .type = &hearth_admission_type,
    .empty_title = N_ ("No admission yet"),
    .empty_description =
      N_ ("Write down how the resident arrived, what was needed at once, and what was explained."),
    .empty_button = N_ ("Write an admission"),
    .make_page = make_admission_page },
  { .type = &hearth_daily_log_type,
    .empty_title = N_ ("No entries in these days"),
    .empty_description = N_ ("Write down how the day or the night was. A good moment has its place too."),
    .empty_button = N_ ("Write an entry") },
  { .type = &hearth_handover_type,
    .empty_title = N_ ("No handovers in these days"),
    .empty_button = N_ ("Write a handover"),
    .make_page = make_handover_page },
  { .type = &hearth_house_event_type,
    .empty_title = N_ ("No events in these days"),
    .empty_description = N_ ("Write down what concerned several: an outing, a meeting, a birthday."),
    .empty_button = N_ ("Write down an event") },
  { .type = &hearth_house_log_type,
    .empty_title = N_ ("No house log in these days"),
    .empty_description = N_ ("It is written from the page of the shift."),
    .empty_button = N_ ("Write a house log") },
  { .type = &hearth_stay_type,
    .empty_title = N_ ("No stay yet"),
    .empty_description = N_ ("Add when the resident arrived, and on which legal basis the stay rests."),
    .empty_button = N_ ("Add a stay") },
  { .type = &hearth_contact_type,
    .empty_title = N_ ("No people yet"),
    .empty_description =
      N_ ("Add who matters to the resident, who is safe to call, and who must not have contact."),
    .empty_button = N_ ("Add a person") },
  { .type = &hearth_alert_type,
    .empty_title = N_ ("No alerts"),
    .empty_description = N_ ("Add what everybody on duty must know at a glance, such as an allergy."),
    .empty_button = N_ ("Add an alert") },
  { .type = &hearth_screening_type,
    .empty_title = N_ ("No screenings in these days"),
    .empty_description =
      N_ ("Ask with time and in private. Nothing has to be asked today, and nothing has to be "
          "answered; what is urgent comes first."),
    .empty_button = N_ ("Begin a screening"),
    .add_notes = hearth_screening_add_notes,
    .make_parting = hearth_screening_make_parting },
  { .type = &hearth_measurement_type,
    .empty_title = N_ ("Nothing was measured in these days"),
    .empty_description =
      N_ ("Write down what was measured: weight, height, blood pressure, temperature. Two of a "
          "kind make a chart."),
    .empty_button = N_ ("Write down a measurement") },
  { .type = &hearth_medicine_type,
    .empty_title = N_ ("No medicines in these days"),
    .empty_description =
      N_ ("Write down what was prescribed, how much of it and when, so that everybody who gives it does the "
          "same."),
    .empty_button = N_ ("Add a medicine"),
    .add_notes = hearth_medicine_add_notes },
  { .type = &hearth_appointment_type,
    .empty_title = N_ ("No appointments in these days"),
    .empty_description = N_ ("Add when and where it is, who goes along, and what the resident says to it."),
    .empty_button = N_ ("Make an appointment"),
    .presets = appointment_presets,
    .fill_in = hearth_appointment_fill_in },
  { .type = &hearth_allergy_type,
    .empty_title = N_ ("No allergies written down"),
    .empty_description =
      N_ ("Ask about medicines, food and insects. What stands here is shown wherever the resident is."),
    .empty_button = N_ ("Add an allergy") },
  { .type = &hearth_health_condition_type,
    .empty_title = N_ ("No conditions written down"),
    .empty_description = N_ ("Add what a doctor has found or what is to be clarified, and what helps."),
    .empty_button = N_ ("Add a condition"),
    .fill_in = hearth_condition_fill_in },
  { .type = &hearth_vaccination_type,
    .empty_title = N_ ("No vaccinations in these days"),
    .empty_description =
      N_ ("Begin with what stands in a card, if there is one. The next dose is spoken of in time."),
    .empty_button = N_ ("Add a vaccination") },
  { .type = &hearth_consent_type,
    .empty_title = N_ ("No consents yet"),
    .empty_description =
      N_ ("Add what the resident has agreed to, with whom it may be shared, and until when."),
    .empty_button = N_ ("Add a consent") },
  { .type = &hearth_statement_type,
    .empty_title = N_ ("No statements yet"),
    .empty_description = N_ ("Add which interviews there were, so that nobody has to be asked twice."),
    .empty_button = N_ ("Add a statement") },
  { .type = &hearth_legal_case_type,
    .empty_title = N_ ("No cases yet"),
    .empty_description =
      N_ ("Begin with the case: hearings, orders, protection and the accused are added to it."),
    .empty_button = N_ ("Add a case") },
  { .type = &hearth_hearing_type,
    .empty_title = N_ ("No hearings in these days"),
    .empty_description = N_ ("Add the day at court as soon as a letter comes. Its page says what is to be "
                             "prepared, and by when."),
    .empty_button = N_ ("Add a hearing"),
    .make_page = hearth_hearing_make_page,
    .make_parting = hearth_hearing_make_parting,
    .fill_in = hearth_hearing_fill_in },
  { .type = &hearth_preparation_type,
    .empty_title = N_ ("No steps in these days"),
    .empty_description = N_ ("The usual steps are made on the page of a hearing. Add one of your own there."),
    .empty_button = N_ ("Add a step"),
    .fill_in = hearth_preparation_fill_in },
  { .type = &hearth_court_order_type,
    .empty_title = N_ ("No orders in these days"),
    .empty_description = N_ ("Copy what the court ordered word for word, with who must do it and by when."),
    .empty_button = N_ ("Add an order"),
    .fill_in = hearth_court_order_fill_in },
  { .type = &hearth_protective_measure_type,
    .empty_title = N_ ("No protection in these days"),
    .empty_description =
      N_ ("Ask the resident what would help at court. What is wanted can be asked for, and is seen here."),
    .empty_button = N_ ("Add protection"),
    .fill_in = hearth_legal_fill_in_case },
  { .type = &hearth_accused_type,
    .empty_title = N_ ("Nobody in these days"),
    .empty_description = N_ ("Add who is accused. The name is sealed; papers say only a letter, such as A1."),
    .empty_button = N_ ("Add an accused person"),
    .fill_in = hearth_accused_fill_in,
    .make_parting = hearth_accused_make_parting },
  { .type = &hearth_contribution_type,
    .empty_title = N_ ("No contributions in these days"),
    .empty_description =
      N_ ("Closed notes stay closed. What a report may say of them is written here, in your "
          "own sentences."),
    .empty_button = N_ ("Write a contribution") },
  { .type = &hearth_court_report_type,
    .empty_title = N_ ("No texts in these days"),
    .empty_description = N_ ("What a report to a court says beyond the record is begun on the page of the "
                             "hearing."),
    .empty_button = N_ ("Write the text of a report"),
    .fill_in = hearth_legal_fill_in_case },
  { .type = &hearth_identity_document_type,
    .empty_title = N_ ("No identity papers yet"),
    .empty_description =
      N_ ("Begin with what the resident has, or would need next, and where the original is now."),
    .empty_button = N_ ("Add a paper") },
  { .type = &hearth_belonging_type,
    .empty_title = N_ ("No belongings written down"),
    .empty_description = N_ ("List together what the resident brought along and what the house keeps safe, "
                             "so that all of it can be "
                             "given back."),
    .empty_button = N_ ("Add something") },
  { .type = &hearth_document_type,
    .empty_title = N_ ("No documents yet"),
    .empty_description = N_ ("Add a letter, an order or a certificate, with the file if there is one."),
    .empty_button = N_ ("Add a document") },
  { .type = &hearth_exploitation_type,
    .empty_title = N_ ("Nothing written down"),
    .empty_description = N_ ("Look first at what papers and statements tell already. What stands here is "
                             "written once, so that nobody "
                             "has to ask the resident again."),
    .empty_button = N_ ("Write down what is known"),
    .covered = true,
    .make_addition = hearth_hard_history_new_addition },
  { .type = &hearth_counselling_session_type,
    .empty_title = N_ ("No sessions in these days"),
    .empty_description = N_ ("Write down that a session took place, and what the team needs to know in order "
                             "to help. A note for "
                             "yourself alone has its own place, sealed with your key."),
    .empty_button = N_ ("Write down a session"),
    .presets = session_presets,
    .make_parting = hearth_counselling_make_parting },
  { .type = &hearth_group_session_type,
    .empty_title = N_ ("No group sessions in these days"),
    .empty_description =
      N_ ("Write down what the group did. Who took part, and how, goes into each resident’s "
          "own file."),
    .empty_button = N_ ("Write down a group session"),
    .make_page = hearth_group_session_make_page,
    .section = "counselling",
    .fill_in = hearth_group_session_fill_in,
    .make_parting = hearth_group_session_make_parting },
  { .type = &hearth_group_attendance_type,
    .empty_title = N_ ("No group sessions in these days"),
    .empty_description = N_ ("How somebody took part is written on the page of the group session."),
    .made_elsewhere = true },
  { .type = &hearth_safety_check_type,
    .empty_title = N_ ("Nobody has asked about safety in these days"),
    .empty_description =
      N_ ("Asking plainly does no harm, and may be a relief. Write down what was asked, and "
          "what you agreed on together."),
    .empty_button = N_ ("Write a safety check"),
    .presets = check_presets,
    .fill_in = hearth_safety_check_fill_in,
    .add_notes = hearth_safety_check_add_notes },
  { .type = &hearth_assessment_score_type,
    .empty_title = N_ ("No scores in these days"),
    .empty_description =
      N_ ("Write down the score of a questionnaire, and in which direction it is better. The "
          "questions themselves stay on their paper."),
    .empty_button = N_ ("Write down a score"),
    .fill_in = hearth_score_fill_in },
  { .type = &hearth_strength_type,
    .empty_title = N_ ("No strengths written down yet"),
    .empty_description = N_ ("Begin with what the resident can do, loves to do, and whom they lean on."),
    .empty_button = N_ ("Add a strength") },
  { .type = &hearth_care_plan_type,
    .empty_title = N_ ("No plan yet"),
    .empty_description =
      N_ ("Make one together, and begin with what the resident wishes for, in their own words."),
    .empty_button = N_ ("Make a plan"),
    .fill_in = hearth_plan_fill_in },
  { .type = &hearth_goal_type,
    .empty_title = N_ ("No goals here"),
    .empty_description = N_ ("Ask what the resident wants to reach, and write it in their own words first."),
    .empty_button = N_ ("Add a goal"),
    .presets = goal_presets,
    .make_page = hearth_goal_make_page,
    .section = "plans",
    .fill_in = hearth_goal_fill_in,
    .make_parting = hearth_goal_make_parting },
  { .type = &hearth_goal_progress_type,
    .empty_title = N_ ("No progress in these days"),
    .empty_description = N_ ("How near a goal is, from 0 to 10, is said on the page of the goal."),
    .made_elsewhere = true },
  { .type = &hearth_plan_review_type,
    .empty_title = N_ ("No reviews yet"),
    .empty_description = N_ ("Sit down together every three months. Write down what was decided, and how the "
                             "resident took part."),
    .empty_button = N_ ("Write down a review"),
    .fill_in = hearth_plan_review_fill_in },
  { .type = &hearth_recovery_score_type,
    .empty_title = N_ ("The six areas were not looked at yet"),
    .empty_description =
      N_ ("Once you know enough of each other, look at six areas of life together, from 1 to "
          "4, and say why."),
    .empty_button = N_ ("Look at the six areas") },
  { .type = &hearth_referral_type,
    .empty_title = N_ ("Nobody was asked for help in these days"),
    .empty_description = N_ ("Ask a doctor, a school or an office for help, tell them no more than they "
                             "need, and say when to ask "
                             "again."),
    .empty_button = N_ ("Write a referral") },
  { .type = &hearth_incident_type,
    .empty_title = N_ ("No incidents in these days"),
    .empty_description = N_ ("What went wrong or hurt somebody is written down here, so that it is seen, "
                             "told and learned from."),
    .empty_button = N_ ("Write down an incident"),
    .fill_in = hearth_incident_fill_in,
    .add_notes = hearth_incident_add_notes,
    .make_page = hearth_incident_make_page,
    .make_parting = hearth_incident_make_parting },
  { .type = &hearth_notification_type,
    .empty_title = N_ ("Nobody had to be told"),
    .empty_description = N_ ("Who must be told of something stands on the page of what happened."),
    .made_elsewhere = true },
  { .type = &hearth_incident_review_type,
    .empty_title = N_ ("No reviews yet"),
    .empty_description = N_ ("Talks and review are written on the page of the incident."),
    .made_elsewhere = true },
  { .type = &hearth_addendum_type,
    .empty_title = N_ ("Nothing was added"),
    .empty_description = N_ ("What is added to a signed entry is written on its own page."),
    .made_elsewhere = true },
  { .type = &hearth_complaint_type,
    .empty_title = N_ ("No complaints in these days"),
    .empty_description =
      N_ ("To complain is a right. What a resident complains of is answered within a set time."),
    .empty_button = N_ ("Write down a complaint"),
    .fill_in = hearth_complaint_fill_in,
    .add_notes = hearth_concern_add_complaint_notes,
    .make_parting = hearth_concern_make_parting },
  { .type = &hearth_allegation_type,
    .empty_title = N_ ("No concerns in these days"),
    .empty_description = N_ ("What somebody notices about a colleague is sealed, and read by few."),
    .empty_button = N_ ("Write down a concern"),
    .add_notes = hearth_concern_add_allegation_notes,
    .make_parting = hearth_concern_make_parting },
  { .type = &hearth_safety_plan_type,
    .empty_title = N_ ("No safety plan yet"),
    .empty_description = N_ ("Make one together: what helps, what makes it worse, and what staff do at which "
                             "signs. Each change keeps the plan before."),
    .empty_button = N_ ("Make a safety plan") },
  { .type = &hearth_leave_type,
    .empty_title = N_ ("No leaves in these days"),
    .empty_description =
      N_ ("Write down what the resident wishes, when, where and with whom. Somebody decides, "
          "and says why."),
    .empty_button = N_ ("Ask for a leave"),
    .presets = leave_presets,
    .fill_in = hearth_leave_fill_in },
  { .type = &hearth_visit_type,
    .empty_title = N_ ("No visits or calls in these days"),
    .empty_description =
      N_ ("Write down who came or called, whether the resident wanted it, and how it was afterwards."),
    .empty_button = N_ ("Write down a visit or call") },
  { .type = &hearth_missing_episode_type,
    .empty_title = N_ ("Never missing"),
    .empty_description =
      N_ ("When somebody is missing, begin here: it says whom to tell, and prints the sheet "
          "for the search."),
    .empty_button = N_ ("Somebody is missing"),
    .make_page = hearth_missing_make_page,
    .fill_in = hearth_missing_fill_in,
    .make_parting = hearth_missing_make_parting },
  { .type = &hearth_need_given_type,
    .empty_title = N_ ("Nothing given in these days"),
    .empty_description =
      N_ ("Write down clothes, shoes, bedding and what else the house gave, and what the resident chose."),
    .empty_button = N_ ("Write down what was given") },
  { .type = &hearth_file_limit_type,
    .empty_title = N_ ("No limits"),
    .empty_description =
      N_ ("Whoever has the role for it sees the file. Who may see it, and limits of that, stand "
          "in the menu of the file."),
    .made_elsewhere = true },
  { .type = &hearth_emergency_access_type,
    .empty_title = N_ ("Never opened in an emergency"),
    .empty_description =
      N_ ("When somebody opens the file in an emergency, it appears here with the reason."),
    .made_elsewhere = true,
    .make_page = make_emergency_page },
  { .type = &hearth_enrolment_type,
    .empty_title = N_ ("No school or training place yet"),
    .empty_description =
      N_ ("Write down where somebody learns, on which days, what they were told there, and who pays."),
    .empty_button = N_ ("Add a place") },
  { .type = &hearth_attendance_type,
    .empty_title = N_ ("No attendance in these days"),
    .empty_description =
      N_ ("It is written on the page “Education”: a week of everybody who has a place, one key each."),
    .empty_button = N_ ("Add a day"),
    .presets = attendance_presets },
  { .type = &hearth_education_plan_type,
    .empty_title = N_ ("No education plan yet"),
    .empty_description =
      N_ ("Begin with what the resident wishes, in own words, and set a day to look again."),
    .empty_button = N_ ("Make a plan") },
  { .type = &hearth_learning_goal_type,
    .empty_title = N_ ("No learning goals"),
    .empty_description = N_ ("One or two at a time, in words that the resident would use."),
    .empty_button = N_ ("Add a goal"),
    .presets = goal_presets },
  { .type = &hearth_school_mark_type,
    .empty_title = N_ ("No marks in these days"),
    .empty_description =
      N_ ("Write them as the school does. A chart is drawn where there is a share in percent."),
    .empty_button = N_ ("Add a mark") },
  { .type = &hearth_skill_type,
    .empty_title = N_ ("No skills in these days"),
    .empty_description =
      N_ ("Write down what somebody can do already, and what shows it. Each step forward is a new entry."),
    .empty_button = N_ ("Add a skill") },
  { .type = &hearth_vocational_training_type,
    .empty_title = N_ ("No trainings in these days"),
    .empty_description =
      N_ ("A trade, how far it has come, tools that were given, and where the work begins."),
    .empty_button = N_ ("Add a training") },
  { .type = &hearth_certificate_type,
    .empty_title = N_ ("No certificates in these days"),
    .empty_description = N_ ("What was earned, with a scan, and where the original is."),
    .empty_button = N_ ("Add a certificate") },
  { .type = &hearth_education_baseline_type,
    .empty_title = N_ ("Not asked yet"),
    .empty_description =
      N_ ("Ask what the resident likes to learn and wants to become. Reading and numbers come "
          "after that."),
    .empty_button = N_ ("Write where learning begins") },
  { .type = &hearth_account_type, .sort = "name", .make_page = make_person_page, .section = "staff" },
};

static const HearthRecordKind other = {
  .empty_title = N_ ("Nothing here yet"),
  .empty_description = "",
  .empty_button = N_ ("Add"),
};

const HearthRecordKind *
hearth_record_kind_get (const HearthRecordType *type)
{
  for (gsize i = 0; i < G_N_ELEMENTS (kinds); i++)
    if (kinds[i].type == type)
      return &kinds[i];
  return &other;
}

AdwNavigationPage *
hearth_record_kind_make_page (HearthStore *store, HearthRecord *record, GError **error)
{
  const HearthRecordKind *kind = hearth_record_kind_get (hearth_record_get_record_type (record));

  if (kind->make_page != NULL)
    return kind->make_page (store, record, error);
  return ADW_NAVIGATION_PAGE (hearth_editor_page_new (store, record));
}

static const HearthFacet *
look_up_facet (const HearthRecordType *type, const char *name)
{
  for (const HearthFacet *facet = type->facets; facet != NULL && facet->name != NULL; facet++)
    if (g_str_equal (facet->name, name))
      return facet;
  return NULL;
}

bool
hearth_record_kind_may_filter (HearthStore *store, const HearthRecordType *type, const char *name)
{
  HearthPolicy *policy = hearth_store_get_policy (store);
  const HearthFacet *facet = look_up_facet (type, name);
  const HearthField *field;

  if (facet != NULL)
    {
      const HearthRecordType *others = hearth_records_lookup_type (facet->type);
      const char *const names[] = { facet->field, facet->from, facet->until };

      for (gsize i = 0; i < G_N_ELEMENTS (names); i++)
        if (!hearth_policy_may_read (policy, others, hearth_record_type_lookup_field (others, names[i]),
                                     NULL))
          return false;
      return hearth_policy_may_read (policy, others, NULL, NULL);
    }
  field = hearth_record_type_lookup_field (type, name);
  return field != NULL && hearth_policy_may_read (policy, type, field, NULL);
}

HearthListQuestion *
hearth_list_preset_make_question (const HearthListPreset *preset,
                                  HearthStore *store,
                                  const HearthRecordType *type)
{
  const HearthRecordKind *kind = hearth_record_kind_get (type);
  HearthRecord *account = hearth_store_get_account (store);
  g_autoptr (HearthListQuestion) question = hearth_list_question_new ();
  g_autoptr (GStrvBuilder) codes = g_strv_builder_new ();
  g_auto (GStrv) chosen = NULL;

  if (kind->sort != NULL)
    g_set_str (&question->sort, kind->sort);
  if (type->event_field != NULL)
    g_set_str (&question->period, preset->period != NULL ? preset->period : HEARTH_PERIOD_USUAL);
  if (preset->filter == NULL)
    return g_steal_pointer (&question);
  if (!hearth_record_kind_may_filter (store, type, preset->filter))
    return NULL;
  for (const char *const *code = preset->codes; *code != NULL; code++)
    {
      if (!g_str_equal (*code, HEARTH_CODE_ME))
        g_strv_builder_add (codes, *code);
      else if (account != NULL)
        g_strv_builder_add (codes, hearth_record_get_id (account));
      else
        return NULL;
    }
  chosen = g_strv_builder_end (codes);
  hearth_list_question_set_filter (question, preset->filter, (const char *const *) chosen);
  return g_steal_pointer (&question);
}

/* SPDX-License-Identifier: GPL-3.0-or-later
 * What each kind of record says outside its own pages: a row each.
 */
#define G_LOG_DOMAIN "hearth-rules"

#include "config.h"

#include "records/types.h"
#include "rules/contributors-private.h"

#include <glib/gi18n-lib.h>

static const HearthDue alert_dues[] = {
  { .field = "review", .words = N_ ("Look at this alert again"), .settled = "end", .past_too = true },
  { .field = "end", .ahead = 1, .words = N_ ("This alert ends") },
  { NULL },
};

static const HearthDue stay_dues[] = {
  { .field = "order_expires",
    .ahead = 30,
    .words = N_ ("The order expires"),
    .settled = "end",
    .past_too = true },
  { .field = "planned_end",
    .ahead = 14,
    .words = N_ ("The stay is planned to end"),
    .settled = "end",
    .past_too = true },
  { NULL },
};

static const HearthDue paper_dues[] = {
  { .field = "expected_on",
    .ahead = 3,
    .words = N_ ("An identity paper is expected"),
    .settled = "obtained_on",
    .past_too = true },
  { .field = "expires", .ahead = 60, .words = N_ ("An identity paper expires") },
  { NULL },
};

static const HearthDue consent_dues[] = {
  { .field = "valid_until", .ahead = 14, .words = N_ ("A consent ends"), .settled = "withdrawn_on" },
  { NULL },
};

static const HearthDue plan_dues[] = {
  { .field = "review",
    .ahead = 7,
    .words = N_ ("Look at the safety plan again, together with the resident"),
    .settled = "ended_on",
    .past_too = true },
  { NULL },
};

static const HearthDue complaint_dues[] = {
  { .field = "answer_due",
    .ahead = 14,
    .words = N_ ("A complaint waits for its answer"),
    .settled = "answered_on",
    .past_too = true },
  { NULL },
};

static const HearthDue staff_file_dues[] = {
  { .field = "check_expires",
    .ahead = 60,
    .words = N_ ("The suitability check expires"),
    .settled = "ended",
    .past_too = true },
  { NULL },
};

static const HearthDue staff_training_dues[] = {
  { .field = "valid_until", .ahead = 60, .words = N_ ("A training expires"), .past_too = true },
  { NULL },
};

static const HearthContributor table[] = {
  { .type = &hearth_missing_episode_type,
    .in_timeline = true,
    .note_today = hearth_note_missing,
    .note_standing = hearth_note_missing,
    .handover = HEARTH_GROUP_OUT,
    .looks_back = 31,
    .tell = hearth_tell_missing },
  { .type = &hearth_notification_type,
    .in_timeline = true,
    .note_today = hearth_note_notifications,
    .note_standing = hearth_note_notifications },
  { .type = &hearth_emergency_access_type,
    .in_timeline = true,
    .waits = N_ ("The file was opened in an emergency. Please look at why.") },
  { .type = &hearth_account_type,
    .waits = N_ ("An administrator gave this person a role in files. It begins when you approve it.") },
  { .type = &hearth_file_limit_type, .in_timeline = true },
  { .type = &hearth_admission_type,
    .in_timeline = true,
    .unfinished = "complete",
    .handover = HEARTH_GROUP_ARRIVALS,
    .tell = hearth_tell_admission,
    .is_urgent = hearth_is_grave_admission },
  { .type = &hearth_alert_type,
    .in_timeline = true,
    .dues = alert_dues,
    .note_standing = hearth_note_alerts,
    .handover = HEARTH_GROUP_SAFETY,
    .tell = hearth_tell_alert,
    .is_urgent = hearth_is_grave_alert },
  { .type = &hearth_contact_type,
    .in_timeline = true,
    .note_standing = hearth_note_barred,
    .handover = HEARTH_GROUP_SAFETY,
    .tell = hearth_tell_barred },
  { .type = &hearth_room_restriction_type,
    .in_timeline = true,
    .handover = HEARTH_GROUP_SAFETY,
    .tell = hearth_tell_restriction },
  { .type = &hearth_safety_plan_type,
    .in_timeline = true,
    .dues = plan_dues,
    .handover = HEARTH_GROUP_PLANS,
    .tell = hearth_tell_plan },
  { .type = &hearth_leave_type,
    .in_timeline = true,
    .note_today = hearth_note_leaves,
    .note_standing = hearth_note_out,
    .handover = HEARTH_GROUP_OUT,
    .looks_back = 31,
    .tell = hearth_tell_leave },
  { .type = &hearth_stay_type,
    .in_timeline = true,
    .dues = stay_dues,
    .handover = HEARTH_GROUP_ARRIVALS,
    .tell = hearth_tell_stay },
  { .type = &hearth_bed_type,
    .in_timeline = true,
    .handover = HEARTH_GROUP_ARRIVALS,
    .looks_back = 31,
    .tell = hearth_tell_bed },
  { .type = &hearth_incident_type,
    .in_timeline = true,
    .note_today = hearth_note_incidents,
    .handover = HEARTH_GROUP_INCIDENTS,
    .looks_back = 7,
    .tell = hearth_tell_incident,
    .is_urgent = hearth_is_grave_incident },
  { .type = &hearth_incident_review_type, .in_timeline = true },
  { .type = &hearth_allegation_type, .in_timeline = true, .note_today = hearth_note_allegations },
  { .type = &hearth_complaint_type, .in_timeline = true, .dues = complaint_dues },
  { .type = &hearth_task_type,
    .in_timeline = true,
    .note_today = hearth_note_tasks,
    .note_standing = hearth_note_open_tasks },
  { .type = &hearth_handover_type, .note_today = hearth_note_handovers },
  { .type = &hearth_visit_type,
    .in_timeline = true,
    .handover = HEARTH_GROUP_VISITS,
    .looks_back = 7,
    .tell = hearth_tell_visit,
    .is_urgent = hearth_is_grave_visit },
  { .type = &hearth_daily_log_type,
    .in_timeline = true,
    .note_today = hearth_note_unsigned,
    .handover = HEARTH_GROUP_DAYS,
    .looks_back = 7,
    .tell = hearth_tell_day,
    .is_urgent = hearth_is_grave_day },
  { .type = &hearth_house_event_type,
    .in_timeline = true,
    .handover = HEARTH_GROUP_HOUSE,
    .looks_back = 7,
    .tell = hearth_tell_event },
  { .type = &hearth_house_log_type,
    .handover = HEARTH_GROUP_HOUSE,
    .looks_back = 7,
    .tell = hearth_tell_house_log,
    .is_urgent = hearth_is_grave_house_log },
  { .type = &hearth_addendum_type,
    .in_timeline = true,
    .handover = HEARTH_GROUP_DAYS,
    .looks_back = 31,
    .tell = hearth_tell_addendum },
  { .type = &hearth_room_type, .note_today = hearth_note_rooms },
  { .type = &hearth_counselling_session_type, .in_timeline = true },
  { .type = &hearth_safety_check_type, .in_timeline = true },
  { .type = &hearth_group_attendance_type, .in_timeline = true },
  { .type = &hearth_assessment_score_type, .in_timeline = true },
  { .type = &hearth_screening_type, .in_timeline = true },
  { .type = &hearth_measurement_type, .in_timeline = true },
  { .type = &hearth_health_condition_type, .in_timeline = true },
  { .type = &hearth_allergy_type, .in_timeline = true },
  { .type = &hearth_medicine_type, .in_timeline = true },
  { .type = &hearth_vaccination_type, .in_timeline = true },
  { .type = &hearth_appointment_type, .in_timeline = true },
  { .type = &hearth_referral_type, .in_timeline = true },
  { .type = &hearth_strength_type, .in_timeline = true },
  { .type = &hearth_care_plan_type, .in_timeline = true },
  { .type = &hearth_goal_type, .in_timeline = true },
  { .type = &hearth_goal_progress_type, .in_timeline = true },
  { .type = &hearth_plan_review_type, .in_timeline = true },
  { .type = &hearth_recovery_score_type, .in_timeline = true },
  { .type = &hearth_education_baseline_type, .in_timeline = true },
  { .type = &hearth_enrolment_type, .in_timeline = true },
  { .type = &hearth_education_plan_type, .in_timeline = true },
  { .type = &hearth_learning_goal_type, .in_timeline = true },
  { .type = &hearth_attendance_type, .in_timeline = true },
  { .type = &hearth_school_mark_type, .in_timeline = true },
  { .type = &hearth_vocational_training_type, .in_timeline = true },
  { .type = &hearth_skill_type, .in_timeline = true },
  { .type = &hearth_certificate_type, .in_timeline = true },
  { .type = &hearth_legal_case_type, .in_timeline = true },
  { .type = &hearth_accused_type, .in_timeline = true },
  { .type = &hearth_hearing_type, .in_timeline = true },
  { .type = &hearth_court_order_type, .in_timeline = true },
  { .type = &hearth_protective_measure_type, .in_timeline = true },
  { .type = &hearth_preparation_type, .in_timeline = true },
  { .type = &hearth_contribution_type, .in_timeline = true },
  { .type = &hearth_court_report_type, .in_timeline = true },
  { .type = &hearth_identity_document_type, .in_timeline = true, .dues = paper_dues },
  { .type = &hearth_belonging_type, .in_timeline = true },
  { .type = &hearth_need_given_type, .in_timeline = true },
  { .type = &hearth_document_type, .in_timeline = true },
  { .type = &hearth_consent_type, .in_timeline = true, .dues = consent_dues },
  { .type = &hearth_statement_type, .in_timeline = true },
  { .type = &hearth_exploitation_type, .in_timeline = true },
  { .type = &hearth_staff_file_type, .about = "account", .dues = staff_file_dues },
  { .type = &hearth_staff_training_type, .about = "account", .dues = staff_training_dues },
};

const HearthContributor *
hearth_contributors_get (gsize *n_rows)
{
  *n_rows = G_N_ELEMENTS (table);
  return table;
}

const HearthContributor *
hearth_contributor_look_up (const HearthRecordType *type)
{
  for (gsize i = 0; i < G_N_ELEMENTS (table); i++)
    if (table[i].type == type)
      return &table[i];
  return NULL;
}

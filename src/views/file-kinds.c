/* SPDX-License-Identifier: GPL-3.0-or-later
 * What a resident's file is made of, in the order in which people look for it: one table for its list, and for the menu of
 * what can be added.
 */
#define G_LOG_DOMAIN "hearth-views"

#include "config.h"

#include "views/file-kinds.h"

#include <glib/gi18n-lib.h>

#include "records/types.h"

/* What is told about another record (an addendum, who was told of an incident) is shown with that. */
static const HearthFileKind kinds[] = {
  { .heading = N_ ("Day by day"),
    .type = &hearth_daily_log_type,
    .report = "monthly-log",
    .report_label = N_ ("Log of a month") },
  { .type = &hearth_house_event_type },
  { .type = &hearth_visit_type },
  { .type = &hearth_leave_type },
  { .type = &hearth_need_given_type },
  { .type = &hearth_task_type },
  { .heading = N_ ("Safety"),
    .type = &hearth_safety_plan_type,
    .report = "safety-card",
    .report_label = N_ ("Safety card") },
  { .type = &hearth_alert_type },
  { .type = &hearth_allergy_type },
  { .type = &hearth_incident_type },
  { .type = &hearth_missing_episode_type },
  { .type = &hearth_complaint_type },
  { .type = &hearth_allegation_type },
  { .heading = N_ ("People and papers"), .type = &hearth_contact_type },
  { .type = &hearth_identity_document_type },
  { .type = &hearth_belonging_type,
    .report = "belongings",
    .report_label = N_ ("Receipt for the belongings") },
  { .type = &hearth_document_type },
  { .heading = N_ ("Stay"), .type = &hearth_stay_type },
  { .type = &hearth_admission_type },
  { .type = &hearth_bed_type },
  { .type = &hearth_room_restriction_type },
  { .type = &hearth_emergency_access_type },
  { .type = &hearth_file_limit_type },
  { .heading = N_ ("Health"), .type = &hearth_screening_type },
  { .type = &hearth_measurement_type },
  { .type = &hearth_medicine_type },
  { .type = &hearth_appointment_type },
  { .type = &hearth_health_condition_type },
  { .type = &hearth_vaccination_type },
  { .heading = N_ ("Counselling"), .type = &hearth_counselling_session_type },
  { .type = &hearth_group_attendance_type },
  { .type = &hearth_safety_check_type },
  { .type = &hearth_assessment_score_type },
  { .heading = N_ ("Plan"), .type = &hearth_strength_type },
  { .type = &hearth_care_plan_type },
  { .type = &hearth_goal_type },
  { .type = &hearth_goal_progress_type },
  { .type = &hearth_plan_review_type },
  { .type = &hearth_recovery_score_type },
  { .type = &hearth_referral_type },
  { .heading = N_ ("Education"), .type = &hearth_enrolment_type },
  { .type = &hearth_attendance_type },
  { .type = &hearth_education_plan_type },
  { .type = &hearth_learning_goal_type },
  { .type = &hearth_school_mark_type },
  { .type = &hearth_skill_type },
  { .type = &hearth_vocational_training_type },
  { .type = &hearth_certificate_type },
  { .type = &hearth_education_baseline_type },
  { .heading = N_ ("Law and agreements"), .type = &hearth_consent_type },
  { .type = &hearth_statement_type },
  { .type = &hearth_legal_case_type,
    .report = "court-preparation",
    .report_label = N_ ("Court preparation") },
  { .type = &hearth_hearing_type, .report = "day-card", .report_label = N_ ("Card for the day at court") },
  { .type = &hearth_preparation_type },
  { .type = &hearth_court_order_type },
  { .type = &hearth_protective_measure_type },
  { .type = &hearth_accused_type },
  { .type = &hearth_contribution_type },
  { .type = &hearth_court_report_type },
  /* Shown below the others, covered (hard-history.c). */
  { .type = &hearth_exploitation_type },
};

const HearthFileKind *
hearth_file_kinds_get (unsigned int *n_kinds)
{
  *n_kinds = G_N_ELEMENTS (kinds);
  return kinds;
}

/* SPDX-License-Identifier: GPL-3.0-or-later
 * Every record type there is.
 */
#define G_LOG_DOMAIN "hearth-records"

#include "records/registry.h"

#include "records/types.h"

static const HearthRecordType *const types[] = {
  &hearth_house_type,
  &hearth_account_type,
  &hearth_saved_view_type,
  &hearth_staff_file_type,
  &hearth_staff_training_type,
  &hearth_approval_type,
  &hearth_resident_type,
  &hearth_file_limit_type,
  &hearth_emergency_access_type,
  &hearth_admission_type,
  &hearth_stay_type,
  &hearth_contact_type,
  &hearth_alert_type,
  &hearth_daily_log_type,
  &hearth_counselling_session_type,
  &hearth_identity_document_type,
  &hearth_belonging_type,
  &hearth_document_type,
  &hearth_consent_type,
  &hearth_statement_type,
  &hearth_exploitation_type,
  &hearth_house_log_type,
  &hearth_house_event_type,
  &hearth_handover_type,
  &hearth_handover_read_type,
  &hearth_leave_type,
  &hearth_visit_type,
  &hearth_missing_episode_type,
  &hearth_incident_type,
  &hearth_incident_review_type,
  &hearth_notification_type,
  &hearth_notification_rule_type,
  &hearth_allegation_type,
  &hearth_complaint_type,
  &hearth_safety_plan_type,
  &hearth_need_given_type,
  &hearth_task_type,
  &hearth_room_type,
  &hearth_bed_type,
  &hearth_room_restriction_type,
  &hearth_staff_load_type,
  &hearth_addendum_type,
  &hearth_screening_type,
  &hearth_measurement_type,
  &hearth_health_condition_type,
  &hearth_allergy_type,
  &hearth_medicine_type,
  &hearth_vaccination_type,
  &hearth_appointment_type,
  &hearth_referral_type,
  &hearth_safety_check_type,
  &hearth_group_session_type,
  &hearth_group_attendance_type,
  &hearth_assessment_score_type,
  &hearth_strength_type,
  &hearth_care_plan_type,
  &hearth_goal_type,
  &hearth_goal_progress_type,
  &hearth_plan_review_type,
  &hearth_recovery_score_type,
  &hearth_education_baseline_type,
  &hearth_enrolment_type,
  &hearth_education_plan_type,
  &hearth_learning_goal_type,
  &hearth_attendance_type,
  &hearth_school_mark_type,
  &hearth_vocational_training_type,
  &hearth_skill_type,
  &hearth_certificate_type,
  &hearth_legal_case_type,
  &hearth_accused_type,
  &hearth_hearing_type,
  &hearth_court_order_type,
  &hearth_protective_measure_type,
  &hearth_preparation_type,
  &hearth_contribution_type,
  &hearth_court_report_type,
};

const HearthRecordType *const *
hearth_records_get_types (unsigned int *n_types)
{
  if (n_types != NULL)
    *n_types = G_N_ELEMENTS (types);
  return types;
}

const HearthRecordType *
hearth_records_lookup_type (const char *name)
{
  g_return_val_if_fail (name != NULL, NULL);

  for (gsize i = 0; i < G_N_ELEMENTS (types); i++)
    if (g_str_equal (types[i]->name, name))
      return types[i];
  return NULL;
}

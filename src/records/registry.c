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

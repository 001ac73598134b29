/* SPDX-License-Identifier: GPL-3.0-or-later
 * The record types, one file each.
 */
#pragma once

#include "core/record-type.h"

G_BEGIN_DECLS

extern const HearthRecordType hearth_account_type;
extern const HearthRecordType hearth_addendum_type;
extern const HearthRecordType hearth_admission_type;
extern const HearthRecordType hearth_alert_type;
extern const HearthRecordType hearth_allegation_type;
extern const HearthRecordType hearth_approval_type;
extern const HearthRecordType hearth_bed_type;
extern const HearthRecordType hearth_belonging_type;
extern const HearthRecordType hearth_complaint_type;
extern const HearthRecordType hearth_consent_type;
extern const HearthRecordType hearth_contact_type;
extern const HearthRecordType hearth_counselling_session_type;
extern const HearthRecordType hearth_daily_log_type;
extern const HearthRecordType hearth_document_type;
extern const HearthRecordType hearth_emergency_access_type;
extern const HearthRecordType hearth_exploitation_type;
extern const HearthRecordType hearth_file_limit_type;
extern const HearthRecordType hearth_handover_type;
extern const HearthRecordType hearth_handover_read_type;
extern const HearthRecordType hearth_house_type;
extern const HearthRecordType hearth_house_event_type;
extern const HearthRecordType hearth_house_log_type;
extern const HearthRecordType hearth_identity_document_type;
extern const HearthRecordType hearth_incident_type;
extern const HearthRecordType hearth_incident_review_type;
extern const HearthRecordType hearth_leave_type;
extern const HearthRecordType hearth_missing_episode_type;
extern const HearthRecordType hearth_need_given_type;
extern const HearthRecordType hearth_notification_type;
extern const HearthRecordType hearth_notification_rule_type;
extern const HearthRecordType hearth_resident_type;
extern const HearthRecordType hearth_room_type;
extern const HearthRecordType hearth_room_restriction_type;
extern const HearthRecordType hearth_safety_plan_type;
extern const HearthRecordType hearth_saved_view_type;
extern const HearthRecordType hearth_staff_file_type;
extern const HearthRecordType hearth_staff_load_type;
extern const HearthRecordType hearth_staff_training_type;
extern const HearthRecordType hearth_statement_type;
extern const HearthRecordType hearth_stay_type;
extern const HearthRecordType hearth_task_type;
extern const HearthRecordType hearth_visit_type;

G_END_DECLS

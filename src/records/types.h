/* SPDX-License-Identifier: GPL-3.0-or-later
 * The record types, one file each.
 */
#pragma once

#include "core/record-type.h"

G_BEGIN_DECLS

extern const HearthRecordType hearth_account_type;
extern const HearthRecordType hearth_admission_type;
extern const HearthRecordType hearth_alert_type;
extern const HearthRecordType hearth_approval_type;
extern const HearthRecordType hearth_belonging_type;
extern const HearthRecordType hearth_consent_type;
extern const HearthRecordType hearth_contact_type;
extern const HearthRecordType hearth_counselling_session_type;
extern const HearthRecordType hearth_daily_log_type;
extern const HearthRecordType hearth_document_type;
extern const HearthRecordType hearth_emergency_access_type;
extern const HearthRecordType hearth_exploitation_type;
extern const HearthRecordType hearth_file_limit_type;
extern const HearthRecordType hearth_house_type;
extern const HearthRecordType hearth_identity_document_type;
extern const HearthRecordType hearth_resident_type;
extern const HearthRecordType hearth_saved_view_type;
extern const HearthRecordType hearth_staff_file_type;
extern const HearthRecordType hearth_staff_training_type;
extern const HearthRecordType hearth_statement_type;
extern const HearthRecordType hearth_stay_type;

G_END_DECLS

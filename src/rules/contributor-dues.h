/* SPDX-License-Identifier: GPL-3.0-or-later
 * What falls due of each kind of record. Private to rules.
 */
#pragma once

#include "rules/contributors-private.h"

G_BEGIN_DECLS

extern const HearthDue hearth_dues_alert[];
extern const HearthDue hearth_dues_stay[];
extern const HearthDue hearth_dues_paper[];
extern const HearthDue hearth_dues_consent[];
extern const HearthDue hearth_dues_plan[];
extern const HearthDue hearth_dues_complaint[];
extern const HearthDue hearth_dues_staff_file[];
extern const HearthDue hearth_dues_staff_training[];
extern const HearthDue hearth_dues_screening[];
extern const HearthDue hearth_dues_condition[];
extern const HearthDue hearth_dues_medicine[];
extern const HearthDue hearth_dues_vaccination[];
extern const HearthDue hearth_dues_appointment[];
extern const HearthDue hearth_dues_referral[];
extern const HearthDue hearth_dues_session[];
extern const HearthDue hearth_dues_safety_check[];
extern const HearthDue hearth_dues_care_plan[];
extern const HearthDue hearth_dues_goal[];
extern const HearthDue hearth_dues_education_plan[];
extern const HearthDue hearth_dues_learning_goal[];
extern const HearthDue hearth_dues_enrolment[];
extern const HearthDue hearth_dues_hearing[];
extern const HearthDue hearth_dues_accused[];
extern const HearthDue hearth_dues_order[];
extern const HearthDue hearth_dues_measure[];

G_END_DECLS

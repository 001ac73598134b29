/* SPDX-License-Identifier: GPL-3.0-or-later
 * What falls due of each kind of record: a list of dates for each.
 */
#define G_LOG_DOMAIN "hearth-rules"

#include "config.h"

#include "records/types.h"
#include "rules/contributor-dues.h"

#include <glib/gi18n-lib.h>

static const char *const planned[] = { "planned", NULL };
static const char *const not_over[] = { "planned", "active", NULL };
static const char *const under_way[] = { "planned", "sent", "accepted", NULL };
static const char *const to_be_done[] = { "not_yet", "partly", NULL };
static const char *const in_force[] = { "not_yet", "partly", "done", NULL };
static const char *const yes[] = { "yes", NULL };
static const char *const locked_up[] = { "custody", "convicted", NULL };
static const char *const unanswered[] = { "", "waiting", NULL };

/* --- safety and the house ---------------------------------------------------------------------------------- */

const HearthDue hearth_dues_alert[] = {
  { .field = "review", .words = N_ ("Look at this alert again"), .settled = "end", .past_too = true },
  { .field = "end", .ahead = 1, .words = N_ ("This alert ends") },
  { NULL },
};

const HearthDue hearth_dues_stay[] = {
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

const HearthDue hearth_dues_paper[] = {
  { .field = "expected_on",
    .ahead = 3,
    .words = N_ ("An identity paper is expected"),
    .settled = "obtained_on",
    .past_too = true },
  { .field = "expires", .ahead = 60, .words = N_ ("An identity paper expires") },
  { NULL },
};

const HearthDue hearth_dues_consent[] = {
  { .field = "valid_until", .ahead = 14, .words = N_ ("A consent ends"), .settled = "withdrawn_on" },
  { NULL },
};

const HearthDue hearth_dues_plan[] = {
  { .field = "review",
    .ahead = 7,
    .words = N_ ("Look at the safety plan again, together with the resident"),
    .settled = "ended_on",
    .past_too = true },
  { NULL },
};

const HearthDue hearth_dues_complaint[] = {
  { .field = "answer_due",
    .ahead = 14,
    .words = N_ ("A complaint waits for its answer"),
    .settled = "answered_on",
    .past_too = true },
  { NULL },
};

const HearthDue hearth_dues_staff_file[] = {
  { .field = "check_expires",
    .ahead = 60,
    .words = N_ ("The suitability check expires"),
    .settled = "ended",
    .past_too = true },
  { NULL },
};

const HearthDue hearth_dues_staff_training[] = {
  { .field = "valid_until", .ahead = 60, .words = N_ ("A training expires"), .past_too = true },
  { NULL },
};

/* --- health ------------------------------------------------------------------------------------------------ */

const HearthDue hearth_dues_screening[] = {
  { .field = "next_check",
    .ahead = 14,
    .words = N_ ("The next medical check is due"),
    .past_too = true,
    .until_newer = "",
    .of_writers = &hearth_screening_type },
  { NULL },
};

const HearthDue hearth_dues_condition[] = {
  { .field = "next_check",
    .ahead = 14,
    .words = N_ ("Look at this condition again"),
    .settled = "ended_on",
    .past_too = true,
    .of_writers = &hearth_health_condition_type },
  { NULL },
};

const HearthDue hearth_dues_medicine[] = {
  { .field = "until",
    .ahead = 7,
    .words = N_ ("A medicine ends: does it go on?"),
    .of_writers = &hearth_medicine_type },
  { NULL },
};

const HearthDue hearth_dues_vaccination[] = {
  { .field = "next_due",
    .ahead = 14,
    .words = N_ ("The next dose is due"),
    .past_too = true,
    .until_newer = "vaccine",
    .of_writers = &hearth_vaccination_type },
  { NULL },
};

const HearthDue hearth_dues_appointment[] = {
  { .field = "at",
    .ahead = 3,
    .words = N_ ("Appointment"),
    .group = HEARTH_GROUP_APPOINTMENTS,
    .only_field = "status",
    .only = planned },
  { .field = "at",
    .ahead = -1,
    .words = N_ ("Write down how the appointment went"),
    .past_too = true,
    .only_field = "status",
    .only = planned,
    .of_writers = &hearth_appointment_type },
  /* A laboratory has some days before anybody asks. */
  { .field = "at",
    .words = N_ ("A result is awaited"),
    .settled = "result_on",
    .past_too = true,
    .patience = 14,
    .only_field = "waits",
    .only = yes,
    .of_writers = &hearth_screening_type },
  { .field = "next_on",
    .ahead = 7,
    .words = N_ ("The next appointment: is it made?"),
    .past_too = true,
    .until_newer = "kind",
    .of_writers = &hearth_screening_type },
  { NULL },
};

const HearthDue hearth_dues_referral[] = {
  { .field = "follow_up",
    .ahead = 3,
    .words = N_ ("Ask what became of the referral"),
    .settled = "answered_on",
    .past_too = true,
    .only_field = "status",
    .only = under_way },
  { NULL },
};

/* --- counselling ------------------------------------------------------------------------------------------- */

const HearthDue hearth_dues_session[] = {
  { .field = "next_session",
    .ahead = 1,
    .words = N_ ("The next session"),
    .past_too = true,
    .until_newer = "",
    .of_writers = &hearth_counselling_session_type },
  { NULL },
};

const HearthDue hearth_dues_safety_check[] = {
  { .field = "review",
    .ahead = 1,
    .words = N_ ("Ask again about safety"),
    .past_too = true,
    .until_newer = "" },
  { NULL },
};

/* --- plans and learning ------------------------------------------------------------------------------------ */

const HearthDue hearth_dues_care_plan[] = {
  { .field = "review",
    .ahead = 14,
    .words = N_ ("Look at the plan again, together with the resident"),
    .settled = "ended_on",
    .past_too = true,
    .of_writers = &hearth_care_plan_type,
    .of_worker = true,
    .of_lead = true },
  { NULL },
};

const HearthDue hearth_dues_goal[] = {
  { .field = "target",
    .ahead = 7,
    .words = N_ ("A goal was to be reached by now"),
    .words_ahead = N_ ("A goal is to be reached"),
    .settled = "ended_on",
    .past_too = true,
    .only_field = "status",
    .only = not_over,
    .of_writers = &hearth_goal_type,
    .of_worker = true },
  { NULL },
};

const HearthDue hearth_dues_education_plan[] = {
  { .field = "review",
    .ahead = 14,
    .words = N_ ("Look at the education plan again, together with the resident"),
    .settled = "ended_on",
    .past_too = true,
    .of_writers = &hearth_education_plan_type },
  { NULL },
};

const HearthDue hearth_dues_learning_goal[] = {
  { .field = "target",
    .ahead = 7,
    .words = N_ ("A learning goal was to be reached by now"),
    .words_ahead = N_ ("A learning goal is to be reached"),
    .settled = "ended_on",
    .past_too = true,
    .only_field = "status",
    .only = not_over,
    .of_writers = &hearth_learning_goal_type,
    .of_worker = true },
  { NULL },
};

const HearthDue hearth_dues_enrolment[] = {
  { .field = "paid_until",
    .ahead = 14,
    .words = N_ ("The school place is paid until then"),
    .past_too = true,
    .runs_until = "until",
    .of_writers = &hearth_enrolment_type },
  { NULL },
};

/* --- law --------------------------------------------------------------------------------------------------- */

const HearthDue hearth_dues_hearing[] = {
  { .field = "at",
    .ahead = 14,
    .words = N_ ("Day at court"),
    .group = HEARTH_GROUP_APPOINTMENTS,
    .only_field = "status",
    .only = planned },
  { .field = "at",
    .ahead = -1,
    .words = N_ ("Write down how the day at court was"),
    .past_too = true,
    .patience = 3,
    .only_field = "status",
    .only = planned },
  { .field = "report_due",
    .ahead = 14,
    .words = N_ ("A report to the court is due"),
    .settled = "report_filed_on",
    .past_too = true,
    .only_field = "status",
    .only = planned },
  { NULL },
};

const HearthDue hearth_dues_accused[] = {
  { .field = "release_on",
    .ahead = 30,
    .words = N_ ("A release is expected: is everybody safe, and told?"),
    .past_too = true,
    .only_field = "status",
    .only = locked_up },
  { .field = "no_contact_until",
    .ahead = 30,
    .words = N_ ("The order against contact ends"),
    .only_field = "no_contact",
    .only = yes },
  { NULL },
};

const HearthDue hearth_dues_order[] = {
  { .field = "due",
    .ahead = 14,
    .words = N_ ("An order of the court is to be carried out"),
    .settled = "done_on",
    .past_too = true,
    .only_field = "status",
    .only = to_be_done },
  { .field = "expires",
    .ahead = 30,
    .words = N_ ("An order of the court ends"),
    .only_field = "status",
    .only = in_force },
  { NULL },
};

const HearthDue hearth_dues_measure[] = {
  { .field = "requested_on",
    .ahead = -7,
    .words = N_ ("The court was asked for this and has not answered"),
    .settled = "decided_on",
    .past_too = true,
    .patience = 21,
    .only_field = "decision",
    .only = unanswered },
  { NULL },
};

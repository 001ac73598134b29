/* SPDX-License-Identifier: GPL-3.0-or-later
 * Rules about a record that need a second one.
 */
#define G_LOG_DOMAIN "hearth-rules"

#include "config.h"

#include "rules/save-checks.h"

#include "core/age.h"
#include "core/problem.h"
#include "records/types.h"
#include "rules/access-checks.h"
#include "rules/approval-private.h"
#include "rules/care-checks.h"
#include "rules/court-checks.h"
#include "rules/duplicates.h"
#include "rules/name-index.h"
#include "rules/profession-checks.h"
#include "rules/voice-checks.h"

#include <glib/gi18n-lib.h>

/* What somebody says and what a paper says may lie a year apart. */
#define YEARS_APART 1

typedef void (*CheckFunc) (HearthStore *store,
                           HearthRecord *record,
                           HearthRecord *before,
                           GPtrArray *problems);

/* A file is looked over when it is new, or when it says somebody else than before. */
static bool
says_who (HearthRecord *resident, HearthRecord *before)
{
  static const char *const fields[] = { "name_used", "local_name", "legal_name",    "aliases",
                                        "birth",     "sex",        "different_from" };

  if (before == NULL)
    return true;
  for (gsize i = 0; i < G_N_ELEMENTS (fields); i++)
    if (!g_str_equal (hearth_record_get (resident, fields[i]), hearth_record_get (before, fields[i])))
      return true;
  return false;
}

static void
check_same_person (HearthStore *store, HearthRecord *resident, HearthRecord *before, GPtrArray *problems)
{
  g_autoptr (GPtrArray) duplicates = NULL;
  g_autoptr (GError) error = NULL;

  if (!hearth_record_is_open (resident) || !says_who (resident, before))
    return;
  duplicates = hearth_duplicates_find (store, resident, NULL, &error);
  if (duplicates == NULL)
    {
      /* Who cannot be asked about is not made twice for that. */
      g_warning ("Residents cannot be compared: %s", error->message);
      return;
    }
  for (guint i = 0; i < duplicates->len; i++)
    {
      const HearthDuplicate *duplicate = g_ptr_array_index (duplicates, i);

      if (duplicate->likeness == HEARTH_LIKENESS_STRONG)
        hearth_problems_add (problems, HEARTH_PROBLEM_SAME_PERSON, "name_used",
                             hearth_record_get (duplicate->resident, "code"));
    }
  if (before == NULL && problems->len == 0)
    hearth_name_index_note (store, resident);
}

static void
check_stated_age (HearthStore *store, HearthRecord *admission, HearthRecord *before, GPtrArray *problems)
{
  g_autofree char *day = hearth_record_dup_event_date (admission);
  g_autoptr (HearthRecord) resident = NULL;
  gint64 stated = hearth_record_get_integer (admission, "age_stated", -1);
  HearthAge age;

  if (stated < 0)
    return;
  resident = hearth_store_load (store, hearth_record_get_resident (admission), NULL);
  if (resident == NULL)
    return;
  age = hearth_age_at (hearth_record_get (resident, "birth"), day);
  if (age.least_years < 0 || age.estimated)
    return;
  if (stated < age.least_years - YEARS_APART || stated > age.most_years + YEARS_APART)
    hearth_problems_add (problems, HEARTH_PROBLEM_RULE, "age_stated",
                         N_ ("This does not go with the birth date. Correct one of them, or write “about” "
                             "before a "
                             "birth date that is not certain."));
}

/* @in_error: whether it is asked of a record that is taken back, too */
static const struct {
  const HearthRecordType *type;
  CheckFunc check;
  bool in_error;
} checks[] = {
  { &hearth_resident_type, check_same_person },
  { &hearth_admission_type, check_stated_age },
  { &hearth_account_type, hearth_check_account, .in_error = true },
  { &hearth_file_limit_type, hearth_check_file_limit, .in_error = true },
  { &hearth_staff_file_type, hearth_check_staff_file },
  { &hearth_approval_type, hearth_approval_check_step, .in_error = true },
  { &hearth_house_type, hearth_check_house },
  { &hearth_daily_log_type, hearth_check_log },
  { &hearth_house_log_type, hearth_check_log },
  { &hearth_handover_read_type, hearth_check_handover_read },
  { &hearth_leave_type, hearth_check_leave },
  { &hearth_visit_type, hearth_check_visit },
  { &hearth_missing_episode_type, hearth_check_missing },
  { &hearth_bed_type, hearth_check_bed },
  { &hearth_notification_rule_type, hearth_check_notification_rule },
  { &hearth_allegation_type, hearth_check_allegation },
  { &hearth_complaint_type, hearth_check_complaint },
  { &hearth_addendum_type, hearth_check_addendum },
  { &hearth_incident_review_type, hearth_check_incident_review },
  { &hearth_notification_type, hearth_check_notification },
  { &hearth_task_type, hearth_check_task },
  { &hearth_measurement_type, hearth_check_measurement },
  { &hearth_appointment_type, hearth_check_appointment },
  { &hearth_referral_type, hearth_check_referral },
  { &hearth_group_attendance_type, hearth_check_group_attendance },
  { &hearth_care_plan_type, hearth_check_plan },
  { &hearth_education_plan_type, hearth_check_plan },
  { &hearth_enrolment_type, hearth_check_enrolment },
  { &hearth_attendance_type, hearth_check_attendance },
  { &hearth_legal_case_type, hearth_check_case },
  { &hearth_hearing_type, hearth_check_hearing, .in_error = true },
  { &hearth_contribution_type, hearth_check_contribution },
};

void
hearth_save_checks_run (HearthStore *store, HearthRecord *record, HearthRecord *before, GPtrArray *problems)
{
  bool is_in_error;

  g_return_if_fail (HEARTH_IS_STORE (store));
  g_return_if_fail (HEARTH_IS_RECORD (record));

  is_in_error = g_str_equal (hearth_record_get (record, "state"), HEARTH_STATE_IN_ERROR);
  for (gsize i = 0; i < G_N_ELEMENTS (checks); i++)
    if (checks[i].type == hearth_record_get_record_type (record) && (checks[i].in_error || !is_in_error))
      checks[i].check (store, record, before, problems);
  if (!is_in_error)
    hearth_check_links (store, record, before, problems);
}

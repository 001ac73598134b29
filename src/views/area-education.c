/* SPDX-License-Identifier: GPL-3.0-or-later
 * Education: what its page shows of the house and of a resident.
 */
#define G_LOG_DOMAIN "hearth-views"

#include "config.h"

#include "views/area.h"

#include <glib/gi18n-lib.h>

#include "records/types.h"
#include "views/attendance-view.h"
#include "views/education-parts.h"

static const HearthRecordType *const types[] = {
  &hearth_school_mark_type,
  &hearth_learning_goal_type,
  &hearth_skill_type,
  &hearth_enrolment_type,
  &hearth_education_plan_type,
  &hearth_education_baseline_type,
  &hearth_vocational_training_type,
  &hearth_certificate_type,
  &hearth_attendance_type,
  NULL,
};

/* Attendance is many, and has a place of its own on the page. */
static const HearthRecordType *const told_as_new[] = {
  &hearth_school_mark_type,         &hearth_learning_goal_type,  &hearth_skill_type,
  &hearth_enrolment_type,           &hearth_education_plan_type, &hearth_education_baseline_type,
  &hearth_vocational_training_type, &hearth_certificate_type,    NULL,
};

static GtkWidget *
make_week (HearthStore *store, HearthRecord *resident)
{
  return GTK_WIDGET (hearth_attendance_view_new (store));
}

static const HearthAreaPart house[] = {
  { .wide = true, .lasting = true, .make = make_week },
  { .make_shared = hearth_area_make_due },
  { .title = N_ ("New"), .second = true, .make_shared = hearth_area_make_new },
  { .title = N_ ("The record"), .second = true, .make_shared = hearth_area_make_record },
  { NULL },
};

static const HearthAreaPart of_resident[] = {
  { .title = N_ ("Where learning begins"), .make = hearth_education_make_baseline },
  { .make_shared = hearth_area_make_due },
  { .title = N_ ("School or training places"), .make = hearth_education_make_places },
  { .title = N_ ("Plan and goals"), .make = hearth_education_make_plan },
  { .title = N_ ("New"), .make_shared = hearth_area_make_new },
  { .title = N_ ("The record"), .make_shared = hearth_area_make_record },
  { .title = N_ ("Attendance in the last weeks"), .second = true, .make = hearth_education_make_attendance },
  { .title = N_ ("Marks"), .second = true, .make = hearth_education_make_marks },
  { .title = N_ ("Skills"), .second = true, .make = hearth_education_make_skills },
  { .title = N_ ("Trainings"), .second = true, .make = hearth_education_make_trainings },
  { .title = N_ ("Certificates"), .second = true, .make = hearth_education_make_certificates },
  { NULL },
};

static const char *const reports[] = { "progress", NULL };

const HearthArea hearth_area_education = {
  .name = "education",
  .label = N_ ("Education"),
  .icon_name = "hearth-education-symbolic",
  .types = types,
  .told_as_new = told_as_new,
  .house = house,
  .resident = of_resident,
  .reports = reports,
  .dup_summary = hearth_education_dup_summary,
};

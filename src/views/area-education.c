/* SPDX-License-Identifier: GPL-3.0-or-later
 * Education: what its page shows of the house and of a resident.
 */
#define G_LOG_DOMAIN "hearth-views"

#include "config.h"

#include "views/area.h"

#include <glib/gi18n-lib.h>

#include "records/types.h"

static const HearthRecordType *const types[] = {
  &hearth_attendance_type,          &hearth_enrolment_type,
  &hearth_education_plan_type,      &hearth_learning_goal_type,
  &hearth_school_mark_type,         &hearth_education_baseline_type,
  &hearth_vocational_training_type, &hearth_skill_type,
  &hearth_certificate_type,         NULL,
};

static GtkWidget *
make_due (HearthStore *store, HearthRecord *resident)
{
  return hearth_area_make_due (store, resident, types);
}

static GtkWidget *
make_new (HearthStore *store, HearthRecord *resident)
{
  return hearth_area_make_new (store, resident, types);
}

static GtkWidget *
make_record (HearthStore *store, HearthRecord *resident)
{
  return hearth_area_make_record (store, resident, types);
}

static const HearthAreaPart parts[] = {
  { .make = make_due },
  { .title = N_ ("New"), .make = make_new },
  { .title = N_ ("The record"), .second = true, .make = make_record },
  { NULL },
};

const HearthArea hearth_area_education = {
  .name = "education",
  .label = N_ ("Education"),
  .icon_name = "hearth-education-symbolic",
  .types = types,
  .house = parts,
  .resident = parts,
};

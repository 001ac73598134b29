/* SPDX-License-Identifier: GPL-3.0-or-later
 * Plans: what its page shows of the house and of a resident.
 */
#define G_LOG_DOMAIN "hearth-views"

#include "config.h"

#include "views/area.h"

#include <glib/gi18n-lib.h>

#include "records/types.h"
#include "views/plan-parts.h"

static const HearthRecordType *const types[] = {
  &hearth_care_plan_type,
  &hearth_goal_type,
  &hearth_strength_type,
  &hearth_plan_review_type,
  &hearth_recovery_score_type,
  &hearth_referral_type,
  NULL,
};

/* How near a goal is and who does what for it stand with the goal. */
static const HearthRecordType *const also[] = {
  &hearth_goal_progress_type,
  &hearth_task_type,
  &hearth_stay_type,
  NULL,
};

static const HearthAreaPart house[] = {
  { .make = hearth_plan_make_figures },
  { .make_shared = hearth_area_make_due },
  { .title = N_ ("Without a plan"), .make = hearth_plan_make_missing },
  { .title = N_ ("New"), .second = true, .make_shared = hearth_area_make_new },
  { .title = N_ ("The record"), .second = true, .make_shared = hearth_area_make_record },
  { NULL },
};

static const HearthAreaPart resident[] = {
  { .make_shared = hearth_area_make_due },
  { .title = N_ ("Strengths"), .make = hearth_plan_make_strengths },
  { .title = N_ ("The plan"), .make = hearth_plan_make_plan },
  { .title = N_ ("Goals"), .make = hearth_plan_make_goals },
  { .title = N_ ("Six areas of recovery"), .second = true, .make = hearth_plan_make_areas },
  { .title = N_ ("Reviews"), .second = true, .make = hearth_plan_make_reviews },
  { .title = N_ ("The record"), .second = true, .make_shared = hearth_area_make_record },
  { NULL },
};

const HearthArea hearth_area_plan = {
  .name = "plan",
  .label = N_ ("Plans"),
  .icon_name = "hearth-plan-symbolic",
  .types = types,
  .also = also,
  .house = house,
  .resident = resident,
  .dup_summary = hearth_plan_dup_summary,
};

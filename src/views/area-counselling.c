/* SPDX-License-Identifier: GPL-3.0-or-later
 * Counselling: what its page shows of the house and of a resident.
 */
#define G_LOG_DOMAIN "hearth-views"

#include "config.h"

#include "views/area.h"

#include <glib/gi18n-lib.h>

#include "records/types.h"
#include "views/counselling-parts.h"

static const HearthRecordType *const types[] = {
  &hearth_counselling_session_type,
  &hearth_group_session_type,
  &hearth_safety_check_type,
  &hearth_assessment_score_type,
  NULL,
};

/* In a resident's file a group session is their own line of it. */
static const HearthRecordType *const types_of_resident[] = {
  &hearth_counselling_session_type,
  &hearth_group_attendance_type,
  &hearth_safety_check_type,
  &hearth_assessment_score_type,
  NULL,
};

/* Whom one sees follows from who lives here. */
static const HearthRecordType *const also[] = { &hearth_group_attendance_type, &hearth_stay_type, NULL };

static const HearthAreaPart house[] = {
  { .make_shared = hearth_area_make_due },
  { .make = hearth_counselling_make_residents },
  { .title = N_ ("Sessions in six months"), .second = true, .make = hearth_counselling_make_sessions },
  { .title = N_ ("New"), .second = true, .make_shared = hearth_area_make_new },
  { .title = N_ ("The record"), .second = true, .make_shared = hearth_area_make_record },
  { NULL },
};

static const HearthAreaPart resident[] = {
  { .make_shared = hearth_area_make_due },
  { .title = N_ ("Safety"), .make = hearth_counselling_make_safety },
  { .title = N_ ("New"), .make_shared = hearth_area_make_new },
  { .title = N_ ("The record"), .make_shared = hearth_area_make_record },
  { .title = N_ ("Sessions in six months"), .second = true, .make = hearth_counselling_make_sessions },
  { .title = N_ ("Mood before and after"), .second = true, .make = hearth_counselling_make_mood },
  { .second = true, .make = hearth_counselling_make_scores },
  { NULL },
};

const HearthArea hearth_area_counselling = {
  .name = "counselling",
  .label = N_ ("Counselling"),
  .icon_name = "hearth-counselling-symbolic",
  .types = types,
  .also = also,
  .of_resident = types_of_resident,
  .house = house,
  .resident = resident,
  .dup_summary = hearth_counselling_dup_summary,
};

/* SPDX-License-Identifier: GPL-3.0-or-later
 * The step that asks which house it is and where it is put.
 */
#pragma once

#include "app/step-page.h"

G_BEGIN_DECLS

#define HEARTH_TYPE_HOUSE_STEP (hearth_house_step_get_type ())
G_DECLARE_FINAL_TYPE (HearthHouseStep, hearth_house_step, HEARTH, HOUSE_STEP, HearthStepPage)

/** Without blanks around; transfer full. */
char *hearth_house_step_dup_organisation (HearthHouseStep *step);
char *hearth_house_step_dup_house (HearthHouseStep *step);
/** Borrowed. */
const char *hearth_house_step_get_place (HearthHouseStep *step);

G_END_DECLS

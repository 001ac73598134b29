/* SPDX-License-Identifier: GPL-3.0-or-later
 * The step that asks who sets up the house, and for their password.
 */
#pragma once

#include "app/step-page.h"

G_BEGIN_DECLS

#define HEARTH_TYPE_PERSON_STEP (hearth_person_step_get_type ())
G_DECLARE_FINAL_TYPE (HearthPersonStep, hearth_person_step, HEARTH, PERSON_STEP, HearthStepPage)

/** Without blanks around; transfer full. */
char *hearth_person_step_dup_name (HearthPersonStep *step);
char *hearth_person_step_dup_user (HearthPersonStep *step);
/** Borrowed from the entry. */
const char *hearth_person_step_get_password (HearthPersonStep *step);

G_END_DECLS

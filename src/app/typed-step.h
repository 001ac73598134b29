/* SPDX-License-Identifier: GPL-3.0-or-later
 * The step in which the recovery sheet is typed: to see that the paper is right, or to open the house with it.
 */
#pragma once

#include "app/step-page.h"

G_BEGIN_DECLS

#define HEARTH_TYPE_TYPED_STEP (hearth_typed_step_get_type ())
G_DECLARE_FINAL_TYPE (HearthTypedStep, hearth_typed_step, HEARTH, TYPED_STEP, HearthStepPage)

/* Property: "description": what is to be typed, and why. */

/** Borrowed from the entries. */
const char *hearth_typed_step_get_first_half (HearthTypedStep *step);
const char *hearth_typed_step_get_second_half (HearthTypedStep *step);
/** Empties both entries. */
void hearth_typed_step_clear (HearthTypedStep *step);
/** Says which half, 1 or 2, has a mistake in it, and puts the keyboard there. */
void hearth_typed_step_show_wrong_half (HearthTypedStep *step, int half);

G_END_DECLS

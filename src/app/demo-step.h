/* SPDX-License-Identifier: GPL-3.0-or-later
 * The step that makes the demo house.
 */
#pragma once

#include "app/step-page.h"
#include "demo/demo.h"

G_BEGIN_DECLS

#define HEARTH_TYPE_DEMO_STEP (hearth_demo_step_get_type ())
G_DECLARE_FINAL_TYPE (HearthDemoStep, hearth_demo_step, HEARTH, DEMO_STEP, HearthStepPage)

/* Signals: "made" (char *folder, HearthDemoResult *result): the house is there; both borrowed. */

void hearth_demo_step_set_clock (HearthDemoStep *step, HearthClock *clock);

G_END_DECLS

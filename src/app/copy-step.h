/* SPDX-License-Identifier: GPL-3.0-or-later
 * The step that asks where copies of the new house go.
 */
#pragma once

#include "app/step-page.h"

G_BEGIN_DECLS

#define HEARTH_TYPE_COPY_STEP (hearth_copy_step_get_type ())
G_DECLARE_FINAL_TYPE (HearthCopyStep, hearth_copy_step, HEARTH, COPY_STEP, HearthStepPage)

/** @folder: where the house will be */
void hearth_copy_step_set_house (HearthCopyStep *step, const char *folder);
/** NULL: that is for later. */
const char *hearth_copy_step_get_place (HearthCopyStep *step);

G_END_DECLS

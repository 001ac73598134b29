/* SPDX-License-Identifier: GPL-3.0-or-later
 * The step that puts a copy of a house back.
 */
#pragma once

#include "app/step-page.h"

G_BEGIN_DECLS

#define HEARTH_TYPE_RESTORE_STEP (hearth_restore_step_get_type ())
G_DECLARE_FINAL_TYPE (HearthRestoreStep, hearth_restore_step, HEARTH, RESTORE_STEP, HearthStepPage)

/* Signals: "restored" (char *folder, char *made_at): the house is there, as it was at that time (RFC 3339); borrowed. */

G_END_DECLS

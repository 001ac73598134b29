/* SPDX-License-Identifier: GPL-3.0-or-later
 * A step of getting ready for a hearing, in a list: a box to tick, and a menu for the rest.
 */
#pragma once

#include <adwaita.h>

#include "store/store.h"

G_BEGIN_DECLS

#define HEARTH_TYPE_HEARING_STEP_ROW (hearth_hearing_step_row_get_type ())
G_DECLARE_FINAL_TYPE (HearthHearingStepRow,
                      hearth_hearing_step_row,
                      HEARTH,
                      HEARING_STEP_ROW,
                      AdwPreferencesRow)

/** Follows @step, which it opens when activated. Actions: step.source, step.leave-out, step.take-in. */
GtkWidget *hearth_hearing_step_row_new (HearthStore *store, HearthRecord *step);

G_END_DECLS

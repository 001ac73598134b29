/* SPDX-License-Identifier: GPL-3.0-or-later
 * The steps of getting ready for a hearing, part by part, and which of them moved when its day did.
 */
#pragma once

#include <adwaita.h>

#include "store/store.h"

G_BEGIN_DECLS

#define HEARTH_TYPE_HEARING_STEPS (hearth_hearing_steps_get_type ())
G_DECLARE_FINAL_TYPE (HearthHearingSteps, hearth_hearing_steps, HEARTH, HEARING_STEPS, AdwBin)

/** Actions: steps.prepare makes the usual steps that are not there; steps.add begins another one. */
GtkWidget *hearth_hearing_steps_new (HearthStore *store, HearthRecord *hearing);

G_END_DECLS

/* SPDX-License-Identifier: GPL-3.0-or-later
 * The first run: a new house in six steps, a demo house, or a copy put back.
 */
#pragma once

#include <adwaita.h>

#include "app/session.h"

G_BEGIN_DECLS

#define HEARTH_TYPE_FIRST_RUN (hearth_first_run_get_type ())
G_DECLARE_FINAL_TYPE (HearthFirstRun, hearth_first_run, HEARTH, FIRST_RUN, AdwBin)

/**
 * hearth_first_run_new:
 * @may_leave: whether there is a sign-in page to go back to: a house is known
 *
 * What was begun goes with the widget. Signals: "left" (): to sign-in, for a house that is there; "made"
 * (HearthSession *session, char *copies): a new house is open, and copies of it go there, if anywhere; "ready"
 * (char *folder, char *user): this house can be signed in to, by that person, if one is named; "recover" (char *folder):
 * this house is to be opened with its recovery sheet.
 */
HearthFirstRun *hearth_first_run_new (HearthClock *clock, bool may_leave);

G_END_DECLS

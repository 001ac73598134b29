/* SPDX-License-Identifier: GPL-3.0-or-later
 * What follows from each kind of record: follow-ups.c has the table. Private to rules.
 *
 * Each is called whenever a record of its kind was saved, also where it was taken back as entered in error. It makes what is
 * not there yet and changes what does not fit any more, so that saving again, and undoing, puts everything right.
 */
#pragma once

#include "store/store.h"

G_BEGIN_DECLS

/** A safety check that saw a risk is an alert for everybody on duty. */
bool hearth_follow_safety_check (HearthStore *store, HearthRecord *check, GError **error);
/** A review of a plan says when the next one is. */
bool hearth_follow_plan_review (HearthStore *store, HearthRecord *review, GError **error);
/** Each resident's line says when the session was and what about; lines of one entered in error count no more. */
bool hearth_follow_group_session (HearthStore *store, HearthRecord *session, GError **error);
/** What is left to prepare moves along with the day at court, and is not needed when that is cancelled. */
bool hearth_follow_hearing (HearthStore *store, HearthRecord *hearing, GError **error);

G_END_DECLS

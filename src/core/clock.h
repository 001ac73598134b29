/* SPDX-License-Identifier: GPL-3.0-or-later
 * The time, as a collaborator that tests can set.
 */
#pragma once

#include "core/types.h"

G_BEGIN_DECLS

#define HEARTH_TYPE_CLOCK (hearth_clock_get_type ())
G_DECLARE_FINAL_TYPE (HearthClock, hearth_clock, HEARTH, CLOCK, GObject)

/** The system's time in the local zone. */
HearthClock *hearth_clock_new (void);
/** A clock that stands at @time (RFC 3339) until it is set again. */
HearthClock *hearth_clock_new_fixed (const char *time);
void hearth_clock_set_fixed (HearthClock *clock, const char *time);

/** Transfer full. */
GDateTime *hearth_clock_now (HearthClock *clock);
/** Canonical instant (#HEARTH_FIELD_DATE_TIME); transfer full. */
char *hearth_clock_stamp (HearthClock *clock);
/** ISO date; transfer full. */
char *hearth_clock_today (HearthClock *clock);

G_END_DECLS

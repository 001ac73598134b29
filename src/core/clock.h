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
/** Seconds since this computer was started, sleep included: a measure that nobody sets. -1 for a fixed clock that was
 * told of none. */
gint64 hearth_clock_get_boot_seconds (HearthClock *clock);
void hearth_clock_set_fixed_boot_seconds (HearthClock *clock, gint64 seconds);
/** Canonical instant (#HEARTH_FIELD_DATE_TIME); transfer full. */
char *hearth_clock_stamp (HearthClock *clock);
/** ISO date; transfer full. */
char *hearth_clock_today (HearthClock *clock);

G_END_DECLS

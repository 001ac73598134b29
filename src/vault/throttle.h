/* SPDX-License-Identifier: GPL-3.0-or-later
 * The growing wait after wrong passwords: three tries are free, then 2, 4, 8 … 300 seconds for the house.
 *
 * It is for people at the screen. Who has the files can try passwords elsewhere; there only the cost of a guess
 * and the strength of the password count.
 */
#pragma once

#include <glib.h>
#include <stdbool.h>

G_BEGIN_DECLS

#define HEARTH_THROTTLE_BOOT_ID_LENGTH 36

/**
 * HearthThrottleTime:
 * @wall: seconds since 1970, by a clock that people can set
 * @boot: seconds since the computer was started, sleep included
 * @boot_id: which start that was, "" when not known
 */
typedef struct {
  gint64 wall;
  gint64 boot;
  char boot_id[HEARTH_THROTTLE_BOOT_ID_LENGTH + 1];
} HearthThrottleTime;

void hearth_throttle_get_time (HearthThrottleTime *now);

/** Starts without wrong tries and gives the state its room on disk; failing to write is no failure. Answers how many
 * tries were counted until now. */
unsigned int hearth_throttle_reset (const char *folder, const HearthThrottleTime *now);
/** Seconds until the next try is heard. */
unsigned int hearth_throttle_get_wait (const char *folder, const HearthThrottleTime *now);
/** Counts a try as a wrong one before it is made, so that ending the program in the middle changes nothing.
 * false, and nothing counted, while there is a wait. */
bool hearth_throttle_count (const char *folder, const HearthThrottleTime *now);
/** Takes the last counted try back: it came to nothing for another reason than the password. */
void hearth_throttle_take_back (const char *folder, const HearthThrottleTime *now);

G_END_DECLS

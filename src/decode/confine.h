/* SPDX-License-Identifier: GPL-3.0-or-later
 * Giving up every right that decoding does not need, before the first byte of a file is looked at.
 */
#pragma once

/** Ends the process when the kernel does not play along. */
void confine (void);

/** From now on as much processor time as one request may take; more ends the process with SIGXCPU. */
void confine_allow_time (void);

/* SPDX-License-Identifier: GPL-3.0-or-later
 * A private temporary folder in memory, so that printing leaves nothing on the disk (security.md 5).
 */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/** Makes the folder (0700, on a tmpfs where there is one) and points TMPDIR at it; removes what an earlier
 * run of a killed program left. Call before any thread exists. */
void hearth_private_temp_make (void);
/** Removes the files in the folder, after each print; while somebody holds them, when the last one releases them. */
void hearth_private_temp_sweep (void);

/** What a printer or a portal has after a lock; one that hangs gets nothing any more, and nothing waits for it. */
#define HEARTH_PRIVATE_TEMP_PATIENCE 20
/** The same at a lock: after @seconds what is there now is removed, whoever holds it. Who has a file open reads it to its
 * end. */
void hearth_private_temp_leave (unsigned int seconds);

/** Something is on its way through the folder to a printer. */
void hearth_private_temp_hold (void);
/** It has arrived, or is given up: the files are removed unless somebody else holds them. */
void hearth_private_temp_release (void);
/** Removes the folder itself. */
void hearth_private_temp_remove (void);

G_END_DECLS

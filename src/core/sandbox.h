/* SPDX-License-Identifier: GPL-3.0-or-later
 * Whether the program runs in the sandbox of a Flatpak, and what it keeps other programs from seeing of it.
 */
#pragma once

#include <glib.h>
#include <stdbool.h>

G_BEGIN_DECLS

/** Whether this is the sandbox of a Flatpak: no folder but the program's own, and what else a person chooses is only lent
 * to it by the desktop. */
bool hearth_sandbox_is_inside (void);

/** For tests: what hearth_sandbox_is_inside () says from now on. */
void hearth_sandbox_pretend (bool inside);

/** Open records and keys stay in this process: no core file, and nothing else in the same sandbox reads its memory. A
 * program outside that runs as the same person can. First thing of a program; what it starts is not concerned. */
void hearth_sandbox_guard_memory (void);

G_END_DECLS

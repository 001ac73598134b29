/* SPDX-License-Identifier: GPL-3.0-or-later
 * The memory SQLite works in: wiped whenever it is given back.
 */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/** Makes SQLite use memory that is wiped when freed. Before the first connection; later calls do nothing. */
void hearth_memory_set_up (void);

G_END_DECLS

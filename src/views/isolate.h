/* SPDX-License-Identifier: GPL-3.0-or-later
 * Dates and names within a sentence, so that those of the other direction of writing do not turn round what stands beside them.
 */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/** @text, which is taken, between first-strong isolates; "" stays "". Transfer full. */
char *hearth_isolate (char *text);

G_END_DECLS

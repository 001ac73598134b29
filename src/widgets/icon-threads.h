/* SPDX-License-Identifier: GPL-3.0-or-later
 * Icons end in the main thread only, whichever thread lets go of them last.
 */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/** Call once, in the main thread and before the first icon is looked up; hearth_widgets_init () does. */
void hearth_icon_threads_init (void);

G_END_DECLS

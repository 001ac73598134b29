/* SPDX-License-Identifier: GPL-3.0-or-later
 * Ticking a task off: what came of it, which may be said or not.
 */
#pragma once

#include <adwaita.h>

#include "store/store.h"

G_BEGIN_DECLS

/** Asks and then saves; what was done can be undone for a while. @near: in the window of the task. */
void hearth_task_done_dialog_present (GtkWidget *near, HearthStore *store, HearthRecord *task);

G_END_DECLS

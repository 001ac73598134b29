/* SPDX-License-Identifier: GPL-3.0-or-later
 * Saying how near a goal is: a scale from 0 to 10, and the resident's own words.
 */
#pragma once

#include <adwaita.h>

#include "store/store.h"

G_BEGIN_DECLS

/** Whether the person signed in may say how near @goal is: those who write progress in its file, while the goal is there. */
bool hearth_goal_may_add_progress (HearthStore *store, HearthRecord *goal);

#define HEARTH_TYPE_GOAL_PROGRESS_DIALOG (hearth_goal_progress_dialog_get_type ())
G_DECLARE_FINAL_TYPE (HearthGoalProgressDialog,
                      hearth_goal_progress_dialog,
                      HEARTH,
                      GOAL_PROGRESS_DIALOG,
                      AdwDialog)

/** @near: in the window of the goal, which tells of it and offers to undo. */
HearthGoalProgressDialog *hearth_goal_progress_dialog_new (HearthStore *store,
                                                           HearthRecord *goal,
                                                           GtkWidget *near);

G_END_DECLS

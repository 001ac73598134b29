/* SPDX-License-Identifier: GPL-3.0-or-later
 * One goal: in whose words, how near it is, who does what for it.
 */
#pragma once

#include <adwaita.h>

#include "store/store.h"

G_BEGIN_DECLS

#define HEARTH_TYPE_GOAL_PAGE (hearth_goal_page_get_type ())
G_DECLARE_FINAL_TYPE (HearthGoalPage, hearth_goal_page, HEARTH, GOAL_PAGE, AdwNavigationPage)

/** Of @goal, which is saved. Actions: page.new (progress), page.new-task, page.edit, page.history. */
HearthGoalPage *hearth_goal_page_new (HearthStore *store, HearthRecord *goal);

/* For the table of kinds. */

AdwNavigationPage *hearth_goal_make_page (HearthStore *store, HearthRecord *goal, GError **error);
/** In the plan that the resident has, and in progress, until somebody says otherwise. */
void hearth_goal_fill_in (HearthStore *store, HearthRecord *goal);
/** The page of the goal that was just saved, to begin with what is to be done for it. */
AdwNavigationPage *hearth_goal_make_parting (HearthStore *store, HearthRecord *goal);

G_END_DECLS

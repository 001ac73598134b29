/* SPDX-License-Identifier: GPL-3.0-or-later
 * The parts of the pages of plans; for the table in area-plan.c. Each floating, NULL where there is nothing for this reader.
 */
#pragma once

#include <adwaita.h>

#include "store/store.h"

G_BEGIN_DECLS

/* Of a resident. */

GtkWidget *hearth_plan_make_strengths (HearthStore *store, HearthRecord *resident);
GtkWidget *hearth_plan_make_plan (HearthStore *store, HearthRecord *resident);
GtkWidget *hearth_plan_make_goals (HearthStore *store, HearthRecord *resident);
GtkWidget *hearth_plan_make_reviews (HearthStore *store, HearthRecord *resident);
GtkWidget *hearth_plan_make_areas (HearthStore *store, HearthRecord *resident);
/** "2 goals in progress · review 3 May 2026"; transfer full. */
char *hearth_plan_dup_summary (HearthStore *store, HearthRecord *resident);

/* Of the house. */

GtkWidget *hearth_plan_make_figures (HearthStore *store, HearthRecord *resident);
GtkWidget *hearth_plan_make_missing (HearthStore *store, HearthRecord *resident);

/* For the table of kinds. */

/** The plan's next review is in three months, until somebody says otherwise. */
void hearth_plan_fill_in (HearthStore *store, HearthRecord *plan);
/** Of the plan that the resident has. */
void hearth_plan_review_fill_in (HearthStore *store, HearthRecord *review);

G_END_DECLS

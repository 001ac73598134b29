/* SPDX-License-Identifier: GPL-3.0-or-later
 * The parts of the pages of counselling; for the table in area-counselling.c. Each floating, NULL where there is nothing for
 * this reader.
 */
#pragma once

#include <adwaita.h>

#include "store/store.h"
#include "widgets/record-form.h"

G_BEGIN_DECLS

/* Of a resident. */

GtkWidget *hearth_counselling_make_safety (HearthStore *store, HearthRecord *resident);
GtkWidget *hearth_counselling_make_mood (HearthStore *store, HearthRecord *resident);
GtkWidget *hearth_counselling_make_scores (HearthStore *store, HearthRecord *resident);
/** "Last session 3 May 2026 · next 10 May 2026"; transfer full. */
char *hearth_counselling_dup_summary (HearthStore *store, HearthRecord *resident);

/* Of the house. */

GtkWidget *hearth_counselling_make_residents (HearthStore *store, HearthRecord *resident);

/* Of either. */

GtkWidget *hearth_counselling_make_sessions (HearthStore *store, HearthRecord *resident);

/* For the table of kinds. */

/** Where a risk was seen, the form in which safety is asked about; else NULL. Floating. */
AdwNavigationPage *hearth_counselling_make_parting (HearthStore *store, HearthRecord *session);
/** Asked now; with the risk that a session saw, where nobody asked since. */
void hearth_safety_check_fill_in (HearthStore *store, HearthRecord *check);
/** Which session leads to asking about safety, above the form. */
void hearth_safety_check_add_notes (HearthStore *store, HearthRecord *check, HearthRecordForm *form);
/** Assessed by who writes it, until somebody says otherwise. */
void hearth_score_fill_in (HearthStore *store, HearthRecord *score);

G_END_DECLS

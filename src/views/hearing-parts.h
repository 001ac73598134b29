/* SPDX-License-Identifier: GPL-3.0-or-later
 * What the page of a hearing shows, part by part. Each adds groups to @box, or none where there is nothing for this reader.
 * Their buttons are actions of the page: page.edit-at (s: field), page.new-measure, page.new-order, page.new-hearing,
 * page.write-report, page.report-filed, page.print-record (s: id of a text of a court report).
 */
#pragma once

#include <adwaita.h>

#include "store/store.h"

G_BEGIN_DECLS

/** How ready everything is; while the hearing is to come. */
void hearth_hearing_add_lamps (GtkBox *box, HearthStore *store, HearthRecord *hearing);
/** What protects the resident there. */
void hearth_hearing_add_measures (GtkBox *box, HearthStore *store, HearthRecord *hearing);
/** What is arranged for the day, and what nobody has arranged yet. */
void hearth_hearing_add_day (GtkBox *box, HearthStore *store, HearthRecord *hearing);
/** How the day was and what came of it, once it is there. */
void hearth_hearing_add_after (GtkBox *box, HearthStore *store, HearthRecord *hearing);
/** The report to the court: by when, what is written, and what is still empty. */
void hearth_hearing_add_report (GtkBox *box, HearthStore *store, HearthRecord *hearing);

/** A new text of a report for @hearing, not saved; transfer full. */
HearthRecord *hearth_hearing_new_report (HearthStore *store, HearthRecord *hearing);

G_END_DECLS

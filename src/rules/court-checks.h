/* SPDX-License-Identifier: GPL-3.0-or-later
 * Rules of a save about cases and days at court, and about links within one file. Private to rules.
 */
#pragma once

#include "store/store.h"

G_BEGIN_DECLS

/** What a record of one resident's file names is in the same file, and of the same case. Of every type. */
void hearth_check_links (HearthStore *store, HearthRecord *record, HearthRecord *before, GPtrArray *problems);
/** A case that is closed has no day at court to come. */
void hearth_check_case (HearthStore *store,
                        HearthRecord *legal_case,
                        HearthRecord *before,
                        GPtrArray *problems);
/** Who moves a day at court or takes it back, and where to; who says that the resident need not come. */
void hearth_check_hearing (HearthStore *store,
                           HearthRecord *hearing,
                           HearthRecord *before,
                           GPtrArray *problems);
/** Nobody writes over what a colleague lets a report say. */
void hearth_check_contribution (HearthStore *store,
                                HearthRecord *contribution,
                                HearthRecord *before,
                                GPtrArray *problems);

G_END_DECLS

/* SPDX-License-Identifier: GPL-3.0-or-later
 * Rules of a save about daily life: logs, leaves, visits, beds. Private to rules.
 */
#pragma once

#include "store/store.h"

G_BEGIN_DECLS

/** Shifts follow each other within a day. */
void hearth_check_house (HearthStore *store, HearthRecord *house, HearthRecord *before, GPtrArray *problems);
/** A late entry is signed when it says why. Of "daily_log" and "house_log". */
void hearth_check_log (HearthStore *store, HearthRecord *log, HearthRecord *before, GPtrArray *problems);
/** A sheet is read when it is signed, and once by each. */
void hearth_check_handover_read (HearthStore *store,
                                 HearthRecord *read,
                                 HearthRecord *before,
                                 GPtrArray *problems);
/** Who decides about a leave, and about what was agreed. */
void hearth_check_leave (HearthStore *store, HearthRecord *leave, HearthRecord *before, GPtrArray *problems);
/** Who must not have contact had none that was allowed. */
void hearth_check_visit (HearthStore *store, HearthRecord *visit, HearthRecord *before, GPtrArray *problems);
/** Somebody is missing once at a time. */
void hearth_check_missing (HearthStore *store,
                           HearthRecord *episode,
                           HearthRecord *before,
                           GPtrArray *problems);
void hearth_check_bed (HearthStore *store, HearthRecord *bed, HearthRecord *before, GPtrArray *problems);
/** One rule for each occasion and each whom. */
void hearth_check_notification_rule (HearthStore *store,
                                     HearthRecord *rule,
                                     HearthRecord *before,
                                     GPtrArray *problems);

G_END_DECLS

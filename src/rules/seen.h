/* SPDX-License-Identifier: GPL-3.0-or-later
 * Who looked at what is clinical or sealed: a row of the audit, before it is shown.
 */
#pragma once

#include "store/store.h"

G_BEGIN_DECLS

/** Whether what @field of @type says is clinical or sealed (tiers 3 and 4), so that reading it leaves a row. */
bool hearth_seen_counts (const HearthRecordType *type, const HearthField *field);

/** Whether @record, as it is stored, tells its reader something of tiers 3 and 4. */
bool hearth_seen_tells (HearthRecord *record);

/**
 * Leaves an audit row, "view", when @record tells this reader something of tiers 3 and 4; none otherwise. False, with
 * an error of the store, when there is something and the row could not be written: it must not be shown then.
 */
bool hearth_seen_note (HearthStore *store, HearthRecord *record, GError **error);

/** Notes it for a page that shows @record, a copy of its own; what could not be noted is withheld from @record. */
void hearth_seen_note_or_withhold (HearthStore *store, HearthRecord *record);

G_END_DECLS

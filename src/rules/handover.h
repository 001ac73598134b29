/* SPDX-License-Identifier: GPL-3.0-or-later
 * Handing over from one shift to the next: the sheet, what stands on it for one reader, and who has read it.
 */
#pragma once

#include "rules/contributors.h"
#include "rules/shift.h"

G_BEGIN_DECLS

/** The handover at the end of @shift: the one there is, or a new one, not saved, which tells of the time since the begin of
 * the shift until now (at most the end of the next shift). It is signed with hearth_store_sign (). Transfer full. */
HearthRecord *hearth_handover_begin (HearthStore *store, const HearthShift *shift, GError **error);

/** From when on @handover tells the signed-in person what has changed: since the handover that they read last began to be
 * read, or since the begin of its shift, whichever is earlier; at most a week. Instant; transfer full. */
char *hearth_handover_dup_since (HearthStore *store, HearthRecord *handover, GError **error);

/** What stands on @handover for the signed-in person, of HearthNotice: what changed since
 * hearth_handover_dup_since (), and what holds whenever it was written. Transfer full. */
GPtrArray *hearth_handover_collect (HearthStore *store, HearthRecord *handover, GError **error);

/** Who has read it, of HearthRecord ("handover_read"), earliest first; transfer full. */
GPtrArray *hearth_handover_list_reads (HearthStore *store, HearthRecord *handover, GError **error);
/** Whether the signed-in person has read or written it. */
bool hearth_handover_is_read (HearthStore *store, HearthRecord *handover, GError **error);
/** Signs for having read it, with @note (nullable) for what was unclear. Transfer full; NULL with an error. */
HearthRecord *hearth_handover_mark_read (HearthStore *store,
                                         HearthRecord *handover,
                                         const char *note,
                                         GError **error);
/** Signed handovers of the last three days that the signed-in person has neither written nor read, newest first; of
 * HearthRecord. Transfer full. */
GPtrArray *hearth_handovers_list_unread (HearthStore *store, GError **error);

G_END_DECLS

/* SPDX-License-Identifier: GPL-3.0-or-later
 * Records that are about another record: a notification, a review, a task, an addendum. They are in the files that their
 * subject is in.
 */
#pragma once

#include "store/store.h"

G_BEGIN_DECLS

/** Makes @record one about @subject, which is saved: its "subject", "subject_type" and "residents". */
void hearth_subject_set (HearthRecord *record, HearthRecord *subject);
/** What @record is about; NULL where it is about nothing, with an error where it cannot be read. Transfer full. */
HearthRecord *hearth_subject_load (HearthStore *store, HearthRecord *record, GError **error);
/** Records of @type about @subject (id) that are open, oldest first; of HearthRecord. Transfer full. */
GPtrArray *hearth_subject_list (HearthStore *store,
                                const HearthRecordType *type,
                                const char *subject,
                                GError **error);

G_END_DECLS

/* SPDX-License-Identifier: GPL-3.0-or-later
 * The live list that hearth_store_list () answers with. Private to the store.
 */
#pragma once

#include "store/store.h"

G_BEGIN_DECLS

#define HEARTH_TYPE_RECORD_LIST (hearth_record_list_get_type ())
G_DECLARE_FINAL_TYPE (HearthRecordList, hearth_record_list, HEARTH, RECORD_LIST, GObject)

/** Reads which records are in it; their contents come page by page. */
HearthRecordList *hearth_record_list_new (HearthStore *store, const HearthQuery *query, GError **error);

/** @record was saved, in @row: it, or the resident that it is about, comes, goes or moves; nothing else is read
 * again. */
void hearth_record_list_follow (HearthRecordList *list, HearthRecord *record, gint64 row);
/** Many were saved: which are in it is read again. */
void hearth_record_list_reload (HearthRecordList *list);
/** The policy's answers have changed: everything is asked again; empty while it says no. */
void hearth_record_list_reread (HearthRecordList *list);
/** The store closes: the list is empty from now on and holds no record any more. */
void hearth_record_list_close (HearthRecordList *list);

G_END_DECLS

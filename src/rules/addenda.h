/* SPDX-License-Identifier: GPL-3.0-or-later
 * What is added to a record after it was signed; and an entry that went into the wrong file.
 */
#pragma once

#include "store/store.h"

G_BEGIN_DECLS

/** Whether records of @type take addenda at all. */
bool hearth_addendum_is_for (const HearthRecordType *type);
/** Whether the signed-in person may add to @record now: it is signed or in error, and they may add records of its type. */
bool hearth_addendum_may_add (HearthStore *store, HearthRecord *record);
/** A new addendum to @record, not saved; transfer full. */
HearthRecord *hearth_addendum_new (HearthRecord *record);
/** Those of @record, oldest first; of HearthRecord. Transfer full. */
GPtrArray *hearth_addenda_list (HearthStore *store, HearthRecord *record, GError **error);

/** Whether @record can be put right with hearth_entry_move (): an entry of one resident's daily life. */
bool hearth_entry_is_movable (HearthRecord *record);
/**
 * hearth_entry_move:
 * @right: the resident it should have been written for
 * @problems: (out) (optional) (transfer full)
 *
 * @record was written for the wrong resident: it stays in the file, marked "entered in error", with an addendum that says
 * the number of the file it belongs to; and @right gets the same entry, open, to be looked at and signed. Where @right has
 * an open daily log of the same shift, only what is empty there is filled. All or nothing.
 *
 * Returns: (transfer full): the entry of @right, saved
 */
HearthRecord *hearth_entry_move (HearthStore *store,
                                 HearthRecord *record,
                                 HearthRecord *right,
                                 GPtrArray **problems,
                                 GError **error);
/** Id of the entry that @record, marked in error by hearth_entry_move (), became, if this person may read it; or NULL.
 * Transfer full. */
char *hearth_entry_dup_moved_to (HearthStore *store, HearthRecord *record);

G_END_DECLS

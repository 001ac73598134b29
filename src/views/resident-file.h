/* SPDX-License-Identifier: GPL-3.0-or-later
 * What the views of a resident's file have in common: its lists, and sentences about what is in them.
 */
#pragma once

#include "store/store.h"

G_BEGIN_DECLS

/** The resident's records of @type, of which @field holds one of @codes unless it is NULL; NULL where this reader may
 * see none. Transfer full. */
GListModel *hearth_resident_file_list (HearthStore *store,
                                       HearthRecord *resident,
                                       const HearthRecordType *type,
                                       const char *field,
                                       const char *const *codes);
/** How many there are, -1 where this reader may see none. */
gint64 hearth_resident_file_count (HearthStore *store,
                                   HearthRecord *resident,
                                   const HearthRecordType *type,
                                   const char *field,
                                   const char *const *codes);

bool hearth_resident_file_may_read (HearthStore *store, HearthRecord *resident, const HearthRecordType *type);
bool hearth_resident_file_may_write (HearthStore *store,
                                     HearthRecord *resident,
                                     const HearthRecordType *type);

/** The newest of @stays that has begun and is not over on @today, or NULL; transfer full. */
HearthRecord *hearth_resident_file_find_stay (GListModel *stays, const char *today);

/** Safe to call, if only as it is written, and not barred from contact. */
bool hearth_resident_file_may_be_called (HearthRecord *contact);
/** Who it is, and how to call; nothing to call by where there must be no contact. Transfer full. */
char *hearth_resident_file_describe_contact (HearthRecord *contact);
/** "Passport: taken by those responsible, asked for on 3 May 2026"; "" where the original is at hand. Transfer full. */
char *hearth_resident_file_describe_missing_paper (HearthRecord *paper);

G_END_DECLS

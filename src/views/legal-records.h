/* SPDX-License-Identifier: GPL-3.0-or-later
 * What the pages of a resident's way through court read alike: lists of records, and words about them.
 */
#pragma once

#include <adwaita.h>

#include "store/store.h"

G_BEGIN_DECLS

/** Records of @type of @resident (id; NULL: the house), the newest first; none where they are not for this reader. Of
 * HearthRecord; transfer full. */
GPtrArray *hearth_legal_list (HearthStore *store, const HearthRecordType *type, const char *resident);
/** Takes out of @records all whose link @field does not name @id. */
void hearth_legal_keep_of (GPtrArray *records, const char *field, const char *id);
/** The open case of @resident (id, nullable) where there is exactly one, else NULL; transfer full. */
HearthRecord *hearth_legal_look_up_only_case (HearthStore *store, const char *resident);

/** Whether the person signed in may write @type into the file of @resident (id). */
bool hearth_legal_may_write (HearthStore *store, const HearthRecordType *type, const char *resident);

/** The value of the field called @name in words; transfer full. */
char *hearth_legal_dup_words (HearthRecord *record, const char *name);
/** "A · B · C" of those that say something; ends with NULL. Transfer full. */
char *hearth_legal_join (const char *first, ...) G_GNUC_NULL_TERMINATED;
/** "Today", "Tomorrow", "In 12 days", "3 days ago": how far @date (ISO) is from @today; "" for none. Transfer full. */
char *hearth_legal_dup_distance (const char *date, const char *today);

/** A new record of @type in the file of @resident (id), not saved; transfer full. */
HearthRecord *hearth_legal_new (const HearthRecordType *type, const char *resident);
/** Shows the form of @record on top of the navigation view that @near is in. @field: (nullable): where the cursor is. */
void hearth_legal_push_form (GtkWidget *near, HearthStore *store, HearthRecord *record, const char *field);

G_END_DECLS

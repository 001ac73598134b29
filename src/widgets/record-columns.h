/* SPDX-License-Identifier: GPL-3.0-or-later
 * The columns of a table of records, made from the type's list columns.
 */
#pragma once

#include <adwaita.h>

#include "core/record.h"
#include "widgets/record-line.h"

G_BEGIN_DECLS

typedef struct _HearthRecordColumns HearthRecordColumns;

/** The title of what the LINK @field of @record names, transfer full; NULL when unknown. */
typedef char *(*HearthLinkWordsFunc) (HearthRecord *record, const HearthField *field, gpointer user_data);

/**
 * Fills @table, which must not be shown after the columns were freed.
 *
 * @resident: words of a first column about whose record it is; it is hidden until shown
 * @link: words of columns that are LINKs
 */
HearthRecordColumns *hearth_record_columns_new (GtkColumnView *table,
                                                const HearthRecordType *type,
                                                HearthRecordWordsFunc resident,
                                                HearthLinkWordsFunc link,
                                                gpointer user_data);
/** A column more, after that of the field @after; @user_data must live as long as the columns. */
void hearth_record_columns_add (HearthRecordColumns *columns,
                                const char *after,
                                const char *label,
                                HearthRecordWordsFunc words,
                                gpointer user_data);
void hearth_record_columns_free (HearthRecordColumns *columns);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (HearthRecordColumns, hearth_record_columns_free)

/** The ISO date computed values are shown for; true when that is another than before. */
bool hearth_record_columns_set_today (HearthRecordColumns *columns, const char *today);
void hearth_record_columns_show_resident (HearthRecordColumns *columns, bool shown);
/** Puts the arrow at the head of @field's column, or with NULL nowhere. */
void hearth_record_columns_set_sort (HearthRecordColumns *columns, const char *field, bool descending);

/** Whether lists can be sorted by @field. */
bool hearth_record_columns_can_sort (const HearthField *field);

G_END_DECLS

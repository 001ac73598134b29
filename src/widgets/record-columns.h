/* SPDX-License-Identifier: GPL-3.0-or-later
 * The columns of a table of records, made from the type's list columns.
 */
#pragma once

#include <adwaita.h>

#include "core/record.h"
#include "widgets/record-line.h"

G_BEGIN_DECLS

typedef struct _HearthRecordColumns HearthRecordColumns;

/**
 * Fills @table, which must not be shown after the columns were freed.
 *
 * @resident: words of a first column about whose record it is; it is hidden until shown
 */
HearthRecordColumns *hearth_record_columns_new (GtkColumnView *table,
                                                const HearthRecordType *type,
                                                HearthRecordWordsFunc resident,
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

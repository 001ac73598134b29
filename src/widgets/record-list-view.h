/* SPDX-License-Identifier: GPL-3.0-or-later
 * A list of records of one type: a table where there is room, two lines a record where there is not.
 */
#pragma once

#include <adwaita.h>

#include "core/record.h"

G_BEGIN_DECLS

#define HEARTH_TYPE_RECORD_LIST_VIEW (hearth_record_list_view_get_type ())
G_DECLARE_FINAL_TYPE (HearthRecordListView, hearth_record_list_view, HEARTH, RECORD_LIST_VIEW, GtkWidget)

/** The name of the resident with @resident_id, transfer full; NULL when unknown. */
typedef char *(*HearthTitleFunc) (const char *resident_id, gpointer user_data);

/**
 * HearthRecordListView:
 *
 * Shows a model as it is: sorting, filtering and searching are asked for by signals, and answered by
 * whoever owns the model. Only the rows on screen are asked of the model.
 *
 * Properties: "model" (GListModel of HearthRecord), "narrow" (bool: two lines a record; set by the width
 * the view is given).
 *
 * Signals:
 * - "activate-record" (HearthRecord *record)
 * - "sort-requested" (const char *field, gboolean descending): from a click on the head of a column, or
 *   the order chosen where the view is narrow
 * - "filter-changed" (const char *field, const char *code): code "" takes the filter away
 * - "text-changed" (const char *text)
 * - "empty-action" (): the button of the empty page was pressed
 */
HearthRecordListView *hearth_record_list_view_new (const HearthRecordType *type);

GListModel *hearth_record_list_view_get_model (HearthRecordListView *view);
void hearth_record_list_view_set_model (HearthRecordListView *view, GListModel *model);

/** Adds a column with the resident's name in front, for lists of the whole house; NULL takes it away. */
void hearth_record_list_view_set_title_func (HearthRecordListView *view,
                                             HearthTitleFunc func,
                                             gpointer user_data,
                                             GDestroyNotify destroy);
/** The ISO date that ages and other computed columns are shown for. */
void hearth_record_list_view_set_today (HearthRecordListView *view, const char *today);

/** What stands there when the list is empty and nothing is searched: what to do first. @button may be
 * NULL for none; it emits "empty-action". */
void hearth_record_list_view_set_empty_text (HearthRecordListView *view,
                                             const char *title,
                                             const char *description,
                                             const char *button);

/** The arrow in the table's head, when the order was set by other means. Emits nothing. */
void hearth_record_list_view_set_sort (HearthRecordListView *view, const char *field, bool descending);

/** The code @field is filtered by, or "". */
const char *hearth_record_list_view_get_filter (HearthRecordListView *view, const char *field);
const char *hearth_record_list_view_get_search_text (HearthRecordListView *view);
/** Takes search text and all filters away; "text-changed" and "filter-changed" tell. */
void hearth_record_list_view_clear_filters (HearthRecordListView *view);

/** Gives the search entry the keyboard focus. */
void hearth_record_list_view_start_search (HearthRecordListView *view);
bool hearth_record_list_view_get_narrow (HearthRecordListView *view);

G_END_DECLS

/* SPDX-License-Identifier: GPL-3.0-or-later
 * A list of records of one type: a table where there is room, two lines a record where there is not.
 */
#pragma once

#include <adwaita.h>

#include "core/record.h"
#include "widgets/record-line.h"

G_BEGIN_DECLS

#define HEARTH_TYPE_RECORD_LIST_VIEW (hearth_record_list_view_get_type ())
G_DECLARE_FINAL_TYPE (HearthRecordListView, hearth_record_list_view, HEARTH, RECORD_LIST_VIEW, GtkWidget)

/** The title of the record with @id (a resident, or what a LINK names), transfer full; NULL when unknown. */
typedef char *(*HearthTitleFunc) (const char *id, gpointer user_data);

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
 * - "filter-changed" (const char *field, GStrv codes): no code takes the filter away
 * - "text-changed" (const char *text)
 * - "empty-action" (): the button of the empty page was pressed
 */
HearthRecordListView *hearth_record_list_view_new (const HearthRecordType *type);

GListModel *hearth_record_list_view_get_model (HearthRecordListView *view);
void hearth_record_list_view_set_model (HearthRecordListView *view, GListModel *model);

/** What LINK columns show. For records of residents it also adds a column with the resident's name in front, for
 * lists of the whole house. NULL takes it away. */
void hearth_record_list_view_set_title_func (HearthRecordListView *view,
                                             HearthTitleFunc func,
                                             gpointer user_data,
                                             GDestroyNotify destroy);
/**
 * A column more, of something that is no field of the record: after that of the field @after. Where the view is
 * narrow the words stand below the subtitle.
 *
 * @label: translated; @words: called when a record is shown or changes. @user_data must live as long as the view.
 */
void hearth_record_list_view_add_column (HearthRecordListView *view,
                                         const char *after,
                                         const char *label,
                                         HearthRecordWordsFunc words,
                                         gpointer user_data);
/** Asks anew for the words of such columns. */
void hearth_record_list_view_update_words (HearthRecordListView *view);
/** Puts @tool in front of the search entry. */
void hearth_record_list_view_add_tool (HearthRecordListView *view, GtkWidget *tool);
/** The ISO date that ages and other computed columns are shown for. */
void hearth_record_list_view_set_today (HearthRecordListView *view, const char *today);

/** How many records there are without filters and search: an empty list of none says what to do first, of some that
 * nothing was found. Without it the view goes by its own filters. */
void hearth_record_list_view_set_total (HearthRecordListView *view, guint total);

/** What stands there when the list is empty and nothing is searched: what to do first. @button may be
 * NULL for none; it emits "empty-action". */
void hearth_record_list_view_set_empty_text (HearthRecordListView *view,
                                             const char *title,
                                             const char *description,
                                             const char *button);

/** The arrow in the table's head, when the order was set by other means. Emits nothing. */
void hearth_record_list_view_set_sort (HearthRecordListView *view, const char *field, bool descending);

/** As hearth_filter_bar_set_choices (). */
void hearth_record_list_view_set_filter_choices (HearthRecordListView *view,
                                                 const char *field,
                                                 const HearthChoice *choices);
/** The codes @field is filtered by; transfer full. */
GStrv hearth_record_list_view_dup_filter (HearthRecordListView *view, const char *field);
/** Shows @codes as chosen, those of them that are offered. Emits nothing. */
void hearth_record_list_view_set_filter (HearthRecordListView *view,
                                         const char *field,
                                         const char *const *codes);
const char *hearth_record_list_view_get_search_text (HearthRecordListView *view);
/** Emits nothing. */
void hearth_record_list_view_set_search_text (HearthRecordListView *view, const char *text);
/** Takes search text and all filters away; "text-changed" and "filter-changed" tell. */
void hearth_record_list_view_clear_filters (HearthRecordListView *view);

/** Gives the search entry the keyboard focus. */
void hearth_record_list_view_start_search (HearthRecordListView *view);
bool hearth_record_list_view_get_narrow (HearthRecordListView *view);

G_END_DECLS

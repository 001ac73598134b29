/* SPDX-License-Identifier: GPL-3.0-or-later
 * A list below headings of days: a line and what is to be said of it for each item, whatever the items are.
 */
#pragma once

#include <adwaita.h>

#include "widgets/day-model.h"

G_BEGIN_DECLS

#define HEARTH_TYPE_DAY_LIST (hearth_day_list_get_type ())
G_DECLARE_FINAL_TYPE (HearthDayList, hearth_day_list, HEARTH, DAY_LIST, AdwBin)

/** What @item says, transfer full. */
typedef char *(*HearthDayWordsFunc) (gpointer item, gpointer user_data);

/**
 * HearthDayList:
 *
 * Signals: "activate-item" (GObject *item). Scrolls itself.
 *
 * @today: ISO date; @title, @detail: the line, and what stands below it; @user_data lives as long as the list
 * @label: translated: what it is a list of, for who does not see it
 */
HearthDayList *hearth_day_list_new (const char *label,
                                    const char *today,
                                    HearthDayFunc day,
                                    HearthDayWordsFunc title,
                                    HearthDayWordsFunc detail,
                                    gpointer user_data);
/** @model: (nullable): newest first. */
void hearth_day_list_set_model (HearthDayList *list, GListModel *model);
GListModel *hearth_day_list_get_model (HearthDayList *list);
/** What stands there while the list is empty. */
void hearth_day_list_set_empty_text (HearthDayList *list, const char *title, const char *description);

G_END_DECLS

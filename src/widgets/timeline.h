/* SPDX-License-Identifier: GPL-3.0-or-later
 * A resident's file as a line of time: records of many types below the days they belong to.
 */
#pragma once

#include <adwaita.h>

#include "core/record.h"

G_BEGIN_DECLS

#define HEARTH_TYPE_TIMELINE (hearth_timeline_get_type ())
G_DECLARE_FINAL_TYPE (HearthTimeline, hearth_timeline, HEARTH, TIMELINE, GtkWidget)

/** The name of the account @account_id, transfer full; NULL when unknown. */
typedef char *(*HearthAuthorFunc) (const char *account_id, gpointer user_data);

/**
 * HearthTimeline:
 *
 * Properties: "model" (GListModel of HearthRecord, ordered by event). Signals: "activate-record"
 * (HearthRecord *record), "empty-action" ().
 */
HearthTimeline *hearth_timeline_new (void);

GListModel *hearth_timeline_get_model (HearthTimeline *timeline);
void hearth_timeline_set_model (HearthTimeline *timeline, GListModel *model);
void hearth_timeline_set_author_func (HearthTimeline *timeline,
                                      HearthAuthorFunc func,
                                      gpointer user_data,
                                      GDestroyNotify destroy);
/** ISO date for "Today" and "Yesterday" in the headings. */
void hearth_timeline_set_today (HearthTimeline *timeline, const char *today);
/** What stands there while there is nothing; @button (nullable) emits "empty-action". */
void hearth_timeline_set_empty_text (HearthTimeline *timeline,
                                     const char *title,
                                     const char *description,
                                     const char *button);

G_END_DECLS

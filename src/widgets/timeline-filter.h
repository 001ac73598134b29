/* SPDX-License-Identifier: GPL-3.0-or-later
 * What stands above a timeline to narrow it: words, kinds of record, a period.
 */
#pragma once

#include <adwaita.h>

#include "core/record.h"

G_BEGIN_DECLS

#define HEARTH_TYPE_TIMELINE_FILTER (hearth_timeline_filter_get_type ())
G_DECLARE_FINAL_TYPE (HearthTimelineFilter, hearth_timeline_filter, HEARTH, TIMELINE_FILTER, GtkWidget)

/** How many records of @type the other filters leave; asked when the kinds are about to be seen. */
typedef gint64 (*HearthKindCountFunc) (const HearthRecordType *type, gpointer user_data);

/**
 * HearthTimelineFilter:
 *
 * Properties: "active" (bool, read-only: something narrows). Signals: "changed" (): what is asked for is another.
 */
HearthTimelineFilter *hearth_timeline_filter_new (void);

/** @types: NULL-ended; their tables live as long as the program. @count lives as long as the filter. */
void hearth_timeline_filter_set_kinds (HearthTimelineFilter *filter,
                                       const HearthRecordType *const *types,
                                       HearthKindCountFunc count,
                                       gpointer user_data);
/** ISO date that "the last 7 days" end with. */
void hearth_timeline_filter_set_today (HearthTimelineFilter *filter, const char *today);
/** How many are shown, said below. */
void hearth_timeline_filter_set_count (HearthTimelineFilter *filter, guint n);

/** "" for any. Borrowed. */
const char *hearth_timeline_filter_get_text (HearthTimelineFilter *filter);
/** (element-type HearthRecordType): those that are wanted; empty: every one. Borrowed. */
GPtrArray *hearth_timeline_filter_get_kinds (HearthTimelineFilter *filter);
/** ISO dates, both included; "" where there is no end. Borrowed. */
const char *hearth_timeline_filter_get_from (HearthTimelineFilter *filter);
const char *hearth_timeline_filter_get_to (HearthTimelineFilter *filter);
bool hearth_timeline_filter_get_active (HearthTimelineFilter *filter);

void hearth_timeline_filter_set_text (HearthTimelineFilter *filter, const char *text);
void hearth_timeline_filter_set_kind_wanted (HearthTimelineFilter *filter,
                                             const HearthRecordType *type,
                                             bool wanted);
/** The last @days days, today included; 0: everything. */
void hearth_timeline_filter_set_days (HearthTimelineFilter *filter, int days);
/** ISO dates or "". */
void hearth_timeline_filter_set_dates (HearthTimelineFilter *filter, const char *from, const char *to);
/** Everything again. */
void hearth_timeline_filter_clear (HearthTimelineFilter *filter);
/** Puts the keyboard focus where words are typed. */
void hearth_timeline_filter_start_search (HearthTimelineFilter *filter);

G_END_DECLS

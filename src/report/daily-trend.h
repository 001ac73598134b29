/* SPDX-License-Identifier: GPL-3.0-or-later
 * Sleep, mood, appetite and life in the house from the daily log as a chart, with what happened on the way as marks: one
 * value a day, for paper and for the screen.
 */
#pragma once

#include "core/record.h"
#include "draw/chart.h"

G_BEGIN_DECLS

/** The field @name of @entry as it is kept, "" where it may not be used. Transfer none. */
typedef const char *(*HearthTrendFieldFunc) (HearthRecord *entry, const char *name, gpointer user_data);

/** The Julian day of the daily log entry @entry. */
int hearth_daily_trend_get_day (HearthRecord *entry);

/**
 * Of each day the longest sleep written down, in hours, or how it was where that was written down more often; the middle
 * of the shifts' moods; and, where they were written down at all, of the meals and of life in the house.
 *
 * @entries: (element-type HearthRecord): daily log entries by date
 * @first, @last: ISO dates, both included
 * Transfer full.
 */
HearthChart *hearth_daily_trend_new_chart (GPtrArray *entries,
                                           const char *first,
                                           const char *last,
                                           HearthTrendFieldFunc get_field,
                                           gpointer user_data);

/** The types of record that stand in such a chart as marks; ends with NULL. */
const HearthRecordType *const *hearth_daily_trend_get_mark_types (void);

/**
 * Adds a numbered mark for each of @records (element-type HearthRecord, in any order) that such a chart shows: incidents,
 * times missing, visits and calls that took place. Where there are too many to be read, calls are left out, then visits.
 */
void hearth_daily_trend_add_marks (HearthChart *chart,
                                   GPtrArray *records,
                                   HearthTrendFieldFunc get_field,
                                   gpointer user_data);

G_END_DECLS

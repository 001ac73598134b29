/* SPDX-License-Identifier: GPL-3.0-or-later
 * Sleep and mood from the daily log as a chart: one value a day, for paper and for the screen.
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
 * Of each day the longest sleep written down, in hours, and the middle of the shifts' moods.
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

G_END_DECLS

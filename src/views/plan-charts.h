/* SPDX-License-Identifier: GPL-3.0-or-later
 * Charts of plans: how near a goal came.
 */
#pragma once

#include "draw/chart.h"
#include "core/record.h"

G_BEGIN_DECLS

/** @progress: of "goal_progress", oldest first. NULL where there are not two days to join; transfer full. */
HearthChart *hearth_plan_chart_of_progress (GPtrArray *progress);

/** The number @field of @records (of HearthRecord, in any order) by the day @date, one a day, as times of @chart. */
void hearth_chart_series_add_records (HearthChart *chart,
                                      HearthChartSeries *series,
                                      GPtrArray *records,
                                      const char *date,
                                      const char *field);
/** An empty chart from the first day @date of @records to the last; NULL where there are not two days on which one of
 * @fields (NULL-ended) is known. Transfer full. */
HearthChart *hearth_chart_new_for_records (GPtrArray *records, const char *date, const char *const *fields);

G_END_DECLS

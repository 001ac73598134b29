/* SPDX-License-Identifier: GPL-3.0-or-later
 * What the chart's files share: the date axis and values gathered into days, weeks or months.
 */
#pragma once

#include "draw/chart.h"

G_BEGIN_DECLS

typedef enum {
  HEARTH_BUCKET_DAY,
  HEARTH_BUCKET_WEEK, /* from Monday */
  HEARTH_BUCKET_MONTH,
} HearthBucketSize;

/** @index: consecutive whole numbers for buckets side by side; @first_day, @last_day: cut to the chart. */
typedef struct {
  int index;
  int first_day, last_day;
  double value; /* the median */
} HearthBucket;

/** The finest size whose marks are still apart on @width user units. */
HearthBucketSize hearth_chart_choose_bucket (const HearthChart *chart, double width);
/** Of #HearthBucket, in order; buckets without a value are left out. Transfer full. */
GArray *hearth_chart_gather (const HearthChart *chart,
                             const HearthChartSeries *series,
                             HearthBucketSize size);

typedef struct {
  int day;
  char *label;
} HearthTick;

/** Of #HearthTick: days worth a mark when labels of @label_width must not touch on @width. Transfer full. */
GArray *hearth_time_axis_new (int first_day, int last_day, double width, double label_width);

/** In the locale, with one decimal where it is not whole. Transfer full. */
char *hearth_chart_format_value (double value);
/** "3 May 2026" of a Julian day. Transfer full. */
char *hearth_chart_format_day (int day);
/** The line above a panel: "Sleep (hours), usual value of each week". Transfer full. */
char *hearth_chart_format_legend (const HearthChartSeries *series, HearthBucketSize size);

G_END_DECLS

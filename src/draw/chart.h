/* SPDX-License-Identifier: GPL-3.0-or-later
 * A chart of values over time: its data, the sentence that says what it shows, and drawing it.
 */
#pragma once

#include "draw/palette.h"

#include <pango/pangocairo.h>
#include <stdbool.h>

G_BEGIN_DECLS

typedef enum {
  HEARTH_CHART_BARS,
  HEARTH_CHART_LINE,
} HearthChartForm;

/** What one value stands for. Times are now and then, as when something is measured: each counts by itself, and a line
 * goes from one to the next however far apart they are. */
typedef enum {
  HEARTH_CHART_NIGHTS,
  HEARTH_CHART_DAYS,
  HEARTH_CHART_TIMES,
} HearthChartCount;

/** @day: Julian day, as in #GDate. */
typedef struct {
  int day;
  double value;
} HearthChartPoint;

/**
 * HearthChartSeries:
 * @label: "Sleep"
 * @unit: "hours", or "" for a scale
 * @minimum, @maximum, @step: ends and marks of the value axis
 * @steps: (nullable): words for the marks of a scale, lowest first
 * @points: (element-type HearthChartPoint): by day, at most one a day; no point is a gap
 */
typedef struct {
  HearthChartForm form;
  HearthChartCount count;
  char *label;
  char *unit;
  double minimum, maximum, step;
  GStrv steps;
  GArray *points;
} HearthChartSeries;

typedef struct {
  int day;
  char *label;
} HearthChartEvent;

/**
 * HearthChart:
 * @first_day, @last_day: Julian days, both included
 * @series: (element-type HearthChartSeries): one panel below the other, over one date axis
 * @events: (element-type HearthChartEvent): numbered marks, explained below
 */
typedef struct {
  int first_day, last_day;
  GPtrArray *series;
  GPtrArray *events;
} HearthChart;

HearthChart *hearth_chart_new (int first_day, int last_day);
HearthChart *hearth_chart_copy (const HearthChart *chart);
void hearth_chart_free (HearthChart *chart);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (HearthChart, hearth_chart_free)

/** A series of @chart, which owns it. Add @steps, where it has some, before drawing. */
HearthChartSeries *hearth_chart_add_series (HearthChart *chart,
                                            HearthChartForm form,
                                            HearthChartCount count,
                                            const char *label,
                                            const char *unit,
                                            double minimum,
                                            double maximum,
                                            double step);
/** Days may come in any order; a second value of a day takes the place of the first. Not a number, and days
 * outside the chart, are left out. */
void hearth_chart_series_add (HearthChart *chart, HearthChartSeries *series, int day, double value);
void hearth_chart_add_event (HearthChart *chart, int day, const char *label);
/** Whether no series has a point. */
bool hearth_chart_is_empty (const HearthChart *chart);

/** The middle of @n values, which are sorted in place; NAN for none. */
double hearth_median (double *values, gsize n);

/**
 * In plain sentences, what the chart shows: "Sleep: usually 7.5 hours, written down for 82 nights." For
 * paper, screen readers and whoever does not read charts. Transfer full.
 */
char *hearth_chart_describe (const HearthChart *chart);
/** "Marks: 1 (3 May 2026): Visit." for whoever does not see the list below the chart; "" without marks. Transfer full. */
char *hearth_chart_describe_marks (const HearthChart *chart);

/**
 * HearthChartStyle:
 * @context: fonts and language; for paper hearth_font_create_context ()
 * @font_size: in user units
 * @rtl: time runs from right to left, the value axis stands on the right
 */
typedef struct {
  const HearthPalette *palette;
  PangoContext *context;
  double font_size;
  bool rtl;
} HearthChartStyle;

/** The height @chart needs at @width, in user units. */
double hearth_chart_measure (const HearthChart *chart, const HearthChartStyle *style, double width);
/** Draws with the upper left corner at the current origin. */
void hearth_chart_paint (const HearthChart *chart, const HearthChartStyle *style, cairo_t *cr, double width);

G_END_DECLS

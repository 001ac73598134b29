/* SPDX-License-Identifier: GPL-3.0-or-later
 * A chart on screen: the same drawing as on paper, with a sentence that says what it shows.
 */
#pragma once

#include <adwaita.h>

#include "draw/bars.h"
#include "draw/compare.h"

G_BEGIN_DECLS

#define HEARTH_TYPE_TREND_CHART (hearth_trend_chart_get_type ())
G_DECLARE_FINAL_TYPE (HearthTrendChart, hearth_trend_chart, HEARTH, TREND_CHART, GtkWidget)

HearthTrendChart *hearth_trend_chart_new (void);

/** @chart: (nullable): copied. The sentence below it is also the accessible description. */
void hearth_trend_chart_set_chart (HearthTrendChart *trend, const HearthChart *chart);
/** The same with counts instead of values over time. */
void hearth_trend_chart_set_bars (HearthTrendChart *trend, const HearthBars *bars);
/** The same with areas, then and now. */
void hearth_trend_chart_set_compare (HearthTrendChart *trend, const HearthCompare *compare);
/** What the chart shows in plain sentences, "" without a chart. */
const char *hearth_trend_chart_get_caption (HearthTrendChart *trend);

G_END_DECLS

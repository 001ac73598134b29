/* SPDX-License-Identifier: GPL-3.0-or-later
 * A chart of counts: a bar for each hour, weekday or place, in one or two parts, and the sentence that says what it shows.
 */
#pragma once

#include "draw/chart.h"

G_BEGIN_DECLS

/** The colours there are. */
#define HEARTH_BARS_MOST_PARTS 2

/**
 * HearthBars:
 * @title: what is counted, "Incidents by hour"
 * @parts: (element-type utf8): what the parts of every bar stand for; one or two
 * @bars: (element-type HearthBar): in the order they are shown in
 *
 * Bars stand upright where all labels fit below them, and lie below each other where they do not.
 */
typedef struct {
  char *label;
  unsigned int counts[HEARTH_BARS_MOST_PARTS];
} HearthBar;

typedef struct {
  char *title;
  GPtrArray *parts;
  GPtrArray *bars;
} HearthBars;

/** @part: what the first part stands for; @second: (nullable): what the second does, where there is one. Transfer full. */
HearthBars *hearth_bars_new (const char *title, const char *part, const char *second);
HearthBars *hearth_bars_copy (const HearthBars *bars);
void hearth_bars_free (HearthBars *bars);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (HearthBars, hearth_bars_free)

/** Adds a bar; @second is 0 where there is one part only. */
void hearth_bars_add (HearthBars *bars, const char *label, unsigned int first, unsigned int second);
unsigned int hearth_bars_get_total (const HearthBars *bars);

/** "Incidents by place, 12 in all. Kitchen: 5 (serious: 2), garden: 7." For screen readers and whoever does not read
 * charts. Transfer full. */
char *hearth_bars_describe (const HearthBars *bars);

/** The height @bars need at @width, in user units. */
double hearth_bars_measure (const HearthBars *bars, const HearthChartStyle *style, double width);
/** Draws with the upper left corner at the current origin. */
void hearth_bars_paint (const HearthBars *bars, const HearthChartStyle *style, cairo_t *cr, double width);

G_END_DECLS

/* SPDX-License-Identifier: GPL-3.0-or-later
 * A chart of several areas on a scale of steps, each then and now, and the sentence that says what it shows.
 */
#pragma once

#include "draw/chart.h"

G_BEGIN_DECLS

/** @first, @second: 1 to the number of steps; 0: not known */
typedef struct {
  char *label;
  unsigned int first, second;
} HearthCompareArea;

/**
 * HearthCompare:
 * @title: "Recovery in six areas"
 * @first: what the first value stands for, "On arrival, 3 May 2025"
 * @second: (nullable): what the second does; NULL where there is only one
 * @steps: words for the steps of the scale, lowest first
 * @areas: (element-type HearthCompareArea): in the order they are shown in
 *
 * The first value is a ring and the second a disc, so that they are told apart without colour, also in one place.
 */
typedef struct {
  char *title;
  char *first;
  char *second;
  GStrv steps;
  GPtrArray *areas;
} HearthCompare;

/** @steps: NULL-ended, at least two. Transfer full. */
HearthCompare *hearth_compare_new (const char *title,
                                   const char *first,
                                   const char *second,
                                   const char *const *steps);
HearthCompare *hearth_compare_copy (const HearthCompare *compare);
void hearth_compare_free (HearthCompare *compare);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (HearthCompare, hearth_compare_free)

/** Adds an area; @second is 0 where there is one value only. */
void hearth_compare_add (HearthCompare *compare, const char *label, unsigned int first, unsigned int second);

/** "Recovery in six areas, from 1 to 4. On arrival, then now. Safety: 1, then 3; health: still 2." For screen readers and
 * whoever does not read charts. Transfer full. */
char *hearth_compare_describe (const HearthCompare *compare);

/** The height @compare needs at @width, in user units. */
double hearth_compare_measure (const HearthCompare *compare, const HearthChartStyle *style, double width);
/** Draws with the upper left corner at the current origin. */
void hearth_compare_paint (const HearthCompare *compare,
                           const HearthChartStyle *style,
                           cairo_t *cr,
                           double width);

G_END_DECLS

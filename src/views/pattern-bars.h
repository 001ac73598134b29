/* SPDX-License-Identifier: GPL-3.0-or-later
 * The charts of a pattern of incidents: what is counted, and in which order it stands.
 */
#pragma once

#include "draw/bars.h"
#include "rules/incidents.h"

G_BEGIN_DECLS

/** How many weeks a chart has room for. */
#define HEARTH_PATTERN_MOST_WEEKS 13

/** Each transfer full. Hours stand three by three; of weeks the last ones. */
HearthBars *hearth_pattern_bars_of_hours (const HearthIncidentPattern *pattern);
HearthBars *hearth_pattern_bars_of_weekdays (const HearthIncidentPattern *pattern);
/** @counts: of HearthIncidentCount; @title: translated. */
HearthBars *hearth_pattern_bars_of_counts (GArray *counts, const char *title);
HearthBars *hearth_pattern_bars_of_weeks (const HearthIncidentPattern *pattern);
/** Visits and calls, and how often court came up, in the same weeks. */
HearthBars *hearth_pattern_bars_of_occasions (const HearthIncidentPattern *pattern);

G_END_DECLS

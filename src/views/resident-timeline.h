/* SPDX-License-Identifier: GPL-3.0-or-later
 * Everything in a resident's file that the reader may see, day by day, narrowed by kind, period and words.
 */
#pragma once

#include <adwaita.h>

#include "store/store.h"
#include "widgets/timeline-filter.h"

G_BEGIN_DECLS

#define HEARTH_TYPE_RESIDENT_TIMELINE (hearth_resident_timeline_get_type ())
G_DECLARE_FINAL_TYPE (HearthResidentTimeline, hearth_resident_timeline, HEARTH, RESIDENT_TIMELINE, AdwBin)

/** Signals: "activate-record" (HearthRecord *record), "empty-action" (): nothing is there yet, and the person wants to
 * write the first entry. */
HearthResidentTimeline *hearth_resident_timeline_new (HearthStore *store, HearthRecord *resident);

HearthTimelineFilter *hearth_resident_timeline_get_filter (HearthResidentTimeline *timeline);
/** What is listed now. Borrowed. */
GListModel *hearth_resident_timeline_get_model (HearthResidentTimeline *timeline);

G_END_DECLS

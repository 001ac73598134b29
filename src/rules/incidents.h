/* SPDX-License-Identifier: GPL-3.0-or-later
 * What follows an incident: who is told, the talks, the review, closing; and what many incidents have in common.
 */
#pragma once

#include "store/store.h"

G_BEGIN_DECLS

/** The review of @incident: the one there is, or a new one, not saved. Transfer full. */
HearthRecord *hearth_incident_begin_review (HearthStore *store, HearthRecord *incident, GError **error);
/** What stands in the way of closing @review, of translated sentences, each says what to do; empty: nothing does. @review
 * may be changed and not saved. Transfer full; NULL with an error. */
GPtrArray *hearth_incident_list_obstacles (HearthStore *store, HearthRecord *review, GError **error);

/** Incidents with no review that is closed, oldest first; of HearthRecord. Transfer full. */
GPtrArray *hearth_incidents_list_open (HearthStore *store, GError **error);

/* --- patterns --- */

/** One row of counts: a place, a trigger, a category; @code of the field's choices, "" where none was said. */
typedef struct {
  const char *code;
  const char *label; /* translated */
  unsigned int n;
} HearthIncidentCount;

/** A week with what stood in it. @monday: ISO date. @n_by_severity: index 0 is severity 1. */
typedef struct {
  char monday[11];
  unsigned int n;
  unsigned int n_by_severity[4];
  unsigned int n_visits; /* visits and calls that took place */
  unsigned int n_court; /* incidents that court was a trigger of */
} HearthIncidentWeek;

/**
 * HearthIncidentPattern:
 * @hours: by hour of the day at the house
 * @weekdays: Monday first
 * @places, @triggers, @categories: of HearthIncidentCount, the most frequent first
 * @weeks: of HearthIncidentWeek, oldest first, none left out
 */
typedef struct {
  unsigned int n;
  unsigned int hours[24];
  unsigned int weekdays[7];
  GArray *places;
  GArray *triggers;
  GArray *categories;
  GArray *weeks;
} HearthIncidentPattern;
void hearth_incident_pattern_free (HearthIncidentPattern *pattern);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (HearthIncidentPattern, hearth_incident_pattern_free)

/** Counts the incidents of @resident (id; NULL: of the house) from @from to @to (ISO dates, both included), of those the
 * signed-in person may read. Transfer full. */
HearthIncidentPattern *hearth_incident_pattern_new (HearthStore *store,
                                                    const char *resident,
                                                    const char *from,
                                                    const char *to,
                                                    GError **error);
/** The same, of one @category (code; NULL: of all). Visits are those of the same days, whatever the category. */
HearthIncidentPattern *hearth_incident_pattern_new_of (HearthStore *store,
                                                       const char *resident,
                                                       const char *category,
                                                       const char *from,
                                                       const char *to,
                                                       GError **error);

G_END_DECLS

/* SPDX-License-Identifier: GPL-3.0-or-later
 * What feeds the page of today, the handover and the timeline: one table, a row for each kind of record.
 */
#pragma once

#include "store/store.h"

G_BEGIN_DECLS

typedef enum {
  HEARTH_FEED_TODAY,    /* what wants to be done, and what is on today */
  HEARTH_FEED_HANDOVER, /* what the next shift must know of the hours before */
  HEARTH_FEED_STANDING, /* what every shift must know, whenever it was written: alerts, who is out, open tasks */
  HEARTH_FEED_TIMELINE, /* a resident's whole file, as a line of time */
} HearthFeed;

/**
 * HearthNotice:
 * @record: what it is about; opens when activated. NULL: the keys of the recovery sheet
 * @title, @detail: translated; @detail may be ""
 * @day: ISO date it is due or happened on, "" for none
 * @group: N_(): the heading it stands under
 * @urgent: late, or of high level
 */
typedef struct {
  HearthRecord *record;
  char *title;
  char *detail;
  char *day;
  const char *group;
  bool urgent;
} HearthNotice;

void hearth_notice_free (HearthNotice *notice);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (HearthNotice, hearth_notice_free)

/**
 * hearth_feed_collect:
 * @feed: any but TIMELINE
 * @since: instant from which on a HANDOVER counts; NULL for the last 24 hours
 *
 * What the signed-in person may read. Groups in the table's order, urgent first, then by day.
 *
 * Returns: (transfer full): of HearthNotice
 */
GPtrArray *hearth_feed_collect (HearthStore *store, HearthFeed feed, const char *since, GError **error);

/**
 * hearth_feed_collect_due:
 * @resident: (nullable): only what is in this file, also of somebody who has moved on
 * @types: NULL-ended
 *
 * What HEARTH_FEED_TODAY tells of these types, and what others are to see to as well: for the page of a profession.
 *
 * Returns: (transfer full): of HearthNotice, in the order of hearth_feed_collect ()
 */
GPtrArray *hearth_feed_collect_due (HearthStore *store,
                                    HearthRecord *resident,
                                    const HearthRecordType *const *types,
                                    GError **error);

/** Puts notices of several feeds into the order of hearth_feed_collect (). */
void hearth_notices_sort (GPtrArray *notices);

/** The kinds of record that feed @feed, in the table's order; NULL-ended, transfer container. */
const HearthRecordType **hearth_feed_list_types (HearthFeed feed);

G_END_DECLS

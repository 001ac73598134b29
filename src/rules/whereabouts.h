/* SPDX-License-Identifier: GPL-3.0-or-later
 * Where each resident is: what stays, leaves, missing episodes and the daily log say together.
 */
#pragma once

#include "store/store.h"

G_BEGIN_DECLS

typedef enum {
  HEARTH_WHERE_HERE,
  HEARTH_WHERE_SCHOOL, /* or work */
  HEARTH_WHERE_APPOINTMENT,
  HEARTH_WHERE_LEAVE,
  HEARTH_WHERE_LATE,     /* out, and should have been back */
  HEARTH_WHERE_HOSPITAL,
  HEARTH_WHERE_MISSING,  /* a missing episode, or away without agreement in the log of this shift */
} HearthWhere;

/**
 * HearthWhereabouts:
 * @since, @due_back: instants; "" where not known
 * @record: (nullable): what says so: a leave, a missing episode, a stay, a daily log entry
 */
typedef struct {
  HearthRecord *resident;
  HearthWhere where;
  char *since;
  char *due_back;
  HearthRecord *record;
} HearthWhereabouts;
void hearth_whereabouts_free (HearthWhereabouts *whereabouts);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (HearthWhereabouts, hearth_whereabouts_free)

/**
 * hearth_whereabouts_list:
 * @at: (nullable): instant; NULL: now
 *
 * Everybody who lives here at that moment, in hospital too, by the name used. Who has moved elsewhere is not in it; who
 * was taken in and of whom no stay was written yet is. The gravest of what is written counts: missing before hospital,
 * before leave, before the log.
 *
 * Returns: (transfer full): of HearthWhereabouts
 */
GPtrArray *hearth_whereabouts_list (HearthStore *store, const char *at, GError **error);

/** Of one resident; NULL where they do not live here, or with an error. Transfer full. */
HearthWhereabouts *hearth_whereabouts_look_up (HearthStore *store, const char *resident, GError **error);

/** "In the house", "Late", …; translated, borrowed. */
const char *hearth_where_get_label (HearthWhere where);
/** The value of a daily log's "presence" for it. */
const char *hearth_where_get_presence (HearthWhere where);

/** @expected: all who live here; the others add up to it. @late are among @away */
typedef struct {
  unsigned int expected;
  unsigned int present;
  unsigned int away;
  unsigned int late;
  unsigned int missing;
} HearthHeadcount;
/** Counts @whereabouts (of HearthWhereabouts). */
HearthHeadcount hearth_headcount (GPtrArray *whereabouts);
/** "16 in the house · 2 away · 1 late · 1 missing", without what is nobody; transfer full. */
char *hearth_headcount_dup_words (const HearthHeadcount *count);

/** Leaves that wait for a decision, by when they begin; of HearthRecord. Transfer full. */
GPtrArray *hearth_leaves_list_asked (HearthStore *store, GError **error);
/** Whether the signed-in person decides about leaves. */
bool hearth_leave_may_decide (HearthStore *store);
/** Writes down that the resident has gone (@out) or come back, now, and saves. */
bool hearth_leave_note (HearthStore *store, HearthRecord *leave, bool out, GError **error);

G_END_DECLS

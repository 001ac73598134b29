/* SPDX-License-Identifier: GPL-3.0-or-later
 * Plans: which one is active, how near its goals came, how often counselling was offered, and how the six areas of recovery
 * stand against the day of arrival.
 */
#pragma once

#include "store/store.h"

G_BEGIN_DECLS

/* --- plan and goals --- */

/** Whether @plan ("care_plan" or "education_plan") is the one to follow on @day: it has begun and not ended by then, and is
 * no entry in error. */
bool hearth_plan_is_active (HearthRecord *plan, const char *day);
/** The plan of @resident (id) that is active today, the last to begin of those; NULL for none. Transfer full. */
HearthRecord *hearth_care_plan_find_active (HearthStore *store, const char *resident, GError **error);
/** Reviews of @plan ("care_plan", id), newest first; transfer full. */
GPtrArray *hearth_plan_list_reviews (HearthStore *store, const char *plan, GError **error);

/** Whether work on @goal ("goal" or "learning_goal") goes on: planned or in progress, and no entry in error. */
bool hearth_goal_is_open (HearthRecord *goal);
/** The goals of @resident (id), or of everybody who lives here with NULL; only those of @plan (id) where that is not NULL. Open ones first,
 * by their target day (those without one last), then those that are settled, newest end first. Transfer full. */
GPtrArray *hearth_goals_list (HearthStore *store, const char *resident, const char *plan, GError **error);
/** Goals of education, ordered as above. */
GPtrArray *hearth_learning_goals_list (HearthStore *store,
                                       const char *resident,
                                       const char *plan,
                                       GError **error);
/** "goal_progress" of @goal (id), oldest first; transfer full. */
GPtrArray *hearth_goal_list_progress (HearthStore *store, const char *goal, GError **error);
/** The last progress of @goal (id); NULL for none. Transfer full. */
HearthRecord *hearth_goal_find_latest_progress (HearthStore *store, const char *goal, GError **error);
/** Who does what for @goal (id): its tasks, open ones first by the day they are due, then done and not needed ones. Of
 * HearthRecord ("task"); transfer full. */
GPtrArray *hearth_goal_list_actions (HearthStore *store, const char *goal, GError **error);
/** How many of @actions, as above, are done; @open: (out) (optional): how many are left. Those not needed any more count
 * in neither. */
unsigned int hearth_actions_count_done (GPtrArray *actions, unsigned int *open);

/* --- counselling over time --- */

/**
 * HearthSessionCount:
 * @month: (nullable): "2026-03"; NULL for a sum
 * @offered: @attended + @cut_short + @declined
 * @cancelled: did not take place, for whatever reason but the resident's choice; not offered
 * @in_group: those of @attended and @cut_short that were group sessions
 *
 * Sessions with a counsellor and group sessions together.
 */
typedef struct {
  char *month;
  unsigned int offered, attended, cut_short, declined, cancelled, in_group;
} HearthSessionCount;

/** A count for every month from that of @from to that of @to (ISO dates; only sessions of days between them, both included,
 * are counted), oldest first, also where it is 0. @resident: id, or NULL for everybody. Empty where the reader may not
 * know of sessions. Of HearthSessionCount; transfer full. */
GPtrArray *hearth_sessions_count (HearthStore *store,
                                  const char *resident,
                                  const char *from,
                                  const char *to,
                                  GError **error);
/** All of @months (as above) together; its month is NULL. */
HearthSessionCount hearth_sessions_sum (GPtrArray *months);

/* --- six areas of recovery --- */

#define HEARTH_N_RECOVERY_AREAS 6
#define HEARTH_RECOVERY_MOST 4

/** Names of the fields of "recovery_score" that hold a score, in the order they are shown in; the reason stands in the field
 * of that name and "_why". NULL-ended. */
extern const char *const hearth_recovery_areas[HEARTH_N_RECOVERY_AREAS + 1];

typedef enum {
  HEARTH_RECOVERY_ENTRY, /* the one that was made on arrival for the present stay; the oldest where none is marked so */
  HEARTH_RECOVERY_LATEST,
} HearthRecoveryWhich;

/** All scores of @resident, oldest first; transfer full. */
GPtrArray *hearth_recovery_list (HearthStore *store, const char *resident, GError **error);
/** Of @scores (oldest first); NULL where there are none; ENTRY and LATEST are the same record where there is one only.
 * Transfer none. */
HearthRecord *hearth_recovery_pick (GPtrArray *scores, HearthRecoveryWhich which);
/** 1–4 of area @nth; 0 where there is none. */
int hearth_recovery_get_score (HearthRecord *score, unsigned int nth);
/** What area @nth is called, in the reader's language; transfer none. */
const char *hearth_recovery_area_get_label (unsigned int nth);

G_END_DECLS

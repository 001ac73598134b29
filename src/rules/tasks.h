/* SPDX-License-Identifier: GPL-3.0-or-later
 * Tasks: whose they are, when they are due, and the next one of those that repeat.
 */
#pragma once

#include "store/store.h"

G_BEGIN_DECLS

typedef enum {
  HEARTH_TASK_LATER,
  HEARTH_TASK_SOON,    /* within the days before that it wants to be remembered */
  HEARTH_TASK_DUE,     /* today */
  HEARTH_TASK_OVERDUE, /* after the day, or after the time of today */
  HEARTH_TASK_DONE,
  HEARTH_TASK_CANCELLED,
} HearthTaskStanding;

/** Whose a task is to the signed-in person, nearest first. */
typedef enum {
  HEARTH_TASK_MINE,         /* named as the assignee */
  HEARTH_TASK_OF_MY_ROLE,   /* nobody is named, and the role is mine */
  HEARTH_TASK_EVERYBODYS,   /* neither a person nor a role */
  HEARTH_TASK_OF_ANOTHER,
} HearthTaskWhose;

HearthTaskStanding hearth_task_get_standing (HearthStore *store, HearthRecord *task);
/** Translated, borrowed. */
const char *hearth_task_standing_get_label (HearthTaskStanding standing);
HearthTaskWhose hearth_task_get_whose (HearthStore *store, HearthRecord *task);

/** Open tasks up to @whose (HEARTH_TASK_EVERYBODYS: mine, of my role, and everybody's), urgent and early ones first;
 * of HearthRecord. Transfer full. */
GPtrArray *hearth_tasks_list (HearthStore *store, HearthTaskWhose whose, GError **error);

/** A new task about @subject (nullable), not saved, due today; transfer full. */
HearthRecord *hearth_task_new (HearthStore *store, HearthRecord *subject);

/** The day that follows the due day of @task as it repeats, the first after @day (ISO); NULL when it does not repeat. The
 * 31st is the last day of a shorter month. Transfer full. */
char *hearth_task_dup_next_due (HearthRecord *task, const char *day);

/**
 * hearth_task_finish:
 * @outcome: (nullable)
 * @next: (out) (optional) (transfer full): the next one of a task that repeats, saved; or NULL
 *
 * Done today by the signed-in person; saves it, and the next one, together. A task that is settled already is left alone.
 */
bool hearth_task_finish (HearthStore *store,
                         HearthRecord *task,
                         const char *outcome,
                         HearthRecord **next,
                         GError **error);

G_END_DECLS

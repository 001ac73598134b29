/* SPDX-License-Identifier: GPL-3.0-or-later
 * What the seed decides about each resident before anything is written, and how a person is doing on a day.
 */
#pragma once

#include "demo/people.h"
#include "demo/words.h"

#include <stdbool.h>

G_BEGIN_DECLS

typedef enum {
  HEARTH_DEMO_GIRL,
  HEARTH_DEMO_BOY,
  HEARTH_DEMO_WOMAN,
  HEARTH_DEMO_MAN,
} HearthDemoKind;

#define HEARTH_DEMO_MAX_SETBACKS 6
#define HEARTH_DEMO_N_CONTACTS 2 /* that are called and visited */

/**
 * HearthDemoPlan:
 * @random: this resident's own numbers, so that one more resident changes no other
 * @arrival, @departure: days since the first; @departure -1 while living there
 * @move: day of a change of room, or -1
 * @start, @goal: wellbeing at arrival and where it tends to, 0–1
 * @pace: days until half of the way between is gone
 * @setbacks: first days of hard weeks
 * @lapses: whether the court lets its order run out
 * @veiled: whether reports have another name
 * @id, @stay, @paper, @contacts, @safety_plan, @leave: of the records, once written; @paper is missing and asked for
 * @place: among all residents, from 0
 * @apart: whether the teacher must not see the file
 * @work: numbers for what the professions write, so that it changes nothing else
 * @plan_from, @school_from: first days of the plan of care and of the place at school that hold
 * @life: numbers for daily life beside the log, so that it changes nothing in the file
 * @out_from, @out_until: days of the first night away and of coming back, of the last leave; -1
 * @room, @bed: the bed slept in; -1
 */
typedef struct {
  GRand *random;
  GRand *life;
  GRand *work;
  unsigned int place;
  bool apart;
  const HearthDemoCulture *culture;
  HearthDemoKind kind;
  const HearthDemoName *given;
  const HearthDemoName *second;
  int arrival, departure, move;
  int age;
  double start, goal, pace;
  int setbacks[HEARTH_DEMO_MAX_SETBACKS];
  unsigned int n_setbacks;
  bool lapses;
  bool veiled;
  HearthDemoSaying said; /* last */
  double slept; /* hours of the last night, as a share of what is needed */
  char *id;
  char *stay;
  char *paper;
  char *contacts[HEARTH_DEMO_N_CONTACTS];
  char *safety_plan;
  int safety_day; /* on which it was made */
  char *leave;
  int out_from, out_until;
  int room, bed;
  char *bed_record;
  int plan_from, school_from;
} HearthDemoPlan;

/** @index: place among @n residents of a house of @days days. */
HearthDemoPlan *hearth_demo_plan_new (guint32 seed, unsigned int index, unsigned int n, int days);
void hearth_demo_plan_free (HearthDemoPlan *plan);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (HearthDemoPlan, hearth_demo_plan_free)

/** Whether the resident lives in the house on @day. */
bool hearth_demo_plan_is_home (const HearthDemoPlan *plan, int day);
/** Whether the resident sleeps elsewhere in the night that begins on @day. */
bool hearth_demo_plan_is_out (const HearthDemoPlan *plan, int day);
/** How the resident is doing on @day, 0–1: slowly better, with setbacks. */
double hearth_demo_plan_wellbeing (const HearthDemoPlan *plan, int day);
bool hearth_demo_plan_is_child (const HearthDemoPlan *plan);
/** Whether what is done @after days after the arrival, and then again after each @every days (0: never), is done on
 * @day, where there is one day for it in a week. */
bool hearth_demo_plan_is_time (const HearthDemoPlan *plan, int day, int after, int every);
/** Draws the last day of the court's order, in a house of @days days: after its last one, unless the order lapses. */
int hearth_demo_plan_draw_order (HearthDemoPlan *plan, int days);

/** True in @share of all cases. */
bool hearth_demo_chance (GRand *random, double share);
/** Bell-shaped around 0, of deviation 1. */
double hearth_demo_noise (GRand *random);
/** One of the sentences about @words, its gaps filled in, the first letter upper-case. Transfer full. */
char *hearth_demo_say (HearthDemoPlan *plan, HearthDemoWords words);
/** @saying in the resident's language, with its meaning below where that is another one. Transfer full. */
char *hearth_demo_quote (const HearthDemoPlan *plan, HearthDemoSaying saying);

G_END_DECLS

/* SPDX-License-Identifier: GPL-3.0-or-later
 * Getting ready for court: the steps before and after a hearing, how ready the resident and the house are, and what comes
 * when. Nothing here goes over what happened.
 */
#pragma once

#include "store/store.h"

G_BEGIN_DECLS

/* --- the steps that are usual --- */

/** For which hearings a step is made. */
typedef enum {
  HEARTH_STEP_OF_EVERY,      /* whatever the hearing, whoever comes */
  HEARTH_STEP_OF_COMING,     /* the resident comes, in person or by video, or it is not known yet */
  HEARTH_STEP_OF_TRAVELLING, /* comes in person, or it is not known yet */
  HEARTH_STEP_OF_EVIDENCE,   /* comes, and it is a hearing where questions are asked */
} HearthStepUse;

/**
 * HearthCourtStep:
 * @item: stable code, kept in the field "item"
 * @stage: code of the field "stage"
 * @text: N_()
 * @role: code of a role
 * @days: before the hearing; below 0 afterwards. What the house proposes: every step's day can be changed
 * @measure: (nullable): code of a protective measure; the step is made only once the register says that the resident wants
 *   it, or is unsure, and it was not asked for yet
 * @once: not made again where it was done for an earlier hearing of the same case
 * @least_age: years, 0 for any; made where the age is not known
 * @source: (nullable): title of what it rests on, where there is one
 * @verified: whether the source was read and says so; otherwise it is common practice or a rule of this program
 */
typedef struct {
  const char *item;
  const char *stage;
  const char *text;
  const char *role;
  int days;
  HearthStepUse use;
  const char *measure;
  bool critical;
  bool once;
  int least_age;
  const char *source;
  bool verified;
} HearthCourtStep;

/** In the order they are done in; transfer none. */
const HearthCourtStep *hearth_court_steps_get (unsigned int *n_steps);
/** NULL where there is no such @item: a step that the house added itself. */
const HearthCourtStep *hearth_court_step_lookup (const char *item);
/** What @step rests on: the title of its source, or in the reader's language that it is common practice, to be checked with a
 * lawyer. Borrowed. */
const char *hearth_court_step_get_source (const HearthCourtStep *step);

/* --- the steps of one hearing --- */

/** The day by which a step @days before @hearing (below 0: after it) is to be done, as of today: what would lie in the past
 * while the hearing is still to come is due today. ISO date; "" where the hearing has none. Transfer full. */
char *hearth_hearing_dup_step_due (HearthStore *store, HearthRecord *hearing, int days);
/**
 * hearth_hearing_prepare:
 *
 * Makes and saves the usual steps of @hearing (saved) that are not there yet, all of them or none. Left out: those that do
 * not fit whether the resident comes, their age or the kind of hearing, those before a hearing that is over, and those
 * afterwards whose day is more than two weeks ago; and all for a hearing that is cancelled or put off. A step that should
 * have been done by now is due today, and its "days" say how many are left. May be called again when something has changed.
 * Of HearthRecord ("preparation"): the new ones, by day; transfer full; NULL with an error.
 */
GPtrArray *hearth_hearing_prepare (HearthStore *store, HearthRecord *hearing, GError **error);
/** How many hearth_hearing_prepare () would make; 0 also where the reader may not make them. */
unsigned int hearth_hearing_count_missing (HearthStore *store, HearthRecord *hearing);
/** All steps of @hearing (id), by day, then by part. Of HearthRecord; transfer full. */
GPtrArray *hearth_hearing_list_steps (HearthStore *store, const char *hearing, GError **error);

typedef enum {
  HEARTH_STEP_LATER,
  HEARTH_STEP_DUE, /* today */
  HEARTH_STEP_OVERDUE,
  HEARTH_STEP_DONE,
  HEARTH_STEP_NOT_NEEDED,
} HearthStepStanding;

HearthStepStanding hearth_step_get_standing (HearthStore *store, HearthRecord *step);
/** Translated, borrowed. */
const char *hearth_step_standing_get_label (HearthStepStanding standing);
/** Done today by the signed-in person (whose name stands in "done_by" where that is empty); saves it. */
bool hearth_step_finish (HearthStore *store, HearthRecord *step, GError **error);

/** How many of @steps are @done, and how many there are without those not needed: @needed. @late: overdue. Each (out)
 * (optional). */
void hearth_steps_count (HearthStore *store,
                         GPtrArray *steps,
                         unsigned int *done,
                         unsigned int *needed,
                         unsigned int *late);

/* --- readiness --- */

typedef enum {
  HEARTH_LAMP_NOT_KNOWN,
  HEARTH_LAMP_NO,
  HEARTH_LAMP_PART,
  HEARTH_LAMP_YES,
} HearthLampState;

#define HEARTH_N_LAMPS 8

/**
 * HearthLamp:
 * @name: "informed", "wants", "measures", "visited", "support", "route", "health" or "lawyer"
 * @label: in the reader's language, borrowed
 * @state: YES also where nothing is needed, which @why then says
 * @why: one sentence
 */
typedef struct {
  const char *name;
  const char *label;
  HearthLampState state;
  char *why;
} HearthLamp;

/** How ready everything is for @hearing (saved), of what the reader may see; always the same eight, in the same order. Of
 * HearthLamp; transfer full; NULL with an error. */
GPtrArray *hearth_hearing_get_readiness (HearthStore *store, HearthRecord *hearing, GError **error);
/** "Yes", "No", "In part", "Not known". Translated, borrowed. */
const char *hearth_lamp_state_get_label (HearthLampState state);
/** How many of @lamps are on. */
unsigned int hearth_lamps_count_yes (GPtrArray *lamps);

/* --- what comes when --- */

/** Whether @hearing is still to come: planned, today or later. */
bool hearth_hearing_is_coming (HearthStore *store, HearthRecord *hearing);
/** The hearing of @resident (id), or with NULL of the house, that comes next; NULL for none. Transfer full. */
HearthRecord *hearth_court_next_hearing (HearthStore *store, const char *resident, GError **error);
/** The day on which the report for @hearing is due: its "report_due", or where that is empty as many days before as the
 * house has set in "report_days" (21). ISO date; "" where the hearing has no day, or its report is not for this reader.
 * Transfer full. */
char *hearth_hearing_dup_report_due (HearthStore *store, HearthRecord *hearing);
/** The day that "report_due" is left to, for a hearing on @date (ISO); "" for none. Transfer full. */
char *hearth_court_dup_default_report_due (HearthStore *store, const char *date);

typedef enum {
  HEARTH_AGENDA_HEARING,
  HEARTH_AGENDA_REPORT, /* of a hearing: due and not filed */
  HEARTH_AGENDA_ORDER, /* due and not carried out */
  HEARTH_AGENDA_EXPIRY, /* of an order, or of a ban on contact */
  HEARTH_AGENDA_RELEASE, /* of an accused person */
  HEARTH_AGENDA_STEP, /* of preparation, neither done nor unneeded */
} HearthAgendaKind;

/**
 * HearthAgendaItem:
 * @date: ISO date
 * @time: "09:30" at the place where it was written, or ""
 * @resident: id
 * @record: what it tells of: hearing, court_order, accused or preparation
 */
typedef struct {
  HearthAgendaKind kind;
  char *date;
  char *time;
  char *resident;
  HearthRecord *record;
} HearthAgendaItem;

/** What comes from @from to @to (ISO dates, both included), of @resident (id) or the house, of what the reader may see;
 * hearings that were cancelled or put off are left out. By day, then by time (those without one last), then in the order of the kinds.
 * Of HearthAgendaItem; transfer full. */
GPtrArray *hearth_court_agenda (HearthStore *store,
                                const char *resident,
                                const char *from,
                                const char *to,
                                GError **error);
/** "Hearing", "Report due" … Translated, borrowed. */
const char *hearth_agenda_kind_get_label (HearthAgendaKind kind);

/* --- being asked --- */

/** How many interviews of @resident (id) are written down. */
unsigned int hearth_interviews_count (HearthStore *store, const char *resident, GError **error);
/** From how many on the house warns: its "interviews_most", 3 where it says none. */
unsigned int hearth_interviews_get_most (HearthStore *store);

/** Protective measures of @hearing's case that are for it or for all of the case, by the order of kinds; transfer full. */
GPtrArray *hearth_hearing_list_measures (HearthStore *store, HearthRecord *hearing, GError **error);

G_END_DECLS

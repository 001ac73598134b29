/* SPDX-License-Identifier: GPL-3.0-or-later
 * The table behind the feeds: a row for each kind of record. Private to rules.
 */
#pragma once

#include "rules/contributors.h"

G_BEGIN_DECLS

/** Headings, in the order in which they are shown. */
typedef enum {
  HEARTH_GROUP_NONE,
  HEARTH_GROUP_TO_READ,
  HEARTH_GROUP_AT_ONCE,
  HEARTH_GROUP_APPOINTMENTS,
  HEARTH_GROUP_DUE,
  HEARTH_GROUP_TO_DECIDE,
  HEARTH_GROUP_KEYS,
  HEARTH_GROUP_TO_FINISH,
  HEARTH_GROUP_COMING,
  HEARTH_GROUP_SAFETY,
  HEARTH_GROUP_OUT,
  HEARTH_GROUP_ARRIVALS,
  HEARTH_GROUP_INCIDENTS,
  HEARTH_GROUP_PLANS,
  HEARTH_GROUP_TASKS,
  HEARTH_GROUP_VISITS,
  HEARTH_GROUP_DAYS,
  HEARTH_GROUP_HOUSE,
  HEARTH_N_GROUPS,
} HearthGroup;

/**
 * HearthDue:
 * @field: DATE or DATE_TIME
 * @ahead: from how many days before it is told; below 0: how many days after
 * @words, @words_ahead: N_(): what is to be done; before the day @words_ahead, where that is not NULL
 * @group: the heading of what is on today or tomorrow; NONE: under "Due" and "Coming up", as everything else
 * @settled: a field that is filled in when there is nothing to do any more, or NULL
 * @only_field, @only: told only while this field says one of these (NULL-ended, "" for nothing); or NULL
 * @runs_until: a date after which there is nothing to do any more, or NULL
 * @until_newer: settled, too, by a later record of the same resident that says the same in this field; "": by any later
 *   one; or NULL
 * @past_too: whether it stays after the day, until it is settled
 * @patience: for how many days after the day it is not late yet
 * @of_writers: told on the page of today only to who writes records of this type, where others read it too; or NULL
 * @of_worker: and of these only to who wrote it and to the resident's key worker, where there is one, or @of_lead
 * @of_lead: also to who leads the house
 *
 * A date of a record that falls due.
 */
typedef struct {
  const char *field;
  int ahead;
  const char *words;
  const char *words_ahead;
  HearthGroup group;
  const char *settled;
  const char *only_field;
  const char *const *only;
  const char *runs_until;
  const char *until_newer;
  bool past_too;
  int patience;
  const HearthRecordType *of_writers;
  bool of_worker, of_lead;
} HearthDue;

typedef struct _HearthContributor HearthContributor;

/** Notes what wants to be known of @row's records; false with an error. */
typedef bool (*HearthNoteFunc) (HearthStore *store,
                                const HearthContributor *row,
                                GPtrArray *notices,
                                GError **error);

struct _HearthContributor {
  const HearthRecordType *type;
  const char
    *about; /* a link to the account it is about; NULL: the residents whose files it is in, or itself */
  bool in_timeline;
  bool beyond_stay; /* what falls due counts after the resident has moved on, too */
  const char *waits; /* N_(): what to decide, where one waits for an approval, or NULL */
  const HearthDue *dues; /* ends with a NULL field */
  const char *unfinished; /* a yes/no field that says it is complete, or NULL */
  HearthNoteFunc note_today;    /* what no date of one record tells, or NULL */
  HearthNoteFunc note_standing; /* what holds whenever it was written, or NULL */
  HearthGroup handover;         /* the heading it is told under at a handover, or NONE */
  /** Of what there is much: how old, in days before the handover begins, one may be that has changed since. 0: any. */
  int looks_back;
  /** What the next shift must know of it, "" for nothing; transfer full. */
  char *(*tell) (HearthStore *store, HearthRecord *record);
  /** Whether it is grave. */
  bool (*is_urgent) (HearthRecord *record);
};

/** What falls due of @row's records by their dates (contributor-due.c). @everybodys: also what another is to see to. */
bool hearth_note_dues (HearthStore *store,
                       const HearthContributor *row,
                       bool everybodys,
                       GPtrArray *notices,
                       GError **error);

const HearthContributor *hearth_contributors_get (gsize *n_rows);
/** The row of @type, or NULL. */
const HearthContributor *hearth_contributor_look_up (const HearthRecordType *type);

/** @detail and @day are copied. */
void hearth_notices_add (HearthStore *store,
                         const HearthContributor *row,
                         GPtrArray *notices,
                         HearthRecord *record,
                         HearthGroup group,
                         const char *detail,
                         const char *day,
                         bool urgent);
void hearth_notices_add_titled (GPtrArray *notices,
                                HearthRecord *record,
                                const char *title,
                                HearthGroup group,
                                const char *detail,
                                const char *day,
                                bool urgent);

/** Who waits for a key that this person could give, or see given. */
void hearth_notices_add_keys (HearthStore *store, GPtrArray *notices);

/* What rows tell of their records (contributor-words.c). */
char *hearth_tell_admission (HearthStore *store, HearthRecord *admission);
char *hearth_tell_alert (HearthStore *store, HearthRecord *alert);
char *hearth_tell_barred (HearthStore *store, HearthRecord *contact);
char *hearth_tell_stay (HearthStore *store, HearthRecord *stay);
char *hearth_tell_day (HearthStore *store, HearthRecord *entry);
char *hearth_tell_incident (HearthStore *store, HearthRecord *incident);
char *hearth_tell_visit (HearthStore *store, HearthRecord *visit);
char *hearth_tell_house_log (HearthStore *store, HearthRecord *log);
char *hearth_tell_event (HearthStore *store, HearthRecord *event);
char *hearth_tell_bed (HearthStore *store, HearthRecord *bed);
char *hearth_tell_restriction (HearthStore *store, HearthRecord *restriction);
char *hearth_tell_plan (HearthStore *store, HearthRecord *plan);
char *hearth_tell_leave (HearthStore *store, HearthRecord *leave);
char *hearth_tell_missing (HearthStore *store, HearthRecord *episode);
char *hearth_tell_addendum (HearthStore *store, HearthRecord *addendum);
bool hearth_is_grave_admission (HearthRecord *admission);
bool hearth_is_grave_alert (HearthRecord *alert);
bool hearth_is_grave_day (HearthRecord *entry);
bool hearth_is_grave_incident (HearthRecord *incident);
bool hearth_is_grave_visit (HearthRecord *visit);
bool hearth_is_grave_house_log (HearthRecord *log);

char *hearth_tell_allergy (HearthStore *store, HearthRecord *allergy);
char *hearth_tell_appointment (HearthStore *store, HearthRecord *appointment);
char *hearth_tell_hearing (HearthStore *store, HearthRecord *hearing);
bool hearth_is_grave_allergy (HearthRecord *allergy);

/* What is noted of several records, or by more than a date (contributor-notes.c, contributor-team.c). */
bool hearth_note_missing (HearthStore *store,
                          const HearthContributor *row,
                          GPtrArray *notices,
                          GError **error);
bool hearth_note_leaves (HearthStore *store,
                         const HearthContributor *row,
                         GPtrArray *notices,
                         GError **error);
bool hearth_note_out (HearthStore *store, const HearthContributor *row, GPtrArray *notices, GError **error);
bool hearth_note_alerts (HearthStore *store,
                         const HearthContributor *row,
                         GPtrArray *notices,
                         GError **error);
bool hearth_note_barred (HearthStore *store,
                         const HearthContributor *row,
                         GPtrArray *notices,
                         GError **error);
bool hearth_note_notifications (HearthStore *store,
                                const HearthContributor *row,
                                GPtrArray *notices,
                                GError **error);
bool hearth_note_incidents (HearthStore *store,
                            const HearthContributor *row,
                            GPtrArray *notices,
                            GError **error);
bool hearth_note_allegations (HearthStore *store,
                              const HearthContributor *row,
                              GPtrArray *notices,
                              GError **error);
bool hearth_note_tasks (HearthStore *store, const HearthContributor *row, GPtrArray *notices, GError **error);
bool hearth_note_open_tasks (HearthStore *store,
                             const HearthContributor *row,
                             GPtrArray *notices,
                             GError **error);
bool hearth_note_handovers (HearthStore *store,
                            const HearthContributor *row,
                            GPtrArray *notices,
                            GError **error);
bool hearth_note_unsigned (HearthStore *store,
                           const HearthContributor *row,
                           GPtrArray *notices,
                           GError **error);
/** Of today and tomorrow: what @row's records with a status tell, where it is "planned" (contributor-professions.c). */
bool hearth_note_next_days (HearthStore *store,
                            const HearthContributor *row,
                            GPtrArray *notices,
                            GError **error);
bool hearth_note_unsigned_screenings (HearthStore *store,
                                      const HearthContributor *row,
                                      GPtrArray *notices,
                                      GError **error);
bool hearth_note_preparation (HearthStore *store,
                              const HearthContributor *row,
                              GPtrArray *notices,
                              GError **error);
bool hearth_note_rooms (HearthStore *store, const HearthContributor *row, GPtrArray *notices, GError **error);

G_END_DECLS

/* SPDX-License-Identifier: GPL-3.0-or-later
 * The invented house while it is being written: who is signed in, what time it is there.
 */
#pragma once

#include "demo/demo.h"
#include "demo/plan.h"

G_BEGIN_DECLS

#define HEARTH_DEMO_BEDS 4 /* in a room */

typedef struct {
  char *id;
  char *name;
  const char *for_whom;                     /* as the record says */
  const HearthDemoPlan *beds[HEARTH_DEMO_BEDS]; /* who sleeps in each; NULL: nobody */
} HearthDemoRoom;

typedef struct {
  const char *folder;
  const HearthDemoOptions *options;
  HearthDemoResult *result;
  HearthClock *clock; /* goes through the whole time, day by day */
  GDateTime *now;     /* when it ends */
  GDate *first_day;
  int days; /* from the first day to today, both included */

  GHashTable *keyrings; /* role → HearthKeyring, of who has signed in so far */
  GHashTable *people;   /* role → account id */
  GHashTable *kept;     /* key → id of a record that something follows from later, or a text about it */
  GHashTable *saved;    /* set of the ids of all records */
  GPtrArray *rooms;     /* of HearthDemoRoom */
  const HearthDemoPlan *missing; /* who was missing once; NULL before */
  const char *role;     /* signed in; NULL for nobody */
  HearthStore *store;
} HearthDemoHouse;

HearthDemoHouse *hearth_demo_house_new (const char *folder, const HearthDemoOptions *options);
void hearth_demo_house_free (HearthDemoHouse *house);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (HearthDemoHouse, hearth_demo_house_free)

/** Makes the house with an account for each role; afterwards the director is signed in. */
bool hearth_demo_house_found (HearthDemoHouse *house, GError **error);
/** Saves what was written so far and lets the person of @role go on; nothing to do when already there. */
bool hearth_demo_house_sign_in (HearthDemoHouse *house, const char *role, GError **error);
/** Saves what was written so far. */
bool hearth_demo_house_commit (HearthDemoHouse *house, GError **error);
/** Account id of the person of @role. */
const char *hearth_demo_house_get_person (HearthDemoHouse *house, const char *role);

/** ISO date of the day with number @day, negative before the house was made; transfer full. */
char *hearth_demo_house_dup_date (HearthDemoHouse *house, int day);
/** Whether @day at @hour:@minute has come already; then it is the time in the house. */
bool hearth_demo_house_set_time (HearthDemoHouse *house, int day, int hour, int minute);
/** As above without changing the time. */
bool hearth_demo_house_has_come (HearthDemoHouse *house, int day, int hour, int minute);
/** The instant of @day at @hour:@minute, which may be more than 59; transfer full. */
char *hearth_demo_house_dup_instant (HearthDemoHouse *house, int day, int hour, int minute);
/** How many days before today @day is. */
int hearth_demo_house_days_ago (HearthDemoHouse *house, int day);
/** 1 for Monday to 7 for Sunday. */
int hearth_demo_house_get_weekday (HearthDemoHouse *house, int day);

/** Remembers the id of @record under @key, or a text of its own, and gives it back; NULL where nothing was kept. */
void hearth_demo_house_keep (HearthDemoHouse *house, const char *key, HearthRecord *record);
void hearth_demo_house_keep_text (HearthDemoHouse *house, const char *key, const char *text);
const char *hearth_demo_house_get_kept (HearthDemoHouse *house, const char *key);
/** As above, of the file of @plan. */
void hearth_demo_house_keep_of (HearthDemoHouse *house,
                                const HearthDemoPlan *plan,
                                const char *key,
                                HearthRecord *record);
void hearth_demo_house_forget_of (HearthDemoHouse *house, const HearthDemoPlan *plan, const char *key);
const char *hearth_demo_house_get_kept_of (HearthDemoHouse *house,
                                           const HearthDemoPlan *plan,
                                           const char *key);

/** A new record of @type, of the file of @plan (NULL: of the house). */
HearthRecord *hearth_demo_house_new_record (HearthDemoHouse *house,
                                            const HearthRecordType *type,
                                            const HearthDemoPlan *plan);
bool hearth_demo_house_save (HearthDemoHouse *house, HearthRecord *record, GError **error);

/** As hearth_demo_house_save (), and signs it. */
bool hearth_demo_house_sign (HearthDemoHouse *house, HearthRecord *record, GError **error);

/** Sets a free text of the invented kind, which it takes over. */
void hearth_demo_record_take (HearthRecord *record, const char *field, char *value);
/** Sets a date: the day with number @day. */
void hearth_demo_house_set_day (HearthDemoHouse *house, HearthRecord *record, const char *field, int day);
/** With one digit after the point. */
void hearth_demo_record_set_decimal (HearthRecord *record, const char *field, double value);
/** Sets the fields of @pairs, ended by a NULL name; "" sets nothing. */
typedef struct {
  const char *field;
  const char *value;
} HearthDemoPair;
void hearth_demo_record_set_all (HearthRecord *record, const HearthDemoPair *pairs);

G_END_DECLS

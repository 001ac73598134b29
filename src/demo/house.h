/* SPDX-License-Identifier: GPL-3.0-or-later
 * The invented house while it is being written: who is signed in, what time it is there.
 */
#pragma once

#include "demo/demo.h"
#include "demo/plan.h"

G_BEGIN_DECLS

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

/** A new record of @type, of the file of @plan (NULL: of the house). */
HearthRecord *hearth_demo_house_new_record (HearthDemoHouse *house,
                                            const HearthRecordType *type,
                                            const HearthDemoPlan *plan);
/** Counts it, when new. */
bool hearth_demo_house_save (HearthDemoHouse *house, HearthRecord *record, GError **error);

/** Sets a free text of the invented kind, which it takes over. */
void hearth_demo_record_take (HearthRecord *record, const char *field, char *value);

G_END_DECLS

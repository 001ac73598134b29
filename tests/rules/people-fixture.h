/* SPDX-License-Identifier: GPL-3.0-or-later
 * A house with people of several roles, and what tests of who may see what ask of it.
 */
#pragma once

#include "fixtures/fixtures.h"
#include "fixtures/house.h"

G_BEGIN_DECLS

/** A house with "hanna" (house-manager), "kim" (key-worker), "dani" (duty-carer), "cora" (counsellor) and "ana"
 * (administrator), open for its director. */
HearthTestHouse *people_house_new (void);

/** Signs in as @user. */
void people_enter (HearthTestHouse *house, const char *user);
/** Id of the account that is called @name. Transfer full. */
char *people_find (HearthTestHouse *house, const char *name);
/** The account itself, as it is shown; transfer full. */
HearthRecord *people_load (HearthTestHouse *house, const char *name);
/** An account of @role that the signed-in person makes, without keys of compartments. */
void people_add (HearthTestHouse *house, const char *name, const char *role);

/** Saves, and fails when that does not work. */
void people_save (HearthTestHouse *house, HearthRecord *record);
/** Tries to save; the problems (transfer full, may be NULL) and the store's error, 0 for none. */
GPtrArray *people_try (HearthTestHouse *house, HearthRecord *record, int *code);

/** A limit of @resident's file about the account called @name; transfer full, not saved. */
HearthRecord *people_make_limit (HearthTestHouse *house,
                                 HearthRecord *resident,
                                 const char *name,
                                 const char *kind);
/** As above, saved. */
HearthRecord *people_limit (HearthTestHouse *house,
                            HearthRecord *resident,
                            const char *name,
                            const char *kind);

/** Whether the signed-in person gets the record with @id. */
bool people_get (HearthTestHouse *house, const char *id);
/** How many records of @type there are for the signed-in person; -1 when denied. */
int people_count (HearthTestHouse *house, const char *type, const char *resident);
/** How many hits @words have. */
guint people_search (HearthTestHouse *house, const char *words);

G_END_DECLS

/* SPDX-License-Identifier: GPL-3.0-or-later
 * Names, birth dates and telephone numbers of everybody in a house, at hand for finding who is here already.
 */
#pragma once

#include "store/store.h"

G_BEGIN_DECLS

/**
 * HearthNamedPerson:
 * @names: (element-type GPtrArray): of HearthNameWord, one array for each name the resident has
 * @pool: (element-type HearthNameWord): all words of all names; borrowed from @names
 * @phones: (element-type utf8): the last digits of the numbers of people in this life
 */
typedef struct {
  char *id;
  char *code;
  char *birth;
  char *sex;
  char *different_from;
  GPtrArray *names;
  GPtrArray *pool;
  GPtrArray *phones;
} HearthNamedPerson;

/** What @resident says, without telephone numbers; transfer full. */
HearthNamedPerson *hearth_named_person_new (HearthRecord *resident);
void hearth_named_person_free (HearthNamedPerson *person);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (HearthNamedPerson, hearth_named_person_free)

/** The last digits of a telephone number, by which it is the same with and without the country; "" when it is too
 * short to tell anything. Transfer full. */
char *hearth_phone_digits (const char *phone);

/** Everybody in the house of @store, as far as its reader may read; id → HearthNamedPerson. Read once and kept with
 * @store until that is closed, following what is saved. A record in it may be gone or in error by now. Borrowed; NULL with an error. */
GHashTable *hearth_name_index_get (HearthStore *store, GError **error);
/** Takes up a resident that is about to be saved, so that a second one in the same transaction meets it. */
void hearth_name_index_note (HearthStore *store, HearthRecord *resident);

G_END_DECLS

/* SPDX-License-Identifier: GPL-3.0-or-later
 * What the pages of the staff say of a person: how they stand, what the role sees, how their check stands.
 */
#pragma once

#include "rules/key-requests.h"

G_BEGIN_DECLS

typedef enum {
  HEARTH_STAFF_HERE,  /* may sign in */
  HEARTH_STAFF_WAITS, /* somebody has to approve the account first */
  HEARTH_STAFF_GONE,  /* may not sign in */
} HearthStaffState;

HearthStaffState hearth_staff_get_state (HearthStore *store, HearthRecord *account);
/** @holder: (nullable): of the account's keys. Translated, borrowed. */
const char *hearth_staff_describe_state (HearthStaffState state, const HearthHolder *holder);

/** "Nurse"; the code itself where it is unknown. Transfer full. */
char *hearth_staff_dup_role (const char *code);
/** What the role sees, in a sentence or two; "" where it is unknown. Translated, borrowed. */
const char *hearth_staff_describe_role (const char *code);

/** The latest of @account's staff files (id) among @files, a list or NULL; borrowed from it while it is held, so transfer
 * full. NULL when there is none. */
HearthRecord *hearth_staff_find_file (GListModel *files, const char *account);
/** How the check in @file (NULL: there is none) stands on @today; @urgent: (out): whether something has to be done.
 * Transfer full. */
char *hearth_staff_describe_check (HearthRecord *file, const char *today, bool *urgent);

/** A name to sign in with for somebody called @name, that none of @accounts has; "" where @name is empty. Transfer
 * full. */
char *hearth_staff_suggest_user (const char *name, GListModel *accounts);

/** Icon of @compartment's key. */
const char *hearth_staff_get_key_icon (const char *compartment);
/** "a, b and c" of @words, up to NULL. Transfer full. */
char *hearth_staff_join (const char *const *words);

/** How many of @accounts are directors who may sign in, @but (nullable) left out. */
unsigned int hearth_staff_count_directors (GListModel *accounts, HearthRecord *but);

G_END_DECLS

/* SPDX-License-Identifier: GPL-3.0-or-later
 * What the pages of the staff say of a person: how they stand, how their check stands, who holds which key.
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

/** The latest of @account's staff files (id) among @files, a list or NULL; borrowed from it while it is held, so transfer
 * full. NULL when there is none. */
HearthRecord *hearth_staff_find_file (GListModel *files, const char *account);
/** How the check in @file (NULL: there is none) stands on @today; @urgent: (out): whether something has to be done.
 * Transfer full. */
char *hearth_staff_describe_check (HearthRecord *file, const char *today, bool *urgent);

/** A name to sign in with for somebody called @name, that none of @accounts has; "" where @name is empty. Transfer
 * full. */
char *hearth_staff_suggest_user (const char *name, GListModel *accounts);

/** Whether the person signed in has the key of @compartment, so that they can give it. */
bool hearth_staff_do_i_hold (HearthStore *store, GPtrArray *holders, const char *compartment);
/** Names of those @compartment's key can be asked of: "Ana, Ben and Chim", "" for nobody. Transfer full. */
char *hearth_staff_dup_holders (HearthStore *store, GPtrArray *holders, const char *compartment);
/** "a, b and c" of @words, up to NULL. Transfer full. */
char *hearth_staff_join (const char *const *words);

G_END_DECLS

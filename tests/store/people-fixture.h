/* SPDX-License-Identifier: GPL-3.0-or-later
 * Several people in a house whose policy says yes to everybody: what they cannot read is closed by keys alone.
 */
#pragma once

#include "store-fixture.h"
#include "store/people-private.h"

G_BEGIN_DECLS

#define PERSON_PASSWORD "quiet garden seven lamps"
#define TEAM_NOTE "Only for the counselling team."
#define PROCESS_NOTE "Only for who wrote it."

/** Adds somebody who signs in as @user with PERSON_PASSWORD; @compartments: NULL-ended. Transfer full: the account. */
HearthRecord *people_add (House *house, const char *user, const char *const *compartments);
/** Closes the house and opens it for @user, or HOUSE_USER. */
void people_sign_in (House *house, const char *user);
/** As above with another password. */
void people_sign_in_with (House *house, const char *user, const char *password);
/** As above with @sheet; keys are tended. */
void people_sign_in_with_sheet (House *house, const HearthRecoverySheet *sheet);
HearthNewPassword *people_prepare (House *house, const char *user, const char *text);
/** Whether a name and password are refused by the key file or by the house. */
bool people_is_refused (House *house, const char *user, const char *password);
void people_tend (House *house);

/** A session with both notes, written by who is signed in. Transfer full: its id. */
char *people_add_session (House *house);
/** What the person signed in reads in @field of the record @id, NULL when it is withheld; transfer full. */
char *people_read (House *house, const char *id, const char *field);
/** Fails unless all is well with the house. */
void people_assert_whole (House *house);
/** Who holds the key of @compartment by the key file: user names, sorted, with a space between; transfer full. "" for the
 * sheet is "sheet". */
char *people_list_holders (House *house, const char *compartment);

G_END_DECLS

/* SPDX-License-Identifier: GPL-3.0-or-later
 * Rows that ask for a new password twice, say whether it is strong enough, and suggest one.
 */
#pragma once

#include <adwaita.h>

G_BEGIN_DECLS

#define HEARTH_TYPE_PASSWORD_GROUP (hearth_password_group_get_type ())
G_DECLARE_FINAL_TYPE (HearthPasswordGroup, hearth_password_group, HEARTH, PASSWORD_GROUP, AdwPreferencesGroup)

/* Signals: "edited" (): something else stands there; "entered" (): Enter was pressed in one of the rows. */

/** What is still missing, "" when nothing is. Translated, borrowed. */
const char *hearth_password_group_get_hint (HearthPasswordGroup *group);
/** The password; borrowed from the entry. */
const char *hearth_password_group_get_password (HearthPasswordGroup *group);
/** Empties the entries, and takes a suggestion away. */
void hearth_password_group_clear (HearthPasswordGroup *group);

G_END_DECLS

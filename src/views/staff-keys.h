/* SPDX-License-Identifier: GPL-3.0-or-later
 * The keys of a person, or of the recovery sheet: which they hold, giving one, taking one away, and what keys and the program each keep apart.
 */
#pragma once

#include <adwaita.h>

#include "store/store.h"

G_BEGIN_DECLS

#define HEARTH_TYPE_STAFF_KEYS (hearth_staff_keys_get_type ())
G_DECLARE_FINAL_TYPE (HearthStaffKeys, hearth_staff_keys, HEARTH, STAFF_KEYS, AdwBin)

/** @account: (nullable): NULL for the recovery sheet. Asks the key file once more whenever it comes into view. Signals: "changed" (): a key was given or taken away. */
HearthStaffKeys *hearth_staff_keys_new (HearthStore *store, HearthRecord *account);
void hearth_staff_keys_update (HearthStaffKeys *keys);

/** Two rows at the end of @group: what the lock with a key promises, and what the plain lock does. */
void hearth_staff_keys_explain (AdwPreferencesGroup *group);

G_END_DECLS

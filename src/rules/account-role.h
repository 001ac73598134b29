/* SPDX-License-Identifier: GPL-3.0-or-later
 * The role that counts for an account: none while it may not sign in, or waits for a director.
 */
#pragma once

#include "rules/role.h"
#include "store/store.h"

G_BEGIN_DECLS

/** The role of @account as it is saved, or NULL: it may not sign in, waits for approval, or cannot be read. */
const HearthRole *hearth_account_get_role (HearthStore *store, HearthRecord *account);

/** The version that gave @account its present role, where an administrator did and the role reads files: a director has to
 * approve that. 0: nobody has to; -1 with an error of the store. */
gint64 hearth_account_find_given_role (HearthStore *store, HearthRecord *account, GError **error);

/** Whether somebody else than @account is a director who may sign in; false with an error of the store. */
bool hearth_account_has_other_director (HearthStore *store, HearthRecord *account, GError **error);

G_END_DECLS

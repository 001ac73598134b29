/* SPDX-License-Identifier: GPL-3.0-or-later
 * One's own account: role, keys, the last sign-in, the password.
 */
#pragma once

#include <adwaita.h>

#include "app/session.h"

G_BEGIN_DECLS

#define HEARTH_TYPE_ACCOUNT_DIALOG (hearth_account_dialog_get_type ())
G_DECLARE_FINAL_TYPE (HearthAccountDialog, hearth_account_dialog, HEARTH, ACCOUNT_DIALOG, AdwDialog)

/** @session: of a person. Floating. */
HearthAccountDialog *hearth_account_dialog_new (HearthSession *session);

G_END_DECLS

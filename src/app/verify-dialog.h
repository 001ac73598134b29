/* SPDX-License-Identifier: GPL-3.0-or-later
 * Checking the whole house: how far it is, and what was found.
 */
#pragma once

#include "app/session.h"

#include <adwaita.h>

G_BEGIN_DECLS

#define HEARTH_TYPE_VERIFY_DIALOG (hearth_verify_dialog_get_type ())
G_DECLARE_FINAL_TYPE (HearthVerifyDialog, hearth_verify_dialog, HEARTH, VERIFY_DIALOG, AdwDialog)

/** Begins at once; closing it stops the check. */
HearthVerifyDialog *hearth_verify_dialog_new (HearthSession *session);

G_END_DECLS

/* SPDX-License-Identifier: GPL-3.0-or-later
 * What the recovery sheet is for: giving one person a new first password.
 */
#pragma once

#include <adwaita.h>

#include "app/session.h"

G_BEGIN_DECLS

#define HEARTH_TYPE_RECOVERY_PAGE (hearth_recovery_page_get_type ())
G_DECLARE_FINAL_TYPE (HearthRecoveryPage, hearth_recovery_page, HEARTH, RECOVERY_PAGE, AdwBin)

/**
 * hearth_recovery_page_new:
 * @session: opened with the recovery sheet
 *
 * Shows names and roles of the staff, and nothing of the residents. Signals: "done" (char *user): to sign-in, for the
 * person with that name; borrowed.
 */
HearthRecoveryPage *hearth_recovery_page_new (HearthSession *session);

G_END_DECLS

/* SPDX-License-Identifier: GPL-3.0-or-later
 * Changing one's own password: the old one, and the new one twice.
 */
#pragma once

#include "app/session.h"
#include "app/step-page.h"

G_BEGIN_DECLS

#define HEARTH_TYPE_OWN_PASSWORD_PAGE (hearth_own_password_page_get_type ())
G_DECLARE_FINAL_TYPE (HearthOwnPasswordPage,
                      hearth_own_password_page,
                      HEARTH,
                      OWN_PASSWORD_PAGE,
                      HearthStepPage)

/** Signals: "changed-password" (): the new one is in effect. */
HearthOwnPasswordPage *hearth_own_password_page_new (HearthSession *session);

G_END_DECLS

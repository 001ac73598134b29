/* SPDX-License-Identifier: GPL-3.0-or-later
 * Choosing a password of one's own, after signing in with one that somebody else gave.
 */
#pragma once

#include "app/session.h"
#include "app/step-page.h"

G_BEGIN_DECLS

#define HEARTH_TYPE_FIRST_PASSWORD_PAGE (hearth_first_password_page_get_type ())
G_DECLARE_FINAL_TYPE (HearthFirstPasswordPage,
                      hearth_first_password_page,
                      HEARTH,
                      FIRST_PASSWORD_PAGE,
                      HearthStepPage)

/** Nothing of the house is on it. Signals: "chosen" (): the new password is in effect. */
HearthFirstPasswordPage *hearth_first_password_page_new (HearthSession *session);

G_END_DECLS

/* SPDX-License-Identifier: GPL-3.0-or-later
 * Where a person says who they are: house folder, name and password, or the recovery sheet.
 */
#pragma once

#include <adwaita.h>

#include "app/session.h"

G_BEGIN_DECLS

#define HEARTH_TYPE_SIGN_IN_PAGE (hearth_sign_in_page_get_type ())
G_DECLARE_FINAL_TYPE (HearthSignInPage, hearth_sign_in_page, HEARTH, SIGN_IN_PAGE, AdwBin)

/** Signals: "signed-in" (HearthSession *session); "new-house" (): the person wants to make one. */
HearthSignInPage *hearth_sign_in_page_new (HearthClock *clock);

/** @folder: (nullable): the folder whose house is signed in to */
void hearth_sign_in_page_set_folder (HearthSignInPage *page, const char *folder);
/** @user: (nullable): the sign-in name that stands there; NULL: none */
void hearth_sign_in_page_set_user (HearthSignInPage *page, const char *user);
/** Asks for the recovery sheet instead, for the folder that was set. */
void hearth_sign_in_page_show_sheet (HearthSignInPage *page);
/** Puts the keyboard focus where the person has to go on. */
void hearth_sign_in_page_start (HearthSignInPage *page);

G_END_DECLS

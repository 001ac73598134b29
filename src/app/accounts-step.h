/* SPDX-License-Identifier: GPL-3.0-or-later
 * The page that says who can sign in to the demo house.
 */
#pragma once

#include "app/step-page.h"

G_BEGIN_DECLS

#define HEARTH_TYPE_ACCOUNTS_STEP (hearth_accounts_step_get_type ())
G_DECLARE_FINAL_TYPE (HearthAccountsStep, hearth_accounts_step, HEARTH, ACCOUNTS_STEP, HearthStepPage)

/** @accounts: of HearthDemoAccount, the director first */
void hearth_accounts_step_set_accounts (HearthAccountsStep *step, GPtrArray *accounts);
/** The sign-in name of the first of them. */
const char *hearth_accounts_step_get_first_user (HearthAccountsStep *step);

G_END_DECLS

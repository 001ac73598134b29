/* SPDX-License-Identifier: GPL-3.0-or-later
 * A first password, shown once, to be printed on a slip and handed over.
 */
#pragma once

#include <adwaita.h>

#include "store/store.h"
#include "views/first-password.h"

G_BEGIN_DECLS

#define HEARTH_TYPE_STAFF_SLIP_PAGE (hearth_staff_slip_page_get_type ())
G_DECLARE_FINAL_TYPE (HearthStaffSlipPage, hearth_staff_slip_page, HEARTH, STAFF_SLIP_PAGE, AdwNavigationPage)

/** @password: taken; it is wiped with the page. The page's end opens the page of @account. Actions: page.print. */
HearthStaffSlipPage *hearth_staff_slip_page_new (HearthStore *store,
                                                 HearthRecord *account,
                                                 HearthFirstPassword *password);

/** Puts @page in the place of the page that @near is in. */
void hearth_staff_replace_page (GtkWidget *near, AdwNavigationPage *page);

G_END_DECLS

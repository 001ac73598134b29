/* SPDX-License-Identifier: GPL-3.0-or-later
 * Making an account for somebody who works here.
 */
#pragma once

#include <adwaita.h>

#include "store/store.h"

G_BEGIN_DECLS

#define HEARTH_TYPE_STAFF_NEW_PAGE (hearth_staff_new_page_get_type ())
G_DECLARE_FINAL_TYPE (HearthStaffNewPage, hearth_staff_new_page, HEARTH, STAFF_NEW_PAGE, AdwNavigationPage)

/** The slip with the first password takes its place. Actions: page.save, page.roles. */
HearthStaffNewPage *hearth_staff_new_page_new (HearthStore *store);

G_END_DECLS

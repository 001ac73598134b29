/* SPDX-License-Identifier: GPL-3.0-or-later
 * What staff carry: one’s own entries, and for the director everybody’s months.
 */
#pragma once

#include <adwaita.h>

#include "store/store.h"

G_BEGIN_DECLS

#define HEARTH_TYPE_STAFF_LOAD_PAGE (hearth_staff_load_page_get_type ())
G_DECLARE_FINAL_TYPE (HearthStaffLoadPage, hearth_staff_load_page, HEARTH, STAFF_LOAD_PAGE, AdwNavigationPage)

HearthStaffLoadPage *hearth_staff_load_page_new (HearthStore *store);

G_END_DECLS

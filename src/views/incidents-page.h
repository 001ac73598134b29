/* SPDX-License-Identifier: GPL-3.0-or-later
 * The incidents of the house: which are still open, which were written late, and the way to what they have in common.
 */
#pragma once

#include <adwaita.h>

#include "store/store.h"

G_BEGIN_DECLS

#define HEARTH_TYPE_INCIDENTS_PAGE (hearth_incidents_page_get_type ())
G_DECLARE_FINAL_TYPE (HearthIncidentsPage, hearth_incidents_page, HEARTH, INCIDENTS_PAGE, AdwNavigationPage)

/** Actions: page.new, page.find, page.period (days or "all"), page.pattern. */
HearthIncidentsPage *hearth_incidents_page_new (HearthStore *store);

/** What the list shows; borrowed, NULL when it cannot be read. */
GListModel *hearth_incidents_page_get_model (HearthIncidentsPage *page);

G_END_DECLS

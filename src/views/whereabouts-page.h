/* SPDX-License-Identifier: GPL-3.0-or-later
 * Where everybody is: who is here, who is out and until when, who asks to go, who came to see somebody.
 */
#pragma once

#include <adwaita.h>

#include "store/store.h"

G_BEGIN_DECLS

#define HEARTH_TYPE_WHEREABOUTS_PAGE (hearth_whereabouts_page_get_type ())
G_DECLARE_FINAL_TYPE (HearthWhereaboutsPage,
                      hearth_whereabouts_page,
                      HEARTH,
                      WHEREABOUTS_PAGE,
                      AdwNavigationPage)

/** Follows what is saved, and the time. Actions: page.new (a leave), page.new-visit, page.new-missing. */
HearthWhereaboutsPage *hearth_whereabouts_page_new (HearthStore *store);

G_END_DECLS

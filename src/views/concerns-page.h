/* SPDX-License-Identifier: GPL-3.0-or-later
 * Complaints by residents, and concerns about somebody who works here: two ways to pass one on, and what was passed on for
 * those who have to answer.
 */
#pragma once

#include <adwaita.h>
#include <stdbool.h>

#include "store/store.h"

G_BEGIN_DECLS

#define HEARTH_TYPE_CONCERNS_PAGE (hearth_concerns_page_get_type ())
G_DECLARE_FINAL_TYPE (HearthConcernsPage, hearth_concerns_page, HEARTH, CONCERNS_PAGE, AdwNavigationPage)

HearthConcernsPage *hearth_concerns_page_new (HearthStore *store);

/** Whether the person signed in to @store may pass on or read any of it. */
bool hearth_concerns_page_is_for (HearthStore *store);

G_END_DECLS

/* SPDX-License-Identifier: GPL-3.0-or-later
 * What incidents have in common: hours, weekdays, places, what set them off, and weeks beside visits and court.
 */
#pragma once

#include <adwaita.h>

#include "store/store.h"

G_BEGIN_DECLS

#define HEARTH_TYPE_PATTERN_PAGE (hearth_pattern_page_get_type ())
G_DECLARE_FINAL_TYPE (HearthPatternPage, hearth_pattern_page, HEARTH, PATTERN_PAGE, AdwNavigationPage)

/** Of all that the person signed in may read; narrowed on the page by days, kind and resident. */
HearthPatternPage *hearth_pattern_page_new (HearthStore *store);

G_END_DECLS

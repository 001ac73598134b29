/* SPDX-License-Identifier: GPL-3.0-or-later
 * A file that was opened in an emergency, for the person who reviews it: why, when, and what was looked at.
 */
#pragma once

#include <adwaita.h>

#include "store/store.h"

G_BEGIN_DECLS

#define HEARTH_TYPE_EMERGENCY_PAGE (hearth_emergency_page_get_type ())
G_DECLARE_FINAL_TYPE (HearthEmergencyPage, hearth_emergency_page, HEARTH, EMERGENCY_PAGE, AdwNavigationPage)

/** @access: an "emergency_access". */
HearthEmergencyPage *hearth_emergency_page_new (HearthStore *store, HearthRecord *access);

G_END_DECLS

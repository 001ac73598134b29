/* SPDX-License-Identifier: GPL-3.0-or-later
 * Rooms and beds: who sleeps where, what is free, who is kept apart.
 */
#pragma once

#include <adwaita.h>

#include "store/store.h"

G_BEGIN_DECLS

#define HEARTH_TYPE_ROOMS_PAGE (hearth_rooms_page_get_type ())
G_DECLARE_FINAL_TYPE (HearthRoomsPage, hearth_rooms_page, HEARTH, ROOMS_PAGE, AdwNavigationPage)

HearthRoomsPage *hearth_rooms_page_new (HearthStore *store);

G_END_DECLS

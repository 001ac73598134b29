/* SPDX-License-Identifier: GPL-3.0-or-later
 * What is left of a resident's file for somebody it is limited against: who it is about, and the safety of the house.
 */
#pragma once

#include <adwaita.h>

#include "store/store.h"

G_BEGIN_DECLS

#define HEARTH_TYPE_CLOSED_FILE_PAGE (hearth_closed_file_page_get_type ())
G_DECLARE_FINAL_TYPE (HearthClosedFilePage,
                      hearth_closed_file_page,
                      HEARTH,
                      CLOSED_FILE_PAGE,
                      AdwNavigationPage)

HearthClosedFilePage *hearth_closed_file_page_new (HearthStore *store, HearthRecord *resident);

G_END_DECLS

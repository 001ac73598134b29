/* SPDX-License-Identifier: GPL-3.0-or-later
 * The recovery sheet: what it is for, and the keys it has and waits for.
 */
#pragma once

#include <adwaita.h>

#include "store/store.h"

G_BEGIN_DECLS

#define HEARTH_TYPE_SHEET_PAGE (hearth_sheet_page_get_type ())
G_DECLARE_FINAL_TYPE (HearthSheetPage, hearth_sheet_page, HEARTH, SHEET_PAGE, AdwNavigationPage)

HearthSheetPage *hearth_sheet_page_new (HearthStore *store);

G_END_DECLS

/* SPDX-License-Identifier: GPL-3.0-or-later
 * The shift: everybody who is here in it, what is written of each, and signing it.
 */
#pragma once

#include <adwaita.h>

#include "rules/shift.h"
#include "widgets/shift-grid.h"

G_BEGIN_DECLS

#define HEARTH_TYPE_SHIFT_PAGE (hearth_shift_page_get_type ())
G_DECLARE_FINAL_TYPE (HearthShiftPage, hearth_shift_page, HEARTH, SHIFT_PAGE, AdwNavigationPage)

/**
 * hearth_shift_page_new:
 *
 * Begins with the shift that runs now. Actions: page.earlier, page.later, page.now, page.sign, page.save,
 * page.keep-draft, page.house-log, page.new-event (also page.new), page.handover, and for the row that has the keyboard
 * page.row-usual, page.row-open, page.row-file, page.row-add, page.row-move.
 */
HearthShiftPage *hearth_shift_page_new (HearthStore *store);

/** Shows @shift. */
void hearth_shift_page_show (HearthShiftPage *page, const HearthShift *shift);
const HearthShift *hearth_shift_page_get_shift (HearthShiftPage *page);
HearthShiftGrid *hearth_shift_page_get_grid (HearthShiftPage *page);

G_END_DECLS

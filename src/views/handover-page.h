/* SPDX-License-Identifier: GPL-3.0-or-later
 * Handing over: what the next shift must know, gathered from what was written; signed by who goes, read by who comes.
 */
#pragma once

#include <adwaita.h>

#include "rules/shift.h"

G_BEGIN_DECLS

#define HEARTH_TYPE_HANDOVER_PAGE (hearth_handover_page_get_type ())
G_DECLARE_FINAL_TYPE (HearthHandoverPage, hearth_handover_page, HEARTH, HANDOVER_PAGE, AdwNavigationPage)

/** The newest one that the person has to read; where there is none, the one of the shift that runs now. Below it are earlier
 * ones. Actions: page.read, page.sign, page.write, page.print, page.own. */
HearthHandoverPage *hearth_handover_page_new (HearthStore *store);
/** The one at the end of @shift. */
HearthHandoverPage *hearth_handover_page_new_for_shift (HearthStore *store, const HearthShift *shift);
HearthHandoverPage *hearth_handover_page_new_for_record (HearthStore *store, HearthRecord *handover);

/** Borrowed. */
HearthRecord *hearth_handover_page_get_record (HearthHandoverPage *page);

G_END_DECLS

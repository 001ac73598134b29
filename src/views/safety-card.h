/* SPDX-License-Identifier: GPL-3.0-or-later
 * The safety plan that holds, as whoever is on duty needs it: what helps, and what to do at which signs.
 */
#pragma once

#include <adwaita.h>

#include "store/store.h"

G_BEGIN_DECLS

#define HEARTH_TYPE_SAFETY_CARD (hearth_safety_card_get_type ())
G_DECLARE_FINAL_TYPE (HearthSafetyCard, hearth_safety_card, HEARTH, SAFETY_CARD, AdwBin)

/** Of @resident. Rows and buttons activate "win.open-record" (s: id), "page.new-record" (s: type) and "page.print-kind" (s:
 * report kind). Not there for who may not see safety plans. */
HearthSafetyCard *hearth_safety_card_new (HearthStore *store, HearthRecord *resident);

G_END_DECLS

/* SPDX-License-Identifier: GPL-3.0-or-later
 * Making a house, step by step: who and where, the recovery sheet, and typing it back.
 */
#pragma once

#include <adwaita.h>

#include "app/session.h"

G_BEGIN_DECLS

#define HEARTH_TYPE_NEW_HOUSE_PAGE (hearth_new_house_page_get_type ())
G_DECLARE_FINAL_TYPE (HearthNewHousePage, hearth_new_house_page, HEARTH, NEW_HOUSE_PAGE, AdwBin)

/** Signals: "left" (): the person went back; "made" (HearthSession *session): the house is there and open. */
HearthNewHousePage *hearth_new_house_page_new (HearthClock *clock);

G_END_DECLS

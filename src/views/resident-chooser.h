/* SPDX-License-Identifier: GPL-3.0-or-later
 * Choosing a resident: type a few letters, press Enter.
 */
#pragma once

#include <adwaita.h>

#include "store/store.h"

G_BEGIN_DECLS

#define HEARTH_TYPE_RESIDENT_CHOOSER (hearth_resident_chooser_get_type ())
G_DECLARE_FINAL_TYPE (HearthResidentChooser, hearth_resident_chooser, HEARTH, RESIDENT_CHOOSER, AdwDialog)

/** Closes itself after a choice. Signals: "chosen" (HearthRecord *resident). */
HearthResidentChooser *hearth_resident_chooser_new (HearthStore *store);

G_END_DECLS

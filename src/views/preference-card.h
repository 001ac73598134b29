/* SPDX-License-Identifier: GPL-3.0-or-later
 * What a carer needs to know first: how somebody wants to be treated.
 */
#pragma once

#include <adwaita.h>

#include "store/store.h"

G_BEGIN_DECLS

#define HEARTH_TYPE_PREFERENCE_CARD (hearth_preference_card_get_type ())
G_DECLARE_FINAL_TYPE (HearthPreferenceCard, hearth_preference_card, HEARTH, PREFERENCE_CARD, AdwBin)

/** Follows @resident. Its buttons activate "page.edit-field" (s: field) and "page.print-kind" (s: report kind). */
HearthPreferenceCard *hearth_preference_card_new (HearthStore *store, HearthRecord *resident);

G_END_DECLS

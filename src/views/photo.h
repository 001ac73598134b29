/* SPDX-License-Identifier: GPL-3.0-or-later
 * A resident's photo, where the person at this computer wants photos to be seen.
 */
#pragma once

#include <adwaita.h>

#include "store/store.h"

G_BEGIN_DECLS

/**
 * hearth_photo_show:
 *
 * Keeps @avatar showing @resident: name used, and photo while the setting "show-photos" is on; otherwise, and where
 * there is none or it cannot be shown, initials. Once for each @avatar.
 */
void hearth_photo_show (AdwAvatar *avatar, HearthStore *store, HearthRecord *resident);

G_END_DECLS
